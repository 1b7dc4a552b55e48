"""The evidence page as a browser shows it: marks, clicks, filters, judgements, access, hostile words."""

from __future__ import annotations

import csv
import importlib.util
import json
from decimal import Decimal
from pathlib import Path

import browser
import msgspec
import pytest
from browser import NARROW, WIDE, Visit

from jobextract import extract, read_path
from jobextract.analysis.targets import targets
from jobextract.display.evidence import view
from jobextract.display.html import page
from jobextract.io.records import jsonl
from jobextract.model import Article, Extraction, Line, Source
from jobextract.page.decode import from_text

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
chromium = pytest.fixture(scope="module")(browser.started)


@pytest.fixture(scope="module")
def results() -> list[Extraction]:
    """In reading order: how sure the program is of its answers is tested with a page of its own."""
    return [unweighed(extract(read_path(str(path)))) for path in SEEDS]


@pytest.fixture(scope="module")
def weighed() -> list[Extraction]:
    """As they come, with a column that says how sure the program is."""
    return [extract(read_path(str(path))) for path in SEEDS]


def unweighed(result: Extraction) -> Extraction:
    records = tuple(msgspec.structs.replace(record, confidence=None) for record in result.records)
    return msgspec.structs.replace(result, records=records)


def written(folder: Path, results: list[Extraction], language: str = "ko") -> Path:
    path = folder / "report.html"
    path.write_bytes(
        page(
            [view(result) for result in results],
            language,
            targets(record for result in results for record in result.records),
        )
    )
    return path


@pytest.fixture(scope="module")
def report(results, tmp_path_factory) -> Path:
    return written(tmp_path_factory.mktemp("report"), results)


@pytest.fixture
def visit(chromium, report):
    opened = Visit(chromium, report)
    yield opened
    assert opened.complaints == []
    assert opened.requests == [report.as_uri()], "a request leaves the page"
    opened.context.close()


PLACES_OF_MARKS = """() => [...document.querySelectorAll('#articles mark')].map(mark => {
  const before = document.createRange();
  before.setStart(mark.closest('.words'), 0);
  before.setEndBefore(mark);
  return [mark.dataset.records, [...before.toString()].length, mark.textContent, mark.closest('.words').textContent];
})"""


def test_marks_stand_where_the_offsets_say(visit, results) -> None:
    visit.draw_everything()
    records = [(result, record) for result in results for record in result.records]
    marks = visit.page.evaluate(PLACES_OF_MARKS)
    assert [int(mark[0]) for mark in marks] == list(range(len(records)))
    for (result, record), (_, offset, words, whole) in zip(records, marks, strict=True):
        line = next(line for line in result.lines if line.start <= record.start < line.end)
        assert words == record.text
        assert line.start + offset == record.start
        assert whole == result.source.text[line.start : line.end]


def test_a_click_on_a_record_shows_its_evidence(visit, results) -> None:
    last = len([record for result in results for record in result.records]) - 1
    visit.page.locator("#grid").focus()
    visit.page.keyboard.press("End")
    row = visit.page.locator(f"#row-{last}")
    row.click()
    mark = visit.page.locator(f'#articles mark[data-records="{last}"]')
    assert mark.get_attribute("aria-current") == "true"
    assert row.get_attribute("aria-selected") == "true"
    assert in_window(mark)
    assert results[-1].records[-1].sentence in visit.page.locator("#details").inner_text()


def test_a_click_on_a_mark_shows_its_record(visit) -> None:
    visit.draw_everything()
    visit.page.evaluate("dispatchEvent(new Event('afterprint'))")
    mark = visit.page.locator('#articles mark[data-records="60"]')
    mark.click()
    row = visit.page.locator("#row-60")
    assert row.get_attribute("aria-selected") == "true"
    assert in_window(row)
    assert row.locator("td").first.inner_text() == mark.inner_text()


def in_window(element) -> bool:
    box = element.bounding_box()
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= WIDE["height"]


