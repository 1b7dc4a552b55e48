"""The second opinion on whether a figure is aimed at, announced or so: facts of ``attributes/goals/evidence``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from jobextract.attributes.goals.opinion import LABELS, LEAD
from jobextract.inspection.examples import unmarked
from jobextract.learning import linear
from jobextract.learning.weights import Weights
from jobextract.rulebook.loader import load
from jobextract.rulebook.schema import Cue

from ..figures import told
from ..pages import LabelledPage
from ..softmax import Example, counts, fold, learn, whole
from ..tally import Tally
from ..writing import digest

STRENGTH, FOLDS = 4.0, 8
#: what a rule's own sentence counts
SENTENCE = 0.5


class Answer(NamedTuple):
    """An annotated figure: its facts, what the rules say and what is right."""

    page: str
    facts: list[str]
    rule: str | None
    right: list[str]


def train(pages: Iterable[LabelledPage]) -> Weights:
    """The weights of the facts, one for each label."""
    pages = list(pages)
    return _weights([*_answers(pages), *_sentences()], digest(pages))


def report(pages: Iterable[LabelledPage]) -> str:
    """What is right and wrong on pages left out, by who wrote them, for the rules alone and with the opinion."""
    pages = list(pages)
    answers, own = _answers(pages), list(_sentences())
    author = {page.name: page.author for page in pages}
    tally = Tally()
    for number in range(FOLDS):
        weights = _weights([*(a for a in answers if fold(a.page, FOLDS) != number), *own], "")
        for answer in (a for a in answers if fold(a.page, FOLDS) == number):
            choice = linear.choose(weights, answer.facts)
            said = choice.label if choice.lead >= LEAD else None
            tally.add(author[answer.page], answer.rule, said, answer.right)
    return tally.table("with the opinion")


def _answers(pages: Sequence[LabelledPage]) -> list[Answer]:
    return [
        Answer(page.name, desk.evidence(figure), figure.status, row["status_in"])
        for page in pages
        for desk, figure, row in told(page)
        if "status_in" in row and desk.is_judged(figure)
    ]


def _sentences() -> Iterator[Answer]:
    """The right sentences of the cues, each a page of its own."""
    for cue in load().of(Cue):
        if cue.value not in LABELS:
            continue
        for sentence in cue.finds:
            text, spans = unmarked(sentence)
            rows: list[dict[str, Any]] = [
                {"expect": "must", "start": start, "end": end, "status_in": [cue.value]} for start, end in spans
            ]
            page = LabelledPage(cue.id, "rules", text, ["B"] * (text.count("\n") + 1), [], rows)
            yield from _answers([page])


def _weights(answers: Sequence[Answer], pages: str) -> Weights:
    examples = [
        Example(
            answer.page,
            [[f"{label} {fact}" for fact in answer.facts] for label in LABELS],
            [label in answer.right for label in LABELS],
            _counts(answer.page),
        )
        for answer in answers
        if set(answer.right) & set(LABELS)
    ]
    rows: dict[str, list[int]] = {}
    for name, weight in whole(learn(examples, STRENGTH)).items():
        label, _, fact = name.partition(" ")
        rows.setdefault(fact, [0] * len(LABELS))[LABELS.index(label)] = weight
    return Weights(
        name="status", pages=pages, labels=list(LABELS), weights={fact: tuple(row) for fact, row in rows.items()}
    )


def _counts(example: str) -> float:
    """What a page counts, or a sentence of the rules, which is named by its rule."""
    return SENTENCE if "/" not in example and "." in example else counts(example)
