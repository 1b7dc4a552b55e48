"""Rule files that are not right are refused with the file, the rule and the key."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobextract.quantities.recognizer import find
from jobextract.rulebook.loader import Rulebook, folder, load
from jobextract.rulebook.patterns import alternatives
from jobextract.rulebook.schema import RuleError

GOOD = """
[[rule]]
id = "own.barrels"
kind = "count"
unit = "통"
pattern = '''(?&number)\\s?망태(?=(?&unit_end))'''
why = "a counter of one's own"
finds = [["기름 {{3망태}}이 샜다", "3 통"], ["{{12 망태}}을 옮겼다", "12 통"]]
ignores = ["3 망태기를 멨다", "망태를 멨다"]
"""


def broken(tmp_path: Path, text: str) -> str:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load((str(tmp_path),))
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("pattern =", "patern =", ["own.barrels", 'unknown key "patern"']),
        ('kind = "count"', 'kind = "counts"', ["own.barrels", "counts"]),
        ("(?&unit_end)", "(?&no_such)", ["own.barrels", "no_such", "[fragments]"]),
        ("망태(?=", "망태(?=(", ["own.barrels", "bad pattern"]),
        (
            'ignores = ["3 망태기를 멨다", "망태를 멨다"]',
            'ignores = ["망태를 멨다"]',
            ["own.barrels", "ignores", "2"],
        ),
        ("own.barrels", "money.won", ["money.won", "stands in"]),
        ("[[rule]]", "[[rules]]", ["[[rules]]"]),
        ("[[rule]]", "[[rule]", ["own.toml"]),
        (r"(?&number)\s?망태(?=(?&unit_end))", "망태?|", ["own.barrels", "empty"]),
    ],
)
def test_a_bad_rule_names_file_rule_and_key(tmp_path: Path, old: str, new: str, words: list[str]) -> None:
    message = broken(tmp_path, GOOD.replace(old, new))
    assert "own.toml" in message
    assert "\n" not in message.split(": ", 1)[0]
    for word in words:
        assert word in message


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"no \*\.toml"):
        load((str(tmp_path),))


def test_own_rules_join_the_book(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(GOOD, encoding="utf-8")
    book = load((str(tmp_path),))
    assert [(m.text, m.unit, m.rule) for m in find("기름 3망태과 물 2통", book=book)] == [
        ("3망태", "통", "own.barrels"),
        ("2통", "통", "counts.counter"),
    ]
    assert book.digest != load().digest


def test_a_book_of_lines_holds_what_lines_ask_for_and_stands_for_all_rules(tmp_path: Path) -> None:
    lines = load((), "line")
    assert lines.line_rules == load().line_rules and not lines.cues
    assert lines.digest == load().digest
    lines.verify()
    (tmp_path / "own.toml").write_text(GOOD, encoding="utf-8")
    assert load((str(tmp_path),), "line").cues == load().cues  # own rules are held against all


def test_own_patterns_are_compiled_at_once_and_the_project_s_when_they_are_used(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(GOOD, encoding="utf-8")
    book = load((str(tmp_path),))
    with pytest.raises(RuleError, match=r"own.barrels: bad pattern"):
        book.deferred("(", "own.barrels")
    made = book.deferred("(", "money.won")
    with pytest.raises(RuleError, match=r"money.won: bad pattern"):
        made.search("")


def test_word_lists_prefer_the_longer_word() -> None:
    book = Rulebook(sorted(folder().glob("*.toml")))
    pattern = book.compile(f"(?P<unit>{alternatives(['개', '개국', '개사', '명'])})", "test")
    assert [pattern.match(text)["unit"] for text in ("개국의", "개사가", "개를", "명이")] == [
        "개국",
        "개사",
        "개",
        "명",
    ]


def test_no_pattern_of_the_project_matches_the_empty_text() -> None:
    load().verify()


def test_at_least_150_counters() -> None:
    words = load().words
    assert len({*words["counter"], *words["glued_counter"], *words["native_counter"]}) >= 150
