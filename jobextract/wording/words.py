"""The words that people read, in Korean and English, out of ``words.toml``; and which of the two they are to be."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Literal

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = ("ko", "en")
_chosen: list[Language] = []


@lru_cache(maxsize=1)
def _pairs() -> dict[str, tuple[str, str]]:
    data = files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return {key: (korean, english) for key, (korean, english) in tomllib.loads(data).items()}


@lru_cache(maxsize=2)
def words(language: Language) -> Mapping[str, str]:
    """Every word by its key; a word with ``{…}`` is filled in where it is used."""
    return {key: pair[language == "en"] for key, pair in _pairs().items()}


def word(key: str, language: Language) -> str:
    """One word by its key."""
    return _pairs()[key][language == "en"]


def choose(language: Language | None) -> None:
    """The language of this run, whatever the locale; None leaves it to the locale."""
    _chosen[:] = [language] if language else []


def language(chosen: str | None = None) -> Language:
    """The language asked for here or for this run, else Korean where the locale is Korean, else English."""
    if chosen == "ko":
        return "ko"
    if chosen == "en":
        return "en"
    if _chosen:
        return _chosen[0]
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "ko" if locale.startswith("ko") else "en"
