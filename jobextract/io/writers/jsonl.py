"""JSON Lines: one record a line, the bytes of the workers one after the other."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

from .. import records as export
from ..atomic import OutputError, Stream
from .formats import Job, writer

LINE = 1 << 26  # bytes of a first line that are read, no more


@writer(".jsonl", form="jsonl", media="application/jsonl")
class Lines:
    """The bytes of the workers, one after the other."""

    def __init__(self, job: Job) -> None:
        if job.earlier is not None:
            first = first_line(job.earlier)
            refuse_others(not first or export.names(first) == export.FIELDS, job.target)
        self._stream = begun(job)

    @classmethod
    def to_stream(cls, stream: Stream) -> Lines:
        """Into a pipe."""
        sink = cls.__new__(cls)
        sink._stream = stream
        return sink

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None:
        if records:
            self._stream.write(records)

    def close(self) -> None:
        self._stream.close()


def begun(job: Job, head: bytes = b"") -> Stream:
    """The draft, with what it is added to in it, else with its head."""
    if job.earlier is not None:
        shutil.copyfile(job.earlier, job.draft)
        head = b"" if _ends_its_line(job.draft) else b"\n"
    stream = Stream(open(job.draft, "ab"), job.target)  # noqa: SIM115 the stream closes it
    if head:
        stream.write(head)
    return stream


def first_line(path: Path) -> bytes:
    """The first line of a file without its end, as far as a line may reach."""
    with open(path, "rb") as file:
        return file.readline(LINE).rstrip(b"\r\n")


def refuse_others(same: bool, target: str) -> None:
    """Raises OutputError where the first line is no header, or no record, of ours: rows of other things stay apart."""
    if not same:
        raise OutputError(target, "cannot be added to: its columns are not those of records", "name another output")


def _ends_its_line(path: Path) -> bool:
    with open(path, "rb") as file:
        if file.seek(0, io.SEEK_END) == 0:
            return True
        file.seek(-1, io.SEEK_END)
        return file.read() == b"\n"
