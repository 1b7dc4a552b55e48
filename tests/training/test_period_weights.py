"""What is learned of the times of figures: a list is one question, and a fact by itself is held less than one beside a figure."""

from __future__ import annotations

import pytest

pytest.importorskip("scipy")

from training.trainers import period


def _answer(page: str, line: int, right: str, facts: dict[str, list[str]]) -> period.Answer:
    return period.Answer(page, line, list(facts), list(facts.values()), None, [right])


def test_figures_of_one_list_do_not_outvote_lines_that_each_say_otherwise() -> None:
    options: dict[str, list[str]] = {"2023": ["near"], "2024": ["lead"]}
    lists = [_answer(f"dev/l-{page}", 1, "2023", options) for page in range(3) for _ in range(9)]
    lines = [_answer(f"dev/s-{page}", 1, "2024", options) for page in range(12)]
    weights = period._weights([*lists, *lines], "").weights
    assert weights["lead"][0] > weights["near"][0]


def test_figures_of_one_line_that_may_be_for_other_times_are_no_list() -> None:
    facts = {"near": ["near"], "lead": ["lead"]}
    lists = [
        _answer(f"dev/l-{page}", 1, f"{2000 + n}", {f"{2000 + n}": facts["near"], "1999": facts["lead"]})
        for page in range(3)
        for n in range(9)
    ]
    lines = [_answer(f"dev/s-{page}", 1, "1999", {"2000": ["near"], "1999": ["lead"]}) for page in range(12)]
    weights = period._weights([*lists, *lines], "").weights
    assert weights["near"][0] > weights["lead"][0]


def test_a_fact_by_itself_weighs_more_than_the_same_beside_what_is_known_of_the_figure() -> None:
    options = {"2023": ["near", "near|status=plan"], "2024": ["lead"]}
    weights = period._weights([_answer(f"dev/s-{page}", 1, "2023", options) for page in range(9)], "").weights
    assert weights["near"][0] > weights["near|status=plan"][0] > 0
