"""What becomes of targets and results that several documents tell: one row a target, the final result, or all that disagree."""

from decimal import Decimal

import msgspec
import pytest

from jobextract import extract
from jobextract.analysis.targets import targets
from jobextract.page import decode

ANNOUNCED = ("2030-02-04", "가람시, 일자리 목표", "가람시가 올해 일자리 6천400개를 만들겠다고 4일 밝혔다.")
PART_WAY = (
    "2030-07-04",
    "가람시 상반기 일자리",
    "가람시는 6월 말까지 일자리 3천200개를 만들어 올해 목표 6천400개의 50%를 달성했다고 4일 밝혔다.",
)
FINAL = (
    "2031-02-04",
    "가람시, 지난해 일자리 5천760개",
    "가람시는 지난해 일자리 5천760개를 만들었다고 4일 밝혔다. 목표 6천400개의 90%다.",
)
RESULT_ALONE = (
    "2031-02-04",
    "가람시, 지난해 일자리 5천760개",
    "가람시는 지난해 일자리 5천760개를 창출했다고 4일 밝혔다.",
)


def told(*documents):
    """The records of articles of a date, a headline and a text, each a document of its own."""
    found = []
    for number, (published, title, said) in enumerate(documents):
        page = f"{title}\n{published} 한별 기자\n\n{said}\n"
        found += extract(decode.from_text(page, f"{number}.txt")).records
    return found


def rows(*documents):
    return [(row.item, row.period, row.target, row.actual, row.flag) for row in targets(told(*documents))]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
@pytest.mark.parametrize("last", [FINAL, RESULT_ALONE], ids=["beside its target", "alone"])
def test_the_result_of_the_whole_year_goes_before_one_part_way(order, last):
    documents = (ANNOUNCED, PART_WAY, last)
    found = targets(told(*(documents[place] for place in order)))
    assert [(row.target, row.actual, row.rate, row.actual_period) for row in found] == [
        (Decimal(6400), Decimal(5760), Decimal(90), None)
    ]
    assert len(found[0].target_ids) == (3 if last is FINAL else 2)


def test_without_a_final_result_the_latest_part_way_stands():
    later = (
        "2030-10-04",
        "가람시 일자리",
        PART_WAY[2].replace("6월", "9월").replace("3천200", "4천800").replace("50", "75"),
    )
    [row] = targets(told(later, PART_WAY))
    assert (row.actual, row.actual_period, row.rate) == (Decimal(4800), "2030-01/2030-09", Decimal(75))


def test_a_sum_of_the_whole_year_that_is_less_than_its_part_is_of_something_else():
    other = ("2031-02-04", "가람시 일자리", "가람시는 지난해 일자리 410개를 창출했다고 4일 밝혔다.")
    assert rows(PART_WAY, other) == [("일자리", "2030", Decimal(6400), Decimal(3200), None)]


def audited(number, target="8천개"):
    return (
        "2031-06-04",
        "솔내시 일자리",
        f"솔내시는 지난해 일자리 목표 {target} 대비 {number}를 만들었다고 4일 밝혔다.",
    )


@pytest.mark.parametrize("turned", [False, True])
def test_two_documents_that_disagree_on_the_result_give_both_rows_the_earlier_first(turned):
    first = ("2031-01-04", *audited("8천800개")[1:])
    documents = (first, audited("7천600개"))
    assert rows(*(documents[::-1] if turned else documents)) == [
        ("일자리", "2030", Decimal(8000), Decimal(8800), "results"),
        ("일자리", "2030", Decimal(8000), Decimal(7600), "results"),
    ]


def test_two_documents_that_agree_on_the_result_give_one_row_with_the_evidence_of_both():
    [row] = targets(told(("2031-01-04", *audited("7천600개")[1:]), audited("7천600개")))
    assert (row.actual, row.flag, len(row.target_ids), len(row.actual_ids)) == (Decimal(7600), None, 2, 2)


def test_a_result_stays_with_the_target_that_its_sentence_names():
    assert rows(audited("8천800개"), audited("7천600개"), audited("7천600개", "8천500개")) == [
        ("일자리", "2030", Decimal(8000), Decimal(8800), "results"),
        ("일자리", "2030", Decimal(8000), Decimal(7600), "results"),
        ("일자리", "2030", Decimal(8500), Decimal(7600), "differs"),
    ]


def test_a_target_that_papers_name_otherwise_is_one_row_with_all_its_evidence():
    named = ("2030-02-04", "가람시, 일자리 목표", "가람시가 올해 지역 일자리 6천400개를 만들겠다고 4일 밝혔다.")
    [row] = targets(told(named, FINAL))
    assert (row.item, row.target, row.actual, len(row.target_ids)) == ("일자리", Decimal(6400), Decimal(5760), 2)
    assert (row.source, row.actual_source, row.published[:4]) == ("1.txt", "1.txt", "2031")


