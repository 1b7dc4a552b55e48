"""Targets beside what was achieved, as a table for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..wording.values import grouped, unit_said
from ..wording.words import language, word
from .terminal import table

FLAGS: dict[str | None, str] = {"rate": "!", "results": "?", "differs": "*", "revised": "~"}


def targets(rows: Iterable[Any], width: int, colour: bool) -> str:
    """Target beside achieved: a row a subject, item and period (rows of ``targets.targets``).

    The period of a result stands under it where it is another than the target's; a sign marks a row that is to be looked at,
    and what the sign means stands below.
    """
    rows = list(rows)
    headings = [
        word(name, language()).lower() for name in ("subject", "item", "period", "target", "actual", "rate", "unit")
    ]
    cells = [
        (
            row.subject or "",
            row.item,
            row.period or word("undated", language()).lower(),
            grouped(row.target) if row.target is not None else "",
            _actual(row),
            f"{grouped(row.rate)} %" if row.rate is not None else "",
            " ".join(filter(None, (unit_said(row.unit, language()), FLAGS.get(row.flag)))),
        )
        for row in rows
    ]
    flags = [name for name in FLAGS if any(row.flag == name for row in rows)]
    shown = table(headings, cells, width, colour, (3, 4, 5), whole=range(2, 7))
    return shown + "".join(f"{FLAGS[name]} {word(f'flag_{name}', language()).lower()}\n" for name in flags)


def _actual(row: Any) -> str:
    """What was reached; below it for when, where a part of the target's year is set against the whole."""
    if row.actual is None:
        return ""
    return grouped(row.actual) + (f"\n{row.actual_period}" if row.actual_period else "")
