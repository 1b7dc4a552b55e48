"""Lengths of time as Korean writes them, in the smallest unit that they name.

Forms handled:

* ``3년``, ``1.5시간``, ``1만2천 시간``, ``3~6개월``, ``1시간에서 2시간``, ``10여 년``, ``수십 년``, ``몇 달``;
* compounds ``1시간 30분`` (90 minute), ``1년6개월`` (18 month), ``징역 1년 6월`` (18 month), ``8분12초`` (492 second),
  ``9초58`` (9.58 second), ``2박 3일`` (3 day), ``1년 반`` (1.5 year);
* native words ``사흘``, ``보름``, ``하루``, ``반년``, ``며칠``, and numerals: ``두 달``, ``네댓 달``, ``세 분기``,
  ``사십 분``, ``일주일``;
* what follows and belongs to the length: 여 간 째, 이상 이하 이내 미만 초과 안팎 가량 남짓 정도 내외;
* a distance from a day: ``2년 전``, ``3주 뒤``, ``5일 후`` (``ago``).

``N일`` is a day of the month unless something about it says that it is a length.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import regex

from ..korean import numerals
from ..korean.word_lists import pattern, regex_pattern, words
from ..model import Bound
from .length_words import (
    ABOUT_BEFORE,
    AGO,
    BOUND_BEFORE,
    BOUNDS,
    DAY_EVIDENCE,
    DAY_RANGES,
    DAY_WORDS,
    DURATION,
    ENDS_A_SPAN,
    GROUPS,
    LENGTH_BEFORE,
    SMALLER,
    UNTIL_CLAUSE_ENDS,
)


class Length(NamedTuple):
    """A duration in a text; ``named`` are the units as written, for counting from a day."""

    start: int
    end: int
    unit: str
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: Bound | None = None
    approx: bool = False
    named: tuple[tuple[str, int], ...] = ()
    bare: bool = True


def read(text: str, position: int, stop: int) -> Length | None:
    """The duration that begins at ``position``, or None."""
    match = DURATION.match(text, position, stop)
    if not match:
        return None
    found = {name: value.rstrip() for name, value in zip(GROUPS, match.groups(), strict=True) if value is not None}
    amount = _amount(found)
    if amount is None or not _is_length(text, match, found, amount, stop):
        return None
    unit, value, low, high, approx, named = amount
    if "and_half" in found and value is not None:
        value += Decimal("0.5")
    before = text[max(0, position - 5) : position]
    bound = BOUNDS.get(found.get("bound", "")) or _bound_before(before) or _bound_behind(text, match.end(), stop)
    approx = approx or not found.keys().isdisjoint(("loose", "after", "about"))
    approx = (
        approx or ABOUT_BEFORE.search(before) is not None or _ABOUT_BEHIND.match(text, match.end(), stop) is not None
    )
    if bound and value is not None:
        low, high = (value, None) if bound in ("min", "over") else (None, value)
    return Length(position, match.end(), unit, value, low, high, bound, approx, named, not _has_tail(match, found))


def may_be(text: str, start: int, end: int, stop: int, is_day: bool) -> bool:
    """Whether the date at ``start:end`` could be a length after all: 30일간, 3분기 연속, 2000년 역사, 징역 12년 6월."""
    if _LIKE_LENGTH.match(text, end, stop):
        return True
    before = text[max(0, start - _PHRASE) : start].rstrip()
    if before.endswith(_SENTENCED):
        return True
    listed = text[end : end + 1] in ",·" or "," in before[-_NAME:]
    return is_day and (listed or LENGTH_BEFORE.search(before) is not None)


#: how far before a day the words stand that make a length of it, and the comma of the list that it is in
_PHRASE, _NAME = 16, 10
_ENDS_LENGTH = pattern("durations.ends_length")
_SENTENCED = words("durations.sentenced")
_LIKE_LENGTH = regex_pattern("durations.like_length")


def clause_ends(text: str, position: int, stop: int) -> bool:
    """Whether nothing that the length could measure follows: 지난 4주. 다음 5년에"""
    return UNTIL_CLAUSE_ENDS.match(text, position, stop) is not None


def _has_tail(match: regex.Match[str], found: dict[str, str]) -> bool:
    """Whether 여, 간, 째, 이상 and the like close the length."""
    closed = _ENDS_LENGTH.search(match[0]) is not None
    return closed or not found.keys().isdisjoint(("and_half", "after", "bound", "loose"))


def _bound_before(before: str) -> Bound | None:
    match = BOUND_BEFORE.search(before)
    return ("max" if match["max"] else "min") if match else None


_VERB = regex_pattern("bounds.verb")
_ABOUT_BEHIND = regex_pattern("durations.about_behind")


def _bound_behind(text: str, end: int, stop: int) -> Bound | None:
    """3시간 넘게, 반년이 채 안 됐다: the verb behind the length bounds it."""
    match = _VERB.match(text, end, stop)
    if not match or match["upto"]:
        return None
    return "over" if match["over"] else "under"


Amount = tuple[str, Decimal | None, Decimal | None, Decimal | None, bool, tuple[tuple[str, int], ...]]
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second", "quarter")


def _unit(found: dict[str, str]) -> str | None:
    return next((unit for unit in _UNITS if f"u_{unit}" in found), None)


def _amount(found: dict[str, str]) -> Amount | None:
    """unit, value, low, high, approximate, units as named; None where the numeral is none."""
    if "alone" in found:
        days = DAY_WORDS[found["alone"]]
        return "day", Decimal(days), None, None, False, (("day", days),)
    if "day_range" in found:
        low, high = DAY_RANGES[found["day_range"]]
        return "day", None, Decimal(low), Decimal(high), True, ()
    if "half_year" in found:
        return "month", Decimal(6), None, None, False, (("month", 6),)
    if "half_hour" in found:
        return "minute", Decimal(30), None, None, False, (("minute", 30),)
    if "few_days" in found or "vague" in found:
        return _unit(found) or "day", None, None, None, True, ()
    if "high" in found:
        return _range(found)
    return _compound(found)


def _range(found: dict[str, str]) -> Amount | None:
    high = numerals.read(found["high"], 0)
    low = numerals.parse(found["number"])
    unit = _unit(found)
    if low is None or high is None or high.value is None or unit is None:
        return None
    low = low * high.scale if low < high.scale else low
    return (unit, None, low, high.value, False, ()) if low < high.value else None


def _compound(found: dict[str, str]) -> Amount | None:
    """The pieces from the largest to the smallest, summed in the smallest."""
    pieces = _pieces(found)
    if pieces is None:
        return None
    first, smallest = pieces[0], pieces[-1][0]
    if first[1] is None:
        numeral = numerals.read(found["hangul"], 0)
        return (smallest, None, numeral.low, numeral.high, True, ()) if numeral and len(pieces) == 1 else None
    total = Decimal(int(found.get("hundredths", 0))) / 100 if "hundredths" in found else Decimal(0)
    approx = smallest == "day" and first[0] in ("year", "month")
    for unit, value in pieces:
        total += (value or 0) * SMALLER.get((unit, smallest), 1)
    named = tuple((unit, int(value or 0)) for unit, value in pieces if value == int(value or 0))
    return smallest, total, None, None, approx, named


def _pieces(found: dict[str, str]) -> list[tuple[str, Decimal | None]] | None:
    """unit and value of each piece; a value of None is a numeral without one, such as 서너."""
    if "years" in found:
        return [("year", Decimal(found["years"])), ("month", Decimal(found["months"]))]
    written = found.get("hangul") or found["number"]
    value = Decimal(written) if written.isdecimal() else _value(written)
    unit = _unit(found)
    if value is _NO_NUMERAL or unit is None:
        return None
    pieces: list[tuple[str, Decimal | None]] = [(unit, value)]
    pieces += [(unit, numerals.parse(found[unit])) for unit in _UNITS if unit in found]
    if "day_word" in found:
        pieces.append(("day", Decimal(DAY_WORDS[found["day_word"]])))
    return pieces


_NO_NUMERAL = Decimal(-1)


def _value(written: str) -> Decimal | None:
    numeral = numerals.read(written, 0)
    return numeral.value if numeral and numeral.end == len(written) else _NO_NUMERAL


def _is_length(text: str, match: regex.Match[str], found: dict[str, str], amount: Amount, stop: int) -> bool:
    """Whether the words mean a length of time and not a date, people or part of a word."""
    if "vague" in found and _unit(found) == "minute":
        return _has_tail(match, found) or _told(text, match.end(), stop)
    if "hangul" in found:
        return _hangul_is_length(text, match, found, stop)
    if "u_day" in found and "hour" not in found and "nights" not in found:
        return _days_are_length(text, match, found, amount, stop)
    if "u_year" in found and _REIGN.search(text[max(0, match.start() - 5) : match.start()]):
        return False
    if "u_year" in found and amount[0] == "year" and amount[1] is not None:
        return _years_are_length(text, match, amount[1], stop)
    return not ("u_week" in found and amount[1] is not None and amount[1] > _WEEKS_OF_TWO_YEARS)


_WEEKS_OF_TWO_YEARS = 104


def _days_are_length(text: str, match: regex.Match[str], found: dict[str, str], amount: Amount, stop: int) -> bool:
    value = amount[1] if amount[1] is not None else amount[3]
    certain = value is None or value > 31 or value != int(value) or "." in match[0]
    if certain or "about" in found or _has_tail(match, found) or _told(text, match.end(), stop):
        return True
    if ENDS_A_SPAN.match(text, match.end(), stop) or "high" in found:
        usual = "high" in found and _USUALLY.search(text, max(0, match.start() - 6), match.start()) is not None
        return usual or _FOR_SURE.search(text, max(0, match.start() - 6), match.start()) is not None
    before = text[max(0, match.start() - _NEAR) : match.start()]
    return LENGTH_BEFORE.search(before) is not None or _among_lengths(text, match, before, stop)


_NEAR = 32
_FOR_SURE = regex_pattern("durations.for_sure")
_USUALLY = regex_pattern("durations.usually")
_LONG_BEFORE = regex_pattern("durations.long_before")
_LONG_BEHIND = regex_pattern("durations.long_behind")


def _among_lengths(text: str, match: regex.Match[str], before: str, stop: int) -> bool:
    return _LONG_BEFORE.search(before) is not None or _LONG_BEHIND.match(text, match.end(), stop) is not None


def _told(text: str, end: int, stop: int) -> bool:
    """Whether what follows says that a length stands before it: 동안, 만에, 연속, 전, 뒤."""
    return DAY_EVIDENCE.match(text, end, stop) is not None or AGO.match(text, end, stop) is not None


_REIGN = regex_pattern("durations.reign")
_OF_HISTORY = regex_pattern("durations.of_history")


def _years_are_length(text: str, match: regex.Match[str], value: Decimal, stop: int) -> bool:
    if value < 1000 or value >= 2200 or "," in match[0]:
        return True
    return value % 100 == 0 and _OF_HISTORY.match(text, match.end(), stop) is not None


_SECOND_PIECES = frozenset(("day_word", "month", "minute", "second"))
_STRETCH = words("durations.stretch")
_SINO = frozenset(words("durations.sino"))
_ONE_WEEK = words("durations.one_week")
(_THIS,) = words("hangul_numerals.this")
_AMBIGUOUS = frozenset(words("durations.ambiguous"))
_SAFE_SINO = regex_pattern("durations.safe_sino")
_CLOSED, _AMID = regex_pattern("durations.closes_word"), regex_pattern("durations.amid")


def _hangul_is_length(text: str, match: regex.Match[str], found: dict[str, str], stop: int) -> bool:
    """A native numeral before 달 or 시간 is safe; 이년, 삼일, 오분 are ordinary words unless something follows."""
    unit, word = _unit(found), found["hangul"]
    if not _SINO.issuperset(word):
        return unit in ("year", "month", "week", "hour", "quarter")
    if unit in ("month", "hour", "day") and word == _THIS and text[match.start() + len(word)].isspace():
        return False  # 이 시간, 이 달, 이 일: the determiner, for two of them are 두
    if unit in ("month", "hour") or (unit == "week" and match[0].startswith(_ONE_WEEK)):
        return True
    if (
        "about" in found
        or not _SECOND_PIECES.isdisjoint(found)
        or _has_tail(match, found)
        or _told(text, match.end(), stop)
    ):
        return True
    glued = not text[match.start() + len(word)].isspace()
    if text[max(0, match.start() - 4) : match.start()].rstrip().endswith(_STRETCH):
        return True
    if _AMID.match(text, match.end(), stop) and not glued:
        return True
    if unit not in ("second", "minute", "year") or (word in _AMBIGUOUS and glued):
        return False
    safe = _SAFE_SINO.match(text, match.start(), match.start() + len(word) + 1)
    return bool(safe and _CLOSED.match(text, match.end(), stop))
