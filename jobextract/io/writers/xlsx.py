"""An Excel workbook: targets first, then figures, articles, checks and where they come from, each an Excel table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

import msgspec

from ...model import Check, Record
from ...wording.words import language, words
from .. import workbook as book_of
from ..atomic import OutputError
from ..goals import Goals
from .formats import Job, writer
from .sheet import Sheet, looks

MADE = datetime(2000, 1, 1)  # the same records give the same bytes whatever the day


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
        self._looks = looks(self._book)
        self._sheets = {name: Sheet(self, name, columns) for name, columns in book_of.SHEETS.items()}
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

    def new_sheet(self, name: str) -> Any:
        return self._book.add_worksheet(self.heading(f"sheet_{name}"))

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
