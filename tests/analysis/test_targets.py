"""Targets beside what was achieved."""

import json
from decimal import Decimal

import msgspec
from figures import read

from jobextract.analysis.targets import targets, thing
from jobextract.attributes.category import category
from jobextract.rulebook.loader import load

TEXT = (
    "남해군, 일자리 늘린다\n남해군은 지난해 일자리 목표치인 800개를 넘어서는 920개 일자리를 만들었다.\n"
    "올해 목표는 1천개다."
)


def rows():
    return read(TEXT, title=True, published="2026-03-02")[1]


def test_a_row_for_each_year_with_target_actual_and_rate():
    shown = [(t.subject, t.item, t.year, t.target, t.actual, t.rate) for t in targets(rows())]
    assert shown == [
        ("남해군", "일자리", 2025, Decimal(800), Decimal(920), Decimal("115.0")),
        ("남해군", "일자리", 2026, Decimal(1000), None, None),
    ]


def test_the_evidence_is_named():
    first = targets(rows())[0]
    texts = {row.id: row.text for row in rows()}
    assert [texts[i] for i in (*first.target_ids, *first.actual_ids)] == ["800개", "920개"]


def test_json_lines_give_the_same_rows():
    dictionaries = [json.loads(msgspec.json.encode(row)) for row in rows()]
    assert targets(dictionaries) == targets(rows())


def test_what_was_achieved_without_a_target_is_no_row():
    assert targets(read("버스는 어르신 90명을 태웠다.")[1]) == []


def test_the_thing_without_the_words_of_aiming():
    assert [thing(i) for i in ("일자리 창출", "일자리 목표", "연간 목표치", "직업 훈련")] == [
        "일자리",
        "일자리",
        "연간 목표치",
        "직업 훈련",
    ]


def test_categories_of_the_job_target_disclosure():
    book = load()
    named = {
        "직접 일자리": "직접일자리",
        "직업 능력 훈련": "직업능력개발훈련",
        "고용서비스 제공": "고용서비스",
        "고용 장려금": "고용장려금",
        "창업 지원": "창업지원",
        "고용안전망 및 인프라 구축": "일자리 인프라",
        "청년 고용률": "고용률",
        "15세 이상 취업자 수": "취업자 수",
        "상용근로자": "상용근로자",
    }
    assert {item: category(item, book) for item in named} == named
    assert [category(item, book) for item in ("참여자", "미취업자", "창업", None)] == [None] * 4
