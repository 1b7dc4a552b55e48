"""What facts are worth by learned weights, as one number each, whatever the number of labels.

Of the hundred thousand facts that were learned a page shows a few hundred: each is read from its weights when it is first met.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import count
from operator import lshift
from struct import Struct

from .weights import Weights

#: bits for the sum of the weights of one label, and what lifts it over nought
_BITS, _LIFT = 32, 1 << 31


class Worths(dict[str, int]):
    """The weights of a fact for all labels, packed into one number: such numbers may be added. One never learned is worth nothing."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._learned = weights.weights
        self._lifts = _packed([_LIFT] * len(weights.labels))
        self._row = Struct(f"<{len(weights.labels)}i")

    def __missing__(self, fact: str) -> int:
        row = self._learned.get(fact)
        if row is None:
            return 0
        worth = self[fact] = _packed(row)
        return worth

    def sum(self, facts: Iterable[str]) -> int:
        """What the facts are worth together."""
        return sum(map(self.__getitem__, facts))

    def read(self, worth: int) -> list[int]:
        """A packed number as what it says for each label."""
        lifted = (worth + self._lifts) ^ self._lifts  # each label's number in two's complement
        return list(self._row.unpack(lifted.to_bytes(self._row.size, "little")))


def _packed(row: Sequence[int]) -> int:
    return sum(map(lshift, row, count(0, _BITS)))


@lru_cache(maxsize=16)
def worths(weights: Weights) -> Worths:
    """The worths of the facts of those weights."""
    return Worths(weights)
