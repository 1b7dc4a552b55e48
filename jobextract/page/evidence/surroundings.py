"""What stands about a line: how dense running text is there, lines alike, headlines, the nearest lines."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ...learning.tables import Tables, Worth
from ..layout import SHARES, Layout, Line, share, squeezed

_PARTS = (0.001, 0.05, 0.2, 0.5, 0.8, 0.95, 0.999)
_SIZES = (9, 22, 45, 100)
_SCORES = (0.5, 1, 1.5, 2, 3, 4)
#: lines about each, and the signs that a line counts as at least
_NEAR, _FAR, _LINE = 3, 8, 40
_GOOD, _MOST = 0.6, 40


# --- running text about the line -------------------------------------------------------------------------------------


def told(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """How much of the running text has been told, how dense it is about the line, and in which manner it ends."""
    near, far = tables(_near), tables(_far)
    lines, size = layout.lines, len(layout.lines)
    sums = [0, *accumulate(len(line.shape.text) if line.tells else 0 for line in lines)]
    sizes = [0, *accumulate(max(_LINE, len(line.shape.text)) for line in lines)]
    before, manner = sums[layout.first], _manner(layout)
    core = sums[layout.last + 1] - before

    def dense(first: int, after: int) -> int:
        signs = sizes[after] - sizes[first]
        return bisect_right(_PARTS, (sums[after] - sums[first]) / signs if signs else 0.0)

    for at, line in enumerate(lines):
        part = bisect_right(_PARTS, min(max(sums[at] - before, 0), core) / core) if core else None
        same = line.end.partition(",")[0] == manner if line.tells else None
        yield [
            near[part, dense(max(0, at - _NEAR), at), dense(at + 1, min(size, at + 1 + _NEAR))],
            far[dense(max(0, at - _FAR), at), dense(at + 1, min(size, at + 1 + _FAR)), same],
        ]


def _near(part: int | None, above: int, below: int) -> tuple[str, ...]:
    told = "nothing" if part is None else part
    return f"told:{told}", f"text above {_NEAR}:{above}", f"text below {_NEAR}:{below}"


def _far(above: int, below: int, same: bool | None) -> tuple[str, ...]:
    return f"text above {_FAR}:{above}", f"text below {_FAR}:{below}", *([] if same is None else [f"manner:{same}"])


def _manner(layout: Layout) -> str:
    ends = Counter(line.end.partition(",")[0] for line in layout.lines[layout.first : layout.last + 1] if line.tells)
    return min(ends, key=lambda name: (-ends[name], name)) if ends else ""


# --- lines alike -----------------------------------------------------------------------------------------------------


def alike(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """Of each stretch of lines of one kind behind one bullet: how long, and how many of its words the core has too."""
    facts = tables(_alike)
    lines = layout.lines
    for first, after in _stretches([(line.shape.text[:1] if line.shape.bulleted else "", line.kind) for line in lines]):
        line = lines[first]
        own = facts[line.shape.bulleted, line.kind, min(after - first, 5), _part(layout, first, after)]
        for _ in range(first, after):
            yield [own]


def _alike(bulleted: bool, kind: str, number: int, part: int) -> tuple[str, ...]:
    return (f"alike:{bulleted},{kind},{number},{part}",)


def _part(layout: Layout, first: int, after: int) -> int:
    """The share of the words of some lines that the core has too, in grades."""
    words = layout.lines[first].words.union(
        *(line.words for line in layout.lines[first + 1 : min(after, first + _MOST)])
    )
    return bisect_right(SHARES, share(words, layout.vocabulary))


def _stretches(keys: Sequence[object]) -> list[tuple[int, int]]:
    """The first place and the place after the last of each run of equal keys."""
    edges = [at for at in range(1, len(keys)) if keys[at] != keys[at - 1]]
    return list(zip([0, *edges], [*edges, len(keys)], strict=True))


# --- headlines -------------------------------------------------------------------------------------------------------


def headlines(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """Which line before or at the beginning of the core says most of what it says."""
    under, ranked, towards = tables(_under), tables(_ranked), tables(_towards)
    lines = layout.lines
    until = layout.first + 2 if layout.last >= layout.first else len(lines)
    counts = Counter(map(squeezed, lines))
    scores: dict[int, float] = {}
    for at, line in enumerate(lines[:until]):
        if (
            6 <= len(line.shape.text) <= 120
            and line.meta is None
            and (line.rule is None or line.rule.where == "outside")
        ):
            scores[at] = _headline(layout, at, counts)
    ranks = {at: rank for rank, at in enumerate(sorted(scores, key=lambda at: (-scores[at], at)), 1)}
    best = next(iter(ranks), -1)
    enough = max(_GOOD * scores[best], 0.8) if scores else 0.0
    good = {at: place for place, at in enumerate(at for at in scores if scores[at] >= enough)}
    for at, line in enumerate(lines):
        row = [under[at > best >= 0, _over(lines, at)]]
        if at in scores:
            place = min(good[at], 2) if at in good else None
            row.append(ranked[bisect_right(_SCORES, scores[at]), min(ranks[at], 4), place, line.kind])
        if best >= 0 and at != best:
            row.append(towards[max(-4, min(4, at - best)), bisect_right(SHARES, share(line.words, lines[best].words))])
        yield row


def _under(below: bool, over: int) -> tuple[str, ...]:
    return f"under the best headline:{below}", f"over metadata:{over}"


def _ranked(score: int, rank: int, place: int | None, kind: str) -> tuple[str, ...]:
    good = [] if place is None else [f"good headline:{place},{rank == 1}"]
    best = [f"best headline, reads:{kind}"] if rank == 1 else []
    return (f"headline:{score}", f"headline rank:{rank}", *good, *best)


def _towards(steps: int, part: int) -> tuple[str, ...]:
    return f"to the best headline:{steps}", f"words of the best headline:{part}"


def _headline(layout: Layout, at: int, counts: Counter[str]) -> float:
    line = layout.lines[at]
    score = 3 * len(line.words & layout.vocabulary) / max(len(line.words), 3)
    score += 1.5 if counts[squeezed(line)] > 1 else 0
    score += (0, 1.0, 0.5, 0)[_over(layout.lines, at)]
    score += 0.5 if len(line.shape.text) >= 14 else 0
    return score - (1 if line.tells else 0)


def _over(lines: list[Line], at: int) -> int:
    """How many lines below the first one with a date or a byline stands; 0 where none does within three."""
    for step, line in enumerate(lines[at + 1 : at + 4], 1):
        if line.meta in ("meta.date", "meta.byline"):
            return step
    return 0


# --- neighbours ------------------------------------------------------------------------------------------------------


def beside(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """What stands in the two lines above and the two below."""
    around, touching, between = tables(_around), tables(_touching), tables(_between)
    edge: tuple[str | int | None, ...] = (None,)
    shown = [(line.kind, bisect_right(_SIZES, len(line.shape.text)), line.family) for line in layout.lines]
    farther = [edge, edge, *shown, edge, edge]
    blanks = [*(line.blanks > 0 for line in layout.lines), True]
    lines = [None, *layout.lines, None]
    for at, line in enumerate(layout.lines):
        above, below = lines[at], lines[at + 2]
        row = [around[(step, *farther[at + 2 + step])] for step in (-2, -1, 1, 2)]
        for step, other in ((-1, above), (1, below)):
            if other is not None:
                same = farther[at + 2 + step][1] == shown[at][1], other.end == line.end
                bullets = other.shape.bulleted, line.shape.bulleted
                row.append(touching[(step, other.end, other.rule and other.rule.opens, *same, *bullets)])
        row.append(between[above and above.kind, line.kind, below and below.kind, blanks[at], blanks[at + 1]])
        yield row


def _around(step: int, kind: str | None, size: int = 0, family: str = "") -> tuple[str, ...]:
    if kind is None:
        return (f"{step:+}:edge",)
    return (f"{step:+} reads:{kind}", f"{step:+} size:{size}", *([f"{step:+} family:{family}"] if family else []))


def _touching(
    step: int, end: str, opens: str | None, size: bool, ends: bool, bulleted: bool, own: bool
) -> tuple[str, ...]:
    return (
        f"{step:+} end:{end}",
        f"{step:+} alike:{size},{ends}",
        f"{step:+} bullets:{bulleted},{own}",
        *([f"{step:+} opens:{opens}"] if opens else []),
    )


def _between(above: str | None, own: str, below: str | None, over: bool, under: bool) -> tuple[str, ...]:
    return (
        *([f"-1 reads, own:{above},{own}"] if above else []),
        *([f"+1 reads, own:{below},{own}"] if below else []),
        *([f"between:{above},{own},{below}"] if above and below else []),
        f"blank below:{under}",
        f"alone:{over},{under}",
    )
