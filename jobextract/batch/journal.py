"""What a batch has done so far, beside its output, so that a killed run can go on: SQLite, in a file of its own.

An outcome is kept under a key that stands for content, program, rules and task; a run that goes on takes what it finds
and makes the rest, so that its bytes are those of an undisturbed run. Of documents that stand together a block is kept, too,
under a digest of what all of them depend on: where it is known, none of them is taken apart and looked up. What the run set out to do is kept too: a run that
appends knows what it appends to, and, just before its output gets its name, what that output is. The file is locked while
a run writes it. Outcomes are packed: the rows of an article say much the same, and shrink to a seventh in 30 microseconds.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from ..io.atomic import FULL, OutputError, WriteError
from ..io.corpora.blocks import Entry
from .jobs import Outcome

_SET_UP = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -8192",  # kB, full after some thousand outcomes; the system keeps the pages of the keys as well
    "CREATE TABLE IF NOT EXISTS outcomes (key BLOB PRIMARY KEY, packed BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS blocks (digest BLOB PRIMARY KEY, entries BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS plan (only INTEGER PRIMARY KEY CHECK (only = 1), plan BLOB NOT NULL)",
    "BEGIN EXCLUSIVE",
    "COMMIT",
)

PACKED = 1  # how hard outcomes are pressed: harder costs twice the time for a tenth of the room


class Plan(msgspec.Struct, frozen=True):
    """What a run set out to do: replace the output, or ``append`` to it.

    ``before`` is the digest of the output that is appended to, None where there was none, and ``failures`` the bytes of
    failures beside it; ``after`` is the digest of the output with the rows of this run, known when it is whole.
    """

    append: bool
    before: str | None = None
    failures: int = 0
    after: str | None = None


class Journal:
    """The outcomes of one output: ``held`` of them from an earlier run, ``taken`` of these so far; ``plan`` of that run."""

    def __init__(self, target: str, connection: sqlite3.Connection) -> None:
        self._target, self._connection = target, connection
        self._read = msgspec.msgpack.Decoder(Outcome).decode
        self._write = msgspec.msgpack.Encoder().encode
        self._entries = msgspec.msgpack.Decoder(list[Entry]).decode
        [(self.held, self._earlier)] = connection.execute("SELECT count(*), ifnull(max(rowid), 0) FROM outcomes")
        self.taken = 0
        row = connection.execute("SELECT plan FROM plan").fetchone()
        self.plan = msgspec.msgpack.decode(row[0], type=Plan) if row else None

    def known(self, key: bytes) -> int | None:
        """Where an earlier run has put what it has made of the key."""
        return self.place(key) if self.held else None

    def place(self, key: bytes) -> int | None:
        """Where the outcome of the key is kept."""
        row = self._connection.execute("SELECT rowid FROM outcomes WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def block(self, digest: bytes) -> Sequence[Entry]:
        """What an earlier run has made of a block of documents, nothing where it has not done it as a whole."""
        if not self.held:
            return ()
        row = self._connection.execute("SELECT entries FROM blocks WHERE digest = ?", (digest,)).fetchone()
        return self._entries(row[0]) if row else ()

    def keep_block(self, digest: bytes, entries: list[Entry]) -> None:
        """Write down that these are the outcomes of a block, which are kept. Raises WriteError where the disk is full."""
        with self._told():
            self._connection.execute("INSERT OR REPLACE INTO blocks VALUES (?, ?)", (digest, self._write(entries)))

    def recall(self, place: int) -> Outcome:
        """The outcome that is kept there."""
        [(packed,)] = self._connection.execute("SELECT packed FROM outcomes WHERE rowid = ?", (place,))
        self.taken += place <= self._earlier
        return self._read(zlib.decompress(packed))

    def forget(self) -> None:
        """Begin anew. Raises WriteError where the disk is full."""
        with self._told():
            for table in ("blocks", "outcomes", "plan"):
                self._connection.execute(f"DELETE FROM {table}")
        self.held, self._earlier, self.plan = 0, 0, None

    def begin(self, plan: Plan) -> None:
        """Write down what the run is about to do. Raises WriteError where the disk is full."""
        self.plan = plan
        with self._told():
            self._connection.execute("INSERT OR REPLACE INTO plan VALUES (1, ?)", (self._write(plan),))

    def seal(self, digest: str) -> None:
        """Write down what the output will be, to stay even where the power goes before it has got its name."""
        self._connection.execute("PRAGMA synchronous = FULL")
        self.begin(msgspec.structs.replace(self.plan or Plan(False), after=digest))

    def keep(self, outcomes: Iterable[Outcome]) -> None:
        """Write down what is done; failures are not, so that a run that goes on tries them again.

        What is kept already stays where it is: the same key has the same outcome, and its place may be known. Raises WriteError where the disk is full.
        """
        rows = [(one.key, zlib.compress(self._write(one), PACKED)) for one in outcomes if one.failure is None]
        with self._told():
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT OR IGNORE INTO outcomes VALUES (?, ?)", rows)
            self._connection.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            remedy = "free some space" if place(self._target).exists() else "its folder has gone, make it again"
            raise WriteError(self._target, f"its journal cannot be written ({error})", remedy) from None


def place(target: str) -> Path:
    """Where the journal of an output stands."""
    return Path(f"{os.path.realpath(target)}.journal")


@contextmanager
def opened(target: str) -> Iterator[Journal]:
    """The journal of an output, made or continued; it stays where a run has begun and the output has not become whole.

    Raises OutputError where another run holds it or it cannot be written.
    """
    found = place(target).exists()
    try:
        connection = _connected(target)
    except WriteError:
        if not found:
            _remove(target)
        raise
    try:
        yield Journal(target, connection)
        worth_keeping = False
    except BaseException:
        worth_keeping = found or _begun(connection)
        raise
    finally:
        connection.close()
        if not worth_keeping:
            _remove(target)


def _begun(connection: sqlite3.Connection) -> bool:
    """Whether there is something to go on with: documents that are done, or an output that is to be appended to."""
    try:
        [(done,)] = connection.execute("SELECT EXISTS (SELECT * FROM outcomes)")
        row = connection.execute("SELECT plan FROM plan").fetchone()
    except sqlite3.Error:  # its folder has gone, or the disk: what may be there stays
        return True
    return bool(done) or (row is not None and msgspec.msgpack.decode(row[0], type=Plan).append)


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
        if FULL in str(error):
            raise WriteError(target, f"its journal cannot be made ({error})", "free some space") from None
        if not path.exists():
            cause = f"its journal cannot be made beside it ({error})"
            raise OutputError(target, cause, "choose another place with -o") from None
        raise OutputError(
            target, f"its journal {path} cannot be used ({error})", "remove it, or name another output"
        ) from None


def _remove(target: str) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        Path(f"{place(target)}{end}").unlink(missing_ok=True)
