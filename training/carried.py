"""Pages of papers as others carry them: a collection's menu over the piece, its source in a line, another site's foot.

What names the paper elsewhere is left out of a copy, so that the line is all that is known of it; where there is none, the paper is
not known, whatever words of a menu stand over the piece. The same page gives the same copies.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

from jobextract.page import bylines
from jobextract.page.imprint import paper_choice

from . import phrases
from .pages import LabelledPage

#: one page in so many is copied, and what a letter of the article is
_EVERY, _OWN = 4, "BTMC"
_MOST = 24
#: how the source is said, with what stands behind the name
_FORMS = (
    "[Source : {0}]", "Source: {0}", "[출처 : {0}]", "출처 : {0}", "출처={0}", "출처 {0}", "[출처] {0}", "(출처: {0})", "<출처 : {0}>",
    "기사제공 : {0}", "기사제공 {0}", "[기사제공={0}]", "매체명 : {0}", "언론사 | {0}", "신문사: {0}", "뉴스 출처 : {0}", "원문 출처 : {0}",
    "출처 : {0} {1}", "출처 : {0} (https://news.example/{2})", "[출처: {0}] {3}", "게재 : {0} {1}", "제공 : {0}", "원문: {0} A{2}면",
)  # fmt: skip


def copies(pages: Sequence[LabelledPage]) -> Iterator[LabelledPage]:
    """A changed copy of every so many pages that hold one article of a known paper."""
    named = [page for page in pages if len(page.articles) == 1 and _is_paper(page.articles[0].get("publisher"))]
    feet = [foot for page in named if (foot := _foot(page))]
    for at, page in enumerate(named):
        draw = random.Random(page.name)
        rows = _own(page)
        if at % _EVERY == 0 and any(letter == "B" for _, letter in rows):
            copy = _copy(page, rows, feet, draw)
            if copy is not None:
                yield copy


def _is_paper(name: str | None) -> bool:
    """Whether a publisher may be one whose pieces others print, and no office or firm that speaks for itself."""
    return name is not None and name != "" and paper_choice.form(name).split()[-1] not in ("office", "organ")


def _own(page: LabelledPage) -> list[tuple[str, str]]:
    """The article's own lines, but for those of metadata that name the paper or an address of it."""
    name = _squeezed(page.articles[0]["publisher"])
    rows = list(zip(page.text.split("\n"), page.labels, strict=False))
    own = [at for at, (_, letter) in enumerate(rows) if letter in _OWN]
    between = rows[own[0] : own[-1] + 1] if own else []
    return [
        (line, letter)
        for line, letter in between
        if letter in "BTC-" or (letter == "M" and name not in _squeezed(line) and "@" not in line)
    ]


def _foot(page: LabelledPage) -> list[tuple[str, str]]:
    """What stands behind the text of a page, some lines of it."""
    rows = list(zip(page.text.split("\n"), page.labels, strict=False))
    last = max((at for at, (_, letter) in enumerate(rows) if letter in _OWN), default=len(rows))
    return [(line, "X") for line, letter in rows[last + 1 :] if letter == "X"][-6:]


def _copy(
    page: LabelledPage, rows: list[tuple[str, str]], feet: list[list[tuple[str, str]]], draw: random.Random
) -> LabelledPage | None:
    paper = page.articles[0]["publisher"]
    told = draw.choice((_sourced, _sourced, _plated if bylines.medium(paper) else _sourced, _silent, _silent))
    rows = told(rows, paper, draw)
    rows = [*_menu(draw), *rows]
    if told is not _silent and draw.random() < 0.6:
        rows = [*rows, *draw.choice(feet)]
    text, labels = "\n".join(line for line, _ in rows), [letter for _, letter in rows]
    if told is _silent and _squeezed(paper) in _squeezed(text):
        return None
    article: dict[str, Any] = {**page.articles[0], "publisher": None if told is _silent else paper}
    return page._replace(text=text, labels=labels, articles=[article], rows=[])


def _menu(draw: random.Random) -> list[tuple[str, str]]:
    """Words of a menu one a line, blank lines between them or not; or none."""
    if draw.random() < 0.25:
        return []
    blank, size = draw.random() < 0.5, draw.randint(4, _MOST)
    words = draw.sample(phrases.MENU.split(), size)
    return [row for word in words for row in ([(word, "X"), ("", "-")] if blank else [(word, "X")])]


def _sourced(rows: list[tuple[str, str]], paper: str, draw: random.Random) -> list[tuple[str, str]]:
    """The source named behind the text, or over it."""
    day = f"{draw.randint(2008, 2024)}.{draw.randint(1, 12)}.{draw.randint(1, 28)}"
    title = next((line for line, letter in rows if letter == "T"), "")
    line = draw.choice(_FORMS).format(paper, day, draw.randint(1, 32), title.strip())
    return [*rows, (line, "M")] if draw.random() < 0.8 else _under(rows, line)


def _plated(rows: list[tuple[str, str]], paper: str, draw: random.Random) -> list[tuple[str, str]]:
    """The paper's name alone under the headline, or over it, or behind the text."""
    place = draw.random()
    if place < 0.7:
        return _under(rows, paper)
    return [(paper, "M"), *rows] if place < 0.9 else [*rows, (paper, "M")]


def _silent(rows: list[tuple[str, str]], paper: str, draw: random.Random) -> list[tuple[str, str]]:
    """The paper named nowhere but perhaps in the text; now and then whose figures or pictures are printed is said."""
    form = draw.choice(("출처 : {0}", "[자료={0}]", "(사진={0} 제공)", "자료: {0}", "사진제공 : {0}"))
    line = form.format(draw.choice(phrases.OFFICES))
    return [*rows, (line, "C")] if draw.random() < 0.4 else rows


def _under(rows: list[tuple[str, str]], line: str) -> list[tuple[str, str]]:
    first = next(at for at, (_, letter) in enumerate(rows) if letter == "B")
    return [*rows[:first], (line, "M"), *rows[first:]]


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
