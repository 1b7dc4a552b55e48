"""An Excel workbook: targets first, then figures, articles, checks and where they come from, each an Excel table."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from math import ceil
from typing import Any

import msgspec

from ...model import Check, Record
from ...wording.words import language, words
from .. import records as export
from .. import workbook as book_of
from ..atomic import OutputError, WriteError
from ..goals import Goals
from .formats import Job, writer

ROWS = 1_048_576  # of a sheet, its header included
CELL = 32_767  # characters of a cell
DIGITS = 15  # that Excel keeps of a number; a longer one is written as text
LINKS = 65_000  # that Excel follows in one sheet; further ones are written as words
TABLE = 50_000  # rows of a table; longer sheets get the filter alone, for the writer holds each cell of a table
EPOCH = 1900  # no day before it has a number in Excel
MADE = datetime(2000, 1, 1)  # the same records give the same bytes whatever the day
MEASURED = 2_000  # rows from which the width of a column is taken
NARROWEST = 7
DOUBTFUL = 0.6
LINE, MOST_LINES = 15, 12  # points of a line; lines that a row grows to


@writer(
    ".xlsx",
    form="tables",
    media="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extra="excel",
    modules=("xlsxwriter", "openpyxl"),
)
class Workbook:
    """Writes row by row, so that a large book needs no memory; its pieces stand in ``DRAFT.d`` until the book is closed."""

    def __init__(self, job: Job) -> None:
        import xlsxwriter

        self._job, self._language, self._goals = job, language(), Goals()
        beside = job.draft.with_name(f"{job.draft.name}.d")
        beside.mkdir()
        kept = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "tmpdir": str(beside)}
        self._book = xlsxwriter.Workbook(str(job.draft), kept)
        self._book.set_properties({"created": MADE})
        self._looks = _looks(self._book)
        self._sheets = {name: _Sheet(self, name, columns) for name, columns in book_of.SHEETS.items()}
        self._rows: dict[str, int] = {}  # the row of each figure that targets may rest on
        self._days: list[str] = []
        self._read = msgspec.json.Decoder(float_hook=Decimal)
        self._record, self._check = msgspec.json.Decoder(Record), msgspec.json.Decoder(Check)
        if job.earlier is not None:
            self._copy()

    def _copy(self) -> None:
        """The rows of an earlier book, in whichever language it was written."""
        import openpyxl

        try:
            earlier = openpyxl.load_workbook(self._job.earlier, read_only=True)
        except Exception as error:  # openpyxl lets through whatever zip and XML reader raise on a damaged book
            raise self._unfit(f"no Excel book ({error})") from None
        for name in ("figures", "articles", "checks"):
            titles = {book_of.heading(f"sheet_{name}", each) for each in book_of.LANGUAGES}
            title = next((each for each in earlier.sheetnames if each in titles), None)
            rows = earlier[title].iter_rows(values_only=True) if title else iter(())
            header = book_of.by_heading(next(rows, ()), book_of.SHEETS[name])
            if header is None:
                raise self._unfit(f"no sheet of {name} in it")
            for cells in rows:
                self._again(name, dict(zip(header, cells, strict=False)))
        earlier.close()

    def _again(self, name: str, cells: dict[str, Any]) -> None:
        if cells.get("source") is None:
            return
        if name == "figures":
            self._figures([book_of.record(cells)])
        else:
            self._sheets[name].write(cells)

    def _unfit(self, cause: str) -> OutputError:
        return OutputError(self._job.target, f"cannot be added to: {cause}", "name another output")

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None:
        found = self._record.decode_lines(records)
        self._figures(found)
        for line in articles.splitlines():
            row = self._read.decode(line)
            self._sheets["articles"].write(
                {name: book_of.said(name, cell, self._language) for name, cell in row.items()}
            )
            self._days += [row["published"]] if row["published"] else []
        by_id = {record.id: record for record in found}
        for line in checks.splitlines():
            check, source = self._check.decode(line), self._read.decode(line)["source"]
            self._sheets["checks"].write(book_of.check(check, source, by_id, self._language))

    def _figures(self, records: list[Record]) -> None:
        self._goals.keep(records)
        if records and not self._sheets["figures"].rows:
            self._sheets["figures"].carry(records[0].carried or {})
        for record in records:
            row = self._sheets["figures"].write(book_of.figure(record, self._language))
            if record.status is not None:
                self._rows.setdefault(record.id, row)

    def close(self) -> None:
        evidence, goals = self._goals.evidence(), self._goals.rows()
        for goal in sorted(goals, key=lambda goal: goal.target is None or goal.actual is None):  # pairs first
            self._sheets["targets"].write(book_of.target(goal, evidence, self._language))
        self._about(len(goals))
        for sheet in self._sheets.values():
            sheet.end()
        self._sheets["targets" if goals else "figures"].sheet.activate()
        self._book.close()

    def _about(self, goals: int) -> None:
        said = words(self._language)
        facts: list[tuple[str, object]] = []
        for name, told in self._job.origin.rows() if self._job.origin else ():
            option = name.startswith("option ")
            facts.append((said["about_option"].format(name=name[7:]) if option else said[f"about_{name}"], told))
        days = sorted(self._days)
        facts += [(said["about_newest"], days[-1]), (said["about_oldest"], days[0])] if days else []
        counts = {"articles": self._sheets["articles"].rows, "figures": self._sheets["figures"].rows, "targets": goals}
        facts += [(said[f"about_{name}"], count) for name, count in counts.items()]
        facts.append((said["about_confidence"], said["about_confidence_said"]))
        for about, fact in facts:
            self._sheets["about"].write({"name": about, "value": fact})

    def heading(self, column: str) -> str:
        return book_of.heading(column, self._language)

    def place(self, record: Record) -> str:
        """Where a figure stands, as the target of a link."""
        return f"internal:'{self._sheets['figures'].sheet.get_name()}'!A{self._rows[record.id] + 1}"

    @property
    def looks(self) -> Mapping[str, Any]:
        return self._looks

    @property
    def target(self) -> str:
        return self._job.target


def _looks(book: Any) -> dict[str, Any]:
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


class _Sheet:
    """One sheet: its rows as they come, its widths by what they hold, its table at the end."""

    def __init__(self, book: Workbook, name: str, columns: tuple[str, ...]) -> None:
        self._of, self._name, self._columns = book, name, columns
        self.sheet = book._book.add_worksheet(book.heading(f"sheet_{name}"))
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


CAP_LETTERS = 100  # of a cell that are looked at for the width of its column


def _cells(words: str) -> int:
    """How many columns of one Latin letter the words take: a Korean syllable takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)
