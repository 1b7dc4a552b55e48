"""The terminal speaks Korean in a Korean locale or with --lang ko: help, headings, messages."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import typer

from jobextract.cli import application, run
from jobextract.inspection import explain, figure_reasons, figures
from jobextract.rulebook.loader import load
from jobextract.wording import reasons, terminal
from jobextract.wording.words import choose

ROOT = Path(__file__).parents[2]
TABLES = tomllib.loads((Path(terminal.__file__).parent / "terminal.toml").read_text(encoding="utf-8"))


def helps() -> set[str]:
    """Every line of help of every command."""
    found, waiting = set(), [typer.main.get_command(application())]
    while waiting:
        command = waiting.pop()
        lines = [command.help, *(getattr(parameter, "help", None) for parameter in command.params)]
        found |= {" ".join(line.split()) for line in lines if line}
        waiting += getattr(command, "commands", {}).values()
    return found


def test_help_has_its_korean() -> None:
    """A line that is new may wait for its Korean, which ``terminal.toml`` takes; more than a few may not."""
    choose("ko")
    left = [line for line in helps() if not re.search("[가-힣]", terminal.help_text(line))]
    choose(None)
    assert len(left) <= 4, left


def test_help_is_korean_where_it_is_asked_for(program, monkeypatch) -> None:
    said = program("batch", "--help", "--lang", "ko").stdout.decode()
    assert "이 도움말을 보여 줍니다." in said and "Show this message" not in said
    assert "사용법: jobextract batch" in said and "옵션" in said and "끊긴 작업을 이어서 합니다." in said
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert "기사 한 편 또는 몇 편의 수치." in program("--help").stdout.decode()
    assert "Usage: jobextract" in program("--help", "--lang", "en").stdout.decode()


def test_messages_are_korean_with_name_cause_and_next_step(program, tmp_path) -> None:
    run = program("parse", tmp_path / "none.txt", "--lang", "ko")
    assert run.stderr.decode() == f"jobextract: {tmp_path}/none.txt: 그런 파일이 없습니다; 경로를 확인하세요\n"
    run = program("batch", tmp_path / "x: y.txt", "-o", tmp_path / "out.xls", "--lang", "ko")
    assert "가운데 하나로 끝나지 않습니다; 그렇게 이름 짓거나" in run.stderr.decode()


@pytest.mark.parametrize("headings", [explain.HEADINGS, figures.HEADINGS, figure_reasons.HEADINGS], ids=str)
def test_the_headings_of_tables_have_their_korean(headings) -> None:
    choose("ko")
    left = [name for name in headings if not re.search("[가-힣]", terminal.heading(name))]
    choose(None)
    assert not left


def test_a_list_in_a_message_holds_no_english_word(program, tmp_path) -> None:
    said = program("batch", tmp_path, "-o", tmp_path / "out.docx", "--lang", "ko").stderr.decode()
    assert ".sqlite, .xlsx 가운데" in said and " or " not in said


def test_a_part_of_a_message_is_not_taken_for_another() -> None:
    choose("ko")
    said = terminal.message("Invalid value for '--kind': 'x' is not one of count, money; see 'jobextract parse --help'")
    choose(None)
    assert said == (
        "'--kind'의 값이 맞지 않습니다: 'x'은(는) count, money 가운데 하나가 아닙니다; 'jobextract parse --help'를 보세요"
    )


def test_every_command_takes_the_language(program) -> None:
    for command in ("parse", "batch", "strip", "label", "targets", "report", "eval", "schema", "demo"):
        assert "--lang" in program(command, "--help").stdout.decode(), command
    said = program("targets", ROOT / "seeds" / "plan-2024.txt", "--lang", "ko", "--format", "table").stdout.decode()
    assert said.split()[:4] == ["주체", "항목", "기간", "목표"]


def test_the_reasons_of_strip_are_korean(program) -> None:
    said = program("strip", "--explain", ROOT / "seeds" / "weather-top.txt", "--lang", "ko").stdout.decode()
    assert "군더더기 weather.entry" in said and "본문" in said
    reasons = [line for line in said.splitlines() if re.match(r"\s+\??\s*\d+\.\d: ", line)]
    assert len(reasons) > 20
    assert len([line for line in reasons if re.search("[A-Za-z]{3}", line)]) < len(reasons) / 5


@pytest.mark.parametrize("language", ["ko", "en"])
def test_facts_of_lines_have_their_words(language) -> None:
    """A kind of fact that is new may wait for its words, which ``reasons.toml`` takes; more than a few may not."""
    weights = json.loads((ROOT / "rules" / "weights" / "lines.json").read_bytes())["weights"]
    facts = {fact for fact in weights if not fact.startswith(("rule:", "meta."))}
    said = {fact: reasons.fact(fact, language) for fact in facts}
    other = "[A-Za-z]{3}" if language == "ko" else "[가-힣]"
    left = {fact.partition(":")[0] for fact, words in said.items() if re.search(other, words) or "{" in words}
    assert len(left) <= 12, left


def test_every_line_rule_has_its_korean_reason() -> None:
    left = [rule.id for rule in load().line_rules if not re.search("[가-힣]", reasons.why(rule.id, rule.why, "ko"))]
    assert len(left) <= 3, left


@pytest.mark.parametrize("table", ["help", "messages"])
def test_what_the_korean_fills_in_the_english_gives(table) -> None:
    for english, korean in TABLES[table].items():
        assert set(re.findall(r"\{(\w+)\}", korean)) <= set(re.findall(r"\{(\w+)\}", english)), english


def test_of_two_messages_that_fit_the_one_that_says_more_is_taken() -> None:
    choose("ko")
    said = terminal.message("No such option: --statu (Possible options: --status); see 'jobextract parse --help'")
    choose(None)
    assert said.startswith("그런 옵션이 없습니다: --statu (혹시 --status);")


def test_help_in_korean_has_no_english_of_typer(capsys, monkeypatch) -> None:
    said = {}
    for language in ("ko", "en"):
        monkeypatch.setattr("sys.argv", ["jobextract", "--lang", language, "parse", "--help"])
        with pytest.raises(SystemExit):
            run()
        said[language] = capsys.readouterr().out
    choose(None)
    assert not re.search(r"OPTIONS|default:|required", said["ko"])
    assert "[옵션] FILE..." in said["ko"] and "[OPTIONS] FILE..." in said["en"]
    assert "list[" not in said["ko"] + said["en"]
