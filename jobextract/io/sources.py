"""What the user points at, as documents: files, folders, glob patterns, lists of paths, corpora, standard input."""

from __future__ import annotations

import glob
import gzip
import io
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby
from typing import Any

from ..page.decode import LARGEST, ReadingError, load_bytes, printable, whole
from .atomic import OutputError
from .columns import Columns, Document
from .corpora import json_lines, readers
from .corpora.blocks import END, Block, Past, together
from .passed_over import PassedOver

STANDARD = "-"
SUFFIXES = frozenset({".txt", ".html", ".htm"})
YOUNG = 3.0  # seconds since its last change in which a file may change again without its times telling


def gather(places: Sequence[str], passed: PassedOver | None = None) -> tuple[list[str], list[ReadingError]]:
    """The files of all places (files, folders with everything below them, glob patterns), sorted, each once.

    A file that is reached in two ways keeps the first of its names in that order.
    A place that gives no file comes back as an error; ``passed`` is told what is left out of folders.
    """
    paths: dict[str, str] = {}
    failures = []
    for place in places:
        try:
            for path in _files(place, passed):
                if isinstance(path, ReadingError):
                    failures.append(path)
                    continue
                known = os.path.abspath(path)
                paths[known] = min(path, paths.get(known, path))
        except ReadingError as error:
            failures.append(error)
    return sorted(paths.values()), failures


def found(places: Sequence[str], passed: PassedOver | None = None) -> Iterator[str | ReadingError]:
    """What ``gather`` gives, the errors first; the files of a single folder are not all held in memory."""
    if len(places) == 1 and os.path.isdir(places[0]):
        try:
            yield from _files(places[0], passed)
        except ReadingError as error:
            yield error
        return
    paths, failures = gather(places, passed)
    yield from failures
    yield from paths


def _files(place: str, passed: PassedOver | None = None) -> Iterator[str | ReadingError]:
    if os.path.isdir(place):
        remedy = "name a folder that holds articles, or a corpus by its own name"
        yield from _some(
            _below(place, passed=passed), place, "no .txt, .html or .htm file in it, packed or not", remedy
        )
    elif os.path.exists(place) or place == STANDARD:
        yield place
    elif glob.has_magic(place):
        matches = (path for path in glob.iglob(place, recursive=True) if os.path.isfile(path))
        yield from _some(matches, place, "no file matches", "check the pattern")
    elif not place:
        raise ReadingError("''", "is no name of a file", "name files, folders or corpora")
    else:
        raise ReadingError(place, "does not exist", "check the path")


def _some(paths: Iterator[str | ReadingError], place: str, cause: str, remedy: str) -> Iterator[str | ReadingError]:
    first = next(paths, None)
    if first is None:
        raise ReadingError(place, cause, remedy)
    yield first
    yield from paths


def is_table(folder: str) -> bool:
    """Whether a folder is a table in parts, ``NAME.parquet``."""
    return folder.rstrip(os.sep).lower().endswith(".parquet") and os.path.isdir(folder)


