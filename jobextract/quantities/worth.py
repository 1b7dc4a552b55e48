"""What a numeral is worth by its rule: one number, a range, or two or three numbers that make up one (3분의 1, 3.6대 1)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, DivisionByZero, InvalidOperation

import regex

from ..korean.numerals import Numeral, parse
from ..korean.word_lists import regex_pattern
from ..rulebook.schema import MentionRule

Worth = tuple[Decimal | None, Decimal | None, Decimal | None]


def negative(number: Decimal | None) -> Decimal | None:
    """The number with the other sign."""
    return None if number is None else -number


def worth_of(rule: MentionRule, scale: Decimal | None, numeral: Numeral, match: regex.Match[str]) -> Worth | None:
    """Value, low and high, or None where the numbers do not make sense in this reading."""
    value, low, high = numeral.value, numeral.low, numeral.high
    if rule.reading == "below":
        return negative(value), negative(high), negative(low)
    if rule.reading == "magnitude":
        factor = _MAGNITUDES[match["magnitude"][0].lower()]
        return None if value is None else (value * factor, None, None)
    if rule.reading == "and_half":
        return None if value is None else (value + Decimal("0.5"), None, None)
    if rule.reading != "plain":
        return _worth_of_several(rule, numeral, match)
    if scale is not None:
        value, low, high = (None if n is None else n * scale for n in (value, low, high))
    if rule.width is not None and value is not None:
        return None, value, value + rule.width
    return value, low, high


#: English short hand behind a currency's sign: $1.5bn
_MAGNITUDES = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}


def _worth_of_several(rule: MentionRule, numeral: Numeral, match: regex.Match[str]) -> Worth | None:
    """Readings of two or three numerals: 3분의 1, 3.6대 1, 2달러 23센트, 일과 이분의 일."""
    first, second = numeral.value, _number(match["second"]) if match["second"] else None
    third = _number(match["third"]) if "third" in match.re.groupindex and match["third"] else None
    if first is None or second is None:
        return None
    if rule.reading == "score":
        return None, min(first, second), max(first, second)
    if rule.reading == "range":
        return (None, first, second) if first < second else None
    try:
        return _COMBINED[rule.reading](first, second, third, Decimal(str(rule.scale))), None, None
    except (DivisionByZero, InvalidOperation):
        return None


def _number(written: str) -> Decimal | None:
    """A numeral with or without its sign."""
    bare = _SIGNED.sub("", written)
    number = parse(bare)
    return -number if number is not None and bare != written else number


_SIGNED = regex_pattern("signs.signed")
# a signalling NaN: any arithmetic on it raises InvalidOperation
_NONSENSE = Decimal("sNaN")
_COMBINED: dict[str, Callable[[Decimal, Decimal, Decimal | None, Decimal], Decimal]] = {
    "fraction": lambda first, second, third, scale: second / first,
    "share": lambda first, second, third, scale: second / first if second <= first else _NONSENSE + 0,
    "share_of": lambda first, second, third, scale: second / first if second < first else _NONSENSE + 0,
    "ratio": lambda first, second, third, scale: first / second,
    "slash": lambda first, second, third, scale: first / second if first < second else _NONSENSE + 0,
    "compound": lambda first, second, third, scale: first + second * scale,
    "tenths": lambda first, second, third, scale: first * 10 + second + (third or 0) / Decimal(10),
    "mixed_fraction": lambda first, second, third, scale: first + second / (third or _NONSENSE),
    "whole_and_fraction": lambda first, second, third, scale: first + (third or 0) / second,
}
