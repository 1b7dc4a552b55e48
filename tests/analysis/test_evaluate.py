"""Records scored against annotation: what counts as found, as extra, as right."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from jobextract import extract, read_path
from jobextract.analysis.evaluate import Share, score, total
from jobextract.io.records import jsonl

ROOT = Path(__file__).parents[2]


def row(**changes) -> dict:
    return {"line": 1, "text": "30명", "start": 10, "end": 13, "kind": "count", "expect": "must", **changes}


def got(**changes) -> dict:
    given = {"text": "30명", "start": 10, "end": 13, "kind": "count", "value": Decimal(30), "low": None, "high": None}
    given |= {"unit": "명", "item": "직업 훈련 참여자", "subject": "한들시", "status": "target", "period": "2024"}
    return given | {"bound": None, "approx": False} | changes


@pytest.mark.parametrize(
    ("records", "rows", "precision", "recall"),
    [
        ([got()], [row()], Share(1, 1), Share(1, 1)),
        ([], [row()], Share(0, 0), Share(0, 1)),
        ([got()], [], Share(0, 1), Share(0, 0)),
        ([got()], [row(expect="not")], Share(0, 1), Share(0, 0)),
        ([got()], [row(expect="may")], Share(0, 0), Share(0, 0)),
        ([got(kind="money")], [row()], Share(0, 0), Share(0, 1)),
        ([got(kind="number")], [row()], Share(1, 1), Share(1, 1)),
        ([got(start=12, end=15)], [row()], Share(1, 1), Share(1, 1)),
        ([got(start=13, end=15)], [row()], Share(0, 1), Share(0, 1)),
        ([got(), got()], [row()], Share(1, 1), Share(1, 1)),
        ([got()], [row(), row()], Share(1, 1), Share(1, 2)),
    ],
    ids=["found", "lost", "extra", "not", "may", "kind", "near", "touching", "beside", "twice", "once"],
)
def test_found_lost_and_extra(records, rows, precision, recall) -> None:
    result = score(records, rows)
    assert (result.precision, result.recall) == (precision, recall)


def test_a_record_that_is_no_answer_and_stands_on_nothing_is_extra() -> None:
    result = score([got(), got(start=40, end=43)], [row()])
    assert result.precision == Share(1, 2)
    assert result.complaints == ("extra  40: 30명 (count)",)


def test_the_record_that_overlaps_most_answers() -> None:
    result = score([got(start=12, end=14, value=Decimal(1)), got()], [row(value=30)])
    assert result.fields["value"] == Share(1, 1)


@pytest.mark.parametrize(
    ("field", "said", "wanted", "right"),
    [
        ("value", got(), row(value=30), True),
        ("value", got(value=Decimal("30.0")), row(value="30"), True),
        ("value", got(value=Decimal(31)), row(value=30), False),
        ("value", got(value=None), row(value=30), False),
        ("value", got(value=None, low=Decimal(20), high=Decimal(30)), row(low=20, high=30), True),
        ("value", got(value=Decimal("0.1")), row(value=0.1), True),
        ("value", got(), row(), None),
        ("unit", got(), row(unit="명"), True),
        ("unit", got(), row(unit="개"), False),
        ("span", got(end=12), row(), False),
        ("item", got(), row(item=["직업훈련", "교육"]), True),
        ("item", got(item=None), row(item=["교육"]), False),
        ("subject", got(subject="경기 한들시"), row(subject="한들시"), True),
        ("subject", got(subject="새벌군"), row(subject="한들시"), False),
        ("status", got(), row(status_in=["plan", "target"]), True),
        ("status", got(status=None), row(status_in=["plan"]), False),
        ("status", got(), row(), None),
        ("period", got(), row(period="2024"), True),
        ("period", got(period="../2024"), row(period="2024"), False),
        ("bound", got(bound="min"), row(bound="min"), True),
        ("approx", got(), row(approx=True), False),
    ],
)
def test_fields(field, said, wanted, right) -> None:
    share = score([said], [wanted]).fields.get(field)
    assert (share and (share.right, share.asked)) == (None if right is None else (int(right), 1))


@pytest.mark.parametrize(("status", "wrong"), [("plan", 0), ("actual", 1), (None, 0)])
def test_an_answer_that_is_not_given_is_no_wrong_one(status, wrong) -> None:
    assert score([got(status=status)], [row(status_in=["plan"])]).fields["status"].wrong == wrong


def test_each_of_the_periods_that_are_right_counts() -> None:
    wanted = row(period="2024-01/2024-03", period_in=["2024-01/2024-03", "2024-33"])
    assert score([got(period="2024-33")], [wanted]).fields["period"].right == 1


def test_a_wrong_field_is_told_with_what_was_wanted() -> None:
    [complaint] = score([got()], [row(unit="개")]).complaints
    assert "line 1: 30명 (count)" in complaint and "'명'" in complaint and "'개'" in complaint


def test_the_total_counts_rows_and_not_texts() -> None:
    whole = total([score([got()], [row(unit="명")]), score([], [row(), row()])])
    assert whole.recall == Share(1, 3) and whole.fields["unit"] == Share(1, 1)
    assert whole.precision.value == 1.0 and whole.f1 == pytest.approx(0.5)


def test_nothing_asked_has_no_score() -> None:
    assert score([], []).f1 is None


@pytest.fixture
def records(tmp_path) -> Path:
    """The records of two of the seeds in one file."""
    path = tmp_path / "records.jsonl"
    names = ("seeds/plan-2024.txt", "seeds/two-districts.txt")
    path.write_bytes(b"".join(jsonl(extract(read_path(name)).records) for name in names))
    return path


def test_a_folder_of_annotation_is_matched_by_name(program, records, tmp_path) -> None:
    (tmp_path / "gold").mkdir()
    for name in ("plan-2024", "two-districts"):
        (tmp_path / "gold" / f"{name}.jsonl").write_bytes((ROOT / "seeds" / f"{name}.jsonl").read_bytes())
    run = program("eval", records, tmp_path / "gold")
    assert run.returncode == 0 and not run.stderr
    said = [line.split("\t") for line in run.stdout.decode().splitlines()]
    assert said[0][0] == "confidence from"
    lines = said[said.index(next(line for line in said if line[0] == "text")) :]
    assert [line[0] for line in lines] == ["text", "plan-2024", "two-districts", "all"]
    assert lines[0][:4] == ["text", "precision", "recall", "F1"]
    assert all(0.9 <= float(share) <= 1 for share in lines[-1][1:4])


def test_misses_are_listed_on_demand(program, records, tmp_path) -> None:
    gold = tmp_path / "plan-2024.jsonl"
    gold.write_text(json.dumps(row(line=99, text="없는 수", start=90_000, end=90_003)) + "\n", encoding="utf-8")
    run = program("eval", records, gold, "--show")
    assert "plan-2024: lost   line 99: 없는 수 (count)" in run.stdout.decode()
    data = json.loads(program("eval", records, gold, "--format", "json").stdout)
    assert data["plan-2024"]["required"] == 1 and data["plan-2024"]["found"] == 0
    assert data["all"]["recall"] == 0.0


def test_annotation_of_a_text_without_records_is_all_lost_and_said(program, records, tmp_path) -> None:
    gold = tmp_path / "elsewhere.jsonl"
    gold.write_text(json.dumps(row()) + "\n", encoding="utf-8")
    run = program("eval", records, gold)
    assert run.returncode == 0 and b"elsewhere: no record is of this text" in run.stderr
    assert run.stdout.decode().splitlines()[1].split("\t")[:3] == ["elsewhere", "-", "0.000"]


def test_annotation_of_another_version_of_the_text_is_said(program, records, tmp_path) -> None:
    gold = tmp_path / "review.jsonl"
    meta = {"meta": {"source": "seeds/plan-2024.txt", "digest": "ffffffffffff"}}
    gold.write_text(f"{json.dumps(meta)}\n{json.dumps(row())}\n", encoding="utf-8")
    assert b"another text" in program("eval", records, gold).stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "line 1 is no JSON"),
        ("[1]", "line 1 is no JSON object"),
        ('{"start": 1}', "line 1 has no start, end, kind"),
    ],
)
def test_what_is_no_annotation_is_refused(program, records, tmp_path, content, words) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(content, encoding="utf-8")
    run = program("eval", records, gold)
    assert run.returncode == 1 and words in run.stderr.decode() and not run.stdout


def test_an_empty_folder_and_a_missing_file_are_refused(program, records, tmp_path) -> None:
    (tmp_path / "none").mkdir()
    assert b"no .jsonl file" in program("eval", records, tmp_path / "none").stderr
    assert program("eval", records, tmp_path / "missing.jsonl").returncode == 1
