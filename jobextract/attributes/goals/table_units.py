"""The units of the cells of a table that gives each number without one: told over or below it, or by a total that the text tells."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ...korean.word_lists import pattern, words
from ...model import Status
from ...temporal import periods
from ..figure import Figure

_OF_ALL, _SCALED = pattern("tables.of_all"), pattern("tables.scaled")
_UNITS, _MANIFOLD, _SHARED = pattern("tables.units"), pattern("tables.manifold"), pattern("tables.shared")
COUNTERS = frozenset(words("tables.counters"))
#: cells of a column whose sum tells their unit
ADDENDS = 3


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


def named(found: dict[int, Cell], around: str) -> dict[int, Cell]:
    """The cells with the units that the line over or below the table gives (단위 : 개, %), none where one multiplies them."""
    told = _OF_ALL.search(around)
    units = [unit.strip() for unit in _UNITS.split(told[1])] if told else []
    if _SCALED.search(around) or any(_MANIFOLD.fullmatch(unit) for unit in units):
        return {}
    by_label = _units_of(list(dict.fromkeys(cell.label for cell in found.values())), units)
    return {start: cell if cell.unit else cell._replace(unit=by_label.get(cell.label)) for start, cell in found.items()}


def _units_of(labels: Sequence[str | None], units: Sequence[str]) -> dict[str | None, str]:
    """The unit of each row: the one for all, as many in their order as there are rows (개, %, 명), or the one that counts beside %."""
    if len(units) == 1:
        return dict.fromkeys(labels, units[0])
    shares = [label is not None and _SHARED.search(label) is not None for label in labels]
    if len(units) == len(labels) and [unit == "%" for unit in units] == shares:
        return dict(zip(labels, units, strict=True))
    counters = [unit for unit in units if unit != "%"]
    if len(counters) != 1:
        return {}
    return {label: "%" if share else counters[0] for label, share in zip(labels, shares, strict=True)}


def by_total(drafts: Sequence[Figure], cells: dict[int, Cell]) -> dict[int, str]:
    """The units of columns of plain numbers that add up to a figure of the text: 71,300, 4,200, 9,500 and 10,000 of 95,000개."""
    columns: dict[tuple[Status | None, str | None], list[Figure]] = {}
    totals: dict[Decimal, str] = {}
    for draft in drafts:
        cell, value, unit = cells.get(draft.mention.start), draft.mention.value, draft.mention.unit
        if value is None:
            continue
        if cell is None:
            if unit in COUNTERS and unit != "%":
                totals.setdefault(value, unit)
        elif cell.unit is None and cell.rate is None and draft.mention.kind == "number":
            columns.setdefault((cell.status, cell.time.period if cell.time else None), []).append(draft)
    found: dict[int, str] = {}
    for column in columns.values():
        values = [draft.mention.value for draft in column if draft.mention.value is not None]
        unit = totals.get(sum(values, Decimal(0))) or (totals.get(values[0]) if values[0] * 2 == sum(values) else None)
        if unit is not None and len(column) >= ADDENDS:
            found |= {draft.mention.start: unit for draft in column}
    return found
