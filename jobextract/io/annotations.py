"""Figures as annotators and models take them: spans of a text, tokens with tags, brat's files.

Tokens are runs of characters without white space, cut where a figure begins or ends, so that every figure is whole tokens and
its offsets are exact. Where figures overlap, tags go to the one that begins first and is the longest; spans hold them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from ..model import Extraction, Record

_PIECE = re.compile(r"\S+|\s+")
#: what a span says of its figure beside its place and kind
_TOLD = ("item", "member", "subject", "status", "period", "unit")


class Token(NamedTuple):
    """A stretch of the text without white space, or a run of white space, with its tag (``B-money``, ``I-money``, ``O``)."""

    start: int
    end: int
    tag: str


def tokens(text: str, records: Iterable[Record]) -> list[Token]:
    """The whole text in pieces; together they are the text."""
    spans = _apart(records)
    cuts = sorted({end for span in spans for end in (span.start, span.end)})
    found = []
    at = place = 0
    for start, end in _pieces(text, cuts):
        while at < len(spans) and spans[at].end <= start:
            at += 1
        inside = at < len(spans) and spans[at].start <= start
        place = place + 1 if inside and start != spans[at].start else 0
        tag = f"{'I' if start != spans[at].start else 'B'}-{spans[at].kind}" if inside else "O"
        found.append(Token(start, end, tag))
    return found


def _pieces(text: str, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    at = 0
    for piece in _PIECE.finditer(text):
        start = piece.start()
        while at < len(cuts) and cuts[at] < piece.end():
            if cuts[at] > start:
                yield start, cuts[at]
                start = cuts[at]
            at += 1
        yield start, piece.end()


def _apart(records: Iterable[Record]) -> list[Record]:
    """Of figures that overlap, the one that begins first and is the longest."""
    kept: list[Record] = []
    for record in sorted(records, key=lambda record: (record.start, -record.end)):
        if not kept or record.start >= kept[-1].end:
            kept.append(record)
    return kept


def iob(result: Extraction, records: Sequence[Record]) -> bytes:
    """A line a token: word, first and last offset, tag; an empty line between lines of the text, a comment names the text."""
    text, rows = result.source.text, [f"# source = {' '.join(result.source.name.split())}"]
    for start, end, tag in tokens(text, records):
        word = text[start:end]
        if not word.isspace():
            rows.append(f"{word}\t{start}\t{end}\t{tag}")
        elif "\n" in word and rows[-1]:
            rows.append("")
    return ("\n".join(rows).rstrip("\n") + "\n\n").encode()


def hf(result: Extraction, records: Sequence[Record]) -> bytes:
    """A JSON object a text, as ``datasets`` loads it: text, spans, words and their tags."""
    text = result.source.text
    words = [token for token in tokens(text, records) if not text[token.start : token.end].isspace()]
    row = {
        "source": result.source.name,
        "text": text,
        "spans": spans(records),
        "tokens": [text[token.start : token.end] for token in words],
        "tags": [token.tag for token in words],
    }
    return msgspec.json.encode(row) + b"\n"


def spans(records: Iterable[Record]) -> list[dict[str, Any]]:
    """Each figure's place, kind, and what it says, every span with the same keys."""
    return [
        {"start": record.start, "end": record.end, "label": record.kind, "text": record.text, "id": record.id}
        | {name: getattr(record, name) for name in _TOLD}
        for record in records
    ]


def doc(result: Extraction, records: Sequence[Record]) -> bytes:
    """What the writer of spaCy's format makes a Doc of: words, the blanks behind them, spans."""
    text = result.source.text
    row: dict[str, Any] = {"source": result.source.name, "words": [], "spaces": [], "spans": spans(records)}
    for start, end, _ in tokens(text, records):
        word = text[start:end]
        if word.startswith(" ") and row["spaces"] and not row["spaces"][-1]:
            row["spaces"][-1], word = True, word[1:]
        if word:
            row["words"].append(word)
            row["spaces"].append(False)
    return msgspec.json.encode(row) + b"\n"


def brat(result: Extraction, records: Sequence[Record]) -> bytes:
    """A JSON object a text with the words of its ``.ann`` file: an entity a figure, its status, and the rest as a note."""
    rows = []
    for number, record in enumerate(records, 1):
        rows.append(f"T{number}\t{record.kind} {_fragments(record)}\t{' '.join(record.text.split(chr(10)))}")
        if record.status:
            rows.append(f"A{number}\tStatus T{number} {record.status}")
        note = ", ".join(f"{name}={value}" for name in _TOLD if name != "status" and (value := getattr(record, name)))
        if note:
            rows.append(f"#{number}\tAnnotatorNotes T{number}\t{' '.join(note.split())}")
    row: dict[str, Any] = {
        "source": result.source.name,
        "text": result.source.text,
        "ann": "".join(f"{row}\n" for row in rows),
    }
    return msgspec.json.encode(row) + b"\n"


def _fragments(record: Record) -> str:
    """The offsets of a figure, in two parts where a line ends inside it: brat allows no newline in a span."""
    parts, start = [], record.start
    for line in record.text.split("\n"):
        parts.append(f"{start} {start + len(line)}")
        start += len(line) + 1
    return ";".join(parts)


FORMS = {"iob": iob, "hf": hf, "spacy": doc, "brat": brat}
