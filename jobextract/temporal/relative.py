"""Dates that are counted from a day: ``2년 전``, ``3주 뒤``, ``오늘로부터 3주 내``, ``지난 4주``."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import regex

from ..korean import morphology
from ..korean.syllables import is_hangul
from ..korean.tense import AHEAD, tense
from ..korean.word_lists import numbers, regex_pattern, words
from ..model import PeriodBasis
from . import durations, edtf
from .calendar_words import WEEKDAYS
from .durations import Length
from .length_words import AGO
from .ranges import Date
from .resolver import Named, Reckoner

_ITS_WEEKDAY = regex_pattern("tense.its_weekday")
_FROM_DAY = regex_pattern("tense.from_day")
_ROLLING_END = regex_pattern("tense.rolling_end")
_TOPIC, _SINCE = frozenset(words("tense.topic")), words("tense.since")
# the words before a date that turn it back, on, or neither
_WAYS = numbers("tense.ways")
_LAST_OF_WAYS = frozenset(word[-1] for word in _WAYS)
_DONE_THEN = regex_pattern("ranges.done_then")
#: characters before a month that may say whether it is past or to come
_BEFORE = 6
_COUNTED = ("year", "month", "week", "day")


class Distance(NamedTuple):
    """A distance from a day in a text, with the period it leads to."""

    end: int
    period: str | None
    basis: PeriodBasis | None


def ago(text: str, length: Length, start: int, stop: int, reckoner: Reckoner) -> Distance | None:
    """2년 전, 3주 뒤, 3주 후 금요일; None where the length is not a distance from now."""
    match = AGO.match(text, length.end, stop) if not length.bare or length.named else None
    if not match or any(unit not in _COUNTED for unit, _ in length.named):
        return None
    if match["later"] and not _from_now(text, length.start, start, match.end(), stop):
        return None
    event = _FROM_EVENT.search(text[max(start, length.start - 8) : length.start])
    if (event and not (event["figure"] and match["before"])) or _later_on(text, length, match, start):
        return None
    end = length.end if match["passed"] else match.end()
    way = 1 if match["before"] else -1
    weekday = _ITS_WEEKDAY.match(text, end, stop)
    if reckoner.reference is None:
        return Distance(end, *_year_ago(length, way, reckoner))
    working = [unit for unit, _ in length.named] == ["day"] and _WORKING.search(
        text[max(start, length.start - 12) : length.start]
    )
    period = (_working if working else _counted)(reckoner.reference, length, way)
    if weekday and period:
        try:
            on = edtf.weekday_of_week(date.fromisoformat(edtf.start(period)), WEEKDAYS.index(weekday[1]))
        except (OverflowError, ValueError):
            return Distance(weekday.end(), None, None)
        return Distance(weekday.end(), f"{on}", "published")
    return Distance(end, period, "published" if period else None)


_FROM_EVENT = regex_pattern("tense.from_event")
_FROM_TODAY = regex_pattern("tense.from_today")


def _later_on(text: str, length: Length, match: regex.Match[str], start: int) -> bool:
    """석 달 뒤면, 2년 뒤 지위를 잃는다: a length from somewhere in the story, unless today is named."""
    coarse = any(unit in ("year", "month") for unit, _ in length.named)
    before = text[max(start, length.start - 10) : length.start]
    opens = not before.strip() or before.rstrip()[-1] in '.!?”"'
    return coarse and match["behind"] is not None and not opens and not _FROM_TODAY.search(before)


def _counted(of: date, length: Length, way: int) -> str | None:
    count = {unit: way * number for unit, number in length.named}
    days = count.get("day", 0) + 7 * count.get("week", 0)
    return edtf.ago(of, count.get("year", 0), count.get("month", 0), days)


def _working(of: date, length: Length, way: int) -> str | None:
    """So many working days away; about, for holidays are not known."""
    step, left = timedelta(days=-1 if way == 1 else 1), length.named[0][1]
    if left > _MOST_WORKING_DAYS:
        return None
    while left:
        of += step
        left -= of.weekday() < _SATURDAY
    return f"{of}~"


_WORKING = regex_pattern("tense.working_days")
_MOST_WORKING_DAYS, _SATURDAY = 60, 5


def _year_ago(length: Length, way: int, reckoner: Reckoner) -> tuple[str | None, PeriodBasis | None]:
    """With a year for reference, years can be counted and nothing finer."""
    if reckoner.year is None or [unit for unit, _ in length.named] != ["year"]:
        return None, None
    return edtf.year(reckoner.year - way * length.named[0][1]), "inferred"


def _from_now(text: str, at: int, start: int, end: int, stop: int) -> bool:
    """3년 후 counts from today unless an event stands before it (개통 3년 뒤) or the verb is past."""
    before = text[max(start, at - 4) : at].rstrip()
    topic = not before or not is_hangul(before[-1]) or before[-1] in _TOPIC or before.endswith(_SINCE)
    topic = topic or _WORKING.search(text[max(start, at - 12) : at]) is not None
    return topic and tense(text, end, stop) != "past"


def window(text: str, length: Length, way: int | None, stop: int, reckoner: Reckoner) -> Distance | None:
    """지난 4주, 다음 5년, with nothing behind it that they could measure: whole weeks, months or years."""
    if way not in (-1, 1) or not reckoner.reference or len(length.named) != 1:
        return None
    if not durations.clause_ends(text, length.end, stop):
        return None
    period = edtf.window(reckoner.reference, length.unit, length.named[0][1], way == 1)
    return Distance(length.end, period, "published") if period else None


def rolling(text: str, end: int, stop: int, day: str | None, basis: PeriodBasis | None) -> Distance | None:
    """오늘로부터 3주 내, 내일로부터 닷새 뒤: counted from a day that the words name, which ends at ``end``."""
    joint = _FROM_DAY.match(text, end, stop)
    length = joint and durations.read(text, joint.end(), stop)
    if not length or not length.named:
        return None
    within = _ROLLING_END.match(text, length.end, stop)
    distance = AGO.match(text, length.end, stop)
    if not within and not distance and length.bound != "max":
        return None
    end = next((match.end() for match in (within, distance) if match), length.end)
    if not day:
        return Distance(end, None, None)
    before = distance is not None and distance["before"] is not None
    target = _counted(date.fromisoformat(day), length, 1 if before else -1)
    if target and not distance:
        target = edtf.between(day, target)
    return Distance(end, target, basis if target else None)


def way_of(before: str) -> int | None:
    """-1 behind 지난 and 간밤(, 1 behind 오는, 0 behind 이번, None behind anything else."""
    before = before.rstrip("(")
    if before[-1:] not in _LAST_OF_WAYS:
        return None
    whole = [(word, way) for word, way in _WAYS.items() if before.endswith(word)]
    return next((way for word, way in whole if not is_hangul(before[-len(word) - 1 : -len(word)])), None)


def goes_on(text: str, first: Date, end: int, stop: int, reckoner: Reckoner) -> Named | None:
    """내년 5월부터 올린다. 이에 따라 5월에 9원을 올린다: the month of next year that the text named last, where this one,
    past in the present year, is not before it and its clause tells what is done then: neither what has been by then (10월에
    모은 신청) nor how much there is."""
    last, today, month = reckoner.named, reckoner.reference, first.written.month
    if last is None or today is None or month is None or last.month is None or last.year != today.year + 1:
        return None
    if first.written.has_year or way_of(text[max(0, first.start - _BEFORE) : first.start].rstrip()) is not None:
        return None
    gone = last.month <= month and (month, first.written.day or today.day) < (today.month, today.day)
    done = gone and _DONE_THEN.match(text, end, stop)
    if not done or any(token.tag == "ETM" for token in morphology.tokens(text, end, min(stop, end + morphology.REACH))):
        return None
    return last._replace(basis="published") if tense(text, end, stop) in (*AHEAD, "present") else None
