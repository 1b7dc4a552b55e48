"""Rows of a table between whose cells nothing but blanks is left: 출생아 120명 154명 달성 under 지표 / 목표 / 실적 / 비고.

The figures stand behind the label, as many as the head has columns of targets, results and shares; a word of remark may follow.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...korean.tokens import Sentence
from ...korean.word_lists import pattern
from ...model import Mention

_FIGURED, _WORD = pattern("tables.figured"), pattern("tables.word")
#: code points of the remark behind the cells
REMARK = 12


def cells(text: str, row: Sentence, columns: Sequence[str]) -> tuple[str, list[tuple[int, Mention]]] | None:
    """The label of the row and its figures, each with the place of its column; nothing where the line is no such row."""
    wide = sum(_FIGURED.search(column) is not None for column in columns[1:])
    if wide < 2 or not all(_FIGURED.search(column) for column in columns[1 : wide + 1]):
        return None
    told = [mention for mention in row.mentions if mention.kind not in ("date", "time")]
    if len(told) < wide or any(
        text[a.end : b.start].strip() for a, b in zip(told[-wide:], told[1 - wide :], strict=False)
    ):
        return None
    first, last = told[-wide], told[-1]
    label, remark = text[row.start : first.start].strip(), text[last.end : row.end].strip()
    if not _WORD.search(label) or len(remark) > (REMARK if len(columns) > wide + 1 else 0):
        return None
    return label, list(enumerate(told[-wide:], 1))
