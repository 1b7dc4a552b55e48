"""Measures results against hand-made annotation: which are found, which fields are right.

An annotated article is NAME.txt with NAME.jsonl (one place a row: ``must`` be found, ``may``, or ``not``) and
NAME.lines (one letter a line: B body, T title, M date, byline or publisher, C caption, X boilerplate, - blank).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jobextract import Extraction, Record, extract, read_path

Row = dict[str, Any]
#: one kind may stand in for another where the line between them is a matter of taste
NEAR = [{"count", "number"}, {"ordinal", "count"}, {"multiple", "ratio"}, {"duration", "count"}, {"age", "count"}]


class Annotated(NamedTuple):
    """An article's annotation: the rows, the facts of publication, the label of every line."""

    name: str
    text: Path
    rows: list[Row]
    articles: list[Row]
    labels: list[str]


class Match(NamedTuple):
    """What became of the rows of one article: the pairs found, the rows lost, the records gained for nothing."""

    pairs: list[tuple[Row, Record]]
    lost: list[Row]
    gained: list[Record]


def annotated(texts: Path, gold: Path, names: str = "*") -> Iterator[Annotated]:
    """The annotated articles of a folder whose names fit the pattern, in the order of their names."""
    for path in sorted(gold.glob(f"{names}.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        labels = path.with_suffix(".lines").read_text(encoding="utf-8").split("\n")
        places = [row for row in rows if "expect" in row]
        yield Annotated(path.stem, texts / f"{path.stem}.txt", places, rows[0]["meta"]["articles"], labels)


@cache
def extracted(path: Path) -> Extraction:
    return extract(read_path(str(path)))


def matched(article: Annotated) -> Match:
    """Each row that must be found with the record that overlaps it most; a record counts once."""
    left = list(extracted(article.text).records)
    pairs, lost = [], []
    for row in (row for row in article.rows if row["expect"] == "must"):
        alike = [record for record in left if _may_be(record, row)]
        record = max(alike, key=lambda found: _shared(found, row), default=None)
        if record is None:
            lost.append(row)
        else:
            left.remove(record)
            pairs.append((row, record))
    wanted = [row for row in article.rows if row["expect"] != "not"]
    gained = [record for record in left if not any(_shared(record, row) for row in wanted)]
    return Match(pairs, lost, gained)


def _may_be(record: Record, row: Row) -> bool:
    alike = record.kind == row["kind"] or any({record.kind, row["kind"]} <= pair for pair in NEAR)
    return alike and _shared(record, row) > 0


def _shared(record: Record, row: Row) -> int:
    return max(0, min(record.end, row["end"]) - max(record.start, row["start"]))


def _number_is_right(record: Record, row: Row) -> bool | None:
    asked = [key for key in ("value", "low", "high") if row.get(key) is not None]
    return all(getattr(record, key) == Decimal(str(row[key])) for key in asked) if asked else None


def _item_is_right(record: Record, row: Row) -> bool | None:
    if not row.get("item"):
        return None
    said = "".join((record.item or "").split())
    return any("".join(word.split()) in said for word in row["item"])


def _subject_is_right(record: Record, row: Row) -> bool | None:
    return (record.subject or "").split()[-1:] == row["subject"].split()[-1:] if row.get("subject") else None


def _same(field: str) -> Callable[[Record, Row], bool | None]:
    return lambda record, row: None if row.get(field) is None else getattr(record, field) == row[field]


#: whether a record's field is what the row says; None where the row says nothing of it
FIELDS: dict[str, Callable[[Record, Row], bool | None]] = {
    "value": _number_is_right,
    "unit": _same("unit"),
    "span": lambda record, row: (record.start, record.end) == (row["start"], row["end"]),
    "item": _item_is_right,
    "subject": _subject_is_right,
    "status": lambda record, row: record.status in row["status_in"] if "status_in" in row else None,
    "period": _same("period"),
    "bound": _same("bound"),
    "approx": _same("approx"),
}


def line_errors(article: Annotated) -> tuple[int, list[str]]:
    """How many lines had to be kept, and those that were kept or dropped wrongly; a repeated title counts once."""
    result = extracted(article.text)
    seen: set[str] = set()
    wanted, errors = 0, []
    for line, label in zip(result.lines, article.labels, strict=False):
        words = result.source.text[line.start : line.end].strip()
        repeated = label == "T" and words in seen
        seen.add(words)
        if label not in "BTX" or not label or repeated:
            continue
        wanted += label != "X"
        if line.keep == (label == "X"):
            errors.append(f"{article.name}:{line.number} {'kept' if line.keep else 'lost'} {label} {words[:60]}")
    return wanted, errors
