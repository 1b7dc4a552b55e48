"""Articles of a page with what the page says of their publication, and their running stretches."""

import json
from pathlib import Path

import pytest

from jobextract.page import articles, decode, tagger
from jobextract.rulebook import loader

PAGES = Path(__file__).parents[1] / "fixtures" / "pages"
SHARED = Path(__file__).parents[3] / "shared"
RULES = loader.load()


def segmented(text, **given):
    source = decode.from_text(text)
    return articles.segment(source, tagger.judge(source.text, RULES), RULES, **given)


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.json")))
def test_a_page_yields_its_articles_with_their_facts(name):
    wanted = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))["articles"]
    found = segmented((PAGES / f"{name}.txt").read_text(encoding="utf-8"))
    assert [{key: getattr(article, key) for key in want} for article, want in zip(found, wanted, strict=True)] == wanted


BODY = "들꽃시는 길 12㎞를 넓혔다고 밝혔다.\n시는 내년에도 길을 넓힌다.\n"


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("입력 2024.01.12 09:10", "2024-01-12T09:10", None),
        ("기사입력 2024-01-12 오후 4:05:09 입력", "2024-01-12T16:05:09", None),
        ("입력2024.01.12. 오전 12:05", "2024-01-12T00:05", None),
        ("승인 2024.01.12 09:10 수정 2024.01.13 10:00", "2024-01-12T09:10", "2024-01-13T10:00"),
        ("등록 2024.01.12 09:10:11수정 2024.01.12 10:00:00", "2024-01-12T09:10:11", "2024-01-12T10:00:00"),
        ("입력 2024.01.12 (19:02) 수정 2024.01.12 (19:49)", "2024-01-12T19:02", "2024-01-12T19:49"),
        ("2024/01/12 08:00 송고", "2024-01-12T08:00", None),
        ("송고시간2024-01-12 08:00", "2024-01-12T08:00", None),
        ("작성일 : 2024. 1. 12.", "2024-01-12", None),
        ("기사승인 : 2024년 1월 12일 15시 04분", "2024-01-12T15:04", None),
        ("Jan 12. 2024", "2024-01-12", None),
        ("나무별 기자 2024-01-12 (금) 07:30", "2024-01-12T07:30", None),
        ("나무별 기자 입력 : 2024. 01. 12(금) 11:26", "2024-01-12T11:26", None),
        ("최종편집 : 2024-01-12 10:21", None, None),
        ("2024.13.45 09:10", None, None),
    ],
)
def test_the_date_of_publication_in_every_layout(line, published, updated):
    article = segmented(f"들꽃시, 길 12㎞ 넓혀\n{line}\n{BODY}")[0]
    assert (article.published, article.updated) == (published, updated)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("들꽃편지 제12호\n2024년 1월 12일 금요일\n", ""),
        ("2024년(갑진년) 1월 12일\n", ""),
        ("24-01-12\n", ""),
        ("24.01.12\n", ""),
        ("12-JAN-2024\n", ""),
        ("", "2024. 1. 12.(금)\n"),
        ("", "나무별 기자 2024년 1월 12일 금요일\n"),
        ("", "(2024. 1. 12.)\n"),
    ],
)
def test_the_date_of_a_letter_a_board_or_a_paper(above, below):
    assert segmented(f"들꽃신문\n{above}들꽃시, 길 12㎞ 넓혀\n{BODY}{below}")[0].published == "2024-01-12"


@pytest.mark.parametrize(
    "page",
    [
        f"2024.04.25 (목)\n\n들꽃시, 길 12㎞ 넓혀\n{BODY}",
        f"들꽃시, 길 12㎞ 넓혀\n새로 난 길. 2024.03.02. (사진=들꽃시 제공)\n{BODY}",
        f"들꽃시, 길 12㎞ 넓혀\n{BODY}저작권자 © 들꽃신문 무단전재 금지\n산마을 배추 풍년\n2024.05.01\n",
    ],
    ids=["crawl date", "date of a photo", "date of another article"],
)
def test_a_date_that_is_not_the_articles_is_no_date_of_publication(page):
    assert segmented(page)[0].published is None


