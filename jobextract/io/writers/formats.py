"""The formats of an output: every module of this folder may name one by ``@writer(…)`` over the class that writes it.

A format is added by one file here. The list in ``batch --help``, in messages, in ``datapackage.json`` and the hint which
extra to install come from what the files say. They are found by looking into the folder, so that a module must not import a
large library before a file is written.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Protocol

import msgspec

from ..atomic import OutputError, Stream
from ..provenance import Provenance

_OURS = ("formats", "registry", "sheet")


class Job(msgspec.Struct, frozen=True):
    """A file to be written: ``draft`` is what is written, ``target`` what the user calls it.

    ``earlier`` is what it is added to, None where it is begun anew. ``by`` is the column by whose values the rows go to
    files of their own, in a folder in the place of the file.
    """

    draft: Path
    target: str
    earlier: Path | None = None
    origin: Provenance | None = None
    by: str | None = None


class Sink(Protocol):
    """Takes the rows of one document after the other, as JSON Lines; the records in the format's own form where it names one."""

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None: ...

    def close(self) -> None:
        """Write what is held back and end the file."""


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format, by its suffix.

    ``form`` is how the workers hand the records over: ``jsonl``; ``tables`` with articles and checks; or the name of an
    form of ``io.records.encoded``. ``extra`` and ``modules`` say what has to be installed, ``media`` is
    the media type, ``streams`` makes a sink that writes into a pipe where the format can.
    """

    suffix: str
    form: str
    media: str
    make: Callable[[Job], Sink]
    extra: str = ""
    modules: tuple[str, ...] = ()
    streams: Callable[[Stream], Sink] | None = None


_known: dict[str, Format] = {}


def writer(suffix: str, **facts: Any) -> Callable[[Any], Any]:
    """Registers the class below it as the writer of files with this suffix."""

    def register(make: Any) -> Any:
        streams = getattr(make, "to_stream", None)
        _known[suffix] = Format(suffix=suffix, make=make, streams=streams, **facts)
        return make

    return register


@lru_cache(maxsize=1)
def known() -> dict[str, Format]:
    """Every format by its suffix, in the order of the suffixes."""
    for module in iter_modules([str(Path(__file__).parent)]):
        if module.name not in _OURS:
            import_module(f"{__package__}.{module.name}")
    return dict(sorted(_known.items()))


def listed(last: str = "or") -> str:
    """The suffixes as a sentence names them: ``.csv, .jsonl or .parquet``."""
    *some, end = known()
    return f"{', '.join(some)} {last} {end}"


def installed(format: Format, target: str) -> None:
    """Raises OutputError that says which extra to install where a module of the format is missing."""
    for module in format.modules:
        try:
            import_module(module)
        except ImportError:
            remedy = f"pip install 'jobextract[{format.extra}]'"
            raise OutputError(target, f"{module} is not installed", remedy) from None
