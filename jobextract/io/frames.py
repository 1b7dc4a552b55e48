"""Records as tables of other libraries: Arrow, polars, pandas. Each is asked for only where it is used.

``tables`` says what the columns are. Numbers are exact in Arrow and polars; pandas, which reckons in doubles, gets the
nearest double.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from types import ModuleType
from typing import Any

from ..model import Record

NUMBERS = frozenset({"value", "low", "high", "confidence"})
WHOLE = frozenset({"article", "start", "end", "year"})


class MissingLibraryError(ImportError):
    """A library of an extra is not installed; the message says how to install it."""


def library(name: str, extra: str) -> ModuleType:
    """The library. Raises MissingLibraryError with the command that installs it."""
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingLibraryError(f"{name} is not installed; pip install 'jobextract[{extra}]'", name=name) from error


def to_arrow(records: Iterable[Record]) -> Any:
    """A ``pyarrow.Table``, one row a record, in their order."""
    arrow = library("pyarrow", "arrow")
    from . import tables

    return arrow.Table.from_batches([tables.from_records(records)])


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
    if name == "carried":
        return "object"
    return "boolean" if name == "approx" else "string"
