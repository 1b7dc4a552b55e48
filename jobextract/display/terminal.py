"""Tables and pages for a terminal: aligned for East Asian width, figures whole, sentences shortened."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Literal, cast

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from ..io.records import KEPT_ROLES
from ..model import Article, Extraction, Line, Part, Record
from ..wording.reasons import role
from ..wording.values import value
from ..wording.words import language, word
from . import marked_text
from .columns import GAP, TIGHTEST, WRAPPED, Column, fitted, width_of

STATUS_STYLE = {"target": "cyan", "plan": "yellow", "actual": "green"}
WIDE = 120  # terminals from here on have room for the kind, and for the sentence beside its figure
SENTENCE_CELLS = 48
COLUMN_SHARE = 0.25
NOBODY, TIMES = "–", frozenset({"date", "time", "duration", "age"})  # times are nobody's as a rule


def extraction(result: Extraction, records: Sequence[Record], width: int, colour: bool, text: bool = False) -> str:
    """Each article's head (title, date, publisher, reporter, subject), its ``text`` if wanted, its records as a table."""
    console = _console(width, colour)
    lines = marked_text.lines(result, colour) if text else {}
    for article in result.articles:
        own = [record for record in records if record.article == article.number]
        console.print(_head(result.source.name, article))
        for number in range(article.first_line, article.last_line + 1):
            if number in lines:
                console.print(lines[number], end="\n\n")
        if own:
            _print_records(console, article, own)
        else:
            console.print(Text(_said("no_figures"), style="dim"))
        console.print()
    return _written(console)


def table(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    width: int,
    colour: bool,
    numbers: Collection[int] = (),
    whole: Collection[int] = (),
) -> str:
    """Any rows of words under their headings; long cells are wrapped but for those of the columns of ``whole``.

    The columns of ``numbers`` stand to the right. Where even narrow columns of words leave too little room, the table is
    wider than the terminal: a number of which half is on the next line is read as another one.
    """
    rows = list(rows)
    grid, least = _grid(), 0
    for place, heading in enumerate(headings):
        lines = [heading, *(line for row in rows for line in row[place].split("\n"))]
        broad, kept = max(map(cell_len, lines)), place in whole
        least += GAP + (broad if kept else min(broad, TIGHTEST))
        side: Literal["left", "right"] = "right" if place in numbers else "left"
        grid.add_column(heading, overflow="fold", justify=side, no_wrap=kept, min_width=broad if kept else None)
    for row in rows:
        grid.add_row(*(Text("\n".join(map(_shown, cell.split("\n")))) for cell in row))
    console = _console(max(width, least - GAP) if whole else width, colour)
    console.print(grid)
    return _written(console)


def judged_page(
    text: str, lines: Iterable[Line], width: int, colour: bool, notes: Mapping[int, str] | None = None
) -> str:
    """The page line by line: number, ``+`` kept or ``-`` dropped, role and rule in the margin; dropped words dimmed.

    A line of which only a part belongs to the article takes a row for each of its parts. ``notes`` stand under the lines of
    their numbers that were dropped, and under those that are doubtful (they begin with a question mark).
    """
    console = _console(width, colour)
    lines = list(lines)
    roles = {part.role: role(part.role, language()) for line in lines for part in _parts(line)}
    margin = max((cell_len(part.rule) for line in lines for part in _parts(line)), default=0)
    broad = max(map(cell_len, roles.values()), default=0)
    for line in lines:
        for part in _parts(line):
            kept = part.role in KEPT_ROLES
            mark = "+" if kept else " " if part.role == "blank" else "-"
            said = roles[part.role] + " " * (broad - cell_len(roles[part.role]))
            reason = f"{line.number:5} {mark} {said} {part.rule:{margin}} │ "
            console.print(_hanging(reason, _shown(text[part.start : part.end]), "" if kept else "dim"))
        note = (notes or {}).get(line.number, "")
        if note and (not line.keep or note.startswith("?")):
            console.print(_hanging(f"{'':20}", note, "dim"))
    return _written(console)


def _parts(line: Line) -> tuple[Part, ...]:
    return line.parts or (Part(line.start, line.end, line.role, line.rule),)


