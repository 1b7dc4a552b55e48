"""Corpora as JSON Lines: one object a line, each a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

import msgspec

from ...page.decode import ReadingError, printable, too_large
from ..columns import Columns, Document, choose, document
from .blocks import END, Block, Past, together

SHAPES = 256  # different sets of names of which it is kept how they are read
_SAMPLE = 1 << 20


def documents(
    file: BinaryIO, path: str, columns: Columns, largest: int, past: Past | None = None
) -> Iterator[Document | Block]:
    """The documents of JSON Lines, empty lines passed over; of a line that is too long no more is held than its beginning."""
    chosen: dict[tuple[str | None, ...], dict[str, str]] = {}
    shown, number = printable(path), 0
    lines = iter(partial(_line, file, largest), b"")
    for several in together(lines, len) if past else ([line] for line in lines):
        block = past.block(b"".join(several), shown, number, largest, columns, bool(chosen)) if past else END
        if block.entries and not chosen:
            if any(isinstance(entry, int) for entry in block.entries):
                chosen[None,] = {}  # a row had a text: the corpus is none that is at fault as a whole
            else:  # whether one of them had the columns, failures do not tell
                block = block._replace(entries=())
        yield block
        if block.entries:
            number += len(several)
            continue
        for line in several:
            number += 1
            place = f"{shown}:{number}"
            if len(line) > largest:
                yield Document(place, failure=f"{too_large(largest)}; cut it into articles, or raise --max-size")
                continue
            line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if line.strip():
                yield _object(line, place, path, columns, chosen)
        yield END


def _line(file: BinaryIO, largest: int) -> bytes:
    """The next line; of one that is too long the beginning, the rest is passed over."""
    line = file.readline(largest + 1)
    if len(line) > largest:
        _pass_over(line, file)
    return line


def _pass_over(line: bytes, file: BinaryIO) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(_SAMPLE)


def _object(line: bytes, place: str, path: str, columns: Columns, chosen: dict) -> Document:
    """The document of one line; where the first line has no text, the whole corpus is at fault and ReadingError is raised."""
    try:
        row = _parsed(line)
    except (ValueError, RecursionError) as error:
        return Document(place, failure=f"is no JSON ({error}); mend the line")
    if not isinstance(row, dict):
        return Document(
            place, failure=f"is no JSON object but {line.strip()[:20].decode('utf-8', 'replace')}; mend the line"
        )
    if (names := tuple(row)) not in chosen:
        try:
            fields = choose(names, columns, place if chosen else path)
        except ReadingError as error:
            if not chosen:
                raise
            return Document(place, failure=f"{error.cause}; {error.remedy}")
        if len(chosen) < SHAPES:
            chosen[names] = fields
        return document(row, fields, place)
    return document(row, chosen[names], place)


def _parsed(line: bytes) -> object:
    """Half an emoji, which JSON can spell and msgspec refuses, is let through: the text gets U+FFFD for it."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        if b"\\u" not in line:
            raise
        return json.loads(line.decode("utf-8"))
