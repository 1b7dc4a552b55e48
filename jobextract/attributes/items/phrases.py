"""The noun phrases of a sentence, and how they stand to one of its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import regex

from ...korean import noun_check
from ...korean.particles import GENITIVE, OBJECT, PLACE, SUBJECT, TOPIC_OR_SUBJECT
from ...korean.tokens import Word
from ...korean.word_lists import pattern, texts
from ...korean.word_lists import words as listed
from ..context import DEED, Surroundings, first_of, is_generic, phrase
from . import breakdowns
from .placement import Chunk, Told, placed, steps, symbols

#: noun phrases to the left and right of a figure that are weighed
LEFT, RIGHT = 7, 4
#: words to the left and right of a figure among which a verb may say what was counted
DEEDS_LEFT, DEEDS_RIGHT = 3, 5
#: what is done or befalls, told by a verb of its own: the longest stem that fits, 들여다 before 들여
_DEEDS = sorted(texts("items.deeds").items(), key=lambda deed: -len(deed[0]))
#: heads that say nothing by themselves, and how far back the object of their clause may stand
_EMPTY, _FAR = frozenset(listed("items.empty_heads")), 8
_IN_CLAUSE, (_QUOTING,) = OBJECT | PLACE | SUBJECT, listed("items.quoting")
_ASIDE = regex.compile(r"\s?\([^()]*\)")
(_IS,) = listed("items.copula")
_ADVERBIAL = pattern("candidates.adverbial")
_DOUBTFUL, _GOES_ON = frozenset(listed("candidates.doubtful")), frozenset(listed("candidates.goes_on"))


class Cut:
    """The noun phrases of a sentence, each cut where it is first asked for, and one symbol a word (``path``)."""

    def __init__(self, near: Surroundings) -> None:
        self.near, self.path = near, symbols(near.words)
        self._ending: dict[int, Chunk | None] = {}
        self._all: list[Chunk] | None = None

    def all(self) -> list[Chunk]:
        """Every phrase, in reading order."""
        if self._all is None:
            self._all = list(self.among(range(len(self.path))))
        return self._all

    def among(self, places: Iterable[int]) -> Iterator[Chunk]:
        """The phrases that end with one of these words."""
        for last in places:
            if last not in self._ending:
                self._ending[last] = _ending(self.near, self.path, last)
            chunk = self._ending[last]
            if chunk is not None:
                yield chunk


def _ending(near: Surroundings, path: str, last: int) -> Chunk | None:
    """The noun phrase that ends with the word, if any; a last syllable that only looks like a particle stays: 일반도로."""
    words, word = near.words, near.words[last]
    if path[last] in "DA":
        return None
    aged = word.role == "figure" and word.said.kind == "age"
    if (word.role != "noun" and not aged) or (word.role == "noun" and not _ends(words, path, last)):
        return None
    if word.particle and _ADVERBIAL.search(word.text):
        return None
    body = near.is_body(word.stem)
    text = word.stem if body else told_by_clause(near, last) or phrase(near, last)
    if text and text[-1] == _IS and not word.particle and _is_copula(near, word.stem):
        text = text[:-1]
    if text and word.particle[:1] in _DOUBTFUL and not body:
        sort = noun_check.really(f"{word.stem}{word.particle[:1]}")
        if sort == "verb":
            return None
        if sort == "noun":
            text = f"{text}{word.particle[:1]}"
    if text and not body and breakdowns.is_measure(word.stem):
        text = f"{_owner(near, first_of(words, last, text) - 1)}{text}"
    return Chunk(first_of(words, last, text), last, text, word.particle, body) if text else None


def _is_copula(near: Surroundings, stem: str) -> bool:
    """Whether the last syllable is a copula: 목표치인, 최대인, but 노인."""
    return stem[:-1] in near.lexicon.generic or noun_check.is_copula(stem)


def _owner(near: Surroundings, index: int) -> str:
    """Of what something is measured, where that is no body, place or time: 컴퓨터 주변기기의 (수출액)."""
    word = near.words[index] if index > 0 else None
    if word is None or word.role != "noun" or word.particle != GENITIVE or near.is_body(word.stem):
        return ""
    text = phrase(near, index)
    lexicon = near.lexicon
    named = word.stem in lexicon.places or word.stem in lexicon.towns or word.stem in lexicon.agents
    return f"{text}{GENITIVE} " if text and not named and not is_generic(text, lexicon) else ""


def told_by_clause(near: Surroundings, index: int) -> str | None:
    """구급차를 부른 사람은, 심의를 넘은 것은: a head that says nothing by itself with the clause that modifies it, from its object on."""
    words = near.words
    head = words[index]
    if head.stem not in _EMPTY or index == 0 or not _modifies(words[index - 1]):
        return None
    first = index - 1
    for at in range(index - 2, max(index - 2 - _FAR, -1), -1):
        word = words[at]
        if word.role == "noun" and word.particle in _IN_CLAUSE:
            first = at
            while first > 0 and words[first - 1].role == "noun" and not words[first - 1].particle:
                first -= 1
            break
        if (word.role == "noun" and word.particle) or word.role in ("verb", "modifier", "figure", "date"):
            break
    if first == index - 1 and head.stem in near.lexicon.generic:
        return None
    return " ".join(_ASIDE.sub("", near.text[words[first].start : head.start + len(head.stem)]).split())


def _modifies(word: Word) -> bool:
    """Whether a clause ends with the word: 부른, 받는다는, and 낮춘, which looks like a noun."""
    if word.role == "modifier" or (word.role == "verb" and word.text.endswith(_QUOTING)):
        return True
    return word.role == "noun" and not word.particle and noun_check.really(word.text) == "verb"


def _ends(words: tuple[Word, ...], path: str, last: int) -> bool:
    """Whether no noun goes on with the phrase that ends here."""
    if words[last].particle or last + 1 == len(words):
        return True
    return words[last + 1].role != "noun" or words[last + 1].text in _GOES_ON or path[last + 1] in "DA"


def beside(chunks: list[Chunk], figure: Told) -> list[tuple[Chunk, list[str]]]:
    """The phrases of the figure's own sentence, nearest first, with how they stand to it."""
    at, path = figure.at, figure.path
    left = [chunk for chunk in chunks if chunk.last < at]
    right = [chunk for chunk in chunks if chunk.first > at or chunk.first <= at < chunk.last]
    topics = [chunk for chunk in left[:-LEFT] if path[chunk.last] in "TS"][-2:]
    found: list[tuple[Chunk, list[str]]] = []
    sides = (("L", [*left[: -LEFT - 1 : -1], *topics]), ("R", right[:RIGHT]))
    for side, chunk in ((side, chunk) for side, some in sides for chunk in some):
        own = f"{side}{path[chunk.last]}"
        between = steps(path, chunk.last + 1, at) if side == "L" else steps(path, at + 1, chunk.first)
        beyond = path[max(0, chunk.first - 1) : chunk.first] if side == "L" else path[chunk.last + 1 : chunk.last + 2]
        facts = placed(side, path[chunk.last], between, figure)
        if own in ("LT", "LS"):
            nearer = sum(path[other.last] in "TS" for other, _ in found)
            facts.append(f"{own}nth{min(nearer, 2)}|{figure.group}")
        found.append((chunk, [*facts, f"{own}beyond{beyond}"]))
    return found


