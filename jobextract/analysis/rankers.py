"""The learned weights of the table: whether a figure is aimed at, which result is set against it, and what both are of.

``rules/weights/targets.json`` holds the facts of all three, each under its part: ``aim:``, ``pair:``, ``thing:``.
"""

from __future__ import annotations

from typing import NamedTuple

from ..learning import weights
from ..learning.ranking import Ranker
from ..learning.weights import Weights

PARTS = ("aim", "pair", "thing")


class Rankers(NamedTuple):
    """A ranker for each part."""

    aim: Ranker
    pair: Ranker
    thing: Ranker


#: the rankers of the weights that were asked for last: a folder of articles is read with the same ones
_last: list[tuple[Weights, Rankers]] = []


def rankers() -> Rankers:
    """The weights that the rules hold, taken apart."""
    told = weights.load("targets")
    if not _last or _last[0][0] is not told:
        _last[:] = [(told, Rankers(*(_part(told, part) for part in PARTS)))]
    return _last[0][1]


def _part(told: Weights, part: str) -> Ranker:
    start = f"{part}:"
    rows = {fact.removeprefix(start): row for fact, row in told.weights.items() if fact.startswith(start)}
    return Ranker(Weights(name=part, pages=told.pages, labels=[part], weights=rows))
