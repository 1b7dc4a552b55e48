"""Worker processes: jobs in, results out in the order of the jobs, with bounded queues, replacement and a time limit.

Workers are forked from a server that has loaded rules and model once (12 MB each, against 303 MB when spawned). Each
holds one chunk of jobs at a time and answers job by job, so that what killed it, or holds it up, is known by name.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any

from .order import Order

CHUNK = 16  # jobs handed to a worker at once
HEAVY = 1 << 18  # bytes of input that make a chunk full before it has so many jobs
AHEAD = 8  # chunks, for each worker, that may be done before the one whose turn it is
TRIES = 3
STARTS = 8
FAR = 1 << 22  # jobs, settled or done and kept, that the next to be given may be before the one whose turn it is
LOOKED = 2048  # jobs that may be found settled before what is ready goes out and workers are listened to
BREATH = 64  # results that go out before that
HELD = 1 << 27  # bytes of input that may be on their way at once, before the one whose turn it is has come back
SLACK = 10.0  # seconds after its time that a worker ends itself where the parent, which should, has gone
READY = "ready"
DIED = "the process that read it died, and so did two more"


class WorkerError(Exception):
    """Worker processes cannot be started."""


class _Ticket:
    """A job with its place in the order, its size and the number of workers that it has cost."""

    __slots__ = ("deaths", "job", "number", "size")

    def __init__(self, number: int, job: Any) -> None:
        self.number, self.job, self.deaths, self.size = number, job, 0, len(job.document.data)


class _Worker:
    """One process, the connection to it and the jobs that it has not answered yet, the one it is at first."""

    def __init__(self, context: Any, work: Callable[[Any], Any], limit: float | None) -> None:
        self.connection, theirs = context.Pipe()
        try:
            self.process = context.Process(target=serve, args=(theirs, work, limit), daemon=True)
            self.process.start()
        except BaseException:
            self.connection.close()
            raise
        finally:
            theirs.close()
        self.ready = False
        self.chunk: deque[_Ticket] = deque()
        self.since = 0.0

    def give(self, chunk: deque[_Ticket]) -> None:
        """Hand over a chunk. A worker that has died in the meantime shows when it is next waited for."""
        self.chunk, self.since = chunk, time.monotonic()
        with suppress(OSError):
            self.connection.send([ticket.job for ticket in chunk])

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


def serve(connection: Connection, work: Callable[[Any], Any], limit: float | None) -> None:
    """The life of a worker: chunks in, one answer a job out, until the parent has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers to Ctrl-C, which reaches every process
    with suppress(EOFError, OSError):
        connection.send(READY)
        while True:
            for job in connection.recv():
                if limit and hasattr(signal, "setitimer"):
                    signal.setitimer(signal.ITIMER_REAL, limit + SLACK)
                connection.send(work(job))


