"""Where a date, a duration or a time can begin, and which of their grammars can read it there.

This is the only part of the date reading that sees every character, so it is one search for figures with a unit behind
them and one for word starts, whose first two syllables are looked up.
"""

from __future__ import annotations

from ..korean.word_lists import pattern, regex_pattern, words
from .calendar_words import (
    DAYS,
    HOLIDAYS,
    MONTHS,
    SAME_DAYS,
    SAME_MONTHS,
    SAME_YEARS,
    WEEKS,
    YEARS,
)
from .length_words import DAY_RANGES, DAY_WORDS
from .ranges import DASHES

#: the grammars: a date, a length of time, a clock time
DATE, LENGTH, CLOCK = "d", "l", "c"

_FIGURE = regex_pattern("triggers.figure", dashes=DASHES)
_NUMERAL = regex_pattern("triggers.numeral")


def _heads() -> dict[str, str]:
    """The first two syllables of every word that begins a date, a length or a time -> its grammar."""
    dates = [*YEARS, *MONTHS, *WEEKS, *DAYS, *SAME_YEARS, *SAME_MONTHS, *SAME_DAYS, *HOLIDAYS, *words("triggers.dates")]
    heads = {word[:2]: DATE for word in dates if len(word) > 1}
    lengths = [*DAY_WORDS, *DAY_RANGES, *words("triggers.lengths")]
    for grammar, more in ((LENGTH, lengths), (CLOCK, words("triggers.times"))):
        for word in more:
            heads[word[:2]] = heads.get(word[:2], "") + grammar
    return heads


def _numeral_pairs() -> frozenset[str]:
    """Every two characters that a Hangul numeral before a unit of time can begin with: 한 달, 두달, 사십 분, 수년."""
    pairs = set(words("triggers.numerals"))
    for opening in words("triggers.pairs"):
        firsts, seconds = opening.split("|")
        pairs |= {first + second for first in firsts for second in seconds}
    return frozenset(pairs)


HEADS = _heads()
_NUMERAL_PAIRS = _numeral_pairs()
_WORD = pattern("triggers.word", firsts="".join(sorted({pair[0] for pair in (*HEADS, *_NUMERAL_PAIRS)})))


def find(text: str, start: int, stop: int) -> list[tuple[int, str]]:
    """Positions, in order, each with the grammars to try there."""
    found = [(match.start(), match.lastgroup or "") for match in _FIGURE.finditer(text, start, stop)]
    for match in _WORD.finditer(text, start, stop):
        position = match.start()
        pair = text[position : position + 2]
        if pair in HEADS or pair in _NUMERAL_PAIRS:
            grammars = grammars_at(text, position, stop)
            if grammars:
                found.append((position, grammars))
    found.sort()
    return found


def grammars_at(text: str, position: int, stop: int) -> str:
    """The grammars to try at a word; the empty text where none can begin there."""
    pair = text[position : position + 2]
    grammars = HEADS.get(pair, "")
    if pair in _NUMERAL_PAIRS:
        numeral = _NUMERAL.match(text, position, stop)
        if numeral and numeral.lastgroup:
            grammars += numeral.lastgroup
    return grammars
