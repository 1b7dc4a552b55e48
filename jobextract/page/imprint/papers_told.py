"""What fixed rules take for the paper: a byline's, a notice's, the site's name; one opinion among those that are weighed."""

from __future__ import annotations

from .. import publisher as imprint
from . import sources
from .extent import SIGHT, Extent, words
from .papers import SITE_LINE, generic
from .writers import Writers

_TOP, _TWICE = 5, 2


def told(text: str, extent: Extent, signed: Writers) -> str | None:
    """The paper that the byline names, that a line gives as the source, or the page."""
    if not signed.house and (source := sources.told(text, extent)):
        return source
    if signed.house:
        return imprint.best(signed.house, _masthead(text, extent))
    return _publisher(text, extent)


def _publisher(text: str, bound: Extent) -> str | None:
    """The paper, where no byline names it: of the copyright notice, of a source line, of the channel's name on top."""
    notices, marks = [], []
    for line in bound.lines:
        content = words(text, line)
        if line.rule == "end.copyright" and line.number > bound.first:
            notices.append(imprint.noticed(content))
        elif line.rule == "end.mark" and line.number > bound.first:
            marks.append(imprint.noticed(content) if line.number > bound.last else None)
        elif line.rule == "meta.source":
            notices.append(imprint.sourced(content))
        elif line.number > bound.last and line.role in ("meta", "boilerplate") and line.number <= bound.last + SIGHT:
            marks += [imprint.signed(content), imprint.mailed(content)]
        else:
            notices += [imprint.noticed(text[p.start : p.end]) for p in line.parts if p.rule == "glued.notice"]
    handle = next((m for line in bound.lines[:SIGHT] if (m := SITE_LINE.fullmatch(words(text, line)))), None)
    noticed = next((name for name in notices + marks if name), None)
    named = imprint.best(noticed, _masthead(text, bound)) or (handle["name"] if handle else None)
    return named or _blog(text, bound)


def _blog(text: str, bound: Extent) -> str | None:
    """A name without any sign of a paper that stands alone on the first line of the page."""
    first = next((line for line in bound.lines if line.role != "blank"), None)
    if first is None or first.rule != "head.unrelated":
        return None
    name = imprint.bare_masthead(words(text, first))
    return None if first.number in sources.menu(text, bound) and bound.whole(text).count(name or "") < _TWICE else name


def _masthead(text: str, bound: Extent) -> str | None:
    """The site's name among the first lines of the page, above the article."""
    top = [line for line in bound.lines if line.role != "blank"][:_TOP]
    over = [words(text, line) for line in top if line.role == "boilerplate" and line.number < bound.first]
    return next((name for said in over if (name := imprint.masthead(said)) and not generic(name)), None)
