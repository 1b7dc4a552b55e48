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
from . import edtf
from .calendar_words import (
    DAYS,
    ERAS,
    HOLIDAYS,
    MONTHS,
    NTH,
    SAME_DAYS,
    SAME_MONTHS,
    SAME_YEARS,
    WEEKDAYS,
    WEEKS,
    YEARS,
    any_of,
)

SINO_MONTHS = {
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "유": 6, "육": 6, "칠": 7, "팔": 8, "구": 9, "시": 10, "십": 10,
    "십일": 11, "십이": 12,
}  # fmt: skip
SINO_QUARTERS = {"일": 1, "이": 2, "삼": 3, "사": 4}


# what may follow a date word: anything but Hangul, or a particle
PARTICLE = (
    r"은|는|이(?![상전후래내하번])|가(?![지을장])|을|를|에|의|도|만(?![원명개])|까지|부터|보다|과(?![목정])|와|로|엔"
    r"|께|쯤|경(?![기우])"
    r"|기준|현재|초(?![파반등과기])|말|중(?![구부국학])|처럼|나(?!라)|라|동기|대비|마다"
)
CLOSED = rf"(?:(?![가-힣])|(?={PARTICLE}))"
# behind the day's 일: a positive list, because 일 opens half of the language (일자리 일부 일정 일반)
DAY_CLOSED = (
    rf"(?:(?![가-힣A-Za-z0-9])|(?={PARTICLE}|자(?!리)|하루|생(?![산일])|밤|낮|새벽|아침|점심|저녁|오전|오후|정오"
    rf"|자정))"
)

