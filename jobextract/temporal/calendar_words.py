"""The words of the calendar, from ``rules/words/calendar.toml``: what each stands for, and how a list of them is matched."""

from __future__ import annotations

from collections.abc import Iterable

from ..korean.word_lists import numbers, pairs, regex_pattern, words

#: the days of the week, Monday first
WEEKDAYS = "".join(words("calendar.weekdays"))
YEARS, MONTHS, WEEKS, DAYS = map(numbers, ("calendar.years", "calendar.months", "calendar.weeks", "calendar.days"))
#: counted from the date that the text named last
SAME_YEARS, SAME_MONTHS, SAME_DAYS = map(numbers, ("calendar.same_years", "calendar.same_months", "calendar.same_days"))
#: words that only stand for a date beside certain others
AMBIGUOUS = frozenset(words("calendar.ambiguous"))
HOLIDAYS = pairs("calendar.holidays")
NTH, ERAS, SHIFTS = map(numbers, ("calendar.nth", "calendar.eras", "calendar.shifts"))
SEASONS, HALVES, EDGES = map(numbers, ("calendar.seasons", "calendar.halves", "calendar.edges"))
SINO_MONTHS, SINO_QUARTERS = numbers("calendar.sino_months"), numbers("calendar.sino_quarters")
_BLANK = regex_pattern("calendar.blank")


def any_of(listed: Iterable[str]) -> str:
    """The words as alternatives, the longest first, a blank allowed before 해 달 주 날 and where they hold one."""
    return "|".join(_BLANK.sub(r"\\s?", word) for word in sorted(listed, key=len, reverse=True))
