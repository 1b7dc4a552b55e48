"""Killed, interrupted, continued: a run that goes on gives the bytes of one that was left alone."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import corpus_rows as corpus
import pytest

from jobextract.batch import journal
from jobextract.io.atomic import WriteError

COUNT = 300
PATIENT = 900.0  # seconds after which a run hangs, on the busiest machine


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Enough articles that a run can be stopped in the middle, and one file that fails."""
    place = tmp_path_factory.mktemp("articles")
    for number in range(COUNT):
        text = corpus.TEXT.format(city=corpus.CITIES[number % 5], n=number % 9 + 1)
        (place / f"a{number:03}.txt").write_text(
            f"{text}\n문의 {number}건이 들어왔다고 밝혔다.\n" * 3, encoding="utf-8"
        )
    (place / "a150x.txt").write_bytes(b"%PDF-1.7 \0")
    return place


@pytest.fixture(scope="module")
def undisturbed(folder, tmp_path_factory) -> Path:
    """The output of a run that was left alone."""
    out = tmp_path_factory.mktemp("whole") / "out.jsonl"
    assert started(folder, out).wait(PATIENT) == 1
    return out


def started(folder: Path, out: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "jobextract", "batch", str(folder), "-o", str(out), "--jobs", "2", *options]
    return subprocess.Popen(command, stderr=subprocess.PIPE)


def done(out: Path) -> int:
    """About how many documents the journal of a run holds, by its size: another process is writing it."""
    journal = Path(f"{out}.journal-wal")
    return journal.stat().st_size // 15_000 if journal.exists() else 0


def stopped(folder: Path, out: Path, how: signal.Signals, after: int, *options: str) -> subprocess.Popen[bytes]:
    """A run stopped when it has done so much more than before."""
    run, goal, end = started(folder, out, *options), done(out) + after, time.monotonic() + PATIENT
    while run.poll() is None and done(out) < goal and time.monotonic() < end:
        time.sleep(0.01)
    os.kill(run.pid, how)
    return run


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_a_run_killed_twice_and_resumed_gives_the_bytes_of_an_undisturbed_one(
    suffix, folder, undisturbed, tmp_path
) -> None:
    out = tmp_path / f"out.{suffix}"
    assert stopped(folder, out, signal.SIGKILL, 40).wait(PATIENT) == -signal.SIGKILL
    assert not out.exists()
    assert stopped(folder, out, signal.SIGKILL, 40, "--resume").wait(PATIENT) == -signal.SIGKILL
    last = started(folder, out, "--resume")
    words = last.communicate(timeout=PATIENT)[1].decode()
    assert last.returncode == 1 and "of them done before" in words
    whole = undisturbed
    if suffix == "csv":
        whole = tmp_path / "whole.csv"
        started(folder, whole).wait(PATIENT)
    assert out.read_bytes() == whole.read_bytes()
    assert Path(f"{out}.errors.jsonl").read_bytes() == Path(f"{whole}.errors.jsonl").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir() if "whole" not in path.name) == [
        out.name,
        f"{out.name}.errors.jsonl",
    ]


def test_what_was_done_is_not_done_again(folder, undisturbed, tmp_path) -> None:
    out = tmp_path / "out.jsonl"
    stopped(folder, out, signal.SIGKILL, 60).wait(PATIENT)
    with sqlite3.connect(f"{out}.journal") as journal:
        [(held,)] = journal.execute("SELECT count(*) FROM outcomes")
    journal.close()
    words = started(folder, out, "--resume").communicate(timeout=PATIENT)[1].decode()
    assert held > 20
    assert f"{COUNT + 1} documents, {held} of them done before" in words


def test_a_changed_article_is_read_anew(tmp_path) -> None:
    articles = corpus.as_files(tmp_path / "files")
    out = tmp_path / "out.jsonl"
    run = started(articles, out)
    run.communicate(timeout=PATIENT)
    first = out.read_text(encoding="utf-8")
    assert run.returncode == 0 and "1천1백개" in first
    _as_if_killed(articles, out)
    path = articles / "a1.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("1천1백개", "7천7백개"), encoding="utf-8")
    words = started(articles, out, "--resume").communicate(timeout=PATIENT)[1].decode()
    assert "5 documents, 4 of them done before" in words
    assert "7천7백개" in out.read_text(encoding="utf-8")


