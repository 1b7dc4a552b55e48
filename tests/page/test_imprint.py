"""What a page says of an article's headline, day and writer, class by class."""

from __future__ import annotations

import pytest

from jobextract.model import Article
from jobextract.page import articles, decode, tagger
from jobextract.page.imprint import writers
from jobextract.rulebook import loader

BODY = (
    "들꽃시는 올해 마을 도서관 다섯 곳을 새로 짓는다고 12일 밝혔다. 사업비는 모두 42억 원이다.\n"
    "시는 내년에도 도서관 세 곳을 더 지을 계획이다. 지난해에는 두 곳이 문을 열었다."
)
HEAD = "들꽃시, 마을 도서관 다섯 곳 짓는다"


def read(text: str) -> list[Article]:
    source, rules = decode.from_text(text), loader.load()
    return articles.segment(source, tagger.judge(source.text, rules), rules)


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("글 나무별 / 사진 한가람", "나무별"),
        ("에디터 나무별 | 2024. 03. 02.", "나무별"),
        ("주민기자 나무별 ・ 2024. 3. 2. 10:30", "나무별"),
        ("나무별 마을기자", "나무별"),
        ("[들꽃통신=나무별·한가람 기자]", "나무별"),
        ("작성자\t민솔아\t등록일\t2024-03-02\t조회\t88", "민솔아"),
        ("2024.03.02 18:22  들꽃신문 민솔아", "민솔아"),
        ("By Min Sol-a, 들꽃신문  |  Published March 2, 2024, 9:22 AM KST", "Min Sol-a"),
        ("Written by Min Sola", "Min Sola"),
        ("나무별 기자 03.02 08:00", "나무별"),
        ("sol@flower.example 민솔아 기자", "민솔아"),
        ("들꽃신문 2024-03-02 민솔아 기자", "민솔아"),
        ("들꽃신문 민솔아 2024.03.02 08:00", "민솔아"),
        ("민솔아 기자 들꽃신문 2024-03-02 09:05", "민솔아"),
        ("민솔아 기자 (솔숲) 2024-03-02 11:00", "민솔아"),
        ("들꽃신문 2024년 3월 2일자 민솔아 기자", "민솔아"),
        ("민솔아 살림전문기자", "민솔아"),
        ("민솔아 기자 l 승인 2024.03.02 11:20 l 댓글 4", "민솔아"),
        ("들꽃시 주민복지과 2024. 3. 2.", None),
        ("들꽃신문 강나루구 2024.03.02", None),
        ("데스크 승인 2024-03-02 19:02", None),
        ("입력 : 2024.03.02 20:31 / 배구", None),
        ("민솔아 생활부 기자 2024.03.02 (토) 06:00", "민솔아"),
        ("글 민솔아 (공인노무사)", "민솔아"),
        ("작성자 : 홍보실", None),
        ("들꽃신문 webmaster@flower.example | 2024-03-02 16:20:00", None),
        ("2024년 03월 02일 (토) 들꽃보건지소 공중보건의  webmaster@flower.example", None),
        ("작성자 솔새 | 작성일 2024-03-02", None),
        ("작성자 기획예산담당관 작성일 2024-03-02", None),
        ("담당자\t민솔아", None),
        ("무단전재 및 재배포 금지 | webmaster@flower.example", None),
    ],
)
def test_the_writer_of_a_line_under_the_headline(line: str, writer: str | None) -> None:
    assert read(f"들꽃신문\n\n{HEAD}\n{line}\n\n{BODY}\n")[0].reporter == writer


@pytest.mark.parametrize(
    ("head", "line", "writer"),
    [
        ("[기고] 마을 도서관이 여는 아침", "민솔아 들꽃소방서 예방안전과장", "민솔아"),
        ("[민솔아의 골목 이야기] 마을 도서관이 여는 아침", "민솔아 (골목 연구가, 『골목의 탄생』 지은이)", None),
        ("[칼럼] 마을 도서관이 여는 아침", "민솔아 (골목 연구가, 『골목의 탄생』 지은이)", "민솔아"),
        (HEAD, "민솔아 들꽃소방서 예방안전과장", None),
    ],
)
def test_who_wrote_a_column(head: str, line: str, writer: str | None) -> None:
    assert read(f"들꽃신문\n\n{head}\n{line}\n2024.03.02 09:00\n\n{BODY}\n")[0].reporter == writer


@pytest.mark.parametrize(("greeting", "writer"), [("안녕하세요, 들꽃지기예요 :)", "들꽃지기"), ("안녕하세요 :)", None)])
def test_a_blogger_is_the_writer_where_he_says_so(greeting: str, writer: str | None) -> None:
    page = f"들꽃 산책\n\n{HEAD}\n들꽃지기 ・ 2024. 3. 2. 10:30\nURL 복사  이웃추가\n\n{greeting}\n{BODY}\n\n공감 12 댓글 3\n"
    assert read(page)[0].reporter == writer


