"""Records that a batch wrote, read back from any of its formats: JSON Lines, CSV, Parquet, DuckDB and SQLite."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from ..model import Record
from ..page.decode import ReadingError
from .readers import needed

AT_ONCE = 1000


def is_recorded(path: str) -> bool:
    """Whether the file holds records by its name; a .csv may be a corpus too, which its first line tells."""
    suffix = Path(path).suffix.lower()
    return suffix in _READERS and (suffix != ".csv" or _heads_records(path))


def rows(path: str) -> Iterator[Record]:
    """The records of the file, in its order. Raises ReadingError where it cannot be read or holds none."""
    if not Path(path).is_file():
        raise ReadingError(path, "no such file", "check the path")
    try:
        for row in _READERS[Path(path).suffix.lower()](path):
            yield msgspec.convert(row, Record, strict=False)
    except (msgspec.ValidationError, UnicodeDecodeError, OSError, sqlite3.Error) as error:
        raise _unread(path, error) from None


def _unread(path: str, error: Exception) -> ReadingError:
    return ReadingError(path, f"holds no records ({str(error).splitlines()[0]})", "give what parse or batch wrote")


def _heads_records(path: str) -> bool:
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            return {"id", "status", "period"} <= set(file.readline().strip().split(","))
    except OSError:
        return False


def _csv(path: str) -> Iterator[dict[str, Any]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield _typed(row)


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    """A row of text: an empty cell is null, truth is a word."""
    told = {name: value for name, value in row.items() if name in Record.__struct_fields__ and value not in ("", None)}
    told["approx"] = str(told.get("approx", "")).lower() in ("true", "1")
    return told | {name: None for name in Record.__struct_fields__ if name not in told and name != "carried"}


def _parquet(path: str) -> Iterator[dict[str, Any]]:
    parquet = needed("pyarrow.parquet", path, "parquet")
    try:
        for batch in parquet.ParquetFile(path).iter_batches(AT_ONCE):
            yield from map(_known, batch.to_pylist())
    except ValueError as error:
        raise _unread(path, error) from None


def _known(row: dict[str, Any]) -> dict[str, Any]:
    told = {name: value for name, value in row.items() if name in Record.__struct_fields__}
    if isinstance(told.get("carried"), list):
        told["carried"] = dict(told["carried"])
    return told


def _duckdb(path: str) -> Iterator[dict[str, Any]]:
    duckdb = needed("duckdb", path, "duckdb")
    try:
        with duckdb.connect(path, read_only=True) as database:
            yield from map(_known, _fetched(database.execute("SELECT * FROM records")))
    except duckdb.Error as error:
        raise _unread(path, error) from None


def _sqlite(path: str) -> Iterator[dict[str, Any]]:
    database = sqlite3.connect(f"file:{Path(path).resolve()}?mode=ro", uri=True)
    try:
        yield from map(_stored, _fetched(database.execute("SELECT * FROM records")))
    finally:
        database.close()


def _stored(row: dict[str, Any]) -> dict[str, Any]:
    """SQLite knows no truth and no nested values."""
    told = {name: value for name, value in _known(row).items() if name != "carried"}
    return told | {"approx": bool(told.get("approx"))}


def _fetched(cursor: Any) -> Iterator[dict[str, Any]]:
    names = [column[0] for column in cursor.description]
    while some := cursor.fetchmany(AT_ONCE):
        yield from (dict(zip(names, row, strict=True)) for row in some)


def _jsonl(path: str) -> Iterator[dict[str, Any]]:
    with open(path, "rb") as file:
        for line in file:
            if line.strip():
                yield msgspec.json.decode(line)


_READERS: dict[str, Callable[[str], Iterator[dict[str, Any]]]] = {
    ".jsonl": _jsonl,
    ".csv": _csv,
    ".parquet": _parquet,
    ".duckdb": _duckdb,
    ".sqlite": _sqlite,
}
