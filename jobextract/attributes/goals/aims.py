"""Figures that are aimed at without being called so themselves: the rest of a list of targets, the parts of one, what is raised,
and a rate or a number of jobs that is to be brought to a level.

올해 목표는 8350개, 고용률은 66.9%. 분야별로는 직접일자리 7120개, 훈련 640개다. 올해는 1350명으로 상향했다. 2027년 취업률을 65%로 올린다.
"""

from __future__ import annotations

from itertools import pairwise
from typing import cast

from ...korean.particles import THAN
from ...korean.tokens import Sentence
from ...korean.word_lists import pattern, words
from ...model import Status
from .. import status as statuses
from ..figure import NEAR, REACH, TIMELESS, Figure, measure
from ..frame import Frame
from . import achievement
from .heads import is_bullet, is_item

_LOOSE = frozenset((None, "copula", "present", "was", "status.lasts", "status.wanted"))
_AIMED = frozenset(("target", "plan"))
#: what may stand between two members of a list: a comma, the name of the next, its particle
_LISTED = pattern("aims.listed")
_SETS = pattern("aims.sets")
#: a sentence that tells the parts of what the last one told
_PARTS = pattern("aims.parts")
_OUTCOME = pattern("aims.outcome")
_RATE = pattern("aims.rate")
_BRINGS = pattern("aims.brings")
#: what a body sets by itself and does not reach for
_SET_BY_RULE = pattern("aims.set_by_rule")
_JOBS = pattern("aims.jobs")
_CHANGED, _CHANGED_TO = pattern("aims.changed"), pattern("aims.changed_to")
_JOBS_COUNTED, (_AIM,) = words("aims.jobs_counted"), words("aims.target")


def go_on(own: list[Figure], drafts: list[Figure], text: str, head: str | None) -> None:
    """Let the figures of a sentence be aimed at with those that they are listed with or follow."""
    told = [d for d in own if d.mention.kind not in TIMELESS and not achievement.is_achieved(d.verdict)]
    if not told:
        return
    _follow_list(told, text)
    _set(told, drafts, text)
    _be_parts(told, drafts, text)
    _be_items(told, drafts, text)
    if head in ("target", "plan") and is_item(text[told[0].sentence.start : told[0].sentence.end]):
        for draft in told:
            if draft.verdict.cue in _LOOSE and draft.change is None and draft.status != "target":
                draft.status = cast(Status, head)


def _follow_list(told: list[Figure], text: str) -> None:
    """올해 목표는 8350개, 고용률은 66.9%: nothing but the next one's name lies between."""
    for before, draft in pairwise(told):
        if (
            before.status != "target"
            or draft.status == "target"
            or draft.verdict.cue not in (*_LOOSE, "status.happened")
        ):
            continue
        between = text[before.mention.end : draft.mention.start]
        ended = draft.verdict.cue != "status.happened" or _is_set(draft, told, text)
        if _OUTCOME.search(between):
            continue
        if "," in between and _LISTED.match(between) and ended and draft.change is None and THAN not in between:
            draft.status, draft.time = "target", draft.time or before.time


def _set(told: list[Figure], drafts: list[Figure], text: str) -> None:
    """청년 고용률은 44.1%를 제시했다, 올해는 1350명으로 상향했다, where targets are spoken of."""
    sentence = told[0].sentence
    near = [d for d in drafts[-NEAR:] if d.mention.kind not in TIMELESS]
    speaks = any(d.status == "target" for d in near) or _AIM in text[max(0, sentence.start - 80) : sentence.start]
    if not speaks:
        return
    for draft in told:
        if draft.verdict.cue == "status.happened" and draft.change is None and _is_set(draft, told, text):
            draft.status = "target"


def _is_set(draft: Figure, told: list[Figure], text: str) -> bool:
    """Whether the next verb behind the figure, or behind the list that it stands in, sets it: 44.1%, 58.3%를 제시했다."""
    if statuses.is_baseline(draft.sentence, draft.at):
        return False
    last = draft
    for other in told[told.index(draft) + 1 :]:
        between = text[last.mention.end : other.mention.start]
        if "," not in between or not _LISTED.match(between):
            break
        last = other
    return _SETS.match(text[last.mention.end : last.sentence.end]) is not None