@pytest.mark.parametrize(
    "lead",
    [
        "[들꽃신문 산내, 나무별 기자] ",
        "[들꽃신문=산내 나무별 기자] ",
        "(산내·솔숲=들꽃통신) 나무별 기자 = ",
        "들꽃신문 나무별 기자 | ",
    ],
)
def test_the_writer_of_the_first_words(lead: str) -> None:
    assert read(f"들꽃신문\n\n{HEAD}\n\n{lead}{BODY}\n")[0].reporter == "나무별"


@pytest.mark.parametrize("stroke", ["|", "ㅣ", "│", " ｜ "])
def test_a_stroke_of_whatever_sign_parts_the_paper_from_its_place(stroke: str) -> None:
    article = read(f"{HEAD}\n\n[들꽃통신{stroke}산내=나무별 기자] {BODY}\n")[0]
    assert (article.publisher, article.reporter) == ("들꽃통신", "나무별")


@pytest.mark.parametrize(
    ("bracket", "writer"),
    [
        ("들꽃신문 민솔아", "민솔아"),
        ("들꽃마당=나무별", "나무별"),
        ("경제기획 전기차", None),
        ("생활경제 이사철", None),
        ("우리동네 한마당", None),
        ("베이징=신화사", None),
        ("강원=강원신보", None),
    ],
)
def test_a_bracket_without_a_title_names_a_writer_behind_the_paper_only(bracket: str, writer: str | None) -> None:
    article = read(f"들꽃신문\n\n{HEAD}\n2024.03.02 09:00\n\n[{bracket}] {BODY}\n\nⓒ 들꽃신문\n")[0]
    assert (article.reporter, article.publisher) == (writer, "들꽃신문")


def test_a_site_in_latin_letters_is_the_paper_of_a_bracket() -> None:
    assert read(f"Daily Naru\n\n{HEAD}\n2024.03.02 09:00\n\n[들꽃나루 민솔아] {BODY}\n")[0].reporter == "민솔아"


@pytest.mark.parametrize(
    "caption", ["새로 난 도서관 앞을 주민들이 걷고 있다.나무별 기자", "▲ 새로 연 도서관 전경. 사진=나무별 기자"]
)
def test_who_took_the_picture_is_no_writer(caption: str) -> None:
    assert read(f"들꽃신문\n\n{HEAD}\n2024.03.02 09:00\n{caption}\n\n{BODY}\n")[0].reporter is None


@pytest.mark.parametrize(
    ("above", "under", "published"),
    [
        ("발행 제 742호 2024년 3월 2일 토요일\n", "", "2024-03-02"),
        ("들꽃신문 | 오늘의 지면 | 2024년 3월 2일(토) 5면 사회\n", "", "2024-03-02"),
        ("방송일자\n2024-03-02\n", "", "2024-03-02"),
        ("보낸사람: 들꽃대 홍보팀\n날짜: 2024년 3월 2일 토요일 09:02\n", "", "2024-03-02T09:02"),
        ("", "24.03.02 18:30 | 나무별 기자 | 조회 312\n", "2024-03-02T18:30"),
        ("", "2024-03-02 | 2024년 4월호 38p\n", "2024-03-02"),
        ("", "Mar 2, 2024 (Gmt+09:00)\n", "2024-03-02"),
        ("20240302\n사회\n", "", "2024-03-02"),
        ("", "20240302 (토)\n", "2024-03-02"),
        ("", "작성일 20240302\n", "2024-03-02"),
        ("", "문서번호 20240302\n", None),
        ("", "20241302\n", None),
        ("최종편집 2024-03-09 19:14\n", "", None),
        ("2024.03.09 (토)\n", "", None),
    ],
)
def test_the_day_of_a_piece(above: str, under: str, published: str | None) -> None:
    assert read(f"들꽃신문\n{above}\n{HEAD}\n{under}\n{BODY}\n")[0].published == published


@pytest.mark.parametrize(
    "line", ["민솔아 기자 sol@flower.example\n2024.03.02 09:30", "sol@flower.example / 2024년 3월 2일"]
)
def test_a_day_behind_the_text_beside_the_address_is_that_of_publication(line: str) -> None:
    assert (read(f"들꽃신문\n\n{HEAD}\n\n{BODY}\n{line}\nⓒ 들꽃신문\n")[0].published or "").startswith("2024-03-02")


