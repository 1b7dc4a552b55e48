"""One sheet of an Excel workbook: rows as they come, widths by what they hold, an Excel table at the end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from math import ceil
from typing import Any, Protocol

from ...model import Record
from .. import records as export
from .. import workbook as book_of
from ..atomic import WriteError

ROWS = 1_048_576  # of a sheet, its header included
CELL = 32_767  # characters of a cell
DIGITS = 15  # that Excel keeps of a number; a longer one is written as text
LINKS = 65_000  # that Excel follows in one sheet; further ones are written as words
TABLE = 50_000  # rows of a table; longer sheets get the filter alone, for the writer holds each cell of a table
EPOCH = 1900  # no day before it has a number in Excel
MEASURED = 2_000  # rows from which the width of a column is taken
NARROWEST = 7
DOUBTFUL = 0.6
LINE, MOST_LINES = 15, 12  # points of a line; lines that a row grows to
CAP_LETTERS = 100  # of a cell that are looked at for the width of its column


class Book(Protocol):
    """What a sheet asks its workbook."""

    @property
    def looks(self) -> Mapping[str, Any]:
        """The formats of cells by name."""

    @property
    def target(self) -> str:
        """The name of the output."""

    def heading(self, column: str) -> str:
        """The heading of a column, in the reader's language."""

    def place(self, record: Record) -> str:
        """Where a figure stands, as the target of a link."""

    def new_sheet(self, name: str) -> Any:
        """A sheet of that name, which nothing is written to yet."""


def looks(book: Any) -> dict[str, Any]:
    """The formats of cells by name; those of numbers also as links."""
    top, left, middle = (
        {"valign": "top"},
        {"valign": "top", "align": "left", "indent": 1},
        {"valign": "top", "align": "center"},
    )
    numbers = {"whole": "#,##0", "parts": "#,##0.0###", "percent": '#,##0"%"', "percents": '#,##0.0##"%"'}
    blue = {"font_color": "#0563C1", "underline": 1}
    return {
        **{name: book.add_format({**top, "num_format": form}) for name, form in numbers.items()},
        **{f"{name} link": book.add_format({**top, **blue, "num_format": form}) for name, form in numbers.items()},
        "header": book.add_format({"bold": True, "bg_color": "#DCE6F1", "bottom": 1, "valign": "vcenter", "align": "center"}),
        "text": book.add_format(left),
        "wrapped": book.add_format({**left, "text_wrap": True}),
        "year": book.add_format({**middle, "num_format": "0"}),
        "share": book.add_format({**top, "num_format": "0.0#"}),
        "day": book.add_format({**middle, "num_format": "yyyy-mm-dd"}),
        "time": book.add_format({**middle, "num_format": "yyyy-mm-dd hh:mm"}),
        "link": book.add_format({**left, **blue}),
        "met": book.add_format({"font_color": "#006100", "bg_color": "#C6EFCE"}),
        "doubtful": book.add_format({"font_color": "#9C5700", "bg_color": "#FFEB9C"}),
    }  # fmt: skip