def _be_parts(told: list[Figure], drafts: list[Figure], text: str) -> None:
    """분야별로는 …: the parts have the status of what the sentence before tells, and its time."""
    sentence = told[0].sentence
    if len(told) < 2 or not _PARTS.search(text[sentence.start : sentence.end]):
        return
    whole = _whole(told[-1], drafts)
    if whole is None:
        return
    for draft in told:
        if draft.verdict.cue in _LOOSE and draft.change is None:
            draft.status, draft.whole = whole.status, whole
            draft.time = draft.time or whole.time


def _be_items(told: list[Figure], drafts: list[Figure], text: str) -> None:
    """Items of a list have the status of what the sentence over the list tells: 만드는 계획을 공시했다. ▲직접일자리 7420개(412억원)."""
    sentence = told[0].sentence
    said = text[sentence.start : sentence.end]
    if not is_bullet(said) or any(word.role == "verb" for word in sentence.words):
        return
    for draft in reversed(drafts[-REACH:]):
        over = text[draft.sentence.start : draft.sentence.end]
        if draft.mention.kind in TIMELESS or is_bullet(over) or draft.change is not None:
            continue
        if draft.status in _AIMED:
            for item in told:
                if item.verdict.cue in _LOOSE and item.change is None and item.status != "target":
                    item.status, item.whole = draft.status, draft
        return


def _whole(part: Figure, drafts: list[Figure]) -> Figure | None:
    """What the parts are of: the last figure of their measure that is aimed at, two sentences back at most."""
    sentences: list[Sentence] = []
    for draft in reversed(drafts[-NEAR * 2 :]):
        if draft.sentence not in sentences:
            sentences.append(draft.sentence)
        if len(sentences) > 2:
            return None
        alike = draft.mention.kind == part.mention.kind == "count" or measure(draft) == measure(part)
        if alike and draft.status in _AIMED and draft.change is None:
            return draft
    return None


def promote(drafts: list[Figure], frame: Frame, text: str, now: str | None) -> None:
    """A plan that brings a rate to a level, or so many jobs into being by a year, is aimed at; so is what a target is changed to."""
    aims = frame.does("targets") or "targets" in frame.lead
    for draft in drafts:
        if draft.status != "target" and draft.mention.kind not in TIMELESS and _is_new_target(draft, text):
            draft.status = "target"
        if draft.status == "plan" and draft.whole is not None and draft.whole.status == "target" and _alike(draft):
            draft.status = "target"
        if draft.status != "plan" or draft.change is not None or draft.mention.unit == "%p":
            continue
        if draft.verdict is statuses.BASELINE or draft.item is None:
            continue
        behind = text[draft.mention.end : min(draft.sentence.end, draft.mention.end + 40)]
        reached_for = _RATE.search(draft.item) and not _SET_BY_RULE.search(draft.item) and _BRINGS.match(behind)
        if reached_for or (aims and draft.mention.kind == "count" and _is_jobs(draft)):
            draft.status = "target"


def _is_new_target(draft: Figure, text: str) -> bool:
    """Whether a target is raised, lowered or set to the figure: 목표를 70%에서 72%로 상향해."""
    if draft.change is not None or draft.mention.unit == "%p" or draft.mention.kind in ("multiple", "ratio"):
        return False
    start = max(draft.sentence.start, draft.mention.start - 40)
    led = _CHANGED.search(text[start : draft.mention.start]) is not None
    return led and _CHANGED_TO.match(text[draft.mention.end : draft.sentence.end]) is not None


def _is_jobs(draft: Figure) -> bool:
    """Whether jobs themselves are counted, in the year or by the deadline that they are promised for."""
    item = (draft.item or "").split()
    named = bool(item) and _JOBS.search(item[-1]) is not None
    return named and draft.mention.unit in _JOBS_COUNTED and (draft.time is None or "-" not in draft.time.period)


def _alike(part: Figure) -> bool:
    """Whether the part is counted, as its whole is: no sum of money that is spent on it."""
    return part.whole is not None and part.mention.kind == part.whole.mention.kind
