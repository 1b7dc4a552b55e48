"""Where a date ends in the text: alone, open to one side (부터, 까지, 이후), or joined with a second one.

Forms handled: ``3월부터 6월까지``, ``11월 18일~12월 6일``, ``4일에서 9일 사이``, ``5월 6일과 20일 사이``, ``2024. 11.
11.(월) ~ 11. 29``, and ranges whose first end has no unit: ``1~9월``, ``올해 1~3분기``, ``10월 3~5일``, ``1·2월``,
``2023~2026``, ``1950~60년대``, ``'19~'23년``.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex

from ..korean.word_lists import fragment, pattern, regex_pattern, words
from . import dates
from .dates import Written, with_part

Side = Literal["until", "since"]

DASHES = "~∼～〜–—-"
BRACKETED = fragment("ranges.bracketed")
_FROM_TO = regex_pattern("ranges.from_to")
_TILDE = regex_pattern("ranges.tilde", dashes=DASHES)
_AND = regex_pattern("ranges.and")
_FOLLOWED = pattern("ranges.followed", dashes=DASHES)
_CLOSING = regex_pattern("ranges.closing")
_OPENING = regex_pattern("ranges.opening")
_WITHIN = regex_pattern("ranges.within")
_PART_UNTIL = regex_pattern("ranges.part_until")
_PART_GLUED = regex_pattern("ranges.part_glued")
_SINCE = regex_pattern("ranges.since")
_UP_TO = regex_pattern("ranges.up_to")
_JOINTS = ((_FROM_TO, _CLOSING, True), (_TILDE, _CLOSING, False), (_AND, _WITHIN, True))
_NUMERIC_REST = regex_pattern("ranges.numeric_rest")
_SHARED = regex_pattern("ranges.shared", dashes=DASHES)
_YEARS = regex_pattern("ranges.years", dashes=DASHES)
_DECADES = regex_pattern("ranges.decades", dashes=DASHES)
_SEASON = pattern("ranges.season")
_LABEL = pattern("ranges.label")
_MEASURED = frozenset(words("ranges.measured"))
_LONGEST_YEARS = 100
_RECURRING = regex_pattern("ranges.recurring")

_GOES_ON = words("ranges.goes_on")
_EVERY_ONE = regex_pattern("ranges.every_one")


class Date(NamedTuple):
    """A date in a text: its span, what it says, and whether it is in figures only (2024.1.12)."""

    start: int
    end: int
    written: Written
    numeric: bool = False


class Span(NamedTuple):
    """A date with what belongs to it: the second end of a span, or the side to which it is open."""

    first: Date
    second: Date | None
    side: Side | None
    end: int


def date_at(text: str, at: int, stop: int) -> Date | None:
    """The date that begins at ``at``, or None; 제2024-10-11 and the like are numbers of something else."""
    match = dates.DATE.match(text, at, stop)
    if not match or (match["n_year"] and labelled(text, at)):
        return None
    return Date(at, match.end(), dates.read(match), bool(match["n_month"] or match["s_month"]))


def labelled(text: str, at: int) -> bool:
    return _LABEL.search(text[max(0, at - 6) : at]) is not None


def read(text: str, first: Date, stop: int) -> Span:
    """What ``first`` opens, closes or is, by what follows it."""
    if not _FOLLOWED.match(text, first.end, stop):
        return Span(first, None, None, first.end)
    for reader in (_finer_range, _joined):
        found = reader(text, first, stop)
        if found:
            return found
    side, end = _side(text, first.end, stop)
    return Span(first, None, side, end)


def _joined(text: str, first: Date, stop: int) -> Span | None:
    for joint, closing, needed in _JOINTS:
        match = joint.match(text, first.end, stop)
        second = match and _second(text, match.end(), stop, joint is not _AND and first.numeric)
        if not match or not second:
            continue
        closed = closing.match(text, second.end, stop) or (joint is _FROM_TO and _WITHIN.match(text, second.end, stop))
        open_end = joint is _FROM_TO and not match["at"] and _days_apart(first.written, second, text, stop)
        if closed or not needed or open_end:
            return Span(first, second, None, closed.end() if closed else second.end)
    return None


def _days_apart(first: Written, second: Date, text: str, stop: int) -> bool:
    """Whether 9월 4일부터 9월 11일 is one span without its 까지: two days, the second the later, and nothing that counts, or two
    months of a year before what tells a span: 1월부터 11월 수출.

    A second end that is no date by itself needs it: 2024. 3. 4.부터 5명을 뽑는다, 2024. 3. 4.부터 5.3% 올린다.
    """
    if date_at(text, second.start, stop) is None:
        return False
    low, high = first.day, second.written.day
    if low is None and high is None and first.month and second.written.month and not second.written.has_year:
        return first.month < second.written.month and _THROUGH.match(text, second.end, stop) is not None
    if low is None or high is None or second.written.has_year or _COUNTS.match(text, second.end, stop):
        return False
    return (second.written.month or first.month or 0, high) > (first.month or 0, low)


_COUNTS, _THROUGH = pattern("ranges.counts"), pattern("ranges.through")


def _second(text: str, at: int, stop: int, numeric: bool) -> Date | None:
    rest = _NUMERIC_REST.match(text, at, stop) if numeric else None
    if rest:
        month = int(rest["month"]) if rest["month"] else None
        return Date(at, rest.end(), Written(month=month, day=int(rest["day"])), True)
    return date_at(text, at, stop)


def _side(text: str, end: int, stop: int) -> tuple[Side | None, int]:
    """부터, 까지 and 말까지 belong to the date, as 말 does where it is glued to it; 이전, 이후 and 말 apart do not."""
    if match := _CLOSING.match(text, end, stop):
        return "until", match.end()
    if match := _OPENING.match(text, end, stop):
        return "since", match.end()
    if match := _PART_UNTIL.match(text, end, stop):
        return "until", match.end()
    if _UP_TO.match(text, end, stop):
        return "until", end
    if _SINCE.match(text, end, stop):
        return "since", end
    glued = _PART_GLUED.match(text, end, stop)
    return None, glued.end() if glued else end


def _finer_range(text: str, first: Date, stop: int) -> Span | None:
    """올해 1~9월, 10월 3~5일: the range belongs to the year or month before it."""
    w = first.written
    finest_is_year = w.has_year and not w.has_month and not (w.half or w.quarter or w.edge or w.nth is not None)
    found = shared(text, first.end, stop)
    if not found or not (finest_is_year or (w.has_month and w.day is None)):
        return None
    low, span = found
    if finest_is_year == (span.written.day is not None and not span.written.has_month):
        return None
    finer = {name: value for name, value in low.written._asdict().items() if value is not None}
    return _closed(text, Date(first.start, low.end, w._replace(**finer)), span, stop)


def shared(text: str, at: int, stop: int) -> tuple[Date, Date] | None:
    """Both ends of 1~3월, 10~12일, 1~3분기 or 1·2월 at ``at``, the first with the year that stands before a dot: '26.1~2월."""
    match = _SHARED.match(text, at, stop)
    second = match and date_at(text, match.end(), stop)
    if not match or not second or second.written.has_year:
        return None
    unit = "month" if second.written.month is not None else "day" if second.written.day is not None else "quarter"
    low, high = int(match["low"]), getattr(second.written, unit)
    ordered = 0 < low < (high or 0) if not match["dot"] else low + 1 == high
    if not ordered and not (unit == "month" and 1 <= low <= 12 and not match["dot"]):
        return None
    year = match["year"] or match["short"]
    start = match.start("low") if year is None else at
    written = Written(year=_full_year(year, None) if year else None)
    return Date(start, match.end(), with_part(written, unit, low)), second


