"""What each line of a page shows, alone and in its place: the facts that the weights of ``lines`` are learned for.

No fact holds a word of the text. A marker such as 관련기사 is one fact among fifty, so no line ends an article by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from .evidence.looks import looks
from .evidence.site_talk import site_talk
from .evidence.surroundings import beside, headlines, runs, told
from .glued import noticed
from .layout import REPORT, SHARES, STEPS, Layout, Line
from .timestamps import stamps

_COUNTS = (1, 2, 3, 5, 8)
_TEASER = 15


def facts(layout: Layout) -> Iterator[list[str]]:
    """The facts of each line with words, in reading order; one line's at a time, because a page may have many lines."""
    if not layout.lines:
        return
    kinds = (_alone, _places, _shared, _behind, _repeated, told, runs, headlines, beside, site_talk)
    for line, *found in zip(layout.lines, *(kind(layout) for kind in kinds), strict=True):
        yield [*looks(line.shape.text, line.shape.core), *chain.from_iterable(found)]


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
    found.append(f"reads:{line.kind}")
    if line.wrapped:
        found.append("wrapped")
    return found


# --- the place on the page -------------------------------------------------------------------------------------------


def _places(layout: Layout) -> Iterator[list[str]]:
    size = len(layout.lines)
    for at in range(size):
        row = [
            f"from top:{bisect_right(STEPS, at)}",
            f"from bottom:{bisect_right(STEPS, size - 1 - at)}",
            f"place:{8 * at // size}",
            f"core:{_to_core(layout, at)}",
            f"core, reads:{layout.side(at)},{layout.lines[at].kind}",
        ]
        yield row


def _to_core(layout: Layout, at: int) -> str:
    side = layout.side(at)
    if side == "before":
        return f"before {bisect_right(STEPS, layout.first - at)}"
    if side == "after":
        return f"after {bisect_right(STEPS, at - layout.last)}"
    return f"first {side}" if at == layout.first else f"last {side}" if at == layout.last else side


# --- words in common -------------------------------------------------------------------------------------------------


def _shared(layout: Layout) -> Iterator[list[str]]:
    """How much of a line's words the core, the nearest running text above and below and the next lines have."""
    lines = layout.lines
    above = _nearest(lines, 1)
    below = _nearest(lines, -1)
    for at, line in enumerate(lines):
        inside = layout.first <= at <= layout.last
        core = layout.topic if inside and line.tells else layout.vocabulary
        part = bisect_right(SHARES, line.share(core))
        number = bisect_right(_COUNTS, len(line.words & core))
        row = [
            f"words of the core:{part}",
            f"number of them:{number}",
            f"words, reads:{part},{line.kind}",
            f"words, side:{part},{layout.side(at)}",
            f"words, side, reads:{min(part, 4)},{layout.side(at)},{line.kind}",
            f"topic:{bisect_right(SHARES, line.share(layout.topic))}",
        ]
        for name, other in (("above", above[at]), ("below", below[at])):
            shared = bisect_right(SHARES, line.share(other.words)) if other is not None else "none"
            row += [f"words of the text {name}:{shared}", f"text {name}, reads:{shared},{line.kind}"]
        if at + 1 < len(lines) and lines[at + 1].tells and not line.tells:
            leads = len(line.words & lines[at + 1].words) >= 2
            row.append(f"heads the next:{leads},{part > 2}")
        yield row


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


def _behind(layout: Layout) -> Iterator[list[str]]:
    """The markers passed: how long ago, and how much running text has come since."""
    opened: tuple[int, str] | None = None
    ended = dated = signed = -1
    told = 0
    for at, line in enumerate(layout.lines):
        row = [f"end passed:{bisect_right(STEPS, at - ended) if ended >= 0 else 'no'}"]
        row.append(f"date passed:{bisect_right(STEPS, at - dated) if dated >= 0 else 'no'}")
        row.append(f"byline passed:{signed >= 0}")
        if opened is not None:
            since = f"{opened[1]},{bisect_right(STEPS, at - opened[0])},{min(told, 3)}"
            row += [f"opened:{since}", f"opened, reads:{opened[1]},{min(told, 2)},{line.kind}"]
        else:
            row.append("nothing opened")
        if ended >= 0:
            row.append(f"end passed, reads:{line.kind}")
        yield row
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


def _repeated(layout: Layout) -> Iterator[list[str]]:
    """Whether the same line, or a longer one with the same beginning, stands elsewhere."""
    keys = ["".join(line.shape.text[:REPORT].split()) for line in layout.lines]
    counts, seen = Counter(keys), Counter[str]()
    starts = Counter(key[:_TEASER] for key in keys if len(key) >= _TEASER)
    for key in keys:
        row = []
        if counts[key] > 1:
            row.append(f"again:{'first' if not seen[key] else 'later'},{len(key) > 12}")
        elif len(key) >= _TEASER and starts[key[:_TEASER]] > 1:
            row.append("begins as another")
        seen[key] += 1
        yield row
