"""The only reader of ``rules/words/*.toml``: lists of words, each with what it is for.

A file holds tables, each a list of its own, known as ``file.table``:

* ``words`` the words, as one text split at white space, or as a list where they hold blanks
* ``values`` instead: what each word stands for (월요일 = 1)
* ``pattern`` instead: a regular expression, in verbose form; ``(?&name)`` in it stands for what the caller gives as ``name``
* ``why`` what the list is for, always
"""

from __future__ import annotations

import re
import tomllib
import warnings
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import msgspec
import regex


class WordListError(Exception):
    """A word list that cannot be used: the message names file, list and what to do."""


class WordList(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One list of ``rules/words``; exactly one of ``words``, ``values`` and ``pattern`` is given."""

    why: str
    words: str | list[str] | None = None
    values: dict[str, int | str] | None = None
    pattern: str | None = None


@lru_cache(maxsize=1)
def folder() -> Path:
    """Where the project's own rules are: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def words(name: str) -> tuple[str, ...]:
    """The words of the list ``file.table``, in their order. Raises WordListError."""
    entry = _entry(name)
    if entry.words is None:
        raise WordListError(f"{_shown(name)}: holds no words; give it words")
    return tuple(entry.words.split() if isinstance(entry.words, str) else entry.words)


def values(name: str) -> dict[str, int | str]:
    """What each word of the list ``file.table`` stands for. Raises WordListError."""
    entry = _entry(name)
    if entry.values is None:
        raise WordListError(f"{_shown(name)}: holds no values; give it values")
    return dict(entry.values)


def pattern(name: str, **parts: str) -> re.Pattern[str]:
    """The pattern of the list ``file.table``, compiled, with ``(?&part)`` filled in. Raises WordListError.

    ``re`` compiles it where it can, because a call of it costs half of one of ``regex``.
    """
    entry = _entry(name)
    if entry.pattern is None:
        raise WordListError(f"{_shown(name)}: holds no pattern; give it a pattern")
    filled = regex.sub(r"\(\?&(\w+)\)", lambda part: parts[part[1]], entry.pattern)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with suppress(re.error, Warning):
            return re.compile(filled, re.VERBOSE)
    try:
        return cast(re.Pattern[str], regex.compile(filled, regex.VERBOSE))
    except regex.error as error:
        raise WordListError(f"{_shown(name)}: bad pattern: {error}; mend it") from None


def digest_of_data(digest: Any) -> None:
    """Feeds every word list and every weight file to a digest, so that a change of them is a change of the rules."""
    for path in [*sorted((folder() / "words").glob("*.toml")), *sorted((folder() / "weights").glob("*.json"))]:
        digest.update(path.name.encode() + path.read_bytes())


def names() -> tuple[str, ...]:
    """Every list there is, as ``file.table``."""
    return tuple(
        f"{path.stem}.{table}" for path in sorted((folder() / "words").glob("*.toml")) for table in _read(path.stem)
    )


def _entry(name: str) -> WordList:
    file, _, table = name.partition(".")
    try:
        return _read(file)[table]
    except KeyError:
        raise WordListError(f"{_shown(name)}: no such list; add [{table}] to the file") from None


@lru_cache(maxsize=64)
def _read(file: str) -> dict[str, WordList]:
    path = folder() / "words" / f"{file}.toml"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WordListError(f"rules/words/{file}.toml: {error}; mend the file") from None
    return {table: _checked(f"{file}.{table}", row) for table, row in tables.items()}


def _checked(name: str, row: object) -> WordList:
    try:
        entry = msgspec.convert(row, WordList)
    except msgspec.ValidationError as error:
        raise WordListError(f"{_shown(name)}: {error}") from None
    if sum(part is not None for part in (entry.words, entry.values, entry.pattern)) != 1:
        raise WordListError(f"{_shown(name)}: needs one of words, values and pattern")
    if entry.words is not None:
        listed = entry.words.split() if isinstance(entry.words, str) else entry.words
        twice = sorted({word for word in listed if listed.count(word) > 1})
        if twice or not listed or not all(listed):
            raise WordListError(f"{_shown(name)}: {', '.join(twice) or 'a word'} stands twice or is empty; take it out")
    return entry


def _shown(name: str) -> str:
    file, _, table = name.partition(".")
    return f"rules/words/{file}.toml: {table}"
