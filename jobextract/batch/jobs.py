"""What is done with one document of a batch, and with all of them: results in the order of the documents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol

import msgspec

from ..io import annotations as spans
from ..io import records as export
from ..io.columns import Document
from ..io.corpora.blocks import Block, Entry
from ..model import Source
from ..page import decode
from ..page.decode import ReadingError
from .done_blocks import DoneBlocks


class Task(msgspec.Struct, frozen=True):
    """What is done with every document; an empty set of kinds or statuses means all, ``least`` the least confidence.

    ``form`` is how the records are wanted: ``jsonl``, ``csv``, or ``tables``, which is ``jsonl`` with articles and checks.
    """

    form: str
    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    published: str | None = None
    publisher: str | None = None
    rules: tuple[str, ...] = ()
    least: float = 0.0


class Outcome(msgspec.Struct, frozen=True):
    """What came of one document: the bytes of its records, or the ``failure`` that says cause and next step.

    ``key`` stands for content, program, rules and task; ``articles`` and ``checks`` are JSON Lines, for tables only. ``empty`` says
    why it gives nothing at all, ``note`` what of its row could not be read.
    """

    name: str
    records: bytes = b""
    articles: bytes = b""
    checks: bytes = b""
    count: int = 0
    failure: str | None = None
    key: bytes = b""
    empty: str | None = None
    note: str | None = None


class Job(msgspec.Struct, frozen=True):
    """A document on its way to a worker."""

    document: Document
    key: bytes


Work = Callable[[Job], Outcome]


class Memory(Protocol):
    """What keeps outcomes, each at a place that is a number above 0: the journal of a run."""

    def known(self, key: bytes) -> int | None:
        """Where an earlier run has put the outcome of a key."""

    def place(self, key: bytes) -> int | None:
        """Where the outcome of a key is, whoever has put it there."""

    def recall(self, place: int) -> Outcome:
        """What is kept there."""

    def keep(self, outcomes: list[Outcome]) -> None:
        """Write down what has just been made, in any order; failures are not kept."""

    def keep_block(self, digest: bytes, entries: list[Entry]) -> None:
        """Write down that these are the outcomes of a block of documents."""


def extract_document(task: Task, job: Job) -> Outcome:
    """The records of one document in the form of the task; what goes wrong is a failure, never an exception."""
    document = job.document
    try:
        done = _extracted(source_of(document), task, job.key)
        return msgspec.structs.replace(done, note=document.note) if document.note else done
    except ReadingError as error:
        return Outcome(document.name, failure=f"{error.cause}; {error.remedy}")
    except Exception as error:  # one odd document is no reason to lose all others
        return Outcome(document.name, failure=unforeseen(error))


def emptiness(source: Source, holds_article: bool) -> str | None:
    """Why a page gives nothing, and what to do; None of one that holds an article."""
    if not source.text.strip():
        return "no text in it; nothing to extract"
    return None if holds_article else "no article in it; 'jobextract strip --explain' shows why each line was dropped"


def unforeseen(error: Exception) -> str:
    """What is said of a document on which the program itself failed."""
    return f"the program failed on it ({type(error).__name__}: {error}); please report it with the document"


def source_of(document: Document) -> Source:
    """The text of a document with what its corpus says of it. Raises ReadingError."""
    if isinstance(document.data, bytes):
        return decode.read_bytes(document.data, document.name)
    facts = {field: getattr(document, field) for field in ("title", "published", "publisher", "reporter")}
    text = decode.from_text(headed(document.data, document.title), document.name)
    return msgspec.structs.replace(text, **facts, carried=dict(document.carried) or None, is_article=True)


def headed(text: str, title: str | None) -> str:
    """The text under its headline, which a corpus keeps in a column of its own: its figures are figures of the article."""
    if not title or "".join(text[: 2 * len(title) + 200].split()).startswith("".join(title.split())):
        return text
    return f"{title}\n\n{text}"


def _extracted(source: Source, task: Task, key: bytes) -> Outcome:
    from ..pipeline import extract

    result = extract(source, task.published, task.publisher, task.rules)
    records = export.selected(result.records, task.kinds, task.statuses, task.least)
    annotated = spans.FORMS.get(task.form)
    data = annotated(result, records) if annotated else export.encoded(records, task.form)
    done = Outcome(source.name, data, count=len(records), key=key, empty=emptiness(source, bool(result.articles)))
    if task.form != "tables":
        return done
    articles = export.articles_jsonl(source.name, result.articles)
    return msgspec.structs.replace(done, articles=articles, checks=export.checks_jsonl(source.name, result.checks))


def fingerprint(task: Task, version: str, rules: str) -> bytes:
    """What the outcome of a document depends on beside its content: program, rules and task."""
    options = (task.form, sorted(task.kinds), sorted(task.statuses), task.published, task.publisher, task.least)
    return msgspec.json.encode((version, rules, options))


def keyed(document: Document, base: bytes) -> bytes:
    """What the outcome of a document is kept under: its content and all else that its outcome depends on."""
    digest = hashlib.sha256(base)
    data = document.data
    digest.update(msgspec.json.encode((document.name, *document[2:])))
    digest.update(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    return digest.digest()[:16]


def outcomes(
    documents: Iterable[Document | Block],
    task: Task,
    jobs: int,
    limit: float | None = None,
    base: bytes = b"",
    memory: Memory | None = None,
    work: Work | None = None,
) -> Iterator[Outcome]:
    """One outcome a document, in their order, whatever the number of workers; ``work`` is ``extract_document``.

    What ``memory`` knows of an earlier run is only looked up when it is read, and unpacked when its turn has come, while
    the workers are at what is not done. Blocks of documents that are done as a whole are kept as such. A document that kills its worker three times, or takes more than ``limit`` seconds, is named and passed over.
    """

    from . import workers  # processes, which reading one document needs none of

    def settled(job: Job | int) -> Outcome | int | None:
        if isinstance(job, int):
            return job
        document = job.document
        if document.failure:
            return Outcome(document.name, failure=document.failure)
        return memory.known(job.key) if memory else None

    def lost(job: Job, cause: str) -> Outcome:
        return Outcome(job.document.name, failure=f"{cause}; try it alone with 'jobextract parse'")

    def keep(done: list[Outcome]) -> None:
        if memory:
            memory.keep(done)

    def place(done: Outcome) -> int | None:
        return memory.place(done.key) if memory and done.failure is None else None

    blocks = DoneBlocks(memory) if memory else None
    crew = workers.Crew(work or partial(extract_document, task), jobs, limit, settled, lost, keep, place)
    for made in crew.results(_jobs(documents, base, blocks)):
        outcome = memory.recall(made) if memory and isinstance(made, int) else made
        if blocks:
            blocks.passed(outcome.failure is not None)
        yield outcome


def _jobs(documents: Iterable[Document | Block], base: bytes, blocks: DoneBlocks | None) -> Iterator[Job | int]:
    """A job a document, or the place of what an earlier run has made of it."""
    if blocks is None:
        yield from (Job(one, keyed(one, base)) for one in documents if isinstance(one, Document))
        return
    for one in blocks.drawn(documents, partial(keyed, base=base)):
        yield one if isinstance(one, int) else Job(*one)
