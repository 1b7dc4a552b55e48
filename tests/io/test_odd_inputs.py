"""Inputs that nobody means: each is named, or read, and never ends the run."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
from pathlib import Path

import pytest

import jobextract
from jobextract.analysis.targets import targets
from jobextract.io import records
from jobextract.io.columns import Columns
from jobextract.io.sources import documents, found

GOOD = "한들시는 올해 일자리 300개를 만든다고 밝혔다."


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def batch(program, tmp_path: Path, *arguments: object) -> tuple[list[dict], list[dict], str]:
    """Records, failures and messages of a run that must not end with a traceback."""
    out = tmp_path / "out.jsonl"
    run = program("batch", *arguments, "-o", out, "--jobs", "1", "--force")
    words = run.stderr.decode()
    assert "Traceback" not in words and run.returncode in (0, 1), words
    errors = Path(f"{out}.errors.jsonl")
    return lines(out), lines(errors) if errors.exists() else [], words


@pytest.mark.parametrize("day", ["9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+23:59"])
def test_a_day_at_the_end_of_the_calendar(day, tmp_path, program) -> None:
    corpus = tmp_path / "c.jsonl"
    corpus.write_text(json.dumps({"id": "a", "text": GOOD, "date": day}) + "\n", encoding="utf-8")
    rows, failures, _ = batch(program, tmp_path, corpus)
    assert [row["source"] for row in rows] == ["a"] and not failures


def test_names_that_are_no_utf8_and_names_with_a_newline(tmp_path, program) -> None:
    odd = [tmp_path / os.fsdecode(b"a\xff.txt"), tmp_path / os.fsdecode(b"a\xfe.txt"), tmp_path / "b\nc.txt"]
    for path in odd:
        path.write_text(GOOD, encoding="utf-8")
    corpus = tmp_path / os.fsdecode(b"\xfd.jsonl")
    corpus.write_text(json.dumps({"text": GOOD}) + "\n" + json.dumps({"text": None}) + "\n", encoding="utf-8")
    missing = tmp_path / os.fsdecode(b"\xfc.txt")
    rows, failures, words = batch(program, tmp_path, *odd, corpus, missing)
    assert [row["source"].removeprefix(f"{tmp_path}/") for row in rows] == [
        "a\\xfe.txt",
        "a\\xff.txt",
        "b\nc.txt",
        "\\xfd.jsonl:1",
    ]
    assert [row["source"].removeprefix(f"{tmp_path}/") for row in failures] == ["\\xfc.txt", "\\xfd.jsonl:2"]
    assert "\\xfc.txt: does not exist" in words


def test_half_an_emoji_is_replaced_in_its_place(tmp_path, program) -> None:
    corpus = tmp_path / "c.jsonl"
    corpus.write_text(f'{{"id":"\\ud83d","text":"\\ud83d {GOOD}","언론사":"x\\udc00"}}\n', encoding="utf-8")
    rows, failures, _ = batch(program, tmp_path, corpus)
    assert not failures and [row["source"] for row in rows] == ["�"]
    for text in ("\ud83d " + GOOD, "\udcff " + GOOD):
        [record] = jobextract.extract(text).records
        assert record.text == text[record.start : record.end] == "300개"
    source = jobextract.Source(name="\udcff", text="\ud83d " + GOOD, digest="0" * 12, title="\udc00")
    made = jobextract.extract(source)
    assert made.source.text == "� " + GOOD
    records.jsonl(made.records)
    assert [mention.text for mention in jobextract.mentions("\ud83d 300개")] == ["300개"]


def bomb(path: Path, data: bytes, times: int) -> Path:
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _ in range(times):
            file.write(data)
    return path


def test_what_unpacks_to_more_than_a_document_may_have(tmp_path, program) -> None:
    megabyte = b"0" * (1 << 20)
    article = bomb(tmp_path / "a.txt.gz", megabyte, 3)
    corpus = tmp_path / "c.jsonl.gz"
    with gzip.open(corpus, "wb") as file:
        rows = [b'{"text":"' + megabyte * 3 + b'"}', json.dumps({"id": "good", "text": GOOD}).encode()]
        file.write(b"\n".join(rows) + b"\n")
    sheet = tmp_path / "s.csv.gz"
    sheet.write_bytes(gzip.compress(b"text\n" + megabyte * 3))
    plain = tmp_path / "p.txt"
    plain.write_bytes(megabyte * 3)
    rows, failures, words = batch(program, tmp_path, article, corpus, sheet, plain, "--max-size", "2")
    assert [row["source"] for row in rows] == ["good"]
    assert sorted(row["source"].rpartition("/")[2] for row in failures) == [
        "a.txt.gz",
        "c.jsonl.gz:1",
        "p.txt",
        "s.csv.gz",
    ]
    assert words.count("is larger than 2 MB") == 4


def test_a_file_without_an_end_is_not_read_to_it(program) -> None:
    run = program("parse", "/dev/zero", "--max-size", "1")
    assert run.returncode == 1 and "/dev/zero: is larger than 1 MB" in run.stderr.decode()


def test_a_book_that_unpacks_to_very_much(tmp_path, program) -> None:
    zipfile = pytest.importorskip("zipfile")
    pytest.importorskip("openpyxl")
    book = tmp_path / "b.xlsx"
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/sharedStrings.xml", b"<si>" * (5 << 20))
    _, [failure], _ = batch(program, tmp_path, book, "--max-size", "1")
    assert failure["cause"] == "is larger than 16 MB, unpacked"


def test_an_odd_file_is_no_reason_to_lose_the_others(tmp_path, monkeypatch) -> None:
    from jobextract.io.corpora import readers

    def odd(*_: object):
        yield from ()
        raise KeyError("deep inside a library")

    monkeypatch.setitem(readers._READERS, ".jsonl", odd)
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "c.jsonl").touch()
    made = list(documents(found([str(tmp_path / "c.jsonl"), str(tmp_path / "a.txt")]), Columns()))
    assert [Path(one.name).name for one in made] == ["a.txt", "c.jsonl"]
    assert made[1].failure and "KeyError: 'deep inside a library'" in made[1].failure


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_may_not_be_read_is_named(tmp_path) -> None:
    (tmp_path / "x").mkdir(mode=0)
    [failed] = documents(found([str(tmp_path)]), Columns())
    assert failed.failure and "Permission denied" in failed.failure


@pytest.mark.parametrize("name", ["parse", "strip", "batch"])
def test_the_empty_name_is_told(name, tmp_path, program) -> None:
    options = ["-o", tmp_path / "out.jsonl"] if name == "batch" else []
    run = program(name, "", *options)
    assert run.returncode == 1 and "'': is no name of a file" in run.stderr.decode()


def test_the_empty_name_of_records_is_told(program) -> None:
    run = program("eval", "", "")
    assert run.returncode == 1 and "'': is no name of a file" in run.stderr.decode()


@pytest.mark.parametrize("form", ["jsonl", "csv", "json", "brat"])
def test_what_is_there_stays_where_nothing_could_be_read(form, tmp_path, program) -> None:
    out = tmp_path / f"out.{form}"
    out.write_text("earlier", encoding="utf-8")
    run = program("parse", tmp_path / "nowhere.txt", "-o", out, "--force")
    assert (run.returncode, out.read_text(encoding="utf-8")) == (1, "earlier")
    assert "is not written" in run.stderr.decode() and [one.name for one in tmp_path.iterdir()] == [out.name]


def test_the_empty_output_is_told(tmp_path, program) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    for name in ("parse", "batch"):
        run = program(name, tmp_path / "a.txt", "-o", "")
        assert run.returncode == 2 and "'': is no name of a file; name one with -o" in run.stderr.decode()


def test_a_time_zone_is_brought_to_korea_in_every_form(tmp_path, program) -> None:
    pytest.importorskip("xlsxwriter")
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    for form in ("xlsx", "jsonl"):
        out = tmp_path / f"zone.{form}"
        run = program("batch", tmp_path / "a.txt", "-o", out, "--published", "2024-02-06T20:00:00+00:00")
        assert run.returncode == 0, run.stderr.decode()
    assert lines(tmp_path / "zone.jsonl")[0]["published"] == "2024-02-07T05:00"


def test_an_output_behind_a_link_is_described_by_the_name_that_was_asked_for(tmp_path, program) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "out.csv").symlink_to(tmp_path / os.fsdecode(b"data\xff"))
    run = program("batch", tmp_path / "a.txt", "-o", tmp_path / "out.csv", "--datapackage")
    assert run.returncode == 0, run.stderr.decode()
    [resource] = json.loads((tmp_path / "datapackage.json").read_text())["resources"]
    assert (resource["path"], resource["format"]) == ("data\\xff", "csv")
    assert resource["schema"]["primaryKey"] == ["source", "id"]


FORMULAS = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_csv_is_a_formula(formula, record) -> None:
    changed = record(title=formula, source=formula, item=formula, sentence=formula, publisher=formula)
    [cells] = csv.reader(io.StringIO(records.csv_rows([changed]).decode(), newline=""))
    row = dict(zip(records.FIELDS, cells, strict=True))
    assert {row[name] for name in ("title", "source", "item", "sentence", "publisher")} == {f"'{formula}"}
    assert row["value"] == "12000"
    [raw] = csv.reader(io.StringIO(records.csv_rows([changed], raw=True).decode(), newline=""))
    assert raw[1] == formula


def test_numbers_of_csv_stay_numbers(record) -> None:
    from decimal import Decimal

    changed = record(value=Decimal("-3.5"), text="-3.5", item="+1,200")
    assert b",-3.5," in records.csv_rows([changed]) and b"'" not in records.csv_rows([changed])


def test_raw_csv_is_asked_for(tmp_path, program) -> None:
    corpus = tmp_path / "c.jsonl"
    corpus.write_text(json.dumps({"id": "a", "text": GOOD, "publisher": "=1+1"}) + "\n", encoding="utf-8")
    for options, held in (([], b",'=1+1,"), (["--raw-csv"], b",=1+1,")):
        assert program("batch", corpus, "-o", tmp_path / "out.csv", "--force", *options).returncode == 0
        assert held in (tmp_path / "out.csv").read_bytes()


def test_no_cell_of_the_targets_is_a_formula(tmp_path, program, record) -> None:
    rows = tmp_path / "r.jsonl"
    rows.write_bytes(records.jsonl([record(item="=일자리", status="target")]))
    assert ",'=일자리,".encode() in program("targets", rows, "--format", "csv").stdout
    assert ",=일자리,".encode() in program("targets", rows, "--format", "csv", "--raw-csv").stdout


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: jobextract.extract(b"x"), TypeError, "read_bytes makes a Source of bytes"),
        (lambda: jobextract.mentions(b"3"), TypeError, "mentions takes str, not bytes"),
        (lambda: jobextract.extract("x", published="2024-13-01"), ValueError, "published is '2024-13-01', no date"),
        (lambda: jobextract.mentions("x", "gestern"), ValueError, "reference is 'gestern', no date"),
        (lambda: jobextract.extract("x", rules="/nowhere"), jobextract.RuleError, "/nowhere: no"),
    ],
)
def test_what_python_gives_wrongly_is_told(call, error, words) -> None:
    with pytest.raises(error, match=words):
        call()


@pytest.mark.parametrize("number", ["9" * 1400, f"0.{'0' * 1400}1"])
def test_a_number_that_no_float_holds_is_no_reason_to_lose_the_document(number) -> None:
    text = f"한들시는 올해 일자리 목표 {number}개를 세웠다. 올해 일자리 {number}개를 만들었다. {number}년 {number}명, 5개를 만들었다."
    found = jobextract.extract(text, published="2024-03-05").records
    assert "5개" in [record.text for record in found]
    assert list(targets(found, plans=True, undated=True)) is not None


@pytest.mark.parametrize("blank", ["\x1f", "\x85", "\u2028", "\u3000", "\u200b"])
@pytest.mark.parametrize("line", ["{0}|들꽃신문|{0}", "| {0} |", "{0} 기자 = {0}", "저작권자 © {0}"])
def test_a_part_of_a_line_that_is_blank_is_no_name(line: str, blank: str) -> None:
    """Found by fuzzing: what str.split drops and the edges of a part keep."""
    body = f"{GOOD}\n시는 예산 12억원을 들인다고 설명했다."
    for page in (f"{line}\n일자리 늘린다\n{body}", f"일자리 늘린다\n{body}\n{line}"):
        assert "300개" in [record.text for record in jobextract.extract(page.format(blank)).records]
