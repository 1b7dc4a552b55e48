"""Times that are other times moved: the same span of a year or month that is named, so long before, from the new year on; of a term of office.

6~8월 기온은 작년(26.9도)보다, 9월 기준으로 2015년 이래, 2분기에 1년 전(64.7%)보다, 올 들어 넉 달 동안, 상반기 말;
민선 8기 4년, 임기 안에, 취임 뒤 지금까지.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...korean.tokens import Sentence, Word
from ...korean.word_lists import pattern
from ...temporal import comparison_base, edtf, periods
from ...temporal.periods import Time

_AGO, _WEEK_AGO, YEAR_END = map(pattern, ("derived.long_ago", "derived.week_ago", "derived.year_end"))
_ENTERED, _FORMER = pattern("derived.entered"), pattern("derived.former_year")
_TERM, _IN_OFFICE = pattern("derived.term"), pattern("derived.in_office")

_LATER, _FIRST_YEAR, _NEXT = map(pattern, ("derived.later", "derived.first_year", "derived.next_year"))

#: the times that others are counted from, by name
Bases = Sequence[tuple[str, Time]]


class Derived(NamedTuple):
    """A time, the word of the sentence that it hangs on, and how it was worked out."""

    time: Time
    at: int
    way: str


def of_date(text: str, sentence: Sentence, index: int, bases: Bases, now: str | None) -> Iterator[Derived]:
    """The times that a word for a time stands for, seen from others."""
    word = sentence.words[index]
    period = period_of(word)
    if periods.is_year(period):
        told = ((name, base.period[:4], base) for name, base in bases if len(base.period) > len(period))
        moved = (
            (name, years_back(base, int(first) - int(period)))
            for name, first, base in told
            if first.isdigit() and first != period
        )
        yield from (Derived(time, index, f"moved|{name}") for name, time in moved if time is not None)
    elif periods.is_month(period) and comparison_base.is_same(text, word, sentence.end):
        yield from _days_of_month(period, index, bases)
    elif period.endswith("~") and period[:4].isdigit():
        yield Derived(Time(period[: len("2024-09")].rstrip("~"), word.said.basis), index, "about|month")
        yield Derived(Time(period[: len("2024")], word.said.basis), index, "about|year")
    if _WEEK_AGO.match(word.said.text):
        told_weeks = ((name, week_before(base)) for name, base in bases)
        yield from (Derived(time, index, f"before|{name}") for name, time in told_weeks if time is not None)
    yield from _ends(sentence, index, period, now)


def after(words: Sequence[Word], index: int, told: Sequence[Time]) -> Iterator[Derived]:
    """Years counted from the last times that were told of: 첫해, 그다음 해, 그 전해, 5년 뒤."""
    word = words[index]
    behind = words[index + 1].text if index + 1 < len(words) else ""
    mention = word.mention
    number = None
    if mention is None:
        counted = (
            (0, _FIRST_YEAR.match(word.text)),
            (1, _NEXT.match(f"{word.text} {behind}")),
            (-1, _FORMER.match(word.text)),
        )
        number = next((years for years, said in counted if said), None)
    elif mention.kind == "duration" and mention.unit == "year" and mention.value is not None and _LATER.match(behind):
        number = int(mention.value) if mention.value == int(mention.value) and 0 < mention.value < 100 else None
    for rank, time in enumerate(told if number is not None else ()):
        year = periods.year_of(time.period)
        if year is not None and number is not None:
            yield Derived(Time(f"{year + number:04d}", time.basis), index, f"after|{min(number, 2)}{rank}")


def _days_of_month(period: str, index: int, bases: Bases) -> Iterator[Derived]:
    """지난달 같은 기간 of 1~20일: the same days of that month."""
    for name, base in bases:
        days = [side for side in base.period.split("/") if periods.is_day(side) and side[:7] != period]
        if len(days) == 2 and days[0][:7] == days[1][:7]:
            yield Derived(Time("/".join(period + day[7:] for day in days), base.basis), index, f"moved|{name}")


def _ends(sentence: Sentence, index: int, period: str, now: str | None) -> Iterator[Derived]:
    """상반기 말: its last month; 1월부터: until the month of the article or the one before."""
    words, basis = sentence.words, sentence.words[index].said.basis
    behind = words[index + 1].text if index + 1 < len(words) else ""
    if len(period) == len("2024-40") and period[5:] in edtf.PARTS and YEAR_END.match(behind):
        yield Derived(Time(edtf.end(period), basis), index, "partend")
    if now is None:
        return
    first = period.partition("/")[0]
    if period == f"{first}/.." and len(first) == len("2024-09") and len(now) >= len(first) and first < now[:7]:
        yield Derived(Time(f"{first}/{now[:7]}", basis), index, "tonow|month")
        last = periods.months_before(Time(now[:7], basis), 1)
        if last is not None and first < last.period:
            yield Derived(Time(f"{first}/{last.period}", basis), index, "tonow|before")


def of_duration(words: Sequence[Word], index: int, bases: Bases, now: str | None) -> Iterator[Derived]:
    """The times that a length of time stands for: 1년 전, 올 들어 넉 달 동안, 이달 들어 열흘간, 7월 말 기준 최근 1년간."""
    mention = words[index].mention
    if mention is None or mention.value is None or mention.value != int(mention.value) or not 0 < mention.value < 100:
        return
    number = int(mention.value)
    behind = words[index + 1].text if index + 1 < len(words) else ""
    if mention.unit == "year" and _AGO.match(behind):
        for name, base in bases:
            time = years_back(base, number)
            if time is not None:
                yield Derived(time, index, f"ago|{name}")
        if now is not None:
            yield Derived(Time(f"{int(now[:4]) - number:04d}", "published"), index, "ago|now")
    elif mention.unit == "year" and number == 1:
        for name, base in bases:
            first = periods.months_before(base, 11)
            if first is not None:
                yield Derived(Time(f"{first.period}/{base.period}", base.basis), index, f"twelve|{name}")
    entered = any(_ENTERED.match(word.text) for word in words[max(0, index - 2) : index])
    if entered and now is not None and len(now) >= len("2024-09"):
        if mention.unit == "month" and 1 < number <= int(now[5:7]):
            yield Derived(Time(f"{now[:4]}-01/{now[:4]}-{number:02d}", "published"), index, "entered|months")
        elif mention.unit == "day" and 1 < number < 29:
            yield Derived(Time(f"{now[:7]}-01/{now[:7]}-{number:02d}", "published"), index, "entered|days")


def years_back(time: Time, number: int) -> Time | None:
    """The same months or days so many years before; None of a span without a beginning or an end."""
    sides = time.period.split("/")
    if not all(side[:4].isdigit() for side in sides):
        return None
    return Time("/".join(f"{int(side[:4]) - number:04d}{side[4:]}" for side in sides), time.basis)


def as_quarter(time: Time) -> Time:
    """2024-33 of what is written as its months."""
    for part, (first, last) in edtf.PARTS.items():
        year = time.period[:4]
        if part not in ("40", "41") and time.period == f"{year}-{first:02d}/{year}-{last:02d}":
            return Time(f"{year}-{part}", time.basis)
    return time


def week_before(base: Time) -> Time | None:
    """The days a week before."""
    sides = base.period.split("/")
    if not all(map(periods.is_day, sides)) or not edtf.valid(base.period):
        return None
    days = [edtf.days_from(side, -7) for side in sides]
    return None if None in days else Time("/".join(map(str, days)), base.basis)


def period_of(word: Word) -> str:
    """The period of a time, nothing of any other word."""
    return (word.mention.period or "") if word.role == "date" and word.mention is not None else ""


def term(text: str, spoken: Sequence[Sentence]) -> tuple[str, str] | None:
    """The months of the term of office that the article speaks of: 민선 8기."""
    for sentence in spoken:
        said = _TERM.search(text, sentence.start, sentence.end)
        if said is not None:
            return periods.term_of_office(int(said[1]))
    return None


def in_term(text: str, sentence: Sentence, term: tuple[str, str], now: str | None) -> Iterator[Derived]:
    """What is promised for the term, and what was done in it until now."""
    said = _IN_OFFICE.search(text, sentence.start, sentence.end)
    if said is None:
        return
    index = next((i for i, word in enumerate(sentence.words) if word.end > said.start()), 0)
    first, last = term
    yield Derived(Time(f"{first}/{last}", "stated"), index, "term")
    if now is not None and len(now) >= len(first) and first < now[:7] < last:
        yield Derived(Time(f"{first}/{now[:7]}", "stated"), index, "term|now")
        before = periods.months_before(Time(now[:7], "published"), 1)
        if before is not None and first < before.period:
            yield Derived(Time(f"{first}/{before.period}", "stated"), index, "term|month")
