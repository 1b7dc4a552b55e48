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

# the half of the day -> what it adds to which hours: (first hour moved, last hour moved, by)
MERIDIEMS = {
    "오전": (12, 12, -12), "오후": (1, 11, 12), "새벽": (12, 12, -12), "아침": (12, 12, 0), "낮": (1, 6, 12),
    "점심": (1, 4, 12),
    "저녁": (1, 11, 12), "밤": (6, 12, 12), "한밤": (6, 12, 12), "심야": (6, 12, 12), "am": (12, 12, -12),
    "pm": (1, 11, 12),
}  # fmt: skip
# parts of a day behind 오늘, 내일, 어제, 모레: from, to
DAY_PARTS = {
    "새벽": ("00:00", "06:00"), "아침": ("06:00", "12:00"), "오전": ("00:00", "12:00"), "점심": ("12:00", "14:00"),
    "낮": ("12:00", "18:00"),
    "오후": ("12:00", "23:59"), "저녁": ("18:00", "23:59"), "밤": ("18:00", "23:59"),
}  # fmt: skip

_HALF_DAY = r"(?P<part>오전|오후|새벽|아침|낮|점심|저녁|한밤|밤|심야)"
_LATIN = r"(?P<latin>[ap]\.?m\.?|[AP]\.?M\.?)(?![A-Za-z])"
_SINO_60 = r"(?:[이삼사오]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구])"
_HOURS = r"(?:열두|열한|열|아홉|여덟|일곱|여섯|다섯|네|세|두|한)"
# behind 시: not the city, the province, nor the first syllable of another word
_AFTER_HOUR = (
    r"(?!간|군|[·ㆍ,]\s?[군도구]|도(?![착 ])|민|장|의회|설|행|작|급|가지|중[은가]|청|속|즌|대|점|범|험|리즈|스|구"
    r"|세끼|\s?[0-9]{1,3}\s?군)"
)
_AFTER_MINUTE = r"(?!의\s?[0-9일이삼사오]|기|과|위|야|량|할|쟁|류|간|짜리)"
_COLON = (
    r"(?P<hour>2[0-4]|1[0-9]|0?[0-9]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9])(?:\.[0-9]+)?)?(?![0-9:]"
    r"|\.[0-9])"
)
_DIGIT_HOUR = (
    rf"(?P<hour>2[0-4]|1[0-9]|0?[0-9])\s?시{_AFTER_HOUR}"
    rf"(?:\s?(?P<minute>[0-5]?[0-9])\s?분{_AFTER_MINUTE}(?:\s?(?P<second>[0-5]?[0-9])\s?초)?|\s?(?P<half>반)"
    rf"(?![가-힣&&[^에부까쯤경이]]))?"
)
_NATIVE_TAIL = (
    rf"(?:\s?(?P<sino_minute>{_SINO_60})\s?분|\s?(?P<minute>[0-5]?[0-9])\s?분|\s?(?P<half>반)"
    rf"(?![가-힣&&[^에부까쯤경이]]))"
)
_NATIVE_HOUR = rf"(?P<native>{_HOURS})\s?시{_AFTER_HOUR}"
CLOCK = regex.compile(
    rf"(?:(?:{_HALF_DAY}|{_LATIN})\s?)?(?:{_COLON}(?:\s?{_LATIN})?|{_DIGIT_HOUR})"
    rf"|{_HALF_DAY}\s?{_NATIVE_HOUR}{_NATIVE_TAIL}?|{_NATIVE_HOUR}{_NATIVE_TAIL}"
    r"|(?P<native>열두|열한|열|아홉|여덟|일곱|여섯|다섯)\s?시(?=에|부터|까지|쯤|경|정각|\s?(?:이전|이후))"
    rf"|(?P<hour>1[0-2]|0?[1-9])\s?{_LATIN}"
    r"|(?P<noon>정오|자정)(?=[^가-힣]|$|에|부터|까지|을|이|쯤|께|무렵)",
    regex.VERSION1,
)
# 오후 2~4시: the first hour takes 시 and the half of the day from the second
_SHARED = regex.compile(
    rf"(?:{_HALF_DAY}\s?)?(?P<hour>2[0-4]|1[0-9]|0?[0-9])\s?[~∼～〜–—-]\s?(?=(?:2[0-4]|1[0-9]|0?[0-9])\s?시(?!간))"
)
_DASHES = frozenset("~∼～〜–—-")
_TO = regex.compile(r"\s?(?:(?P<from>부터|에서)|(?P<tilde>[~∼～〜–—-])|(?P<and>[와과]))\s?")
_SINCE = regex.compile(r"\s?부터")
_UNTIL = regex.compile(r"\s?까지")
_WITHIN = regex.compile(r"\s?사이")
_BEFORE = regex.compile(r"\s?이전")
_AFTER = regex.compile(r"\s?이후")
PART_OF_DAY = regex.compile(
    rf"\s?(?P<part>{'|'.join(DAY_PARTS)})(?!\s?(?:[0-9]|{_HOURS}\s?시)|[가-힣&&[^에부까은의이엔]])", regex.VERSION1
)
_LOOSE = regex.compile(r"\s?(?:쯤|경(?![기우])|께(?!서)|무렵|전후)")


