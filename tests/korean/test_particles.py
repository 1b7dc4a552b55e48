"""What is taken off an eojeol: a comparison is one however it is marked."""

from __future__ import annotations

import pytest

from jobextract import extract
from jobextract.korean.tokens import classify


@pytest.mark.parametrize("word", ["목표보다", "목표보다는", "목표보다도", "목표보다야"])
def test_a_comparison_is_one_however_it_is_marked(word) -> None:
    assert classify(word) == ("목표", "보다", "noun")


def test_what_is_compared_with_names_no_item() -> None:
    records = extract("쌀값은 4주 전보다 3% 올랐고 2주 전보다는 1% 내렸다.").records
    assert {record.item for record in records if record.kind == "percent"} == {"쌀값"}
