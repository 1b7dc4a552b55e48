"""What opens a row of the table of targets, which result is set against it and what both are of: facts of ``analysis``.

From the pages whose rows are known (``training/table_rows``). Learned last but for the confidence: it rests on what all others say.
That their answers have seen these pages costs little: with answers that had not, ten authors left out were read no better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import jobextract
from jobextract.analysis.rankers import PARTS
from jobextract.analysis.targets import Reading
from jobextract.analysis.things import Row
from jobextract.learning.ranking import NONE
from jobextract.learning.weights import Weights

from ..pages import LabelledPage
from ..softmax import Example, counts, learn, whole
from ..table_rows import aimed_at, is_any, is_named, rows_of, told
from ..writing import digest

STRENGTHS = {"aim": 4.0, "pair": 4.0, "thing": 3.0}


def train(pages: Iterable[LabelledPage]) -> Weights:
    """The weights of the facts, each under its part."""
    known = [page for page in pages if rows_of(page.name) is not None]
    found: dict[str, list[Example]] = {part: [] for part in PARTS}
    for page in known:
        for part, example in examples(page, Reading(jobextract.extract(page.text).records), rows_of(page.name) or []):
            found[part].append(example)
    learned: dict[str, tuple[int, ...]] = {
        f"{part}:{fact}": (weight,)
        for part in PARTS
        for fact, weight in whole(learn(found[part], STRENGTHS[part])).items()
    }
    return Weights(name="targets", pages=digest(known), labels=["targets"], weights=learned)


def examples(page: LabelledPage, read: Reading, rows: Sequence[dict[str, Any]]) -> Iterator[tuple[str, Example]]:
    """The choices of a page: whether each figure is aimed at, and of those that are the result and the thing."""
    count = counts(page.name)
    for row in read.counted:
        hits = aimed_at(rows, row["value"], row["unit"])
        if not hits or any(hit.get("sure", True) for hit in hits):
            # what the annotators themselves found debatable teaches nothing: with it, figures that are no targets came in
            yield "aim", Example(page.name, [read.aims.facts(row), [NONE]], [bool(hits), not hits], count)
        if not hits:
            continue
        candidates = read.results.candidates(row)
        result = _result(candidates, hits)
        names = read.naming.candidates(row, result)
        right = [any(is_named(name, hit) for hit in hits) for name in names]
        most = read.naming.most(row, names)
        facts = [read.naming.facts(row, result, name, most) for name in names]
        yield "thing", Example(page.name, [*facts, [NONE]], [*right, not any(right)], count)
        own = [hit for hit in hits if is_named(read.named[row["id"]], hit) or is_named(row["item"], hit)] or hits
        right = [is_any(one["value"], reached(own)) for one in candidates]
        alone = None in reached(own) and not (any(right) and any(hit.get("actual") is not None for hit in own))
        if any(right) or alone:
            facts = [read.results.facts(row, one) for one in candidates]
            yield "pair", Example(page.name, [*facts, [NONE]], [*right, alone], count)


def reached(hits: Iterable[dict[str, Any]]) -> list[Any]:
    """What came of the targets, None for nothing told."""
    return [actual for hit in hits for actual in told(hit, "actual")]


def _result(candidates: Sequence[Row], hits: Sequence[dict[str, Any]]) -> Row | None:
    return next((one for one in candidates if is_any(one["value"], reached(hits))), None)
