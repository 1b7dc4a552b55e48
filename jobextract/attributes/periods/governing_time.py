"""Which time a figure is for: the time expression that governs it, carried along lists and from sentence to sentence.

A comparison (지난해보다), the day on which something is announced (12일 밝혔다) and the time of a clause that only modifies a
noun (작년 3월 개원한 교육원은) govern nothing. A sentence without a time takes that of the article's lead.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ...korean.particles import COPULA, FROM
from ...korean.tokens import CLOSE, OPEN, Sentence, Word
from ...korean.word_lists import pattern, regex_pattern, words
from ...temporal import comparison_base, periods
from ...temporal.calendar_words import YEARS
from ...temporal.periods import Time, is_year
from . import comparisons, time_clauses

(_THIS_YEAR,), (_BY,) = words("periods.season"), words("periods.by")
(_QUARTER,) = words("periods.quarter")
(_A_YEAR,) = words("periods.a_year")
(_MONTH_BEFORE,) = words("periods.month_before")
(_SAME,) = words("periods.same")
_YEARS_AGO = words("periods.years_ago")
_LASTS = words("periods.lasts")
_DURING = words("periods.during")
(_YEARLY,) = words("periods.yearly")
_EVERY, _RANKED_SINCE = words("periods.every"), words("periods.ranked_since")

_FORETOLD = pattern("periods.foretold")
_SEASON = pattern("periods.of_this_year")
_THIS_SEASON = words("periods.this_season")
_AFTERWARDS = words("periods.afterwards")
_RANKS = regex_pattern("periods.ranks")
_EVENT = re.compile(r"[‘“'\"「『]((?:19|20)[0-9]{2})\s")
_OPEN = regex_pattern("periods.open")


def own(text: str, sentence: Sentence, at: int, item: str | None, around: Callable[[], Time | None]) -> Time | None:
    """The time that the figure's own sentence gives it, or None; ``around`` tells from when 1년 전 is counted."""
    words = sentence.words
    enclosed = _enclosed(words, at)
    if enclosed is not None:
        return enclosed
    shared = time_clauses.respectively(words, at)
    if shared is not None:
        return _time(words[shared])
    before = (
        comparison_base.quarter_before(words, at, _before(text, sentence, at) or around())
        if sentence.holds(_QUARTER)
        else None
    )
    if sentence.holds(_MONTH_BEFORE):
        before = comparison_base.month_before(words, at, _before(text, sentence, at) or around())
    if before is not None:
        return before
    taken: Time | None = None
    for index in range(at - 1, -1, -1):
        if words[index].role != "date" or _says_again(words, index):
            continue
        told = known(text, sentence, index, around)
        if told is not None and comparisons.in_bracket(words, index, at):
            return told
        if (
            told is None
            or comparisons.has_compared(text, words, index, at)
            or not _governs(text, sentence, index, at, item)
        ):
            continue
        if taken is not None:
            return told if told.period > taken.period else None
        if not _taken(words, index, at):
            return time_clauses.joined(words, index) or told
        taken = told
    return None if taken is not None else _since(text, sentence, at) or _behind(text, sentence, at)


def _enclosed(words: tuple[Word, ...], at: int) -> Time | None:
    """The time that stands alone in a bracket right behind the figure: 62%(2023년)에서 63%(2024년)로."""
    behind = words[at + 1 : at + 4]
    if [word.role for word in behind] != ["mark", "date", "mark"]:
        return None
    alone = behind[0].text in OPEN and behind[2].text in CLOSE and behind[0].start == words[at].end
    return _time(behind[1]) if alone else None


def _since(text: str, sentence: Sentence, at: int) -> Time | None:
    """1996년 이후 12만명이 빠져나갔다: all since then; not 1996년 이후 가장 많은, which only ranks."""
    dates = [i for i, word in enumerate(sentence.words) if word.role == "date"]
    if len(dates) != 1 or dates[0] > at or _RANKS.search(text, sentence.start, sentence.end):
        return None
    word = sentence.words[dates[0]]
    following = sentence.words[dates[0] + 1].text if dates[0] + 1 < len(sentence.words) else ""
    period = word.said.period or ""
    if not word.said.text.endswith(_AFTERWARDS) and following not in _AFTERWARDS:
        return None
    first = period.removesuffix("/..")
    return Time(f"{first}/..", word.said.basis) if is_year(first) else None


