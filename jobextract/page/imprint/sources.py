"""Where a page says by itself whose piece it prints: a line that names the source, and a paper's name that stands alone.

[출처 : 들꽃신문], 기사제공 들꽃신문 (2024.03.02), 매체명: 들꽃신문; 들꽃신문 on a line between headline and text. A picture's source, a
table's or a chart's is none of the piece.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...korean.word_lists import pattern, words
from ...model import Line
from .. import bylines
from .extent import SIGHT, Extent
from .extent import words as said
from .headlines import main_line
from .papers import EDGES, Proposal, generic

_SOURCE, _PAPER = pattern("papers.sources"), pattern("papers.titles")
_PICTURED = pattern("papers.pictured")
_NO_PAPERS = frozenset(
    word for name in ("bylines.no_papers", "papers.headings", "papers.picture_agencies") for word in words(name)
)
_LONGEST = 140
#: families of lines that name no source of the piece
_OTHERS = ("ad", "list", "nav", "ui")
#: lines over a headline, and under a text, on which a paper's name stands alone
_OVER, _UNDER = 2, 3
#: lines of a menu that stands one word a line, and how long these are
_MENU, _WORD = 4, 8


def proposals(text: str, extent: Extent) -> Iterator[Proposal]:
    """The names that such lines propose: ``source``, ``press`` where the label is that of papers only, and ``plate``."""
    headline = main_line(text, extent)
    last = max((line.number for line in extent.lines if line.rule == "body.prose"), default=extent.last)
    near = [line for line in extent.lines if line.role != "blank" and line.number <= last + SIGHT]
    pictured = False
    for at, line in enumerate(near):
        content, bare = said(text, line), said(text, line).strip(EDGES)
        below = at > 0 and near[at - 1].number == headline
        where = "under" if below else _where(line, headline, extent.top, last)
        if line.role != "caption" and len(content) <= _LONGEST and (line.rule or "").split(".")[0] not in _OTHERS:
            match = _SOURCE.fullmatch(content)
            if match and not (where == "amid" and pictured) and not generic(match["name"].split()[0]):
                yield Proposal(
                    match["name"].strip(EDGES), f"{'press' if match['press'] else 'source'}{where}", line.number
                )
            elif is_paper(bare) and _alone(near, at, headline, last):
                yield Proposal(bare, f"plate{where}", line.number)
        pictured = line.role == "caption" or _PICTURED.search(content) is not None


def _where(line: Line, headline: int, top: int, last: int) -> str:
    if line.number > last:
        return "behind"
    return "over" if line.number < headline else "under" if line.number < top else "amid"


def _alone(near: list[Line], at: int, headline: int, last: int) -> bool:
    """Whether the line stands where a paper's name by itself is that of the piece: by its headline, or right behind its text."""
    line = near[at]
    over = line.number < headline and sum(line.number < other.number < headline for other in near) < _OVER
    under = (line.role != "body" or near[at - 1].number == headline) and headline < line.number < last
    behind = last < line.number and sum(last < other.number < line.number for other in near) < _UNDER
    return over or under or behind


def is_paper(name: str) -> bool:
    """Whether a line is one word that papers are called by, and no department, heading or house of pictures."""
    return _PAPER.fullmatch(name) is not None and name not in _NO_PAPERS and not bylines.desk(name)


def told(text: str, extent: Extent) -> str | None:
    """The paper that a line by the headline or behind the text gives as the source: it or its label is what papers are called by."""
    found = (one for one in proposals(text, extent) if one.place.startswith(("press", "source")))
    by = (
        one.name
        for one in found
        if not one.place.endswith("amid") and (one.place[0] == "p" or bylines.medium(one.name))
    )
    return next(by, None)


def menu(text: str, extent: Extent) -> tuple[int, ...]:
    """The lines over the headline that are words of a menu, one a line, the first of which may be the site's name."""
    headline = main_line(text, extent)
    over = [line for line in extent.lines if line.role != "blank" and line.number < headline]
    runs = (
        [line.number for line in run] for single, run in groupby(over, lambda line: _single(said(text, line))) if single
    )
    return tuple(number for run in runs if len(run) >= _MENU for number in run)


def _single(content: str) -> bool:
    return len(content) <= _WORD and " " not in content
