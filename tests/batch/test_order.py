"""What is done is only looked up until its turn has come: it holds up no document that is not, and takes no room."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from jobextract.batch import workers
from jobextract.batch.jobs import Job, Outcome, Task, outcomes
from jobextract.batch.order import BEHIND, Order
from jobextract.io.columns import Document


class Kept:
    """Stands in for a journal: outcomes in a list; ``recalled`` counts those that were unpacked."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []
        self.places: dict[bytes, int] = {}
        self.recalled = 0

    def known(self, key: bytes) -> int | None:
        return self.places.get(key)

    place = known

    def recall(self, place: int) -> Outcome:
        self.recalled += 1
        return self.outcomes[place - 1]

    def keep(self, done: list[Outcome]) -> None:
        for one in done:
            self.outcomes.append(one)
            self.places[one.key] = len(self.outcomes)


def named(job: Job) -> Outcome:
    """Stands in for the extraction; ``slow`` is not done before ``last`` is, a thousand documents behind it."""
    kind, _, flag = job.document.name.partition(":")
    if kind == "last":
        Path(flag).touch()
    for _ in range(60_000 if kind == "slow" else 0):
        if Path(flag).exists():
            break
        time.sleep(0.01)
    else:
        return Outcome(job.document.name, failure="stood still; -" if kind == "slow" else None, key=job.key)
    return Outcome(job.document.name, b"x", count=1, key=job.key)


def made(names: list[str], memory: Kept) -> list[str]:
    stream = outcomes([Document(name, "x") for name in names], Task("jsonl"), 2, memory=memory, work=named)
    return [one.name for one in stream if one.failure is None]


def test_a_new_document_does_not_wait_until_all_that_is_done_is_written(monkeypatch) -> None:
    monkeypatch.setattr(workers, "LOOKED", 500)
    memory = Kept()
    names = [f"d{n}" for n in range(5_000)]
    memory.keep([Outcome(name, b"x", count=1, key=key) for name, key in zip(names, keys(names), strict=True)])
    drawn: list[int] = []

    def documents():
        yield from (Document(name, "x") for name in names)
        drawn.append(memory.recalled)
        yield Document("new", "x")

    stream = outcomes(documents(), Task("jsonl"), 2, memory=memory, work=named)
    assert [one.name for one in stream] == [*names, "new"]
    assert drawn[0] < 1_000 and memory.recalled == 5_000


def keys(names: list[str]) -> list[bytes]:
    from jobextract.batch.jobs import keyed

    return [keyed(Document(name, "x"), b"") for name in names]


def test_a_slow_document_holds_up_no_worker_and_no_room(tmp_path) -> None:
    names = [f"slow:{tmp_path / 'flag'}", *(f"d{n}" for n in range(1_000)), f"last:{tmp_path / 'flag'}"]
    memory = Kept()
    assert made(names, memory) == names
    assert memory.recalled > 500, "what waited was held whole"


@pytest.mark.parametrize("behind", [0, BEHIND + 9])
def test_results_come_out_by_their_number(behind) -> None:
    order = Order()
    for number in range(behind):
        order.put(number, number + 1)
        assert order.take() == number + 1
    order.put(behind + 3, 7)
    order.put(behind + 2, "a")
    assert not order.is_ready() and len(order) == 1
    order.put(behind, 9)
    order.put(behind + 1, "b")
    order.put(behind + 1, 8)
    assert len(order) == 1
    assert [order.take() for _ in range(4)] == [9, 8, "a", 7]
    assert not order.is_ready() and len(order) == 0


def test_a_place_takes_less_than_ten_bytes() -> None:
    order = Order()
    for number in range(100_000):
        order.put(number, number + 1)
    assert sys.getsizeof(order._places) < 1_000_000
