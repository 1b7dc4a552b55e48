"""What a batch has done so far, beside its output, so that a killed run can go on: SQLite, in a file of its own.

An outcome is kept under a key that stands for content, program, rules and task; a run that goes on takes what it finds
and makes the rest, so that its bytes are those of an undisturbed run. The file is locked while a run writes it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from ..io.atomic import OutputError, WriteError
from .jobs import Outcome

_SET_UP = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "CREATE TABLE IF NOT EXISTS done (key BLOB PRIMARY KEY, outcome BLOB NOT NULL)",
    "BEGIN EXCLUSIVE",
    "COMMIT",
)


class Journal:
    """The outcomes of one output: ``held`` of them from an earlier run, ``taken`` of these so far."""

    def __init__(self, target: str, connection: sqlite3.Connection) -> None:
        self._target, self._connection = target, connection
        self._read = msgspec.msgpack.Decoder(Outcome).decode
        self._write = msgspec.msgpack.Encoder().encode
        [(held,)] = connection.execute("SELECT count(*) FROM done")
        self.held, self.taken = held, 0

    def known(self, key: bytes) -> Outcome | None:
        """What an earlier run has made of the key."""
        row = (
            self._connection.execute("SELECT outcome FROM done WHERE key = ?", (key,)).fetchone() if self.held else None
        )
        if row is None:
            return None
        self.taken += 1
        return self._read(row[0])

    def forget(self) -> None:
        """Begin anew."""
        self._connection.execute("DELETE FROM done")
        self.held = 0

    def keep(self, outcomes: Iterable[Outcome]) -> None:
        """Write down what is done; failures are not, so that a run that goes on tries them again.

        Raises WriteError where the disk is full.
        """
        rows = [(outcome.key, self._write(outcome)) for outcome in outcomes if outcome.failure is None]
        try:
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT OR REPLACE INTO done VALUES (?, ?)", rows)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise WriteError(self._target, f"its journal cannot be written ({error})", "free some space") from None


def place(target: str) -> Path:
    """Where the journal of an output stands."""
    return Path(f"{target}.journal")


@contextmanager
def opened(target: str) -> Iterator[Journal]:
    """The journal of an output, made or continued; it stays where something was done and the output has not become whole.

    Raises OutputError where another run holds it or it cannot be written.
    """
    connection = _connected(target)
    try:
        yield Journal(target, connection)
        worth_keeping = False
    except BaseException:
        worth_keeping = connection.execute("SELECT EXISTS (SELECT * FROM done)").fetchone() == (1,)
        raise
    finally:
        connection.close()
        if not worth_keeping:
            _remove(target)


def _connected(target: str) -> sqlite3.Connection:
    path = place(target)
    connection = None
    try:
        connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        for statement in _SET_UP:
            connection.execute(statement)
        return connection
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        if "locked" in str(error):
            raise OutputError(target, "another run is writing it", "wait for it, or name another output") from None
        raise OutputError(
            target, f"its journal {path} cannot be used ({error})", "remove it, or name another output"
        ) from None


def _remove(target: str) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        Path(f"{place(target)}{end}").unlink(missing_ok=True)
