"""HTML made to be odd or slow: read in linear time, whatever its data hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from time import process_time

import pytest

pytest.importorskip("trafilatura")

from jobextract import read_bytes
from jobextract.page.markup import html, nesting

PROSE = "한들시는 올해 일자리 300개를 만든다고 밝혔다. 시민회관에서 열린 설명회에는 구직자와 회사 관계자가 찾아와 궁금한 점을 물었다."
GUARD = 30.0  # seconds of the processor
BODY = f"<article><p>{PROSE}</p><p>{PROSE} 다시.</p></article>"


def page(head: str = "", body: str = "") -> str:
    return f"<html><head>{head}</head><body>{BODY}{body}</body></html>"


@pytest.mark.parametrize(
    "data",
    [
        '{"@type":{"a":1}}',
        '{"@type":[{"a":1},["x"],null]}',
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"@type":"NewsArticle","headline":{"a":1},"author":[[]],"publisher":[{"name":{}}],"datePublished":5}',
    ],
    ids=["type-object", "type-list", "brackets", "objects", "other-types"],
)
@pytest.mark.parametrize("kind", ["application/ld+json", "application/json"])
def test_odd_data_are_passed_over(data, kind) -> None:
    assert PROSE in html.read(page(f'<script type="{kind}">{data}</script>')).text


def test_a_type_among_odd_ones_counts() -> None:
    data = '{"@type":[{"a":1},"NewsArticle"],"headline":"한들시 새 일터"}'
    assert html.read(page(f'<script type="application/ld+json">{data}</script>')).title == "한들시 새 일터"


def test_half_an_emoji_in_the_data_reaches_no_output() -> None:
    data = '{"@type":"NewsArticle","headline":"\\ud83d 새 일터","author":"강민서","publisher":"\\udc00신문"}'
    source = read_bytes(page(f'<script type="application/ld+json">{data}</script>').encode(), "a.html")
    assert (source.title, source.publisher) == ("� 새 일터", "�신문")
    json.dumps(source.text).encode()
    source.text.encode()


def ends(work: Callable[[], object]) -> bool:
    """Whether the work costs no more than what is squared would, thirty times what it needs: how fast it is, is not asked."""
    start = process_time()
    work()
    return process_time() - start < GUARD


@pytest.mark.parametrize(
    ("unit", "size"),
    [
        *((unit, 1_000_000) for unit in ("<script ", "<script>", "<script type=json>", "<title>", "<title ", "<style")),
        *((unit, 300_000) for unit in ("<meta ", "<!--", "<p>", "<div>")),
    ],
)
def test_a_tag_repeated_does_not_cost_its_square(unit, size) -> None:
    assert ends(lambda: html.read(page(unit * (size // len(unit)))))


@pytest.mark.parametrize("value", ["1", "'<'", '"<p>"'])
def test_very_many_attributes_do_not_cost_their_square(value) -> None:
    attributes = " ".join(f"a{number}={value}" for number in range(50_000))
    assert ends(lambda: html.read(page(body=f"<div {attributes}>x</div>")))


def test_comments_before_a_page_are_passed_over_at_once() -> None:
    assert ends(lambda: read_bytes(b"<!---->" * 500 + PROSE.encode(), "a.txt"))


@pytest.mark.parametrize("opened", ["<div>", "<span>", "<p><font>", "<div><b>"])
def test_tags_in_tags_without_end_lose_no_text(opened) -> None:
    said = [f"한들시는 {number}번째로 일자리 3백개를 만들었다고 5일 밝혔다." for number in range(400)]
    page = f"<html><body>{''.join(f'{opened}{words}' for words in said)}</body></html>"
    text = read_bytes(page.encode(), "a.html").text
    assert [words for words in said if words not in text] == []


@pytest.mark.parametrize(
    ("opened", "shut"),
    [("<script>var menu = `", "`;</script>"), ("<style>/* ", " */</style>"), ("<!-- ", " -->")],
    ids=["script", "style", "comment"],
)
def test_what_looks_like_tags_in_a_script_or_a_comment_is_none(opened, shut) -> None:
    kept = "<div><p>한들시는 일자리를 만든다.</p></div>"
    assert nesting.levelled(f"{opened}{'<div>' * 250}{shut}{kept}") == f"{opened}{'<div>' * 250}{shut}{kept}"
    deep = nesting.levelled(f"{opened}{'</div>' * 250}{shut}{'<div>' * 250}{opened}<div>{shut}안녕{'</div>' * 250}")
    assert (deep.count("<div>"), deep.count("안녕")) == (201, 1)


def test_an_article_deep_inside_is_read_and_what_follows_it_too() -> None:
    deep, after = "한들시는 일자리 3백개를 만들었다고 5일 밝혔다.", "한빛군은 일자리 4백개를 만들었다고 6일 밝혔다."
    page = f"<html><body>{'<div>' * 900}<p>{deep * 4}</p>{'</div>' * 900}<p>{after * 4}</p></body></html>"
    assert read_bytes(page.encode(), "a.html").text.split("\n") == [deep * 4, after * 4]
