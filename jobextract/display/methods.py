"""How an ``Extraction`` shows itself in a notebook and turns into other libraries' tables.

The model declares these methods and holds no logic; importing the package gives them to it here. Each loads what it needs
when it is called.
"""

from __future__ import annotations

from typing import Any

from ..model import Extraction, Record
from ..wording.values import value


def _repr_html_(self: Extraction) -> str:
    from .notebook import page

    return page(self)


REPR_RECORDS = 3


def represented(self: Extraction) -> str:
    """Where it is from, its headline, its counts and the first records: what fits a terminal."""
    titles = " / ".join(article.title or "?" for article in self.articles[:2])
    counts = f"{len(self.articles)} articles, {len(self.records)} records, {len(self.checks)} checks"
    rows = [f"  {_told(record)}" for record in self.records[:REPR_RECORDS]]
    more = [f"  … {len(self.records) - REPR_RECORDS} more"] if len(self.records) > REPR_RECORDS else []
    return "\n".join([f"<Extraction {self.source.name}: {titles} ({counts})", *rows, *more]) + ">"


def _told(record: Record) -> str:
    fields = (record.text, value(record), record.item, record.subject, record.status, record.period)
    return " · ".join(field for field in fields if field)


def to_arrow(self: Extraction) -> Any:
    """The records as a ``pyarrow.Table``. Raises MissingLibraryError where pyarrow is not installed."""
    from ..io import frames

    return frames.to_arrow(self.records)


def to_polars(self: Extraction) -> Any:
    """The records as a ``polars.DataFrame``. Raises MissingLibraryError where polars is not installed."""
    from ..io import frames

    return frames.to_polars(self.records)


def to_pandas(self: Extraction) -> Any:
    """The records as a ``pandas.DataFrame``. Raises MissingLibraryError where pandas is not installed."""
    from ..io import frames

    return frames.to_pandas(self.records)


Extraction.__repr__ = represented  # type: ignore[method-assign, assignment]
for _method in (_repr_html_, to_arrow, to_polars, to_pandas):
    setattr(Extraction, _method.__name__, _method)
