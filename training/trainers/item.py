"""Which candidate a figure counts: facts of ``attributes/items/candidates``.

A page is read twice: with what its annotation says, then by weights that never saw it, so that what its figures lend to one
another is as good, and as bad, as on a new page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from jobextract.attributes.figure import Figure
from jobextract.attributes.items.candidates import Candidate
from jobextract.attributes.items.choice import Scorers
from jobextract.learning.ranking import NONE, Ranker
from jobextract.learning.weights import Weights

from ..figures import told
from ..pages import LabelledPage
from ..softmax import Example, counts, fold, learn, whole
from ..writing import digest

STRENGTH, FOLDS = 3.0, 3
#: a likelihood under which no figure gets an item while training: what is lent has to be there
LOW = 0.3


def train(pages: Iterable[LabelledPage]) -> Weights:
    """The weights of the facts, of the second reading."""
    pages = list(pages)
    examples = again(pages)
    return weights(examples, "item", digest(pages))


def again(pages: Sequence[LabelledPage]) -> list[Example]:
    """The choices of all pages, each read by weights of the other folds."""
    first = [(page, list(examples(page, Scorers(None, known=answers(page))))) for page in pages if page.rows]
    by = folds([one for _, several in first for one in several], "item")
    return [
        one
        for page, _ in first
        for one in examples(page, Scorers(by[fold(page.name, FOLDS)], least_item=LOW, alone=True))
    ]


def answers(page: LabelledPage) -> Callable[[Figure], str | None]:
    """What each figure of the page counts: the first of its candidates that the annotation takes."""
    rows = {place: row for row in page.rows if row.get("item") for place in range(row["start"], row["end"])}

    def known(figure: Figure) -> str | None:
        row = rows.get(figure.mention.start) or rows.get(figure.mention.end - 1)
        return next((one.text for one in figure.candidates if row and is_item(one.text, row)), None)

    return known


def folds(examples: Sequence[Example], name: str, strength: float = STRENGTH) -> list[Ranker]:
    """For each fold the ranker that has not seen it."""
    return [
        Ranker(weights([one for one in examples if fold(one.page, FOLDS) != number], name, "", strength))
        for number in range(FOLDS)
    ]


def examples(page: LabelledPage, scorers: Scorers) -> Iterator[Example]:
    """The choices of a page: the facts of each candidate and which of them the annotation takes, or that it takes none."""
    for _, figure, row in told(page, scorers):
        if row.get("item") and figure.candidates:
            yield example(page.name, judged(figure.candidates, row))


def judged(candidates: Sequence[Candidate], row: dict[str, Any]) -> list[tuple[list[str], bool]]:
    """The facts of each candidate and whether it is right: of a list's member by itself only where nothing else is."""
    right = [is_item(one.text, row) for one in candidates]
    others = any(fits for one, fits in zip(candidates, right, strict=True) if not one.front)
    return [
        ([*one.facts, *one.own], fits and not (one.front and others))
        for one, fits in zip(candidates, right, strict=True)
    ]


def example(page: str, candidates: Sequence[tuple[list[str], bool]]) -> Example:
    """The choice with the candidate that stands for none of the others."""
    right = [fits for _, fits in candidates]
    facts = [list(dict.fromkeys(told)) for told, _ in candidates]
    return Example(page, [*facts, [NONE]], [*right, not any(right)], counts(page))


def is_item(text: str | None, row: dict[str, Any]) -> bool:
    """Whether the text holds any of the words that the annotation takes."""
    said = "".join((text or "").split())
    return any("".join(word.split()) in said for word in row["item"])


def weights(examples: Sequence[Example], name: str, pages: str, strength: float = STRENGTH) -> Weights:
    """The weights of these choices."""
    learned = whole(learn(examples, strength))
    return Weights(name=name, pages=pages, labels=[name], weights={fact: (weight,) for fact, weight in learned.items()})
