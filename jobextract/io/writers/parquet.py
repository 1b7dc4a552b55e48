"""A Parquet file of records (zstd), with where it comes from in its metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from ..atomic import OutputError
from .formats import Job, writer

if TYPE_CHECKING:
    import pyarrow as pa

HELD = 1 << 22  # bytes of rows that become one row group
NULL = "__HIVE_DEFAULT_PARTITION__"  # what readers take for null
ORIGIN = "jobextract"  # the key of the provenance among the file's metadata


class Parquet:
    """Records in row groups of about 4 MB of JSON Lines, whatever the chunks that they come in."""

    def __init__(self, job: Job) -> None:
        from pyarrow import parquet

        from .. import tables

        self._tables = tables
        self._held: list[bytes] = []
        self._size = 0
        self._writer = parquet.ParquetWriter(job.draft, described(tables.RECORDS, job), compression="zstd")
        if job.earlier is not None:
            self._copy(job)

    def _copy(self, job: Job) -> None:
        import pyarrow as pa
        from pyarrow import parquet

        try:
            with parquet.ParquetFile(job.earlier) as file:
                if not file.schema_arrow.equals(self._tables.RECORDS):
                    raise OutputError(
                        job.target, "cannot be added to: its columns are not those of records", "name another output"
                    )
                for number in range(file.num_row_groups):
                    self._writer.write_table(
                        file.read_row_group(number).replace_schema_metadata(self._writer.schema.metadata)
                    )
        except pa.ArrowException as error:
            cause = f"cannot be added to: no Parquet ({error})"
            raise OutputError(job.target, cause, "name another output") from None

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None:
        self._held.append(records)
        self._size += len(records)
        if self._size >= HELD:
            self._flush()

    def _flush(self) -> None:
        if self._size:
            batch = self._tables.from_json("records", b"".join(self._held))
            self._writer.write_batch(batch.replace_schema_metadata(self._writer.schema.metadata))
        self._held, self._size = [], 0

    def close(self) -> None:
        self._flush()
        self._writer.close()


class Partitioned:
    """A folder ``COLUMN=VALUE/records.parquet`` for each value of a column, as Hive, Spark, DuckDB and Arrow read it."""

    def __init__(self, job: Job) -> None:
        from .. import tables

        if job.earlier is not None:
            raise OutputError(job.target, "is in partitions and cannot be added to", "name another output")
        self._job, self._tables, self._by = job, tables, job.by or ""
        at = tables.RECORDS.get_field_index(self._by)
        self._schema = described(tables.RECORDS.remove(at), job)
        self._writers: dict[object, Any] = {}
        self._held: list[bytes] = []
        self._size = 0
        job.draft.mkdir()

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None:
        self._held.append(records)
        self._size += len(records)
        if self._size >= HELD:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa
        from pyarrow import compute

        table = pa.Table.from_batches([self._tables.from_json("records", b"".join(self._held))])
        column = table[self._by]
        for value in sorted(set(column.to_pylist()), key=lambda value: (value is None, str(value))):
            same = compute.is_null(column) if value is None else compute.equal(column, value)
            rows = table.filter(same).drop_columns([self._by])
            self._writer(value).write_table(rows.replace_schema_metadata(self._schema.metadata))
        self._held, self._size = [], 0

    def _writer(self, value: object) -> Any:
        from pyarrow import parquet

        if value not in self._writers:
            name = NULL if value is None else quote(str(value), safe="")
            folder = self._job.draft / f"{self._by}={name}"
            folder.mkdir()
            self._writers[value] = parquet.ParquetWriter(folder / "records.parquet", self._schema, compression="zstd")
        return self._writers[value]

    def close(self) -> None:
        self._flush()
        for each in self._writers.values():
            each.close()


@writer(".parquet", form="jsonl", media="application/vnd.apache.parquet", extra="parquet", modules=("pyarrow",))
def parquet_of(job: Job) -> Parquet | Partitioned:
    """One file, or a folder of files by the values of a column."""
    return Partitioned(job) if job.by else Parquet(job)


def described(schema: pa.Schema, job: Job) -> pa.Schema:
    """The schema with the provenance of the run in its metadata."""
    return schema if job.origin is None else schema.with_metadata({ORIGIN: msgspec.json.encode(job.origin)})
