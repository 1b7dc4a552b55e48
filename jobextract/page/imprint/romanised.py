"""Korean names in Latin letters (Revised Romanization), to see whether an address is made of one."""

from __future__ import annotations

import re
from functools import lru_cache

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


@lru_cache(maxsize=1024)
def romanised(word: str) -> str:
    """The word in small Latin letters; what is no Hangul stays."""
    return word.lower().translate(_LETTERS)


class _Letters(dict[int, str]):
    """What each sign is in Latin letters, worked out when it is first asked for; blanks are nothing."""

    def __missing__(self, sign: int) -> str:
        if _FIRST <= sign <= _LAST:
            initial, rest = divmod(sign - _FIRST, 21 * 28)
            self[sign] = _INITIALS[initial] + _VOWELS[rest // 28] + _FINALS[rest % 28]
            return self[sign]
        return "" if chr(sign).isspace() else chr(sign)


_LETTERS = _Letters()
_TWICE = re.compile(r"(.)\1+", re.S)
_SOUNDS = str.maketrans("dgcqbfvzjxl", "tkkkpppsssr", "aeiouywh&'-. ")


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """The consonants of a word by their kind, double ones once, so that 트래블 and travel are alike."""
    letters = romanised(word).replace("ng", "n").replace("ch", "s").replace("ph", "p").replace("ck", "k")
    return _TWICE.sub(r"\1", "".join(filter(str.isalnum, letters.translate(_SOUNDS))))


def common(one: str, other: str) -> int:
    """How long the longest run of letters is that both hold."""
    longest = 0
    for at in range(len(one)):
        while at + longest < len(one) and one[at : at + longest + 1] in other:
            longest += 1
    return longest
