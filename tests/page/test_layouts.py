"""Layouts that cost an article, its headline or its writer before: each in words of its own."""

import pytest

from jobextract.page import articles, decode, tagger
from jobextract.rulebook import loader

RULES = loader.load()


def read(text):
    source = decode.from_text(text)
    lines = tagger.judge(source.text, RULES)
    return {source.text[line.start : line.end].strip(): line for line in lines}, articles.segment(source, lines, RULES)


LEAD = "달빛군은 올해 마을버스 12대를 새로 들이고 배차 간격을 15분으로 줄인다고 3일 밝혔다."
MORE = "군은 버스 기사 24명을 더 뽑고 정류장 48곳에 지붕을 씌운다. 예산은 32억 원이다."
LAST = "주민들은 장날마다 한 시간씩 기다리던 불편이 사라질 것이라고 반겼다."


def test_a_last_paragraph_with_a_full_stop_of_double_width_is_body():
    lines, _ = read(f"달빛군 마을버스 12대 늘린다\n\n입력 2024.03.03 10:00\n{LEAD}\n\n{MORE}\n\n{LAST[:-1]}．\n")
    assert lines[LAST[:-1] + "．"].role == "body"


@pytest.mark.parametrize("leave", ["도담별 기자가 다녀왔습니다.", "도담별 기자입니다.", "SBC 도담별입니다."])
def test_a_reporter_whom_the_presenter_names_or_who_takes_leave(leave):
    page = f"【 앵커 】\n마을버스가 늘어납니다.\n{leave}\n【 기자 】\n달빛군은 올해 버스 12대를 새로 들입니다.\n예산은 32억 원입니다.\n"
    assert read(page)[1][0].reporter == "도담별"


def test_a_headline_over_one_long_line_of_items():
    _, found = read(
        "달빛통계원, 3월 버스 이용 발표\n■ 이용객은 12만 명으로 0.6% 증가 ■ 배차는 15분으로 3분 단축 ■ 요금은 1,200원 유지\n"
    )
    assert found[0].title == "달빛통계원, 3월 버스 이용 발표"


def test_the_paper_before_the_stroke_is_whole():
    _, found = read(
        f"달빛군 마을버스 12대 늘린다\n\n입력 2024년03월03일 06시55분\n\n[호수나루뉴스/도담별 기자] {LEAD}\n\n{MORE}\n"
    )
    assert (found[0].publisher, found[0].reporter) == ("호수나루뉴스", "도담별")


def test_a_notice_without_attachments_says_so_and_that_is_no_body():
    lines, _ = read(
        f"3월 마을버스 이용 현황\n\n조회수 12 | 등록일 2024-03-03\n\n첨부파일\n등록된 첨부파일이 없습니다.\n\n{LEAD}\n\n{MORE}\n"
    )
    assert not lines["등록된 첨부파일이 없습니다."].keep


SUBHEADS = (
    "두 시간 만에 끝난 주민 설명회\n배차 간격 줄이는 방안에\n버스 기사 모임은 “일손부터”\n10일 군의회가 마지막 고비"
)


@pytest.mark.parametrize(
    "between",
    [f"도담별 기자 외 1명\n{SUBHEADS}\n", f"{SUBHEADS}\n", f"도담별 기자\n입력 2024.03.03 10:00\n{SUBHEADS}\n"],
)
def test_the_first_of_several_headlines_is_the_headline(between):
    _, found = read(f"‘기다림의 끝’ 오나… 장날 풍경 바뀌는 골목\n\n{between}{LEAD}\n\n{MORE}\n\n{LAST}\n")
    assert [article.title for article in found] == ["‘기다림의 끝’ 오나… 장날 풍경 바뀌는 골목"]


def test_the_first_sentence_after_a_summary_is_body():
    page = f"달빛군 “마을버스 12대 늘린다”\n\n핵심요약\n배차 간격 15분으로\n정류장 48곳에 지붕\n달빛군청. 들꽃통신\n{LEAD}\n \n{MORE}\n \n{LAST}\n"
    assert read(page)[0][LEAD].role == "body"


