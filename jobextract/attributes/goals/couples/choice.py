"""Two figures of one measure as target and result, or neither: a choice learned from pages whose rows are known, then both have a status.

What speaks for the two being set against each other is put together with what speaks for the status of each by itself, for a figure
may be a target in the light of the next one and of nothing else: 배정 인원 45명을 넘겨 52명을 보냈다.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ....korean.word_lists import pattern
from ....learning import linear, weights
from ....temporal import periods
from ...figure import TIMELESS, Figure, measure
from ..opinion import LABELS as STATUSES
from .facts import facts

#: of two figures the first is what came of the second, the second of the first, or neither
LABELS = ("none", "back", "on")
_TOLD_AS_DONE = pattern("goals.told_as_done")
#: code points behind a figure that are read for that
BEHIND = 40
#: code points from one figure to the next, and figures behind that are asked whether they are of the measure
APART, REACH = 160, 6
#: how far "neither" may lead, in hundredths of a logit, where two statuses are at stake; the share that the statuses' own scores weigh
LAG, SHARE = 250, 3
#: how much of that share may speak against two figures for them to be weighed at all: of a hundred couples found not one is lost
UNLIKELY = 150


class Couple(NamedTuple):
    """A target, what came of it, and by how much this leads what is asked of it."""

    target: Figure
    result: Figure
    lead: int


def candidates(drafts: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The figures that may be set against each other: each with the next of its measure, not far behind."""
    for number, first in enumerate(drafts):
        if not _may_be(first):
            continue
        own = measure(first)
        for second in drafts[number + 1 : number + REACH]:
            if second.mention.start - first.mention.end > APART:
                break
            if measure(second) == own and _may_be(second):
                yield first, second
                break


def _may_be(draft: Figure) -> bool:
    return draft.mention.kind not in TIMELESS and draft.mention.value is not None and draft.change is None


def found(drafts: Sequence[Figure], text: str, scores: Mapping[int, Sequence[int]]) -> list[Couple]:
    """The couples that hold, the surest first, no figure on both sides; ``scores`` are those of the statuses, by the figure's identity."""
    learned = weights.load("couple")
    told = []
    for first, second in candidates([draft for draft in drafts if id(draft) in scores]):
        one, other = scores[id(first)], scores[id(second)]
        against_on, against_back = _against(one, other), _against(other, one)
        if min(against_on, against_back) > UNLIKELY * SHARE:
            continue
        none, back, on = linear.scores(learned, facts(first, second, text))
        target, result, against = (first, second, against_on) if on >= back else (second, first, against_back)
        lead = max(on, back) - none + LAG - against // SHARE
        if lead > 0 and not _is_over(target, result) and not _is_told_as_done(target, text):
            told.append(Couple(target, result, lead))
    told.sort(key=lambda couple: -couple.lead)
    statuses: dict[int, str] = {}
    kept = []
    for couple in told:
        if statuses.get(id(couple.target)) != "actual" and statuses.get(id(couple.result)) != "target":
            statuses |= {id(couple.target): "target", id(couple.result): "actual"}
            kept.append(couple)
    return kept


def _is_over(target: Figure, result: Figure) -> bool:
    """Whether the time of the result is over before that of the target begins, or begins as that ends and is of one kind with it.

    Of a target for next year nothing has come yet, and 상반기 1천420개, 하반기 1천491개 or 2023년 180호, 2024년 432호 are a series.
    """
    if target.time is None or result.time is None:
        return False
    aimed, told = target.time.period, result.time.period
    if periods.last_day(told) < periods.first_day(aimed):
        return True
    alike = len(aimed) == len(told) and ".." not in aimed and ".." not in told
    return alike and periods.last_day(aimed) < periods.first_day(told)


def _is_told_as_done(target: Figure, text: str) -> bool:
    """Whether what is said right behind the figure tells it as a fact, whatever is set against it: 300개를 만들었다고 했지만 감사 자료에는 280개."""
    behind = text[target.mention.end : min(target.sentence.end, target.mention.end + BEHIND)]
    return _TOLD_AS_DONE.match(behind) is not None


def _against(target: Sequence[int], result: Sequence[int]) -> int:
    """By how much the best statuses of the two lead those of a couple."""
    return max(target) - target[STATUSES.index("target")] + max(result) - result[STATUSES.index("actual")]
