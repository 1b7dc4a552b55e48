"""Checks in words: what was added up, what comes out, what the article says, and whether there is reason for alarm."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from ..model import Check, Record
from .values import abbreviated, called
from .words import Language, word

Verdict = Literal["holds", "fails", "apart"]
#: a difference of more than this share of the larger number is no slip of the article but a pairing that was read wrongly
APART = Decimal("0.5")


def verdict(check: Check) -> Verdict:
    """``apart`` where the two numbers have so little in common that nobody should be alarmed."""
    if check.holds:
        return "holds"
    larger = max(abs(check.stated), abs(check.expected))
    return "apart" if larger and abs(check.stated - check.expected) > larger * APART else "fails"


def in_words(check: Check, records: Mapping[str, Record], language: Language) -> str:
    """``3천485개 + 1천260개 = 4,745개, 기사에는 4,745개``."""
    total = records.get(check.total)
    unit = total.unit if total else None
    numbers = {
        name: called(abbreviated(number, unit, language), unit, language)
        for name, number in (("stated", check.stated), ("expected", check.expected))
    }
    if verdict(check) == "apart":
        return word("check_apart", language).format(**numbers)
    sign = " + " if check.kind == "sum" else ", "
    parts = sign.join(records[part].text if part in records else part for part in check.parts)
    kind = "share" if unit in ("%", "%p", "배") else check.kind
    return word(f"check_{kind}", language).format(parts=parts, **numbers)
