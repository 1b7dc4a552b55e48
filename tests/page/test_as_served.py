"""HTML pages as sites serve them: date and writer wherever they stand, several articles, boxes of other things."""

from __future__ import annotations

import pytest

pytest.importorskip("trafilatura")

from jobextract import extract, read_bytes
from jobextract.page.markup import moments

HEADLINE = "들꽃시, 마을 도서관 다섯 곳 짓는다"
BODY = [
    "들꽃시가 올해 마을 도서관 다섯 곳을 짓는다.",
    "시는 12일 도서관마다 책 1만 권을 갖추고 공사비 86억 원을 들인다고 밝혔다.",
    "지난해에는 도서관 두 곳이 문을 열어 주민 4천200명이 찾았다.",
]
TEXT = "".join(f"<p>{line}</p>" for line in BODY)
SIGNED = "나무별 기자 입력 2024.03.12 09:30"


def source(body: str, head: str = "", title: str = HEADLINE):
    return read_bytes(f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode(), "a.html")


def articles(body: str, **more: str):
    return extract(source(body, **more)).articles


@pytest.mark.parametrize(
    "line",
    [
        *(
            f"<div class='{name}'>{SIGNED}</div>"
            for name in ("byline", "meta", "timestamp", "author", "share", "sns", "")
        ),
        "<span>나무별 기자</span><span>입력 2024.03.12 09:30</span>",
        "<span>나무별 기자</span> · <time datetime='2024-03-12T00:30:00Z'>넉 달 전</time>",
        f"<header>{SIGNED}</header>",
        "<ul class='meta'><li>나무별 기자</li><li>승인 2024.03.12 09:30</li></ul>",
    ],
)
@pytest.mark.parametrize("repeated", [1, 12], ids=["short", "long"])
def test_date_and_writer_are_read_whatever_their_tag_is_called(line, repeated):
    text = TEXT + "".join(f"<p>주민 {number}명이 뜻을 모았다고 시는 전했다.</p>" for number in range(repeated))
    (article,) = articles(f"<article><h1>{HEADLINE}</h1>{line}<div itemprop='articleBody'>{text}</div></article>")
    assert (article.title, article.published[:16], article.reporter) == (HEADLINE, "2024-03-12T09:30", "나무별")


def test_what_signs_an_article_below_its_text_is_read_where_nothing_does_above():
    (article,) = articles(f"<h1>{HEADLINE}</h1><div>{TEXT}</div><div class='byline'>{SIGNED}</div>")
    assert (article.published, article.reporter) == ("2024-03-12T09:30", "나무별")


def test_the_lines_of_publication_stand_in_the_text_once():
    page = f"<h1>{HEADLINE}</h1><div class='byline'>{SIGNED}</div><div>{TEXT}</div>"
    assert source(page).text.split("\n").count(SIGNED) == 1


@pytest.mark.parametrize("title", ["들꽃신문", "::: 들꽃신문 :::", "보도자료 | 들꽃시청"])
def test_the_headline_is_the_one_shown_where_the_title_of_the_page_is_not_the_articles(title):
    (article,) = articles(f"<h2>{HEADLINE}</h2><div class='date'>2024.03.12</div>{TEXT}", title=title)
    assert article.title == HEADLINE


def test_the_headline_of_a_notice_stands_behind_the_word_for_it():
    board = f"<table><tr><th>제목</th><td>{HEADLINE}</td></tr><tr><th>작성일</th><td>2024-03-12</td></tr></table>"
    (article,) = articles(f"{board}<div>{TEXT}</div>", title="들꽃시청 > 알림")
    assert (article.title, article.published) == (HEADLINE, "2024-03-12")


OTHER = "솔숲군, 지난해 숲길 30km 늘렸다"
OTHERS = "<p>솔숲군이 지난해 숲길 30km를 새로 냈다.</p><p>5일 솔숲군에 따르면 숲길을 찾은 사람은 2만1천 명이다.</p>"


@pytest.mark.parametrize(
    "page",
    [
        "<article><h1>{0}</h1><time>2023.03.12 10:21</time><span>나무별 기자</span>{1}</article>"
        "<div>다음 기사</div><article><h1>{2}</h1><time>2025.02.05 16:50</time><span>한가람 기자</span>{3}</article>",
        "<div class=a><h2>{0}</h2><div class=byline>2023.03.12 10:21 나무별 기자</div>{1}</div>"
        "<div class=a><h2>{2}</h2><div class=byline>2025.02.05 16:50 한가람 기자</div>{3}</div>",
        "<h1>들꽃신문</h1><h3>{0}</h3><p>2023.03.12 10:21 나무별 기자</p>{1}<h3>{2}</h3><p>2025.02.05 16:50 한가람 기자</p>{3}",
    ],
    ids=["articles", "boxes", "flat"],
)
def test_each_article_of_a_page_has_its_own_headline_date_and_writer(page):
    found = articles(page.format(HEADLINE, TEXT, OTHER, OTHERS), title="들꽃신문")
    assert [(one.title, one.published, one.reporter) for one in found] == [
        (HEADLINE, "2023-03-12T10:21", "나무별"),
        (OTHER, "2025-02-05T16:50", "한가람"),
    ]


