"""Heads that say nothing by themselves: of 구직급여를 새로 신청한 사람 it is the clause in front that says what is counted."""

from __future__ import annotations

import regex

from .nouns import Surroundings
from .phrases import OBJECT, PLACE

_EMPTY = frozenset(("사람", "곳", "이", "이들", "사례", "경우", "인원", "비율", "비중"))
_FAR = 8
_ASIDE = regex.compile(r"\s?\([^()]*\)")


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
