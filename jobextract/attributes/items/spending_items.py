"""What a sum goes into: a doing (버스를 굴리는 데 71만원이 든다), a thing (개발에는 2조원이 들었다), what is got for it.

Each finder looks for one construction and returns the noun phrase, or None where the clause is built otherwise.
"""

from __future__ import annotations

from ...korean.particles import ALSO_AT, LOCATIVE, OBJECT, SUBJECT, UNTIL
from ...korean.word_lists import regex_pattern, words
from ..context import Surroundings, left_of, phrase, phrase_after

_DOING = frozenset(words("items.doing"))
(_DURING,) = words("items.during")
_TAKES = regex_pattern("items.takes")
_SUMS = frozenset(("money", "measure", "count"))


def doing(near: Surroundings) -> str | None:
    """주차장 18곳을 짓는 데 640억원을 썼다: what is made, kept up or moved."""
    words, index = near.words, _before_spans(near)
    if index < 2 or words[index].text not in _DOING or near.figure.said.kind not in _SUMS:
        return None
    thing = words[index - 2]
    if thing.role == "figure" and thing.particle in OBJECT | {""}:
        return near.item_at(index - 2)
    return phrase(near, index - 2) if thing.role == "noun" and thing.particle in OBJECT | {""} else None


def running(near: Surroundings) -> str | None:
    """개발에는 2010년부터 12년 동안 2조원이 들었다: the thing, in front of how long it took."""
    words, index = near.words, _before_spans(near)
    taken = near.figure.particle in SUBJECT and near.at + 1 < len(words) and _TAKES.match(words[near.at + 1].text)
    word = words[index] if index >= 0 else None
    if not taken or near.figure.said.kind != "money" or word is None or word.role != "noun":
        return None
    named = word.particle in (*LOCATIVE, ALSO_AT) and word.stem not in near.lexicon.generic | near.lexicon.places
    return phrase(near, index) if named and not near.is_body(word.stem) else None


def got_for(near: Surroundings) -> str | None:
    """3억원까지 저리 대출을 해 준다: what so much of is given, named behind how much at most."""
    if near.figure.said.kind != "money" or near.figure.particle != UNTIL:
        return None
    words, end = near.words, near.at + 1
    while end < len(words) and words[end].role == "noun" and not words[end].particle:
        end += 1
    given = end < len(words) and words[end].role == "noun" and words[end].particle in OBJECT
    return phrase_after(near, near.at + 1) if given else None


def _before_spans(near: Surroundings) -> int:
    """The first word to the left that is neither a time nor how long it took."""
    words, index = near.words, left_of(near)
    while index > 0 and (words[index].role == "date" or words[index].text == _DURING or _is_span(near, index)):
        index -= 1
    return index


def _is_span(near: Surroundings, index: int) -> bool:
    word = near.words[index]
    return word.role == "figure" and word.said.kind == "duration"
