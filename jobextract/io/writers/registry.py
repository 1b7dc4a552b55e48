"""Where the records of a batch go: a file of one of the ``formats``, or a stream.

Every sink writes a draft beside its target and gives it the final name when all is in it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..atomic import OutputError, Stream, is_device, named, opened_device, unwritten, writable
from ..provenance import Provenance
from .formats import Job, Sink, installed, known, listed

STANDARD = "-"
_WRITERS = ("duckdb", "_duckdb", "sqlite3", "xlsxwriter", "pyarrow")  # libraries that have errors of their own


def suffix(target: str, form: str | None = None) -> str:
    """The kind of output, by its name or as asked for. Raises OutputError for a suffix that is none and for an extra that is
    not installed.
    """
    if not target:
        raise OutputError("''", "is no name of a file", "name one with -o")
    if form is not None:
        installed(known()[f".{form}"], target)
        return f".{form}"
    kind = Path(target).suffix.lower()
    if kind not in known() and is_stream(target):
        return ".jsonl"
    if kind not in known():
        raise OutputError(target, f"its name does not end in {listed()}", "name it so, or - for a pipe")
    installed(known()[kind], target)
    return kind


def check(target: str, force: bool, folder: bool = False) -> None:
    """Raises OutputError where the target may not or cannot be written: nobody should learn that at the end.

    ``folder`` says that a folder is to be written, which may take the place of one that it wrote earlier.
    """
    if folder and path_of(target).is_dir():
        if not force:
            raise OutputError(target, "exists already", "add --force to overwrite it, or choose another name")
        if not all("=" in each.name for each in path_of(target).iterdir()):
            raise OutputError(target, "is a folder that holds other things", "choose another name")
        path = path_of(target)
    else:
        path = writable(target, force)
    if not os.access(path.parent, os.W_OK):
        raise OutputError(target, f"the folder {path.parent} cannot be written", "choose another place with -o")


def path_of(target: str) -> Path:
    """The file behind the name, links followed."""
    return Path(os.path.realpath(target))


def digest(target: str) -> str | None:
    """The SHA-256 of the file behind the name, None where there is none."""
    path = path_of(target)
    return _digest(path) if path.is_file() else None


def _digest(path: Path) -> str:
    if path.is_dir():
        parts = sorted(part for part in path.rglob("*") if part.is_file())
        return hashlib.sha256("".join(f"{part.name} {_digest(part)}" for part in parts).encode()).hexdigest()
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_stream(target: str) -> bool:
    """Whether the output is written as it comes: standard output, a pipe, a device."""
    return target == STANDARD or is_device(target)


@contextmanager
def opened(
    target: str,
    append: bool = False,
    whole: Callable[[str], None] | None = None,
    origin: Provenance | None = None,
    kind: str | None = None,
    by: str | None = None,
) -> Iterator[Sink]:
    """The sink of a target that ``check`` has let pass; the target gets its name only when all has gone well.

    ``kind`` is the format where the name does not say it. ``whole`` is given the digest of what an append has made, just before that;
    ``origin`` is written into formats that have a place for it; ``by`` parts the output by the values of a column. Raises
    WriteError where the disk is full or the sheet has no more rows, OutputError where somebody has changed what
    is appended to.
    """
    kind = kind or suffix(target)
    if is_stream(target):
        yield _to_stream(target, kind)
        return
    path = path_of(target)
    draft = path.with_name(f".{path.name}.part")
    _discard(draft)
    earlier = _state(path) if append else None
    try:
        with _told(target):
            sink = known()[kind].make(Job(draft, target, path if earlier else None, origin, by))
        yield _Telling(sink, target)
        with _told(target):
            sink.close()
            _synced(draft)
            if append and _state(path) != earlier:
                raise OutputError(target, "was changed while it was added to", "move it away, then add --force")
            if append and whole is not None:
                whole(_digest(draft))
            if draft.is_dir() and path.is_dir():
                path.replace(
                    draft.with_suffix(".old")
                )  # what was there is whole until the new folder stands in its place
            named(draft, path, target)
    finally:
        _discard(draft)


def _state(path: Path) -> tuple[int, ...] | None:
    """What changes when somebody else writes the file; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _discard(draft: Path) -> None:
    for folder in (draft, draft.with_suffix(".old")):
        if folder.is_dir():
            shutil.rmtree(folder)
    for end in ("", ".wal", "-journal", "-wal", "-shm"):
        Path(f"{draft}{end}").unlink(missing_ok=True)
    shutil.rmtree(f"{draft}.d", ignore_errors=True)


def _to_stream(target: str, kind: str) -> Sink:
    into = known()[kind].streams
    if into is None:
        raise OutputError(target, f"cannot take {kind}", "name a file")
    return into(Stream(sys.stdout.buffer, "standard output") if target == STANDARD else opened_device(target))


def _synced(draft: Path) -> None:
    if draft.is_dir():
        for part in draft.rglob("*.parquet"):
            _synced(part)
        return
    with open(draft, "rb") as file:
        os.fsync(file.fileno())


@contextmanager
def _told(target: str) -> Iterator[None]:
    """Turns what a writer raises on a full disk into a WriteError."""
    try:
        yield
    except (OutputError, KeyboardInterrupt):
        raise
    except Exception as error:
        if type(error).__module__.partition(".")[0] not in _WRITERS and not isinstance(error, OSError):
            raise
        raise unwritten(target, error) from error


class _Telling:
    """A sink whose troubles with the disk are told in one line."""

    def __init__(self, sink: Sink, target: str) -> None:
        self._sink, self._target = sink, target

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None:
        with _told(self._target):
            self._sink.add(records, articles, checks)

    def close(self) -> None: ...
