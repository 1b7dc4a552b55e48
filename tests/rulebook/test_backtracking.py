"""No pattern that doubles its time with every sign: neither in the project's rules nor in a user's."""

import time

import pytest

import jobextract
from jobextract.rulebook import backtracking, loader
from jobextract.rulebook.schema import RuleError

RULES = loader.load()


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:a+|b)*",
        r"(?:\s*x\s*)*",
        r"(?:\d{1,2}|x)*",
        r"(?:(?:가|나+))+",
        r"(\w+)*!",
        r"x(?:[\d,.]+%?|원)*",
        r"(?:\s?x\s?)*",
        r"(?:a+a+b)*",
        r"(?:a+b?a+c)*",
        r"(?<=\((?:[가-힣]{2,9}[0-9천백만]{1,9},){0,30})1",
    ],
)
def test_a_repetition_that_can_be_parted_in_many_ways_is_seen(pattern):
    assert backtracking.endless(pattern)


@pytest.mark.parametrize(
    "pattern", [r"(?:a++|b)*", r"(?:\s*+x)*", r"(?:ab?)*", r"(?:\s?x)*", r"[가-힣]{2,}", r"(?>a+)*", r"(?:, ?\d+){2,}"]
)
def test_a_repetition_that_gives_nothing_back_is_none(pattern):
    assert not backtracking.endless(pattern)


def test_every_pattern_of_the_project_is_safe():
    RULES.verify()


@pytest.mark.parametrize("rule", RULES.line_rules, ids=lambda rule: rule.id)
def test_a_line_of_one_sign_costs_no_more_than_its_length(rule):
    pattern = RULES.anchored(rule.pattern, rule.id)
    began = time.process_time()
    for word in rule.needs[:3] or [""]:
        for sign in ("9", " ", "가", "1 ", "· ", "3명 ", "공감 ", "1,0"):
            pattern.fullmatch((word + sign * 60)[: min(rule.longest, 60) - 1] + "x")
    assert time.process_time() - began < 30


def test_a_users_rule_of_that_kind_is_refused(tmp_path):
    (tmp_path / "own.toml").write_text(
        '[[line]]\nid = "own.list"\nrole = "boilerplate"\npattern = \'값(?:\\d+|원)*끝\'\nwhy = "a list"\n'
        'finds = ["값3끝", "값원끝"]\nignores = ["값이 올랐다", "끝값"]\n',
        encoding="utf-8",
    )
    with pytest.raises(RuleError, match=r"own\.list"):
        loader.load((str(tmp_path),))


@pytest.mark.parametrize(
    "text",
    [
        "일자리 310건(" + "24, 반기" * 100 + "100",
        "#일자리·" * 24 + "#",
        "댓글  1  |  " * 6 + "!",
        ("촬영: 가나" + " " * 9) * 6 + "::",
    ],
    ids=["parts", "tags", "counters", "staff"],
)
def test_a_list_that_breaks_off_doubles_no_time(text):
    """Each of these took minutes: a blank or a dot between two entries could be part of either."""
    jobextract.extract(f"한들시는 길을 넓혔다고 밝혔다.\n{text}\n", timeout=60)
