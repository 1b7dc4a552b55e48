"""A sentence as words and figures: eojeols with their particle taken off, told apart by their endings.

Endings settle nearly every eojeol beside a figure, so nothing here loads the morphological analyser. A word is a noun
unless its ending says otherwise; the closed lists below hold the nouns that only look as if they bore an ending.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Literal, TypeVar

import msgspec

from ..model import Mention, Section
from .particles import ANY_THAN, COPULA, IS_PARTICLE, MODIFIES, OBJECT, PER, SUBJECT, THAN, split_particle
from .word_forms import ADVERBS, LIKE_PARTICLES, LIKE_VERBS, MODIFIER, VERB, WHOLE
from .word_lists import pattern, words

T = TypeVar("T")
Role = Literal["noun", "modifier", "verb", "adverb", "mark", "figure", "date"]

_COPULA = pattern("particles.copula")
_ADNOMINAL_COPULA = pattern("particles.adnominal_copula")
_PER = pattern("particles.per")
_LOOSE = pattern("particles.loose")
_TOKEN = pattern("word_forms.token")
_OPENING = frozenset("‘“'\"「『")
_CLOSING = frozenset("’”'\"」』")
_HANGUL = pattern("word_forms.hangul")
#: a letter that marks the members of a list, as the triangle does
_DELTA = "Δ"
OPEN = frozenset("(（[【〈<《「『“‘")
CLOSE = frozenset(")）]】〉>》」』”’")
HOMOGRAPHS = frozenset(words("particles.homographs"))
_PRICE, _MODIFYING, _ASKING = words("particles.price"), words("particles.modifying"), words("particles.asking")
(_DOING,), _GONE_ON_FROM = words("particles.doing"), pattern("particles.gone_on_from")
_ASKED, _ANSWER = words("particles.asked"), words("particles.answer")
_BETWEEN_QUOTATIONS = words("particles.between_quotations")


class Word(msgspec.Struct, frozen=True, gc=False):
    """One eojeol, figure or mark: ``start``/``end`` in the source, ``stem`` without its ``particle``.

    Of a figure, ``particle`` is what follows its counter: a particle, ``이다`` for a copula that ends or joins a clause,
    ``인`` for one that modifies the next noun, or nothing.
    """

    start: int
    end: int
    text: str
    stem: str
    particle: str
    role: Role
    mention: Mention | None = None

    @property
    def said(self) -> Mention:
        """The mention that a figure or a date is. Raises ValueError for any other word."""
        if self.mention is None:
            raise ValueError(f"{self.text} is neither a figure nor a date")
        return self.mention


class Sentence:
    """A sentence of an article; ``paragraph`` is the line or segment that it belongs to, ``mentions`` those inside it.

    Its words are read when they are first asked for: many sentences without a figure never are. ``kept`` keeps
    what is asked of its words again and again.
    """

    __slots__ = ("_text", "end", "kept", "mentions", "paragraph", "section", "start", "words")

    words: tuple[Word, ...]

    def __init__(
        self, text: str, start: int, end: int, mentions: list[Mention], section: Section, paragraph: int
    ) -> None:
        self._text, self.start, self.end = text, start, end
        self.section, self.paragraph, self.mentions = section, paragraph, mentions
        self.kept: dict[tuple[object, int], Any] = {}

    def __getattr__(self, name: str) -> tuple[Word, ...]:
        """The words, on the first call; they are asked for too often for a property."""
        if name != "words":
            raise AttributeError(name)
        self.words = _words(self._text, self.start, self.end, self.mentions)
        return self.words

    def holds(self, form: str) -> bool:
        """Whether the letters stand anywhere in the sentence."""
        return self._text.find(form, self.start, self.end) >= 0


def once_a_word(work: Callable[[str, Sentence, int], T]) -> Callable[[str, Sentence, int], T]:
    """What is told of a word of a sentence, worked out when it is first asked for."""

    @wraps(work)
    def told(text: str, sentence: Sentence, index: int) -> T:
        kept, key = sentence.kept, (work, index)
        if key not in kept:
            kept[key] = work(text, sentence, index)
        found: T = kept[key]
        return found

    return told


def encloses(words: tuple[Word, ...], index: int, at: int) -> bool:
    """Whether the bracket that opens right behind one word holds the other: 달빛은행(2억→3억원)."""
    opened = index + 1 < at and words[index + 1].text in OPEN
    return opened and all(word.text not in CLOSE for word in words[index + 2 : at])


def read(text: str, start: int, end: int, mentions: list[Mention], section: Section, paragraph: int) -> Sentence:
    """The sentence ``text[start:end]``; ``mentions`` are those of the article, in reading order."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect_left(mentions, end, key=lambda mention: mention.start)
    return Sentence(text, start, end, mentions[first:last], section, paragraph)


def _words(text: str, start: int, end: int, mentions: list[Mention]) -> tuple[Word, ...]:
    """The words of ``text[start:end]``, figures among them."""
    words: list[Word] = []
    position = start
    for mention in mentions:
        words += _plain(text, position, mention.start)
        figure = _figure(text, mention, end)
        words.append(figure)
        position = figure.end
    words += _plain(text, position, end)
    words = _through_brackets(words)
    ambiguous = any(text.find(form, start, end) >= 0 for form in HOMOGRAPHS)
    return tuple(_settle_homographs(words) if ambiguous else words)


