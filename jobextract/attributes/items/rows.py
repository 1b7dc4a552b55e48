"""Figures of a table: in a row with nothing between them, under a row of headings."""

from __future__ import annotations

from ...korean.tokens import Sentence, Word
from ..context import Surroundings, clean


def in_table(sentence: Sentence, at: int) -> bool:
    """Whether the figure stands in a row of figures with nothing between them."""
    row = _row(sentence.words, at)
    return row[1] - row[0] > 1


def _row(words: tuple[Word, ...], at: int) -> tuple[int, int]:
    """The run of figures around ``at`` with nothing between them, as a half-open range of words."""
    first = last = at
    while first > 0 and words[first - 1].role == "figure" and not words[first - 1].particle:
        first -= 1
    while last + 1 < len(words) and words[last + 1].role == "figure" and not words[last].particle:
        last += 1
    return first, last + 1


def cell(near: Surroundings) -> str | None:
    """Row heading and column heading, where figures stand in a row under a row of headings; a time is no part of the item."""
    words = near.words
    first, end = _row(words, near.at)
    width = end - first
    if width < 2 or first == 0 or len({words[i].said.kind for i in range(first, end)}) > 2:
        return None
    start = first
    while start > 0 and words[start - 1].role == "noun" and not words[start - 1].particle:
        start -= 1
    bare = [word for word in words if word.role not in ("figure", "noun")]
    if start == first or bare or (end < len(words) and words[end].role != "noun"):
        return None
    return _headed(near, start, first, width)


def _headed(near: Surroundings, start: int, first: int, width: int) -> str | None:
    """The row's heading with the column's, taken from the line before or, in a table run together, from the first row."""
    words = near.words
    top: tuple[Word, ...] | None = near.headings.words if near.headings is not None else ()
    if start == 0 and first > width + 1:
        top, start = words[: width + 1], width + 1
    row = clean(near, start, first - 1)
    if row is None or not top or len(top) != width + 1 or any(word.role == "figure" for word in top):
        top = _first_row(words, width)
    if row is None or top is None:
        return None
    column = top[1 + near.at - first]
    return row if column.role == "date" else f"{row} {column.text}"


def _first_row(words: tuple[Word, ...], width: int) -> tuple[Word, ...] | None:
    """The headings that a table run together begins with: one more than a row has figures, then the first row's own."""
    lead = next((i for i, word in enumerate(words) if word.role == "figure"), 0)
    return words[: width + 1] if lead > width + 1 else None
