"""From what a date says to the period it means: the reference date, the dates named before, and the tense decide.

Nothing is guessed: without a reference date or year a bare day, month or 오늘 has no period, and with a reference year alone a month
has that year (3월, 올해 3월, 지난 6월), a bare day none. An impossible date has none.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from ..korean.tense import Tense
from ..model import PeriodBasis
from . import edtf
from .dates import BOTH, Written

Placed = tuple[str | None, PeriodBasis]

WINTER, _DECEMBER = 3, 12
_EMBARGO = 2
#: days back up to which a day alone is of the month that runs, and from which it is of the next
LATELY, _HALF_A_MONTH = -4, -17
#: days ahead from which a day alone of which no verb tells when is of the month before: 31일, on the first of the next
_NEARLY_A_MONTH = 25
#: months ahead from which what no verb places is of the year before: 12월 취업자, in January; 4분기 매출, in February
_FAR_MONTH, _FAR_QUARTER = 10, 6
#: months back from which what is yet to be, or is done then, is of the next year: 3월에 문을 연다, in December
_LONG_GONE = {"future": 6, "intended": 6, "present": 7}
#: 지난 11월, of which only the year of the article is known, may be of the year before
_LATE = 10


class Named(NamedTuple):
    """The last date that the text named: what a finer or a following date leans on."""

    year: int
    month: int | None = None
    day: int | None = None
    basis: PeriodBasis = "stated"


class Reckoner:
    """Resolves the dates of one text in reading order."""

    def __init__(self, reference: date | None, year: int | None) -> None:
        self.reference = reference
        self.year = reference.year if reference else year
        #: that of the article, which its text may tell where no date does
        self.month = reference.month if reference else None
        self.basis: PeriodBasis = "published" if reference else "inferred"
        self.named: Named | None = None
        self.last_day: date | None = None

    def resolve(
        self, written: Written, way: int | None, when: Tense, lean: Named | None
    ) -> tuple[str | None, PeriodBasis | None]:
        """The period and what it rests on.

        ``way`` is -1 behind 지난, 1 before 오는, 0 behind 이번; ``when`` the tense of the verb; ``lean`` the date that
        this one continues (20일 in 5월 6일과 20일).
        """
        if written.era:
            return written.era, "stated"
        try:
            at = self._place(written, way, when, lean)
        except (OverflowError, ValueError):
            return None, None
        if at is None:
            return None, None
        period, basis = at
        if period is not None and not edtf.valid(period):
            return None, None
        if written.same_day is None:  # a second 전날 is the same day as the first
            self._remember(period, basis)
        return (period, basis) if period else (None, None)

    def _place(self, w: Written, way: int | None, when: Tense, lean: Named | None) -> Placed | None:
        if w.day_shift is not None or w.same_day is not None:
            return self._day_word(w)
        if w.week_shift is not None:
            return self._week(w)
        if w.quarter_shift is not None:
            return self._quarter_shift(w.quarter_shift)
        if w.season_shift is not None:
            return self._season(w)
        if w.weekday is not None and w.nth is None and w.day is None and not w.has_month:
            return self._weekday(w.weekday, way, when, lean)
        year = self._year(w, way, when, lean)
        return year and (self._within(w, way, when, lean, *year), year[1])

    def _day_word(self, w: Written) -> Placed | None:
        if w.day_shift is not None:
            return (f"{self.reference + timedelta(w.day_shift)}", "published") if self.reference else None
        at = self.last_day or self.reference
        basis = self.named.basis if self.last_day and self.named else self.basis
        return (f"{at + timedelta(w.same_day or 0)}", basis) if at else None

    def _week(self, w: Written) -> Placed | None:
        if not self.reference:
            return None
        of = self.reference + timedelta(7 * (w.week_shift or 0))
        if w.weekday is not None:
            return f"{edtf.weekday_of_week(of, w.weekday)}", "published"
        return (edtf.weekend(of) if w.weekend else edtf.week(of)), "published"

    def _quarter_shift(self, shift: int) -> Placed | None:
        if not self.reference:
            return None
        count = self.reference.year * 4 + (self.reference.month - 1) // 3 + shift
        return edtf.quarter(count // 4, count % 4 + 1), "published"

    def _season(self, w: Written) -> Placed | None:
        """지난겨울, 이번 여름: by the day of reference, a winter being of the year that it begins in."""
        if not self.reference:
            return None
        today = f"{self.reference:%Y-%m}"
        years = range(self.reference.year - 2, self.reference.year + 3)
        named = (edtf.season(year, w.season or 0) for year in years)
        spans = [span for span in named if span is not None]
        if w.season_shift == -1:
            return next(span for span in reversed(spans) if edtf.end(span) < today), "published"
        ahead = [span for span in spans if edtf.end(span) >= today]
        running = edtf.start(ahead[0]) <= today
        return ahead[1 if w.season_shift == 1 and running else 0], "published"

    def _weekday(self, weekday: int, way: int | None, when: Tense, lean: Named | None) -> Placed | None:
        if lean and lean.day:
            first = date(lean.year, lean.month or 1, lean.day)
            return f"{first + timedelta((weekday - first.weekday()) % 7)}", lean.basis
        if not self.reference:
            return None
        ahead = (weekday - self.reference.weekday()) % 7
        back = way == -1 or (way is None and when == "past")
        if back:
            ahead = ahead - 7 if ahead or way == -1 else 0
        elif way == 1 and not ahead:
            ahead = 7
        return f"{self.reference + timedelta(ahead)}", "published"

    def _year(self, w: Written, way: int | None, when: Tense, lean: Named | None) -> tuple[int, PeriodBasis] | None:
        if w.year is not None:
            return w.year, "stated"
        if w.year_shift is not None:
            return (self.year + w.year_shift, self.basis) if self.year is not None else None
        if w.same_year is not None:
            return (self.named.year + w.same_year, self.named.basis) if self.named else None
        if w.month_shift is not None:
            return (self._shifted_month(w.month_shift)[0], self.basis) if self.month else None
        if w.same_month is not None:
            return (self.named.year, self.named.basis) if self.named and self.named.month else None
        if lean:
            return self._leaning_year(w, lean), lean.basis
        return self._bare_year(w, way, when)

    def _shifted_month(self, shift: int) -> tuple[int, int]:
        assert self.year is not None and self.month
        return edtf.shift_month(self.year, self.month, shift)

    def _leaning_year(self, w: Written, lean: Named) -> int:
        """11월 20일부터 2월 3일까지 ends in the year after."""
        if not w.month or not lean.month:
            return lean.year
        return lean.year + 1 if (w.month, w.day or 31) < (lean.month, lean.day or 1) else lean.year

    def _bare_year(self, w: Written, way: int | None, when: Tense) -> tuple[int, PeriodBasis] | None:
        """The year of a month, a day, a half or a quarter that names none."""
        if self.reference:
            if w.day is not None and w.month is None:
                return self._bare_day_month(w.day, way, when)[0], "published"
            return self.reference.year + self._year_by_tense(w, way, when), "published"
        if self.year is None:
            return None
        if w.month is not None:
            other = (
                way is None and self.named is not None and self.named.year != self.year
            )  # 지난해 시는 9월에: of which year is open
            return None if other or (way == -1 and w.month >= _LATE) else (self.year, "inferred")
        if (way is not None or w.half or w.quarter or w.edge) and w.day is None:
            return self.year, "inferred"
        return None

    def _bare_day_month(self, day: int, way: int | None, when: Tense) -> tuple[int, int]:
        """The year and month of a bare day: before the reference date behind 지난 or a past verb, after it before
        오는.
        """
        assert self.reference
        shift = 0
        ahead = day - self.reference.day
        # a day or two ahead is today's news under an embargo or in another time zone
        if ahead > 0 and (way == -1 or (way is None and self._lies_behind(day, ahead, when))):
            shift = -1
        elif 0 < day < self.reference.day and (way == 1 or (way is None and self._lies_ahead(ahead, when))):
            shift = 1
        return self._shifted_month(shift)

    def _lies_behind(self, day: int, ahead: int, when: Tense) -> bool:
        """Whether a day yet to come in this month is of the month before: what is told as past, and on the first days what nothing tells
        of, unless only this month has it."""
        if when is not None:
            return when == "past" and ahead > _EMBARGO
        has, had = (edtf.day(*self._shifted_month(shift), day) for shift in (0, -1))
        return had is not None and (ahead >= _NEARLY_A_MONTH or has is None)

    def _lies_ahead(self, ahead: int, when: Tense) -> bool:
        """Whether a day so far back in the month is of the next one: news of the last few days is told in any tense, and
        what was more than half a month ago by its month."""
        if when == "future":
            return ahead < -_EMBARGO
        if when in ("intended", "present"):
            return ahead < LATELY
        return when != "past" and ahead <= _HALF_A_MONTH

    def _year_by_tense(self, w: Written, way: int | None, when: Tense) -> int:
        first, last = months(w)
        if first is None:
            return 0
        assert self.reference
        here = (self.reference.month, self.reference.day)
        far = _FAR_QUARTER if w.quarter else _FAR_MONTH
        long_ago = when is None and w.day is None and first - here[0] >= far
        starts_later = (first, w.day if w.day is not None else here[1]) > here
        ended_before = (last, w.day if w.day is not None else here[1]) < here
        if starts_later and (way == -1 or (way is None and (when == "past" or long_ago))):
            return -1
        if ended_before and (way == 1 or (way is None and here[0] - last >= _LONG_GONE.get(when or "", 12))):
            return 1
        return 0

    def _within(
        self, w: Written, way: int | None, when: Tense, lean: Named | None, year: int, basis: PeriodBasis
    ) -> str | None:
        if w.season is not None:
            early = w.year_shift == 0 and w.season == WINTER and self.reference is not None and self.reference.month < 3
            return edtf.season(year - early, w.season)
        if w.half:
            return edtf.half(year, w.half) if w.half != BOTH else f"{year:04d}-01/{year:04d}-12"
        if w.quarter:
            return edtf.quarter(year, w.quarter)
        if w.edge:
            first_or_last = edtf.month(year, w.edge)
            return f"{first_or_last}~" if first_or_last else None
        month = self._month(w, way, when, lean, year)
        if w.nth is not None:
            return self._nth(w, year, month)
        if month is None:
            return None if w.day is not None else edtf.year(year)
        if w.day is not None:
            return edtf.day(year, month, w.day)
        return edtf.month(year, month)

    def _month(self, w: Written, way: int | None, when: Tense, lean: Named | None, year: int) -> int | None:
        if w.month is not None:
            return w.month
        if w.month_shift is not None:
            return self._shifted_month(w.month_shift)[1]
        if w.same_month is not None:
            return self.named.month if self.named else None
        if w.day == 0 and w.has_year:
            return _DECEMBER  # 올해 마지막 날
        if w.day is None or w.has_year:
            return None
        if lean and lean.month:
            return lean.month
        return self._bare_day_month(w.day, way, when)[1] if self.reference else None

    def _nth(self, w: Written, year: int, month: int | None) -> str | None:
        nth = w.nth or 0
        if month is None and not w.has_year:
            month = self.reference.month if self.reference else None
            if month is None:
                return None
        if w.weekday is not None:
            return edtf.nth_weekday(year, month, w.weekday, nth) if month else None
        return edtf.nth_week_of_month(year, month, nth) if month else edtf.nth_week_of_year(year, nth)

    def _remember(self, period: str | None, basis: PeriodBasis) -> None:
        if not period:
            return
        self.named = at = named(period, basis)
        if at.month and at.day:
            self.last_day = date(at.year, at.month, at.day)


def named(period: str, basis: PeriodBasis) -> Named:
    """The start of a period, as something to lean on: a quarter or a half names a year only."""
    first = edtf.start(period)
    year, *finer = map(int, first.split("-"))
    if len(finer) == 2:
        return Named(year, finer[0], finer[1], basis)
    return Named(year, finer[0] if finer and first == period else None, None, basis)


def months(w: Written) -> tuple[int | None, int]:
    """The first and last month of the year that a date without a year covers."""
    if w.month is not None:
        return w.month, w.month
    if w.quarter:
        return 3 * w.quarter - 2, 3 * w.quarter
    if w.half:
        return 6 * w.half - 5, 6 * w.half
    return None, 12
