"""A linear scorer over facts: integer weights in, the scores of all labels, the best and its lead out.

Plain additions in the order of the facts, so that the same facts give the same answer everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from .weights import Weights
from .worths import worths


class Choice(msgspec.Struct, frozen=True):
    """The best label, how far it leads, and the label behind it."""

    label: str
    lead: int
    second: str


def scores(weights: Weights, facts: Iterable[str]) -> list[int]:
    """The sum of the facts' weights, a number for each label."""
    known = worths(weights)
    return known.read(known.sum(facts))


def choose(weights: Weights, facts: Iterable[str]) -> Choice:
    """The label with the highest score; of two alike the first."""
    return chosen(weights, scores(weights, facts))


def chosen(weights: Weights, found: Sequence[int]) -> Choice:
    """The label with the highest of the scores that were found, a number for each label; of two alike the first."""
    order = sorted(range(len(found)), key=lambda number: (-found[number], number))
    best, second = order[0], order[1]
    return Choice(weights.labels[best], found[best] - found[second], weights.labels[second])


def reasons(weights: Weights, facts: Iterable[str], label: str, against: str) -> list[tuple[str, int]]:
    """The facts that speak for one label against another, the weightiest first."""
    one, other = weights.labels.index(label), weights.labels.index(against)
    told = [
        (fact, weights.weights[fact][one] - weights.weights[fact][other]) for fact in facts if fact in weights.weights
    ]
    return sorted((pair for pair in told if pair[1]), key=lambda pair: (-abs(pair[1]), pair[0]))
