"""What each line of a page shows, alone and in its place: the facts that the weights of ``lines`` are learned for.

No fact holds a word of the text. A marker such as 관련기사 is one fact among fifty, so no line ends an article by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from .glued import noticed
from .layout import Layout, Line
from .looks import end, looks
from .timestamps import stamps

_SHARES = (0.001, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8)
_COUNTS = (1, 2, 3, 5, 8)
_STEPS = (1, 2, 3, 4, 6, 9, 14, 25)
_PARTS = (0.001, 0.05, 0.2, 0.5, 0.8, 0.95, 0.999)
_NEAR, _FAR = 3, 8
_TEASER, _GOOD = 15, 0.6
_REPORT, _MOST = 400, 40


def facts(layout: Layout) -> list[list[str]]:
    """The facts of each line with words, in reading order."""
    if not layout.lines:
        return []
    rows = [list(looks(line.shape.text, line.shape.core)) for line in layout.lines]
    for kind in (_alone, _places, _shared, _behind, _repeated, _told, _runs, _headlines, _beside):
        for row, found in zip(rows, kind(layout), strict=True):
            row += found
    return rows


# --- the line alone --------------------------------------------------------------------------------------------------


def _alone(layout: Layout) -> list[list[str]]:
    return [_own(line) for line in layout.lines]


def _own(line: Line) -> list[str]:
    found = [f"blanks above:{min(line.blanks, 2)}"]
    if line.rule is not None:
        rule = line.rule
        found += [f"rule:{rule.id}", f"family:{line.family}", f"rule says:{rule.role},{rule.where}"]
        if rule.opens:
            found.append(f"opens:{rule.opens}")
        if rule.ends:
            found.append("ends")
    else:
        found.append("no rule")
    if line.meta is not None:
        found.append(line.meta)
        if line.meta == "meta.date":
            found += [f"stamp:{stamp.role}" for stamp in stamps(line.shape.core)]
    found.append(f"reads:{_kind(line)}")
    if line.wrapped:
        found.append("wrapped")
    return found


def _kind(line: Line) -> str:
    """In one word what the line is taken for alone."""
    if line.tells:
        return "prose"
    if line.meta is not None:
        return "meta"
    if line.notes:
        return "note"
    if line.rule is not None:
        return line.rule.role if line.rule.where == "any" else f"{line.rule.role}?"
    return "free"


# --- the place on the page -------------------------------------------------------------------------------------------


def _places(layout: Layout) -> list[list[str]]:
    size, found = len(layout.lines), []
    for at in range(size):
        row = [
            f"from top:{bisect_right(_STEPS, at)}",
            f"from bottom:{bisect_right(_STEPS, size - 1 - at)}",
            f"place:{8 * at // size}",
            f"core:{_to_core(layout, at)}",
            f"core, reads:{_side(layout, at)},{_kind(layout.lines[at])}",
        ]
        found.append(row)
    return found


def _side(layout: Layout, at: int) -> str:
    if layout.last < layout.first:
        return "none"
    return "before" if at < layout.first else "after" if at > layout.last else "inside"


def _to_core(layout: Layout, at: int) -> str:
    side = _side(layout, at)
    if side == "before":
        return f"before {bisect_right(_STEPS, layout.first - at)}"
    if side == "after":
        return f"after {bisect_right(_STEPS, at - layout.last)}"
    return f"first {side}" if at == layout.first else f"last {side}" if at == layout.last else side


# --- words in common -------------------------------------------------------------------------------------------------


def _shared(layout: Layout) -> list[list[str]]:
    """How much of a line's words the core, the nearest running text above and below and the next lines have."""
    lines, found = layout.lines, []
    above = _nearest(lines, 1)
    below = _nearest(lines, -1)
    for at, line in enumerate(lines):
        inside = layout.first <= at <= layout.last
        core = layout.topic if inside and line.tells else layout.vocabulary
        part = bisect_right(_SHARES, _share(line, core))
        number = bisect_right(_COUNTS, len(line.words & core))
        row = [
            f"words of the core:{part}",
            f"number of them:{number}",
            f"words, reads:{part},{_kind(line)}",
            f"words, side:{part},{_side(layout, at)}",
            f"words, side, reads:{min(part, 4)},{_side(layout, at)},{_kind(line)}",
            f"topic:{bisect_right(_SHARES, _share(line, layout.topic))}",
        ]
        for name, other in (("above", above[at]), ("below", below[at])):
            shared = bisect_right(_SHARES, _share(line, other.words)) if other is not None else "none"
            row += [f"words of the text {name}:{shared}", f"text {name}, reads:{shared},{_kind(line)}"]
        if at + 1 < len(lines) and lines[at + 1].tells and not line.tells:
            leads = len(line.words & lines[at + 1].words) >= 2
            row.append(f"heads the next:{leads},{part > 2}")
        found.append(row)
    return found


