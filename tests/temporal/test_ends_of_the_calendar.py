"""What is worked out past the ends of the calendar is no period: null, never an invalid one and never an error."""

from __future__ import annotations

import pytest

import jobextract
from jobextract.temporal import edtf

FIRST, LAST = "0001-01-01", "9999-12-31"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("내년 하반기에 늘린다", LAST),
        ("내년 1분기에 늘린다", LAST),
        ("작년 4분기에 늘었다", FIRST),
        ("지난 주말에 늘었다", FIRST),
        ("다음 주 금요일에 연다", LAST),
        ("3주 후 금요일에 연다", LAST),
        ("지난 4주 늘었다", FIRST),
        ("밤 24시에 문을 닫는다", LAST),
        ("24:00에 문을 닫았다", LAST),
        ("내일 밤 1시에 연다", LAST),
        ("지난 2000년대", FIRST),
        ("2년 전보다 늘었다", FIRST),
    ],
)
def test_no_period_past_the_ends(text, day) -> None:
    for mention in jobextract.mentions(text, day):
        assert mention.period is None or edtf.valid(mention.period), mention
    for record in jobextract.extract(f"{text}고 밝혔다. 한들시는 {text} 3개를 만들었다.", day).records:
        assert record.period is None or edtf.valid(record.period), record


@pytest.mark.parametrize(
    "period",
    ["2024", "2024-02-29", "2024-33", "2024-41", "197X", "20XX", "2022-03~", "../2026", "2019/..", "2024-02/2024-11",
     "2024-01-12T09:10", "T10:00/T17:00", "T24:00", "2024-12-30/2025-01-05"],
)  # fmt: skip
def test_periods(period) -> None:
    assert edtf.valid(period)


@pytest.mark.parametrize(
    "period",
    ["", "1", "../", "../..", "10000-40", "-002/0000", "0000", "0000-12", "2023-02-29", "2024-13", "2025/2024",
     "2024-33/2024-34", "T25:00", "2024-01-12T24:01"],
)  # fmt: skip
def test_what_is_no_period(period) -> None:
    assert not edtf.valid(period)


def test_a_figure_over_two_lines_stands_in_its_sentence() -> None:
    text = "한들시, 일자리 늘린다\n\n한들시는 올해 공공 부문에서 새 일자리 14,\n101 개를 만들고 예산 3\n억 원을 들인다고 6일 밝혔다.\n"
    for record in jobextract.extract(text).records:
        assert record.text in record.sentence, record
