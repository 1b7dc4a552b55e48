"""Results until their turn has come: a few of them whole, any number as the places at which a journal keeps them."""

from __future__ import annotations

from array import array
from typing import Any

BEHIND = 1 << 16  # places whose turn is over that may stay before they are let go


class Order:
    """What has come back, by the number of its job; ``turn`` is the number of the next to go out.

    A result that is an integer, above 0, is a place: eight bytes, so that a million articles that were done before hold
    up none that is not. ``len`` counts the results that are held whole.
    """

    def __init__(self) -> None:
        self.turn = 0
        self._whole: dict[int, Any] = {}
        self._places, self._first = array("q"), 0

    def __len__(self) -> int:
        return len(self._whole)

    def put(self, number: int, result: Any) -> None:
        """Keep a result; a place takes the room of what stood there whole."""
        if not isinstance(result, int):
            self._whole[number] = result
            return
        if self.turn - self._first >= len(self._places):
            self._places, self._first = array("q"), self.turn
        missing = number - self._first - len(self._places) + 1
        if missing > 0:
            self._places.frombytes(bytes(self._places.itemsize * missing))
        self._places[number - self._first] = result
        self._whole.pop(number, None)

    def is_ready(self) -> bool:
        """Whether the result is there whose turn it is."""
        return self.turn in self._whole or self._place() > 0

    def take(self) -> Any:
        """The result whose turn it is, to be asked for where it is there."""
        result = self._place() or self._whole.pop(self.turn)
        self.turn += 1
        if self.turn - self._first > BEHIND:
            del self._places[: self.turn - self._first]
            self._first = self.turn
        return result

    def _place(self) -> int:
        index = self.turn - self._first
        return self._places[index] if index < len(self._places) else 0
