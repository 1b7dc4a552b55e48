"""Targets beside what was achieved."""

import json
from decimal import Decimal

import msgspec
import pytest
from figures import read

from jobextract import extract
from jobextract.analysis import things
from jobextract.analysis.aimed_for import Calendar
from jobextract.analysis.targets import Reading, targets, thing
from jobextract.analysis.wording import Wording
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


def shown(text, **options):
    options = {"title": True, "published": "2026-03-02", **options}
    return [(t.item, t.period, t.unit, t.target, t.actual) for t in targets(read(text, **options)[1])]


def test_a_share_of_a_target_is_no_target():
    text = "한들시, 일자리 목표 넘었다\n한들시는 지난해 일자리 목표 5천200개를 넘어 5천890개를 만들어 달성률 113.3%를 보였다."
    assert shown(text) == [("일자리", "2025", "개", Decimal(5200), Decimal(5890))]


def test_a_target_in_the_bracket_behind_its_result_and_one_that_was_only_meant():
    text = "솔빛시, 훈련 실적\n솔빛시는 지난해 훈련생 410명을 길러 목표(380명)를 넘겼다.\n청년 인턴은 90명을 뽑겠다고 했지만 실제로는 71명에 그쳤다."
    assert [(row[3], row[4]) for row in shown(text)] == [(Decimal(380), Decimal(410)), (Decimal(90), Decimal(71))]


def test_a_result_part_way_keeps_its_own_period_and_stands_beside_the_target_of_the_year():
    text = "나루군, 일자리 실적\n나루군의 올해 일자리 목표는 900개다.\n나루군은 2월까지 일자리 300개를 만들었다."
    [row] = targets(read(text, title=True, published="2026-03-02")[1])
    assert (row.period, row.target, row.actual, row.rate) == ("2026", Decimal(900), Decimal(300), Decimal("33.3"))
    assert row.actual_period is not None and row.actual_period != "2026"


def test_plans_and_targets_without_a_period_only_where_they_are_asked_for():
    rows = [
        {**ROW, "id": "a", "status": "plan", "value": 40, "period": "2026", "year": 2026},
        {**ROW, "id": "b", "status": "target", "value": 50, "period": None, "year": None},
    ]
    assert targets(rows) == []
    assert [row.target for row in targets(rows, plans=True)] == [Decimal(40)]
    assert [row.target for row in targets(rows, undated=True)] == [Decimal(50)]


def test_the_money_of_a_policy_is_a_plan_and_the_number_of_policies_is_none():
    plan = {**ROW, "status": "plan", "item": "청년 정책", "period": "2026", "year": 2026}
    rows = [
        {**plan, "id": "a", "kind": "money", "unit": "KRW", "value": 480},
        {**plan, "id": "b", "unit": "개", "value": 12},
    ]
    assert [row.target for row in targets(rows, plans=True)] == [Decimal(480)]


def test_two_documents_that_disagree_give_both_rows_and_a_flag():
    rows = [
        {**ROW, "id": "a", "status": "target", "value": 40, "period": "2026", "year": 2026},
        {**ROW, "id": "b", "status": "target", "value": 45, "period": "2026", "year": 2026, "source": "other.txt"},
    ]
    assert [(row.target, row.flag, row.source) for row in targets(rows)] == [
        (Decimal(40), "differs", "one.txt"),
        (Decimal(45), "differs", "other.txt"),
    ]


def test_a_stated_rate_that_is_another_than_the_computed_one_is_flagged():
    rows = [
        {**ROW, "id": "a", "status": "target", "value": 100, "period": "2025", "start": 0, "end": 4},
        {**ROW, "id": "b", "status": "actual", "value": 90, "period": "2025", "start": 10, "end": 13},
        {
            **ROW,
            "id": "c",
            "status": "actual",
            "value": 95,
            "unit": "%",
            "kind": "percent",
            "item": "달성률",
            "start": 20,
            "end": 23,
        },
    ]
    [row] = targets(rows)
    assert (row.rate, row.stated_rate, row.flag) == (Decimal("90.0"), Decimal(95), "rate")


