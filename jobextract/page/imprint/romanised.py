"""Korean names in Latin letters (Revised Romanization), to see whether an address is made of one."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
_VOWELS = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".replace("-", "").split(" ")
_FIRST, _LAST = 0xAC00, 0xD7A3


@lru_cache(maxsize=16384)
def romanised(word: str) -> str:
    """The word in small Latin letters; what is no Hangul stays."""
    return "".join(_syllable(sign) for sign in word.lower() if not sign.isspace())


def _syllable(sign: str) -> str:
    number = ord(sign) - _FIRST
    if not 0 <= number <= _LAST - _FIRST:
        return sign
    initial, rest = divmod(number, 21 * 28)
    return _INITIALS[initial] + _VOWELS[rest // 28] + _FINALS[rest % 28]


_SOUNDS = str.maketrans("dgcqbfvzjxl", "tkkkpppsssr", "aeiouywh&'-. ")


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The consonants of a word by their kind, double ones once, so that 트래블 and travel are alike."""
    letters = romanised(word).replace("ng", "n").replace("ch", "s").replace("ph", "p").replace("ck", "k")
    return "".join(sound for sound, _ in groupby(filter(str.isalnum, letters.translate(_SOUNDS))))


def common(one: str, other: str) -> int:
    """How long the longest run of letters is that both hold."""
    longest = 0
    for at in range(len(one)):
        while at + longest < len(one) and one[at : at + longest + 1] in other:
            longest += 1
    return longest
