"""A user's rule file that is wrong is refused with what to do; none ends in a traceback, hangs, or is taken silently."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import jobextract
from jobextract.rulebook import loader, own_rules

RULE = """[[rule]]
id = "own.pack"
kind = "count"
pattern = "(?&number)(?P<unit>꾸러미)"
why = "packs are counted"
finds = [["{{3꾸러미}}를 샀다", "3 꾸러미"], ["{{4꾸러미}}를 샀다", "4 꾸러미"]]
ignores = ["꾸러미를 샀다", "꾸러기가 왔다"]
"""
LINE = """[[line]]
id = "own.line"
role = "boilerplate"
pattern = "꾸러미 안내"
why = "a banner"
finds = ["꾸러미 안내", "꾸러미 안내"]
ignores = ["꾸러미를 샀다", "안내문"]
"""
CUE = """[[cue]]
id = "own.cue"
field = "status.after"
value = "plan"
pattern = "꾸릴 참"
why = "is about to"
finds = ["{{3개}}를 꾸릴 참", "{{4개}}를 꾸릴 참"]
ignores = ["{{3개}}를 꾸렸다", "{{4개}}를 꾸렸다"]
"""


def of(base: str, **changes: str) -> str:
    """The rule with other lines for some keys."""
    kept = [line for line in base.splitlines() if line.partition(" =")[0] not in changes]
    return "\n".join([*kept, *(f"{key} = {value}" for key, value in changes.items())]) + "\n"


WRONG = {
    "rule-number": ("rule = 3", "rule holds no rules"),
    "rule-text": ('rule = "x"', "rule holds no rules"),
    "rule-list": ("rule = [1]", "rule holds no rules"),
    "rule-single": ('[rule]\nid = "a"', "rule holds no rules"),
    "fragments-number": ("fragments = 3", "fragments is no table"),
    "fragment-number": ("[fragments]\na = 3", "neither a pattern nor a list of words"),
    "fragment-numbers": ("[fragments]\na = [1, 2]", "neither a pattern nor a list of words"),
    "fragment-empty": ("[fragments]\na = []", "neither a pattern nor a list of words"),
    "fragment-of-number": ('[fragments]\nnumber = "x"', "the project's own fragment has that name"),
    "tables-number": ("tables = 3", "tables is no table"),
    "tables-of-the-project": ("[tables]\nregions = 3", "the project's own data have that name"),
    "fragment-calls-itself": ('[fragments]\na = "(?&b)"\nb = "(?&a)"\n' + of(RULE, pattern='"(?&number)(?&a)"'), "calls itself"),
    "pattern-calls-itself": (of(RULE, pattern='"(?&number)꾸러미(?R)?"'), "calls itself"),
    "pattern-calls-a-group": (of(RULE, pattern='"(?&number)(꾸러미)(?1)?"'), "calls itself"),
    "reading-without-group": (RULE + 'reading = "range"', "no group (?P<second>"),
    "third-without-group": (of(RULE, pattern='"(?&number)꾸(?P<second>러)"') + 'reading = "mixed_fraction"', "no group (?P<third>"),
    "deep-file": (f"a = {'[' * 5000}{']' * 5000}", "nested too deeply"),
    "deep-pattern": (of(RULE, pattern=f'"(?&number){"(" * 9000}a{")" * 9000}"'), "more than 40 parentheses"),
    "nested": (of(RULE, pattern='"(?&number)(?:a+)+"'), "repeats what repeats already"),
    "nested-optional": (of(LINE, pattern='"(?:[0-9]*,?)*끝"'), "repeats what repeats already"),
    "nested-deeper": (of(LINE, pattern='"(?:가(?:나|[0-9]{2,}))*끝"'), "repeats what repeats already"),
    "same-alternatives": (of(LINE, pattern='"(?:가|가)*끝"'), "takes for ever"),
    "slow-behind-a-numeral": (of(RULE, pattern='"(?&number)(?P<unit>꾸)(가나|가|나)*끝"'), "takes for ever"),
    "slow-in-a-fragment": ('[fragments]\na = "(?:가나|가|나)"\n' + of(RULE, pattern='"(?&number)(?P<unit>꾸)(?&a){0,90}끝"'), "takes for ever"),
    "turns": (of(RULE, pattern='"(?&number)(?P<unit>(?:(?:가{1000}){1000}){1000})"'), "asks for more than 10,000 repetitions"),
    "turns-of-fragments": ('[fragments]\naa = "가{200}"\nbb = "(?&aa){200}"\ncc = "(?&bb){200}"\n' + of(RULE, pattern='"(?&number)(?P<unit>꾸)(?&cc)?"'), "asks for more than 10,000 repetitions"),
    "many-repetitions": (of(RULE, pattern=f'"(?&number)(?P<unit>꾸){"".join(f"(?:가{chr(0xB098 + n)}){{2,3}}" for n in range(600))}?"'), "repeats more than 500 different groups"),
    "fragments-of-fragments": ("[fragments]\n" + "".join(f'f{n} = "{f"(?&f{n + 1})" * 10}"\n' for n in range(12)) + 'f12 = "꾸"', "call one another too often"),
    "fragment-that-nobody-calls": ('[fragments]\na = "(?&b)"\nb = "(?&c)"\nc = "(?&a)"', "calls itself"),
    "fragment-that-is-not-there": ('[fragments]\na = "(?&b)"', "unknown fragment (?&b)"),
    "scale-nan": (RULE + "scale = nan", "scale: nan is no number above 0"),
    "scale-inf": (RULE + "scale = inf", "scale: inf is no number above 0"),
    "value-nan": (RULE + "value = nan", "value: nan is no number"),
    "width": (RULE + "width = -5", "width: -5 makes no range"),
    "styles": (RULE + "styles = []", "styles: without one no numeral is read"),
    "longest": (LINE + "longest = -1", "longest: no line has fewer"),
    "field": (of(CUE, field='"nothing"'), "field: 'nothing' is none of"),
    "value": (of(CUE, value='"nothing"'), "value: 'nothing' is none of actual"),
    "id-number": (of(RULE, id="3"), "Expected `str`, got `int`"),
    "id-newline": (of(RULE, id='"a\\nb"'), "id: a name holds letters"),
    "kind": (of(RULE, kind='"mesure"'), 'kind = "mesure" is none of count, money'),
    "date": ('[[date]]\nid = "date.own"\nwhy = "x"\nfinds = [["{{3일}}", "3"], ["{{4일}}", "4"]]\nignores = ["a", "b"]', "forms of dates are code"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_rule_file_is_refused(name, tmp_path) -> None:
    content, words = WRONG[name]
    (tmp_path / "own.toml").write_text(content, encoding="utf-8")
    with pytest.raises(jobextract.RuleError) as refused:
        jobextract.extract("한들시는 3꾸러미를 샀다.", rules=tmp_path)
    assert words in str(refused.value) and str(tmp_path / "own.toml") in str(refused.value)


@pytest.mark.parametrize(
    "content",
    [
        RULE,
        LINE,
        CUE,
        of(RULE, pattern='"(?&number)(?P<unit>꾸러미)(?:,[0-9]++)*"'),
        of(RULE, pattern='"(?&number)(?P<unit>꾸러미)(?: (?:가|나다){1,3}){0,40}"'),
    ],
)
def test_a_right_one_is_taken(content, tmp_path) -> None:
    (tmp_path / "own.toml").write_text(content, encoding="utf-8")
    jobextract.extract("한들시는 3꾸러미를 샀다.", rules=(str(tmp_path),))


def folder(path: Path) -> None:
    path.mkdir()


def broken_link(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize("made", [folder, broken_link, os.mkfifo, lambda path: path.write_bytes(b"# " * (1 << 20))])
def test_what_is_no_file_is_not_read(made, tmp_path) -> None:
    made(tmp_path / "own.toml")
    with pytest.raises(jobextract.RuleError, match=r"own\.toml: is "):
        jobextract.extract("3개", rules=tmp_path)


@pytest.mark.parametrize("place", ["", "/nowhere", "a\0b"])
def test_a_folder_that_is_none_is_told(place) -> None:
    with pytest.raises(jobextract.RuleError, match="give a folder that holds rule files"):
        jobextract.extract("3개", rules=(place,))


def test_a_second_number_that_is_not_there_gives_no_quantity(tmp_path) -> None:
    rule = of(RULE, pattern='"(?&number)꾸러미(?:당 (?P<second>[0-9]+))?"') + 'reading = "ratio"\n'
    (tmp_path / "own.toml").write_text(rule, encoding="utf-8")
    assert jobextract.extract("한들시는 3꾸러미를 샀다고 밝혔다.", rules=tmp_path) is not None


def test_a_rule_that_looks_around_and_takes_nothing_gives_no_quantity(tmp_path) -> None:
    rule = '[[rule]]\nid = "own.x"\nkind = "count"\nwhy = "w"\nunit = "꾸"\nvalue = 3\npattern = "(?=꾸)"\nfinds = [["가 {{꾸}}", "3"], ["나 {{꾸}}", "3"]]\nignores = ["a", "b"]'
    (tmp_path / "own.toml").write_text(rule, encoding="utf-8")
    assert jobextract.extract("가람시는 꾸러미를 나눴다. 꾸", rules=str(tmp_path)).records == ()


def test_a_line_of_two_options_again_and_again_ends(tmp_path) -> None:
    (tmp_path / "own.toml").write_text(
        of(LINE, pattern='"(?:가?+나?+)*끝"', finds='["가나끝", "가끝"]'), encoding="utf-8"
    )
    jobextract.extract(f"한들시는 꾸러미를 샀다고 밝혔다.\n\n{'가나' * 30}\n", rules=tmp_path, timeout=120)


def test_a_repeated_group_is_one_that_closes_and_not_a_bracket_that_is_text() -> None:
    assert list(own_rules.loops(r"(?:가|나)*\)+\({2}(다)++[)]*(?:(라)+마){2,}")) == [
        "(?:가|나)*",
        "(라)+",
        "(?:(라)+마){2,}",
    ]


def test_the_same_repetition_many_times_counts_once(tmp_path) -> None:
    calls = '[fragments]\nb = "(?:가나|다){0,9}"\nc = "' + "(?&b)" * 20 + '"\n'
    (tmp_path / "own.toml").write_text(calls + of(RULE, pattern=f'"(?&number)(?P<unit>꾸러미){"(?&c)" * 30}"'), "utf-8")
    jobextract.extract("한들시는 3꾸러미를 샀다.", rules=tmp_path)


@pytest.mark.parametrize("end", [r"\\s*,?\\s*끝", "가+나?가+끝", "[0-9]+[,.]?[0-9]+[,.]?[0-9]+원"])
def test_repeats_of_the_same_beside_one_another_are_refused(end, tmp_path) -> None:
    (tmp_path / "own.toml").write_text(of(RULE, pattern=f'"(?:(?&number)(?P<unit>꾸러미)|{end})"'), encoding="utf-8")
    with pytest.raises(jobextract.RuleError, match="takes for ever"):
        jobextract.extract("한들시는 3꾸러미를 샀다.", rules=tmp_path)


@pytest.mark.parametrize("name", ["ad.spam", "ui.address", "caption.credit", "counts.glued", "names.town"])
def test_the_slowest_patterns_of_the_project_would_be_taken(name) -> None:
    book = loader.load()
    entry = book.entries[name]
    own_rules.check_speed(
        book.compile(entry.pattern, name),
        entry.pattern,
        book.expand(entry.pattern, name),
        getattr(entry, "longest", 1000),
    )
