"""Words that are used alike are of one class, whatever stands in front of a noun or behind a verb's stem."""

from __future__ import annotations

from itertools import combinations

import pytest

from jobextract.korean import word_classes
from jobextract.korean.word_classes import NOUN, VERB, of_noun, of_verb


@pytest.mark.parametrize(
    "alike",
    [
        "수출 수입 생산",
        "부산 대구 광주",
        "취업자 실업자 근로자",
        "아파트 주택",
        "사업비 투자액",
        "민주당 새누리당",
        "해군 부대 군인",
    ],
)
def test_nouns_that_are_used_alike_are_of_one_class(alike: str) -> None:
    classes = [of_noun(word) for word in alike.split()]
    assert classes.count(None) <= 1 and len({*classes} - {None}) == 1


@pytest.mark.parametrize("others", ["수출 부산 취업자 아파트 혐의"])
def test_nouns_of_different_fields_are_of_different_classes(others: str) -> None:
    assert all(of_noun(one) != of_noun(other) for one, other in combinations(others.split(), 2))


def test_the_end_of_a_noun_says_its_class_and_one_syllable_says_nothing() -> None:
    assert of_noun("청년취업자") == of_noun("취업자") == of_noun("재취업자") is not None
    assert of_noun("가나다람쥐율") is None and of_noun("") is None


@pytest.mark.parametrize(
    "alike", ["늘었다 늘어난 줄었다 높은", "오른 떨어졌다 올랐다면", "이뤄졌다 이뤄진", "줄인 늘린 넓혔다"]
)
def test_verbs_that_are_used_alike_are_of_one_class_in_all_their_forms(alike: str) -> None:
    classes = [of_verb(form) for form in alike.split()]
    assert classes.count(None) <= 1 and len({*classes} - {None}) == 1


def test_a_verb_made_of_a_noun_is_of_the_nouns_class() -> None:
    assert of_verb("수출했다") == of_verb("수입한") == of_noun("수출")


def test_a_stem_keeps_what_its_ending_took() -> None:
    assert of_verb("만든다") == of_verb("만들었다") is not None
    assert of_verb("숨졌다") == of_verb("숨지고") is not None


@pytest.mark.parametrize("sign", ["", "1", "a", ".", "%", "\u0000", "ㄱ"])
def test_what_is_no_word_has_no_class(sign: str) -> None:
    assert of_noun(sign) is None and of_verb(sign) is None


def test_every_word_has_one_class_which_is_named_after_one_of_its_own() -> None:
    text = (word_classes.folder() / "words" / "classes.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if not line.startswith("#")]
    for sort in (NOUN, VERB):
        words = [word for kind, *several in rows if kind == sort for word in several]
        assert len(words) == len(set(words)) == len(word_classes._classes()[sort])
    assert all(word_classes._classes()[sort][words[0]] == words[0] for sort, *words in rows)
    assert all(len(word) <= word_classes._LONGEST for sort in (NOUN, VERB) for word in word_classes._classes()[sort])
