"""Figures of a clause that only modifies: the difference before its result, the deed of the one who is spoken of.

36% 많은 520명을 뽑는다: the share is planned with the number; 도루 37개를 친 선수는: those are hit, whatever he is about to do.
"""

from __future__ import annotations

from ..korean.particles import DIRECTION, FROM, MODIFIES, NOMINATIVE, OBJECT, TOPIC, TOPIC_MARKS, UNTIL
from ..korean.syllables import N, final_consonant
from ..korean.tokens import Word
from ..korean.word_lists import regex_pattern, words

(_PRESENT,) = words("clauses.present")

_DIFFERS = regex_pattern("clauses.differs")
_MORE = frozenset(words("clauses.more"))
#: nouns that anybody may be and times: the clause before them is a condition or a step of what is planned
_ANYONE = frozenset(words("clauses.anyone"))
_INTO = frozenset(DIRECTION)


def result_of(words: tuple[Word, ...], at: int) -> int | None:
    """The figure that a difference or a share leads to: 4% 줄어든 70억원, 전체의 20%인 14억원, 30건에서 2억원."""
    word = words[at]
    following = at + 1
    if word.particle not in (MODIFIES, "", *OBJECT, *NOMINATIVE):
        return None
    if word.particle != MODIFIES:
        while following < len(words) and words[following].text in _MORE:
            following += 1
        if following >= len(words) or not _DIFFERS.match(words[following].text):
            return None
        following += 1
    while following < len(words) and words[following].role == "adverb":
        following += 1
    return following if following < len(words) and words[following].role == "figure" else None


def is_done(words: tuple[Word, ...], at: int) -> bool:
    """Whether a clause in the past tense says the figure of the one that it modifies: 골 9개를 넣은 공격수는."""
    if words[at].particle not in OBJECT or at + 2 >= len(words) or not _is_past(words[at + 1]):
        return False
    head = next(
        (word for word in words[at + 2 : at + 6] if word.role == "noun" and (word.particle or word is words[-1])), None
    )
    return (
        head is not None and head.particle in TOPIC and head.stem not in _ANYONE and words[at + 2].stem not in _ANYONE
    )


def _is_past(word: Word) -> bool:
    """친, 낸, 뽑은, 기록한: an adnominal form that ends in ㄴ, but not 뽑는."""
    last = word.text[-1]
    closed = final_consonant(last) == N
    return (word.role == "modifier" or len(word.text) == 1) and closed and last != _PRESENT


def is_brought_to(words: tuple[Word, ...], at: int) -> bool:
    """Whether the figure is what another before it is brought to: 40명에서 60명으로."""
    if words[at].particle not in _INTO:
        return False
    one = words[at].said
    for index in range(at - 1, max(at - 8, -1), -1):
        word = words[index]
        if word.role == "verb":
            return False
        if word.role == "figure" and word.particle == FROM:
            return (word.said.kind, word.said.unit) == (one.kind, one.unit)
    return False


def of_money(words: tuple[Word, ...], at: int) -> bool:
    """Whether the figure is a sum or stands with one in its clause: 전체의 22%인 170억원, 행사 31건에서 22억원."""
    return _meets_money(words[at:], TOPIC_MARKS) or _meets_money(words[at::-1], ())


def _meets_money(words: tuple[Word, ...], ends: tuple[str, ...]) -> bool:
    for word in words:
        if word.role == "figure" and word.said.kind == "money":
            return True
        if word.role == "verb" or word.particle in ends:
            return False
    return False


def is_raised(words: tuple[Word, ...], at: int) -> bool:
    """Whether the figure is part of what something is set to: 목표를 지난해(98억원)보다 33% 높인 130억원으로 잡았다."""
    if words[at].particle in (FROM, *DIRECTION, UNTIL):
        return True
    for word in words[at + 1 : at + 8]:
        if word.role == "verb":
            return False
        if word.role == "figure" and word.particle in DIRECTION:
            return True
    return False