_SINO_DAY = r"(?:[이삼]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구])"
# 이월 and 일월 alone are words of their own
_MON = (
    rf"(?P<month>1[0-2]|0?[1-9])(?![0-9])\s?월(?![급세드식])|(?P<sino_month>십[일이]|[삼사오유육칠팔구시])월{CLOSED}"
    rf"|(?P<sino_month>십[일이]|[일이삼사오유육칠팔구시])월(?=\s?{_SINO_DAY}일{DAY_CLOSED})"
)
_DAY = rf"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])\s?일{DAY_CLOSED}|(?P<sino_day>{_SINO_DAY})일{DAY_CLOSED}"
# 삼일 alone is a name or three days more often than the third: a tens figure or a weekday has to say so
_BARE_SINO_DAY = (
    rf"(?P<sino_day>[이삼]?십[일이삼사오육칠팔구]?)일{DAY_CLOSED}|(?P<sino_day>{_SINO_DAY})일(?=\s[{WEEKDAYS}]요일)"
)
_WEEKDAY = rf"(?P<weekday>[{WEEKDAYS}])요일"
_NTH = (
    r"(?P<nth>첫째|둘째|셋째|넷째|다섯째|마지막|첫|두(?=\s?번째)|세(?=\s?번째)|네(?=\s?번째)|다섯(?=\s?번째)|[1-5]"
    r"(?=\s?번째|\s?주차))(?:\s?번째)?"
)
_IN_MONTH = rf"{_NTH}\s?(?:주차?(?:의)?\s?)?{_WEEKDAY}|{_NTH}\s?(?P<of_week>주)차?{CLOSED}"
_LAST_DAY = r"(?P<last_day>마지막\s?날|말일)"
_HALF = r"(?P<both_halves>상\s?[·ㆍ/,]?\s?하반기)|(?P<half>[상하])반기"
_SEASON = rf"(?P<season>봄|여름|가을|겨울){CLOSED}"
_QUARTER = r"(?P<quarter>[1-4])\s?(?:사|/\s?4|·\s?4)?\s?분기(?!점)|(?P<sino_quarter>[일이삼사])(?:사)?분기(?!점)"
_EDGE = rf"연(?P<edge>[말초]){CLOSED}"
_HOLIDAY = rf"(?P<holiday>{any_of(HOLIDAYS)}){CLOSED}"
_OF_MONTH = rf"\s?(?:의\s)?(?:{_IN_MONTH}|{_LAST_DAY})"
_AFTER_MONTH = rf"(?:{_DAY})(?:,?\s{_WEEKDAY})?|{_LAST_DAY}|{_IN_MONTH}"
_AFTER_YEAR = (
    rf"(?:{_MON})(?:\s?(?:{_AFTER_MONTH})|{_OF_MONTH})?|{_HALF}|{_QUARTER}|{_EDGE}|{_HOLIDAY}|{_IN_MONTH}|{_SEASON}"
)
# 24년 alone is a duration; with a month, a half or a quarter behind it, it is a year
_FINER = r"\s?(?:(?:1[0-2]|0?[1-9])\s?월|[상하]반기|[1-4]\s?(?:사|/\s?4|·\s?4)?\s?분기)"
# 2018 평창올림픽: the year of the games before them
_GAMES = r"(?:[가-힣]{2,6}\s?)?(?:하계|동계)?\s?(?:올림픽|패럴림픽|월드컵|아시안게임|아시아경기대회|유니버시아드|세계선수권|엑스포|예산안)"
_ERA_YEAR = rf"(?P<of_era>{any_of(ERAS)}|기원전)\s?(?P<era_year>[0-9]{{1,4}})\s?년(?![간째])"
_SINO_YEAR = r"(?P<sino_year>(?:이천|천구백)[일이삼사오육칠팔구십]*+)"
# 년 and what makes the number before it a length or a class instead
_YEAR_UNIT = r"\s?년(?![간째여차형제]|대(?!비)|\s?동안)(?:도(?=\s?[가-힣]{2}|부터|까지|에|의|\s*$))?"
_YEAR_FIGURE = (
    rf"(?P<year>1[0-9]{{3}}|2[01][0-9]{{2}}|[3-9][0-9]{{3}}(?={_YEAR_UNIT}\s?(?:1[0-2]|0?[1-9])\s?월))(?:{_YEAR_UNIT}|\s?(?:학년도|회계연도))"
    rf"|(?P<year>[1-9][0-9]{{2}})\s?년(?=에(?!\s?(?:걸|가까|달하|이르|불과|[한두]\s?번|그[치친쳤]|넘)))"
    rf"|(?P<year>(?:19|20)[0-9]{{2}})(?=\s{_GAMES})"
    rf"|['’‘](?P<short>[0-9]{{2}}){_YEAR_UNIT}(?!\s?(?:만에|연속|내내|가까이|넘게|전[에 ]|뒤|후))|(?P<short>[0-9]{{2}})(?:년(?={_FINER})|(?:학년|년)도)"
)
_YEAR_WORD = (
    rf"(?P<year_word>{any_of([word for word in YEARS if word != '올'])}|올(?={_FINER}|\s?연말|\s?[유시]월)){CLOSED}|(?P<year_word>올)(?=\s?(?:봄|여름|가을|겨울))"
    rf"|(?P<same_year>{any_of(SAME_YEARS)}){CLOSED}|{_SINO_YEAR}\s?년{CLOSED}"
)
_MONTH_WORD = rf"(?P<month_word>{any_of(MONTHS)}){CLOSED}|(?P<same_month>{any_of(SAME_MONTHS)}){CLOSED}"
_DAY_WORD = rf"(?P<day_word>{any_of(DAYS)}){DAY_CLOSED}|(?P<same_day>{any_of(SAME_DAYS)}){DAY_CLOSED}"
# 내주는 is a form of 내주다 more often than the week to come
_WEEK = (
    rf"(?P<week>{any_of([w for w in WEEKS if w not in ('이주', '내주')])}|내주(?![는고며면기지었시])|이\s?주(?![가-힣\s]))(?:(?P<weekend>말)|\s?{_WEEKDAY}|"
    rf"(?![가-힣])|(?={PARTICLE}))"
)
_WEEKEND = r"(?<=지난 |오는 |다음 )(?P<bare_weekend>주말)"
_QUARTER_WORD = r"(?P<quarter_word>이번|지난|다음)\s?분기(?!점)"
_ERA = r"(?P<decade>[0-9]{1,3}0)\s?년대(?!비)|(?P<century>[1-9]|1[0-9]|2[0-9])\s?세기(?!의\s?차)"
_BRACKET_DAY = r"\([월화수목금토일](?:요일)?\)"
_LONG = (
    r"(?P<n_year>1[89][0-9]{2}|2[01][0-9]{2})(?P<n_sep>\s?[./-]\s?)(?P<n_month>1[0-2]|0?[1-9])(?P=n_sep)(?P<n_day>3[01]"
    r"|[12][0-9]|0?[1-9])(?![0-9]|[-/][0-9])"
)
_SHORT = (
    r"(?:['’‘](?P<n_short>[0-9]{2})\.\s?(?P<n_month>1[0-2]|0?[1-9])\.\s?(?P<n_day>3[01]|[12][0-9]|0?[1-9])"
    r"|(?P<n_short>[0-9]{2})(?P<n_mark>[./])(?P<n_month>1[0-2]|0[1-9])(?P=n_mark)(?P<n_day>3[01]|[12][0-9]|0[1-9]))"
    r"(?![0-9]|[./-][0-9])"
    rf"|(?P<n_short>[0-9]{{2}})\.\s(?P<n_month>1[0-2]|0?[1-9])\.\s(?P<n_day>3[01]|[12][0-9]|0?[1-9])(?=\.?\s?{_BRACKET_DAY}|\.?\s?[~∼～]|\.\s?(?:부터|까지))"
    r"|(?P<n_year>20[0-9]{2}|19[0-9]{2})\.\s?(?P<n_month>0[1-9]|1[0-2])(?=\.(?!\s?[0-9])|\)|\s?[~∼～])|"
    r"(?P<n_year>20[0-9]{2}|19[0-9]{2})\.\s?(?P<n_month>[1-9])(?=\.\s?[)~∼～])"
)
# 5.7.(화), 3. 15.(금): the weekday says that it is a date
_DOTTED = (
    rf"(?P<s_month>1[0-2]|0?[1-9])\.\s?(?P<s_day>3[01]|[12][0-9]|0?[1-9])(?![0-9])(?:(?=\.?\s?{_BRACKET_DAY})|일(?=\s?{_BRACKET_DAY}))"
    r"|(?P<n_year>(?:19|20)[0-9]{2})\.\s?(?P<n_month>1[0-2]|[1-9])월(?![급세드식])"
)
# 11/20, 12/3에: a fraction only where its first number is the smaller
_SLASH = (
    r"(?P<s_month>1[0-2]|[1-9])/(?P<s_day>3[01]|[12][0-9]|[1-9])(?![0-9/%.])"
    rf"(?=\s?{_BRACKET_DAY}|\s?[~∼～]\s?(?:1[0-2]|0?[1-9])/[0-9])|(?P<s_month>1[0-2]|[1-9])/(?P<s_day>3[01]|[12][0-9]|[1-9])(?![0-9/%.])"
    r"(?=\s*$|에(?!\s?(?:불과|달|이르|그치|해당|못))|부터|까지)"
)
_BY_FIGURE = (
    rf"(?:{_DAY})(?:,?\s{_WEEKDAY})?|(?:{_MON})(?:\s?(?:{_AFTER_MONTH})|{_OF_MONTH})?|(?:{_YEAR_FIGURE})(?:\s?(?:{_AFTER_YEAR}))?"
    rf"|{_QUARTER}"
    rf"|{_LONG}|{_SHORT}|{_DOTTED}|{_SLASH}|{_ERA}|{_IN_MONTH}"
)
_BY_WORD = (
    rf"{_ERA_YEAR}|(?P<season_word>지난|이번|다음)\s?{_SEASON}|(?:{_YEAR_WORD})(?:\s?(?:{_AFTER_YEAR}))?|(?:{_MONTH_WORD})(?:\s?(?:{_AFTER_MONTH}))?|(?:{_MON})(?:\s?"
    rf"(?:{_AFTER_MONTH}))?"
    rf"|(?:{_BARE_SINO_DAY})(?:,?\s{_WEEKDAY})?|{_QUARTER_WORD}|{_QUARTER}|{_HALF}|{_DAY_WORD}|{_WEEK}|{_WEEKEND}"
    rf"|{_IN_MONTH}|{_WEEKDAY}{CLOSED}"
    rf"|{_EDGE}|{_HOLIDAY}"
)
DATE = regex.compile(rf"(?=[0-9'’‘])(?:{_BY_FIGURE})|(?![0-9'’‘])(?:{_BY_WORD})")
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
    edge: str | None = None
    era: str | None = None
    bare_words: bool = False

    @property
    def has_year(self) -> bool:
        return self.year is not None or self.year_shift is not None or self.same_year is not None

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


