"""What a task of Spark says beside its rows: the documents that failed, and how many records it made.

Spark gives the driver what a task has added to an accumulator when the task has ended well, once for every part of a table,
however often it was tried. So one job is enough for records and failures, and nothing is computed twice or kept for it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import islice

import msgspec
import pyarrow as pa

ERRORS = pa.schema([("source", pa.string()), ("error", pa.string())])
AT_ONCE = 100_000  # failures that are written in one piece

Failure = tuple[str | None, str]


class Gathering:
    """How failures come together (an ``AccumulatorParam`` of Spark): a list in a task, on the driver a ``Spool``."""

    def zero(self, value: object) -> list[Failure]:
        return []

    def addInPlace(self, held: Spool | list[Failure], more: list[Failure]) -> Spool | list[Failure]:  # noqa: N802 Spark's name
        held.extend(more)
        return held


class Spool:
    """The failures of all tasks in a file of the driver, for there may be more of them than memory holds."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 gone with the object
        self.count = 0

    def extend(self, more: list[Failure]) -> None:
        self.count += len(more)
        self._file.writelines(msgspec.json.encode(failure) + b"\n" for failure in more)

    def tables(self) -> Iterator[pa.Table]:
        """Tables of ``ERRORS``, at least one."""
        self._file.seek(0)
        first = True
        while (lines := list(islice(self._file, AT_ONCE))) or first:
            rows = [msgspec.json.decode(line) for line in lines]
            yield pa.table([[row[at] for row in rows] for at in range(len(ERRORS))], schema=ERRORS)
            first = False
