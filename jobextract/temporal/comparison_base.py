"""What a figure is compared with, counted from the time that the sentence is about rather than from the day of the article.

In statistics of a month 1년 전(3.4%) and 지난해 같은 달(3.4%) are that month a year before, 전월 is the month before it and 전년 동월
the same month of the year before, whenever the article was written.
"""

from __future__ import annotations

from ..korean.tokens import OPEN, Word
from ..korean.word_lists import numbers, pattern, regex_pattern, texts, words
from . import edtf, periods
from .periods import Time

_NUMBERS = numbers("comparison_base.numbers")
_AGO = regex_pattern("comparison_base.ago")
_SAME = regex_pattern("comparison_base.same")
_SAYS_SAME = pattern("comparison_base.says_same")
_YEAR_BEFORE, _MONTH_BEFORE = words("comparison_base.year_before"), words("comparison_base.month_before")
_QUARTER_BEFORE, _QUARTER = words("comparison_base.quarter_before"), words("comparison_base.quarter")
_BEFORE, _COMPARES = words("comparison_base.before"), words("comparison_base.compares")
_PARTS = regex_pattern("comparison_base.parts")
_BARE, _WITH_YEAR = regex_pattern("comparison_base.bare"), regex_pattern("comparison_base.with_year")
_LAST = texts("comparison_base.last")


def is_same(text: str, word: Word, end: int) -> bool:
    """Whether the time is that of the same span in another year: 지난해 같은 달."""
    return bool(_SAME.match(text, word.said.end, end) or _SAYS_SAME.search(word.said.text))


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
        return (periods.years_before if ago[2] else periods.months_before)(around, number)
    if said in _LAST:
        return _last(_LAST[said], around)
    return None


def _same_span(said: str, year: str, around: Time) -> Time | None:
    """The span of ``around`` in the year named; 지난해 of what lies in the last year is the year before that."""
    if len(around.period) != 7:
        return None
    if said in _YEAR_BEFORE or around.period[:4] == year:
        return periods.years_before(around, 1)
    return Time(year + around.period[4:], around.basis)


def _last(unit: str, around: Time) -> Time | None:
    if unit == "months":
        return periods.months_before(around, 1)
    return periods.years_before(Time(around.period[:4], around.basis), 1)


def in_year(time: Time, around: Time | None) -> Time:
    """1분기 of a breakdown by quarters: of the year that is broken down, not the one nearest to the article's day; 2023년 4분기 tells its own."""
    if around is None or not periods.is_year(around.period) or len(time.period) != 7 or time.basis == "stated":
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
        if stated and len(stated) == len("2019-33") and _WITH_YEAR.match(word.said.text):
            part = int(match[1]) + (32 if match[2] else 0)
            same = (stated[5:] in edtf.PARTS) == (match[2] is not None)
            return Time(f"{stated[:4]}-{part:02d}", word.said.basis) if same and part >= int(stated[5:]) else None
    return None


def breaks_down(text: str, start: int, end: int) -> bool:
    """Whether the sentence goes through the parts of a year: 분기별로는, 월별 판매량은."""
    return _PARTS.search(text, start, end) is not None


def month_before(words: tuple[Word, ...], at: int, around: Time | None) -> Time | None:
    """전달(28.3%): the month before the one that the sentence is about; 전달 is a noun of its own elsewhere."""
    told = at > 1 and words[at - 1].text in OPEN and words[at - 2].stem in _MONTH_BEFORE
    return periods.months_before(around, 1) if told and around is not None else None


def quarter_before(words: tuple[Word, ...], at: int, around: Time | None) -> Time | None:
    """전 분기(398만명), 직전 분기 매출은: the quarter before the one that the sentence is about."""
    for index in range(at - 1, max(at - 5, -1), -1):
        word = words[index]
        if word.role in ("verb", "figure", "date"):
            return None
        if word.stem in _QUARTER_BEFORE or (word.stem in _QUARTER and index and words[index - 1].text in _BEFORE):
            compared = word.particle in _COMPARES and words[index + 1].text not in OPEN
            return None if compared or around is None else periods.quarters_before(around, 1)
    return None
