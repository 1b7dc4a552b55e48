"""Word lists are data: each says what it is for, and a list that cannot be used is refused by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import regex

from jobextract.korean import word_lists
from jobextract.korean.syllables import final_consonant
from jobextract.korean.word_forms import is_past


@pytest.fixture
def lists(tmp_path, monkeypatch):
    """Writes one file of word lists and makes it the only one."""
    (tmp_path / "words").mkdir()
    monkeypatch.setattr(word_lists, "folder", lambda: tmp_path)
    word_lists._read.cache_clear()
    yield lambda text: (tmp_path / "words" / "own.toml").write_text(text, encoding="utf-8")
    word_lists._read.cache_clear()


@pytest.mark.parametrize("name", word_lists.names())
def test_every_list_of_the_project_says_what_it_is_for(name: str) -> None:
    assert len(word_lists._entry(name).why) > 10


def test_every_list_of_the_project_is_asked_for() -> None:
    """By its name in the code, by a pattern, or by a name that the code puts together."""
    folders = [Path(word_lists.__file__).parent.parent, Path(__file__).parent.parent.parent / "training"]
    code = "".join(path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py"))
    asked = set(re.findall(r'"(\w+\.\w+)"', code))
    for name in word_lists.names():
        file = name.partition(".")[0]
        called = re.findall(r"\(\?&([\w.]+)\)", word_lists._entry(name).pattern or "")
        asked |= {part if "." in part else f"{file}.{part}" for part in called}
    begun = tuple(re.findall(r'f"(\w+\.\w*)\{', code))
    assert not [name for name in word_lists.names() if name not in asked and not name.startswith(begun)]


def test_words_keep_their_order_and_values_their_worth(lists) -> None:
    lists('[a]\nwhy = "for a test"\nwords = "다 나 가"\n[b]\nwhy = "for a test"\nvalues = { "하나" = 1 }\n')
    assert word_lists.words("own.a") == ("다", "나", "가")
    assert word_lists.values("own.b") == {"하나": 1}


def test_a_pattern_takes_the_parts_that_its_reader_gives(lists) -> None:
    lists("[p]\nwhy = 'for a test'\npattern = '''\n(?&past)다$\n| 이다$\n'''\n")
    found = word_lists.pattern("own.p", past="[했]")
    assert found.search("말했다") and found.search("것이다") and not found.search("한다")


def test_a_pattern_is_put_together_of_the_lists_beside_it_and_of_other_files(lists) -> None:
    lists(
        '[days]\nwhy = "for a test"\nwords = ["이틀", "이틀 반"]\n[tail]\nwhy = "for a test"\npattern = "째|간"\n'
        '[length]\nwhy = "for a test"\npattern = "(?&own.days) (?&tail)?$"\n'
    )
    found = word_lists.pattern("own.length")
    assert found.fullmatch("이틀 반째") and found.fullmatch("이틀간") and not found.fullmatch("이틀뒤")
    assert word_lists.fragment("own.length") == r"(?:이틀\ 반|이틀)(?:째|간)?$"


def test_the_engine_that_looks_back_over_any_length_is_taken_where_it_is_asked_for(lists) -> None:
    lists("[p]\nwhy = 'for a test'\npattern = '가|나'\n")
    assert isinstance(word_lists.regex_pattern("own.p").search("가").re, regex.Pattern)
    assert isinstance(word_lists.pattern("own.p").search("가").re, re.Pattern)


@pytest.mark.parametrize(
    ("pattern", "said"), [("(?&p)가", "calls itself"), ("(?&q)", "no such list"), ("[가", "bad pattern")]
)
def test_a_pattern_that_cannot_be_put_together_is_refused(lists, pattern: str, said: str) -> None:
    lists(f"[p]\nwhy = 'for a test'\npattern = '{pattern}'\n")
    with pytest.raises(word_lists.WordListError, match=said):
        word_lists.pattern("own.p")
    with pytest.raises(word_lists.WordListError, match=said):
        word_lists.seldom(word_lists.regex_pattern, "own.p").search("")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[a]\nwords = "가 나"\n', "why"),
        ('[a]\nwhy = "x"\n', "one of words"),
        ('[a]\nwhy = "x"\nwords = "가 나 가"\n', "가 stands twice"),
        ('[a]\nwhy = "x"\nword = "가"\n', "word"),
        ("[a\n", "own.toml"),
    ],
)
def test_a_list_that_is_not_right_is_refused_by_name(lists, text: str, said: str) -> None:
    lists(text)
    with pytest.raises(word_lists.WordListError, match=said):
        word_lists.words("own.a")


@pytest.mark.parametrize(
    ("syllable", "final"), [("가", 0), ("각", 1), ("간", 4), ("했", 20), ("힣", 27), ("A", None), ("1", None)]
)
def test_final_consonants(syllable: str, final: int | None) -> None:
    assert final_consonant(syllable) == final


@pytest.mark.parametrize(
    ("word", "past"), [("나눴다", True), ("늘었습니다", True), ("있다", False), ("하겠다", False), ("간다", False)]
)
def test_the_past_tense_is_told_by_its_final(word: str, past: bool) -> None:
    assert is_past(word) is past
