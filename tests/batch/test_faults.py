"""A worker that dies in the middle of an answer, a server of workers that dies, a worker that outlives the parent."""

from __future__ import annotations

import os
import signal
import struct
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from jobextract.batch import workers
from jobextract.batch.jobs import Job, Outcome, Task, outcomes
from jobextract.io.columns import Document


def torn(job: Job) -> Outcome:
    """Stands in for the extraction: some documents kill their worker while it sends, once or always, or its server."""
    kind, _, flag = job.document.name.partition(":")
    first = not flag or not Path(flag).exists()
    if flag and first:
        Path(flag).touch()
    if kind == "torn" and first:
        connection = sys._getframe(1).f_locals["connection"]
        os.write(connection.fileno(), struct.pack("!i", 1 << 20) + b"the beginning of an answer")
        os._exit(1)
    if kind == "server" and first:
        os.kill(os.getppid(), signal.SIGKILL)
        os._exit(1)
    return Outcome(job.document.name, b"x" * (1 << 20 if kind == "large" else 1), count=1)


def done(names: list[str], jobs: int = 2) -> list[Outcome]:
    return list(outcomes([Document(name, "x") for name in names], Task("jsonl"), jobs, work=torn))


def test_a_worker_that_dies_while_it_sends_costs_no_document(tmp_path) -> None:
    names = ["a", f"torn:{tmp_path / 'flag'}", "large", *(f"b{n}" for n in range(20))]
    made = done(names)
    assert [one.name for one in made] == names and not any(one.failure for one in made)


def test_a_document_that_tears_every_answer_is_named() -> None:
    made = done(["a", "torn", "b"])
    assert [one.name for one in made if one.failure] == ["torn"]
    assert "the process that read it died" in (made[1].failure or "")


def test_the_server_of_the_workers_is_started_anew(tmp_path) -> None:
    names = [f"server:{tmp_path / str(n)}" for n in range(3)]
    made = done([*names, *(f"b{n}" for n in range(40))])
    assert [one.name for one in made if one.failure] == []
    assert len(made) == 43


def test_no_more_input_is_held_than_the_limit_says(monkeypatch) -> None:
    monkeypatch.setattr(workers, "HELD", 1000)
    drawn = 0

    def documents():
        nonlocal drawn
        for number in range(200):
            drawn += 1
            yield Document(f"d{number}", "x" * 600)

    stream = outcomes(documents(), Task("jsonl"), 2, work=torn)
    assert next(stream).name == "d0"
    assert drawn <= 3 * workers.CHUNK
    assert sum(1 for _ in stream) == 199


def endless(_: Job) -> Outcome:
    while True:
        time.sleep(0.01)


def test_a_worker_whose_parent_has_gone_ends_by_itself(monkeypatch) -> None:
    monkeypatch.setattr(workers, "SLACK", 0.2)
    child = os.fork()
    if not child:
        connection, _ = workers.multiprocessing.Pipe()
        connection.send = lambda _: None
        connection.recv = lambda: [None]
        workers.serve(connection, endless, 0.2)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGALRM


def test_what_the_server_loads_is_there() -> None:
    source = Path(workers.__file__).read_text(encoding="utf-8")
    assert 'set_forkserver_preload(["jobextract.batch.preload"])' in source
    assert find_spec("jobextract.batch.preload") is not None


@pytest.mark.parametrize("target", ["nowhere", "a.txt"])
def test_a_link_to_nothing_or_to_itself_is_named(target, tmp_path, program) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.txt").symlink_to(target)
    os.mkfifo(tmp_path / "files" / "b.txt")
    run = program("batch", tmp_path / "files", "-o", tmp_path / "out.jsonl", "--jobs", "1")
    words = run.stderr.decode()
    assert run.returncode == 1 and "a.txt: is a broken link" in words and "b.txt: is no regular file" in words


def test_the_server_and_the_workers_do_not_hear_ctrl_c() -> None:
    [made] = outcomes([Document("mask", "x")], Task("jsonl"), 1, work=mask)
    assert made.records == b"blocked"
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def mask(job: Job) -> Outcome:
    """Whether this worker is deaf to Ctrl-C, as the server is that it was forked from."""
    blocked = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    return Outcome(job.document.name, b"blocked" if blocked else b"heard")
