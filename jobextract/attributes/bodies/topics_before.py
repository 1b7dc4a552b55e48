"""Which names the sentences before a figure speak of: the leading topic of each, whether a list knows it or not.

미르셀은 공장을 지었다. 근로자 300명이 일한다: the figure's own sentence names nobody, the one before does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from ...korean.particles import TOPIC_OR_SUBJECT
from ...korean.tokens import Sentence, Word

#: sentences back that are looked at, and names that they may give
BACK, NAMES = 8, 2
#: marks behind the name that a line of a list tells of
HEADS = frozenset(":：—–|)")


class Earlier(NamedTuple):
    """A name that an earlier sentence speaks of: how many sentences before, whether in the same paragraph, and
    whether the name stands alone there, at the head of what follows."""

    name: str
    sentences: int
    same: bool
    heads: bool


class Topics:
    """The leading topics of an article's sentences, read when they are asked for."""

    def __init__(self, sentences: list[Sentence], named: Callable[[tuple[Word, ...], int], str | None]) -> None:
        self._sentences, self._named = sentences, named
        self._at = {sentence.start: number for number, sentence in enumerate(sentences)}
        self._leads: dict[int, str | None] = {}
        self._heads: dict[int, bool] = {}
        self._said: dict[str, list[int]] = {}

    def before(self, sentence: Sentence) -> list[Earlier]:
        """The last names spoken of before the sentence, the nearest first."""
        at, found = self._at.get(sentence.start, 0), list[Earlier]()
        for number in range(at - 1, max(at - 1 - BACK, -1), -1):
            other = self._sentences[number]
            name = self._lead(number)
            if other.section != sentence.section and not self._heads[number]:
                break
            if name is not None and all(name != one.name for one in found):
                same = other.paragraph == sentence.paragraph
                found.append(Earlier(name, at - number, same, self._heads[number]))
            if len(found) == NAMES:
                break
        return found

    def _lead(self, number: int) -> str | None:
        """The first topic of the sentence that is a name, or the name that it begins with as the head of a list does."""
        if number not in self._leads:
            words = self._sentences[number].words
            head = _head(words)
            topics = (i for i, word in enumerate(words) if word.role == "noun" and word.particle in TOPIC_OR_SUBJECT)
            first = next(topics, None) if head is None else head
            self._leads[number] = self._named(words, first) if first is not None else None
            self._heads[number] = head is not None and self._leads[number] is not None
        return self._leads[number]

    def since(self, sentence: Sentence, name: list[str]) -> int | None:
        """How many sentences before it the name was said last; None where it never was."""
        if not name:
            return None
        if name[0] not in self._said:
            self._said[name[0]] = [number for number, one in enumerate(self._sentences) if one.holds(name[0])]
        at = self._at.get(sentence.start, 0)
        before = bisect_right(self._said[name[0]], at)
        return at - self._said[name[0]][before - 1] if before else None

    def leading(self, told: Iterable[Sentence]) -> Counter[str]:
        """How many of these sentences each name leads."""
        leads = (self._lead(self._at[sentence.start]) for sentence in told if sentence.start in self._at)
        return Counter(name for name in leads if name is not None)


def _head(words: tuple[Word, ...]) -> int | None:
    """The noun that a heading or a line of a list begins with: ◆ 달빛구, ○ 달빛은행 : 순이익 …, (달빛시) …."""
    first = next((i for i, word in enumerate(words) if word.role != "mark"), None)
    if first is None or words[first].role != "noun" or words[first].particle:
        return None
    rest = [word for word in words[first + 1 :] if word.role != "mark"]
    follows = words[first + 1].text if first + 1 < len(words) else ""
    return first if not rest or follows in HEADS else None
