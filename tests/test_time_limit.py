"""The last resort: what never ends is ended, in every command, and leaves nothing behind."""

from __future__ import annotations

import re
import signal
import threading
import time

import pytest
import regex

import jobextract
from jobextract import pipeline
from jobextract.time_limit import limited

ENDLESS = "a" * 40 + "b"


def endless() -> None:
    while True:
        time.sleep(0.001)


@pytest.mark.parametrize(
    "work",
    [endless, lambda: re.match(r"(a|a)*c", ENDLESS), lambda: regex.match(r"(?:a|aa|\w)*+c|(?:a|a)*c", ENDLESS)],
    ids=["python", "re", "regex"],
)
def test_what_never_ends_is_ended(work) -> None:
    with pytest.raises(TimeoutError, match=r"took longer than 0\.2 seconds"), limited(0.2):
        work()
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_a_thread_has_a_limit_too() -> None:
    caught: list[BaseException] = []

    def run() -> None:
        try:
            with limited(0.2):
                endless()
        except TimeoutError as error:
            caught.append(error)
        time.sleep(0.7)  # nothing comes later
        caught.append(ValueError())

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(300)
    assert [type(error) for error in caught] == [TimeoutError, ValueError]


def test_work_within_its_time_is_left_alone_and_so_is_the_timer_of_others() -> None:
    rung: list[int] = []
    earlier = signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        with limited(5):
            pass
        time.sleep(0.5)
    finally:
        signal.signal(signal.SIGALRM, earlier)
    assert rung == [1]


@pytest.mark.parametrize(("outer", "inner"), [(0.2, 5), (5, 0.2), (0.2, None)])
def test_of_two_limits_the_shorter_ends_the_work(outer, inner) -> None:
    with pytest.raises(TimeoutError, match=r"took longer than 0\.2 seconds"), limited(outer), limited(inner):
        endless()
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_who_catches_every_exception_does_not_catch_the_end() -> None:
    with pytest.raises(TimeoutError), limited(0.2):
        while True:
            try:
                endless()
            except Exception:
                continue


@pytest.mark.parametrize("seconds", [-1, float("nan"), float("inf")])
def test_what_is_no_number_of_seconds_is_refused(seconds) -> None:
    with pytest.raises(ValueError, match="time limit"):
        jobextract.extract("일자리 3개", timeout=seconds)


@pytest.fixture
def stuck(monkeypatch, tmp_path):
    """An article on which the step after decoding never ends."""
    article = tmp_path / "a.txt"
    article.write_text("한들시는 일자리 300개를 만들었다.\n", encoding="utf-8")
    monkeypatch.setattr(pipeline.tagger, "judge", lambda *_: endless())
    return article


def test_extract_has_a_limit(stuck) -> None:
    with pytest.raises(TimeoutError):
        jobextract.extract("일자리 3개", timeout=0.2)


@pytest.mark.parametrize("command", [["parse"], ["strip"], ["report", "-o", "-"]])
def test_every_command_has_a_limit(command, stuck, program) -> None:
    run = program(*command, stuck, "--timeout", "0.2")
    words = run.stderr.decode()
    assert run.returncode == 1 and "took longer than 0.2 seconds" in words and "Traceback" not in words


def test_the_explanation_of_a_text_has_a_limit(program, monkeypatch) -> None:
    from jobextract.inspection import explain

    monkeypatch.setattr(explain, "explain", lambda *_: endless())
    run = program("rules", "explain", "3개", "--timeout", "0.2")
    assert run.returncode == 1 and "took longer than 0.2 seconds" in run.stderr.decode()


def test_a_row_of_a_batch_of_arrow_has_a_limit(stuck) -> None:
    pa = pytest.importorskip("pyarrow")
    rows = pa.RecordBatch.from_pylist([{"id": "a", "text": "일자리 3개"}])
    [row] = [row for batch in jobextract.extract_batches([rows], timeout=0.2) for row in batch.to_pylist()]
    assert "took longer than 0.2 seconds" in row["error"]
