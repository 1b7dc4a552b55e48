"""A DuckDB database of articles, records, checks and targets, ready for SQL, with where they come from."""

from __future__ import annotations

import shutil
from typing import Any

from ..atomic import OutputError
from ..goals import Goals
from .formats import Job, writer
from .parquet import HELD

AT_ONCE = 1000  # rows read back at a time


@writer(
    ".duckdb",
    form="tables",
    media="application/vnd.duckdb",
    extra="duckdb",
    modules=("duckdb", "pyarrow"),
)
class DuckDB:
    """The tables articles, records and checks as the rows come; targets and provenance at the end."""

    def __init__(self, job: Job) -> None:
        import duckdb

        from .. import tables

        self._job, self._tables, self._goals = job, tables, Goals()
        if job.earlier is not None:
            shutil.copyfile(job.earlier, job.draft)
        try:
            self._database = duckdb.connect(str(job.draft))
            for name in ("articles", "records", "checks"):
                self._insert(name, tables.SCHEMAS[name].empty_table())
            self._read_goals()
        except duckdb.Error as error:
            cause = str(error).splitlines()[0]
            raise OutputError(job.target, f"cannot be added to ({cause})", "name another output") from None
        self._held: dict[str, list[bytes]] = {"articles": [], "records": [], "checks": []}
        self._size = 0

    def _read_goals(self) -> None:
        """What the targets are to be made of, from the rows that the database holds already."""
        if self._job.earlier is not None:
            rows = self._database.execute("SELECT * FROM records")
            names = [column[0] for column in rows.description]
            while some := rows.fetchmany(AT_ONCE):
                self._goals.add_rows(dict(zip(names, row, strict=True)) for row in some)

    def _insert(self, name: str, rows: Any) -> None:
        self._database.register("rows", rows)
        self._database.execute(f"CREATE TABLE IF NOT EXISTS {name} AS SELECT * FROM rows LIMIT 0")
        self._database.execute(f"INSERT INTO {name} BY NAME SELECT * FROM rows")
        self._database.unregister("rows")

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None:
        self._goals.add(records)
        for name, lines in (("articles", articles), ("records", records), ("checks", checks)):
            self._held[name].append(lines)
            self._size += len(lines)
        if self._size >= HELD:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        for name, pieces in self._held.items():
            self._insert(name, pa.Table.from_batches([self._tables.from_json(name, b"".join(pieces))]))
            pieces.clear()
        self._size = 0

    def close(self) -> None:
        import pyarrow as pa

        self._flush()
        self._database.execute("DROP TABLE IF EXISTS targets")
        self._insert("targets", pa.Table.from_batches([self._tables.of_targets(self._goals.rows())]))
        if self._job.origin is not None:
            self._database.execute("CREATE OR REPLACE TABLE provenance (name VARCHAR, value VARCHAR)")
            self._database.executemany("INSERT INTO provenance VALUES (?, ?)", self._job.origin.rows())
        self._database.close()
