"""Records as JSON Lines, JSON and CSV, and judged lines as JSON Lines or plain text.

Field order is the model's. Every number is exact and written out in full: ``54700000000``, never ``5.47E+10``. A cell of
CSV that a spreadsheet would run as a formula gets an apostrophe in front, where it is not asked for as it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

import msgspec

from ..model import Article, Check, Extraction, Line, Record, Source
from ..wording.values import plain

KEPT_ROLES = frozenset({"title", "body", "caption"})
FIELDS = Record.__struct_fields__
#: the fields that hold exact numbers
EXACT = ("value", "low", "high", "confidence")


#: what makes a spreadsheet take a cell for a formula, in both widths; a plain number is none
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠](?!\d[\d,]*(?:\.\d+)?%?\Z)")
#: the same behind apostrophes of its own: one more is put before those, too, for else a reader could not tell whose they are
_GUARDED = re.compile(rf"'*+{_FORMULA.pattern}")
#: what stands before the first sign of a text
_MARGIN = b"\xef\xbb\xbf \t\r\n"
#: an object that begins with a field of a record; another program may have sorted the fields
_RECORD = rb"\{\s*+\"(?:" + "|".join(FIELDS).encode() + rb")\"\s*+:"
_BEGINS = re.compile(rb"[\xef\xbb\xbf \t\r\n]*+" + _RECORD)
#: JSON that is read as a whole: what ``document`` writes, alone or several in one object, and a list of records
_WHOLE = re.compile(
    rb"[\xef\xbb\xbf \t\r\n]*+(?:\{\s*+\"(?:documents?|articles|records|checks)\"\s*+:|\[\s*+(?:" + _RECORD + rb"|\]))"
)
_TO_QUOTE = re.compile(r'[",\r\n]')


def selected(
    records: Iterable[Record], kinds: Collection[str], statuses: Collection[str], least: float = 0.0
) -> list[Record]:
    """The records of these kinds and statuses (``none`` is no status), at least so sure; an empty collection lets all pass.

    Of those that repeat a record that does not pass the first stands for it, so that ``same_as`` is null once a figure.
    """
    passed = [
        record
        for record in records
        if (not kinds or record.kind in kinds) and (not statuses or (record.status or "none") in statuses)
        if not least or (record.confidence is not None and record.confidence >= Decimal(str(least)))
    ]
    return _anchored(passed) if kinds or statuses or least else passed


def _anchored(records: Collection[Record]) -> list[Record]:
    """The records, none of which points to one that is not among them."""
    there = {(record.source, record.id) for record in records}
    heirs: dict[tuple[str, str], str] = {}
    found = []
    for record in records:
        if record.same_as and (record.source, record.same_as) not in there:
            heir = heirs.setdefault((record.source, record.same_as), record.id)
            record = msgspec.structs.replace(record, same_as=None if heir == record.id else heir)
        found.append(record)
    return found


def _fields(value: msgspec.Struct) -> dict[str, object]:
    """A struct's fields in order, each Decimal as the JSON number that it will be written as."""
    fields = msgspec.structs.asdict(value)
    return {
        name: msgspec.Raw(plain(field).encode()) if isinstance(field, Decimal) else field
        for name, field in fields.items()
    }


def jsonl(records: Iterable[Record]) -> bytes:
    """One JSON object a line, UTF-8 unescaped."""
    return b"".join(msgspec.json.encode(_fields(record)) + b"\n" for record in records)


def articles_jsonl(source: str, articles: Iterable[Article]) -> bytes:
    """One JSON object an article, under the name of its source, without the spans of its segments."""
    return _tagged(source, articles, {"segments"})


def checks_jsonl(source: str, checks: Iterable[Check]) -> bytes:
    """One JSON object a check, under the name of its source."""
    return _tagged(source, checks, set())


def _tagged(source: str, rows: Iterable[msgspec.Struct], without: Collection[str]) -> bytes:
    objects = ({name: field for name, field in _fields(row).items() if name not in without} for row in rows)
    return b"".join(msgspec.json.encode({"source": source, **fields}) + b"\n" for fields in objects)


def encoded(records: Iterable[Record], form: str) -> bytes:
    """The records in a form that can be written file after file.

    ``csv`` or ``raw-csv`` (without a header; the second with formulas as they are), otherwise ``jsonl``.
    """
    return csv_rows(records, form == "raw-csv") if form.endswith("csv") else jsonl(records)


def document(extraction: Extraction, records: Iterable[Record]) -> bytes:
    """One JSON object: the document, its articles, the given records of it and the checks."""
    source, lines = extraction.source, extraction.lines
    whole = {
        "document": {
            "source": source.name,
            "digest": source.digest,
            "characters": len(source.text),
            "lines": len(lines),
            "lines_kept": sum(line.keep for line in lines),
        },
        "articles": extraction.articles,
        "records": [_fields(record) for record in records],
        "checks": [_fields(check) for check in extraction.checks],
    }
    return msgspec.json.encode(whole)


