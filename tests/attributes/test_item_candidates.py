"""The candidates of what a figure counts, and the facts that each bears: those that lists, questions and earlier figures tell."""

import pytest
from figures import read

from jobextract.attributes.items.candidates import Reader
from jobextract.attributes.items.placement import origin


@pytest.fixture
def weighed(monkeypatch):
    """The candidates of each figure of a text with their facts, by how the figure is written."""
    found, ask = {}, Reader.candidates

    def heard(self, near, draft, *rest):
        several = ask(self, near, draft, *rest)
        found[draft.mention.text] = {one.text: one.facts for one in several}
        return several

    monkeypatch.setattr(Reader, "candidates", heard)
    return lambda text: (found.clear(), read(text), found)[-1]


def test_a_topic_heads_all_members_of_its_list_alike(weighed):
    found = weighed("상담사는 동부 11명, 서부 6명, 남부 3명, 북부 2명이다.")
    assert all("LT*" in found[figure]["상담사"] for figure in ("6명", "3명", "2명"))
    assert "LT*" not in found["11명"]["상담사"]


def test_a_topic_heads_no_list_where_something_else_stands_between(weighed):
    found = weighed("상담사는 동부 11명, 서부 6명을 만났고 남부 3명은 쉰다.")
    assert not any("LT*" in facts for facts in found["3명"].values())


def test_a_member_is_weighed_with_the_topic_of_its_list(weighed):
    found = weighed("상담사는 창구 11명, 전화 6명이다.")
    assert "pairLTN" in found["11명"]["창구 상담사"]
    assert "pairLT*" in found["6명"]["전화 상담사"]


def test_what_is_asked_for_is_weighed_for_the_answer(weighed):
    assert "beforeO0" in weighed("하루에 아이 3명이 쓰는 이불을 몇 채나 빱니까? 평일에는 140채입니다.")["140채"]["이불"]
    assert "beforeO0" not in str(weighed("하루에 아이 3명이 쓰는 이불을 빱니다. 평일에는 140채입니다.")["140채"])


def test_what_the_sentence_before_ends_in_as_a_noun_is_weighed(weighed):
    assert "beforeis" in weighed("문제는 충전기다. 같은 해 60기를 놓기로 했다.")["60기"]["충전기"]


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("LN", "LN"),
        ("LNF", "LN+"),
        ("LT*", "LT+"),
        ("prev01s|people", "pr+"),
        ("pairLT*", "pLT"),
        ("headline|money", "he+"),
        ("", "+"),
    ],
)
def test_where_an_item_comes_from(way, told):
    assert origin(way) == told


def test_a_phrase_that_a_figure_parts_is_one(weighed):
    found = weighed("군은 낡은 기숙사 2개 동을 38억원에 고치고 화장실 126곳 개선에 88억원을 쓴다.")
    assert "around0O|money" in found["38억원"]["기숙사 동"]
    assert "around0P|money" in found["88억원"]["화장실 개선"]
    assert "around1O|count" in found["2개"]["기숙사 동"]


def test_what_is_done_with_so_many_is_no_part_of_what_they_are(weighed):
    assert "일자리 창출" not in weighed("군은 일자리 300개 창출을 약속했다.")["300개"]


def test_the_nearest_of_several_topics_is_told_from_the_others(weighed):
    found = weighed("직접일자리가 목표 61개에 실적 63개, 고용서비스가 목표 62개에 실적 69개다.")["69개"]
    assert "LSnth0|count" in found["고용서비스"]
    assert "LSnth1|count" in found["직접일자리"]


def test_what_a_list_is_broken_down_by_is_not_what_is_counted(weighed):
    assert "연령" not in weighed("찬성이 많았다. 연령은 청년 66%, 노인 61% 순으로 높았다.")["66%"]
    assert "지역" in weighed("지역은 30곳이다.")["30곳"]
    assert "매수자 연령" in weighed("매수자 연령은 청년 66%, 노인 61% 순으로 높았다.")["66%"]


def test_what_is_compared_with_behind_a_bracket_is_no_noun(weighed):
    assert not any(text.startswith("보다") for text in weighed("지난해 같은 기간(961명)보다는 87명 많다.")["87명"])


def test_the_sum_behind_an_enumeration_is_told_from_its_last_member(weighed):
    found = weighed("일자리는 공공근로 120명, 돌봄 80명, 인턴 40명 등 240명이다.")["240명"]
    assert any(fact.startswith("sumlast") for fact in found["인턴"])
    assert any(fact.startswith("summember") for fact in found["돌봄"])
    assert any(fact.startswith("sumno") for fact in found["일자리"])
    assert "sum" not in str(weighed("일자리는 공공근로 120명, 인턴 40명이며 예산은 3억원이다."))


