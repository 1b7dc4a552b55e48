"""Which names the sentences before a figure speak of: the leading topic of each, whether a list knows it or not.

미르셀은 공장을 지었다. 근로자 300명이 일한다: the figure's own sentence names nobody, the one before does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ...korean.particles import TOPIC_OR_SUBJECT
from ...korean.tokens import Sentence, Word

#: sentences back that are looked at, and names that they may give
BACK, NAMES = 8, 2


class Earlier(NamedTuple):
    """A name that an earlier sentence speaks of: how many sentences before, and whether in the same paragraph."""

    name: str
    sentences: int
    same: bool


class Topics:
    """The leading topics of an article's sentences, read when they are asked for."""

    def __init__(self, sentences: list[Sentence], named: Callable[[tuple[Word, ...], int], str | None]) -> None:
        self._sentences, self._named = sentences, named
        self._at = {sentence.start: number for number, sentence in enumerate(sentences)}
        self._leads: dict[int, str | None] = {}

    def before(self, sentence: Sentence) -> list[Earlier]:
        """The last names spoken of before the sentence, the nearest first."""
        at, found = self._at.get(sentence.start, 0), list[Earlier]()
        for number in range(at - 1, max(at - 1 - BACK, -1), -1):
            other = self._sentences[number]
            if other.section != sentence.section:
                break
            name = self._lead(number)
            if name is not None and all(name != one.name for one in found):
                found.append(Earlier(name, at - number, other.paragraph == sentence.paragraph))
            if len(found) == NAMES:
                break
        return found

    def _lead(self, number: int) -> str | None:
        """The first topic of the sentence that is a name."""
        if number not in self._leads:
            words = self._sentences[number].words
            topics = (i for i, word in enumerate(words) if word.role == "noun" and word.particle in TOPIC_OR_SUBJECT)
            first = next(topics, None)
            self._leads[number] = self._named(words, first) if first is not None else None
        return self._leads[number]