@contextmanager
def progress(total: int | None) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error; call what it gives after each document, with the numbers of failures and records so far."""
    fields = {"failed": "{task.fields[failed]}", "records": "{task.fields[records]}", "pace": "{task.fields[pace]:.0f}"}
    columns = [word(f"bar_{name}", language()).format(count=field) for name, field in fields.items()]
    console = Console(stderr=True)
    with Progress(
        BarColumn(), MofNCompleteColumn(), *columns, TimeRemainingColumn(), console=console, transient=True
    ) as bar:
        task = bar.add_task("", total=total, failed=0, records=0, pace=0.0)

        def step(failed: int, records: int) -> None:
            bar.update(task, advance=1, failed=failed, records=records, pace=bar.tasks[0].speed or 0.0)

        yield step


def _hanging(margin: str, words: str, style: str) -> Table:
    grid = Table.grid()
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(margin, style="dim"), Text(words, style=style))
    return grid


def _console(width: int, colour: bool) -> Console:
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def _written(console: Console) -> str:
    file = cast(io.StringIO, console.file)  # as _console makes it
    text = file.getvalue()
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def _grid(heading: bool = True) -> Table:
    return Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold", show_header=heading)


def _head(source: str, article: Article) -> Text:
    title = Text(_shown(article.title or _said("no_title")), style="bold")
    published = article.published and article.published[:16].replace("T", " ")  # to the minute, as people write it
    facts = [published, article.publisher, article.reporter, _subject(article), source]
    return title + Text("\n" + " · ".join(_shown(fact) for fact in facts if fact) + "\n", style="dim not bold")


def _subject(article: Article) -> str | None:
    if not article.subject:
        return None
    return f"{article.subject} {article.region}" if article.region else article.subject


def _print_records(console: Console, article: Article, records: Sequence[Record]) -> None:
    """On a wide terminal each row ends with its sentence; on a narrow one the sentence stands once, above its rows."""
    columns = fitted(_columns(article, records, console.width), console.width - GAP)
    room = console.width - width_of(columns)
    if room < 0:  # a value is not cut: the table is wider than so narrow a terminal
        console.width -= room
    if room >= SENTENCE_CELLS:
        sentences = [snippet(record.sentence, record.text, room) for record in records]
        columns.append(Column("sentence", _said("sentence"), sentences, room))
        console.print(_table(columns, range(len(records))))
        return
    console.print(_indented(_table(columns, range(0))))
    for sentence, rows in groupby(range(len(records)), key=lambda row: records[row].sentence):
        console.print(Text(_cut(_shown(sentence), console.width), style="dim"))
        console.print(_indented(_table(columns, rows, heading=False)))


def _indented(grid: Table) -> Padding:
    return Padding(grid, (0, 0, 0, GAP))


def _table(columns: Sequence[Column], rows: Iterable[int], heading: bool = True) -> Table:
    grid = _grid(heading)
    for column in columns:
        side: Literal["left", "right"] = "right" if column.heading == "value" else "left"
        grid.add_column(column.said, width=column.width, overflow="fold", justify=side)
    for row in rows:
        grid.add_row(*(column.cells[row] for column in columns))
    return grid


def _columns(article: Article, records: Sequence[Record], width: int) -> list[Column]:
    """The columns that say something of any record, each as wide as its words but at most a share of the terminal."""
    cap = max(12, int(width * COLUMN_SHARE))
    every = {
        "figure": [_text(record.text) for record in records],
        "value": [_text(value(record, language())) for record in records],
        "kind": [_text(_said(record.kind) if width >= WIDE else None) for record in records],
        "item": [_text(record.item) for record in records],
        "member": [_text(_member(record, article)) for record in records],
        "whose": [_text(_whose(record, article)) for record in records],
        "status": [_text(_said(record.status), STATUS_STYLE.get(record.status or "", "")) for record in records],
        "period": [_text(_period(record)) for record in records],
    }
    return [
        Column(
            heading,
            _said(heading),
            cells,
            min(
                cap if heading in WRAPPED else width - GAP,
                max(cell_len(words) for words in (_said(heading), *(cell.plain for cell in cells))),
            ),
        )
        for heading, cells in every.items()
        if any(cell.plain for cell in cells)
    ]


def _whose(record: Record, article: Article) -> str | None:
    """Whose a figure is, where it is not that of the article's head; a dash where nobody's is known."""
    nobody = record.subject is None and article.subject is not None and record.kind not in TIMES
    return NOBODY if nobody else record.subject if record.subject != article.subject else None


def _member(record: Record, article: Article) -> str | None:
    """Of which member of a list the figure is told, where the words beside it do not say so already."""
    told = "".join(f"{record.item or ''} {_whose(record, article) or ''}".split())
    return record.member if record.member and "".join(record.member.split()) not in told else None


def _said(key: str | None) -> str:
    """The word for people, in the language of the locale; headings are lower case in English."""
    return word(key, language()).lower() if key else ""


def _text(words: str | None, style: str = "") -> Text:
    return Text(_shown(words or ""), style=style)


def _period(record: Record) -> str:
    return record.period or (str(record.year) if record.year else "")


def snippet(sentence: str, figure: str, cells: int) -> Text:
    """As much of the sentence around the figure as the room takes; the figure itself is never cut."""
    sentence, figure = _shown(sentence), _shown(figure)
    if cell_len(sentence) <= cells or figure not in sentence:
        return _marked(_cut(sentence, cells), figure)
    before, _, after = sentence.partition(figure)
    room = max(2, cells - cell_len(figure))
    half = max(room // 2, room - cell_len(after))
    left = _cut(before[::-1], half)[::-1]
    return _marked(left + figure + _cut(after, room - cell_len(left)), figure)


def _marked(words: str, figure: str) -> Text:
    shown = Text(words)
    at = words.find(figure)
    if at >= 0:
        shown.stylize("bold", at, at + len(figure))
    return shown


def _cut(words: str, cells: int) -> str:
    return words if cell_len(words) <= cells else _fit(words, cells - 1) + "…"


def _fit(words: str, cells: int) -> str:
    """The longest start of the words that takes at most so many cells."""
    for index, character in enumerate(words):
        cells -= cell_len(character)
        if cells < 0:
            return words[:index]
    return words


def _shown(words: str) -> str:
    """Control characters, which would steer the terminal, as blanks."""
    return "".join(character if character.isprintable() else " " for character in words)
