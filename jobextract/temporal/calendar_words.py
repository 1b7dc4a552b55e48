"""The words of the calendar, from ``rules/words/calendar.toml``: what each stands for, and how a list of them is matched."""

from __future__ import annotations

import regex

from ..korean.word_lists import values

WEEKDAYS = "월화수목금토일"


def table(name: str) -> dict[str, int]:
    """What each word of a list stands for."""
    return {word: int(value) for word, value in values(f"calendar.{name}").items()}


def pairs(name: str) -> dict[str, tuple[int, int]]:
    """The two numbers that each word of a list stands for, written there as one: 501 is the first of May."""
    return {word: divmod(value, 100) for word, value in table(name).items()}


YEARS, MONTHS, WEEKS, DAYS = table("years"), table("months"), table("weeks"), table("days")
#: counted from the date that the text named last
SAME_YEARS, SAME_MONTHS, SAME_DAYS = table("same_years"), table("same_months"), table("same_days")
HOLIDAYS = pairs("holidays")
NTH, ERAS = table("nth"), table("eras")


def any_of(words: object) -> str:
    """The words as alternatives, the longest first, a blank allowed before 해 달 주 날 and where they hold one."""
    ordered = sorted(words, key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(
        regex.sub(r"(?<=지난|다음|이번|저번|같은|그)(?=[해달주날])|(?<=이|올)(?=[달주날해])| ", r"\\s?", w)
        for w in ordered
    )