def test_two_articles_without_anything_between_them():
    other = "솔밭군(군수 차오름)은 내년 저수지 둘레길 7㎞를 낸다고 4일 말했다.\n둘레길에는 쉼터 9곳이 들어선다.\n"
    _, found = read(
        f"달빛군 마을버스 12대 늘린다\n{LEAD}\n{MORE}\n솔밭군, 저수지 둘레길 7㎞ 낸다\n{other}ⓒ 들꽃신문 무단전재 금지\n"
    )
    assert [article.title for article in found] == ["달빛군 마을버스 12대 늘린다", "솔밭군, 저수지 둘레길 7㎞ 낸다"]


def test_subheads_do_not_begin_an_article():
    page = f"달빛군 마을버스 12대 늘린다\n{LEAD}\n◇배차 간격 15분으로\n{MORE}\n◇장날 기다림 끝\n{LAST}\nⓒ 들꽃신문 무단전재 금지\n"
    assert len(read(page)[1]) == 1


@pytest.mark.parametrize(
    "intruder",
    [
        "관련기사",
        "인쇄",
        "Copyright ⓒ 들꽃신문. All rights reserved.",
        "AI 요약",
        "많이 본 뉴스\n저수지에 빠진 송아지\n배추값 또 올라",
    ],
)
def test_a_marker_amid_the_body_ends_nothing(intruder):
    page = f"달빛군 마을버스 12대 늘린다\n입력 2024.03.03 10:00\n{LEAD}\n{MORE}\n{intruder}\n{LAST}\n주민 모임은 달빛군에 버스 3대를 더 늘려 달라고 했다.\nⓒ 들꽃신문 무단전재 금지\n"
    assert read(page)[0][LAST].role == "body"


def test_the_banner_of_an_office_is_not_the_article():
    banner = "이 누리집은 대한민국 공식 전자정부 누리집입니다.\n달빛군청에 오신 것을 환영합니다.\n"
    page = (
        f"{banner}군정소식 > 보도자료\n달빛군 마을버스 12대 늘린다\n등록일 2024-03-03\n{LEAD}\n{MORE}\n{LAST}\n목록\n"
    )
    lines, found = read(page)
    assert not any(lines[line].keep for line in banner.strip().split("\n"))
    assert found[0].title == "달빛군 마을버스 12대 늘린다"


@pytest.mark.parametrize(
    "address", ["https://news.example/view.php?id=8231&page=2&sort=7", "www.flower.example/a/2024"]
)
def test_an_address_alone_is_none_of_the_article(address):
    lines, _ = read(f"달빛군 마을버스 12대 늘린다\n\n입력 2024.03.03 10:00\n{LEAD}\n\n{MORE}\n\n{address}\n")
    assert lines[address].rule == "residue.link"
    assert not lines[address].keep


@pytest.mark.parametrize("sign", ["도담별 기자 [email protected]", "도담별 기자 ([email protected])"])
def test_a_byline_whose_address_the_site_hides(sign):
    lines, found = read(f"달빛군 마을버스 12대 늘린다\n\n{LEAD}\n\n{MORE}\n\n{LAST}\n{sign}\n")
    assert (found[0].reporter, lines[sign].role) == ("도담별", "meta")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("달빛편지 제31호\n2024.03.03 (일) #31", "2024-03-03"),
        ("달빛편지\n2024년 3월 3일 일요일 도담별 에디터", "2024-03-03"),
        ("달빛신문\n도담별 기자 | 업데이트 2024-03-03 17:30", "2024-03-03T17:30"),
    ],
)
def test_the_one_day_over_the_headline_is_that_of_the_article(head, day):
    _, found = read(f"{head}\n\n달빛군 마을버스 12대 늘린다\n\n{LEAD}\n\n{MORE}\n\n{LAST}\n")
    assert found[0].published == day


def test_a_headline_in_words_of_its_own_is_the_headline_though_each_subhead_says_more_of_the_text():
    heads = "군 “배차부터 손본다”… 31일 결정\n마을버스 12대 들이기로\n정류장 지붕·예산 변수"
    _, found = read(f"‘한 시간 기다림’ 이제 옛말 되는데… 봄부터 어쩌나\n\n{heads}\n{LEAD}\n\n{MORE}\n\n{LAST}\n")
    assert found[0].title == "‘한 시간 기다림’ 이제 옛말 되는데… 봄부터 어쩌나"
