"""Which rows are shown, and what is to be looked at in them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec

from ...model import Target
from ..things import is_vague, kinship
from .outcomes import rounds


def shown(rows: list[Target], *, undated: bool) -> list[Target]:
    """The rows to show of all that were found: without those of no known period and no result, unless these are asked for."""
    return _flagged(_whole([row for row in rows if undated or not is_undated(row)]))


def is_undated(row: Target) -> bool:
    """Whether neither a period nor a result says when the target is for."""
    return row.period is None and row.actual is None


def is_sure(row: Target, least: float) -> bool:
    """Whether both sides of the row are at least so sure; one that was not weighed is not."""
    return not least or (row.confidence is not None and row.confidence >= Decimal(str(least)))


def _whole(rows: list[Target]) -> list[Target]:
    """Without the rows that say less than another: the same target with no period, no result or a vaguer name."""
    told: dict[tuple[Any, ...], list[Target]] = {}
    for row in rows:
        for document in _documents(row):
            told.setdefault((document, row.unit, row.target), []).append(row)
        told.setdefault((row.source, row.subject, row.item, row.period, row.unit), []).append(row)
    return [
        row
        for row in rows
        if not any(_says_less(row, o) for document in _documents(row) for o in told[document, row.unit, row.target])
        and not any(_is_rounder(row, o) for o in told[row.source, row.subject, row.item, row.period, row.unit])
    ]


def _documents(row: Target) -> set[str | None]:
    """The documents in which the target is told: the row's own, and those of its ids, which begin with the text's digest."""
    return {row.source, *(digest for digest, colon, _ in (name.partition(":") for name in row.target_ids) if colon)}


def _says_less(row: Target, other: Target) -> bool:
    """Whether the other row is the same target and says more of it."""
    if other is row or kinship(row.item, other.item) == "other":
        return False
    if (row.subject is not None and row.subject != other.subject) or row.period not in (None, other.period):
        return False
    return _tells(row) < _tells(other)


def _tells(row: Target) -> tuple[bool, bool, bool, bool]:
    return row.actual is not None, row.period is not None, not is_vague(row.item), row.subject is not None


def _is_rounder(row: Target, other: Target) -> bool:
    """Whether the row only rounds the target of another one: 5200 of 5224."""
    if other is row or row.actual is not None or not row.target or not other.target:
        return False
    return rounds(row.target, other.target)


def _flagged(rows: list[Target]) -> list[Target]:
    """Rows that disagree on the target of one subject, item, period and unit say so, but for those that were replaced."""
    aimed: dict[tuple[Any, ...], set[Any]] = {}
    for row in rows:
        if row.flag != "revised":
            aimed.setdefault((row.subject, row.item, row.period, row.unit), set()).add(row.target)
    return [
        msgspec.structs.replace(row, flag=row.flag or "differs")
        if len(aimed.get((row.subject, row.item, row.period, row.unit), ())) > 1
        else row
        for row in rows
    ]
