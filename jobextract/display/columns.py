"""Columns of a table that is made to fit a terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

#: give way first; what a figure is written as and its value are looked for
NAMES = frozenset({"item", "member", "whose"})
WRAPPED = NAMES | {"figure"}
NARROW, NARROWEST, TIGHTEST, GAP = 10, 8, 6, 2


class Column(NamedTuple):
    """``heading`` is the key of the word that stands above the cells, ``said`` the word."""

    heading: str
    said: str
    cells: list[Text]
    width: int


def width_of(columns: Iterable[Column]) -> int:
    return sum(column.width + GAP for column in columns)


def fitted(columns: Sequence[Column], width: int) -> list[Column]:
    """The columns made to fit: names are wrapped first, then spans of time between their ends, at last what figures are written as.

    Values and dates stay whole.
    """
    made = _narrowed(columns, NAMES, width, NARROW)
    if width_of(made) - GAP > width:
        made = [_parted(column) if column.heading == "period" else column for column in columns]
        made = _narrowed(made, NAMES, width, NARROW)
    return _narrowed(made, WRAPPED, width, NARROWEST)


def _narrowed(columns: Sequence[Column], giving: Collection[str], width: int, least: int) -> list[Column]:
    """The widest of the columns that give way loses a cell until all fit or none is wider than the least."""
    made = list(columns)
    while width_of(made) - GAP > width:
        wide = [column for column in made if column.heading in giving and column.width > least]
        if not wide:
            break
        widest = max(wide, key=lambda column: column.width)
        made[made.index(widest)] = widest._replace(width=widest.width - 1)
    return made


def _parted(column: Column) -> Column:
    """Spans of time over two lines: from, to."""
    cells = [Text(cell.plain.replace("/", "/\n", 1)) for cell in column.cells]
    lines = (line for cell in cells for line in cell.plain.split("\n"))
    return column._replace(cells=cells, width=max(map(cell_len, (column.said, *lines))))
