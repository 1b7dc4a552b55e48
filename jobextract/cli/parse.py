"""The command ``parse``: the records of one or a few articles."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator

import typer

from ..batch.jobs import Task
from ..display.console import say, screen
from ..io import annotations as spans
from ..io import records as export
from ..io.atomic import opened
from ..io.sources import others
from ..io.writers import registry
from ..model import Extraction
from ..page.decode import ReadingError
from ..rulebook.loader import load
from . import endings
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
from .texts import patient, read, say_empty


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
