"""The program as a user meets it: what it prints where, and the code it exits with."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import jsonschema
import pytest
from rich.cells import cell_len

from jobextract.io import records, sources
from jobextract.model import Record

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "plan-2024.txt"
ARTICLE = """한들시, 올해 일자리 1만2천개 만든다

한들시는 올해 일자리 1만2천개를 만들 계획이라고 6일 밝혔다. 지난해 목표는 9천500개였다.

고용률은 65.3%로 전년보다 2.1%포인트 올랐고 지원금 547억 원이 쓰였다.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def rows(run: subprocess.CompletedProcess[bytes]) -> list[dict]:
    return [json.loads(line) for line in run.stdout.splitlines()]


def message(run: subprocess.CompletedProcess[bytes]) -> str:
    words = run.stderr.decode()
    assert "Traceback" not in words
    return words


def test_a_pipe_gets_one_record_a_line(article, program) -> None:
    run = program("parse", article)
    assert run.returncode == 0 and message(run) == ""
    records = rows(run)
    assert all(list(record) == list(Record.__struct_fields__) for record in records)
    text = ARTICLE
    assert all(text[record["start"] : record["end"]] == record["text"] for record in records)
    assert [record["start"] for record in records] == sorted(record["start"] for record in records)
    assert {"1만2천개", "9천500개", "65.3%", "547억 원"} <= {record["text"] for record in records}


def test_json_is_one_object_for_one_file_and_one_with_a_list_for_several(article, program) -> None:
    one = json.loads(program("parse", "--format", "json", article).stdout)
    assert list(one) == ["document", "articles", "records", "checks"]
    assert one["document"]["source"] == str(article)
    several = json.loads(program("parse", "--format", "json", article, SEED).stdout)
    assert [document["document"]["source"] for document in several["documents"]] == [str(article), str(SEED)]
    assert several["documents"][0] == one


def test_csv_has_a_header_and_the_fields_of_the_record(article, program) -> None:
    sheet = list(csv.DictReader(io.StringIO(program("parse", "--format", "csv", article).stdout.decode())))
    assert list(sheet[0]) == list(Record.__struct_fields__)
    assert [(row["value"], row["unit"]) for row in sheet if row["kind"] == "money"] == [("54700000000", "KRW")]


@pytest.mark.parametrize("width", [80, 200])
def test_the_table_fits_the_terminal_and_shows_the_figures_whole(article, program, width) -> None:
    run = program("parse", "--format", "table", article, env={"COLUMNS": str(width)})
    lines = run.stdout.decode().splitlines()
    assert lines[0] == "한들시, 올해 일자리 1만2천개 만든다"
    assert max(map(cell_len, lines)) <= width
    assert "54,700,000,000 KRW" in run.stdout.decode()
    assert "\x1b" not in run.stdout.decode()


def test_kind_and_status_filter_the_records(article, program) -> None:
    assert {row["kind"] for row in rows(program("parse", article, "--kind", "percent,money"))} == {"percent", "money"}
    assert {row["kind"] for row in rows(program("parse", article, "--kind", "percent", "--kind", "money"))} == {
        "percent",
        "money",
    }
    assert {row["status"] for row in rows(program("parse", article, "--status", "target"))} <= {"target"}
    assert {row["status"] for row in rows(program("parse", article, "--status", "none"))} <= {None}


