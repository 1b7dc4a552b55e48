"""Inputs that stand together, known by one digest: where an earlier run has done them all, they are not taken apart again.

To read a megabyte and reckon its digest takes a millisecond, to make documents of its rows, reckon the key of each and
look that up thirty times as long. A digest stands for all that the outcomes of a block depend on: for its bytes or cells, where it
begins, how its columns are read, and for program, rules and task.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

TOGETHER = 1 << 20  # bytes or characters of a block, about
MOST = 64  # inputs of a block
Item = TypeVar("Item")


#: the place of an outcome, the name and failure of what could not be read, or None for what has to be tried again
Entry = int | tuple[str, str] | None


class Block(NamedTuple):
    """Comes before the documents of a block; where an earlier run has done it, it has ``entries``, in their stead.

    Only ``separate`` ones are tried again alone: their documents follow, those for which there is None.
    """

    digest: bytes
    entries: Sequence[Entry] = ()
    separate: bool = False


#: comes after the documents of a block
END = Block(b"")
#: comes where the documents of a block break off: it has no end, and what follows is none of it
BROKEN = Block(b"")


class Past(NamedTuple):
    """What an earlier run has done: ``known`` gives the entries of a block, none where it is not known."""

    base: bytes
    known: Callable[[bytes], Sequence[Entry]]

    def block(self, data: bytes, *facts: object, separate: bool = False) -> Block:
        """The block of these bytes, which ``facts`` place."""
        digest = hashlib.sha256(self.base)
        digest.update(repr(facts).encode())
        digest.update(data)
        key = digest.digest()[:16]
        return Block(key, self.known(key), separate)


def together(items: Iterator[Item], size: Callable[[Item], int]) -> Iterator[list[Item]]:
    """The items in lists of about a megabyte; an error while they are drawn comes after those that came before it."""
    held: list[Item] = []
    weight = 0
    try:
        for item in items:
            held.append(item)
            weight += size(item)
            if weight >= TOGETHER or len(held) == MOST:
                yield held
                held, weight = [], 0
    except Exception:
        if held:
            yield held
        raise
    if held:
        yield held
