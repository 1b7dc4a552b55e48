"""Lines in which a site speaks of itself and its readers, and what stands below them: lists, threads, polls, appeals.

One such word is no verdict: an article on newspapers is full of them. What counts is how short the line is, how far above it
stands, and whether what has been said since has anything to do with the article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from ...korean.word_lists import pattern
from ..layout import SHARES, STEPS, Layout, Line

_WORD = pattern("lines.of_the_site")
_HEAD, _REPORT = 30, 120
#: a line with so many of its words in the article goes on with it
_RELATED = 0.3


def site_talk(layout: Layout) -> Iterator[list[str]]:
    """Words of the site in each line that is no sentence, and how far below one that heads furniture each line stands."""
    headed, strange, told = -1, 0, 0
    for at, line in enumerate(layout.lines):
        number = 0 if line.tells else min(count(line.shape.text[:_REPORT]), 3)
        size = bisect_right((10, 20, 35, 70), len(line.shape.text))
        share = line.share(layout.vocabulary)
        row = [
            f"of the site:{number}",
            f"of the site, size:{min(number, 2)},{size}",
            f"of the site, reads:{number},{line.kind}",
            f"of the site, words:{min(number, 2)},{bisect_right(SHARES, share)}",
        ]
        if headed >= 0:
            since = bisect_right(STEPS, at - headed)
            row += [
                f"under the site:{since},{min(told, 2)}",
                f"under the site, reads:{min(since, 5)},{line.kind},{min(told, 1)}",
                f"under the site, words:{min(since, 5)},{bisect_right(SHARES, share)},{line.tells}",
                f"under the site, side:{min(since, 5)},{layout.side(at)},{min(strange, 3)}",
            ]
        else:
            row.append("nothing of the site")
        yield row
        if number and _heads(line):
            headed, strange, told = at, 0, 0
        elif line.tells and share >= _RELATED:
            told += 1
        elif line.tells:
            strange += 1


def _heads(line: Line) -> bool:
    """Whether the line can head a list or a thread: short and no sentence."""
    return not line.reads and len(line.shape.text) <= _HEAD


@lru_cache(maxsize=8192)
def count(text: str) -> int:
    """How many words of the site stand in it."""
    return len(_WORD.findall(text))
