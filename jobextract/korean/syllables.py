"""Hangul syllables by their place in Unicode, which orders them by initial, vowel and final consonant."""

from __future__ import annotations

_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28
_HANGUL_FIRST, _HANGUL_LAST = chr(_FIRST), chr(_LAST)


def ending_in(final: int) -> str:
    """The syllables with this final consonant, by its number in Unicode's order."""
    return "".join(chr(code) for code in range(_FIRST, _LAST + 1) if (code - _FIRST) % _FINALS == final)


def closed() -> str:
    """The syllables with any final consonant."""
    return "".join(chr(code) for code in range(_FIRST, _LAST + 1) if (code - _FIRST) % _FINALS)


def is_hangul(sign: str) -> bool:
    """Whether the sign is a Hangul syllable; nothing is none."""
    return _HANGUL_FIRST <= sign <= _HANGUL_LAST


def final_consonant(syllable: str) -> int | None:
    """The final consonant of a Hangul syllable by its number in Unicode's order, 0 for an open one; None for any other sign."""
    code = ord(syllable)
    return (code - _FIRST) % _FINALS if _FIRST <= code <= _LAST else None


#: final consonants that grammar asks for: ㅆ of the past tense, ㄴ and ㄹ of modifiers, ㅂ of polite speech
SS, N, L, P = 20, 4, 8, 17
