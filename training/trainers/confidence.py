"""How likely a record is all right: facts of ``attributes/confidence``, from pages read by weights that never saw them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from jobextract.attributes import confidence
from jobextract.attributes.assemble import Desk
from jobextract.attributes.figure import Figure
from jobextract.attributes.items.choice import Scorers
from jobextract.learning.ranking import NONE
from jobextract.learning.weights import Weights, instead
from jobextract.temporal import edtf

from ..figures import told
from ..pages import LabelledPage
from ..softmax import Example, counts, fold
from ..writing import digest
from . import couple, item, owner, period, status

STRENGTH = 60.0


class Reader(NamedTuple):
    """Weights that have never seen the pages of one fold: of items, members, bodies and owners, and those known by name."""

    scorers: Scorers
    named: dict[str, Weights]


def train(pages: Iterable[LabelledPage]) -> Weights:
    """The weights of the facts."""
    pages = [page for page in pages if page.rows]
    return item.weights(examples(pages, unseen(pages)), "confidence", digest(pages), STRENGTH)


def unseen(pages: Sequence[LabelledPage]) -> list[Reader]:
    """For each fold weights that have never seen its pages."""
    by = owner.read_by(pages)
    owners = item.folds(owner.examples(pages, by), "owner", owner.STRENGTH)
    scorers = [one._replace(owner=own) for one, own in zip(by, owners, strict=True)]
    return [Reader(*pair) for pair in zip(scorers, _times_and_statuses(pages), strict=True)]


def _times_and_statuses(pages: Sequence[LabelledPage]) -> list[dict[str, Weights]]:
    by: dict[str, tuple[Any, list[Any]]] = {
        "status": (status, status._answers(pages)),
        "period": (period, period._answers(pages)),
        "couple": (couple, couple.answers(pages)),
    }
    return [
        {
            name: trainer._weights([one for one in answers if fold(one.page, item.FOLDS) != number], "")
            for name, (trainer, answers) in by.items()
        }
        for number in range(item.FOLDS)
    ]


def examples(pages: Iterable[LabelledPage], by: Sequence[Reader]) -> list[Example]:
    """A choice a figure: that all is right, or that it is not; not of pages that the rules were mended on."""
    return [
        Example(
            page.name,
            [confidence.facts(figure, desk.bodies.own, desk.bodies.sure), [NONE]],
            [right, not right],
            counts(page.name),
        )
        for page in pages
        if counts(page.name) == 1
        for desk, figure, right in _judged(page, by[fold(page.name, item.FOLDS)])
    ]


def _judged(page: LabelledPage, reader: Reader) -> Iterable[tuple[Desk, Figure, bool]]:
    with instead(reader.named):
        for desk, figure, row in told(page, reader.scorers, settled=True):
            verdicts = [verdict for verdict in verdicts_of(figure, row) if verdict is not None]
            if verdicts and figure.mention.kind not in ("date", "time"):
                yield desk, figure, all(verdicts)


def verdicts_of(figure: Figure, row: dict[str, Any]) -> tuple[bool | None, ...]:
    """Whether item, subject, status and period are right; None where the annotation says nothing of them."""
    periods = [period for period in (row.get("period"), *row.get("period_in", ())) if period]
    told_of = edtf.in_months(figure.time.period) if figure.time else None
    return (
        item.is_item(figure.item, row) if row.get("item") else None,
        (figure.subject or "").split()[-1:] == row["subject"].split()[-1:] if row.get("subject") else None,
        figure.status in row["status_in"] if "status_in" in row else None,
        told_of in periods if periods else None,
    )
