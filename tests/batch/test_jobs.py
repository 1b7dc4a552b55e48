"""Many files at once: which files, in which order, and what happens to the bad ones."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from jobextract.batch.jobs import Job, Outcome, Task, outcomes
from jobextract.io.columns import Document
from jobextract.io.sources import gather

ARTICLE = "{city}, 일자리 {n}개 만든다\n\n{city}는 올해 일자리 {n}개를 만들고 {n}억 원을 들일 계획이라고 밝혔다.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Seven articles, two of them in a folder below, and files that are not articles."""
    (tmp_path / "below").mkdir()
    for number in range(7):
        place = tmp_path / "below" if number > 4 else tmp_path
        text = ARTICLE.format(city="한들시", n=(number + 2) * 100)
        (place / f"a{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "notes.md").write_text("일자리 3개", encoding="utf-8")
    (tmp_path / "._a0.txt").write_bytes(b"\0\1")
    return tmp_path


def names(paths: list[str]) -> list[str]:
    return [os.path.basename(path) for path in paths]


def test_a_folder_gives_the_articles_in_and_below_it_in_path_order(folder) -> None:
    paths, failures = gather([str(folder)])
    assert names(paths) == ["a0.txt", "a1.txt", "a2.txt", "a3.txt", "a4.txt", "a5.txt", "a6.txt"]
    assert failures == []


def test_a_file_named_twice_is_read_once(folder) -> None:
    places = [folder / "a1.txt", folder / "a[01].txt", folder / "below" / ".." / "a1.txt"]
    paths, _ = gather([str(place) for place in places])
    assert names(paths) == ["a0.txt", "a1.txt"]


def test_a_pattern_reaches_into_folders(folder) -> None:
    assert names(gather([str(folder / "**" / "*6.txt")])[0]) == ["a6.txt"]


def test_a_file_named_outright_is_read_whatever_its_suffix(folder) -> None:
    assert names(gather([str(folder / "notes.md")])[0]) == ["notes.md"]


def test_what_gives_no_file_is_named_and_the_rest_goes_on(folder, tmp_path_factory) -> None:
    empty = tmp_path_factory.mktemp("empty")
    places = [folder / "none.txt", folder / "*.pdf", empty, folder / "a2.txt"]
    paths, failures = gather([str(place) for place in places])
    assert names(paths) == ["a2.txt"]
    assert [failure.cause for failure in failures] == [
        "does not exist",
        "no file matches",
        "no .txt, .html or .htm file in it, packed or not",
    ]


def test_the_bytes_are_the_same_whatever_the_number_of_workers(folder, program, tmp_path) -> None:
    results = []
    for jobs in (1, 2, 3):
        out = tmp_path / f"out{jobs}.jsonl"
        run = program("batch", folder, "-o", out, "--jobs", jobs)
        assert run.returncode == 0, run.stderr.decode()
        results.append(out.read_bytes())
    assert results[0] == results[1] == results[2]
    sources = [json.loads(line)["source"] for line in results[0].splitlines()]
    assert sources == sorted(sources) and len(set(sources)) == 7


def test_batch_gives_the_records_of_parse(folder, program, tmp_path) -> None:
    out = tmp_path / "out.jsonl"
    program("batch", folder / "a1.txt", "-o", out)
    assert out.read_bytes() == program("parse", folder / "a1.txt").stdout


def test_a_bad_file_is_named_and_passed_over(folder, program, tmp_path) -> None:
    (folder / "a3.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    out = tmp_path / "out.jsonl"
    run = program("batch", folder, "-o", out)
    assert run.returncode == 1
    assert f"{folder / 'a3.txt'}: " in run.stderr.decode()
    assert "Traceback" not in run.stderr.decode()
    assert len({json.loads(line)["source"] for line in out.read_bytes().splitlines()}) == 6


def test_csv_opens_in_excel_with_korean(folder, program, tmp_path) -> None:
    out = tmp_path / "out.csv"
    program("batch", folder / "a0.txt", folder / "a1.txt", "-o", out)
    text = out.read_bytes()
    assert text.startswith(b"\xef\xbb\xbfid,source,article,")
    assert text.count(b"id,source,article,") == 1
    assert "일자리" in text.decode("utf-8-sig")


def test_an_output_of_another_kind_is_refused(folder, program, tmp_path) -> None:
    run = program("batch", folder, "-o", tmp_path / "out.xls")
    assert run.returncode == 2
    assert (
        "does not end in .brat, .csv, .duckdb, .hf, .iob, .jsonl, .parquet, .spacy, .sqlite or .xlsx"
        in run.stderr.decode()
    )


def deadly(job: Job) -> Outcome:
    """Stands in for the extraction: some files take their worker with them, some only at the first try, some never end."""
    name = job.document.name
    if name == "deadly":
        os._exit(1)
    if name == "endless":
        time.sleep(6000)
    if name.startswith("once:"):
        flag = Path(name.removeprefix("once:"))
        if not flag.exists():
            flag.touch()
            os._exit(1)
    time.sleep(0.01)
    return Outcome(name, name.encode(), count=1)


def done(names: list[str], jobs: int, limit: float | None = None) -> list[Outcome]:
    documents = [Document(name, "x") for name in names]
    return list(outcomes(documents, Task("jsonl"), jobs, limit, work=deadly))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_kills_its_worker_is_named_and_nothing_else_is_lost(jobs) -> None:
    names = [*(f"a{n}" for n in range(20)), "deadly", *(f"b{n}" for n in range(20))]
    results = done(names, jobs)
    assert [outcome.name for outcome in results] == names
    assert [outcome.name for outcome in results if outcome.failure] == ["deadly"]
    assert [outcome.records.decode() for outcome in results if not outcome.failure] == [
        name for name in names if name != "deadly"
    ]


def test_a_worker_that_dies_once_costs_no_file(tmp_path) -> None:
    names = ["a", f"once:{tmp_path / 'flag'}", "b", "c"]
    results = done(names, 2)
    assert [outcome.name for outcome in results] == names
    assert not any(outcome.failure for outcome in results)


def test_a_document_beyond_the_time_limit_is_named_and_the_rest_goes_on() -> None:
    names = ["a", "endless", *(f"b{n}" for n in range(40))]
    results = done(names, 2, limit=3.0)
    assert [outcome.name for outcome in results] == names
    assert {outcome.name: outcome.failure for outcome in results if outcome.failure} == {
        "endless": "took longer than 3 seconds (--timeout); try it alone with 'jobextract parse'"
    }


def test_the_inputs_are_drawn_only_as_far_ahead_as_the_queues_reach() -> None:
    drawn = 0

    def documents():
        nonlocal drawn
        for number in range(100_000):
            drawn += 1
            yield Document(f"d{number}", "x")

    stream = outcomes(documents(), Task("jsonl"), 2, work=deadly)
    assert next(stream).name == "d0"
    stream.close()
    assert drawn < 1000
