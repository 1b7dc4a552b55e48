"""Outputs by suffix, opened with the programs that people open them with: types right, Korean right, whole or not there."""

from __future__ import annotations

import csv
import datetime
import json
import os
import resource
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import corpus_rows as corpus
import msgspec
import pytest

from jobextract import extract
from jobextract.io import recorded
from jobextract.io.writers import registry
from jobextract.model import Record
from jobextract.page.decode import from_text

FIELDS = list(Record.__struct_fields__)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return corpus.as_files(tmp_path_factory.mktemp("articles") / "files")


@pytest.fixture
def written(folder, tmp_path, program):
    """Writes the small corpus into an output of this name and gives its path."""

    def write(name: str, *options: str) -> Path:
        run = program("batch", folder, "-o", tmp_path / name, *options)
        assert run.returncode == 0, run.stderr.decode()
        return tmp_path / name

    return write


@pytest.fixture
def expected(written) -> list[dict]:
    lines = written("expected.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line, parse_float=Decimal) for line in lines]


def money(rows: list[dict]) -> list[tuple]:
    return [(row["subject"], row["text"], row["value"], row["unit"]) for row in rows if row["kind"] == "money"]


def test_csv_by_the_csv_module(written, expected) -> None:
    with open(written("out.csv"), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == FIELDS
    assert [(r["id"], r["sentence"]) for r in rows] == [(r["id"], r["sentence"]) for r in expected]
    assert money(rows)[0] == ("한들시", "15억 원", "1500000000", "KRW")


def test_csv_by_pandas(written, expected) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(written("out.csv"))
    assert list(frame.columns) == FIELDS and len(frame) == len(expected)
    assert frame["value"].dtype == "float64" and frame["approx"].dtype == bool
    assert frame[frame["kind"] == "money"]["value"].iloc[0] == 1_500_000_000


def test_parquet_by_pyarrow(written, expected) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    file = parquet.ParquetFile(written("out.parquet"))
    table = file.read()
    types = {name: str(table.schema.field(name).type) for name in ("value", "start", "approx", "sentence", "year")}
    assert types == {
        "value": "decimal128(38, 10)",
        "start": "int64",
        "approx": "bool",
        "sentence": "string",
        "year": "int64",
    }
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"
    assert table.to_pylist() == expected


def test_parquet_by_polars(written, expected) -> None:
    polars = pytest.importorskip("polars")
    pytest.importorskip("pyarrow")
    frame = polars.read_parquet(written("out.parquet"))
    assert frame.columns == FIELDS and frame["value"].dtype == polars.Decimal(38, 10)
    assert frame.filter(polars.col("subject") == "새벌군")["sentence"].to_list() == [
        row["sentence"] for row in expected if row["subject"] == "새벌군"
    ]


def sheet(book, name: str) -> list[dict]:
    """The rows of a sheet by their headings."""
    header, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_excel_by_openpyxl(written, expected) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    book = openpyxl.load_workbook(written("out.xlsx"))
    assert book.sheetnames == ["targets", "figures", "articles", "checks", "about"]
    assert {each.freeze_panes for each in book} == {"A2"}
    assert [list(book[name].tables) for name in ("targets", "figures", "articles")] == [
        ["targets"], ["figures"], ["articles"],
    ]  # fmt: skip
    figures = sheet(book, "figures")
    first = ["Published", "Subject", "Item", "Member", "Short value", "Value", "Unit", "Status", "Period", "Confidence"]
    assert list(figures[0])[:11] == [*first, "Sentence"] and len(figures) == len(expected)
    [row] = [row for row in figures if row["As written"] == "15억 원" and row["Subject"] == "한들시"]
    assert (row["Value"], row["Unit"], row["Short value"]) == (1_500_000_000, "KRW", "KRW 1.5 bn")
    assert row["Approximate"] is False and row["Published"] == datetime.datetime(2024, 3, 1, 9, 10)
    assert [row["Reporter"] for row in sheet(book, "articles")] == ["강민서"] * 5
    assert {row["Name"]: row["Value"] for row in sheet(book, "about")}["Figures"] == len(expected)


def test_a_workbook_for_korean_readers(written) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    path = written("out.xlsx", "--lang", "ko")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["목표와 실적", "수치", "기사", "검산", "정보"]
    figures = sheet(book, "수치")
    assert {"15억 원"} <= {row["읽는 값"] for row in figures} and {row["상태"] for row in figures} <= {
        "목표",
        "계획",
        "실적",
        None,
    }
    assert {row["기간"] for row in figures} == {"2023년", "2024년"}
    again = openpyxl.load_workbook(written("out.xlsx", "--append"))  # an English run adds to it
    assert len(sheet(again, "figures")) == 2 * len(figures)
    assert {row["Status"] for row in sheet(again, "figures")} <= {"target", "plan", "actual", None}
    assert len(sheet(again, "targets")) == len(sheet(book, "목표와 실적"))


BIGKINDS = [
    ("뉴스 식별자", "일자", "언론사", "기고자", "제목", "통합 분류1", "본문", "URL"),
    (
        "01.20240206", 20240206, "한들신문", "강민서", "한들시, 올해 일자리 8천640개 만든다", "지역>경기",
        "2024-02-06 09:10\n\n한들시는 예산 412억 원을 쓴다고 6일 밝혔다.", "https://example.com/a?x=1",
    ),
]  # fmt: skip


def test_a_corpus_keeps_its_address_class_and_headline(tmp_path, program) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    made = openpyxl.Workbook()
    for row in BIGKINDS:
        made.active.append(row)
    made.save(tmp_path / "news.xlsx")
    for name in ("out.jsonl", "out.csv", "out.xlsx", "out.sqlite"):
        assert program("batch", tmp_path / "news.xlsx", "-o", tmp_path / name).returncode == 0
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {json.dumps(row["carried"], ensure_ascii=False) for row in rows} == {
        '{"통합 분류1": "지역>경기", "URL": "https://example.com/a?x=1"}'
    }
    [headline] = [row for row in rows if row["section"] == "title"]
    assert (headline["text"], headline["value"], headline["title"]) == ("8천640개", 8640, BIGKINDS[1][4])
    assert BIGKINDS[1][4][headline["start"] : headline["end"]] == "8천640개"
    assert {(row["publisher"], row["reporter"], row["source"]) for row in rows} == {
        ("한들신문", "강민서", "01.20240206")
    }
    assert {row["published"] for row in rows} == {"2024-02-06T09:10"}, "the page's own stamp is fuller"
    first = sheet(openpyxl.load_workbook(tmp_path / "out.xlsx"), "figures")[0]
    assert (first["URL"], first["통합 분류1"]) == ("https://example.com/a?x=1", "지역>경기")


def test_columns_to_keep_are_named(tmp_path, program) -> None:
    corpus = tmp_path / "news.jsonl"
    rows = [
        {"text": "한들시는 일자리 300개를 만들었다.", "url": "https://example.com", "city": "한들", "n": n}
        for n in (7, 8)
    ]
    corpus.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    for keep, expected in (("city,n", {"city": "한들", "n": "7"}), ("", None), (None, {})):
        options = [] if keep is None else ["--keep", keep]
        assert program("batch", corpus, "-o", tmp_path / "out.jsonl", "--force", *options).returncode == 0
        first = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()[0])
        assert first["carried"] == (expected or None), keep
    run = program("batch", corpus, "-o", tmp_path / "out.jsonl", "--force", "--keep", "town")
    assert run.returncode == 1 and "no column 'town' among" in run.stderr.decode() and "--keep" in run.stderr.decode()


def test_targets_lead_to_the_figures_they_rest_on(tmp_path, record) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    from jobextract.io import records

    rows = [
        record(id="a:0-1", status="target", value=Decimal(8000), source="https://example.com/a?b=1&c=2"),
        record(id="a:2-3", status="actual", value=Decimal(9000)),
    ]
    with registry.opened(str(tmp_path / "out.xlsx")) as sink:
        sink.add(records.jsonl(rows), b"", b"")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    [row] = sheet(book, "targets")
    assert (row["Target"], row["Actual"], row["Rate (%)"]) == (8000, 9000, 112.5)
    header = [cell.value for cell in book["targets"][1]]
    places = [book["targets"].cell(2, header.index(name) + 1).hyperlink.location for name in ("Target", "Actual")]
    assert places == ["'figures'!A2", "'figures'!A3"]
    source = book["targets"].cell(2, header.index("Source") + 1)
    assert source.value == source.hyperlink.target == "https://example.com/a?b=1&c=2"
    assert book["targets"].cell(2, header.index("Target") + 1).number_format == "#,##0"


def test_a_result_of_another_document_has_its_own_source_and_date(tmp_path, record) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    import sqlite3

    from jobextract.io import records

    web = "https://example.com/b"
    rows = [
        record(id="a:0-1", status="target", value=Decimal(8000), source="a.txt", published="2024-02-06"),
        record(id="b:2-3", status="actual", value=Decimal(7000), source=web, published="2025-02-06", title="실적"),
    ]
    for name in ("out.xlsx", "out.sqlite"):
        with registry.opened(str(tmp_path / name)) as sink:
            sink.add(records.jsonl(rows), b"", b"")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    [row] = sheet(book, "targets")
    assert (row["Source"], str(row["Published"])[:10], row["Source of the actual"]) == ("a.txt", "2024-02-06", web)
    assert (str(row["Actual published"])[:10], row["Title of the actual's article"]) == ("2025-02-06", "실적")
    with sqlite3.connect(tmp_path / "out.sqlite") as database:
        [told] = database.execute("SELECT source, actual_source, actual_published FROM targets").fetchall()
    assert told == ("a.txt", web, "2025-02-06")


def test_the_targets_of_a_workbook_and_a_database_are_those_of_the_command(tmp_path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    import sqlite3

    from jobextract.analysis.targets import targets
    from jobextract.io import records

    said = "지난해에는 투자유치 9천800억원, 일자리 6천87개로 목표(1조원, 6천개) 가운데 일자리만 넘겼다."
    page = from_text(f"거제시 일자리\n2024-03-11 한별 기자\n\n거제시는 올해 목표를 정했다. {said}\n")
    rows = [msgspec.structs.replace(row, status=None) if row.text == "6천개" else row for row in extract(page).records]
    for name in ("out.xlsx", "out.sqlite"):
        with registry.opened(str(tmp_path / name)) as sink:
            sink.add(records.jsonl(rows), b"", b"")
    wanted = {(row.item, row.target, row.actual) for row in targets(rows)}
    assert ("일자리", Decimal(6000), Decimal(6087)) in wanted
    shown = sheet(openpyxl.load_workbook(tmp_path / "out.xlsx"), "targets")
    assert {(row["Item"], row["Target"], row["Actual"]) for row in shown} == wanted
    with sqlite3.connect(tmp_path / "out.sqlite") as database:
        assert len(database.execute("SELECT item FROM targets").fetchall()) == len(wanted)


def test_sqlite_by_sql(written, expected) -> None:
    import sqlite3

    with sqlite3.connect(written("out.sqlite")) as database:
        [(count,)] = database.execute("SELECT count(*) FROM records").fetchall()
        [row] = database.execute(
            "SELECT value, unit FROM records WHERE text = '15억 원' AND subject = '한들시'"
        ).fetchall()
        found = database.execute(
            "SELECT r.id FROM records_text t JOIN records r ON r.rowid = t.rowid WHERE records_text MATCH '새벌*'"
        ).fetchall()
        facts = dict(database.execute("SELECT name, value FROM provenance").fetchall())
        [(goals,)] = database.execute("SELECT count(*) FROM targets").fetchall()
    assert count == len(expected) and row == (1_500_000_000, "KRW") and goals > 0
    searched = {row["id"]: (row["sentence"], row["item"], row["subject"]) for row in expected}
    assert (
        sorted(found)
        == sorted((name,) for name, texts in searched.items() if "새벌" in " ".join(filter(None, texts)))
        != []
    )
    assert set(facts) >= {"program", "rules", "weights"}


def test_parquet_says_where_it_comes_from(written) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    origin = json.loads(parquet.read_schema(written("out.parquet", "--kind", "money")).metadata[b"jobextract"])
    assert origin["program"].startswith("jobextract ") and origin["options"] == {"--kind": "money"}
    assert len(origin["rules"]) == len(origin["weights"]) == 12


def test_every_module_of_the_folder_registers_a_format() -> None:
    from jobextract.io.writers import formats

    modules = {path.stem for path in Path(formats.__file__).parent.glob("*.py")} - {
        "__init__",
        "formats",
        "registry",
        "sheet",
    }
    assert {suffix.lstrip(".") for suffix in formats.known()} == modules
    script = "import sys, jobextract.io.writers.formats as f; f.known(); print([m for m in ('pyarrow', 'duckdb', 'xlsxwriter', 'openpyxl') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert run.stdout.strip() == "[]", "a format loads a large library before it is used"


def test_duckdb_by_sql(written, expected) -> None:
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    with duckdb.connect(str(written("out.duckdb")), read_only=True) as database:
        assert {name for (name,) in database.sql("SHOW TABLES").fetchall()} >= {
            "articles",
            "records",
            "checks",
            "targets",
        }
        query = (
            "SELECT a.subject, r.value FROM records r JOIN articles a ON r.source = a.source AND r.article = a.number "
        )
        found = database.sql(f"{query} WHERE r.kind = 'money' ORDER BY r.value").fetchall()
        types = dict(database.sql("SELECT column_name, column_type FROM (DESCRIBE records)").fetchall())
        [(count,)] = database.sql("SELECT count(*) FROM records").fetchall()
    assert found[0] == ("한들시", Decimal(1_500_000_000)) and count == len(expected)
    assert (types["value"], types["approx"], types["end"]) == ("DECIMAL(38,10)", "BOOLEAN", "BIGINT")


LIBRARIES = {
    "csv": (),
    "jsonl": (),
    "parquet": ("pyarrow",),
    "xlsx": ("xlsxwriter", "openpyxl"),
    "duckdb": ("duckdb", "pyarrow"),
    "sqlite": (),
}


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet", "xlsx", "sqlite"])
def test_every_form_has_the_same_bytes_whatever_the_number_of_workers(form, written) -> None:
    for library in LIBRARIES[form]:
        pytest.importorskip(library)
    one, two = (written(f"out{jobs}.{form}", "--jobs", str(jobs)).read_bytes() for jobs in (1, 2))
    assert one == two


@pytest.mark.parametrize("form", list(LIBRARIES))
def test_append_adds_to_what_is_there(form, written, expected) -> None:
    for library in LIBRARIES[form]:
        pytest.importorskip(library)
    for _ in range(2):
        path = written(f"out.{form}", "--append")
    assert sources(path) == [row["source"] for row in expected] * 2


def sources(path: Path) -> list[str]:
    """The sources of all records of an output, in its order."""
    if path.suffix == ".jsonl":
        return [json.loads(line)["source"] for line in path.read_text(encoding="utf-8").splitlines()]
    if path.suffix == ".csv":
        with open(path, encoding="utf-8-sig", newline="") as file:
            return [row["source"] for row in csv.DictReader(file)]
    if path.suffix == ".parquet":
        return __import__("pyarrow.parquet", fromlist=["*"]).read_table(path)["source"].to_pylist()
    if path.suffix == ".xlsx":
        book = __import__("openpyxl").load_workbook(path)
        return [row["Source"] for row in sheet(book, "figures")]
    if path.suffix == ".sqlite":
        with __import__("sqlite3").connect(path) as database:
            return [source for (source,) in database.execute("SELECT source FROM records ORDER BY rowid")]
    with __import__("duckdb").connect(str(path), read_only=True) as database:
        return [source for (source,) in database.sql("SELECT source FROM records").fetchall()]


def test_append_to_what_is_no_table_of_records_is_refused(folder, tmp_path, program) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"name,age\nkim,3\n")
    run = program("batch", folder, "-o", path, "--append")
    assert run.returncode == 2 and "its columns are not those of records" in run.stderr.decode()
    assert path.read_bytes() == b"name,age\nkim,3\n"


def test_numbers_that_a_type_cannot_hold_keep_their_words(record, tmp_path) -> None:
    pytest.importorskip("pyarrow")
    from jobextract.io import tables

    rows = [record(value=Decimal(value)) for value in ("1E+27", "1E+28", "0.0000000001", "1E-11", "1.00000000000")]
    exact = [Decimal("1E+27"), None, Decimal("1E-10"), None, Decimal(1)]
    assert tables.from_records(rows)["value"].to_pylist() == exact
    assert tables.from_records(rows)["text"].to_pylist() == ["1만2천개"] * 5


def test_excel_keeps_a_number_of_more_than_15_digits_as_text(record, tmp_path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    from jobextract.io import records

    values = [Decimal("123456789012345"), Decimal("1234567890123456"), Decimal("0.5")]
    with registry.opened(str(tmp_path / "out.xlsx")) as sink:
        sink.add(records.jsonl(record(value=value, sentence="=1+1") for value in values), b"", b"")
    rows = sheet(openpyxl.load_workbook(tmp_path / "out.xlsx"), "figures")
    assert [row["Value"] for row in rows] == [123456789012345, "1234567890123456", 0.5]
    assert rows[0]["Sentence"] == "=1+1"


def test_failures_stand_in_a_file_beside_the_output(tmp_path, program) -> None:
    (tmp_path / "a.txt").write_text("한들시는 일자리 300개를 만들었다.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7 \0\1")
    out = tmp_path / "out.jsonl"
    assert program("batch", tmp_path, "-o", out).returncode == 1
    [failure] = [json.loads(line) for line in (tmp_path / "out.jsonl.errors.jsonl").read_text().splitlines()]
    assert failure == {
        "source": str(tmp_path / "b.txt"),
        "cause": "is no text (a document, picture or archive)",
        "remedy": "save it as plain text or HTML first",
    }
    (tmp_path / "b.txt").unlink()
    assert program("batch", tmp_path, "-o", out, "--force").returncode == 0
    assert not (tmp_path / "out.jsonl.errors.jsonl").exists()


def test_the_description_names_every_column_with_type_and_meaning(written) -> None:
    path = written("out.csv", "--datapackage")
    [described] = json.loads(path.with_name("datapackage.json").read_text())["resources"]
    assert (described["path"], described["bytes"]) == ("out.csv", path.stat().st_size)
    fields = {field["name"]: field for field in described["schema"]["fields"]}
    assert list(fields) == FIELDS and all(field["description"] for field in fields.values())
    assert [fields[name]["type"] for name in ("value", "approx", "year", "text")] == [
        "number",
        "boolean",
        "integer",
        "string",
    ]


@pytest.mark.parametrize(
    ("target", "cause"),
    [
        ("none/out.jsonl", "the folder {folder}/none does not exist; create it first"),
        (".", "is a folder; name a file in it"),
        ("there.csv", "exists already; add --force to overwrite it, or choose another name"),
    ],
)
def test_where_nothing_can_be_written_is_told_before_the_work(target, cause, folder, tmp_path, program) -> None:
    (tmp_path / "there.csv").write_text("mine")
    (tmp_path / "d.jsonl").mkdir()
    place = tmp_path / ("d.jsonl" if target == "." else target)
    run = program("batch", folder, "-o", place)
    assert run.returncode == 2
    assert run.stderr.decode() == f"jobextract: {place}: {cause.format(folder=tmp_path)}\n"
    assert (tmp_path / "there.csv").read_text() == "mine"


def limited() -> None:
    """As on a full disk: no file may grow beyond 64 KB."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))


@pytest.mark.parametrize("form", ["jsonl", "parquet", "xlsx", "duckdb", "sqlite"])
def test_a_full_disk_leaves_nothing_under_the_final_name(form, tmp_path) -> None:
    for library in LIBRARIES[form]:
        pytest.importorskip(library)
    articles = corpus.as_files(tmp_path / "files")
    for number in range(200):
        (articles / f"c{number}.txt").write_text(corpus.TEXT.format(city="한들시", n=number % 9 + 1), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "jobextract",
        "batch",
        str(articles),
        "-o",
        str(tmp_path / f"out.{form}"),
        "--jobs",
        "1",
    ]
    run = subprocess.run(command, capture_output=True, text=True, preexec_fn=limited, timeout=900)
    assert run.returncode == 1, run.stderr
    assert "cannot be written" in run.stderr and "free some space" in run.stderr and "Traceback" not in run.stderr
    assert not (tmp_path / f"out.{form}").exists()


def test_an_unknown_suffix_and_a_missing_library_are_told(folder, tmp_path, program, monkeypatch) -> None:
    run = program("batch", folder, "-o", tmp_path / "out.xls")
    assert (
        run.returncode == 2
        and "does not end in .brat, .csv, .duckdb, .hf, .iob, .jsonl, .parquet, .spacy, .sqlite or .xlsx"
        in run.stderr.decode()
    )
    monkeypatch.setitem(sys.modules, "duckdb", None)
    run = program("batch", folder, "-o", tmp_path / "out.duckdb")
    assert run.returncode == 2
    assert "duckdb is not installed; pip install 'jobextract[duckdb]'" in run.stderr.decode()


def test_the_database_example_answers_its_question(folder, tmp_path) -> None:
    pytest.importorskip("duckdb")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = ["bash", "examples/database.sh", str(folder), str(tmp_path)]
    run = subprocess.run(
        command, cwd=Path(__file__).parents[2], capture_output=True, text=True, env=environment, timeout=900
    )
    assert run.returncode == 0, run.stderr
    assert "한들시" in run.stdout and "targets" in run.stdout


def test_a_folder_of_parts_is_described_too(tmp_path, program) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.txt").write_text("한들시는 2023년 일자리 300개, 2024년 400개를 만들었다.\n", encoding="utf-8")
    out = tmp_path / "r.parquet"
    run = program("batch", tmp_path / "a.txt", "-o", out, "--partition-by", "year", "--datapackage")
    assert run.returncode == 0, run.stderr.decode()
    [resource] = json.loads((tmp_path / "datapackage.json").read_bytes())["resources"]
    assert resource["path"] == sorted(part.relative_to(tmp_path).as_posix() for part in out.rglob("*.parquet"))
    assert resource["bytes"] == sum(part.stat().st_size for part in out.rglob("*.parquet"))


@pytest.mark.parametrize("name", ["r.xlsx", "r.csv", "r.sqlite", "r.parquet", "parts.parquet"])
def test_what_a_batch_wrote_is_read_back_by_targets_and_report(tmp_path, program, name) -> None:
    for library in ("pyarrow", "xlsxwriter", "openpyxl"):
        pytest.importorskip(library)
    text = "한들시는 2023년 일자리 목표 300개를 세워 320개를 만들었다.\n한들시는 석 달 동안 5억 원을 들였다.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    by = ["--partition-by", "kind"] if name.startswith("parts") else []
    assert program("batch", tmp_path / "a.txt", "-o", tmp_path / name, "--lang", "ko", *by).returncode == 0
    straight = program("targets", tmp_path / "a.txt", "--format", "csv").stdout
    assert b"300,320" in straight
    assert program("targets", tmp_path / name, "--format", "csv").stdout == straight
    run = program("report", tmp_path / name, "-o", tmp_path / "r.html", "--lang", "en")
    assert run.returncode == 0, run.stderr.decode()
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert '"unit":"KRW"' in page and '"unit":"month"' in page and '"text":"320개"' in page


@pytest.mark.parametrize("name", ["r.csv", "r.sqlite", "r.parquet"])
def test_carried_columns_and_words_that_look_like_formulas_are_read_back(tmp_path, program, name) -> None:
    pytest.importorskip("pyarrow")
    row = {
        "url": "=1+1",
        "title": "@한들시 일자리",
        "text": "-한들시는 2023년 일자리 목표 300개를 세웠다. 손실은 -3억 원이다.",
    }
    (tmp_path / "c.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    for output in ("plain.jsonl", name):
        assert program("batch", tmp_path / "c.jsonl", "-o", tmp_path / output, "--keep", "url").returncode == 0
    plain, read = (list(recorded.rows(str(tmp_path / output))) for output in ("plain.jsonl", name))
    assert read == plain and read[0].carried == {"url": "=1+1"}
