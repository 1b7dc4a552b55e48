"""Why a line was kept or dropped, in the language of the reader: the facts of the line model in words, out of ``reasons.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from .words import Language

_SLOT = re.compile(r"\{(\d):(\w+)\}")
_NEAR = ("+1", "-1")


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("reasons.toml").read_text(encoding="utf-8"))


def role(name: str, language: Language) -> str:
    """What a line is: title, body, caption, …"""
    return _said("roles", name, language)


def why(rule: str, english: str, language: Language) -> str:
    """Why a rule of lines says so; in English what the rule itself says."""
    return _tables()["why"].get(rule, english) if language == "ko" else english


def verdict(name: str, language: Language) -> str:
    """Why the judge of a page says so where no rule speaks: ``body.prose``, ``meta.date``."""
    return _said("verdicts", name, language)


def fact(name: str, language: Language) -> str:
    """A fact of a line (``words of the core:5``) as a reader of the page would say it; one without words as it is."""
    kind, _, value = name.partition(":")
    step, _, what = kind.partition(" ")
    if step in _NEAR:
        return f"{_said('facts', step, language)}: {_filled(what, value, language)}"
    return _filled(kind, value, language)


def _filled(kind: str, value: str, language: Language) -> str:
    pair = _tables()["facts"].get(kind)
    if pair is None:
        return f"{kind} {value}".strip()
    # the endings "plain, unstopped" and "polite, unstopped" hold a comma of their own
    parts = [part.replace(";", ", ") for part in value.replace(", ", ";").split(",")]
    return _SLOT.sub(lambda slot: _value(slot[2], parts, int(slot[1]), language), pair[language == "en"])


def _value(table: str, parts: list[str], at: int, language: Language) -> str:
    value = parts[at] if at < len(parts) else ""
    grades = _tables()["grades"].get(table)
    if grades is not None:
        number = int(value) if value.isdigit() else 0
        return next(said[1 + (language == "en")] for said in grades if number <= said[0])
    return _said(table, value.partition(" ")[0] if table == "core" else value, language)


def _said(table: str, name: str, language: Language) -> str:
    pair = _tables().get(table, {}).get(name)
    return pair[language == "en"] if pair else name
