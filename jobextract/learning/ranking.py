"""A linear scorer of candidates: each has facts, each fact an integer weight; the likeliest wins, or that none is right.

A conditional logit model (McFadden 1974): ``SCALE`` units of score are one unit of log odds. Candidates that say the same, one
in more words than the other, share their likelihood.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import NamedTuple

from .weights import Weights

#: what a weight of 1 is written as
SCALE = 100
#: the one fact of the candidate that stands for none of the others
NONE = "none"
#: sums that a ranker keeps
_KEPT = 2048


class Ranked(NamedTuple):
    """The place of the best candidate, the scores and the odds of all and last those of none, how likely each is by itself, and the
    texts without blanks."""

    best: int | None
    scores: list[int]
    odds: list[float]
    shares: list[float]
    texts: list[str]

    @property
    def chance(self) -> float:
        """How likely the best candidate is right, with those that say the same in more words or in fewer."""
        if self.best is None:
            return 0.0
        own, total = self.texts[self.best], 0.0
        for text, odds in zip(self.texts, self.odds, strict=False):
            if own in text or text in own:
                total += odds
        return total / sum(self.odds)


class Ranker:
    """``weights`` with one label; a fact that was never learned weighs nothing."""

    def __init__(self, weights: Weights) -> None:
        self.facts = {fact: row[0] for fact, row in weights.weights.items()}
        self.none = self.facts.get(NONE, 0)
        self._sums: dict[tuple[str, ...], int] = {}

    def score(self, facts: Iterable[str], own: tuple[str, ...] = ()) -> int:
        """The sum of the weights; that of facts which come again and again (``own``) is kept."""
        get = self.facts.get
        kept = self._sums.get(own) if own else 0
        if kept is None:
            if len(self._sums) > _KEPT:
                self._sums.clear()
            kept = self._sums[own] = sum(map(get, own, repeat(0)))
        return sum(map(get, facts, repeat(0)), kept)

    def rank(self, texts: Sequence[str], facts: Sequence[Sequence[str]], owns: Sequence[tuple[str, ...]]) -> Ranked:
        """The likeliest of the candidates; of two alike the first."""
        scores = [*map(self.score, facts, owns), self.none]
        odds, bare = _odds(scores), [text.replace(" ", "") for text in texts]
        whole = sum(odds)
        shares = [one / whole for one in odds]
        best = scores.index(max(scores[:-1])) if facts else None
        return Ranked(best, scores, odds, shares, bare)

    def shares(self, scores: Sequence[int]) -> list[float]:
        """How likely each of the candidates is by itself."""
        odds = _odds(scores)
        total = sum(odds)
        return [one / total for one in odds]

    def reasons(self, facts: Iterable[str]) -> list[tuple[str, int]]:
        """The facts that weigh anything, the weightiest first."""
        weighed = [(fact, self.facts[fact]) for fact in facts if fact in self.facts]
        return sorted(weighed, key=lambda pair: (-abs(pair[1]), pair[0]))


def _odds(scores: Sequence[int]) -> list[float]:
    top = max(scores)
    return [math.exp((score - top) / SCALE) for score in scores]