def _as_if_killed(articles: Path, out: Path) -> None:
    """The journal of a run that ended, as a run leaves it that is killed just before its output gets its name."""
    from jobextract.batch import jobs, journal
    from jobextract.io.columns import Columns
    from jobextract.io.sources import documents, found

    out.unlink()
    version, rules = _version()
    base = jobs.fingerprint(jobs.Task("jsonl"), version, rules)
    with pytest.raises(KeyboardInterrupt), journal.opened(str(out)) as book:
        list(jobs.outcomes(documents(found([str(articles)]), Columns()), jobs.Task("jsonl"), 1, base=base, memory=book))
        raise KeyboardInterrupt


def _version() -> tuple[str, str]:
    from importlib.metadata import version

    from jobextract.rulebook.loader import load

    return f"{version('jobextract')} {version('kiwipiepy_model')}", load().digest


def test_ctrl_c_ends_with_130_and_the_run_can_go_on(folder, undisturbed, tmp_path) -> None:
    out = tmp_path / "out.jsonl"
    run = stopped(folder, out, signal.SIGINT, 40)
    words = run.communicate(timeout=PATIENT)[1].decode()
    assert run.returncode == 130 and "Traceback" not in words and "--resume" in words
    assert not out.exists()
    started(folder, out, "--resume").wait(PATIENT)
    assert out.read_bytes() == undisturbed.read_bytes()


def test_an_interrupted_run_is_not_overlooked(folder, tmp_path) -> None:
    out = tmp_path / "out.jsonl"
    stopped(folder, out, signal.SIGKILL, 40).wait(PATIENT)
    run = started(folder, out)
    words = run.communicate(timeout=PATIENT)[1].decode()
    assert run.returncode == 2
    assert (
        "an earlier run was interrupted after" in words and "add --resume to go on, or --force to begin anew" in words
    )


def test_two_runs_do_not_write_the_same_output(folder, undisturbed, tmp_path) -> None:
    out = tmp_path / "out.jsonl"
    first = started(folder, out)
    while not Path(f"{out}.journal").exists() or not done(out):
        time.sleep(0.02)
    second = started(folder, out, "--force")
    words = second.communicate(timeout=PATIENT)[1].decode()
    assert second.returncode == 2 and "another run is writing it" in words
    assert first.wait(PATIENT) == 1
    assert out.read_bytes() == undisturbed.read_bytes()


def test_a_finished_output_needs_no_resuming(folder, undisturbed) -> None:
    before = undisturbed.stat().st_mtime_ns
    run = started(folder, undisturbed, "--resume")
    words = run.communicate(timeout=PATIENT)[1].decode()
    assert run.returncode == 0 and "finished already, nothing to resume" in words
    assert undisturbed.stat().st_mtime_ns == before


def test_a_stream_cannot_be_resumed(folder, program) -> None:
    run = program("batch", folder, "-o", "-", "--resume")
    assert run.returncode == 2 and "cannot be resumed" in run.stderr.decode()


def test_outcomes_are_packed_in_the_journal(tmp_path) -> None:
    from jobextract.batch import jobs, journal

    rows = '{"item":"일자리"}\n'.encode() * 400
    made = [jobs.Outcome(f"n{n}", rows, count=400, key=bytes([n])) for n in range(50)]
    with journal.opened(str(tmp_path / "out.jsonl")) as book:
        book.keep(made)
        size = sum(part.stat().st_size for part in tmp_path.glob("out.jsonl.journal*"))
        assert size < sum(len(one.records) for one in made) / 4
        book.held = len(made)
        places = [book.known(one.key) for one in made]
        assert [book.recall(place) for place in places if place] == made and book.known(b"other") is None
        book.keep(made)  # a document that is given twice and read twice leaves its outcome where it is known to be
        assert [book.place(one.key) for one in made] == places


def test_a_disk_that_is_full_when_a_run_begins_anew_is_told(tmp_path) -> None:
    class Full:
        """Stands in for a connection whose disk has no room for what is deleted."""

        def execute(self, statement: str, *rest: object) -> object:
            if statement.startswith("DELETE"):
                raise sqlite3.OperationalError("database or disk is full")
            return held.execute(statement, *rest)

    with journal.opened(str(tmp_path / "a.jsonl")) as earlier:
        held, earlier._connection = earlier._connection, Full()
        with pytest.raises(WriteError) as told:
            earlier.forget()
        assert told.value.remedy == "free some space"
        earlier._connection = held


def test_a_journal_that_finds_no_room_leaves_nothing_behind(tmp_path, monkeypatch) -> None:
    def full(path, **named):
        path.touch()
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(journal.sqlite3, "connect", full)
    with pytest.raises(WriteError, match="full"), journal.opened(str(tmp_path / "a.jsonl")):
        pass
    assert list(tmp_path.iterdir()) == []
