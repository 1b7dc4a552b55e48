"""Many files through the pipeline in worker processes; the results come in the order of the paths."""

from __future__ import annotations

import glob
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from . import export
from .reading import ReadingError, read_path

SUFFIXES = frozenset({".txt", ".html", ".htm"})
AHEAD = 8  # files handed out before their turn, for each worker: enough to keep all busy behind one long file


class Task(NamedTuple):
    """What is done with every file; ``form`` is ``jsonl`` or ``csv``, an empty set of kinds or statuses means all."""

    form: str
    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    published: str | None = None
    publisher: str | None = None
    rules: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """What came of one file: the bytes of its records, or the ``failure`` that says cause and next step."""

    path: str
    data: bytes = b""
    records: int = 0
    failure: str | None = None


Work = Callable[[str, Task], Outcome]


def gather(places: Sequence[str]) -> tuple[list[str], list[ReadingError]]:
    """The files of all places (files, folders with everything below them, glob patterns), sorted, each once.

    A file that is reached in two ways keeps the first of its names in that order.

    A place that gives no file comes back as an error.
    """
    paths: dict[str, str] = {}
    failures = []
    for place in places:
        try:
            for path in _files(place):
                known = os.path.abspath(path)
                paths[known] = min(path, paths.get(known, path))
        except ReadingError as error:
            failures.append(error)
    return sorted(paths.values()), failures


def _files(place: str) -> list[str]:
    if os.path.isdir(place):
        found = [str(path) for path in Path(place).rglob("*") if path.suffix.lower() in SUFFIXES and _is_text(path)]
        return _some(found, place, "no .txt or .html file in it", "name a folder that holds articles")
    if os.path.exists(place):
        return [place]
    if glob.has_magic(place):
        found = [path for path in glob.glob(place, recursive=True) if os.path.isfile(path)]
        return _some(found, place, "no file matches", "check the pattern")
    raise ReadingError(place, "does not exist", "check the path")


def _is_text(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")


def _some(found: list[str], place: str, cause: str, remedy: str) -> list[str]:
    if not found:
        raise ReadingError(place, cause, remedy)
    return found


def outcomes(paths: Iterable[str], task: Task, jobs: int, work: Work | None = None) -> Iterator[Outcome]:
    """One outcome a path, in the order given, whatever the number of workers; ``work`` is ``extract_file``.

    A file whose worker dies is tried again in a worker of its own and, where that one dies too, named and passed over.
    """
    left = iter(paths)
    waiting: deque[tuple[str, Future[Outcome] | None]] = deque()
    pool = _pool(jobs)
    try:
        while True:
            for path in islice(left, jobs * AHEAD - len(waiting)):
                waiting.append((path, _submitted(pool, work or extract_file, path, task)))
            if not waiting:
                return
            outcome = _result(waiting[0][1])
            if outcome is not None:
                waiting.popleft()
                yield outcome
                continue
            pool.shutdown(wait=False)
            yield from _alone(waiting, task, work or extract_file)
            waiting.clear()
            pool = _pool(jobs)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _alone(waiting: Iterable[tuple[str, Future[Outcome] | None]], task: Task, work: Work) -> Iterator[Outcome]:
    """What was under way when a worker died: what is done is kept, the rest is run one file at a time."""
    for path, future in waiting:
        outcome = _result(future)
        if outcome is None:
            with _pool(1) as pool:
                outcome = _result(_submitted(pool, work, path, task))
        died = "the process that read it died; try it alone with 'jobextract parse'"
        yield outcome or Outcome(path, failure=died)


def _submitted(pool: ProcessPoolExecutor, work: Work, path: str, task: Task) -> Future[Outcome] | None:
    try:
        return pool.submit(work, path, task)
    except BrokenProcessPool:
        return None


def _result(future: Future[Outcome] | None) -> Outcome | None:
    """The outcome of the file, or None where its worker died."""
    try:
        return future.result() if future else None
    except BrokenProcessPool:
        return None


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Workers forked from a server that has loaded rules and model once (12 MB each, against 303 MB when spawned)."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["jobextract.warm"])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    """Ctrl-C reaches every process of the terminal; only the parent answers to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def extract_file(path: str, task: Task) -> Outcome:
    """Read one file and write its records in the form of the task; a file that cannot be read is a failure."""
    from .pipeline import extract

    try:
        result = extract(read_path(path), task.published, task.publisher, task.rules)
    except ReadingError as error:
        return Outcome(path, failure=f"{error.cause}; {error.remedy}")
    records = export.selected(result.records, task.kinds, task.statuses)
    return Outcome(path, export.encoded(records, task.form), len(records))
