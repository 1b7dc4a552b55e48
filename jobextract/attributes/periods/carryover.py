"""Whether a time goes on from one figure to another: what lists, recurs or closes, and the days of an event told again."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from ...korean.particles import TOPIC
from ...korean.tokens import Sentence
from ...korean.word_forms import is_past
from ...korean.word_lists import regex_pattern, words
from ...temporal import periods
from ..figure import FAR, Figure

(_RANK,) = words("periods.rank")
_GOES_ON, _FOR_THIS = words("periods.goes_on"), words("periods.for_this")
_THIS = words("periods.this")

_EVENT = regex_pattern("periods.event")
#: the number of ㅆ among the letters that may close a syllable

_NOW = frozenset(words("periods.now"))
_CLOSES = regex_pattern("periods.closes")


def compares_on(draft: Figure) -> bool:
    """지난해(24만명)보다 30% 늘었다: a difference without a topic is told of the figure before it."""
    return draft.change is not None and not any(word.particle in TOPIC for word in draft.sentence.words[: draft.at + 1])


def is_days(period: str) -> bool:
    """A day or some days: those on which people were asked."""
    return all(periods.is_day(end) for end in period.split("/"))


def lists_times(draft: Figure) -> bool:
    """Whether its sentence gives figures for one year after the other: none of them goes on."""
    return _lists_times(draft.sentence)


@lru_cache(maxsize=16)  # asked anew for every pair of figures of a paragraph
def _lists_times(sentence: Sentence) -> bool:
    words = sentence.words
    dates = [i for i, word in enumerate(words) if word.role == "date" and word.said.period]
    years = {periods.year_of(words[i].said.period) for i in dates}
    listed = any(words[i - 1].text == "," and words[i - 2].role == "figure" for i in dates if i > 1)
    return len(years) > 2 or (len(years) == 2 and listed)


def carries_time(draft: Figure) -> bool:
    kind = draft.mention.kind
    return kind in ("count", "money", "percent", "measure", "multiple", "ratio", "number") or (
        kind == "ordinal" and draft.mention.unit == _RANK
    )


def last_days(drafts: list[Figure]) -> list[periods.Time]:
    """The days of the festival or holidays that 축제 기간 means."""
    spans = (
        d.time
        for d in reversed(drafts[-FAR:])
        if d.time is not None and "/" in d.time.period and is_days(d.time.period)
    )
    return list(islice(spans, 1))


def last_day(drafts: list[Figure]) -> list[periods.Time]:
    """The day of trading that the article has spoken of last."""
    days = (d.time for d in reversed(drafts[-FAR:]) if d.time is not None and periods.is_day(d.time.period))
    return list(islice(days, 1))


def parts_tense(draft: Figure, earlier: Figure) -> bool:
    """Whether the figure tells what is so, after one that tells what was: 10년 전에는 스무 번이었다. 요금은 1천원이다."""
    now = any(word.text in _NOW for word in draft.sentence.words)
    return now or (_was(earlier) and not _was(draft))


def _was(draft: Figure) -> bool:
    """Whether the sentence ends in the past tense: ㅆ closes one of the last syllables of its verb, but for 있 and 겠."""
    last = next((word for word in reversed(draft.sentence.words) if word.role != "mark"), draft.word)
    if last.role == "figure":
        return draft.verdict.cue == "was"
    return is_past(last.text)


def serves(sentence: Sentence) -> bool:
    """이를 위해 40억원을 쓴다: what is needed for what was just told."""
    opened = [word.text for word in sentence.words[:2]]
    return " ".join(opened[:1]) in _GOES_ON or " ".join(opened) in _FOR_THIS


def goes_back(text: str, sentence: Sentence) -> bool:
    """Whether it closes the day's trading or speaks of the event told before: 이 사고로, 이번 대회에서."""
    opened = [word.text for word in sentence.words[:2]]
    event = len(opened) > 1 and opened[0] in _THIS and _EVENT.match(opened[1])
    return bool(event or _CLOSES.search(text, sentence.start, sentence.end))
