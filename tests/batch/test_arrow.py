"""Arrow batches of articles in, Arrow batches of records out."""

from __future__ import annotations

import corpus_rows as corpus
import pytest

import jobextract

pa = pytest.importorskip("pyarrow")

from jobextract.batch import arrow
from jobextract.io import records


def batches(rows: list[dict], size: int = 2) -> list[pa.RecordBatch]:
    return pa.Table.from_pylist(rows).to_batches(max_chunksize=size)


def out(rows: list[dict], **options) -> list[dict]:
    return [row for batch in jobextract.extract_batches(batches(rows), **options) for row in batch.to_pylist()]


def test_every_batch_has_the_declared_schema() -> None:
    good = {"id": "a", "text": "한들시는 일자리 300개를 만들었다."}
    made = list(jobextract.extract_batches(batches([good, {"id": "b", "text": None}, good], 1)))
    assert len(made) == 3 and all(batch.schema.equals(arrow.SCHEMA) for batch in made)
    assert arrow.SCHEMA.names == [*records.FIELDS, "error"]


def test_the_records_are_those_of_extract(tmp_path) -> None:
    articles = corpus.rows(tmp_path)
    expected = []
    for row in articles:
        source = jobextract.read_bytes(row["text"].encode(), row["id"])
        expected += [
            {name: getattr(record, name) for name in records.FIELDS} for record in jobextract.extract(source).records
        ]
    assert out(articles) == [row | {"error": None} for row in expected]


def test_date_title_and_url_of_the_row_reach_the_record() -> None:
    row = {
        "text": "한들시는 올해 일자리 400개를 만들 계획이다.",
        "date": "20240206",
        "title": "새 일터",
        "url": "news/7",
    }
    [record] = out([row])
    assert (record["source"], record["published"], record["title"], record["year"]) == (
        "news/7",
        "2024-02-06",
        "새 일터",
        2024,
    )


def test_a_row_without_a_name_is_named_by_its_text() -> None:
    [record] = out([{"text": "한들시는 일자리 300개를 만들었다."}])
    assert record["source"] == record["id"].partition(":")[0]


def test_a_bad_row_is_a_row_with_its_error_in_its_place(monkeypatch) -> None:
    from jobextract import pipeline

    whole = pipeline.extract

    def failing(source, *rest):
        if "고장" in source.text:
            raise RecursionError("too deep")
        return whole(source, *rest)

    monkeypatch.setattr(pipeline, "extract", failing)
    good = "한들시는 일자리 300개를 만들었다."
    rows = [
        {"id": "a", "text": good},
        {"id": "b", "text": None},
        {"id": "c", "text": "고장"},
        {"id": "d", "text": good},
    ]
    made = out(rows)
    assert [(row["source"], row["text"]) for row in made] == [("a", "300개"), ("b", None), ("c", None), ("d", "300개")]
    assert made[1]["error"] == "column 'text' is null; fill it in or leave the row out"
    assert "RecursionError: too deep" in made[2]["error"]


def test_a_batch_without_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no column of text among id, words"):
        out([{"id": "a", "words": "일자리 3개"}])


def test_empty_batches_are_let_through() -> None:
    assert out([{"id": "a", "text": ""}]) == []
    assert list(jobextract.extract_batches(iter(()))) == []


def test_published_overrides_the_row() -> None:
    [record] = out([{"text": "올해 일자리 400개를 만든다고 밝혔다.", "date": "20240206"}], published="2023-01-05")
    assert (record["published"], record["year"]) == ("2023-01-05", 2023)
