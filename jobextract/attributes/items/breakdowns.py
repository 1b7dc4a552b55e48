"""What nouns name by their endings, and what a sentence is broken down by: 투자액 is measured, 취업자 counted, 나라별로는 heads a list."""

from __future__ import annotations

from functools import lru_cache

from ...korean.tokens import Word
from ...korean.word_lists import pattern, regex_pattern

_FRAME = regex_pattern("items.broken_down_by")
_PERSONS = pattern("items.people")
_MEASURE, _NO_MEASURE = pattern("items.measure"), pattern("items.no_measure")


@lru_cache(maxsize=4096)
def is_measure(stem: str) -> bool:
    """Whether the noun names something measured or counted of many: 투자액, 경쟁률, 취업자."""
    return bool(_MEASURE.search(stem)) and not _NO_MEASURE.search(stem)


@lru_cache(maxsize=4096)
def is_people(stem: str) -> bool:
    """Whether the noun counts people: 수급자, 가입자, 학생."""
    return is_measure(stem) and bool(_PERSONS.search(stem))


def framed(words: tuple[Word, ...], stop: int) -> int:
    """Where 나라별로는 stands at the beginning of the sentence; 0 where it does not, 1 more than its place where it does."""
    for index, word in enumerate(words[: min(stop, 4)], 1):
        if _opens_breakdown(word.text):
            return index
    return 0


@lru_cache(maxsize=4096)
def _opens_breakdown(form: str) -> bool:
    return _FRAME.match(form) is not None
