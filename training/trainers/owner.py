"""Whose a figure is: facts of ``attributes/bodies/owner_choice``, articles and members being read by folds that never saw the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jobextract.attributes.items.choice import Scorers
from jobextract.learning.weights import Weights

from ..figures import told
from ..pages import LabelledPage
from ..softmax import Example, fold
from ..writing import digest
from . import item, member, subject

STRENGTH = 25.0


def train(pages: Iterable[LabelledPage]) -> Weights:
    """The weights of the facts."""
    pages = list(pages)
    return item.weights(examples(pages, read_by(pages)), "owner", digest(pages), STRENGTH)


def read_by(pages: Sequence[LabelledPage]) -> list[Scorers]:
    """For each fold the scorers of items, members and articles' bodies that have never seen its pages."""
    bodies = item.folds([one for page in pages for one in subject.examples(page)], "subject", subject.STRENGTH)
    items = item.folds(item.again(pages), "item")
    members = item.folds(member.examples(pages, items), "member")
    return [Scorers(*several) for several in zip(items, members, bodies, strict=True)]


def examples(pages: Sequence[LabelledPage], by: Sequence[Scorers]) -> list[Example]:
    """The choices of all pages, read by scorers that never saw the page."""
    return [one for page in pages if page.rows for one in _examples(page, by[fold(page.name, item.FOLDS)])]


def _examples(page: LabelledPage, scorers: Scorers) -> Iterator[Example]:
    for _, figure, row in told(page, scorers):
        if row.get("subject") and figure.owners:
            wanted = {name.split()[-1] for name in row["subject"].split(",") if name.strip()}
            yield item.example(page.name, [(one.facts, one.text.split()[-1] in wanted) for one in figure.owners])
