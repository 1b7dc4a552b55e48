"""A linear scorer of facts that count by themselves and beside others: ``own=before0`` and ``own=before0|kind=money``.

What a fact weighs together with all that it is told beside is summed once and kept, so that no such pair is spelled out twice.
"""

from __future__ import annotations

from collections.abc import Iterable

from .weights import Weights

#: sums that are kept: those of some hundred articles, so that a long run grows no further
_KEPT = 65_536


class Crossed:
    """``weights`` with one label; a fact that was never learned weighs nothing."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.facts = {fact: row[0] for fact, row in weights.weights.items()}
        self._tables: dict[tuple[str, ...], dict[str, int]] = {}
        self._count = 0

    def score(self, facts: Iterable[str], others: tuple[str, ...]) -> int:
        """The sum of the facts' weights, and of those of each fact beside each of the others."""
        table = self._tables.get(others)
        if table is None:
            table = self._tables[others] = {}
        total = 0
        for fact in facts:
            weight = table.get(fact)
            if weight is None:
                weight = table[fact] = self._sum(fact, others)
            total += weight
        return total

    def _sum(self, fact: str, others: tuple[str, ...]) -> int:
        self._count += 1
        if self._count > _KEPT:
            for table in self._tables.values():
                table.clear()
            self._tables.clear()
            self._count = 1
        get = self.facts.get
        return get(fact, 0) + sum([get(f"{fact}|{other}", 0) for other in others])


_LAST: list[Crossed] = []


def scorer(weights: Weights) -> Crossed:
    """The scorer of the weights, made once for the weights asked for last."""
    if not _LAST or _LAST[0].weights is not weights:
        _LAST[:] = [Crossed(weights)]
    return _LAST[0]
