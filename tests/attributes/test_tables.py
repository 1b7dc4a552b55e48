"""Tables of targets and results, a row or a cell a line."""

from decimal import Decimal

import pytest
from figures import read

from jobextract.analysis.targets import targets


def rows(text):
    told = targets(read(text, title=True, published="2024-03-02")[1])
    return [(row.item, row.period, row.unit, row.target, row.actual) for row in told]


def test_a_row_a_line_under_a_head_of_columns():
    text = "나루군, 인구 정책 결과\n<표> 2023년 지표\n지표\t목표\t실적\t달성률\n출생아(명)\t120\t154\t128.3\n빈집 정비(동)\t60\t51\t85.0"
    assert rows(text) == [
        ("출생아", "2023", "명", Decimal(120), Decimal(154)),
        ("빈집 정비", "2023", "동", Decimal(60), Decimal(51)),
    ]


def test_a_cell_a_line_with_years_as_columns_under_a_line_that_names_targets():
    cells = "구분\n2022년\n2023년\n계\n일자리\n1,200\n1,300\n2,500\n고용률\n61.2\n61.9\n-"
    assert rows(f"나루군 종합계획\n□ 연차별 목표\n{cells}") == [
        ("일자리", "2022", None, Decimal(1200), None),
        ("일자리", "2023", None, Decimal(1300), None),
        ("고용률", "2022", None, Decimal("61.2"), None),
        ("고용률", "2023", None, Decimal("61.9"), None),
    ]


def test_a_cell_a_line_with_targets_and_results_under_each_year():
    heads = "구분\n2022년\n2023년\n목표\n실적\n목표\n실적"
    assert rows(f"나루군 추진상황\n{heads}\n총 일자리(개)\n1,200\n1,250\n1,300\n980\n훈련(명)\n90\n80\n95\n99") == [
        ("일자리", "2022", "개", Decimal(1200), Decimal(1250)),
        ("일자리", "2023", "개", Decimal(1300), Decimal(980)),
        ("훈련", "2022", "명", Decimal(90), Decimal(80)),
        ("훈련", "2023", "명", Decimal(95), Decimal(99)),
    ]


def test_cells_with_strokes_between_and_the_unit_of_all_below():
    rows_told = "분야 / 목표 / 실적 / 달성률\n제빵 / 130 / 79 / 61%\n용접 / 90 / 104 / 116%\n※ 단위 : 명"
    assert rows(f"나루군 훈련 결과\n2023년 결과를 본다.\n{rows_told}") == [
        ("제빵", "2023", "명", Decimal(130), Decimal(79)),
        ("용접", "2023", "명", Decimal(90), Decimal(104)),
    ]


def test_a_year_without_its_counter_in_the_head_of_a_column():
    heads = "구분\n2022 실적\n2023 목표\n2023 실적\n2024 목표"
    assert rows(
        f"나루군 추진상황\n{heads}\n상담\n730건\n740건\n725건\n760건\n취업자\n9만1,000명\n9만4,300명\n9만6,000명\n9만7,000명"
    ) == [
        ("상담", "2023", "건", Decimal(740), Decimal(725)),
        ("상담", "2024", "건", Decimal(760), None),
        ("취업자", "2023", "명", Decimal(94300), Decimal(96000)),
        ("취업자", "2024", "명", Decimal(97000), None),
    ]


def test_a_unit_that_multiplies_is_reckoned_with():
    told = rows("나루군 결과\n2023년 일자리 대책\n구분\n목표\n실적\n취업자(천명)\n809\n814\n일자리(개)\n90\n91")
    assert [row[2:] for row in told] == [("명", Decimal(809000), Decimal(814000)), ("개", Decimal(90), Decimal(91))]


def test_a_unit_of_the_whole_table_that_multiplies_is_reckoned_with():
    cells = "구분\n2022 실적\n2023 목표\n2023 실적\n배\n730\n740\n725\n감\n91\n94\n96"
    told = rows(f"나루군 수출 결과\n□ 품목별 실적 (단위 : 천 달러)\n{cells}")
    assert [row[2:] for row in told] == [
        ("USD", Decimal(740000), Decimal(725000)),
        ("USD", Decimal(94000), Decimal(96000)),
    ]


def test_the_unit_beside_percent_is_that_of_the_cells_without_one():
    cells = "부문\n목표\n실적\n달성률\n도우미\n610\n640\n104.9\n강좌\n90\n81\n90.0"
    assert rows(f"나루군 추진실적\n2023년 일자리 대책\n□ 부문별 실적 (단위 : 개, %)\n{cells}") == [
        ("도우미", "2023", "개", Decimal(610), Decimal(640)),
        ("강좌", "2023", "개", Decimal(90), Decimal(81)),
    ]


