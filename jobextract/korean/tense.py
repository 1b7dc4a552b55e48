"""Whether the sentence behind a date speaks of what was, is or will be: the first verb that says so decides."""

from __future__ import annotations

import regex

from .syllables import SS, L, N, final_consonant, is_hangul
from .word_lists import regex_pattern, words

Tense = str | None

_SIGN = regex_pattern("tense.sign")
_NO_PAST, _FINITE = frozenset(words("word_forms.no_past")), frozenset(words("tense.finite"))
_SENTENCE_END = regex_pattern("tense.sentence_end")
#: code points behind a date in which the verb has to stand
_FAR = 60


def tense(text: str, position: int, stop: int) -> Tense:
    """``past``, ``present`` or ``future`` by the first verb behind ``position`` in its sentence, None where nothing
    says.
    """
    limit = min(stop, position + _FAR)
    closing = _SENTENCE_END.search(text, position, limit)
    for match in _SIGN.finditer(text, position, closing.end() if closing else limit):
        said = _said(text, match)
        if said:
            return said
    return None


def _said(text: str, match: regex.Match[str]) -> Tense:
    if match.lastgroup in ("past", "future"):
        return match.lastgroup
    before = text[match.start() - 1 : match.start()]
    if not is_hangul(before) or before in _NO_PAST:
        return None
    final = final_consonant(before)
    if match.lastgroup == "noun":
        return "future" if final == L else None
    if final == SS:
        return "past"
    return "present" if final == N and match["ending"] in _FINITE else None
