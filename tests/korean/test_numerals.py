"""Numerals: every integer, however it is written, reads back as itself."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobextract.korean import numerals

UNITS = ["", "만", "억", "조"]
DIGITS = "영일이삼사오육칠팔구"
TENS = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"]
ONES = ["", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"]
BELOW_10_16 = st.integers(min_value=1, max_value=10**16 - 1)


def groups(number: int) -> list[tuple[int, str]]:
    """The number in groups of four digits with their units, the largest first: 12345 is [(1, 만), (2345, "")]."""
    parts = [((number // 10**power) % 10**4, unit) for power, unit in zip((0, 4, 8, 12), UNITS, strict=True)]
    return [part for part in reversed(parts) if part[0]]


def in_words(group: int, drop_one: bool = True) -> str:
    """A number below 10,000 in Sino-Korean: 2345 is 이천삼백사십오."""
    written = ""
    for power, unit in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
        digit = group // power % 10
        if digit:
            written += ("" if digit == 1 and unit and drop_one else DIGITS[digit]) + unit
    return written


def mixed(group: int, thousands: bool, hundreds: bool) -> str:
    """A number below 10,000 in digits, with 천 and 백 written out where asked: 2345 is 2천345 or 2천3백45."""
    written = ""
    for wanted, power, unit in ((thousands, 1000, "천"), (hundreds, 100, "백")):
        if wanted and group >= power:
            written += f"{group // power}{unit}"
            group %= power
    return written + (str(group) if group else "")


@given(BELOW_10_16)
def test_digits(number: int) -> None:
    assert numerals.parse(str(number)) == number
    assert numerals.parse(f"{number:,}") == number
    assert numerals.parse(str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))) == number


@given(BELOW_10_16, st.booleans(), st.booleans(), st.sampled_from(["", " "]))
def test_digits_with_multipliers(number: int, thousands: bool, hundreds: bool, blank: str) -> None:
    written = blank.join(mixed(group, thousands, hundreds) + unit for group, unit in groups(number))
    assert numerals.parse(written) == number


@given(BELOW_10_16, st.booleans(), st.sampled_from(["", " "]))
def test_sino_korean(number: int, drop_one: bool, blank: str) -> None:
    written = blank.join(in_words(group, drop_one) + unit for group, unit in groups(number))
    assert numerals.parse(written) == number


@given(st.integers(min_value=1, max_value=99))
def test_native(number: int) -> None:
    assert numerals.parse(TENS[number // 10] + ONES[number % 10]) == number


@given(
    st.integers(min_value=0, max_value=10**6),
    st.integers(min_value=0, max_value=999),
    st.sampled_from(["만", "억", "조"]),
)
def test_decimal_with_a_multiplier(whole: int, thousandths: int, unit: str) -> None:
    written = f"{whole % 10000}.{thousandths:03d}"
    value = Decimal(written) * numerals.BIG[unit]
    assert numerals.parse(written + unit) == (value if value else None)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_spans_slice_back_and_never_overlap(text: str) -> None:
    end = 0
    for found in numerals.scan(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@given(st.text(alphabet="가나다라마바사아자차카타파하 .,-ABC", max_size=60))
def test_no_numeral_characters_no_digits_found(text: str) -> None:
    assert all(found.style != "digit" for found in numerals.scan(text))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1만4천101", 14101), ("2천 738만 3천", 27383000), ("3조 4642억", 3464200000000), ("12억957만1180", 1209571180),
        ("만5천", 15000), ("만 천", 11000), ("4천 820만", 48200000), ("이천칠백삼십오만", 27350000), ("백스무", 120),
        ("백스물다섯", 125), ("스무", 20), ("오십 이", 52), ("삼점일사", "3.14"), ("영", 0), (".25", "0.25"),
        ("25.5억", 2550000000), ("1백억 5천만", 10050000000), ("50만 9375", 509375),
    ],
)  # fmt: skip
def test_written_as_in_the_news(written: str, value: int | str) -> None:
    assert numerals.parse(written) == Decimal(value)


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [("서너", 3, 4), ("두어", 2, 3), ("대여섯", 5, 6), ("이삼십", 20, 30), ("삼사백", 300, 400)],
)
def test_approximate_numerals_are_ranges(written: str, low: int, high: int) -> None:
    found = numerals.read(written, 0)
    assert found is not None and (found.value, found.low, found.high, found.approx) == (None, low, high, True)


@pytest.mark.parametrize("written", ["수십", "몇십", "수백만", "십수"])
def test_vague_numerals_have_no_value(written: str) -> None:
    found = numerals.read(written, 0)
    assert found is not None and (found.end, found.value, found.approx) == (len(written), None, True)


@pytest.mark.parametrize(
    "written", ["", "억", "조 원", "1.2.3", "만 34", "12만 3만", "1,23", "9" * 31, "일이", "억만", "0만", "백 5명"]
)
def test_what_is_no_whole_numeral(written: str) -> None:
    assert numerals.parse(written) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("만 34세", ["만", "34", ]), ("예산 5억 2024년", ["5억", "2024"]), ("A조 2위", ["2"]), ("31만9천세대", ["31만9천"]),
        ("10경기", ["10"]), ("2조각", ["2"]), ("3백일", ["3백"]), ("4천12억 3천9억", ["4천12억", "3천9억"]), ("다.2024년", ["2024"]), ("1,2위", ["1", "2"]),
    ],
)  # fmt: skip
def test_where_a_numeral_ends(text: str, found: list[str]) -> None:
    assert [text[n.start : n.end] for n in numerals.scan(text)] == found
