"""Heads that say nothing by themselves: of 구직급여를 새로 신청한 사람 it is the clause in front that says what is counted."""

from __future__ import annotations

import regex

from ...korean.particles import OBJECT, PLACE
from ...korean.word_lists import words
from ..context import Surroundings, phrase
from . import breakdowns

_RANKED = words("items.ranked")

_EMPTY = frozenset(words("items.empty_heads"))
_FAR = 8
_ASIDE = regex.compile(r"\s?\([^()]*\)")


def of_headline(near: Surroundings) -> str | None:
    """엇갈린 두 도시 인구…천안 70만, 아산 39만: what the part of a headline in front of the dots speaks of."""
    words = near.words
    if near.sentence.section != "title" or near.figure.said.kind in ("age", "duration", "ordinal"):
        return None
    end = next((i for i in range(near.at - 1, 0, -1) if words[i].text == "…"), 0)
    own = near.figure.said
    between = [word.said for word in words[end + 1 : near.at] if word.role == "figure" and word.said.kind != "duration"]
    if (
        any((mention.kind, mention.unit) != (own.kind, own.unit) for mention in between)
        or near.figure.said.unit in _RANKED
    ):
        return None
    nouns = [
        i
        for i in range(end)
        if words[i].role == "noun" and not near.is_body(words[i].stem) and words[i].stem not in near.lexicon.events
    ]
    measures = [i for i in nouns if breakdowns.is_measure(words[i].stem)]
    return phrase(near, (measures or nouns)[-1]) if nouns else None


def told_by_clause(near: Surroundings, index: int) -> str | None:
    """구급차를 부른 사람은, 숨진 사람은: the head with the clause that modifies it, from its object on."""
    words = near.words
    head = words[index]
    if head.stem not in _EMPTY or index == 0 or words[index - 1].role != "modifier":
        return None
    first = index - 1
    for at in range(index - 2, max(index - 2 - _FAR, -1), -1):
        word = words[at]
        if word.role == "noun" and word.particle in OBJECT | PLACE:
            first = at
            while first > 0 and words[first - 1].role == "noun" and not words[first - 1].particle:
                first -= 1
            break
        if (word.role == "noun" and word.particle) or word.role in ("verb", "modifier", "figure", "date"):
            break
    return _ASIDE.sub("", near.text[words[first].start : head.start + len(head.stem)])