def test_as_many_units_as_rows_are_theirs_in_their_order():
    cells = "구분\n2022년\n2023년\n일자리\n1,020\n1,100\n고용률\n53.8\n54.9\n취업자\n12,200\n12,450"
    told = rows(f"나루군 종합계획\n□ 연차별 목표\n단위: 개, %, 명\n{cells}")
    assert [(item, unit) for item, _, unit, _, _ in told] == [
        ("일자리", "개"),
        ("일자리", "개"),
        ("고용률", "%"),
        ("고용률", "%"),
        ("취업자", "명"),
        ("취업자", "명"),
    ]


def test_a_unit_among_several_that_multiplies_is_that_of_the_rows_that_are_no_share():
    cells = "구분\n2022 실적\n2023 목표\n2023 실적\n배\n730\n740\n725\n자급률\n91\n94\n96"
    told = rows(f"나루군 수출 결과\n□ 품목별 실적 (단위 : 백만원, %)\n{cells}")
    assert [row[2:] for row in told] == [
        ("KRW", Decimal(740000000), Decimal(725000000)),
        ("%", Decimal(94), Decimal(96)),
    ]


def test_numbers_that_add_up_to_a_figure_of_the_text_have_its_unit():
    text = "나루군 일자리 결과\n나루군은 2023년 일자리 목표 950개를 넘겨 1,012개를 만들었다.\n"
    cells = "구분 / 목표 / 실적\n도우미\n713\n768\n강좌\n42\n39\n나무\n195\n205"
    assert [row[:3] for row in rows(text + cells)][-3:] == [
        ("도우미", "2023", "개"),
        ("강좌", "2023", "개"),
        ("나무", "2023", "개"),
    ]
    assert [row[2] for row in rows(text + cells.replace("195", "196").replace("205", "206"))][-3:] == [None] * 3


def test_years_without_their_century_at_the_heads_of_columns():
    told = rows("나루군 해변\n□ 연차별 목표\n구분\t'24\t'25\t'27\n해변(개)\t160\t200\t260\n부표(개)\t10\t20\t60")
    assert [row[:4] for row in told][:3] == [
        ("해변", "2024", "개", Decimal(160)),
        ("해변", "2025", "개", Decimal(200)),
        ("해변", "2027", "개", Decimal(260)),
    ]


def test_a_list_without_a_head_of_columns_is_no_table():
    assert rows("나루군 소식\n구분\n서울\n부산\n날씨\n12\n13\n바람\n3\n4") == []


def test_a_figure_of_another_year_in_a_table_repeats_nothing():
    heads = "구분\n2022년\n2023년\n목표\n실적\n목표\n실적"
    told = rows(f"나루군 추진상황\n{heads}\n박람회\n4회\n5회\n4회\n2회\n상담\n30회\n31회\n40회\n38회")
    assert [row[1:] for row in told if row[0] == "박람회"] == [
        ("2022", "회", Decimal(4), Decimal(5)),
        ("2023", "회", Decimal(4), Decimal(2)),
    ]


def test_columns_that_only_the_sentence_before_names_in_their_order():
    text = "두 도시의 순서는 도시·목표·실적이다.\n한들시\n500개\n430개\n너울시\n1만 2천 개\n1만 3,100 개\n한들시는 모자랐다."
    rows = [(row.text, row.status) for row in read(text, published="2025-03-02")[1]]
    told = [("500개", "target"), ("430개", "actual"), ("1만 2천 개", "target"), ("1만 3,100 개", "actual")]
    assert [row for row in rows if row[0] in dict(told)] == told


def test_a_head_on_one_line_over_cells_on_lines_of_their_own():
    text = (
        "새 나무\n도시 | 2030년 목표 | 2024년 누계\n한들시\n41그루\n19그루\n너울시\n388그루\n97그루\n모두 새로 심었다."
    )
    rows = {row.text: (row.status, row.period) for row in read(text, published="2025-03-02")[1]}
    assert [rows["41그루"], rows["97그루"]] == [("target", "2030"), ("actual", "2024")]


def test_years_of_the_last_century_and_one_dated_column_at_the_heads():
    rows_told = "구분\t'97\t'98\t'02\n굴뚝(개)\t160\t200\t260\n제재소(개)\t10\t20\t60"
    assert [row[1] for row in rows(f"나루군 마을\n□ 연차별 목표\n{rows_told}")][:3] == ["1997", "1998", "2002"]
    assert (
        rows("나루군 마을\n□ 공장 목표\n구분\t’24년\t비고\t담당\n굴뚝(개)\t160\t200\t260\n제재소(개)\t10\t20\t60") == []
    )


