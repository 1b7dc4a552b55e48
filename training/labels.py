"""From the letters of a labelled page to the labels of the chain.

``H`` is the headline that begins an article, ``T`` a subtitle or subhead, ``B`` body, ``M`` metadata, ``C`` caption; what is
none of the article is ``F`` before it, ``G`` between its lines and ``Z`` behind it. The chain learns small letters for what
stands between a headline and the first sentence, so that it knows that the text is yet to come.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

LABELS = ["B", "H", "T", "M", "C", "F", "G", "Z"]
_OVER = "TMCG"
CHAINED = [*LABELS, *_OVER.lower()]
KEPT = frozenset("BHT")
LONG = 15


def chain_labels(lines: Sequence[str], letters: Sequence[str], articles: Sequence[dict[str, Any]]) -> list[str]:
    """The label of every line; ``-`` of a blank one."""
    found = _said_again(lines, letters)
    starts = _starts(lines, letters, articles)
    edges = [*starts, len(lines)]
    for at, start in enumerate(edges[:-1]):
        _mark_headlines(lines, found, start, edges[at + 1])
    _mark_furniture(found, starts)
    return found


def before_text(labels: Sequence[str]) -> list[str]:
    """The labels of lines with words, in small letters where the article's first sentence is yet to come."""
    found, coming = [], True
    for label in labels:
        coming = label == "H" or (coming and label != "B")
        found.append(label.lower() if coming and label in _OVER else label)
    return found


def _said_again(lines: Sequence[str], letters: Sequence[str]) -> list[str]:
    """The letters, with body for a paragraph that is furniture only because the page has printed it before."""
    told: set[str] = set()
    found = []
    for line, letter in zip(lines, letters, strict=True):
        key = _squeezed(line)
        found.append("B" if letter == "X" and key in told and len(key) > LONG else letter)
        if letter == "B":
            told.add(key)
    return found


def _starts(lines: Sequence[str], letters: Sequence[str], articles: Sequence[dict[str, Any]]) -> list[int]:
    """The line where each article begins: its given first line, else that of its title, else its first line."""
    kept = [at for at, letter in enumerate(letters) if letter in "BT"]
    found: list[int] = []
    for article in articles:
        title = _squeezed(article.get("title") or "")
        floor = found[-1] + 1 if found else 0
        given = article.get("first_line")
        same = [at for at in kept if at >= floor and letters[at] == "T" and title and _squeezed(lines[at]) == title]
        found.append(given - 1 if given else same[0] if same else next((at for at in kept if at >= floor), floor))
    return sorted(set(found)) if found else kept[:1]


def _mark_headlines(lines: Sequence[str], found: list[str], start: int, end: int) -> None:
    """The title that begins the article, and its copies before the first sentence; a copy behind it is furniture."""
    first = next((at for at in range(start, end) if found[at] == "T"), None)
    body = next((at for at in range(start, end) if found[at] == "B"), end)
    if first is None or first > body:
        return
    title = _squeezed(lines[first])
    for at in range(first, end):
        if found[at] == "T" and _squeezed(lines[at]) == title:
            found[at] = "H" if at <= body else "X"


def _mark_furniture(found: list[str], starts: Sequence[int]) -> None:
    own = [at for at, label in enumerate(found) if label in KEPT or label == "C"]
    edges = [*starts, len(found)]
    for at, label in enumerate(found):
        if label != "X":
            continue
        article = max((number for number, start in enumerate(starts) if start <= at), default=-1)
        if article < 0:
            found[at] = "F"
            continue
        last = max((line for line in own if line < edges[article + 1]), default=-1)
        found[at] = "G" if at < last else "Z"


def _squeezed(text: str) -> str:
    return "".join(text.split())
