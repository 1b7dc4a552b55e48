"""Blocks of inputs that are done as a whole are known by their bytes: nothing is taken apart, and nothing that has changed is taken over."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest

from jobextract.batch import jobs, journal
from jobextract.io import sources
from jobextract.io.columns import Columns, Document
from jobextract.io.corpora import blocks, json_lines, readers
from jobextract.page.decode import ReadingError

COUNT = 60
BASE = b"program, rules and task"


@pytest.fixture(autouse=True)
def small(monkeypatch) -> None:
    monkeypatch.setattr(blocks, "MOST", 10)
    monkeypatch.setattr(readers, "AT_ONCE", 10)
    monkeypatch.setattr(sources, "YOUNG", -60.0)


def rows(changed: int = -1) -> list[dict[str, object]]:
    texts: list[object] = [f"한들시는 일자리 {number}개를 만든다." for number in range(COUNT)]
    texts[changed] = "다른 글이다." if changed >= 0 else texts[changed]
    texts[33] = None  # no text: cannot be read
    return [{"id": f"n{number}", "text": text} for number, text in enumerate(texts)]


def corpus(place: Path, form: str, changed: int = -1) -> Path:
    path = place / f"c.{'parquet' if form == 'dictionary' else form}"
    lines = [json.dumps(row, ensure_ascii=False) for row in rows(changed)]
    lines[33] = '{"id": "n33", "text": null}'
    if form == "jsonl":
        path.write_text("\n".join([*lines[:5], "", *lines[5:]]) + "\n", encoding="utf-8")
    elif form == "jsonl.gz":
        path.write_bytes(gzip.compress("\n".join(lines).encode()))
    elif form == "csv":
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("id", "text"), *((row["id"], row["text"] or "") for row in rows(changed))])
    elif path.suffix == ".parquet":
        pa = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        table = pa.Table.from_pylist(rows(changed))
        if form == "dictionary":
            table = table.set_column(1, "text", table["text"].dictionary_encode())
        parquet.write_table(table, path)
    else:
        path.mkdir(exist_ok=True)
        for number, row in enumerate(rows(changed)):
            text = str(row["text"] or "%PDF-1.7 \0")
            one = path / f"a{number:02}.txt"
            if not one.exists() or one.read_text(encoding="utf-8") != text:
                one.write_text(text, encoding="utf-8")
    return path


class Counted:
    """Stands in for the extraction and counts what is asked of it and of the journal."""

    def __init__(self, monkeypatch) -> None:
        self.keyed = 0
        whole = jobs.keyed

        def keyed(document: Document, base: bytes) -> bytes:
            self.keyed += 1
            return whole(document, base)

        monkeypatch.setattr(jobs, "keyed", keyed)


def made(job: jobs.Job) -> jobs.Outcome:
    """The text as a record; what looks like a PDF fails."""
    data = job.document.data
    text = data.decode() if isinstance(data, bytes) else data
    if text.startswith("%PDF"):
        return jobs.Outcome(job.document.name, failure="is a PDF; give its text")
    return jobs.Outcome(job.document.name, f"{job.document.name} {text}\n".encode(), count=1, key=job.key)


def ran(path: Path | list[Path], out: Path, base: bytes = BASE) -> tuple[list[tuple[str, bytes, str | None]], int]:
    """What a run gives that is killed just before its end, and how many of its outcomes were taken over."""
    given: list[tuple[str, bytes, str | None]] = []
    with pytest.raises(KeyboardInterrupt), journal.opened(str(out)) as book:
        places = [str(one) for one in (path if isinstance(path, list) else [path])]
        stream = sources.stream(sources.found(places), Columns(), past=blocks.Past(base, book.block))
        for one in jobs.outcomes(stream, jobs.Task("jsonl"), 1, base=base, memory=book, work=made):
            given.append((one.name, one.records, one.failure))
        taken = book.taken
        raise KeyboardInterrupt
    return given, taken


FORMS = ["jsonl", "jsonl.gz", "csv", "parquet", "dictionary", "files"]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_done_is_not_taken_apart_again(form, tmp_path, monkeypatch) -> None:
    path, count = corpus(tmp_path, form), Counted(monkeypatch)
    first, taken = ran(path, tmp_path / "out.jsonl")
    assert (len(first), taken, count.keyed) == (COUNT, 0, COUNT)
    assert len([name for name, _, failure in first if failure]) == (form != "csv")  # an empty cell is an empty text
    count.keyed = 0
    second, taken = ran(path, tmp_path / "out.jsonl")
    assert second == first
    assert taken == COUNT - (form != "csv")
    assert count.keyed == (form == "files"), "what a worker could not read is tried again, and that alone"


@pytest.mark.parametrize("form", FORMS)
def test_what_has_changed_is_read_anew(form, tmp_path, monkeypatch) -> None:
    first, _ = ran(corpus(tmp_path, form), tmp_path / "out.jsonl")
    path = corpus(tmp_path, form, changed=15)
    second, taken = ran(path, tmp_path / "out.jsonl")
    other, _ = ran(path, tmp_path / "other.jsonl")
    assert second == other != first
    assert taken == COUNT - 1 - (form != "csv")


@pytest.mark.parametrize("form", ["jsonl", "files"])
def test_a_run_with_other_options_takes_nothing_over(form, tmp_path) -> None:
    path = corpus(tmp_path, form)
    first, _ = ran(path, tmp_path / "out.jsonl")
    assert ran(path, tmp_path / "out.jsonl", b"other rules") == (first, 0)


def test_rows_that_have_moved_are_found_by_their_keys(tmp_path) -> None:
    path = corpus(tmp_path, "jsonl")
    ran(path, tmp_path / "out.jsonl")
    path.write_bytes('{"id": "new", "text": "새 글이다."}\n'.encode() + path.read_bytes())
    second, taken = ran(path, tmp_path / "out.jsonl")
    assert (len(second), taken) == (COUNT + 1, COUNT - 1)
    other, _ = ran(path, tmp_path / "other.jsonl")
    assert second == other


def test_a_file_that_has_just_changed_is_read(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sources, "YOUNG", 60.0)
    path, count = corpus(tmp_path, "files"), Counted(monkeypatch)
    first, _ = ran(path, tmp_path / "out.jsonl")
    count.keyed = 0
    assert ran(path, tmp_path / "out.jsonl") == (first, COUNT - 1)
    assert count.keyed == COUNT


def test_a_block_whose_first_rows_are_known_does_not_make_a_row_without_text_the_fault_of_the_corpus() -> None:
    lines = [*(f'{{"text": "{number}"}}' for number in range(10)), '{"id": "x"}', '{"text": "last"}']
    past = blocks.Past(b"", lambda digest: [1] * 10 if digest == known else ())
    known, *_ = [
        one.digest
        for one in json_lines.documents(
            io.BytesIO("\n".join(lines).encode()), "c.jsonl", Columns(), 1 << 20, blocks.Past(b"", lambda _: ())
        )
        if isinstance(one, blocks.Block)
    ]
    stream = list(json_lines.documents(io.BytesIO("\n".join(lines).encode()), "c.jsonl", Columns(), 1 << 20, past))
    named = [one for one in stream if isinstance(one, Document)]
    assert [(one.name, bool(one.failure)) for one in named] == [("c.jsonl:11", True), ("c.jsonl:12", False)]


NO_COLUMN = ['{"id": "x"}', '{"text": "gut"}']


@pytest.mark.parametrize("head", ["no JSON", '{"text": null}'])
def test_a_known_block_of_failures_leaves_open_whether_the_corpus_is_at_fault(head, tmp_path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text("\n".join([head] * 10 + NO_COLUMN), encoding="utf-8")
    places, whole = [corpus(tmp_path, "csv"), path], head == "no JSON"
    first, _ = ran(places, tmp_path / "out.jsonl")
    assert [name for name, *_ in first].count(str(path)) == whole, "at fault as a whole"
    assert ran(places, tmp_path / "out.jsonl") == (first, COUNT + (not whole))


def test_a_block_is_another_where_no_row_before_it_has_a_text(tmp_path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text("\n".join(['{"text": "gut"}'] * 10 + NO_COLUMN), encoding="utf-8")
    ran(path, tmp_path / "out.jsonl")
    path.write_text("\n".join(["no JSON"] * 10 + NO_COLUMN), encoding="utf-8")
    assert ran(path, tmp_path / "out.jsonl")[0] == ran(path, tmp_path / "other.jsonl")[0]


def test_the_same_bytes_in_another_unit_are_other_values(tmp_path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "c.parquet"
    for unit in ("ms", "us"):
        dates = pa.array([1_700_000_000_000], pa.int64()).cast(pa.timestamp(unit))
        parquet.write_table(pa.table({"text": ["글이다."], "date": dates}), path, version="2.6")
        assert ran(path, tmp_path / "out.jsonl")[1] == 0


@pytest.mark.parametrize("young", [60.0, -60.0])
def test_what_follows_a_corpus_at_fault_is_none_of_its_block(young, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sources, "YOUNG", young)
    openpyxl = pytest.importorskip("openpyxl")
    places = [tmp_path / name for name in ("a.jsonl", "b.txt", "c.xlsx", "d.jsonl")]
    places[0].write_text("\n".join(NO_COLUMN * 8), encoding="utf-8")
    places[1].write_text("한들시는 일자리 3개를 만든다.", encoding="utf-8")
    book = openpyxl.Workbook()
    book.active.append(["text"])
    book.active.append(["한들시는 일자리 5개를 만든다."])
    book.save(places[2])
    places[3].write_text(NO_COLUMN[1], encoding="utf-8")
    first, _ = ran(places, tmp_path / "out.jsonl")
    assert len(first) == len(places)
    assert [ran(places, tmp_path / "out.jsonl") for _ in range(2)] == [(first, 3)] * 2


def test_rows_before_the_damage_of_a_block_are_read(tmp_path) -> None:
    path = corpus(tmp_path, "jsonl.gz")
    path.write_bytes(path.read_bytes()[:-40])
    plain = [one.name for one in sources.documents([str(path)], Columns())]
    stream = sources.stream([str(path)], Columns(), past=blocks.Past(b"", lambda _: ()))
    assert [one.name for one in stream if isinstance(one, Document)] == plain
    assert plain[-1] == str(path)


def test_an_error_comes_after_what_came_before_it() -> None:
    def items():
        yield from range(25)
        raise ReadingError("a", "is damaged", "mend it")

    drawn: list[int] = []
    with pytest.raises(ReadingError):
        for several in blocks.together(items(), lambda _: 1):
            drawn += several
    assert drawn == list(range(25))
