"""What a status is learned of: no fact knows the digits of a figure."""

import pytest

from training.figures import desks
from training.pages import LabelledPage

TEXT = (
    "나루군, 일자리 {0} 목표\n나루군은 2023년 청년(15~39세) 일자리 {0}를 만들기로 했으나 {1}에 그쳤다.\n"
    "2024년 계획 : 일자리 {2} 창출 → 상담 {3}"
)


def facts(*figures):
    text = TEXT.format(*figures)
    page = LabelledPage("page", "author", text, ["T", "B", "B"], [{"published": "2023-12-05"}], [])
    return [desk.evidence(figure) for desk in desks(page) for figure in desk.drafts if desk.is_judged(figure)]


@pytest.mark.parametrize(
    "figures",
    [
        ("7천300개", "6천100개", "8천개", "41건"),
        ("1만3천50개", "980개", "2만9개", "1천7건"),
        ("555개", "444개", "666개", "88건"),
    ],
)
def test_facts_do_not_change_when_only_digits_do(figures):
    other = [figure.translate(str.maketrans("123456789", "987654312")) for figure in figures]
    told = facts(*figures)
    assert len(told) == 5 and told == facts(*other)
