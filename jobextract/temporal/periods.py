"""The time of a figure as a value: what it spans, whether it is over or still to come, and the same span of other years."""

from __future__ import annotations

from functools import lru_cache

import msgspec
import regex

from ..model import PeriodBasis
from . import edtf

#: the first months of the halves and quarters of a year, by their EDTF numbers
_FIRST_MONTHS = {"40": "01", "41": "07", "33": "01", "34": "04", "35": "07", "36": "10"}
_DAY = regex.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_SPAN = regex.compile(r"^[0-9]{4}(?:-[0-9]{2})?$")
_YEAR = regex.compile(r"^(?:19|20)[0-9]{2}$")
_MONTH = regex.compile(r"^[0-9]{4}-(?:0[1-9]|1[0-2])$")

#: the year in which the eighth term of mayors and governors began
_EIGHTH_TERM = 2022


class Time(msgspec.Struct, frozen=True, gc=False):
    """A period in EDTF and what it rests on."""

    period: str
    basis: PeriodBasis | None


@lru_cache(maxsize=1024)
def year_of(period: str | None) -> int | None:
    """The year that a period counts for: its last; None for an open end, and for a decade or a time of day."""
    if not period:
        return None
    last = period.split("/")[-1]
    return int(last[:4]) if last[:4].isdigit() and len(last) >= 4 else None


@lru_cache(maxsize=512)
def is_year(period: str) -> bool:
    return bool(_YEAR.match(period))


@lru_cache(maxsize=512)
def is_month(period: str) -> bool:
    return bool(_MONTH.match(period))


@lru_cache(maxsize=512)
def is_span(period: str) -> bool:
    """A year, half, quarter or month, as against a day, an interval or a deadline."""
    return bool(_SPAN.match(period))


@lru_cache(maxsize=1024)
def is_day(period: str) -> bool:
    return bool(_DAY.match(period))


def lies(period: str | None, now: str | None) -> str:
    """Whether a period is over, of this year, to come, a deadline or not known, seen from ``now``."""
    if period is None:
        return "unknown"
    if period.startswith("../"):
        return "deadline" if is_to_come(period, now) else "until"
    if not now:
        return "stated"
    if is_to_come(period, now):
        return "coming"
    return "over" if is_over(period, now) else "now"


def is_over(period: str | None, now: str | None) -> bool:
    """Whether the period ended before ``now`` (a date, or a year where no more is known)."""
    year = year_of(period)
    if year is None or not period or not now or period.startswith("../"):
        return False
    return year < int(now[:4])


def is_to_come(period: str | None, now: str | None) -> bool:
    """Whether the period begins after ``now``, or is a deadline after it."""
    if not period or not now:
        return False
    first = period.split("/")[0]
    if first == "..":
        return (year_of(period) or 0) > int(now[:4])
    if not first[:4].isdigit():
        return False
    if first[:4] != now[:4]:
        return first[:4] > now[:4]
    if is_day(first) and len(now) >= 10:
        return first > now[:10]
    month = _FIRST_MONTHS.get(first[5:7], first[5:7])
    return len(first) == 7 and len(now) >= 7 and month > now[5:7]


def years_before(time: Time, number: int) -> Time | None:
    """The same year, half, quarter or month so many years before; None of a day or an interval."""
    if not is_span(time.period):
        return None
    return Time(f"{int(time.period[:4]) - number:04d}{time.period[4:]}", time.basis)


def months_before(time: Time, number: int) -> Time | None:
    """The month so many months before; None of anything else than a month."""
    if not is_month(time.period):
        return None
    year, month = divmod(int(time.period[:4]) * 12 + int(time.period[5:]) - 1 - number, 12)
    return Time(f"{year:04d}-{month + 1:02d}", time.basis)


def quarters_before(time: Time, number: int) -> Time | None:
    """The quarter so many quarters before; None of anything else than a quarter."""
    if not is_span(time.period) or time.period[5:] not in ("33", "34", "35", "36"):
        return None
    year, quarter = divmod(int(time.period[:4]) * 4 + int(time.period[5:]) - 33 - number, 4)
    return Time(f"{year:04d}-{quarter + 33}", time.basis)


def day_of(time: Time) -> Time:
    """The day of a time of day on a known date: a figure is counted for the day on which it was read."""
    return Time(time.period.partition("T")[0], time.basis) if "T" in time.period else time


def term_of_office(number: int) -> tuple[str, str]:
    """The first and the last month of a term of elected mayors and governors, who are elected every four years: 민선 8기."""
    first = _EIGHTH_TERM + 4 * (number - 8)
    return f"{first}-07", f"{first + 4}-06"


def first_day(period: str) -> str:
    """The first day of a period; empty, before all others, of an open beginning."""
    text = edtf.start(period)
    return "" if text == ".." else f"{text}-01-01"[:10] if len(text) == 4 else f"{text}-01"[:10]


def last_day(period: str) -> str:
    """The last day of a period, as if every month had 31; after all others of an open end."""
    text = edtf.end(period)
    return "9999-12-31" if text == ".." else f"{text}-12-31"[:10] if len(text) == 4 else f"{text}-31"[:10]
