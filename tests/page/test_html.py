"""HTML pages: the article's text with what the page's data says of it."""

import builtins
import json

import pytest

from jobextract.page import articles, decode, tagger
from jobextract.page.markup import html
from jobextract.rulebook import loader

BODY = [
    "들꽃시는 올해 마을 도서관 다섯 곳을 새로 짓는다고 12일 밝혔다.",
    "도서관마다 책 1만 권과 열람석 120석을 갖춘다. 공사비는 모두 86억 원이다.",
    "시는 내년 상반기까지 공사를 마치고 주민 운영단을 꾸릴 계획이다.",
]
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "들꽃시, 마을 도서관 다섯 곳 짓는다",
    "datePublished": "2024-03-12T09:30:00+09:00",
    "author": {"@type": "Person", "name": "나무별 기자"},
    "publisher": {"@type": "Organization", "name": "들꽃신문"},
}


def page(body="", head="", script=""):
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY) if body == "" else body
    return (
        f"<!DOCTYPE html><html><head><meta charset='euc-kr'><title>들꽃시, 마을 도서관 다섯 곳 짓는다 - 들꽃신문</title>{head}</head>"
        f"<body><nav><a href='/a'>정치</a> <a href='/b'>경제</a></nav><article><h1>들꽃시, 마을 도서관 다섯 곳 짓는다</h1>{paragraphs}"
        f"</article><footer>제호 : 들꽃신문</footer>{script}</body></html>"
    )


def test_the_text_is_the_article_and_the_facts_are_of_the_data():
    linked = f'<script type="application/ld+json">{json.dumps(LINKED, ensure_ascii=False)}</script>'
    source = decode.read_bytes(page(head=linked).encode("utf-8"), "page.html")
    assert all(line in source.text for line in BODY)
    assert "정치" not in source.text
    assert (source.title, source.published) == ("들꽃시, 마을 도서관 다섯 곳 짓는다", "2024-03-12T09:30:00")
    assert (source.reporter, source.publisher) == ("나무별", "들꽃신문")


def test_meta_tags_serve_where_there_is_no_linked_data():
    head = (
        '<meta property="og:title" content="들꽃시, 마을 도서관 다섯 곳 짓는다">'
        '<meta content="2024-03-12T09:30:00+09:00" property="article:published_time">'
        '<meta name="author" content="나무별"><meta property="og:site_name" content="들꽃신문">'
    )
    source = decode.read_bytes(page(head=head).encode("utf-8"), "page.htm")
    assert (source.title, source.published) == ("들꽃시, 마을 도서관 다섯 곳 짓는다", "2024-03-12T09:30:00")
    assert (source.reporter, source.publisher) == ("나무별", "들꽃신문")


@pytest.mark.parametrize("charset", ["utf-8", "cp949"])
def test_the_bytes_decide_the_charset_and_not_what_the_page_declares(charset):
    source = decode.read_bytes(page().encode(charset), "page.html")
    assert BODY[0] in source.text


def test_bytes_that_are_html_are_read_as_a_page_whatever_their_name():
    source = decode.read_bytes(page().encode("utf-8"), "page.txt")
    assert "<p>" not in source.text
    assert BODY[1] in source.text


def test_a_page_whose_text_is_only_in_its_data_is_read_from_there():
    data = {"props": {"pageProps": {"article": {"title": "도서관", "content": "<p>" + "</p><p>".join(BODY) + "</p>"}}}}
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data, ensure_ascii=False)}</script>'
    source = decode.read_bytes(page(body="<div id='__next'></div>", script=script).encode("utf-8"), "page.html")
    assert all(line in source.text.split("\n") for line in BODY)


def test_the_data_beside_such_a_text_gives_title_date_and_names():
    article = {"title": "도서관 늘린다", "publishedAt": "2024-05-07T08:00:00+09:00", "author": {"name": "한가람 기자"}}
    data = {"props": {"article": {**article, "pressName": "들꽃신문", "content": "\n".join(BODY)}}}
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data, ensure_ascii=False)}</script>'
    markup = f"<html><body><div id='__next'></div>{script}</body></html>"
    source = decode.read_bytes(markup.encode("utf-8"), "page.html")
    assert (source.title, source.published) == ("도서관 늘린다", "2024-05-07T08:00:00")
    assert (source.reporter, source.publisher) == ("한가람", "들꽃신문")


def test_a_body_in_linked_data_alone_is_read_from_there():
    linked = json.dumps({**LINKED, "articleBody": "\n".join(BODY)}, ensure_ascii=False)
    head = f'<script type="application/ld+json">{linked}</script>'
    source = decode.read_bytes(page(body="<div></div>", head=head).encode("utf-8"), "page.html")
    assert all(line in source.text for line in BODY)


def test_broken_data_does_not_stop_the_reading():
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
    assert BODY[0] in decode.read_bytes(page(head=head).encode("utf-8"), "page.html").text