def test_this_year_counts_from_the_date_given(article, program) -> None:
    undated = [row for row in rows(program("parse", article)) if row["text"] == "9천500개"]
    dated = [row for row in rows(program("parse", article, "--published", "2021-03-02")) if row["text"] == "9천500개"]
    assert [row["period"] for row in undated] == [None]
    assert [(row["period"], row["period_basis"]) for row in dated] == [("2020", "published")]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("parse", "x.txt", "--kind", "weight"), "'weight' is not one of count, money"),
        (("parse", "x.txt", "--status", "done"), "'done' is not one of target, plan, actual, none"),
        (("parse", "x.txt", "--format", "xml"), "'xml' is not one of 'table', 'json', 'jsonl', 'csv'"),
        (("parse", "x.txt", "--published", "yesterday"), "'yesterday' is not a date; write it as 2024-01-12"),
        (("parse", "x.txt", "--rules", "nowhere"), "nowhere: no *.toml there"),
        (("parse",), "Missing argument"),
        (("parse", "x.txt", "--wrong"), "No such option: --wrong"),
        (("unheard",), "No such command"),
        (("batch", "x.txt"), "Missing option"),
    ],
)
def test_wrong_usage_is_named_in_one_line_and_exits_with_2(program, arguments, words) -> None:
    run = program(*arguments)
    assert run.returncode == 2
    assert words in message(run)
    assert message(run).count("\n") == 1 and message(run).startswith("jobextract: ")
    assert run.stdout == b""


def test_a_missing_file_is_named_and_the_others_are_read(article, program) -> None:
    run = program("parse", "missing.txt", article)
    assert run.returncode == 1
    assert message(run).startswith("jobextract: missing.txt: ")
    assert {row["source"] for row in rows(run)} == {str(article)}


def test_a_folder_given_to_parse_points_to_batch(tmp_path, program) -> None:
    run = program("parse", tmp_path)
    assert run.returncode == 1
    assert str(tmp_path) in message(run) and "batch" in message(run)


def test_a_binary_file_is_refused(tmp_path, program) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8)
    run = program("parse", path)
    assert run.returncode == 1 and run.stdout == b""
    assert message(run).startswith(f"jobextract: {path}: ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no text in it"),
        (" \n\n", "no text in it"),
        ("기상청 제공\n  • 맑음춘천 3.1℃\n  • 흐림속초 4.0℃\n댓글 0\n기사 공유하기\n", "no article in it"),
    ],
)
def test_a_page_without_an_article_gives_an_empty_result_and_a_note(tmp_path, program, text, words) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    run = program("parse", path)
    assert (run.returncode, run.stdout) == (0, b"")
    assert words in message(run)


@pytest.mark.parametrize(
    "encode",
    [
        pytest.param(lambda text: text.encode("cp949"), id="cp949"),
        pytest.param(lambda text: b"\xef\xbb\xbf" + text.encode(), id="bom"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="crlf"),
        pytest.param(lambda text: unicodedata.normalize("NFD", text).encode(), id="nfd"),
    ],
)
def test_standard_input_gives_the_same_records_in_any_encoding(program, encode) -> None:
    plain = program("parse", "-", input=ARTICLE.encode())
    run = program("parse", "-", input=encode(ARTICLE))
    assert run.returncode == 0
    assert run.stdout == plain.stdout and rows(run)


def test_one_line_of_ten_megabytes_is_read(tmp_path, program) -> None:
    path = tmp_path / "long.txt"
    path.write_text("가나다라 마바사 아자차카 타파하 " * 300_000, encoding="utf-8")
    run = program("parse", path)
    assert run.returncode in (0, 1)
    assert message(run).count("\n") <= 1


def test_a_closed_pipe_ends_quietly(program) -> None:
    command = f"{sys.executable} -m jobextract parse {SEED} {SEED} {SEED} | head -1; exit ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", command], capture_output=True, timeout=900)
    assert run.returncode == 0
    assert run.stderr == b""
    assert len(run.stdout.splitlines()) == 1


def test_an_output_file_is_whole_and_leaves_nothing_beside_it(article, program, tmp_path) -> None:
    out = tmp_path / "out" / "records.jsonl"
    out.parent.mkdir()
    run = program("parse", article, "-o", out)
    assert run.returncode == 0 and run.stdout == b""
    assert out.read_bytes() == program("parse", article).stdout
    assert os.listdir(out.parent) == ["records.jsonl"]


