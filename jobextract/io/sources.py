"""What the user points at, as documents: files, folders, glob patterns, lists of paths, corpora, standard input."""

from __future__ import annotations

import glob
import gzip
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from ..page.decode import ReadingError, load_bytes
from . import readers
from .columns import Columns, Document

STANDARD = "-"
SUFFIXES = frozenset({".txt", ".html", ".htm"})


def gather(places: Sequence[str]) -> tuple[list[str], list[ReadingError]]:
    """The files of all places (files, folders with everything below them, glob patterns), sorted, each once.

    A file that is reached in two ways keeps the first of its names in that order.
    A place that gives no file comes back as an error.
    """
    paths: dict[str, str] = {}
    failures = []
    for place in places:
        try:
            for path in _files(place):
                known = os.path.abspath(path)
                paths[known] = min(path, paths.get(known, path))
        except ReadingError as error:
            failures.append(error)
    return sorted(paths.values()), failures


def found(places: Sequence[str]) -> Iterator[str | ReadingError]:
    """What ``gather`` gives, the errors first; the files of a single folder are not all held in memory."""
    if len(places) == 1 and os.path.isdir(places[0]):
        try:
            yield from _files(places[0])
        except ReadingError as error:
            yield error
        return
    paths, failures = gather(places)
    yield from failures
    yield from paths


def _files(place: str) -> Iterator[str]:
    if os.path.isdir(place):
        yield from _some(_below(place), place, "no .txt or .html file in it", "name a folder that holds articles")
    elif os.path.exists(place) or place == STANDARD:
        yield place
    elif glob.has_magic(place):
        matches = (path for path in glob.iglob(place, recursive=True) if os.path.isfile(path))
        yield from _some(matches, place, "no file matches", "check the pattern")
    else:
        raise ReadingError(place, "does not exist", "check the path")


def _some(paths: Iterator[str], place: str, cause: str, remedy: str) -> Iterator[str]:
    first = next(paths, None)
    if first is None:
        raise ReadingError(place, cause, remedy)
    yield first
    yield from paths


def _below(folder: str) -> Iterator[str]:
    """The articles below a folder, in the order of their whole paths; of ``NAME.parquet``, a table in parts, the parts."""
    wanted = {".parquet"} if folder.rstrip(os.sep).lower().endswith(".parquet") else SUFFIXES
    with os.scandir(folder) as entries:
        named = sorted((entry.name + os.sep * entry.is_dir(), entry.path) for entry in entries)
    for name, path in named:
        if name.endswith(os.sep):
            if not os.path.islink(path):
                yield from _below(path)
        elif not name.startswith(".") and readers.suffix(name) in wanted and os.path.isfile(path):
            yield path


def listed(path: str) -> list[str]:
    """The paths of a list, one a line; ``-`` is standard input. Raises ReadingError."""
    data = sys.stdin.buffer.read() if path == STANDARD else load_bytes(path)
    return [os.fsdecode(line.rstrip(b"\r")) for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n") if line.strip()]


def documents(places: Iterable[str | ReadingError], columns: Columns) -> Iterator[Document]:
    """The documents of all files, a corpus row by row; what cannot be read is a document with its failure."""
    for place in places:
        if isinstance(place, ReadingError):
            yield _failed(place)
            continue
        try:
            yield from _opened(place, columns)
        except ReadingError as error:
            yield _failed(error)


def _failed(error: ReadingError) -> Document:
    return Document(error.name, failure=f"{error.cause}; {error.remedy}")


def _opened(path: str, columns: Columns) -> Iterator[Document]:
    if path == STANDARD:
        yield from _standard_input(columns)
    elif readers.is_corpus(path):
        yield from readers.rows(path, columns)
    elif path.lower().endswith(readers.PACKED):
        with readers.unpacked(path) as file:
            yield Document(path, file.read())
    else:
        yield Document(os.fsencode(path).decode("utf-8", "replace"), load_bytes(path))


def _standard_input(columns: Columns) -> Iterator[Document]:
    """JSON Lines where it begins with an object, packed or not; else one article."""
    stream: BinaryIO = sys.stdin.buffer
    if not hasattr(stream, "peek"):
        stream = io.BufferedReader(stream)
    if stream.peek(2)[:2] == b"\x1f\x8b":
        with gzip.open(stream) as plain:
            yield from _told_by_its_beginning(plain, columns)
    else:
        yield from _told_by_its_beginning(stream, columns)


def _told_by_its_beginning(stream: BinaryIO, columns: Columns) -> Iterator[Document]:
    if stream.peek(64).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        yield from readers.lines(stream, STANDARD, columns)
    else:
        yield Document(STANDARD, stream.read())
