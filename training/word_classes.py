"""``python -m training.word_classes``: writes ``rules/words/classes.txt`` anew, the classes of ``korean/word_classes``.

The analyser's model says how alike two morphemes are used. How alike a word is to some hundred landmarks gives it a place, and
words that lie together are a class. Sums of floats are rounded before they decide anything, so that the same model gives the
same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from jobextract.korean.morphology import UNLISTED, analyser
from jobextract.korean.word_classes import NOUN, VERB

FILE = Path(__file__).parent.parent / "rules" / "words" / "classes.txt"
HEAD = """\
# Classes of words that are used alike, a class a line: its sort, then its words, the commonest first, after which it is named.
# Made by python -m training.word_classes from the language model of {model}, Copyright 2017-2026
# Minchul Lee and the Kiwi contributors, Apache License 2.0; no text that the model learned from is in it.
"""
#: decimals that are kept, directions that words are told apart by, rounds until the classes stand
DECIMALS, DIRECTIONS, ROUNDS = 4, 256, 40
#: the commonest words that are a band of their own; each further band is as large as all before it
BAND = 250


class Sort(NamedTuple):
    """Which words are put into classes: their tags, how many of the commonest get one and make them, and how many classes."""

    tags: tuple[str, ...]
    words: int
    making: int
    classes: int
    landmarks: int


SORTS = {
    NOUN: Sort(("NNG", "NNP", "XR", "XSN", "NNB"), 30_000, 20_000, 300, 600),
    VERB: Sort(("VV", "VV-R", "VV-I", "VA", "VA-R", "VA-I"), 3_000, 2_000, 60, 400),
}


def main() -> int:
    """The command."""
    lines = [f"{name} {' '.join(words)}" for name, sort in SORTS.items() for words in classes(sort)]
    model = f"kiwipiepy_model {version('kiwipiepy_model')}"
    data = (HEAD.format(model=model) + "\n".join(lines) + "\n").encode()
    FILE.write_bytes(data)
    print(f"{FILE.name}: {len(data):,} bytes", file=sys.stderr)
    return 0


def classes(sort: Sort) -> list[list[str]]:
    """The classes of the words of a sort, the one with the commonest word first."""
    forms, places = _vocabulary(sort)
    vectors = _vectors(places, sort)
    for first, stop in _bands(len(vectors)):
        vectors[first:stop] -= np.round(vectors[first:stop].mean(0), DECIMALS)
    vectors = np.round(vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9), DECIMALS)
    centres = _centres(vectors[: sort.making], sort.classes)
    found: dict[int, list[str]] = {}
    for form, nearest in zip(forms, _nearest(vectors, centres).tolist(), strict=True):
        found.setdefault(nearest, []).append(form)
    return list(found.values())


def _bands(words: int) -> list[tuple[int, int]]:
    """Words about as common as one another: how common they are says nothing of how they are used, and else weighs most."""
    edges = [0, *(BAND << doubled for doubled in range(words.bit_length()) if BAND << doubled < words), words]
    return list(pairwise(edges))


def _vocabulary(sort: Sort) -> tuple[list[str], list[int]]:
    """The commonest words with these tags, each once, and their numbers in the model, which orders by how common they are."""
    found: dict[str, int] = {}
    number = UNLISTED
    while len(found) < sort.words:
        word = analyser().morpheme(number)
        if word.tag in sort.tags and word.form:
            found.setdefault(word.form, number)
        number += 1
    return list(found), list(found.values())


def _vectors(places: Sequence[int], sort: Sort) -> np.ndarray:
    """Where each word lies: from its likeness to landmarks back to directions (Nyström)."""
    alike = analyser().morpheme_similarity
    landmarks = places[: sort.making : sort.making // sort.landmarks][: sort.landmarks]
    rows = np.array([[alike(word, landmark) for landmark in landmarks] for word in places])
    own = np.array([[alike(word, landmark) for landmark in landmarks] for word in landmarks])
    spread, directions = np.linalg.eigh(np.round((own + own.T) / 2, DECIMALS))
    kept = np.argsort(-spread)[:DIRECTIONS]
    kept = kept[spread[kept] > spread.max() / 1000]
    return np.nan_to_num(rows) @ directions[:, kept] / np.sqrt(spread[kept])


def _centres(vectors: np.ndarray, many: int) -> np.ndarray:
    """Centres of that many classes (k-means): first words far from one another, then means until no word changes."""
    draw = np.random.default_rng(0)
    chosen = [0]
    far = np.full(len(vectors), np.inf)
    for _ in range(many - 1):
        far = np.minimum(far, np.round(2 - 2 * vectors @ vectors[chosen[-1]], DECIMALS).clip(0))
        chosen.append(int(np.searchsorted(np.cumsum(far), draw.random() * far.sum())))
    centres = vectors[chosen]
    for _ in range(ROUNDS):
        nearest = _nearest(vectors, centres)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        sizes = np.bincount(nearest, minlength=many)[:, None]
        moved = np.where(sizes > 0, np.round(sums / np.maximum(sizes, 1), DECIMALS), centres)
        if np.array_equal(moved, centres):
            break
        centres = moved
    return centres


def _nearest(vectors: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """The nearest centre of each word, the first where two are as near."""
    return np.argmin(np.round((centres**2).sum(1) - 2 * vectors @ centres.T, DECIMALS), axis=1)


if __name__ == "__main__":
    sys.exit(main())
