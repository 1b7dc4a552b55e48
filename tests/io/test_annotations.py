"""Figures for annotators and models: offsets exact, read back by the programs that they are made for."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import msgspec
import pytest

from jobextract import extract, read_path
from jobextract.io import annotations
from jobextract.model import Extraction

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def results() -> list[Extraction]:
    return [extract(read_path(str(path))) for path in SEEDS]


def test_tokens_are_the_text_and_every_figure_is_whole_tokens(results) -> None:
    for result in results:
        text = result.source.text
        found = annotations.tokens(text, result.records)
        assert "".join(text[token.start : token.end] for token in found) == text
        starts, ends = {token.start for token in found}, {token.end for token in found}
        assert all(record.start in starts and record.end in ends for record in result.records)
        assert sum(token.tag.startswith("B-") for token in found) == len(annotations._apart(result.records))


def test_of_figures_that_overlap_the_longest_is_tagged(record) -> None:
    text = "2024년3월 12개"
    rows = [
        record(start=s, end=e, text=text[s:e], kind=kind)
        for s, e, kind in ((0, 5, "date"), (0, 7, "date"), (8, 11, "count"))
    ]
    tags = [(text[start:end], tag) for start, end, tag in annotations.tokens(text, rows)]
    assert tags == [("2024년3월", "B-date"), (" ", "O"), ("12개", "B-count")]


def test_iob_is_read_line_by_line(results, program, tmp_path) -> None:
    assert program("batch", ROOT / "seeds", "-o", tmp_path / "out.iob").returncode == 0
    texts = {str(path): read_path(str(path)).text for path in SEEDS}
    source, seen = "", 0
    for line in (tmp_path / "out.iob").read_text(encoding="utf-8").splitlines():
        if line.startswith("# source = "):
            source = line.removeprefix("# source = ")
        elif line:
            word, start, end, tag = line.split("\t")
            assert texts[source][int(start) : int(end)] == word
            seen += tag.startswith("B-")
    assert seen == sum(len(annotations._apart(result.records)) for result in results)


def test_parse_and_batch_write_the_same(program, tmp_path) -> None:
    for form in ("iob", "hf"):
        run = program("parse", *SEEDS, "--format", form)
        assert program("batch", ROOT / "seeds", "-o", tmp_path / f"out.{form}").returncode == 0
        assert run.stdout == (tmp_path / f"out.{form}").read_bytes()
    assert program("parse", SEEDS[0], "--format", "brat").returncode == 2
    assert program("parse", SEEDS[0], "--format", "brat", "-o", tmp_path / "one.zip").returncode == 0
    assert len(zipfile.ZipFile(tmp_path / "one.zip").namelist()) == 3


def test_brat_finds_each_figure_where_its_offsets_say(results, program, tmp_path) -> None:
    assert program("batch", ROOT / "seeds", "-o", tmp_path / "brat.zip", "--format", "brat").returncode == 0
    with zipfile.ZipFile(tmp_path / "brat.zip") as archive:
        assert "count" in archive.read("annotation.conf").decode()
        for path, result in zip(SEEDS, results, strict=True):
            text = archive.read(f"{path.stem}.txt").decode()
            entities = [
                row.split("\t") for row in archive.read(f"{path.stem}.ann").decode().splitlines() if row[0] == "T"
            ]
            assert len(entities) == len(result.records)
            for _, place, words in entities:
                parts = [span.split()[-2:] for span in place.split(" ", 1)[1].split(";")]
                assert " ".join(text[int(start) : int(end)] for start, end in parts) == words


def test_spacy_reads_its_documents_back(results, program, tmp_path) -> None:
    spacy = pytest.importorskip("spacy")
    assert program("batch", ROOT / "seeds", "-o", tmp_path / "out.spacy").returncode == 0
    tokens = __import__("spacy.tokens", fromlist=["*"])
    documents = list(tokens.DocBin().from_disk(tmp_path / "out.spacy").get_docs(spacy.blank("xx").vocab))
    assert [document.text for document in documents] == [result.source.text for result in results]
    for document, result in zip(documents, results, strict=True):
        spans = [(span.start_char, span.end_char, span.label_, span.text) for span in document.spans["figures"]]
        assert spans == [(record.start, record.end, record.kind, record.text) for record in result.records]


def test_a_spacy_pipeline_sets_the_figures() -> None:
    spacy = pytest.importorskip("spacy")
    import jobextract.batch.spacy_component  # noqa: F401 registers the factory

    nlp = spacy.blank("xx")
    nlp.add_pipe("jobextract", config={"published": "2024-02-06"})
    document = nlp("한들시는 올해 일자리 1만2천개를 만들 계획이다.")
    [span] = [span for span in document.spans["figures"] if span.label_ == "count"]
    assert "1만2천개" in span.text and int(document.user_data["jobextract"][span.id_].value) == 12000


def test_datasets_loads_the_texts(results, program, tmp_path, monkeypatch) -> None:
    datasets = pytest.importorskip("datasets")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert program("batch", ROOT / "seeds", "-o", tmp_path / "out.hf").returncode == 0
    loaded = datasets.load_dataset(
        "json", data_files=str(tmp_path / "out.hf"), split="train", cache_dir=str(tmp_path / "c")
    )
    assert [row["text"] for row in loaded] == [result.source.text for result in results]
    for row in loaded:
        assert all(row["text"][span["start"] : span["end"]] == span["text"] for span in row["spans"])
        assert len(row["tokens"]) == len(row["tags"])


def test_a_figure_over_two_lines_is_two_fragments_for_brat(record, page, lines) -> None:
    source = msgspec.structs.replace(page, text="모두 1만\n2천개다")
    row = record(start=3, end=9, text="1만\n2천개")
    result = Extraction(source=source, lines=lines, articles=(), records=(row,))
    told = json.loads(annotations.brat(result, [row]))
    assert told["ann"].splitlines()[0] == "T1\tcount 3 5;6 9\t1만 2천개"
