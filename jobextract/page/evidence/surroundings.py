"""What stands about a line: how dense running text is there, runs and blocks of lines, headlines, the nearest lines."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ..layout import REPORT, SHARES, STEPS, Layout, Line
from .looks import end

_PARTS = (0.001, 0.05, 0.2, 0.5, 0.8, 0.95, 0.999)
#: lines about each, and the signs that a line counts as at least
_NEAR, _FAR, _LINE = 3, 8, 40
_GOOD, _MOST = 0.6, 40


# --- running text about the line -------------------------------------------------------------------------------------


def told(layout: Layout) -> Iterator[list[str]]:
    """How much of the running text has been told, how dense it is about the line, and in which manner it ends."""
    lines = layout.lines
    weights = [len(line.shape.text) if line.tells else 0 for line in lines]
    sums = [0, *accumulate(weights)]
    sizes = [0, *accumulate(max(_LINE, len(line.shape.text)) for line in lines)]
    core = [0, *accumulate(one if layout.first <= at <= layout.last else 0 for at, one in enumerate(weights))]
    manner = _manner(layout)
    for at, line in enumerate(lines):
        row = [f"told:{bisect_right(_PARTS, core[at] / core[-1])}" if core[-1] else "told:nothing"]
        for reach in (_NEAR, _FAR):
            above, below = max(0, at - reach), min(len(lines), at + 1 + reach)
            row.append(f"text above {reach}:{_dense(sums, sizes, above, at)}")
            row.append(f"text below {reach}:{_dense(sums, sizes, at + 1, below)}")
        if line.tells:
            row.append(f"manner:{end(line.shape.text).partition(',')[0] == manner}")
        yield row


def _dense(sums: list[int], sizes: list[int], first: int, after: int) -> int:
    """The share of running text in the signs of the lines, in grades."""
    size = sizes[after] - sizes[first]
    return bisect_right(_PARTS, (sums[after] - sums[first]) / size if size else 0.0)


def _manner(layout: Layout) -> str:
    ends = Counter(
        end(line.shape.text).partition(",")[0] for line in layout.lines[layout.first : layout.last + 1] if line.tells
    )
    return min(ends, key=lambda name: (-ends[name], name)) if ends else ""


# --- runs of lines ---------------------------------------------------------------------------------------------------


def runs(layout: Layout) -> list[list[str]]:
    """Of each stretch of lines that are no running text, and of each block between blank lines: how long, what shared."""
    lines, size = layout.lines, len(layout.lines)
    found: list[list[str]] = [[] for _ in lines]
    kinds = [line.tells for line in lines]
    for first, after in _stretches([(kind,) for kind in kinds]):
        words = frozenset[str]().union(*(line.words for line in lines[first : min(after, first + _MOST)]))
        part = bisect_right(SHARES, len(words & layout.vocabulary) / len(words) if words else 0.0)
        steps, name = bisect_right(STEPS, after - first), "text" if kinds[first] else "others"
        edge = "top" if first == 0 else "bottom" if after == size else "amid"
        for at in range(first, after):
            found[at] += [
                f"run of {name}:{steps}",
                f"run of {name}, words:{min(steps, 4)},{part},{edge}",
                f"run of {name}, side:{min(steps, 4)},{layout.side(at)}",
            ]
    blocks = [0]
    for line in lines[1:]:
        blocks.append(blocks[-1] + (line.blanks > 0))
    for first, after in _stretches([(block,) for block in blocks]):
        told = sum(kinds[first:after])
        ruled = sum(line.rule is not None and line.rule.role == "boilerplate" for line in lines[first:after])
        fact = (
            f"block:{bisect_right(STEPS, after - first)},{4 * told // (after - first)},{4 * ruled // (after - first)}"
        )
        for at in range(first, after):
            found[at].append(fact)
    shapes = [(line.shape.text[:1] if line.shape.bulleted else "", line.kind) for line in lines]
    for first, after in _stretches(shapes):
        bullet, kind = shapes[first]
        words = frozenset[str]().union(*(line.words for line in lines[first : min(after, first + _MOST)]))
        part = bisect_right(SHARES, len(words & layout.vocabulary) / len(words) if words else 0.0)
        for at in range(first, after):
            found[at].append(f"alike:{bool(bullet)},{kind},{min(after - first, 5)},{part}")
    return found


def _stretches(keys: Sequence[object]) -> list[tuple[int, int]]:
    """The first place and the place after the last of each run of equal keys."""
    edges = [at for at in range(1, len(keys)) if keys[at] != keys[at - 1]]
    return list(zip([0, *edges], [*edges, len(keys)], strict=True))


# --- headlines -------------------------------------------------------------------------------------------------------


def headlines(layout: Layout) -> Iterator[list[str]]:
    """Which line before or at the beginning of the core says most of what it says."""
    lines = layout.lines
    until = layout.first + 2 if layout.last >= layout.first else len(lines)
    counts = Counter("".join(line.shape.text[:REPORT].split()) for line in lines)
    scores: dict[int, float] = {}
    for at, line in enumerate(lines[:until]):
        size = len(line.shape.text)
        if 6 <= size <= 120 and line.meta is None and (line.rule is None or line.rule.where == "outside"):
            scores[at] = _headline(layout, at, counts)
    ranks = {at: rank for rank, at in enumerate(sorted(scores, key=lambda at: (-scores[at], at)), 1)}
    best = min(ranks, key=lambda at: ranks[at], default=-1)
    enough = max(_GOOD * scores[best], 0.8) if scores else 0.0
    good = {at: place for place, at in enumerate(at for at in scores if scores[at] >= enough)}
    for at, line in enumerate(lines):
        row = [f"under the best headline:{at > best >= 0}"]
        if at in scores:
            row += [
                f"headline:{bisect_right((0.5, 1, 1.5, 2, 3, 4), scores[at])}",
                f"headline rank:{min(ranks[at], 4)}",
            ]
            if at in good:
                row.append(f"good headline:{min(good[at], 2)},{ranks[at] == 1}")
            if ranks[at] == 1:
                row.append(f"best headline, reads:{line.kind}")
        if best >= 0 and at != best:
            step = at - best
            row.append(f"to the best headline:{max(-4, min(4, step))}")
            row.append(f"words of the best headline:{bisect_right(SHARES, line.share(lines[best].words))}")
        row.append(f"over metadata:{_over(lines, at)}")
        yield row


def _headline(layout: Layout, at: int, counts: Counter[str]) -> float:
    line = layout.lines[at]
    score = 3 * len(line.words & layout.vocabulary) / max(len(line.words), 3)
    score += 1.5 if counts["".join(line.shape.text[:REPORT].split())] > 1 else 0
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


def beside(layout: Layout) -> Iterator[list[str]]:
    lines = layout.lines
    ends = [end(line.shape.text) for line in lines]
    kinds = [line.kind for line in lines]
    sizes = [bisect_right((9, 22, 45, 100), len(line.shape.text)) for line in lines]
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
        yield row