def _below(
    folder: str, wanted: Set[str] | None = None, passed: PassedOver | None = None
) -> Iterator[str | ReadingError]:
    """The articles below a folder, in the order of their whole paths; of a table its parts, in partitions or not."""
    wanted = wanted or (frozenset({".parquet"}) if is_table(folder) else SUFFIXES)
    try:
        with os.scandir(folder) as entries:
            named = sorted((entry.name + os.sep * _is_folder(entry), entry.path) for entry in entries)
    except OSError as error:
        yield ReadingError(folder, error.strerror or "cannot be read", "check the permissions of the folder")
        return
    # what goes with an article by its name, as its labels and annotation do, is not passed over: plan.jsonl beside plan.txt
    articles = {os.path.splitext(name)[0] for name, _ in named if readers.suffix(name) in wanted}
    for name, path in named:
        if name.endswith(os.sep):
            if not os.path.islink(path):
                yield from _below(path, None if wanted is SUFFIXES else wanted, passed)
        elif not name.startswith("."):
            if readers.suffix(name) in wanted:
                yield path if os.path.isfile(path) else _no_file(path)
            elif passed is not None and wanted is SUFFIXES and os.path.splitext(name)[0] not in articles:
                passed.add(path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _no_file(path: str) -> ReadingError:
    """A link to nothing or to itself, a pipe, which might never end, or what has gone since the folder was looked through."""
    if not os.path.lexists(path):
        return ReadingError(
            path, "has gone since the folder was read", "put it back and read it again, or leave it out"
        )
    cause = "is a broken link" if os.path.islink(path) else "is no regular file"
    return ReadingError(path, cause, "mend or remove it")


def listed(path: str) -> list[str]:
    """The paths of a list, one a line; ``-`` is standard input. Raises ReadingError."""
    data = sys.stdin.buffer.read() if path == STANDARD else load_bytes(path)
    return [os.fsdecode(line.rstrip(b"\r")) for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n") if line.strip()]


def others(places: Iterable[str | ReadingError], output: str) -> Iterator[str | ReadingError]:
    """The places, none of which may be the output or what stands beside it: raises OutputError before that is written.

    Links and other names of the same file are seen through.
    """
    own = {mark for end in ("", ".errors.jsonl", ".journal") if (mark := _mark(f"{os.path.realpath(output)}{end}"))}
    for place in places:
        if own and isinstance(place, str) and _mark(place) in own:
            raise OutputError(output, "is among the inputs", "choose another name with -o")
        yield place


def _mark(place: str) -> tuple[int, int] | None:
    """What tells a file from all others, of ``-`` the one that standard input comes from; None where there is none."""
    try:
        found = os.fstat(sys.stdin.fileno()) if place == STANDARD else os.stat(place)
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def documents(places: Iterable[str | ReadingError], columns: Columns, largest: int = LARGEST) -> Iterator[Document]:
    """The documents of all files, a corpus row by row; what cannot be read is a document with its failure.

    No more than ``largest`` bytes are read of one, unpacked.
    """
    return (one for one in stream(places, columns, largest) if isinstance(one, Document))


def stream(
    places: Iterable[str | ReadingError], columns: Columns, largest: int = LARGEST, past: Past | None = None
) -> Iterator[Document | Block]:
    """The documents, and where ``past`` may know them the blocks that they stand in."""
    for several in _neighbours(iter(places)) if past else ([place] for place in places):
        block = _settled(several, largest, past) if past else None
        if block:
            yield block
        entries = (block and block.entries) or [None] * len(several)
        for place, entry in zip(several, entries, strict=True):
            if entry is None:
                yield from _named(place, columns, largest, past)
        if block:
            yield END


def _named(place: str | ReadingError, columns: Columns, largest: int, past: Past | None) -> Iterator[Document | Block]:
    if isinstance(place, ReadingError):
        yield _failed(place)
        return
    try:
        yield from _opened(place, columns, largest, past)
    except ReadingError as error:
        yield _failed(error)
    except Exception as error:  # one odd file is no reason to lose all others
        cause = f"the program failed to read it ({type(error).__name__}: {error}); please report it with the file"
        yield Document(printable(place), failure=printable(cause))


def _neighbours(places: Iterator[str | ReadingError]) -> Iterator[list[str | ReadingError]]:
    """The places, files of one article that follow each other together."""
    for alone, neighbours in groupby(places, lambda place: isinstance(place, ReadingError) or _is_many(place)):
        if alone:
            yield from ([place] for place in neighbours)
        else:
            yield from together(neighbours, lambda place: 1)


def _is_many(place: str) -> bool:
    return place == STANDARD or readers.is_corpus(place)


def _settled(places: list[str | ReadingError], largest: int, past: Past) -> Block | None:
    """The block of files, each known by what changes with it; None where one is not there, or too young to tell.

    Whatever is done to a file, or to its name, sets the time of its last change, which nobody can set back.
    """
    facts = []
    latest = (time.time() - YOUNG) * 1e9
    for place in places:
        if isinstance(place, ReadingError) or _is_many(place):
            return None
        try:
            found = os.stat(place)
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(found.st_mode) or found.st_ctime_ns > latest:
            return None
        facts.append((place, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns))
    return past.block(repr(facts).encode(), largest, separate=True)


def _failed(error: ReadingError) -> Document:
    return Document(error.name, failure=f"{error.cause}; {error.remedy}")


def _opened(path: str, columns: Columns, largest: int, past: Past | None) -> Iterator[Document | Block]:
    if path == STANDARD:
        yield from _standard_input(columns, largest)
    elif readers.is_corpus(path):
        yield from readers.rows(path, columns, largest, past)
    elif path.lower().endswith(readers.PACKED):
        with readers.unpacked(path) as file:
            yield Document(printable(path), whole(file, path, largest))
    else:
        yield Document(printable(path), load_bytes(path, largest))


def _standard_input(columns: Columns, largest: int) -> Iterator[Document | Block]:
    """JSON Lines where it begins with an object, packed or not; else one article."""
    stream: Any = sys.stdin.buffer
    if not hasattr(stream, "peek"):
        stream = io.BufferedReader(stream)
    if stream.peek(2)[:2] == b"\x1f\x8b":
        with gzip.open(stream) as plain:
            yield from _told_by_its_beginning(plain, columns, largest)
    else:
        yield from _told_by_its_beginning(stream, columns, largest)


def _told_by_its_beginning(stream: Any, columns: Columns, largest: int) -> Iterator[Document | Block]:
    if stream.peek(64).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        yield from json_lines.documents(stream, STANDARD, columns, largest)
    else:
        yield Document(STANDARD, whole(stream, STANDARD, largest))


def total(named: list[str]) -> int | None:
    """How many documents there are, None where that is not known before all is read."""
    count = 0
    for place in found(named):
        rows = readers.count(place) if isinstance(place, str) and place != STANDARD else None
        if isinstance(place, str) and rows is None:
            return None
        count += rows or 1
    return count
