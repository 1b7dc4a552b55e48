"""Targets beside what was achieved: a row for each subject, item and year, from records already extracted.

Works on records or on the dictionaries that their JSON Lines give. Figures of one row are those of one body, one thing, one
unit and one year, whatever more their items say (연간 목표치, 일자리 창출 and 일자리 are one thing); a figure that only repeats
another (``same_as``) is left out, differences and shares of something else are too.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import msgspec
import regex

from ..model import Record

_KINDS = frozenset(("count", "money", "percent", "measure"))
_NOT_THE_THING = regex.compile(
    r"(?:연간|연도별|누적|총|올해|신규|목표치|목표|실적|창출|달성|계획|규모)(?=\s|$)|(?<=\s)(?:창출|목표|실적|수)$"
)
_BLANK = regex.compile(r"\s+")


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """What a subject aimed at and reached in one item and year; ``rate`` is actual over target in percent.

    ``period`` tells a year (``2022``) from a deadline (``../2026``); ``target_ids`` and ``actual_ids`` are the evidence.
    """

    subject: str | None
    item: str
    year: int | None
    period: str | None
    unit: str | None
    target: Decimal | None
    actual: Decimal | None
    rate: Decimal | None
    target_ids: tuple[str, ...]
    actual_ids: tuple[str, ...]


def targets(records: Iterable[Record | dict[str, Any]]) -> list[Target]:
    """One row a subject, item, period and unit of which a target is known, in the order of their first figures."""
    groups: dict[tuple, dict[str, list[dict[str, Any]]]] = {}
    for row in map(_row, records):
        if _counts(row):
            key = (row["subject"], thing(row["item"]), row["period"], row["unit"])
            groups.setdefault(key, {"target": [], "actual": []})[
                "actual" if row["status"] == "actual" else "target"
            ].append(row)
    return [_target(key, sides) for key, sides in groups.items() if sides["target"]]


def thing(item: str) -> str:
    """What is counted, without the words that only say that it is aimed at or achieved: 일자리 for 일자리 창출 목표."""
    bare = _BLANK.sub(" ", _NOT_THE_THING.sub(" ", item)).strip()
    return bare or item


def _row(record: Record | dict[str, Any]) -> dict[str, Any]:
    return record if isinstance(record, dict) else msgspec.structs.asdict(record)


def _counts(row: dict[str, Any]) -> bool:
    return (
        row["kind"] in _KINDS
        and row["status"] in ("target", "plan", "actual")
        and row["item"] is not None
        and row["value"] is not None
        and row["change"] is None
        and row["same_as"] is None
    )


def _target(key: tuple, sides: dict[str, list[dict[str, Any]]]) -> Target:
    subject, item, period, unit = key
    aimed, reached = _first(sides["target"]), _first(sides["actual"])
    rate = None
    if aimed and reached is not None:
        rate = (reached * 100 / aimed).quantize(Decimal("0.1"))
    return Target(
        subject=subject,
        item=item,
        year=sides["target"][0]["year"],
        period=period,
        unit=unit,
        target=aimed,
        actual=reached,
        rate=rate,
        target_ids=tuple(row["id"] for row in sides["target"]),
        actual_ids=tuple(row["id"] for row in sides["actual"]),
    )


def _first(rows: list[dict[str, Any]]) -> Decimal | None:
    """The value of the first figure; a target proper before a mere plan."""
    ranked = sorted(rows, key=lambda row: row["status"] == "plan")
    return Decimal(str(ranked[0]["value"])) if ranked else None