def shared_range(text: str, at: int, stop: int) -> Span | None:
    found = shared(text, at, stop)
    return _closed(text, *found, stop) if found and found[0].start == at else None


def _closed(text: str, first: Date, second: Date, stop: int) -> Span:
    match = _CLOSING.match(text, second.end, stop)
    return Span(first, second, None, match.end() if match else second.end)


def years(text: str, at: int, stop: int) -> tuple[int, int, int] | None:
    """First year, last year and end of a range such as 2023~2026 or '19~'23년; None where it is not plainly one of
    years.
    """
    decades = _DECADES.match(text, at, stop)
    if decades:
        low, high = dates.decade(decades["low"]), dates.decade(decades["high"], decades["low"])
        return (low, high + 9, decades.end()) if low < high else None
    match = _YEARS.match(text, at, stop)
    if not match:
        return None
    low, high = _full_year(match["low"], None), _full_year(match["high"], match["low"])
    if not low < high <= low + _LONGEST_YEARS or not (match["unit"] or _plausible(text, match)):
        return None
    return low, high, match.end()


def _plausible(text: str, match: regex.Match[str]) -> bool:
    """Without 년: two whole years, and nothing around that makes a number of something else of them."""
    high = match["high"].lstrip("'’‘´`")
    follows = int(match["low"].lstrip("'’‘´`")[-2:]) + 1 == int(high[-2:])
    season = follows and _SEASON.match(text, match.end()) is not None
    whole = len(high) == 4 or match["low"][0] in "'’‘´`" or season
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    alone = before not in ("-", ".", "/") and after not in _MEASURED
    return whole and alone and not labelled(text, match.start())


def _full_year(text: str, before: str | None) -> int:
    digits = text.lstrip("'’‘´`")
    if len(digits) == 4:
        return int(digits)
    lead = before.lstrip("'’‘´`") if before else ""
    return int(lead[:2] + digits) if len(lead) == 4 else dates.century_of(int(digits))


_TITLE = pattern("ranges.title")
_OPENS, _CLOSES = frozenset(words("ranges.opening_quotes")), frozenset(words("ranges.closing_quotes"))


def is_title(plain: str, start: int, found: Date) -> bool:
    """영화 ‘30일’: the title of a work and no date."""
    if plain[found.start - 1 : found.start] not in _OPENS or plain[found.end : found.end + 1] not in _CLOSES:
        return False
    return _TITLE.search(plain, max(start, found.start - 16), found.start) is not None


def is_habit(plain: str, start: int, first: Date) -> bool:
    """매주 화요일, 화요일마다, 금요일과 토요일마다, 월·수요일: no date."""
    w = first.written
    if w.week_shift is not None or w.nth is not None or w.day is not None:
        return False
    before, after = plain[max(start, first.start - 8) : first.start], plain[first.end : first.end + 3]
    listed = before[-1:] in ("·", "ㆍ", ",", "~", "∼", "-") or after.startswith(_GOES_ON)
    return listed or _RECURRING.search(before) is not None or _EVERY_ONE.match(plain, first.end) is not None
