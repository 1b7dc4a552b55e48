"""Where results go: standard output, or a file that appears under its name only when it is whole."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


class OutputError(Exception):
    """The output cannot be written: ``name``, ``cause`` and ``remedy`` make the message."""

    def __init__(self, name: str, cause: str, remedy: str) -> None:
        super().__init__(f"{name}: {cause}; {remedy}")
        self.name, self.cause, self.remedy = name, cause, remedy


class WriteError(OutputError):
    """Writing began and failed: the disk is full or the device has gone."""


#: as SQLite says it
FULL = "disk is full"
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_GONE = frozenset((errno.ENOENT, errno.ENOTDIR))
_FORBIDDEN = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))


def unwritten(target: str, error: Exception) -> WriteError:
    """What is told of a write that failed: the next step depends on what the system says of it."""
    words = str(error).splitlines()[0] if str(error) else type(error).__name__
    number = error.errno if isinstance(error, OSError) else None
    cause = f"cannot be written ({(isinstance(error, OSError) and error.strerror) or words})"
    if FULL in words:
        return WriteError(target, cause, "free some space")
    for remedy, numbers in _REMEDIES.items():
        if number in numbers or (number is None and any(os.strerror(one) in words for one in numbers)):
            return WriteError(target, cause, remedy)
    return WriteError(target, cause, "check the disk")


_REMEDIES = {
    "free some space": _FULL,
    "its folder has gone, make it again": _GONE,
    "check the permissions of its folder": _FORBIDDEN,
}


class ClosedPipeError(Exception):
    """The reader of standard output has gone: there is nobody to write for."""


class Stream:
    """Bytes to standard output or to a file; each ``write`` is passed on at once."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name

    def close(self) -> None:
        """Standard output stays open."""
        if self._file is not sys.stdout.buffer:
            self._file.close()

    def write(self, data: bytes) -> None:
        """Raises ``ClosedPipeError`` where the reader has gone and ``WriteError`` where the disk is full."""
        try:
            self._file.write(data)
            self._file.flush()
        except BrokenPipeError as error:
            raise ClosedPipeError from error
        except OSError as error:
            raise unwritten(self._name, error) from error


@contextmanager
def opened(target: str | None, force: bool = False) -> Iterator[Stream]:
    """A stream to ``target``; None or ``-`` is standard output.

    A file is written beside its target and renamed when everything is in it, so that nothing half-written ever stands
    under the final name. Raises ``OutputError`` where it may not or cannot be written.
    """
    if target is None or target == "-":
        yield Stream(sys.stdout.buffer, "standard output")
    elif is_device(target):
        stream = opened_device(target)
        yield stream
        stream.close()
    else:
        yield from _renamed(target, force)


def _renamed(target: str, force: bool) -> Iterator[Stream]:
    path = writable(target, force)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with created(draft, target) as file:
            yield Stream(file, target)
            try:
                os.fsync(file.fileno())
            except OSError as error:
                raise unwritten(target, error) from error
        named(draft, path, target)
    finally:
        with suppress(OSError):  # of a folder that cannot be written, which was told already
            draft.unlink(missing_ok=True)


def named(draft: Path, path: Path, target: str) -> None:
    """Gives a draft that is whole its final name, so that it stays even where the power goes. Raises WriteError."""
    try:
        draft.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise unwritten(target, error) from error


def created(draft: Path, target: str) -> BinaryIO:
    """The draft of a target, open and empty. Raises ``OutputError`` where the folder cannot be written."""
    try:
        return open(draft, "wb")
    except OSError as error:
        cause = f"cannot be written ({error.strerror})"
        raise OutputError(target, cause, "choose another place with -o") from error


def writable(target: str, force: bool) -> Path:
    """The file behind the name, links followed, or the reason why it may not be written."""
    if not target:
        raise OutputError("''", "is no name of a file", "name one with -o")
    path = Path(os.path.realpath(target))
    if path.is_dir():
        raise OutputError(target, "is a folder", "name a file in it")
    if not path.parent.is_dir():
        raise OutputError(target, f"the folder {path.parent} does not exist", "create it first")
    if path.exists() and not force:
        raise OutputError(target, "exists already", "add --force to overwrite it, or choose another name")
    return path


def opened_device(target: str) -> Stream:
    """A pipe or device, to be closed by the caller."""
    return Stream(open(target, "wb", buffering=0), target)


def is_device(target: str) -> bool:
    """Whether the target is there and neither file nor folder: it can be written, not replaced."""
    path = Path(target)
    return path.exists() and not path.is_file() and not path.is_dir()
