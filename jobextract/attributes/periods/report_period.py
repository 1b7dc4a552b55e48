"""The period that an article reports on: that of title and lead, and where neither a month nor a year says it the days of a survey, a
day of trading, 1~20일.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...korean.tokens import Sentence
from ...korean.word_lists import regex_pattern, words
from ...model import Mention, PeriodBasis
from ...temporal import edtf, periods
from ...temporal.periods import Time
from ..frame import Frame
from . import carryover, forms, governing_time, time_clauses

(_SEASON,) = words("periods.season")
_BILL = regex_pattern("periods.bill")
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
            if not period or ".." in period or time_clauses.announces(text, sentence, number) or is_week(word.mention):
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


class Lead:
    """The title, the first two sentences of the body, and what else stands over them."""

    def __init__(
        self, text: str, spoken: Sequence[Sentence], now: str | None, year: int | None, basis: PeriodBasis | None
    ) -> None:
        self.text, self.now, self.year, self.basis = text, now, year, basis
        titles = [s for s in spoken if s.section == "title"]
        self.sentences = titles[:1] + [s for s in spoken if s.section == "body"][:2] + titles[1:3]

    def time(self) -> periods.Time | None:
        """The time of the lead, for sentences without one: the first span in the title or in the first two sentences."""
        for sentence in self.sentences:
            for time in governing_time.mentioned(self.text, sentence):
                if may_frame(time.period) and not periods.is_to_come(time.period, self.now) and self.is_recent(time):
                    return time
            season = self._this_year(sentence) if sentence.holds(_SEASON) else None
            if season is not None:
                return season
        return None

    def bill(self) -> periods.Time | None:
        """The year of the budget bill that title and lead speak of: 내년 예산안, 2027년도 예산안."""
        for sentence in self.sentences:
            for index, word in enumerate(sentence.words):
                behind = " ".join(other.text for other in sentence.words[index + 1 : index + 4])
                if word.role == "date" and _BILL.match(behind) and periods.is_year(word.said.period or ""):
                    return periods.Time(str(word.said.period), word.said.basis)
        return None

    def is_recent(self, time: periods.Time) -> bool:
        """Of this year or the last: what a lead says of times long gone is the past of its story."""
        return self.now is None or int(time.period[:4]) >= int(self.now[:4]) - 1

    def _this_year(self, sentence: Sentence) -> periods.Time | None:
        figures = (i for i, word in enumerate(sentence.words) if word.role == "figure")
        told = self.year is not None and any(governing_time.this_year(sentence, at) for at in figures)
        return periods.Time(str(self.year), self.basis) if told else None


def reported(text: str, spoken: Sequence[Sentence], told: Frame, now: str | None) -> dict[str, Time]:
    """What single words fix: the days of a survey, the day of trading, the year of a budget bill."""
    found = {
        "surveyed": surveyed(text, list(spoken)),
        "traded": trading_day(text, list(spoken), told),
        "bill": Lead(text, spoken, now, None, None).bill(),
    }
    return {name: time for name, time in found.items() if time is not None}


def of_report(period: str, reported: Mapping[str, Time]) -> Iterator[str]:
    """Whether a time is what is fixed, or another although something is."""
    for name, time in reported.items():
        yield f"{name}={edtf.in_months(time.period) == period}"


def surveyed_in(time: Time, fixed: Mapping[str, Time]) -> Time:
    """3월 3주차 조사: the week only names the survey; its days, which the article tells, stand for it."""
    days = fixed.get("surveyed")
    if days is None or days.period == time.period or forms.finer(time.period) != "week":
        return time
    return days if forms.against(edtf.in_months(days.period), [time.period]) == "within" else time
