"""Which of two figures of one measure is aimed at and which came of it, or neither: from the pages whose rows are known.

The facts are those of the rules' reading, so it needs the weights of items and of none that judge statuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from jobextract.attributes.figure import Figure
from jobextract.attributes.goals.couples.choice import LABELS, LAG, candidates
from jobextract.attributes.goals.couples.facts import facts
from jobextract.learning import linear
from jobextract.learning.weights import Weights

from ..figures import desks
from ..pages import LabelledPage
from ..softmax import Example, counts, fold, learn, whole
from ..table_rows import is_any, rows_of, told
from ..writing import digest

STRENGTH, FOLDS = 3.0, 8
NONE, BACK, ON = LABELS


class Answer(NamedTuple):
    """Two figures: their page, their facts and what is right."""

    page: str
    facts: list[str]
    right: str


def train(pages: Iterable[LabelledPage]) -> Weights:
    """The weights of the facts, one for each label."""
    known = [page for page in pages if rows_of(page.name) is not None]
    return _weights(answers(known), digest(known))


def report(pages: Iterable[LabelledPage]) -> str:
    """How many couples are found, found wrongly and there are on pages left out."""
    told_of = answers(pages)
    right = wrong = 0
    for number in range(FOLDS):
        weights = _weights([one for one in told_of if fold(one.page, FOLDS) != number], "")
        for one in (one for one in told_of if fold(one.page, FOLDS) == number):
            scores = linear.scores(weights, one.facts)
            scores[LABELS.index(NONE)] -= LAG
            said = linear.chosen(weights, scores).label
            right += said == one.right != NONE
            wrong += said not in (one.right, NONE)
    return f"couples: {right} right, {wrong} wrong, of {sum(one.right != NONE for one in told_of)}"


def answers(pages: Iterable[LabelledPage]) -> list[Answer]:
    """The couples of figures of the pages, but those that the annotators found debatable."""
    return [one for page in pages for one in _answers(page, rows_of(page.name))]


def _answers(page: LabelledPage, rows: Sequence[dict[str, Any]] | None) -> Iterator[Answer]:
    wanted = [row for row in page.rows if row["expect"] == "must"]
    for desk in desks(page) if rows is not None else ():
        for first, second in candidates([draft for draft in desk.drafts if desk.is_judged(draft)]):
            statuses = _statuses(first, wanted), _statuses(second, wanted)
            hits = [(label, row) for row in rows or () if (label := _stands(first, second, *statuses, row)) != NONE]
            label, row = hits[0] if hits else (NONE, {})
            if row.get("sure", True):
                yield Answer(page.name, facts(first, second, page.text), label)


def _statuses(draft: Figure, wanted: Sequence[dict[str, Any]]) -> list[str]:
    """The statuses that the annotation takes for right, none where it is silent."""
    mention = draft.mention
    hits = [row for row in wanted if min(row["end"], mention.end) > max(row["start"], mention.start)]
    return hits[0].get("status_in") or [] if hits else []


def _stands(first: Figure, second: Figure, one: list[str], other: list[str], row: dict[str, Any]) -> str:
    """How the two stand to each other in a row, if they are its target and its result."""
    if row.get("target") is None or row.get("actual") is None:
        return NONE
    if first.mention.unit not in (row.get("unit"), *row.get("unit_alt", ())):
        return NONE
    for label, target, result, aimed, reached in (
        (ON, first, second, one, other),
        (BACK, second, first, other, one),
    ):
        values = is_any(target.mention.value, told(row, "target")) and is_any(result.mention.value, told(row, "actual"))
        if values and (not aimed or {"target", "plan"} & set(aimed)) and (not reached or "actual" in reached):
            return label
    return NONE


def _weights(answers: Sequence[Answer], pages: str) -> Weights:
    examples = [
        Example(
            one.page,
            [[f"{label} {fact}" for fact in one.facts] for label in LABELS],
            [label == one.right for label in LABELS],
            counts(one.page),
        )
        for one in answers
    ]
    rows: dict[str, list[int]] = {}
    for name, weight in whole(learn(examples, STRENGTH)).items():
        label, _, fact = name.partition(" ")
        rows.setdefault(fact, [0] * len(LABELS))[LABELS.index(label)] = weight
    return Weights(
        name="couple", pages=pages, labels=list(LABELS), weights={fact: tuple(row) for fact, row in rows.items()}
    )
