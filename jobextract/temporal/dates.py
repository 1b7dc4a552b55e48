"""How Korean writes a date: the words and the pattern, and what they say before any reference date is known.

Forms handled:

* figures ``2024.01.12``, ``2024. 1. 12``, ``2024-01-12``, ``2024/1/12``, ``'24.1.12``, ``24.01.12``, ``81/03/07``,
  ``(2024.03)``, ``12/3에``;
* ``2024년 1월 12일``, ``'24년``, ``24년 3월``, ``24년도``, ``2024학년도``, ``1970년대``, ``70년대``, ``21세기``;
* Sino-Korean ``이천십팔년 사월 구일``, ``유월``, ``시월``;
* relative years (올해 지난해 내년), months (이달 지난달 다음 달), weeks and days, alone or before something finer;
* halves, quarters (``1분기``, ``3사분기``, ``4/4분기``), ``연말``, the n-th week or weekday of a month, holidays of a
  fixed date.

The day of the week in brackets behind a day is not part of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import regex

from ..korean import numerals
from ..korean.word_lists import fragment, regex_pattern
from . import edtf
from .calendar_words import (
    AMBIGUOUS,
    DAYS,
    EDGES,
    ERAS,
    HALVES,
    HOLIDAYS,
    MONTHS,
    NTH,
    SAME_DAYS,
    SAME_MONTHS,
    SAME_YEARS,
    SEASONS,
    SHIFTS,
    SINO_MONTHS,
    SINO_QUARTERS,
    WEEKDAYS,
    WEEKS,
    YEARS,
    any_of,
)

DAY_CLOSED = fragment("dates.day_closed")

DATE = regex_pattern(
    "dates.date",
    months=any_of(word for word in MONTHS if word not in AMBIGUOUS),
    same_months=any_of(SAME_MONTHS),
    days=any_of(DAYS),
    same_days=any_of(SAME_DAYS),
    holidays=any_of(HOLIDAYS),
    eras=any_of(ERAS),
    years=any_of(word for word in YEARS if word not in AMBIGUOUS),
    same_years=any_of(SAME_YEARS),
    weeks=any_of(word for word in WEEKS if word not in AMBIGUOUS),
)
_GROUPS = sorted(DATE.groupindex, key=DATE.groupindex.__getitem__)


class Written(NamedTuple):
    """What a date says of itself. Numbers are as written; ``…_shift`` counts from the reference date, ``same_…`` from
    the date named last; ``nth`` and ``day`` 0 are the last one; ``era`` is EDTF already."""

    year: int | None = None
    year_shift: int | None = None
    same_year: int | None = None
    month: int | None = None
    month_shift: int | None = None
    same_month: int | None = None
    day: int | None = None
    day_shift: int | None = None
    same_day: int | None = None
    weekday: int | None = None
    week_shift: int | None = None
    weekend: bool = False
    nth: int | None = None
    season: int | None = None
    season_shift: int | None = None
    half: int | None = None
    quarter: int | None = None
    quarter_shift: int | None = None
    edge: int | None = None
    era: str | None = None
    bare_words: bool = False

    @property
    def has_year(self) -> bool:
        return self.year is not None or self.year_shift is not None or self.same_year is not None

    @property
    def has_day(self) -> bool:
        return not (self.day is None and self.day_shift is None and self.same_day is None and self.weekday is None)

    @property
    def has_month(self) -> bool:
        return self.month is not None or self.month_shift is not None or self.same_month is not None


def read(match: regex.Match[str]) -> Written:
    """The fields of a match of ``DATE``."""
    found = {name: text for name, text in zip(_GROUPS, match.groups(), strict=True) if text is not None}
    fields: dict[str, Any] = {}
    for name, text in found.items():
        reader = _READERS.get(name)
        if reader:
            fields.update(reader(text))
    if "era_year" in found:
        fields.update(_of_era(found["of_era"], int(found["era_year"])))
    if _NUMERIC_GROUPS.isdisjoint(found):
        fields["bare_words"] = True
    return Written(**fields)


def with_part(written: Written, part: str, number: int) -> Written:
    """The same date with that number for one of its parts: the day of 3~5일."""
    fields: dict[str, Any] = {part: number}
    return written._replace(**fields)


def rule(w: Written) -> str:
    """The id of the rule of a single date."""
    if w.era:
        return "dates.era"
    if w.bare_words:
        return "dates.relative"
    if (w.weekday is not None and w.day is None) or w.nth is not None:
        return "dates.week"
    if w.half or w.quarter or w.season is not None:
        return "dates.part"
    return "dates.day" if w.day is not None else "dates.month" if w.has_month else "dates.year"


#: both halves of a year: 상·하반기
BOTH = 3

# groups that hold a figure or a numeral
_NUMERIC_GROUPS = frozenset(
    ("year", "short", "sino_year", "sino_short", "month", "sino_month", "day", "sino_day", "quarter", "sino_quarter", "decade",
     "century",
     "n_year", "n_short", "n_month", "s_month", "era_year")
)  # fmt: skip


def century_of(two_digits: int) -> int:
    """The year that two digits mean in a date: 1932 to 2031 and the years around them."""
    return two_digits + (2000 if two_digits < 50 else 1900)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _sino(text: str) -> int:
    value = numerals.parse(text)
    return int(value) if value is not None else 0


def decade(text: str, before: str = "") -> int:
    """The first year of a decade: 1970 of 1970 and of 70; of 60 behind 1950 it is 1960."""
    first_year = int(text)
    if first_year >= 100:
        return first_year
    if len(before) == len("1950"):
        return int(before[:2]) * 100 + first_year
    return first_year + (1900 if first_year >= 30 else 2000)


def _of_era(name: str, number: int) -> dict[str, Any]:
    """서기 926년 is 926, 단기 4290년 1957; 기원전 37년 is -36, for there is no year between 1 and -1."""
    return {"year": number + ERAS[name]} if name in ERAS else {"era": f"-{number - 1:04d}"}


# by the name without its blanks, which a text may leave out: 국군의날
_HOLIDAYS = {_squeezed(name): day for name, day in HOLIDAYS.items()}


def _holiday(text: str) -> dict[str, Any]:
    month, day = _HOLIDAYS[_squeezed(text)]
    return {"month": month, "day": day}


_READERS: dict[str, Callable[[str], dict[str, Any]]] = {
    "year": lambda text: {"year": int(text)},
    "n_year": lambda text: {"year": int(text)},
    "short": lambda text: {"year": century_of(int(text))},
    "n_short": lambda text: {"year": century_of(int(text))},
    "sino_year": lambda text: {"year": _sino(text)},
    "sino_short": lambda text: {"year": century_of(_sino(text))},
    "year_word": lambda text: {"year_shift": YEARS[_squeezed(text)]},
    "same_year": lambda text: {"same_year": SAME_YEARS[_squeezed(text)]},
    "month": lambda text: {"month": int(text)},
    "n_month": lambda text: {"month": int(text)},
    "s_month": lambda text: {"month": int(text)},
    "sino_month": lambda text: {"month": SINO_MONTHS[text]},
    "month_word": lambda text: {"month_shift": MONTHS[_squeezed(text)]},
    "same_month": lambda text: {"same_month": SAME_MONTHS[_squeezed(text)]},
    "day": lambda text: {"day": int(text)},
    "n_day": lambda text: {"day": int(text)},
    "s_day": lambda text: {"day": int(text)},
    "sino_day": lambda text: {"day": _sino(text)},
    "last_day": lambda text: {"day": 0},
    "day_word": lambda text: {"day_shift": DAYS[_squeezed(text)]},
    "same_day": lambda text: {"same_day": SAME_DAYS[_squeezed(text)]},
    "weekday": lambda text: {"weekday": WEEKDAYS.index(text)},
    "week": lambda text: {"week_shift": WEEKS[_squeezed(text)]},
    "weekend": lambda text: {"weekend": True},
    "bare_weekend": lambda text: {"weekend": True, "week_shift": 0},
    "nth": lambda text: {"nth": NTH[text]},
    "season": lambda text: {"season": SEASONS[text]},
    "season_word": lambda text: {"season_shift": SHIFTS[text]},
    "both_halves": lambda text: {"half": BOTH},
    "half": lambda text: {"half": HALVES[text]},
    "quarter": lambda text: {"quarter": int(text)},
    "sino_quarter": lambda text: {"quarter": SINO_QUARTERS[text]},
    "quarter_word": lambda text: {"quarter_shift": SHIFTS[text]},
    "edge": lambda text: {"edge": EDGES[text]},
    "decade": lambda text: {"era": edtf.decade(decade(text))},
    "century": lambda text: {"era": edtf.century(int(text))},
    "holiday": _holiday,
}
