"""Quantities in running text: what wins where readings overlap, what bounds a figure, what makes a range, what is none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jobextract
from jobextract.inspection.examples import worth
from jobextract.model import Mention
from jobextract.quantities.recognizer import explain, find


def found(text: str) -> list[tuple[str, str, str]]:
    return [(m.text, m.kind, worth(m)) for m in find(text)]


def only(text: str) -> Mention:
    mentions = find(text)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("수당을 2달러 50센트 올렸다", [("2달러 50센트", "money", "2.5 USD")]),
        ("보조금 3억 캐나다 달러를 받았다", [("3억 캐나다 달러", "money", "300000000 CAD")]),
        ("경쟁률은 8.4대 1이었다", [("8.4대 1", "ratio", "8.4")]),
        ("버스 12대와 30대 여성", [("12대", "count", "12 대"), ("30대", "age", "30..39 대")]),
        ("구는 6대 전략을 내걸었다", [("6대", "count", "6 대")]),
        ("연면적 812.5㎡(246평)", [("812.5㎡", "measure", "812.5 m2"), ("246평", "measure", "246 평")]),
        ("소득의 3할을 낸다", [("3할", "percent", "30 %")]),
        ("실업률이 0.7%p 내렸다", [("0.7%p", "percent", "0.7 %p")]),
        ("주민 4분의 3이 찬성했다", [("4분의 3", "ratio", "0.75")]),
        ("아침 영하 9.5도", [("영하 9.5도", "measure", "-9.5 °C")]),
        ("지방세 △41억원", [("△41억원", "money", "-4100000000 KRW")]),
        ("인구 10만 명당 7.2명", [("7.2명", "count", "7.2 명")]),
        ("특별회계 712억 698억", [("712억", "money", "71200000000 KRW"), ("698억", "money", "69800000000 KRW")]),
        ("치료제 40만 명분", [("40만 명분", "count", "400000 명분")]),
        ("관람객 3백만 첫 돌파", [("3백만", "count", ">3000000")]),
        ("월세 30만원대, 금리 3%대", [("30만원대", "money", "~300000 KRW"), ("3%대", "percent", "~3 %")]),
    ],
)
def test_the_longest_reading_wins(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "span", "bound"),
    [
        ("신청자가 40명 이상이다", "40명 이상", "min"),
        ("적어도 40명이 왔다", "40명", "min"),
        ("40명 초과면 나눈다", "40명 초과", "over"),
        ("40명을 넘는 주민이 왔다", "40명", "over"),
        ("40명 이내로 줄인다", "40명 이내", "max"),
        ("최대 40명을 뽑는다", "40명", "max"),
        ("최대 40명까지 뽑는다", "40명", "max"),
        ("40명 미만이다", "40명 미만", "under"),
        ("40명을 밑도는 수다", "40명", "under"),
        ("40명에 육박했다", "40명", "upto"),
        ("40명까지 받는다", "40명", "upto"),
        ("목표인 40명을 넘어섰다", "40명", None),
    ],
)
def test_bounds(text: str, span: str, bound: str | None) -> None:
    mention = only(text)
    assert (mention.text, mention.value, mention.bound) == (span, 40, bound)
    expected = {"min": (40, None), "over": (40, None), None: (None, None)}.get(bound, (None, 40))
    assert (mention.low, mention.high) == expected


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("약 70곳", "70곳"), ("70여 곳", "70여 곳"), ("70곳 안팎", "70곳 안팎"), ("70곳가량", "70곳가량"),
        ("70곳 남짓", "70곳 남짓"), ("70곳 정도", "70곳 정도"), ("70곳쯤", "70곳"), ("70곳 내외", "70곳 내외"),
    ],
)  # fmt: skip
def test_approximations(text: str, span: str) -> None:
    mention = only(text)
    assert (mention.text, mention.value, mention.approx) == (span, 70, True)


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("20~30개를 만든다", "20~30개", 20, 30),
        ("10만∼15만 원을 준다", "10만∼15만 원", 100000, 150000),
        ("200~300억원이 든다", "200~300억원", 200 * 10**8, 300 * 10**8),
        ("3천에서 5천 명이 모인다", "3천에서 5천 명", 3000, 5000),
        ("8세부터 80세까지 즐긴다", "8세부터 80세까지", 8, 80),
        ("15~64세가 대상이다", "15~64세", 15, 64),
        ("50∼60대가 많다", "50∼60대", 50, 69),
        ("30대는 그렇다", "30대", 30, 39),
        ("서너 명이 왔다", "서너 명", 3, 4),
        ("아침 기온은 영하 14~영하 2도", "영하 14~영하 2도", -14, -2),
    ],
)
def test_a_range_is_one_mention(text: str, span: str, low: int, high: int) -> None:
    mention = only(text)
    assert (mention.text, mention.value, mention.low, mention.high) == (span, None, low, high)


def test_a_change_is_two_figures() -> None:
    assert [m.text for m in find("정원을 20명에서 30명으로 늘린다")] == ["20명", "30명"]


@pytest.mark.parametrize(
    "text",
    [
        "코로나19 이후의 일자리", "3D 프린터와 5G 통신망", "119구급대가 출동했다", "종로3가 상인회", "국도 3호선을 넓힌다",
        "조례 제12조에 따른다", "2차전지 공장", "문의는 일자리과(2620-6411)로", "1588-0000으로 전화", "만장일치로 뽑았다",
        "이번 사업은 일부 조사했다", "천안 백신 공장의 이사", "만큼 억울한 일", "주소는 https://example.org/a1/2020",
        "전자우편 kim77@example.org", "한빛전자[012340]", "6·25 참전용사", "100세 시대를 맞아", "G20 정상회의", "A조 조장",
        "1969일자리사업", "‘로컬100’ 홍보관", "판본 1.2.3",
    ],
)  # fmt: skip
def test_names_hold_no_figure(text: str) -> None:
    assert found(text) == []


def test_mentions_slice_the_text_and_come_in_order() -> None:
    text = "시는 2026년까지 42억 원을 들여 일자리 1천200개를 만든다. 고용률 목표는 66.4%다."
    mentions = jobextract.mentions(text, reference=date(2024, 3, 1))
    assert [m.text for m in mentions] == ["2026년까지", "42억 원", "1천200개", "66.4%"]
    assert all(text[m.start : m.end] == m.text for m in mentions)


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("가나이일삼만천백억원명개년월일~-.,% 0123456789△약 이상은는을에서까지세대회"),
        max_size=80,
    )
)
def test_any_text_gives_ordered_disjoint_spans(text: str) -> None:
    end = 0
    for mention in find(text, reference=date(2024, 5, 1)):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.low is None or mention.high is None or mention.low <= mention.high
        end = mention.end


@given(st.text(alphabet="가나다라마바아자차카타파거너더러 .,", max_size=120))
@settings(deadline=None)
def test_no_numeral_no_mention(text: str) -> None:
    assert [m for m in find(text) if m.kind not in ("date", "time", "duration")] == []


def test_value_is_exact() -> None:
    assert only("예산 12억957만1180원").value == Decimal("1209571180")


def test_explain_says_what_was_tried_and_vetoed() -> None:
    outcomes = {(v.outcome, v.reason) for v in explain("만원 버스가 119구급대를 피했다")}
    assert ("name", "names.emergency_number") in outcomes
    assert any(outcome == "vetoed" and "만원" in reason for outcome, reason in outcomes)


@settings(max_examples=300, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("12340,.~-/:'년월일시분초주간전후 지난오는올해부터까지상반기말"), max_size=60),
    st.sampled_from([None, date(2024, 2, 29)]),
    st.sampled_from([None, 2023]),
)
def test_no_text_breaks_the_dates(text: str, reference: date | None, year: int | None) -> None:
    for mention in find(text, reference=reference, year=year):
        assert text[mention.start : mention.end] == mention.text


UNHURRIED = settings(deadline=None)  # a busy machine is no failure


@UNHURRIED
@given(
    st.integers(1, 9999),
    st.sampled_from(["군은 {}을 썼다", "상반기 {}으로 늘었다", "두 곳에 31억·{} 배정", "올 목표 {}을 넘었다"]),
)
def test_what_is_left_bare_in_hundred_millions_is_money(amount: int, sentence: str) -> None:
    written = f"{amount:,}억"
    figures = {m.text: (m.kind, m.value, m.unit) for m in find(sentence.format(written))}
    assert figures[written] == ("money", Decimal(amount) * 10**8, "KRW")


@UNHURRIED
@given(
    st.integers(1, 99),
    st.sampled_from(["조회 {}을 넘겼다", "인구가 {}으로 늘었다", "알약 {} 정을 판다", "{} 명이 본다"]),
)
def test_heads_and_clicks_in_hundred_millions_are_none(amount: int, sentence: str) -> None:
    assert "money" not in {m.kind for m in find(sentence.format(f"{amount}억"))}


@UNHURRIED
@given(st.lists(st.integers(1, 9999), min_size=1, max_size=5), st.sampled_from(["‘{}년 ", "20{}년 ", "20{}년도 "]))
def test_a_triangle_behind_a_year_is_the_minus_of_accounts(amounts: list[int], year: str) -> None:
    cells = [f"{year.format(20 + at)}△{amount:,}억원" for at, amount in enumerate(amounts)]
    money = [m.value for m in find(f"잉여금({', '.join(cells)})을 썼다") if m.kind == "money"]
    assert money == [-Decimal(amount) * 10**8 for amount in amounts]


@UNHURRIED
@given(
    st.integers(1, 9),
    st.integers(1, 9),
    st.sampled_from(["{}대부터 {}대까지 모였다", "주민 {}대에서 {}대까지 다양하다"]),
)
def test_two_decades_of_age_are_one_span(low: int, high: int, sentence: str) -> None:
    spans = [(m.low, m.high) for m in find(sentence.format(low * 10, high * 10)) if m.kind == "age"]
    assert spans[-1:] == [(low * 10, high * 10 + 9)] or low >= high


@UNHURRIED
@given(
    st.integers(1990, 2049),
    st.sampled_from(["가족", "부부", "마을", "학교", "J-장터", "여수", "은행", "대학"]),
    st.sampled_from("‘「“"),
)
def test_a_year_behind_an_opening_quote_counts_nothing(year: int, noun: str, quote: str) -> None:
    assert find(f"{quote}{year} {noun} 한마당") == []


@UNHURRIED
@given(
    st.integers(2, 400),
    st.integers(2, 400),
    st.sampled_from(["곳", "개", "명"]),
    st.sampled_from(["확대했다", "줄였다"]),
)
def test_what_is_changed_is_two_figures_also_where_the_noun_stands_behind(
    before: int, after: int, counter: str, verb: str
) -> None:
    text = f"올봄 {before}{counter}에서 {after}{counter} 규모로 {verb}"
    assert [m.value for m in find(text) if m.kind == "count"] == [before, after]
