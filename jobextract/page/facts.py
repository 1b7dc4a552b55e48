"""What each line of a page shows, alone and in its place: the facts that the weights of ``lines`` are learned for.

No fact holds a word of the text. A marker such as 관련기사 is one fact among fifty, so no line ends an article by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from ..learning.tables import NAMES, Tables, Worth
from .evidence.looks import looks
from .evidence.site_talk import site_talk
from .evidence.surroundings import alike, beside, headlines, told
from .glued import noticed
from .layout import SHARES, STEPS, Layout, Line, share, squeezed
from .timestamps import stamps

_COUNTS = (1, 2, 3, 5, 8)
_TEASER = 15


def facts(layout: Layout) -> Iterator[list[str]]:
    """The names of the facts of each line with words, in reading order."""
    for row in weighed(layout, NAMES):
        yield list(chain.from_iterable(row))


def weighed(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """What the facts of each line are worth; one line's at a time, because a page may have many lines."""
    if layout.lines:
        kinds = (looks, _own, _placed, _shared, _behind, _repeated, told, alike, headlines, beside, site_talk)
        for row in zip(*(kind(layout, tables) for kind in kinds), strict=True):
            yield list(chain.from_iterable(row))


# --- the line alone --------------------------------------------------------------------------------------------------


def _own(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    plain, ruled, dated = tables(_plain), tables(_ruled), tables(_dated)
    for line in layout.lines:
        rule = line.rule
        row = [plain[min(line.blanks, 2), line.meta, line.kind, line.wrapped]]
        row.append(
            ruled[(rule and rule.id, line.family, *((rule.role, rule.where, rule.opens, rule.ends) if rule else ()))]
        )
        if line.meta == "meta.date":
            row += [dated[(stamp.role,)] for stamp in stamps(line.shape.core)]
        yield row


def _plain(blanks: int, meta: str | None, kind: str, wrapped: bool) -> tuple[str, ...]:
    own = [meta] if meta is not None else []
    return (f"blanks above:{blanks}", f"reads:{kind}", *own, *(["wrapped"] if wrapped else []))


def _ruled(
    rule: str | None, family: str, role: str = "", where: str = "", opens: str | None = None, ends: bool = False
) -> tuple[str, ...]:
    if rule is None:
        return ("no rule",)
    marks = [f"opens:{opens}"] if opens else []
    return (f"rule:{rule}", f"family:{family}", f"rule says:{role},{where}", *marks, *(["ends"] if ends else []))


def _dated(role: str) -> tuple[str, ...]:
    return (f"stamp:{role}",)


# --- the place on the page -------------------------------------------------------------------------------------------


def _placed(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    placed, cored = tables(_place), tables(_core)
    size, first, last = len(layout.lines), layout.first, layout.last
    for at, (line, side) in enumerate(zip(layout.lines, layout.sides, strict=True)):
        away = first - at if side == "before" else at - last if side == "after" else 0
        edge = "" if away else "first " if at == first else "last " if at == last else ""
        yield [
            placed[bisect_right(STEPS, at), bisect_right(STEPS, size - 1 - at), 8 * at // size],
            cored[side, bisect_right(STEPS, away), edge, line.kind],
        ]


def _place(top: int, bottom: int, eighth: int) -> tuple[str, ...]:
    return f"from top:{top}", f"from bottom:{bottom}", f"place:{eighth}"


def _core(side: str, away: int, edge: str, kind: str) -> tuple[str, ...]:
    return f"core:{edge}{side}{f' {away}' if away else ''}", f"core, reads:{side},{kind}"


# --- words in common -------------------------------------------------------------------------------------------------


def _shared(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """How much of a line's words the core, the nearest running text above and below and the next lines have."""
    common, topical, heads = tables(_common), tables(_topical), tables(_heads)
    above, below = tables(_above), tables(_below)
    lines, topic = layout.lines, layout.topic
    nearest = zip(_nearest(lines, 1), _nearest(lines, -1), [*lines[1:], None], strict=True)
    for line, side, part, (upper, lower, following) in zip(lines, layout.sides, layout.shares, nearest, strict=True):
        words, kind = line.words, line.kind
        of_topic = share(words, topic)
        inside = side == "inside" and line.tells
        grade = bisect_right(SHARES, of_topic if inside else part)
        number = bisect_right(_COUNTS, len(words & (topic if inside else layout.vocabulary)))
        row = [common[grade, number, side, kind], topical[(bisect_right(SHARES, of_topic),)]]
        row.append(above[upper and bisect_right(SHARES, share(words, upper.words)), kind])
        row.append(below[lower and bisect_right(SHARES, share(words, lower.words)), kind])
        if following is not None and following.tells and not line.tells:
            row.append(heads[len(words & following.words) >= 2, grade > 2])
        yield row


def _common(part: int, number: int, side: str, kind: str) -> tuple[str, ...]:
    return (
        f"words of the core:{part}",
        f"number of them:{number}",
        f"words, reads:{part},{kind}",
        f"words, side:{part},{side}",
        f"words, side, reads:{min(part, 4)},{side},{kind}",
    )


def _topical(part: int) -> tuple[str, ...]:
    return (f"topic:{part}",)


def _above(part: int | None, kind: str) -> tuple[str, ...]:
    return _text("above", "none" if part is None else part, kind)


def _below(part: int | None, kind: str) -> tuple[str, ...]:
    return _text("below", "none" if part is None else part, kind)


def _text(place: str, part: int | str, kind: str) -> tuple[str, ...]:
    return f"words of the text {place}:{part}", f"text {place}, reads:{part},{kind}"


def _heads(leads: bool, known: bool) -> tuple[str, ...]:
    return (f"heads the next:{leads},{known}",)


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


def _behind(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """The markers passed: how long ago, and how much running text has come since."""
    passed, opens = tables(_passed), tables(_opened)
    opened = ""
    since = told = 0
    ended = dated = -1
    signed = False
    for at, line in enumerate(layout.lines):
        ends = bisect_right(STEPS, at - ended) if ended >= 0 else None
        dates = bisect_right(STEPS, at - dated) if dated >= 0 else None
        row = [passed[ends, dates, signed, line.kind]]
        row.append(opens[opened, bisect_right(STEPS, at - since) if opened else 0, min(told, 3), line.kind])
        yield row
        rule = line.rule
        if rule is not None and rule.opens:
            opened, since, told = rule.opens, at, 0
        elif line.tells:
            told += 1
        if rule.ends if rule is not None else noticed(line.shape.text):
            ended = at
        if line.meta == "meta.date":
            dated = at
        signed = signed or line.meta == "meta.byline"


def _passed(ends: int | None, dates: int | None, signed: bool, kind: str) -> tuple[str, ...]:
    return (
        f"end passed:{'no' if ends is None else ends}",
        f"date passed:{'no' if dates is None else dates}",
        f"byline passed:{signed}",
        *([] if ends is None else [f"end passed, reads:{kind}"]),
    )


def _opened(opened: str, since: int, told: int, kind: str) -> tuple[str, ...]:
    if not opened:
        return ("nothing opened",)
    return f"opened:{opened},{since},{told}", f"opened, reads:{opened},{min(told, 2)},{kind}"


def _repeated(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """Whether the same line, or a longer one with the same beginning, stands elsewhere."""
    again, begun = tables(_again), tables(_begun)
    keys = [squeezed(line) for line in layout.lines]
    counts, seen = Counter(keys), set[str]()
    starts = Counter(key[:_TEASER] for key in keys if len(key) >= _TEASER)
    for key in keys:
        if counts[key] > 1:
            yield [again["later" if key in seen else "first", len(key) > 12]]
            seen.add(key)
        else:
            yield [begun[()]] if len(key) >= _TEASER and starts[key[:_TEASER]] > 1 else []


def _again(which: str, long: bool) -> tuple[str, ...]:
    return (f"again:{which},{long}",)


def _begun() -> tuple[str, ...]:
    return ("begins as another",)
