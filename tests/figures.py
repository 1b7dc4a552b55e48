"""Records of a text written in a test: the first line is the headline where ``title`` says so, every other line is body."""

from __future__ import annotations

from datetime import date

from jobextract.attributes import assemble
from jobextract.model import Article, Record, Segment, Source
from jobextract.quantities import recognizer
from jobextract.rulebook import loader
from jobextract.temporal import reference_year


def read(
    text: str, title: bool = False, published: str | None = None, place: str | None = None
) -> tuple[Article, list[Record]]:
    """The article with its subject and year, and all its records."""
    source = Source(name="test", text=text, digest="0" * 12)
    segments, start = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            segments.append(Segment("title" if title and number == 0 else "body", start, start + len(line)))
        start += len(line) + 1
    article = Article(
        number=1,
        first_line=1,
        last_line=text.count("\n") + 1,
        title=text.split("\n")[0] if title else None,
        published=published,
        place=place,
        segments=tuple(segments),
    )
    (article,) = reference_year.infer_years(text, [article])
    day = date.fromisoformat(published[:10]) if published else None
    found = [m for s in segments for m in recognizer.find(text, s.start, s.end, day, article.year)]
    articles, rows = assemble.resolve(source, [article], [], [found], loader.load())
    return articles[0], rows


def of(mention: str, text: str, **how) -> Record:
    """The record of the figure written ``mention`` in ``text``; the first of several."""
    rows = read(text, **how)[1]
    found = [row for row in rows if row.text == mention]
    assert found, f"{mention} is not among {[row.text for row in rows]}"
    return found[0]
