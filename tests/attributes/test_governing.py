"""By what verb a figure is governed, and what is quoted: facts for the learned opinion on a status."""

import pytest

from training.figures import desks
from training.pages import LabelledPage


def facts(text, figure, *starts):
    page = LabelledPage("page", "author", text, ["B"] * (text.count("\n") + 1), [{"published": "2025-06-05"}], [])
    told = [(desk, draft) for desk in desks(page) for draft in desk.drafts if draft.mention.text == figure]
    return {fact for desk, draft in told for fact in desk.evidence(draft) if fact.startswith(starts)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("군은 올해 마을 담장 40곳을 칠했다.", "past|False|True"),
        ("군은 이웃과 함께 담장 40곳을 골라 곱게 칠했다.", "past|False|False"),
        ("군은 칠할 담장을 40곳으로 늘렸다.", "past|True|True"),
        ("군은 담장 40곳을 골라 예산을 편성했다.", "past|True|False"),
        ("군은 담장 40곳을 곧 칠하겠다고 밝혔다.", "will|False|True"),
    ],
)
def test_the_first_verb_that_bears_a_tense_governs_a_figure(text, told):
    assert f"governed={told}" in facts(text, "40곳", "governed=")


def test_who_told_it_governs_nothing():
    told = facts("군은 담장 40곳을 칠한다고 밝혔다.", "40곳", "governed=")
    assert not any("past" in fact for fact in told)


def test_a_clause_tells_of_the_figure_that_it_describes():
    assert any(
        fact.startswith("governed=of:") for fact in facts("군은 담장 40곳을 칠한 화가를 찾는다.", "40곳", "governed=")
    )


def test_a_figure_of_what_is_said_knows_how_that_ends():
    text = "면장은 “올해 담장 40곳을 칠했다”고 말했고 군은 담장 9곳을 더 본다."
    assert any(fact.startswith("quoted=said|past") for fact in facts(text, "40곳", "quoted="))
    assert facts(text, "9곳", "quoted=") == set()
    named = facts("군은 ‘나무 40그루 심기’ 사업을 벌인다.", "40그루", "quoted=")
    assert any(fact.startswith("quoted=named") for fact in named) and "quoted=named>사업을" in named


def test_what_is_to_be_done_by_a_time_aims_at_no_number():
    dated = facts("군은 80억원을 들여 2029년 3월 준공을 목표로 다리를 놓는다.", "80억원", "aim", "behind:목표")
    counted = facts("군은 80억원을 들여 다리 3곳 준공을 목표로 뛴다.", "80억원", "aim", "behind:목표")
    assert not any("목표" in fact for fact in dated) and any("목표" in fact for fact in counted)