def test_an_existing_file_is_overwritten_only_by_force(article, program, tmp_path) -> None:
    out = tmp_path / "records.csv"
    out.write_text("mine")
    run = program("parse", article, "-o", out)
    assert run.returncode == 2 and "--force" in message(run)
    assert out.read_text() == "mine"
    assert program("parse", article, "-o", out, "--force").returncode == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfid,source")


def test_an_output_folder_that_does_not_exist_is_named(article, program, tmp_path) -> None:
    run = program("parse", article, "-o", tmp_path / "nowhere" / "out.jsonl")
    assert run.returncode == 2
    assert "nowhere does not exist" in message(run)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_named(article, process) -> None:
    with open("/dev/full", "wb") as full:
        run = process("parse", article, stdout=full)
    assert run.returncode == 1
    assert "No space left on device" in message(run)


def test_own_rules_are_added(article, program, tmp_path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "broken.toml").write_text('[[rule]]\nid = "x"\npatern = "a"\n', encoding="utf-8")
    run = program("parse", article, "--rules", folder)
    assert run.returncode == 2
    assert "broken.toml" in message(run)


def test_help_and_a_short_article_never_load_what_they_do_not_need(tmp_path) -> None:
    def loaded(*arguments: str) -> set[str]:
        command = [sys.executable, "-X", "importtime", "-m", "jobextract", *arguments]
        lines = subprocess.run(command, capture_output=True, text=True, timeout=900).stderr.splitlines()
        return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}

    page = tmp_path / "short.txt"
    page.write_text("군포시는 올해 일자리 1만2천개를 만든다고 밝혔다.\n", encoding="utf-8")
    assert not {"kiwipiepy", "rich", "trafilatura"} & loaded("--help")
    assert not {"kiwipiepy", "rich", "trafilatura", "multiprocessing", "sqlite3"} & loaded("strip", str(page))
    assert not {"kiwipiepy", "rich", "trafilatura"} & loaded("parse", str(page))


def test_version_names_program_rules_weights_and_model(program) -> None:
    words = [line.split() for line in program("--version").stdout.decode().splitlines()]
    assert [word for word, _ in words] == ["jobextract", "rules", "weights", "kiwipiepy", "kiwipiepy_model"]
    assert len(words[1][1]) == 12


def test_strip_prints_the_article(program) -> None:
    kept = program("strip", SEED).stdout.decode()
    assert "직접 일자리 3천485개" in kept
    assert "댓글 0" not in kept and "기사 공유하기" not in kept


def test_strip_says_of_every_line_whether_it_was_kept(program) -> None:
    judged = rows(program("strip", "--format", "jsonl", SEED))
    text = SEED.read_text(encoding="utf-8").split("\n")
    assert [row["line"] for row in judged[: len(text) - 1]] == list(range(1, len(text)))
    assert [row["text"] for row in judged[: len(text) - 1]] == text[:-1]
    assert all(row["rule"] for row in judged)
    assert {row["role"] for row in judged if not row["keep"]} <= {"boilerplate", "meta", "blank"}


def test_strip_explains_every_line(program) -> None:
    page = program("strip", "--explain", SEED, env={"COLUMNS": "160"}).stdout.decode()
    comments = [line for line in page.splitlines() if "댓글 0" in line]
    assert comments and all(" - boilerplate " in line for line in comments)


def test_schema_describes_what_parse_writes(article, program) -> None:
    schema = json.loads(program("schema").stdout)
    validator = jsonschema.Draft202012Validator(schema)
    for row in rows(program("parse", article)):
        validator.validate(row)


def test_rules_are_listed_with_their_reasons(program) -> None:
    lines = program("rules", "list", "money").stdout.decode().splitlines()
    assert lines[0] == "id\tkind\twhy"
    assert any(line.startswith("money.won\tmoney\t") for line in lines)
    assert all(line.startswith("money.") for line in lines[1:])


def test_a_subject_that_is_none_is_refused(program) -> None:
    run = program("rules", "check", "moneys")
    assert run.returncode == 2
    assert "'moneys' is none of" in message(run) and "money" in message(run)


