"""Records that a batch wrote, read back from any of its formats: JSON Lines, CSV, Parquet (a folder of parts, too), DuckDB, SQLite, Excel."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from ..model import Record
from ..page.decode import ReadingError
from . import workbook
from .columns import Columns, choose
from .corpora.readers import needed
from .records import as_told, is_records, names

AT_ONCE = 1000
#: fields of a record that no corpus names a column by
_OWN = frozenset({"kind", "sentence", "same_as", "period"})
HEAD = 200  # bytes that tell what a .json holds
NOTHING = "__HIVE_DEFAULT_PARTITION__"  # how a partition without a value is called


def is_recorded(path: str) -> bool:
    """Whether the file holds records; a .jsonl, .csv, .parquet or .xlsx may be a corpus too, a .json anything: its beginning tells."""
    suffix = Path(path).suffix.lower()
    if suffix == ".xlsx":
        return _sheet(path) is not None
    if suffix == ".json":
        return _heads_json(path)
    if suffix in (".jsonl", ".parquet"):
        return not _is_corpus(path)
    return suffix in _READERS and (suffix != ".csv" or _heads_records(path))


def rows(path: str) -> Iterator[Record]:
    """The records of the file, in its order. Raises ReadingError where it cannot be read or holds none."""
    if not Path(path).is_file() and not (path.lower().endswith(".parquet") and Path(path).is_dir()):
        raise ReadingError(path, "no such file", "check the path")
    try:
        for row in _READERS[Path(path).suffix.lower()](path):
            yield row if isinstance(row, Record) else msgspec.convert(row, Record, strict=False)
    except (msgspec.DecodeError, UnicodeDecodeError, OSError, sqlite3.Error) as error:
        raise _unread(path, error) from None


def _unread(path: str, error: Exception) -> ReadingError:
    return ReadingError(path, f"holds no records ({str(error).splitlines()[0]})", "give what parse or batch wrote")


def _heads_records(path: str) -> bool:
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            return {"id", "status", "period"} <= set(file.readline().strip().split(","))
    except OSError:
        return False


def _is_corpus(path: str) -> bool:
    """Whether the file has a column of text as corpora have, and none that only records have."""
    try:
        named = _names_of_parquet(path) if path.lower().endswith(".parquet") else _names_of_line(path)
        return _OWN.isdisjoint(named) and "text" in choose(named, Columns(), path)
    except (OSError, ValueError, ReadingError):
        return False


def _names_of_line(path: str) -> tuple[str, ...]:
    with open(path, "rb") as file:
        return names(next((line for line in file if line.strip()), b"").removeprefix(b"\xef\xbb\xbf"))


def _names_of_parquet(path: str) -> tuple[str, ...]:
    parquet = needed("pyarrow.parquet", path, "parquet")
    part = next(iter(sorted(Path(path).rglob("*.parquet"))), None) if Path(path).is_dir() else Path(path)
    return tuple(parquet.read_schema(part).names) if part else ()


def _heads_json(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return is_records(file.read(HEAD))
    except OSError:
        return False


def _csv(path: str) -> Iterator[dict[str, Any]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield _typed(row)


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    """A row of text: an empty cell is null, truth is a word, an apostrophe before a formula is the program's."""
    told: dict[str, Any] = {name: as_told(row[name]) for name in Record.__struct_fields__ if row.get(name)}
    told["approx"] = str(told.get("approx", "")).lower() in ("true", "1")
    told["carried"] = _carried(told.get("carried"))
    return told | {name: None for name in Record.__struct_fields__ if name not in told}


def _carried(words: str | None) -> dict[str, str] | None:
    """The columns that were carried through, kept as JSON in one cell."""
    return msgspec.json.decode(words, type=dict[str, str]) if words else None


def _parquet(path: str) -> Iterator[dict[str, Any]]:
    parquet = needed("pyarrow.parquet", path, "parquet")
    parts = sorted(Path(path).rglob("*.parquet")) if Path(path).is_dir() else [Path(path)]
    try:
        for part in parts:
            name, is_value, value = part.parent.name.partition("=")
            said = {name: None if value == NOTHING else value} if is_value and part != Path(path) else {}
            for batch in parquet.ParquetFile(part).iter_batches(AT_ONCE):
                yield from (_known(row | said) for row in batch.to_pylist())
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
    told = _known(row)
    return told | {"approx": bool(told.get("approx")), "carried": _carried(told.get("carried"))}


def _fetched(cursor: Any) -> Iterator[dict[str, Any]]:
    names = [column[0] for column in cursor.description]
    while some := cursor.fetchmany(AT_ONCE):
        yield from (dict(zip(names, row, strict=True)) for row in some)


def _sheet(path: str) -> tuple[Any, list[str]] | None:
    """The sheet of figures of a workbook, and its columns; None where there is none, as in a corpus."""
    openpyxl = needed("openpyxl", path, "excel")
    try:
        book = openpyxl.load_workbook(path, read_only=True)
    except Exception:  # openpyxl lets through whatever zip and XML reader raise on a damaged book
        return None
    for language in workbook.LANGUAGES:
        title = workbook.heading("sheet_figures", language)
        if title in book.sheetnames:
            head = next(book[title].iter_rows(values_only=True), ())
            columns = workbook.by_heading(head, workbook.FIGURES)
            return (book[title], columns) if columns else None
    return None


def _xlsx(path: str) -> Iterator[Record]:
    found = _sheet(path)
    if found is None:
        raise ReadingError(path, "holds no sheet of figures", "give what parse or batch wrote")
    sheet, columns = found
    for cells in sheet.iter_rows(min_row=2, values_only=True):
        row = dict(zip(columns, cells, strict=False))
        if row.get("source") is not None:
            yield workbook.record(row)


def _jsonl(path: str) -> Iterator[dict[str, Any]]:
    with open(path, "rb") as file:
        for line in file:
            if line.strip():
                yield msgspec.json.decode(line)


_READERS: dict[str, Callable[[str], Iterator[Any]]] = {
    ".jsonl": _jsonl,
    ".csv": _csv,
    ".parquet": _parquet,
    ".duckdb": _duckdb,
    ".sqlite": _sqlite,
    ".xlsx": _xlsx,
}
