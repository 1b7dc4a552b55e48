"""Batch on Apache Spark in local mode: the same records, the errors in a table of their own, all or nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import corpus_rows as corpus
import pytest

from jobextract.batch import spark as cluster

HAS_JAVA = bool(os.environ.get("JAVA_HOME") or shutil.which("java"))
pyspark = pytest.importorskip("pyspark")
parquet = pytest.importorskip("pyarrow.parquet")


def spark(test):
    """A test that starts Spark: half a minute each."""
    needs_java = pytest.mark.skipif(not HAS_JAVA, reason="no Java: Spark needs Java 17 or later")
    return pytest.mark.slow(needs_java(test))


def batch(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "jobextract", "batch", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=900)


def rows(path: Path) -> list[dict]:
    return sorted(parquet.read_table(path).to_pylist(), key=lambda row: (row["source"], row.get("start")))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return corpus.as_files(tmp_path_factory.mktemp("articles") / "files")


@pytest.fixture(scope="module")
def expected(folder) -> list[dict]:
    assert batch(folder, "-o", folder.parent / "local.parquet").returncode == 0
    return rows(folder.parent / "local.parquet")


@spark
def test_files_and_corpora_give_the_records_of_the_pool_and_errors_a_table(folder, expected, tmp_path) -> None:
    articles = corpus.rows(folder)
    for form, part in (("parquet", articles[:2]), ("csv", articles[2:3]), ("jsonl", articles[3:4])):
        getattr(corpus, f"as_{form}")(tmp_path / f"c.{form}", [*part, {"id": f"no-{form}", "text": None, "date": None}])
    (tmp_path / "bad.txt").write_bytes(b"%PDF-1.7 \0")
    places = [tmp_path / "c.parquet", tmp_path / "c.csv", tmp_path / "c.jsonl", articles[4]["id"], tmp_path / "bad.txt"]
    out = tmp_path / "out.parquet"
    run = batch(*places, "--engine", "spark", "--master", "local[2]", "-o", out)
    assert run.returncode == 1 and "Traceback" not in run.stderr
    assert rows(out) == expected
    errors = {row["source"]: row["error"] for row in rows(tmp_path / "out.errors.parquet")}
    assert set(errors) == {"no-parquet", f"{tmp_path / 'c.jsonl'}:2 (no-jsonl)", str(tmp_path / "bad.txt")}
    assert (out / "_SUCCESS").exists() and (tmp_path / "out.errors.parquet" / "_SUCCESS").exists()


@spark
def test_map_in_arrow_takes_extract_batches(folder, expected, monkeypatch) -> None:
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    import jobextract
    from jobextract.batch.arrow import SCHEMA

    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
    try:
        table = session.createDataFrame(
            [(row["id"], row["text"]) for row in corpus.rows(folder)], "id string, text string"
        )
        made = table.mapInArrow(jobextract.extract_batches, from_arrow_schema(SCHEMA)).collect()
    finally:
        session.stop()
    found = sorted((row.source, row.start, row.value) for row in made)
    assert found == [(row["source"], row["start"], row["value"]) for row in expected]


@spark
def test_the_job_example_writes_records_and_errors(folder, expected, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    articles = corpus.as_parquet(
        tmp_path / "c.parquet", [*corpus.rows(folder), {"id": "no", "text": None, "date": None}]
    )
    job = Path(__file__).parents[2] / "examples" / "spark_job.py"
    command = [sys.executable, str(job), str(articles), str(tmp_path / "out.parquet")]
    run = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert run.returncode == 0, run.stderr
    assert rows(tmp_path / "out.parquet") == expected
    assert [row["source"] for row in rows(tmp_path / "out.errors.parquet")] == ["no"]


def test_what_spark_cannot_write_is_told(folder, tmp_path, program) -> None:
    run = program("batch", folder, "--engine", "spark", "-o", tmp_path / "out.jsonl")
    assert run.returncode == 2 and "name it NAME.parquet" in run.stderr.decode()
    (tmp_path / "there.parquet").mkdir()
    run = program("batch", folder, "--engine", "spark", "-o", tmp_path / "there.parquet")
    assert run.returncode == 2 and "exists already; add --force" in run.stderr.decode()
    run = program("batch", "-", "--engine", "spark", "-o", tmp_path / "out.parquet")
    assert run.returncode == 2 and "does not read standard input" in run.stderr.decode()


def test_without_java_spark_says_so(folder, tmp_path, program, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    run = program("batch", folder, "--engine", "spark", "-o", tmp_path / "out.parquet")
    assert run.returncode == 2
    assert "no Java is found; install Java 17 or later, or set JAVA_HOME" in run.stderr.decode()


def test_a_corpus_is_read_in_one_task_and_articles_in_groups() -> None:
    paths = ["a.txt", "b.csv", *(f"c{n}.txt" for n in range(100))]
    groups = list(cluster._groups(paths, processors=2))
    assert [len(group) for group in groups] == [1, 64, 37]
    assert groups[0] == ["b.csv"] and groups[1][:2] == ["a.txt", "c0.txt"]