@pytest.mark.parametrize(
    ("above", "lead", "reporters", "publisher", "place"),
    [
        ("", "【들꽃신문 산내=나무별 기자】 ", ("나무별",), "들꽃신문", "산내"),
        ("", "[들꽃신문 나무별 기자] ", ("나무별",), "들꽃신문", None),
        ("", "[산내=들꽃신문] 나무별 기자 = ", ("나무별",), "들꽃신문", "산내"),
        ("", "(산내=들꽃통신) 나무별·한가람 기자 = ", ("나무별", "한가람"), "들꽃통신", "산내"),
        ("• 나무별 기자\n", "", ("나무별",), None, None),
        ("나무별 수습기자 byeol@flower.example\n", "", ("나무별",), None, None),
        ("글·사진 나무별\n", "", ("나무별",), None, None),
        ("산내=나무별 특파원\n", "", ("나무별",), None, None),
        ("나무별·한가람 기자\n", "", ("나무별", "한가람"), None, None),
        ("들꽃일보 나무별 기자\n", "", ("나무별",), "들꽃일보", None),
        ("", "", (), None, None),
    ],
)
def test_who_wrote_it_and_for_which_paper(above, lead, reporters, publisher, place):
    article = segmented(f"들꽃시, 길 12㎞ 넓혀\n{above}{lead}{BODY}")[0]
    assert (article.reporters, article.publisher, article.place) == (reporters, publisher, place)


def test_a_photographer_is_no_reporter():
    page = f"들꽃시, 길 12㎞ 넓혀\n새로 난 길을 걷는 주민들. /나무별 기자\n{BODY}"
    assert segmented(page)[0].reporters == ()


@pytest.mark.parametrize(
    ("notice", "publisher"),
    [
        ("저작권자 © 들꽃신문 무단전재 및 재배포 금지", "들꽃신문"),
        ("<저작권자(c) 들꽃통신, 무단 전재-재배포 금지>", "들꽃통신"),
        ("Copyright ⓒ 2024 들꽃일보. All rights reserved.", "들꽃일보"),
        ("<ⓒ마을과 함께하는 들꽃경제(www.flower.example) 무단전재 배포금지>", "들꽃경제"),
        ("ⓒ '골목의 벗' 들꽃매일, 무단전재 금지", "들꽃매일"),
        ("무단 전재 및 재배포 금지", None),
    ],
)
def test_the_paper_of_a_copyright_notice(notice, publisher):
    assert segmented(f"들꽃시, 길 12㎞ 넓혀\n{BODY}{notice}\n")[0].publisher == publisher


def test_what_the_caller_says_overrides_the_page():
    page = f"들꽃시, 길 12㎞ 넓혀\n입력 2024.01.12\n{BODY}ⓒ 들꽃신문\n"
    article = segmented(page, published="2023-12-31", publisher="솔숲신문")[0]
    assert (article.published, article.publisher) == ("2023-12-31", "솔숲신문")


def test_wrapped_lines_are_one_stretch_and_rows_are_their_own():
    text = (PAGES / "hard-wrapped.txt").read_text(encoding="utf-8")
    stretches = [text[s.start : s.end] for s in segmented(text)[0].segments if s.section == "body"]
    assert len(stretches) == 3
    assert stretches[0].count("\n") == 2
    table = (PAGES / "budget-table.txt").read_text(encoding="utf-8")
    rows = [table[s.start : s.end] for s in segmented(table)[0].segments]
    assert "교통 1,920억 2,105억 185억" in rows


def test_a_page_without_an_article_has_none():
    assert segmented("로그인 회원가입\n© 들꽃뉴스 All Rights Reserved.\n") == []


