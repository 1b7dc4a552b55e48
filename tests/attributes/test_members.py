"""Lists of members with one measure: the item is what is measured, the member the place, firm or age that it is told of."""

from __future__ import annotations

from typing import cast

import pytest

from jobextract import extract
from jobextract.attributes.figure import Figure
from jobextract.attributes.items import choice, member
from jobextract.attributes.items.candidates import Candidate, Reader
from jobextract.korean import noun_check
from jobextract.korean.tokens import Sentence
from jobextract.learning.ranking import NONE, Ranker
from jobextract.learning.weights import Weights
from jobextract.model import Mention


def _read(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    records = extract(text).records
    return [(r.text, r.item, r.member, r.subject) for r in records if r.kind not in ("date", "time")]


@pytest.mark.parametrize(
    ("text", "measure", "members"),
    [
        ("지난달 전세가격은 서울 2.4%, 인천 1.1%, 경기 0.9% 올랐다.", "전세가격", ["서울", "인천", "경기"]),
        (
            "연령별 고용률은 20대 61.2%, 30대 80.4%로 집계됐다.",
            "고용률",
            ["20대", "30대"],
        ),
    ],
)
def test_each_figure_of_a_list_has_the_measure_as_item_and_its_own_member(text, measure, members) -> None:
    rows = [row for row in _read(text) if row[0].endswith("%")]
    assert [row[2] for row in rows] == members
    assert all(measure in row[1] for row in rows)
    assert len({row[1] for row in rows}) == 1, "a pivot by member needs one item"


def test_a_member_that_is_a_body_is_the_subject_too() -> None:
    rows = _read("올해 예산은 남양주시 2조1천억원, 의정부시 1조6천억원, 구리시 8천억원이다.")
    assert [row[3] for row in rows] == ["남양주시", "의정부시", "구리시"]
    assert all("예산" in row[1] for row in rows)


def test_a_figure_told_of_nobody_in_particular_has_no_member() -> None:
    assert all(row[2] is None for row in _read("시는 올해 청년 일자리 1천200개를 만들 계획이라고 밝혔다."))


@pytest.mark.parametrize(
    ("text", "figure", "item"),
    [
        ("소도시도로는 9곳이 막혔다.", "9곳", "소도시도로"),
        ("2분기 농산물 수출이 전년동기대비 7.2% 늘어난 21억 달러였다.", "7.2%", "농산물 수출"),
        ("야간근무 수당이 현행 월 6만원에서 월 8만원으로 오른다고 시는 밝혔다.", "8만원", "야간근무 수당"),
        ("중장년 고용률은 63.2%로 전년동월대비 0.7%p 올랐다.", "0.7%p", "고용률"),
    ],
)
def test_an_item_is_a_whole_noun_and_no_comparison(text, figure, item) -> None:
    [found] = [row for row in _read(text) if row[0] == figure]
    assert item in found[1]


def test_a_bank_in_brackets_is_a_member_and_its_profit_the_item() -> None:
    text = "다온화학의 영업이익이 예상보다 31.4% 많았고 새별은행(21.6%), 가온증권(15.2%) 등도 크게 늘었다."
    rows = {row[0]: row for row in _read(text)}
    assert rows["21.6%"][2:] == ("새별은행", "새별은행") and "영업이익" in rows["21.6%"][1]


def test_who_only_gave_the_papers_owns_no_figure() -> None:
    text = "나온유 의원이 환경부에서 받은 자료를 보면 지난해 억새 축제에는 41만명이 찾았다."
    assert all(row[3] != "환경부" for row in _read(text))


def test_what_stands_in_a_county_is_the_countys() -> None:
    [row] = [row for row in _read("올해 8월까지 인천 옹진군 내 출생아 수는 61명입니다.") if row[0] == "61명"]
    assert row[3].split()[-1] == "옹진군"


def test_a_member_that_is_no_place_body_or_age_is_named_with_what_is_measured_of_it() -> None:
    rows = _read("10월 소비자물가는 3.0% 올랐다. 석유류는 6.2%, 수산물은 3.4%, 농산물은 2.1% 올랐다.")[1:]
    assert [row[1] for row in rows] == ["석유류 소비자물가", "수산물 소비자물가", "농산물 소비자물가"]


def _joined(item: str | None, own: str, mate: str) -> str | None:
    """What the figure told of ``own`` counts, after one told of ``mate``."""
    before, draft = (Figure(cast(Mention, None), cast(Sentence, None), 0) for _ in range(2))
    before.label, draft.member, draft.item = mate, own, item
    choice._join(draft, [before])
    return draft.item


@pytest.mark.parametrize(
    ("item", "joined"),
    [
        ("비중", "석탄 비중"),
        ("발전원별 비중", "석탄 비중"),
        ("원전 비중", "석탄 비중"),
        ("원전", "석탄"),
        ("석탄 비중", "석탄 비중"),
        (None, "석탄"),
    ],
)
def test_no_member_bears_the_name_of_another(item, joined) -> None:
    assert _joined(item, "석탄", "원전") == joined


@pytest.mark.parametrize(("form", "copula"), [("목표치인", True), ("노인", False), ("상인", False)])
def test_the_copula_that_joins_a_noun_to_its_figure_is_no_part_of_it(form, copula) -> None:
    assert noun_check.is_copula(form) is copula


@pytest.mark.parametrize(
    ("head", "is_item"),
    [
        *(
            (head, False)
            for head in ("미치지", "만들어", "우리", "들어보셨", "얼어붙", "빌려주", "아예", "초순엔", "내건")
        ),
        *((head, True) for head in ("목표치", "아이", "판가", "면세유", "전공의", "하자", "묶음", "고인", "배분안")),
    ],
)
def test_verbs_and_pronouns_are_no_items(head, is_item) -> None:
    assert noun_check.is_item(head) is is_item


def test_a_comparison_is_no_member() -> None:
    text = "36시간 이상 취업자는 전년동월대비 338만 명 감소했고, 36시간 미만 취업자는 412만 명 증가했다."
    first = next(record for record in extract(text).records if record.text == "338만 명")
    assert (first.item, first.member) == ("36시간 이상 취업자", None)


@pytest.fixture
def weighed(monkeypatch):
    """The members that each figure of a text may be of with their facts, by how the figure is written."""
    found, ask = {}, member.candidates

    def heard(near, draft, *rest):
        several = ask(near, draft, *rest)
        found[draft.mention.text] = {one.text: one.facts for one in several}
        return several

    monkeypatch.setattr(member, "candidates", heard)
    return lambda text: (found.clear(), extract(text), found)[-1]


def test_the_name_before_a_bracket_is_weighed_as_member_of_all_its_figures(weighed) -> None:
    found = weighed("달빛은행(2억→3억원)과 별빛은행(47억→51억원)도 벌었다.")
    assert "encloses#0" in found["51억원"]["별빛은행"]
    assert "encloses#0" in found["3억원"]["달빛은행"]
    assert "encloses" not in str(found["51억원"].get("달빛은행"))


def test_what_has_the_place_of_the_figure_before_each_is_weighed_as_its_member(weighed) -> None:
    found = weighed("무와 배추는 각각 70톤, 28톤 늘었다.")
    assert "each1" in found["28톤"]["배추"]
    assert "each0" in found["28톤"]["무"]


@pytest.mark.parametrize(
    ("item", "group", "rate", "told"),
    [
        ("횡성", "people", 150, ("합계출산율", "횡성")),
        ("횡성", "people", -150, ("횡성", None)),
        ("횡성", "count", 150, ("횡성", None)),
        ("온누리", "count", 150, ("합계출산율", "온누리")),
        ("온누리", "measure", 150, ("온누리", None)),
        ("출생아", "people", 150, ("출생아", None)),
    ],
)
def test_what_is_measured_of_a_place_or_person_takes_its_place_where_it_is_likely(item, group, rate, told) -> None:
    draft = Figure(cast(Mention, None), cast(Sentence, None), 0)
    draft.item = item
    draft.candidates = [
        Candidate("횡성", ["place"]),
        Candidate("출생아", ["births"]),
        Candidate("합계출산율", ["rate"]),
    ]
    learned: dict[str, tuple[int, ...]] = {"likeliest": (300,), "births": (-200,), "rate": (rate,), NONE: (0,)}
    ranker = Ranker(Weights(name="item", pages="", labels=["item"], weights=learned))
    choice._measured_of(draft, ranker, cast(Reader, Names()), group)
    assert (draft.item, draft.member) == told


class Names:
    """A reader that knows one town and one person."""

    def is_place_or_body(self, text: str) -> bool:
        return text == "횡성"

    def is_person(self, text: str) -> bool:
        return text == "온누리"
