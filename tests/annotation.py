"""Annotated articles as tests read them; ``jobextract.analysis.evaluate`` says what is right.

An annotated article is NAME.txt with NAME.jsonl (one place a row: ``must`` be found, ``may``, or ``not``) and
NAME.lines (one letter a line: B body, T title, M date, byline or publisher, C caption, X boilerplate, - blank).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from jobextract import Extraction, extract, read_path
from jobextract.analysis import evaluate

Row = dict[str, Any]


class Annotated(NamedTuple):
    """An article's annotation: the rows, the facts of publication, the label of every line."""

    name: str
    text: Path
    rows: list[Row]
    articles: list[Row]
    labels: list[str]


def annotated(texts: Path, gold: Path, names: str = "*") -> Iterator[Annotated]:
    """The annotated articles of a folder whose names fit the pattern, in the order of their names."""
    for path in sorted(gold.glob(f"{names}.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        labels = path.with_suffix(".lines").read_text(encoding="utf-8").split("\n")
        places = [row for row in rows if "expect" in row]
        yield Annotated(path.stem, texts / f"{path.stem}.txt", places, rows[0]["meta"]["articles"], labels)


@cache
def extracted(path: Path) -> Extraction:
    return extract(read_path(str(path)))


def matched(article: Annotated) -> evaluate.Match:
    """The records of an article beside its rows."""
    records = [msgspec.to_builtins(record) for record in extracted(article.text).records]
    return evaluate.matched(records, article.rows)


def line_errors(article: Annotated) -> tuple[int, list[str]]:
    """How many lines had to be kept, and those that were kept or dropped wrongly, in words."""
    result = extracted(article.text)
    lines = [(result.source.text[line.start : line.end], line.keep) for line in result.lines]
    wanted, errors = evaluate.line_errors(lines, article.labels)
    shown = [
        f"{article.name}:{n} {'kept' if lines[n - 1][1] else 'lost'} {article.labels[n - 1]} {lines[n - 1][0].strip()[:60]}"
        for n in errors
    ]
    return wanted, shown
