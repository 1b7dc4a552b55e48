"""What the command line says, in the language of the reader: help, headings and messages, out of ``terminal.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from .words import language

_GAP = re.compile(r"\\\{(\w+)\\\}")
#: what fills a gap: never two parts of a message
_FILLED = "(?:(?!; ).)+?"
#: one thing, which Korean counts as it does several
_SINGLE = re.compile(r"(?<![\w.])1 (?:document|record|target|article|file|rule|example)(?=[, ]|\Z)")
#: gaps that hold a message of their own
_TOLD = ("cause", "remedy")


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("terminal.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def _templates(table: str) -> list[tuple[re.Pattern[str], str]]:
    """Each English text as a pattern of what the program makes of it, those with gaps last, of them the one that says most first."""
    pairs = sorted(_tables()[table].items(), key=lambda pair: ("{" in pair[0], -len(_GAP.sub("", re.escape(pair[0])))))
    return [
        (re.compile(_GAP.sub(rf"(?P<\1>{_FILLED})", re.escape(english)), re.DOTALL), korean)
        for english, korean in pairs
    ]


def _said(text: str, table: str) -> str | None:
    for pattern, korean in _templates(table):
        if found := pattern.fullmatch(text):
            filled = found.groupdict()
            if table == "messages":
                filled |= {name: message(filled[name]) for name in _TOLD if filled.get(name)}
            return korean.format(**filled)
    return None


def counted(number: int, several: str) -> str:
    """A number of things: 1 document, 2 documents."""
    return f"{number} {several.removesuffix('s') if number == 1 else several}"


def help_text(text: str) -> str:
    """A line of help."""
    return _said(text, "help") or text if language() == "ko" else text


def heading(text: str) -> str:
    """A heading of help."""
    return _tables()["headings"].get(text, text) if language() == "ko" else text


def message(text: str) -> str:
    """A message: name, cause and next step, each as far as there are words for it."""
    if language() != "ko":
        return text
    text = _SINGLE.sub(r"\g<0>s", text)
    return _said(text, "messages") or "; ".join(map(_part, text.split("; ")))


def _part(text: str) -> str:
    """A part of a message, also behind the name of what it is about."""
    for name, rest in _splits(text):
        if said := _said(rest, "messages"):
            return f"{name}{said}"
    return text


def _splits(text: str) -> Iterator[tuple[str, str]]:
    yield "", text
    for gap in re.finditer(": ", text):
        yield text[: gap.end()], text[gap.end() :]
