"""Corpora, row by row: ``.jsonl``, ``.csv``, ``.parquet``, BigKinds ``.xlsx``; ``.jsonl`` and ``.csv`` also as ``.gz``, ``.zst``.

A row that holds no text is a failure of its own; a file that is damaged gives the rows before the damage, then ReadingError.
"""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from ...page.decode import LARGEST, ReadingError, printable, too_large
from ..columns import Columns, Document, choose, document
from . import json_lines, sheet_rows
from .blocks import BROKEN, END, Block, Past, together

PACKED = (".gz", ".zst")
AT_ONCE = 256  # rows of a Parquet file held at a time
BOOK = 16  # times the largest document that the strings of an Excel book may unpack to
_SAMPLE = 1 << 20
COUNTED = 4 << 30  # bytes up to which the lines of a corpus are counted beforehand, some seconds at most


def suffix(path: str) -> str:
    """What the file holds, by its name, whether packed or not: ``.csv`` of ``NEWS.CSV.gz``."""
    name = path.lower()
    for packed in PACKED:
        name = name.removesuffix(packed)
    return Path(name).suffix


def is_corpus(path: str) -> bool:
    """Whether the file is read row by row."""
    return suffix(path) in _READERS


def rows(path: str, columns: Columns, largest: int = LARGEST, past: Past | None = None) -> Iterator[Document | Block]:
    """The documents of a corpus in its order, none of more than ``largest`` bytes; blocks where ``past`` may know them.

    Raises ReadingError where the file, not a row, is at fault.
    """
    try:
        yield from _READERS[suffix(path)](path, columns, largest, past)
    except Exception:
        yield BROKEN
        raise


def count(path: str) -> int | None:
    """How many documents a file holds, where that can be told fast: one, or the lines or rows of a plain corpus; else None."""
    if not is_corpus(path):
        return 1
    try:
        if path.lower().endswith(".jsonl") and Path(path).stat().st_size <= COUNTED:
            with open(path, "rb") as file:
                return sum(1 for line in file if line.strip())
        if path.lower().endswith(".parquet"):
            from pyarrow import parquet

            return parquet.read_metadata(path).num_rows
    except Exception:  # what is wrong with the file is told when it is read
        return None
    return None


@contextmanager
def unpacked(path: str) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked where its name says that it is packed. Raises ReadingError, also while it is read."""
    try:
        with _opener(path)(path) as file:
            yield file
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise _damaged(path, error) from None
    except FileNotFoundError:
        raise ReadingError(path, "no such file", "check the path") from None
    except PermissionError:
        raise ReadingError(path, "not readable", "check the permissions") from None
    except OSError as error:
        raise ReadingError(path, error.strerror or "cannot be read", "check the path") from None


def _opener(path: str):
    if path.lower().endswith(".gz"):
        return gzip.open
    return _zstd if path.lower().endswith(".zst") else _plain


def _plain(path: str) -> BinaryIO:
    return open(path, "rb")


@contextmanager
def _zstd(path: str) -> Iterator[BinaryIO]:
    zstandard = needed("zstandard", path, "zstd")
    try:
        with open(path, "rb") as file:
            yield io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True), _SAMPLE)
    except zstandard.ZstdError as error:
        raise _damaged(path, error) from None


def _damaged(path: str, error: Exception) -> ReadingError:
    return ReadingError(path, f"damaged or cut off ({error})", "fetch it again; what stands before the damage was read")


def needed(module: str, path: str, extra: str):
    """The module of an extra. Raises ReadingError that says how to install it."""
    try:
        return __import__(module, fromlist=["*"])
    except ImportError:
        raise ReadingError(path, f"{module} is not installed", f"pip install 'jobextract[{extra}]'") from None


def _jsonl(path: str, columns: Columns, largest: int, past: Past | None) -> Iterator[Document | Block]:
    with unpacked(path) as file:
        yield from json_lines.documents(file, path, columns, largest, past)


def _csv(path: str, columns: Columns, largest: int, past: Past | None) -> Iterator[Document | Block]:
    csv.field_size_limit(largest)
    with unpacked(path) as file:
        buffered = io.BufferedReader(cast(io.RawIOBase, file), _SAMPLE)
        head = buffered.peek(_SAMPLE)
        text = io.TextIOWrapper(buffered, _charset(head), errors="replace", newline="")
        try:
            sheet = sheet_rows.rows(_bounded(text, path, largest), _delimiter(head))
            yield from _sheet(sheet, path, columns, largest, past)
        except csv.Error as error:
            if "field limit" in str(error):
                raise _too_long(path, largest) from None
            raise ReadingError(path, f"is no CSV ({error})", "save it anew as CSV in UTF-8") from None


def _bounded(text: io.TextIOWrapper, path: str, largest: int) -> Iterator[str]:
    """The lines of a sheet. Raises ReadingError for one without an end."""
    while line := text.readline(largest + 1):
        if len(line) > largest:
            raise _too_long(path, largest)
        yield line


def _too_long(path: str, largest: int) -> ReadingError:
    return ReadingError(
        path,
        f"holds a row that {too_large(largest)}",
        "look for a quotation left open, or raise --max-size; rows before it were read",
    )


def _charset(head: bytes) -> str:
    """UTF-8 where the beginning is UTF-8 (its last character may be torn), else CP949 as Excel in Korea writes it."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 4:
            return "cp949"
    return "utf-8-sig"