ROW = {
    "source": "one.txt",
    "article": 1,
    "title": "가람시 일자리",
    "published": "2031-03-02",
    "subject": "가람시",
    "item": "일자리",
    "kind": "count",
    "unit": "개",
    "change": None,
    "same_as": None,
    "year": 2030,
    "period": "2030",
    "sentence": "가람시는 일자리를 만들었다.",
    "start": 0,
    "end": 3,
    "status": "target",
}


def listed(*found):
    return [(row.item, row.target, len(row.target_ids)) for row in targets([{**ROW, **row} for row in found])]


def test_a_part_keeps_its_name_where_the_whole_is_twice_its_size_and_two_parts_of_a_document_are_two():
    part = {"id": "a", "item": "직접일자리", "value": 2100}
    papers = (part, {"id": "b", "value": 2100, "source": "b"}, {"id": "c", "value": 6400, "source": "b", "start": 90})
    assert listed(*papers) == [("직접일자리", Decimal(2100), 2), ("일자리", Decimal(6400), 1)]
    young = {"id": "b", "item": "청년 일자리", "value": 2100, "start": 90}
    assert listed({"id": "a", "value": 2100}, young) == [
        ("일자리", Decimal(2100), 1),
        ("청년 일자리", Decimal(2100), 1),
    ]


def test_names_that_begin_alike_are_one_target_of_two_papers_unless_the_number_is_round():
    def papers(value):
        item = "창업지원 공모"
        return {"id": "a", "item": "창업지원 사례", "value": value}, {
            "id": "b",
            "item": item,
            "value": value,
            "source": "b",
        }

    assert len(listed(*papers(304))) == 1 and len(listed(*papers(300))) == 2


@pytest.mark.parametrize(
    "said",
    [
        "함솔군이 올해 일자리 목표를 3천200개에서 2천900개로 낮췄다.",
        "함솔군이 올해 일자리 목표를 3천200개에서 2천900개로 300개 줄여 잡았다.",
        "함솔군이 올해 일자리 목표 3천200개를 2천900개로 하향 조정했다.",
    ],
)
def test_a_target_that_is_replaced_says_so_and_the_one_that_holds_does_not(said):
    found = rows(("2030-07-04", "함솔군 일자리 목표 하향", said))
    assert found == [
        ("일자리", "2030", Decimal(3200), None, "revised"),
        ("일자리", "2030", Decimal(2900), None, None),
    ]


def test_what_a_later_article_replaces_is_replaced_in_the_earlier_one_too_and_is_lent_no_result():
    before = ("2030-02-04", "함솔군 일자리", "함솔군은 올해 일자리 목표를 3천200개로 정했다.")
    cut = ("2030-07-04", "함솔군 일자리", "함솔군이 올해 일자리 목표를 3천200개에서 2천900개로 낮췄다.")
    after = ("2031-02-04", "함솔군 일자리", "함솔군은 지난해 일자리 2천950개를 창출했다고 4일 밝혔다.")
    assert [row[2:] for row in rows(before, cut, after)] == [
        (Decimal(3200), None, "revised"),
        (Decimal(2900), Decimal(2950), None),
    ]


def test_a_result_of_another_document_is_told_with_its_source_title_and_date():
    [row] = targets(told(ANNOUNCED, RESULT_ALONE))
    assert (row.source, row.published) == ("0.txt", "2030-02-04")
    assert (row.actual_source, row.actual_title, row.actual_published) == ("1.txt", RESULT_ALONE[1], "2031-02-04")
    [open_yet] = targets(told(ANNOUNCED))
    assert (open_yet.actual_source, open_yet.actual_title, open_yet.actual_published) == (None, None, None)


def test_a_row_is_as_sure_as_the_less_sure_of_its_sides_and_each_side_as_its_surest_figure():
    aims = [{"id": "a", "value": 900, "confidence": 0.4}, {"id": "b", "value": 900, "source": "b", "confidence": 0.9}]
    result = {"id": "c", "value": 810, "start": 40, "status": "actual", "confidence": 0.7}
    assert [row.confidence for row in targets([{**ROW, **row} for row in aims])] == [Decimal("0.9")]
    assert [row.confidence for row in targets([{**ROW, **row} for row in (*aims, result)])] == [Decimal("0.7")]
    assert targets([{**ROW, "id": "a", "value": 900}])[0].confidence is None


def test_a_rate_is_rounded_half_up_as_articles_do():
    result = {"id": "b", "value": 173, "start": 40, "status": "actual"}
    [row] = targets([{**ROW, **one} for one in ({"id": "a", "value": 400}, result)])
    assert row.rate == Decimal("43.3")


