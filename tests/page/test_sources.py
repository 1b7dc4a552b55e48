"""Whose piece a page prints: lines that name the source, names that stand alone, menus that name nobody."""

from __future__ import annotations

import pytest

from jobextract.model import Article
from jobextract.page import articles, bylines, decode, tagger
from jobextract.page.imprint import sources
from jobextract.rulebook import loader

HEAD = "들꽃시, 마을 도서관 다섯 곳 짓는다"
BODY = "들꽃시는 올해 마을 도서관 다섯 곳을 새로 짓는다고 12일 밝혔다.\n시는 내년에도 세 곳을 더 지을 계획이다."
MENU = "스포츠\n당구\n해외야구\n씨름\n정치\n경제\n드라마"


def read(text: str) -> Article:
    source, rules = decode.from_text(text), loader.load()
    return articles.segment(source, tagger.judge(source.text, rules), rules)[0]


@pytest.mark.parametrize(
    "line",
    [
        "[Source : 솔숲일보]",
        "[출처: 솔숲일보]",
        "출처 : 솔숲일보 (https://news.example/12)",
        "출처=솔숲일보",
        "기사제공 솔숲일보",
        "매체명 : 솔숲일보",
        "뉴스 출처 : 솔숲일보 2023.11.01",
    ],
)
@pytest.mark.parametrize("foot", ["", "Copyright © 2023 모아보기 all rights reserved"])
def test_a_line_that_names_the_source_outweighs_menu_and_foot(line: str, foot: str) -> None:
    assert read(f"{MENU}\n{HEAD}\n2023. 11. 1. 09:22\n{BODY}\n{line}\n\n이용약관\n{foot}\n").publisher == "솔숲일보"


@pytest.mark.parametrize("name", ["솔숲일보", "강마을신문", "나루투데이", "들녘경제", "머니나루뉴스"])
def test_a_papers_name_alone_under_the_headline_is_the_papers(name: str) -> None:
    assert read(f"{HEAD}\n{name}\n{BODY}\n").publisher == name


@pytest.mark.parametrize("menu", [MENU, "해외야구\n씨름\n정치\n반려동물\n드라마", MENU.replace("\n", "\n\n")])
def test_a_word_of_a_menu_is_no_paper(menu: str) -> None:
    assert read(f"{menu}\n{HEAD}\n2023. 11. 1. 09:22\n{BODY}\n").publisher is None


def test_the_sites_name_first_in_its_menu_is_borne_out_by_its_foot() -> None:
    page = (
        f"솔숲마당\n정치\n경제\n사회\n문화\n{HEAD}\n2023. 11. 1. 09:22\n{BODY}\n\nⓒ 솔숲마당 무단전재 및 재배포 금지\n"
    )
    assert read(page).publisher == "솔숲마당"


@pytest.mark.parametrize("line", ["사진제공 : 솔숲군", "출처 : 통계청", "자료=나루연구원", "그래픽 출처: 솔숲공사"])
def test_whose_picture_or_figures_it_prints_is_no_paper(line: str) -> None:
    assert read(f"{HEAD}\n2023. 11. 1. 09:22\n{BODY}\n{line}\n").publisher is None


@pytest.mark.parametrize("name", ["카드뉴스", "랭킹뉴스", "온라인뉴스팀", "지역경제", "이미지투데이", "들꽃마을"])
def test_what_is_called_as_papers_are_and_is_none(name: str) -> None:
    assert not sources.is_paper(name)


@pytest.mark.parametrize(
    ("line", "names", "house", "place"),
    [
        (
            "(전국종합=솔숲통신) 나무별 한가람 고은결 기자 = 시는",
            ("나무별", "한가람", "고은결"),
            "솔숲통신",
            "전국종합",
        ),
        ("(산내=솔숲통신) 나무별 한가람 = 시는", ("나무별", "한가람"), "솔숲통신", "산내"),
        ("[솔숲경제(산내) 나무별 기자] 시는", ("나무별",), "솔숲경제", "산내"),
        ("[솔숲경제 나무별 한가람 기자] 시는", ("나무별", "한가람"), "솔숲경제", ""),
        ("[솔숲경제 정치부 나무별 기자] 시는", ("나무별",), "솔숲경제 정치부", ""),
    ],
)
def test_the_writers_of_a_dateline(line: str, names: tuple[str, ...], house: str, place: str) -> None:
    found = bylines.dateline(line)
    assert found is not None
    assert (found[0], found[1].names, found[1].house) == (place, names, house)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("산내=나무별 기자, 한가람 기자", ("나무별", "한가람")),
        ("산내=나무별 기자, 솔숲=한가람 기자", ("나무별", "한가람")),
        ("나무별 기자 한가람 기자", ("나무별", "한가람")),
        ("나무별 금융부 기자", ("나무별",)),
        ("나무별 의학기자", ("나무별",)),
    ],
)
def test_the_writers_of_a_byline(line: str, names: tuple[str, ...]) -> None:
    assert read(f"{HEAD}\n{line}\n2023. 11. 1. 09:22\n\n{BODY}\n").reporters == names


def test_who_took_a_picture_did_not_write_the_piece() -> None:
    page = f"{HEAD}\n2023. 11. 1. 09:26\n산내 들꽃마을 어귀. 한가람 기자\n[솔숲경제=나무별 기자] {BODY}\n"
    assert read(page).reporters == ("나무별",)
