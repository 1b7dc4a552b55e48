"""Times of a term of office: 민선 8기 4년, 임기 안에, 취임 뒤 지금까지."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...korean.tokens import Sentence
from ...korean.word_lists import pattern
from ...temporal import periods
from ...temporal.periods import Time

_TERM = pattern("derived.term")
_IN_OFFICE = pattern("derived.in_office")


def term(text: str, spoken: Sequence[Sentence]) -> tuple[str, str] | None:
    """The months of the term of office that the article speaks of: 민선 8기."""
    for sentence in spoken:
        said = _TERM.search(text, sentence.start, sentence.end)
        if said is not None:
            return periods.term_of_office(int(said[1]))
    return None


def times(text: str, sentence: Sentence, term: tuple[str, str], now: str | None) -> Iterator[tuple[Time, int, str]]:
    """What is promised for the term, and what was done in it until now: time, number of the word that tells of it, and way."""
    said = _IN_OFFICE.search(text, sentence.start, sentence.end)
    if said is None:
        return
    index = next((i for i, word in enumerate(sentence.words) if word.end > said.start()), 0)
    first, last = term
    yield Time(f"{first}/{last}", "stated"), index, "term"
    if now is not None and len(now) >= len(first) and first < now[:7] < last:
        yield Time(f"{first}/{now[:7]}", "stated"), index, "term|now"
        before = periods.months_before(Time(now[:7], "published"), 1)
        if before is not None and first < before.period:
            yield Time(f"{first}/{before.period}", "stated"), index, "term|month"
