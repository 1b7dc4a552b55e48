"""The command line: what each command does, what goes where, exit codes.

Data goes to standard output or to ``-o``, everything else to standard error. Exit codes: 0 done; 1 done, but some input
failed and was named; 2 wrong usage; 130 interrupted. A closed pipe ends quietly.

Only the module of the command that is asked for is loaded, and ``pipeline`` and what shows or joins records by the commands that
need them: their patterns and tables take half a second.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Annotated

import typer

from ..display.console import say
from ..io.atomic import ClosedPipeError, OutputError, WriteError, opened
from ..page.decode import ReadingError
from ..rulebook.schema import RuleError
from ..wording.words import LANGUAGES, Language, choose
from .options import Lang
from .translation import translated

#: the commands in the order of the help, each with the module and the function that it is
COMMANDS = {
    "parse": ("parse", "parse"),
    "batch": ("batch", "batch"),
    "strip": ("inspect", "strip"),
    "label": ("label", "label"),
    "targets": ("targets", "targets"),
    "report": ("report", "report"),
    "eval": ("report", "evaluate"),
    "schema": ("inspect", "schema"),
    "demo": ("demo", "demo"),
    "rules": ("inspect", "rules_app"),
}
#: signs of a message of usage: an argument that it repeats may be an article
_LONGEST_MESSAGE = 240
INTERRUPTED = 130
#: cells in which help is set, as far as the terminal has them: what a command does is said in a line
_HELP_WIDTH = 120


def application(only: str | None = None) -> typer.Typer:
    """The program with all its commands, or with one alone."""
    app = typer.Typer(
        name="jobextract",
        help="Figures out of Korean news articles as scraped: what, whose, for when, aimed at or achieved.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": _HELP_WIDTH},
    )
    app.callback(invoke_without_command=True)(main)
    for name, (module, function) in COMMANDS.items():
        if only in (None, name):
            command = getattr(import_module(f".{module}", __name__), function)
            if isinstance(command, typer.Typer):
                app.add_typer(command, name=name)
            else:
                app.command(name)(command)
    return app


def run() -> None:
    """The program: runs the command that the arguments name and exits."""
    choose(_asked())
    first = sys.argv[1] if len(sys.argv) > 1 else ""
    app = application(first if first in COMMANDS else None)
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


def main(
    version: Annotated[
        bool, typer.Option("--version", help="Versions of program, rules, weights and analyser.")
    ] = False,
    lang: Lang = None,
) -> None:
    if version:
        from importlib.metadata import version as installed

        from ..io.provenance import provenance
        from ..rulebook.loader import folder, load

        origin = provenance(load().digest, folder())
        lines = [origin.program, f"rules {origin.rules}", f"weights {origin.weights}"]
        lines += [f"{name} {installed(name)}" for name in ("kiwipiepy", "kiwipiepy_model")]
        with opened(None) as out:
            out.write("".join(f"{line}\n" for line in lines).encode())
        raise typer.Exit