def test_a_small_or_even_sum_and_one_of_another_year_tell_no_unit():
    def units(told, cells):
        figures = read(f"나루군 도서관\n{told}\n구분 / 목표 / 실적\n{cells}", title=True, published="2024-03-02")[1]
        return {row.unit for row in figures if row.kind in ("number", "count") and row.text.isdigit()}

    one = "나루군은 2023년 도서관 {} 목표로 삼았다."
    assert units(one.format("3개를"), "등급\n1\n9\n순위\n1\n8\n단계\n1\n7") == {None}
    assert units(one.format("300개를"), "가람\n100\n9\n누리\n100\n8\n다온\n100\n7") == {None}
    assert units("나루군은 2019년에 도서관 950개를 지었다.", "가람\n713\n9\n누리\n42\n8\n다온\n195\n7") == {None}


def test_two_units_over_two_rows_and_a_ratio_are_nobodys():
    cells = "구분\n목표\n실적\n일자리\n610\n640\n취업자\n90\n81"
    for told in ("명, 개", "명/개소", "명, 개, 곳"):
        assert {row[2] for row in rows(f"나루군 실적\n2023년 대책\n□ 부문별 (단위 : {told})\n{cells}")} == {None}
    cells = cells.replace("취업자", "고용률").replace("90\n81", "60\n61")
    assert [row[2] for row in rows(f"나루군 실적\n2023년 대책\n□ 부문별 (단위 : 명/%)\n{cells}")] == ["명", "%"]


def test_a_unit_that_multiplies_with_a_blank_or_latin_letters_behind_it():
    cells = "항만 / 목표 / 실적\n너울항\n310\n288\n새벽항\n225\n231"
    for told, unit, scale in (("만 TEU", "TEU", 10000), ("만t", "t", 10000), ("천 명", "명", 1000)):
        first, second = rows(f"나루군 항만\n2023년 물동량 (단위: {told})\n{cells}")
        assert first[2:] == (unit, Decimal(310 * scale), Decimal(288 * scale))
        assert second[2:] == (unit, Decimal(225 * scale), Decimal(231 * scale))
    assert rows(f"나루군 항만\n2023년 물동량 (단위: 만 너울)\n{cells}") == []


def test_figures_that_only_blanks_part_under_a_head_with_strokes():
    text = "나루군, 지표 결과\n주요 지표를 옮긴다.\n지표 / 목표 / 실적 / 비고\n인구 10만 명당 사고 12.5건 14.1건 미달\n상담 이용자 300명 320명 달성"
    assert rows(text) == [
        ("인구 10만 명당 사고", None, "건", Decimal("12.5"), Decimal("14.1")),
        ("상담 이용자", None, "명", Decimal(300), Decimal(320)),
    ]


def test_one_line_of_figures_under_a_line_of_words_is_no_table():
    text = "나루군 소식\n올해 목표와 실적 비교\n상담 이용자 300명 320명"
    assert not any(target == Decimal(300) and actual == Decimal(320) for *_, target, actual in rows(text))


def test_one_line_of_figures_below_a_table_costs_no_row_of_it():
    head = "나루군 성과표\n사업 | 2023년 목표 | 실적\n버스 이용객 | 600명 | 713명\n앱 가입자 | 150명 | 98명"
    assert len(rows(head)) == 2 and rows(f"{head}\n모두 합한 사람 750명 811명") == rows(head)


@pytest.mark.parametrize("between", [" | ", " "])
def test_a_head_that_stands_in_brackets(between):
    lines = (
        ("지표", "목표", "실적", "(대비)"),
        ("취업자", "720명", "791명", "109%"),
        ("교육생", "300명", "310명", "103%"),
    )
    told = rows("나루군, 지표 결과\n주요 지표를 옮긴다.\n" + "\n".join(map(between.join, lines)))
    assert told[0][0] == "취업자" and told[0][3:] == (Decimal(720), Decimal(791))


def test_what_was_measured_is_not_what_was_set():
    text = "나루군, 지표 결과\n주요 지표를 옮긴다.\n지점 | 목표 | 측정한 값 | 결과\n너울 | 720명 | 700명 | 791명\n새벽 | 300명 | 290명 | 310명"
    status = {row.text: row.status for row in read(text, title=True, published="2024-03-02")[1]}
    assert status["720명"] == "target" and status["700명"] != "target"


def test_columns_that_are_named_by_the_verb_that_sets_or_tells_them():
    text = "나루군 성과표\n사업 | 2023년 내건 수치 | 거둔 수치\n버스 이용객 | 600명 | 713명\n앱 가입자 | 150명 | 98명"
    assert rows(text) == [
        ("버스 이용객", "2023", "명", Decimal(600), Decimal(713)),
        ("앱 가입자", "2023", "명", Decimal(150), Decimal(98)),
    ]


