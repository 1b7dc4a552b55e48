"""A page as the program sees it, in the format of the labelled pages that the weights are learned from: to correct and keep."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from ..model import Extraction, Line, Record, Source
from .atomic import opened, writable

LETTERS = {"body": "B", "title": "T", "meta": "M", "caption": "C", "boilerplate": "X", "blank": "-"}
_REPEATED = ("title.repeat",)


class LabelledPage(msgspec.Struct, frozen=True):
    """A page as the program sees it, to be corrected: the three files that the weights are learned from.

    ``text`` is the page; ``lines`` has a letter for each of its lines (B body, T title, M date or byline, C caption, X anything
    else, - blank); ``figures`` is JSON Lines, the facts of publication first, then a row a figure. ``write("folder/name")``
    writes ``name.txt``, ``name.lines`` and ``name.jsonl``, all or none.
    """

    text: str
    lines: str
    figures: str

    def write(self, place: str | Path, force: bool = False) -> None:
        """The three files; the folder is made where it is not there, and the page's own text may stand there already.

        Raises OutputError where another file would be written over, unless ``force``.
        """
        parts = {".txt": self.text, ".lines": self.lines, ".jsonl": self.figures}
        files = {f"{place}{suffix}": text.encode() for suffix, text in parts.items()}
        with suppress(OSError):  # told by what follows, with the name of the file
            Path(place).parent.mkdir(parents=True, exist_ok=True)
        files = {name: data for name, data in files.items() if not _holds(name, data)}
        for name in files:
            writable(name, force)
        for name, data in files.items():
            with opened(name, force) as out:
                out.write(data)


def _holds(name: str, data: bytes) -> bool:
    try:
        return Path(name).read_bytes() == data
    except OSError:
        return False


def label(text: str | Source, rules: str | Path | Iterable[str | Path] = ()) -> LabelledPage:
    """The page labelled as ``extract`` reads it, to be corrected and learned from; ``rules`` are folders of own rule files."""
    from ..pipeline import extract

    return of(extract(text, rules=rules))


def of(found: Extraction) -> LabelledPage:
    """The labelled page of an extraction."""
    return LabelledPage(found.source.text, letters(found), annotation(found))


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