def test_rules_check_runs_the_examples(program) -> None:
    run = program("rules", "check", "measures")
    assert (run.returncode, run.stdout) == (0, b"")
    assert " 0 failed" in message(run)


OWN = """
[[rule]]
id = "own.mark"
kind = "count"
unit = "별점"
pattern = '(?&number)\\s?별점'
why = "stars of a review"
finds = [["{{4별점}}을 받았다", "5 별점"], ["{{3 별점}}이다", "3 별점"]]
ignores = ["별점이 없다", "9별점이다"]

[[line]]
id = "own.line"
role = "boilerplate"
pattern = '우리 신문 이웃'
why = "a list of other papers"
finds = ["우리 신문 이웃", "우리 신문 이웃들"]
ignores = ["이웃", "우리 신문 이웃"]

[[cue]]
id = "own.cue"
field = "status.after"
value = "target"
pattern = '꿈꾼다'
why = "what is dreamt of is aimed at"
finds = ["시는 일자리 {{300개}}를 꿈꾼다", "시는 일자리 {{300개}}를 만들었다"]
ignores = ["시는 일자리 {{200개}}를 꿈꾼다", "시는 일자리 {{200개}}를 만들었다"]
"""


def test_rules_check_takes_one_rule_and_counts_it_as_one(program) -> None:
    run = program("rules", "check", "money.won")
    assert run.returncode == 0 and ": 1 rule, " in message(run)


def test_rules_check_says_what_was_expected_and_what_was_got(program, tmp_path) -> None:
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    run = program("rules", "check", "own", "--rules", tmp_path)
    assert run.returncode == 1
    complaints = run.stdout.decode().replace(f"{tmp_path / 'own.toml'}: ", "").splitlines()
    assert [line.partition(":")[0] for line in complaints] == [
        "own.mark-finds-0",
        "own.mark-ignores-1",
        "own.line-finds-1",
        "own.line-ignores-1",
        "own.cue-finds-1",
        "own.cue-ignores-0",
    ]
    assert "expected 4별점 = 5 별점 by own.mark, got 4별점 = 4 별점 by own.mark" in complaints[0]
    assert "expected status target, got actual" in complaints[4]


def test_rules_explain_shows_what_was_found_what_was_not_and_why(program) -> None:
    run = program("rules", "explain", "코로나19로 고성군의 소상공인 30명이 떠났다")
    lines = [line.split("\t") for line in run.stdout.decode().splitlines()]
    assert lines[0] == ["text", "place", "outcome", "rule", "reading", "why"]
    fates = {(text, outcome) for text, _, outcome, *_ in lines[1:]}
    assert {("19", "name"), ("30명", "found"), ("고성군", "undecided")} <= fates
    [place] = [line for line in lines if line[2] == "undecided"]
    assert "경상남도 고성군 48820" in place[-1] and "강원특별자치도 고성군 51820" in place[-1]


def test_rules_explain_of_a_text_without_figures_says_so(program) -> None:
    run = program("rules", "explain", "아무것도 없다")
    assert (run.returncode, run.stdout) == (0, b"")
    assert "nothing in the text" in message(run)


@pytest.fixture
def plans(tmp_path: Path, program) -> Path:
    """The records of two articles: a target, and a year later what came of it."""
    before = tmp_path / "before.txt"
    before.write_text(
        "승인 2022.02.10\n\n너울시는 올해 공공 일자리 400개를 목표로 잡았다고 밝혔다.\n", encoding="utf-8"
    )
    after = tmp_path / "after.txt"
    after.write_text("승인 2023.02.10\n\n너울시는 지난해 공공 일자리 500개를 만들었다고 밝혔다.\n", encoding="utf-8")
    out = tmp_path / "records.jsonl"
    assert program("parse", before, after, "-o", out).returncode == 0
    return out


