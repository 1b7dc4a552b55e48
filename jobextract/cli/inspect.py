"""The commands that look into things: the stripped page, targets beside achievements, the rules, the schema."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from ..display.console import say, screen
from ..io import records
from ..io.atomic import opened
from ..io.recorded import is_recorded
from ..io.recorded import rows as recorded_rows
from ..io.schema import record_schema
from ..io.sources import gather
from ..model import Extraction, Record, Source
from ..page.decode import LARGEST, ReadingError, mended, read_bytes, read_path, whole
from ..rulebook.loader import Rulebook, load
from ..rulebook.schema import Cue, Entry
from ..time_limit import limited
from .options import (
    MAX_SIZE,
    TIMEOUT,
    File,
    Lang,
    MaxSize,
    MinConfidence,
    Published,
    RawCsv,
    Rules,
    StripForm,
    TableForm,
    Timeout,
)

if TYPE_CHECKING:
    from ..inspection.line_reasons import Reason

rules_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The rules: list them, check them, explain.")


def read(name: str, largest: int = LARGEST) -> Source:
    """The text of a file of at most so many bytes, of ``-`` that of standard input. Raises ReadingError."""
    return read_bytes(whole(sys.stdin.buffer, "-", largest), "-") if name == "-" else read_path(name, largest)


@contextmanager
def patient(name: str, timeout: float) -> Iterator[None]:
    """The time limit of a document. Raises ReadingError where it is over."""
    try:
        with limited(timeout):
            yield
    except TimeoutError as error:
        raise ReadingError(name, str(error), "raise --timeout, and please report it with the document") from None


def say_empty(name: str, found: Extraction) -> None:
    """A line on a page that gives nothing, and why."""
    if not found.source.text.strip():
        say(f"{name}: no text in it; nothing to extract")
    elif not found.articles:
        say(f"{name}: no article in it; 'jobextract strip --explain' shows why each line was dropped")


def put(data: bytes | str) -> None:
    """Data on standard output."""
    with opened(None) as out:
        out.write(data.encode() if isinstance(data, str) else data)


def put_rows(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows as a table on a terminal, as tab-separated lines in a pipe."""
    if sys.stdout.isatty():
        from ..display import terminal

        put(terminal.table(headings, rows, *screen()))
    else:
        put("".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in (headings, *rows)))


def strip(
    file: File,
    form: StripForm = "text",
    explain: Annotated[
        bool,
        typer.Option("--explain", help="The whole page with the reasons beside each line; a ? marks what is doubtful."),
    ] = False,
    timeout: Timeout = TIMEOUT,
    max_size: MaxSize = MAX_SIZE,
    rules: Rules = (),
    lang: Lang = None,
) -> None:
    """The article without its boilerplate."""
    from ..page import tagger  # the way from a text to its records costs five times as much to load

    book = load(tuple(rules))
    with patient(file, timeout):
        source = read(file, int(max_size))
        lines = tagger.judge(source.text, book)
    if explain:
        from ..display import terminal
        from ..inspection.line_reasons import line_reasons

        why = {reason.number: reason for reason in line_reasons(source.text, book)}
        notes = {line.number: _note(why[line.number]) for line in lines if line.number in why}
        put(terminal.judged_page(source.text, lines, *screen(), notes))
    else:
        put(records.lines_jsonl(source, lines) if form == "jsonl" else records.kept_text(source, lines))


def _note(reason: Reason) -> str:
    """A line's margin and the facts that weighed most."""
    return f"{'?' if reason.doubtful else ' '} {reason.margin / 100:.1f}: {'; '.join(reason.facts)}"


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
    undated: Annotated[bool, typer.Option("--undated", help="Also targets whose period is not known.")] = False,
    subject: Annotated[str | None, typer.Option("--subject", help="Only bodies whose name holds this.")] = None,
    item: Annotated[str | None, typer.Option("--item", help="Only items that hold this.")] = None,
    year: Annotated[int | None, typer.Option("--year", help="Only this year; of a span or deadline its last.")] = None,
    published: Published = None,
    lang: Lang = None,
) -> None:
    """Target beside achieved, by subject, item and period, with article and sentence."""
    from ..analysis.targets import Target
    from ..analysis.targets import targets as paired

    read = (one for name in files for one in records.selected(records_of(name, published), (), (), min_confidence))
    found = paired(read, plans=plans, undated=undated)
    rows = [
        row for row in found if _holds(row.subject, subject) and _holds(row.item, item) and year in (None, row.year)
    ]
    if form == "json":
        put(records.structs_json(rows))
    elif form == "csv" or (form is None and not sys.stdout.isatty()):
        put(records.structs_csv(Target.__struct_fields__, rows, raw_csv))
    else:
        from ..display.target_table import targets as table

        put(table(rows, *screen()))


def _holds(value: str | None, asked: str | None) -> bool:
    """Whether the name holds what is asked for, blanks aside."""
    return asked is None or "".join(asked.split()) in "".join((value or "").split())