def csv_header() -> bytes:
    """The line of field names that stands above ``csv_rows``."""
    return _csv([FIELDS])


def csv_rows(records: Iterable[Record], raw: bool = False) -> bytes:
    """One row a record, without the header; null is an empty cell, a truth value ``true`` or ``false``."""
    return _csv([_cell(getattr(record, name), raw) for name in FIELDS] for record in records)


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    return "".join(",".join(map(_quoted, row)) + "\n" for row in rows).encode()


def _quoted(cell: str) -> str:
    """As the module csv does it, but for a carriage return, which that leaves bare where lines end in a newline alone."""
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if _TO_QUOTE.search(cell) else cell


def _cell(value: object, raw: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return " ".join(value)
    if isinstance(value, Decimal):
        return plain(value)
    words = msgspec.json.encode(value).decode() if isinstance(value, dict) else str(value)
    return f"'{words}" if not raw and _GUARDED.match(words) else words


def as_told(cell: str) -> str:
    """A cell of CSV without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell[0] == "'" and _GUARDED.match(cell, 1) else cell


class _Parsed(msgspec.Struct):
    """What ``document`` writes of one page, and the object that ``parse`` puts several into."""

    records: list[Record] = msgspec.field(default_factory=list)
    documents: list[_Parsed] = msgspec.field(default_factory=list)


def records(data: bytes) -> list[Record]:
    """The records of JSON Lines as ``jsonl`` writes them, or of the JSON of ``document``, or of a list of records.

    Raises ValueError that names the line which is no record.
    """
    if is_whole(data):
        return _of_whole(data)
    read = msgspec.json.Decoder(Record).decode
    found = []
    for number, line in enumerate(data.splitlines(), 1):
        try:
            found += [read(line)] if line.strip() else []
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise ValueError(f"line {number} is no record ({error})") from None
    return found


def is_whole(beginning: bytes) -> bool:
    """Whether JSON that begins so holds records in one value rather than one a line."""
    return _WHOLE.match(beginning) is not None


def is_records(beginning: bytes) -> bool:
    """Whether JSON that begins so holds records, in one value or one a line."""
    return is_whole(beginning) or _BEGINS.match(beginning) is not None


def _of_whole(data: bytes) -> list[Record]:
    try:
        if data.lstrip(_MARGIN).startswith(b"["):
            return msgspec.json.decode(data.lstrip(_MARGIN), type=list[Record])
        told = msgspec.json.decode(data.lstrip(_MARGIN), type=_Parsed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"holds no records ({error})") from None
    return [record for one in (told, *told.documents) for record in one.records]


def names(line: bytes) -> tuple[str, ...]:
    """The names in a line of JSON, none where it is no object."""
    try:
        return tuple(msgspec.json.decode(line, type=dict[str, msgspec.Raw]))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ()


def structs_json(rows: Iterable[msgspec.Struct]) -> bytes:
    """A JSON array, one row a line."""
    return b"[" + b",\n".join(msgspec.json.encode(_fields(row)) for row in rows) + b"]\n"


def structs_csv(names: Sequence[str], rows: Iterable[msgspec.Struct], raw: bool = False) -> bytes:
    """CSV with the names as its header; several ids in one cell are parted by blanks."""
    return _csv([names, *([_cell(getattr(row, name), raw) for name in names] for row in rows)])


def lines_jsonl(source: Source, lines: Iterable[Line]) -> bytes:
    """One JSON object for each line of the source, kept or not, with the rule that decided."""
    rows = (
        {
            "line": line.number,
            "keep": line.keep,
            "role": line.role,
            "rule": line.rule,
            "text": source.text[line.start : line.end],
            "start": line.start,
            "end": line.end,
            "parts": line.parts,
            "flags": line.flags,
        }
        for line in lines
    )
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)


def kept_text(source: Source, lines: Iterable[Line]) -> bytes:
    """The article without its boilerplate: titles, body and captions, at most one empty line between two lines."""
    kept: list[str] = []
    for line in lines:
        words = _kept_part(source.text, line)
        if words or (kept and kept[-1]):
            kept.append(words)
    text = "\n".join(kept).rstrip("\n")
    return f"{text}\n".encode() if text else b""


def _kept_part(text: str, line: Line) -> str:
    if not line.parts:
        return text[line.start : line.end].strip() if line.keep else ""
    return " ".join(text[part.start : part.end].strip() for part in line.parts if part.role in KEPT_ROLES)
