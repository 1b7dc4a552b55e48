"""An SQLite database of articles, records, checks and targets, with indexes and a full-text search over the sentences.

SQLite has no exact decimals: a number that needs more than 15 digits is stored as text, every other as a number.
"""

from __future__ import annotations

import shutil
import sqlite3
from decimal import Decimal
from typing import Any

import msgspec

from ...model import Article, Check, Record, Target
from .. import records as export
from ..atomic import OutputError
from ..goals import Goals
from .formats import Job, writer

COLUMNS = {
    "articles": ("source", *(name for name in Article.__struct_fields__ if name != "segments")),
    "records": Record.__struct_fields__,
    "checks": ("source", *Check.__struct_fields__),
    "targets": Target.__struct_fields__,
}
INDEXES = {
    "articles": ("source", "subject", "published"),
    "records": ("id", "source", "subject", "item", "year", "status"),
    "targets": ("subject", "year"),
}
DIGITS = 15
#: SELECT r.* FROM records_text t JOIN records r ON r.rowid = t.rowid WHERE records_text MATCH 'job*'; particles hang on
#: Korean words, so that a word is looked for by its beginning
SEARCH = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS records_text USING fts5"
    "(sentence, item, subject, content='records', content_rowid='rowid', prefix='2 3')"
)


@writer(".sqlite", form="tables", media="application/vnd.sqlite3")
class SQLite:
    """One transaction for all rows; indexes, targets and search are made at the end."""

    def __init__(self, job: Job) -> None:
        self._job, self._goals = job, Goals()
        if job.earlier is not None:
            shutil.copyfile(job.earlier, job.draft)
        try:
            self._database = sqlite3.connect(job.draft, isolation_level=None)
            self._database.execute("PRAGMA journal_mode = OFF")  # the draft is thrown away where anything fails
            self._database.execute("BEGIN")
            for name in ("articles", "records", "checks"):
                self._database.execute(f"CREATE TABLE IF NOT EXISTS {name} ({_listed(COLUMNS[name])})")
                self._same_columns(name)
            self._read_goals()
        except sqlite3.Error as error:
            raise OutputError(job.target, f"cannot be added to ({error})", "name another output") from None
        self._read = msgspec.json.Decoder(float_hook=Decimal)

    def _same_columns(self, name: str) -> None:
        found = tuple(row[1] for row in self._database.execute(f"PRAGMA table_info({name})"))
        if found != COLUMNS[name]:
            cause = f"cannot be added to: its table of {name} has other columns"
            raise OutputError(self._job.target, cause, "name another output")

    def _read_goals(self) -> None:
        if self._job.earlier is None:
            return
        for row in self._database.execute(f"SELECT {_listed(COLUMNS['records'])} FROM records"):
            facts = dict(zip(COLUMNS["records"], row, strict=True))
            facts |= {name: Decimal(str(facts[name])) for name in export.EXACT if facts[name] is not None}
            facts |= {"carried": msgspec.json.decode(facts["carried"]) if facts["carried"] else None}
            self._goals.add_rows([facts | {"approx": bool(facts["approx"])}])

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None:
        self._goals.add(records)
        for name, lines in (("articles", articles), ("records", records), ("checks", checks)):
            rows = (self._read.decode(line) for line in lines.splitlines())
            self._insert(name, ([row[column] for column in COLUMNS[name]] for row in rows))

    def _insert(self, name: str, rows: Any) -> None:
        marks = ", ".join("?" * len(COLUMNS[name]))
        self._database.executemany(
            f"INSERT INTO {name} VALUES ({marks})", ([_cell(cell) for cell in row] for row in rows)
        )

    def close(self) -> None:
        self._database.execute("DROP TABLE IF EXISTS targets")
        self._database.execute(f"CREATE TABLE targets ({_listed(COLUMNS['targets'])})")
        self._insert("targets", ([getattr(row, name) for name in COLUMNS["targets"]] for row in self._goals.rows()))
        for name, columns in INDEXES.items():
            for column in columns:
                self._database.execute(f"CREATE INDEX IF NOT EXISTS {name}_{column} ON {name} ({_listed([column])})")
        self._database.execute(SEARCH)
        self._database.execute("INSERT INTO records_text (records_text) VALUES ('rebuild')")
        if self._job.origin is not None:
            self._database.execute("DROP TABLE IF EXISTS provenance")
            self._database.execute("CREATE TABLE provenance (name, value)")
            self._database.executemany("INSERT INTO provenance VALUES (?, ?)", self._job.origin.rows())
        self._database.execute("COMMIT")
        self._database.close()


def _listed(columns: Any) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _cell(value: object) -> object:
    """What SQLite holds of it: lists in one cell, parted by blanks; a number of too many digits as text."""
    if isinstance(value, list | tuple):
        return " ".join(str(each) for each in value)
    if isinstance(value, dict):
        return msgspec.json.encode(value).decode()
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Decimal):
        return _number(value)
    return _number(Decimal(value)) if isinstance(value, int) else value


def _number(value: Decimal) -> object:
    if len(value.normalize().as_tuple().digits) > DIGITS:
        return export.plain(value)
    return int(value) if value == value.to_integral_value() and abs(value) < 1 << 63 else float(value)
