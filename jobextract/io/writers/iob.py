"""Words with tags (IOB2), one a line: for trainers of taggers."""

from __future__ import annotations

from .formats import Job, writer
from .jsonl import Lines, begun


@writer(".iob", form="iob", media="text/plain")
class Tags(Lines):
    """The lines of the workers, one text after the other."""

    def __init__(self, job: Job) -> None:
        self._stream = begun(job)
