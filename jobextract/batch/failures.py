"""The inputs of a batch that failed, one JSON object each, in a file beside the output."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from ..io.atomic import WriteError


class Failures:
    """Written as they come; ``count`` of them so far. Without a file they are only counted."""

    def __init__(self, draft: Path | None) -> None:
        self._draft, self.count = draft, 0

    def add(self, source: str, failure: str) -> None:
        """Raises WriteError where the disk is full."""
        self.count += 1
        if self._draft is None:
            return
        cause, _, remedy = failure.rpartition("; ")
        try:
            with open(self._draft, "ab") as file:
                file.write(msgspec.json.encode({"source": source, "cause": cause, "remedy": remedy}) + b"\n")
        except OSError as error:
            raise WriteError(str(self._draft), f"cannot be written ({error.strerror})", "free some space") from None


def place(target: str) -> Path:
    """Where the failures of an output stand."""
    return Path(f"{os.path.realpath(target)}.errors.jsonl")


@contextmanager
def opened(target: str | None, append: bool = False) -> Iterator[Failures]:
    """The failures of an output: a file only where there are any; those of an earlier run give way unless appended to."""
    if target is None:
        yield Failures(None)
        return
    path = place(target)
    draft = path.with_name(f".{path.name}.part")
    draft.unlink(missing_ok=True)
    if append and path.exists():
        shutil.copyfile(path, draft)
    try:
        yield Failures(draft)
        if draft.exists():
            draft.replace(path)
        else:
            path.unlink(missing_ok=True)
    finally:
        draft.unlink(missing_ok=True)
