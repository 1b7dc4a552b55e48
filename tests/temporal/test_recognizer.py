"""Dates, durations and times in running text. The forms have their sentences in rules/dates.toml; here stand the properties."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from jobextract.model import Mention
from jobextract.temporal import calendar_words, recognizer

REFERENCE = date(2024, 11, 6)  # a Wednesday
UNHURRIED = settings(deadline=None)  # a busy machine is no failure
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
SINO = ["", *"일이삼사오육칠팔구"]
SPLIT = ("지난", "다음", "이번", "저번", "같은", "그", "다다음", "지지난")


def sino(number: int) -> str:
    """A number below 10,000 in Sino-Korean, 일 left out before 십, 백, 천."""
    words = ""
    for unit, word in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
        digit = number // unit % 10
        words += (SINO[digit] if digit > 1 or unit == 1 else "") + (word if digit else "")
    return words


def sino_date(day: date) -> str:
    month = {6: "유", 10: "시"}.get(day.month, sino(day.month))
    return f"{sino(day.year)}년 {month}월 {sino(day.day)}일"


def only(text: str, reference: date | None = REFERENCE, year: int | None = None) -> Mention:
    found = recognizer.find(text, reference=reference, year=year)
    assert len(found) == 1, [m.text for m in found]
    return found[0]


def periods_in(text: str, reference: date | None = REFERENCE, year: int | None = None) -> list[str | None]:
    return [m.period for m in recognizer.find(text, reference=reference, year=year)]


WRITTEN = [
    "{0.year}년 {0.month}월 {0.day}일",
    "{0.year}년{0.month}월{0.day}일",
    "{0.year}.{0.month:02d}.{0.day:02d}",
    "{0.year}. {0.month}. {0.day}",
    "{0.year}-{0.month:02d}-{0.day:02d}",
    "{0.year}/{0.month}/{0.day}",
]


@UNHURRIED
@given(DAYS, st.sampled_from(WRITTEN), st.sampled_from(["", "에 문을 열었다", " 서울", "(금)", "부터는", "."]))
def test_every_day_in_every_figure_style(day: date, style: str, behind: str) -> None:
    text = "개관 " + style.format(day) + behind
    found = recognizer.find(text)[0]
    assert found.period in (day.isoformat(), f"{day}/..")
    assert found.basis == "stated"
    assert found.text.startswith(style.format(day))


@UNHURRIED
@given(st.dates(date(1901, 1, 1), date(1999, 12, 31)) | st.dates(date(2001, 1, 1), date(2099, 12, 31)))
def test_every_day_in_sino_korean(day: date) -> None:
    assert only(f"비석에는 {sino_date(day)}에 세웠다고 적혔다").period == day.isoformat()


@UNHURRIED
@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_day_of_a_short_year(day: date) -> None:
    assert only(f"'{day.year % 100:02d}년 {day.month}월 {day.day}일").period == day.isoformat()


@UNHURRIED
@given(
    DAYS,
    st.sampled_from(
        [
            "지난 {0.day}일",
            "오는 {0.day}일",
            "{0.month}월 {0.day}일",
            "이달 {0.day}일",
            "{0.day}일 밝혔다",
            "오늘",
            "이번 주",
        ]
    ),
)
def test_what_is_relative_needs_a_reference(day: date, style: str) -> None:
    found = only(style.format(day), reference=None)
    assert (found.period, found.basis) == (None, None)


@UNHURRIED
@given(st.integers(1, 23), st.integers(0, 59))
def test_every_minute_in_every_clock_style(hour: int, minute: int) -> None:
    half, short = ("오후", hour - 12) if hour > 12 else ("오전", hour)
    expected = f"2024-03-05T{hour:02d}:{minute:02d}"
    if hour != 12:
        assert recognizer.find(f"2024년 3월 5일 {half} {short}시 {minute}분")[1].period == expected
    assert recognizer.find(f"2024.03.05 {hour:02d}:{minute:02d}")[1].period == expected


@UNHURRIED
@given(st.integers(2, 40), st.integers(1, 11))
def test_lengths_are_summed_in_their_smallest_unit(large: int, small: int) -> None:
    for text, unit, value in (
        (f"{large}년 {small}개월", "month", large * 12 + small),
        (f"{large}개년", "year", large),
        (f"{large}시간 {small}분", "minute", large * 60 + small),
        (f"{large}분{small}초", "second", large * 60 + small),
    ):
        found = only(text)
        assert (found.kind, found.value, found.unit) == ("duration", Decimal(value), unit)


PIECES = ["올해 ", "지난 ", "다음 달 ", "3월 ", "12일", "부터 ", "까지 ", "~", "2024년 ", "1,", "오후 3시", "한 달 ", "사흘", "이내", "(금)", "전 ", "후 ",
          "13월", "31일", "99:99", "'24년", "이십", "·", "-", "2024-", "\n", "에서 ", "사이", "마지막 ", "월요일", "1~", "년", "월", "일"]  # fmt: skip


@UNHURRIED
@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=60),
    st.sampled_from([None, REFERENCE]),
)
def test_any_text_gives_spans_in_order_with_valid_periods(text: str, reference: date | None) -> None:
    end = 0
    for found in recognizer.find(text, reference=reference, year=2023):
        assert found.start >= end and found.text == text[found.start : found.end] != ""
        end = found.end
        if found.period and found.kind == "date":
            parse_edtf(found.period)
        assert (found.basis is None) == (found.period is None) or found.kind == "time"


def test_only_the_given_stretch_is_read() -> None:
    text = "2023년 5월 1일 공고, 2024년 6월 2일 마감"
    assert [m.period for m in recognizer.find(text, start=13)] == ["2024-06-02"]
    assert [m.text for m in recognizer.find(text, end=11)] == ["2023년 5월 1일"]


def test_full_width_figures_are_read_in_place() -> None:
    found = only("접수는 ２０２４년 ３월 ５일이다")
    assert (found.text, found.period) == ("２０２４년 ３월 ５일", "2024-03-05")


def test_a_datetime_is_a_reference_too() -> None:
    assert periods_in("어제 문을 열었다", reference=datetime(2024, 3, 1, 9, 30)) == ["2024-02-29"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("시는 28일 사업을 마쳤다고 밝혔다", "2024-10-28"),
        ("시는 7일 사업을 마쳤다고 밝혔다", "2024-11-07"),
        ("시는 2일 사업을 마쳤다고 밝혔다", "2024-11-02"),
        ("설명회는 2일 열릴 예정이다", "2024-12-02"),
        ("설명회는 28일 열릴 예정이다", "2024-11-28"),
        ("12월 물가가 크게 올랐다", "2023-12"),
        ("1월 개통할 예정이다", "2025-01"),
        ("지난 12월 눈이 왔다", "2023-12"),
        ("오는 2월 문을 연다", "2025-02"),
        ("28일 장터", "2024-11-28"),
        ("28일 행사는 예정대로 끝났다", "2024-10-28"),
        ("간밤 28일 증시 마감", "2024-10-28"),
        ("간밤(28일) 증시는 관세를 물리겠다고 하자 밀렸다", "2024-10-28"),
    ],
)
def test_the_nearest_day_or_month_that_the_tense_allows(text: str, expected: str) -> None:
    found = only(text)
    assert (found.period, found.basis) == (expected, "published")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('과장은 "12월이면 목표를 넘는다"고 말했다', "2024-12"),
        ('과장은 "12월에는 값이 오를 수 있다"고 했다', "2024-12"),
        ("관장은 “12월 안에 문을 엽니다”라고 밝혔다", "2024-12"),
        ("노조는 12월 집회를 예고했다", "2024-12"),
        ("구는 개관을 10월에서 12월로 미뤘다", "2024-12"),
        ("시는 1월 “천 명을 더 뽑겠다”고 했으나 열 명에 그쳤다", "2024-01"),
        ("12월에 비가 그쳤다", "2023-12"),
        ('과장은 "12월에 백 명이 왔다"고 말했다', "2023-12"),
    ],
)
def test_what_is_said_or_aimed_at_is_not_of_the_past_verb_of_saying(text: str, expected: str) -> None:
    assert periods_in(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("시는 5일 예산을 더 쓰기로 했다", "2024-11-05"),
        ("이 병원은 4일부터 밤에 문을 닫는다", "2024-11-04/.."),
        ("축제는 1일 열릴 예정이다", "2024-12-01"),
    ],
)
def test_a_day_just_gone_is_of_this_month_unless_it_is_plainly_to_come(text: str, expected: str) -> None:
    assert only(text).period == expected


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("31일 군의회가 보인 것은 빠른 발이다", date(2024, 11, 1), "2024-10-31"),
        ("31일 군의회가 보인 것은 빠른 발이다", date(2024, 12, 1), "2024-12-31"),
        ("29일 문을 연다", date(2024, 12, 1), "2024-12-29"),
        ("29일 문을 열 예정이다", date(2024, 12, 1), "2024-12-29"),
        ("저수율은 28일 기준 23%다", date(2024, 12, 1), "2024-11-28"),
        ("저수율은 28일 기준 23%다", date(2024, 12, 15), "2024-11-28"),
        ("위원회가 28일 기준금리를 정한다", date(2024, 12, 15), "2024-12-28"),
        ("26일 입학 예정자를 세어 본다", date(2026, 1, 27), "2026-01-26"),
        ("3일 문을 열 예정이다", date(2024, 12, 28), "2025-01-03"),
    ],
)
def test_a_day_of_which_nothing_tells_when_is_the_last_one_that_lies_near(text: str, on: date, expected: str) -> None:
    assert periods_in(text, reference=on)[0] == expected


def test_a_year_before_the_common_era_opens_a_span() -> None:
    assert len(periods_in("탑은 기원전 57년부터 기원전 18년까지 서 있었다")) == 1


def test_a_day_more_than_half_a_month_back_is_of_the_next_month() -> None:
    assert only("통행료는 4일 면제", date(2024, 9, 28)).period == "2024-10-04"
    assert only("통행료는 14일 면제", date(2024, 9, 28)).period == "2024-09-14"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("센터는 2월 문을 연다", "2025-02"),
        ("접수는 1월부터 3월까지 받습니다", "2024-01/2024-03"),
        ("1분기의 두 배를 넘는다", "2024-33"),
        ("2월 말 현재 열 곳이 문을 연다", "2024-02"),
        ("2월 문을 연 병동에 환자가 몰린다", "2024-02"),
        ("10월에 문을 연다", "2024-10"),
        ("2월에 문을 열 수 있다", "2025-02"),
        ("2월에 백 명이 넘을 수도 있다", "2025-02"),
        ("2월에 남는 방이 있다", "2024-02"),
        ("다리는 2월 개통을 앞두고 있다", "2025-02"),
        ("다리는 2월 개통을 앞두고 있었다", "2024-02"),
        ("구는 개관을 2월로 미뤘다", "2025-02"),
        ("구는 2월 개관을 더 미뤘다", "2024-02"),
        ("신청은 2월 마감됩니다", "2025-02"),
        ("2월 손님은 백 명이 됩니다", "2024-02"),
    ],
)
def test_what_is_done_in_a_month_long_gone_is_done_in_the_next_year(text: str, expected: str) -> None:
    assert only(text).period == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("지난해에는 9월에 예산이 바닥났다", ["2023", "2023-09"]),
        ("2021년에도 9월부터 오래 끌다 말았다", ["2021", "2021-09/.."]),
        ("지난해 1분기 줄었다가 2분기에 늘었다", ["2023-33", "2023-34"]),
        ("지난해(11월 1일 기준)는 열 곳이다", ["2023", "2023-11-01"]),
        ("내년 6월 준공하고 9월 문을 연다", ["2025-06", "2025-09"]),
        ("내년 대회는 5월 4일 열린다", ["2025", "2025-05-04"]),
        ("내년 1월 시행에 앞서 12월 시범 운영한다", ["2025-01", "2024-12"]),
        ("내년 3월 개교를 목표로 12월 공사를 마친다", ["2025-03", "2024-12"]),
        ("내년 2월 시행에 앞서 1월 시범 운영한다", ["2025-02", "2025-01"]),
        ("지난해 1분기 줄었다. 2분기에 늘었다", ["2023-33", "2024-34"]),
        ("2021년 3월 이후 9월에 가장 많이 늘었다", ["2021-03/..", "2024-09"]),
        ("2025년까지 지을 곳은 9월 말 열 곳이었다", ["../2025", "2024-09"]),
    ],
)
def test_a_month_is_of_the_year_that_its_sentence_tells_of(text: str, expected: list[str]) -> None:
    assert periods_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("다음 달 5일 심사를 거쳐 13일 확정된다", ["2024-12-05", "2024-12-13"]),
        ("지난달 1일 시작한 접수를 20일까지 받는다", ["2024-10-01", "../2024-11-20"]),
        ("지난달 1일 시작해 20일 끝났다", ["2024-10-01", "2024-10-20"]),
        ("축제를 12월 2일 연다고 5일 알렸다", ["2024-12-02", "2024-11-05"]),
        ("축제를 12월 2일 연다. 13일 회의가 있다", ["2024-12-02", "2024-11-13"]),
    ],
)
def test_a_day_is_of_the_month_that_its_sentence_tells_of(text: str, expected: list[str]) -> None:
    assert periods_in(text) == expected


def test_with_a_year_only_months_are_of_it_and_bare_days_of_none() -> None:
    found = recognizer.find("올해 3월 시작해 지난해 5월보다, 내년 상반기엔, 지난 6월에, 9월에, 12일에", year=2021)
    assert [m.period for m in found] == ["2021-03", "2020-05", "2022-40", "2021-06", "2021-09", None]
    assert [m.basis for m in found] == ["inferred"] * 5 + [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("지난달 수출은 20억 달러로, 지난해 4월보다 7% 줄었다. 이달은 더 준다.", ["2020-04", "2019-04", "2020-05"]),
        ("지난달 수출은 지난해 12월보다 7% 줄었다.", [None, "2019-12"]),
        ("지난달 수출이 줄었다. 지난해 4월보다 적다.", [None, "2019-04"]),
        ("이달 수출은 지난해 4월보다 7% 줄었다.", [None, "2019-04"]),
    ],
)
def test_with_a_year_only_last_month_is_the_one_that_it_is_set_against(text: str, expected: list[str | None]) -> None:
    assert [mention.period for mention in recognizer.find(text, year=2020) if mention.kind == "date"] == expected


def test_a_late_month_gone_by_may_be_of_the_year_before() -> None:
    assert [m.period for m in recognizer.find("지난 12월에 눈이 왔다", year=2021)] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("지난해 10월과 11월에 열었다", ["2023-10", "2023-11"]),
        ("2022년 11월, 12월", ["2022-11", "2022-12"]),
        ("2023년 12월 30일부터 1월 2일까지", ["2023-12-30/2024-01-02"]),
        ("2023. 12. 30.부터 1. 2.까지", ["2023-12-30/2024-01-02"]),
        ("2023. 3. 4.부터 5. 31.까지", ["2023-03-04/2023-05-31"]),
        ("2023. 3. 4.부터 5명을 뽑는다", ["2023-03-04/.."]),
        ("2023. 3. 4.부터 12개 동에서 연다", ["2023-03-04/.."]),
        ("2023-03-04부터 10곳을 연다", ["2023-03-04/.."]),
        ("2023. 3. 4.부터 5.3% 올린다", ["2023-03-04/.."]),
        ("2023. 3. 4.~ 5명을 뽑는다", ["2023-03-04"]),
        ("3월 2일 열고 같은 달 20일 닫았다", ["2024-03-02", "2024-03-20"]),
        ("2019년 3월 착공해 이듬해 5월 준공했다", ["2019-03", "2020-05"]),
        ("15일 열고 다음날 닫는다", ["2024-11-15", "2024-11-16"]),
        ("내년 5월부터 올린다. 이에 따라 5월에 올리고 7월에 다시 올린다.", ["2025-05/..", "2025-05", "2025-07"]),
        ("내년 5월부터 올린다. 요금은 3월에 한 번 내렸다.", ["2025-05/..", "2024-03"]),
        ("내년 5월부터 올린다. 8월 이용객은 3천명에 달한다.", ["2025-05/..", "2024-08"]),
        ("내년 5월부터 올린다. 8월에 모은 신청은 320명에 이른다.", ["2025-05/..", "2024-08"]),
        ("내년 5월부터 올린다. 9월에 문을 연 분관은 120명을 받는다.", ["2025-05/..", "2024-09"]),
        ("내년 7월부터 올린다. 6월에 다시 올린다.", ["2025-07/..", "2024-06"]),
        ("전날 비, 전날 눈", ["2024-11-05", "2024-11-05"]),
    ],
)
def test_a_date_leans_on_the_one_before(text: str, expected: list[str]) -> None:
    assert periods_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15일 오전 10시부터 오후 5시까지", ["2024-11-15", "2024-11-15T10:00/2024-11-15T17:00"]),
        ("15일(금) 밤 12시", ["2024-11-15", "2024-11-16T00:00"]),
        ("15일 열리며 입장은 오후 5시다", ["2024-11-15", "T17:00"]),
        ("15일 예선을 치르고 당일 오후 4시에 결과를 알린다", ["2024-11-15", "2024-11-15T16:00"]),
        ("15일 예선을 치르고 지난해 당일 오후 4시와 견준다", ["2024-11-15", "2023", "T16:00"]),
        ("매일 오전 9시 30분에 문을 연다", ["T09:30"]),
    ],
)
def test_a_time_is_of_the_day_before_it_or_of_none(text: str, expected: list[str]) -> None:
    assert periods_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1969일자리사업에 2024명이 지원했다",
        "2040 도시기본계획과 5·18 기념식, 6·25 참전용사",
        "전화 02-2024-1130, 공고 제2024-115호, 192.168.10.24, 3.10.2판",
        "3대 1, 1:1 상담, 3:2 승리, 5분의 1, 3분의 2",
        "광명시와 3시군, 세시풍속, 한시적 조치",
        "수주와 수분과 수달, 이사회와 일반 시민, 이년생",
        "주주총회와 100주년, 3학년과 2년제 대학, 손익분기점",
        "하루빨리 내일배움카드를, 보름달과 오늘날",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert recognizer.find(text, reference=REFERENCE) == []


def test_every_word_of_the_calendar_is_read_with_its_blanks_and_without() -> None:
    listed = (
        calendar_words.YEARS,
        calendar_words.MONTHS,
        calendar_words.WEEKS,
        calendar_words.DAYS,
        calendar_words.HOLIDAYS,
    )
    for word in (word for words in listed for word in words if word not in calendar_words.AMBIGUOUS):
        written = {word, word.replace(" ", ""), re.sub("(?=[해달주날]$)", " ", word) if word[:-1] in SPLIT else word}
        assert [periods_in(f"{form}에 모였다") for form in written] == [periods_in(f"{word}에 모였다")] * len(
            written
        ), word
        assert periods_in(f"{word}에 모였다") != [], word


@pytest.mark.parametrize("text", ["2023년 2월 29일", "4월 31일", "13월 5일"])
def test_a_date_that_does_not_exist_has_no_period(text: str) -> None:
    assert periods_in(text) == [None]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("10월 12일부터 이날까지 40건을 단속했다.", ["2024-10-12/2024-11-06"]),
        ("5일 회의가 열렸다. 11월 1일부터 이날까지 12명이 왔다.", ["2024-11-05", "2024-11-01/2024-11-05"]),
        ("지난달 3일 문을 열었다. 11월 1일부터 이날까지 9명이 왔다.", ["2024-10-03", "2024-11-01/2024-11-06"]),
        ("11월 1일부터 이날까지 12명이, 이날 하루 3명이 왔다.", ["2024-11-01/2024-11-06", "2024-11-06"]),
    ],
)
def test_this_day_at_the_end_of_a_span_is_not_the_day_that_the_span_begins_on(text: str, spans: list[str]) -> None:
    assert [period for period in periods_in(text) if period] == spans
