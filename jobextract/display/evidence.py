"""Figures marked in place: every line of a text cut where a figure, or a dropped part of the line, begins or ends.

What the page, the notebook and the terminal show is made of these pieces. Figures may touch, overlap or run over a line's
end; every piece names all figures that it belongs to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from ..model import Article, Check, Extraction, Line, Part, Record, Role, Source

Span = tuple[int, int]


class Piece(NamedTuple):
    """A stretch of a line: its verdict (role and rule) and the indices of the figures that cover it."""

    start: int
    end: int
    role: Role
    rule: str
    marks: tuple[int, ...]


class View(NamedTuple):
    """One text with its figures: ``spans[i]`` is where ``records[i]`` stands in ``source.text``.

    ``whole`` is false where the text is not the page but only the sentences that its records carry.
    """

    source: Source
    lines: Sequence[Line]
    articles: Sequence[Article]
    records: Sequence[Record]
    spans: Sequence[Span]
    checks: Sequence[Check]
    whole: bool


def view(extraction: Extraction) -> View:
    """A page that was read, with its figures where their offsets say."""
    spans = [(record.start, record.end) for record in extraction.records]
    return View(
        extraction.source, extraction.lines, extraction.articles, extraction.records, spans, extraction.checks, True
    )


def pieces_by_line(shown: View) -> Iterator[tuple[Line, list[Piece]]]:
    """Every line of the view with its pieces, in order; together they are the line."""
    marks = _marks_by_line(shown.lines, shown.spans)
    for index, line in enumerate(shown.lines):
        yield line, list(pieces(line, shown.spans, marks[index]))


def _marks_by_line(lines: Sequence[Line], spans: Sequence[Span]) -> dict[int, list[int]]:
    starts = [line.start for line in lines]
    marks: dict[int, list[int]] = defaultdict(list)
    for mark, (start, end) in enumerate(spans):
        first = max(0, bisect_right(starts, start) - 1)
        for index in range(first, len(lines)):
            if lines[index].start >= end:
                break
            marks[index].append(mark)
    return marks


def pieces(line: Line, spans: Sequence[Span], marks: Iterable[int]) -> Iterator[Piece]:
    """The line cut at the ends of its parts and of the figures in it; the shortest figure of a piece stands first."""
    parts = line.parts or (Part(line.start, line.end, line.role, line.rule),)
    waiting = sorted(marks, key=lambda mark: spans[mark], reverse=True)
    ends = [end for part in parts for end in (part.start, part.end)] + [end for mark in waiting for end in spans[mark]]
    cuts = sorted({line.start, line.end, *(end for end in ends if line.start < end < line.end)})
    open_marks: list[int] = []
    for start, end in pairwise(cuts):
        while waiting and spans[waiting[-1]][0] <= start:
            open_marks.append(waiting.pop())
        still_open = (mark for mark in open_marks if spans[mark][1] > start)
        open_marks = sorted(still_open, key=lambda mark: (spans[mark][1] - spans[mark][0], mark))
        part = next((part for part in parts if part.start < end and start < part.end), None)
        role, rule = (part.role, part.rule) if part else ("blank", line.rule)
        yield Piece(start, end, role, rule, tuple(open_marks))


def views(records: Iterable[Record], checks: Iterable[Check] = ()) -> list[View]:
    """Records without their pages: for each source a text of the sentences that they carry, in reading order."""
    by_source: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_source[record.source].append(record)
    verdicts = list(checks)
    return [_of_sentences(name, rows, verdicts) for name, rows in by_source.items()]


def _of_sentences(name: str, records: list[Record], checks: Iterable[Check]) -> View:
    records = sorted(records, key=lambda record: (record.article, record.start, record.end))
    lines: list[Line] = []
    words: list[str] = []
    spans: list[Span] = []
    articles: list[Article] = []
    position = 0
    for _, group in groupby(records, key=lambda record: record.article):
        own = list(group)
        first = len(lines) + 1
        for sentence, offset, members in _sentences(own):
            role = members[0].section
            lines.append(_line(len(lines) + 1, position, len(sentence), role))
            words.append(sentence)
            spans += [_clipped(record, offset, position, len(sentence)) for record in members]
            position += len(sentence) + 1
        articles.append(_article(own[0], first, len(lines)))
    source = Source(name=name, text="\n".join(words), digest=records[0].id.partition(":")[0])
    own_ids = {record.id for record in records}
    return View(source, lines, articles, records, spans, [c for c in checks if c.total in own_ids], False)


def _line(number: int, start: int, length: int, role: Role) -> Line:
    return Line(number=number, start=start, end=start + length, keep=True, role=role, rule="")


def _clipped(record: Record, offset: int, position: int, length: int) -> Span:
    """Where the record's figure stands on its sentence's line; what the sentence does not hold is nowhere."""
    start = max(0, min(length, record.start - offset))
    end = max(start, min(length, record.end - offset))
    return position + start, position + end


def _article(record: Record, first: int, last: int) -> Article:
    return Article(
        number=record.article,
        first_line=first,
        last_line=last,
        title=record.title,
        published=record.published,
        publisher=record.publisher,
        reporter=record.reporter,
        subject=record.subject,
        region=record.region,
    )


def _sentences(records: Sequence[Record]) -> Iterator[tuple[str, int, list[Record]]]:
    """The sentences with where each starts in its page, worked out from where its figures stand in both.

    A figure that a sentence holds twice leaves several starts open; its neighbours decide, else the first.
    """
    group: list[Record] = []
    starts: set[int] = set()
    for record in records:
        own = _starts(record)
        if group and record.sentence == group[0].sentence and own & starts:
            starts &= own
            group.append(record)
            continue
        if group:
            yield group[0].sentence, max(starts), group
        group, starts = [record], own
    if group:
        yield group[0].sentence, max(starts), group


def _starts(record: Record) -> set[int]:
    """Where the sentence can start in the page for its figure to stand where the record says."""
    figure = " ".join(record.text.split())
    found, at = set(), record.sentence.find(figure) if figure else -1
    while at >= 0:
        found.add(record.start - at)
        at = record.sentence.find(figure, at + 1)
    return found or {record.start}
