"""What the sheets of a workbook hold: their columns, headings and cells, in the language of the reader."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, NamedTuple

import msgspec

from ..model import Article, Check, Record, Target
from ..wording.checks import in_words, verdict
from ..wording.periods import in_words as period_in_words
from ..wording.values import short, unit_meant, unit_said
from ..wording.words import LANGUAGES, Language, words

Style = Literal["text", "wrapped", "number", "year", "share", "date", "link", "evidence"]
#: the columns that people look at, from left to right; what the model has beside them follows
_FIRST = (
    "published", "subject", "item", "member", "shown", "value", "unit", "status", "when", "confidence", "sentence",
    "title", "publisher", "reporter", "source",
)  # fmt: skip
#: the last column that is printed; those behind it are for programs
PRINTED = {"figures": "sentence", "targets": "actual_said", "articles": "source", "checks": "sentence"}


def _columns(model: type[msgspec.Struct], first: Iterable[str], without: Iterable[str] = ()) -> tuple[str, ...]:
    left = [name for name in model.__struct_fields__ if name not in without]
    return tuple(dict.fromkeys((*first, *left)))


FIGURES = _columns(Record, _FIRST, ("carried",))
ARTICLES = _columns(Article, ("published", "title", "subject", "publisher", "reporter", "source"), ("segments",))
TARGETS = _columns(
    Target,
    (
        "subject", "item", "year", "when", "unit", "target", "actual", "rate", "published", "title", "source",
        "target_said", "actual_said",
    ),
    ("target_ids", "actual_ids", "sentence", "actual_sentence"),
)  # fmt: skip
CHECKS = ("verdict", "check", "says", "subject", "item", "published", "title", "source", "sentence")
ABOUT = ("name", "value")
SHEETS = {"targets": TARGETS, "figures": FIGURES, "articles": ARTICLES, "checks": CHECKS, "about": ABOUT}

STYLES: dict[str, Style] = {
    **dict.fromkeys(("value", "low", "high", "target", "actual"), "number"),
    **dict.fromkeys(("sentence", "says"), "wrapped"),
    **dict.fromkeys(("published", "updated", "actual_published"), "date"),
    "year": "year",
    "rate": "share",
    "stated_rate": "share",
    "confidence": "share",
    "source": "link",
    "actual_source": "link",
    "target_said": "evidence",
    "actual_said": "evidence",
}
CARRIED = "carried "  # stands before the names of carried columns
#: widest that a column grows, in columns of one Latin letter
CAPS = {
    "sentence": 70,
    "says": 70,
    "target_said": 60,
    "actual_said": 60,
    "title": 44,
    "item": 26,
    "source": 34,
    "actual_title": 44,
    "actual_source": 34,
    "value": 18,
}
CAP = 24


class Cell(NamedTuple):
    """What is written; ``unit`` tells a percentage from a count."""

    value: object
    unit: str | None = None


def with_carried(columns: tuple[str, ...], names: Iterable[str]) -> tuple[str, ...]:
    """The columns with those that were carried through from a corpus, behind the source; one for those of later corpora."""
    at = columns.index("source") + 1
    return (*columns[:at], *(CARRIED + name for name in names), "carried", *columns[at:])


def heading(column: str, language: Language) -> str:
    """What stands above a column; a carried one keeps its name."""
    if column.startswith(CARRIED):
        return column.removeprefix(CARRIED)
    said = words(language)
    return said.get(f"column_{column}") or said.get(column) or column


def _closed(model: type[msgspec.Struct]) -> dict[str, tuple[str, ...]]:
    """The fields that hold one of a few words."""
    found = {}
    for name, hint in typing.get_type_hints(model).items():
        for side in (hint, *typing.get_args(hint)):
            if typing.get_origin(side) is Literal:
                found[name] = typing.get_args(side)
    return found


_WORDS = {**_closed(Article), **_closed(Record), **_closed(Target)}
_SAID_AS = {"title": "title_role"}
_PREFIX = {"period_basis": "basis_", "year_basis": "basis_", "flag": "flag_"}


def said(field: str, value: object, language: Language) -> object:
    """A word of a closed list as people say it."""
    if not isinstance(value, str) or field not in _WORDS or value not in _WORDS[field]:
        return value
    key = _PREFIX.get(field, "") + _SAID_AS.get(value, value)
    return words(language).get(key, value)


def meant(field: str, value: object) -> object:
    """The way back from what ``said`` gave, in whichever language."""
    return next(
        (each for each in _WORDS.get(field, ()) for language in LANGUAGES if said(field, each, language) == value),
        value,
    )


def figure(record: Record, language: Language) -> dict[str, object]:
    """The cells of one figure by column."""
    row = {name: said(name, getattr(record, name), language) for name in Record.__struct_fields__}
    row |= {CARRIED + name: told for name, told in (record.carried or {}).items()}
    row["carried"] = None
    row |= {"unit": unit_said(record.unit, language), "shown": short(record, language) or record.text}
    return row | {"when": period_in_words(record.period, language)}


def target(row: Target, evidence: Mapping[str, Record], language: Language) -> dict[str, object]:
    """The cells of one row of targets, with the article and the sentences that it rests on."""
    cells = {name: said(name, getattr(row, name), language) for name in Target.__struct_fields__}
    aimed, reached = _first(row.target_ids, evidence), _first(row.actual_ids, evidence)
    of = aimed or reached
    facts = {name: getattr(of, name) if of else None for name in ("published", "title", "source")}
    if of:
        facts["source"] = _address(of)
    if reached:
        facts["actual_source"] = _address(reached)
    return cells | facts | {
        "when": period_in_words(row.period, language),
        "unit": unit_said(row.unit, language),
        "target_said": aimed,
        "actual_said": reached,
    }  # fmt: skip


def _address(of: Record) -> str:
    """Where the record's article stands on the web, else its source."""
    return next((told for told in (of.carried or {}).values() if told.startswith("http")), of.source)


