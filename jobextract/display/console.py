"""What the terminal can show, and the one way in which messages reach standard error."""

from __future__ import annotations

import os
import shutil
import sys
from typing import NamedTuple

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


def say(message: str) -> None:
    """One line on standard error."""
    print(f"jobextract: {terminal.message(' '.join(message.split()))}", file=sys.stderr)
