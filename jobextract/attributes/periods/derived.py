"""Times that no single expression names: two of them together, one with what stands beside it, or one counted from another.

12월 1일부터 지난달 31일까지, 1일부터 사흘간, 지난해 말, 지난해 같은 기간 and 1년 전 of what the article is about, 상반기 of the year before which
it stands, 지난 5년간, 남은 석 달, 민선 8기 4년.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from ...korean import word_lists
from ...korean.tokens import OPEN, Sentence, Word
from ...korean.word_lists import pattern
from ...temporal import comparison_base, edtf, periods
from ...temporal.periods import Time
from . import shifted
from .shifted import Derived, period_of

#: words behind a day in which it may be told how long something lasts, and from when to when
REACH = 5
#: years that a span may be told to last
LONGEST = 10
_BARE = pattern("derived.bare")
_REST = pattern("derived.rest")
_AHEAD = pattern("derived.ahead")
_WEEK_BEFORE = pattern("derived.week_before")
_MONTH_BEFORE = pattern("derived.month_before")
_QUARTER_BEFORE = pattern("derived.quarter_before")
_YEAR_BEFORE = pattern("derived.year_before")
_ANNUAL = pattern("derived.annual")
_AGO, _LAST, _QUARTER = map(word_lists.words, ("derived.ago", "derived.last", "derived.quarter"))
_LASTS, _WITHIN = map(word_lists.words, ("derived.lasts", "derived.within"))
_LONE_YEAR = pattern("derived.lone_year")


def times(
    text: str,
    sentence: Sentence,
    bases: Sequence[tuple[str, Time]],
    now: str | None,
    term: tuple[str, str] | None,
    told: Sequence[Time] = (),
) -> list[Derived]:
    """The times that are worked out from the words of a sentence; ``bases`` are those that others are counted from, by name.

    ``told`` are the last times that the text was about, the nearest first.
    """
    found = [
        one
        for index, word in enumerate(sentence.words)
        for one in (
            *_of_word(text, sentence, index, word, bases, now),
            *(shifted.after(sentence.words, index, told) if told and word.role != "date" else ()),
        )
        if edtf.valid(one.time.period)
    ]
    if term is not None:
        found += shifted.in_term(text, sentence, term, now)
    return found


def _of_word(
    text: str, sentence: Sentence, index: int, word: Word, bases: Sequence[tuple[str, Time]], now: str | None
) -> Iterator[Derived]:
    words = sentence.words
    if word.role == "date":
        yield from _spans(words, index)
        for name, base in bases if comparison_base.is_counted(text, word, sentence.end) else ():
            time = counted(text, word, sentence.end, base)
            if time is not None:
                yield Derived(time, index, f"counted|{name}")
        yield from _other_years(words, index, bases)
        yield from shifted.of_date(text, sentence, index, bases, now)
    elif word.mention is not None and word.mention.kind == "duration":
        yield from _years(words, index, bases, now)
        yield from _rest(words, index, now)
        yield from shifted.of_duration(words, index, bases, now)
    elif word.role in ("noun", "adverb"):
        before = _before(words, index)
        if before is not None:
            told = ((name, before(base)) for name, base in bases)
            yield from (Derived(time, index, f"before|{name}") for name, time in told if time is not None)
        if _is_annual(word.text):
            yield from _annual(index, bases, now)


def _spans(words: Sequence[Word], index: int) -> Iterator[Derived]:
    mention = words[index].mention
    period = mention.period if mention is not None else None
    if mention is None or not period:
        return
    span = joined(words, index)
    if span is not None:
        yield Derived(Time(span, mention.basis), index, "joined")
    behind = words[index + 1].text if index + 1 < len(words) else ""
    if periods.is_year(period) and shifted.YEAR_END.match(behind):
        yield Derived(Time(f"{period}-12", mention.basis), index, "yearend")
    first = period.removesuffix("/..").partition("T")[0]
    if periods.is_day(first):
        days = _lasting(words, index)
        last = None if days is None else edtf.days_from(first, days - 1)
        if last is not None:
            yield Derived(Time(f"{first}/{last}", mention.basis), index, "lasting")


def joined(words: Sequence[Word], index: int) -> str | None:
    """12월 1일부터 지난달 31일까지: the span from one to the other."""
    first = period_of(words[index])
    if not first.endswith("/.."):
        return None
    for word in words[index + 1 : index + 1 + REACH]:
        last = period_of(word)
        if last.startswith("../"):
            return edtf.between(first[:-3].partition("T")[0], last[3:].partition("T")[0])
        if word.role == "figure":
            return None
    return None


def ends_another(words: Sequence[Word], index: int) -> bool:
    """Whether the time only ends a span that an earlier one begins."""
    return period_of(words[index]).startswith("../") and any(
        words[before].role == "date" and joined(words, before) is not None
        for before in range(max(0, index - REACH), index)
    )


def refined(words: Sequence[Word], index: int) -> bool:
    """이번 주(22∼26일), 올해 46주차(11월 9~15일): the bracket says it more exactly."""
    for behind in range(index + 1, min(index + 4, len(words) - 1)):
        if words[behind].text in OPEN:
            return bool(period_of(words[behind + 1]))
        if words[behind].role not in ("noun", "figure"):
            return False
    return False


def _lasting(words: Sequence[Word], index: int) -> int | None:
    for word in words[index + 1 : index + 1 + REACH]:
        if word.mention is not None and word.mention.kind == "duration" and word.mention.unit == "day":
            value = word.mention.value
            return int(value) if value is not None and value == int(value) and 1 < value < 200 else None
    return None


def counted(text: str, word: Word, end: int, base: Time) -> Time | None:
    """The time of the word counted from another: 지난해 같은 기간, 1년 전, 전월, of months and days that lie a year back too."""
    if not comparison_base.is_counted(text, word, end):
        return None
    if periods.is_span(base.period):
        return comparison_base.counted(text, word, end, base)
    if "/" not in base.period or ".." in base.period:
        return None
    said = word.mention.text if word.mention is not None else ""
    year = period_of(word)
    if said.endswith(_AGO) or (comparison_base.is_same(text, word, end) and periods.is_year(year)):
        back = int(base.period[:4]) - int(year[:4]) if year[:4].isdigit() else 1
        return shifted.years_back(base, back or 1)
    return None


def _before(words: Sequence[Word], index: int) -> Callable[[Time], Time | None] | None:
    """전주, 전달, 전 분기: how the span before is counted; None where the word names none."""
    word = words[index]
    span = _names_the_last(word.text)
    if span == "week":
        return shifted.week_before
    if span == "month":
        return lambda base: periods.months_before(base, 1)
    if span == "year":
        return lambda base: shifted.years_back(base, 1)
    led = index and words[index - 1].text in _LAST
    if span == "quarter" or (led and word.stem in _QUARTER):
        return lambda base: periods.quarters_before(shifted.as_quarter(base), 1)
    return None


@lru_cache(maxsize=4096)
def _names_the_last(form: str) -> str | None:
    if _WEEK_BEFORE.match(form):
        return "week"
    if _MONTH_BEFORE.match(form):
        return "month"
    if _YEAR_BEFORE.match(form):
        return "year"
    return "quarter" if _QUARTER_BEFORE.match(form) else None


@lru_cache(maxsize=4096)
def _is_annual(form: str) -> bool:
    return _ANNUAL.match(form) is not None


def _annual(index: int, bases: Sequence[tuple[str, Time]], now: str | None) -> Iterator[Derived]:
    """연간 목표: of the whole year that is told of."""
    for _, base in bases:
        year = periods.year_of(base.period)
        if year is not None:
            yield Derived(Time(str(year), base.basis), index, "annual|told")
            break
    if now is not None:
        yield Derived(Time(now[:4], "published"), index, "annual|now")


def _other_years(words: Sequence[Word], index: int, bases: Sequence[tuple[str, Time]]) -> Iterator[Derived]:
    """상반기, 9월: of the year of another time, for none is said with it."""
    period = period_of(words[index])
    mention = words[index].mention
    if mention is None or len(period) != len("2024-09") or not _BARE.fullmatch(mention.text):
        return
    dated = (w for w in reversed(words[:index]) if w.role == "date" and not _BARE.fullmatch(w.said.text))
    before = next((period_of(w) for w in dated if periods.is_year(period_of(w)[:4])), None)
    years = [("before", before[:4])] if before else []
    told = ((name, periods.year_of(base.period)) for name, base in bases)
    years += [(name, str(year)) for name, year in told if year is not None]
    for name, year in years:
        if year != period[:4]:
            yield Derived(Time(year + period[4:], mention.basis), index, f"inyear|{name}")
            return
        if name == "before":
            return


def _years(words: Sequence[Word], index: int, bases: Sequence[tuple[str, Time]], now: str | None) -> Iterator[Derived]:
    """지난 5년간, 앞으로 4년 동안: whole years up to the last one or from this one on."""
    mention = words[index].mention
    if mention is None or mention.unit != "year" or mention.value is None or mention.value != int(mention.value):
        return
    number = int(mention.value)
    behind = words[index + 1].text if index + 1 < len(words) else ""
    if not 1 < number <= LONGEST or not (mention.text.endswith(_LASTS) or behind.startswith((*_LASTS, *_WITHIN))):
        return
    ahead = any(_AHEAD.match(word.text) for word in words[max(0, index - 2) : index])
    year = int(now[:4]) if now else None
    for name, base in bases:
        if periods.is_year(base.period):
            last = int(base.period)
            yield Derived(Time(f"{last - number + 1}/{last}", base.basis), index, f"years|{name}")
    if year is not None and ahead:
        yield Derived(Time(f"{year}/{year + number - 1}", "published"), index, "years|ahead")
    elif year is not None:
        yield Derived(Time(f"{year - number}/{year - 1}", "published"), index, "years|back")


def _rest(words: Sequence[Word], index: int, now: str | None) -> Iterator[Derived]:
    """남은 석 달: the months to the end of the year."""
    mention = words[index].mention
    if mention is None or mention.unit != "month" or mention.value is None or not now or len(now) < len("2024-09"):
        return
    first = 13 - int(mention.value)
    if index and _REST.match(words[index - 1].text) and int(now[5:7]) <= first <= int(now[5:7]) + 1:
        yield Derived(Time(f"{now[:4]}-{first:02d}/{now[:4]}-12", "published"), index, "rest")


def year_in_title(text: str, spoken: Sequence[Sentence]) -> list[Time]:
    """2024 영암군정백서: a year without its counter in the headline of an article that bears no date."""
    titles = [sentence for sentence in spoken if sentence.section == "title"][:2]
    found = [match[0] for s in titles for match in _LONE_YEAR.finditer(text, s.start, s.end)]
    return [Time(year, "stated") for year in dict.fromkeys(found)]