def test_filters_change_the_number_of_records(visit, results) -> None:
    records = [record for result in results for record in result.records]
    assert visit.shown() == len(records)
    visit.page.locator('.chip[data-kind="money"]').click()
    assert visit.shown() == sum(record.kind == "money" for record in records) > 0
    visit.page.locator('.chip[data-kind="count"]').click()
    assert visit.shown() == sum(record.kind in ("money", "count") for record in records)
    visit.page.locator("#by-status").select_option("target")
    wanted = [record for record in records if record.kind in ("money", "count") and record.status == "target"]
    assert visit.shown() == len(wanted)
    assert f"{len(records)}건 가운데 {len(wanted)}건" == visit.page.locator("#shown").inner_text()
    visit.page.locator("#reset").click()
    assert visit.shown() == len(records)


@pytest.mark.parametrize(("choice", "field"), [("#by-subject", "subject"), ("#by-year", "year")])
def test_lists_of_subjects_and_years_filter(visit, results, choice, field) -> None:
    records = [record for result in results for record in result.records]
    value = getattr(records[-1], field) or next(v for r in records if (v := getattr(r, field)))
    visit.page.locator(choice).select_option(str(value))
    assert visit.shown() == sum(getattr(record, field) == value for record in records) > 0


def test_words_and_repetitions_filter(visit, results) -> None:
    records = [record for result in results for record in result.records]
    visit.page.locator("#once").check()
    assert visit.shown() == sum(record.same_as is None for record in records) < len(records)
    visit.page.locator("#by-text").fill("도봉구")
    visit.page.wait_for_function("all => document.querySelector('#grid').ariaRowCount - 1 < all", arg=visit.shown())
    assert 0 < visit.shown() < sum(record.same_as is None for record in records)
    visit.page.locator("#by-text").fill("없는말없는말")
    visit.page.locator("#no-records").wait_for(state="visible")
    assert visit.shown() == 0


def test_a_filter_dims_the_marks_that_it_leaves_out(visit) -> None:
    mark = visit.marks().first
    kind = mark.get_attribute("data-kind")
    visit.page.locator(f'.chip:not([data-kind="{kind}"])').first.click()
    assert "out" in (mark.get_attribute("class") or "")


