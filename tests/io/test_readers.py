"""Corpora: every form gives the records of the files, columns are found, and bad rows and files are named."""

from __future__ import annotations

import gzip
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import corpus_rows as corpus
import pytest

from jobextract.io import columns
from jobextract.io.columns import Columns, moment
from jobextract.io.sources import documents, found
from jobextract.page.decode import ReadingError


@pytest.fixture
def expected(tmp_path, program) -> bytes:
    """The records of the small corpus as files."""
    run = program("batch", corpus.as_files(tmp_path / "files"), "-o", "-")
    assert run.returncode == 0 and len(run.stdout.splitlines()) > 20
    return run.stdout


@pytest.fixture
def articles(tmp_path) -> list[dict[str, str]]:
    return corpus.rows(tmp_path / "files")


def read(path: Path, asked: Columns | None = None) -> list[columns.Document]:
    return list(documents([str(path)], asked or Columns()))


@pytest.mark.parametrize(
    ("name", "library"),
    [
        ("c.jsonl", ""),
        ("c.jsonl.gz", ""),
        ("c.jsonl.zst", "zstandard"),
        ("c.csv", ""),
        ("c.parquet", "pyarrow"),
        ("c.xlsx", "openpyxl"),
    ],
)
def test_a_corpus_gives_the_records_of_the_same_texts_as_files(
    name, library, tmp_path, articles, expected, program
) -> None:
    if library:
        pytest.importorskip(library)
    kind = Path(name).suffixes[0].lstrip(".")
    place = getattr(corpus, f"as_{kind}")(tmp_path / name, articles)
    run = program("batch", place, "-o", "-")
    assert run.returncode == 0, run.stderr.decode()
    assert run.stdout == expected


def test_json_lines_on_standard_input_are_a_corpus(tmp_path, articles, expected, program) -> None:
    data = corpus.as_jsonl(tmp_path / "c.jsonl", articles).read_bytes()
    assert program("batch", "-", "-o", "-", input=data).stdout == expected


def test_text_on_standard_input_is_one_article(articles, program) -> None:
    run = program("batch", "-", "-o", "-", input=articles[0]["text"].encode())
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    assert {row["source"] for row in rows} == {"-"}
    assert "1천1백개" in {row["text"] for row in rows}


@pytest.mark.parametrize("place", ["list.txt", "-"])
def test_paths_come_from_a_list(place, tmp_path, articles, expected, program) -> None:
    data = "".join(f"{row['id']}\r\n" for row in articles).encode()
    (tmp_path / "list.txt").write_bytes(data)
    listed = place if place == "-" else tmp_path / place
    assert program("batch", "--files-from", listed, "-o", "-", input=data).stdout == expected


def test_packed_articles_are_read(tmp_path, program) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress("한들시는 일자리 300개를 만들었다.\n".encode()))
    run = program("batch", tmp_path, "-o", "-")
    assert [json.loads(line)["text"] for line in run.stdout.splitlines()] == ["300개"]


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        (
            ["뉴스 식별자", "일자", "언론사", "기고자", "제목", "본문", "URL"],
            ["본문", "뉴스 식별자", "일자", "제목", "언론사", "기고자", "URL"],
        ),
        (["url", "content"], ["content", "url"]),
        (["ID", "Text", "Published At"], ["Text", "ID", "Published At"]),
        (["id", "url", "body", "text"], ["text", "id", "url"]),
    ],
)
def test_the_usual_columns_are_found(header, chosen) -> None:
    assert set(columns.choose(header, Columns(), "c.csv").values()) == set(chosen), "the address is carried through"


def test_columns_that_are_named_are_taken(tmp_path) -> None:
    rows = [{"key": "7", "story": "일자리 3개", "day": "20240206", "head": "제목", "text": "다른 것"}]
    path = corpus.as_jsonl(tmp_path / "c.jsonl", rows)
    [one] = read(path, Columns("story", "key", "day", "head"))
    assert (one.name, one.data, one.published, one.title) == ("7", "일자리 3개", "2024-02-06", "제목")


def test_title_date_and_press_of_the_columns_reach_the_record(tmp_path, program) -> None:
    pytest.importorskip("openpyxl")
    row = {
        "뉴스 식별자": "01100101.20240206",
        "일자": 20240206,
        "언론사": "한들신문",
        "기고자": "강민서",
        "제목": "새 일터",
    }
    path = corpus.as_xlsx(tmp_path / "news.xlsx", [row | {"본문": "한들시는 올해 일자리 400개를 만들 계획이다."}])
    [record] = [json.loads(line) for line in program("batch", path, "-o", "-").stdout.splitlines()]
    fields = ("source", "published", "publisher", "reporter", "title", "text", "year")
    assert [record[name] for name in fields] == [
        "01100101.20240206",
        "2024-02-06",
        "한들신문",
        "강민서",
        "새 일터",
        "400개",
        2024,
    ]


