"""Tables in HTML pages: what stands in their cells reaches the text with the whole name of its column and row."""

from __future__ import annotations

import time

import pytest

from jobextract import extract
from jobextract.page import decode
from jobextract.page.markup.tables import written_out

ABOVE = "들꽃군은 지난해 일자리 목표 5천개 가운데 5천200개를 만들었다고 3일 밝혔다. 부문마다 내건 숫자와 이룬 숫자는 표와 같다."
BELOW = "군은 올해 일자리 목표를 5천500개로 늘려 잡았다. 군수는 “젊은이가 돌아오는 군을 만들겠다”고 말했다."
SPANS = (
    "<table><caption>부문별 일자리</caption><tr><th rowspan=2>부문</th><th colspan=2>2024년</th></tr>"
    "<tr><th>목표</th><th>실적</th></tr>"
    "<tr><td>직접 일자리</td><td>2,000개</td><td>2,100개</td></tr><tr><td>취업 알선</td><td>1,800건</td><td>1,750건</td></tr></table>"
)


def read(table):
    page = (
        "<html><head><title>들꽃군 일자리 성과</title></head><body><article><h1>들꽃군 일자리 성과</h1>"
        f"<p>2025.02.03</p><p>{ABOVE}</p>{table}<p>{BELOW}</p></article></body></html>"
    )
    return decode.read_bytes(page.encode(), "page.html")


def test_cells_over_several_columns_and_rows_are_part_of_each_name():
    lines = read(SPANS).text.split("\n")
    head = lines.index("부문\t2024년 목표\t2024년 실적")
    assert lines[head - 1] == "부문별 일자리"
    assert lines[head + 1 : head + 3] == ["직접 일자리\t2,000개\t2,100개", "취업 알선\t1,800건\t1,750건"]


def test_the_figures_of_a_table_are_what_their_column_and_row_say():
    records = [record for record in extract(read(SPANS)).records if record.text in ("2,000개", "2,100개", "1,750건")]
    told = [(record.item, str(record.value), record.status, record.period) for record in records]
    assert told == [
        ("직접 일자리", "2000", "target", "2024"),
        ("직접 일자리", "2100", "actual", "2024"),
        ("취업 알선", "1750", "actual", "2024"),
    ]


@pytest.mark.parametrize(
    ("table", "line"),
    [
        (
            "<table><tr><td>구분<td>2023년<td>2024년<tr><td>인구(명)<td>41,200<td><tr><td>가구<td>3<td>4</table>",
            "인구(명)\t41,200\t-",
        ),
        (
            "<table><tr><th>항목<th>금액<tr><td>지원금<td>100만<br>원<tr><td>보조금<td>20만원</table>",
            "지원금\t100만 원",
        ),
        (
            "<table><tr><th colspan=2>구분<th>목표<tr><td rowspan=2>고용<td>청년<td>10명<tr><td>여성<td>20명</table>",
            "고용 여성\t20명",
        ),
    ],
    ids=["empty cell", "broken line", "label in two columns"],
)
def test_a_row_is_a_line_with_its_cells(table, line):
    assert line in read(table).text.split("\n")


def test_a_heading_between_rows_is_followed_by_the_head_again():
    table = (
        "<table><tr><th>사업</th><th>목표</th><th>실적</th></tr><tr><td>가</td><td>1명</td><td>2명</td></tr>"
        "<tr><td colspan=3>민간 부문</td></tr><tr><td>나</td><td>3명</td><td>4명</td></tr><tr><td colspan=3>자료: 들꽃군</td></tr></table>"
    )
    rows = ["사업\t목표\t실적", "가\t1명\t2명", "민간 부문", "사업\t목표\t실적", "나\t3명\t4명", "자료: 들꽃군"]
    assert "\n".join(rows) in read(table).text


@pytest.mark.parametrize(
    "table",
    [
        "<table>"
        + "".join(f"<tr>{''.join(f'<td>{7 * w + d}</td>' for d in range(7))}</tr>" for w in range(4))
        + "</table>",
        "<table><tr><td>가</td><td><a href=x>3위</a></td></tr><tr><td>나</td><td><a href=y>4위</a></td></tr></table>",
        "<table><tr><th>순위<th>글<th>조회<tr><td>1<td><a href=x>분수대</a><td>310<tr><td>2<td><a href=y>꽃길</a><td>290</table>",
        "<table><tr><td>가</td><td>나</td></tr><tr><td>다</td><td>라</td></tr></table>",
        "<table></table>",
    ],
    ids=["calendar", "links", "ranks", "words", "empty"],
)
def test_what_is_no_table_of_figures_is_left_as_it_is(table):
    assert written_out(table) == table


FIGURES = "<table><tr><th>구분<th>목표<th>실적<tr><td>쉼터<td>12곳<td>15곳</table>"


