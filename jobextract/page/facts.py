"""What each line of a page shows, alone and in its place: the facts that the weights of ``lines`` are learned for.

No fact holds a word of the text. A marker such as 관련기사 is one fact among fifty, so no line ends an article by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from ..korean.word_lists import pattern
from ..learning.tables import NAMES, Tables, Worth
from .evidence.looks import looks
from .evidence.surroundings import again, beside, strange, told
from .glued import noticed
from .layout import SHARES, STEPS, Layout, Line, share
from .timestamps import rest, stamps

_SITE = pattern("lines.of_the_site")
_REPORT, _DATED, _SIZES = 120, 60, (10, 20, 35, 70)


def facts(layout: Layout) -> Iterator[list[str]]:
    """The names of the facts of each line with words, in reading order."""
    for row in weighed(layout, NAMES):
        yield list(chain.from_iterable(row))


def weighed(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """What the facts of each line are worth; one line's at a time, because a page may have many lines."""
    if layout.lines:
        kinds = (looks, _own, _placed, _shared, _behind, told, beside, again, strange)
        for row in zip(*(kind(layout, tables) for kind in kinds), strict=True):
            yield list(chain.from_iterable(row))


# --- the line alone --------------------------------------------------------------------------------------------------


def _own(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    plain, dated = tables("blanks above:{0}", "{1}", "reads:{2}", "{3}"), tables("stamp:{0}")
    ruled = tables("rule:{0}", "family:{1}", "rule says:{2},{3}", "opens:{4}", "{5}")
    unruled, amid = tables()[("no rule",)], tables("date amid words:{0}")
    for line in layout.lines:
        rule = line.rule
        row = [plain[min(line.blanks, 2), line.meta, line.kind, "wrapped" if line.wrapped else None]]
        if rule is None:
            row.append(unruled)
        else:
            row.append(ruled[rule.id, line.family, rule.role, rule.where, rule.opens, "ends" if rule.ends else None])
        if line.meta == "meta.date":
            row += [dated[(stamp.role,)] for stamp in stamps(line.shape.core)]
        elif line.kind == "free" and len(line.shape.core) < _DATED and stamps(line.shape.core):
            row.append(amid[(min(len(rest(line.shape.core).split()), 5),)])
        yield row


# --- the place on the page -------------------------------------------------------------------------------------------


def _placed(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    placed = tables("from top:{0}", "from bottom:{1}", "place:{2}")
    cored = tables("core:{0}{1} {2}")
    size, first, last = len(layout.lines), layout.first, layout.last
    for at, side in enumerate(layout.sides):
        away = first - at if side == "before" else at - last if side == "after" else 0
        edge = "" if away else "first " if at == first else "last " if at == last else ""
        yield [
            placed[bisect_right(STEPS, at), bisect_right(STEPS, size - 1 - at), 8 * at // size],
            cored[edge, side, bisect_right(STEPS, away)],
        ]


# --- words in common -------------------------------------------------------------------------------------------------


def _shared(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """How much of a line's words the core and the nearest running text above and below have, and a site's own talk.

    A line of the core has all its words there: what counts of it is how many the core says again and again.
    """
    common = tables(
        "words of the core:{0}",
        "words of the text above:{1}",
        "words of the text below:{2}",
        "text above, reads:{1},{3}",
        "text below, reads:{2},{3}",
    )
    said = tables(
        "of the site:{0}", "of the site, size:{0},{1}", "of the site, reads:{0},{2}", "of the site, words:{0},{3}"
    )
    lines = layout.lines
    nearest = zip(_nearest(lines, 1), _nearest(lines, -1), strict=True)
    for line, side, part, (upper, lower) in zip(lines, layout.sides, layout.shares, nearest, strict=True):
        words = line.words
        of_core = share(words, layout.topic) if side == "inside" and line.tells else part
        above = bisect_right(SHARES, share(words, upper.words)) if upper else "none"
        below = bisect_right(SHARES, share(words, lower.words)) if lower else "none"
        site = 0 if line.tells else min(_of_the_site(line.shape.text[:_REPORT]), 3)
        size = bisect_right(_SIZES, len(line.shape.text))
        yield [
            common[bisect_right(SHARES, of_core), above, below, line.kind],
            said[site, size, line.kind, bisect_right(SHARES, part)],
        ]


@lru_cache(maxsize=2048)
def _of_the_site(text: str) -> int:
    """How many words of those stand in it in which a site speaks of itself and its readers.

    One such word is no verdict: an article on newspapers is full of them.
    """
    return len(_SITE.findall(text))


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
    passed = tables("end passed:{0}", "date passed:{1}", "byline passed:{2}", "end passed, reads:{3}")
    opens = tables("opened:{0},{1},{2}", "opened, reads:{0},{3},{4}")
    opened, unopened = "", tables()[("nothing opened",)]
    since = told = 0
    ended = dated = -1
    signed = False
    for at, line in enumerate(layout.lines):
        ends = bisect_right(STEPS, at - ended) if ended >= 0 else "no"
        dates = bisect_right(STEPS, at - dated) if dated >= 0 else "no"
        row = [passed[ends, dates, signed, line.kind if ended >= 0 else None]]
        steps = bisect_right(STEPS, at - since)
        row.append(opens[opened, steps, min(told, 3), min(told, 2), line.kind] if opened else unopened)
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