@contextmanager
def _deaf() -> Iterator[None]:
    """What is started meanwhile never hears Ctrl-C, which reaches every process of a terminal: the parent answers to it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # which, when it starts, lets the signal through again
    earlier = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, earlier)


class Crew:
    """So many workers doing the same work.

    ``settled`` gives the result of a job that needs no worker, or None. ``lost`` makes the result of a job that has killed
    three workers or taken longer than ``limit`` seconds. ``keep`` is told what has come from the workers, as it comes;
    ``place`` says where it has put a result, None where it has not: one that comes long before its turn is held as that.
    """

    def __init__(
        self,
        work: Callable[[Any], Any],
        size: int,
        limit: float | None,
        settled: Callable[[Any], Any],
        lost: Callable[[Any, str], Any],
        keep: Callable[[list[Any]], None],
        place: Callable[[Any], int | None] = lambda result: None,
    ) -> None:
        self._work, self._size, self._limit = work, size, limit
        self._settled, self._lost, self._keep, self._place = settled, lost, keep, place
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["jobextract.batch.preload"])
        self._workers: list[_Worker] = []
        self._again: deque[deque[_Ticket]] = deque()
        self._order = Order()
        self._dry = False
        self._drawn = self._asked = self._given = self._failed_starts = self._held = 0

    def results(self, jobs: Iterable[Any]) -> Iterator[Any]:
        """One result a job, in their order."""
        supply = self._chunks(iter(jobs))
        try:
            while True:
                yield from self._ready()
                self._hire()
                self._assign(supply)
                if self._dry and self._order.turn == self._drawn:
                    return
                self._hire()
                self._listen()
        finally:
            for worker in self._workers:
                worker.end()

    def _ready(self) -> Iterator[Any]:
        """What may go out; where it is much, a part of it, for the workers are not to wait."""
        given = 0
        while self._order.is_ready() and (given < BREATH or len(self._order) > CHUNK * AHEAD):
            given += 1
            yield self._order.take()

    def _chunks(self, jobs: Iterator[Any]) -> Iterator[deque[_Ticket]]:
        """Chunks of jobs that need a worker; what needs none is done at once. An empty chunk gives way to the results."""
        chunk: deque[_Ticket] = deque()
        weight = looked = 0
        for job in jobs:
            number, self._drawn = self._drawn, self._drawn + 1
            result = self._settled(job)
            if result is not None:
                self._order.put(number, result)
                looked += 1
                if looked >= LOOKED or len(self._order) > CHUNK * AHEAD:
                    yield chunk
                    chunk, weight, looked = deque(), 0, 0
                continue
            ticket = _Ticket(number, job)
            self._asked += 1
            chunk.append(ticket)
            weight += ticket.size
            self._held += ticket.size
            if len(chunk) == CHUNK or weight > HEAVY:
                yield chunk
                chunk, weight, looked = deque(), 0, 0
        self._dry = True
        yield chunk

    def _assign(self, supply: Iterator[deque[_Ticket]]) -> None:
        """Give every idle worker a chunk, as far as the order allows."""
        for worker in [worker for worker in self._workers if worker.ready and not worker.chunk]:
            while not worker.chunk:
                if self._again:
                    worker.give(self._again.popleft())
                    break
                chunk = None if self._is_far() else next(supply, None)
                if chunk is None:
                    return
                if chunk:
                    self._given += 1
                    worker.give(chunk)
                elif self._order.is_ready():
                    return

    def _is_far(self) -> bool:
        """Whether enough is on its way, or waits for its turn."""
        waiting = self._asked + len(self._order) >= CHUNK * AHEAD * self._size
        return waiting or self._held >= HELD or self._drawn - self._order.turn >= FAR

    def _hire(self) -> None:
        """Start workers, never more than chunks and the one for the next; what the first reads first may take long."""
        while len(self._workers) < min(self._size, self._given + (not self._dry)):
            self._workers.append(self._started())

    def _started(self) -> _Worker:
        """A new worker; the server that forks it is started anew where it has died. Raises WorkerError."""
        for patience in range(STARTS):
            try:
                with _deaf():
                    return _Worker(self._context, self._work, self._limit)
            except (OSError, EOFError) as error:
                cause = error
            time.sleep(patience / 5)  # until a server that was killed is gone it is not replaced
        raise WorkerError(
            f"worker processes cannot be started ({cause}); check the memory that is left and 'ulimit -u'"
        )

    def _listen(self) -> None:
        """Wait for answers, deaths, or the time when a job is late."""
        wait([worker.connection for worker in self._workers], 0.0 if self._order.is_ready() else self._patience())
        fresh: dict[int, Any] = {}
        for worker in list(self._workers):
            if not self._heard(worker, fresh):
                self._bury(worker)
            elif self._is_late(worker):
                self._stop(worker)
        if fresh:
            self._keep(list(fresh.values()))
        for number, result in fresh.items() if len(self._order) * 2 > CHUNK * AHEAD * self._size else ():
            self._order.put(number, self._place(result) or result)

    def _patience(self) -> float | None:
        """Seconds until the first job is late, or None where none can be."""
        since = [worker.since for worker in self._workers if worker.chunk]
        return max(0.0, min(since) + self._limit - time.monotonic()) if self._limit and since else None

    def _heard(self, worker: _Worker, fresh: dict[int, Any]) -> bool:
        """Take all that a worker has said; false where it has died, be it in the middle of an answer."""
        try:
            while worker.connection.poll():
                self._take(worker, worker.connection.recv(), fresh)
        except (EOFError, OSError):
            return False
        return True

    def _take(self, worker: _Worker, answer: Any, fresh: dict[int, Any]) -> None:
        worker.since = time.monotonic()
        if isinstance(answer, str):
            worker.ready, self._failed_starts = True, 0
            return
        ticket = self._answered(worker)
        self._order.put(ticket.number, answer)
        fresh[ticket.number] = answer

    def _bury(self, worker: _Worker) -> None:
        """A worker has died: what it was at is suspect, the rest of its chunk goes to another."""
        self._workers.remove(worker)
        worker.end()
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts == STARTS:
                cause = "worker processes die as soon as they start"
                raise WorkerError(f"{cause}; check the memory that is left and 'ulimit -u'")
        if worker.chunk:
            suspect = worker.chunk[0]
            suspect.deaths += 1
            if suspect.deaths == TRIES:
                self._give_up(worker, DIED)
            self._again.append(worker.chunk)
            self._drop_empty()

    def _is_late(self, worker: _Worker) -> bool:
        return bool(self._limit and worker.chunk and time.monotonic() - worker.since > self._limit)

    def _stop(self, worker: _Worker) -> None:
        """A job takes too long: it is given up, the rest of the chunk goes to another worker."""
        self._workers.remove(worker)
        worker.end()
        self._give_up(worker, f"took longer than {self._limit:g} seconds (--timeout)")
        self._again.append(worker.chunk)
        self._drop_empty()

    def _give_up(self, worker: _Worker, cause: str) -> None:
        ticket = self._answered(worker)
        self._order.put(ticket.number, self._lost(ticket.job, cause))

    def _answered(self, worker: _Worker) -> _Ticket:
        """The job that a worker is through with, or given up at."""
        ticket = worker.chunk.popleft()
        self._held -= ticket.size
        self._asked -= 1
        return ticket

    def _drop_empty(self) -> None:
        self._again = deque(chunk for chunk in self._again if chunk)
