"""Tables that a page prints a row or a cell a line: which column and row a figure stands in, and what they say of it.

A head of columns names 목표, 실적 or times; below it stand rows of a label and as many cells. 지표⇥목표⇥실적 over 출생아(명)⇥120⇥154 (or
with strokes between: 지표 / 목표 / 실적), or each cell on a line of its own: 구분, 2023년, 2024년, 목표, 실적, 목표, 실적, 일자리(개), 15300, 15862, ….
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...korean.tokens import Sentence
from ...korean.word_lists import pattern
from ...model import Mention, Status
from ...temporal import dates, periods
from . import cell_worth, loose_rows, measured, units
from .units import Cell

_AIMED, _REACHED = pattern("tables.aimed"), pattern("tables.reached")
_HEAD_AIMED, _HEAD_REACHED = pattern("tables.head_aimed"), pattern("tables.head_reached")
_RATE, _SUM, _TOTAL = pattern("tables.rate"), pattern("tables.sum"), pattern("tables.total")
_CELL, _UNIT = pattern("tables.cell"), pattern("tables.unit")
_BODIES = pattern("tables.bodies")
_COLUMN, _WORD = pattern("tables.column"), pattern("tables.word")
_BARE_YEAR, _SHORT_YEAR = pattern("tables.bare_year"), pattern("tables.short_year")
#: what stands between the cells of a row
_BETWEEN = ("\t", " / ", "|")
#: code points of a line that may be a cell or a label, lines of a head of columns, cells of a row
LONG, HEADS, WIDE = 24, 24, 16
#: years that a plan looks ahead
AHEAD = 30


def read(text: str, spoken: Sequence[Sentence], now: str | None = None) -> dict[int, Cell]:
    """The cells of an article's tables by where their figures start; ``now`` tells the century of a year of two digits."""
    found: dict[int, Cell] = {}
    number = 0
    while number < len(spoken):
        table = (
            _by_rows(text, spoken, number, now)
            or _by_cells(text, spoken, number, now)
            or _by_measures(text, spoken, number)
        )
        if table is None:
            number += 1
            continue
        number, cells = table
        found.update(cells)
    return found


def _said(text: str, sentence: Sentence) -> str:
    return text[sentence.start : sentence.end].strip()


def _by_rows(text: str, spoken: Sequence[Sentence], number: int, now: str | None) -> tuple[int, dict[int, Cell]] | None:
    """A head with its cells on one line, and rows of as many cells below it, or of figures parted by blanks alone."""
    head = _said(text, spoken[number])
    between = next((sign for sign in _BETWEEN if head.count(sign) >= 2), None)
    columns = [column.strip() for column in head.split(between)]
    if not 3 <= len(columns) <= WIDE or not _is_head(columns[1:], spoken[number]):
        return None
    over = _said(text, spoken[number - 1]) if number else ""
    times = [_time_in(column, spoken[number], now) for column in columns]
    found: dict[int, Cell] = {}
    apart: dict[int, Cell] = {}
    at, loose = number + 1, 0
    while at < len(spoken):
        parted = _parted(text, spoken[at], between, len(columns)) if between else None
        label, placed = parted or loose_rows.cells(text, spoken[at], columns) or (None, [])
        if label is None:
            break
        loose += parted is None
        by_row = _time_of(spoken[at], label)
        for place, mention in placed:
            above = number and not (
                any(times) and _TOTAL.fullmatch(columns[place])
            )  # a sum of years is of none of them
            own = times[place] or by_row or (_time_of(spoken[number - 1]) if above else None)
            named = None if by_row is not None else label
            cell = _cell(named, columns[place], own, over, any(times) or by_row is not None, columns[0])
            (apart if parted is None else found)[mention.start] = cell
        at += 1
    if loose > 1:  # one such line may be any sentence
        found = dict(sorted((found | apart).items()))
    below = _said(text, spoken[at]) if at < len(spoken) else ""
    return (at, units.named(found, f"{over} {below}")) if found else None


def _parted(text: str, row: Sentence, between: str, wide: int) -> tuple[str, list[tuple[int, Mention]]] | None:
    """The label of a row and its figures, each with the place of its column, where the row has as many cells as the head."""
    if _said(text, row).count(between) != wide - 1:
        return None
    label = _said(text, row).split(between)[0].strip()
    led = text.count(between, row.start, row.start + 1)
    placed = [(text.count(between, row.start, mention.start) - led, mention) for mention in row.mentions]
    return label, [(place, mention) for place, mention in placed if place and mention.kind not in ("date", "time")]


