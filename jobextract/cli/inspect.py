"""The commands that look into things: the stripped page, the rules, the schema."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from ..batch.jobs import emptiness
from ..display.console import say, screen
from ..io import records
from ..io.atomic import opened
from ..io.schema import record_schema
from ..page.decode import mended
from ..rulebook.loader import Rulebook, load
from ..rulebook.schema import Cue, Entry
from ..wording.terminal import counted, heading
from .options import (
    MAX_SIZE,
    TIMEOUT,
    File,
    Lang,
    MaxSize,
    Rules,
    StripForm,
    Timeout,
)
from .texts import patient, read

if TYPE_CHECKING:
    from ..inspection.line_reasons import Reason

rules_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The rules: list them, check them, explain.")


def put(data: bytes | str) -> None:
    """Data on standard output."""
    with opened(None) as out:
        out.write(data.encode() if isinstance(data, str) else data)


def put_rows(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows as a table on a terminal, as tab-separated lines in a pipe."""
    if sys.stdout.isatty():
        from ..display import terminal

        put(terminal.table([heading(one) for one in headings], rows, *screen()))
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

    book = load(tuple(rules), "line")
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
        if why_none := emptiness(source, any(line.keep for line in lines)):
            say(f"{file}: {why_none}")


def _note(reason: Reason) -> str:
    """A line's margin and the facts that weighed most."""
    return f"{'?' if reason.doubtful else ' '} {reason.margin / 100:.1f}: {'; '.join(reason.facts)}"


def schema(lang: Lang = None) -> None:
    """JSON Schema of a record."""
    put(msgspec.json.format(msgspec.json.encode(record_schema()), indent=2) + b"\n")


Subject = Annotated[
    str | None, typer.Argument(metavar="SUBJECT", help="A rule file or a rule by its name: money, money.won, …")
]


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
    rules_run = counted(len({result.rule for result in results}), "rules")
    say(f"{rules_run}, {counted(len(results), 'examples')}, {len(failed)} failed")
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
    if _is_file(text):
        raise typer.BadParameter("is the name of a file; give words of it, or add --why FIGURE", param_hint="TEXT")
    from ..inspection import explain, figures

    book = load(tuple(rules))

    with patient("TEXT", timeout):
        rows = (figures if figure else explain).explain(mended(text), book)
    if rows:
        put_rows((figures if figure else explain).HEADINGS, rows)
    else:
        say("nothing in the text looks like a quantity, a date or a place that could be several")


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # an article for an argument is longer than a name may be
        return False


def _explain_figure(file: str, figure: str, timeout: float, book: Rulebook) -> None:
    from ..inspection.figure_reasons import HEADINGS, reasons

    with patient(file, timeout):
        rows = reasons(read(file), figure, book)
    if not rows:
        say(f"{file}: no figure is written {figure}; give it as the article has it")
        raise typer.Exit(1)
    put_rows(HEADINGS, rows)


def _entries(book: Rulebook, subject: str | None) -> list[tuple[str, Entry]]:
    """The rules of one file, one rule, or all. Exits with 2 where nothing has that name."""
    subjects = {name: Path(file).stem for name, file in book.files.items()}
    if subject in book.entries:
        return [(subject, book.entries[subject])]
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
