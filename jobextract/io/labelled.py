"""A page as the program sees it, in the format of the labelled pages that the weights are learned from: to correct and keep."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from ..model import Extraction, Line, Record

LETTERS = {"body": "B", "title": "T", "meta": "M", "caption": "C", "boilerplate": "X", "blank": "-"}
_REPEATED = ("title.repeat",)


def letters(extraction: Extraction) -> str:
    """A letter a line: B body, T title, M metadata, C caption, X anything else, - blank."""
    return "\n".join(_letter(line) for line in extraction.lines)


def _letter(line: Line) -> str:
    return "T" if line.rule in _REPEATED else LETTERS[line.role]


def annotation(extraction: Extraction) -> str:
    """JSON Lines: the facts of publication, then a row a figure."""
    several = len(extraction.articles) > 1
    facts: list[dict[str, Any]] = []
    for article in extraction.articles:
        fact: dict[str, Any] = {
            key: getattr(article, key) for key in ("title", "published", "reporter", "publisher", "subject")
        }
        if article.year_basis == "inferred":
            fact["inferred_year"] = article.year
        if several:
            fact["first_line"] = article.first_line
        facts.append(fact)
    rows: list[dict[str, Any]] = [{"meta": {"articles": facts}}]
    rows += [_row(extraction, record) for record in extraction.records]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _row(extraction: Extraction, record: Record) -> dict[str, Any]:
    line = extraction.source.text.count("\n", 0, record.start) + 1
    row: dict[str, Any] = {"line": line, "text": record.text, "start": record.start, "end": record.end}
    row |= {"kind": record.kind, "expect": "must"}
    for key in ("value", "low", "high", "unit", "bound"):
        if getattr(record, key) is not None:
            row[key] = _plain(getattr(record, key))
    if record.approx:
        row["approx"] = True
    if record.item:
        row["item"] = [record.item]
    if record.subject:
        row["subject"] = record.subject
    if record.status:
        row["status_in"] = [record.status]
    if record.period:
        row["period"] = record.period
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
