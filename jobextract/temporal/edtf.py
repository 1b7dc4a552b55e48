"""Arithmetic on calendar periods, written as EDTF (ISO 8601-2, Library of Congress profile).

A period is a string: a day ``2024-01-12``, a month ``2024-01``, a year ``2024``, a half ``2024-40``/``-41``, a quarter
``2024-33`` to ``-36``, a decade ``197X``, a century ``20XX``, an approximate one ``2022-03~``, or an interval
``2024-02/2024-11`` whose open side is ``..``. Intervals hold no halves, quarters or decades: EDTF does not allow them
there, so their first or last month or year stands instead. Weeks have no EDTF of their own and are intervals of seven
days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 1, 9999
_CLOCK = r"T(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?|24:00)"
_DATE = r"(?P<year>(?!0000)\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])" + f"(?:{_CLOCK})?)?)?"
_IN_INTERVAL = re.compile(rf"(?:{_DATE}|{_CLOCK})[~?%]?", re.ASCII)
_ALONE = re.compile(rf"(?:{_DATE}|{_CLOCK}|(?!0000)\d{{4}}-(?:3[3-6]|4[01])|\d\d(?:\dX|XX))[~?%]?", re.ASCII)
# code of a half or a quarter -> its first and last month
PARTS = {"33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12), "40": (1, 6), "41": (7, 12)}
_OF_MONTHS = {(f"-{low:02d}", f"-{high:02d}"): part for part, (low, high) in PARTS.items()}


def year(number: int) -> str | None:
    """``2024``; None outside the years that four digits hold."""
    return f"{number:04d}" if FIRST_YEAR <= number <= LAST_YEAR else None


def month(in_year: int, number: int) -> str | None:
    """``2024-03``; None where there is no such month."""
    return f"{in_year:04d}-{number:02d}" if FIRST_YEAR <= in_year <= LAST_YEAR and 1 <= number <= 12 else None


def day(in_year: int, in_month: int, number: int) -> str | None:
    """``2024-03-05``; None where there is no such day. A ``number`` of 0 is the last day of the month."""
    if not (FIRST_YEAR <= in_year <= LAST_YEAR and 1 <= in_month <= 12):
        return None
    last = monthrange(in_year, in_month)[1]
    return f"{in_year:04d}-{in_month:02d}-{number or last:02d}" if number <= last else None


def half(in_year: int, number: int) -> str | None:
    return f"{in_year:04d}-{39 + number}" if FIRST_YEAR <= in_year <= LAST_YEAR else None


def quarter(in_year: int, number: int) -> str | None:
    return f"{in_year:04d}-{32 + number}" if FIRST_YEAR <= in_year <= LAST_YEAR else None


def season(in_year: int, number: int) -> str | None:
    """The months of spring (0), summer, autumn and winter (3), which ends in the year after."""
    first = 3 + 3 * number
    last_year, last = shift_month(in_year, first, 2)
    if not (in_year >= FIRST_YEAR and last_year <= LAST_YEAR):
        return None
    return f"{in_year:04d}-{first:02d}/{last_year:04d}-{last:02d}"


def decade(first_year: int) -> str | None:
    """``197X`` of 1970."""
    return f"{first_year // 10:03d}X" if FIRST_YEAR <= first_year <= LAST_YEAR else None


def century(number: int) -> str | None:
    """``20XX`` of the 21st century: EDTF counts it from 2000, a year early."""
    return f"{number - 1:02d}XX" if 1 <= number <= 99 else None


@lru_cache(maxsize=1024)
def valid(period: str) -> bool:
    """Whether the period is one: real days in years 1 to 9999, times of day, an interval that does not run backwards.

    What is worked out near the ends of the calendar may not be: the half after 9999, the year before 1.
    """
    first, slash, last = period.partition("/")
    if not slash:
        return _is_side(first, _ALONE)
    if first == last == ".." or not all(side == ".." or _is_side(side, _IN_INTERVAL) for side in (first, last)):
        return False
    return ".." in (first, last) or "T" in period or between(first, last) is not None


def _is_side(side: str, form: re.Pattern[str]) -> bool:
    match = form.fullmatch(side)
    if match is None or not match["day"]:
        return match is not None
    return int(match["day"]) <= monthrange(int(match["year"]), int(match["month"]))[1]


def shift_month(in_year: int, number: int, by: int) -> tuple[int, int]:
    """The year and month ``by`` months after the given one."""
    months = in_year * 12 + number - 1 + by
    return months // 12, months % 12 + 1


def week(of: date) -> str:
    """Monday to Sunday of the week that holds the day."""
    monday = of - timedelta(of.weekday())
    return f"{monday}/{monday + timedelta(6)}"


def weekend(of: date) -> str:
    """Saturday and Sunday of the week that holds the day."""
    saturday = of + timedelta(5 - of.weekday())
    return f"{saturday}/{saturday + timedelta(1)}"


def weekday_of_week(of: date, weekday: int) -> date:
    return of + timedelta(weekday - of.weekday())


def nth_weekday(in_year: int, in_month: int, weekday: int, nth: int) -> str | None:
    """The ``nth`` Monday (0) to Sunday (6) of a month, the last one where ``nth`` is 0; None where the month has
    fewer.
    """
    last = monthrange(in_year, in_month)[1]
    first = 1 + (weekday - date(in_year, in_month, 1).weekday()) % 7
    number = first + 7 * (nth - 1) if nth else first + 7 * ((last - first) // 7)
    return day(in_year, in_month, number) if number <= last else None


def nth_week_of_month(in_year: int, in_month: int, nth: int) -> str | None:
    """The ``nth`` week of a month (0: the last), weeks counted as in KS X ISO 8601: a week is of the month of its
    Thursday.
    """
    thursday = nth_weekday(in_year, in_month, 3, nth)
    return week(date.fromisoformat(thursday)) if thursday else None


def nth_week_of_year(in_year: int, nth: int) -> str | None:
    """The ``nth`` ISO week of a year (0: the last)."""
    weeks = date(in_year, 12, 28).isocalendar().week
    if nth > weeks:
        return None
    return week(date.fromisocalendar(in_year, nth or weeks, 1))


def start(period: str) -> str:
    """The first day, month or year of a period, with no more precision than it has; ``..`` where it has none."""
    if len(period) == len("2024-01-12") and "/" not in period:
        return period
    text = period.partition("/")[0].rstrip("~?%")
    if len(text) == len("2024-33") and text[5:7] in PARTS:
        return f"{text[:5]}{PARTS[text[5:]][0]:02d}"
    return text.replace("X", "0")


def end(period: str) -> str:
    """The last day, month or year of a period, with no more precision than it has; ``..`` where it has none."""
    first, slash, last = period.partition("/")
    text = (last if slash else first).rstrip("~?%")
    if text[5:7] in PARTS and len(text) == 7:
        return f"{text[:5]}{PARTS[text[5:]][1]:02d}"
    return text.replace("X", "9")


def between(first: str, last: str) -> str | None:
    """The interval from the start of one period to the end of another; None where that runs backwards."""
    low, high = start(first), end(last)
    if ".." in (low, high):
        return f"{low}/{high}"
    return f"{low}/{high}" if low[: len(high)] <= high[: len(low)] else None


def since(period: str) -> str:
    return f"{start(period)}/.."


def until(period: str) -> str:
    return f"../{end(period)}"


def ago(of: date, years: int = 0, months: int = 0, days: int = 0) -> str | None:
    """So many years, months and days before a day (after it, where they are negative).

    The answer is as fine as the units named: ``2022-03~`` two years ago, ``2024-02-12~`` a month ago, a day where days
    are named.
    """
    in_year, in_month = shift_month(of.year, of.month, -(12 * years + months))
    if not FIRST_YEAR <= in_year <= LAST_YEAR:
        return None
    if not months and not days:
        return f"{in_year:04d}-{in_month:02d}~"
    at = date(in_year, in_month, min(of.day, monthrange(in_year, in_month)[1]))
    try:
        moved = at - timedelta(days)
    except OverflowError:
        return None
    return f"{moved}" if days else f"{moved}~"


def days_from(day: str, count: int) -> str | None:
    """The day so many days after another, before it where negative; None past the first or the last that a calendar holds."""
    try:
        return str(date.fromisoformat(day) + timedelta(count))
    except OverflowError:
        return None


def window(of: date, unit: str, count: int, forward: bool) -> str | None:
    """The ``count`` whole calendar weeks, months or years before the one that holds the day, or after it."""
    if unit == "week":
        monday = of - timedelta(of.weekday())
        try:
            first = monday + timedelta(7) if forward else monday - timedelta(7 * count)
            return f"{first}/{first + timedelta(7 * count - 1)}"
        except OverflowError:
            return None
    if unit == "month":
        low = shift_month(of.year, of.month, 1 if forward else -count)
        high = shift_month(*low, count - 1)
        return f"{low[0]:04d}-{low[1]:02d}/{high[0]:04d}-{high[1]:02d}"
    if unit == "year":
        first_year = of.year + 1 if forward else of.year - count
        return f"{first_year:04d}/{first_year + count - 1:04d}"
    return None


@lru_cache(maxsize=2048)
def in_months(period: str) -> str:
    """A half or quarter as the interval of its months, 2024-01/2024-03: every reader of EDTF knows that, few know 2024-33."""
    if len(period) != len("2024-33") or period[5:] not in PARTS:
        return period
    return f"{start(period)}/{end(period)}"


@lru_cache(maxsize=2048)
def in_parts(period: str) -> str:
    """The interval of the months of a half or quarter as that half or quarter, 2024-33: what :func:`in_months` undoes."""
    first, _, last = period.partition("/")
    if len(first) != len("2024-01") or len(last) != len(first):
        return period
    part = _OF_MONTHS.get((first[4:], last[4:])) if first[:4] == last[:4] else None
    return f"{first[:4]}-{part}" if part is not None else period
