"""What kind of time a period is, and how one stands to others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

from ...korean.word_lists import pattern, values, words
from ...model import Mention
from ...temporal import edtf, periods
from ...temporal.periods import Time
from . import carryover

_OPEN_SINCE, _PART_END = words("periods.open_since"), pattern("periods.part_end")
_PARTS = values("periods.part_of_year")


@lru_cache(maxsize=1024)
def form(period: str) -> str:
    """What kind of time a period is."""
    if period.startswith("../"):
        return "deadline"
    if period.endswith("/.."):
        return "since"
    if "/" in period:
        return "days" if carryover.is_days(period) else "span"
    if "~" in period:
        return "about"
    return {4: "year", 7: "month" if periods.is_month(period) else "part", 10: "day"}.get(len(period), "other")


@lru_cache(maxsize=1024)
def finer(period: str) -> str:
    """What kind of span it is: a week, the first ten or twenty days of a month, a quarter, a half, a year so far."""
    first, _, last = period.partition("/")
    if not last or ".." in period or not edtf.valid(period):
        return form(period)
    if periods.is_day(first) and periods.is_day(last):
        if first[:8] == last[:8] and first[8:] == "01":
            return "monthsofar"
        days = (date.fromisoformat(last) - date.fromisoformat(first)).days
        return "week" if days == 6 else "fewdays" if days < 6 else "days"
    if len(first) == len(last) == len("2024"):
        return "years"
    if not len(first) == len(last) == len("2024-01") or first[:4] != last[:4]:
        return "span"
    months = int(last[5:7]) - int(first[5:7])
    if months == 2 and first[5:] in ("01", "04", "07", "10"):
        return "quarter"
    if months == 5 and first[5:] in ("01", "07"):
        return "half"
    return "yearsofar" if first[5:] == "01" else "span"


def against(period: str, others: Sequence[str]) -> Literal["none", "this", "within", "around", "other"]:
    """How a time stands to others, say those of the headline: it is one, a part of one, holds one, or is none of them."""
    if not others:
        return "none"
    if period in others:
        return "this"
    first, last = _ends(period)
    ends = [_ends(one) for one in others]
    if any(start <= first and last <= end for start, end in ends):
        return "within"
    return "around" if any(first <= start and end <= last for start, end in ends) else "other"


@lru_cache(maxsize=1024)
def _ends(period: str) -> tuple[str, str]:
    """The first and the last day, as texts that can be compared."""
    return periods.first_day(period), periods.last_day(period)


def stated(mention: Mention) -> Time | None:
    """The time that a date names; the day or year before 이후 is a point, and what is so since then an open span.

    Of 9월 말까지 it is September, of 2023년 4분기 이후 the quarter.
    """
    if not mention.period:
        return None
    period = mention.period
    if period.endswith("/..") and not mention.text.endswith(_OPEN_SINCE):
        period = period.removesuffix("/..")
        first = next((code for word, code in _PARTS.items() if word in mention.text), None)
        if first is not None:
            period = _part(period, int(first)) or period
    elif period.startswith("../") and _PART_END.search(mention.text):
        period = period.removeprefix("../")
    return Time(period, mention.basis)


def _part(month: str, first: int) -> str | None:
    """The quarter (its codes begin with 33) or half (with 40) of a year that begins with the month."""
    same = (
        code
        for code, (start, _) in edtf.PARTS.items()
        if first <= int(code) < first + 4 and month[5:] == f"{start:02d}"
    )
    return next((f"{month[:5]}{code}" for code in same), None)
