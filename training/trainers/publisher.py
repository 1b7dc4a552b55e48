"""Which name of a page is its paper's: facts of ``page/imprint/paper_choice``, from what is annotated of each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from jobextract.learning.tables import NAMES
from jobextract.learning.weights import Weights
from jobextract.page import articles, decode, tagger
from jobextract.page.imprint import paper_choice, papers_told, writers
from jobextract.rulebook import loader

from .. import carried
from ..pages import LabelledPage
from ..softmax import Example
from ..writing import digest
from . import item

STRENGTH = 4.0
#: what a choice of a changed copy counts
COPIED = 0.2


def train(pages: Iterable[LabelledPage]) -> Weights:
    """The weights of the facts."""
    pages = list(pages)
    return item.weights(choices(pages), "publisher", digest(pages), STRENGTH)


def choices(pages: Sequence[LabelledPage]) -> list[Example]:
    """The choices of the pages, and those of changed copies, which count for less."""
    own = [one for page in pages for one in examples(page)]
    return own + [one._replace(counts=COPIED) for page in carried.copies(pages) for one in examples(page)]


def examples(page: LabelledPage) -> Iterator[Example]:
    """Two choices an article, of pages whose articles are counted rightly: with what the rules say, and without.

    The rules were mended on many of these pages and are right on them more often than elsewhere; seen without them, the weights
    do not lean on them alone.
    """
    if not any("publisher" in facts for facts in page.articles):
        return
    text = decode.from_text(page.text).text
    extents = articles.extents(tagger.judge(text, loader.load()))
    if len(extents) != len(page.articles):
        return
    for extent, facts in zip(extents, page.articles, strict=True):
        if "publisher" not in facts:
            continue
        wanted = paper_choice.squeezed(facts["publisher"] or "")
        signed = writers.writers(text, extent)
        for told in (papers_told.told(text, extent, signed), None):
            found = paper_choice.candidates(text, extent, signed, told, NAMES)
            choice = item.example(
                page.name,
                [(list(chain.from_iterable(one.facts)), paper_choice.squeezed(one.text) == wanted) for one in found],
            )
            yield choice._replace(counts=1.0) if page.name.startswith("layouts/") else choice
