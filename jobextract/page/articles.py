"""From judged lines to articles: where each begins and ends, what is said of its publication, its running stretches."""

from __future__ import annotations

import itertools

import regex

from ..model import Article, Line, Segment, Source
from ..rulebook.loader import Rulebook
from . import publisher as imprint
from .imprint import dates, headlines, writers
from .imprint.extent import Extent
from .lines import carries_on, closed, tabular

_SIGHT, _TOP = 12, 5
_SITE_LINE = regex.compile(r"(?P<name>\S.{1,18}?)\s@[A-Za-z][\w.]{2,30}")


def segment(
    source: Source, lines: list[Line], rulebook: Rulebook, published: str | None = None, publisher: str | None = None
) -> list[Article]:
    """The articles of a source, in order; ``published`` and ``publisher`` override what the page says.

    Subject, region and year stay empty: they rest on what the text says, which the records read.
    """
    bounds = _bounds(lines)
    signed = [writers.writers(source.text, bound) for bound in bounds]
    papers = [
        imprint.best(named.house or None, _masthead(source.text, bound))
        if named.house
        else _publisher(source.text, bound)
        for named, bound in zip(signed, bounds, strict=True)
    ]
    stamps = dates.inherited([dates.times(source.text, bound) for bound in bounds])
    found = []
    for at, bound in enumerate(bounds):
        named = signed[at] if signed[at].names or at == 0 or _apart(lines, bound) else signed[at - 1]
        paper = (
            publisher or papers[at] or source.publisher or next((p for p in papers[at + 1 :] + papers[:at] if p), None)
        )
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
    names = named.names or ((source.reporter,) if source.reporter and number == 1 else ())
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


def _bounds(lines: list[Line]) -> list[Extent]:
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


# --- reporters and publisher -----------------------------------------------------------------------------------------


def _publisher(text: str, bound: Extent) -> str | None:
    """The paper, where no byline names it: of the copyright notice, of a source line, of the channel's name on top."""
    notices, marks = [], []
    for line in bound.lines:
        content = text[line.start : line.end].strip()
        if line.rule == "end.copyright" and line.number > bound.first:
            notices.append(imprint.noticed(content))
        elif line.rule == "end.mark" and line.number > bound.first:
            marks.append(imprint.noticed(content) if line.number > bound.last else None)
        elif line.rule == "meta.source":
            notices.append(imprint.sourced(content))
        elif line.number > bound.last and line.role in ("meta", "boilerplate") and line.number <= bound.last + _SIGHT:
            marks += [imprint.signed(content), imprint.mailed(content)]
        else:
            notices += [imprint.noticed(text[p.start : p.end]) for p in line.parts if p.rule == "glued.notice"]
    handle = next(
        (m for line in bound.lines[:_SIGHT] if (m := _SITE_LINE.fullmatch(text[line.start : line.end].strip()))), None
    )
    noticed = next((name for name in notices + marks if name), None)
    named = imprint.best(noticed, _masthead(text, bound)) or (handle["name"] if handle else None)
    return named or _blog(text, bound)


def _blog(text: str, bound: Extent) -> str | None:
    """A name without any sign of a paper that stands alone on the first line of the page."""
    first = next((line for line in bound.lines if line.role != "blank"), None)
    if first is None or first.rule != "head.unrelated":
        return None
    return imprint.bare_masthead(text[first.start : first.end].strip())


def _masthead(text: str, bound: Extent) -> str | None:
    """The site's name among the first lines of the page, above the article."""
    top = [line for line in bound.lines if line.role != "blank"][:_TOP]
    over = [
        text[line.start : line.end].strip() for line in top if line.role == "boilerplate" and line.number < bound.first
    ]
    return next((name for words in over if (name := imprint.masthead(words))), None)


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
    if closed(upper) or len(upper) > 90 or tabular(upper):
        return False
    wrapped = above.rule == line.rule == "body.prose" and line.number == above.number + 1
    return wrapped or (line.rule == "body.prose" and carries_on(upper))
