"""A linear scorer of facts that count by themselves and beside others: ``own=before0`` and ``own=before0|kind=money``.

What a fact weighs together with all that it is told beside is summed once and kept, so that no such pair is spelled out twice.
"""

from __future__ import annotations

from .weights import Weights

#: sums that are kept: those of some hundred articles, so that a long run grows no further
_KEPT = 65_536
#: what is asked of a table: a fact, or several of a kind that come together again and again
Key = str | tuple[str, ...]


class Table(dict[Key, int]):
    """What each fact weighs beside the same others, and ``alone`` too; sums are worked out when they are first asked for."""

    def __init__(self, scorer: Crossed, others: tuple[str, ...], alone: bool) -> None:
        super().__init__()
        self._scorer, self._others, self._alone = scorer, others, alone

    def __missing__(self, key: Key) -> int:
        if isinstance(key, tuple):
            total = sum([self[fact] for fact in key])
        else:
            get = self._scorer.facts.get
            total = sum([get(f"{key}|{other}", 0) for other in self._others])
            total += get(key, 0) if self._alone else 0
        self._scorer.counts()
        self[key] = total
        return total


class Crossed:
    """``weights`` with one label; a fact that was never learned weighs nothing."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.facts = {fact: row[0] for fact, row in weights.weights.items()}
        self._tables: dict[tuple[tuple[str, ...], bool], Table] = {}
        self._count = 0

    def table(self, others: tuple[str, ...], alone: bool = True) -> Table:
        """The sum of a fact's weight by itself, if it is not counted elsewhere, and beside each of the others."""
        found = self._tables.get((others, alone))
        if found is None:
            found = self._tables[others, alone] = Table(self, others, alone)
        return found

    def counts(self) -> None:
        """One more sum is kept; all are given up where they are too many."""
        self._count += 1
        if self._count > _KEPT:
            for table in self._tables.values():
                table.clear()
            self._tables.clear()
            self._count = 1


_LAST: list[Crossed] = []


def scorer(weights: Weights) -> Crossed:
    """The scorer of the weights, made once for the weights asked for last."""
    if not _LAST or _LAST[0].weights is not weights:
        _LAST[:] = [Crossed(weights)]
    return _LAST[0]
