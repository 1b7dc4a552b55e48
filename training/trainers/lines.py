"""The labels of lines: a linear chain over the facts of ``jobextract.page.facts``.

The weights are the mean of one training on the pages as they are and of several on the pages and changed copies of them
(``training.augment``), which is better on pages never seen than any of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jobextract.learning.sequence import SequenceModel
from jobextract.learning.weights import Weights
from jobextract.page import decode
from jobextract.page.facts import facts
from jobextract.page.layout import lay_out
from jobextract.page.lines import shapes
from jobextract.rulebook import loader

from .. import crf
from ..augment import Page, augmented
from ..labels import CHAINED, before_text, chain_labels
from ..pages import LabelledPage
from ..writing import digest

SEEDS = 4
#: what a page that was written as a trap counts: there are few of each kind
TRAPS = 12
FOLDS = 6


def train(pages: Sequence[LabelledPage], seeds: int = SEEDS) -> Weights:
    """The weights learned from the pages."""
    given = [labelled(page) for page in pages for _ in range(TRAPS if page.author == "pages" else 1)]
    plain = [places(page) for page in given]
    trainings = [crf.learn(plain)]
    for seed in range(seeds):
        trainings.append(crf.learn(plain + [places(page) for page in augmented(given, seed)]))
    rows, steps = crf.rounded(crf.mean(trainings), CHAINED)
    told = {fact: tuple(row) for fact, row in rows.items()}
    return Weights(name="lines", pages=digest(pages), labels=CHAINED, weights=told, data={"transitions": steps})


def labelled(page: LabelledPage) -> Page:
    """The lines of a page and the label of each."""
    lines = decode.from_text(page.text).text.split("\n")
    return lines, chain_labels(lines, page.labels, page.articles)


def places(page: Page) -> tuple[list[list[str]], list[str]]:
    """The facts and the label of each line with words."""
    lines, labels = page
    layout = lay_out(shapes("\n".join(lines)), loader.load())
    return list(facts(layout)), before_text([labels[line.index] for line in layout.lines])


# --- what it is worth ------------------------------------------------------------------------------------------------


def report(pages: Sequence[LabelledPage]) -> str:
    """Lines kept rightly on pages not learned from: by page in folds, then with all pages of one author left out."""
    folds = [list(pages[at::FOLDS]) for at in range(FOLDS)]
    authors = sorted({page.author for page in pages})
    sources = [[page for page in pages if page.author == author] for author in authors]
    return "\n".join([*_validated("by page", pages, folds), *_validated("by author", pages, sources)])


def _validated(name: str, pages: Sequence[LabelledPage], folds: Sequence[Sequence[LabelledPage]]) -> Iterator[str]:
    total, low = [0] * 6, []
    for fold in folds:
        out = {page.name for page in fold}
        model = SequenceModel(train([page for page in pages if page.name not in out]))
        for page in fold:
            counts = _counts(page, model)
            total = [one + other for one, other in zip(total, counts, strict=True)]
            if f1(*counts[:3]) < 0.9:
                low.append(f"{page.name} {f1(*counts[:3]):.3f}")
    yield f"{name}: characters {f1(*total[:3]):.4f}, lines {f1(*total[3:]):.4f}, {len(low)} pages under .90"
    yield from (f"    {page}" for page in low)


def _counts(page: LabelledPage, model: SequenceModel) -> list[int]:
    """Characters, then lines: kept rightly, kept wrongly, lost. A title said again is not counted."""
    layout = lay_out(shapes(decode.from_text(page.text).text), loader.load())
    found = dict(zip((line.index for line in layout.lines), model.label(facts(layout)).labels, strict=True))
    counts, seen = [0] * 6, set[str]()
    for at, (line, letter) in enumerate(zip(page.text.split("\n"), page.labels, strict=True)):
        words = line.strip()
        again = words in seen
        seen.add(words)
        kept = found.get(at, "-").upper() in "BHT"
        if letter not in "BTX" or not words or (again and letter in "TX") or not (kept or letter != "X"):
            continue
        slot = 0 if kept and letter != "X" else 1 if kept else 2
        counts[slot] += len(words)
        counts[slot + 3] += 1
    return counts


def f1(right: int, wrong: int, lost: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (2 * right + wrong + lost) if right + wrong + lost else 1.0
