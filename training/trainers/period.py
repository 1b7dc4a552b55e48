"""Which of its candidates is the time of a figure, or none: facts of ``attributes/periods/candidates``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jobextract.attributes.assemble import Desk
from jobextract.attributes.periods import candidates as times
from jobextract.attributes.periods import choice
from jobextract.learning.weights import Weights
from jobextract.temporal import edtf

from ..figures import told
from ..pages import LabelledPage
from ..softmax import Example, counts, fold, learn, whole
from ..tally import Tally
from ..writing import digest
from . import main_period

#: what holds a fact near nought by itself, and beside what is known of the figure: there are so many of these that each is rare
STRENGTH, BESIDE, FOLDS = 2.5, 8.0, 8
_BESIDE = re.compile(r"\|(?:status|dated|change|kind|scope)=[^|]*$")


class Answer(NamedTuple):
    """An annotated figure: its candidates with their facts, what the rules say and what is right; ``line`` is where it stands."""

    page: str
    line: int
    periods: list[str | None]
    facts: list[list[str]]
    rule: str | None
    right: list[str]


def train(pages: Iterable[LabelledPage]) -> Weights:
    """The weights of the facts."""
    pages = list(pages)
    return _weights(_answers(pages), digest(pages))


def report(pages: Iterable[LabelledPage]) -> str:
    """What is right and wrong on pages left out, by who wrote them, for the rules alone and as chosen."""
    pages = list(pages)
    answers = _answers(pages)
    author = {page.name: page.author for page in pages}
    tally = Tally()
    for part in range(FOLDS):
        weights = _weights([a for a in answers if fold(a.page, FOLDS) != part], "")
        for answer in (a for a in answers if fold(a.page, FOLDS) == part):
            chosen = answer.periods.index(answer.rule) if answer.rule is not None else None
            number = choice.decided(weights, answer.facts, chosen)
            said = answer.periods[number] if number is not None else None
            tally.add(author[answer.page], answer.rule, said, answer.right)
    return tally.table("as chosen")


def _answers(pages: Sequence[LabelledPage]) -> list[Answer]:
    found: list[Answer] = []
    articles = main_period.answers(pages)
    mains = {n: main_period.weights([a for a in articles if fold(a.page, FOLDS) != n], "") for n in range(FOLDS)}
    for page in pages:
        # each with its desk, which keeps the desk alive: ids of what is gone are given anew
        lines: dict[int, tuple[Desk, times.Timeline]] = {}
        for desk, figure, row in told(page):
            right = [period for period in (row.get("period"), *row.get("period_in", ())) if period]
            if not right or figure.mention.kind in ("date", "time"):
                continue
            if id(desk) not in lines:
                lines[id(desk)] = desk, desk.timeline(mains[fold(page.name, FOLDS)])
            line = lines[id(desk)][1]
            several = times.candidates(figure, line)
            found.append(
                Answer(
                    page.name,
                    row["line"],
                    [_period(one.time) for one in several],
                    [one.facts for one in several],
                    _period(times.ruled(figure, line)),
                    right,
                )
            )
    return found


def _period(time: times.Time | None) -> str | None:
    return edtf.in_months(time.period) if time else None


def _weights(answers: Sequence[Answer], pages: str) -> Weights:
    """What is learned of these figures; those of one list answer one question, so that each more of them counts less."""
    lists = Counter(map(_list_of, answers))
    examples = []
    for answer in answers:
        right = [period in answer.right for period in answer.periods]
        right = right if any(right) else [period is None for period in answer.periods]
        counted = counts(answer.page) / lists[_list_of(answer)] ** 0.5
        examples.append(Example(answer.page, answer.facts, right, counted))
    learned = whole(learn(examples, _strength))
    return Weights(name="period", pages=pages, labels=["time"], weights={f: (w,) for f, w in learned.items()})


def _list_of(answer: Answer) -> tuple[str, int, tuple[str | None, ...]]:
    """What figures of one list share: the line and the times that they may be for."""
    return answer.page, answer.line, tuple(answer.periods)


def _strength(fact: str) -> float:
    """What holds the weight of a fact near nought."""
    return BESIDE if _BESIDE.search(fact) else STRENGTH
