"""Sentences end where a reader of Korean news would end them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobextract.korean.sentences import split


def sentences(text):
    return [text[start:end] for start, end in split(text, 0, len(text))]


@pytest.mark.parametrize(
    "marked",
    [
        "시는 고용률을 65.3%로 올렸다.|구는 1.2㎞ 길을 넓혔다.",
        "행사는 2024. 1. 12. 문을 열었다.|다음 행사는 7월 15일.|그날은 쉰다.",
        '군수는 “일자리가 복지다. 더 늘리겠다.”라고 말했다.|이어 "함께하겠다."고 했다.',
        '"끝까지 해내겠습니다."|그는 짧게 답했다.',
        '그는 "왜 우리만 늦나?"라며 웃었다.|아무도 답하지 않았다.',
        "취업자가 늘었다.청년은 줄었다.",
        "J.K. 나무가 왔다.|누리집(www.flower.example)에서 확인한다.",
        "모두 6천 명.\n지난해보다 많다.",
        "구는 늘렸다(시는 아니다. 줄였다).|끝이 났다.",
        "정말 가능할까?|그렇다!|모두가 놀랐다.",
        "사업은 1. 길 넓히기 2. 다리 놓기로 나뉜다.",
        "한 줄로 끝나는 제목",
    ],
)
def test_sentences_end_at_the_bars(marked):
    text = marked.replace("|", " ").replace("늘었다.청년", "늘었다.청년")
    wanted = [piece.strip() for part in marked.split("|") for piece in part.split("\n")]
    if "늘었다.청년" in text:
        wanted = ["취업자가 늘었다.", "청년은 줄었다."]
    assert sentences(text) == wanted


def test_a_newline_inside_a_stretch_is_a_blank():
    assert sentences("군은 길을\n넓혔다.\n다음은 다리다.") == ["군은 길을\n넓혔다.", "다음은 다리다."]


def test_only_the_stretch_is_split():
    text = "앞 문장이다. 시는 길을 넓혔다. 뒤 문장이다."
    start, end = text.index("시는"), text.index(" 뒤")
    assert split(text, start, end) == [(start, end)]


@given(st.text(alphabet='시다요.!?"“”‘’()… \n1가', max_size=60))
def test_spans_are_in_order_and_lose_only_blanks(text):
    spans = split(text, 0, len(text))
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
