"""Pages with several articles, one below the other: endless scroll, a site's newest, a day's letters.

An article is a heading with a date or a byline under it and running text below; a subhead has no date, a lead to another page
hardly any text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise, takewhile
from typing import Any

from .. import timestamps
from ..layout import metadata
from .blocks import HEADINGS, Block, linked
from .signed import SAID, runs

#: signs of a heading; blocks of running text that make an article, and where its heading is a link, which leads mostly are
_HEADING, _TEXT, _LINKED_TEXT = 7, 2, 3


def parts(blocks: Sequence[Block]) -> list[Any]:
    """The elements of a page each of which holds one of its articles; none where it holds one or none."""
    starts = [at for at, block in enumerate(blocks) if _heads_article(blocks, at)]
    starts = [at for at in starts if _heading(blocks[at]).tag == _heading(blocks[starts[0]]).tag]
    told = [
        first
        for first, after in pairwise((*starts, len(blocks)))
        if sum(map(runs, blocks[first:after])) >= (_LINKED_TEXT if linked(blocks[first]) else _TEXT)
    ]
    return _held([_heading(blocks[at]) for at in told], blocks) if len(told) > 1 else []


def _heads_article(blocks: Sequence[Block], at: int) -> bool:
    """Whether it is a heading with a date or a byline between it and the next text or heading."""
    if not blocks[at].heads or len(blocks[at].text) < _HEADING or timestamps.stamps(blocks[at].text):
        return False
    bare = any(outer.tag == "article" for outer in blocks[at].element.iterancestors())
    for below in blocks[at + 1 :]:
        if metadata(below.text) in SAID and (bare or not _is_day(below.text)):
            return True
        if below.heads or runs(below):
            return False
    return False


def _is_day(line: str) -> bool:
    """Whether it is a day alone, as that of an event is: no time, no label, no name."""
    told = timestamps.stamps(line)
    return len(told) == 1 and told[0].role == "bare" and "T" not in told[0].value and not timestamps.rest(line)


def _heading(block: Block) -> Any:
    """The element that the page calls a heading."""
    return next(one for one in (block.element, *block.element.iterancestors()) if one.tag in HEADINGS)


def _held(headings: list[Any], blocks: Sequence[Block]) -> list[Any]:
    """For each heading the largest element that holds no other; where that is the heading alone, with what stands below it."""
    outer = Counter(one for heading in headings for one in heading.iterancestors())
    own = [_largest(heading, outer) for heading in headings]
    all_of_them = frozenset(own)
    running = {one for block in blocks if runs(block) for one in (block.element, *block.element.iterancestors())}
    return [element if element in running else _with_its_text(element, all_of_them) for element in own]


def _largest(heading: Any, outer: Counter[Any]) -> Any:
    found = heading
    while (above := found.getparent()) is not None and outer[above] == 1:
        found = above
    return found


def _with_its_text(element: Any, others: Set[Any]) -> Any:
    """A new element of this and the ones behind it, as far as the next article's."""
    below = list(takewhile(lambda one: one not in others, element.itersiblings()))
    holder = element.makeelement("div")
    element.addprevious(holder)
    for one in (element, *below):
        holder.append(one)
    return holder