@pytest.mark.parametrize(
    ("above", "behind", "published"),
    [
        ("", "24-03-02", "2024-03-02"),
        ("", "24. 3. 2.", "2024-03-02"),
        ("24.03.02(토)", "", "2024-03-02"),
        ("", "12/10/8", None),
        ("", "02-12-31", None),
        ("", "31.12.24", None),
        ("20.5.8  지면보기", "", None),
        ("홈 | 24.3.1 | 로그인", "", None),
    ],
)
def test_a_day_with_two_digits_of_the_year_is_of_the_time_of_its_page(
    above: str, behind: str, published: str | None
) -> None:
    text = f"들꽃신문\n{above}\n\n{HEAD}\n\n{BODY}\n이 일은 2023년 시작했다.\n{behind}\n"
    assert read(text)[0].published == published


@pytest.mark.parametrize(
    ("clock", "published"),
    [
        ("2024.03.12 (화) 17:08", "2024-03-12"),
        ("2024.03.13 (수) 06:40", "2024-03-13"),
        ("2024.03.15 (금) 17:08", None),
        ("2024.04.02 (화) 17:08", None),
    ],
)
def test_a_clock_among_menus_dates_the_article_that_tells_of_its_day(clock: str, published: str | None) -> None:
    """The clock of a site tells when the page was looked at; 12일 밝혔다 says that this was the day of the article, or the next."""
    menus = (
        "들꽃신문 | 정치 | 사회 | 문화\n" + clock + "\n로그인 회원가입 구독신청\n오늘의 날씨 흐림 12도\n구독 안내 보기"
    )
    assert read(f"{menus}\n{HEAD}\n{BODY}\n댓글 0")[0].published == published


@pytest.mark.parametrize("told", ["12일 가까이", "오는 12일", "7월 11일과 12일", "5월 9일부터 12일"])
def test_a_length_a_day_to_come_and_the_end_of_a_span_are_no_days_that_the_clock_of_a_site_agrees_with(
    told: str,
) -> None:
    menus = "들꽃신문 | 정치 | 사회 | 문화\n2024.03.12 (화) 17:08\n로그인 회원가입 구독신청\n오늘의 날씨 흐림 12도\n구독 안내 보기"
    assert "12일 " in BODY
    assert read(f"{menus}\n{HEAD}\n{BODY.replace('12일 ', told + ' ')}\n댓글 0")[0].published is None


@pytest.mark.parametrize(
    ("clock", "published"),
    [
        ("2024.03.15 (금) 메뉴 메뉴", None),
        ("2024년 4월 2일 (화) 로그인 | 회원가입", None),
        ("2024.03.12 (화) 검색 메뉴", "2024-03-12"),
        ("들꽃통신 소식지 2024.03.15 (금)", "2024-03-15"),
    ],
)
def test_a_clock_with_buttons_beside_it_is_none_of_a_letter(clock: str, published: str | None) -> None:
    assert read(f"들꽃신문 로고\n{clock}\n위로가기 버튼\n\n{HEAD}\n\n{BODY}\n댓글 0")[0].published == published


@pytest.mark.parametrize(
    ("over", "behind", "published"),
    [
        ("https://news.flower.example/site/2015/05/26/0001.html", "", "2015-05-26"),
        ("", "기사원문 : https://www.flower.example/article/2015052616391986525", "2015-05-26"),
        ("", "원문 링크: http://flower.example/view/20150526", "2015-05-26"),
        ("", "http://flower.example/img/2015/05/26/0001.jpg", None),
        ("", "http://flower.example/view?day=20150526", None),
        ("", "http://flower.example/view/20151326", None),
        ("", "http://flower.example/view/120150526", None),
        ("", "관련기사\nhttp://flower.example/2015/05/26/1", None),
        ("", "http://flower.example/2015/05/26/1\nhttp://flower.example/2014/02/06/7", None),
        ("", "시의 안내는 https://flower.example/2015/05/26/1 에 있다.", None),
        ("입력 2015.05.28 10:00", "https://flower.example/2015/05/26/1", "2015-05-28T10:00"),
    ],
)
def test_the_address_of_the_page_tells_its_day(over: str, behind: str, published: str | None) -> None:
    assert read(f"들꽃신문\n{over}\n{HEAD}\n\n{BODY}\n\n{behind}\n")[0].published == published


