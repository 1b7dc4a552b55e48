"""Dates, durations and clock times in Korean text, with their periods as EDTF and their times as ISO 8601.

One scan finds where a date, a duration or a time can begin; there each of the three grammars (``datewords``, ``durations``,
``clocks``) is tried and the longest wins, a duration before a date of the same length. Then spans are joined (부터 까지,
``~``, 에서 … 사이) and each period is reckoned in reading order (``reckoning``), because a date leans on those before it.

A date and the time behind it are two mentions; the time carries the date (``2024-09-20T19:30``). 지난 and 오는 are read but
not part of the mention, and of 초, 중순 and 말 only the month before them counts.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

import regex

from . import anchors, clocks, datewords, durations, periods
from .clocks import Clock, Times
from .datewords import Written
from .durations import Length
from .model import Mention, PeriodBasis
from .reckoning import Named, Reckoner, named, tense

_FULL_WIDTH = regex.compile(r"[０-９．／：]")
_TO_ASCII = str.maketrans("０１２３４５６７８９．／：", "0123456789./:")

_BRACKETED = r"(?:\s?\([월화수목금토일](?:요일)?\))?"
_FROM_TO = regex.compile(rf"{_BRACKETED}(?:일자)?\s?(?:부터|(?P<at>에서))\s{{0,2}}(?:오는\s)?")
_TILDE = regex.compile(rf"\.?{_BRACKETED}(?P<early>\s?[초말])?\s?[~∼～〜–—-]\s?(?:오는\s)?")
_AND = regex.compile(r"[와과]\s(?:오는\s)?")
# what can make more of a date than a date: a cheap look before the forms below are tried
_FOLLOWED = regex.compile(rf"\.?{_BRACKETED}\s?(?:[{anchors.DASHES}]|부터|까지|에서|[와과]\s|이[후래]|일자|초|말|[상중하]순|봄|여름|가을|겨울)")
_CLOSING = regex.compile(rf"{_BRACKETED}\s?까지")
_OPENING = regex.compile(rf"{_BRACKETED}(?:일자)?\s?부터")
_WITHIN = regex.compile(r"\s?사이")
_VAGUE_UNTIL = regex.compile(r"\s?(?:초|중순|하순|상순|말|봄|여름|가을|겨울)\s?까지")
_VAGUE_SINCE = regex.compile(r"\s?(?:초|중순|하순|상순|말|봄|여름|가을|겨울)\s?부터")
_SINCE = regex.compile(r"\s?(?:이후|이래)(?![가-힣&&[^에로의]])", regex.VERSION1)
_LISTED = regex.compile(rf"{_BRACKETED}(?:\s?[,·ㆍ]\s?|[와과]\s|\s및\s|이나\s|\s?또는\s)")
_ANCHORED = regex.compile(r"(?:로부터|부터)\s")
_ROLLING_END = regex.compile(r"\s?(?:이내|내(?![가-힣&&[^에로]])|안(?![가-힣&&[^에으]]))", regex.VERSION1)
# 2023~2026, 2023~26년, 23~26년: a range of years whose first has no 년 of its own
_YEAR_RANGE = regex.compile(
    r"(?P<low>(?:19|20)[0-9]{2}|['’‘][0-9]{2})\s?(?P<sep>[~∼～〜–—-])\s?(?P<high>(?:19|20)[0-9]{2}|['’‘]?[0-9]{2})(?![0-9])"
    r"(?P<unit>\s?년(?!간|째|대|여)(?:까지)?)?(?![.,/-][0-9]|\s?[~∼])"
)
# 1~3월, 10~12일, 1~3분기: a range whose first end has no unit of its own
_SHARED = regex.compile(
    r"(?P<low>[0-9]{1,2})\s?[~∼～〜–—-]\s?(?=[0-9]{1,2}\s?(?:월(?![급세드])|일(?!간)|사?분기))"
)
_NUMERIC_REST = regex.compile(
    r"(?:(?P<month>1[0-2]|0?[1-9])\s?[./-]\s?)?(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9]|[./-]\s?[0-9]|\s?[월년])"
)
# the words before a date that turn it back, on, or neither
_WAYS = (("지난", -1), ("지난번", -1), ("저번", -1), ("오는", 1), ("돌아오는", 1), ("다가오는", 1), ("다음", 1), ("이번", 0))
_LAST_OF_WAYS = frozenset(word[-1] for word, _ in _WAYS)
_RECURRING = regex.compile(r"(?:매[주월년달]|격주|매일|평일|주중|주말|요일|요일(?:에서|부터|과|이나))\s*$")
_YEARLY = ("매년", "매월", "매달", "해마다", "달마다")
_REGULAR = regex.compile(r"매[일주월]|평일|주중|운영|개방|영업|상시")
_PARENTHESIS = regex.compile(r"\((?=\s?(?:지난\s|오는\s)?[0-9])")
_ITS_WEEKDAY = regex.compile(r"\s([월화수목금토일])요일")
_SAME_BREATH = regex.compile(rf"{_BRACKETED}[\s,.]{{0,3}}")
_INSIDE = regex.compile(r"\s?(?:지난|오는)?\s?")
_PHONE = regex.compile(r"(?:☎|전화|문의|[Tt]el\.?|[Ff]ax|팩스|번호|제)\s?[:)]?\s?$")
_DASHES = frozenset(anchors.DASHES)
_ENOUGH = 12
_HALF_YEAR = 6
_ALONE = 24


class _Date(NamedTuple):
    start: int
    end: int
    written: Written
    numeric: bool = False


_Atom = _Date | Times | Length


def find(
    text: str, start: int = 0, end: int | None = None, reference: date | datetime | None = None, year: int | None = None
) -> list[Mention]:
    """The dates, durations and times of ``text[start:end]``, in reading order, without overlap.

    ``reference`` is the date of publication: 올해, 오늘, a bare month or day count from it. ``year`` is the year that 올해
    means where only that is known. With neither, what is relative is found and has no period.

    >>> [m.period for m in find("올해 3월부터 6월까지", reference=date(2024, 1, 12))]
    ['2024-03/2024-06']
    """
    stop = len(text) if end is None else end
    plain = text.translate(_TO_ASCII) if _FULL_WIDTH.search(text, start, stop) else text
    day = reference.date() if isinstance(reference, datetime) else reference
    return _Finder(text, plain, start, stop, day, year).run()


class _Finder:
    """One pass over one text; ``plain`` is the text with full-width figures made plain, at the same offsets."""

    def __init__(self, text: str, plain: str, start: int, stop: int, day: date | None, year: int | None) -> None:
        self.text, self.plain, self.start, self.stop = text, plain, start, stop
        self.reckoner = Reckoner(day, year)
        self.found: list[Mention] = []
        self.day_end = -1  # where the last mention of a single day ends: a time behind it is on that day
        self.day_named = False

    def run(self) -> list[Mention]:
        position = self.start
        for at, grammars in anchors.find(self.plain, self.start, self.stop):
            if at < position:
                continue
            after = self._take(at, grammars)
            while after is not None:
                position = after
                after = self._take_beside(position)
        return self.found

    def _take_beside(self, position: int) -> int | None:
        """A time or a figure glued to the date before it: 오늘밤 8시, 15일오전 9시."""
        if position >= self.stop or not "가" <= self.plain[position] <= "힣":
            return None
        grammars = anchors.grammars_at(self.plain, position, self.stop)
        return self._take(position, anchors.CLOCK) if anchors.CLOCK in grammars else None

    def _take(self, at: int, grammars: str) -> int | None:
        """Take the mention that begins at ``at``; where it ends, or None."""
        if not _DASHES.isdisjoint(self.plain[at : at + 8]):
            ranged = self._year_range(at) or self._shared_range(at)
            if ranged is not None:
                return ranged
        atom = self._longest(at, grammars)
        if isinstance(atom, Length):
            return self._duration(atom)
        if isinstance(atom, Times):
            return self._time(atom)
        return self._date(atom) if atom else None

    def _longest(self, at: int, grammars: str) -> _Atom | None:
        """The longest reading; a length before a date of the same extent."""
        best: _Atom | None = self._read_date(self.plain, at, self.stop) if anchors.DATE in grammars else None
        if anchors.LENGTH in grammars and (best is None or self._may_be_length(best)):
            length = durations.read(self.plain, at, self.stop)
            if length and (best is None or length.end >= best.end):
                best = length
        if anchors.CLOCK in grammars:
            time = clocks.read(self.plain, at, self.stop)
            if time and (best is None or time.end > best.end):
                best = time
        return best

    def _may_be_length(self, found: _Date) -> bool:
        only_day = found.written.day is not None and not found.written.has_month
        return durations.may_be(self.plain, found.start, found.end, self.stop, only_day)

    def _read_date(self, plain: str, at: int, stop: int) -> _Date | None:
        match = datewords.DATE.match(plain, at, stop)
        if not match or (match["n_year"] and _PHONE.search(plain[max(0, at - 5) : at])):
            return None
        return _Date(at, match.end(), datewords.read(match), bool(match["n_month"]))

    def _numeric_rest(self, at: int) -> _Date | None:
        """The end of 2024.1.12~1.20 and of 2024.1.12~20."""
        match = _NUMERIC_REST.match(self.plain, at, self.stop)
        if not match:
            return None
        month = int(match["month"]) if match["month"] else None
        return _Date(at, match.end(), Written(month=month, day=int(match["day"])), True)

    # -- what is made of an atom ---------------------------------------------------------------------------------------

    def _add(self, kind: str, start: int, end: int, rule: str, **fields: object) -> int:
        self.found.append(
            Mention(start=start, end=end, text=self.text[start:end], kind=kind, rule=rule, **fields)  # type: ignore[arg-type]
        )
        return end

    def _duration(self, length: Length) -> int:
        if length.bare and length.named:
            ago = self._ago(length)
            if ago is not None:
                return ago
            rolling = self._window(length)
            if rolling is not None:
                return rolling
        rule = "durations.vague" if length.value is length.low is length.high is None else f"durations.{length.unit}"
        return self._add(
            "duration", length.start, length.end, rule, value=length.value, low=length.low, high=length.high, unit=length.unit,
            bound=length.bound, approx=length.approx,
        )  # fmt: skip

    def _ago(self, length: Length) -> int | None:
        """2년 전, 3주 뒤: a date where the day it counts from is known, and with it the distance."""
        match = durations.AGO.match(self.plain, length.end, self.stop)
        if not match or length.unit in ("hour", "minute", "second", "quarter"):
            return None
        if match["later"] and not self._counts_from_now(length.start, match.end()):
            return None
        end = match.end() - (len("지나서") if match[0].endswith("지나서") else 0)
        count = {unit: number if match["before"] else -number for unit, number in length.named}
        weekday = _ITS_WEEKDAY.match(self.plain, match.end(), self.stop)
        period, basis = self._distance(count, weekday[1] if weekday else None)
        return self._add("date", length.start, weekday.end() if weekday else end or match.end(), "dates.ago", period=period, basis=basis)

    def _distance(self, count: dict[str, int], weekday: str | None) -> tuple[str | None, PeriodBasis | None]:
        days = count.get("day", 0) + 7 * count.get("week", 0)
        reference = self.reckoner.reference
        if not reference:
            only_years = self.reckoner.year is not None and set(count) == {"year"}
            period = periods.year((self.reckoner.year or 0) - count["year"]) if only_years else None
            return period, ("inferred" if period else None)
        period = periods.ago(reference, count.get("year", 0), count.get("month", 0), days)
        if period and weekday:
            at = date.fromisoformat(periods.start(period))
            period = f"{periods.weekday_of_week(at, datewords.WEEKDAYS.index(weekday))}"
        return period, ("published" if period else None)

    def _counts_from_now(self, start: int, end: int) -> bool:
        """3년 후 counts from today unless an event stands before it (개통 3년 뒤) or the verb is past."""
        before = self.plain[max(self.start, start - 4) : start].rstrip()
        from_now = not before or not ("가" <= before[-1] <= "힣") or before[-1] in "은는이가을를에서도와과만" or before.endswith("으로")
        return from_now and tense(self.plain, end, self.stop) != "past"

    def _window(self, length: Length) -> int | None:
        """지난 2주, 다음 3년, with nothing behind it that they could measure: whole weeks, months or years."""
        way = _way(self.plain[max(self.start, length.start - 6) : length.start].rstrip())
        reference = self.reckoner.reference
        if way in (None, 0) or not reference or len(length.named) != 1 or not durations.clause_ends(self.plain, length.end, self.stop):
            return None
        period = periods.window(reference, length.unit, length.named[0][1], way == 1)
        return self._add("date", length.start, length.end, "dates.window", period=period, basis="published") if period else None

    def _time(self, times: Times) -> int:
        day, basis = self._day_of(times.start)
        first, last = _iso(times.first, day), _iso(times.last, day)
        if not times.is_range:
            period, rule = first, "times.clock"
        else:
            period, rule = f"{first or '..'}/{last or '..'}", "times.range"
        return self._add("time", times.start, times.end, rule, period=period, basis=basis, approx=times.approx)

    def _day_of(self, start: int) -> tuple[date | None, PeriodBasis | None]:
        """The day of a time: the date right before it; the reference date where the text names no day and no habit."""
        reckoner = self.reckoner
        near = 0 <= start - self.day_end <= _ENOUGH and self.day_end >= 0
        if near and _SAME_BREATH.fullmatch(self.plain, self.day_end, start):
            return (reckoner.last_day, reckoner.named.basis) if reckoner.last_day and reckoner.named else (None, None)
        habit = _REGULAR.search(self.plain, max(self.start, start - 40), min(self.stop, start + 40))
        if self.day_named or not reckoner.reference or habit or not self._happens(start):
            return None, None
        return reckoner.reference, "published"

    def _happens(self, start: int) -> bool:
        """Whether a time is of one day: nothing but the time is there, or its verb is past or future."""
        return self.stop - self.start <= _ALONE or tense(self.plain, start, self.stop) in ("past", "future")

    def _date(self, first: _Date) -> int:
        if _is_habit(self.plain, self.start, first):
            return first.end
        if first.written.day_shift is not None or first.written.same_day is not None:
            special = self._part_of_day(first) or self._rolling(first)
            if special is not None:
                return special
        bracket = first.written.bare_words and _PARENTHESIS.match(self.plain, first.end, self.stop)
        if bracket:
            return self._glossed(first, bracket.end())
        return self._span(first)

    def _glossed(self, first: _Date, inside: int) -> int:
        """오늘(12일), 작년(2023년): one date said twice; the figures are the mention."""
        self._resolve(first, None)
        match = _INSIDE.match(self.plain, inside, self.stop)
        second = self._read_date(self.plain, match.end() if match else inside, self.stop)
        if second is None or self.plain[second.end : second.end + 1] != ")":
            return self._span(first)
        return self._span(second)

    def _span(self, first: _Date) -> int:
        """A single date, or one that opens or closes a span, or both ends of one."""
        followed = _FOLLOWED.match(self.plain, first.end, self.stop) is not None
        second, end = self._second(first) if followed else (None, first.end)
        period, basis = self._resolve(first, self._lean(first))
        if second is not None:
            lean = named(period, basis or "stated") if period and basis else None
            last, last_basis = self._resolve(second, lean)
            both = periods.between(period, last) if period and last else None
            self._day_done(end, None, _is_day(first.written))
            rule = "dates.relative" if first.written.bare_words and second.written.bare_words else "dates.span"
            return self._add("date", first.start, end, rule, period=both, basis=_joined(basis, last_basis) if both else None)
        side, end = self._side(first.end) if followed else (None, first.end)
        self._day_done(end, None if side else period, _is_day(first.written))
        if side and period:
            period = periods.until(period) if side == "until" else periods.since(period)
        rule = f"dates.{side}" if side and not first.written.bare_words else _rule(first.written)
        return self._add("date", first.start, end, rule, period=period, basis=basis)

    def _side(self, end: int) -> tuple[str | None, int]:
        """Whether a date opens or closes a span whose other end is not there, and where it then ends."""
        if match := _CLOSING.match(self.plain, end, self.stop):
            return "until", match.end()
        if match := _OPENING.match(self.plain, end, self.stop):
            return "since", match.end()
        if _VAGUE_UNTIL.match(self.plain, end, self.stop):
            return "until", end
        if _SINCE.match(self.plain, end, self.stop) or _VAGUE_SINCE.match(self.plain, end, self.stop):
            return "since", end
        return None, end

    def _day_done(self, end: int, period: str | None, day_level: bool = False) -> None:
        single = period is not None and len(period) == 10
        self.day_end = end if single else -1
        self.day_named = self.day_named or single or day_level

    def _second(self, first: _Date) -> tuple[_Date | None, int]:
        """The other end of a span that ``first`` opens, and where the span ends."""
        for joint, closing, needed in _JOINTS:
            match = joint.match(self.plain, first.end, self.stop)
            second = match and self._read_date(self.plain, match.end(), self.stop)
            if match and joint is _TILDE and first.numeric:
                second = self._numeric_rest(match.end()) or second
            if not match or not second:
                continue
            closed = closing.match(self.plain, second.end, self.stop)
            if closed or not needed or (joint is _FROM_TO and _WITHIN.match(self.plain, second.end, self.stop)):
                within = closed or _WITHIN.match(self.plain, second.end, self.stop)
                return second, within.end() if within else second.end
        return None, first.end

    def _resolve(self, atom: _Date, lean: Named | None) -> tuple[str | None, PeriodBasis | None]:
        before = self.plain[max(self.start, atom.start - 6) : atom.start].rstrip()
        if before.endswith(_YEARLY):
            return None, None
        way = None if atom.written.has_year else _way(before)
        when = None
        if way is None and lean is None and not atom.written.has_year and self.reckoner.reference:
            when = tense(self.plain, atom.end, self.stop)
        return self.reckoner.resolve(atom.written, way, when, lean)

    def _lean(self, first: _Date) -> Named | None:
        """The date before this one where the two are listed: 19일과 20일, 올해 3월, 5월."""
        last = self.found[-1] if self.found else None
        if last is None or first.start - last.end > _ENOUGH or last.kind != "date" or not last.period or first.written.has_year:
            return None
        lean, month = self.reckoner.named, first.written.month
        if not lean or not _LISTED.fullmatch(self.plain, last.end, first.start):
            return None
        return None if month and lean.month and 0 < lean.month - month < _HALF_YEAR else lean

    def _part_of_day(self, first: _Date) -> int | None:
        """오늘 저녁, 내일 점심: hours that a part of the day stands for."""
        part = clocks.PART_OF_DAY.match(self.plain, first.end, self.stop)
        if not part or first.written.day_shift is None or not self.reckoner.reference:
            return None
        period, basis = self._resolve(first, None)
        low, high = clocks.DAY_PARTS[part["part"]]
        if not period:
            return None
        self._day_done(part.end(), period)
        closing = "23:59" if high == 24 else f"{high:02d}:00"
        return self._add(
            "time", first.start, part.end(), "times.part", period=f"{period}T{low:02d}:00/{period}T{closing}", basis=basis, approx=True
        )  # fmt: skip

    def _rolling(self, first: _Date) -> int | None:
        """오늘로부터 2주 내, 어제로부터 4일 후: counted from a day that the words name."""
        joint = _ANCHORED.match(self.plain, first.end, self.stop)
        length = joint and durations.read(self.plain, joint.end(), self.stop)
        if not length or not length.named:
            return None
        within = _ROLLING_END.match(self.plain, length.end, self.stop) or (length.bound == "max" and length)
        ago = durations.AGO.match(self.plain, length.end, self.stop)
        if not within and not ago:
            return None
        end = length.end if within is length else (within or ago).end()  # type: ignore[union-attr]
        period, basis = self._resolve(first, None)
        if period:
            away = -1 if within or not (ago and ago["before"]) else 1
            count = {unit: away * number for unit, number in length.named}
            at = date.fromisoformat(period)
            target = periods.ago(at, count.get("year", 0), count.get("month", 0), count.get("day", 0) + 7 * count.get("week", 0))
            period = target and (periods.between(period, target) if within else target)
        return self._add("date", first.start, end, "dates.ago", period=period, basis=basis if period else None)

    # -- ranges whose first end has no unit ----------------------------------------------------------------------------

    def _year_range(self, at: int) -> int | None:
        match = _YEAR_RANGE.match(self.plain, at, self.stop)
        if not match:
            return None
        low, high = _full_year(match["low"], None), _full_year(match["high"], match["low"])
        if not match["unit"] and not self._plausible_years(match, low, high):
            return None
        if not low < high <= low + 100:
            return None
        return self._add("date", at, match.end(), "dates.span", period=f"{low}/{high}", basis="stated")

    def _plausible_years(self, match: regex.Match[str], low: int, high: int) -> bool:
        """Without 년 only two whole years, near each other and near now, that no label makes a number of something else."""
        whole = len(match["high"].lstrip("'’‘")) == 4 or match["low"][0] in "'’‘"
        after = self.plain[match.end() : match.end() + 1]
        labelled = _PHONE.search(self.plain[max(0, match.start() - 6) : match.start()])
        joined = match.start() > 0 and self.plain[match.start() - 1] in "-./"
        return bool(whole and 1900 <= low < high <= 2100 and not labelled and not joined and after not in ("명", "개", "원", "건", "번", "호", "-"))

    def _shared_range(self, at: int) -> int | None:
        """1~3월, 올해의 1~3분기, 10~12일."""
        match = _SHARED.match(self.plain, at, self.stop)
        second = match and self._read_date(self.plain, match.end(), self.stop)
        if not match or not second:
            return None
        length = durations.read(self.plain, at, self.stop)
        if length and length.end >= second.end:
            return None
        unit = "month" if second.written.month is not None else "day" if second.written.day is not None else "quarter"
        low, high = int(match["low"]), getattr(second.written, unit)
        if not high or not 0 < low or second.written.has_year:
            return None
        first = _Date(at, match.end(), Written(**{unit: low}))
        if low >= high and unit != "month":
            return None
        return self._close_shared(first, second)

    def _close_shared(self, first: _Date, second: _Date) -> int:
        way_lean = self._lean(first)
        period, basis = self._resolve(_Date(first.start, second.end, first.written), way_lean)
        lean = named(period, basis) if period and basis else None
        last, last_basis = self._resolve(second, lean)
        closed = _CLOSING.match(self.plain, second.end, self.stop)
        both = periods.between(period, last) if period and last else None
        self._day_done(second.end, None, _is_day(second.written))
        return self._add(
            "date", first.start, closed.end() if closed else second.end, "dates.span", period=both, basis=_joined(basis, last_basis) if both else None
        )  # fmt: skip


_JOINTS = ((_FROM_TO, _CLOSING, True), (_TILDE, _CLOSING, False), (_AND, _WITHIN, True))


def _iso(clock: Clock | None, day: date | None) -> str | None:
    if clock is None:
        return None
    if day is None:
        return clock.text() if clock.hour <= 24 else clock._replace(hour=clock.hour - 24).text()
    return f"{day + timedelta(clock.hour // 24)}{clock._replace(hour=clock.hour % 24).text()}"


def _is_habit(plain: str, start: int, first: _Date) -> bool:
    """매주 화요일, 화요일마다, 월·수요일: no date."""
    w = first.written
    if w.weekday is None or w.week_shift is not None or w.nth is not None or w.day is not None:
        return False
    before = plain[max(start, first.start - 8) : first.start]
    after = plain[first.end : first.end + 3]
    return bool(_RECURRING.search(before)) or before[-1:] in "·ㆍ,~∼-" and before != "" or after.startswith(("마다", "에서", "부터", "~", "·"))


def _way(before: str) -> int | None:
    """-1 behind 지난, 1 behind 오는, 0 behind 이번, None behind anything else."""
    if before[-1:] not in _LAST_OF_WAYS:
        return None
    return next((way for word, way in _WAYS if before.endswith(word) and not "가" <= before[-len(word) - 1 : -len(word)] <= "힣"), None)


def _is_day(w: Written) -> bool:
    return any(field is not None for field in (w.day, w.day_shift, w.same_day, w.weekday))


def _joined(first: PeriodBasis | None, last: PeriodBasis | None) -> PeriodBasis | None:
    """A span is stated only where both its ends are."""
    return last if first == "stated" else first


def _full_year(text: str, before: str | None) -> int:
    digits = text.lstrip("'’‘")
    if len(digits) == 4:
        return int(digits)
    lead = before.lstrip("'’‘") if before else ""
    return int(lead[:2] + digits) if len(lead) == 4 else datewords.century_of(int(digits))


def _rule(w: Written) -> str:
    """The id of the rule of a single date."""
    if w.era:
        return "dates.era"
    if w.bare_words:
        return "dates.relative"
    if w.weekday is not None and w.day is None or w.nth is not None:
        return "dates.week"
    if w.half or w.quarter:
        return "dates.part"
    return "dates.day" if w.day is not None else "dates.month" if w.has_month else "dates.year"