def around_figures(
    chunks: list[Chunk], figure: Told, is_done: Callable[[Chunk], bool]
) -> Iterator[tuple[str, list[str]]]:
    """A phrase that a figure parts, as one: 기숙사 2개 동, 화장실 126곳 개선에 (88억원).

    Of the figure that parts it, only where what stands behind is a thing: 일자리 300개 창출 are jobs.
    """
    path, ends = figure.path, {chunk.last: chunk for chunk in chunks}
    near = {id(chunk) for chunk, _ in figure.beside}
    for chunk in chunks:
        parts = chunk.first - 1
        front = ends.get(parts - 1)
        if front is None or path[parts] != "F" or path[parts - 1] != "N" or front.body or chunk.body:
            continue
        own = parts == figure.at
        if id(chunk) not in near or (own and is_done(chunk)):
            continue
        yield (
            f"{front.text} {chunk.text}",
            [f"around{own:d}{path[chunk.last]}|{figure.group}"],
        )


def before_figure(words: tuple[Word, ...], path: str, chunk: Chunk) -> str:
    """The unit of the figure that the headline's phrase stands right in front of, if it does."""
    at = next((i for i in range(chunk.last + 1, min(chunk.last + 4, len(path))) if path[i] in "Ff"), None)
    mention = words[at].mention if at is not None else None
    return (mention.unit or mention.kind) if mention is not None else ""


def head_of(text: str) -> str:
    """The last noun of a phrase, with the one before it where it is of one syllable: 학생 수."""
    last = text.rsplit(" ", 1)[-1]
    return " ".join(text.split()[-2:]) if len(last) == 1 else last


@lru_cache(maxsize=4096)
def deed(form: str) -> str | None:
    """What a verb tells is done, as a noun: 채용 of 채용했다, 사망 of 숨졌다."""
    noun = next((noun for stem, noun in _DEEDS if form.startswith(stem)), None)
    match = DEED.match(form) if noun is None else None
    return match[1] if match is not None else noun or None


def deeds(words: tuple[Word, ...], figure: Told) -> Iterator[tuple[str, list[str]]]:
    """What the verbs beside the figure do, as nouns: 18명을 채용했다, 참가한 80명, 3명이 숨졌다."""
    at, path = figure.at, figure.path
    for side, index in [
        *(("R", index) for index in range(at + 1, min(at + 1 + DEEDS_RIGHT, len(words)))),
        *(("L", index) for index in range(at - 1, max(at - 1 - DEEDS_LEFT, -1), -1)),
    ]:
        word = words[index]
        if word.role not in ("verb", "modifier"):
            continue
        noun = deed(word.text)
        if noun is not None:
            yield noun, [f"deed{side}{path[index]}|{figure.group}"]
        if side == "R" and word.role == "verb":
            break


def is_so(words: tuple[Word, ...], figure: Told) -> Iterator[tuple[str, list[str]]]:
    """The noun that a copula tells of the figure, behind its particle: 이 가운데 3명은 초등학생이다, 102억원이 도비였고."""
    first = figure.at + 1
    if figure.particle not in TOPIC_OR_SUBJECT:
        return
    last = next((at for at in range(first, min(first + 3, len(words))) if figure.path[at] != "N"), first)
    noun = noun_check.told_by_copula(words[last].text) if words[last:] and words[last].role == "verb" else None
    if noun:
        yield (
            " ".join([*(word.text for word in words[first:last]), noun]),
            [f"isso{figure.particle}|{figure.group}"],
        )
