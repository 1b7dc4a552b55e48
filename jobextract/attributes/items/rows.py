"""Figures of a table: in a row with nothing between them."""

from __future__ import annotations

from ...korean.tokens import Sentence


def in_table(sentence: Sentence, at: int) -> bool:
    """Whether the figure stands in a row of figures with nothing between them."""
    words = sentence.words
    first = last = at
    while first > 0 and words[first - 1].role == "figure" and not words[first - 1].particle:
        first -= 1
    while last + 1 < len(words) and words[last + 1].role == "figure" and not words[last].particle:
        last += 1
    return last > first