def _first(ids: Iterable[str], evidence: Mapping[str, Record]) -> Record | None:
    return next((evidence[each] for each in ids if each in evidence), None)


def check(found: Check, source: str, records: Mapping[str, Record], language: Language) -> dict[str, object]:
    """The cells of one check."""
    of, told = records.get(found.total), words(language)
    facts = {name: getattr(of, name) if of else None for name in ("subject", "item", "published", "title", "sentence")}
    kind = "difference" if found.kind == "change" else found.kind
    says = in_words(found, records, language)
    return facts | {"verdict": told[verdict(found)], "check": told[kind], "says": says, "source": source}


def record(cells: Mapping[str, object]) -> Record:
    """The record of a row of figures that was read from a sheet. Raises msgspec.ValidationError where it is none."""
    fields = {name: _back(name, cells.get(name)) for name in Record.__struct_fields__}
    carried = {name.removeprefix(CARRIED): told for name, told in cells.items() if name.startswith(CARRIED) and told}
    late = (line.partition(": ") for line in str(cells.get("carried") or "").splitlines())
    carried |= {name: told for name, _, told in late}
    fields["carried"] = carried or None
    fields["unit"] = unit_meant(str(fields["unit"]), str(fields["kind"])) if fields["unit"] is not None else None
    return msgspec.convert(fields, Record)


def _back(name: str, value: Any) -> object:
    if isinstance(value, datetime):
        midnight = value.time() == datetime.min.time()
        return (
            value.date().isoformat() if midnight else value.isoformat(timespec="seconds" if value.second else "minutes")
        )
    if name in ("value", "low", "high", "confidence") and value is not None:
        return Decimal(str(value))
    if name in ("article", "start", "end", "year") and value is not None:
        return int(value)
    return meant(name, value) if isinstance(value, bool | None) else meant(name, str(value))


def by_heading(header: Iterable[object], columns: Iterable[str]) -> list[str] | None:
    """The columns that the headings of a sheet stand for, None where one of ours is missing."""
    names = {heading(column, language): column for language in LANGUAGES for column in (*columns, "carried")}
    found = [names.get(str(cell), f"{CARRIED}{cell}") for cell in header]
    return found if set(columns) <= set(found) else None
