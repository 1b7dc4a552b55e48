"""Facts by table: a key of small numbers and words stands for several facts, whose names are filled in once.

What reads facts asks a family for its key. Where the names are wanted, it is answered with them; where they are to be
weighed, with the sum of their weights. Both are told by the same names, so what is learned is what is weighed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, TypeVar

Worth = TypeVar("Worth")
_SLOT = re.compile(r"\{(\d)")
#: keys of a family that are kept
_KEPT = 2048


class Family(dict[Any, Worth]):
    """By key what its facts are worth; each name has slots for parts of the key, and is no fact where one of them is None.

    Without names a key is its facts.
    """

    def __init__(self, names: tuple[str, ...], worth: Callable[[tuple[str, ...]], Worth]) -> None:
        super().__init__()
        self._names = [(name, [int(slot) for slot in _SLOT.findall(name)]) for name in names]
        self._worth = worth

    def __missing__(self, key: tuple[Any, ...]) -> Worth:
        if len(self) >= _KEPT:
            self.clear()
        told = (name.format(*key) for name, slots in self._names if all(key[at] is not None for at in slots))
        value = self[key] = self._worth(tuple(told) if self._names else key)
        return value


class Tables(Generic[Worth]):
    """The families of facts for one use; ``worth`` is what names are worth."""

    def __init__(self, worth: Callable[[tuple[str, ...]], Worth]) -> None:
        self._worth = worth
        self._families: dict[tuple[str, ...], Family[Worth]] = {}

    def __call__(self, *names: str) -> Family[Worth]:
        """The family of facts with those names."""
        if names not in self._families:
            self._families[names] = Family(names, self._worth)
        return self._families[names]


def _spelled(names: tuple[str, ...]) -> tuple[str, ...]:
    return names


#: the names themselves, for training and for who asks why
NAMES: Tables[tuple[str, ...]] = Tables(_spelled)
