"""Tables whose columns name what they measure, each in a unit of its own: 시군⇥예산(억원)⇥취업자(천명)⇥고용률(%).

The head stands in one line over rows of as many cells. A column counts where all its cells are figures, and its unit is told:
in brackets behind its name, beside the table, or by every cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...korean.tokens import Sentence
from ...korean.word_lists import pattern
from ...model import Mention, Status
from ...temporal import periods
from . import cell_worth, units
from .units import Cell

_NONE, _WORD, _BODIES = pattern("tables.none"), pattern("tables.word"), pattern("tables.bodies")
_LABEL = re.compile(r"[^\W\d_]")
_NO_NAME = pattern("tables.no_name")
_CHANGE, _PLAIN, _SHARED = pattern("tables.change"), pattern("tables.plain"), pattern("tables.shared")
_AIMED, _REACHED = pattern("tables.head_aimed"), pattern("tables.head_reached")
#: code points of the name of a column or row
LONG = 30
#: code points of the line over a table that names what it counts
CAPTION = 48


class Row(NamedTuple):
    """A row of a table: what its cells say, and the figures in each."""

    sentence: Sentence
    said: list[str]
    figures: list[list[Mention]]


def row(text: str, sentence: Sentence, between: str) -> Row:
    """The sentence as cells."""
    bounds, at = [], sentence.start
    for said in text[sentence.start : sentence.end].split(between):
        bounds.append((at, at + len(said)))
        at += len(said) + len(between)
    figures = [[m for m in sentence.mentions if start <= m.start and m.end <= end] for start, end in bounds]
    return Row(sentence, [text[start:end].strip() for start, end in bounds], figures)


def names_measures(head: Row) -> bool:
    """Whether the line may be a head: short names, and no figure but times."""
    named = [said for said in head.said if said]
    told = all(m.kind in ("date", "time", "duration") for several in head.figures for m in several)
    return told and len(named) == len(head.said) and all(len(s) <= LONG and s[-1] not in ".?!" for s in named)


def cells(head: Row, rows: Sequence[Row], around: str, tabbed: bool) -> dict[int, Cell]:
    """The cells of the columns that measure, by where their figures start; none where no unit is told."""
    wide = len(head.said)
    places = [place for place in range(wide) if _measures(rows, place)]
    labelled = next((p for p in range(wide) if all(_LABEL.search(r.said[p]) and p not in places for r in rows)), None)
    bare, given = zip(*map(cell_worth.parted, head.said), strict=True)
    names = _in_full(bare, places)
    told = units.in_words(around)
    if labelled is None or not any(place > labelled for place in places):
        return {}
    by_name = units.units_of([names[place] for place in places], told) if told else {}
    unit = {place: given[place] or by_name.get(names[place]) for place in places}
    own = [place for place in places if all(m.kind != "number" for r in rows for m in r.figures[place])]
    if not any(unit.values()) and not (tabbed and len(rows) > 1 and own):
        return {}
    of_bodies = _BODIES.fullmatch(head.said[labelled]) is not None
    peers = frozenset(r.said[labelled] for r in rows)
    return {
        mention.start: _cell(r, labelled, names[place], unit[place], of_bodies, _time(head, place))._replace(
            peers=peers
        )
        for r in rows
        for place in places
        for mention in r.figures[place]
        if place > labelled and (unit[place] or place in own)
    }


def _measures(rows: Sequence[Row], place: int) -> bool:
    """Whether all cells of the column are figures, or signs for none."""
    told = [row for row in rows if not _NONE.fullmatch(row.said[place])]
    alone = all(
        len(row.figures[place]) == 1
        and row.figures[place][0].text == row.said[place]
        and row.figures[place][0].kind not in ("date", "time", "age", "ordinal")
        for row in told
    )
    return bool(told) and alone


def name_of(column: str) -> str | None:
    """What the cells of the column count, without times and the words for targets and results; None where no more is left."""
    left = " ".join(_NO_NAME.sub(" ", cell_worth.parted(column)[0]).split())
    return left if _WORD.search(left) else None


def says_change(measure: str | None) -> bool:
    """Whether that is only how something has changed: 증감."""
    return measure is not None and _CHANGE.fullmatch(measure) is not None


def told_by(caption: str) -> str | None:
    """What the line over a table says that its cells count: 2024년 시군별 일자리 목표와 실적."""
    left = name_of(caption) if len(caption) <= CAPTION and _NO_NAME.search(caption) else None
    return left if left is not None and _PLAIN.fullmatch(left) else None


def _in_full(names: Sequence[str], places: Sequence[int]) -> list[str]:
    """The names of the columns; one that only says change (증감) is that of the last column before it that is no share."""
    full, changed = list(names), ""
    for place in places:
        if _CHANGE.fullmatch(full[place]):
            full[place] = f"{changed} {full[place]}".strip()
        elif not _SHARED.search(full[place]) or not changed:
            changed = name_of(full[place]) or ""
    return full


def _cell(row: Row, labelled: int, name: str, unit: str | None, of_bodies: bool, time: periods.Time | None) -> Cell:
    label, by_row = cell_worth.parted(row.said[labelled])
    measure = name_of(name)
    status: Status | None = "actual" if _REACHED.search(name) else "target" if _AIMED.search(name) else None
    return Cell(label, by_row or unit, None, time, status, time is not None, measure, measure is not None, of_bodies)


def _time(head: Row, place: int) -> periods.Time | None:
    """The only time that the head of the column names."""
    told = [periods.Time(m.period, m.basis) for m in head.figures[place] if m.period is not None and m.basis]
    return told[0] if len(told) == 1 else None