def _share(line: Line, words: frozenset[str]) -> float:
    return len(line.words & words) / len(line.words) if line.words else 0.0


def _nearest(lines: list[Line], step: int) -> list[Line | None]:
    """The nearest running text above each line (1) or below it (-1)."""
    found: list[Line | None] = []
    last: Line | None = None
    for line in lines[::step]:
        found.append(last)
        if line.tells:
            last = line
    return found[::step]


# --- what the page has said before and says again --------------------------------------------------------------------


def _behind(layout: Layout) -> list[list[str]]:
    """The markers passed: how long ago, and how much running text has come since."""
    found = []
    opened: tuple[int, str] | None = None
    ended = dated = signed = -1
    told = 0
    for at, line in enumerate(layout.lines):
        row = [f"end passed:{bisect_right(_STEPS, at - ended) if ended >= 0 else 'no'}"]
        row.append(f"date passed:{bisect_right(_STEPS, at - dated) if dated >= 0 else 'no'}")
        row.append(f"byline passed:{signed >= 0}")
        if opened is not None:
            since = f"{opened[1]},{bisect_right(_STEPS, at - opened[0])},{min(told, 3)}"
            row += [f"opened:{since}", f"opened, reads:{opened[1]},{min(told, 2)},{_kind(line)}"]
        else:
            row.append("nothing opened")
        if ended >= 0:
            row.append(f"end passed, reads:{_kind(line)}")
        found.append(row)
        rule = line.rule
        if rule is not None and rule.opens:
            opened, told = (at, rule.opens), 0
        elif line.tells:
            told += 1
        if (rule is not None and rule.ends) or (rule is None and noticed(line.shape.text)):
            ended = at
        if line.meta == "meta.date":
            dated = at
        signed = at if line.meta == "meta.byline" else signed
    return found


def _repeated(layout: Layout) -> list[list[str]]:
    """Whether the same line, or a longer one with the same beginning, stands elsewhere."""
    keys = ["".join(line.shape.text[:_REPORT].split()) for line in layout.lines]
    counts, seen = Counter(keys), Counter[str]()
    starts = Counter(key[:_TEASER] for key in keys if len(key) >= _TEASER)
    found = []
    for key in keys:
        row = []
        if counts[key] > 1:
            row.append(f"again:{'first' if not seen[key] else 'later'},{len(key) > 12}")
        elif len(key) >= _TEASER and starts[key[:_TEASER]] > 1:
            row.append("begins as another")
        seen[key] += 1
        found.append(row)
    return found


# --- running text about the line -------------------------------------------------------------------------------------


