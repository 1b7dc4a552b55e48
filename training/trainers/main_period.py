"""The main period of an article among its times: facts of ``attributes/periods/main_period``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jobextract.attributes.periods import choice
from jobextract.learning.weights import Weights
from jobextract.temporal import edtf

from ..figures import told
from ..pages import LabelledPage
from ..softmax import Example, fold, learn, whole
from ..writing import digest
from .status import _counts

STRENGTH, FOLDS = 3.0, 8


class Answer(NamedTuple):
    """An annotated article: its times with their facts, and the period that most of its figures are for."""

    page: str
    periods: list[str]
    facts: list[list[str]]
    right: set[str]
    figures: int


def train(pages: Iterable[LabelledPage]) -> Weights:
    """The weights of the facts."""
    pages = list(pages)
    return weights(answers(pages), digest(pages))


def report(pages: Iterable[LabelledPage]) -> str:
    """In how many articles left out the main period is right."""
    found = answers(list(pages))
    right = figures = asked = covered = 0
    for number in range(FOLDS):
        learned = weights([a for a in found if fold(a.page, FOLDS) != number], "")
        for answer in (a for a in found if fold(a.page, FOLDS) == number):
            best, _ = choice.best_of(learned, answer.facts)
            asked += 1
            hit = answer.periods[best] in answer.right
            right += hit
            figures += hit * answer.figures
            covered += bool(set(answer.periods) & answer.right)
    return f"{asked} articles, main period right {right / asked:.3f}, among its times {covered / asked:.3f}"


def answers(pages: Sequence[LabelledPage]) -> list[Answer]:
    """The articles of which a period holds for four in ten of the figures at least."""
    found: list[Answer] = []
    for page in pages:
        rows: dict[int, list] = {}
        for desk, figure, row in told(page):
            right = {p for p in (row.get("period"), *row.get("period_in", ())) if p}
            if right and figure.mention.kind not in ("date", "time"):
                rows.setdefault(id(desk), [desk]).append(right)
        for desk, *rights in rows.values():
            main, counts = Counter(p for right in rights for p in right).most_common(1)[0]
            options = desk.main_options()
            if len(rights) >= 3 and counts * 5 >= len(rights) * 2 and options:
                same = set.intersection(*(right for right in rights if main in right))
                found.append(
                    Answer(
                        page.name,
                        [edtf.in_months(o.time.period) for o in options],
                        [o.facts for o in options],
                        same,
                        len(rights),
                    )
                )
    return found


def weights(found: Sequence[Answer], pages: str) -> Weights:
    """The weights learned of these articles."""
    examples = [
        Example(a.page, a.facts, [period in a.right for period in a.periods], _counts(a.page))
        for a in found
        if set(a.periods) & a.right
    ]
    learned = whole(learn(examples, STRENGTH))
    return Weights(name="main_period", pages=pages, labels=["time"], weights={f: [w] for f, w in learned.items()})
