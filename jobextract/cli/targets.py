"""The command ``targets``: what was aimed at beside what was reached."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from ..display.console import say, screen
from ..io import records
from ..io.atomic import opened
from ..io.sources import others
from ..model import Target
from ..rulebook.loader import load
from ..wording.terminal import counted
from . import endings
from .inputs import Reading, records_of
from .options import (
    MAX_SIZE,
    TIMEOUT,
    Force,
    Lang,
    MaxSize,
    MinConfidence,
    Output,
    Published,
    RawCsv,
    Rules,
    TableForm,
    Timeout,
)

#: what is written by the name of the file
TABLES = ("csv", "json")


def targets(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="RECORDS",
            help="What parse or batch wrote (.jsonl, .csv, .parquet, .duckdb, .sqlite, .xlsx), - reads a pipe; or articles.",
        ),
    ],
    form: TableForm = None,
    raw_csv: RawCsv = False,
    min_confidence: MinConfidence = 0.0,
    plans: Annotated[bool, typer.Option("--plans", help="Also all else that is announced.")] = False,
    undated: Annotated[
        bool, typer.Option("--undated", help="Also targets of no known period, with no result beside them.")
    ] = False,
    subject: Annotated[str | None, typer.Option("--subject", help="Only bodies whose name holds this.")] = None,
    item: Annotated[str | None, typer.Option("--item", help="Only items that hold this.")] = None,
    year: Annotated[int | None, typer.Option("--year", help="Only this year; of a span or deadline its last.")] = None,
    published: Published = None,
    timeout: Timeout = TIMEOUT,
    max_size: MaxSize = MAX_SIZE,
    rules: Rules = (),
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Target beside achieved, by subject, item and period, with article and sentence."""
    from ..analysis.targets import found, is_sure, is_undated, shown

    form = form or _default_form(output)
    load(tuple(rules))
    asked = Reading(published, None, tuple(rules), timeout, int(max_size))
    if output:
        list(others(files, output))
    failures: list[str] = []
    with opened(output, force) as out:
        read = list(records_of(files, failures, asked))
        if failures and not read:
            raise typer.Exit(1)
        every = found(read, plans=plans)
        kept = [row for row in shown(every, undated=undated) if is_sure(row, min_confidence)]
        rows = [
            row for row in kept if _holds(row.subject, subject) and _holds(row.item, item) and year in (None, row.year)
        ]
        left_out = 0 if undated else sum(is_undated(row) and is_sure(row, min_confidence) for row in every)
        if not rows:
            _say_none(len(kept), plans=not plans, undated=left_out > 0)
        elif left_out:
            say(f"{counted(left_out, 'targets')} without a period left out; --undated shows them")
        for piece in _pieces(rows, form, raw_csv, output):
            out.write(piece)
    if failures:
        raise typer.Exit(1)


def _default_form(output: str | None) -> str:
    """The format that the name of the output says. Raises OutputError where it says one that is not written here."""
    if output is None:
        return "table" if sys.stdout.isatty() else "csv"
    endings.check("targets", output, TABLES)
    return "json" if endings.ending(output) == "json" else "csv"


def _pieces(rows: Sequence[Target], form: str, raw: bool, output: str | None) -> Iterator[bytes]:
    if form == "json":
        yield records.structs_json(rows)
    elif form == "csv":
        yield endings.opening(output) + records.structs_csv(Target.__struct_fields__, rows, raw)
    else:
        from ..display.target_table import targets as table

        yield table(rows, *screen(output)).encode()


def _say_none(kept: int, *, plans: bool, undated: bool) -> None:
    """A table without rows says why it has none, and whether asking for ``plans`` or for what is ``undated`` may find more."""
    more = {
        (True, True): "; --plans and --undated ask for more",
        (True, False): "; --plans asks for more",
        (False, True): "; --undated asks for more",
    }
    left_out = f"{counted(kept, 'targets')} found, none of them is left by --subject, --item and --year"
    say(left_out if kept else f"no targets found{more.get((plans, undated), '')}")


def _holds(value: str | None, asked: str | None) -> bool:
    """Whether the name holds what is asked for, blanks aside."""
    return asked is None or "".join(asked.split()) in "".join((value or "").split())