def _told(layout: Layout) -> list[list[str]]:
    """How much of the running text has been told, how dense it is about the line, and in which manner it ends."""
    lines = layout.lines
    weights = [len(line.shape.text) if line.tells else 0 for line in lines]
    sums = [0]
    for weight in weights:
        sums.append(sums[-1] + weight)
    core = [0]
    for at, weight in enumerate(weights):
        core.append(core[-1] + (weight if layout.first <= at <= layout.last else 0))
    manner = _manner(layout)
    found = []
    for at, line in enumerate(lines):
        row = [f"told:{bisect_right(_PARTS, core[at] / core[-1])}" if core[-1] else "told:nothing"]
        for reach in (_NEAR, _FAR):
            above, below = max(0, at - reach), min(len(lines), at + 1 + reach)
            row.append(f"text above {reach}:{bisect_right(_PARTS, _dense(lines, sums, above, at))}")
            row.append(f"text below {reach}:{bisect_right(_PARTS, _dense(lines, sums, at + 1, below))}")
        if line.tells:
            row.append(f"manner:{end(line.shape.text).partition(',')[0] == manner}")
        found.append(row)
    return found


def _dense(lines: list[Line], sums: list[int], first: int, after: int) -> float:
    """The share of running text in the signs of the lines, each line counted as forty at least."""
    size = sum(max(40, len(line.shape.text)) for line in lines[first:after])
    return (sums[after] - sums[first]) / size if size else 0.0


def _manner(layout: Layout) -> str:
    ends = Counter(
        end(line.shape.text).partition(",")[0] for line in layout.lines[layout.first : layout.last + 1] if line.tells
    )
    return min(ends, key=lambda name: (-ends[name], name)) if ends else ""


# --- runs of lines ---------------------------------------------------------------------------------------------------


def _runs(layout: Layout) -> list[list[str]]:
    """Of each stretch of lines that are no running text, and of each block between blank lines: how long, what shared."""
    lines, size = layout.lines, len(layout.lines)
    found: list[list[str]] = [[] for _ in lines]
    kinds = [line.tells for line in lines]
    for first, after in _stretches([(kind,) for kind in kinds]):
        words = frozenset[str]().union(*(line.words for line in lines[first : min(after, first + _MOST)]))
        part = bisect_right(_SHARES, len(words & layout.vocabulary) / len(words) if words else 0.0)
        steps, name = bisect_right(_STEPS, after - first), "text" if kinds[first] else "others"
        edge = "top" if first == 0 else "bottom" if after == size else "amid"
        for at in range(first, after):
            found[at] += [
                f"run of {name}:{steps}",
                f"run of {name}, words:{min(steps, 4)},{part},{edge}",
                f"run of {name}, side:{min(steps, 4)},{_side(layout, at)}",
            ]
    blocks = [0]
    for line in lines[1:]:
        blocks.append(blocks[-1] + (line.blanks > 0))
    for first, after in _stretches([(block,) for block in blocks]):
        told = sum(kinds[first:after])
        ruled = sum(line.rule is not None and line.rule.role == "boilerplate" for line in lines[first:after])
        fact = (
            f"block:{bisect_right(_STEPS, after - first)},{4 * told // (after - first)},{4 * ruled // (after - first)}"
        )
        for at in range(first, after):
            found[at].append(fact)
    shapes = [(line.shape.text[:1] if line.shape.bulleted else "", _kind(line)) for line in lines]
    for first, after in _stretches(shapes):
        bullet, kind = shapes[first]
        words = frozenset[str]().union(*(line.words for line in lines[first : min(after, first + _MOST)]))
        part = bisect_right(_SHARES, len(words & layout.vocabulary) / len(words) if words else 0.0)
        for at in range(first, after):
            found[at].append(f"alike:{bool(bullet)},{kind},{min(after - first, 5)},{part}")
    return found


def _stretches(keys: list[tuple[object, ...]]) -> list[tuple[int, int]]:
    """The first place and the place after the last of each run of equal keys."""
    edges = [at for at in range(1, len(keys)) if keys[at] != keys[at - 1]]
    return list(zip([0, *edges], [*edges, len(keys)], strict=True))


# --- headlines -------------------------------------------------------------------------------------------------------


