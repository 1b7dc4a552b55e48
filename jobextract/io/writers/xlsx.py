"""An Excel book: one sheet of records, one of articles, typed cells, a header that stays in sight."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import msgspec
import xlsxwriter

from ...model import Article
from .. import records as export
from ..atomic import OutputError, WriteError

SHEETS = {"records": export.FIELDS, "articles": ("source", *(f for f in Article.__struct_fields__ if f != "segments"))}
ROWS = 1_048_576  # of a sheet, its header included
CELL = 32_767  # characters of a cell
DIGITS = 15  # that Excel keeps of a number; a longer one is written as text
WIDTHS = {"id": 24, "source": 24, "title": 40, "published": 17, "sentence": 80, "item": 18, "text": 14, "subtitle": 40}
DATES = ("published", "updated")
EPOCH = 1900  # no day before it has a number in Excel
MADE = datetime(2000, 1, 1)  # the same records give the same bytes whatever the day


class Workbook:
    """Writes row by row, so that a large book needs no memory; its pieces stand in ``DRAFT.d`` until the book is closed."""

    def __init__(self, draft: Path, target: str, earlier: Path | None) -> None:
        self._target = target
        beside = Path(f"{draft}.d")
        beside.mkdir()
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "tmpdir": str(beside),
        }
        self._book = xlsxwriter.Workbook(str(draft), options)
        self._book.set_properties({"created": MADE})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._time = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        self._sheets = {name: self._sheet(name, columns) for name, columns in SHEETS.items()}
        self._rows = dict.fromkeys(SHEETS, 1)
        self._read = msgspec.json.Decoder(float_hook=Decimal)
        if earlier is not None:
            self._copy(earlier)

    def _sheet(self, name: str, columns: tuple[str, ...]):
        sheet = self._book.add_worksheet(name)
        bold = self._book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        for number, column in enumerate(columns):
            sheet.set_column(number, number, WIDTHS.get(column, 10))
        for number, column in enumerate(columns):
            sheet.write_string(0, number, column, bold)
        return sheet

    def _copy(self, earlier: Path) -> None:
        import openpyxl

        try:
            book = openpyxl.load_workbook(earlier, read_only=True)
        except Exception as error:  # openpyxl lets through whatever zip and XML reader raise on a damaged book
            raise OutputError(
                self._target, f"cannot be added to: no Excel book ({error})", "name another output"
            ) from None
        for name, columns in SHEETS.items():
            rows = book[name].iter_rows(values_only=True) if name in book.sheetnames else iter(())
            if next(rows, None) != columns:
                raise OutputError(self._target, f"cannot be added to: no sheet of {name} in it", "name another output")
            for row in rows:
                self._write(name, row)
        book.close()

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None:
        for name, lines in (("records", records), ("articles", articles)):
            for line in lines.splitlines():
                row = self._read.decode(line)
                self._write(name, [row[column] for column in SHEETS[name]])

    def _write(self, name: str, cells) -> None:
        at = self._rows[name]
        if at == ROWS:
            cause = f"a sheet of Excel holds no more than {ROWS - 1:,} {name}"
            raise WriteError(self._target, cause, "write .parquet or .duckdb instead")
        for number, (column, value) in enumerate(zip(SHEETS[name], cells, strict=True)):
            self._cell(self._sheets[name], at, number, column, value)
        self._rows[name] = at + 1

    def _cell(self, sheet, row: int, number: int, column: str, value: object) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, number, value)
        elif isinstance(value, int | float | Decimal):
            self._number(sheet, row, number, value if isinstance(value, Decimal) else Decimal(str(value)))
        elif isinstance(value, datetime) or column in DATES:
            self._date(sheet, row, number, value)
        else:
            words = " ".join(value) if isinstance(value, list) else str(value)
            sheet.write_string(row, number, words[:CELL])

    def _number(self, sheet, row: int, number: int, value: Decimal) -> None:
        if len(value.normalize().as_tuple().digits) > DIGITS:
            sheet.write_string(row, number, export.plain(value))
        else:
            sheet.write_number(row, number, float(value))

    def _date(self, sheet, row: int, number: int, value: object) -> None:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        if moment.tzinfo is not None or moment.year < EPOCH:
            sheet.write_string(row, number, str(value))
            return
        day_only = moment.time() == datetime.min.time()
        sheet.write_datetime(row, number, moment, self._day if day_only else self._time)

    def close(self) -> None:
        self._book.close()
