"""What a sentence without a verdict of its own takes from those before it, and a headline from the text below it.

A sentence that only qualifies the last one (지난해보다 36% 많은 규모다), the parts of a total that was planned (태양광이 78GW, 풍력이
6GW다) and the terms of a group that was named with it (시장형은 월 29만원이다) are planned or so with it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TypeVar

from ..korean.particles import ACCUSATIVE, COPULA, DIRECTION, OBJECT, TOPIC, TOPIC_MARKS
from ..korean.tokens import Sentence
from ..korean.word_lists import regex_pattern, words
from ..model import Status
from ..temporal import periods
from . import status
from .figure import NEAR, REACH, TIMELESS, Figure, measure
from .goals import cue_book
from .periods import comparisons

_T = TypeVar("_T")
_CONNECTIVE = words("status.connective")
(_RANK,) = words("status.rank")

_QUALIFIES = regex_pattern("status.qualifies")
_COMPARES = regex_pattern("status.compares")
_PLANNED = frozenset(("plan", "target"))
_AIMED = frozenset(("count", "money", "percent", "measure"))
_STATES = frozenset(("copula", "present", None))
_HABITS = regex_pattern("status.habits")
_ANYHOW = frozenset(words("status.anyhow"))


def take(own: list[Figure], drafts: list[Figure], aimed: int | None) -> None:
    """Let the figures of one sentence take the status, and parts the time, of what they follow in their paragraph.

    ``aimed`` is the paragraph whose last sentence without figures spoke of targets.
    """
    if not own or status.heading(own[0].sentence):
        return
    if aimed == own[0].sentence.paragraph:
        _aim(own)
    _join(own)
    recent = [d for d in drafts[-NEAR:] if d.mention.kind not in TIMELESS]
    if recent:
        _foretell(own, recent[-1])
    near = [d for d in recent if d.sentence.paragraph == own[0].sentence.paragraph]
    if not near:
        return
    _go_on(own, near)
    _qualify(own, near)
    _make_up(own, near)
    _name_again(own, near)


def sets_target(sentence: Sentence, cues: cue_book.Book) -> bool:
    """Whether the sentence without figures makes a target the topic of its paragraph: 올해 목표는 서로 달랐다."""
    topic = next(
        (word for word in sentence.words if word.role == "noun" and word.particle in (*TOPIC_MARKS, ACCUSATIVE)), None
    )
    return topic is not None and cue_book.first(topic.text, cues.cues("status.topic")) is not None


def _aim(own: list[Figure]) -> None:
    """갑시는 900개로 높이고 을시는 800개로 낮췄다, where the paragraph speaks of targets."""
    for draft in own:
        if draft.word.particle in (*DIRECTION, COPULA) and draft.mention.kind in _AIMED and draft.change is None:
            draft.status = "target"


def _join(own: list[Figure]) -> None:
    """공사에는 90명이 투입되고 다 지어지면 40명을 뽑는다: 고 and 며 have the tense of what follows them."""
    for draft, following in pairwise(own):
        if draft.verdict is not status.STATE or draft.status != "actual" or following.status not in _PLANNED:
            continue
        verb = next((word for word in draft.sentence.words[draft.at + 1 : following.at] if word.role == "verb"), None)
        if verb is not None and verb.text.endswith(_CONNECTIVE) and not _HABITS.match(verb.text):
            draft.status = following.status


def _go_on(own: list[Figure], near: list[Figure]) -> None:
    """시는 다리 두 곳을 놓기로 했다. 경사로 9곳도 손본다: the present tense behind what is planned goes on with it."""
    last = [d for d in near if d.sentence is near[-1].sentence and d.status]
    if not last or last[-1].status not in _PLANNED or _tells_now(own[0].sentence):
        return
    for draft in own:
        if draft.verdict is status.STATE and draft.status == "actual" and not _is_habit(draft):
            draft.status = "plan"


def _is_habit(draft: Figure) -> bool:
    """Whether the verb behind the figure is of what people do anyhow: 500명이 일한다."""
    verb = next((word for word in draft.sentence.words[draft.at + 1 :] if word.role == "verb"), None)
    return verb is not None and _HABITS.match(verb.text) is not None


def _tells_now(sentence: Sentence) -> bool:
    """Whether the sentence tells what is so anyhow: 해마다 3만명이 찾는다, 지금은 9명이 산다."""
    return any(word.text in _ANYHOW for word in sentence.words)


def _qualify(own: list[Figure], near: list[Figure]) -> None:
    """지난해 863명보다 36.7% 많은 규모다: of what the last sentence told."""
    words = own[0].sentence.words
    last = next((word for word in reversed(words) if word.role != "mark"), None)
    if last is None or not (_QUALIFIES.match(last.text) or _COMPARES.match(last.text)) or _topics(own[0].sentence):
        return
    told = next((d for d in reversed(near) if d.sentence is near[-1].sentence and d.status), None)
    for draft in own:
        if told and draft.mention.kind not in TIMELESS and not comparisons.is_aside(draft.sentence, draft.at):
            draft.status, draft.time = told.status, draft.time or told.time


def _make_up(own: list[Figure], near: list[Figure]) -> None:
    """The parts of what was planned, listed in the next sentence as a state; nothing of their measure has come about there."""
    parts = [d for d in own if _may_be_part(d)]
    if len(parts) < 2 or len(set(map(measure, parts))) > 1 or parts[0].mention.kind == "percent":
        return
    last = [d for d in near if d.sentence is near[-1].sentence and measure(d) == measure(parts[0]) and d.status]
    if not last or any(d.status not in _PLANNED for d in last):
        return
    for draft in parts:
        draft.status = last[0].status
        draft.time = draft.time or (None if _is_dated(draft) else last[0].time)


def _may_be_part(draft: Figure) -> bool:
    """Told as a state: no difference, and not what something is compared with."""
    stated = draft.mention.kind not in TIMELESS and draft.verdict.cue in _STATES and draft.mention.value is not None
    return stated and draft.change is None and not comparisons.is_aside(draft.sentence, draft.at)


def _is_dated(draft: Figure) -> bool:
    """Whether a time of its own stands before the part, known or not: 올해 2곳, 내년 4곳."""
    return any(word.role == "date" for word in draft.sentence.words[: draft.at])


def _name_again(own: list[Figure], near: list[Figure]) -> None:
    """공익형 300명을 뽑는다. 공익형은 월 29만원이다: the topic is what the last figures that are planned count."""
    topics = [] if _tells_apart(own[0].sentence) else _topics(own[0].sentence)
    planned = [d.item for d in near if d.status in _PLANNED and d.item]
    if not topics or not any(topics[0] in (item.split()[-1], item.replace(" ", "")) for item in planned):
        return
    for draft in own:
        if draft.status == "actual" and draft.verdict.cue in ("copula", "present") and draft.time is None:
            draft.status = "plan"


def _tells_apart(sentence: Sentence) -> bool:
    """Whether a clause says which ones the first topic means: 시험을 없앤 대학은."""
    words = sentence.words
    at = next((i for i, word in enumerate(words) if word.role == "noun" and word.particle in TOPIC), 0)
    return at > 1 and (
        words[at - 1].role == "modifier" or (words[at - 2].particle in OBJECT and not words[at - 1].particle)
    )


def _foretell(own: list[Figure], last: Figure) -> None:
    """A forecast that goes on by naming values of the same measure: 아침 기온은 광주 -5도, 부산 -2도다."""
    if (
        last.status != "plan"
        or last.mention.kind != "measure"
        or last.time is None
        or not periods.is_day(last.time.period)
    ):
        return
    for draft in own:
        if measure(draft) == measure(last) and draft.verdict.cue in _STATES and draft.time is None:
            draft.status, draft.time = "plan", last.time


def _topics(sentence: Sentence) -> list[str]:
    return [word.stem for word in sentence.words if word.role == "noun" and word.particle in TOPIC]


def settle_headlines(drafts: list[Figure]) -> None:
    """A headline without a verb or a time tells what the text tells of the same figure, else what the text right below
    it tells, where that is all planned or all so."""
    told: dict[tuple, list[Figure]] = {}
    for draft in drafts:
        if draft.sentence.section == "body" and not status.heading(draft.sentence):
            told.setdefault(_figure(draft), []).append(draft)
    for number, draft in enumerate(drafts):
        if draft.mention.kind in TIMELESS or not status.heading(draft.sentence):
            continue
        same = told.get(_figure(draft), ())
        draft.time = draft.time or (_only([d.time for d in same]) if draft.sentence.section == "title" else None)
        if draft.status is None and _may_be_told(draft):
            draft.status = next((d.status for d in same if d.status), None) or _below(drafts, number)


def _only(values: list[_T]) -> _T | None:
    """The one value that all those that have any agree on."""
    found = {value for value in values if value is not None}
    return found.pop() if len(found) == 1 else None


def _may_be_told(draft: Figure) -> bool:
    """Whether the figure is one that is reached or aimed at: a rank is, an edition or a term of office is not."""
    kind = draft.mention.kind
    return kind not in TIMELESS and (kind != "ordinal" or draft.mention.unit == _RANK)


def _figure(draft: Figure) -> tuple:
    return draft.mention.kind, draft.mention.unit, draft.mention.value, draft.mention.low, draft.mention.high


def _below(drafts: list[Figure], number: int) -> Status | None:
    first: Sentence | None = None
    told: set[Status] = set()
    for draft in drafts[number + 1 : number + 1 + REACH]:
        if draft.sentence.section != "body" or draft.mention.kind in TIMELESS or status.heading(draft.sentence):
            continue
        if first is not None and draft.sentence is not first:
            break
        if draft.status is not None:
            first = draft.sentence
            told.add(draft.status)
    return told.pop() if len(told) == 1 else None
