"""Records and lines as JSON Lines, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import jsonschema
import msgspec
import pytest

from jobextract.io import records as export
from jobextract.io.schema import record_schema
from jobextract.model import Record


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("1E+4", "10000"),
        ("54700000000", "54700000000"),
        ("65.30", "65.3"),
        ("100", "100"),
        ("0.0000001", "0.0000001"),
        ("-0.50", "-0.5"),
        ("0", "0"),
        ("3.0", "3"),
    ],
)
def test_a_number_is_written_in_full_and_without_idle_zeros(number: str, written: str) -> None:
    assert export.plain(Decimal(number)) == written


def test_a_json_line_holds_every_field_in_the_order_of_the_model(record) -> None:
    line = export.jsonl([record()])
    assert line.endswith(b"}\n")
    assert list(json.loads(line)) == list(Record.__struct_fields__)


def test_korean_is_not_escaped(record) -> None:
    assert "한들시" in export.jsonl([record()]).decode()


def test_values_are_json_numbers_without_exponent(record) -> None:
    line = export.jsonl([record(value=Decimal("1E+9"), low=Decimal("0.0000001"))]).decode()
    assert '"value":1000000000,' in line
    assert '"low":0.0000001,' in line


def test_a_record_survives_the_way_through_json(record) -> None:
    before = record(value=Decimal("28.5"), low=Decimal("1E+4"))
    assert msgspec.json.decode(export.jsonl([before]), type=Record) == before


def test_csv_has_all_fields_under_their_names(record) -> None:
    sheet = (export.csv_header() + export.csv_rows([record(approx=True)])).decode()
    [row] = csv.DictReader(io.StringIO(sheet))
    assert list(row) == list(Record.__struct_fields__)
    assert (row["value"], row["approx"], row["same_as"], row["status"]) == ("12000", "true", "", "plan")


def test_csv_keeps_a_sentence_with_commas_quotes_and_line_breaks(record) -> None:
    sentence = '그는 "3개,\n4개"라고 했다.'
    sheet = (export.csv_header() + export.csv_rows([record(sentence=sentence)])).decode()
    [row] = csv.DictReader(io.StringIO(sheet, newline=""))
    assert row["sentence"] == sentence


@pytest.mark.parametrize("words", ["=합계", "'=합계", "''+3줄", "'한들시'", "-3", "'-3", "@가람", "'", "평범한 말"])
def test_an_apostrophe_that_stood_before_a_formula_comes_back(record, words) -> None:
    sheet = (export.csv_header() + export.csv_rows([record(sentence=words)])).decode()
    [row] = csv.DictReader(io.StringIO(sheet))
    assert export.as_told(row["sentence"]) == words


def test_document_is_one_object_with_articles_records_and_checks(extraction) -> None:
    whole = json.loads(export.document(extraction, extraction.records))
    assert list(whole) == ["document", "articles", "records", "checks"]
    assert whole["document"] == {
        "source": "page.txt",
        "digest": "0123456789ab",
        "characters": len(extraction.source.text),
        "lines": 4,
        "lines_kept": 2,
    }
    assert whole["articles"][0]["subject"] == "한들시"
    assert whole["records"][0]["value"] == 12000
    assert whole["checks"][0]["expected"] == 12000


@pytest.mark.parametrize(
    ("kinds", "statuses", "left"),
    [
        ((), (), ["a", "b", "c"]),
        (("money",), (), ["b"]),
        ((), ("target",), ["a"]),
        ((), ("none", "plan"), ["b", "c"]),
        (("count",), ("plan",), ["c"]),
        (("age",), (), []),
    ],
)
def test_selected_keeps_the_kinds_and_statuses_asked_for(record, kinds, statuses, left) -> None:
    records = [record(id="a", status="target"), record(id="b", kind="money", status=None), record(id="c")]
    assert [row.id for row in export.selected(records, kinds, statuses)] == left


def test_a_line_object_says_whether_the_line_was_kept_and_by_which_rule(page, lines) -> None:
    rows = [json.loads(line) for line in export.lines_jsonl(page, lines).splitlines()]
    assert [list(row)[:5] for row in rows] == [["line", "keep", "role", "rule", "text"]] * 4
    assert [(row["line"], row["keep"], row["role"]) for row in rows] == [
        (1, False, "boilerplate"),
        (2, True, "title"),
        (3, False, "blank"),
        (4, True, "body"),
    ]
    assert rows[0]["text"] == "맑음 춘천 3.1℃"
    assert rows[0]["rule"] == "line.weather"


def test_kept_text_leaves_out_the_dropped_lines_and_the_byline_glued_to_the_body(page, lines) -> None:
    kept = export.kept_text(page, lines).decode()
    assert kept == "한들시, 일자리 1만2천개 만든다\n\n한들시는 올해 일자리 1만2천개를 만들 계획이다.\n"


def test_kept_text_of_a_page_without_an_article_is_empty(page, lines) -> None:
    assert export.kept_text(page, lines[:1]) == b""


def test_the_schema_is_valid_and_takes_what_is_written(record) -> None:
    schema = record_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(json.loads(export.jsonl([record(low=Decimal("1.5"), status=None)])))
    assert schema["required"] == list(Record.__struct_fields__)
    assert all(field["description"] for field in schema["properties"].values())


@pytest.mark.parametrize("wrong", [{"kind": "weight"}, {"value": "12000"}, {"start": None}, {"surplus": 1}])
def test_the_schema_refuses_what_is_not_a_record(record, wrong) -> None:
    row = json.loads(export.jsonl([record()])) | wrong
    assert not jsonschema.Draft202012Validator(record_schema()).is_valid(row)
