"""A Parquet file of records (zstd), with where it comes from in its metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ..atomic import OutputError
from .formats import Job, writer

if TYPE_CHECKING:
    import pyarrow as pa

HELD = 1 << 22  # bytes of rows that become one row group
ORIGIN = "jobextract"  # the key of the provenance among the file's metadata


@writer(".parquet", form="jsonl", media="application/vnd.apache.parquet", extra="parquet", modules=("pyarrow",))
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


def described(schema: pa.Schema, job: Job) -> pa.Schema:
    """The schema with the provenance of the run in its metadata."""
    return schema if job.origin is None else schema.with_metadata({ORIGIN: msgspec.json.encode(job.origin)})
