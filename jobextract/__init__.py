"""Figures out of Korean news articles as scraped: what, whose, for when, aimed at or achieved, with their evidence.

The public names are loaded by their first use: the patterns of the pipeline take half a second to compile, which
``jobextract --help`` should not pay.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .arrow import extract_batches
    from .model import Article, Check, Extraction, Line, Mention, Part, Record, Segment, Source
    from .pipeline import extract, mentions
    from .reading import ReadingError, read_bytes, read_path
    from .rulebook import RuleError

__all__ = [
    "Article",
    "Check",
    "Extraction",
    "Line",
    "Mention",
    "Part",
    "ReadingError",
    "Record",
    "RuleError",
    "Segment",
    "Source",
    "extract",
    "extract_batches",
    "mentions",
    "read_bytes",
    "read_path",
]

_HOMES = {
    "extract": "pipeline",
    "extract_batches": "arrow",
    "mentions": "pipeline",
    "ReadingError": "reading",
    "read_bytes": "reading",
    "read_path": "reading",
    "RuleError": "rulebook",
}


import_module(".showing", __name__)  # gives Extraction its methods


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES.get(name, 'model')}", __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
