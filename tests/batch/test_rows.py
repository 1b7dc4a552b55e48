"""Rows of a corpus: each is an article, and what its columns say goes before what its text says."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from jobextract import extract
from jobextract.batch.jobs import source_of
from jobextract.io.columns import Document
from jobextract.io.records import selected

TEXT = "새벌전자는 올해 4천명을 새로 뽑는다고 7일 공시했다. 지난해에는 3천200명을 뽑았다."


@pytest.mark.parametrize("title", ["속보", "사설", "Headline", "제목1", "오늘의 날씨", None])
def test_a_row_is_an_article_whatever_its_headline_says(title: str | None) -> None:
    found = extract(source_of(Document("r1", TEXT, title=title, published="2025-01-07")))
    assert {record.text for record in found.records} >= {"4천명", "3천200명"}
    assert found.articles[0].title == title or title is None


@pytest.mark.parametrize("text", ["로그인 회원가입", "많이 본 뉴스", "공유하기"])
def test_a_row_is_an_article_whatever_its_text_says(text: str) -> None:
    assert extract(source_of(Document("r1", text, title="속보"))).articles
    assert not extract(text).articles


def test_the_columns_of_a_row_go_before_a_byline_in_its_text() -> None:
    text = f"{TEXT}\n남도매일 고은별 기자"
    told = Document("r1", text, title="새 직원", publisher="가온뉴스", reporter="정다온")
    article = extract(source_of(told)).articles[0]
    assert (article.publisher, article.reporter) == ("가온뉴스", "정다온")
    signed = extract(source_of(Document("r1", text, title="새 직원"))).articles[0]
    assert (signed.publisher, signed.reporter) == ("남도매일", "고은별")


def test_the_first_of_those_that_repeat_what_is_filtered_away_stands_for_it() -> None:
    record = extract("한들시는 올해 일자리 300개를 만든다.").records[-1]
    rows = [
        replace(record, id="a", kind="money"),
        replace(record, id="b", same_as="a"),
        replace(record, id="c", same_as="a"),
    ]
    assert [(row.id, row.same_as) for row in selected(rows, ("count",), ())] == [("b", None), ("c", "b")]
    assert [row.same_as for row in selected(rows, (), ())] == [None, "a", "a"]