def test_a_heading_sorts_and_sorts_back(visit) -> None:
    heading = visit.page.locator('th[data-column="value"]')
    first = visit.rows().first.inner_text()
    heading.locator("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    heading.locator("button").click()
    assert heading.get_attribute("aria-sort") == "descending"
    shown = visit.page.locator("#rows tr[data-record] td:nth-child(2)").all_inner_texts()[:5]
    assert shown[0] == "412억 원"
    heading.locator("button").click()
    assert visit.rows().first.inner_text() == first


def test_keys_move_choose_and_judge(visit) -> None:
    visit.page.locator("#grid").focus()
    for _ in range(3):
        visit.page.keyboard.press("ArrowDown")
    assert visit.page.locator("#grid").get_attribute("aria-activedescendant") == "row-2"
    visit.page.keyboard.press("y")
    assert visit.page.locator("#row-2 [role=img]").first.get_attribute("aria-label") == "맞음"
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.dataset.records") == "2"
    visit.page.keyboard.press("ArrowRight")
    visit.page.keyboard.press("Enter")
    assert visit.page.locator("#row-3").get_attribute("aria-selected") == "true"


def test_tabs_move_by_arrows(visit) -> None:
    visit.page.locator("#tab-records").focus()
    visit.page.keyboard.press("ArrowRight")
    assert visit.page.locator("#checks").is_visible() and not visit.page.locator("#records").is_visible()


def test_checks_name_total_and_parts(visit, results) -> None:
    checks = [check for result in results for check in result.checks]
    assert visit.page.locator("#tab-checks").inner_text().endswith(f" {len(checks)}")
    visit.page.locator("#tab-checks").click()
    box = visit.page.locator("#checks .check").first
    assert box.locator(".link").count() == 1 + len(checks[0].parts)
    box.locator(".link").first.click()
    assert visit.page.locator('#articles mark[aria-current="true"]').count() == 1


def goals_of(results: list[Extraction]) -> list:
    return targets(record for result in results for record in result.records)


def test_targets_are_drawn_as_pairs_as_series_or_listed(visit, results, chromium, tmp_path, record) -> None:
    visit.page.locator("#tab-chart").click()
    goals = goals_of(results)
    pairs = [goal for goal in goals if goal.target is not None and goal.actual is not None]
    assert visit.page.locator("#chart svg.reached").count() == len(pairs)
    years = {"9,610개", "9,780개", "9,930개", "1만 80개"}
    figure = visit.page.locator("#chart figure", has_text="도봉구")
    assert figure.count() == 1 and figure.locator("rect.bar-target").count() >= len(years)
    assert "2026년까지" not in figure.first.inner_text(), "a deadline stands in no series of years"
    figure.locator("rect.bar").last.click()
    assert visit.page.locator("#details").is_visible()
    visit.page.locator("#tab-chart").click()
    assert visit.page.locator("#chart table").last.locator("tbody tr").count() > 0


@pytest.mark.parametrize(
    ("dated", "said"), [({}, "2024년"), ({"period": None, "year": None}, "기간 모름")], ids=["2024", "undated"]
)
def test_a_pair_says_how_much_was_reached(chromium, tmp_path, record, dated, said) -> None:
    words = "한들시는 일자리 목표 8,000개 가운데 9,000개를 만들었다"
    rows = [
        record(id=f"0123456789ab:{at}-{at + 6}", text=text, start=at, end=at + 6, status=status, value=value, sentence=words, **dated)
        for text, status, value in (("8,000개", "target", Decimal(8000)), ("9,000개", "actual", Decimal(9000)))
        if (at := words.index(text)) >= 0
    ]  # fmt: skip
    visit = Visit(chromium, written(tmp_path, [one_line(words, rows)]))
    visit.page.locator("#tab-chart").click()
    assert visit.page.locator("#chart tbody tr").inner_text().split() == [
        "한들시", "·", "일자리", *said.split(), "8,000개", "9,000개", "112.5%",
    ]  # fmt: skip
    visit.page.locator("#chart .link").nth(1).click()
    assert visit.page.locator("mark[aria-current=true]").inner_text() == "9,000개"
    visit.context.close()


def test_a_result_part_way_is_called_so_and_what_is_to_be_looked_at_is_said(chromium, tmp_path) -> None:
    texts = (
        (
            "2030-07-04",
            "가람시는 6월 말까지 일자리 3천200개를 만들어 올해 목표 6천400개의 50%를 달성했다고 4일 밝혔다.",
        ),
        ("2031-01-04", "솔내시는 지난해 일자리 목표 8천개 대비 8천800개를 만들었다고 4일 밝혔다."),
        ("2031-06-04", "솔내시는 지난해 일자리 목표 8천개 대비 7천600개를 만들었다고 4일 밝혔다."),
        ("2030-02-04", "함솔군은 올해 일자리 4천개를 만들겠다고 4일 밝혔다."),
        ("2031-02-04", "함솔군은 지난해 일자리 3천900개를 창출했다고 4일 밝혔다."),
    )
    results = [
        extract(from_text(f"일자리 소식\n{day} 한별 기자\n\n{said}\n", f"{number}.txt"))
        for number, (day, said) in enumerate(texts)
    ]
    visit = Visit(chromium, written(tmp_path, results))
    visit.page.locator("#tab-chart").click()
    rows = visit.page.locator("#chart tbody tr")
    part, more, less, apart = (rows.nth(number) for number in range(4))
    assert "중간 실적 2030년 1~6월" in part.inner_text() and part.locator(".short").count() == 0
    assert all("같은 목표의 다른 실적값이 있음" in row.inner_text() for row in (more, less))
    assert less.locator(".short").count() == 1
    assert "다른 기사 2031-02-04" in apart.inner_text() and "다른 기사" not in less.inner_text()
    visit.context.close()


def test_documents_are_listed_searched_and_jumped_to(visit, results) -> None:
    visit.page.locator("#tab-documents").click()
    assert visit.page.locator("#documents-list li").count() == len(results)
    visit.page.locator("#by-document").fill("도봉구")
    [title] = visit.page.locator(".document-title").all_inner_texts()
    visit.page.locator(".document-link").click()
    assert in_window(visit.page.locator(".document", has_text=title.split(" (")[0]).last.locator(".name"))
    visit.page.locator("#by-document").fill("없는말없는말")
    assert visit.page.locator("#no-documents").is_visible()


def test_filters_narrow_the_articles_and_stand_in_the_address(chromium, report, results) -> None:
    visit = Visit(chromium, report)
    visit.page.locator('.chip[data-kind="money"]').click()
    visit.page.locator("#by-subject").select_option("군포시")
    visit.page.locator("#by-place").select_option("sentence")
    visit.page.locator("#by-text").fill("412억")
    visit.page.wait_for_function("() => location.hash.includes('q=')")
    shown, address = visit.shown(), visit.page.evaluate("location.hash")
    assert shown == sum(
        record.kind == "money" and record.subject == "군포시" and "412억" in record.sentence
        for result in results
        for record in result.records
    )
    assert visit.page.locator("#articles .document:visible").count() == 1
    visit.context.close()

    other = Visit(chromium, report, address=address)
    assert other.shown() == shown and other.page.locator("#by-subject").input_value() == "군포시"
    other.page.locator("#reset").click()
    assert other.shown() == sum(len(result.records) for result in results)
    assert other.page.locator("#articles .document:visible").count() == len(results)
    assert other.page.evaluate("location.hash") == "" and other.complaints == []
    other.context.close()


def test_words_are_looked_for_in_item_subject_or_sentence(visit, results) -> None:
    records = [record for result in results for record in result.records]
    for field in ("item", "subject", "sentence"):
        visit.page.locator("#by-place").select_option(field)
        visit.page.locator("#by-text").fill("일자리")
        wanted = sum("일자리" in (getattr(record, field) or "") for record in records)
        visit.page.wait_for_function("all => document.querySelector('#grid').ariaRowCount - 1 === all", arg=wanted)


def test_what_is_shown_is_saved_as_csv(chromium, tmp_path, record) -> None:
    words = "=한들시는 올해 일자리 1만2천개를 만들 계획이다."
    start = words.index("1만")
    row = record(start=start, end=start + 5, sentence=words, value=Decimal("-12000"))
    visit = Visit(chromium, written(tmp_path, [one_line(words, [row])]))
    with visit.page.expect_download() as download:
        visit.page.locator("#download").click()
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        [saved] = csv.DictReader(file)
    assert (saved["value"], saved["unit"], saved["period"], saved["when"]) == ("-12000", "개", "2024", "2024년")
    assert saved["sentence"] == f"'{words}"
    visit.context.close()


def test_the_least_sure_figures_come_first(chromium, tmp_path, record) -> None:
    words = "1개 2개 3개 4개"
    sure = [Decimal("0.9"), Decimal("0.31"), None, Decimal("0.75")]
    rows = [
        record(
            id=f"0123456789ab:{s}-{s + 2}", text=words[s : s + 2], start=s, end=s + 2, sentence=words, confidence=each
        )
        for s, each in zip(range(0, 12, 3), sure, strict=True)
    ]
    visit = Visit(chromium, written(tmp_path, [one_line(words, rows)]))
    assert [text.split()[0] for text in visit.page.locator("#rows td.dot").all_inner_texts()] == [
        "2개",
        "4개",
        "1개",
        "3개",
    ]
    assert visit.page.locator("#rows td.col-confidence").all_inner_texts() == ["31%", "75%", "90%", ""]
    visit.context.close()


CLIPPED = """() => [...document.querySelectorAll('#rows td, #grid th button, #chart td, #chart th, #documents-list span')]
  .filter(cell => cell.offsetParent && cell.closest('tr:not(.pad), li') && getComputedStyle(cell).display !== 'inline'
    && (cell.scrollWidth > cell.clientWidth + 1 || cell.scrollHeight > cell.clientHeight + 2))
  .map(cell => `${cell.className}: ${cell.textContent}`)"""


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", [WIDE, {"width": 1280, "height": 800}, NARROW], ids=["1440", "1280", "390"])
def test_no_column_is_cut_off(chromium, weighed, tmp_path, size, language) -> None:
    """Nor a heading: one that is wider than its column would run into the next."""
    visit = Visit(chromium, written(tmp_path, weighed, language), size)
    visit.draw_everything()
    for tab in ("documents", "records", "chart"):
        visit.page.locator(f"#tab-{tab}").click()
        assert visit.page.evaluate(CLIPPED) == []
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    visit.context.close()


def test_dropped_lines_are_folded_with_their_rule(visit, results) -> None:
    visit.draw_everything()
    dropped = [line for result in results for line in result.lines if not line.keep and line.role != "blank"]
    shown = visit.page.locator(".fold li code").all_text_contents()
    assert {line.rule for line in dropped} <= {words.split()[-1] for words in shown if " " in words}
    fold = visit.page.locator(".fold").first
    assert not fold.locator("li").first.is_visible()
    fold.locator("summary").click()
    assert fold.locator("li").first.is_visible()


def test_a_correction_survives_and_is_scored(chromium, report, results, tmp_path, program) -> None:
    visit = Visit(chromium, report)
    number = len(results[0].records)
    record = next(record for record in results[1].records if record.kind == "money")
    index = number + results[1].records.index(record)
    visit.page.evaluate(f"document.querySelector('#scroller').scrollTop = {45 * (index - 3)}")
    visit.page.locator(f"#row-{index}").click()
    visit.page.locator('[data-act="correct"]').click()
    form = visit.page.locator("#details form")
    form.locator('[name="value"]').fill("스무 개")
    form.locator('[type="submit"]').click()
    assert "스무 개" in form.locator(".error").inner_text()
    form.locator('[name="value"]').fill("41,300,000,000.5")
    form.locator('[name="item"]').fill("예산 <b>총액</b>")
    form.locator('[type="submit"]').click()
    visit.page.locator(f"#row-{index + 1}").click()
    visit.page.locator('[data-act="wrong"]').click()
    visit.page.locator(f"#row-{index + 2}").click()
    visit.page.locator('[data-act="right"]').click()
    visit.page.close()

    again = Visit(chromium, report, context=visit.context)
    assert "3건" in again.page.locator("#judged").inner_text()
    with again.page.expect_download() as download:
        again.page.locator("#export").click()
    saved = tmp_path / "review.jsonl"
    download.value.save_as(saved)
    rows = [json.loads(line, parse_float=Decimal) for line in saved.read_text(encoding="utf-8").splitlines()]
    again.context.close()

    assert rows[0]["meta"]["source"] == str(SEEDS[1]) and rows[0]["meta"]["articles"][0]["publisher"] == "경인팍스TV"
    by_start = {row["start"]: row for row in rows if "start" in row}
    row = by_start[record.start]
    assert (row["expect"], row["text"], row["value"]) == ("must", record.text, Decimal("41300000000.5"))
    assert row["item"] == ["예산 <b>총액</b>"] and row["status_in"] == [record.status]
    expectations = [row["expect"] for row in by_start.values()]
    assert expectations.count("not") == 1 and expectations.count("must") == 2
    assert expectations.count("may") == len(results[1].records) - 3

    records = tmp_path / "records.jsonl"
    records.write_bytes(jsonl(results[1].records))
    run = program("eval", records, saved, "--format", "json")
    scores = json.loads(run.stdout)[str(SEEDS[1])]
    assert run.returncode == 0 and not run.stderr
    assert (scores["found"], scores["required"], scores["extra"]) == (2, 2, 1)
    assert scores["fields"]["value"]["right"] == scores["fields"]["value"]["asked"] - 1


def test_a_corrected_span_counts_code_points(chromium, tmp_path, record) -> None:
    words = "𠮷마을은 😀 일자리 약 1만2천개를 만든다"
    start = words.index("1만")
    result = one_line(words, [record(text="1만2천개", start=start, end=start + 5, sentence=words)])
    visit = Visit(chromium, written(tmp_path, [result]))
    visit.rows().first.click()
    visit.page.keyboard.press("e")
    visit.page.locator('form [name="text"]').fill("약 1만2천개")
    visit.page.locator('form [type="submit"]').click()
    with visit.page.expect_download() as download:
        visit.page.locator("#export").click()
    row = json.loads(Path(download.value.path()).read_text(encoding="utf-8").splitlines()[1])
    assert words[row["start"] : row["end"]] == row["text"] == "약 1만2천개"
    visit.context.close()


CHOOSE = """([line, start, end]) => {
  const words = document.querySelector(`.words[data-line="${line}"]`).firstChild;
  getSelection().setBaseAndExtent(words, start, words, end);
}"""


def test_a_missed_figure_is_written_down_and_taken_back(chromium, tmp_path) -> None:
    words = "😀 여러모로 수백 가지 방법이 있다"
    path = written(tmp_path, [one_line(words, [])])
    visit = Visit(chromium, path)
    assert visit.page.locator("#missed").is_disabled()
    visit.marks().count()
    visit.page.evaluate(CHOOSE, [1, words.index("수백"), words.index(" 방법") + 2])
    visit.page.locator("#missed").click()
    visit.page.locator('form [name="low"]').fill("200")
    visit.page.locator('form [name="item"]').fill("방법")
    visit.page.locator('form [type="submit"]').click()
    visit.page.reload()
    with visit.page.expect_download() as download:
        visit.page.locator("#export").click()
    _, row = map(json.loads, Path(download.value.path()).read_text(encoding="utf-8").splitlines())
    assert words[row["start"] : row["end"]] == row["text"] == "수백 가지"
    assert (row["expect"], row["kind"], row["low"], row["item"], row["line"]) == ("must", "count", 200, ["방법"], 1)
    visit.page.locator(".missed button").click()
    assert visit.page.locator("#export").is_disabled() and visit.complaints == []
    visit.context.close()


def one_line(words: str, records, **facts) -> Extraction:
    line = Line(number=1, start=0, end=len(words), keep=True, role="body", rule="line.body")
    article = Article(number=1, first_line=1, last_line=1, **facts)
    source = Source(name=facts.get("title") or "page.txt", text=words, digest="0123456789ab")
    return Extraction(source=source, lines=(line,), articles=(article,), records=tuple(records))


def test_overlapping_and_touching_figures_are_all_reached(chromium, tmp_path, record) -> None:
    words = "2024년3월 12%포인트"
    spans = [(0, 7), (0, 5), (5, 7), (8, 11), (8, 14)]
    rows = [record(id=f"0123456789ab:{s}-{e}", text=words[s:e], start=s, end=e, sentence=words) for s, e in spans]
    visit = Visit(chromium, written(tmp_path, [one_line(words, rows)]))
    assert [mark.inner_text() for mark in visit.marks().all()] == ["2024년", "3월", "12%", "포인트"]
    assert [mark.get_attribute("data-records") for mark in visit.marks().all()] == ["1 0", "2 0", "3 4", "4"]
    chosen = []
    for _ in range(2):
        visit.marks().first.click()
        chosen.append(visit.page.locator('#rows tr[aria-selected="true"]').get_attribute("data-record"))
    assert chosen == ["1", "0"]
    assert visit.page.locator('mark[aria-current="true"]').count() == 2
    visit.context.close()


HOSTILE = [
    "<script>window.caught = 1</script>",
    "</script><script>window.caught = 1</script>",
    "<!--<script>",
    "\"'><img src=x onerror=window.caught=1>",
    "가\u0000나",
    "\u202eזה עברית\u202c و عربي",
    "𠮷野家 😀 👩‍👩‍👧",
    "줄\u2028바꿈\u2029문단",
    "&lt;b&gt; &amp; {{7*7}} ${alert(1)}",
    "]]><svg onload=window.caught=1>",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_an_article_are_shown_as_words(chromium, tmp_path, record, words) -> None:
    text = f"{words} 일자리 1만2천개 {words}"
    start = text.index("1만2천개")
    row = record(
        start=start, end=start + 5, sentence=text, subject=words, item=words, title=words, publisher=words, rule=words
    )
    result = one_line(text, [row], title=words, publisher=words, reporter=words, subject=words)
    visit = Visit(chromium, written(tmp_path, [result]))
    visit.rows().first.click()
    picture = words.replace("\u0000", "␀")
    assert visit.page.locator("#articles p.words").text_content() == text.replace("\u0000", "␀")
    assert visit.page.locator("#articles h2").text_content() == picture
    assert visit.page.locator("#rows td").nth(3).text_content() == picture
    assert picture in visit.page.locator("#details").text_content()
    assert visit.marks().first.text_content() == "1만2천개"
    assert visit.page.evaluate("window.caught === undefined")
    assert visit.page.locator("body script:not([type])").count() == 1
    assert visit.complaints == []
    visit.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_no_serious_violation(chromium, report, scheme, size) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    visit = Visit(chromium, report, size, scheme)
    found = []
    for tab in visit.page.locator("[role=tab]:visible").all():
        tab.click()
        if tab.get_attribute("id") == "tab-records":
            visit.rows().nth(4).click()
            visit.page.locator('[data-act="correct"]').click()
        found += axe.run(visit.page).response["violations"]
        visit.page.keyboard.press("Escape")
    serious = [each for each in found if each["impact"] in ("serious", "critical")]
    assert not serious, "\n".join(f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in serious)
    visit.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_narrow_window(chromium, report, scheme) -> None:
    visit = Visit(chromium, report, NARROW, scheme)
    for tab in visit.page.locator("[role=tab]:visible").all():
        tab.click()
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    visit.page.locator("#tab-records").click()
    visit.rows().nth(2).click()
    visit.page.locator('[data-act="to_evidence"]').click()
    assert in_window(visit.page.locator('mark[aria-current="true"]').first)
    visit.context.close()


def test_everything_is_printed(chromium, report, results) -> None:
    visit = Visit(chromium, report)
    total = sum(len(result.records) for result in results)
    assert visit.rows().count() < total
    visit.page.set_viewport_size({"width": 790, "height": 1100})
    visit.page.emulate_media(media="print")
    visit.draw_everything()
    assert visit.page.locator("#articles").is_visible() and visit.page.locator("#row-0 .col-subject").is_visible()
    assert visit.rows().count() == total and visit.marks().count() == total
    assert visit.page.locator("#chart svg").first.is_visible() and not visit.page.locator(".filters").is_visible()
    visit.context.close()


def test_records_without_their_pages_are_shown_by_their_sentences(chromium, tmp_path, results, program) -> None:
    records = tmp_path / "records.jsonl"
    records.write_bytes(b"".join(jsonl(result.records) for result in results))
    run = program("report", records, "-o", tmp_path / "r.html", "--lang", "en")
    assert run.returncode == 0, run.stderr.decode()
    visit = Visit(chromium, tmp_path / "r.html")
    visit.draw_everything()
    marks = {int(mark[0]): mark[2] for mark in visit.page.evaluate(PLACES_OF_MARKS)}
    rows = sorted(
        (r for result in results for r in result.records), key=lambda r: [str(s) for s in SEEDS].index(r.source)
    )
    assert marks == {index: " ".join(record.text.split()) for index, record in enumerate(rows)}
    assert visit.page.locator("#shown").inner_text() == f"{len(rows)} of {len(rows)} records"
    assert visit.page.locator("#checks .check").count() == sum(len(result.checks) for result in results)
    visit.context.close()


def test_texts_without_articles_and_figures_are_shown_too(chromium, tmp_path) -> None:
    pages = {
        "empty.txt": "",
        "widgets.txt": "댓글 0\n\n공유하기",
        "plain.txt": "한들시 소식\n\n한들시는 잔치를 열었다고 밝혔다.",
    }
    path = written(tmp_path, [extract(from_text(text, name)) for name, text in pages.items()])
    visit = Visit(chromium, path)
    shown = visit.page.locator("#articles").inner_text()
    assert all(name in shown for name in pages) and "한들시는 잔치를 열었다고 밝혔다." in shown
    assert "기사 밖 2줄" in shown and shown.count("기사를 찾지 못했습니다.") == 2
    for tab, words in (("checks", "검산할 수 있는"), ("chart", "목표로 읽은"), ("records", "조건에 맞는")):
        visit.page.locator(f"#tab-{tab}").click()
        assert words in visit.page.locator(f"#{tab}").inner_text()
    assert visit.complaints == []
    visit.context.close()


@pytest.fixture(scope="module")
def many() -> list[Extraction]:
    """200 pages from the templates of the benchmarks."""
    spec = importlib.util.spec_from_file_location("corpus", ROOT / "benchmarks" / "corpus.py")
    corpus = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(corpus)
    return [extract(from_text(corpus.article(number), f"{number}.txt")) for number in range(200)]


def test_of_two_hundred_articles_only_the_rows_in_view_are_drawn(chromium, many, tmp_path) -> None:
    visit = Visit(chromium, written(tmp_path, many))
    total = sum(len(result.records) for result in many)
    assert visit.rows().count() < 100, "rows that nobody sees are drawn"
    before = visit.shown()
    visit.page.locator(".chip").first.click()
    assert before == total and 0 < visit.shown() < before
    visit.context.close()


def test_a_document_that_nobody_sees_is_drawn_as_its_heading_alone(chromium, many, tmp_path) -> None:
    """Each further one adds the few elements of its heading; how long it takes is benchmarks/page.py."""
    drawn = {}
    for number in (20, 200):
        (tmp_path / str(number)).mkdir()
        visit = Visit(chromium, written(tmp_path / str(number), many[:number]))
        drawn[number] = visit.page.evaluate("document.querySelectorAll('body *').length")
        visit.context.close()
    assert drawn[200] - drawn[20] < 180 * 20, "articles or rows out of view are drawn"
