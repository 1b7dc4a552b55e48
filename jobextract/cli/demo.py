"""The command ``demo``: the articles that come with the program, read, shown and opened in one step."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from ..display.console import say, screen
from ..io.atomic import opened, writable
from ..io.writers import registry
from ..page.decode import read_path
from ..rulebook.loader import folder
from ..wording.words import language
from . import endings
from .inspect import put
from .options import Force, Lang

PAGE = "jobextract-demo.html"
Page = Annotated[str, typer.Option("--output", "-o", metavar="OUT", help="Where the page is written.")]
Shut = Annotated[bool, typer.Option("--no-open", help="Write the page and do not open it in a browser.")]


def demo(output: Page = PAGE, shut: Shut = False, force: Force = False, lang: Lang = None) -> None:
    """Reads the articles that come with the program, shows their targets and opens the page to check them on."""
    from ..analysis.targets import targets
    from ..display.evidence import view
    from ..display.html import page
    from ..display.target_table import targets as table
    from ..pipeline import extract

    endings.check("demo", output, endings.PAGE)
    force = force or output == PAGE  # which is its own page of an earlier time
    if not registry.is_stream(output):
        writable(output, force)
    results = [extract(read_path(str(path))) for path in seeds()]
    goals = targets(record for result in results for record in result.records)
    put(table(goals, *screen()))
    with opened(output, force) as out:
        out.write(page([view(result) for result in results], language(lang), goals))
    say(f"{output}: {len(results)} articles with figures marked")
    if not shut and sys.stdout.isatty():
        webbrowser.open(Path(output).absolute().as_uri())


def seeds() -> list[Path]:
    """The articles: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent.parent / "seeds"
    return sorted((inside if inside.is_dir() else folder().parent / "seeds").glob("*.txt"))