def ranked_since(sentence: Sentence, at: int) -> Time | None:
    """The time that others are ranked since, where the figure is that of it: 10.8% in 2011년 1월 10.8% 이후 가장 높다."""
    words = sentence.words
    bare = 0 < at < len(words) - 1 and words[at - 1].role == "date" and not words[at].particle
    return _time(words[at - 1]) if bare and words[at + 1].text in _RANKED_SINCE else None


def this_year(sentence: Sentence, at: int) -> bool:
    """Whether 올 names the year in which the figure is so: 올 시즌, 올 들어, and no other time stands between."""
    for index in range(at - 1, -1, -1):
        word = sentence.words[index]
        if word.text == _THIS_YEAR or word.text.startswith(_THIS_SEASON):
            return word.text != _THIS_YEAR or _SEASON.match(sentence.words[index + 1].text) is not None
        if word.role == "date":
            return False
    return False


def of_column(top: Sentence, sentence: Sentence, at: int) -> Time | None:
    """The time that heads the figure's column in a table: 구분 2024년 2025년 증감."""
    if any(word.role == "verb" or word.particle for word in (*top.words, *sentence.words)):
        return None
    cells = [word for word in top.words if word.role in ("date", "noun")]
    row = [index for index, word in enumerate(sentence.words) if word.role == "figure"]
    extra = len(cells) - len(row)
    if len(row) < 2 or extra not in (0, 1):
        return None
    cell = cells[extra + row.index(at)]
    return _time(cell) if cell.role == "date" else None


def _says_again(words: tuple[Word, ...], index: int) -> bool:
    """같은 달 right behind 지난해: one time, told by the first."""
    return index > 0 and words[index].text.startswith(_SAME) and words[index - 1].role == "date"


def known(text: str, sentence: Sentence, index: int, around: Callable[[], Time | None]) -> Time | None:
    """The time of the word, counted from the sentence's own time or the one around it where it is counted from any."""
    word = sentence.words[index]
    if not comparison_base.is_counted(text, word, sentence.end):
        time = comparison_base.in_series(sentence.words, index) or _time(word)
        if time is None or not sentence.holds(_BY):
            return time
        partial = comparison_base.breaks_down(text, sentence.start, sentence.end)
        return comparison_base.in_year(time, around()) if partial else time
    return comparison_base.counted(text, word, sentence.end, _before(text, sentence, index) or around()) or _ago(word)


def _ago(word: Word) -> Time | None:
    time = _time(word)
    return comparison_base.rounded(time) if word.said.text.endswith(_YEARS_AGO) else time


def _before(text: str, sentence: Sentence, index: int) -> Time | None:
    """The last span before the word that the sentence is about: 8월에는 지난해 같은 달."""
    for earlier in range(index - 1, -1, -1):
        word = sentence.words[earlier]
        if (
            word.role != "date"
            or comparison_base.is_counted(text, word, sentence.end)
            or comparisons.compares(text, sentence, earlier)
        ):
            continue
        time = _time(word)
        if (
            time is not None
            and periods.is_span(time.period)
            and not time_clauses.is_spent(sentence.words, earlier, index)
        ):
            return time
    return None


def of_event(text: str, sentence: Sentence, at: int, year: int | None) -> Time | None:
    """The year in the name of an event that the sentence speaks of before the figure: ‘2020 지자체 평가’에서 1위."""
    found = _EVENT.findall(text, sentence.start, sentence.words[at].start)
    if not found or year is None or int(found[-1]) > year:
        return None
    return Time(found[-1], "stated")


def mentioned(text: str, sentence: Sentence) -> list[Time]:
    """The times that the sentence is about: no comparisons, days of announcement, or times of a clause about a noun."""
    words = sentence.words
    dates = [i for i, word in enumerate(words) if word.role == "date"]
    kept = [
        i
        for i in dates
        if not comparisons.compares(text, sentence, i) and not time_clauses.announces(text, sentence, i)
    ]
    kept = [i for i in kept if not comparisons.is_base(words, i) and not comparisons.leads_to_compared(words, i)]
    kept = [i for i in kept if not time_clauses.is_spent(words, i, min(i + 5, len(words) - 1))]
    return [time for time in (_time(words[i]) for i in kept) if time is not None]


