"""Many sources, one extraction after the other, in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..io import sources as places
from ..io.columns import Columns
from ..model import Extraction, Source
from ..page.decode import ReadingError


def iter_extract(
    sources: Iterable[str | Path | Source],
    published: str | None = None,
    publisher: str | None = None,
    rules: Iterable[str] = (),
    keep: Iterable[str] | None = None,
) -> Iterator[Extraction]:
    """The extraction of every source, one at a time, so that any number of them needs no memory.

    A source is a path (a file, a folder, a pattern, a corpus such as ``news.jsonl`` row by row) or a ``Source`` of one's own;
    ``keep`` names columns of corpora to carry through. Other options are those of ``extract``. Raises ReadingError for what
    cannot be read when its turn comes, which ends the iteration; the command ``batch`` names it and goes on.
    """
    from ..pipeline import extract

    folders = tuple(rules)
    columns = Columns(keep=None if keep is None else tuple(keep))
    for each in sources:
        for source in [each] if isinstance(each, Source) else _read(str(each), columns):
            yield extract(source, published, publisher, folders)


def _read(place: str, columns: Columns) -> Iterator[Source]:
    from .jobs import source_of

    for document in places.documents(places.found([place]), columns):
        if document.failure:
            cause, _, remedy = document.failure.partition("; ")
            raise ReadingError(document.name, cause, remedy)
        yield source_of(document)