@pytest.mark.parametrize("between", ["등 모두", "등 총", "등"])
def test_a_sum_may_be_told_to_be_one(weighed, between):
    assert "sumlast" in str(weighed(f"공공근로 120명, 인턴 40명 {between} 160명을 뽑는다.")["160명"]["인턴"])


def test_of_verbs_each_with_a_figure_the_second_is_of_the_second(weighed):
    found = weighed("매출 320억원, 영업이익 41억원을 냈다. 각각 14% 늘고 35% 줄었다.")
    assert "of each10" in found["14%"]["매출"] and "of each01" in found["14%"]["영업이익"]
    assert "of each10" in found["35%"]["영업이익"] and "of each01" in found["35%"]["매출"]


def test_figures_in_brackets_take_no_place_of_their_own(weighed):
    found = weighed("무와 배추는 각각 70톤(2.0%), 28톤(12.5%) 늘었다.")
    assert "of each10" in found["28톤"]["배추"] and "of each10" in found["12.5%"]["배추"]
    assert "of each10" in found["2.0%"]["무"]


def test_the_noun_right_behind_a_counter_or_in_its_bracket_is_told_from_others(weighed):
    found = weighed("군은 13개 경로당을 돌았다. 수출액은 4억 달러(점유율 48%)다.")
    assert "handbehindOown" in found["13개"]["경로당"]
    assert "handasideown" in found["48%"]["점유율"] and "handasideown" not in found["48%"]["수출액"]


def test_a_person_by_role_is_told_from_what_is_counted(weighed):
    found = weighed("투수 도나솔이 홈런을 맞았다. 도나솔은 12점을 더했다.")["12점"]
    assert "person called" in found["도나솔"]
    assert not any(fact.startswith("person") for fact in found.get("홈런", []))


def test_a_greek_delta_marks_a_list_as_the_triangle_does(weighed):
    for mark in "△Δ∆":
        assert "공공근로" in weighed(f"일자리는 {mark}공공근로 350명 {mark}돌봄 42명 등이다.")["350명"]


@pytest.mark.parametrize(
    ("text", "figure", "item", "way"),
    [
        ("구는 95억 원 규모의 사업을 벌인다.", "95억 원", "사업", "size"),
        ("이 회사는 9천만 원(약 7만 달러) 규모의 이자를 못 냈다.", "9천만 원", "이자", "size"),
        ("이 연구소는 30억 원에 달하는 장비를 샀다.", "30억 원", "장비", "reach"),
        ("극장은 관객 앞에 배우 8명의 의상을 걸었다.", "8명", "의상", "of"),
        ("센터가 12개 마을을 돌았다.", "12개", "마을", "next"),
    ],
)
def test_what_stands_right_behind_is_told_by_how_it_is_joined(weighed, text, figure, item, way):
    facts = [fact for fact in weighed(text)[figure][item] if fact.startswith("linked")]
    assert facts and all(fact.startswith(f"linked{way}") and "own" in fact for fact in facts)


def test_of_the_phrases_that_lead_on_with_a_genitive_the_last_is_meant(weighed):
    found = weighed("한때 470억 원에 이르던 별빛산업의 기업 가치는 온데간데없다.")["470억 원"]
    assert any(fact.startswith("linkedreach") and "own" in fact for fact in found["기업 가치"])


def test_nothing_is_linked_where_a_verb_stands_behind(weighed):
    assert "linked" not in str(weighed("모임에 12명이 왔다.")["12명"])


def test_those_of_whom_a_part_is_told_are_named_without_the_word_that_says_so(weighed):
    found = weighed("도내 17개 시·도 중에서는 물결시가 313건으로 으뜸이다.")
    assert "시·도" in found["17개"] and not any(text.endswith("중") for text in found["17개"])
    assert any(fact.startswith("LK") for fact in found["313건"]["시·도"])


def test_districts_of_one_syllable_are_counted_and_scraps_of_a_counter_are_not(weighed):
    found = weighed("물결군 7개 면에는 상담사 30명이 있다. 84㎡ 형은 6채다.")
    assert "면" in found["7개"]
    assert "형" not in found["84㎡"]


def test_what_is_the_most_so_far_is_no_item(weighed):
    assert "최대인" not in weighed("축제는 역대 최대인 172만 명의 인파를 모았다.")["172만 명"]
