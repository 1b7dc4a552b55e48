"""The only reader of ``rules/words/*.toml``: lists of words, each with what it is for.

A file holds tables, each a list of its own, known as ``file.table``:

* ``words`` the words, as one text split at white space, or as a list where they hold blanks
* ``values`` instead: what each word stands for (월요일 = 1)
* ``pattern`` instead: a regular expression, in verbose form, so that blanks and line ends in it say nothing; a blank that is
  meant is written ``\\ `` or ``[ ]``. ``(?&name)`` in it stands for what the caller gives as ``name``, or else for the list
  ``name`` of the same file, or ``(?&file.name)`` of another: its pattern in a group, or its words as alternatives
* ``why`` what the list is for, always

A file is read when the first of its lists is asked for, and once.
"""

from __future__ import annotations

import re
import tomllib
import warnings
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
import regex

from .deferred_patterns import deferred


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


def numbers(name: str) -> dict[str, int]:
    """The number that each word of the list ``file.table`` stands for. Raises WordListError."""
    return {word: int(value) for word, value in values(name).items()}


def texts(name: str) -> dict[str, str]:
    """The text that each word of the list ``file.table`` stands for. Raises WordListError."""
    return {word: str(value) for word, value in values(name).items()}


def pairs(name: str) -> dict[str, tuple[int, int]]:
    """The two numbers that each word stands for, written there as one: 203 is two to three, 501 the first of May."""
    return {word: divmod(value, 100) for word, value in numbers(name).items()}


def pattern(name: str, **parts: str) -> re.Pattern[str]:
    """The pattern of the list ``file.table``, compiled, with ``(?&part)`` filled in. Raises WordListError.

    ``re`` compiles it where it can, because a call of it costs half of one of ``regex``.
    """
    filled = _filled(name, parts, ())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with suppress(re.error, Warning):
            return re.compile(filled, re.VERBOSE)
    return cast(re.Pattern[str], regex_pattern(name, **parts))


def regex_pattern(name: str, **parts: str) -> regex.Pattern[str]:
    """The same, compiled by ``regex`` whatever it holds: it looks back over any length and stays quick in long searches."""
    try:
        return regex.compile(_filled(name, parts, ()), regex.VERBOSE)
    except regex.error as error:
        raise WordListError(f"{_shown(name)}: bad pattern: {error}; mend it") from None


P = TypeVar("P", re.Pattern[str], regex.Pattern[str])


def seldom(kind: Callable[..., P], name: str, **parts: str) -> P:
    """``pattern`` or ``regex_pattern`` of what few pages ask for, compiled when it is first used."""
    return cast(P, deferred(lambda: _filled(name, parts, ()), lambda _: kind(name, **parts)))


def fragment(name: str, **parts: str) -> str:
    """The pattern of the list ``file.table`` as a text without its blanks, to be a part of another. Raises WordListError."""
    return _BLANKS.sub(lambda token: "" if token[0].isspace() else token[0], _filled(name, parts, ()))


def any_of(listed: Iterable[str]) -> str:
    """The words as alternatives of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, listed), key=len, reverse=True))


def digest_of_data(digest: Any) -> None:
    """Feeds every word list, class of words and weight file to a digest, so that a change of them is a change of the rules."""
    globs = (("words", "*.toml"), ("words", "*.txt"), ("weights", "*.json"))
    for path in (path for kind, name in globs for path in sorted((folder() / kind).glob(name))):
        digest.update(path.name.encode() + path.read_bytes())


def names() -> tuple[str, ...]:
    """Every list there is, as ``file.table``."""
    return tuple(
        f"{path.stem}.{table}" for path in sorted((folder() / "words").glob("*.toml")) for table in _read(path.stem)
    )


_PART = re.compile(r"\(\?&(\w+(?:\.\w+)?)\)")
#: what stands in a pattern as it is, blanks outside of brackets apart
_BLANKS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*+\]|\s+|.", re.DOTALL)


def _filled(name: str, parts: Mapping[str, str], within: tuple[str, ...]) -> str:
    """The pattern with every ``(?&part)`` replaced."""
    entry = _entry(name)
    if entry.pattern is None:
        raise WordListError(f"{_shown(name)}: holds no pattern; give it a pattern")

    def fill(call: re.Match[str]) -> str:
        part = call[1]
        if part in parts:
            return parts[part]
        listed = part if "." in part else f"{name.partition('.')[0]}.{part}"
        if listed in (name, *within):
            raise WordListError(f"{_shown(name)}: calls itself by (?&{part}); write it out")
        held = _entry(listed)
        if held.pattern is not None:
            return f"(?:{_filled(listed, parts, (name, *within))})"
        return f"(?:{any_of(held.values if held.values is not None else words(listed))})"

    return _PART.sub(fill, entry.pattern)


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
