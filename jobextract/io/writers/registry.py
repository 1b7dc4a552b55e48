"""Where the records of a batch go, by the suffix of the output: JSON Lines, CSV, Parquet, Excel, DuckDB, or a stream.

Every sink writes a draft beside its target and gives it the final name when all is in it.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Protocol

from .. import records as export
from ..atomic import OutputError, Stream, is_device, named, opened_device, unwritten, writable

STANDARD = "-"
_LINE = 1 << 26  # bytes of a first line that are read, no more
BOM = b"\xef\xbb\xbf"  # Excel takes a CSV file without it for the system's code page and shows no Korean
#: how the records are wanted from the workers, and the extra that writes them
FORMS = {".jsonl": "jsonl", ".csv": "csv", ".parquet": "jsonl", ".xlsx": "tables", ".duckdb": "tables"}
EXTRAS = {".parquet": ("parquet", ("pyarrow",)), ".xlsx": ("excel", ("xlsxwriter", "openpyxl")), ".duckdb": ("duckdb", ("duckdb", "pyarrow"))}  # fmt: skip


class Sink(Protocol):
    """Takes the rows of one document after the other, as JSON Lines (records also as CSV where that is its form)."""

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None: ...

    def close(self) -> None:
        """Write what is held back and end the file."""


def suffix(target: str) -> str:
    """The kind of output. Raises OutputError for a suffix that is none and for an extra that is not installed."""
    if not target:
        raise OutputError("''", "is no name of a file", "name one with -o")
    kind = Path(target).suffix.lower()
    if kind not in FORMS and is_stream(target):
        return ".jsonl"
    if kind not in FORMS:
        raise OutputError(target, f"its name does not end in {', '.join(FORMS)}", "name it so, or - for a pipe")
    extra, modules = EXTRAS.get(kind, ("", ()))
    for module in modules:
        try:
            import_module(module)
        except ImportError:
            raise OutputError(target, f"{module} is not installed", f"pip install 'jobextract[{extra}]'") from None
    return kind


def check(target: str, force: bool) -> None:
    """Raises OutputError where the target may not or cannot be written: nobody should learn that at the end."""
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
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_stream(target: str) -> bool:
    """Whether the output is written as it comes: standard output, a pipe, a device."""
    return target == STANDARD or is_device(target)


@contextmanager
def opened(target: str, append: bool = False, whole: Callable[[str], None] | None = None) -> Iterator[Sink]:
    """The sink of a target that ``check`` has let pass; the target gets its name only when all has gone well.

    ``whole`` is given the digest of the output just before that. Raises WriteError where the disk is full or the sheet
    has no more rows, OutputError where somebody has changed what is appended to.
    """
    kind = suffix(target)
    if is_stream(target):
        yield _to_stream(target, kind)
        return
    path = path_of(target)
    draft = path.with_name(f".{path.name}.part")
    _discard(draft)
    earlier = _state(path) if append else None
    try:
        with _told(target):
            sink = _sink(kind, draft, target, path if earlier else None)
        yield _Telling(sink, target)
        with _told(target):
            sink.close()
            _synced(draft)
            if append and _state(path) != earlier:
                raise OutputError(target, "was changed while it was added to", "move it away, then add --force")
            if whole is not None:
                whole(_digest(draft))
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
    for end in ("", ".wal"):
        Path(f"{draft}{end}").unlink(missing_ok=True)
    shutil.rmtree(f"{draft}.d", ignore_errors=True)


def _to_stream(target: str, kind: str) -> Sink:
    if kind not in (".jsonl", ".csv"):
        raise OutputError(target, f"cannot take {kind}", "name a file")
    stream = Stream(sys.stdout.buffer, "standard output") if target == STANDARD else opened_device(target)
    return _Bytes(stream, export.csv_header() if kind == ".csv" else b"")


def _synced(draft: Path) -> None:
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
        known = type(error).__module__.partition(".")[0] in ("duckdb", "_duckdb", "xlsxwriter", "pyarrow")
        if not known and not isinstance(error, OSError):
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


class _Bytes:
    """JSON Lines and CSV: the bytes of the workers, one after the other."""

    def __init__(self, stream: Stream, head: bytes = b"") -> None:
        self._stream = stream
        if head:
            stream.write(head)

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None:
        if records:
            self._stream.write(records)

    def close(self) -> None:
        self._stream.close()


def _sink(kind: str, draft: Path, target: str, earlier: Path | None) -> Sink:
    if kind in (".jsonl", ".csv"):
        return _bytes(kind, draft, target, earlier)
    if kind == ".xlsx":
        from .xlsx import Workbook

        return Workbook(draft, target, earlier)
    from . import duckdb

    return (duckdb.Parquet if kind == ".parquet" else duckdb.DuckDB)(draft, target, earlier)


def _bytes(kind: str, draft: Path, target: str, earlier: Path | None) -> Sink:
    head = BOM + export.csv_header() if kind == ".csv" else b""
    if earlier is not None:
        _same_columns(earlier, target, kind)
        shutil.copyfile(earlier, draft)
        head = b"" if _ends_its_line(draft) else b"\n"
    return _Bytes(Stream(open(draft, "ab"), target), head)


def _same_columns(earlier: Path, target: str, kind: str) -> None:
    """Raises OutputError where the first line is no header, or no record, of ours: rows of other things stay apart."""
    with open(earlier, "rb") as file:
        first = file.readline(_LINE).removeprefix(BOM).rstrip(b"\r\n")
    if kind == ".csv":
        same = first == export.csv_header().rstrip(b"\n")
    else:
        same = not first or export.names(first) == export.FIELDS
    if not same:
        raise OutputError(target, "cannot be added to: its columns are not those of records", "name another output")


def _ends_its_line(path: Path) -> bool:
    with open(path, "rb") as file:
        if file.seek(0, io.SEEK_END) == 0:
            return True
        file.seek(-1, io.SEEK_END)
        return file.read() == b"\n"