def _by_measures(text: str, spoken: Sequence[Sentence], number: int) -> tuple[int, dict[int, Cell]] | None:
    """A head of what the columns measure, and rows of as many cells below it."""
    said = _said(text, spoken[number])
    between = next((sign for sign in _BETWEEN if said.count(sign) >= (1 if sign == "\t" else 2)), None)
    if between is None or not 2 <= said.count(between) + 1 <= WIDE:
        return None
    head = measured.row(text, spoken[number], between)
    if not measured.names_measures(head):
        return None
    at, rows = number + 1, []
    while at < len(spoken):
        row = measured.row(text, spoken[at], between)
        if len(row.said) != len(head.said):
            break
        rows.append(row)
        at += 1
    beside = [spoken[n] for n in (number - 1, at) if 0 <= n < len(spoken)]
    found = measured.cells(head, rows, " ".join(_said(text, one) for one in beside), between == "\t") if rows else {}
    return (at, found) if found else None


class _Head(NamedTuple):
    """What stands over the columns of a table: their names, their times and what is said over all of them."""

    names: list[str]
    times: list[periods.Time | None]
    over: str


def _by_cells(
    text: str, spoken: Sequence[Sentence], number: int, now: str | None
) -> tuple[int, dict[int, Cell]] | None:
    """Rows with each cell on a line of its own, below a head that is so, too, or is one line or a sentence."""
    first = number
    while first < len(spoken) and first - number <= HEADS and _is_name(text, spoken[first]):
        first += 1
    wide = _wide(text, spoken, first)
    if not 2 <= wide <= WIDE or not 0 < first - number <= HEADS:
        return None
    head = _head(text, spoken, number, first - 1, wide, now)
    if head is None:
        return None
    found: dict[int, Cell] = {}
    at = first - 1
    while at < len(spoken) and _is_label(text, spoken[at]) and _wide(text, spoken, at + 1) == wide:
        by_row = _time_of(spoken[at])
        label = None if by_row is not None else _said(text, spoken[at])
        dated = any(head.times) or by_row is not None
        for place in range(wide):
            for mention in spoken[at + 1 + place].mentions[:1]:
                time = head.times[place] or by_row
                found[mention.start] = _cell(label, head.names[place], time, head.over, dated)
        at += wide + 1
    rows = (at - first + 1) // (wide + 1)
    before = _said(text, spoken[number - 1]) if number else ""
    return (at, units.named(found, f"{before} {head.over}")) if rows >= 2 else None


def _head(text: str, spoken: Sequence[Sentence], number: int, label: int, wide: int, now: str | None) -> _Head | None:
    """The head over the first label: as many lines as columns, one line with all of them, else the sentence before."""
    heads = list(spoken[number:label])
    if not heads:
        return _told_head(text, spoken[number - 1], wide, now) if number else None
    between = next((sign for sign in _BETWEEN if _said(text, heads[-1]).count(sign) == wide), None)
    if between is not None and _is_head(names := _said(text, heads[-1]).split(between)[1:], heads[-1]):
        over = " ".join(_said(text, line) for line in heads[:-1])
        return _Head(names, [_time_in(name.strip(), heads[-1], now) for name in names], over)
    columns = _columns(text, heads, wide) if len(heads) >= wide else None
    if columns is None:
        return None
    names = [" ".join(_said(text, head) for head in column) for column in columns]
    if not _is_head(names, *heads):
        return None
    times = [next((t for head in column if (t := _time_of(head))), None) for column in columns]
    return _Head(names, times, " ".join(_said(text, head) for head in heads[:-wide]))


