"""The time that a figure has together with others where what was learned leaves it open: of the span or the figure that its sentence
points back to, of the figure that it stands beside, of the survey that the article reports.

Each holds by how the sentence is built, so it decides where no candidate is likely enough; 이 기간 and the days of a survey also
against a likelier time.
"""

from __future__ import annotations

from collections.abc import Mapping

from ....korean.particles import TOPIC
from ....korean.tokens import OPEN
from ....korean.word_lists import pattern, words
from ....temporal import edtf, periods
from ....temporal.periods import Time
from ...figure import Figure, measure
from .. import comparisons, governing_time
from ..timeline import Timeline

(_THIS,), (_SPAN,), (_SAME,) = words("periods.the"), words("periods.span"), words("periods.same")
_NOW, _AS_LARGE = frozenset(words("periods.now")), words("periods.as_large")
_QUESTIONED = pattern("periods.questioned")
#: words behind those who were asked in which it is told
REACH = 3
#: kinds of what a survey brings out
_SURVEYED = frozenset(("count", "money", "percent"))

#: the times of the figures before, by their identity
Given = Mapping[int, Time | None]


def told_with(draft: Figure, line: Timeline, likeliest: Time | None, given: Time | None, before: Given) -> Time | None:
    """The time of the figure: ``given``, or another that it has together with others; ``likeliest`` is the candidate that leads,
    sure enough or not."""
    span = _of_the_span(draft, line)
    if span is not None:
        return span
    days = _of_the_survey(draft, line, likeliest, given)
    if days is not None:
        return days
    if given is not None:
        return None if _tells_of_now(draft) and periods.is_over(given.period, line.now) else given
    return _behind(draft) or _pointed_to(draft, line, before) or _beside(draft, line, likeliest, before)


def _tells_of_now(draft: Figure) -> bool:
    """현재 31곳이 쓴다: of no year that is over, although the text told of one."""
    return draft.sentence.words[0].text in _NOW and not _is_dated(draft)


def _behind(draft: Figure) -> Time | None:
    """4조 원 규모의 2026년도 본예산: of the year of what is so large."""
    behind = draft.sentence.words[draft.at + 1 : draft.at + 3]
    large = len(behind) == 2 and behind[0].text in _AS_LARGE and behind[1].role == "date" and not _is_dated(draft)
    period = behind[1].said.period if large else None
    return Time(period, behind[1].said.basis) if period and periods.is_year(period) else None


def _of_the_span(draft: Figure, line: Timeline) -> Time | None:
    """이 기간: the span that the text told of last."""
    opened = draft.sentence.words[:2]
    points = len(opened) == 2 and opened[0].text == _THIS and opened[1].stem == _SPAN
    if not points or governing_time.dated(line.text, draft.sentence, draft.at):
        return None
    last = line.last_told(draft.sentence)
    return last if last is not None and "/" in last.period and ".." not in last.period else None


def _of_the_survey(draft: Figure, line: Timeline, likeliest: Time | None, given: Time | None) -> Time | None:
    """The days on which people were asked: where they lead, and for how many were asked and for shares that would be of the day on which
    the survey was told of."""
    if len(line.days) != 1 or draft.sentence.section != "body":
        return None
    (days,) = line.days
    kind, dated = draft.mention.kind, _is_dated(draft)
    if given is None:
        return days if kind in _SURVEYED and not dated and _same(days, likeliest) else None
    told_later = periods.is_day(given.period) and given.period > edtf.end(days.period)
    behind = draft.sentence.words[draft.at + 1 : draft.at + 1 + REACH]
    asked = kind == "count" and any(_QUESTIONED.match(word.text) for word in behind)
    return days if told_later and (asked or (kind == "percent" and not dated)) else None


def _pointed_to(draft: Figure, line: Timeline, before: Given) -> Time | None:
    """이는 지난해보다 12% 늘어난 수치다: the time of the last figure of the sentence before."""
    sentence, at = draft.sentence, draft.at
    opened = sentence.words[0]
    if opened.stem != _THIS or opened.particle not in TOPIC or comparisons.is_aside(sentence, at):
        return None
    dates = sum(word.role == "date" and not word.text.startswith(_SAME) for word in sentence.words[:at])
    other = next((one for one in line.before(draft) if one.sentence is not sentence), None)
    return before.get(id(other)) if dates < 2 and other is not None else None


def _beside(draft: Figure, line: Timeline, likeliest: Time | None, before: Given) -> Time | None:
    """459명(38.8%), 예산 12억원에 일꾼 30명: the time of the figure of another measure that it stands right beside, where it leads."""
    other = line.beside(draft)
    if other is None or measure(other) == measure(draft) or not _same(before.get(id(other)), likeliest):
        return None
    between = draft.sentence.words[other.at + 1 : draft.at]
    bracketed = len(between) == 1 and between[0].text in OPEN
    plain = (
        draft.mention.kind != other.mention.kind
        and draft.sentence.section == "body"
        and draft.status == other.status
        and draft.change is None
        and all(word.role not in ("verb", "modifier", "date") for word in between)
        and not line.dates(draft.sentence)
        and not any(comparisons.is_from(draft.sentence.words, one.at) for one in (other, draft))
    )
    return likeliest if bracketed or plain else None


def _is_dated(draft: Figure) -> bool:
    """Whether its sentence names a time before the figure."""
    return any(word.role == "date" and word.said.period for word in draft.sentence.words[: draft.at])


def _same(one: Time | None, other: Time | None) -> bool:
    return one is not None and other is not None and edtf.in_parts(one.period) == edtf.in_parts(other.period)
