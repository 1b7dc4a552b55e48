"""The rows of targets and results that a labelled page holds, a line a page: ``pairs.jsonl`` of ``articles``, ``pairs/dev.jsonl`` of ``dev``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from .pages import ROOT

#: how far a value may be off in its share
NEAR = 1e-6
_FILES = {"articles": "pairs.jsonl", "dev": "pairs/dev.jsonl"}


def rows_of(page: str) -> list[dict[str, Any]] | None:
    """The rows of the page, none at all where nobody has told which it holds."""
    return _told().get(page)


@lru_cache(maxsize=1)
def _told() -> dict[str, list[dict[str, Any]]]:
    found = {}
    for folder, name in _FILES.items():
        lines = (ROOT / "tests/fixtures" / name).read_text(encoding="utf-8").splitlines()
        for page in (json.loads(line) for line in lines if line.strip()):
            found[f"{folder}/{page['page']}"] = [row for row in page["rows"] if row]
    return found


def aimed_at(rows: Iterable[dict[str, Any]], value: Any, unit: str | None) -> list[dict[str, Any]]:
    """The rows whose target is that number of that unit."""
    return [
        row
        for row in rows
        if is_any(value, told(row, "target")) and unit in (row.get("unit"), *row.get("unit_alt", ()))
    ]


def told(row: dict[str, Any], field: str) -> list[Any]:
    """The answers that are right for a field of a row."""
    return [row.get(field), *row.get(f"{field}_alt", ())]


def is_any(value: Any, numbers: Iterable[Any]) -> bool:
    """Whether the value is one of the numbers."""
    return value is not None and any(n is not None and abs(float(value) - n) < NEAR * max(1, abs(n)) for n in numbers)


def is_named(name: str | None, row: dict[str, Any]) -> bool:
    """Whether the name holds any of the words that the row asks for, blanks aside."""
    squeezed = "".join((name or "").split())
    return not row.get("item") or any("".join(word.split()) in squeezed for word in row["item"])
