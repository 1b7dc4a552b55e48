"""The main period of an article among its times: facts of ``attributes/periods/main_period``.

Learned from the figures whose own sentence does not name their time: each says how many of them an option is right for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jobextract.attributes.assemble import Desk
from jobextract.attributes.figure import Figure
from jobextract.attributes.periods import choice, main_period
from jobextract.learning.weights import Weights
from jobextract.temporal import edtf

from ..figures import told
from ..pages import LabelledPage
from ..softmax import Example, counts, fold, learn, whole
from ..writing import digest

STRENGTH, FOLDS = 20.0, 8


class Answer(NamedTuple):
    """The figures of an article of which the same options are right: what has happened and what is to come apart."""

    page: str
    author: str
    facts: list[list[str]]
    right: tuple[bool, ...]
    figures: int
    of: int


def train(pages: Iterable[LabelledPage]) -> Weights:
    """The weights of the facts."""
    pages = list(pages)
    return weights(answers(pages), digest(pages))


def report(pages: Iterable[LabelledPage]) -> str:
    """For how many figures without a time of their own the main period is right, in pages left out, by who wrote them."""
    found = answers(list(pages))
    tally: dict[str, list[int]] = {}
    for number in range(FOLDS):
        learned = weights([a for a in found if fold(a.page, FOLDS) != number], "")
        for answer in (a for a in found if fold(a.page, FOLDS) == number):
            best, _ = choice.best_of(learned, answer.facts)
            for name in ("all", answer.author):
                row = tally.setdefault(name, [0, 0, 0])
                row[0] += answer.figures
                row[1] += answer.figures * answer.right[best]
                row[2] += answer.figures * any(answer.right)
    lines = ["author     figures  right  among its times"]
    lines += [f"{name:10} {n:7}  {right / n:.3f}  {among / n:.3f}" for name, (n, right, among) in sorted(tally.items())]
    return "\n".join(lines)


def answers(pages: Sequence[LabelledPage]) -> list[Answer]:
    """The figures of all articles that name no time themselves."""
    found: list[Answer] = []
    for page in pages:
        desks: dict[int, tuple[Desk, list[tuple[Figure, set[str]]]]] = {}
        for desk, figure, row in told(page):
            right = {p for p in (row.get("period"), *row.get("period_in", ())) if p}
            if right and figure.mention.kind not in main_period.UNCOUNTED and not right & _named(figure):
                desks.setdefault(id(desk), (desk, []))[1].append((figure, right))
        for desk, figures in desks.values():
            found += of_article(page, desk.main_options(), figures)
    return found


def of_article(
    page: LabelledPage, options: Sequence[main_period.Option], figures: Sequence[tuple[Figure, set[str]]]
) -> list[Answer]:
    """The answers of one article: figures with the periods that are right for them."""
    found: list[Answer] = []
    periods = [edtf.in_months(option.time.period) for option in options]
    for group in ("actual", "ahead"):
        rights = [right for figure, right in figures if main_period.group(figure) == group]
        facts = [option.of(group) for option in options]
        counts = Counter(tuple(period in right for period in periods) for right in rights)
        found += [Answer(page.name, page.author, facts, right, n, len(rights)) for right, n in counts.items() if facts]
    return found


def _named(figure: Figure) -> set[str]:
    dates = (word.mention.period for word in figure.sentence.words if word.role == "date" and word.mention)
    return {edtf.in_months(period) for period in dates if period}


def weights(found: Sequence[Answer], pages: str) -> Weights:
    """The weights learned of these articles; one with many figures counts more, but not as much as it has more of them."""
    examples = [
        Example(a.page, a.facts, a.right, counts(a.page) * a.figures / a.of**0.5) for a in found if any(a.right)
    ]
    learned = whole(learn(examples, STRENGTH))
    return Weights(name="main_period", pages=pages, labels=["time"], weights={f: (w,) for f, w in learned.items()})
