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