def _settle_homographs(words: list[Word]) -> list[Word]:
    """Forms that the word behind them decides: 높이는 260m is a noun, 성과를 높이는 a verb; 시가 3억원 a price, 시가 세운 a city; 문을 연 and
    시민에게 물은 결과 verbs, and so is 하나 behind a verb: 유치했어야 하나."""
    for index, word in enumerate(words):
        if word.text not in HOMOGRAPHS:
            continue
        if word.text == _DOING:
            goes_on = index > 0 and _GONE_ON_FROM.search(words[index - 1].text) is not None
            words[index] = msgspec.structs.replace(word, role="verb") if goes_on else word
            continue
        if word.text in _MODIFYING:
            asked = word.text in _ASKING and (
                words[index - 1].particle in _ASKED or any(w.text in _ANSWER for w in words[index + 1 : index + 2])
            )
            opened = index > 0 and (words[index - 1].particle in OBJECT or asked)
            words[index] = msgspec.structs.replace(word, role="modifier") if opened else word
            continue
        following = next((w for w in words[index + 1 :] if w.role not in ("adverb", "date")), None)
        counted = following is not None and following.role == "figure"
        if (word.text in _PRICE) != counted:
            words[index] = msgspec.structs.replace(word, stem=word.text[:-1], particle=word.text[-1], role="noun")
    return words


def _through_brackets(words: list[Word]) -> list[Word]:
    """A particle behind a closing bracket belongs to the word before the bracket: 행복일터(241명)는, 거래가(15억원)를."""
    for index in range(2, len(words)):
        word, close = words[index], words[index - 1]
        than = word.text in ANY_THAN
        if close.text not in CLOSE or close.end != word.start or not (than or word.text in IS_PARTICLE):
            continue
        words[index] = Word(word.start, word.end, word.text, word.text, "", "mark")
        opened = next((i for i in range(index - 2, -1, -1) if words[i].text in OPEN), 0)
        inner = words[opened - 1] if opened else None
        if inner is None or inner.role not in ("noun", "figure", "date"):
            continue
        particle = THAN if than else word.text
        if not inner.particle:
            words[opened - 1] = msgspec.structs.replace(inner, particle=particle)
        elif inner.particle in SUBJECT and inner.role == "noun":
            words[opened - 1] = msgspec.structs.replace(inner, stem=inner.text, particle=particle)
    return words


def _figure(text: str, mention: Mention, end: int) -> Word:
    """The mention with the particle or copula glued to it; a noun glued to it stays a word of its own."""
    tail = ""
    after = mention.end + 1 if text[mention.end : mention.end + 1] in _CLOSING else mention.end
    match = _TOKEN.match(text, after, end) if after < end else None
    if match and _HANGUL.match(match[0]):
        tail = match[0]
    role: Role = "date" if mention.kind in ("date", "time") else "figure"
    loose = _LOOSE.match(tail)
    bare = tail[loose.end() :] if loose else tail
    cut = after + len(tail) if bare else mention.end
    if not bare:
        cut = mention.end + len(tail) if after == mention.end else mention.end
        return Word(mention.start, cut, mention.text, mention.text, "", role, mention)
    if _ADNOMINAL_COPULA.fullmatch(bare):
        return Word(mention.start, cut, mention.text, mention.text, MODIFIES, role, mention)
    if bare == PER:
        return Word(mention.start, cut, mention.text, mention.text, PER, role, mention)
    if bare in IS_PARTICLE or bare in ANY_THAN:
        particle = THAN if bare in ANY_THAN else bare
        return Word(mention.start, cut, mention.text, mention.text, particle, role, mention)
    if _COPULA.fullmatch(bare):
        return Word(mention.start, cut, mention.text, mention.text, COPULA, role, mention)
    return Word(mention.start, mention.end, mention.text, mention.text, "", role, mention)


def _plain(text: str, start: int, end: int) -> list[Word]:
    """The words between figures; a particle behind a closing quotation mark is that of the word inside: ‘쉬었음’은."""
    words: list[Word] = []
    for match in _TOKEN.finditer(text, start, end):
        form = match[0]
        if form in IS_PARTICLE and len(words) > 1 and words[-1].text in _CLOSING and words[-1].end == match.start():
            inner = words[-2]
            if inner.role != "mark":
                words[-2] = Word(inner.start, inner.end, inner.text, inner.text, form, "noun")
                continue
        if form in _CLOSING and len(words) > 1 and words[-2].text in _OPENING and _is_quoted_verb(words[-1]):
            words[-1] = msgspec.structs.replace(words[-1], role="noun")
        stem, particle, role = classify(form)
        words.append(Word(match.start(), match.end(), form, stem, particle, role))
    return words


def _is_quoted_verb(word: Word) -> bool:
    """Whether a verb form alone between quotation marks is a name; not the 이라며 between two quotations."""
    return word.role == "verb" and not word.text.startswith(_BETWEEN_QUOTATIONS)


@lru_cache(maxsize=8192)
def classify(word: str) -> tuple[str, str, Role]:
    """``(stem, particle, role)`` of an eojeol by its ending."""
    if len(word) == 1 and (word == _DELTA or not (word.isalpha() or word.isdecimal())):
        return word, "", "mark"
    if word in ADVERBS or _PER.match(word):
        return word, "", "adverb"
    if word in WHOLE or not _HANGUL.match(word[-1]):
        return word, "", "noun"
    if word.endswith(ANY_THAN) and len(word) > 3:
        return word[: word.rindex(THAN)], THAN, "noun"
    if LIKE_VERBS.search(word) or LIKE_PARTICLES.search(word):
        return word, "", "noun"
    if MODIFIER.search(word):
        return word, "", "modifier"
    if VERB.search(word):
        return word, "", "verb"
    stem, particle = split_particle(word)
    return stem, particle, "noun"
