"""What stands around a quantity and bounds or loosens it, and the ranges that two quantities make.

* in the span, behind: 이상 이하 이내 미만 초과 안팎 가량 남짓 정도 내외, and the 대 of 16만원대
* outside the span, before: 약 최대 최소 적어도 많게는; behind: 까지 넘는 육박 웃도는 밑도는 쯤 수준
* ranges: 20~30개, 10만∼15만 원, 200~300억원 (both ends times 억), 3천에서 5천 명, 8세부터 80세까지

초과 is not 이상: bound ``over`` leaves the value out, ``min`` takes it in.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import get_args

import regex

from ..korean.word_lists import any_of, pattern, regex_pattern, words
from ..model import Bound
from .matcher import Reading

_SUFFIX = pattern("bounds.suffix")
_BAND = pattern("bounds.band")
_BANDED = ("money", "percent", "count")
_LOOSE = pattern("bounds.loose")
_NTH_TIME = pattern("bounds.nth_time")
_UPTO = pattern("bounds.upto")
_VERB = regex_pattern("bounds.verb")
_LOOSENING = words("bounds.loosening")
_AT_LEAST = words("bounds.at_least")
_AT_MOST = words("bounds.at_most")
_BEFORE = regex_pattern("bounds.before", approx=any_of(_LOOSENING), least=any_of(_AT_LEAST), most=any_of(_AT_MOST))
# a look at one letter spares most quantities the pattern
_LAST_BEFORE = {word[-1] for word in (*_LOOSENING, *_AT_LEAST, *_AT_MOST)}
_COMPARED = regex_pattern("bounds.compared")
_SYMBOL_BEFORE = regex.compile(r"(?<=(?<![<>=])(?P<bound>>=|<=|[<>≥≤])\s?-?)")
_SYMBOLS: dict[str, Bound] = {">": "over", "<": "under", ">=": "min", "≥": "min", "<=": "max", "≤": "max"}
_LAST_OF_SYMBOLS = frozenset("<>=≥≤")
_BOTH = regex.compile(r",?\s?")
_ANY_BEHIND = pattern("bounds.any_behind")
_ANY_COMPARED = pattern("bounds.any_compared")
_ITSELF = pattern("bounds.itself")
_AIM_BEFORE = pattern("bounds.aim_before")
_BY_HOW_MUCH, _OWN_PARTICLE = regex_pattern("bounds.by_how_much"), pattern("bounds.own_particle")
_SEPARATOR = pattern("bounds.separator")
_BETWEEN = regex_pattern("bounds.between")
_CHANGED = regex_pattern("bounds.changed")
_TOLD_APART, _RAISED, _AGED = map(regex_pattern, ("bounds.told_apart", "bounds.raised", "bounds.aged"))
_UNTIL = regex_pattern("bounds.until")
_UNTIL_END = regex_pattern("bounds.until_end")
_DIFFERENCE = regex_pattern("bounds.difference")
_JOINS = frozenset((" ", *words("bounds.joins")))
_NTH, _FALLING = words("bounds.nth"), words("bounds.falling")


def may_join(text: str, end: int) -> bool:
    """Whether what stands at ``end`` can lead on to the other end of a range."""
    return text[end : end + 1] in _JOINS


def qualify(text: str, reading: Reading, end: int) -> Reading:
    """The reading with its bound and looseness, and its end behind a suffix such as 이상."""
    if reading.kind == "count" and reading.unit not in _NTH and _NTH_TIME.match(text, reading.end, end):
        reading = reading._replace(end=reading.end + 1)
    stop, bound, approx = _behind(text, reading, end)
    near = text[max(0, reading.start - 2) : reading.start].rstrip()
    before = _BEFORE.match(text, reading.start) if near[-1:] in _LAST_BEFORE else None
    if before:
        approx = approx or before["approx"] is not None
        marked: Bound | None = "min" if before["min"] else "max" if before["max"] else None
        bound = marked if marked and bound in (None, "upto") else bound
    if stop == reading.end and bound is None and not approx:
        return reading
    return _bounded(reading._replace(end=stop, approx=reading.approx or approx), bound)


def _behind(text: str, reading: Reading, end: int) -> tuple[int, Bound | None, bool]:
    qualified = _ANY_BEHIND.match(text, reading.end, end) is not None
    if qualified and (match := _SUFFIX.match(text, reading.end, end)):
        return match.end(), _bound(match), match["approx"] is not None
    alone = reading.kind == "number" or reading.kind == "ratio"
    compared = _compared(text, reading, end) if alone or _ITSELF.match(text, reading.end, end) else None
    if compared or not qualified:
        return compared or (reading.end, None, False)
    band = _BAND.match(text, reading.end, end) if reading.kind in _BANDED else None
    if band:
        return band.end(), None, True
    approx = _LOOSE.match(text, reading.end, end) is not None
    if _UPTO.match(text, reading.end, end):
        return reading.end, "upto", approx
    verb = _VERB.match(text, reading.end, end)
    if verb and not _is_difference(text, reading, verb):
        return reading.end, _bound(verb), approx or verb["upto"] is not None
    return reading.end, None, approx


def _is_difference(text: str, reading: Reading, verb: regex.Match[str]) -> bool:
    """Whether the quantity says by how much something is passed or missed, or is a target that is passed: none is bounded."""
    if verb["over"] and _AIM_BEFORE.search(text, max(0, reading.start - 12), reading.start):
        return True
    if verb["upto"] or _OWN_PARTICLE.match(text, reading.end):
        return False
    return _BY_HOW_MUCH.search(text[max(0, reading.start - 20) : reading.start]) is not None


def _compared(text: str, reading: Reading, end: int) -> tuple[int, Bound | None, bool] | None:
    if _ANY_COMPARED.match(text, reading.end, end) and (match := _COMPARED.match(text, reading.end, end)):
        return match.end(), _bound(match), False
    before = text[max(0, reading.start - 3) : reading.start].rstrip("-").rstrip()
    symbol = _SYMBOL_BEFORE.match(text, reading.start) if before[-1:] in _LAST_OF_SYMBOLS else None
    return (reading.end, _SYMBOLS[symbol["bound"]], False) if symbol else None


def _bound(match: regex.Match[str] | re.Match[str]) -> Bound | None:
    names, bounds = match.groupdict(), get_args(Bound)
    return next((name for name in bounds if names.get(name)), None)


def _bounded(reading: Reading, bound: Bound | None) -> Reading:
    """``low`` and ``high`` follow from the bound: 15세 이상 has a low of 15, 20대 이하 a high of 29."""
    if bound is None:
        return reading
    value, low, high = reading.value, reading.low, reading.high
    if value is None and low is not None and high is not None and reading.width is None:
        return reading  # 많게는 4, 5건: a range, both of whose ends are told
    if bound in ("min", "over"):
        low, high = (value if value is not None else low), None
    else:
        high, low = (value if value is not None else high), None
    return reading._replace(bound=bound, low=low, high=high)


#: what stands alone and can be compared: 20보다 크고, 사분의 일 초과
_COMPARED_KINDS = ("number", "ratio")
#: 1만원 이상 10만원 미만 is one band of prices
_LOWER, _UPPER = ("min", "over"), ("max", "under")


def join(text: str, first: Reading, second: Reading) -> Reading | None:
    """The range that two neighbouring quantities make, or None where they are two figures."""
    if first.kind == second.kind and first.kind in _COMPARED_KINDS and first.bound and second.bound:
        return _two_sided(text, first, second)
    priced = first.kind == second.kind == "money" and first.unit == second.unit
    if priced and first.bound in _LOWER and second.bound in _UPPER and (both := _two_sided(text, first, second)):
        return both
    between = _SEPARATOR.fullmatch(text, first.end, second.start)
    if not between or not _alike(first, second) or first.bound == "upto":
        return None
    if between["dot"] and not _two_decades(first, second):
        return None
    if between["each"] and first.kind != "number":
        return None  # 적게는 2명에서 많게는 9명: each has its bound
    if (between["from"] or between["since"]) and not _is_range(text, first, second, between):
        return None
    if between["and"] and not _BETWEEN.match(text, second.end):
        return None
    low, high = _ends(first, second)
    if low is None or high is None or low == high:
        return None
    if low > high:
        low, high = high, low
        bounded = first.bound is not None and second.bound is not None  # 최대 30개에서 최소 20개
        falls = second.unit in _FALLING and between["dash"] and between["dash"].strip() not in "–—-"  # 100~70%
        if (between["dash"] and not falls) or (between["from"] and not bounded):
            return None
    approx = first.approx or second.approx
    until = _UNTIL_END.match(text, second.end) if between["since"] else None
    stop = until.end() if until else second.end
    return second._replace(start=first.start, end=stop, value=None, low=low, high=high, approx=approx, bound=None)


def _two_decades(first: Reading, second: Reading) -> bool:
    """20·30대: two decades of age that follow each other are one span of years."""
    return second.width is not None and first.value is not None and first.value + second.width + 1 == second.low


def _two_sided(text: str, first: Reading, second: Reading) -> Reading | None:
    """20보다 크고 35보다 작은, 50 이하, 20 이상: a lower and an upper bound on one number."""
    low, high = (first, second) if first.low is not None else (second, first)
    if low.low is None or high.high is None or low.high is not None:
        return None
    if not _BOTH.fullmatch(text, first.end, second.start):
        return None
    if low.low >= high.high:
        return None
    approx = first.approx or second.approx
    return second._replace(start=first.start, value=None, low=low.low, high=high.high, approx=approx, bound=None)


def _alike(first: Reading, second: Reading) -> bool:
    return (first.kind == "number" and first.unit is None) or (first.kind, first.unit) == (second.kind, second.unit)


def _is_range(text: str, first: Reading, second: Reading, between: re.Match[str]) -> bool:
    """From 20 to 30: a range, but in 20명에서 30명으로 늘었다 a change, two figures, as in 20명에서 30명까지."""
    if _CHANGED.match(text, second.end):
        return False
    plain = between["from"] and not between["most"]
    if plain and second.kind != "number":
        changed = _RAISED if second.kind == "age" else _UNTIL_END
        if changed.match(text, second.end) or (first.unit and _TOLD_APART.match(text, second.end)):
            return False
    if between["since"]:
        closing = _AGED if second.kind == "age" else _UNTIL
        return (closing.match(text, second.end) or _UNTIL.match(text, second.end)) is not None
    return not plain or not _DIFFERENCE.match(text, second.end)


def _ends(first: Reading, second: Reading) -> tuple[Decimal | None, Decimal | None]:
    low = first.value if first.value is not None else first.low
    high = second.high if second.width is not None else second.value if second.value is not None else second.high
    return _share_scale(first, second, low), high


def _share_scale(first: Reading, second: Reading, low: Decimal | None) -> Decimal | None:
    """200~300억: the multiplier at the end serves both, where the first end has none and would be the smaller one."""
    one, other = first.numeral, second.numeral
    if low is None or one is None or other is None or first.unit is not None or other.value is None:
        return low
    if one.style in ("digit", "mixed") and other.scale > 1 and low < other.value / other.scale:
        return low * other.scale
    return low
