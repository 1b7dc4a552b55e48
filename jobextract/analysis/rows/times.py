"""How the time of a result stands to that of a target."""

from __future__ import annotations

from ...temporal import periods


def agreement(aimed: str | None, reached: str | None) -> str:
    """How the two times agree: the same, the result's within the target's or its year, before it, elsewhere, not told."""
    if aimed is None or reached is None:
        return f"null{aimed is None:d}{reached is None:d}"
    if aimed == reached:
        return "same"
    if is_within(reached, aimed):
        return "within"
    if periods.year_of(aimed) == periods.year_of(reached):
        return "year"
    return "leads" if _leads_up(reached, aimed) else "other"


def is_within(part: str, whole: str) -> bool:
    """Whether the period is a part of the target's year or span, or what was reached until some day in it.

    By a deadline counts what was reached over years; what one of the years brought does not.
    """
    first, last = periods.first_day(part), periods.last_day(part)
    if whole.startswith("../"):
        return first[:4] != last[:4] and last <= periods.last_day(whole)
    if part.startswith("../"):
        return periods.first_day(whole) <= last <= periods.last_day(whole)
    return periods.first_day(whole) <= first and last <= periods.last_day(whole)


def _leads_up(part: str, whole: str) -> bool:
    """Whether the year or month lies in the span at whose end a level is aimed at."""
    return periods.last_day(part.removeprefix("../"))[:4] <= periods.last_day(whole.removeprefix("../"))[:4]


def are_parts(aimed: str | None, told: str | None) -> bool:
    """Whether the two are for two halves, quarters or months, neither of which lies in the other: 상반기 1천420개, 하반기 1천491개."""
    if aimed is None or told is None or any(periods.is_year(one) or ".." in one for one in (aimed, told)):
        return False
    return periods.last_day(aimed) < periods.first_day(told) or periods.last_day(told) < periods.first_day(aimed)


def are_apart(one: str | None, other: str | None) -> bool:
    """Whether the two are of one kind, two years or two months, and neither lies in the other."""
    if one is None or other is None or len(one) != len(other) or ".." in one or ".." in other:
        return False
    return one != other and not is_within(one, other) and not is_within(other, one)