def test_the_facts_of_the_data_reach_the_article():
    linked = f'<script type="application/ld+json">{json.dumps(LINKED, ensure_ascii=False)}</script>'
    source = decode.read_bytes(page(head=linked).encode("utf-8"), "page.html")
    rules = loader.load()
    article = articles.segment(source, tagger.judge(source.text, rules), rules)[0]
    assert (article.title, article.published) == ("들꽃시, 마을 도서관 다섯 곳 짓는다", "2024-03-12T09:30:00")
    assert (article.reporter, article.publisher) == ("나무별", "들꽃신문")


def test_without_the_extra_the_message_says_how_to_install_it(monkeypatch):
    real = builtins.__import__

    def missing(name, *rest, **named):
        if name == "trafilatura":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(decode.ReadingError, match=r"jobextract\[html\]"):
        decode.read_bytes(page().encode("utf-8"), "page.html")


def told(head="", body="", script=""):
    return decode.read_bytes(page(head=head, body=body, script=script).encode(), "page.html")


def test_the_headline_is_what_stands_on_the_page_without_the_name_of_the_site():
    names = "<meta property='og:site_name' content='들꽃신문'>"
    for title in (
        "들꽃신문 모바일 :: 들꽃시, 마을 도서관 다섯 곳 짓는다",
        "들꽃시, 마을 도서관 다섯 곳 짓는다 | 사회 | 들꽃신문",
    ):
        assert (
            told(f"{names}<meta property='og:title' content='{title}'>").title == "들꽃시, 마을 도서관 다섯 곳 짓는다"
        )


def test_an_outlet_that_a_portal_names_as_author_is_no_reporter():
    assert told("<meta property='og:article:author' content='솔숲타파 | 네이버'>").reporter is None


def streamed(body):
    return (
        f"<script>self.__next_f.push([1,{json.dumps(json.dumps({'articleBody': body}, ensure_ascii=False))}])</script>"
    )


@pytest.mark.parametrize(
    "script",
    [
        f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps({'a': {'body': '<p>' + '</p><p>'.join(BODY) + '</p>'}})}</script>",
        f"<script>window.__DATA__ = {json.dumps({'news': {'contents': ' '.join(BODY)}})};</script>",
        streamed(" ".join(BODY)),
    ],
    ids=["next data", "assigned", "streamed"],
)
def test_a_text_that_only_the_script_has_is_read_from_it(script):
    assert all(line in told(body="<div id='root'></div>", script=script).text for line in BODY)


def test_a_page_that_only_a_script_could_draw_is_named_with_what_to_do():
    with pytest.raises(decode.ReadingError, match="script draws"):
        decode.read_bytes(b"<html><body><div id='app'></div><script src='/app.js'></script></body></html>", "page.html")


LONG = "들꽃시는 올해 마을 도서관 다섯 곳을 새로 짓는다고 12일 밝혔다. 사업비는 42억 원이다. 시는 내년에도 세 곳을 더 짓는다."


def facts_of(head, body=""):
    return html.read(
        f"<html><head>{head}</head><body>{body}<article><p>{LONG}</p><p>{LONG}</p></article></body></html>"
    )


@pytest.mark.parametrize(
    ("head", "paper"),
    [
        ("<title>들꽃시 도서관 짓는다 - 사회 - 들꽃일보</title>", "들꽃일보"),
        ("<title>들꽃시 도서관 짓는다 : 네이버 뉴스</title>", None),
        (
            "<title>들꽃시 도서관 짓는다 : 네이트 뉴스</title><meta property='og:site_name' content='네이트 뉴스'>"
            "<meta property='og:article:author' content='들꽃타파 | 네이버'>",
            "들꽃타파",
        ),
        ("<title>들꽃시 도서관 짓는다 - 솔숲일보</title><meta property='og:site_name' content='들꽃일보'>", "들꽃일보"),
    ],
)
def test_the_paper_of_a_page_and_not_its_portal(head, paper):
    assert facts_of(head).publisher == paper


def test_the_moment_that_a_tag_carries_is_that_of_publication():
    shown = "<span class='time' data-date-time='2024-03-02 20:06:13'>2024.03.02. 오후 8:06</span>"
    assert facts_of("<title>들꽃시 도서관 짓는다</title>", shown).published == "2024-03-02T20:06:13"


TEXT = "".join(f"<p>{line}</p>" for line in BODY)
HEADED = "들꽃시, 마을 도서관 다섯 곳 짓는다"


def drawn(script, inside="<div id='root'></div>"):
    """A page that shows nothing until its script has drawn it."""
    return f"<html><head><title>{HEADED}</title></head><body>{inside}{script}</body></html>"


def pushed(words):
    return f"<script>self.__next_f.push([1,{json.dumps(words, ensure_ascii=False)}])</script>"


ROW = f"c:T{len(TEXT.encode()):x},{TEXT}1d:null"