def test_the_share_of_another_target_is_no_result_of_a_rate():
    said = "가람시는 고용률 목표를 66.9%로 잡았다. 상반기 직접일자리는 3천102개로 연간 목표 4천600개의 67.4%다."
    found = {row.target: row.actual for row in targets(told(("2030-07-18", "가람시 고용률 목표", said)))}
    assert found[Decimal("66.9")] is None and found[Decimal(4600)] == Decimal(3102)


@pytest.mark.parametrize(
    "said",
    ["상반기 1천420개, 하반기 1천491개다.", "2028년 180개, 2029년 432개를 만들었다."],
)
def test_a_series_of_what_was_is_no_result_of_its_own_first_part(said):
    text = f"함솔군은 내년 일자리 3천개를 만들겠다고 밝혔다. 올해는 목표 2천800개를 웃도는 2천911개를 만들었다. {said}"
    found = rows(("2030-12-20", "함솔군 일자리 목표", text))
    assert [row[2:4] for row in found if row[3] is not None] == [(Decimal(2800), Decimal(2911))]


def test_what_somebody_says_was_done_is_no_target():
    said = "의회는 “시가 지난해 일자리 1만3천24개를 만들었다고 했지만 감사 자료에는 1만2천880개로 나온다”고 지적했다."
    assert Decimal(13024) not in {row[2] for row in rows(("2031-06-12", "가람시 일자리", f"가람시 {said}"))}
    promised = "가람시는 지난해 일자리 1만3천24개를 만들겠다고 했지만 1만2천880개에 그쳤다."
    assert [row[2:4] for row in rows(("2031-06-12", "가람시 일자리", promised))] == [(Decimal(13024), Decimal(12880))]


def test_what_one_document_sets_as_a_result_is_no_target_in_another():
    misread = {"id": "c", "value": 13024, "source": "b"}
    aim, result = {"id": "a", "value": 12500}, {"id": "b", "value": 13024, "start": 40, "status": "actual"}
    found = targets([{**ROW, **row} for row in (aim, result, misread)])
    assert [(row.target, row.actual) for row in found] == [(Decimal(12500), Decimal(13024))]


def test_an_item_ends_in_no_word_of_aiming():
    found = rows(
        ("2031-02-04", "한들도 일자리", "한들도의 지난해 도내 일자리 목표는 4만9천600개였고 실적은 4만8천912개였다.")
    )
    assert [row[0] for row in found] == ["도내 일자리"]


def test_what_is_told_after_a_part_is_of_the_whole_where_it_is_of_its_size():
    said = (
        "가람시는 지난해 일자리 1만3천24개를 만들어 목표 1만2천500개를 넘겼다. 창업지원은 211개로 목표(305개)의 69.2%에 그쳤다. "
        "올해는 1만3천500개를 만드는 것이 목표다."
    )
    found = {row[2]: row[0] for row in rows(("2031-01-23", "가람시 작년 일자리 1만3천24개", said))}
    assert found[Decimal(13500)] == "일자리" and "창업지원" in found[Decimal(305)]


def test_the_thing_is_the_whole_word_that_stands_before_its_figures():
    said = "가람시는 지난해 일자리 1만3천24개를 만들었다. 직접일자리는 4천512개(목표 4천210개)였다."
    found = {row[2]: row[0] for row in rows(("2031-01-23", "가람시 작년 일자리 1만3천24개", said))}
    assert found[Decimal(4210)].endswith("직접일자리")


def test_targets_of_two_units_in_one_bracket_have_each_their_result():
    said = "지난해에는 투자유치 9천800억원, 일자리 6천87개로 목표(1조원, 6천개) 가운데 일자리만 넘겼다."
    found = told(("2031-03-11", "거제시 목표", f"거제시는 올해 목표를 정했다. {said}"))
    left_open = [msgspec.structs.replace(row, status=None) if row.text == "6천개" else row for row in found]
    assert [(row.target, row.actual) for row in targets(left_open)] == [
        (Decimal(1_000_000_000_000), Decimal(980_000_000_000)),
        (Decimal(6000), Decimal(6087)),
    ]


def test_the_target_of_a_term_of_office_is_one_with_that_of_the_year_of_its_end():
    by = ("2023-02-04", "함솔군 일자리", "함솔군은 2026년까지 일자리 1만2천개를 만드는 것을 목표로 잡았다.")
    term = ("2025-01-20", "함솔군 일자리", "함솔군은 누적으로 민선 8기 목표 1만2천개 중 7천800개(65%)를 달성했다.")
    assert [row[1:4] for row in rows(term)] == [("2022-07/2026-06", Decimal(12000), Decimal(7800))]
    assert [row[1:4] for row in rows(by, term)] == [("2022-07/2026-06", Decimal(12000), Decimal(7800))]
