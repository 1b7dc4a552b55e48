"""Labelled pages as the figures of their articles: what the rules make of each, beside what the annotation says.

The lines are those of the labels, not the tagger's, so that what is learned of figures does not hang on what was learned of lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from jobextract.attributes import assemble
from jobextract.attributes.assemble import Desk
from jobextract.attributes.figure import Figure
from jobextract.attributes.items.choice import Scorers
from jobextract.korean.tokens import Sentence
from jobextract.model import Article, Line, Mention, Part, Role, Source
from jobextract.page import articles, decode, tagger
from jobextract.quantities.wrapped import find_wrapped
from jobextract.rulebook.loader import Rulebook, load
from jobextract.temporal import reference_year

from .pages import LabelledPage

_ROLES: dict[str, Role] = {"T": "title", "B": "body", "M": "meta", "C": "caption", "X": "boilerplate", "-": "blank"}
#: the sentences of the articles of each page: a page is read again with other scorers
_READ: dict[tuple[str, str], list[tuple[Source, Article, list[Sentence]]]] = {}
_RULES = {"title": "title.main", "body": "body.prose", "meta": "meta.date"}


def told(
    page: LabelledPage, scorers: Scorers | None = None, settled: bool = False
) -> Iterator[tuple[Desk, Figure, dict[str, Any]]]:
    """Each annotated figure that is found, with the desk of its article, in reading order."""
    wanted = [row for row in page.rows if row["expect"] == "must"]
    for desk in desks(page, scorers):
        if settled:
            desk.settle()
        for figure in desk.drafts:
            mention = figure.mention
            hits = [r for r in wanted if min(r["end"], mention.end) > max(r["start"], mention.start)]
            if hits:
                yield desk, figure, max(hits, key=lambda r: min(r["end"], mention.end) - max(r["start"], mention.start))


def desks(page: LabelledPage, scorers: Scorers | None = None) -> Iterator[Desk]:
    """The articles of a page, items weighed by these scorers, else by those that are there."""
    key = page.name, page.text
    if key not in _READ:
        source = decode.from_text(page.text)
        found = _articles(source, page, load())
        _READ[key] = [(source, article, assemble.spoken(source.text, article, told)) for article, told in found]
    for source, article, spoken in _READ[key]:
        yield Desk(source, article, spoken, load(), scorers)


def _articles(source: Source, page: LabelledPage, book: Rulebook) -> Iterator[tuple[Article, list[Mention]]]:
    parts = articles.segment(source, _lines(source, page, book), book, None, None)
    if len(parts) == len(page.articles):
        parts = [_with_facts(part, facts) for part, facts in zip(parts, page.articles, strict=True)]
    for article in reference_year.infer_years(source.text, parts):
        day = date.fromisoformat(article.published[:10]) if article.published else None
        spans = ((segment.start, segment.end) for segment in article.segments)
        yield (
            article,
            [m for start, end in spans for m in find_wrapped(source.text, start, end, day, article.year, book)],
        )


def _with_facts(article: Article, facts: dict[str, Any]) -> Article:
    """The article with what is annotated of it; a page that is dated by its month alone tells no day."""
    title, day = facts.get("title") or article.title, facts.get("published", article.published)
    return msgspec.structs.replace(
        article, title=title, published=day if day and len(day) >= len("2024-06-01") else None
    )


def _lines(source: Source, page: LabelledPage, book: Rulebook) -> list[Line]:
    starts = {facts["first_line"] for facts in page.articles[1:] if facts.get("first_line")}
    judged = zip(tagger.judge(source.text, book), page.labels, strict=False)
    return [_line(line, label, line.number in starts) for line, label in judged]


def _line(line: Line, label: str, starts: bool) -> Line:
    role: Role = "blank" if line.start == line.end else _ROLES.get(label, "boilerplate")
    rule, parts = line.rule, line.parts
    if role != line.role or rule == "title.next":
        rule = _RULES.get(role, role)
        parts = (Part(line.start, line.end, role, rule),) if role != "blank" else ()
    keep = role in ("title", "body", "caption")
    return msgspec.structs.replace(line, role=role, rule="title.next" if starts else rule, parts=parts, keep=keep)
