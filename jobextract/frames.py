"""Records as tables of other libraries: Arrow, polars, pandas. Each is asked for only where it is used.

Numbers are exact: ``value``, ``low`` and ``high`` are decimals of 38 digits, 10 of them after the point; what has more is
null there, as its words in ``text`` still say it. pandas, which reckons in doubles, gets the nearest double.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from importlib import import_module
from types import ModuleType
from typing import Any

from .export import plain
from .model import Record

DIGITS, PLACES = 38, 10
NUMBERS = frozenset({"value", "low", "high"})
WHOLE = frozenset({"article", "start", "end", "year"})


class MissingLibraryError(ImportError):
    """A library of an extra is not installed; the message says how to install it."""


def library(name: str, extra: str) -> ModuleType:
    """The library. Raises MissingLibraryError with the command that installs it."""
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingLibraryError(f"{name} is not installed; pip install 'jobextract[{extra}]'", name=name) from error


def arrow_schema() -> Any:
    """The columns of a table of records: strings, 64-bit integers, booleans, decimal128(38, 10)."""
    arrow = library("pyarrow", "arrow")
    return arrow.schema([(name, _type(arrow, name)) for name in Record.__struct_fields__])


def _type(arrow: ModuleType, name: str) -> Any:
    if name in NUMBERS:
        return arrow.decimal128(DIGITS, PLACES)
    if name in WHOLE:
        return arrow.int64()
    return arrow.bool_() if name == "approx" else arrow.string()


def to_arrow(records: Iterable[Record]) -> Any:
    """A ``pyarrow.Table``, one row a record, in their order."""
    arrow = library("pyarrow", "arrow")
    rows = list(records)
    columns = [[_cell(name, getattr(row, name)) for row in rows] for name in Record.__struct_fields__]
    schema = arrow_schema()
    arrays = [arrow.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    return arrow.table(arrays, schema=schema)


def _cell(name: str, value: Any) -> Any:
    if name not in NUMBERS or value is None:
        return value
    whole, _, rest = plain(value).lstrip("-").partition(".")
    return Decimal(plain(value)) if len(whole) <= DIGITS - PLACES and len(rest) <= PLACES else None


def to_polars(records: Iterable[Record]) -> Any:
    """A ``polars.DataFrame``; its decimals are exact."""
    polars = library("polars", "polars")
    return polars.from_arrow(to_arrow(records))


def to_pandas(records: Iterable[Record]) -> Any:
    """A ``pandas.DataFrame`` with nullable types: ``string``, ``Int64``, ``Float64``, ``boolean``."""
    pandas = library("pandas", "pandas")
    rows = list(records)
    columns = {
        name: pandas.array([_double(name, getattr(row, name)) for row in rows], dtype=_dtype(name))
        for name in Record.__struct_fields__
    }
    return pandas.DataFrame(columns)


def _double(name: str, value: Any) -> Any:
    return float(value) if name in NUMBERS and value is not None else value


def _dtype(name: str) -> str:
    if name in NUMBERS:
        return "Float64"
    if name in WHOLE:
        return "Int64"
    return "boolean" if name == "approx" else "string"
