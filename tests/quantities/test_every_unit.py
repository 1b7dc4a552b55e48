"""Every counter, currency and unit of the data files behind ten styles of numeral, with and without a blank, before particles.

What the data names has to be read back from a sentence: a counter that can never match fails here. Each combination of unit,
numeral and spacing stands before one of the particles, in turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import cycle

import pytest

from jobextract.quantities.recognizer import find
from jobextract.rulebook.loader import load

BOOK = load()
#: how the number is written -> what it is worth
DIGITS = {
    "7": 7,
    "48": 48,
    "3,615": 3615,
    "2.5": Decimal("2.5"),
    "4천": 4000,
    "1만2천": 12000,
    "3만 5천": 35000,
    "1천29": 1029,
    "62만": 620000,
    "2억 3천만": 230000000,
}
WHOLE = {written: value for written, value in DIGITS.items() if "." not in written}
NATIVE = {"두": 2, "세": 3, "열두": 12, "스물다섯": 25}
#: what stands behind the unit: after a closed syllable, after an open one
TAILS = [
    (" 등", " 등"),
    ("을", "를"),
    ("은 적다", "는 적다"),
    ("으로 집계됐다", "로 집계됐다"),
    (".", "."),
    ("이다", "다"),
]
_RIEUL = 8
LISTS = {
    "counter": (DIGITS, ("", " ")),
    "closed_counter": (DIGITS, ("", " ")),
    "body_counter": (DIGITS, ("", " ")),
    "glued_counter": (WHOLE, ("",)),
    "native_counter": (NATIVE, (" ",)),
}


def sentences(unit: str, numerals: dict[str, object], joints: Iterable[str]) -> Iterator[tuple[str, object]]:
    final = (ord(unit[-1]) - ord("가")) % 28 if "가" <= unit[-1] <= "힣" else 0
    tails = cycle(TAILS)
    for written, value in numerals.items():
        for joint in joints:
            closed, opened = next(tails)
            rieul = final == _RIEUL and closed.startswith("으로")
            yield f"올해 모두 {written}{joint}{unit}{closed if final and not rieul else opened}", value


def lost(unit: str, numerals: dict[str, object], joints: Iterable[str]) -> list[str]:
    """The sentences from which the figure is not read back."""
    return [
        sentence
        for sentence, value in sentences(unit, numerals, joints)
        if not any(m.value == value and unit in m.text for m in find(sentence, book=BOOK))
    ]


def units(rule: str) -> list[str]:
    return sorted(BOOK.entries[rule].units)  # type: ignore[union-attr]


#: names of countries that open with the syllables of a numeral: behind 4천 they go on with it
_NUMERAL_FIRST = ("오만", "조지아")
_FEW = {"7": 7, "48": 48}


@pytest.mark.parametrize("name", LISTS)
def test_every_counter_is_read_back(name: str) -> None:
    numerals, joints = LISTS[name]
    silent = {unit: missed for unit in BOOK.words[name] if (missed := lost(unit, numerals, joints))}
    assert silent == {}


@pytest.mark.parametrize("rule", ["money.currency", "measures.unit"])
def test_every_unit_is_read_back(rule: str) -> None:
    silent = {}
    for unit in units(rule):
        ambiguous = unit.startswith(_NUMERAL_FIRST)
        missed = lost(unit, _FEW if ambiguous else DIGITS, (" ",) if ambiguous else ("", " "))
        if missed:
            silent[unit] = missed
    assert silent == {}


def test_no_counter_stands_in_the_guard_that_would_kill_it() -> None:
    guarded = {*BOOK.words["counter"], *BOOK.words["glued_counter"], *BOOK.words["native_counter"]}
    assert guarded & set(BOOK.words["not_counter"]) == set()