def test_the_label_of_a_row_may_hold_a_figure():
    cells = "지표명\n목표\n실적\n취업\n720명\n791명\n5급 이상 관리자\n35%\n36%"
    told = {row.text: row.status for row in read(f"나루군 자료집\n{cells}", title=True, published="2024-03-02")[1]}
    assert (told["35%"], told["36%"]) == ("target", "actual")


def test_the_head_of_a_column_gives_its_cells_their_counter():
    head = "연도\t일자리(개) 목표\t일자리(개) 실적\t훈련(천명) 실적"
    text = f"나루군, 일자리 결과\n{head}\n2021년\t1,200\t1,250\t3\n2022년\t1,300\t1,310\t4"
    assert [row[1:] for row in rows(text)] == [
        ("2021", "개", Decimal(1200), Decimal(1250)),
        ("2022", "개", Decimal(1300), Decimal(1310)),
    ]


def cells(text, **how):
    told = read(text, title=True, published="2024-03-02", **how)[1]
    return {row.text: row for row in told if row.kind not in ("date", "time")}


def test_the_head_of_a_column_gives_its_cells_unit_scale_and_item():
    head = "시군\t2024년 일자리 목표(개)\t고용률(%)\t예산(억원)\t취업자(천 명)"
    text = f"너울도, 일자리 대책\n너울도가 2일 낸 자료다.\n{head}\n한들시\t13,000\t59.4\t1,640\t211\n샛별군\t2,300\t61.0\t-\t17"
    told = cells(text)
    assert [(told[said].value, told[said].unit, told[said].item) for said in ("13,000", "59.4", "1,640", "211")] == [
        (13000, "개", "일자리"),
        (Decimal("59.4"), "%", "고용률"),
        (164_000_000_000, "KRW", "예산"),
        (211_000, "명", "취업자"),
    ]
    assert {told[said].subject for said in ("2,300", "61.0", "17")} == {"샛별군"}
    assert all(text[row.start : row.end] == said == row.text for said, row in told.items())
    assert told["2,300"].status == "target" and told["2,300"].period == "2024"


def test_a_unit_that_a_cell_has_itself_wins_over_that_of_its_column():
    told = cells("나루군 사업\n다음과 같다.\n사업\t예산(억원)\t인원(명)\n꽃밭\t125\t40명\n등대\t700만원\t31")
    assert told["125"].value == 12_500_000_000 and told["700만원"].value == 7_000_000
    assert [told[said].member for said in ("125", "40명", "700만원", "31")] == ["꽃밭", "꽃밭", "등대", "등대"]


def test_cells_that_have_their_units_count_what_their_column_says():
    told = cells("나루군 사업\n다음과 같다.\n사업\t예산\t인원\n꽃밭\t12억원\t40명\n등대\t8억원\t31명\n계\t20억원\t71명")
    assert [told[said].item for said in ("12억원", "40명", "8억원", "20억원", "71명")] == [
        "예산",
        "인원",
        "예산",
        "예산",
        "인원",
    ]
    assert [told[said].member for said in ("12억원", "31명", "71명")] == ["꽃밭", "등대", None]


def test_what_the_whole_table_counts_stands_in_the_line_over_it_and_the_sum_is_no_place():
    head = "시군\t2023년 목표\t2023년 실적\t2024년 목표\t2024년 고용률"
    body = "한들시\t11,500\t12,318\t13,000\t59.4\n샛별군\t2,200\t2,150\t2,300\t61.0\n계\t13,700\t14,468\t15,300\t-"
    told = cells(f"시군별 공시\n2024년 시군별 일자리 목표와 실적 (단위: 개, %)\n{head}\n{body}")
    assert (told["59.4"].unit, told["59.4"].item, told["59.4"].subject) == ("%", "고용률", "한들시")
    assert [(told[said].item, told[said].unit) for said in ("11,500", "2,150", "15,300")] == [("일자리", "개")] * 3
    assert told["15,300"].subject not in ("계", "한들시", "샛별군") and told["15,300"].member is None


def test_letters_in_brackets_and_columns_without_a_unit_make_no_table():
    told = cells("나루군 소식\n다음과 같다.\n조\t점수(A)\t순위(나)\n꽃밭\t12\t4\n등대\t7\t31")
    assert {row.unit for row in told.values()} <= {None}


def test_a_column_that_tells_a_change_is_that_of_the_column_before_it():
    told = cells(
        "나루군 항구\n다음과 같다.\n항구\t물동량(만t)\t비중(%)\t전년 대비(%)\n새벽항\t310\t40.1\t-2.5\n너울항\t225\t29.1\t3.8"
    )
    assert (told["310"].value, told["310"].unit) == (3_100_000, "t")
    assert [told[said].item for said in ("40.1", "-2.5", "3.8")] == ["비중", "물동량 전년 대비", "물동량 전년 대비"]