@pytest.mark.parametrize(
    ("told", "rate"),
    [
        ("한들군은 지난해 일자리 목표 2,000개에 2,100개를 만들어 목표를 5% 초과했다고 12일 밝혔다.", 105),
        ("한들군은 지난해 일자리 목표 2,000개에 1,850개를 만들어 7.5% 모자랐다고 12일 밝혔다.", 92.5),
        ("한들군은 지난해 일자리 목표 2,000개에 1,900개를 만들어 목표의 95%를 채웠다고 12일 밝혔다.", 95),
    ],
)
def test_by_how_much_a_target_was_outdone_or_missed_is_no_other_rate(told, rate):
    [row] = targets(extract(f"한들군 일자리 실적\n\n입력 2025-02-12 10:00\n\n{told}").records)
    assert (row.stated_rate, row.flag) == (Decimal(str(rate)), None)


def test_a_year_and_a_deadline_are_rows_of_their_own():
    rows = [
        {**ROW, "id": "a", "status": "target", "value": 100, "period": "2026"},
        {**ROW, "id": "b", "status": "target", "value": 900, "period": "../2026"},
    ]
    assert [(row.period, row.target) for row in targets(rows)] == [("2026", Decimal(100)), ("../2026", Decimal(900))]


def test_programmes_and_tasks_are_no_targets():
    assert (
        targets([{**ROW, "id": "a", "status": "target", "item": "6대 전략 과제", "value": 33, "period": "2026"}]) == []
    )


ROW = {
    "source": "one.txt",
    "article": 1,
    "title": "한들시 일자리",
    "published": "2026-03-02",
    "subject": "한들시",
    "item": "일자리",
    "kind": "count",
    "unit": "개",
    "change": None,
    "same_as": None,
    "year": 2025,
    "period": "2025",
    "sentence": "한들시는 일자리를 만들었다.",
    "start": 0,
    "end": 3,
}


def test_the_rows_of_every_format_that_a_batch_writes_are_the_same(tmp_path):
    from jobextract.io import records as export
    from jobextract.io.recorded import is_recorded
    from jobextract.io.recorded import rows as recorded

    wanted = targets(rows())
    sheet, lines = tmp_path / "out.csv", tmp_path / "out.jsonl"
    sheet.write_bytes(export.csv_header() + export.csv_rows(rows()))
    lines.write_bytes(export.jsonl(rows()))
    for path in (sheet, lines):
        assert is_recorded(str(path)) and targets(recorded(str(path))) == wanted
    sorted_lines, sorted_list = tmp_path / "lines.json", tmp_path / "list.json"
    told = [dict(sorted(json.loads(line).items())) for line in export.jsonl(rows()).splitlines()]
    sorted_lines.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    sorted_list.write_text(json.dumps(told, indent=1), encoding="utf-8")
    for path in (sorted_lines, sorted_list):
        assert is_recorded(str(path)) and targets(export.records(path.read_bytes())) == wanted
    corpus = tmp_path / "corpus.csv"
    corpus.write_text("title,text\n가,나\n", encoding="utf-8")
    assert not is_recorded(str(corpus))


def test_why_a_figure_has_its_status_and_period():
    from jobextract.inspection.figure_reasons import reasons
    from jobextract.page import decode
    from jobextract.rulebook.loader import load

    told = reasons(decode.from_text(TEXT), "920개", load())
    assert {field for _, field, *_ in told} == {"status", "period"}
    assert ("920개", "status", "actual") in {row[:3] for row in told}
    given = [row[:3] for row in told if row[4] == "given"]
    assert given == [("920개", "status", "actual"), ("920개", "period", "none")]


def joined(*rows):
    return [(row.item, row.target, row.actual) for row in targets([{**ROW, **row} for row in rows])]


def aim(**told):
    return {"id": "aim", "status": "target", "value": 3000, "start": 40, "end": 45, **told}


def reached(**told):
    return {"id": "result", "status": "actual", "value": 2840, "start": 20, "end": 25, **told}


def test_items_that_say_the_same_thing_in_other_words_are_joined_in_one_sentence():
    assert joined(aim(item="투자유치 목표"), reached(item="투자액")) == [("투자유치", Decimal(3000), Decimal(2840))]


