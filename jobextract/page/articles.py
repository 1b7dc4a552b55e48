"""From judged lines to articles: where each begins and ends, what is said of its publication, its running stretches."""

from __future__ import annotations

import itertools

from ..korean.word_lists import pattern
from ..model import Article, Line, Segment, Source
from ..rulebook.loader import Rulebook
from .imprint import dates, headlines, paper_choice, papers_told, writers
from .imprint.extent import Extent
from .lines import carries_on, closed, tabular

_CUT, _CUT_OFF = pattern("numerals.cut"), pattern("numerals.cut_off")


def segment(
    source: Source, lines: list[Line], rulebook: Rulebook, published: str | None = None, publisher: str | None = None
) -> list[Article]:
    """The articles of a source, in order; ``published`` and ``publisher`` override what the page says.

    What a row of a corpus says of itself goes before the bylines in its text, what a page's markup says behind them.
    Subject, region and year stay empty: they rest on what the text says, which the records read.
    """
    bounds = extents(lines)
    signed = [writers.writers(source.text, bound) for bound in bounds]
    papers = [
        paper_choice.paper(source.text, bound, named, papers_told.told(source.text, bound, named))
        for named, bound in zip(signed, bounds, strict=True)
    ]
    stamps = dates.inherited([dates.times(source.text, bound) for bound in bounds])
    found = []
    for at, bound in enumerate(bounds):
        named = signed[at] if signed[at].names or at == 0 or _apart(lines, bound) else signed[at - 1]
        told = (source.publisher, papers[at]) if source.is_article else (papers[at], source.publisher)
        paper = next((name for name in (publisher, *told, *papers[at + 1 :], *papers[:at]) if name), None)
        found.append(_article(source, bound, at + 1, named, stamps[at], paper, published))
    return found


def _article(
    source: Source,
    bound: Extent,
    number: int,
    named: writers.Writers,
    times: dates.Times,
    paper: str | None,
    published: str | None,
) -> Article:
    titles = headlines.headlines(source.text, bound)
    told = (source.reporter,) if source.reporter and number == 1 else ()
    names = (told or named.names) if source.is_article else (named.names or told)
    return Article(
        number=number,
        first_line=bound.first,
        last_line=bound.last,
        title=titles[0] if titles else source.title,
        subtitle=" / ".join(titles[1:]) or None,
        published=published or _fuller(source.published if number == 1 else None, times.published),
        updated=times.updated,
        reporter=names[0] if names else None,
        reporters=names,
        publisher=paper,
        place=named.place or None,
        segments=tuple(_segments(source.text, bound.lines)),
    )


def extents(lines: list[Line]) -> list[Extent]:
    """Articles begin at the headlines that the judge found; what stands before the first belongs to it."""
    starts = [i for i, line in enumerate(lines) if line.rule == "title.next"]
    if not any(line.keep for line in lines):
        return []
    edges = [0, *starts, len(lines)]
    found = []
    for first, after in itertools.pairwise(edges):
        own = lines[first:after]
        kept = [line.number for line in own if line.keep]
        if kept:
            found.append(Extent(own, kept[0], kept[-1]))
    return found


def _apart(lines: list[Line], bound: Extent) -> bool:
    """Whether a blank line or a notice parts the article from the one above, whose byline then does not hold for it."""
    above = lines[bound.first - 2] if bound.first >= 2 else None
    return above is None or above.role != "body"


def _fuller(told: str | None, stamped: str | None) -> str | None:
    """What the carrier says of the date, or the page's own stamp of the same day where that also has the time."""
    return stamped if stamped and told and stamped.startswith(told) else told or stamped


# --- segments --------------------------------------------------------------------------------------------------------


def _segments(text: str, lines: list[Line]) -> list[Segment]:
    """Running stretches in reading order; lines that a fixed width has cut are one stretch."""
    found: list[Segment] = []
    open_line: Line | None = None
    for line in lines:
        if line.role == "blank":
            continue
        if not line.keep:
            open_line = None
            continue
        for part in line.parts:
            if part.role not in ("title", "body", "caption"):
                continue
            if open_line is not None and part is line.parts[0] and _goes_on(text, open_line, line):
                found[-1] = Segment("body", found[-1].start, part.end)
            else:
                found.append(Segment(part.role, part.start, part.end))
        open_line = line if line.role == "body" and line.parts[-1].role == "body" else None
    return found


def _goes_on(text: str, above: Line, line: Line) -> bool:
    """Whether a line of running text continues the one above it, which broke off in mid-sentence."""
    upper = text[above.start : above.end].strip()
    lower = text[line.start : line.end].lstrip()
    if line.number == above.number + 1 and _CUT.search(upper) and _CUT_OFF.search(f"{upper[-1:]}\n{lower[:12]}"):
        return True
    if closed(upper) or len(upper) > 90 or tabular(upper):
        return False
    wrapped = above.rule == line.rule == "body.prose" and line.number == above.number + 1
    return wrapped or (line.rule == "body.prose" and carries_on(upper))