@pytest.mark.parametrize(
    "below",
    [
        "<h2>도서관은 언제 여나</h2><p>2024. 5. 12.</p><p>첫 도서관은 다음 달 12일 연다.</p><p>책은 2천 권을 먼저 들인다.</p>"
        "<h2>누가 쓸 수 있나</h2><p>2024. 6. 1.</p><p>시민이면 누구나 쓸 수 있다.</p><p>한 번에 다섯 권을 빌린다.</p>",
        "<ul><li><h2><a href=x>강가면, 벼 3천 톤 거둔다</a></h2><p>2024.03.11 09:00</p><p>강가면이 벼를 거둔다.</p></li></ul>",
    ],
    ids=["subheads with days", "leads"],
)
def test_subheads_and_leads_are_no_articles_of_their_own(below):
    assert len(articles(f"<article><h2>{HEADLINE}</h2><p>{SIGNED}</p>{TEXT}{below}</article>")) == 1


@pytest.mark.parametrize(
    "box",
    [
        "<div class='box_rel'><p><a href=x>솔숲군, 숲길 30km 낸다</a></p><p><a href=y>강가면 벼 3천 톤</a></p></div>",
        "<ul><li><a href=x>솔숲군, 숲길 30km 낸다</a></li><li><a href=y>강가면 벼 3천 톤</a></li></ul>",
        "<div class='ad'>지금 구독하면 첫 달 9,900원! 30km 산책길 지도 3천 톤</div>",
        "<div class='articleRanking'><h3>많이 본 기사</h3><ol><li>1위 숲길 30km</li><li>2위 벼 3천 톤</li></ol></div>",
    ],
    ids=["class", "links", "ad", "ranking"],
)
def test_boxes_amid_the_text_are_no_part_of_it(box):
    first, *rest = BODY
    text = f"<p>{first}</p>{box}{''.join(f'<p>{line}</p>' for line in rest)}"
    found = source(f"<article><h1>{HEADLINE}</h1>{text}</article>").text
    assert all(line in found for line in BODY)
    assert "30km" not in found and "3천 톤" not in found


def test_a_box_that_tells_the_story_itself_is_kept_whatever_it_is_called():
    page = f"<h1>{HEADLINE}</h1><div class='ad related'><p>{SIGNED}</p>{TEXT * 4}</div>"
    assert all(line in source(page).text for line in BODY)


def test_the_clock_of_an_entry_stands_in_its_line():
    entries = "<ul><li><b>17:40</b> 다친 사람이 8명으로 늘었다.</li><li><b>17:05</b> 소방차 42대가 나섰다.</li></ul>"
    assert "17:40 다친 사람이 8명으로 늘었다." in source(f"<h1>{HEADLINE}</h1>{entries}{TEXT}").text


@pytest.mark.parametrize(
    ("told", "iso"),
    [
        ("2024-03-12T20:50:00Z", "2024-03-13T05:50"),
        ("2024-03-12T20:50:00+00:00", "2024-03-13T05:50"),
        ("2024-03-12T20:50:00+09:00", "2024-03-12T20:50:00"),
        ("20240312205000", "2024-03-12T20:50"),
        ("20240312", "2024-03-12"),
        ("1710243000000", "2024-03-12T20:30"),
        ("Tue, 12 Mar 2024 11:50:00 GMT", "2024-03-12T20:50"),
        ("2024.03.12 20:50", "2024-03-12T20:50"),
        ("어제", None),
        ("99999999999999", None),
    ],
)
def test_a_moment_of_the_data_is_told_in_korean_time(told, iso):
    assert moments.moment(told) == iso


def test_a_page_that_calls_its_own_time_that_of_greenwich_is_believed_by_what_it_shows():
    meta = "<meta property='article:published_time' content='2024-03-12T20:50:00Z'>"
    page = f"<h1>{HEADLINE}</h1><div class='date'>{{}}</div>{TEXT}"
    assert source(page.format("2024.03.12 20:50"), meta).published == "2024-03-12T20:50"
    assert source(page.format("2024.03.13 05:50"), meta).published == "2024-03-13T05:50"


@pytest.mark.parametrize("name", ["article:published", "og:regDate", "dcterms.created"])
def test_the_date_of_a_tag_for_other_machines_is_read(name):
    assert source(f"<h1>{HEADLINE}</h1>{TEXT}", f"<meta name='{name}' content='20240312093000'>").published == (
        "2024-03-12T09:30"
    )


def test_a_moment_of_another_day_than_the_one_shown_is_of_something_else():
    news = "<div><p>새 소식 <time datetime='2026-11-20T10:00:00+09:00'>방금</time></p></div>"
    page = f"{news}<h1>{HEADLINE}</h1><div class='byline'>{SIGNED}</div>{TEXT}"
    assert articles(page)[0].published == "2024-03-12T09:30"


def test_a_text_that_begins_right_in_its_article_keeps_its_first_sentence():
    text = "<br><br>".join(BODY)
    page = (
        f"<h2>{HEADLINE}</h2><div>{SIGNED}</div><article>{text}</article><div class='byline'><p>나무별 기자</p></div>"
    )
    assert [line for line in BODY if line not in source(page).text.split("\n")] == []
