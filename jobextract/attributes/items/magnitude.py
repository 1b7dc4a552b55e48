"""How great a figure is, beside others that count the same: rates are of one size, so are wages, and so are the members of a list."""

from __future__ import annotations

from bisect import bisect
from math import log10
from typing import Any, NamedTuple

from ...model import Mention
from ..figure import TIMELESS, Figure

_FLOAT = 300  # powers of ten that a float holds
#: decimal logarithms: how many times greater (1.1, 1.5, 3, 10, 100), and shares (1, 5, 20, 40, 80, 100 %)
_TIMES_GREATER, _SHARES = (0.04, 0.18, 0.48, 1.0, 2.0), (0.0, 0.7, 1.3, 1.6, 1.9, 2.001)


class Kin(NamedTuple):
    """How often figures before count what ends in a noun, of the same unit and of others, and how far the nearest is in size."""

    same: int
    others: int
    apart: str


NO_KIN = Kin(0, 0, "~")


#: unit, nouns and size of what a figure counts
Counted = tuple[tuple[str, str | None], tuple[str, ...], float | None]


def counted(figure: Figure) -> Counted:
    """What a figure counts, as the figures behind it are compared with it; no noun where it counts nothing."""
    mention = figure.mention
    nouns: tuple[str, ...] = ()
    if figure.item is not None and mention.kind not in TIMELESS:
        lent, own = (text.rsplit(" ", 1)[-1] for text in (figure.lent or figure.item, figure.item))
        nouns = (own,) if own == lent else (lent, own)
    return (mention.kind, mention.unit), nouns, size(mention)


def kin(before: list[Counted], mention: Mention) -> dict[str, Kin]:
    """The nouns that the figures before count, each with how often and how near in size."""
    found: dict[str, list[Any]] = {}
    unit, own = (mention.kind, mention.unit), size(mention)
    for other, nouns, other_size in before:
        for noun in nouns:
            told = found.get(noun)
            if told is None:
                told = found[noun] = [0, 0, NO_KIN.apart]
            if other == unit:
                told[0] += 1
                told[2] = min(told[2], apart(other_size, own))
            else:
                told[1] += 1
    return {noun: Kin(min(same, 3), min(others, 2), far) for noun, (same, others, far) in found.items()}


def size(mention: Mention) -> float | None:
    """The decimal logarithm of a figure's value; None of nought or of a range. Of what no float holds the power of ten."""
    if not mention.value:
        return None
    power = mention.value.adjusted()
    return log10(abs(mention.value)) if abs(power) < _FLOAT else float(power)


def apart(one: float | None, other: float | None) -> str:
    """How many times greater one is than the other, as one sign."""
    if one is None or other is None:
        return "?"
    return str(bisect(_TIMES_GREATER, abs(one - other)))


def scale(mention: Mention) -> str:
    """How great the value is: of shares by what rates usually are, of persons whether they are an average."""
    told = size(mention)
    if told is None:
        return "?"
    if mention.kind == "percent":
        return str(bisect(_SHARES, told))
    whole = mention.value is None or mention.value == int(mention.value)
    return str(max(0, int(told) // (2 if mention.kind == "money" else 1))) if whole else "."