def _told_head(text: str, sentence: Sentence, wide: int, now: str | None) -> _Head | None:
    """The columns that a sentence names in their order: 시군·목표·실적·올해 목표 순이다."""
    said = _said(text, sentence)
    ends = [match.end() for match in _COLUMN.finditer(said)]
    names = [said[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    if len(names) != wide:
        return None
    times = [_time_in(name, sentence, now) for name in names]
    for place in range(1, wide):
        times[place] = times[place] or times[place - 1]
    return _Head([_COLUMN.findall(name)[-1] for name in names], times, "")


def _columns(text: str, heads: Sequence[Sentence], wide: int) -> list[tuple[Sentence, ...]] | None:
    """The heads over each of so many columns: one each, or groups over as many each."""
    low = list(heads[-wide:])
    for groups in range(2, wide // 2 + 1):
        over = heads[-wide - groups : -wide]
        dated = len(over) == groups and all(_time_of(head) is not None for head in over)
        if dated and wide % groups == 0 and not any(_time_of(head) for head in low):
            return [(over[place * groups // wide], low[place]) for place in range(wide)]
    return [(head,) for head in low]


def _is_head(columns: Sequence[str], *lines: Sentence) -> bool:
    """Whether the cells name columns of a table of targets or of times, and hold no figures."""
    short = [match[1] for match in map(_SHORT_YEAR.match, columns) if match]
    figures = any(
        mention.kind not in ("date", "time", "duration")
        and not _is_bare_year(line, mention)
        and mention.text not in short
        for line in lines
        for mention in line.mentions
    )
    told = sum(bool(_HEAD_AIMED.search(c) or _HEAD_REACHED.search(c) or _RATE.search(c)) for c in columns)
    times = [m.text for line in lines for m in line.mentions if m.period is not None or _is_bare_year(line, m)]
    # ’24년 is a time already, ’24 alone is none
    dated = len(times) + sum(not any(time in c for time in times) for c in columns if _SHORT_YEAR.match(c))
    return not figures and (told >= 2 or dated >= 2)


def _is_name(text: str, sentence: Sentence) -> bool:
    """Whether the line may be a label or the head of a column: short, without a figure."""
    told = sentence.end - sentence.start <= LONG and not _is_cell(text, sentence)
    return told and all(
        mention.kind in ("date", "time", "age") or _is_bare_year(sentence, mention) for mention in sentence.mentions
    )


def _is_label(text: str, sentence: Sentence) -> bool:
    """Whether the line may name a row: also a name that holds a figure, but does not end in it (5급 이상 여성 관리자)."""
    named = sentence.mentions and _WORD.search(text, sentence.mentions[-1].end, sentence.end)
    return _is_name(text, sentence) or bool(named and sentence.end - sentence.start <= LONG)


def _is_bare_year(line: Sentence, mention: Mention) -> bool:
    """Whether the number is the year of a column, without its counter: 2024 목표."""
    alone = line.end - line.start <= len(mention.text)
    return mention.kind == "number" and not alone and _BARE_YEAR.fullmatch(mention.text) is not None


def _wide(text: str, spoken: Sequence[Sentence], at: int) -> int:
    """How many lines from here on are cells."""
    last = at
    while last < len(spoken) and last - at <= WIDE and _is_cell(text, spoken[last]):
        last += 1
    return last - at


def _is_cell(text: str, sentence: Sentence) -> bool:
    if sentence.end - sentence.start > LONG or any(mention.kind == "date" for mention in sentence.mentions):
        return False
    said = _said(text, sentence)
    headed = _AIMED.search(said) or _REACHED.search(said)
    if headed and any(_is_bare_year(sentence, mention) for mention in sentence.mentions):
        return False
    return _CELL.fullmatch(said) is not None


def _time_of(sentence: Sentence, within: str | None = None) -> periods.Time | None:
    """The only time that the line names, or the label of its row."""
    named = [t for m in sentence.mentions if (within is None or m.text in within) and (t := _meant(sentence, m))]
    return named[0] if len(named) == 1 else None


def _meant(sentence: Sentence, mention: Mention) -> periods.Time | None:
    if _is_bare_year(sentence, mention):
        return periods.Time(mention.text, "stated")
    dated = mention.kind == "date" and mention.period
    return periods.Time(mention.period, mention.basis) if dated and mention.period else None


def _time_in(column: str, sentence: Sentence, now: str | None) -> periods.Time | None:
    short = _SHORT_YEAR.match(column)
    return next(_times(column, sentence), periods.Time(_whole_year(int(short[1]), now), "stated") if short else None)


def _whole_year(two_digits: int, now: str | None) -> str:
    """The year that two digits mean: the last one so written that is not too far ahead of the article."""
    latest = int(now[:4]) + AHEAD if now else None
    return str(dates.century_of(two_digits) if latest is None else latest - (latest - two_digits) % 100)


def _times(column: str, sentence: Sentence) -> Iterator[periods.Time]:
    for mention in sentence.mentions:
        time = _meant(sentence, mention) if mention.text in column else None
        if time is not None:
            yield time


def _cell(label: str | None, head: str, time: periods.Time | None, over: str, dated: bool, rows: str = "") -> Cell:
    """What the head of its column, else the line over the table, say of a cell; a target is that of the whole year."""
    bare, by_row = cell_worth.parted(label or "")
    column, by_column = cell_worth.parted(head)
    rate = (column.split() or [head.strip("() ")])[-1] if _RATE.search(head) else None
    status: Status | None = None
    if rate or _HEAD_REACHED.search(head):
        status = "actual"
    elif _HEAD_AIMED.search(head) or (_AIMED.search(over) and not _REACHED.search(over)):
        status = "target"
    year = periods.year_of(time.period) if time is not None else None
    if status == "target" and time is not None and year is not None:
        time = periods.Time(str(year), time.basis)
    name = " ".join(_SUM.sub(" ", _UNIT.sub(" ", bare)).split()) if label else None
    measure = None if rate else measured.name_of(head) or measured.told_by(over)
    of_bodies = _BODIES.fullmatch(rows) is not None
    return Cell(name, by_column or ("%" if rate else by_row), rate, time, status, dated, measure, False, of_bodies)
