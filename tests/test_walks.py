"""The walks of ``examples/``: what four people do with the program, and the numbers that they take home."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def walk(*command: object, timeout: int = 900) -> str:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    words = [str(word) for word in command]
    run = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=timeout, env=environment)
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture
def mixed(tmp_path) -> Path:
    """200 articles: those of ``seeds``, the rest from the templates of the benchmarks, in UTF-8 and CP949 by turns."""
    spec = importlib.util.spec_from_file_location("corpus", ROOT / "benchmarks" / "corpus.py")
    corpus = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(corpus)
    folder = tmp_path / "articles"
    folder.mkdir()
    for path in SEEDS:
        (folder / path.name).write_bytes(path.read_bytes())
    for number in range(200 - len(SEEDS)):
        charset = "cp949" if number % 2 else "utf-8"
        (folder / f"{number}.txt").write_bytes(corpus.article(number).encode(charset, "replace"))
    return folder


def test_an_analyst_gets_a_workbook_of_targets(mixed, tmp_path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    news = openpyxl.Workbook()
    news.active.append(["뉴스 식별자", "일자", "언론사", "제목", "본문", "URL"])
    body = "한들시는 지난해 일자리 8천200개를 목표로 잡아 8천610개를 만들었다고 6일 밝혔다."
    news.active.append(["01.1", 20240206, "한들신문", "한들시 일자리 목표 넘겨", body, "https://example.com/a"])
    news.save(tmp_path / "news.xlsx")
    walk("bash", "examples/walk_analyst.sh", mixed, tmp_path / "news.xlsx", tmp_path / "out")
    book = openpyxl.load_workbook(tmp_path / "out" / "jobs.xlsx", read_only=True)
    assert book.sheetnames[0] == "목표와 실적"
    header, *rows = book["목표와 실적"].iter_rows(values_only=True)
    goals = [dict(zip(header, row, strict=True)) for row in rows]
    found = {(row["주체"], row["연도"], row["목표값"]) for row in goals}
    assert ("군포시", 2024, 8640) in found and ("도봉구", 2025, 9930) in found
    figures = list(book["수치"].iter_rows(values_only=True))
    source, carried = (figures[0].index(name) for name in ("출처", "원본 칸"))
    assert {row[carried] for row in figures if row[source] == "01.1"} == {"URL: https://example.com/a"}
    assert (tmp_path / "out" / "check.html").stat().st_size > 100_000


def test_a_journalist_gets_one_number_from_three_databases(tmp_path) -> None:
    for library in ("duckdb", "pandas", "pyarrow"):
        pytest.importorskip(library)
    printed = walk(sys.executable, "examples/walk_databases.py", "seeds", tmp_path / "out")
    assert printed.splitlines() == ["DuckDB: 39,400", "SQLite: 39,400", "pandas: 39,400"]


def test_an_engineer_gets_partitioned_parquet_that_says_where_it_comes_from(tmp_path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    dataset = pytest.importorskip("pyarrow.dataset")
    texts = [f"한들시는 {2021 + n % 3}년 일자리 {n + 1}00개를 만들었다고 밝혔다." for n in range(30)]
    table = arrow.table(
        {"id": [f"a{n}" for n in range(30)], "text": texts, "url": [f"https://example.com/{n}" for n in range(30)]}
    )
    parquet.write_table(table, tmp_path / "articles.parquet")
    out = tmp_path / "records.parquet"
    walk("bash", "examples/walk_engineer.sh", tmp_path / "articles.parquet", out)
    assert sorted(part.name for part in out.iterdir()) == ["year=2021", "year=2022", "year=2023"]
    read = dataset.dataset(out, partitioning="hive").to_table().to_pylist()
    jobs = [row for row in read if row["unit"] == "개"]
    assert len(jobs) == 30 and {row["year"] for row in jobs} == {2021, 2022, 2023}
    assert sum(int(row["value"]) for row in jobs if row["year"] == 2022) == sum(
        (n + 1) * 100 for n in range(30) if n % 3 == 1
    )
    assert dict(jobs[0]["carried"])["url"].startswith("https://example.com/")
    origin = parquet.read_schema(out / "year=2021" / "records.parquet").metadata[b"jobextract"].decode()
    assert "jobextract " in origin and '"rules"' in origin
    assert "30" in (tmp_path / "records.log").read_text(encoding="utf-8")
    before = {part: part.read_bytes() for part in out.rglob("*.parquet")}
    walk(
        "bash", "examples/walk_engineer.sh", tmp_path / "articles.parquet", out
    )  # finished already: nothing is done twice
    assert {part: part.read_bytes() for part in out.rglob("*.parquet")} == before


def test_a_researcher_corrects_a_page_and_it_is_read_better(tmp_path) -> None:
    pytest.importorskip("pycrfsuite")
    page = ROOT / "examples" / "researcher" / "page.txt"
    printed = walk(sys.executable, "examples/walk_researcher.py", page, page.with_suffix(".lines"), tmp_path / "out")
    lines = re.search(r"lines right: ([\d.]+) before, ([\d.]+) after", printed)
    assert lines and float(lines[1]) < float(lines[2]) >= 0.9, printed
    figures = re.search(r"figures of other articles: (\d+) before, (\d+) after", printed)
    assert figures and int(figures[1]) > int(figures[2]) == 0, printed
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".txt", ".lines", ".jsonl", ".json"}