def test_a_part_far_from_the_whole_is_no_result_of_it():
    far = {"sentence": "청년 일자리는 2840개였다.", "start": 900, "end": 905}
    assert joined(aim(item="일자리"), reached(item="청년 일자리", **far)) == [("일자리", Decimal(3000), None)]


def test_a_difference_that_the_text_tells_joins_and_is_no_result_itself():
    gap = {"id": "gap", "status": "actual", "item": "고용", "value": 160, "start": 50, "end": 54, "change": "decrease"}
    assert joined(aim(item="인력"), reached(item="고용"), gap) == [("인력", Decimal(3000), Decimal(2840))]


def test_a_target_whose_result_has_no_time_either_is_for_when_the_others_with_results_are():
    def rows(last):
        times = ("2023", last, None)
        found = []
        for number, period in enumerate(times):
            told = {"item": ("쉼터", "쌀", "사과")[number], "period": period, "year": None, "sentence": f"{number}."}
            at = {"start": 900 * number, "end": 900 * number + 5}
            found.append({**ROW, **aim(**told, **at), "id": f"aim{number}", "value": 300 + number})
            at = {"start": 900 * number + 10, "end": 900 * number + 15}
            found.append({**ROW, **reached(**told, **at), "id": f"result{number}", "value": 290 + number})
        return {row.item: row.period for row in targets(found)}

    assert rows("2023")["사과"] == "2023" and rows("2021")["사과"] is None


def test_a_rate_that_the_text_tells_joins_what_is_named_otherwise():
    rate = {"id": "rate", "status": "actual", "item": "달성률", "kind": "percent", "unit": "%", "value": 94.7}
    rate |= {"start": 60, "end": 65}
    assert joined(aim(item="훈련"), reached(item="수료자"), rate) == [("훈련", Decimal(3000), Decimal(2840))]
    assert joined(aim(item="훈련"), reached(item="수료자", sentence="또 다른 말.")) == [("훈련", Decimal(3000), None)]


def test_two_bodies_and_two_years_are_no_pair():
    assert joined(aim(), reached(subject="솔빛시")) == [("일자리", Decimal(3000), None)]
    assert joined(aim(), reached(period="2024")) == [("일자리", Decimal(3000), None)]


def test_a_year_is_no_result_of_a_deadline_but_what_was_reached_over_years_is():
    by = {"period": "../2026", "sentence": "2026년까지 3000개를 만든다."}
    assert joined(aim(**by), reached(period="2025")) == [("일자리", Decimal(3000), None)]
    assert joined(aim(**by), reached(period="../2025")) == [("일자리", Decimal(3000), Decimal(2840))]


@pytest.mark.parametrize(
    ("said", "rate"),
    [
        ("한들시는 2023년 목표 3000개보다 많은 2840개를 최근 3년간 만들었다.", None),
        ("한들시는 2023년 목표 3000개를 두고 최근 3년간 2840개를 만들었다.", None),
        ("한들시는 3년간 3000개가 목표였고 3년간 2840개를 만들었다.", "94.7"),
        ("한들시는 2023년 목표 3000개 가운데 2840개를 만들었다.", "94.7"),
    ],
)
def test_the_sum_of_some_years_has_no_rate_of_a_target_for_one(said, rate):
    one, other = ({"start": said.index(text), "end": said.index(text) + len(text)} for text in ("3000개", "2840개"))
    told = {"sentence": said, "source": "a"}
    [row] = targets(
        [{**ROW, **aim(**told, **one), "text": "3000개"}, {**ROW, **reached(**told, **other), "text": "2840개"}]
    )
    assert (row.actual, row.rate) == (Decimal(2840), Decimal(rate) if rate else None)


def test_a_body_that_one_of_the_two_leaves_out_is_the_other_s():
    [row] = targets([{**ROW, **aim(subject=None)}, {**ROW, **reached()}])
    assert (row.subject, row.actual) == ("한들시", Decimal(2840))


def test_a_result_serves_one_target():
    other = aim(id="other", value=2900, period="2025", start=200, end=205, sentence="다른 문장.")
    assert [row[2] for row in joined(aim(), other, reached())] == [Decimal(2840), None]


