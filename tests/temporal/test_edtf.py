"""The calendar arithmetic: EDTF in, EDTF out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from jobextract.temporal import edtf

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS)
def test_a_day_is_its_iso_date(day: date) -> None:
    assert edtf.day(day.year, day.month, day.day) == day.isoformat()


def test_days_and_months_that_do_not_exist_are_none() -> None:
    assert edtf.day(2023, 2, 29) is None
    assert edtf.day(2024, 2, 29) == "2024-02-29"
    assert edtf.day(2024, 13, 1) is None
    assert edtf.month(2024, 0) is None
    assert edtf.year(10000) is None


def test_the_last_day_of_a_month_is_day_zero() -> None:
    assert edtf.day(2024, 2, 0) == "2024-02-29"
    assert edtf.day(2023, 4, 0) == "2023-04-30"


@given(DAYS, st.integers(0, 6))
def test_a_week_runs_from_monday_and_holds_its_day(day: date, weekday: int) -> None:
    first, last = (date.fromisoformat(end) for end in edtf.week(day).split("/"))
    assert first.weekday() == 0 and last - first == timedelta(6) and first <= day <= last
    assert edtf.weekday_of_week(day, weekday).weekday() == weekday
    assert first <= edtf.weekday_of_week(day, weekday) <= last


@given(DAYS, st.integers(0, 6), st.integers(0, 5))
def test_the_nth_weekday_is_that_weekday_of_that_month(day: date, weekday: int, nth: int) -> None:
    found = edtf.nth_weekday(day.year, day.month, weekday, nth)
    if found is None:
        assert nth == 5
        return
    at = date.fromisoformat(found)
    assert (at.year, at.month, at.weekday()) == (day.year, day.month, weekday)
    if nth:
        assert (at.day - 1) // 7 == nth - 1
    else:
        assert (at + timedelta(7)).month != at.month


def test_weeks_are_counted_by_their_thursday() -> None:
    assert edtf.nth_week_of_year(2021, 1) == "2021-01-04/2021-01-10"
    assert edtf.nth_week_of_year(2020, 0) == "2020-12-28/2021-01-03"
    assert edtf.nth_week_of_year(2021, 53) is None
    assert edtf.nth_week_of_month(2024, 8, 1) == "2024-07-29/2024-08-04"


def test_an_interval_has_no_parts_of_a_year_or_decades_at_its_ends() -> None:
    assert edtf.between("2024-33", "2024-35") == "2024-01/2024-09"
    assert edtf.until("2025-40") == "../2025-06"
    assert edtf.since("2024-36") == "2024-10/.."
    assert edtf.until("198X") == "../1989"
    assert edtf.since("2024-12~") == "2024-12/.."
    assert edtf.until("2024-03-04/2024-03-10") == "../2024-03-10"


def test_an_interval_does_not_run_backwards() -> None:
    assert edtf.between("2024-05", "2024-03") is None
    assert edtf.between("2024", "2024-03") == "2024/2024-03"


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ({"years": 2}, "2022-03~"),
        ({"months": 1}, "2024-02-29~"),
        ({"days": 31}, "2024-02-29"),
        ({"years": 1, "days": 1}, "2023-03-30"),
        ({"months": -11}, "2025-02-28~"),
        ({"days": 800000}, None),
        ({"years": 3000}, None),
    ],
)
def test_a_distance_is_as_fine_as_its_units(counted: dict[str, int], expected: str | None) -> None:
    assert edtf.ago(date(2024, 3, 31), **counted) == expected


def test_windows_are_whole_units() -> None:
    on = date(2024, 11, 6)
    assert edtf.window(on, "week", 2, forward=False) == "2024-10-21/2024-11-03"
    assert edtf.window(on, "month", 2, forward=True) == "2024-12/2025-01"
    assert edtf.window(on, "year", 3, forward=False) == "2021/2023"
    assert edtf.window(on, "hour", 3, forward=False) is None


@pytest.mark.parametrize(
    "period", ["2024", "2024-03", "2024-40", "2024-36", "197X", "20XX", "2022-11~", "2024-02/2024-11"]
)
def test_what_is_made_is_edtf(period: str) -> None:
    parse_edtf(period)
    parse_edtf(edtf.since(period))
    parse_edtf(edtf.until(period))


def test_ends_of_open_intervals() -> None:
    assert (edtf.start("../2024-12"), edtf.end("../2024-12")) == ("..", "2024-12")
    assert (edtf.start("2024-01/.."), edtf.end("2024-01/..")) == ("2024-01", "..")


def test_days_past_the_calendar_are_none() -> None:
    assert edtf.days_from("2024-02-28", 2) == "2024-03-01"
    assert edtf.days_from("2024-03-01", -7) == "2024-02-23"
    assert edtf.days_from("9999-12-31", 2) is None
    assert edtf.days_from("0001-01-03", -7) is None


@given(st.integers(1900, 2100), st.sampled_from(sorted(edtf.PARTS)))
def test_a_half_or_quarter_and_the_interval_of_its_months_are_one(year: int, part: str) -> None:
    told = f"{year}-{part}"
    assert edtf.in_parts(edtf.in_months(told)) == told == edtf.in_parts(told)


def test_other_intervals_of_months_stay_as_they_are() -> None:
    for period in ("2025-01/2025-09", "2024-07/2025-06", "../2025-03", "2025-02/2025-04", "2025-01/2025"):
        assert edtf.in_parts(period) == period
