"""A linear-chain model: the labels of a whole sequence that its facts and its neighbours make the likeliest together.

Viterbi (1967) over integer weights in flat lists; of two labels of one score the first wins, so that the same facts give
the same labels on every machine. Time is linear in the places of the sequence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import add
from struct import Struct
from typing import NamedTuple

from .weights import Weights

#: more than any sequence of lines can weigh
_SURE = 10**9
#: bits for the sum of the weights of one label, and what lifts it over nought
_BITS, _LIFT = 32, 1 << 31


class Labelling(NamedTuple):
    """The likeliest labels; ``scores[place][label]`` is that of the best sequence with this label at this place."""

    labels: list[str]
    scores: list[list[int]]


class SequenceModel:
    """``weights`` with its table ``transitions``: from each label (row) to each (column)."""

    def __init__(self, weights: Weights) -> None:
        self.labels = weights.labels
        self.facts = {fact: tuple(row) for fact, row in weights.weights.items()}
        # the weights of a fact for all labels as one number, so that they are summed in one addition
        self._sums = {fact: _packed(row) for fact, row in weights.weights.items()}
        self._lifts = _packed([_LIFT] * len(self.labels))
        self._rows = Struct(f"<{len(self.labels)}I")
        self.onward: list[list[int]] = weights.data["transitions"]
        self.backward: list[list[int]] = [list(column) for column in zip(*self.onward, strict=True)]

    def label(self, places: Iterable[Sequence[str]], scored: bool = True) -> Labelling:
        """The labels of a sequence of places, each given by its facts; a fact that was never learned weighs nothing.

        The scores of all labels cost a second pass, so they are worked out only where they are asked for.
        """
        return self.decode([self.score(facts) for facts in places], scored)

    def with_label(self, states: list[list[int]], label: str) -> tuple[Labelling, int]:
        """The likeliest of the sequences that hold ``label`` somewhere, and how far it is behind the likeliest of all."""
        number = self.labels.index(label)
        scores = self.decode(states, scored=True).scores
        place = max(range(len(states)), key=lambda at: (scores[at][number], -at))
        behind = max(scores[place]) - scores[place][number]
        forced = [own + (_SURE if at == number else 0) for at, own in enumerate(states[place])]
        return self.decode([*states[:place], forced, *states[place + 1 :]], scored=False), behind

    def decode(self, states: list[list[int]], scored: bool = True) -> Labelling:
        """The labels of a sequence of places, each given by what it says for each label."""
        if not states:
            return Labelling([], [])
        forth, best = self._pass(states, self.backward)
        scores = self._scores(states, forth) if scored else []
        at = forth[-1].index(max(forth[-1]))
        path = [at]
        for came in reversed(best):
            path.append(came[path[-1]])
        return Labelling([self.labels[at] for at in reversed(path)], scores)

    def _scores(self, states: list[list[int]], forth: list[list[int]]) -> list[list[int]]:
        back, _ = self._pass(states[::-1], self.onward)
        return [
            [there + here - own for there, here, own in zip(*rows, strict=True)]
            for rows in zip(forth, back[::-1], states, strict=True)
        ]

    def score(self, facts: Sequence[str]) -> list[int]:
        """What the facts of one place say for each label, without its neighbours."""
        known = self._sums
        total = sum([known[fact] for fact in facts if fact in known], self._lifts)
        return [lifted - _LIFT for lifted in self._rows.unpack(total.to_bytes(self._rows.size, "little"))]

    def _pass(self, states: list[list[int]], into: list[list[int]]) -> tuple[list[list[int]], list[list[int]]]:
        """The best score up to each label of each place, and the label that it came from; ``into[label]`` is its column."""
        last = states[0]
        scores, best = [last], []
        for state in states[1:]:
            came, row = [], []
            for own, column in zip(state, into, strict=True):
                sums = list(map(add, last, column))
                top = max(sums)
                came.append(sums.index(top))
                row.append(top + own)
            scores.append(row)
            best.append(came)
            last = row
        return scores, best


def _packed(row: Sequence[int]) -> int:
    return sum(weight << (_BITS * at) for at, weight in enumerate(row))
