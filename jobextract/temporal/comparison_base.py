"""What a figure is compared with, counted from the time that the sentence is about rather than from the day of the article.

In statistics of a month 1년 전(3.4%) and 지난해 같은 달(3.4%) are that month a year before, 전월 is the month before it and 전년 동월
the same month of the year before, whenever the article was written.
"""

from __future__ import annotations

import regex

from ..korean.tokens import OPEN, Word
from . import edtf, periods
from .periods import Time

_NUMBERS = {"한": 1, "일": 1, "두": 2, "이": 2, "세": 3, "삼": 3}
_AGO = regex.compile(r"(한|일|두|이|세|삼|[0-9]{1,2})\s?(년|해|달|개월)\s?전")
_SAME = regex.compile(r"\s?(?:(?:의\s)?같은\s?(?:기간|달|분기|시기|시점|때|반기)|동기|동월|동\s?기간|이맘때)")
_PARTS = regex.compile(r"(?:분기|반기|월|달)별")
_BARE = regex.compile(r"([0-9]{1,2})\s?(분기|월)")
_LAST = {"전년": "years", "전해": "years", "전월": "months", "전달": "months"}


def is_same(text: str, word: Word, end: int) -> bool:
    """Whether the time is that of the same span in another year: 지난해 같은 달."""
    return bool(_SAME.match(text, word.said.end, end)) or "같은" in word.said.text or "동기" in word.said.text


def rounded(time: Time | None) -> Time | None:
    """4년 전 선거의 59.3%: of a month that is only reckoned its year."""
    return Time(time.period[:4], time.basis) if time is not None and time.period.endswith("~") else time


def is_counted(text: str, word: Word, end: int) -> bool:
    """Whether the time may be counted from another: 1년 전, 전월, 지난해 같은 달."""
    said = word.said.text
    return said in _LAST or bool(_AGO.fullmatch(said)) or is_same(text, word, end)


def counted(text: str, word: Word, end: int, around: Time | None) -> Time | None:
    """The time of the word counted from ``around``; None where it is not counted from anything."""
    if around is None or not periods.is_span(around.period):
        return None
    said, same = word.said.text, is_same(text, word, end)
    if same and word.said.period and periods.is_year(word.said.period):
        return _same_span(said, word.said.period, around)
    ago = _AGO.fullmatch(said)
    if ago:
        number = _NUMBERS.get(ago[1]) or int(ago[1])
        return (periods.years_before if ago[2] in "년해" else periods.months_before)(around, number)
    if said in _LAST:
        return _last(_LAST[said], around)
    return None


def _same_span(said: str, year: str, around: Time) -> Time | None:
    """The span of ``around`` in the year named; 지난해 of what lies in the last year is the year before that."""
    if len(around.period) != 7:
        return None
    if said == "전년" or around.period[:4] == year:
        return periods.years_before(around, 1)
    return Time(year + around.period[4:], around.basis)


def _last(unit: str, around: Time) -> Time | None:
    if unit == "months":
        return periods.months_before(around, 1)
    return periods.years_before(Time(around.period[:4], around.basis), 1)


def in_year(time: Time, around: Time | None) -> Time:
    """1분기 of a breakdown by quarters: of the year that is broken down, not the one nearest to the article's day."""
    if around is None or not periods.is_year(around.period) or len(time.period) != 7:
        return time
    return Time(around.period + time.period[4:], around.basis)


def in_series(words: tuple[Word, ...], index: int) -> Time | None:
    """A bare quarter or month that a comma puts behind one with its year: 2019년 1분기 310만원, 2분기 335만원."""
    match = _BARE.fullmatch(words[index].said.text)
    if match is None or index < 2 or words[index - 1].text != ",":
        return None
    for before in range(index - 2, -1, -1):
        word = words[before]
        if word.role in ("verb", "modifier"):
            return None
        stated = word.said.period if word.role == "date" else None
        if stated and len(stated) == len("2019-33") and word.said.text[:4].isdigit():
            part = int(match[1]) + (32 if match[2] == "분기" else 0)
            same = (stated[5:] in edtf.PARTS) == (match[2] == "분기")
            return Time(f"{stated[:4]}-{part:02d}", word.said.basis) if same and part >= int(stated[5:]) else None
    return None


def breaks_down(text: str, start: int, end: int) -> bool:
    """Whether the sentence goes through the parts of a year: 분기별로는, 월별 판매량은."""
    return _PARTS.search(text, start, end) is not None


def month_before(words: tuple[Word, ...], at: int, around: Time | None) -> Time | None:
    """전달(28.3%): the month before the one that the sentence is about; 전달 is a noun of its own elsewhere."""
    told = at > 1 and words[at - 1].text in OPEN and words[at - 2].stem in ("전달", "직전달")
    return periods.months_before(around, 1) if told and around is not None else None


def quarter_before(words: tuple[Word, ...], at: int, around: Time | None) -> Time | None:
    """전 분기(398만명), 직전 분기 매출은: the quarter before the one that the sentence is about."""
    for index in range(at - 1, max(at - 5, -1), -1):
        word = words[index]
        if word.role in ("verb", "figure", "date"):
            return None
        if word.stem in ("전분기", "직전분기") or (
            word.stem == "분기" and index and words[index - 1].text in ("전", "직전")
        ):
            compared = word.particle in ("보다", "와", "과") and words[index + 1].text not in OPEN
            return None if compared or around is None else periods.quarters_before(around, 1)
    return None
