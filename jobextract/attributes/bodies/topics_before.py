"""Which names the sentences before a figure speak of: the leading topic of each, whether a list knows it or not.

미르셀은 공장을 지었다. 근로자 300명이 일한다: the figure's own sentence names nobody, the one before does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from ...korean.particles import ALSO, GENITIVE, TOPIC_OR_SUBJECT
from ...korean.tokens import Sentence, Word
from ...korean.word_lists import words as listed

_SPEAKERS = frozenset(listed("bodies.speakers"))
#: sentences back that are looked at, and names that they may give
BACK, NAMES = 8, 2
_LEADS = (*TOPIC_OR_SUBJECT, ALSO)
#: particles of a body whose property the topic is: 달빛구의 고용률은, 달빛구 고용률은
_HOLDS = (GENITIVE, "")
#: how a body is said that 시는 or 이 회사는 means
AGAIN = ("again", "this")
#: marks behind the name that a line of a list tells of
HEADS = frozenset(":：—–-|)")
_UNIONS = (*listed("candidates.unions"), *listed("candidates.union_parts"))
_THIS = frozenset(listed("bodies.this"))
_POINTS = frozenset(listed("bodies.points"))


class Thread(NamedTuple):
    """The body that the text is on at a sentence: how it was said last (named, called again, by what it has, by a heading), how many
    sentences before, and how many paragraphs; ``lead`` is the one that its paragraph spoke of first, ``point`` whether the
    paragraph is a point of a list."""

    name: str
    how: str
    sentences: int
    paragraphs: int
    lead: str | None = None
    point: bool = False


class Topics:
    """The leading topics of an article's sentences, read when they are asked for; ``again`` says how bodies are called
    again, by the ending of their names."""

    def __init__(
        self,
        sentences: list[Sentence],
        named: Callable[[tuple[Word, ...], int], str | None],
        again: Mapping[str, str],
    ) -> None:
        self._sentences, self._named, self._again = sentences, named, again
        self._threads: list[Thread | None] = []
        self._at = {sentence.start: number for number, sentence in enumerate(sentences)}
        self._leads: dict[int, str | None] = {}
        self._heads: dict[int, bool] = {}
        self._spoken_of: set[str] = set()

    def before(self, sentence: Sentence) -> list[str]:
        """The last names spoken of before the sentence, the nearest first."""
        at, found = self._at.get(sentence.start, 0), list[str]()
        for number in range(at - 1, max(at - 1 - BACK, -1), -1):
            name = self._lead(number)
            if self._sentences[number].section != sentence.section and not self._heads[number]:
                break
            if name is not None and name not in found:
                found.append(name)
            if len(found) == NAMES:
                break
        return found

    def thread(self, sentence: Sentence) -> Thread | None:
        """The body that the text is on at the sentence: 구는 after a sentence about 도봉구 is 도봉구, whatever the article is about."""
        if not self._threads:
            self._threads = list(self._followed())
        return self._threads[self._at[sentence.start]] if sentence.start in self._at else None

    def _followed(self) -> Iterator[Thread | None]:
        """What each sentence is on, from the first to the last."""
        last: Thread | None = None
        paragraph, lead, point, spoken = None, None, False, dict[str, str]()
        for sentence in self._sentences:
            new = sentence.paragraph != paragraph
            if new:
                paragraph, lead = sentence.paragraph, None
                point = bool(sentence.words) and sentence.words[0].text in _POINTS
            said = self._said_in(sentence, spoken, last)
            if said is not None:
                self._spoken_of.add(said[0])
                lead = lead or said[0]
                last = Thread(*said, 0, 0, lead, point)
            elif last is not None:
                since, parts = last.sentences + 1, last.paragraphs + new
                last = last._replace(sentences=since, paragraphs=parts, lead=lead, point=point)
            yield last

    def _said_in(self, sentence: Sentence, spoken: dict[str, str], last: Thread | None) -> tuple[str, str] | None:
        """The body that the sentence speaks of, and how it is said; ``spoken`` holds the last name of each ending."""
        heading = sentence.section == "title"
        head = None if heading else _head(sentence.words)
        name = self._named(sentence.words, head) if head is not None else None
        if name is not None:
            return name, "head"
        holder, held = None, not heading
        for index, word in enumerate(sentence.words):
            held = held and word.role not in ("verb", "modifier")
            if word.role != "noun" or not (heading or word.particle in _LEADS):
                if held and word.role == "noun" and word.particle in _HOLDS:
                    name = self._named(sentence.words, index)
                    holder = name if word.particle or name in self._spoken_of else holder
                continue
            staff = word.stem in _SPEAKERS and index > 0 and not sentence.words[index - 1].particle
            at = index - 1 if staff else index
            ending = self._again.get(sentence.words[at].stem)
            if ending is not None and not heading:
                name = _called(ending, last, spoken) or self._named(sentence.words, at)
                how = "this" if at and sentence.words[at - 1].text in _THIS else "again"
                return (name, how) if name else None
            name = self._named(sentence.words, at)
            if name is not None:
                spoken.update((ending, name) for ending in self._again.values() if ending and name.endswith(ending))
                return name, "heading" if heading else "staff" if staff else "named"
            if held and holder is not None:
                return holder, "of"
            held = False
        return self._listed(sentence.words)

    def _listed(self, words: tuple[Word, ...]) -> tuple[str, str] | None:
        """The body that a point of a list begins with, though no topic: ▲달빛대 모집 2,611명, ○ 달빛군 수의계약을 쪼갰다."""
        first = next((i for i, word in enumerate(words) if word.role != "mark" and word.text not in _POINTS), None)
        if not first or words[0].text not in _POINTS or words[first].role != "noun" or words[first].particle:
            return None
        name = self._named(words, first)
        return (name, "point") if name else None

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

    def leading(self, told: Iterable[Sentence]) -> Counter[str]:
        """How many of these sentences each name leads."""
        leads = (self._lead(self._at[sentence.start]) for sentence in told if sentence.start in self._at)
        return Counter(name for name in leads if name is not None)


def _called(ending: str, last: Thread | None, spoken: dict[str, str]) -> str | None:
    """Whom a word such as 시는 means: who was spoken of last of those with that ending; by 회사는 the firm of a union, too."""
    if last is not None and not ending:
        return next((last.name[: -len(end)].rstrip() for end in _UNIONS if last.name.endswith(end)), last.name) or None
    if last is not None and last.name.endswith(ending):
        return last.name
    return spoken.get(ending)


def _head(words: tuple[Word, ...]) -> int | None:
    """The noun that a heading or a line of a list begins with: ◆ 달빛구, ○ 달빛은행 : 순이익 …, (달빛시) …."""
    first = next((i for i, word in enumerate(words) if word.role != "mark"), None)
    if first is None or words[first].role != "noun" or words[first].particle:
        return None
    rest = [word for word in words[first + 1 :] if word.role != "mark"]
    follows = words[first + 1].text if first + 1 < len(words) else ""
    return first if not rest or follows in HEADS else None
