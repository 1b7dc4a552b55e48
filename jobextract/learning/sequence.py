"""A linear-chain model: the labels of a whole sequence that its facts and its neighbours make the likeliest together.

Viterbi (1967) over integer weights in flat lists; of two labels of one score the first wins, so that the same facts give
the same labels on every machine. Time is linear in the places of the sequence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import add, sub
from typing import NamedTuple

from .tables import Tables
from .weights import Weights
from .worths import Worths


class Labelling(NamedTuple):
    """The likeliest labels; ``scores[place][label]`` is that of the best sequence with this label at this place."""

    labels: list[str]
    scores: list[list[int]]


class SequenceModel:
    """``weights`` with its table ``transitions``: from each label (row) to each (column)."""

    def __init__(self, weights: Weights) -> None:
        self.labels = weights.labels
        self.facts = {fact: tuple(row) for fact, row in weights.weights.items()}
        self._worths = Worths(weights)
        self.onward: list[list[int]] = weights.data["transitions"]
        self.backward: list[list[int]] = [list(column) for column in zip(*self.onward, strict=True)]
        #: the facts of keys, weighed: they live and go with these weights
        self.tables: Tables[int] = Tables(self.worth)
        self._forth, self._back = _lags(self.onward), _lags(self.backward)

    def label(self, places: Iterable[Sequence[str]], scored: bool = True) -> Labelling:
        """The labels of a sequence of places, each given by its facts; a fact that was never learned weighs nothing.

        The scores of all labels cost a second pass, so they are worked out only where they are asked for.
        """
        return self.decode((self.score(facts) for facts in places), scored)

    def decode(self, states: Iterable[list[int]], scored: bool = True) -> Labelling:
        """The labels of a sequence of places, each given by what it says for each label.

        Without the scores no more than one place is held at a time, beside the sums up to each.
        """
        kept = list(states) if scored else states
        forth = self._pass(kept, self.onward, self._forth)
        if not forth:
            return Labelling([], [])
        scores = self._scores(list(kept), forth) if scored else []
        path = [forth[-1].index(max(forth[-1]))]
        for last in reversed(forth[:-1]):
            sums = list(map(add, last, self.backward[path[-1]]))
            path.append(sums.index(max(sums)))
        return Labelling([self.labels[at] for at in reversed(path)], scores)

    def _scores(self, states: list[list[int]], forth: list[list[int]]) -> list[list[int]]:
        back = self._pass(states[::-1], self.backward, self._back)
        return [
            [there + here - own for there, here, own in zip(*rows, strict=True)]
            for rows in zip(forth, back[::-1], states, strict=True)
        ]

    def score(self, facts: Iterable[str]) -> list[int]:
        """What the facts of one place say for each label, without its neighbours."""
        return self.read(self.worth(facts))

    def worth(self, facts: Iterable[str]) -> int:
        """The weights of the facts for all labels, packed into one number; such numbers may be added."""
        return self._worths.sum(facts)

    def read(self, worth: int) -> list[int]:
        """A packed number as what it says for each label."""
        return self._worths.read(worth)

    def _pass(self, states: Iterable[list[int]], steps: list[list[int]], lags: list[list[int]]) -> list[list[int]]:
        """The best score up to each label of each place; ``steps[label]`` is its row to the labels of the next place.

        A label so far behind the best that no step makes up for it comes before none: of twelve, ten.
        """
        scores: list[list[int]] = []
        last: list[int] = []
        for state in states:
            if not last:
                last = state
                scores.append(last)
                continue
            best = max(last)
            behind = zip(last, steps, lags[last.index(best)], strict=True)
            rows = [[own + step for step in row] for own, row, lag in behind if own + lag >= best]
            last = list(map(add, state, map(max, *rows) if len(rows) > 1 else rows[0]))
            scores.append(last)
        return scores


def _lags(steps: list[list[int]]) -> list[list[int]]:
    """For each label how far each other may be behind it and still come best before some label."""
    return [[max(map(sub, row, best)) for row in steps] for best in steps]
