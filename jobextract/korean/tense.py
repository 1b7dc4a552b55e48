"""Whether the sentence behind a date speaks of what was, is or will be: the first verb that says so decides."""

from __future__ import annotations

import regex

from .syllables import SS, L, N, P, final_consonant, is_hangul
from .word_lists import regex_pattern, words

Tense = str | None
#: the tenses of what is yet to be
AHEAD = frozenset(("future", "intended"))

_SIGN = regex_pattern("tense.sign")
_NO_PAST, _FINITE = frozenset(words("word_forms.no_past")), frozenset(words("tense.finite"))
_SENTENCE_END = regex_pattern("tense.sentence_end")
_QUOTED = regex_pattern("tense.quoted")
(_POLITE,) = words("tense.polite")
#: 할 계획, 할 수 있다
_BEHIND_L = {"noun": "future", "able": "present"}
#: code points behind a date in which the verb has to stand
_FAR = 60


def tense(text: str, position: int, stop: int) -> Tense:
    """``past``, ``present``, ``future``, ``intended`` (짓기로 했다) or, of what is only held out, ``aimed`` (예고했다) by the
    first verb behind ``position`` in its clause, what others say there left out; None where nothing says.
    """
    limit = min(stop, position + _FAR)
    quoted = _QUOTED.search(text, position, limit)
    closing = _SENTENCE_END.search(text, position, limit)
    if quoted and closing and quoted.start() < closing.start():
        closing = _SENTENCE_END.search(text, quoted.end(), limit)
    for match in _SIGN.finditer(text, position, closing.end() if closing else limit):
        if quoted and quoted.start() < match.start() < quoted.end():
            continue
        said = _said(text, match)
        if said:
            return said
    return None


def _said(text: str, match: regex.Match[str]) -> Tense:
    if match.lastgroup in ("past", "future", "intended", "aimed"):
        return match.lastgroup
    before = text[match.start() - 1 : match.start()]
    if not is_hangul(before) or before in _NO_PAST:
        return None
    final = final_consonant(before)
    if match.lastgroup in ("noun", "able"):
        return _BEHIND_L[match.lastgroup] if final == L else None
    if final == SS:
        return "past"
    if final == P:
        return "present" if match["ending"] == _POLITE else None
    return "present" if final == N and match["ending"] in _FINITE else None
