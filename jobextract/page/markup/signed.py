"""The lines of an HTML page that say when its article came out and who wrote it, where its text has lost them.

Pages have them in blocks of their own between headline and text, or behind that, and call these byline, meta, timestamp or
nothing at all: what they say tells what they are, not what they are called.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from ...korean.word_lists import pattern
from .. import bylines, timestamps
from ..layout import metadata
from ..lines import closed, stems
from .blocks import Block, linked, squeezed

#: signs of such a line, of one that is a name alone, of a heading; what it says beside its dates
_LONGEST, _NAME, _HEADING, _REST = 140, 12, 6, 60
#: blocks over the text where no headline is found, and behind it, that are looked at; signs that tell a line of the text
_OVER, _BEHIND, _SAME = 8, 3, 20
#: how much of a text has to be left on lines of its own
_WHOLE = 0.75
LABEL = pattern("headlines.label")
SAID = frozenset({"meta.date", "meta.byline"})


class Signed(NamedTuple):
    """The text of an article with its headline and the lines of its publication; the headline, where the page shows another."""

    text: str
    headline: str | None = None


def signed(text: str, blocks: Sequence[Block], title: str | None) -> Signed:
    """The text with what stands in these blocks of its page between headline and text, or behind it, and what it has lost."""
    lines = text.split("\n")
    openings = {squeezed(line)[:_SAME] for line in lines}
    running = [at for at, block in enumerate(blocks) if runs(block) and squeezed(block.text)[:_SAME] in openings]
    if not running:
        return Signed(text)
    first, last = running[0], running[-1]
    head, headline = _headline(blocks[:first], title, text)
    between = blocks[head + 1 if head >= 0 else max(first - _OVER, 0) : first]
    over = _publication(between)
    spaced = {squeezed(line): line for line in over}
    lines = [spaced.get(squeezed(line), line) for line in lines]
    body = next((place for place, line in enumerate(lines) if closed(line.rstrip())), 0)
    above = _lost([*([headline] if headline else []), *over], lines[: body + 1])
    rest = [line for line in lines[body:] if line not in above]
    told = [*above, *lines[:body]]
    behind = _publication(blocks[last + 1 : last + 1 + _BEHIND])
    below = [line for line in _lost(behind, rest) if not any(map(_kind(line), told))]
    at = min(_start(lines, between), body)
    return Signed("\n".join((*lines[:at], *above, *lines[at:body], *rest, *below)), headline)


def _start(lines: Sequence[str], between: Sequence[Block]) -> int:
    """The line of the text that what stands below the headline begins on; behind the last where the text has none of it."""
    below = {squeezed(block.text) for block in between}
    return next((place for place, line in enumerate(lines) if squeezed(line) in below), len(lines))


def _kind(line: str) -> Callable[[str], Any]:
    """What tells whether another line says the same kind of thing: who wrote the article, or when it came out."""
    return bylines.byline if metadata(line) == "meta.byline" else timestamps.stamps


def parted(text: str, blocks: Sequence[Block]) -> str:
    """A text that is one line, as short ones are given, on the lines that its page has."""
    whole = squeezed(text)
    own = [block.text for block in blocks if squeezed(block.text) in whole] if "\n" not in text.strip() else []
    return "\n".join(own) if sum(len(squeezed(line)) for line in own) >= _WHOLE * len(whole) and own else text


def _lost(lines: Sequence[str], told: Sequence[str]) -> list[str]:
    """Those of the lines that are not told, be it on several lines."""
    known = squeezed("".join(told))
    return [line for line in lines if squeezed(line) not in known]


def runs(block: Block) -> bool:
    """Whether it is running text."""
    return closed(block.text) and len(block.text) > _SAME


def _headline(over: Sequence[Block], title: str | None, text: str) -> tuple[int, str | None]:
    """Which of the blocks over the text is its headline, -1 for none; and what it says, where the page's title says otherwise.

    It is the last that the title begins with, else the last heading, or what stands behind the word for one, that says what the text
    says.
    """
    known = [at for at, block in enumerate(over) if _known(block, title)]
    if known:
        return known[-1], None
    told = stems(text)
    called = [at for at, block in enumerate(over) if block.heads or (at and LABEL.fullmatch(over[at - 1].text))]
    headings = [at for at in called if not linked(over[at]) and len(stems(over[at].text) & told) > 1]
    return (headings[-1], over[headings[-1]].text) if headings else (-1, None)


def _known(block: Block, title: str | None) -> bool:
    return len(block.text) > _HEADING and squeezed(title or "").startswith(squeezed(block.text))


def _publication(blocks: Sequence[Block]) -> list[str]:
    """The lines that are a date or a byline, and the bare names beside them."""
    told = [says(block.text) for block in blocks]
    beside = [
        any(told[max(at - 1, 0) : at + 2]) and len(block.text) <= _NAME and bylines.bare_name(block.text)
        for at, block in enumerate(blocks)
    ]
    return [block.text for block, said, name in zip(blocks, told, beside, strict=True) if said or name]


def says(line: str) -> bool:
    """Whether the line tells of its publication: a date or a byline."""
    if len(line) > _LONGEST or closed(line):
        return False
    return metadata(line) in SAID or (bool(timestamps.stamps(line)) and len(timestamps.rest(line)) <= _REST)
