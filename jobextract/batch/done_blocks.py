"""Which blocks of the inputs are done as a whole, so that a run that goes on need not take them apart."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol

from ..io.columns import Document
from ..io.corpora.blocks import BROKEN, END, Block, Entry

KEY = 16  # bytes of the key of a document


class Memory(Protocol):
    """What keeps the entries of blocks: the journal of a run."""

    def place(self, key: bytes) -> int | None:
        """Where the outcome of a key is."""

    def keep_block(self, digest: bytes, entries: list[Entry]) -> None:
        """Write down that these are the outcomes of a block."""


class _Begun(NamedTuple):
    """A block while its documents are drawn and done: the number of its first, and what is known of each."""

    block: Block
    first: int
    keys: bytearray
    unread: dict[int, tuple[str, str]]  # by number, the name and failure of what could not be read


class DoneBlocks:
    """Draws documents and blocks, hears of the outcomes in the same order, and keeps the blocks that are done."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._drawn = self._passed = 0
        self._open: _Begun | None = None
        self._whole: deque[_Begun] = deque()
        self._failed: deque[int] = deque()

    def drawn(
        self, stream: Iterable[Document | Block], key: Callable[[Document], bytes]
    ) -> Iterator[tuple[Document, bytes] | int]:
        """Each document with its key, or the place of its outcome where its block is known."""
        source = iter(stream)
        for one in source:
            if isinstance(one, Document):
                yield self._document(one, key(one))
            elif one is BROKEN:
                self._open = None
            elif one.entries:
                for entry in one.entries:
                    yield self._known(entry, source, key)
            elif one is not END:
                self._open = _Begun(one, self._drawn, bytearray(), {})
            elif self._open:
                self._whole.append(self._open)
                self._open = None

    def _document(self, document: Document, key: bytes) -> tuple[Document, bytes]:
        if self._open:
            self._open.keys.extend(key)
            if document.failure:
                self._open.unread[self._drawn] = (document.name, document.failure)
        self._drawn += 1
        return document, key

    def _known(
        self, entry: Entry, source: Iterator[Document | Block], key: Callable[[Document], bytes]
    ) -> tuple[Document, bytes] | int:
        """What stands for a document of a known block; what is to be tried again comes from the stream."""
        self._drawn += 1
        if isinstance(entry, int):
            return entry
        if entry:
            return Document(entry[0], failure=entry[1]), b""
        document = next(source)
        assert isinstance(document, Document)
        return document, key(document)

    def passed(self, failed: bool) -> None:
        """The next outcome has come; where it ends a block, that is kept."""
        if failed:
            self._failed.append(self._passed)
        self._passed += 1
        while self._whole and self._whole[0].first + len(self._whole[0].keys) // KEY <= self._passed:
            self._keep(self._whole.popleft())

    def _keep(self, begun: _Begun) -> None:
        block, first, keys, unread = begun
        end = first + len(keys) // KEY
        while self._failed and self._failed[0] < first:
            self._failed.popleft()
        failed = {number for number in self._failed if number < end}
        entries: list[Entry] = []
        for number in range(first, end):
            at = (number - first) * KEY
            place = None if number in failed else self._memory.place(bytes(keys[at : at + KEY]))
            entries.append(place if place or block.separate else unread.get(number))
        if entries and (block.separate or None not in entries):
            self._memory.keep_block(block.digest, entries)
