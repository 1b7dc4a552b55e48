"""The rows of a CSV: one whose quote is not closed takes no other row with it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import chain


class Torn(list[str]):
    """The cells of a row that opens a quote and does not close it, as far as they can be told."""

    def __repr__(self) -> str:
        return f"Torn({super().__repr__()})"


def rows(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """The cells of each row. Raises csv.Error for what is none at all.

    A quote amid a cell that quotes begin is let through, as spreadsheets do; where it has swallowed a line that is a row by
    itself, the row that opened it is torn, and the others are read.
    """
    taken: list[str] = []

    def drawn(source: Iterable[str]) -> Iterator[str]:
        for line in source:
            taken.append(line)
            yield line

    rest, width = iter(lines), 0
    while True:
        reader = csv.reader(drawn(rest), delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                width = width or len(cells)
                taken.clear()
                yield cells
            return
        except csv.Error as error:
            if "field limit" in str(error):
                raise
        swallowed, at = list(taken), _next_row(taken, delimiter, width)
        taken.clear()
        if at:
            yield Torn(next(csv.reader(swallowed[:1], delimiter=delimiter)))
            rest = chain(swallowed[at:], rest)
        else:
            lenient = iter(chain(swallowed, rest))
            yield next(csv.reader(lenient, delimiter=delimiter))
            rest = lenient


def _next_row(lines: list[str], delimiter: str, width: int) -> int:
    """Where in the lines of a row that is none another one begins, 0 for nowhere."""
    for at, line in enumerate(lines[1:], 1):
        if (
            width > 1
            and line.count(delimiter) >= width - 1
            and len(next(csv.reader([line], delimiter=delimiter))) == width
        ):
            return at
    return 0
