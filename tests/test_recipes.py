"""The recipes of the README that aggregate, run on what they say they run on: their numbers are checked."""

from __future__ import annotations

import contextlib
import io
import re
import sqlite3
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: what 도봉구 aims at in each year, as its article says; together they are its target by 2026
YEARLY = {"2023": 9610, "2024": 9780, "2025": 9930, "2026": 10080}
#: what each town of the seeds aims at in each year: a total, without the parts that stand beside it
TOWNS = {
    ("군포시", "2023"): 8200,
    ("군포시", "2024"): 8640,
    **{("도봉구", period): jobs for period, jobs in YEARLY.items()},
}


def recipes(language: str) -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return [body for name, body in BLOCK.findall(text) if name == language]


@pytest.fixture
def written(tmp_path, program):
    def write(name: str) -> Path:
        assert program("batch", ROOT / "seeds", "-o", tmp_path / name).returncode == 0
        return tmp_path / name

    return write


def test_the_pandas_recipe_does_not_mix_a_year_with_a_deadline(written, tmp_path, monkeypatch) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    written("jobs.parquet")
    monkeypatch.chdir(tmp_path)
    [recipe] = recipes("py")
    printed = io.StringIO()
    names: dict = {}
    with contextlib.redirect_stdout(printed):
        exec(recipe, names)
    assert {key: int(value) for key, value in names["jobs"].items()} == TOWNS
    assert float(printed.getvalue().rsplit(maxsplit=1)[-1]) == sum(YEARLY.values()) / 4 == 9850
    everything = names["targets"]
    assert 39400 in [int(value) for value in everything["value"]], "the deadline is there, and left out"


def test_the_sql_recipes_give_the_numbers_of_the_article(written) -> None:
    yearly, search = recipes("sql")
    with sqlite3.connect(written("jobs.sqlite")) as database:
        rows = database.execute(yearly).fetchall()
        found = database.execute(search).fetchall()
    assert {(subject, period): jobs for subject, period, jobs in rows} == TOWNS
    assert "9610개" in {text for _, text, _ in found} and all("일자리" in sentence for *_, sentence in found)


def test_the_sql_recipe_runs_in_duckdb_too(written) -> None:
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    with duckdb.connect(str(written("jobs.duckdb")), read_only=True) as database:
        rows = database.execute(recipes("sql")[0]).fetchall()
    assert {(subject, period): int(jobs) for subject, period, jobs in rows} == TOWNS
