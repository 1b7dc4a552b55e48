"""Labelled pages in layouts that nobody has labelled: the same lines in other furniture, wrapping and company.

Every operation takes and gives lines with their labels (``training.labels``); which are applied is drawn from a seed, so
the same seed gives the same pages.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from . import phrases

Page = tuple[list[str], list[str]]
Rows = list[tuple[str, str]]

_PLAIN = re.compile(r"(?<=[았었했겠였됐갔왔렸졌쳤났셨])다(?=[.”\"]|$)")
_IS = re.compile(r"(?<=[가-힣])이다(?=\.|$)")
_SENTENCE = re.compile(r"(?<=[다요]\.)\s+")


def augmented(pages: Sequence[Page], seed: int, copies: int = 1) -> list[Page]:
    """``copies`` changed pages of each page."""
    draw = random.Random(seed)
    stock = _Stock(pages)
    return [_changed(page, stock, draw) for _ in range(copies) for page in pages]


class _Stock:
    """What pages are made of: furniture before, amid and behind articles, and articles of other pages."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.heads = [rows for rows in (_furniture(page, "F") for page in pages) if rows]
        self.tails = [rows for rows in (_furniture(page, "Z") for page in pages) if rows]
        self.middles = [run for page in pages for run in _runs(page, "G")]
        self.articles = [_article(page) for page in pages]


def _furniture(page: Page, label: str) -> Rows:
    return [(line, own) for line, own in zip(*page, strict=True) if own == label]


def _runs(page: Page, label: str) -> list[Rows]:
    """The stretches of that label, blank lines within left out."""
    found: list[Rows] = [[]]
    for line, own in zip(*page, strict=True):
        if own == label:
            found[-1].append((line, own))
        elif own != "-" and found[-1]:
            found.append([])
    return [run for run in found if run and len(run) < 12]


def _article(page: Page) -> Rows:
    """The first article's own lines, blank ones and what stands amid it included."""
    rows = list(zip(*page, strict=True))
    own = [at for at, (_, label) in enumerate(rows) if label in ("H", "T", "B", "M", "C")]
    starts = [at for at, (_, label) in enumerate(rows) if label == "H"]
    last = next((at for at in starts if any(rows[i][1] == "B" for i in own if i < at)), len(rows))
    return rows[own[0] : max(at for at in own if at < last) + 1] if own else []


def _changed(page: Page, stock: _Stock, draw: random.Random) -> Page:
    rows = list(zip(*page, strict=True))
    for chance, operation in OPERATIONS:
        if draw.random() < chance:
            rows = operation(rows, stock, draw)
    return [line for line, _ in rows], [label for _, label in rows]


# --- operations ------------------------------------------------------------------------------------------------------