def records_of(name: str, published: str | None = None) -> Iterator[Record]:
    """The records of a file that holds some, else those of the articles that it names, of that date. Raises ReadingError."""
    if name == "-" or name.lower().endswith(".jsonl"):
        yield from read_records(name)
        return
    if is_recorded(name):
        yield from recorded_rows(name)
        return
    from ..pipeline import extract

    paths, missing = gather([name])
    for error in missing:
        raise error
    for path in paths:
        with patient(path, TIMEOUT):
            yield from extract(read(path), published).records


def read_records(name: str) -> list[Record]:
    """The records that parse or batch wrote, of ``-`` those of standard input. Raises ReadingError."""
    if not name:
        raise ReadingError("''", "is no name of a file", "name the JSON Lines that parse or batch wrote")
    if name != "-" and not name.lower().endswith(".jsonl") and is_recorded(name):
        return list(recorded_rows(name))
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return records.records(data)
    except OSError as error:
        raise ReadingError(name, error.strerror or "cannot be read", "check the path") from None
    except ValueError as error:
        raise _no_records(name, data, error) from None


def _no_records(name: str, data: bytes, error: ValueError) -> ReadingError:
    """Says of what is no JSON at all, most often an article, how it becomes records; of a bad line, which."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return ReadingError(name, str(error), "give the JSON Lines that parse or batch wrote")
    cause = str(error).partition(" (")[0]
    return ReadingError(name, cause, "make records of an article with 'jobextract parse' first")


def schema(lang: Lang = None) -> None:
    """JSON Schema of a record."""
    put(msgspec.json.format(msgspec.json.encode(record_schema()), indent=2) + b"\n")


Subject = Annotated[str | None, typer.Argument(metavar="SUBJECT", help="A rule file by its name: money, counts, …")]


@rules_app.command("list")
def list_rules(subject: Subject = None, rules: Rules = (), lang: Lang = None) -> None:
    """The rules: id, what they make of a match, and why they are as they are."""
    book = load(tuple(rules))
    put_rows(("id", "kind", "why"), [(name, _kind(entry), entry.why) for name, entry in _entries(book, subject)])


@rules_app.command("check")
def check_rules(subject: Subject = None, rules: Rules = (), lang: Lang = None) -> None:
    """Run the rules' own examples against the whole rule book."""
    from ..inspection.rule_check import outcomes

    book = load(tuple(rules))
    results = list(outcomes(dict(_entries(book, subject)), tuple(rules)))
    failed = [result for result in results if result.complaint]
    put("".join(f"{book.files[result.rule]}: {result.example}: {result.complaint}\n" for result in failed))
    say(f"{len({result.rule for result in results})} rules, {len(results)} examples, {len(failed)} failed")
    if failed:
        raise typer.Exit(1)


@rules_app.command("explain")
def explain_text(
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    figure: Annotated[
        bool, typer.Option("--figure", help="What each figure may count: the candidates and what they weigh.")
    ] = False,
    timeout: Timeout = TIMEOUT,
    rules: Rules = (),
    why: Annotated[
        str | None,
        typer.Option(
            "--why", metavar="FIGURE", help="TEXT is an article's file: why its FIGURE has its status and period."
        ),
    ] = None,
    lang: Lang = None,
) -> None:
    """What was tried on a text, what was found, what was vetoed and why."""
    if why is not None:
        _explain_figure(text, why, timeout, load(tuple(rules)))
        return
    from ..inspection import explain, figures

    book = load(tuple(rules))

    with patient("TEXT", timeout):
        rows = (figures if figure else explain).explain(mended(text), book)
    if rows:
        put_rows((figures if figure else explain).HEADINGS, rows)
    else:
        say("nothing in the text looks like a quantity, a date or a place that could be several")


def _explain_figure(file: str, figure: str, timeout: float, book: Rulebook) -> None:
    from ..inspection.figure_reasons import HEADINGS, reasons

    with patient(file, timeout):
        rows = reasons(read(file), figure, book)
    if not rows:
        say(f"{file}: no figure is written {figure}; give it as the article has it")
        raise typer.Exit(1)
    put_rows(HEADINGS, rows)


def _entries(book: Rulebook, subject: str | None) -> list[tuple[str, Entry]]:
    """The rules of one file, or all. Exits with 2 where no file has that name."""
    subjects = {name: Path(file).stem for name, file in book.files.items()}
    if subject is not None and subject not in subjects.values():
        known = ", ".join(dict.fromkeys(subjects.values()))
        raise typer.BadParameter(f"{subject!r} is none of {known}", param_hint="SUBJECT")
    return [(name, entry) for name, entry in book.entries.items() if subject in (None, subjects[name])]


def _kind(entry: Entry) -> str:
    """What the rule makes of its match: a kind of quantity, a role of a line, a value of a field, a name, a date."""
    if isinstance(entry, Cue):
        return f"{entry.field}: {entry.value}"
    return (
        getattr(entry, "kind", None)
        or getattr(entry, "role", None)
        or type(entry).__name__.removesuffix("Rule").lower()
    )
