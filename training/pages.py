"""The labelled pages of the repository: text, a letter a line, what is known of each article, annotated figures.

Letters: B body, T title, subtitle or subhead, M date, byline or publisher, C caption, X anything else, - blank.
``tests/fixtures/unseen`` is never read here: it says what the weights are worth on pages that nobody learned from.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
FOLDERS = ("seeds", "tests/fixtures/articles", "tests/fixtures/dev", "tests/fixtures/pages", "tests/fixtures/layouts")


class LabelledPage(NamedTuple):
    """One page; ``author`` is who wrote it, or the kind of page: what leave-one-source-out leaves out at once.

    ``articles`` are the annotated facts of publication, ``rows`` the annotated figures (none for pages of lines only).
    """

    name: str
    author: str
    text: str
    labels: list[str]
    articles: list[dict[str, Any]]
    rows: list[dict[str, Any]]


def labelled_pages() -> list[LabelledPage]:
    """All pages to learn from, in the order of folders and names."""
    return [page for folder in FOLDERS for page in read_folder(ROOT / folder)]


def read_folder(folder: Path) -> list[LabelledPage]:
    """The labelled pages of one folder."""
    return [read_page(path) for path in sorted(folder.glob("*.lines"))]


def read_page(labels: Path) -> LabelledPage:
    """The page whose labels stand in that file; its text and annotation stand beside it."""
    text = labels.with_suffix(".txt").read_text(encoding="utf-8")
    letters = [letter or "-" for letter in labels.read_text(encoding="utf-8").split("\n")]
    size = text.count("\n") + 1
    letters = (letters + ["-"] * size)[:size]
    articles, rows = _annotation(labels)
    folder = labels.parent.name
    return LabelledPage(f"{folder}/{labels.stem}", _author(folder, labels.stem), text, letters, articles, rows)


def _annotation(labels: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    figures, facts = labels.with_suffix(".jsonl"), labels.with_suffix(".json")
    if figures.exists():
        rows = [json.loads(line) for line in figures.read_text(encoding="utf-8").splitlines() if line.strip()]
        return rows[0]["meta"]["articles"], [row for row in rows[1:] if "expect" in row]
    return (json.loads(facts.read_text(encoding="utf-8"))["articles"], []) if facts.exists() else ([], [])


def _author(folder: str, stem: str) -> str:
    """d- of d-07, ``articles`` of 07-cpi, the folder of a name without a prefix."""
    prefix = re.match(r"([a-z]+\d?)-\d|([a-z])\d\d-", stem)
    return f"{prefix[1] or prefix[2]}-" if prefix and folder in ("articles", "dev", "layouts") else folder
