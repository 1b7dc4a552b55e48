"""Figures out of Korean news articles as scraped: what, whose, for when, aimed at or achieved, with their evidence.

The public names are loaded by their first use: the patterns of the pipeline take half a second to compile, which
``jobextract --help`` should not pay.
"""

from importlib import import_module, metadata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .batch.arrow import extract_batches
    from .model import Article, Check, Extraction, Line, Mention, Part, Record, Segment, Source
    from .page.decode import ReadingError, read_bytes, read_path
    from .pipeline import extract, mentions
    from .rulebook.loader import RuleError

    __version__: str

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
    "__version__",
    "extract",
    "extract_batches",
    "mentions",
    "read_bytes",
    "read_path",
]

_HOMES = {
    "extract": "pipeline",
    "extract_batches": "batch.arrow",
    "mentions": "pipeline",
    "ReadingError": "page.decode",
    "read_bytes": "page.decode",
    "read_path": "page.decode",
    "RuleError": "rulebook.loader",
}


import_module(".display.methods", __name__)  # gives Extraction its methods


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return metadata.version(__name__)
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES.get(name, 'model')}", __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
