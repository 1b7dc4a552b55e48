"""The second opinion on numerals written in Hangul, whose syllables stand in half of all Korean words.

Patterns settle most of them: 스물다섯 명 cannot be anything else, and 이번, 한편, 세대 are words of their own. What is left,
a single syllable before a unit, is shown to the morphological analyser, which may veto and never finds.
"""

from __future__ import annotations

from ..korean import morphology
from ..korean.positional import POINT
from ..korean.word_lists import words
from .matcher import Reading

NUMERAL_TAGS = {"NR", "SN", "MM"}
UNIT_TAGS = {"NNB", "NNG", "NNP", "NR", "SW", "SL"}
_DETERMINERS = set(words("hangul_numerals.determiners"))
_ROUND = set(words("hangul_numerals.round"))
_SURE_UNITS = words("hangul_numerals.sure_units")
_NATIVE_UNITS = frozenset(words("hangul_numerals.native_units"))
(_THIS,) = words("hangul_numerals.this")
(_YOUR,) = words("hangul_numerals.yours")
_YOURS = words("hangul_numerals.yours_of")
_NTH_ONLY = set(words("hangul_numerals.nth_only"))
_MULTIPLIERS = set(words("hangul_numerals.multipliers"))


def sure(text: str, reading: Reading) -> bool:
    """Whether the numeral's form and spacing settle it without the analyser."""
    numeral = reading.numeral
    if numeral is None or numeral.style in ("digit", "mixed") or reading.start < numeral.start:
        return True
    written = text[numeral.start : numeral.end]
    if len(written) > 1:
        return numeral.style == "native" or POINT in written or not _MULTIPLIERS.isdisjoint(written)
    if written in _NTH_ONLY:
        return True
    if numeral.style == "native" and text.startswith(_SURE_UNITS, numeral.end):
        return True
    spaced = text[numeral.end : numeral.end + 1].isspace()
    if spaced and written == _YOUR and text.startswith(_YOURS, numeral.end + 1):
        return False
    return spaced and written in (_DETERMINERS if numeral.style == "native" else _ROUND)


def veto(text: str, reading: Reading) -> str | None:
    """Why the analyser does not take this reading, or None where it does."""
    numeral = reading.numeral
    if numeral is None:
        return None
    if _is_determiner(text, reading):
        return f"{_THIS} is the determiner"
    for token in morphology.around(text, reading.start, reading.end):
        if token.start < numeral.end and token.end > numeral.start:
            reason = _against(text, reading, token)
            if reason:
                return reason
        if token.start <= reading.unit_start < token.end and token.start >= numeral.end:
            wrong = token.tag not in UNIT_TAGS or token.end > reading.end
            return f"{token.form}/{token.tag} is not the unit" if wrong else None
    return None


def _against(text: str, reading: Reading, token: morphology.Token) -> str | None:
    numeral = reading.numeral
    assert numeral is not None
    if token.tag not in NUMERAL_TAGS:
        return f"{token.form}/{token.tag} is not a numeral"
    return None


def _is_determiner(text: str, reading: Reading) -> bool:
    """이 불, 이 대목: 이 before a blank is "this"; two of something is 두, but for the units
    that are read out (이 퍼센트) and for 이 주, which is a date."""
    numeral = reading.numeral
    assert numeral is not None
    alone = text[numeral.start : numeral.end] == _THIS and text[numeral.end : numeral.end + 1].isspace()
    read_out = reading.kind in ("percent", "ratio", "number") or (
        reading.kind == "measure" and reading.unit not in _NATIVE_UNITS
    )
    return alone and not read_out
