"""How an ``Extraction`` shows itself in a notebook and turns into other libraries' tables.

The model declares these methods and holds no logic; importing the package gives them to it here. Each loads what it needs
when it is called.
"""

from __future__ import annotations

from typing import Any

from ..model import Extraction


def _repr_html_(self: Extraction) -> str:
    from .notebook import page

    return page(self)


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


for _method in (_repr_html_, to_arrow, to_polars, to_pandas):
    setattr(Extraction, _method.__name__, _method)
