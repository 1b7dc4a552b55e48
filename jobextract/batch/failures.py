"""The inputs of a batch that failed, one JSON object each, in a file beside the output."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from ..io.atomic import named, unwritten
from ..page.decode import printable


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
                file.write(_row(source, cause, remedy))
        except OSError as error:
            raise unwritten(str(self._draft), error) from None


def _row(*values: str) -> bytes:
    return msgspec.json.encode(dict(zip(("source", "cause", "remedy"), map(printable, values), strict=True))) + b"\n"


def place(target: str) -> Path:
    """Where the failures of an output stand."""
    return Path(f"{os.path.realpath(target)}.errors.jsonl")


def beside(target: str) -> str:
    """That place as the output was named, which is what people look for."""
    return f"{target}.errors.jsonl"


def held(target: str) -> int:
    """Bytes of the failures that stand beside the output."""
    path = place(target)
    return path.stat().st_size if path.exists() else 0


@contextmanager
def opened(target: str | None, earlier: int = 0) -> Iterator[Failures]:
    """The failures of an output: a file only where there are any.

    Of the failures of an earlier run that many bytes stay, as they are appended to; the others give way.
    """
    if target is None:
        yield Failures(None)
        return
    path = place(target)
    draft = path.with_name(f".{path.name}.part")
    draft.unlink(missing_ok=True)
    if earlier:
        shutil.copyfile(path, draft)
        os.truncate(draft, earlier)
    try:
        yield Failures(draft)
        if draft.exists():
            named(draft, path, target)
        else:
            path.unlink(missing_ok=True)
    finally:
        draft.unlink(missing_ok=True)
