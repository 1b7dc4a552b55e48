"""Which body an article is about: facts of ``attributes/main_body``, from what is annotated of each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jobextract.attributes.items.choice import Scorers
from jobextract.learning.weights import Weights

from ..figures import desks
from ..pages import LabelledPage
from ..softmax import Example
from ..writing import digest
from . import item

#: how much an article counts that is annotated to be about no body: whose its figures are is told of each
STRENGTH, ASIDE = 15.0, 0.6
#: authors to whom the office that counted was the body of what it counted; to the others such an article has none
SOURCED = frozenset(("articles", "ab-", "ac-", "n-", "p-", "r-"))


def train(pages: Iterable[LabelledPage]) -> Weights:
    """The weights of the facts."""
    pages = list(pages)
    return item.weights([one for page in pages for one in examples(page)], "subject", digest(pages), STRENGTH)


def examples(page: LabelledPage) -> Iterator[Example]:
    """A choice an article, of pages whose articles are counted rightly."""
    several = list(desks(page, Scorers(None))) if page.articles else []
    if len(several) != len(page.articles):
        return
    for desk, facts in zip(several, page.articles, strict=True):
        if "subject" not in facts:
            continue
        wanted = (facts["subject"] or "").split()[-1:]
        found = [(one.facts, one.text.split()[-1:] == wanted) for one in desk.bodies.candidates]
        if page.author in SOURCED and any(right and _is_source(told) for told, right in found):
            found, wanted = [(told, False) for told, _ in found], []
        choice = item.example(page.name, found)
        if not wanted:
            yield choice._replace(counts=choice.counts * ASIDE)
        elif any(right for _, right in found):
            yield choice


def _is_source(told: list[str]) -> bool:
    """Whether an office is only the source of what was counted: 통계청 of 소비자물가."""
    source = any(fact.startswith(("source1of", "source2of")) for fact in told)
    return source and "kindnational" in told and "news counted" in told
