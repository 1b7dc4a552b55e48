"""Dates that are counted from a day: ``2년 전``, ``3주 뒤``, ``오늘로부터 3주 내``, ``지난 4주``."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import regex

from ..korean import morphology
from ..korean.syllables import is_hangul
from ..korean.tense import AHEAD, Tense, tense
from ..korean.word_lists import numbers, regex_pattern, words
from ..model import PeriodBasis
from . import durations, edtf
from .calendar_words import WEEKDAYS
from .durations import Length
from .length_words import AGO
from .ranges import Date, Span
from .resolver import LATELY, Named, Reckoner, months

_ITS_WEEKDAY = regex_pattern("tense.its_weekday")
_FROM_DAY = regex_pattern("tense.from_day")
_ROLLING_END = regex_pattern("tense.rolling_end")
_TOPIC, _SINCE = frozenset(words("tense.topic")), words("tense.since")
# the words before a date that turn it back, on, or neither
_WAYS = numbers("tense.ways")
_LAST_OF_WAYS = frozenset(word[-1] for word in _WAYS)
_SENTENCE_BREAK = regex_pattern("ranges.sentence_break")
_TOLD_TOPIC = regex_pattern("ranges.told_topic")
_LEVEL, _DONE_BY_THEN = regex_pattern("ranges.level"), frozenset(words("ranges.done_by_then"))
_AGAINST_MONTH, _DECEMBER = regex_pattern("ranges.against_month"), 12
_DONE_THEN, _AHEAD_OF = regex_pattern("ranges.done_then"), regex_pattern("ranges.ahead_of")
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


def month_beside(text: str, first: Date, stop: int) -> int | None:
    """지난달 수출은 지난해 4월보다: the month of the article where 지난달 is set against the same month of the last year. December may be
    that of either year."""
    told = _AGAINST_MONTH.match(text, first.end, stop) if first.written.month_shift == -1 else None
    return int(told["month"]) + 1 if told and int(told["month"]) < _DECEMBER else None


def running(text: str, span: Span, reckoner: Reckoner) -> Named | None:
    """27~29일 on the 28th: the month of a span of days that today lies in, whatever tense tells it."""
    first, second, today = span.first, span.second, reckoner.reference
    if second is None or today is None or first.written.day is None or second.written.day is None:
        return None
    if first.written.has_month or first.written.has_year or second.written.has_month or second.written.has_year:
        return None
    if not first.written.day <= today.day <= second.written.day:
        return None
    way = way_of(text[max(0, first.start - _BEFORE) : first.start].rstrip())
    return Named(today.year, today.month, basis="published") if way is None else None


def is_level(text: str, first: Date, end: int, stop: int) -> bool:
    """Whether the present tense behind a month tells how much there is, or of what was done in it: 3월 문을 연 병동이 붐빈다."""
    if first.written.day is not None and first.written.month is None:
        return False
    if _LEVEL.match(text, end, stop):
        return True
    tokens = morphology.tokens(text, end, min(stop, end + morphology.REACH))
    return any(token.tag == "ETM" and token.form in _DONE_BY_THEN for token in tokens)


class _Told(NamedTuple):
    """A date that the text told with its year, or a day with its month, and where it ends."""

    year: int
    month: int | None
    day: int | None
    end: int
    alone: bool


class Story:
    """The year and the month that a sentence told and that its later dates go on with: 지난해에는 10월에, 다음 달 5일 심사를 거쳐 13일."""

    def __init__(self, text: str, today: date | None) -> None:
        self._text, self._today = text, today
        self._year: _Told | None = None
        self._day: _Told | None = None

    def tell(self, span: Span, at: Named | None, going_on: bool) -> None:
        """Remember the dates of a span: ``at`` is where its first begins, ``going_on`` whether it goes on with a year or month."""
        w = span.first.written
        if at is None:
            return
        alone = span.side is None and span.second is None and (going_on or w.year is None)
        if w.has_year or going_on:
            self._year = _Told(at.year, months(w)[0], None, span.end, alone)
        if w.day and w.has_month and at.day:
            self._day = _Told(at.year, at.month, at.day, span.end, alone)

    def going_on(self, first: Date, when: Tense) -> Named | None:
        """What a date without a year, or without a month, goes on with; None where it stands for itself."""
        w, today = first.written, self._today
        if (
            today is None
            or w.has_year
            or way_of(self._text[max(0, first.start - _BEFORE) : first.start].rstrip()) is not None
        ):
            return None
        if w.day is not None and not w.has_month:
            return self._month_told(first, when, today)
        return self._year_told(first, when, today)

    def _broken(self, told: _Told, first: Date) -> bool:
        return _SENTENCE_BREAK.search(self._text, told.end, first.start + 1) is not None

    def _year_told(self, first: Date, when: Tense, today: date) -> Named | None:
        told, month = self._year, months(first.written)[0]
        if told is None or month is None or self._broken(told, first):
            return None
        later = told.alone and told.month is not None and month > told.month
        topic = _TOLD_TOPIC.match(self._text, told.end)
        of_it = topic is not None and (topic["of"] is None or topic.end() == first.start)
        if told.year < today.year:
            goes = when in (None, "past") and (of_it or (later and told.year == today.year - 1))
        else:
            goes = told.alone and when != "past" and told.year == today.year + 1 and (later or month <= today.month)
            goes = goes and (month < today.month or not _AHEAD_OF.search(self._text, told.end, first.start))
        return Named(told.year, basis="published") if goes else None

    def _month_told(self, first: Date, when: Tense, today: date) -> Named | None:
        """The month of the day before it, for a later day that is not told as the news of these days."""
        told, day = self._day, first.written.day or 0
        if told is None or told.day is None or day <= told.day or self._broken(told, first):
            return None
        month = (today.year, today.month)
        ahead, gone = (told.year, told.month) > month, (told.year, told.month) < month
        if gone and when in (*AHEAD, "present"):
            return None
        news = when in ("past", "aimed") or (when is None and not ahead)
        if news and today.day + LATELY <= day <= today.day:
            return None
        return Named(told.year, told.month, basis="published")
