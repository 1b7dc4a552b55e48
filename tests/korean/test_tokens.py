"""Words of a sentence whose role hangs on the words beside them."""

import pytest

from jobextract.korean import tokens


def role(word: str, text: str) -> str:
    return next(one.role for one in tokens.read(text, 0, len(text), [], "body", 0).words if one.text == word)


def test_one_thing_is_a_noun_and_what_goes_on_from_a_verb_is_a_verb():
    assert role("하나", "기업은 여럿을 유치했어야 하나 그러지 못했다.") == "verb"
    assert role("하나", "구가 지은 도서관 하나 없다.") == "noun"


@pytest.mark.parametrize("form", ["거주하시는", "봉사하시던", "애쓰고계시는"])
def test_an_honorific_form_of_a_verb_is_no_town(form):
    assert tokens.classify(form)[2] == "modifier"
    assert tokens.classify("새하시는")[0] == "새하시"
