"""A softmax over labels or over candidates, learned from sets of right answers: any of them is as right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from hashlib import md5
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

#: what a weight of 1 is written as, and pages on which a fact has to stand
SCALE, PAGES = 100, 3
#: pages whose figures the rules were mended on say little of what the rules are worth elsewhere
MENDED = 0.3


class Example(NamedTuple):
    """A choice: the facts of each option, which of them are right, the page it stands on and what it counts."""

    page: str
    options: Sequence[Sequence[str]]
    right: Sequence[bool]
    counts: float = 1.0


def learn(examples: Sequence[Example], strength: float | Callable[[str], float]) -> dict[str, float]:
    """The weights of the facts that stand on enough pages; ``strength`` holds them near nought, all alike or each by its name."""
    facts = _facts(examples)
    held = np.array([strength(fact) if callable(strength) else strength for fact in facts])
    matrix, right, sizes = _matrix(examples, facts)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)
    counts = np.array([example.counts for example in examples])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        chance = odds / np.add.reduceat(odds, starts)[group]
        of_right = np.maximum(np.add.reduceat(chance * right, starts), 1e-12)
        gradient = counts[group] * (chance - chance * right / of_right[group])
        return -(counts * np.log(of_right)).sum() + (held * weights**2).sum() / 2, (
            matrix.T @ gradient + held * weights
        )

    found = minimize(loss, np.zeros(len(facts)), jac=True, method="L-BFGS-B", options={"maxiter": 120})
    return {fact: float(found.x[number]) for fact, number in facts.items()}


def _facts(examples: Sequence[Example]) -> dict[str, int]:
    pages: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for option in example.options:
            for fact in option:
                pages[fact].add(example.page)
    kept = sorted(fact for fact, where in pages.items() if len(where) >= PAGES)
    return {fact: number for number, fact in enumerate(kept)}


def _matrix(examples: Sequence[Example], facts: dict[str, int]) -> tuple[sp.csr_matrix, np.ndarray, np.ndarray]:
    columns, ends, right = [], [0], []
    for example in examples:
        for option, is_right in zip(example.options, example.right, strict=True):
            columns += [facts[fact] for fact in option if fact in facts]
            ends.append(len(columns))
            right.append(is_right)
    shape = (len(ends) - 1, len(facts))
    matrix = sp.csr_matrix((np.ones(len(columns)), columns, ends), shape=shape)
    return matrix, np.array(right, float), np.array([len(example.options) for example in examples])


def fold(page: str, folds: int) -> int:
    """The part of the pages that a page is left out with."""
    return int(md5(page.encode(), usedforsecurity=False).hexdigest(), 16) % folds


def counts(page: str) -> float:
    """What a page's choices count: less where the rules were mended on it, for there they are right nearly always."""
    folder, _, name = page.partition("/")
    fresh = folder == "dev" or (folder == "articles" and name.rpartition("-")[2].isdigit())
    return 1.0 if fresh else MENDED


def whole(weights: dict[str, float]) -> dict[str, int]:
    """The weights as integers, without those that say nothing."""
    return {fact: round(weight * SCALE) for fact, weight in weights.items() if round(weight * SCALE)}
