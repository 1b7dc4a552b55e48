"""Lists of days, months or years that share one unit: ``2월 3, 4일``, ``10·13일``, ``3, 5, 7월``, ``2019·2020년``.

Two successive months or days joined by a dot (1·2월) are a span and are left to ``ranges``.
"""

from __future__ import annotations

import itertools

import regex

from ..korean.word_lists import regex_pattern
from . import dates
from .dates import DAY_CLOSED, Written
from .ranges import Date

_MARKS = frozenset(",·ㆍ")
_WIDTH = 24
_LIST = regex_pattern("ranges.list", day_closed=DAY_CLOSED)
_TOLD = regex_pattern("ranges.list_told")


def read(text: str, at: int, stop: int) -> list[Date]:
    """The dates of the list that begins at ``at``, the first with what stands before it; empty where there is none."""
    if _MARKS.isdisjoint(text[at : at + _WIDTH]):
        return []
    match = _LIST.match(text, at, stop)
    if not match:
        return []
    unit = next(name for name in ("day", "month", "year") if match[name])
    numbers = [int(number) for number in match.captures(unit)]
    told = _TOLD.match(text, match.end(), stop) is not None
    if not _is_list(match, unit, numbers, told):
        return []
    ends = [*match.ends(unit)[:-1], match.end()]
    starts = [at, *match.starts(unit)[1:]]
    written = [dates.with_part(Written(), unit, number) for number in numbers]
    if match["head"]:
        head = dates.DATE.match(text, at, match.end("head"))
        if not head:
            return []
        written[0] = dates.with_part(dates.read(head), unit, numbers[0])
    return [Date(*place) for place in zip(starts, ends, written, strict=True)]


def _is_list(match: regex.Match[str], unit: str, numbers: list[int], told: bool) -> bool:
    """A list rises; two neighbours with a dot are a span, and days with commas alone may be a length (2, 3일 걸린다) unless
    what follows tells otherwise."""
    if any(low >= high for low, high in itertools.pairwise(numbers)):
        return False
    dotted = "," not in match[0]
    neighbours = len(numbers) == 2 and numbers[1] == numbers[0] + 1
    if unit == "year":
        return True
    if dotted and neighbours:
        return False
    return told or bool(match["head"]) or dotted or unit == "month"
