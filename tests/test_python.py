"""What can be imported: its reference, many sources one after the other, what an extraction says of itself."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

import jobextract

ROOT = Path(__file__).parent.parent


def test_the_reference_is_that_of_the_docstrings() -> None:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "reference.py")
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    told = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    assert told == reference.written(), "run python docs/reference.py"
    assert {f"## `{name}`" for name in jobextract.__all__ if name != "__version__"} <= set(told.splitlines())


def test_the_example_of_the_reference_runs() -> None:
    [body] = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"), re.DOTALL)
    run = subprocess.run([sys.executable, "-c", body], cwd=ROOT, capture_output=True, text=True, timeout=900)
    assert run.returncode == 0, run.stderr
    assert "('군포시', '일자리', 2024, 8640)" in run.stdout


def test_many_sources_are_read_one_after_the_other(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("한들시는 일자리 300개를 만들었다.\n", encoding="utf-8")
    corpus = tmp_path / "b.jsonl"
    corpus.write_text('{"id": "b1", "text": "새벌군은 일자리 400개를 만들었다.", "city": "새벌"}\n', encoding="utf-8")
    source = jobextract.read_bytes("가람시는 일자리 500개를 만들었다.".encode(), "own")
    found = list(jobextract.iter_extract([tmp_path / "a.txt", corpus, source]))
    assert [result.source.name.rpartition("/")[2] for result in found] == ["a.txt", "b1", "own"]
    assert [int(result.records[0].value) for result in found] == [300, 400, 500]
    with pytest.raises(jobextract.ReadingError):
        list(jobextract.iter_extract([tmp_path / "none.txt"]))


def test_an_extraction_says_what_it_is_in_a_few_lines() -> None:
    result = jobextract.extract(jobextract.read_path(str(ROOT / "seeds" / "plan-2024.txt")))
    said = repr(result)
    assert len(said) < 700 and said.count("\n") <= 4
    assert "8천640개 · 8,640 개 · 일자리 · 군포시 · target · 2024" in said and f"{len(result.records)} records" in said
