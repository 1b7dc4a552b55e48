"""Sums, shares and changes that the text presents as such, those that fail, and what is not checked."""

from decimal import Decimal

import pytest
from figures import read

from jobextract.analysis import checks


def verdicts(text, published="2026-03-02"):
    rows = read(text, published=published)[1]
    found, same = checks.check(rows)
    assert same == rows
    by_id = {row.id: row.text for row in rows}
    return [(c.kind, c.holds, by_id[c.total], [by_id[part] for part in c.parts], c.expected) for c in found]


YEARS = "구는 2028년까지 일자리 {}개를 만든다.\n연도별 목표는 올해 900개, 2027년 950개, 2028년 1천50개다."


def test_yearly_targets_meet_the_whole():
    parts = ["900개", "950개", "1천50개"]
    assert verdicts(YEARS.format("2천900")) == [("sum", True, "2천900개", parts, Decimal(2900))]


def test_yearly_targets_that_miss_the_whole_are_reported():
    (kind, holds, total, _, expected) = verdicts(YEARS.format("3천"))[0]
    assert (kind, holds, total, expected) == ("sum", False, "3천개", Decimal(2900))


def test_kinds_with_different_counters_meet_the_jobs_that_they_make():
    text = (
        "군은 올해 일자리 970개를 목표로 한다.\n분야별 목표는 공공근로 410개, 직업 교육 260건, 취업 알선 300건입니다."
    )
    assert verdicts(text) == [("sum", True, "970개", ["410개", "260건", "300건"], Decimal(970))]


def test_a_total_in_the_same_sentence():
    text = "행사에는 청년 120명, 중장년 45명, 어르신 30명 등 모두 195명이 왔다."
    assert verdicts(text) == [("sum", True, "195명", ["120명", "45명", "30명"], Decimal(195))]


def test_an_open_list_may_hold_but_not_fail():
    assert verdicts("행사에는 청년 120명, 중장년 45명, 어르신 30명 등 모두 260명이 왔다.") == []


def test_a_breakdown_in_brackets():
    text = "군은 하반기 참여자 160명을 뽑는다.\n모집 분야는 △숲길지기(70명) △바다돌봄이(50명) △마을배움터(40명)이다."
    assert [(v[1], v[2]) for v in verdicts(text)] == [(True, "160명")]


def test_figures_of_different_things_are_not_added():
    assert verdicts("마을에는 주민 90명, 집 41채, 소 30마리가 있다.\n모두 161곳을 돌았다.") == []


def test_a_share_of_a_stated_base():
    text = "수강생 240명 중 60명(25%)이 일자리를 얻었다."
    assert verdicts(text) == [("share", True, "25%", ["60명", "240명"], Decimal(25))]


def test_a_share_that_does_not_fit_its_base_is_reported():
    (kind, holds, total, _, expected) = verdicts("수강생 240명 중 60명(30%)이 일자리를 얻었다.")[0]
    assert (kind, holds, total, expected) == ("share", False, "30%", Decimal(25))


def test_a_share_of_a_base_in_the_sentence_before():
    text = "이용자는 지난달 4천명이었다.\n이용자의 62.5%인 2천500명은 어르신이었다."
    assert verdicts(text) == [("share", True, "62.5%", ["2천500명", "4천명"], Decimal("62.5"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("고용률은 지난해 61.2%에서 올해 63.0%로 1.8%포인트 올랐다.", (True, Decimal("1.8"))),
        ("고용률은 지난해 61.2%에서 올해 63.0%로 2.8%포인트 올랐다.", (False, Decimal("1.8"))),
        ("매출은 40억원에서 30억원으로 25% 줄었다.", (True, Decimal(25))),
        ("정원은 40명에서 120명으로 세 배 늘었다.", (True, Decimal(3))),
        ("회원은 1천200명에서 1천500명으로 300명 늘었다.", (True, Decimal(300))),
    ],
)
def test_a_change_fits_before_and_after(text, expected):
    assert [(c[1], c[4]) for c in verdicts(text)] == [expected]


def test_a_percentage_in_brackets_behind_a_difference_is_no_share():
    assert verdicts("실업자는 9만명으로 3천명(3.4%) 늘었다.") == []


def test_a_rounded_headline_points_to_the_exact_figure_in_the_body():
    text = "해돋이시 일자리 4만개 만든다\n해돋이시는 일자리 4만1천300개를 만든다."
    rows = read(text, title=True)[1]
    assert rows[0].same_as == rows[1].id
    assert rows[1].same_as is None


def test_a_figure_said_again_points_to_its_first_statement():
    text = "구는 돌봄 일자리 310개를 만든다.\n구는 쉼터 22곳을 연다.\n돌봄 일자리 310개는 내년에 늘린다."
    rows = [row for row in read(text)[1] if row.text == "310개"]
    assert [row.same_as for row in rows] == [None, rows[0].id]


def test_the_same_number_of_something_else_is_another_figure():
    rows = read("구는 돌봄 일자리 40개를 만든다.\n군은 헌 의자 40개를 고쳤다.")[1]
    assert [row.same_as for row in rows] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "군은 올해 일자리 9천개를 만든다.\n분야별로는 농업 1천200개, 관광 800개, 돌봄 640개다.",
        "지난해 사업비는 900억원이었다.\n분야별 사업비는 도로 702억원, 하천 583억원, 공원 491억원이다.",
        "회사는 매출 목표를 9조원에서 9조4천억원으로 올려 잡고 주당 500원의 배당을 한다.",
        "갑 대학은 4.1대 1에서 4.5대 1로, 을 대학은 4.7대 1에서 5.2대 1로 올랐다.",
        "피해는 4억원에서 125억원으로 30배 넘게 불었다.",
        "보조금은 680만원에서 500만원대로 21% 줄었다.",
        "주민 열 명 중 네 명(41.2%)이 청년이다.",
    ],
    ids=["partial list", "other parts", "another figure", "the next one", "more than", "roughly", "of ten"],
)
def test_what_is_partial_rough_or_of_something_else_raises_no_alarm(text):
    assert [verdict for verdict in verdicts(text) if not verdict[1]] == []


def test_a_slip_near_the_total_is_reported():
    text = "군은 올해 일자리 970개를 만든다.\n분야별 계획은 농업 410개, 관광 260개, 돌봄 290개다."
    assert [(verdict[1], verdict[4]) for verdict in verdicts(text)] == [(False, Decimal(960))]