def test_the_target_of_another_year_is_of_the_whole_and_not_of_the_last_part():
    part = reached(id="part", item="숲 가꾸기", value=500, start=60, end=63, sentence="숲 가꾸기는 500개다.")
    later = aim(item="목표", period="2026", value=4000, start=90, end=95, sentence="내년 목표는 4000개다.")
    assert joined(reached(), part, later) == [("일자리", Decimal(4000), None)]


def test_a_target_without_a_name_is_of_the_jobs_in_the_headline_or_no_row():
    assert joined(aim(item=None, title="한들시 꽃 축제")) == []
    assert joined(aim(item=None, title="한들시 일자리 목표")) == [("일자리", Decimal(3000), None)]


def test_a_member_of_a_list_is_a_thing_of_its_own():
    part = reached(member="고용서비스", sentence="고용서비스 2840개다.", start=900, end=905)
    assert joined(aim(member="직접일자리"), part) == [("직접일자리 일자리", Decimal(3000), None)]
    assert joined(aim(member="한들시")) == [("일자리", Decimal(3000), None)]


def test_by_how_much_a_target_is_raised_and_what_it_is_raised_from_are_no_results():
    said = "올해 목표를 2840개에서 3000개로 올렸다."
    this_year = {"sentence": said, "period": "2026", "confidence": 0.7}
    start, end = reached(text="2840개", **this_year), aim(text="3000개", **this_year)
    assert joined(start, end) == [("일자리", Decimal(3000), None)]
    said = "올해 목표를 3000개로 500개 올렸다."
    by = reached(text="500개", value=500, start=50, end=54, sentence=said)
    assert joined(aim(text="3000개", sentence=said), by) == [("일자리", Decimal(3000), None)]


def test_the_share_of_promises_kept_is_aimed_at_and_what_is_left_to_a_target_is_not():
    kept = {"kind": "percent", "unit": "%", "item": "공약이행률"}
    assert joined(aim(**kept, value=70), reached(**kept, value=63)) == [("공약이행률", Decimal(70), Decimal(63))]
    assert joined(aim(text="3000개", sentence="남은 3000개를 채우겠다.")) == []


def test_a_target_without_a_period_is_of_the_year_that_its_sentence_or_the_other_targets_tell():
    def when(row, *others):
        return [t.period for t in targets([{**ROW, **aim(period=None, year=None, text="3000개", **row)}, *others])]

    dated = {**ROW, **aim(id="dated", item="훈련", value=90, period="2026")}
    assert when({"sentence": "연말까지 3000개를 만드는 것이 목표다.", "published": "2025-03-02"}) == ["2025"]
    assert when({"sentence": "지난해 41%에서 3000개로 늘리는 것이 내년 목표다.", "published": "2025-03-02"}) == ["2026"]
    assert when({"sentence": "민선 8기 목표는 3000개를 만드는 것이다."}) == ["2022-07/2026-06"]
    assert when({"sentence": "목표는 3000개다."}, dated) == ["2026", "2026"]
    assert when({"sentence": "목표는 3000개다."}) == []


def test_no_target_is_lent_the_deadline_of_another_or_a_year_that_it_names_as_past():
    def when(row, other):
        lent = {**ROW, **aim(period=None, year=None, text="3000개", **row)}
        return [
            t.period for t in targets([lent, {**ROW, **aim(id="dated", item="훈련", value=90, **other)}], undated=True)
        ]

    assert when({"sentence": "목표는 3000개다."}, {"period": "../2028"}) == [None, "../2028"]
    past = {"sentence": "지난해에는 3000개를 목표로 잡았다.", "published": "2026-03-02"}
    assert when(past, {"period": "2026", "published": "2026-03-02"}) == [None, "2026"]


def test_a_target_and_its_result_in_one_sentence_are_for_one_year():
    said = "지난해 만든 것은 2840개로 연초 목표 3000개에 못 미쳤다."
    row = {"period": "2025", "sentence": said}
    result = reached(text="2840개", value=2840, start=8, end=13, period="2024", year=2024, sentence=said)
    found = targets([{**ROW, **aim(text="3000개", start=20, end=25, **row)}, {**ROW, **result}])
    assert [(t.period, t.actual) for t in found] == [("2024", Decimal(2840))]


