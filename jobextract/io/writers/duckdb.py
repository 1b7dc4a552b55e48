"""Typed outputs: a Parquet file of records (zstd), a DuckDB database of articles, records and checks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from .. import tables
from ..atomic import OutputError

HELD = 1 << 22  # bytes of rows that become one row group


class Parquet:
    """Records in row groups of about 4 MB of JSON Lines, whatever the chunks that they come in."""

    def __init__(self, draft: Path, target: str, earlier: Path | None) -> None:
        self._held: list[bytes] = []
        self._size = 0
        self._writer = parquet.ParquetWriter(draft, tables.RECORDS, compression="zstd")
        if earlier is not None:
            self._copy(earlier, target)

    def _copy(self, earlier: Path, target: str) -> None:
        try:
            with parquet.ParquetFile(earlier) as file:
                if not file.schema_arrow.equals(tables.RECORDS):
                    raise OutputError(
                        target, "cannot be added to: its columns are not those of records", "name another output"
                    )
                for number in range(file.num_row_groups):
                    self._writer.write_table(file.read_row_group(number))
        except pa.ArrowException as error:
            raise OutputError(target, f"cannot be added to: no Parquet ({error})", "name another output") from None

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None:
        self._held.append(records)
        self._size += len(records)
        if self._size >= HELD:
            self._flush()

    def _flush(self) -> None:
        if self._size:
            self._writer.write_batch(tables.from_json("records", b"".join(self._held)))
        self._held, self._size = [], 0

    def close(self) -> None:
        self._flush()
        self._writer.close()


class DuckDB:
    """The tables articles, records and checks, ready for SQL."""

    def __init__(self, draft: Path, target: str, earlier: Path | None) -> None:
        import duckdb

        if earlier is not None:
            shutil.copyfile(earlier, draft)
        try:
            self._database = duckdb.connect(str(draft))
            for name in ("articles", "records", "checks"):
                self._create(name)
        except duckdb.Error as error:
            cause = str(error).splitlines()[0]
            raise OutputError(target, f"cannot be added to ({cause})", "name another output") from None
        self._held: dict[str, list[bytes]] = {"articles": [], "records": [], "checks": []}
        self._size = 0

    def _create(self, name: str) -> None:
        empty = tables.SCHEMAS[name].empty_table()
        self._database.register("rows", empty)
        self._database.execute(f"CREATE TABLE IF NOT EXISTS {name} AS SELECT * FROM rows")
        self._database.execute(f"INSERT INTO {name} BY NAME SELECT * FROM rows")
        self._database.unregister("rows")

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None:
        for name, lines in (("articles", articles), ("records", records), ("checks", checks)):
            self._held[name].append(lines)
            self._size += len(lines)
        if self._size >= HELD:
            self._flush()

    def _flush(self) -> None:
        for name, pieces in self._held.items():
            rows = pa.Table.from_batches([tables.from_json(name, b"".join(pieces))])
            self._database.register("rows", rows)
            self._database.execute(f"INSERT INTO {name} BY NAME SELECT * FROM rows")
            self._database.unregister("rows")
            pieces.clear()
        self._size = 0

    def close(self) -> None:
        self._flush()
        self._database.close()
