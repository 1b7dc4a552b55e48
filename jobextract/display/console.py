"""What the terminal can show, and the one way in which messages reach standard error."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import datetime
from typing import NamedTuple, TextIO

from ..io.atomic import OutputError
from ..wording import terminal


class Screen(NamedTuple):
    """Columns to write in, and whether colours may be used."""

    width: int
    colour: bool


def screen(output: str | None = None) -> Screen:
    """The screen that results are shown on; ``NO_COLOR``, a dumb terminal, a pipe and a file get plain text.

    The width is that of ``COLUMNS`` or the terminal, and 100 where there is neither.
    """
    return Screen(shutil.get_terminal_size((100, 24)).columns, output is None and sys.stdout.isatty() and not _plain())


def progress_wanted() -> bool:
    """Whether a progress bar can be drawn on standard error."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _plain() -> bool:
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"


_log: list[TextIO] = []


def log_to(path: str | None) -> None:
    """Messages of this run go to a file, too, each with the time; what the file holds stays in it.

    Raises OutputError.
    """
    while _log:
        _log.pop().close()
    if path:
        try:
            _log.append(open(path, "a", encoding="utf-8"))  # noqa: SIM115 closed by the next run or the end
        except OSError as error:
            raise OutputError(
                path, f"cannot be written ({error.strerror})", "choose another place with --log"
            ) from None


def say(message: str) -> None:
    """One line on standard error, and in the log where one is kept."""
    told = terminal.message(" ".join(message.split()))
    print(f"jobextract: {told}", file=sys.stderr)
    for file in _log:
        file.write(f"{datetime.now().isoformat(timespec='seconds')} {told}\n")
        file.flush()
