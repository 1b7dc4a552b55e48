"""The period that an article reports on, where neither a month nor a year says it: the days of a survey, a day of trading, 1~20일."""

from __future__ import annotations

from ...korean.tokens import Sentence
from ...korean.word_lists import regex_pattern
from ...model import Mention
from ...temporal import periods
from ...temporal.periods import Time
from ..frame import Frame
from . import carryover, governing_time

_ASKED = regex_pattern("periods.asked")
_WEEK = regex_pattern("derived.week")

#: headlines and sentences that may name the day of trading
_LEAD = 5


def may_frame(period: str) -> bool:
    """A year, half, quarter or month, or some days of one month (1~20일); a day, a deadline and a span of years do not."""
    if periods.is_span(period):
        return True
    first, _, last = period.partition("/")
    return periods.is_day(first) and periods.is_day(last) and first[:7] == last[:7] and first[8:] == "01"


def surveyed(text: str, spoken: list[Sentence]) -> Time | None:
    """The days on which people were asked: 이번 조사는 17일부터 19일까지 …; not the day on which the survey is told of."""
    for sentence in spoken:
        if sentence.section == "title" or not _ASKED.search(text, sentence.start, sentence.end):
            continue
        for number, word in enumerate(sentence.words):
            period = _from_to(sentence, number) or (word.said.period if word.role == "date" else None)
            if (
                not period
                or ".." in period
                or governing_time.announces(text, sentence, number)
                or is_week(word.mention)
            ):
                continue
            if "/" in period and carryover.is_days(period):
                return Time(period, word.said.basis)
    return None


def is_week(mention: Mention | None) -> bool:
    """이번 주, 3월 3주차: the week that names the survey, not the days on which it was done."""
    return mention is not None and _WEEK.search(mention.text) is not None


def _from_to(sentence: Sentence, number: int) -> str | None:
    """지난달 21일부터 23일까지, where they are read as two."""
    ends = [word.said.period or "" for word in sentence.words[number : number + 2] if word.role == "date"]
    if len(ends) != 2 or not ends[0].endswith("/..") or not ends[1].startswith("../"):
        return None
    span = ends[0].removesuffix("..") + ends[1].removeprefix("../")
    return span if carryover.is_days(span) else None


def trading_day(text: str, spoken: list[Sentence], told: Frame) -> Time | None:
    """The day of which an article on the markets tells: the first that its lead names."""
    if "market" not in told.title:
        return None
    for sentence in [s for s in spoken if s.section == "body"][:_LEAD]:
        for word in sentence.words:
            period = word.said.period if word.role == "date" else None
            day = period.partition("T")[0] if period else ""
            if periods.is_day(day):
                return Time(day, word.said.basis)
    return None
