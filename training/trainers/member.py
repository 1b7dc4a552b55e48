"""Of which member of a list a figure is told: facts of ``attributes/member``, from pages whose author annotated members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from jobextract.attributes.items.choice import Scorers
from jobextract.learning.ranking import Ranker
from jobextract.learning.weights import Weights

from ..figures import told
from ..pages import LabelledPage
from ..softmax import Example, fold
from ..writing import digest
from . import item


def train(pages: Iterable[LabelledPage]) -> Weights:
    """The weights of the facts, items being weighed by folds that never saw the page."""
    pages = list(pages)
    return item.weights(examples(pages, item.folds(item.again(pages), "item")), "member", digest(pages))


def examples(pages: Sequence[LabelledPage], by: Sequence[Ranker]) -> list[Example]:
    """The choices of all pages whose author annotated members, items being weighed by rankers that never saw the page."""
    authors = {page.author for page in pages if any("member" in row for row in page.rows)}
    kept = (page for page in pages if page.author in authors and page.rows)
    return [one for page in kept for one in _examples(page, by[fold(page.name, item.FOLDS)])]


def _examples(page: LabelledPage, ranker: Ranker) -> Iterator[Example]:
    for _, figure, row in told(page, Scorers(ranker, least_item=item.LOW)):
        if figure.members:
            yield item.example(page.name, [(one.facts, is_member(one.text, row)) for one in figure.members])


def is_member(text: str, row: dict[str, Any]) -> bool:
    """Whether the text is the member that the annotation names, or holds it."""
    said = "".join(text.split())
    names = ("".join(name.split()) for name in row.get("member", "").split(",") if name)
    return any(name in said or (len(said) > 1 and said in name) for name in names)
