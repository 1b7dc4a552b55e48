"""The units of the cells of a table that gives each number without one: told over or below it, or by a total that the text tells."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ...korean.word_lists import pattern
from ...model import Status
from ...temporal import periods
from ..figure import Figure
from . import cell_worth

_OF_ALL, _SCALED = pattern("tables.of_all"), pattern("tables.scaled")
_UNITS, _MANIFOLD, _SHARED = pattern("tables.units"), pattern("tables.manifold"), pattern("tables.shared")
_TOLD = pattern("tables.units_told")
#: cells of a column whose sum tells their unit
ADDENDS = 3
#: the least sum that chance hardly hits
LEAST = 100
#: rows from which as many units are theirs in order
ORDERED = 3


class Cell(NamedTuple):
    """What row and column say of a figure; no ``label`` where the row is named by a time, ``rate`` is the head of a share's column.

    ``dated`` says that the columns or rows of the table are times, so that no other time counts for its cells.
    """

    label: str | None
    unit: str | None
    rate: str | None
    time: periods.Time | None
    status: Status | None
    dated: bool
    #: what the column counts where its head names it, whether that is the item and the row a member of it, whether the rows are bodies
    measure: str | None = None
    measured: bool = False
    of_bodies: bool = False
    #: the names of all rows of the table
    peers: frozenset[str] = frozenset()


def in_words(around: str) -> list[str]:
    """The units that the lines over and below a table give for its cells (단위 : 천 달러, %); none where one of them is none."""
    told = _TOLD.search(around)
    units = [unit.strip() for unit in _UNITS.split(told[1])] if told else []
    return units if all(cell_worth.of_one(unit) is not None for unit in units) else []


def named(found: dict[int, Cell], around: str) -> dict[int, Cell]:
    """The cells with the units that the line over or below the table gives (단위 : 개, %); none where one multiplies them
    by what is not known."""
    told = _OF_ALL.search(around)
    units = in_words(around)
    if not units and (_SCALED.search(around) or any(map(_MANIFOLD.fullmatch, _UNITS.split(told[1]) if told else ()))):
        return {}
    by_name = units_of(list(dict.fromkeys(_name(cell) for cell in found.values())), units)
    return {start: cell if cell.unit else cell._replace(unit=by_name.get(_name(cell))) for start, cell in found.items()}


def _name(cell: Cell) -> str | None:
    """What tells the unit of a cell among several: the share that its column names, else its row."""
    return cell.measure if cell.measure is not None and _SHARED.search(cell.measure) else cell.label


def units_of(names: Sequence[str | None], units: Sequence[str]) -> dict[str | None, str]:
    """The unit of each row or column: the one for all but shares, as many in their order as there are names (개, %, 명), or
    the one that counts beside %."""
    shares = [name is not None and _SHARED.search(name) is not None for name in names]
    if len(units) == 1:
        return {name: units[0] for name, share in zip(names, shares, strict=True) if not share or units[0] == "%"}
    # two units and two names meet by chance, unless a share has its % where it stands
    ordered = any(shares) or len(units) >= ORDERED
    if ordered and len(units) == len(names) and [unit == "%" for unit in units] == shares:
        return dict(zip(names, units, strict=True))
    counters = [unit for unit in units if unit != "%"]
    if len(counters) != 1:
        return {}
    return {name: "%" if share else counters[0] for name, share in zip(names, shares, strict=True)}


class _Column(NamedTuple):
    """Cells without a unit under one head, or figures that the text tells: aimed for or reached, and when."""

    status: Status | None
    year: int | None

    def is_of(self, other: _Column) -> bool:
        """Whether both may be one: the same status or year, and nothing against it."""
        alike = [a == b for a, b in zip(self, other, strict=True) if a is not None and b is not None]
        return bool(alike) and all(alike)


def by_total(drafts: Sequence[Figure], cells: dict[int, Cell]) -> dict[int, str]:
    """The units of columns of plain numbers that add up to a figure of the text: 71,300, 4,200, 9,500 and 10,000 of 95,000개.

    Small sums are those of ranks and grades as well, so only a longer one of the same status or year tells the unit.
    """
    columns: dict[_Column, list[Figure]] = {}
    totals: dict[Decimal, list[Figure]] = {}
    for draft in drafts:
        cell, value, unit = cells.get(draft.mention.start), draft.mention.value, draft.mention.unit
        if value is None:
            continue
        if cell is None:
            if unit in cell_worth.COUNTERS and unit != "%" and value >= LEAST:
                totals.setdefault(value, []).append(draft)
        elif cell.unit is None and cell.rate is None and draft.mention.kind == "number":
            columns.setdefault(_column(cell.status, cell.time), []).append(draft)
    found: dict[int, str] = {}
    for column, addends in columns.items():
        values = [draft.mention.value for draft in addends if draft.mention.value is not None]
        if len(values) >= ADDENDS and len(set(values)) > 1:
            unit = _unit_of(column, _sums(values), totals)
            found |= {draft.mention.start: unit for draft in addends} if unit else {}
    return found


def _sums(values: Sequence[Decimal]) -> list[Decimal]:
    """What a column adds up to: all its cells, or those below a first one that is their sum."""
    whole = sum(values, Decimal(0))
    return [whole, values[0]] if values[0] * 2 == whole else [whole]


def _unit_of(column: _Column, sums: Sequence[Decimal], totals: dict[Decimal, list[Figure]]) -> str | None:
    """The unit of the figures of the text that are such a sum of that column, none where they differ."""
    told = [total for value in sums for total in totals.get(value, [])]
    units = [total.mention.unit for total in told if column.is_of(_column(total.status, total.time))]
    return units[0] if len(set(units)) == 1 else None


def _column(status: Status | None, time: periods.Time | None) -> _Column:
    return _Column("target" if status == "plan" else status, periods.year_of(time.period) if time is not None else None)
