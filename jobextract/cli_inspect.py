"""The commands that look into things: the stripped page, targets beside achievements, the rules, the schema."""

from __future__ import annotations

import sys
from typing import Annotated

import msgspec
import typer

from . import export
from .cli_options import File, Rules, StripForm
from .model import Source
from .output import opened
from .pipeline import judged
from .reading import read_bytes, read_path
from .schema import record_schema
from .terminal import screen

rules_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The rules: list them, check them, explain.")


def read(name: str) -> Source:
    """The text of a file, of ``-`` that of standard input. Raises ReadingError."""
    return read_bytes(sys.stdin.buffer.read(), "-") if name == "-" else read_path(name)


def put(data: bytes | str) -> None:
    """Data on standard output."""
    with opened(None) as out:
        out.write(data.encode() if isinstance(data, str) else data)


def strip(
    file: File,
    form: StripForm = "text",
    explain: Annotated[
        bool, typer.Option("--explain", help="The whole page with the reason beside each line.")
    ] = False,
    rules: Rules = (),
) -> None:
    """The article without its boilerplate."""
    source = read(file)
    lines = judged(source, tuple(rules))
    if explain:
        from . import render

        put(render.judged_page(source.text, lines, *screen()))
    else:
        put(export.lines_jsonl(source, lines) if form == "jsonl" else export.kept_text(source, lines))


def schema() -> None:
    """JSON Schema of a record."""
    put(msgspec.json.format(msgspec.json.encode(record_schema()), indent=2) + b"\n")