def agrees(field, found, wanted):
    """Dates agree where one is the other to a lower precision: an annotator may know seconds that a text leaves out."""
    if field == "published" and found and wanted:
        return found.startswith(wanted) or wanted.startswith(found)
    return found == wanted


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated articles are not beside the project")
@pytest.mark.parametrize(("texts", "gold"), [("seeds", "gold")])
def test_the_facts_of_annotated_articles_are_right(texts, gold):
    wrong = []
    for path in sorted((SHARED / gold).glob("*.jsonl")):
        wanted = json.loads(path.read_text(encoding="utf-8").split("\n", 1)[0])["meta"]["articles"]
        found = segmented((SHARED / texts / f"{path.stem}.txt").read_text(encoding="utf-8"))
        assert len(found) == len(wanted), path.stem
        for article, want in zip(found, wanted, strict=True):
            for field in ("title", "published", "reporter", "publisher", "first_line"):
                if field in want and not agrees(field, getattr(article, field), want[field]):
                    wrong.append((path.stem, field, getattr(article, field), want[field]))
    assert wrong == []


def test_a_line_that_names_whom_the_sentence_below_introduces_begins_another_article():
    text = """가온구, 2026년까지 일자리 1만8천개 만든다

가온구(구청장 이하람)가 2026년까지 공공 일자리 1만8천개를 만드는 종합계획을 세웠다고 12일 밝혔다.
구는 민간 회사와 손잡고 취업 알선도 해마다 늘린다. 상담사는 다섯 명에서 아홉 명으로 는다.
다솜구 2026년까지 고용률 63%, 일자리 4만개
다솜구(구청장 정노을)는 고용률을 63%로 높이고 일자리 4만개를 만드는 계획을 내놓았다.
구는 창업 지원 공간을 넓히고 직업훈련 과정을 새로 연다. 올해에만 서른 곳이 문을 연다.
"""
    assert [article.title for article in segmented(text)] == [
        "가온구, 2026년까지 일자리 1만8천개 만든다",
        "다솜구 2026년까지 고용률 63%, 일자리 4만개",
    ]


def test_headlines_of_a_round_up_with_one_mark_each_begin_an_article():
    found = segmented(
        "들꽃통신 ▣ 오늘의 단신\n"
        "24-05-21  들꽃통신 지역부\n"
        "[전체] [동부] [서부]\n"
        "■ 산내 수도관 12㎞ 연내 교체\n"
        "▲산내시가 4월 시작한 낡은 수도관 교체 공사가 71%까지 왔다. 전체 12.4㎞ 가운데 8.8㎞를 바꿨다.\n"
        "\n"
        "■ 다온 은어 방류량 90만마리로 늘린다\n"
        "▲두루천으로 돌아온 은어가 5월 1일부터 19일까지 6천412마리 잡혔다. 작년 이맘때의 두 배다.\n"
        "\n"
        "■ 마루 병원 간호사 64명 모집\n"
        "▲한빛의료원이 6월 3~7일 간호사 64명을 뽑는다. 경력 40명, 신규 24명이다.\n"
        "<ⓒ들꽃통신> 24-05-21 17:02 일괄 송고\n"
    )
    assert [article.title for article in found] == [
        "산내 수도관 12㎞ 연내 교체",
        "다온 은어 방류량 90만마리로 늘린다",
        "마루 병원 간호사 64명 모집",
    ]


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("□ 나루군, 귀농인 지원 넓힌다", ("□ 신청 방법", "□ 지원 조건")),
        ("■ 나루군 일자리 대책 평가 우수상", ("■ 청년 창업 지원", "■ 고용률 상승")),
        ("▲ 나루군 새해 예산 4천200억원 확정", ("▲ 복지", "▲ 교통")),
    ],
)
def test_headings_with_the_mark_of_the_headline_begin_no_article(title, headings):
    found = segmented(
        f"{title}\n2024-03-05 10:20 강나루 기자\n"
        "나루군은 올해 귀농인 120명에게 정착금 500만원씩을 준다고 5일 밝혔다. 지난해보다 40명 많다.\n"
        f"{headings[0]}\n"
        "접수는 4월 3일까지 읍면 사무소에서 한다. 서류는 세 가지다. 우편으로 내면 3일이 더 걸린다.\n"
        f"{headings[1]}\n"
        "도시에서 5년 넘게 산 65세 이하가 대상이다. 농지 1천㎡를 빌리거나 사야 한다.\n"
    )
    assert len(found) == 1
