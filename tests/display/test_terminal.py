"""Tables and pages for a terminal."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from rich.cells import cell_len

from jobextract.display import target_table, terminal
from jobextract.model import Target


def shown(extraction, records, width=80, colour=False) -> str:
    return terminal.extraction(extraction, records, width, colour)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "12,000 개"),
        ({"value": Decimal("54700000000"), "unit": "KRW"}, "54,700,000,000 KRW"),
        ({"value": Decimal("65.3"), "unit": "%"}, "65.3 %"),
        ({"value": None, "low": Decimal(28), "high": Decimal(29), "unit": "%"}, "28–29 %"),
        ({"value": Decimal(2), "low": Decimal(2), "bound": "min", "unit": "배"}, "≥ 2 배"),
        ({"value": Decimal(30), "bound": "under", "unit": "명"}, "< 30 명"),
        ({"value": Decimal(3200), "approx": True, "unit": "명"}, "≈ 3,200 명"),
        ({"value": Decimal("2.2"), "change": "increase", "unit": "%p"}, "↑ 2.2 %p"),
        ({"value": Decimal("-0.5"), "unit": "%"}, "-0.5 %"),
        ({"value": Decimal("-1234.5"), "unit": None}, "-1,234.5"),
        ({"value": None, "low": None, "high": None}, ""),
        ({"value": Decimal(18), "unit": "year"}, "18 years"),
        ({"value": Decimal(1), "unit": "hour"}, "1 hour"),
        ({"value": None, "low": Decimal(2), "high": Decimal(3), "unit": "month"}, "2–3 months"),
        ({"value": None, "low": Decimal(30), "high": Decimal(39), "unit": "대", "kind": "age"}, "30 대"),
        ({"value": None, "low": Decimal(20), "high": Decimal(39), "unit": "대", "kind": "age"}, "20–30 대"),
        ({"value": None, "low": Decimal(19), "high": Decimal(39), "unit": "year", "kind": "age"}, "19–39 years"),
    ],
)
def test_a_value_is_grouped_and_carries_bound_approximation_and_change(record, fields, words) -> None:
    assert terminal.value(record(**fields)) == words


def test_the_head_gives_title_date_publisher_and_subject(extraction) -> None:
    first, second, *_ = shown(extraction, extraction.records).splitlines()
    assert first == "한들시, 일자리 1만2천개 만든다"
    assert second == "2024-02-06 · 한들신문 · 강민서 · 한들시 · page.txt"


def test_the_head_tells_a_moment_as_people_write_it(extraction) -> None:
    articles = [msgspec.structs.replace(one, published="2024-02-06T08:30:15") for one in extraction.articles]
    said = shown(msgspec.structs.replace(extraction, articles=articles), ())
    assert said.splitlines()[1].startswith("2024-02-06 08:30 · ")


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_no_figure_is_cut(extraction, record, width) -> None:
    long = "아주 긴 문장이 이어지고 또 이어져서 한 줄에 다 담기지 않는데 그 끝에 비로소 2천억 원이라는 금액이 나온다."
    records = [
        record(),
        record(text="2천억 원", value=Decimal(200000000000), unit="KRW", kind="money", sentence=long, item="금액"),
        record(text="10월", kind="date", value=None, unit=None, period="2024-03/2024-10", item=None),
    ]
    table = shown(extraction, records, width)
    assert all(cell_len(line) <= width for line in table.splitlines())
    for whole in ("1만2천개", "12,000 개", "2천억 원", "200,000,000,000 KRW", "2024-03/2024-10", "plan"):
        assert whole in table


def test_columns_are_aligned_though_hangul_is_two_cells_wide(extraction, record) -> None:
    records = [record(item="일자리"), record(item="Jobs"), record(item="장려금 A")]
    lines = shown(extraction, records, 200).splitlines()
    starts = {cell_len(line[: line.index("plan")]) for line in lines if "plan" in line and "12,000" in line}
    assert len(starts) == 1


def test_a_narrow_terminal_shows_the_sentence_once_above_its_figures(extraction, record) -> None:
    table = shown(extraction, [record(), record(text="올해", kind="date", value=None, unit=None)], 80)
    assert table.count("한들시는 올해 일자리 1만2천개를 만들 계획이다.") == 1


def test_a_wide_terminal_shows_the_sentence_beside_each_figure(extraction, record) -> None:
    table = shown(extraction, [record(), record(text="올해", kind="date", value=None, unit=None)], 200)
    rows = [line for line in table.splitlines() if line.endswith("한들시는 올해 일자리 1만2천개를 만들 계획이다.")]
    assert len(rows) == 2


@pytest.mark.parametrize("cells", [20, 31, 40])
def test_a_shortened_sentence_fits_and_holds_its_figure(cells) -> None:
    sentence = "하나시와 둘시가 지난 봄에 함께 세운 계획에 따라 생기는 일자리는 모두 4만5천 개라고 담당자가 설명했다."
    words = terminal.snippet(sentence, "4만5천 개", cells).plain
    assert "4만5천 개" in words
    assert cell_len(words) <= cells
    assert words.startswith("…") and words.endswith("…")


def test_a_record_of_another_subject_says_whose_it_is(extraction, record) -> None:
    assert "whose" not in shown(extraction, [record()], 200)
    assert "새벌군" in shown(extraction, [record(), record(subject="새벌군")], 200)


def test_a_figure_of_a_list_says_of_which_member_it_is(extraction, record) -> None:
    assert "member" not in shown(extraction, [record()], 200)
    listed = shown(extraction, [record(item="실업률", member="새벌 지역"), record(item="실업률", member="20대")], 80)
    assert all(words in listed for words in ("member", "새벌 지역", "20대"))


@pytest.mark.parametrize("told", [{"item": "새벌 지역 실업률"}, {"item": "실업률", "subject": "새벌지역"}])
def test_a_member_that_stands_in_the_item_or_subject_is_not_said_twice(extraction, record, told) -> None:
    assert "member" not in shown(extraction, [record(**told, member="새벌 지역")], 200)


def test_a_figure_of_nobody_known_is_told_from_one_of_the_head(extraction, record) -> None:
    assert "whose" in shown(extraction, [record(subject=None)], 200)
    assert "–" in shown(extraction, [record(subject=None), record()], 200)
    assert "whose" not in shown(extraction, [record(subject=None, kind="date"), record()], 200)


def test_an_article_without_figures_says_so(extraction) -> None:
    assert "no figures" in shown(extraction, [])


def test_control_characters_of_a_page_do_not_reach_the_terminal(extraction, record) -> None:
    table = shown(extraction, [record(sentence="\x1b[31m빨간 1만2천개\x07", item="[bold]항목[/bold]")], 200)
    assert "\x1b" not in table and "\x07" not in table
    assert "[bold]항목[/bold]" in table


def test_colour_is_used_only_where_it_is_wanted(extraction) -> None:
    assert "\x1b[" in shown(extraction, extraction.records, colour=True)
    assert "\x1b[" not in shown(extraction, extraction.records, colour=False)


def test_the_judged_page_shows_every_line_with_its_reason(page, lines) -> None:
    weather, title, blank, body, byline = terminal.judged_page(page.text, lines, 100, False).splitlines()
    assert weather.split() == ["1", "-", "boilerplate", "line.weather", "│", "맑음", "춘천", "3.1℃"]
    assert title.split()[:4] == ["2", "+", "title", "line.title"]
    assert blank.split() == ["3", "blank", "line.blank", "│"]
    assert body.endswith("만들 계획이다.")
    assert byline.split() == ["4", "-", "meta", "line.byline", "│", "강민서", "기자"]


def test_the_text_is_shown_with_its_figures_in_brackets_where_there_are_no_colours(extraction) -> None:
    table = terminal.extraction(extraction, extraction.records, 200, False, True)
    assert "한들시는 올해 일자리 [1만2천개]를 만들 계획이다. 강민서 기자" in table.splitlines()
    assert "맑음 춘천" not in table


def test_the_text_is_shown_in_colours(extraction) -> None:
    table = terminal.extraction(extraction, extraction.records, 200, True, True)
    assert "\x1b[1;34m1만2천개\x1b[0m를 만들" in table and "[1만2천개]" not in table


def test_without_being_asked_the_text_is_not_shown(extraction) -> None:
    assert "강민서 기자" not in shown(extraction, extraction.records, 200)


def test_headings_are_korean_in_a_korean_locale(extraction, record, monkeypatch) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    table = shown(extraction, [record(), record(item="직업 훈련")], 200)
    heading = next(line for line in table.splitlines() if "수치" in line)
    assert heading.split() == ["수치", "값", "종류", "항목", "상태", "기간", "문장"]
    assert "개수" in table and "계획" in table


def goal(**fields):
    told = dict.fromkeys(Target.__struct_fields__) | {
        "item": "매출",
        "target": Decimal(20_000_000_000_000),
        "unit": "KRW",
    }
    return Target(
        **(told | {"period": "2025", "target_ids": (), "actual_ids": (), "source": "a.txt", "sentence": ""} | fields)
    )


def test_targets_show_numbers_whole_the_period_of_the_result_and_what_is_to_be_looked_at() -> None:
    part = goal(
        subject="한울전자 디스플레이 사업부",
        item="전장부품 사업의 누적 매출 총액",
        actual=Decimal(5_231_000_000_000),
        rate=Decimal("26.2"),
        actual_period="2025-07/2025-09",
        flag="rate",
    )
    lines = target_table.targets([part, goal(actual=Decimal(3), actual_period=None)], 80, False).splitlines()
    assert max(map(cell_len, lines)) <= 80
    row = next(line for line in lines if "20,000,000,000,000" in line)
    assert "5,231,000,000,000" in row and "26.2 %" in row and row.endswith("!")
    assert sum("2025-07/2025-09" in line for line in lines) == 1
    assert lines[-1] == "! stated rate differs"
    assert "!" not in target_table.targets([goal()], 80, False)
    looked = [goal(flag="results"), goal(flag="revised"), goal(flag="differs")]
    lines = target_table.targets(looked, 80, False).splitlines()
    assert [line[-1] for line in lines[1:4]] == ["?", "~", "*"]
    assert lines[4:] == ["? another result is given", "* another target is given", "~ replaced by another target"]


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_number_and_no_date_is_broken_in_a_narrow_table(extraction, record, width) -> None:
    one = record(
        text="5조2천310억 원",
        value=Decimal(5_231_000_000_000),
        unit="KRW",
        subject="새벌군 시설 관리 공단",
        period="2025-11-22/2025-11-23",
    )
    table = shown(extraction, [one], width)
    assert all(whole in table for whole in ("5,231,000,000,000 KRW", "2025-11-22", "2025-11-23"))
    assert width < 80 or max(map(cell_len, table.splitlines())) <= 80
    assert all(
        number in target_table.targets([goal(actual=Decimal(3))], width, False)
        for number in ("20,000,000,000,000", "2025")
    )