class Clock(NamedTuple):
    """A time of day; ``hour`` 24 is the midnight that ends it, hours above it are of the night after."""

    hour: int
    minute: int = 0
    second: int | None = None

    def text(self) -> str:
        seconds = f":{self.second:02d}" if self.second is not None else ""
        return f"T{self.hour:02d}:{self.minute:02d}{seconds}"


class Times(NamedTuple):
    """A time or a range of times in a text; an open side is None. ``part`` marks a part of a day such as 저녁."""

    start: int
    end: int
    first: Clock | None
    last: Clock | None
    is_range: bool
    approx: bool = False


def read(text: str, position: int, stop: int) -> Times | None:
    """The time or range of times that begins at ``position``, or None."""
    shared = not _DASHES.isdisjoint(text[position : position + 9]) and _SHARED.match(text, position, stop)
    if shared:
        return _read_shared(text, position, stop, shared)
    match = CLOCK.match(text, position, stop)
    if not match or _is_ratio(text, match):
        return None
    first, end = _clock(match, None), match.end()
    second = _second(text, match, stop)
    if second:
        return Times(position, second[1], first, _not_before(first, second[0]), True)
    return _single(text, position, end, stop, first)


def _read_shared(text: str, position: int, stop: int, shared: regex.Match[str]) -> Times | None:
    match = CLOCK.match(text, shared.end(), stop)
    if not match:
        return None
    last = _clock(match, shared["part"])
    first = _moved(int(shared["hour"]), shared["part"])
    until = _UNTIL.match(text, match.end(), stop)
    low = Clock(first)
    return Times(position, until.end() if until else match.end(), low, _not_before(low, last), True)


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
        return Clock(12 if match["noon"] == "정오" else 24)
    hour = int(match["hour"]) if match["hour"] else int(numerals.parse(match["native"]) or 0)
    latin = match["latin"]
    part = match["part"] or (latin.replace(".", "").lower() if latin else part_before)
    minute = int(match["minute"] or 0)
    if match["half"]:
        minute = 30
    elif match["sino_minute"]:
        minute = int(numerals.parse(match["sino_minute"]) or 0)
    second = int(match["second"]) if match["second"] else None
    return Clock(_moved(hour, part), minute, second)


def _moved(hour: int, part: str | None) -> int:
    """The hour of 24 that an hour of a half day is: 오후 5 is 17, 오전 12 is 0, 밤 12 is 24, 밤 1 is 25 of the day
    before.
    """
    if part is None:
        return hour
    low, high, by = MERIDIEMS[part]
    if low <= hour <= high:
        return hour + by
    return hour + 24 if part in ("밤", "한밤", "심야") and hour < 6 else hour


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