def test_targets_puts_what_was_achieved_beside_what_was_aimed_at(program, plans) -> None:
    [row] = json.loads(program("targets", "--format", "json", plans).stdout)
    assert (row["subject"], row["year"], row["target"], row["actual"], row["rate"]) == ("너울시", 2022, 400, 500, 125)
    [sheet] = csv.DictReader(io.StringIO(program("targets", plans).stdout.decode()))
    assert (sheet["target"], sheet["actual"], sheet["rate"], sheet["unit"]) == ("400", "500", "125", "개")
    assert program("targets", "-", input=plans.read_bytes(), env={}).stdout == program("targets", plans).stdout
    table = program("targets", "--format", "table", plans).stdout.decode()
    assert "125 %" in table and "너울시" in table


@pytest.mark.parametrize(
    ("content", "words"),
    [("not json", "line 1 is no record"), ('{"id": "a"}', "line 1 is no record"), (None, "No such file")],
)
def test_targets_of_what_is_no_record_says_which_line(program, tmp_path, content, words) -> None:
    path = tmp_path / "records.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    run = program("targets", path)
    assert (run.returncode, run.stdout) == (1, b"")
    assert str(path) in message(run) and words in message(run)


def test_targets_go_into_a_file_by_its_name(program, plans, tmp_path) -> None:
    table, rows, book = tmp_path / "t.csv", tmp_path / "t.json", tmp_path / "t.xlsx"
    assert program("targets", plans, "-o", table).returncode == 0
    [row] = csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines())
    assert program("targets", plans, "-o", rows).returncode == 0
    assert (row["target"], json.loads(rows.read_bytes())[0]["target"]) == ("400", 400)
    again = program("targets", plans, "-o", table)
    assert again.returncode == 2 and "--force" in message(again)
    assert program("targets", plans, "-o", plans, "--force").returncode == 2
    other = program("targets", plans, "-o", book)
    assert other.returncode == 2 and "'jobextract batch' writes .xlsx" in message(other) and not book.exists()


@pytest.mark.parametrize("command", [["targets"], ["parse", "--format", "csv"]])
def test_a_mark_stands_in_a_file_and_not_in_a_pipe(program, article, tmp_path, command) -> None:
    mark, table = b"\xef\xbb\xbf", tmp_path / "t.csv"
    assert program(*command, article, "-o", table).returncode == 0
    assert table.read_bytes() == mark + program(*command, article, "-o", "-").stdout


def test_a_table_that_may_not_be_written_is_told_before_anything_is_read(program, plans, tmp_path) -> None:
    (tmp_path / "t.csv").write_text("kept", encoding="utf-8")
    run = program("targets", tmp_path / "none.txt", plans, "-o", tmp_path / "t.csv")
    assert run.returncode == 2 and "none.txt" not in message(run)


def test_the_surer_targets_are_the_same_rows_as_among_all_and_no_plans(program, tmp_path, record) -> None:
    told = [
        ("aim", "target", 9000, "일자리", 0.9),
        ("result", "actual", 8000, "일자리", 0.5),
        ("part", "target", 5020, "일자리", 0.9),
        ("plan", "plan", 70, "임대주택", 0.9),
    ]
    rows = [
        record(id=f"{name}:0-3", status=status, value=value, item=item, confidence=sure, start=at * 40, end=at * 40 + 3)
        for at, (name, status, value, item, sure) in enumerate(told)
    ]
    path = tmp_path / "r.jsonl"
    path.write_bytes(records.jsonl(rows))

    def shown(*options):
        printed = program("targets", "--format", "json", path, *options).stdout
        return [(row["target"], row["actual"], row["flag"], row["confidence"]) for row in json.loads(printed)]

    every = shown()
    assert every[0][:2] == (9000, 8000)
    assert shown("--min-confidence", "0.7") == [row for row in every if row[3] >= 0.7]
    assert shown("--min-confidence", "0.4") == every


