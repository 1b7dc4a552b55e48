"""The command ``label``: a page as the program sees it, to be corrected and learned from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..display.console import say
from ..io import labelled
from ..page.decode import ReadingError
from ..rulebook.loader import load
from .options import MAX_SIZE, TIMEOUT, File, Force, Lang, MaxSize, Rules, Timeout
from .texts import patient, read


def label(
    file: File,
    folder: Annotated[
        Path, typer.Option("--to", "-o", metavar="FOLDER", help="Where the three files go; made where it is not there.")
    ] = Path(),
    force: Force = False,
    timeout: Timeout = TIMEOUT,
    max_size: MaxSize = MAX_SIZE,
    rules: Rules = (),
    lang: Lang = None,
) -> None:
    """A page labelled as the program sees it, to correct and to learn from: its text, a letter a line, its figures."""
    from ..pipeline import extract

    load(tuple(rules))
    with patient(file, timeout):
        found = extract(read(file, int(max_size)), rules=tuple(rules))
    if not found.source.text.strip():
        raise ReadingError(file, "no text in it", "nothing to label")
    place = folder / ("page" if file == "-" else Path(file).stem)
    labelled.of(found).write(place, force)
    if not found.articles:
        say(f"{file}: no article in it; no line is labelled B; correct those that belong to one")
    say(
        f"{place}: .txt, .lines, .jsonl; correct them, then learn from their folder as training/README.md of the sources says"
    )
