"""Which paper a page's notices name, and who is no writer."""

from __future__ import annotations

import pytest

from jobextract.model import Article
from jobextract.page import articles, bylines, decode, publisher, tagger
from jobextract.page.imprint.romanised import skeleton
from jobextract.rulebook import loader


def read(text: str) -> Article:
    source, rules = decode.from_text(text), loader.load()
    return articles.segment(source, tagger.judge(source.text, rules), rules)[0]


BODY = "들꽃시는 올해 마을 도서관 다섯 곳을 새로 짓는다고 12일 밝혔다.\n시는 내년에도 세 곳을 더 지을 계획이다."


@pytest.mark.parametrize(
    ("notice", "paper"),
    [
        ("저작권자 © 들꽃신문 무단전재 및 재배포 금지", "들꽃신문"),
        ("ⓒ 강마을장터, 복제·전송·배포를 금합니다.", "강마을장터"),
        ("저작권 ⓒ 솔숲다방", "솔숲다방"),
        ("[솔숲한마당 무단전재 금지]", "솔숲한마당"),
        ("솔숲매일 무단 전재, 재배포 금지", "솔숲매일"),
        ("재판24시 ⓒ 무단 사용 시 법적 조치", "재판24시"),
        ("ⓒ 일터와삶 | 나무별 기자 namu@ilteo.example", "일터와삶"),
        ("솔숲마을뉴스 webmaster@solsup.example 제보 033-000-9876", "솔숲마을뉴스"),
    ],
)
def test_the_paper_of_a_notice(notice: str, paper: str) -> None:
    assert read(f"들꽃시, 마을 도서관 다섯 곳 짓는다\n나무별 기자\n\n{BODY}\n\n{notice}\n").publisher == paper


@pytest.mark.parametrize("line", ["대전 21도로 평년보다 낮다", "저작권자를 찾습니다.", "사진ⓒ 나무별"])
def test_what_names_no_paper(line: str) -> None:
    assert publisher.mailed(line) is None
    assert publisher.signed(line) is None


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("나무별 의학담당기자 2025년12월19일 11시20분", "나무별"),
        ("기자명 나무별 입력 2024.01.30 18:07", "나무별"),
        ("2026년 3월 5일 오후 2:50 편집국", None),
    ],
)
def test_the_writer_of_a_dated_line(line: str, writer: str | None) -> None:
    article = read(f"들꽃시, 마을 도서관 다섯 곳 짓는다\n{line}\n\n{BODY}\n")
    assert article.reporter == writer
    assert article.published is not None


def test_an_office_is_no_name() -> None:
    assert bylines.desk("온라인뉴스팀")
    assert not bylines.desk("나무별")


def test_a_headline_that_reads_like_a_sentence_is_the_headline() -> None:
    text = f"솔숲터\n전국 | 들꽃\n[초점] 들꽃시 도서관 4년…다섯 곳 더, 떠나던 아이들 돌아왔다\n[솔숲터 나무별 기자] {BODY}\n"
    assert read(text).title == "[초점] 들꽃시 도서관 4년…다섯 곳 더, 떠나던 아이들 돌아왔다"


def page(above: str, behind: str, line: str = "나무별 기자 2024-03-02 09:00") -> str:
    return f"{above}\n\n들꽃시, 마을 도서관 다섯 곳 짓는다\n{line}\n\n{BODY}\n\n{behind}\n"


@pytest.mark.parametrize(
    ("above", "behind", "paper"),
    [
        ("주간 들꽃사람들 | 군민이 주인인 신문\n발행 제 42호 2024년 3월 2일 토요일", "<저작권자 주간 들꽃사람들>", "주간 들꽃사람들"),
        ("SOLNET 솔넷\n뉴스  리뷰  커뮤니티", "Copyright ⓒ SOLNET Corp. All rights reserved.", "솔넷"),
        ("[솔숲과사람] 산림 전문 인터넷신문\nHOME > 임업 > 통계", "솔숲과사람 | 등록번호 부산 아00000 | 발행인 나무별", "솔숲과사람"),
        ("로그인\n회원가입\n솔숲포커스\n전남\t광주\t시·군\t기획", "나무별 기자 namu@solsupfocus.example\n다른기사 보기", "솔숲포커스"),
        ("본문 기타 기능\n들꽃 소식/알림마당", "#들꽃시 #도서관\n공감 38  댓글 11", None),
        ("뉴스7\n재생목록 열기", "KTN 뉴스 나무별입니다.\n\nCopyright ⓒ KTN. 무단 전재, 재배포 금지", "KTN"),
    ],
)  # fmt: skip
def test_the_paper_by_all_that_the_page_says(above: str, behind: str, paper: str | None) -> None:
    assert read(page(above, behind)).publisher == paper


def test_an_office_goes_by_the_name_of_its_municipality() -> None:
    text = page(
        "들꽃시청\n소식 > 보도자료",
        "담당부서 문화과 (043-000-1190)\n공공누리 제1유형",
        "작성자 문화과 작성일 2024-03-02",
    )
    assert read(text).publisher == "들꽃시"


@pytest.mark.parametrize(
    ("latin", "korean"), [("TravelInside", "트래블인사이드"), ("AUTO WEEKLY", "오토위클리"), ("SPONET", "스포넷")]
)
def test_latin_letters_that_sound_as_korean_ones(latin: str, korean: str) -> None:
    assert skeleton(latin) == skeleton(korean)
