"""JSON Lines of texts with their spans, words and tags: ``datasets.load_dataset("json", data_files="NAME.hf")``."""

from __future__ import annotations

from .formats import Job, writer
from .jsonl import Lines, begun


@writer(".hf", form="hf", media="application/jsonl")
class Texts(Lines):
    """The lines of the workers, one a text."""

    def __init__(self, job: Job) -> None:
        self._stream = begun(job)
