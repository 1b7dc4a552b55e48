"""Lines in which a site speaks of itself and its readers, and what stands below them: lists, threads, polls, appeals.

One such word is no verdict: an article on newspapers is full of them. What counts is how short the line is, how far above it
stands, and whether what has been said since has anything to do with the article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from ...korean.word_lists import pattern
from ...learning.tables import Tables, Worth
from ..layout import SHARES, STEPS, Layout, Line

_WORD = pattern("lines.of_the_site")
_HEAD, _REPORT = 30, 120
#: a line with so many of its words in the article goes on with it
_RELATED = 0.3
_SIZES = (10, 20, 35, 70)


def site_talk(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """Words of the site in each line that is no sentence, and how far below one that heads furniture each line stands."""
    said, under, aside, nothing = tables(_said), tables(_under), tables(_aside), tables(_nothing)[()]
    headed, strange, told = -1, 0, 0
    for at, (line, side, share) in enumerate(zip(layout.lines, layout.sides, layout.shares, strict=True)):
        text, kind, part = line.shape.text, line.kind, bisect_right(SHARES, share)
        number = 0 if line.tells else min(count(text[:_REPORT]), 3)
        row = [said[number, bisect_right(_SIZES, len(text)), kind, part]]
        if headed >= 0:
            since = bisect_right(STEPS, at - headed)
            row += [under[since, min(told, 2), kind, part, line.tells], aside[min(since, 5), side, min(strange, 3)]]
        else:
            row.append(nothing)
        yield row
        if number and _heads(line):
            headed, strange, told = at, 0, 0
        elif line.tells and share >= _RELATED:
            told += 1
        elif line.tells:
            strange += 1


def _said(number: int, size: int, kind: str, part: int) -> tuple[str, ...]:
    return (
        f"of the site:{number}",
        f"of the site, size:{min(number, 2)},{size}",
        f"of the site, reads:{number},{kind}",
        f"of the site, words:{min(number, 2)},{part}",
    )


def _under(since: int, told: int, kind: str, part: int, tells: bool) -> tuple[str, ...]:
    near = min(since, 5)
    return (
        f"under the site:{since},{told}",
        f"under the site, reads:{near},{kind},{min(told, 1)}",
        f"under the site, words:{near},{part},{tells}",
    )


def _aside(since: int, side: str, strange: int) -> tuple[str, ...]:
    return (f"under the site, side:{since},{side},{strange}",)


def _nothing() -> tuple[str, ...]:
    return ("nothing of the site",)


def _heads(line: Line) -> bool:
    """Whether the line can head a list or a thread: short and no sentence."""
    return not line.reads and len(line.shape.text) <= _HEAD


@lru_cache(maxsize=2048)
def count(text: str) -> int:
    """How many words of the site stand in it."""
    return len(_WORD.findall(text))
