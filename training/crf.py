"""Linear-chain models are learned by python-crfsuite (L-BFGS), averaged over several trainings, and rounded to integers."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

#: a weight of 1.0 is so much; weights that round to nothing are left out
SCALE = 100

Sequences = list[tuple[list[list[str]], list[str]]]


class Learned(NamedTuple):
    """Weights by (fact, label) and by (label, next label)."""

    facts: dict[tuple[str, str], float]
    steps: dict[tuple[str, str], float]


def learn(sequences: Sequences, smoothing: float = 4.0, least: int = 3, rounds: int = 120) -> Learned:
    """One training. ``smoothing`` is the penalty of squared weights, ``least`` how often a fact has to occur."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {
            "c1": 0.0,
            "c2": smoothing,
            "max_iterations": rounds,
            "feature.minfreq": least,
            "feature.possible_states": False,
        }
    )
    for facts, labels in sequences:
        trainer.append(facts, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return Learned(dict(info.state_features), dict(info.transitions))


def mean(trainings: Sequence[Learned]) -> Learned:
    """The mean of each weight over all trainings; one that a training does not have is nothing there."""
    tables = []
    for part in range(2):
        keys = sorted({key for learned in trainings for key in learned[part]})
        tables.append({key: sum(each[part].get(key, 0.0) for each in trainings) / len(trainings) for key in keys})
    return Learned(*tables)


def rounded(learned: Learned, labels: Sequence[str]) -> tuple[dict[str, list[int]], list[list[int]]]:
    """The integer weights of every fact, and the table of steps from label (row) to label (column)."""
    rows: dict[str, list[int]] = {}
    for (fact, label), weight in sorted(learned.facts.items()):
        value = round(weight * SCALE)
        if value:
            rows.setdefault(fact, [0] * len(labels))[labels.index(label)] = value
    steps = [[round(SCALE * learned.steps.get((one, other), 0.0)) for other in labels] for one in labels]
    return rows, steps
