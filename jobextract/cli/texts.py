"""The text of one file or of standard input, and how long a document may take."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..batch.jobs import emptiness
from ..display.console import say
from ..io.corpora import readers
from ..model import Extraction, Source
from ..page.decode import LARGEST, ReadingError, printable, read_bytes, read_path, whole
from ..time_limit import limited


def read(name: str, largest: int = LARGEST) -> Source:
    """The text of a file of at most so many bytes, packed or not, of ``-`` that of standard input. Raises ReadingError."""
    if name == "-":
        return read_bytes(whole(sys.stdin.buffer, "-", largest), "-")
    if readers.is_corpus(name) and Path(name).exists():
        raise ReadingError(
            name, "is a corpus, which is read row by row", "use 'jobextract batch', 'targets' or 'report'"
        )
    if name.lower().endswith(readers.PACKED):
        with readers.unpacked(name) as file:
            return read_bytes(whole(file, name, largest), printable(name))
    return read_path(name, largest)


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
