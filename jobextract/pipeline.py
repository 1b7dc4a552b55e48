"""The whole way from a text to its records, on one screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .analysis import checks
from .attributes import assemble
from .model import Article, Extraction, Line, Mention, Source
from .page import articles, decode, tagger
from .quantities.recognizer import find
from .rulebook import loader
from .rulebook.loader import Rulebook
from .temporal import reference_year


def extract(
    text: str | Source, published: str | None = None, publisher: str | None = None, rules: Iterable[str] = ()
) -> Extraction:
    """Every figure of a page as scraped: what it is, whose, for when, aimed at or achieved.

    ``published`` (ISO 8601) and ``publisher`` override what the page says; ``rules`` are folders of own rule files.
    Offsets are code points of ``Extraction.source.text``, which is the given text with its newlines and its Unicode
    form settled. Raises RuleError for a rule that is not right, ValueError for a date that is none.
    """
    source = decode.from_text(text) if isinstance(text, str) else text
    book = loader.load(tuple(rules))
    lines = tagger.judge(source.text, book)
    parts = articles.segment(source, lines, book, published, publisher)
    parts = reference_year.infer_years(source.text, parts)
    found = [_figures(source.text, article, book) for article in parts]
    parts, rows = assemble.resolve(source, parts, lines, found, book)
    verdicts, rows = checks.check(rows)
    return Extraction(source=source, lines=tuple(lines), articles=tuple(parts), records=tuple(rows), checks=verdicts)


def _figures(text: str, article: Article, book: Rulebook) -> list[Mention]:
    day = _day(article.published)
    return [
        mention
        for segment in article.segments
        for mention in find(text, segment.start, segment.end, day, article.year, book)
    ]


def _day(moment: str | None) -> date | None:
    return date.fromisoformat(moment[:10]) if moment else None


def judged(source: Source, rules: Iterable[str] = ()) -> list[Line]:
    """Every line of the page with its role and the rule that decided, kept or not."""
    return tagger.judge(source.text, loader.load(tuple(rules)))


def mentions(text: str, reference: date | str | None = None) -> list[Mention]:
    """The quantities, dates and durations in plain text, in reading order, without any stripping.

    ``reference`` (a date, or ISO 8601) is the day that 올해 and 지난달 count from; without it they have no period. Offsets are
    code points of the text as given.
    """
    return find(text, reference=_day(reference) if isinstance(reference, str) else reference)