def test_what_is_aimed_at_in_a_term_of_office_is_so_over_its_years():
    said = {
        "sentence": "임기 목표 3000개 가운데 2840개를 만들었다.",
        "title": "민선 9기 한들시 일자리",
        "text": "3000개",
    }
    assert [row.period for row in targets([{**ROW, **aim(**said)}])] == ["2026-07/2030-06"]


def test_what_the_headline_tells_of_a_figure_counts_for_the_figure_below():
    below = {"id": "below", "status": "plan", "value": 3000, "period": None}
    above = aim(same_as="below", sentence="목표 3000개", start=0, end=5)
    assert joined(below, above) == [("일자리", Decimal(3000), None)]


def test_a_figure_that_another_is_compared_with_is_no_result_and_one_that_a_headline_rounds_gives_way():
    before = reached(text="2840개", period=None, sentence="그 전의 2840개와 견주면 많다.")
    assert joined(aim(), before) == [("일자리", Decimal(3000), None)]
    exact = reached(id="exact", value=2843, start=60, end=65, sentence="모두 2843개를 만들었다.")
    assert joined(aim(), reached(), exact) == [("일자리", Decimal(3000), Decimal(2843))]


def test_a_target_is_left_out_only_beside_the_one_that_it_rounds():
    rate = {"kind": "percent", "unit": "%", "item": "고용률"}
    assert [row[1] for row in joined(aim(**rate, value=64), aim(**rate, id="other", value=65.1))] == [
        64,
        Decimal("65.1"),
    ]
    assert [row[1] for row in joined(aim(value=5200), aim(id="other", value=5224))] == [5224]


def test_a_cut_that_is_aimed_at_is_a_row_and_a_target_s_rise_is_none():
    cut = aim(
        item="온실가스", change="decrease", unit="t", text="3000t", sentence="온실가스를 3000t 줄이는 것이 목표다."
    )
    rise = aim(change="decrease", text="3000개", sentence="목표는 지난해보다 3000개 줄었다.")
    assert joined(cut) == [("온실가스", Decimal(3000), None)]
    assert joined(rise) == []


def test_a_year_that_nobody_knows_is_not_that_of_a_later_deadline():
    text = "구례군은 올해 일자리 3천210개 창출을 목표로 삼았다. 앞서 군은 2027년까지 일자리 1만4천개를 만든다는 목표를 내놓았다."
    found = targets(read(text)[1], undated=True)
    assert [(row.target, row.period) for row in found] == [(Decimal(3210), None), (Decimal(14000), "../2027")]


def test_programmes_that_are_planned_are_no_targets():
    text = (
        "새벽시장, 일자리 6천개 목표\n새벽시는 올해 일자리 6천개 창출을 목표로 잡았다.\n"
        "공공 일자리는 숲 가꾸기, 마을 돌봄, 청년 인턴 사업 등 모두 23개 사업을 추진해 2천개의 일자리를 창출할 예정이다."
    )
    aimed = [row[3] for row in shown(text)]
    assert Decimal(6000) in aimed and Decimal(23) not in aimed
    assert Decimal(2000) in {row.target for row in targets(read(text)[1], plans=True, undated=True)}


def test_a_result_in_another_unit_of_the_measure_stands_in_that_of_its_target():
    text = (
        "새벽시 태양광 설비는 현재 48.5MW에 그친다. 시가 2030년까지 채우겠다는 목표치 2.3GW에 닿으려면 "
        "47배로 늘려야 한다."
    )
    assert [row[1:] for row in shown(text, title=False)] == [("../2030", "GW", Decimal("2.3"), Decimal("0.0485"))]


@pytest.mark.parametrize(
    ("value", "unit", "other", "same"),
    [
        (120, "cm", "m", "1.2"),
        ("0.8", "m", "mm", "800"),
        (500, "kg", "mg", "500000000"),
        (3, "ML", "m3", "3000"),
        ("1.5", "TJ", "GJ", "1500"),
        (3, "kWh", "MJ", None),
        (3, "m", "m2", None),
    ],
)
def test_a_figure_is_told_in_another_unit_of_its_measure_alone(value, unit, other, same) -> None:
    told = things.in_unit({"unit": unit, "value": Decimal(value)}, other)
    assert (told and told["value"]) == (same and Decimal(same))


