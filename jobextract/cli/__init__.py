"""The command line: what each command does, what goes where, exit codes.

Data goes to standard output or to ``-o``, everything else to standard error. Exit codes: 0 done; 1 done, but some input
failed and was named; 2 wrong usage; 130 interrupted. A closed pipe ends quietly.

``pipeline`` and ``render`` are imported by the commands that need them: their patterns and tables take half a second.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from importlib.metadata import version as installed
from typing import Annotated

import typer

from ..batch.jobs import Task
from ..display.console import say, screen
from ..io import annotations as spans
from ..io import records as export
from ..io.atomic import ClosedPipeError, OutputError, WriteError, opened
from ..io.provenance import provenance
from ..io.sources import others
from ..io.writers import registry
from ..model import Extraction
from ..page.decode import ReadingError
from ..rulebook.loader import folder, load
from ..rulebook.schema import RuleError
from ..wording.words import LANGUAGES, Language, choose
from . import endings
from .batch import batch
from .demo import demo
from .inputs import patient, read, say_empty
from .inspect import rules_app, schema, strip
from .label import label
from .options import (
    MAX_SIZE,
    TIMEOUT,
    Files,
    Force,
    Form,
    Kinds,
    Lang,
    MaxSize,
    MinConfidence,
    Output,
    Published,
    Publisher,
    RawCsv,
    Rules,
    ShowText,
    Statuses,
    Timeout,
)
from .report import evaluate, report
from .targets import targets
from .translation import translated

#: signs of a message of usage: an argument that it repeats may be an article
_LONGEST_MESSAGE = 240
INTERRUPTED = 130
#: cells in which help is set, as far as the terminal has them: what a command does is said in a line
_HELP_WIDTH = 120

app = typer.Typer(
    name="jobextract",
    help="Figures out of Korean news articles as scraped: what, whose, for when, aimed at or achieved.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": _HELP_WIDTH},
)


def run() -> None:
    """The program: runs the command that the arguments name and exits."""
    choose(_asked())
    try:
        code = translated(typer.main.get_command(app))(prog_name="jobextract", standalone_mode=False)
    except ClosedPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except (ReadingError, WriteError) as error:
        say(str(error))
        code = 1
    except (OutputError, RuleError) as error:
        say(str(error))
        code = 2
    except typer.TyperException as error:
        _say_usage(error)
        code = error.exit_code
    if code == INTERRUPTED and sys.argv[1:2] != ["batch"]:  # which has told how far it was
        say("interrupted")
    sys.exit(code or 0)


def _asked() -> Language | None:
    """The language that the arguments ask for, wherever it stands among them: help is made before they are read."""
    words = sys.argv[1:]
    for at, word in enumerate(words):
        value = word.removeprefix("--lang=") if word.startswith("--lang=") else "".join(words[at + 1 : at + 2])
        if word.startswith("--lang") and value in LANGUAGES:
            return value
    return None


def _say_usage(error: typer.TyperException) -> None:
    words = error.format_message().replace("Value error, ", "")
    context = getattr(error, "ctx", None)
    if words.startswith("Usage:"):
        print(words, file=sys.stderr)
    else:
        say(f"{_brief(words.rstrip('.'))}; see '{context.command_path if context else 'jobextract'} --help'")


def _brief(words: str) -> str:
    """The message with what it repeats of a long argument, perhaps a whole article, cut."""
    return words if len(words) <= _LONGEST_MESSAGE else f"{words[: _LONGEST_MESSAGE - 1]}…"


@app.callback(invoke_without_command=True)
def main(
    version: Annotated[
        bool, typer.Option("--version", help="Versions of program, rules, weights and analyser.")
    ] = False,
    lang: Lang = None,
) -> None:
    if version:
        origin = provenance(load().digest, folder())
        lines = [origin.program, f"rules {origin.rules}", f"weights {origin.weights}"]
        lines += [f"{name} {installed(name)}" for name in ("kiwipiepy", "kiwipiepy_model")]
        with opened(None) as out:
            out.write("".join(f"{line}\n" for line in lines).encode())
        raise typer.Exit


@app.command()
def parse(
    files: Files,
    form: Form = None,
    kind: Kinds = (),
    status: Statuses = (),
    min_confidence: MinConfidence = 0.0,
    published: Published = None,
    publisher: Publisher = None,
    rules: Rules = (),
    show_text: ShowText = False,
    timeout: Timeout = TIMEOUT,
    max_size: MaxSize = MAX_SIZE,
    raw_csv: RawCsv = False,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """The figures of one or a few articles."""
    form = form or ("table" if show_text else _default_form(output))
    if show_text and form != "table":
        raise typer.BadParameter("goes with --format table only", param_hint="--show-text")
    task = Task(
        "raw-csv" if raw_csv and form == "csv" else form,
        frozenset(kind),
        frozenset(status),
        published,
        publisher,
        tuple(rules),
        min_confidence,
    )
    load(task.rules)
    if output:
        list(others(files, output))
    failures: list[str] = []
    results = _extractions(files, task, timeout, int(max_size), failures, output)
    if form in ("brat", "spacy"):
        _annotate(results, task, output, force)
    else:
        with opened(output, force) as out:
            for piece in _pieces(results, task, len(files) > 1, output, show_text):
                out.write(piece)
    if failures:
        raise typer.Exit(1)


def _annotate(results: Iterator[Extraction], task: Task, output: str | None, force: bool) -> None:
    """Into a format that no stream can take."""
    if output is None:
        raise typer.BadParameter(f"{task.form} is written to a file; name it with -o", param_hint="--format")
    kind = registry.suffix(output, task.form)
    registry.check(output, force)
    with registry.opened(output, kind=kind) as sink:
        for result in results:
            records = export.selected(result.records, task.kinds, task.statuses, task.least)
            sink.add(spans.FORMS[task.form](result, records), b"", b"")


def _default_form(output: str | None) -> str:
    """The format that the name of the output says. Raises OutputError where it says one that another command writes."""
    if output is None:
        return "table" if sys.stdout.isatty() else "jsonl"
    endings.check("parse", output, endings.RECORDS)
    return endings.ending(output) if endings.ending(output) in endings.RECORDS else "jsonl"


def _extractions(
    files: Collection[str], task: Task, timeout: float, largest: int, failures: list[str], output: str | None
) -> Iterator[Extraction]:
    from ..pipeline import extract

    for name in files:
        try:
            with patient(name, timeout):
                source = read(name, largest)
                result = extract(source, task.published, task.publisher, task.rules)
        except ReadingError as error:
            say(str(error))
            failures.append(name)
            continue
        say_empty(name, result)
        yield result
    _refuse_nothing(files, failures, output)


def _refuse_nothing(files: Collection[str], failures: Collection[str], output: str | None) -> None:
    """Ends where no file could be read: what the output held stays, for one without rows would look like a result."""
    if output and output != "-" and len(failures) == len(files):
        say(f"nothing to read; {output} is not written")
        raise typer.Exit(1)


def _pieces(
    results: Iterator[Extraction], task: Task, several: bool, output: str | None, text: bool
) -> Iterator[bytes]:
    """The output piece by piece, each file's as soon as it is done."""
    if task.form.endswith("csv"):
        yield endings.opening(output) + export.csv_header()
    if task.form == "json" and several:
        yield b'{"documents":['
    for number, result in enumerate(results):
        records = export.selected(result.records, task.kinds, task.statuses, task.least)
        if task.form == "json":
            yield (b",\n" if number else b"") + export.document(result, records) + (b"" if several else b"\n")
        elif task.form == "table":
            from ..display import terminal

            yield terminal.extraction(result, records, *screen(output), text).encode()
        elif task.form in spans.FORMS:
            yield spans.FORMS[task.form](result, records)
        else:
            yield export.encoded(records, task.form)
    if task.form == "json" and several:
        yield b"]}\n"


app.command()(batch)
app.command()(strip)
app.command()(label)
app.command()(targets)
app.command()(report)
app.command("eval")(evaluate)
app.command()(schema)
app.command()(demo)
app.add_typer(rules_app, name="rules")
