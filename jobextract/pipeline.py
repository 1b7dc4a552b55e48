"""The whole way from a text to its records, on one screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import structs

from .analysis import checks
from .attributes import assemble
from .garbage import uncollected
from .model import Article, Extraction, Mention, Source
from .page import articles, decode, tagger, timestamps
from .quantities.recognizer import find
from .quantities.wrapped import find_wrapped
from .rulebook import loader
from .rulebook.loader import Rulebook
from .temporal import reference_year
from .time_limit import limited


@uncollected()
def extract(
    text: str | Source,
    published: str | date | None = None,
    publisher: str | None = None,
    rules: str | Path | Iterable[str | Path] = (),
    timeout: float | None = None,
) -> Extraction:
    """Every figure of a page as scraped: what it is, whose, for when, aimed at or achieved.

    ``published`` (a date, or ISO 8601) and ``publisher`` override what the page says; ``rules`` is a folder of own rule
    files, or several. Offsets are code points of ``Extraction.source.text``, which is the given text with its newlines
    and its Unicode form settled. Raises RuleError for a rule that is not right, ValueError for a date that is none,
    TimeoutError where it takes more than ``timeout`` seconds.
    """
    book, source, day = loader.load(_folders(rules)), _source(text), _moment(published)
    if not isinstance(publisher, str | None):
        raise TypeError(f"publisher is a str or None, not {type(publisher).__name__}")
    with limited(timeout):
        return _extracted(source, day, publisher, book)


def _source(text: str | Source) -> Source:
    """The text as a source that holds no half emoji, and whose date is one. Raises TypeError, ValueError."""
    if not isinstance(text, str | Source):
        raise TypeError(f"extract takes str or Source, not {type(text).__name__}; read_bytes makes a Source of bytes")
    source = decode.from_text(text) if isinstance(text, str) else decode.sound(text)
    return structs.replace(source, published=_moment(source.published)) if source.published else source


def _moment(given: str | date | None) -> str | None:
    return timestamps.moment(given, "published") if given else None


def _folders(rules: str | Path | Iterable[str | Path]) -> tuple[str, ...]:
    return (str(rules),) if isinstance(rules, str | Path) else tuple(map(str, rules))


def _extracted(source: Source, published: str | None, publisher: str | None, book: Rulebook) -> Extraction:
    lines = tagger.judge(source.text, book, source.title, source.is_article)
    parts = articles.segment(source, lines, book, published, publisher)
    parts = reference_year.infer_years(source.text, parts)
    found = [_figures(source.text, article, book) for article in parts]
    parts, rows = assemble.resolve(source, parts, lines, found, book)
    verdicts, rows = checks.check(rows)
    if source.carried:
        rows = [structs.replace(row, carried=source.carried) for row in rows]
    return Extraction(source=source, lines=tuple(lines), articles=tuple(parts), records=tuple(rows), checks=verdicts)


def _figures(text: str, article: Article, book: Rulebook) -> list[Mention]:
    day = _day(article.published)
    return [
        mention
        for segment in article.segments
        for mention in find_wrapped(text, segment.start, segment.end, day, article.year, book)
    ]


def _day(moment: str | None) -> date | None:
    return date.fromisoformat(moment[:10]) if moment else None


@uncollected()
def mentions(text: str, reference: date | str | None = None) -> list[Mention]:
    """The quantities, dates and durations in plain text, in reading order, without any stripping.

    ``reference`` (a date, or ISO 8601) is the day that 올해 and 지난달 count from; without it they have no period. Offsets are
    code points of the text as given. Raises ValueError for a date that is none.
    """
    if not isinstance(text, str):
        raise TypeError(f"mentions takes str, not {type(text).__name__}")
    day = timestamps.moment(reference, "reference") if reference else None
    return find(decode.mended(text), reference=_day(day))
