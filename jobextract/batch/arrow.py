"""Arrow batches of articles in, Arrow batches of records out: the form in which engines such as Spark call Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
import pyarrow as pa

from ..io import tables
from ..io.columns import Columns, Document, choose, document
from ..model import Record, Source
from ..page.decode import ReadingError
from .jobs import source_of, unforeseen

#: the columns of a record, then ``error``: null, but in the row of a document that failed, where only ``source`` stands beside it
SCHEMA = tables.RECORDS.append(pa.field("error", pa.string()))
USUAL = Columns()
ROWS = 4096  # of an outgoing batch, about: it ends with the document that fills it


def extract_batches(
    batches: Iterable[pa.RecordBatch],
    published: str | None = None,
    publisher: str | None = None,
    rules: Iterable[str] = (),
    timeout: float | None = None,
) -> Iterator[pa.RecordBatch]:
    """The records of batches of articles, as ``DataFrame.mapInArrow`` of Spark takes it; ``arrow.SCHEMA`` is their schema.

    Columns in: ``text``, and where there are any ``id`` (else the text's digest names it), ``date``, ``title``, ``url``,
    ``publisher``, ``reporter``. The order of the articles is kept. A row that cannot be read becomes one row with its
    ``error``, never an exception; batches without a column of text raise ValueError. ``published`` and ``publisher``
    override what rows and texts say; ``rules`` are folders of own rule files; ``timeout`` is the limit of a row in seconds.
    """
    folders = tuple(rules)
    for batch in batches:
        yield from extract_documents(documents(batch), published, publisher, folders, timeout)


def documents(batch: pa.RecordBatch, columns: Columns = USUAL) -> Iterator[Document]:
    """The articles of a batch. Raises ValueError where it has no column of text."""
    try:
        chosen = choose(batch.schema.names, columns, "batch")
    except ReadingError as error:
        raise ValueError(error.cause) from None
    for row in batch.select(list(dict.fromkeys(chosen.values()))).to_pylist():
        yield document(row, chosen, "")


def extract_documents(
    articles: Iterable[Document],
    published: str | None = None,
    publisher: str | None = None,
    rules: tuple[str, ...] = (),
    timeout: float | None = None,
) -> Iterator[pa.RecordBatch]:
    """The records of documents, one row with its error for each that failed."""
    rows: list[Record] = []
    for one in articles:
        records, error = _extracted(one, published, publisher, rules, timeout)
        if error is not None:
            yield from _flushed(rows)
            yield _failure(one.name or None, error)
        rows += records
        if len(rows) >= ROWS:
            yield from _flushed(rows)
    yield from _flushed(rows)


def _extracted(
    one: Document, published: str | None, publisher: str | None, rules: tuple[str, ...], timeout: float | None
) -> tuple[Iterable[Record], str | None]:
    from ..pipeline import extract

    if one.failure:
        return (), one.failure
    try:
        source = source_of(one)
        source = source if source.name else _named_by_its_text(source)
        return extract(source, published, publisher, rules, timeout).records, None
    except TimeoutError as error:
        return (), f"{error}; try it alone with 'jobextract parse'"
    except ReadingError as error:
        return (), f"{error.cause}; {error.remedy}"
    except Exception as error:  # one odd document is no reason to lose all others
        return (), unforeseen(error)


def _named_by_its_text(source: Source) -> Source:
    return msgspec.structs.replace(source, name=source.digest)


def _flushed(rows: list[Record]) -> Iterator[pa.RecordBatch]:
    """The rows gathered so far as one batch, where there are any; the list is emptied."""
    if rows:
        batch = tables.from_records(rows)
        yield pa.record_batch([*batch.columns, pa.nulls(len(rows), pa.string())], SCHEMA)
        rows.clear()


def _failure(source: str | None, error: str) -> pa.RecordBatch:
    fields = {"source": source, "error": error}
    return pa.record_batch([pa.array([fields.get(field.name)], field.type) for field in SCHEMA], SCHEMA)