@pytest.mark.parametrize(
    "body",
    [
        f"<table><tr><td>차림표</td><td><h1>들꽃군 쉼터</h1><p>{ABOVE}</p>{FIGURES}<p>{BELOW}</p></td></tr></table>",
        f"<table><tr><td>들꽃군 쉼터</td></tr><tr><td>{ABOVE}<br>{FIGURES}<br>{BELOW}</td></tr></table>",
        f"<table><tr><td>들꽃군 쉼터<tr><td><p>{ABOVE}<p>{FIGURES}<p>{BELOW}</table>",
        f"<article><h1>들꽃군 쉼터</h1><p>{ABOVE}</p><figure class=table><div>{FIGURES}</div></figure>{f'<p>{BELOW}</p>' * 3}</article>",
    ],
    ids=["beside a menu", "a row a part", "without end tags", "framed as a picture"],
)
def test_a_table_that_lays_out_a_page_and_a_frame_are_no_part_of_the_text(body):
    page = f"<html><head><title>들꽃군 쉼터</title></head><body>{body}</body></html>"
    lines = [line.strip() for line in decode.read_bytes(page.encode(), "page.html").text.split("\n")]
    assert {ABOVE, BELOW, "구분\t목표\t실적", "쉼터\t12곳\t15곳"} <= set(lines)


def test_a_page_of_tables_that_never_end_is_read_in_time():
    started = time.perf_counter()
    written_out("<table><tr><td rowspan=400 colspan=24>1" * 5_000)
    written_out("<table><tr><td>" * 20_000)
    written_out(f"<table><tr>{'<td>1' * 50_000}</table>")
    written_out(f"<table>{'<tr><td rowspan=400>1<td>2' * 3_000}</table>")
    assert time.perf_counter() - started < 5


def test_a_column_of_units_gives_each_row_its_unit():
    table = (
        "<table><tr><th>구분</th><th>단위</th><th>2023년 실적</th><th>2024년 목표</th></tr>"
        "<tr><td>일자리</td><td>개</td><td>5,200</td><td>5,500</td></tr>"
        "<tr><td>고용률(15~64세)</td><td>%</td><td>66.1</td><td>67.0</td></tr></table>"
    )
    source = read(table)
    lines = source.text.split("\n")
    assert {"일자리(개)\t5,200\t5,500", "고용률(15~64세, %)\t66.1\t67.0"} <= set(lines)
    units = {record.text: record.unit for record in extract(source).records}
    assert (units["5,500"], units["67.0"]) == ("개", "%")


def test_a_column_of_figures_is_no_column_of_units():
    table = "<table><tr><th>구분<th>단위<th>목표<tr><td>쉼터<td>10평<td>15<tr><td>정자<td>20평<td>3</table>"
    assert "쉼터\t10평\t15" in read(table).text.split("\n")


def test_the_units_of_a_caption_stand_on_a_line_of_their_own():
    table = SPANS.replace("부문별 일자리", "부문별 일자리 목표와 실적 (단위: 개, 건)")
    lines = read(table).text.split("\n")
    head = lines.index("부문별 일자리 목표와 실적")
    assert lines[head + 1] == "(단위: 개, 건)"


@pytest.mark.parametrize("last", ["-", "70"])
def test_a_table_under_the_only_sentence_is_read_whatever_its_last_cell_holds(last):
    page = (
        "<html><head><title>들꽃군 민선 8기 일자리 계획</title></head><body><h1>들꽃군 민선 8기 일자리 계획</h1>"
        "<p>2022.11.30 나무별 기자</p><p>들꽃군은 30일 민선 8기 일자리 종합계획을 공시했다.</p>"
        "<table><tr><th>구분</th><th>2022년 실적</th><th>2023년</th><th>2024년</th><th>2025년</th><th>2026년</th></tr>"
        "<tr><td>일자리 목표(개)</td><td>698</td><td>740</td><td>780</td><td>820</td><td>860</td></tr>"
        f"<tr><td>고용률(%)</td><td>66.8</td><td>67.6</td><td>68.4</td><td>69.2</td><td>{last}</td></tr></table></body></html>"
    )
    told = {record.text for record in extract(decode.read_bytes(page.encode(), "page.html")).records}
    assert {"698", "860", "69.2"} <= told


def test_the_sum_of_the_years_is_of_none_of_them():
    page = (
        "<html><head><title>들꽃군 일자리 계획</title></head><body><h1>들꽃군 일자리 계획</h1><p>2022.11.30 나무별 기자</p>"
        "<p>들꽃군은 30일 민선 8기 일자리 종합계획을 공시했다.</p><table><tr><th>구분</th><th>2023년</th><th>2024년</th>"
        "<th>계</th></tr><tr><td>일자리 목표(개)</td><td>740</td><td>780</td><td>1,520</td></tr>"
        "<tr><td>취업 알선(건)</td><td>310</td><td>330</td><td>640</td></tr></table></body></html>"
    )
    periods = {record.text: record.period for record in extract(decode.read_bytes(page.encode(), "page.html")).records}
    assert (periods["740"], periods["780"], periods["1,520"]) == ("2023", "2024", None)