#: both halves of a year: 상·하반기
BOTH = 3

# groups that hold a figure or a numeral
_NUMERIC_GROUPS = frozenset(
    ("year", "short", "sino_year", "month", "sino_month", "day", "sino_day", "quarter", "sino_quarter", "decade",
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
    return {"era": f"-{number - 1:04d}"} if name == "기원전" else {"year": number + ERAS[name]}


def _holiday(text: str) -> dict[str, Any]:
    month, day = HOLIDAYS.get(text) or HOLIDAYS[_squeezed(text)]
    return {"month": month, "day": day}


_READERS: dict[str, Callable[[str], dict[str, Any]]] = {
    "year": lambda text: {"year": int(text)},
    "n_year": lambda text: {"year": int(text)},
    "short": lambda text: {"year": century_of(int(text))},
    "n_short": lambda text: {"year": century_of(int(text))},
    "sino_year": lambda text: {"year": _sino(text)},
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
    "season": lambda text: {"season": "봄여름가을겨울".index(text) // 2 + (text != "봄")},
    "season_word": lambda text: {"season_shift": {"지난": -1, "이번": 0, "다음": 1}[text]},
    "both_halves": lambda text: {"half": BOTH},
    "half": lambda text: {"half": 1 if text == "상" else 2},
    "quarter": lambda text: {"quarter": int(text)},
    "sino_quarter": lambda text: {"quarter": SINO_QUARTERS[text]},
    "quarter_word": lambda text: {"quarter_shift": {"지난": -1, "이번": 0, "다음": 1}[text]},
    "edge": lambda text: {"edge": text},
    "decade": lambda text: {"era": edtf.decade(decade(text))},
    "century": lambda text: {"era": edtf.century(int(text))},
    "holiday": _holiday,
}
