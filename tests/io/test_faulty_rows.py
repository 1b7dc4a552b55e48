"""Faults of rows, and files that are not what a command takes: each is named, and what can be read is read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from jobextract.io.columns import Columns, Document
from jobextract.io.corpora.sheet_rows import Torn, rows
from jobextract.io.passed_over import PassedOver
from jobextract.io.sources import documents, found

ARTICLE = "한들시는 올해 일자리 300개를 만든다고 9일 밝혔다."


def of_csv(path: Path, text: str) -> list[Document]:
    path.write_text(text, encoding="utf-8")
    return list(documents([str(path)], Columns()))


def test_a_quote_left_open_takes_no_other_row_with_it(tmp_path) -> None:
    text = 'id,text\n1,"열린 글\n2,"둘째 글"\n3,셋째\n'
    first, second, third = of_csv(tmp_path / "a.csv", text)
    assert first.failure and "quote" in first.failure
    assert [(one.name, one.data, one.failure) for one in (second, third)] == [
        ("2", "둘째 글", None),
        ("3", "셋째", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a,b\n1,"two\nlines, one cell"\n2,x\n', [["a", "b"], ["1", "two\nlines, one cell"], ["2", "x"]]),
        ('a,b\n1,"he said "yes" to it"\n2,x\n', [["a", "b"], ["1", 'he said yes" to it"'], ["2", "x"]]),
        ('a,b\n1,"said ""yes"""\n', [["a", "b"], ["1", 'said "yes"']]),
        ('a,b\n1,"open to the end\n', [["a", "b"], ["1", "open to the end\n"]]),
    ],
)
def test_cells_of_several_lines_and_stray_quotes_are_read_as_before(text: str, expected: list) -> None:
    found = list(rows(text.splitlines(keepends=True), ","))
    assert found == expected and not any(isinstance(row, Torn) for row in found)


def test_a_row_of_more_cells_than_names_is_named(tmp_path) -> None:
    text = f"id,text\n1,{ARTICLE},more\n2,{ARTICLE},,\n"
    first, second = of_csv(tmp_path / "a.csv", text)
    assert first.failure and "3 cells under 2 names" in first.failure
    assert second.failure is None


@pytest.mark.parametrize(
    ("cell", "is_told"), [("08/25/2024", True), ("2025-13-45", True), ("20240825", False), ("", False)]
)
def test_a_date_that_is_none_is_told_and_the_row_is_read(tmp_path, program, cell: str, is_told: bool) -> None:
    corpus = tmp_path / "c.jsonl"
    corpus.write_text(json.dumps({"id": "r1", "date": cell, "text": ARTICLE}, ensure_ascii=False), encoding="utf-8")
    [row] = documents([str(corpus)], Columns())
    assert row.failure is None and (row.note is not None) is is_told
    run = program("targets", corpus)
    assert run.returncode == 0 and ("is no date" in run.stderr.decode()) is is_told


def test_a_batch_does_not_read_its_own_output_as_articles(tmp_path, program) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    for name in ("o.jsonl", "o.csv"):
        assert program("batch", tmp_path / "a.txt", "-o", tmp_path / name, "--jobs", "1").returncode == 0
        run = program("batch", tmp_path / name, "-o", tmp_path / f"again-{name}", "--jobs", "1")
        assert run.returncode == 1 and "holds records" in run.stderr.decode()


@pytest.fixture
def mixed(tmp_path) -> Path:
    (tmp_path / "mixed").mkdir()
    (tmp_path / "mixed" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "mixed" / "b.txt.gz").write_bytes(gzip.compress(ARTICLE.encode()))
    row = json.dumps({"id": "r1", "date": "2024-08-25", "text": ARTICLE}, ensure_ascii=False)
    (tmp_path / "mixed" / "news.jsonl").write_text(row, encoding="utf-8")
    (tmp_path / "mixed" / "notes.md").write_text("3개", encoding="utf-8")
    (tmp_path / "mixed" / ".hidden").write_text("3개", encoding="utf-8")
    (tmp_path / "mixed" / "a.lines").write_text("B", encoding="utf-8")  # the labels of a.txt
    return tmp_path / "mixed"


def test_what_is_passed_over_in_a_folder_is_counted_and_its_corpora_are_named(mixed, program) -> None:
    passed = PassedOver()
    assert len(list(found([str(mixed)], passed))) == 2
    assert passed.kinds == {".jsonl": 1, ".md": 1}
    for command in (("batch", mixed, "-o", "-", "--jobs", "1"), ("targets", mixed)):
        said = program(*command).stderr.decode()
        assert "2 files of folders passed over" in said and "news.jsonl" in said and "notes.md" not in said
    korean = program("targets", mixed, "--lang", "ko").stderr.decode()
    assert "passed over" not in korean and "말뭉치" in korean


def test_a_packed_article_is_read_by_every_command_and_a_corpus_by_those_that_take_several(mixed, program) -> None:
    packed = program("parse", mixed / "b.txt.gz")
    assert packed.returncode == 0 and "300개" in packed.stdout.decode()
    assert program("strip", mixed / "b.txt.gz").stdout.decode().strip() == ARTICLE
    for command in ("parse", "strip", "label"):
        run = program(command, mixed / "news.jsonl")
        assert run.returncode == 1 and "jobextract batch" in run.stderr.decode()
    run = program("targets", mixed / "news.jsonl", "--plans", "--format", "csv")
    assert run.returncode == 0 and ",r1," in run.stdout.decode()
    page = mixed / "page.html"
    assert program("report", mixed / "news.jsonl", "-o", page).returncode == 0 and "r1" in page.read_text()


def test_what_goes_while_a_folder_is_looked_through_is_told_as_gone(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    places = found([str(tmp_path)])
    next(places)
    (tmp_path / "b.txt").unlink()
    assert "has gone" in str(next(places))


def test_a_moment_comes_back_from_a_workbook_as_it_went_in(tmp_path, program) -> None:
    text = "한들시, 일자리 300개 만든다\n강민서 기자\n입력 2024-03-05 09:10\n\n한들시는 올해 일자리 300개를 만들 목표라고 밝혔다.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    tables = []
    for name in ("o.xlsx", "o.jsonl"):
        assert program("batch", tmp_path / "a.txt", "-o", tmp_path / name, "--jobs", "1").returncode == 0
        tables.append(program("targets", tmp_path / name, "--format", "csv").stdout)
    assert tables[0] == tables[1] and b"2024-03-05T09:10," in tables[0]