@pytest.mark.parametrize(
    ("options", "words"), [(["--year", "1999"], "1 target found, none of them is left"), ([], "no targets found")]
)
def test_a_table_without_targets_says_why(program, plans, article, options, words) -> None:
    run = program("targets", plans if options else article, *options)
    assert run.returncode == 0 and words in message(run)


def test_who_asked_for_all_is_not_told_to_ask_for_more(program) -> None:
    said = message(program("targets", "-", "--plans", "--undated", input=b""))
    assert "no targets found" in said and "--plans" not in said


def test_targets_that_are_left_out_are_counted_and_only_options_that_find_more_are_named(program, tmp_path) -> None:
    page = tmp_path / "undated.txt"
    text = "가람시, 새 일자리 목표\n가람시는 공공 일자리 3천210개를 만드는 것이 목표라고 밝혔다."
    page.write_text(text, encoding="utf-8")
    run = program("targets", page)
    assert "--plans and --undated ask for more" in message(run)
    assert "--undated" not in message(program("targets", page, "--undated"))
    page.write_text(text + " 2031년까지 길러 낼 사람은 900명을 목표로 잡았다.", encoding="utf-8")
    run = program("targets", page)
    assert "1 target without a period left out; --undated shows them" in message(run) and b"900" in run.stdout


def test_strip_says_of_a_page_that_it_holds_nothing(program, pages) -> None:
    for name, words in (("empty.txt", "no text in it"), ("menu.txt", "no article in it"), ("page.txt", "")):
        run = program("strip", pages / name)
        assert run.returncode == 0 and words in message(run) and bool(words) != bool(run.stdout)


