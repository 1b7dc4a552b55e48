"""Which of its candidates is the time of a figure: learned from labelled pages, or none; the rules are overruled only where it is sure."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ...learning import crossing
from ...learning.weights import Weights, load
from ...learning.worths import worths
from ...temporal import edtf
from ...temporal.periods import Time
from ..figure import Figure
from . import candidates, governing_time, main_period
from .settling import shared_time

#: the share of the best from which it takes the place of what the rules chose, and from which it fills their silence; the share under
#: which the rules' own is given up; hundredths in a unit of weight. Cross-validated by page.
FLIPS, FILLS, DROPS, SCALE = 0.6, 0.6, 0.5, 100
#: main periods that a figure may be for
MAINS = 3


def all_settled(drafts: Sequence[Figure], line: candidates.Timeline) -> list[Time | None]:
    """The time of every figure, and the own one of every date, in reading order."""
    before: dict[int, Time | None] = {}
    for draft in drafts:
        dates = draft.mention.kind in ("date", "time")
        before[id(draft)] = draft.time if dates else settled(draft, line, before)
    return [before[id(draft)] for draft in drafts]


def settled(draft: Figure, line: candidates.Timeline, before: shared_time.Given) -> Time | None:
    """The time of the figure: what the rules chose, unless another is far likelier or itself unlikely; ``dated`` tells how likely it is, or none (the first).

    None where its own sentence says 지난해 and nobody knows of which year: any other time would be invented. Where none is likely
    enough, one that it has together with others; ``before`` holds the times of the figures before.
    """
    several = candidates.candidates(draft, line)
    odds = _shares(candidates.score(several, crossing.scorer(load("period"))))
    number = _given(odds, _at(several, candidates.ruled(draft, line)))
    if draft.time is None and governing_time.of_unknown_year(line.text, draft.sentence, draft.at):
        number = None
    draft.dated = odds[number or 0]
    time = several[number].time if number is not None else None
    shared = shared_time.told_with(draft, line, several[odds.index(max(odds))].time, time, before)
    if shared is not time:
        draft.dated = FILLS
    return shared


def _at(several: Sequence[candidates.Candidate], time: Time | None) -> int | None:
    """The number of the candidate that the rules chose, None where they chose none."""
    if time is None:
        return None
    known = edtf.in_parts(time.period)
    return next(
        number for number, one in enumerate(several) if one.time is not None and edtf.in_parts(one.time.period) == known
    )


def decided(weights: Weights, options: Sequence[Sequence[str]], chosen: int | None) -> int | None:
    """The option to give, None for none; ``chosen`` is that of the rules."""
    return _given(shares(weights, options), chosen)


def _given(odds: Sequence[float], chosen: int | None) -> int | None:
    best = odds.index(max(odds))
    if chosen is None:
        return best if odds[best] >= FILLS else None
    if best != chosen and odds[best] >= FLIPS:
        return best
    return chosen if odds[chosen] >= DROPS else None


def shares(weights: Weights, options: Sequence[Sequence[str]]) -> list[float]:
    """The share of each option in all."""
    return _shares(list(map(worths(weights).sum, options)))


def _shares(scores: Sequence[int]) -> list[float]:
    top = max(scores)
    odds = [math.exp((score - top) / SCALE) for score in scores]
    total = sum(odds)
    return [each / total for each in odds]


def best_of(weights: Weights, options: Sequence[Sequence[str]]) -> tuple[int, float]:
    """The number of the best option, and its share of all."""
    odds = shares(weights, options)
    return odds.index(max(odds)), max(odds)


#: the likeliest main periods, for what has happened and for what is to come
Mains = dict[main_period.Group, list[tuple[Time, float]]]


def mains(options: Sequence[main_period.Option], weights: Weights | None = None) -> Mains:
    """The likeliest main periods of an article, each with its share."""
    learned = weights or load("main_period")
    groups: tuple[main_period.Group, ...] = ("actual", "ahead")
    return {group: _likeliest(learned, options, group) for group in groups} if options else {}


def _likeliest(
    weights: Weights, options: Sequence[main_period.Option], group: main_period.Group
) -> list[tuple[Time, float]]:
    odds = shares(weights, [one.of(group) for one in options])
    order = sorted(range(len(options)), key=lambda number: (-odds[number], number))[:MAINS]
    return [(options[number].time, odds[number]) for number in order]