def test_a_day_over_several_pieces_is_that_of_each() -> None:
    lower = "솔숲군, 숲길 12㎞ 넓힌다\n\n솔숲군은 숲길 12㎞를 올가을까지 넓힌다고 14일 밝혔다. 예산은 7억 원이다.\n군은 쉼터도 네 곳 놓는다."
    page = f"들꽃통신 뉴스레터 2024/3/2(토) 제612호\n\n{HEAD}\n나무별 기자\n{BODY}\n\n━━━━━━\n{lower}\n\nⓒ 들꽃통신\n"
    assert [article.published for article in read(page)] == ["2024-03-02", "2024-03-02"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("새글 들꽃군, 마을 일터 40곳 고쳐…310명 출근", "들꽃군, 마을 일터 40곳 고쳐…310명 출근"),
        (f"제목: {HEAD}\n배포일: 2024년 3월 2일(토)\n", HEAD),
        ("들꽃군, 마을 일터 40곳 고쳐 ‘310명 출근’NEW", "들꽃군, 마을 일터 40곳 고쳐 ‘310명 출근’"),
        ("들꽃군, 마을 일터 40곳 고쳐 “310명 출근”.hwp", "들꽃군, 마을 일터 40곳 고쳐 “310명 출근”"),
        ("들꽃시 도서관 짓기 ‘빨간불’…\n올해 목표 다섯 곳 중 두 곳뿐\n나무별 기자\n", "들꽃시 도서관 짓기 ‘빨간불’… 올해 목표 다섯 곳 중 두 곳뿐"),
        (f"▣ {HEAD}\n나무별 기자\n", HEAD),
        (f"{HEAD} - 들꽃신문\n나무별 기자\n", HEAD),
        (f"{HEAD}\n- 내년에는 세 곳 더\n나무별 기자\n", HEAD),
        (f"[1] {HEAD}\n나무별 기자\n", HEAD),
        (f"[들꽃통신=나무별 기자]{HEAD}\n입력 2024.03.02 14:22\n", HEAD),
    ],
)  # fmt: skip
def test_the_headline_whole_and_alone(lines: str, title: str) -> None:
    assert read(f"들꽃신문\n\n{lines}\n{BODY}\n")[0].title == title


@pytest.mark.parametrize("head", ["들꽃시 도서관, 아이들에게 묻다 (3)", "“책 읽을 곳이 없어요” 들꽃시 아이들 (2)"])
def test_a_number_in_brackets_behind_a_sentence_makes_no_menu_of_a_headline(head: str) -> None:
    page = f"들꽃신문\n\n{head}\n들꽃시 마을 도서관 다섯 곳 사업비 42억 원\n나무별 기자\n\n{BODY}\n"
    assert read(page)[0].title == head


def test_a_line_in_pieces() -> None:
    assert writers.pieces("나무별 기자   승인 2024.03.02 14:22 | 조회 12") == ["나무별 기자"]


@pytest.mark.parametrize(
    ("over", "title"),
    [
        ("[속보] 솔숲지수 2,950선 회복\n2024.03.02 05:30\n" + HEAD + "\n나무별 기자\n", HEAD),
        ("[보도자료] 마을 도서관 짓기 점검 결과\n번호 3107\n배포일 2024. 3. 2.(토)\n" + HEAD + "\n- 사업비 42억 원\n", HEAD),
        ("오늘의 경기  종료 들꽃 3 : 1 솔숲  |  종료 산내 0 : 3 강마을\n입력 : 2024.03.02 20:31\n" + HEAD + "\n", HEAD),
        ("도서관 소식 (1,204)\n" + HEAD + "\n나무별 기자\n", HEAD),
    ],
)  # fmt: skip
def test_what_stands_over_the_headline_is_none(over: str, title: str) -> None:
    page = f"들꽃신문\n로그인 회원가입\n\n{over}\n{BODY}\n\n저작권자 © 들꽃신문 무단전재 및 재배포 금지\n"
    assert read(page)[0].title == title


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n2024.03.02\n\n"])
def test_a_word_or_two_alone_over_a_text_are_its_headline_and_no_paper(between: str) -> None:
    for head in ("고용동향", "예산안", "인구 통계"):
        article = read(f"{head}{between}한들시는 올해 일자리 1만2천개를 만든다. 시는 지난해 목표 1만개를 넘겼다.\n")[0]
        assert (article.title, article.publisher) == (head, None)


def test_a_name_that_its_page_says_again_is_no_headline() -> None:
    text = f"솔숲 산책\n2024.03.02\n\n{BODY}\n\n솔숲 산책 구독하기\n"
    assert read(text)[0].title != "솔숲 산책"


@pytest.mark.parametrize(
    ("under", "published"),
    [
        ("입력 2024.03.12 13:20", "2024-03-12T13:20"),
        ("승인 2024-03-12 13:20:05", "2024-03-12T13:20:05"),
    ],
)
def test_a_bare_clock_over_the_headline_gives_way_to_a_labelled_day_below_it(under: str, published: str) -> None:
    assert read(f"2025.01.05 18:12\n{HEAD}\n{under}\n\n{BODY}")[0].published == published
