"""Dates, durations and clock times in Korean text, with their periods as EDTF and their times as ISO 8601.

``triggers`` says where one can begin; there each grammar that may read it (``dates``, ``durations``, ``clock_times``) is
tried and the longest wins, a duration before a date of the same length. Then spans are joined (``ranges``) and each
period is reckoned in reading order (``resolver``), because a date leans on those before it.

A date and the time behind it are two mentions; the time carries the date (``2024-10-05T18:20``). 지난 and 오는 are read
but not part of the mention, and of 초, 중순 and 말 only the month or year before them counts. A date without any figure
(올해, 다음 주) has the rule ``dates.relative``: it says when another figure counts and is seldom one itself.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from ..korean.syllables import is_hangul
from ..korean.tense import AHEAD, Tense, tense
from ..korean.word_lists import regex_pattern, words
from ..model import Mention, PeriodBasis
from . import clock_times, dates, durations, edtf, lists, ranges, relative, triggers
from .clock_times import Times
from .durations import Length
from .ranges import Date, Span
from .relative import Distance
from .resolver import Named, Reckoner, named

_FULL_WIDTH = re.compile(r"[０-９．／：]")
_TO_ASCII = str.maketrans("０１２３４５６７８９．／：", "0123456789./:")
_LISTED = regex_pattern("ranges.listed", bracketed=ranges.BRACKETED)
_SAME_BREATH = regex_pattern("ranges.same_breath", bracketed=ranges.BRACKETED)
_BRACKET = regex_pattern("ranges.bracket")
_UNRECKONED = words("ranges.unreckoned")
_THAT_DAY = regex_pattern("ranges.that_day")
_NO_SUCH_MONTH = regex_pattern("ranges.no_such_month")
_AS_OF_DAY = regex_pattern("ranges.as_of_day")
_REGULAR = regex_pattern("ranges.regular")
_UNTIL = regex_pattern("clock.until")
#: how near the end of a span stands to its beginning
_NEXT = 3
_DASHES = frozenset(ranges.DASHES)
#: how far a date can be from the one it is listed with, or a time from its date
_NEAR = 12
_FAR = -1 - _NEAR
#: a text no longer than this is a phrase: a time in it is of the reference date
_PHRASE = 24
_DAY = 24
#: characters before a time that may say of which day it is
_SAID = 14
_HALF_YEAR = 6


def find(
    text: str, start: int = 0, end: int | None = None, reference: date | datetime | None = None, year: int | None = None
) -> list[Mention]:
    """The dates, durations and times of ``text[start:end]``, in reading order, without overlap.

    ``reference`` is the date of publication: 올해, 오늘, a bare month or day count from it. ``year`` is the year that
    올해 means where only that is known. With neither, what is relative is found and has no period.

    >>> [m.period for m in find("올해 3월부터 6월까지", reference=date(2024, 1, 12))]
    ['2024-03/2024-06']
    """
    stop = len(text) if end is None else end
    plain = text.translate(_TO_ASCII) if _FULL_WIDTH.search(text, start, stop) else text
    day = reference.date() if isinstance(reference, datetime) else reference
    return _Finder(text, plain, start, stop, Reckoner(day, year)).run()


class _Finder:
    """One pass over one text; ``plain`` is the text with full-width figures made plain, at the same offsets."""

    def __init__(self, text: str, plain: str, start: int, stop: int, reckoner: Reckoner) -> None:
        self.text, self.plain, self.start, self.stop = text, plain, start, stop
        self.reckoner = reckoner
        self.story = relative.Story(plain, reckoner.reference)
        self.found: list[Mention] = []
        self.day_end = _FAR  # where the last mention of a single day ends: a time behind it is on that day
        self.day: tuple[str, PeriodBasis] | None = None
        self.day_named = False
        self.hour_told = False
        self.since: tuple[int, date | None] = (_FAR, None)  # where a date with 부터 ends, and the day told before it

    def run(self) -> list[Mention]:
        position = self.start
        for at, grammars in triggers.find(self.plain, self.start, self.stop):
            if at < position:
                continue
            after = self._take(at, grammars)
            while after is not None:
                position = after
                after = self._take_beside(position)
        return self.found

    def _take_beside(self, position: int) -> int | None:
        """A time glued to the date before it: 오늘밤 8시, 15일오전 9시."""
        if position >= self.stop or not is_hangul(self.plain[position]):
            return None
        grammars = triggers.grammars_at(self.plain, position, self.stop)
        return self._take(position, triggers.CLOCK) if triggers.CLOCK in grammars else None

    def _take(self, at: int, grammars: str) -> int | None:
        """Take the mention that begins at ``at``; where it ends, or None."""
        if triggers.DATE in grammars and (listed := lists.read(self.plain, at, self.stop)):
            for one in listed:
                self._span(Span(one, None, None, one.end))
            return listed[-1].end
        if not _DASHES.isdisjoint(self.plain[at : at + 8]) or "·" in self.plain[at : at + 3]:
            ranged = self._range(at)
            if ranged is not None:
                return ranged
        atom = self._longest(at, grammars)
        if isinstance(atom, Length):
            return self._duration(atom)
        if isinstance(atom, Times):
            return self._time(atom)
        return self._date(atom) if atom else None

    def _longest(self, at: int, grammars: str) -> Date | Times | Length | None:
        """The longest reading; a length before a date of the same extent."""
        date = ranges.date_at(self.plain, at, self.stop) if triggers.DATE in grammars else None
        best: Date | Times | Length | None = date
        if triggers.LENGTH in grammars and (date is None or self._may_be_length(date)):
            length = durations.read(self.plain, at, self.stop)
            best = length if length and (best is None or length.end >= best.end) else best
        if triggers.CLOCK in grammars:
            time = clock_times.read(self.plain, at, self.stop)
            best = time if time and (best is None or time.end > best.end) else best
        return best

    def _may_be_length(self, found: Date) -> bool:
        only_day = found.written.day is not None and not found.written.has_month
        return durations.may_be(self.plain, found.start, found.end, self.stop, only_day)

    def _add(self, kind: Any, start: int, end: int, rule: str, **fields: Any) -> int:
        if fields.get("period") and not edtf.valid(fields["period"]):
            fields |= {"period": None, "basis": None}
        self.found.append(Mention(start=start, end=end, text=self.text[start:end], kind=kind, rule=rule, **fields))
        return end

    def _before(self, start: int) -> str:
        return self.plain[max(self.start, start - 6) : start].rstrip()

    # -- lengths and times ---------------------------------------------------------------------------------------------

    def _duration(self, length: Length) -> int:
        if length.bare and length.named:
            distance = relative.ago(self.plain, length, self.start, self.stop, self.reckoner)
            if distance:
                return self._distance(length.start, distance, "dates.ago")
            way = relative.way_of(self._before(length.start))
            window = relative.window(self.plain, length, way, self.stop, self.reckoner)
            if window:
                return self._distance(length.start, window, "dates.window")
        vague = length.value is None and length.low is None and length.high is None
        return self._add(
            "duration", length.start, length.end, "durations.vague" if vague else f"durations.{length.unit}",
            value=length.value, low=length.low, high=length.high, unit=length.unit, bound=length.bound,
            approx=length.approx,
        )  # fmt: skip

    def _distance(self, start: int, found: Distance, rule: str) -> int:
        return self._add("date", start, found.end, rule, period=found.period, basis=found.basis)

    def _time(self, times: Times) -> int:
        day, basis = self._day_of(times.start)
        if times.later and self._lies_later(times, basis):
            times = clock_times.shifted(times)
        self.hour_told = True
        first, last = clock_times.iso(times.first, day), clock_times.iso(times.last, day)
        period = f"{first or '..'}/{last or '..'}" if times.is_range else first
        rule = "times.range" if times.is_range else "times.clock"
        return self._add("time", times.start, times.end, rule, period=period, basis=basis, approx=times.approx)

    def _lies_later(self, times: Times, basis: PeriodBasis | None) -> bool:
        """A first hour without a part of the day; a midnight without a day that is not told of as past."""
        if times.later < _DAY:
            return not self.hour_told
        return basis == "published" and not self.day_named and tense(self.plain, times.end, self.stop) != "past"

    def _day_of(self, start: int) -> tuple[date | None, PeriodBasis | None]:
        """The day of a time: the date right before it, that named last where it is said to be (당일 오후 3시, not 지난해
        당일); the reference date where the text names no day and no habit."""
        reckoner = self.reckoner
        if start - self.day_end <= _NEAR and _SAME_BREATH.fullmatch(self.plain, self.day_end, start):
            return (date.fromisoformat(self.day[0]), self.day[1]) if self.day else (None, None)
        that = _THAT_DAY.search(self.plain, max(self.start, start - _SAID), start)
        if that and that["other"]:
            return None, None
        if reckoner.last_day and that:
            return reckoner.last_day, reckoner.named.basis if reckoner.named else reckoner.basis
        if self.day_named or not reckoner.reference or not self._happens(start):
            return None, None
        return reckoner.reference, "published"

    def _happens(self, start: int) -> bool:
        """Whether a time is of one day: no habit, and nothing but the time is there or its verb is past or future."""
        if _REGULAR.search(self.plain, max(self.start, start - 40), min(self.stop, start + 40)):
            return False
        return self.stop - self.start <= _PHRASE or tense(self.plain, start, self.stop) in (*AHEAD, "aimed", "past")

    # -- dates ---------------------------------------------------------------------------------------------------------

    def _date(self, first: Date) -> int:
        if first.written.weekday is not None and ranges.is_habit(self.plain, self.start, first):
            return first.end
        if ranges.is_title(self.plain, self.start, first):
            return first.end
        counted = self._part_of_day(first)
        if counted is None and first.written.day_shift is not None:
            counted = self._rolling(first)
        if counted is not None:
            return counted
        if first.written.bare_words:
            bracket = _BRACKET.match(self.plain, first.end, self.stop)
            if bracket and (glossed := self._glossed(first, bracket.end())):
                return glossed
        return self._span(ranges.read(self.plain, first, self.stop))

    def _glossed(self, first: Date, inside: int) -> int | None:
        """오늘(12일), 작년(2023년): one date said twice; the figures are the mention."""
        second = ranges.date_at(self.plain, inside, self.stop)
        if second is None or self.plain[second.end : second.end + 1] != ")":
            return None
        self._resolve(first, None)
        return self._span(Span(second, None, None, second.end))

    def _range(self, at: int) -> int | None:
        """2023~2026, 1~3월: ranges whose first end has no unit."""
        years = ranges.years(self.plain, at, self.stop)
        if years:
            low, high, end = years
            return self._add("date", at, end, "dates.span", period=f"{low}/{high}", basis="stated")
        span = ranges.shared_range(self.plain, at, self.stop)
        if not span or not span.second:
            return None
        length = durations.read(self.plain, at, self.stop)
        return None if length and length.end >= span.second.end else self._span(span)

    def _span(self, span: Span) -> int:
        """A single date, or one that opens or closes a span, or both ends of one."""
        first, second = span.first, span.second
        when = self._tense(first, span.end)
        lean = self._lean(first) or relative.goes_on(self.plain, first, span.end, self.stop, self.reckoner)
        told = None if lean else self.story.going_on(first, when) or relative.running(self.plain, span, self.reckoner)
        day_before = self.reckoner.last_day
        period, basis = self._resolve(first, lean or told, when)
        self.story.tell(span, self.reckoner.named if period else None, told is not None)
        self._day_done(span, period, basis)
        if second is None:
            self._opened(span, day_before)
            if span.side and period:
                period = edtf.until(period) if span.side == "until" else edtf.since(period)
            rule = f"dates.{span.side}" if span.side and not first.written.bare_words else dates.rule(first.written)
            return self._add("date", first.start, span.end, rule, period=period, basis=basis)
        lean = named(period, basis) if period and basis and not first.written.era else None
        # 1월 1일부터 이날까지: a day told before the span, or that of the article
        if second.written.same_day is not None:
            later = day_before is not None and period is not None and f"{day_before}" > period
            self.reckoner.last_day = day_before if later else None
        last, last_basis = self._resolve(second, lean)
        both = edtf.between(period, last) if period and last else None
        rule = "dates.relative" if first.written.bare_words and second.written.bare_words else "dates.span"
        weaker = _weaker(basis, last_basis) if both else None
        return self._add("date", first.start, span.end, rule, period=both, basis=weaker)

    def _opened(self, span: Span, day_before: date | None) -> None:
        """이날 behind 2022년 10월 21일 이후 최저 is not the 21st; nor is 이날 오전까지 behind 27일부터."""
        if span.side != "since":
            return
        self.since = (span.end, day_before)
        if span.end == span.first.end:
            self.reckoner.last_day = day_before

    def _day_done(self, span: Span, period: str | None, basis: PeriodBasis | None) -> None:
        single = span.second is None and span.side is None and period is not None and len(period) == len("2024-01-12")
        of_day = (span.second or span.first).written.has_day
        self.day_end = span.end if single else _FAR
        self.day = (period, basis) if single and period and basis else None
        self.day_named = self.day_named or single or of_day

    def _tense(self, first: Date, end: int) -> Tense:
        if not self.reckoner.reference or first.written.has_year:
            return None
        when = tense(self.plain, end, self.stop)
        if when is None and _AS_OF_DAY.match(self.plain, end, self.stop):
            return "past"
        return None if when == "present" and relative.is_level(self.plain, first, end, self.stop) else when

    def _resolve(self, atom: Date, lean: Named | None, when: Tense = None) -> tuple[str | None, PeriodBasis | None]:
        before = self._before(atom.start)
        only_day = atom.written.day is not None and not atom.written.has_month
        if before.endswith(_UNRECKONED) or (only_day and _NO_SUCH_MONTH.search(before)):
            return None, None
        if atom.written.month_shift is not None and self.reckoner.month is None and self.reckoner.year is not None:
            self.reckoner.month = relative.month_beside(self.plain, atom, self.stop)
        way = None if atom.written.has_year else relative.way_of(before)
        return self.reckoner.resolve(atom.written, way, when if way is None and lean is None else None, lean)

    def _lean(self, first: Date) -> Named | None:
        """The date before this one where the two are listed: 19일과 20일, 올해 3월, 5월."""
        last = self.found[-1] if self.found else None
        if last is None or first.start - last.end > _NEAR or first.written.has_year:
            return None
        if last.kind != "date" or not last.period:
            return None
        lean, month = self.reckoner.named, first.written.month
        if not lean or not _LISTED.fullmatch(self.plain, last.end, first.start):
            return None
        return None if month and lean.month and 0 < lean.month - month < _HALF_YEAR else lean

    def _part_of_day(self, first: Date) -> int | None:
        """오늘 저녁, 월요일 아침, 5월 3일 저녁에: the hours that a part of the day stands for.

        Behind other days than 오늘 only where no noun follows: 3일 오전 시청에서. A day in figures stays a date of its own, and one
        without its month, as news tell of the days at hand (5일 밤까지), stays the date that it is.
        """
        day_alone = not first.written.bare_words and first.written.month is None
        if not self.reckoner.reference or not first.written.has_day or day_alone:
            return None
        part = clock_times.PART_OF_DAY.match(self.plain, first.end, self.stop)
        if not part or (first.written.day_shift is None and not clock_times.PART_ENDS.match(self.plain, part.end())):
            return None
        since_end, day_before = self.since
        if (
            first.written.same_day is not None
            and first.start - since_end < _NEXT
            and _UNTIL.match(self.plain, part.end())
        ):
            self.reckoner.last_day = day_before
        day, basis = self._resolve(first, self._lean(first), self._tense(first, part.end()))
        start = first.start
        if not first.written.bare_words:
            self._add("date", start, first.end, dates.rule(first.written), period=day, basis=basis)
            start = part.start("part")
        self._day_done(Span(first, None, None, part.end()), day, basis)
        begins, ends = clock_times.DAY_PARTS[part["part"]]
        period = f"{day}T{begins}/{day}T{ends}" if day else None
        return self._add("time", start, part.end(), "times.part", period=period, basis=basis, approx=True)

    def _rolling(self, first: Date) -> int | None:
        day, basis = self._resolve(first, None)
        found = relative.rolling(self.plain, first.end, self.stop, day, basis)
        return found and self._distance(first.start, found, "dates.ago")


def _weaker(first: PeriodBasis | None, last: PeriodBasis | None) -> PeriodBasis | None:
    """A span is stated only where both its ends are."""
    return last if first == "stated" else first
