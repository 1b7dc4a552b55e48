"""An extraction as a notebook shows it: each article with its figures marked, and its records as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from ..io.records import KEPT_ROLES
from ..model import Article, Extraction, Line, Record
from ..wording.values import value
from ..wording.words import language, words
from .evidence import Piece, pieces_by_line, view
from .html import asset

STYLE = """
.jobextract { max-width: 70em; line-height: 1.7; word-break: keep-all; overflow-wrap: anywhere; }
.jobextract mark { color: inherit; padding: 0 2px; border-radius: 3px; unicode-bidi: isolate;
  background: oklch(65% 0.13 var(--hue) / 0.28); border-bottom: 2px solid oklch(65% 0.13 var(--hue)); }
.jobextract p { margin: 0 0 0.5em; white-space: pre-wrap; } .jobextract .title { font-size: 1.25em; font-weight: 600; }
.jobextract .facts, .jobextract .aside { opacity: 0.75; font-size: 0.9em; }
"""
COLUMNS = ("figure", "value", "kind", "item", "subject", "status", "period")


def page(extraction: Extraction) -> str:
    """HTML without scripts; every word of the page that was read is escaped."""
    said = words(language())
    heads = {article.first_line: article for article in extraction.articles}
    parts = [f"<style>{asset('kinds.css')}{STYLE}</style>"]
    shown = view(extraction)
    for line, pieces in pieces_by_line(shown):
        if line.number in heads:
            parts.append(_head(heads[line.number]))
        if line.keep:
            parts.append(_line(extraction.source.text, line, pieces, extraction.records))
    return f'<div class="jobextract" lang="ko">{"".join(parts)}{_table(extraction.records, said)}</div>'


def _head(article: Article) -> str:
    facts = (article.published, article.publisher, article.reporter, article.subject, article.region)
    return f'<p class="facts">{" · ".join(_shown(fact) for fact in facts if fact)}</p>'


def _line(text: str, line: Line, pieces: Iterable[Piece], records: tuple[Record, ...]) -> str:
    return f'<p dir="auto" class="{line.role}">{"".join(_piece(text, piece, records) for piece in pieces)}</p>'


def _piece(text: str, piece: Piece, records: tuple[Record, ...]) -> str:
    said = _shown(text[piece.start : piece.end])
    if piece.marks:
        record = records[piece.marks[0]]
        return f'<mark data-kind="{record.kind}" title="{_shown(_told(record))}">{said}</mark>'
    return said if piece.role in KEPT_ROLES else f'<span class="aside">{said}</span>'


def _told(record: Record) -> str:
    return " · ".join(filter(None, (value(record), record.item, record.subject, record.status, record.period)))


def _table(records: Iterable[Record], said: Mapping[str, str]) -> str:
    head = "".join(f"<th>{escape(said[column])}</th>" for column in COLUMNS)
    rows = "".join(f"<tr>{''.join(f'<td>{_shown(cell)}</td>' for cell in _cells(row, said))}</tr>" for row in records)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(record: Record, said: Mapping[str, str]) -> list[str]:
    status = said[record.status] if record.status else ""
    cells = (record.text, value(record), said[record.kind], record.item, record.subject, status, record.period)
    return [cell or "" for cell in cells]


def _shown(words: str) -> str:
    """Escaped, control characters as their pictures: NUL as ␀."""
    return escape("".join(chr(0x2400 + ord(c)) if ord(c) < 0x20 and c not in "\t\n" else c for c in words))