def test_a_row_without_an_id_is_named_by_its_place(tmp_path) -> None:
    path = corpus.as_csv(tmp_path / "c.csv", [{"text": "일자리 3개"}, {"text": "일자리 4개"}])
    assert [one.name for one in read(path)] == [f"{path}:1", f"{path}:2"]


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("cp949", ","), ("utf-8", ";"), ("utf-8", "\t"), ("utf-8-sig", ",")]
)
def test_csv_of_excel_is_read_whatever_charset_and_delimiter(tmp_path, encoding, delimiter) -> None:
    rows = [{"본문": "일자리 3개,\n4개; 5개", "url": "u1"}]
    [one] = read(corpus.as_csv(tmp_path / "c.csv", rows, encoding, delimiter))
    assert (one.name, one.data) == ("u1", "일자리 3개,\n4개; 5개")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (20240206, "2024-02-06"),
        ("2024.02.06 09:10", "2024-02-06T09:10"),
        ("20240206091000", "2024-02-06T09:10"),
        (datetime(2024, 2, 6), "2024-02-06"),
        (datetime(2024, 2, 5, 20, 0, tzinfo=UTC), "2024-02-06T05:00"),
        ("2024-02-06 09:10:59", "2024-02-06T09:10:59"),
        ("2024-02-05T20:00:00Z", "2024-02-06T05:00"),
        ("어제", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_of_a_row_is_korean_time(cell, day) -> None:
    assert moment(cell) == day


def failures(path: Path) -> dict[str, str]:
    return {one.name: one.failure for one in read(path) if one.failure}


def test_bad_rows_are_named_and_the_others_read(tmp_path) -> None:
    path = tmp_path / "c.jsonl"
    lines = (
        '{"id":"a","text":"일자리 3개"}',
        "null",
        '{"id":"b","text":null}',
        '{"id":"c","text":7}',
        "{",
        '{"id":"d"}',
    )
    path.write_text("\n".join((*lines, '{"id":"e","text":"일자리 4개"}')), encoding="utf-8")
    assert [one.name for one in read(path) if not one.failure] == ["a", "e"]
    found = failures(path)
    assert list(found) == [f"{path}:2", f"{path}:3 (b)", f"{path}:4 (c)", f"{path}:5", f"{path}:6"]
    assert "is null" in found[f"{path}:3 (b)"] and "no text (int)" in found[f"{path}:4 (c)"]


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet", "xlsx"])
def test_a_corpus_without_text_says_which_columns_it_has(form, tmp_path, program) -> None:
    if form in ("parquet", "xlsx"):
        pytest.importorskip({"parquet": "pyarrow", "xlsx": "openpyxl"}[form])
    path = getattr(corpus, f"as_{form}")(tmp_path / f"c.{form}", [{"number": "1", "words": "일자리 3개"}])
    run = program("batch", path, "-o", tmp_path / "out.jsonl")
    assert run.returncode == 1
    assert f"{path}: no column of text among number, words; name it with --text-column" in run.stderr.decode()


def test_a_column_that_is_not_there_is_named(tmp_path) -> None:
    path = corpus.as_csv(tmp_path / "c.csv", [{"text": "일자리 3개"}])
    with pytest.raises(ReadingError, match="no column 'body' among text; name one of them with --text-column"):
        columns.choose(["text"], Columns(text="body"), str(path))


def test_a_broken_gzip_gives_what_stands_before_the_damage(tmp_path, articles, program) -> None:
    path = corpus.as_jsonl(tmp_path / "c.jsonl.gz", [row | {"text": row["text"] * 3000} for row in articles])
    path.write_bytes(path.read_bytes()[:-40])
    found = read(path)
    assert len(found) > 1 and "damaged or cut off" in found[-1].failure
    (tmp_path / "no.jsonl.gz").write_bytes(b"{}")
    assert "damaged or cut off" in read(tmp_path / "no.jsonl.gz")[0].failure


def test_parquet_of_other_types_and_no_parquet_are_told(tmp_path) -> None:
    pytest.importorskip("pyarrow")
    [wrong] = read(corpus.as_parquet(tmp_path / "c.parquet", [{"text": 3}]))
    assert wrong.failure == "column 'text' holds int64, no text; name the text with --text-column"
    (tmp_path / "no.parquet").write_bytes(b"PAR0")
    assert "is no Parquet that can be read" in read(tmp_path / "no.parquet")[0].failure


def test_a_row_of_ten_megabytes_is_one_document(tmp_path) -> None:
    text = "일자리가 늘었다고 한다. " * 400_000
    for path in (
        corpus.as_csv(tmp_path / "c.csv", [{"text": text}]),
        corpus.as_jsonl(tmp_path / "c.jsonl", [{"text": text}]),
    ):
        [one] = read(path)
        assert one.data == text and len(text.encode()) > 10_000_000


def test_what_an_extra_is_missing_for_is_told(tmp_path, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    (tmp_path / "c.xlsx").write_bytes(b"")
    assert read(tmp_path / "c.xlsx")[0].failure == "openpyxl is not installed; pip install 'jobextract[excel]'"


def test_a_table_in_partitions_is_read_part_by_part(tmp_path) -> None:
    pytest.importorskip("pyarrow")
    table = tmp_path / "news.parquet"
    for day in ("day=1", "day=2"):
        (table / day).mkdir(parents=True)
        corpus.as_parquet(table / day / "part-0.parquet", [{"id": day, "text": "일자리 3개"}])
    (table / "_SUCCESS").touch()
    (table / "day=1" / "other.txt").write_text("일자리 4개", encoding="utf-8")
    assert [one.name for one in documents(found([str(table)]), Columns())] == ["day=1", "day=2"]
