"""A linear scorer of candidates: each has facts, each fact an integer weight; the likeliest wins, or that none is right.

A conditional logit model (McFadden 1974): ``SCALE`` units of score are one unit of log odds. Candidates that say the same, one
in more words than the other, share their likelihood.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .weights import Weights

#: what a weight of 1 is written as
SCALE = 100
#: the one fact of the candidate that stands for none of the others
NONE = "none"
#: sums that a ranker keeps
_KEPT = 20000


class Ranked(NamedTuple):
    """The place of the best candidate, how likely it is right, the scores of all and last that of none."""

    best: int | None
    chance: float
    scores: list[int]


class Ranker:
    """``weights`` with one label; a fact that was never learned weighs nothing."""

    def __init__(self, weights: Weights) -> None:
        self.facts = {fact: row[0] for fact, row in weights.weights.items()}
        self._sums: dict[tuple[str, ...], int] = {}

    def score(self, facts: Iterable[str], own: tuple[str, ...] = ()) -> int:
        """The sum of the weights; that of facts which come again and again (``own``) is kept."""
        get = self.facts.get
        if own not in self._sums:
            if len(self._sums) > _KEPT:
                self._sums.clear()
            self._sums[own] = sum([get(fact, 0) for fact in own])
        return self._sums[own] + sum([get(fact, 0) for fact in facts])

    def rank(self, texts: Sequence[str], facts: Sequence[Sequence[str]], owns: Sequence[tuple[str, ...]]) -> Ranked:
        """The likeliest of the candidates; of two alike the first."""
        scores = [*map(self.score, facts, owns), self.score((NONE,))]
        if not facts:
            return Ranked(None, 0.0, scores)
        top = max(scores)
        odds = [math.exp((score - top) / SCALE) for score in scores]
        best = max(range(len(facts)), key=scores.__getitem__)
        own = _squeezed(texts[best])
        same = [own in other or other in own for other in map(_squeezed, texts)]
        chance = sum(share for share, alike in zip(odds, same, strict=False) if alike) / sum(odds)
        return Ranked(best, chance, scores)

    def share(self, scores: Sequence[int], at: int) -> float:
        """How likely the candidate at that place is by itself."""
        top = max(scores)
        return math.exp((scores[at] - top) / SCALE) / sum(math.exp((score - top) / SCALE) for score in scores)

    def reasons(self, facts: Iterable[str]) -> list[tuple[str, int]]:
        """The facts that weigh anything, the weightiest first."""
        weighed = [(fact, self.facts[fact]) for fact in facts if fact in self.facts]
        return sorted(weighed, key=lambda pair: (-abs(pair[1]), pair[0]))


def _squeezed(text: str) -> str:
    return text.replace(" ", "")
