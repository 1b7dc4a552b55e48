"""What the commands read: articles and corpora, and records that an earlier command wrote."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..batch.jobs import source_of
from ..display.console import say
from ..io import records
from ..io.columns import Columns, Document
from ..io.corpora import readers
from ..io.passed_over import PassedOver
from ..io.recorded import is_recorded
from ..io.recorded import rows as recorded_rows
from ..io.sources import documents, gather
from ..model import Extraction, Record, Source
from ..page.decode import LARGEST, ReadingError
from .options import TIMEOUT
from .texts import patient, read, say_empty


class Reading(NamedTuple):
    """How articles are read: what goes before what they say of themselves, own rules, the limits of a document."""

    published: str | None = None
    publisher: str | None = None
    rules: tuple[str, ...] = ()
    timeout: float = TIMEOUT
    largest: int = LARGEST


def extractions(name: str, asked: Reading, failures: list[str]) -> Iterator[Extraction]:
    """What is found in a file, in a corpus row by row. A row that cannot be read is told and noted among the ``failures``.

    Raises ReadingError for a file that cannot be.
    """
    if name == "-" or not readers.is_corpus(name):
        with patient(name, asked.timeout):
            yield _extracted(read(name, asked.largest), asked)
        return
    for one in documents([name], Columns(), asked.largest):
        try:
            yield _of_row(one, asked)
        except ReadingError as error:
            note(error, failures)


def _of_row(one: Document, asked: Reading) -> Extraction:
    if one.failure:
        cause, _, remedy = one.failure.rpartition("; ")
        raise ReadingError(one.name, cause, remedy)
    if one.note:
        say(f"{one.name}: {one.note}")
    with patient(one.name, asked.timeout):
        return _extracted(source_of(one), asked)


def _extracted(source: Source, asked: Reading) -> Extraction:
    from ..pipeline import extract

    found = extract(source, asked.published, asked.publisher, asked.rules)
    say_empty(source.name, found)
    return found


def records_of(names: Iterable[str], failures: list[str], asked: Reading) -> Iterator[Record]:
    """The records of files that hold some, else those of the articles that the names stand for.

    What cannot be read is told and noted among the ``failures``; the others are read.
    """
    for path in paths_of(names, failures):
        try:
            if path == "-" or is_recorded(path):
                yield from read_records(path)
            else:
                for found in extractions(path, asked, failures):
                    yield from found.records
        except ReadingError as error:
            note(error, failures)


def paths_of(names: Iterable[str], failures: list[str]) -> Iterator[str]:
    """The files that hold records as they are named, then those that the others stand for; what is left out of folders is told."""
    passed = PassedOver()
    others = []
    for name in names:
        if name == "-" or is_recorded(name):
            yield name
        else:
            others.append(name)
    paths, missing = gather(others, passed)
    for error in missing:
        note(error, failures)
    passed.tell(say)
    yield from paths


def note(error: ReadingError, failures: list[str]) -> None:
    """Tells what cannot be read, and notes its name."""
    say(str(error))
    failures.append(error.name)


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