@pytest.mark.parametrize(
    "script",
    [
        pushed(ROW),
        pushed(ROW[:60]) + pushed(ROW[60:]),
        f"<script>window.__STATE__ = JSON.parse({json.dumps(json.dumps({'title': HEADED, 'body': TEXT}))});</script>",
        f"<script>window.__NUXT__=(function(a,b){{return {{news:a,text:b}}}}(1,{json.dumps(TEXT)}));</script>",
        f"<script type='application/json' id='__NUXT_DATA__'>{json.dumps([{'news': 1}, {'title': 2, 'words': 3}, HEADED, TEXT])}</script>",
        f"<script>Fusion.globalContent={json.dumps({'content_elements': [{'content': line} for line in BODY]})};</script>",
    ],
    ids=["row", "row-in-two", "json-parse", "nuxt", "nuxt-data", "paragraphs"],
)
def test_a_page_that_its_script_draws_is_read_from_its_data(script):
    text = decode.read_bytes(drawn(script).encode(), "page.html").text
    assert [line for line in BODY if line not in text] == []
    assert "null" not in text


@pytest.mark.parametrize(
    "inside",
    [
        "<div id='root'></div>",
        "<noscript>이 누리집을 보려면 자바스크립트를 켜 주세요.</noscript><div id='root'></div>",
        "<noscript>You need to enable JavaScript to run this app.</noscript>",
    ],
)
def test_a_page_whose_text_is_nowhere_says_so(inside):
    with pytest.raises(decode.ReadingError, match="whose text a script draws"):
        decode.read_bytes(drawn("<script src='/app.js'></script>", inside).encode(), "page.html")


def test_a_long_string_of_a_script_does_not_stand_in_for_a_short_article():
    terms = json.dumps("이용 약관을 지켜 주세요. 쓴 글은 지울 수 없습니다. " * 20)
    short = f"<article><h1>{HEADED}</h1><p>{BODY[0]}</p></article>"
    text = decode.read_bytes(drawn(f"<script>var terms = {terms};</script>", short).encode(), "page.html").text
    assert BODY[0] in text
    assert "약관" not in text


def elements(*told):
    return pushed("5:" + json.dumps(["$", "article", None, {"children": told}], ensure_ascii=False) + "\n")


def test_what_is_streamed_as_elements_is_read_with_its_headline():
    told = [["$", tag, None, {"children": [words]}] for tag, words in (("h1", HEADED), *(("p", line) for line in BODY))]
    page = html.read(f"<html><body>{elements(*told)}</body></html>")
    assert page.title == HEADED and all(line in page.text for line in BODY)


def test_what_is_streamed_as_data_is_read_with_its_facts_and_the_rows_that_it_refers_to():
    news = {
        "newsTitle": HEADED,
        "newsContent": "$c",
        "regDate": "2024-03-12 09:30",
        "writer": "나무별 기자",
        "press": "들꽃신문",
    }
    text = "".join(f"<p>{line}</p>" for line in BODY)
    script = pushed(f"c:T{len(text.encode()):x},{text}d:{json.dumps({'news': news}, ensure_ascii=False)}\n")
    page = html.read(f"<html><body>{script}</body></html>")
    assert (page.title, page.published, page.reporter, page.publisher) == (
        HEADED,
        "2024-03-12T09:30",
        "나무별",
        "들꽃신문",
    )
    assert all(line in page.text for line in BODY)


def test_broken_rows_of_what_is_streamed_end_in_the_message_soon():
    with pytest.raises(decode.ReadingError, match="script draws"):
        decode.read_bytes(f"<html><body>{pushed('1:[{' * 100_000)}</body></html>".encode(), "page.html")


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("2024-03-12T00:30:00.000Z", "2024-03-12T09:30"),
        ("2024-03-12T09:30:00+09:00", "2024-03-12T09:30:00"),
        ("2024-03-12T00:30:00Z", "2024-03-12T09:30"),
    ],
)
def test_a_moment_as_scripts_write_it_is_told_in_korean_time(stamp, moment):
    assert facts_of(f"<meta property='article:published_time' content='{stamp}'>").published == moment


def test_a_short_article_keeps_its_lines():
    lines = [
        "들꽃시 도서관",
        "들꽃시는 올해 마을 도서관 다섯 곳을 새로 짓는다고 12일 밝혔다. 사업비는 모두 42억 원이다.",
        "도서관 자리는 산내동, 솔숲동, 강마을, 달빛골, 별빛골이다.",
        "시는 내년에도 도서관 세 곳을 더 지을 계획이다. 지난해에는 두 곳이 문을 열었다.",
    ]
    blocks = "<h1>{}</h1><p>{}</p><div><p>{}</p><figcaption>자료: 들꽃시</figcaption></div><p>{}</p>".format(*lines)
    markup = f"<html><head><title>들꽃시 도서관</title></head><body><article>{blocks}</article></body></html>"
    read = decode.read_bytes(markup.encode(), "page.html").text.split("\n")
    assert set(lines) <= set(read)
