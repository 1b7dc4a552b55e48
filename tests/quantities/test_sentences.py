"""Sentences of each class of figure, every figure marked: what is found is these and nothing else.

A date without a figure (올해) need not be marked. The sentences are read on 2 May 2024, a Thursday.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from jobextract.inspection.examples import unmarked, worth
from jobextract.quantities.recognizer import find

REFERENCE = date(2024, 5, 2)
FILES = sorted((Path(__file__).parent / "sentences").glob("*.toml"))
SENTENCES = [
    pytest.param(sentence, wanted, id=f"{path.stem}-{number}")
    for path in FILES
    for number, (sentence, wanted) in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["sentences"])
]


@pytest.mark.parametrize(("sentence", "wanted"), SENTENCES)
def test_every_figure_of_the_sentence_and_no_other(sentence: str, wanted: str) -> None:
    text, spans = unmarked(sentence)
    found = find(text, reference=REFERENCE)
    figures = [m for m in found if m.rule != "dates.relative" or (m.start, m.end) in spans]
    expected = list(zip((text[a:b] for a, b in spans), wanted.split("; ") if wanted else (), strict=True))
    assert [(m.text, worth(m)) for m in figures] == expected
