"""Clock times as Korean news writes them, and their ISO 8601 hours.

Forms handled: ``오후 5시``, ``오전 9시 30분``, ``7시 반``, ``오전네시십분``, ``15:20``, ``9:10:01``, ``오후 4:05``,
``4:40PM``, ``7pm``, ``정오``, ``자정``, and the ranges of two of them: ``오전 10시부터 오후 5시까지``, ``9:30~11:00``,
``오후 2~4시``, ``9시와 11시 사이``.

Not a time: a score 3:2, a ratio 1:1 or 1:20, hours as a length (10시간), a city (광명시), 3시군.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import regex

from ..korean import numerals
from ..korean.word_lists import numbers, regex_pattern, texts, words

#: the half of the day -> what it adds to which hours: (first hour moved, last hour moved, by)
MERIDIEMS = {part: tuple(map(int, moved.split())) for part, moved in texts("clock.meridiems").items()}
#: parts of a day behind 오늘, 내일, 어제, 모레: from, to
DAY_PARTS = {part: tuple(hours.split()) for part, hours in texts("clock.day_parts").items()}
#: parts whose hours after midnight are of the next day
_NIGHTS = frozenset(words("clock.nights"))
_NOON = numbers("clock.noon")
CLOCK = regex_pattern("clock.time")
_SHARED = regex_pattern("clock.shared")
_DASHES = frozenset("~∼～〜–—-")
_TO = regex_pattern("clock.to")
_SINCE = regex_pattern("clock.since")
_UNTIL = regex_pattern("clock.until")
_WITHIN = regex_pattern("clock.within")
_BEFORE = regex_pattern("clock.before")
_AFTER = regex_pattern("clock.after")
PART_OF_DAY = regex_pattern("clock.part_of_day")
PART_ENDS = regex_pattern("clock.part_ends")
_OFFICIAL = regex_pattern("clock.official")
_LOOSE = regex_pattern("clock.loose")


class Clock(NamedTuple):
    """A time of day; ``hour`` 24 is the midnight that ends it, hours above it are of the night after."""

    hour: int
    minute: int = 0
    second: int | None = None

    def text(self) -> str:
        seconds = f":{self.second:02d}" if self.second is not None else ""
        return f"T{self.hour:02d}:{self.minute:02d}{seconds}"


class Times(NamedTuple):
    """A time or a range of times in a text; an open side is None.

    ``later`` are the hours by which it lies later where nothing places it: 3:30 is in the afternoon, because of the small
    hours one says 새벽, and 오전 12시 without a day is the midnight to come.
    """

    start: int
    end: int
    first: Clock | None
    last: Clock | None
    is_range: bool
    approx: bool = False
    later: int = 0


def read(text: str, position: int, stop: int) -> Times | None:
    """The time or range of times that begins at ``position``, or None."""
    shared = not _DASHES.isdisjoint(text[position : position + 9]) and _SHARED.match(text, position, stop)
    if shared:
        return _read_shared(text, position, stop, shared)
    match = CLOCK.match(text, position, stop)
    if not match or _is_ratio(text, match):
        return None
    first, end = _clock(match, None), match.end()
    later = _later(text, match, first, stop)
    second = _second(text, match, stop)
    if second:
        last = _not_before(first, second[0])
        return Times(position, second[1], first, last, True, later=later if later == _HALF and last.hour < _HALF else 0)
    return _single(text, position, end, stop, first)._replace(later=later)


_HALF, _SMALL_HOURS = 12, ("1", "2", "3", "4", "5")


def _later(text: str, match: regex.Match[str], clock: Clock, stop: int) -> int:
    """12 of an hour of one to five that names no part of the day, 24 of 오전 12시, else nothing."""
    if match["noon"] or match["second"]:
        return 0
    if match["part"] or match["latin"]:
        return 24 if clock == Clock(0) else 0
    spoken = match["hour"] in _SMALL_HOURS or (match["native"] and clock.hour <= len(_SMALL_HOURS))
    return _HALF if spoken and not _OFFICIAL.match(text, match.end(), stop) else 0


def shifted(times: Times) -> Times:
    """The same times so many hours later."""
    first, last = (at and at._replace(hour=at.hour + times.later) for at in (times.first, times.last))
    return times._replace(first=first, last=last)


def _read_shared(text: str, position: int, stop: int, shared: regex.Match[str]) -> Times | None:
    match = CLOCK.match(text, shared.end(), stop)
    if not match:
        return None
    last = _clock(match, shared["part"])
    low = Clock(_moved(int(shared["hour"]), shared["part"]))
    until = _UNTIL.match(text, match.end(), stop)
    last = _not_before(low, last)
    small = not (shared["part"] or match["part"] or match["latin"]) and shared["hour"] in _SMALL_HOURS
    later = _HALF if small and last.hour < _HALF and not _OFFICIAL.match(text, match.end(), stop) else 0
    return Times(position, until.end() if until else match.end(), low, last, True, later=later)


def _second(text: str, first: regex.Match[str], stop: int) -> tuple[Clock, int] | None:
    """The end of a range whose start is ``first``, and where it ends in the text."""
    joint = _TO.match(text, first.end(), stop)
    match = joint and CLOCK.match(text, joint.end(), stop)
    if not joint or not match:
        return None
    clock = _clock(match, first["part"])
    if joint["and"]:
        closing = _WITHIN.match(text, match.end(), stop)
        return (clock, closing.end()) if closing else None
    closing = _UNTIL.match(text, match.end(), stop)
    if not closing and joint["from"]:
        closing = _WITHIN.match(text, match.end(), stop)
    return clock, closing.end() if closing else match.end()


def _single(text: str, position: int, end: int, stop: int, clock: Clock) -> Times:
    if match := _SINCE.match(text, end, stop):
        return Times(position, match.end(), clock, None, True)
    if match := _UNTIL.match(text, end, stop):
        return Times(position, match.end(), None, clock, True)
    if _BEFORE.match(text, end, stop):
        return Times(position, end, None, clock, True)
    if _AFTER.match(text, end, stop):
        return Times(position, end, clock, None, True)
    return Times(position, end, clock, clock, False, _LOOSE.match(text, end, stop) is not None)


def _is_ratio(text: str, match: regex.Match[str]) -> bool:
    """1:20 is a ratio or a scale far more often than twenty past one at night."""
    bare = not (match["part"] or match["latin"]) and ":" in match[0]
    return bare and match["hour"] == "1" and match["second"] is None and match.start() > 0


def _clock(match: regex.Match[str], part_before: str | None) -> Clock:
    if match["noon"]:
        return Clock(_NOON[match["noon"]])
    hour = int(match["hour"]) if match["hour"] else int(numerals.parse(match["native"]) or 0)
    latin = match["latin"]
    part = match["part"] or (latin.replace(".", "").lower() if latin else part_before)
    minute = int(match["minute"] or 0)
    if match["half"]:
        minute = 30
    elif match["sino_minute"]:
        minute = int(numerals.parse(match["sino_minute"]) or 0)
    second = int(match["second"]) if match["second"] else None
    at = Clock(_moved(hour, part), minute, second)
    return at._replace(hour=at.hour - 1, minute=60 - minute) if match["to"] and at.hour and minute else at


def _moved(hour: int, part: str | None) -> int:
    """The hour of 24 that an hour of a half day is: 오후 5 is 17, 오전 12 is 0, 밤 12 is 24, 밤 1 is 25 of the day
    before.
    """
    if part is None:
        return hour
    low, high, by = MERIDIEMS[part]
    if low <= hour <= high:
        return hour + by
    return hour + 24 if part in _NIGHTS and hour < 6 else hour


def _not_before(first: Clock, last: Clock) -> Clock:
    """오전 10시~5시: an end before its start is in the afternoon, or else on the next day."""
    if (last.hour, last.minute) >= (first.hour, first.minute):
        return last
    return last._replace(hour=last.hour + (12 if last.hour < 12 and last.hour + 12 > first.hour else 24))


def iso(clock: Clock | None, day: date | None) -> str | None:
    """ISO 8601, with the day where it is known: 밤 1시 is of the day after."""
    if clock is None:
        return None
    if day is None:
        return clock.text() if clock.hour <= 24 else clock._replace(hour=clock.hour - 24).text()
    try:
        return f"{day + timedelta(clock.hour // 24)}{clock._replace(hour=clock.hour % 24).text()}"
    except OverflowError:  # the night after the last day that a calendar holds
        return None
