"""The evidence page as it is written, the pieces that it is made of, and the command that makes it."""

from __future__ import annotations

import json
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from jobextract import extract
from jobextract.analysis.targets import targets
from jobextract.display.evidence import pieces_by_line, view, views
from jobextract.display.html import page
from jobextract.io.records import jsonl
from jobextract.model import Article, Extraction, Line, Part, Source
from jobextract.wording.words import language, words

ROOT = Path(__file__).parents[2]
SEED = "seeds/plan-2024.txt"


class Outline(HTMLParser):
    """The scripts of a page, and every attribute that could name another place."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts: list[tuple[str | None, str]] = []
        self.places: list[str] = []
        self.policy = ""
        self.language: str | None = None
        self._open: list[str | None] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes) -> None:
        named = dict(attributes)
        self.places += [value for name, value in attributes if name in ("src", "href", "srcset", "action", "data")]
        if tag == "html":
            self.language = named["lang"]
        if named.get("http-equiv") == "Content-Security-Policy":
            self.policy = named["content"]
        if tag == "script":
            self._open.append(named.get("type"))
            self.scripts.append((named.get("type"), ""))

    def handle_endtag(self, tag) -> None:
        if tag == "script":
            self._open.pop()

    def handle_data(self, data) -> None:
        if self._open:
            kind, before = self.scripts[-1]
            self.scripts[-1] = (kind, before + data)


def data_of(written: bytes) -> dict:
    return next(json.loads(body) for kind, body in Outline(written.decode()).scripts if kind == "application/json")


def test_the_page_names_no_other_place(extraction) -> None:
    outline = Outline(page([view(extraction)], "ko").decode())
    assert outline.places == []
    assert "default-src 'none'" in outline.policy and "sha256-" in outline.policy
    assert [kind for kind, _ in outline.scripts] == ["application/json", None]


@pytest.mark.parametrize(
    "hostile", ["</script><script>1</script>", "<!-- <script>", "&amp;", "\u2028\u2029", "\x00", "\u202e", "𠮷", '"\\'],
)  # fmt: skip
def test_any_words_come_back_out_of_the_page_as_they_were(extraction, record, hostile) -> None:
    shown = msgspec.structs.replace(extraction, records=(record(sentence=hostile, item=hostile),))
    written = page([view(shown)], "ko")
    outline = Outline(written.decode())
    assert len(outline.scripts) == 2
    assert not set("<>&\u2028\u2029") & set(outline.scripts[0][1])
    row = data_of(written)["records"][0]
    assert row["sentence"] == hostile and row["item"] == hostile


def test_numbers_stay_exact(extraction, record) -> None:
    exact = Decimal("12345678901234567890.123456789")
    shown = msgspec.structs.replace(extraction, records=(record(value=exact),))
    assert data_of(page([view(shown)], "en"))["records"][0]["value"] == "12345678901234567890.123456789"


def test_dropped_lines_are_folded_and_kept_ones_stand(extraction) -> None:
    blocks = data_of(page([view(extraction)], "ko"))["sources"][0]["blocks"]
    assert [next(iter(block)) for block in blocks] == ["fold", "head", "line", "line"]
    assert blocks[0]["fold"][0]["rule"] == "line.weather"
    assert ["강민서 기자", [], "meta · line.byline"] in blocks[3]["pieces"]


def line(start: int, end: int, number: int = 1, parts: tuple[Part, ...] = ()) -> Line:
    return Line(number=number, start=start, end=end, keep=True, role="body", rule="r", parts=parts)


def pieces(text: str, spans: list[tuple[int, int]], record, parts: tuple[Part, ...] = ()) -> list[tuple[str, tuple]]:
    lines, start = [], 0
    for number, words_of_line in enumerate(text.split("\n"), 1):
        lines.append(line(start, start + len(words_of_line), number, parts))
        start += len(words_of_line) + 1
    records = tuple(record(start=start, end=end, text=text[start:end]) for start, end in spans)
    source = Source(name="t", text=text, digest="0123456789ab")
    shown = view(Extraction(source=source, lines=tuple(lines), articles=(), records=records))
    return [(text[piece.start : piece.end], piece.marks) for _, cut in pieces_by_line(shown) for piece in cut]


@pytest.mark.parametrize(
    ("text", "spans", "wanted"),
    [
        ("가나다", [], [("가나다", ())]),
        ("가나다", [(0, 3)], [("가나다", (0,))]),
        ("가나다", [(0, 1), (1, 2)], [("가", (0,)), ("나", (1,)), ("다", ())]),
        ("가나다라", [(0, 3), (1, 4)], [("가", (0,)), ("나다", (0, 1)), ("라", (1,))]),
        ("가나다라", [(0, 4), (1, 2)], [("가", (0,)), ("나", (1, 0)), ("다라", (0,))]),
        ("가나다", [(1, 2), (1, 2)], [("가", ()), ("나", (0, 1)), ("다", ())]),
        ("가나\n다라", [(1, 4)], [("가", ()), ("나", (0,)), ("다", (0,)), ("라", ())]),
        ("가나\n\n다", [(0, 1), (4, 5)], [("가", (0,)), ("나", ()), ("다", (1,))]),
    ],
)
def test_a_line_is_cut_where_figures_begin_and_end(record, text, spans, wanted) -> None:
    assert pieces(text, spans, record) == wanted


def test_many_figures_on_one_line_take_linear_time(record) -> None:
    text = "12개 " * 20_000
    spans = [(at, at + 3) for at in range(0, len(text), 4)]
    cut = pieces(text, spans, record)
    assert len(cut) == 40_000 and cut[-2] == ("12개", (19_999,))


def test_records_alone_give_their_sentences_with_figures_in_place(record) -> None:
    twice = "3명이 오고 3명이 갔다."
    rows = [
        record(id="0123456789ab:107-109", text="3명", start=107, end=109, sentence=twice),
        record(id="0123456789ab:100-102", text="3명", start=100, end=102, sentence=twice),
        record(id="0123456789ab:300-305", start=300, end=305, sentence="올해 1만2천개다.", section="title", article=2),
    ]
    [shown] = views(rows)
    assert shown.source.text == f"{twice}\n올해 1만2천개다."
    assert [shown.source.text[start:end] for start, end in shown.spans] == ["3명", "3명", "1만2천개"]
    assert shown.spans[0] == (0, 2) and shown.spans[1] == (7, 9)
    assert [article.number for article in shown.articles] == [1, 2]
    assert not shown.whole


def test_records_of_several_sources_stay_apart(record) -> None:
    rows = [record(source="a.txt"), record(source="b.txt", id="ba9876543210:0-5"), record(source="a.txt")]
    assert [(shown.source.name, len(shown.records)) for shown in views(rows)] == [("a.txt", 2), ("b.txt", 1)]


def test_goals_are_drawn_with_their_evidence(record) -> None:
    told = "일자리 목표 1만2천개 가운데 1만1천개를 만들었다."
    aim, result = told.index("1만2천개"), told.index("1만1천개")
    rows = [
        record(status="target", id=f"0123456789ab:{aim}-{aim + 5}", start=aim, end=aim + 5, sentence=told),
        record(
            status="actual",
            id=f"0123456789ab:{result}-{result + 5}",
            text="1만1천개",
            start=result,
            end=result + 5,
            value=Decimal(11000),
            sentence=told,
        ),
    ]
    [goal] = data_of(page(views(rows), "ko", targets(rows)))["goals"]
    assert (goal["target"], goal["actual"], goal["rate"]) == ("12000", "11000", "91.7")
    assert (goal["targets"], goal["actuals"]) == ([0], [1])


def test_copies_of_one_text_keep_their_own_links(extraction, record) -> None:
    twice = (record(), record(id="0123456789ab:0-5", same_as=record().id))
    copy = msgspec.structs.replace(extraction, records=twice)
    data = data_of(page([view(copy), view(copy)], "ko"))
    assert [row["same"] for row in data["records"]] == [None, 0, None, 2]
    assert [check["total"] for check in data["checks"]] == [0, 2]


def test_the_command_writes_one_page_of_several_files(program, tmp_path) -> None:
    run = program("report", SEED, "seeds/two-districts.txt", "-o", tmp_path / "r.html", "--lang", "ko")
    assert (run.returncode, run.stdout) == (0, b"")
    assert "r.html: 기사 3건에 수치를 표시했습니다" in run.stderr.decode()
    data = data_of((tmp_path / "r.html").read_bytes())
    assert [source["name"] for source in data["sources"]] == [SEED, "seeds/two-districts.txt"]
    assert {article["subject"] for article in data["articles"]} == {"군포시", "중랑구", "도봉구"}
    assert len(data["records"]) == sum(source["size"] for source in data["sources"])


def test_a_page_is_not_overwritten_without_force(program, tmp_path) -> None:
    (tmp_path / "r.html").write_text("mine")
    refused = program("report", SEED, "-o", tmp_path / "r.html")
    assert refused.returncode == 2 and b"--force" in refused.stderr
    assert (tmp_path / "r.html").read_text() == "mine"
    assert program("report", SEED, "-o", tmp_path / "r.html", "--force").returncode == 0


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_shown(program, tmp_path) -> None:
    run = program("report", "no-such.txt", SEED, "-o", tmp_path / "r.html")
    assert run.returncode == 1 and b"no-such.txt: does not exist" in run.stderr
    assert len(data_of((tmp_path / "r.html").read_bytes())["sources"]) == 1


def test_standard_input_and_output(program) -> None:
    run = program(
        "report",
        "-",
        "-o",
        "-",
        "--published",
        "2024-02-06",
        input="한들시, 일자리 5천개 만든다\n\n한들시는 올해 일자리 5천개를 만든다고 밝혔다.".encode(),
    )
    assert run.returncode == 0
    assert "5천개" in {record["text"] for record in data_of(run.stdout)["records"]}


def test_records_as_input(program, tmp_path, record) -> None:
    (tmp_path / "records.jsonl").write_bytes(jsonl([record()]))
    run = program("report", tmp_path / "records.jsonl", "-o", "-")
    assert [source["whole"] for source in data_of(run.stdout)["sources"]] == [False]


def test_a_file_of_other_lines_is_refused(program, tmp_path) -> None:
    (tmp_path / "other.jsonl").write_text('{"a": 1}\n')
    run = program("report", tmp_path / "other.jsonl", "-o", "-")
    assert run.returncode == 1 and b"other.jsonl" in run.stderr and not run.stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "wanted"),
    [
        (["--lang", "en"], {"LC_ALL": "ko_KR.UTF-8"}, "en"),
        (["--lang", "ko"], {"LC_ALL": "C"}, "ko"),
        ([], {"LC_ALL": "ko_KR.UTF-8"}, "ko"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language_is_chosen_or_that_of_the_locale(program, arguments, environment, wanted) -> None:
    run = program("report", SEED, "-o", "-", *arguments, env=environment)
    assert Outline(run.stdout.decode()).language == wanted


def test_both_languages_have_every_word() -> None:
    korean, english = words("ko"), words("en")
    assert korean.keys() == english.keys() and all(korean.values()) and all(english.values())
    assert all(not any("가" <= letter <= "힣" for letter in word) for word in english.values())
    assert language("en") == "en"


def test_an_extraction_shows_itself_in_a_notebook(monkeypatch) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    result = extract("한들시는 올해 <b>일자리</b> 1만2천개를 만들 계획이다.", published="2024-02-06")
    shown = result._repr_html_()
    assert '<mark data-kind="count"' in shown and ">1만2천개</mark>" in shown
    assert "&lt;b&gt;일자리&lt;/b&gt;" in shown and "<b>" not in shown
    assert "<td>12,000 개</td>" in shown and "<th>항목</th>" in shown
    assert "<script" not in shown


def test_a_notebook_shows_pages_with_nothing_in_them() -> None:
    assert "<mark" not in extract("")._repr_html_()


def test_an_article_whose_title_stands_outside_the_text(record) -> None:
    article = Article(number=1, first_line=1, last_line=1, title="밖에 있는 제목")
    source = Source(name="page.html", text="본문 한 줄", digest="0123456789ab")
    result = Extraction(source=source, lines=(line(0, 6),), articles=(article,), records=())
    assert data_of(page([view(result)], "ko"))["articles"][0]["title"] == "밖에 있는 제목"
