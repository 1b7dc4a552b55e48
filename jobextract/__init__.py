"""Figures out of Korean news articles as scraped: what, whose, for when, aimed at or achieved, with their evidence.

The public names are loaded by their first use: the patterns of the pipeline take half a second to compile, which
``jobextract --help`` should not pay.
"""

from importlib import import_module, metadata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .analysis.evaluate import score as evaluate
    from .analysis.targets import targets
    from .batch.arrow import extract_batches
    from .batch.iterate import iter_extract
    from .io.labelled import LabelledPage, label
    from .model import Article, Check, Extraction, Line, Mention, Part, Record, Segment, Source, Target
    from .page.decode import ReadingError, read_bytes, read_path
    from .pipeline import extract, mentions
    from .rulebook.schema import RuleError

    __version__: str

__all__ = [
    "Article",
    "Check",
    "Extraction",
    "LabelledPage",
    "Line",
    "Mention",
    "Part",
    "ReadingError",
    "Record",
    "RuleError",
    "Segment",
    "Source",
    "Target",
    "__version__",
    "evaluate",
    "extract",
    "extract_batches",
    "iter_extract",
    "label",
    "mentions",
    "read_bytes",
    "read_path",
    "targets",
]

_HOMES = {
    "LabelledPage": "io.labelled",
    "evaluate": "analysis.evaluate",
    "iter_extract": "batch.iterate",
    "label": "io.labelled",
    "targets": "analysis.targets",
    "extract": "pipeline",
    "extract_batches": "batch.arrow",
    "mentions": "pipeline",
    "ReadingError": "page.decode",
    "read_bytes": "page.decode",
    "read_path": "page.decode",
    "RuleError": "rulebook.loader",
}


#: what is called otherwise where it is at home
_NAMES = {"evaluate": "score"}


import_module(".display.methods", __name__)  # gives Extraction its methods


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return metadata.version(__name__)
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES.get(name, 'model')}", __name__), _NAMES.get(name, name))


def __dir__() -> list[str]:
    return sorted(__all__)