def test_a_target_without_a_period_is_of_the_year_of_its_result_before_that_of_other_targets():
    said = "일자리는 6월 말까지 2840개로 목표 3000개에 다가섰다."
    own = aim(period=None, year=None, text="3000개", sentence=said)
    result = reached(period="2024-06", text="2840개", sentence=said)
    other = aim(id="other", item="훈련", value=90, start=400, end=403, period="../2027")
    found = targets([{**ROW, **row} for row in (result, own, other)])
    assert [(row.target, row.actual, row.period) for row in found] == [
        (Decimal(3000), Decimal(2840), "2024"),
        (Decimal(90), None, "../2027"),
    ]
    half = shown("새벽군은 2027년 상반기까지 마을 식당 40곳을 여는 것을 목표로 세웠다.", title=False)
    assert [(period, target) for _, period, _, target, _ in half] == [("../2027-06", Decimal(40))]


@pytest.mark.parametrize(
    ("item", "named"), [("목표고용률", "고용률"), ("2024년 목표취업자", "2024년 취업자"), ("목표관리제", "목표관리제")]
)
def test_a_target_glued_to_what_it_is_of_names_that(item, named):
    assert thing(item) == named


@pytest.mark.parametrize(
    "sentence, target, actual",
    [
        ("달빛시의 지난해 상용근로자는 4만1천200명으로 목표(4만 명)를 넘었다.", 40000, 41200),
        ("달빛시의 지난해 고용률은 67.9%로 목표 68.0%에 못 미쳤다.", 68, "67.9"),
        ("달빛시의 지난해 관광객은 810만명으로 목표치(800만명)를 넘어섰다.", 8000000, 8100000),
        ("달빛시의 지난해 고용률은 목표 66.0%를 넘어선 66.8%였다.", 66, "66.8"),
    ],
)
@pytest.mark.parametrize("title", ["달빛시, 지난해 일자리 목표 넘겨", "달빛시 고용 성적표 나왔다"])
def test_what_a_target_is_held_against_is_its_result_whatever_the_headline_says(
    title, sentence, target, actual
) -> None:
    found = targets(read(f"{title}\n\n{sentence}", title=True, published="2025-02-03")[1])
    assert [(row.target, row.actual) for row in found] == [(Decimal(target), Decimal(actual))]


def test_a_rate_of_its_own_is_no_share_of_the_target_before_it() -> None:
    text = "달빛시 고용 성적표\n\n지난해 상용근로자는 4만1천200명으로 목표(4만 명)를 넘었고, 여성 고용률도 57.1%였다."
    found = targets(read(text, title=True, published="2025-02-03")[1])
    assert [(row.target, row.stated_rate) for row in found] == [(Decimal(40000), None)]


def test_great_goals_that_are_numbered_are_none_to_reach() -> None:
    text = "달빛구, 올해 일자리 1만2천개\n\n달빛구는 민선 8기 5대 구정 목표를 세웠다. 올해 일자리 1만2천개를 목표로 잡았다."
    buses = "달빛시, 버스 늘린다\n\n달빛시는 올해 수소버스 12대 보급 목표를 세웠다."
    assert {row.target for row in targets(read(text, title=True, published="2025-02-03")[1])} == {Decimal(12000)}
    assert [row.target for row in targets(read(buses, title=True, published="2025-02-03")[1])] == [Decimal(12)]


def test_the_month_of_a_promise_is_not_that_of_the_year_s_result():
    own, year, other = ({**ROW, **aim(period=told)} for told in ("2024-01", "2024", "2023"))
    calendar = Calendar([], Wording([own]))
    assert [calendar.period(own, one) for one in (year, other, None)] == ["2024", "2024-01", "2024-01"]
    quarter = {**ROW, **aim(period="2024-33")}
    assert calendar.period(quarter, year) == "2024-33"


def test_a_text_under_two_names_of_which_one_gave_fewer_records():
    said = "달빛시는 일자리 10개, 20개, 30개, 40개를 목표로 잡았다"
    whole = [aim(id=f"x:{at}", text=f"{at}0개", value=at * 10, start=at, sentence=said) for at in range(1, 5)]
    few = [{**row, "source": "other"} for row in (whole[0], whole[-1])]
    assert {row.target for row in targets([{**ROW, **row} for row in (*few, *whole)])}