def test_targets_reads_what_else_there_is_where_a_file_cannot_be_read(program, tmp_path, plans) -> None:
    (tmp_path / "noise.txt").write_bytes(b"\xff\xd8\xff\xe0\x00" * 40)
    (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
    run = program("targets", tmp_path / "none.txt", tmp_path, plans)
    assert run.returncode == 1 and run.stdout.count("너울시".encode()) >= 1
    said = message(run)
    assert "none.txt: does not exist" in said and "noise.txt: is no text" in said and "empty.txt: no text in it" in said


@pytest.mark.parametrize("several", [False, True])
def test_the_json_of_parse_is_read_back(program, tmp_path, several) -> None:
    files = [tmp_path / f"{name}.txt" for name in (("너울시", "한들시") if several else ("너울시",))]
    for file in files:
        told = f"승인 2022.02.10\n\n{file.stem}는 올해 공공 일자리 400개를 목표로 잡았다고 밝혔다.\n"
        file.write_text(told, encoding="utf-8")
    lines, whole = program("parse", *files).stdout, tmp_path / "records.json"
    assert program("parse", *files, "-o", whole).returncode == 0
    wanted = program("targets", "-", input=lines).stdout
    assert wanted.count(b"\n") == len(files) + 1 and program("targets", whole).stdout == wanted
    assert program("targets", "-", input=whole.read_bytes()).stdout == wanted
    assert program("targets", "-", input=b"[" + lines.strip().replace(b"\n", b",\n") + b"]").stdout == wanted
    page = tmp_path / "page.html"
    run = program("report", whole, "-o", page)
    assert run.returncode == 0 and "400개" in page.read_text(encoding="utf-8")


def test_json_over_several_lines_says_how_it_is_read(program, article) -> None:
    [first, *_] = rows(program("parse", article))
    run = program("targets", "-", input=json.dumps(first, indent=2).encode())
    assert run.returncode == 1 and "jq -c" in message(run)


@pytest.mark.parametrize("opens", ['{"document":', '{"id":'])
def test_json_that_is_too_deep_is_told(program, opens) -> None:
    deep = opens + "[" * 100_000 + "]" * 100_000 + "}"
    run = program("targets", "-", input=deep.encode())
    assert run.returncode == 1 and "Traceback" not in message(run)


def test_the_name_of_a_file_is_not_explained_as_words(program, article) -> None:
    run = program("rules", "explain", article)
    assert run.returncode == 2 and "name of a file" in message(run) and "--why" in message(run)


def test_help_says_what_each_command_does_where_there_is_room(program) -> None:
    said = program("--help", env={"COLUMNS": "120", "LC_ALL": "C"}).stdout.decode()
    [line] = [line for line in said.splitlines() if line.split()[:1] == ["targets"]]
    assert line.endswith("with article and sentence.")


def test_parse_shows_the_text_above_its_table(program) -> None:
    run = program("parse", "--show-text", "seeds/plan-2024.txt", env={"LC_ALL": "C"})
    lines = run.stdout.decode().splitlines()
    title = next(place for place, line in enumerate(lines) if "[8천640개]" in line)
    assert title < next(place for place, line in enumerate(lines) if line.split()[:1] == ["figure"])


def test_show_text_goes_with_a_table_only(program) -> None:
    run = program("parse", "--show-text", "--format", "csv", "seeds/plan-2024.txt")
    assert run.returncode == 2 and b"--format table" in run.stderr


def test_a_batch_of_what_is_not_there_writes_nothing(tmp_path, program) -> None:
    run = program("batch", tmp_path / "nope", tmp_path / "*.txt", "-o", tmp_path / "x.csv")
    assert run.returncode == 1 and list(tmp_path.iterdir()) == []
    said = run.stderr.decode()
    assert "nope: does not exist" in said and "no file matches" in said and "x.csv is not written" in said


@pytest.fixture
def pages(tmp_path) -> Path:
    """A page without text, one without an article, and an article."""
    (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
    (tmp_path / "menu.txt").write_text("메뉴 검색 로그인\n댓글 0\nⓒ 들꽃신문 무단전재 금지\n", encoding="utf-8")
    (tmp_path / "page.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_a_report_says_which_pages_are_empty_and_what_it_wrote(pages, program) -> None:
    run = program("report", pages, "-o", pages / "report.html")
    said = run.stderr.decode()
    assert run.returncode == 0 and "empty.txt: no text in it" in said and "menu.txt: no article in it" in said
    assert "report.html: 1 article with figures marked" in said


def test_a_batch_says_which_pages_are_empty_and_how_many(pages, program) -> None:
    run = program("batch", pages, "-o", pages / "records.jsonl")
    said = message(run)
    assert run.returncode == 0 and "empty.txt: no text in it" in said and "menu.txt: no article in it" in said
    assert "3 documents" in said and "2 without an article" in said and "page.txt" not in said
    assert not (pages / "records.jsonl.errors.jsonl").exists()


def test_the_bar_knows_how_many_rows_a_corpus_has(tmp_path) -> None:
    corpus = tmp_path / "news.jsonl"
    corpus.write_text('{"text": "가"}\n\n{"text": "나"}\n', encoding="utf-8")
    assert sources.total([str(corpus), str(corpus.parent / "none")]) == 3  # what is not there is a document that fails
    assert sources.total(["-"]) is None
    packed = tmp_path / "news.jsonl.gz"
    packed.write_bytes(b"")
    assert sources.total([str(packed)]) is None


def test_an_article_for_an_argument_is_not_said_again_whole(program) -> None:
    run = program("rules", "explain", "3개를 만든다.", ARTICLE * 20)
    assert run.returncode == 2 and len(message(run)) < 400


def test_the_targets_of_an_article_without_a_date_are_of_the_day_that_is_given(program, tmp_path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("너울시는 올해 공공 일자리 400개를 목표로 잡았다고 밝혔다.\n", encoding="utf-8")
    [row] = json.loads(program("targets", "--format", "json", "--published", "2022-02-10", page).stdout)
    assert (row["period"], row["target"], row["published"]) == ("2022", 400, "2022-02-10")


def test_a_target_whose_period_nobody_tells_is_shown_as_undated_beside_its_result(program, tmp_path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("너울시는 공공 일자리 400개를 만들겠다는 목표를 넘겨 500개를 만들었다.\n", encoding="utf-8")
    [row] = json.loads(program("targets", "--format", "json", page).stdout)
    assert (row["period"], row["target"], row["actual"]) == (None, 400, 500)
    assert "undated" in program("targets", "--format", "table", page, env={"LC_ALL": "C"}).stdout.decode()


@pytest.mark.parametrize(
    ("command", "name", "told"),
    [
        ("parse", "x.xlsx", "'jobextract batch' writes .xlsx"),
        ("parse", "x.html", "'jobextract report' writes .html"),
        ("report", "x.csv", "report writes .html, .htm, not .csv; 'jobextract parse' writes .csv"),
        ("parse", "x.xls", "not .xls; choose one of these endings"),
    ],
)
def test_a_name_of_another_format_is_refused_with_the_command_that_writes_it(
    command, name, told, article, program
) -> None:
    run = program(command, article, "-o", article.parent / name)
    assert run.returncode == 2 and told in message(run)
    assert not (article.parent / name).exists()


def test_an_article_given_for_records_is_told_what_to_do(article, program, tmp_path) -> None:
    run = program("eval", article, tmp_path / "gold.jsonl")
    assert run.returncode == 1
    assert "line 1 is no record; make records of an article with 'jobextract parse' first" in message(run)
    (tmp_path / "none.jsonl").write_bytes(b"")
    run = program("eval", tmp_path / "none.jsonl", tmp_path / "gold.jsonl")
    assert message(run).endswith("gold.jsonl: no such file; check the path\n")


def test_demo_writes_over_its_own_page_and_over_no_other_file(tmp_path, program) -> None:
    mine = tmp_path / "my.html"
    mine.write_text("notes")
    refused = program("demo", "--no-open", "-o", mine)
    assert refused.returncode == 2 and "exists already" in message(refused)
    assert mine.read_text() == "notes"
    assert program("demo", "--no-open", "-o", mine, "--force").returncode == 0
    assert mine.read_text().startswith("<!doctype html>")


def test_what_there_is_one_of_is_told_as_one(tmp_path, article, program) -> None:
    run = program("batch", article, "-o", tmp_path / "o.jsonl", "--jobs", "1", "--kind", "money")
    assert "1 document, 1 record, 0 failed" in message(run)
    run = program("batch", article, "-o", tmp_path / "p.jsonl", "--jobs", "1", "--kind", "money", "--lang", "ko")
    assert "문서 1건, 기록 1건" in message(run)
    assert "1 article with figures marked" in message(program("report", article, "-o", tmp_path / "p.html"))


def test_failures_are_said_to_be_where_they_are(tmp_path, article, program) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"%PDF-1")
    out = tmp_path / "deep" / "o.jsonl"
    out.parent.mkdir()
    said = message(program("batch", article, tmp_path / "empty.pdf", "-o", out, "--jobs", "1"))
    assert f"named in {out}.errors.jsonl" in said and Path(f"{out}.errors.jsonl").exists()


def test_a_size_of_less_than_a_tenth_of_a_megabyte_is_told_in_bytes(article, program) -> None:
    assert "is larger than 104 bytes" in message(program("parse", article, "--max-size", "0.0001"))


def test_an_interrupt_is_told(article, program, monkeypatch) -> None:
    from jobextract import pipeline

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "extract", interrupted)
    run = program("parse", article)
    assert run.returncode == 130 and "interrupted" in message(run)


def test_targets_takes_the_limits_and_rules_that_parse_takes(article, tmp_path, program) -> None:
    assert "is larger than" in message(program("targets", article, "--max-size", "0.0001"))
    assert program("targets", article, "--rules", tmp_path / "none").returncode == 2
    assert program("targets", article, "--timeout", "60").returncode == 0


def test_the_version_tells_which_weights_there_are(program) -> None:
    told = dict(line.rsplit(" ", 1) for line in program("--version").stdout.decode().splitlines())
    assert len(told["weights"]) == len(told["rules"]) == 12
