"""What the commands' arguments are called, what they take, and the words that refuse a wrong one."""

from __future__ import annotations

import math
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any, Literal, get_args

import typer

from ..model import Kind, Status
from ..page.decode import LARGEST
from ..page.timestamps import moment
from ..time_limit import USUAL as USUAL_LIMIT
from ..wording.words import choose

NO_STATUS = "none"
PROCESSORS = os.cpu_count() or 1
TIMEOUT = USUAL_LIMIT
MEGABYTE = 1 << 20
MAX_SIZE = LARGEST / MEGABYTE


def _named(values: Iterable[str], allowed: Iterable[str]) -> list[str]:
    """The words of a repeatable option that also takes comma lists; exits with 2 where one is not allowed."""
    words = [word.strip() for value in values for word in value.split(",") if word.strip()]
    for word in words:
        if word not in allowed:
            raise typer.BadParameter(f"{word!r} is not one of {', '.join(allowed)}.")
    return words


def kinds(values: list[str]) -> list[str]:
    """Kinds of quantity."""
    return _named(values, get_args(Kind))


def statuses(values: list[str]) -> list[str]:
    """Statuses of a record, ``none`` for a record without one."""
    return _named(values, (*get_args(Status), NO_STATUS))


def date(value: str | None) -> str | None:
    """An ISO 8601 date, with its time where one is given."""
    if not value:
        return None
    try:
        return moment(value, "it")
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a date; write it as 2024-01-12.") from None


def finite(value: float) -> float:
    """A number of seconds, 0 or more."""
    if not math.isfinite(value):
        raise typer.BadParameter(f"{value} is no number of seconds.")
    return value


def size(value: float) -> int:
    """Megabytes as bytes."""
    if not math.isfinite(value):
        raise typer.BadParameter(f"{value} is no number of megabytes.")
    return max(1, int(value * MEGABYTE))


@contextmanager
def one_interrupt() -> Iterator[None]:
    """Ctrl-C ends the work once; pressed again it does not disturb what is put in order after it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def once(*_: Any) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise KeyboardInterrupt

    earlier = signal.signal(signal.SIGINT, once)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is once:
            signal.signal(signal.SIGINT, earlier)


def spoken(value: str | None) -> str | None:
    """The language of everything that this run says to people."""
    if value is not None:
        choose("ko" if value == "ko" else "en")
    return value


Lang = Annotated[
    Literal["ko", "en"] | None,
    typer.Option(
        "--lang", callback=spoken, help="Language of headings, pages and workbooks. Default: that of the locale."
    ),
]
File = Annotated[str, typer.Argument(metavar="FILE", help="An article as .txt or .html; - reads standard input.")]
Files = Annotated[list[str], typer.Argument(metavar="FILE", help="Articles as .txt or .html; - reads standard input.")]
Places = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders (all below them), glob patterns, corpora (.jsonl, .csv, .parquet, BigKinds .xlsx, .gz, .zst);"
        " - reads standard input.",
    ),
]
FilesFrom = Annotated[
    str | None, typer.Option(metavar="FILE", help="A list of paths, one a line; - reads standard input.")
]
TextColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column of a corpus with the text.")]
IdColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column with the id that becomes the source.")]
DateColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column with the date of publication.")]
Keep = Annotated[
    str | None,
    typer.Option(
        metavar="NAME,…",
        help="Columns of a corpus to carry through to the records. Default: its URL and classes; '' carries none.",
    ),
]
TitleColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column with the title.")]
Timeout = Annotated[
    float, typer.Option(min=0, metavar="SECONDS", callback=finite, help="Time limit a document; 0 is none.")
]
MaxSize = Annotated[
    float, typer.Option(min=0, metavar="MB", callback=size, help="Of a document, unpacked; a larger one is not read.")
]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with a run that was interrupted.")]
Append = Annotated[bool, typer.Option("--append", help="Add to the output file where it exists.")]
Described = Annotated[bool, typer.Option("--datapackage", help="Describe the output in a datapackage.json beside it.")]
Engine = Annotated[Literal["local", "spark"], typer.Option(help="Processes of this machine, or Apache Spark.")]
Master = Annotated[str | None, typer.Option(metavar="URL", help="Of the Spark cluster; local[*] where none is given.")]
Form = Annotated[
    Literal["table", "json", "jsonl", "csv", "iob", "hf", "brat", "spacy"] | None,
    typer.Option("--format", help="Default: table on a terminal, jsonl in a pipe. brat and spacy need -o."),
]
Partition = Annotated[
    Literal["year", "status", "kind", "region", "publisher", "section"] | None,
    typer.Option("--partition-by", help="A folder of Parquet files, one for each value of this column."),
]
LogFile = Annotated[
    str | None, typer.Option("--log", metavar="FILE", help="Write what is told on standard error to this file, too.")
]
Annotations = Annotated[
    Literal["brat", "iob", "spacy", "hf"] | None,
    typer.Option("--format", help="For annotators and models, whatever the name of the output."),
]
ShowText = Annotated[
    bool, typer.Option("--show-text", help="Above each table the article, its figures coloured by their kind.")
]
StripForm = Annotated[Literal["text", "jsonl"], typer.Option("--format", help="jsonl: every line of the page, judged.")]
TableForm = Annotated[
    Literal["table", "json", "csv"] | None,
    typer.Option("--format", help="Default: table on a terminal, csv in a pipe."),
]
Kinds = Annotated[
    list[str],
    typer.Option("--kind", callback=kinds, metavar="KIND,…", help=f"Only these: {', '.join(get_args(Kind))}."),
]
Statuses = Annotated[
    list[str],
    typer.Option("--status", callback=statuses, metavar="STATUS,…", help="Only these: target, plan, actual, none."),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        metavar="X",
        help="Only records at least so likely to be all right, 0 to 1; dates and times are not weighed.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(callback=date, metavar="DATE", help="Instead of the page's own date: 올해 counts from it."),
]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Instead of the page's own publisher.")]
Rules = Annotated[list[str], typer.Option("--rules", metavar="DIR", help="A folder of own rules to add.")]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="OUT", help="Write to this file.")]
RawCsv = Annotated[
    bool, typer.Option("--raw-csv", help="In CSV, cells as they are, also those that a spreadsheet runs as formulas.")
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the output file where it exists.")]
Jobs = Annotated[int, typer.Option(min=1, metavar="N", help="Worker processes.")]
