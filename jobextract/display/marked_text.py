"""The text of articles for a terminal, with every figure marked: in the colour of its kind, else in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from ..io.records import KEPT_ROLES
from ..model import Extraction, Record
from .evidence import Piece, pieces_by_line, view

STYLES = {
    "count": "bold blue",
    "number": "bold blue",
    "money": "bold green",
    "percent": "bold magenta",
    "ratio": "bold magenta",
    "multiple": "bold magenta",
    "measure": "bold cyan",
    "ordinal": "bold cyan",
    "age": "bold red",
    "date": "yellow",
    "duration": "yellow",
    "time": "yellow",
}


def lines(result: Extraction, colour: bool) -> dict[int, Text]:
    """The lines that belong to an article by their numbers; parts of them that do not are dimmed."""
    text, records = result.source.text, result.records
    return {
        line.number: Text.assemble(*_marked(text, cut, records, colour))
        for line, cut in pieces_by_line(view(result))
        if line.keep
    }


def _marked(text: str, cut: Iterable[Piece], records: Sequence[Record], colour: bool) -> Iterable[Text]:
    for piece in cut:
        words = "".join(letter if letter.isprintable() else " " for letter in text[piece.start : piece.end])
        if not piece.marks:
            yield Text(words, style="" if piece.role in KEPT_ROLES else "dim")
        elif colour:
            yield Text(words, style=STYLES[records[piece.marks[0]].kind])
        else:
            yield Text(_bracketed(words, piece, records))


def _bracketed(words: str, piece: Piece, records: Sequence[Record]) -> str:
    """Each figure opens and closes its own bracket, also where it is cut by another."""
    opened = "[" * sum(records[mark].start == piece.start for mark in piece.marks)
    closed = "]" * sum(records[mark].end == piece.end for mark in piece.marks)
    return f"{opened}{words}{closed}"
