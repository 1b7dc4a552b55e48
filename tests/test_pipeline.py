"""The whole way: what goes in as a page and comes out as records."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

import jobextract
from jobextract import RuleError, extract, mentions, read_path

ROOT = Path(__file__).parent.parent
PAGES = sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests/fixtures/articles").glob("*.txt")])
PAGE = """2024.11.30 (토)
  • 맑음춘천 3.1℃
  • 흐림속초 4.0℃
기상청 제공

너울시, 내년 공공 일자리 6천500개 만든다

윤도현 기자
승인 2023.12.04 10:20

너울시는 내년 공공 일자리 6천500개를 만들 계획이라고 4일 밝혔다.

시는 지난해 일자리 5천980개를 만들었고 올해 예산 312억 원을 들였다.

댓글 0
기사 공유하기
"""


def figure(page: jobextract.Extraction, text: str) -> jobextract.Record:
    return next(record for record in page.records if record.text == text and record.section == "body")


def test_a_page_becomes_records_of_its_article_alone() -> None:
    page = extract(PAGE)
    [article] = page.articles
    assert (article.title, article.published) == ("너울시, 내년 공공 일자리 6천500개 만든다", "2023-12-04T10:20")
    plan = figure(page, "6천500개")
    assert (plan.value, plan.unit, plan.subject, plan.status, plan.period) == (6500, "개", "너울시", "plan", "2024")
    done = figure(page, "5천980개")
    assert (done.value, done.subject, done.period) == (5980, "너울시", "2022")
    assert done.status in ("actual", None), "what came of last year is no plan, though all around it is one"
    assert figure(page, "312억 원").value == Decimal(31_200_000_000)
    assert not any("℃" in record.text or record.text == "0" for record in page.records)


def test_this_year_never_counts_from_the_crawl_date() -> None:
    undated = PAGE.replace("승인 2023.12.04 10:20\n", "")
    assert extract(undated).articles[0].published is None
    assert figure(extract(undated), "5천980개").period is None


def test_the_date_given_replaces_that_of_the_page() -> None:
    page = extract(PAGE, published="2021-03-05", publisher="너울신문")
    assert figure(page, "5천980개").period == "2020"
    assert {record.publisher for record in page.records} == {"너울신문"}


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError):
        extract(PAGE, published="yesterday")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_record_is_a_slice_of_the_text_in_reading_order(path: Path) -> None:
    page = extract(read_path(path))
    text = page.source.text
    ids = {record.id for record in page.records}
    for record in page.records:
        assert text[record.start : record.end] == record.text
        assert record.id == f"{page.source.digest}:{record.start}-{record.end}"
        assert record.same_as is None or record.same_as in ids - {record.id}
        assert record.text in record.sentence
    places = [(record.article, record.start) for record in page.records]
    assert places == sorted(places)
    assert all(text[line.start : line.end] == words for line, words in zip(page.lines, text.split("\n"), strict=True))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_record_comes_from_a_dropped_line(path: Path) -> None:
    page = extract(read_path(path))
    kept = [
        (part.start, part.end)
        for line in page.lines
        for part in line.parts
        if part.role in ("title", "body", "caption")
    ]
    for record in page.records:
        assert any(start <= record.start < end for start, end in kept), record.text


def test_decomposed_text_and_other_newlines_give_the_same_records() -> None:
    plain = extract(PAGE)
    assert extract(unicodedata.normalize("NFD", PAGE)).records == plain.records
    assert extract(PAGE.replace("\n", "\r\n")).records == plain.records


@pytest.mark.parametrize("text", ["", "\n\n", "기상청 제공\n댓글 0\n", "\x00", "가" * 10_000])
def test_a_text_without_figures_gives_no_records(text: str) -> None:
    assert extract(text).records == ()


def test_own_rules_add_to_the_built_in_ones(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        '[[rule]]\nid = "own.mark"\nkind = "count"\nunit = "별점"\npattern = \'(?&number)\\s?별점\'\nwhy = "stars"\n'
        'finds = [["{{4별점}}을 받았다", "4 별점"], ["{{3 별점}}이다", "3 별점"]]\nignores = ["별점이 없다", "4점이다"]\n',
        encoding="utf-8",
    )
    text = "너울시 식당이 손님에게서 4별점을 받았다고 시가 밝혔다."
    assert [(r.text, r.rule) for r in extract(text, rules=[str(tmp_path)]).records] == [("4별점", "own.mark")]
    with pytest.raises(RuleError, match="no \\*\\.toml there"):
        extract(text, rules=[str(tmp_path / "none")])


def test_mentions_reads_plain_text_with_offsets_of_the_text_given() -> None:
    text = "지난해 매출은 3조5천억 원이고 내년 3월까지 250명 이상을 뽑는다."
    found = mentions(text, reference="2024-05-02")
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    values = {mention.text: (mention.kind, mention.value, mention.unit) for mention in found}
    assert values["3조5천억 원"] == ("money", Decimal(3_500_000_000_000), "KRW")
    assert values["250명 이상"] == ("count", Decimal(250), "명")
    assert [mention.period for mention in found if mention.text.startswith("내년")] == ["../2025-03"]
    assert all(mention.period is None for mention in mentions("지난해 크게 늘었다"))


def test_the_package_names_what_it_offers_and_loads_it_when_asked() -> None:
    assert dir(jobextract) == sorted(jobextract.__all__)
    assert all(getattr(jobextract, name) is not None for name in jobextract.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        jobextract.nothing  # noqa: B018
    code = "import jobextract, sys; print(sorted({'regex', 'kiwipiepy', 'rich', 'typer'} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "[]\n"


def test_a_publisher_that_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match="publisher"):
        extract("한들시는 올해 300개를 만든다.", publisher=5)  # type: ignore[arg-type]
