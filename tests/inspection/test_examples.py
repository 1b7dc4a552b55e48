"""Every example of every rule, run against the whole rule book: a rule tested alone cannot be seen stealing another's span."""

from __future__ import annotations

import pytest

from jobextract.inspection.examples import Example, examples, judge
from jobextract.inspection.rule_check import outcomes
from jobextract.rulebook import loader

BOOK = loader.load()
EXAMPLES = list(examples(BOOK))


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.known_miss is False], ids=lambda e: e.name)
def test_example(example: Example) -> None:
    assert judge(example, BOOK) is None, judge(example, BOOK)


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.known_miss], ids=lambda e: e.name)
def test_known_miss_still_misses(example: Example) -> None:
    assert judge(example, BOOK) is not None, f"{example.name} passes now: move it from known_misses to finds"


def test_the_whole_book_passes_its_own_check() -> None:
    assert [outcome.complaint for outcome in outcomes(frozenset(BOOK.entries)) if outcome.complaint] == []
