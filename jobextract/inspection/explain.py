"""Why a piece of text was found, or not: every reading that was tried, its fate, and the places it could mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..attributes import gazetteer
from ..quantities import recognizer
from ..rulebook.loader import Rulebook
from .examples import worth

HEADINGS = ("text", "place", "outcome", "rule", "reading", "why")


class Row(NamedTuple):
    """One reading of one piece of the text, in the order of ``HEADINGS``."""

    text: str
    place: str
    outcome: str
    rule: str
    reading: str
    why: str


def explain(text: str, book: Rulebook) -> list[Row]:
    """All readings of quantities, names and dates in reading order, then the place names that the text leaves open."""
    return [*_readings(text, book), *_places(text, book)]


def _readings(text: str, book: Rulebook) -> Iterator[Row]:
    for verdict in recognizer.explain(text, book):
        tried = verdict.candidate
        read = tried.mention or tried.reading
        if read is None:
            continue
        meaning = f"{read.kind} {worth(read)}" if read.kind else "a name"
        why = _why(read.rule, book) if verdict.outcome in ("found", "name") else verdict.reason
        place = f"{tried.start}-{tried.end}"
        yield Row(text[tried.start : tried.end], place, verdict.outcome, read.rule, meaning, why)


def _why(rule: str, book: Rulebook) -> str:
    return book.entries[rule].why if rule in book.entries else ""


def _places(text: str, book: Rulebook) -> Iterator[Row]:
    known = gazetteer.gazetteer(book)
    provinces = {code: name for code, name, *_ in book.tables["regions"]["provinces"]}
    for match in known.mention.finditer(text):
        finding = gazetteer.resolve(match[0], text, None, known)
        if finding.code is None and len(finding.candidates) > 1:
            named = (f"{provinces.get(p.code[:2], '')} {p.name} {p.code}".lstrip() for p in finding.candidates)
            where = f"{match.start()}-{match.end()}"
            yield Row(match[0], where, "undecided", "regions", "a place", f"could be {', '.join(named)}")
