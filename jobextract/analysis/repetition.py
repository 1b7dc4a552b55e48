"""What a figure's repetitions tell that it leaves open itself: the headline's 목표 40곳 beside the text's 40곳을 더 연다."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .things import Row, is_bare

_FIELDS = ("subject", "period", "year")


def told_fully(rows: list[Row]) -> list[Row]:
    """The rows, each with what those that only repeat it (``same_as``) say of body, item, time and aim, where they agree."""
    again: dict[str, list[Row]] = {}
    for row in rows:
        if row["same_as"] is not None:
            again.setdefault(row["same_as"], []).append(row)
    return [_with(row, again[row["id"]]) if row["id"] in again else row for row in rows]


def _with(row: Row, again: list[Row]) -> Row:
    told: Row = {}
    for field in _FIELDS:
        if row[field] is None:
            told[field] = _only(other[field] for other in again)
    if row["item"] is None or is_bare(row["item"]):
        told["item"] = _only(other["item"] for other in again if not is_bare(other["item"] or "")) or row["item"]
    if row["status"] in (None, "plan") and any(other["status"] == "target" for other in again):
        told["status"] = "target"
    elif row["status"] is None:
        told["status"] = _only(other["status"] for other in again)
    return {**row, **told}


def _only(values: Iterable[Any]) -> Any:
    """The one value that all those that have any agree on."""
    found = {value: None for value in values if value is not None}
    return next(iter(found)) if len(found) == 1 else None