class Sheet:
    """One sheet: its rows as they come, its widths by what they hold, its table at the end."""

    def __init__(self, book: Book, name: str, columns: tuple[str, ...]) -> None:
        self._of, self._name, self._columns = book, name, columns
        self.sheet = book.new_sheet(name)
        self.sheet.freeze_panes(1, 0)
        self.rows = self._links = 0
        self._widths = {column: _cells(book.heading(column)) + 3 for column in columns}  # room for the filter's arrow

    def carry(self, names: Iterable[str]) -> None:
        """Columns of the corpus, known with the first row: they stand behind the source."""
        self._columns = book_of.with_carried(self._columns, names)
        self._widths |= {column: _cells(self._of.heading(column)) + 3 for column in self._columns}

    def _head(self) -> None:
        for number, column in enumerate(self._columns):
            self.sheet.write_string(0, number, self._of.heading(column), self._of.looks["header"])

    def write(self, cells: Mapping[str, object]) -> int:
        """One row, by column; gives its number."""
        if not self.rows:
            self._head()
        late = {
            name: told for name, told in cells.items() if name.startswith(book_of.CARRIED) and name not in self._columns
        }
        if late:
            told = "\n".join(f"{name.removeprefix(book_of.CARRIED)}: {each}" for name, each in late.items())
            cells = {**cells, "carried": told}
        at = self.rows + 1
        if at == ROWS:
            cause = f"a sheet of Excel holds no more than {ROWS - 1:,} {self._name}"
            raise WriteError(self._of.target, cause, "write .parquet or .duckdb instead")
        lines = max(map(self._lines, self._columns, map(cells.get, self._columns)))
        if lines > 1:
            self.sheet.set_row(at, LINE * min(lines, MOST_LINES))  # not every program works the height out itself
        for number, column in enumerate(self._columns):
            of = cells.get(f"{column}_said")
            link = self._link(at, number, of) if isinstance(of, Record) else ""
            self._cell(at, number, column, cells.get(column), cells.get("unit"), link)
        self.rows = at
        return at

    def _lines(self, column: str, value: object) -> int:
        """How many lines a cell takes whose words are wrapped."""
        if book_of.STYLES.get(column) not in ("wrapped", "evidence") or value is None:
            return 1
        return ceil(_cells(value.sentence if isinstance(value, Record) else str(value)) / (book_of.CAPS[column] - 4))

    def _cell(self, row: int, number: int, column: str, value: object, unit: object, link: str) -> None:
        if value is None or value == "":
            return
        if isinstance(value, Record):
            self.sheet.write_string(row, number, value.sentence[:CELL], self._of.looks["wrapped"])
        elif isinstance(value, bool):
            self.sheet.write_boolean(row, number, value, self._of.looks["text"])
        elif isinstance(value, int | float | Decimal):
            self._number(row, number, column, value if isinstance(value, Decimal) else Decimal(str(value)), unit, link)
        elif isinstance(value, datetime) or book_of.STYLES.get(column) == "date":
            self._date(row, number, value)
        else:
            self._text(row, number, column, " ".join(value) if isinstance(value, list | tuple) else str(value))
        self._measure(column, value)

    def _text(self, row: int, number: int, column: str, said: str) -> None:
        style = book_of.STYLES.get(column, "text")
        if (
            (style == "link" or column.startswith(book_of.CARRIED))
            and said.startswith(("http://", "https://"))
            and len(said) < 2000
            and self._links < LINKS
        ):
            self._links += 1
            self.sheet.write_url(row, number, said, self._of.looks["link"])
            return
        look = "wrapped" if style == "wrapped" else "text"
        self.sheet.write_string(row, number, said[:CELL], self._of.looks[look])

    def _link(self, row: int, number: int, evidence: Record) -> str:
        """Makes the cell a link to its evidence, to be overwritten with its number; gives the name that the look ends in.

        The sentence itself stays words, which every program wraps.
        """
        if self._links >= LINKS:
            return ""
        self._links += 1
        self.sheet.write_url(row, number, self._of.place(evidence))
        return " link"

    def _number(self, row: int, number: int, column: str, value: Decimal, unit: object, link: str) -> None:
        if len(value.normalize().as_tuple().digits) > DIGITS:
            self.sheet.write_string(row, number, export.plain(value), self._of.looks["text"])
            return
        style, whole = book_of.STYLES.get(column), value == value.to_integral_value()
        look: str = style if style in ("year", "share") else "whole" if whole else "parts"
        if style == "number" and unit in ("%", "%p"):
            look = "percent" if whole else "percents"
        elif style is None:
            look = "year"
        self.sheet.write_number(row, number, float(value), self._of.looks[look + link])

    def _date(self, row: int, number: int, value: object) -> None:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        if moment.tzinfo is not None or moment.year < EPOCH:
            self.sheet.write_string(row, number, str(value), self._of.looks["text"])
            return
        look = "day" if moment.time() == datetime.min.time() else "time"
        self.sheet.write_datetime(row, number, moment, self._of.looks[look])

    def _measure(self, column: str, value: object) -> None:
        if self.rows < MEASURED:
            words = value.sentence if isinstance(value, Record) else value
            words = f"{words:,}" if isinstance(words, int | Decimal) and not isinstance(words, bool) else str(words)
            self._widths[column] = max(self._widths[column], _cells(words[:CAP_LETTERS]) + 2)

    def end(self) -> None:
        """Widths, the table, and what draws the eye to figures that are not sure."""
        if not self.rows:
            self._head()
        for number, column in enumerate(self._columns):
            width = min(self._widths[column], book_of.CAPS.get(column, book_of.CAP))
            self.sheet.set_column(number, number, max(NARROWEST, width))
        last, end = self.rows, len(self._columns) - 1
        if self._name == "about":
            return
        if "confidence" in self._columns and last:
            self._mark(last, "confidence", ("blanks", "", 0, None), ("cell", "<", DOUBTFUL, "doubtful"))
        if "rate" in self._columns and last:
            self._mark(
                last, "rate", ("blanks", "", 0, None), ("cell", ">=", 100, "met"), ("cell", "<", 100, "doubtful")
            )
        if 0 < last <= TABLE:
            self._as_table(last, end)
        else:
            self.sheet.autofilter(0, 0, max(last, 1), end)
        self._paper(last)

    def _mark(self, last: int, column: str, *rules: tuple[str, str, float, str | None]) -> None:
        """Colours the cells of a column, by the first rule that fits."""
        at = self._columns.index(column)
        for kind, sign, bound, look in rules:
            bounds = {"criteria": sign, "value": bound} if sign else {"stop_if_true": True}
            rule = {"type": kind, "format": self._of.looks.get(look or ""), **bounds}
            self.sheet.conditional_format(1, at, last, at, rule)

    def _as_table(self, last: int, end: int) -> None:
        """An Excel table over the rows, which stand in the file already: xlsxwriter refuses tables in the mode that writes
        row by row only because it would write their header out of order; the header was written first here."""
        headers = [{"header": self._of.heading(column)} for column in self._columns]
        facts = {"columns": headers, "name": self._name, "style": "Table Style Light 1"}
        self.sheet.constant_memory = False
        try:
            self.sheet.add_table(0, 0, last, end, facts)
        finally:
            self.sheet.constant_memory = True

    def _paper(self, last: int) -> None:
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        self.sheet.print_area(0, 0, last, self._columns.index(book_of.PRINTED[self._name]))


def _cells(words: str) -> int:
    """How many columns of one Latin letter the words take: a Korean syllable takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)
