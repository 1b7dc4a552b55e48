"""What the commands read: the text of a file or of standard input, and records that an earlier command wrote."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..batch.jobs import emptiness
from ..display.console import say
from ..io import records
from ..io.recorded import is_recorded
from ..io.recorded import rows as recorded_rows
from ..io.sources import gather
from ..model import Extraction, Record, Source
from ..page.decode import LARGEST, ReadingError, read_bytes, read_path, whole
from ..time_limit import limited
from .options import TIMEOUT


def read(name: str, largest: int = LARGEST) -> Source:
    """The text of a file of at most so many bytes, of ``-`` that of standard input. Raises ReadingError."""
    return read_bytes(whole(sys.stdin.buffer, "-", largest), "-") if name == "-" else read_path(name, largest)


@contextmanager
def patient(name: str, timeout: float) -> Iterator[None]:
    """The time limit of a document. Raises ReadingError where it is over."""
    try:
        with limited(timeout):
            yield
    except TimeoutError as error:
        raise ReadingError(name, str(error), "raise --timeout, and please report it with the document") from None


def say_empty(name: str, found: Extraction) -> None:
    """A line on a page that gives nothing, and why."""
    if why := emptiness(found.source, bool(found.articles)):
        say(f"{name}: {why}")


def records_of(names: Iterable[str], failures: list[str], published: str | None = None) -> Iterator[Record]:
    """The records of files that hold some, else those of the articles that the names stand for, of that date.

    What cannot be read is told and noted among the ``failures``; the others are read.
    """
    for name in names:
        if name == "-" or is_recorded(name):
            paths: list[str] = [name]
        else:
            paths, missing = gather([name])
            for error in missing:
                _note(error, failures)
        for path in paths:
            try:
                yield from _records(path, published)
            except ReadingError as error:
                _note(error, failures)


def _note(error: ReadingError, failures: list[str]) -> None:
    say(str(error))
    failures.append(error.name)


def _records(path: str, published: str | None) -> list[Record]:
    if path == "-" or is_recorded(path):
        return read_records(path)
    from ..pipeline import extract

    with patient(path, TIMEOUT):
        found = extract(read(path), published)
    say_empty(path, found)
    return list(found.records)


def read_records(name: str) -> list[Record]:
    """The records that parse or batch wrote, of ``-`` those of standard input. Raises ReadingError."""
    if not name:
        raise ReadingError("''", "is no name of a file", "name the JSON Lines that parse or batch wrote")
    if name != "-" and not name.lower().endswith((".jsonl", ".json")) and is_recorded(name):
        return list(recorded_rows(name))
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return records.records(data)
    except OSError as error:
        raise ReadingError(name, error.strerror or "cannot be read", "check the path") from None
    except ValueError as error:
        raise _no_records(name, data, error) from None


def _no_records(name: str, data: bytes, error: ValueError) -> ReadingError:
    """Says of what is no JSON at all, most often an article, how it becomes records; of a bad line, which."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return ReadingError(name, str(error), "give what parse or batch wrote, a record a line (jq -c)")
    cause = str(error).partition(" (")[0]
    return ReadingError(name, cause, "make records of an article with 'jobextract parse' first")