def dated(text: str, sentence: Sentence, at: int) -> bool:
    """Whether a time that may govern figures stands before the figure: then no other is carried in."""
    words = sentence.words
    dates = [i for i in range(at) if words[i].role == "date" and not _is_same_again(words, i)]
    kept = [i for i in dates if not comparisons.has_compared(text, words, i, at) and not _foretells(words, i)]
    return any(
        not comparisons.compares(text, sentence, i) and not time_clauses.announces(text, sentence, i) for i in kept
    )


def of_unknown_year(text: str, sentence: Sentence, at: int) -> bool:
    """Whether the time before the figure is a year counted from one that nobody knows: 지난해 on a page without a date."""
    words = sentence.words
    index = next((i for i in range(at - 1, -1, -1) if words[i].role == "date"), None)
    if index is None or words[index].said.period is not None or words[index].text not in YEARS:
        return False
    return not comparisons.compares(text, sentence, index) and not comparisons.has_compared(text, words, index, at)


def _is_same_again(words: tuple[Word, ...], index: int) -> bool:
    """같은 기간 with no year before it: the time told of last."""
    return words[index].text.startswith(_SAME) and words[index].said.period is None and not _says_again(words, index)


def over_years(sentence: Sentence, at: int) -> bool:
    """Whether the figure is a sum over several years: 앞으로 5년간 1만명을 고용한다."""
    words = sentence.words
    for index in range(at - 1, max(at - 6, -1), -1):
        mention = words[index].mention
        if words[index].role == "verb":
            return False
        if mention is not None and mention.kind == "duration":
            lasting = mention.text.endswith(_LASTS) or words[index + 1].text in _DURING
            return lasting and mention.unit == "year" and (mention.value or 0) > 1
    return False


def _foretells(words: tuple[Word, ...], index: int) -> bool:
    """지난해 11월 내놓은 전망치: when it was told, not what for."""
    return any(_FORETOLD.match(word.text) for word in words[index + 1 : index + 3])


def dated_before(sentence: Sentence, at: int) -> bool:
    """Whether a time stands before the figure for which it is so; this year and what lies ahead leave it open."""
    dates = [word.said for word in sentence.words[:at] if word.role == "date"]
    return any(date.period and not date.period.startswith("../") and not _OPEN.match(date.text) for date in dates)


def yearly(sentence: Sentence, at: int) -> bool:
    """Whether the figure is a sum for a whole year: 연간 매출 목표는 25조원; 연 4.4% is a rate of any day."""
    near = sentence.words[max(0, at - 5) : at]
    summed = bool(near) and near[-1].text == _A_YEAR and sentence.words[at].said.kind != "percent"
    return summed or any(word.text == _YEARLY for word in near)


def recurs(sentence: Sentence, at: int) -> bool:
    """Whether the figure holds for every year or month rather than for one: 매년 500명."""
    return any(word.text in _EVERY for word in sentence.words[:at])


def _time(word: Word) -> Time | None:
    mention = word.said
    if not mention.period or mention.period.startswith("T"):
        return None
    return periods.day_of(Time(mention.period, mention.basis))


def _governs(text: str, sentence: Sentence, index: int, at: int, item: str | None) -> bool:
    word = sentence.words[index]
    if _time(word) is None and word.said.kind == "time":
        return False
    if comparisons.compares(text, sentence, index) or time_clauses.announces(text, sentence, index):
        return False
    return not time_clauses.is_spent(sentence.words, index, at, item)


def _taken(words: tuple[Word, ...], index: int, at: int) -> bool:
    """Whether the time belongs to the first figure of a pair and this is the second: 올해 4억원에서 7억원으로."""
    following = next((word for word in words[index + 1 : at] if word.role not in ("mark", "adverb")), None)
    return following is not None and following.role == "figure" and following.particle == FROM


def _behind(text: str, sentence: Sentence, at: int) -> Time | None:
    """A time behind the figure in its own clause: 3천명을 2027년까지 뽑는다."""
    words = sentence.words
    if words[at].particle == COPULA:
        return None
    for index in range(at + 1, len(words)):
        word = words[index]
        if word.role in ("figure", "verb") or word.text in ("…", "."):
            return None
        if word.role == "date":
            fits = not comparisons.compares(text, sentence, index) and not time_clauses.announces(text, sentence, index)
            return _time(word) if fits and (word.said.period or "").startswith("../") else None
    return None
