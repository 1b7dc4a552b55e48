"""Why a figure has its item: the candidates that were weighed, the winner first, and what weighed most for and against each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..attributes import assemble
from ..attributes.figure import Figure
from ..attributes.items import choice
from ..model import Article, Source
from ..page import articles, decode, tagger
from ..quantities.recognizer import find
from ..rulebook.loader import Rulebook

HEADINGS = ("figure", "outcome", "candidate", "score", "weights")
#: candidates that are shown, and what is shown of what weighed for them
MOST, REASONS = 4, 5


class Row(NamedTuple):
    """One candidate of one figure, in the order of ``HEADINGS``; a figure's member stands behind its item."""

    figure: str
    outcome: str
    candidate: str
    score: str
    weights: str


def explain(text: str, book: Rulebook) -> list[Row]:
    """The candidates of every figure of a text, in reading order."""
    source = decode.from_text(text)
    parts = articles.segment(source, tagger.judge(source.text, book), book, None, None)
    found = [_mentions(source, part, book) for part in parts]
    desks = assemble.desks(source, parts, found, book)
    return [row for desk in desks for draft in desk.drafts for row in _rows(draft)]


def _mentions(source: Source, part: Article, book: Rulebook) -> list:
    spans = ((segment.start, segment.end) for segment in part.segments)
    return [mention for start, end in spans for mention in find(source.text, start, end, None, part.year, book)]


def _rows(draft: Figure) -> Iterator[Row]:
    for name, weighed, chosen in (
        ("item", choice.explain(draft, REASONS), draft.item),
        ("member", choice.explain_member(draft, REASONS), draft.member),
    ):
        for number, one in enumerate(weighed[:MOST]):
            won = number == 0 and chosen is not None
            outcome = f"{name} {chosen}" if won and name == "item" else name if won else ""
            reasons = " ".join(f"{fact}{weight:+d}" for fact, weight in one.reasons)
            yield Row(draft.mention.text, outcome, one.text, str(one.score), reasons)
