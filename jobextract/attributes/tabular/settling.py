"""The figures of tables become what their columns and rows say, whatever the words around them told."""

from __future__ import annotations

from collections.abc import Sequence

from ...korean.word_lists import pattern
from ..figure import Figure
from ..subject import Bodies
from . import cell_worth, measured, units
from .units import Cell

_TOTAL = pattern("tables.total")


def settle(drafts: Sequence[Figure], cells: dict[int, Cell], bodies: Bodies) -> None:
    """Let the figures of tables be what their columns and rows say; a row named by a body is of that body, a total of all."""
    by_total = units.by_total(drafts, cells)
    labels = {cell.label for cell in cells.values()}
    for draft in drafts:
        cell = cells.get(draft.mention.start)
        if cell is None:
            continue
        draft.status = cell.status or draft.status
        draft.time = cell.time if cell.dated else cell.time or draft.time
        _name(draft, cell, bodies, labels)
        draft.change, draft.same_as = None, None
        unit = cell.unit or by_total.get(draft.mention.start)
        draft.mention = cell_worth.counted(draft.mention, unit)


def is_total(label: str | None) -> bool:
    """Whether the row is the sum of the others: 계, 합계, 전체."""
    return label is not None and _TOTAL.fullmatch(label) is not None


def _is_body(label: str, cell: Cell, bodies: Bodies) -> bool:
    """Whether the row is a body: as the head of the rows says, or by its name, and those of most others."""
    parts = [peer for peer in cell.peers if not is_total(peer)] or [label]
    named = bodies.is_body(label) and 2 * sum(map(bodies.is_body, parts)) > len(parts)
    return cell.of_bodies or named


def _name(draft: Figure, cell: Cell, bodies: Bodies, labels: set[str | None]) -> None:
    """What the figure counts and whose it is: of what the column measures, the row is a body or a member."""
    label, measure = cell.label, cell.measure
    total = is_total(label)
    if total or (label is not None and _is_body(label, cell, bodies)):
        kept = draft.item if draft.item not in labels and not total else None
        named = " ".join(filter(None, (measure, cell.rate)))
        draft.item = (kept or named) if measured.says_change(measure) else (named or kept)
        draft.subject = label if not total else bodies.own if draft.subject in labels else draft.subject
        draft.member = None if total or draft.member in labels - {label} else draft.member
    elif cell.measured and not measured.says_change(measure):
        draft.item, draft.member = measure, label
    elif not cell.measured:
        named = " ".join(filter(None, (label, cell.rate)))
        draft.item, draft.member = (named, None) if named else (draft.item, draft.member)
