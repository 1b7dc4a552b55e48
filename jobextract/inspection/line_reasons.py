"""Why a line was kept or dropped: the facts that weighed most, in words, and how clear the answer was."""

from __future__ import annotations

from typing import NamedTuple

from ..learning.sequence import SequenceModel
from ..page import tagger
from ..page.facts import facts
from ..page.layout import lay_out
from ..page.lines import shapes
from ..rulebook.loader import Rulebook
from ..wording import reasons
from ..wording.words import language

KEPT = ("B", "H", "T", "C")
MOST = 3
#: a margin below that is doubtful: of ten such lines about one is wrong
DOUBTFUL = 300


class Reason(NamedTuple):
    """``number`` of the line, ``margin`` of the verdict over its opposite in hundredths, and what weighed most."""

    number: int
    margin: int
    facts: tuple[str, ...]

    @property
    def doubtful(self) -> bool:
        """Whether the line could as well be the opposite."""
        return self.margin < DOUBTFUL


def line_reasons(text: str, book: Rulebook) -> list[Reason]:
    """The reasons of every line with words."""
    layout, model = lay_out(shapes(text), book), tagger.model()
    rows = list(facts(layout))
    scores = model.label(rows).scores
    kept = [at for at, label in enumerate(model.labels) if label.upper() in KEPT]
    found = []
    for line, row, score in zip(layout.lines, rows, scores, strict=True):
        best = max(range(len(score)), key=lambda at: (score[at], -at))
        rivals = [at for at in range(len(score)) if (at in kept) is not (best in kept)]
        rival = max(rivals, key=lambda at: (score[at], -at))
        found.append(Reason(line.index + 1, score[best] - score[rival], _weightiest(model, row, best, rival, book)))
    return found


def _weightiest(model: SequenceModel, row: list[str], best: int, rival: int, book: Rulebook) -> tuple[str, ...]:
    weights = {fact: model.facts[fact][best] - model.facts[fact][rival] for fact in row if fact in model.facts}
    most = sorted((fact for fact in weights if weights[fact] > 0), key=lambda fact: (-weights[fact], fact))
    said = dict.fromkeys(words(fact, book) for fact in most)
    return tuple(list(said)[:MOST])


def words(fact: str, book: Rulebook) -> str:
    """A fact as a reader of the page would say it, in the language of the run."""
    name, _, value = fact.partition(":")
    if name == "rule" and value in book.entries:
        return reasons.why(value, book.entries[value].why, language())
    if name.startswith("meta."):
        return reasons.verdict(name, language())
    return reasons.fact(fact, language())
