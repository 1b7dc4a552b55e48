"""Tables of figures in an HTML page, written out a row a line as plain text has them: 부문⇥2024년 목표⇥2024년 실적.

Cells that reach over several columns or rows stand in each of them, and the rows of a head are one line, so that every
figure has the whole name of its column over it. Calendars and lists of links stay as they are.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import islice
from typing import Any

import regex

from ...korean.word_lists import pattern, regex_pattern
from .. import timestamps
from . import layouts

#: what stands between the cells of a row, in an empty one, and for the tab until the page is text: markup has no tabs
BETWEEN, EMPTY, _TAB = "\t", "-", "⇥"
#: code points of a table that is read; of a cell of figures, and of one that is text; rows and columns; days in a row of a calendar
_LARGEST, _LONGEST, _SPOKEN, _DEEP, _WIDE, _WEEK = 200_000, 120, 80, 400, 24, 7
_TAG = regex.compile(rf"{layouts.NO_MARKUP}|<(?P<end>/?)(?P<table>table)\b[^<>]*+>", regex.I)
_FIGURE = regex.compile(r"\d")
#: a frame of pictures right around a table, without which what was a table is text
_FIGURE_OPEN = regex.compile(r"<figure\b[^<>]*+>(?P<inner>\s*+(?:<div\b[^<>]*+>\s*+)*+)\Z", regex.I)
_FIGURE_END = regex.compile(r"</figure\s*+>", regex.I)
_TABS = regex.compile(rf" ?{_TAB} ?")
_UNITS, _UNIT_NOTE = pattern("tables.unit_head"), pattern("tables.unit_note")
_DAY, _TIME = regex.compile(r"\d{0,2}"), regex_pattern("tables.time")


class _Cell:
    """What a cell says; ``headed`` where the page calls it the head of others."""

    def __init__(self, element: Any) -> None:
        for broken in element.iter("br"):
            broken.tail = " " + (broken.tail or "")
        self.text = " ".join("".join(element.itertext()).replace(_TAB, " ").split())
        self.headed = element.tag == "th"
        self.links = sum(1 for _ in element.iter("a"))
        self.across, self.down = _span(element, "colspan", _WIDE), _span(element, "rowspan", _DEEP)


def written_out(page: str) -> str:
    """The page with a paragraph for each row of its tables of figures, and what a table only lays out without that table."""
    kept: list[str] = []
    at = 0
    framed = False
    for start, end in _innermost(page):
        rows = _rows(page[start:end]) if end - start <= _LARGEST else []
        if not rows:
            continue
        before = _FIGURE_END.sub("</div>", page[at:start], count=1) if framed else page[at:start]
        before, frames = _FIGURE_OPEN.subn(r"<div>\g<inner>", before)
        lines = (html.escape(row, quote=False).replace(BETWEEN, _TAB) for row in rows)
        kept += [before, *(f"<p>{line}</p>" for line in lines)]
        at, framed = end, frames > 0
    rest = _FIGURE_END.sub("</div>", page[at:], count=1) if framed else page[at:]
    return layouts.opened("".join((*kept, rest)), _SPOKEN)


def in_text(text: str) -> str:
    """The text of a page so written, with tabs between the cells."""
    return _TABS.sub(BETWEEN, text)


def _innermost(page: str) -> Iterator[tuple[int, int]]:
    """Where each table stands that holds no other."""
    opened: int | None = None
    for tag in _TAG.finditer(page):
        if not tag["table"]:
            continue
        if not tag["end"]:
            opened = tag.start()
        elif opened is not None:
            yield opened, tag.end()
            opened = None


def _rows(markup: str) -> list[str]:
    """The lines of a table of figures; none of any other."""
    from lxml import etree
    from lxml.html import fragment_fromstring

    try:
        table = fragment_fromstring(markup)
    except etree.LxmlError:
        return []
    grid, ends_head = _grid(table)
    heads = max(_heads(grid), ends_head)
    grid = _with_units(grid, heads)
    if not _tells_figures(grid, heads):
        return []
    caption = next((" ".join("".join(told.itertext()).split()) for told in table.iter("caption")), "")
    names = [_joined(row[place].text for row in grid[:heads]) for place in range(len(grid[0]))]
    labels = _labels(grid, heads, names)
    head = [_line(names, labels)] if heads else []
    note = _UNIT_NOTE.search(caption)
    told = (caption[: note.start()].strip(), note[0].strip()) if note else (caption,)
    lines = [*filter(None, told), *head]
    for row in grid[heads:]:
        if len({id(cell) for cell in row}) == 1:  # one cell over all columns: a heading between rows, or a note
            lines += [row[0].text]
        else:
            lines += head if lines and head and BETWEEN not in lines[-1] else []
            lines += [_line([cell.text for cell in row], labels)]
    return [line for line in lines if line]


def _grid(table: Any) -> tuple[list[list[_Cell]], int]:
    """The cells by row and column, those that reach over several in each; and how many rows the page says are the head."""
    placed: dict[tuple[int, int], _Cell] = {}
    head, rows = 0, list(islice(table.iter("tr"), _DEEP))
    for row, element in enumerate(rows):
        column = 0
        for cell in (_Cell(cell) for cell in element if cell.tag in ("td", "th")):
            while (row, column) in placed:
                column += 1
            reached = range(column, min(column + cell.across, _WIDE))
            placed |= {(at, place): cell for at in range(row, min(row + cell.down, len(rows))) for place in reached}
        parent = element.getparent()
        head = row + 1 if parent is not None and parent.tag == "thead" else head
    wide = 1 + max((column for _, column in placed), default=-1)
    blank = _Cell(table.makeelement("td"))
    return [[placed.get((row, column), blank) for column in range(wide)] for row in range(len(rows))], head


def _with_units(grid: list[list[_Cell]], heads: int) -> list[list[_Cell]]:
    """The rows with the unit of each behind its name, where a column of their own tells the units: 고용률 | % as 고용률(%)."""
    wide = range(1, len(grid[0]) if heads and grid else 0)
    at = next((at for at in wide if any(_UNITS.fullmatch(row[at].text) for row in grid[:heads])), 0)
    if not at or any(_FIGURE.search(row[at].text) for row in grid[heads:]):
        return grid
    for row in grid[heads:]:
        label, unit = row[at - 1], row[at].text
        if unit and label is not row[at] and not (at > 1 and _is_figure(label)):
            label = copy(label)
            label.text = f"{label.text[:-1]}, {unit})" if label.text.endswith(")") else f"{label.text}({unit})"
            row[at - 1] = label
    return [[*row[:at], *row[at + 1 :]] for row in grid]


def _span(element: Any, name: str, most: int) -> int:
    said = (element.get(name) or "").strip()
    return min(max(int(said), 1), most) if said.isdecimal() and len(said) < 5 else 1


def _heads(grid: Sequence[Sequence[_Cell]]) -> int:
    """How many rows name the columns: those of heads alone, else the first where its cells but one hold no figures."""
    headed = 0
    while headed < len(grid) and all(cell.headed or not cell.text for cell in grid[headed]):
        headed += 1
    if headed or not grid or not grid[0]:
        return headed
    first = grid[0]
    apart = len({id(cell) for cell in first}) > 1
    return max(cell.down for cell in first) if apart and not any(map(_is_figure, first[1:])) else 0


def _is_figure(cell: _Cell) -> bool:
    """Whether the cell is a figure and no time: 1,200명, but not 2024년 목표."""
    return _FIGURE.search(cell.text) is not None and _TIME.match(cell.text) is None


def _tells_figures(grid: Sequence[Sequence[_Cell]], heads: int) -> bool:
    """Whether it is a table of figures, and no layout, calendar or list of links."""
    body = [row for row in grid[heads:] if len({id(cell) for cell in row}) > 1]
    cells = [cell for row in body for cell in row[1:] if cell.text]
    if len(grid) < 2 or not cells or len(cells[0].text) > _LONGEST:
        return False
    told = list({id(cell): cell for row in grid for cell in row}.values())
    if any(len(cell.text) > _LONGEST for cell in told) or sum(cell.links for cell in told) >= len(body):
        return False  # a link a row is a list of other pages
    calendar = len(grid[0]) == _WEEK and all(_DAY.fullmatch(cell.text) for row in body for cell in row)
    return not calendar and 2 * sum(map(_counts, cells)) >= len(cells)


def _counts(cell: _Cell) -> bool:
    """Whether the cell holds a figure and no date, as the head of a notice does."""
    return _FIGURE.search(cell.text) is not None and not timestamps.stamps(cell.text)


def _labels(grid: Sequence[Sequence[_Cell]], heads: int, names: Sequence[str]) -> int:
    """How many columns from the left are one name of a row: those under one head that hold no figures."""
    told = 1
    while told < len(names) - 1 and names[told] in ("", names[0]):
        if any(_FIGURE.search(row[told].text) for row in grid[heads:]):
            break
        told += 1
    return told


def _line(texts: Sequence[str], labels: int) -> str:
    return BETWEEN.join(text or EMPTY for text in (_joined(texts[:labels]), *texts[labels:]))


def _joined(texts: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, texts)))
