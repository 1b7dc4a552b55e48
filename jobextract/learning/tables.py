"""Facts by table: a key of small numbers and words stands for several facts, whose names are spelled out once.

What reads facts asks a family for its key. Where the names are wanted, it is answered with them; where they are to be
weighed, with the sum of their weights. Both are told by the same function, so what is learned is what is weighed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Worth = TypeVar("Worth")
#: the names of the facts that a key stands for
Names = Callable[..., tuple[str, ...]]
#: keys of a family that are kept
_KEPT = 2048


class Family(dict[Any, Worth]):
    """By key what the facts are worth that ``names`` tells of it."""

    def __init__(self, names: Names, worth: Callable[[tuple[str, ...]], Worth]) -> None:
        super().__init__()
        self._names, self._worth = names, worth

    def __missing__(self, key: Any) -> Worth:
        if len(self) >= _KEPT:
            self.clear()
        value = self[key] = self._worth(self._names(*key))
        return value


class Tables(Generic[Worth]):
    """The families of facts for one use; ``worth`` is what names are worth."""

    def __init__(self, worth: Callable[[tuple[str, ...]], Worth]) -> None:
        self._worth = worth
        self._families: dict[Names, Family[Worth]] = {}

    def __call__(self, names: Names) -> Family[Worth]:
        """The family of that function."""
        if names not in self._families:
            self._families[names] = Family(names, self._worth)
        return self._families[names]


def _spelled(names: tuple[str, ...]) -> tuple[str, ...]:
    return names


#: the names themselves, for training and for who asks why
NAMES: Tables[tuple[str, ...]] = Tables(_spelled)