def _delimiter(head: bytes) -> str:
    first = head.split(b"\n", 1)[0]
    return max(",\t;", key=lambda sign: first.count(sign.encode()))


def _sheet(sheet: Iterator, path: str, columns: Columns, largest: int, past: Past | None) -> Iterator[Document | Block]:
    """The documents of rows of cells, the first of which names the columns; rows without any cell are passed over."""
    header = next(sheet, ())
    fields = choose(header, columns, path)
    shown, number = printable(path), 0
    for rows in together(sheet, _length) if past else ([cells] for cells in sheet):
        block = past.block(repr(rows).encode(), shown, number, largest, header, fields) if past else END
        if block.entries:
            number += len(rows)
            yield block
            continue
        yield block
        for cells in rows:
            number += 1
            if any(cell not in (None, "") for cell in cells):
                yield _row(header, cells, fields, f"{shown}:{number}")
        yield END


def _row(header: Sequence, cells: Sequence, fields: dict[str, str], place: str) -> Document:
    """The document of a row; one whose cells are not those that the header names is a failure."""
    if isinstance(cells, sheet_rows.Torn):
        remedy = "close it, or double a quote that belongs to the text"
        return Document(place, failure=f"a quote that opens in this row is not closed; {remedy}")
    if any(cell not in (None, "") for cell in cells[len(header) :]):
        cause = f"has {len(cells)} cells under {len(header)} names"
        return Document(place, failure=f"{cause}; put a cell that holds the separator in quotes")
    return document(dict(zip(header, cells, strict=False)), fields, place)


def _length(cells: Sequence) -> int:
    """Characters of a row of text."""
    return sum(map(len, cells))


def _parquet(path: str, columns: Columns, largest: int, past: Past | None) -> Iterator[Document | Block]:
    needed("pyarrow", path, "parquet")
    import pyarrow as pa
    from pyarrow import parquet

    try:
        with open(path, "rb") as raw, parquet.ParquetFile(raw) as file:
            fields = choose(file.schema_arrow.names, columns, path)
            _of_text(file.schema_arrow.field(fields["text"]).type, fields["text"], path)
            yield from _batches(file.iter_batches(AT_ONCE, columns=list(fields.values())), fields, path, past)
    except (pa.ArrowException, OSError) as error:
        cause = str(error).splitlines()[0][:120]
        raise ReadingError(
            path, f"is no Parquet that can be read ({cause})", "check the file, or write it anew"
        ) from None


def _of_text(held, column: str, path: str) -> None:
    import pyarrow as pa

    if pa.types.is_dictionary(held):
        held = held.value_type
    if not (pa.types.is_string(held) or pa.types.is_large_string(held) or pa.types.is_string_view(held)):
        raise ReadingError(path, f"column {column!r} holds {held}, no text", "name the text with --text-column")


def _batches(batches: Iterator, fields: dict[str, str], path: str, past: Past | None) -> Iterator[Document | Block]:
    number, shown = 0, printable(path)
    for batch in batches:
        block = past.block(_values(batch), shown, number, fields, list(batch.schema)) if past else END
        yield block
        if block.entries:
            number += batch.num_rows
            continue
        for row in batch.to_pylist():
            number += 1
            yield document(row, fields, f"{shown}:{number}")
        yield END


def _values(batch) -> bytes:
    """All that a batch holds: of a dictionary Arrow itself writes but the indices, which stay the same where texts change."""
    from pyarrow import types

    flat = (types.is_primitive, types.is_string, types.is_large_string, types.is_string_view)
    if all(any(is_so(held) for is_so in flat) for held in batch.schema.types):
        return batch.serialize()
    return repr(batch.to_pylist()).encode()


def _xlsx(path: str, columns: Columns, largest: int, past: Past | None) -> Iterator[Document | Block]:
    openpyxl = needed("openpyxl", path, "excel")
    _refuse_bomb(path, largest)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except FileNotFoundError:
        raise ReadingError(path, "no such file", "check the path") from None
    except Exception as error:  # openpyxl lets through whatever zip and XML reader raise on a damaged book
        raise ReadingError(path, f"is no Excel book that can be read ({error})", "save it anew as .xlsx") from None
    try:
        yield from _sheet(_cells(book, path), path, columns, largest, None)
    finally:
        book.close()


def _cells(book, path: str) -> Iterator[tuple]:
    """The rows of the first sheet. Raises ReadingError where the XML of the sheet breaks off."""
    try:
        yield from book.worksheets[0].iter_rows(values_only=True)
    except Exception as error:  # as above
        cause = f"is no Excel book that can be read ({type(error).__name__}: {error})"
        raise ReadingError(path, cause, "save it anew as .xlsx; the rows before the damage were read") from None


def _refuse_bomb(path: str, largest: int) -> None:
    """Raises ReadingError for a book whose strings, which are held in memory, unpack to more than ``BOOK`` documents' size."""
    try:
        with zipfile.ZipFile(path) as book:
            strings = sum(part.file_size for part in book.infolist() if "/worksheets/" not in part.filename)
    except (OSError, zipfile.BadZipFile):
        return  # openpyxl says what is wrong with it
    if strings > BOOK * largest:
        raise ReadingError(path, f"{too_large(BOOK * largest)}, unpacked", "save it as .csv, or raise --max-size")


_READERS = {".jsonl": _jsonl, ".ndjson": _jsonl, ".csv": _csv, ".tsv": _csv, ".parquet": _parquet, ".xlsx": _xlsx}
