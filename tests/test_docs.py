"""The pages of ``docs/`` and the Korean README: what they say of figures, commands and files is so."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from jobextract import mentions
from jobextract.io.writers.formats import known
from jobextract.model import Record

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.ko.md", *sorted((ROOT / "docs").glob("*.md"))]
KOREAN = PAGES[0].read_text(encoding="utf-8")


def rows(page: Path, heading: str, level: int = 2) -> list[list[str]]:
    """The cells of the first table below a heading."""
    below = page.read_text(encoding="utf-8").partition(f"{'#' * level} {heading}\n")[2]
    table = re.search(r"(?:^\|.*\n)+", below, re.MULTILINE)[0].splitlines()[2:]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in table]


def quantities() -> list[tuple[str, list[str]]]:
    return [
        (words, cells) for phrases, *cells in rows(ROOT / "docs/record.md", "How much") for words in phrases.split(", ")
    ]


@pytest.mark.parametrize(("words", "cells"), quantities())
def test_the_table_of_quantities_is_so(words, cells) -> None:
    [mention] = mentions(words)
    value, low, high, bound, approx, unit = cells
    numbers = [mention.value, mention.low, mention.high]
    assert ["" if number is None else f"{number:f}" for number in numbers] == [value, low, high]
    assert (mention.bound or "", str(mention.approx).lower(), mention.unit) == (bound, approx, unit)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_are_there(page) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_fields_named_in_the_korean_readme_exist() -> None:
    named = [name for cells in rows(PAGES[0], "기록") for name in re.findall(r"\w+", cells[0])]
    assert len(named) > 20 and set(named) <= set(Record.__struct_fields__)


def test_the_folder_of_articles_becomes_a_spreadsheet(tmp_path) -> None:
    walk = re.search(r"## 기사 폴더를.*?```sh\n(.*?)```", KOREAN, re.DOTALL)[1]
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    run = subprocess.run(
        ["bash", "-ec", walk], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=900
    )
    assert run.returncode == 0, run.stderr
    sheets = pytest.importorskip("openpyxl").load_workbook(tmp_path / "jobs.xlsx", read_only=True)
    assert sheets.sheetnames == ["목표와 실적", "수치", "기사", "검산", "정보"]
    assert "군포시" in {row[0] for row in sheets["목표와 실적"].iter_rows(values_only=True)}
    assert (tmp_path / "jobs.sqlite").read_bytes().startswith(b"SQLite format 3")
    assert "판정 내려받기" in (tmp_path / "report.html").read_text(encoding="utf-8")
    measure = ["jobextract", "eval", "records.jsonl", "seeds"]
    score = subprocess.run(measure, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=900)
    assert score.returncode == 0 and score.stdout.splitlines()[-1].startswith("all")


def test_python_in_the_korean_readme_runs() -> None:
    [body] = re.findall(r"```python\n(.*?)```", KOREAN, re.DOTALL)
    run = subprocess.run([sys.executable, "-c", body], cwd=ROOT, capture_output=True, text=True, timeout=900)
    assert run.returncode == 0, run.stderr
    assert "250명 이상 count 250 명 min" in run.stdout


def test_the_example_of_a_table_by_year_runs() -> None:
    pytest.importorskip("pandas")
    command = [sys.executable, "examples/by_year.py", "seeds"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900)
    assert run.returncode == 0, run.stderr
    assert "2024" in run.stdout.splitlines()[0] and "9,780" in run.stdout


def test_the_example_of_a_review_runs(tmp_path) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = ["bash", "examples/review.sh", "seeds", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment, timeout=900)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "report.html").stat().st_size > 100_000
    assert [line.split("\t")[0] for line in run.stdout.splitlines()][-1] == "all"


def test_the_list_of_outputs_is_that_of_the_registry() -> None:
    listed = {
        suffix.strip("`"): (what, extra.strip("`"))
        for suffix, what, extra in rows(ROOT / "docs" / "outputs.md", "Outputs", level=1)
    }
    assert list(listed) == list(known())
    assert {suffix: extra for suffix, (_, extra) in listed.items()} == {
        suffix: form.extra for suffix, form in known().items()
    }
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Commands")[2]
    named = re.search(r"into one (.+?) \(\[what they hold\]", table)
    assert named and set(re.findall(r"`(\.\w+)`", named[1])) <= set(known())


def test_the_recipe_of_scale_runs_as_it_is_written(tmp_path) -> None:
    text = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    first = re.search(r"## From Arrow.*?```python\n(.*?)```", text, re.DOTALL)[1]
    pytest.importorskip("pyarrow")
    run = subprocess.run([sys.executable, "-c", first], cwd=ROOT, capture_output=True, text=True, timeout=900)
    assert run.returncode == 0, run.stderr
    [figures] = [eval(line, {"Decimal": Decimal}) for line in run.stdout.splitlines()]
    assert [(row["text"], int(row["value"]), row["year"]) for row in figures if row["text"] == "300개"] == [
        ("300개", 300, 2024)
    ]


@pytest.mark.slow
def test_the_recipe_of_spark_runs_as_it_is_written(tmp_path, monkeypatch) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    pytest.importorskip("pyspark")
    pytest.importorskip("pandas")
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        pytest.skip("Spark needs Java 17 or later")
    text = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    recipe = re.search(r"## On Spark.*?```sh\n(.*?)```", text, re.DOTALL)[1]
    for name in ("seeds", "examples"):
        (tmp_path / name).symlink_to(ROOT / name)
    bin_ = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}", "PYSPARK_PYTHON": sys.executable}
    run = subprocess.run(
        ["bash", "-ec", recipe], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=900
    )
    assert run.returncode == 0, run.stderr[-2000:]
    tables = [parquet.read_table(tmp_path / name).to_pylist() for name in ("spark.parquet", "job.parquet")]
    found = [sorted((row["source"], row["start"], row["value"]) for row in table) for table in tables]
    assert found[0] == found[1]
    dobong = [row for row in tables[0] if row["subject"] == "도봉구" and row["text"] == "3만9400개"]
    assert [int(row["value"]) for row in dobong] == [39400]
