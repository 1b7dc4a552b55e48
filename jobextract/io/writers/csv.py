"""CSV with a byte order mark, without which Excel takes a file for the system's code page and shows no Korean."""

from __future__ import annotations

from .. import records as export
from ..atomic import Stream
from .formats import Job, writer
from .jsonl import Lines, begun, first_line, refuse_others

BOM = b"\xef\xbb\xbf"


@writer(".csv", form="csv", media="text/csv")
class Sheet(Lines):
    """The header, then the rows of the workers."""

    def __init__(self, job: Job) -> None:
        header = export.csv_header()
        if job.earlier is not None:
            refuse_others(first_line(job.earlier).removeprefix(BOM) == header.rstrip(b"\n"), job.target)
        self._stream = begun(job, BOM + header)

    @classmethod
    def to_stream(cls, stream: Stream) -> Sheet:
        """Into a pipe, whose reader wants no mark."""
        stream.write(export.csv_header())
        sink = cls.__new__(cls)
        sink._stream = stream
        return sink
