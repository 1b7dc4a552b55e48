"""What the tasks of Spark say beside their rows: the failures gather on the driver, and go out in tables."""

from __future__ import annotations

import pickle

import pytest

pa = pytest.importorskip("pyarrow")
from jobextract.batch import side_channel
from jobextract.batch.side_channel import Gathering, Spool


def test_failures_of_tasks_come_out_in_tables_of_a_size(monkeypatch) -> None:
    monkeypatch.setattr(side_channel, "AT_ONCE", 2)
    spool, param = Spool(), pickle.loads(pickle.dumps(Gathering()))
    for task in ([("a", "is null; fill it in")], [(None, "줄\n바꿈")], [], [("c", "x")]):
        held = param.zero(spool)
        for failure in task:
            held = param.addInPlace(held, [failure])
        assert param.addInPlace(spool, held) is spool
    assert spool.count == 3
    assert [table.to_pylist() for table in spool.tables()] == [
        [{"source": "a", "error": "is null; fill it in"}, {"source": None, "error": "줄\n바꿈"}],
        [{"source": "c", "error": "x"}],
    ]


def test_without_failures_there_is_a_table_without_rows() -> None:
    [table] = Spool().tables()
    assert table.num_rows == 0 and table.schema == side_channel.ERRORS


def test_rows_of_a_batch_are_counted_and_failures_go_aside() -> None:
    from jobextract.batch import arrow, spark
    from jobextract.batch.jobs import Task
    from jobextract.io.columns import Document

    class Accumulator:
        def __init__(self, value, add) -> None:
            self.value, self._add = value, add

        def add(self, term) -> None:
            self.value = self._add(self.value, term)

    aside = spark.Aside(Accumulator([], Gathering().addInPlace), Accumulator(0, int.__add__))
    text = "한들시는 일자리 300개를 만들었다. 예산은 3억원이다."
    documents = [Document("a", text), Document("b", failure="is null; fill it in"), Document("c", text)]
    made = list(spark._wanted(arrow.extract_documents(documents), Task("jsonl", kinds=frozenset({"money"})), aside))
    rows = [row for batch in made for row in batch.to_pylist()]
    assert [(row["source"], row["text"]) for row in rows] == [("a", "3억원"), ("c", "3억원")]
    assert (aside.failures.value, aside.records.value) == ([("b", "is null; fill it in")], 2)
    assert all(batch.schema == made[0].schema and "error" not in batch.schema.names for batch in made)
