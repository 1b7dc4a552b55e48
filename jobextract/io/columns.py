"""The columns of a corpus: which of them holds the text, the id, the date; and one row of it as a document.

Names are found by themselves, whatever their case, blanks and underscores: ``text``, ``content``, ``body``, ``본문``;
``id``, ``url``, ``뉴스 식별자``; ``date``, ``일자``; ``title``, ``제목``; ``언론사``, ``기고자`` as BigKinds names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from ..korean.word_lists import words
from ..page import timestamps
from ..page.decode import ReadingError, printable

NAMES = {field: words(f"corpus_columns.{field}") for field in ("text", "id", "date", "title", "publisher", "reporter")}
#: carried through where nobody says what is to be
_KEPT = frozenset(words("corpus_columns.kept"))
_CARRIED = "keep "  # stands before the name of a carried column, where fields have their own names
_SHOWN = 12
_DATE = 40  # signs of a cell that is no date that are told
_UNDATED = "read without it; write 2024-01-12 or 20240112"
#: columns that together no corpus has: those of an output of our own
_OF_RECORDS = frozenset({"id", "kind", "text", "sentence", "same_as"})
_READ_AS_RECORDS = "name the articles that they are of; 'jobextract targets' and 'jobextract report' take records"


class Columns(NamedTuple):
    """The columns that the user names; None is found by its usual names. ``keep`` are carried through to the records."""

    text: str | None = None
    id: str | None = None
    date: str | None = None
    title: str | None = None
    keep: tuple[str, ...] | None = None


class Document(NamedTuple):
    """One input: the bytes of a file or the text of a row, what stands beside the text, or why it cannot be read.

    ``note`` tells a fault of the row in spite of which it is read.
    """

    name: str
    data: bytes | str = ""
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    reporter: str | None = None
    failure: str | None = None
    note: str | None = None
    carried: tuple[tuple[str, str], ...] = ()


def choose(header: Iterable[object], asked: Columns, name: str) -> dict[str, str]:
    """The column of each field that the corpus has. Raises ReadingError where the text or a column asked for is missing."""
    names = [column for column in header if isinstance(column, str)]
    if asked.text is None and set(names) >= _OF_RECORDS:
        raise ReadingError(name, "holds records, what batch or parse wrote", _READ_AS_RECORDS)
    plain = {_plain(column): column for column in reversed(names)}
    chosen = {field: plain[usual] for field, several in NAMES.items() for usual in reversed(several) if usual in plain}
    for field, column in asked._asdict().items():
        if field == "keep":
            continue
        if column is not None and column not in names:
            raise ReadingError(
                name, f"no column {column!r} among {_listed(names)}", f"name one of them with --{field}-column"
            )
        chosen |= {field: column} if column is not None else {}
    if "text" not in chosen:
        raise ReadingError(name, f"no column of text among {_listed(names)}", "name it with --text-column")
    return chosen | {_CARRIED + column: column for column in _carried(names, asked.keep, chosen, name)}


def _carried(names: list[str], asked: tuple[str, ...] | None, chosen: Mapping[str, str], name: str) -> list[str]:
    """The columns that are carried through. Raises ReadingError for one that is asked for and missing."""
    if asked is None:
        return [column for column in names if _plain(column) in _KEPT and column not in chosen.values()]
    for column in asked:
        if column not in names:
            raise ReadingError(name, f"no column {column!r} among {_listed(names)}", "name one of them with --keep")
    return list(asked)


def _plain(column: str) -> str:
    return "".join(column.removeprefix("\ufeff").lower().split()).replace("_", "").replace("-", "")


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return (", ".join(names[:_SHOWN]) or "none at all") + more


def document(row: Mapping[str, object], chosen: Mapping[str, str], place: str) -> Document:
    """A row as a document, named by its id and else by its ``place`` in the corpus; without a text it is a failure."""
    values = {field: row.get(column) for field, column in chosen.items()}
    name, text = _word(values.get("id")) or place, values["text"]
    if not isinstance(text, str):
        held = "is null" if text is None else f"holds no text ({type(text).__name__})"
        where = f"{place} ({name})" if place and place != name else name
        return Document(where, failure=f"column {chosen['text']!r} {held}; fill it in or leave the row out")
    published, told = moment(values.get("date")), _word(values.get("date"))
    return Document(
        name,
        text,
        title=_word(values.get("title")),
        published=published,
        publisher=_word(values.get("publisher")),
        reporter=_word(values.get("reporter")),
        note=f"{told[:_DATE]!r} in column {chosen['date']!r} is no date; {_UNDATED}"
        if told and not published
        else None,
        carried=tuple(
            (field.removeprefix(_CARRIED), word)
            for field, value in values.items()
            if field.startswith(_CARRIED) and (word := _word(value))
        ),
    )


def _word(value: object) -> str | None:
    """What the cell says in one line; a whole number that a spreadsheet holds as 7.0 is 7."""
    if isinstance(value, float):
        if value != value:
            return None
        value = int(value) if value.is_integer() else value
    return printable(" ".join(str(value).split())) or None if value is not None else None


def moment(value: object) -> str | None:
    """A date of a column as ISO 8601: 20240206, 2024.02.06 09:10, a date or a time, which is brought to Korean time.

    What is no date gives None: nothing is then known of the day.
    """
    if isinstance(value, datetime):
        return _iso(value)
    if isinstance(value, date):
        return value.isoformat()
    word = _word(value)
    if not word:
        return None
    try:
        return (
            _iso(datetime.fromisoformat(word))
            if len(word) > 10 or (word.isdigit() and len(word) == 8)
            else _found(word)
        )
    except ValueError:
        return _found(word)


def _found(word: str) -> str | None:
    if word.isdigit() and len(word) in (12, 14):
        word = f"{word[:4]}-{word[4:6]}-{word[6:8]} {word[8:10]}:{word[10:12]}"
    return next((stamp.value for stamp in timestamps.stamps(word)), None)


def _iso(value: datetime) -> str:
    """Without a time where it is midnight, for a cell of a day is read as its first moment; without seconds that are 0."""
    value = timestamps.korean_time(value)
    if value.time() == datetime.min.time():
        return value.date().isoformat()
    return value.isoformat(timespec="seconds" if value.second else "minutes")
