"""Closed lists of Korean word forms, from ``rules/words/word_forms.toml``: endings of verbs and modifiers, adverbs, and
nouns that only look inflected.

They are grammar rather than rules about figures: ``tokens`` reads them to tell the nouns around a figure from the rest.
"""

from __future__ import annotations

from .word_lists import pattern, words

_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28
_HANGUL_FIRST, _HANGUL_LAST = chr(_FIRST), chr(_LAST)


def ending_in(final: int) -> str:
    """The syllables with this final consonant, by its number in Unicode's order."""
    return "".join(chr(code) for code in range(_FIRST, _LAST + 1) if (code - _FIRST) % _FINALS == final)


def is_hangul(sign: str) -> bool:
    """Whether the sign is a Hangul syllable; nothing is none."""
    return _HANGUL_FIRST <= sign <= _HANGUL_LAST


def final_consonant(syllable: str) -> int | None:
    """The final consonant of a Hangul syllable by its number in Unicode's order, 0 for an open one; None for any other sign."""
    code = ord(syllable)
    return (code - _FIRST) % _FINALS if _FIRST <= code <= _LAST else None


#: the final consonants of the past tense and of the modifier
SS, N = 20, 4
#: syllables that end the stem of a past tense: 했, 늘었, 나눴; 있 and 겠 have the same final and are no past
PAST = "".join(syllable for syllable in ending_in(SS) if syllable not in "있겠")
_CLOSED = "".join(chr(code) for code in range(_FIRST, _LAST + 1) if (code - _FIRST) % _FINALS)

_PAST_SET = frozenset(PAST)


def is_past(word: str) -> bool:
    """Whether a verb is told in the past tense: ㅆ closes one of its last four syllables (했다, 늘었습니다)."""
    return not _PAST_SET.isdisjoint(word[-4:])


WHOLE = frozenset(words("word_forms.whole"))
ADVERBS = frozenset(words("word_forms.adverbs"))
LIKE_VERBS = pattern("word_forms.like_verbs")
LIKE_PARTICLES = pattern("word_forms.like_particles")
VERB = pattern("word_forms.verb", past=f"[{PAST}]", n=ending_in(N))
MODIFIER = pattern("word_forms.modifier", closed=_CLOSED)
