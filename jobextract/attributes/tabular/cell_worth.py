"""What the number of a cell is worth in the unit that its column, its row or the whole table gives: 1,840 under 예산(억원)."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import msgspec

from ...korean.word_lists import pattern, words
from ...model import Mention
from ...quantities import recognizer

_BRACKETED, _NO_UNIT = pattern("tables.bracketed"), pattern("tables.no_unit")
COUNTERS = frozenset(words("tables.counters"))
#: kinds that a unit may make of a number, and how many units are kept
_KINDS, _KEPT = frozenset(("count", "money", "percent", "measure", "multiple")), 512


@lru_cache(maxsize=_KEPT)
def of_one(unit: str) -> Mention | None:
    """What 1 is worth in that unit: 1억원, 1천명; None where it is none."""
    if unit.strip() in COUNTERS - {"%"}:
        return Mention(start=0, end=0, text="", kind="count", value=Decimal(1), unit=unit.strip())
    written = f"1{unit.strip()}"
    found = recognizer.find(written) if _NO_UNIT.fullmatch(unit.strip()) is None else []
    whole = len(found) == 1 and found[0].text == written and found[0].kind in _KINDS
    return found[0] if whole and found[0].value is not None else None


def parted(name: str) -> tuple[str, str | None]:
    """The name of a row or column without the unit in its brackets, and that unit: 예산(억원)."""
    for match in reversed(list(_BRACKETED.finditer(name))):
        if of_one(match[1]) is not None:
            return " ".join(f"{name[: match.start()]} {name[match.end() :]}".split()), match[1].strip()
    return " ".join(name.split()), None


def counted(mention: Mention, unit: str | None) -> Mention:
    """The bare number as so many of the unit; what has a unit of its own, and any other, as it is."""
    one = of_one(unit) if unit else None
    if mention.kind != "number" or one is None or one.value is None:
        return mention
    value, low, high = (None if n is None else _times(n, one.value) for n in (mention.value, mention.low, mention.high))
    return msgspec.structs.replace(mention, kind=one.kind, unit=one.unit, value=value, low=low, high=high)


def _times(number: Decimal, factor: Decimal) -> Decimal:
    """So many of the unit, as an integer where it is one: 13.6 (만t) are 136000."""
    product = number * factor
    whole = product.to_integral_value()
    return whole if factor != 1 and whole == product else product