def test_by_how_much_a_target_is_passed_is_no_result_of_it():
    text = "새벽시 일자리\n\n새벽시는 지난해 일자리 1만4110개를 만들었다. 연초에 공시한 목표 1만2900개보다 1210개 많고, 달성률은 109.4%다."
    found = targets(read(text, title=True, published="2025-07-08")[1])
    assert found and all(row.actual != Decimal(1210) for row in found)


def test_lists_told_one_after_the_other_are_set_against_each_other_place_by_place():
    led = "가람도\n\n가람도가 내건 어르신 접종률 목표는 80%, 어린이 접종률 목표는 70%인데 10일까지 각각 76.4%와 58.9%를 기록했다."
    then = "가람시\n\n가람시는 지난해 창업지원(188개)과 고용장려금(241개)도 각각 목표 180개, 230개를 넘겼다."
    rows = [targets(read(text, title=True, published="2025-02-03")[1]) for text in (led, then)]
    assert [(row.target, row.actual) for row in rows[0]] == [
        (Decimal(80), Decimal("76.4")),
        (Decimal(70), Decimal("58.9")),
    ]
    assert [(row.target, row.actual) for row in rows[1]] == [
        (Decimal(180), Decimal(188)),
        (Decimal(230), Decimal(241)),
    ]


def test_what_was_done_to_pass_a_target_is_no_target():
    text = (
        "가람시\n\n가람시는 지난해 일자리 900개를 만들겠다고 약속하고 실제로는 1020개를 만들어 목표를 120개 웃돌았다."
    )
    found = targets(read(text, title=True, published="2025-02-03")[1])
    assert [(row.target, row.actual) for row in found] == [(Decimal(900), Decimal(1020))]


@pytest.mark.parametrize(
    "said",
    [
        "올해 나무 심기 목표를 4200그루로 400그루 낮춰 잡았다",
        "올해 나무 심기 목표 2000그루를 2500그루로 높이고 길을 고친다",
        "올해 나무 심기 목표를 6000그루로 정하고 가로수 300그루를 옮길 계획이다",
    ],
)
def test_what_a_target_is_moved_by_or_to_and_what_is_yet_to_come_are_no_results(said):
    found = targets(read(f"버들시, 나무 심는다\n\n버들시는 {said}.", title=True, published="2025-02-03")[1])
    assert found and all(row.actual is None for row in found)


class Sure:
    """A ranker for which everything speaks."""

    none = 0

    def score(self, facts):
        return 1000


@pytest.mark.parametrize(
    ("text", "figure", "aimed"),
    [
        ("시는 올해 유치 목표를 지난해 90만 명보다 20% 많은 108만 명으로 세웠다.", "90만 명", False),
        ("시는 올해 유치 목표를 지난해 90만 명보다 20% 많은 108만 명으로 세웠다.", "108만 명", True),
        ("시의 올해 목표는 지난해 목표 90만 명보다 많다.", "90만 명", True),
        ("구는 배출량을 기준배출량 900t 대비 30% 줄인 630t으로 낮춘다.", "900t", False),
        ("군은 이번 모금 목표를 3억 원 낮추었다.", "3억 원", False),
        ("군은 이번 모금 목표를 3억 원으로 낮추었다.", "3억 원", True),
        ("군은 상용화에 필요한 8대 핵심기술을 갖추는 것이 목표다.", "8대", False),
        ("군은 버스 8대 보급을 목표로 내걸었다.", "8대", True),
        ("모임은 ‘나눔 한 그릇’이라는 이름으로 목표를 세웠다.", "한 그릇", False),
    ],
)
def test_what_is_compared_moved_or_numbered_is_no_target_whatever_speaks_for_it(text, figure, aimed):
    read_anew = Reading([msgspec.structs.asdict(row) | {"status": "target"} for row in read(text)[1]])
    told = [row for row in read_anew.counted if row["text"] == figure]
    assert [read_anew.aims.is_aim(row, Sure()) for row in told] == ([aimed] if told else [])
    assert told or not aimed
