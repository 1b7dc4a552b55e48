"""How a text goes on from what was meant to what came of it: facts that words of one kind share."""

from training.figures import desks
from training.pages import LabelledPage


def facts(text, figure):
    page = LabelledPage("page", "author", text, ["B"] * (text.count("\n") + 1), [{"published": "2025-01-05"}], [])
    told = [(desk, draft) for desk in desks(page) for draft in desk.drafts if draft.mention.text == figure]
    return {fact for desk, draft in told for fact in desk.evidence(draft) if fact.startswith(("act", "near", "moved"))}


def test_what_is_resolved_is_told_of_across_a_full_stop():
    text = "군은 2024년까지 농부 400명을 들이기로 했었다. 정작 온 사람은 263명에 그쳤다."
    assert "act>resolves|n" in facts(text, "400명") and "act>misses|none" in facts(text, "263명")


def test_words_of_one_kind_are_one_fact():
    told = [
        facts(f"군은 손님 300명을 부르겠다고 {vow}. 온 손님은 120명이다.", "300명") for vow in ("장담했다", "공언했다")
    ]
    assert told[0] == told[1] and "acts>resolves-vows|n" in told[0]


def test_a_figure_far_away_is_not_what_came_of_it():
    text = f"군은 손님 300명을 부르겠다고 다짐했다.\n{'축제는 가을에 열린다. ' * 15}\n주차한 손님은 120명이다."
    assert "acts>resolves-vows|f" in facts(text, "300명")


def test_an_act_right_beside_a_figure_is_told_with_its_particle():
    text = "조합이 바라던 30%에 닿지 못했다. 그래도 조합은 올해 회원 70%를 노린다."
    assert "near<expects|에" in facts(text, "30%") and "near>wants|를" in facts(text, "70%")
    apart = "조합이 바라던 대로 회원이 늘어 30%에 닿았다."
    assert not any(fact.startswith("near<expects") for fact in facts(apart, "30%"))


def test_what_there_is_and_what_it_is_brought_to_are_told_apart():
    text = "군은 160대인 버스를 내년까지 190대로 늘린다는 목표를 냈다. 택시는 올해 140대이며 버스는 120대다."
    assert "moved:to" in facts(text, "160대") and "moved:from" in facts(text, "190대")
    assert not any(fact.startswith("moved") for fact in facts(text, "140대") | facts(text, "120대"))
