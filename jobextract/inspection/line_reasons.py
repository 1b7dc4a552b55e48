"""Why a line was kept or dropped: the facts that weighed most, in words, and how clear the answer was."""

from __future__ import annotations

from typing import NamedTuple

from ..learning.sequence import SequenceModel
from ..page import tagger
from ..page.facts import facts
from ..page.layout import lay_out
from ..page.lines import shapes
from ..rulebook.loader import Rulebook

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
    kept = [at for at, label in enumerate(model.labels) if label in KEPT]
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
    """A fact as a reader of the page would say it."""
    name, _, value = fact.partition(":")
    if name == "rule" and value in book.entries:
        return book.entries[value].why
    if name.startswith("meta."):
        return tagger.REASONS.get(name, name)
    if name in _SAID:
        return _SAID[name].format(value)
    step, _, what = name.partition(" ")
    if step in ("+1", "+2", "-1", "-2"):
        return f"the line {abs(int(step))} {'below' if step[0] == '+' else 'above'}: {what} {value}"
    return f"{name} {value}".strip()


_SAID = {
    "sign": "holds the sign of {}",
    "topic": "how many of its words the text says again and again ({} of 7)",
    "word length": "how long its words are ({})",
    "alone": "blank lines above and below it ({})",
    "between": "what stands above and below it ({})",
    "nothing opened": "no head of a list stands above it",
    "blanks above": "blank lines above it ({})",
    "opens": "opens a list or box ({})",
    "over metadata": "the date or the byline follows ({})",
    "heads the next": "the sentence below has its words ({})",
    "alike": "the lines about it are of its kind ({})",
    "place": "its place on the page ({} of 8)",
    "from top": "its place from the top ({})",
    "from bottom": "its place from the bottom ({})",
    "size": "its length ({})",
    "words": "how many words it has ({})",
    "particles": "how many particles it has, for its length ({})",
    "end": "ends {}",
    "size, end": "ends so at its length ({})",
    "start": "begins with {}",
    "start, end": "begins and ends so ({})",
    "figures": "how many figures it has ({})",
    "reads": "reads as {} by itself",
    "core": "stands {} the densest running text",
    "core, reads": "its kind, for its place about the densest running text ({})",
    "words of the core": "how many of its words the densest running text has ({} of 7)",
    "words, reads": "how many of its words the text has, for its kind ({})",
    "words, side": "how many of its words the text has, for its place ({})",
    "words of the text above": "how many of its words the paragraph above has ({})",
    "words of the text below": "how many of its words the paragraph below has ({})",
    "opened": "a head stands above it ({})",
    "opened, reads": "a head stands above it ({})",
    "end passed": "the closing notice stands above it ({})",
    "end passed, reads": "the closing notice stands above it ({})",
    "date passed": "the date stands above it ({})",
    "again": "the same line stands elsewhere ({})",
    "begins as another": "begins as another line does",
    "headline": "says what the article says ({} of 6)",
    "headline rank": "of the likely headlines number {}",
    "no rule": "no rule of furniture finds it",
    "family": "a line of the family {}",
    "rule says": "the rule says {}",
    "block": "the block that it stands in ({})",
    "run of others": "so many lines without running text in a row ({})",
    "run of text": "so many lines of running text in a row ({})",
    "told": "so much of the running text is above it ({} of 7)",
}