def _other_head(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """The furniture before the article is that of another page, or of two, or none."""
    own = [row for row in rows if row[1] != "F"]
    pieces = [draw.choice(stock.heads) for _ in range(draw.choice((0, 1, 1, 2)))]
    return [*_joined(pieces, draw), *own]


def _other_tail(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    own = [row for row in rows if row[1] != "Z"]
    pieces = [draw.choice(stock.tails) for _ in range(draw.choice((0, 1, 1, 2)))]
    return [*own, *_joined(pieces, draw)]


def _joined(pieces: Sequence[Rows], draw: random.Random) -> Rows:
    """Pieces of furniture, each whole or a stretch of it, some with a blank line between."""
    found: Rows = []
    for piece in pieces:
        if draw.random() < 0.4 and len(piece) > 2:
            start = draw.randrange(len(piece) - 1)
            piece = piece[start : draw.randrange(start + 1, len(piece)) + 1]
        if found and draw.random() < 0.5:
            found.append(("", "-"))
        found += piece
    return found


def _amid(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """Furniture, a marker or a list of headlines in the middle of the body."""
    inside = [at for at in range(1, len(rows)) if rows[at][1] == "B" and _above(rows, at) == "B"]
    for at in sorted(draw.sample(inside, min(len(inside), draw.choice((1, 1, 2)))), reverse=True):
        piece = _intruder(stock, draw)
        if draw.random() < 0.4:
            piece = [("", "-"), *piece, ("", "-")]
        rows = [*rows[:at], *piece, *rows[at:]]
    return rows


def _above(rows: Rows, at: int) -> str:
    return next((label for _, label in reversed(rows[:at]) if label != "-"), "")


def _intruder(stock: _Stock, draw: random.Random) -> Rows:
    kind = draw.random()
    if kind < 0.4 and stock.middles:
        return list(draw.choice(stock.middles))
    if kind < 0.7:
        return [(draw.choice(phrases.MARKERS), "G")]
    heads = [(draw.choice(phrases.LIST_HEADS), "G")] if kind < 0.9 else []
    bullet = draw.choice(("", "", "· ", "- ", "▶ ", "• "))
    return heads + [(bullet + _title(draw.choice(stock.articles)), "G") for _ in range(draw.choice((1, 2, 3, 4)))]


def _title(article: Rows) -> str:
    return next((line.strip() for line, label in article if label in "HT"), "지난 기사 다시 보기")


def _leads(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """Headlines with the first sentences of other articles, before the article or behind it."""
    label = draw.choice("FZZ")
    found: Rows = [(draw.choice(phrases.LIST_HEADS), label)] if draw.random() < 0.6 else []
    blank = draw.random() < 0.4
    for _ in range(draw.choice((1, 2, 3, 4))):
        article = draw.choice(stock.articles)
        body = [line.strip() for line, own in article if own == "B" and len(line) > 30]
        if draw.random() < 0.8:
            found.append((_title(article), label))
        found += [(_lead(line, draw), label) for line in body[: draw.choice((1, 1, 2))]]
        if blank:
            found.append(("", "-"))
    return [*found, *rows] if label == "F" else [*rows, *found]


def _lead(line: str, draw: random.Random) -> str:
    if len(line) > 70 and draw.random() < 0.5:
        return line[: draw.randrange(45, min(len(line), 120))].rstrip() + draw.choice(("…", "...", ""))
    return line


def _banner(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """Sentences of the site above everything."""
    banner = draw.sample(phrases.BANNERS, draw.choice((1, 2, 3)))
    return [*((line, "F") for line in banner), *rows]


def _summary(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """A machine's summary, in sentences of the article itself, above the first sentence."""
    first = next((at for at, (_, label) in enumerate(rows) if label == "B"), None)
    body = [sentence for line, label in rows if label == "B" for sentence in _SENTENCE.split(line.strip())]
    body = [line for line in body if 20 < len(line) < 110]
    if first is None or len(body) < 3:
        return rows
    bullet = draw.choice(("", "• ", "- ", "* ", "· ", "number"))
    label = "G" if _above(rows, first) else "F"
    lines = [_summarised(line, draw) for line in sorted(draw.sample(body, min(len(body), draw.choice((2, 3, 3)))))]
    marked = [f"{at}. {line}" if bullet == "number" else bullet + line for at, line in enumerate(lines, 1)]
    found = [(draw.choice(phrases.SUMMARY_HEADS), label), *((line, label) for line in marked)]
    if draw.random() < 0.3:
        found.append((draw.choice(phrases.SUMMARY_NOTES), label))
    if draw.random() < 0.5:
        found.append(("", "-"))
    return [*rows[:first], *found, *rows[first:]]


def _summarised(line: str, draw: random.Random) -> str:
    words = line.split()
    if len(words) > 6 and draw.random() < 0.6:
        del words[draw.randrange(1, len(words) - 3)]
    return " ".join(words)


def _blanks(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """No blank lines, or one between all lines, or some gone."""
    kind = draw.random()
    if kind < 0.45:
        return [row for row in rows if row[1] != "-"]
    if kind < 0.7:
        return [row for pair in zip(rows, [("", "-")] * len(rows), strict=True) for row in pair]
    return [row for row in rows if row[1] != "-" or draw.random() < 0.5]


def _wrapped(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """Paragraphs cut at a fixed width."""
    width, spaced, found = draw.randrange(18, 48), draw.random() < 0.5, []
    for line, label in rows:
        if label != "B" or len(line) <= width:
            found.append((line, label))
            continue
        found += [(piece, label) for piece in _cut(line.strip(), width)]
        if spaced:
            found.append(("", "-"))
    return found


def _cut(line: str, width: int) -> list[str]:
    pieces = [""]
    for word in line.split(" "):
        if pieces[-1] and len(pieces[-1]) + len(word) >= width:
            pieces.append("")
        pieces[-1] += f" {word}" if pieces[-1] else word
    return pieces


def _sentences(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """A sentence a line."""
    found: Rows = []
    for line, label in rows:
        found += [(piece, label) for piece in (_SENTENCE.split(line) if label == "B" else [line])]
    return found


def _one_line(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """The paragraphs that follow each other are one line."""
    found: Rows = []
    for line, label in rows:
        if label == "B" and found and found[-1][1] == "B":
            found[-1] = (f"{found[-1][0].rstrip()} {line.strip()}", "B")
        elif label != "-" or not found or found[-1][1] != "B":
            found.append((line, label))
    return found


def _polite(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """Sentences as they are spoken: 했다 is 했습니다."""
    return [
        (_IS.sub("입니다", _PLAIN.sub("습니다", line)), label) if label == "B" else (line, label)
        for line, label in rows
    ]


def _noted(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """Sentences as offices note them: ○ 했음."""
    bullet = draw.choice(("○ ", "- ", "□ ", "■ ", "◦ ", "ㅇ ", "· ", ""))
    return [
        (bullet + _PLAIN.sub("음", line.strip()).rstrip("."), label) if label == "B" else (line, label)
        for line, label in rows
    ]


def _bare(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """Without metadata, captions, subtitles, or without the headline's copies."""
    gone = draw.choice(("M", "C", "T", "MC", "MCT"))
    return [row for row in rows if row[1] not in gone]


def _headless(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """Without a headline, and mostly without what stands about it."""
    gone = draw.choice(("H", "HT", "HTM", "HTM", "HTMF"))
    return [row for row in rows if row[1] not in gone]


def _naked(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """The article without furniture."""
    return [row for row in rows if row[1] not in "FGZ"]


def _headline_again(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """The headline also stands on top of the page, with the site's name or without."""
    title = next((line.strip() for line, label in rows if label == "H"), None)
    if title is None:
        return rows
    kind = draw.random()
    if kind < 0.4:
        return [(f"{title}{draw.choice((' - ', ' | ', ' < ', ' :: '))}{draw.choice(phrases.SITES)}", "F"), *rows]
    if kind < 0.7:
        return [*rows, (title, "Z"), *((line, "Z") for line in draw.sample(phrases.BUTTONS, 2))]
    at = next(at for at, (_, label) in enumerate(rows) if label == "H")
    return [*rows[:at], (title, "H"), *((line, "G") for line in draw.sample(phrases.BUTTONS, 3)), *rows[at:]]


def _company(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """A second article in the file, each under its own headline."""
    other = draw.choice(stock.articles)
    if not any(label == "H" for _, label in other) or sum(label == "B" for _, label in other) < 2:
        return rows
    gap: Rows = [("", "-")] if draw.random() < 0.5 else []
    if draw.random() < 0.4:
        gap += [(line, "Z") for line in draw.sample(phrases.PARTINGS, 1)]
    last = max((at for at, (_, label) in enumerate(rows) if label in "BM"), default=len(rows) - 1)
    return [*rows[: last + 1], *gap, *other, *rows[last + 1 :]]


def _listed(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """A table or a list of items inside the article, in the forms in which scrapes leave them."""
    inside = [at for at in range(1, len(rows)) if _above(rows, at) == "B"]
    if not inside:
        return rows
    at = draw.choice(inside)
    piece = _items(draw) if draw.random() < 0.5 else _table(draw)
    if draw.random() < 0.5:
        piece = ["", *piece, ""]
    return [*rows[:at], *((line, "B" if line else "-") for line in piece), *rows[at:]]


def _items(draw: random.Random) -> list[str]:
    bullet = draw.choice(("△ ", "▲ ", "- ", "○ ", "· ", "• ", "① ", "1. ", "ㅇ ", ""))
    sign = draw.choice((" ", ": ", " : ", " - "))
    names = draw.sample(phrases.ITEMS, draw.choice((3, 4, 5, 6)))
    lines = [f"{bullet}{name}{sign}{_amount(draw)}" for name in names]
    return [draw.choice(phrases.SUBHEADS), *lines] if draw.random() < 0.4 else lines


def _table(draw: random.Random) -> list[str]:
    """Rows with their cells in one line, or every cell in a line of its own."""
    names = draw.sample(phrases.ITEMS, draw.choice((3, 4, 5)))
    columns = draw.choice((1, 2, 3))
    rows = [["구분", *phrases.COLUMNS[:columns]]] if draw.random() < 0.7 else []
    plain = draw.random() < 0.6
    rows += [[name, *(_number(draw) if plain else _amount(draw) for _ in range(columns))] for name in names]
    gap = draw.choice(("\t", " ", "  ", " | ", "\n", "\n"))
    title = [draw.choice(phrases.TABLE_TITLES)] if draw.random() < 0.4 else []
    return title + [cell for row in rows for cell in (row if gap == "\n" else [gap.join(row)])]


def _number(draw: random.Random) -> str:
    return draw.choice(
        (
            f"{draw.randrange(1000, 99999):,}",
            f"{draw.randrange(1, 999) / 10}",
            f"{draw.randrange(1, 999)}",
            f"△{draw.randrange(1, 99)}",
        )
    )


def _amount(draw: random.Random) -> str:
    return _number(draw).lstrip("△") + draw.choice(("억 원", "명", "개", "%", "건", "곳", "천만원", "㏊", "t"))


def _subtitled(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """Subtitles between headline and body, each made of what a sentence of the body says."""
    at = next((at for at, (_, label) in enumerate(rows) if label == "H"), None)
    body = [line.split() for line, label in rows if label == "B"]
    body = [words for words in body if len(words) > 6]
    if at is None or len(body) < 3 or "B" not in [label for _, label in rows[at:]]:
        return rows
    first = next(place for place in range(at, len(rows)) if rows[place][1] == "B")
    found = []
    for words in draw.sample(body, min(len(body), draw.choice((1, 2, 3, 4)))):
        start = draw.randrange(max(1, len(words) - 5))
        found.append(" ".join(words[start : start + draw.randrange(3, 7)]).rstrip(".,"))
    below = draw.choice((at + 1, first))
    return [*rows[:below], *((line, "T") for line in found), *rows[below:]]


def _strange_headline(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """A headline that says nothing of what the body says."""
    line = draw.choice(phrases.HEADLINES)
    return [(line, label) if label == "H" else (own, label) for own, label in rows]


def _dialog(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """What widgets ask their users, in a block before or behind the article."""
    lines = draw.sample(phrases.DIALOGS, draw.choice((2, 3, 4, 5)))
    if draw.random() < 0.5:
        at = next((at for at, (_, label) in enumerate(rows) if label == "B"), 0)
        label = "G" if _above(rows, at) not in ("", "F") else "F"
        return [*rows[:at], *((line, label) for line in lines), *rows[at:]]
    return [*rows, *((line, "Z") for line in lines)]


def _short(rows: Rows, stock: _Stock, draw: random.Random) -> Rows:
    """An article of few sentences."""
    own = [at for at, (_, label) in enumerate(rows) if label == "B"]
    kept = draw.choice((1, 2, 2, 3, 4))
    if len(own) <= kept:
        return rows
    gone = range(own[kept], own[-1] + 1)
    return [row for at, row in enumerate(rows) if at not in gone or row[1] == "Z"]


Operation = Callable[[Rows, _Stock, random.Random], Rows]
#: how likely each operation is, in the order in which they are applied
OPERATIONS: tuple[tuple[float, Operation], ...] = (
    (0.15, _naked),
    (0.35, _other_head),
    (0.35, _other_tail),
    (0.2, _company),
    (0.12, _bare),
    (0.03, _short),
    (0.04, _headless),
    (0.08, _sentences),
    (0.08, _one_line),
    (0.12, _polite),
    (0.08, _noted),
    (0.12, _wrapped),
    (0.15, _subtitled),
    (0.08, _strange_headline),
    (0.15, _listed),
    (0.12, _summary),
    (0.3, _amid),
    (0.1, _headline_again),
    (0.12, _dialog),
    (0.2, _leads),
    (0.15, _banner),
    (0.4, _blanks),
)