def _headlines(layout: Layout) -> list[list[str]]:
    """Which line before or at the beginning of the core says most of what it says."""
    lines = layout.lines
    until = layout.first + 2 if layout.last >= layout.first else len(lines)
    counts = Counter("".join(line.shape.text[:_REPORT].split()) for line in lines)
    scores: dict[int, float] = {}
    for at, line in enumerate(lines[:until]):
        size = len(line.shape.text)
        if 6 <= size <= 120 and line.meta is None and (line.rule is None or line.rule.where == "outside"):
            scores[at] = _headline(layout, at, counts)
    ranks = {at: rank for rank, at in enumerate(sorted(scores, key=lambda at: (-scores[at], at)), 1)}
    best = min(ranks, key=lambda at: ranks[at], default=-1)
    good = [at for at in scores if scores[at] >= max(_GOOD * scores[best], 0.8)]
    found = []
    for at, line in enumerate(lines):
        row = [f"under the best headline:{at > best >= 0}"]
        if at in scores:
            row += [
                f"headline:{bisect_right((0.5, 1, 1.5, 2, 3, 4), scores[at])}",
                f"headline rank:{min(ranks[at], 4)}",
            ]
            if at in good:
                row.append(f"good headline:{min(good.index(at), 2)},{ranks[at] == 1}")
            if ranks[at] == 1:
                row.append(f"best headline, reads:{_kind(line)}")
        if best >= 0 and at != best:
            step = at - best
            row.append(f"to the best headline:{max(-4, min(4, step))}")
            row.append(f"words of the best headline:{bisect_right(_SHARES, _share(line, lines[best].words))}")
        row.append(f"over metadata:{_over(lines, at)}")
        found.append(row)
    return found


def _headline(layout: Layout, at: int, counts: Counter[str]) -> float:
    line = layout.lines[at]
    score = 3 * len(line.words & layout.vocabulary) / max(len(line.words), 3)
    score += 1.5 if counts["".join(line.shape.text[:_REPORT].split())] > 1 else 0
    score += {1: 1.0, 2: 0.5}.get(_over(layout.lines, at), 0)
    score += 0.5 if len(line.shape.text) >= 14 else 0
    return score - (1 if line.tells else 0)


def _over(lines: list[Line], at: int) -> int:
    """How many lines below the first one with a date or a byline stands; 0 where none does within three."""
    for step in (1, 2, 3):
        if at + step < len(lines) and lines[at + step].meta in ("meta.date", "meta.byline"):
            return step
    return 0


# --- neighbours ------------------------------------------------------------------------------------------------------


def _beside(layout: Layout) -> list[list[str]]:
    lines = layout.lines
    ends = [end(line.shape.text) for line in lines]
    kinds = [_kind(line) for line in lines]
    sizes = [bisect_right((9, 22, 45, 100), len(line.shape.text)) for line in lines]
    found = []
    for at, line in enumerate(lines):
        row = []
        for step in (-2, -1, 1, 2):
            to = at + step
            if not 0 <= to < len(lines):
                row.append(f"{step:+}:edge")
                continue
            other = lines[to]
            row += [f"{step:+} reads:{kinds[to]}", f"{step:+} size:{sizes[to]}"]
            if other.family:
                row.append(f"{step:+} family:{other.family}")
            if abs(step) == 1:
                row.append(f"{step:+} end:{ends[to]}")
                row.append(f"{step:+} alike:{sizes[to] == sizes[at]},{ends[to] == ends[at]}")
                bulleted = other.shape.bulleted
                row.append(f"{step:+} bullets:{bulleted},{line.shape.bulleted}")
                row.append(f"{step:+} reads, own:{kinds[to]},{kinds[at]}")
                if other.rule is not None and other.rule.opens:
                    row.append(f"{step:+} opens:{other.rule.opens}")
        if 0 < at < len(lines) - 1:
            row.append(f"between:{kinds[at - 1]},{kinds[at]},{kinds[at + 1]}")
        row.append(f"blank below:{at + 1 == len(lines) or lines[at + 1].blanks > 0}")
        row.append(f"alone:{line.blanks > 0},{at + 1 == len(lines) or lines[at + 1].blanks > 0}")
        found.append(row)
    return found
