"""The only reader of ``rules/*.toml``: validates, expands fragments, compiles.

A rule file holds any of these tables; ``id`` is unique over all files, and unknown keys fail at load:

* ``[[rule]]``, ``[[name]]``, ``[[date]]``, ``[[line]]``, ``[[cue]]``, ``[[frame]]``: what ``schema`` says
* ``[fragments]`` word lists and patterns, for use as ``(?&name)`` in any pattern
* ``[tables.NAME]`` other data
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec
import regex

from ..korean.word_lists import digest_of_data, folder
from . import backtracking, own_rules
from .patterns import Patterns, alternatives
from .schema import (
    TABLES,
    Cue,
    DateRule,
    Entry,
    FrameRule,
    LineRule,
    MentionRule,
    NameRule,
    RuleError,
)

MIN_EXAMPLES = 2
T = TypeVar("T")


class Rulebook:
    """All rules of the project and of the user's own folders, validated.

    ``files`` maps an id to the file it stands in. Where a ``table`` is named, only files that hold some of it are in the book;
    its digest is of all.
    """

    def __init__(self, paths: Sequence[Path], table: str | None = None) -> None:
        self.entries: dict[str, Entry] = {}
        self.files: dict[str, str] = {}
        self._own: set[str] = set()
        self.tables: dict[str, Any] = {}
        self.patterns = Patterns(self.where)
        self.fragments = self.patterns.fragments
        self.words: dict[str, tuple[str, ...]] = {}
        held = [(path, _held(path)) for path in paths]
        self._read = hashlib.sha256(b"".join(data for _, data in held)).digest()
        head = f"[[{table}]]".encode() if table else b""
        documents = [(path, _parse(path, data)) for path, data in held if head in data]
        for path, document in documents:
            if _is_own(path):
                with _refusing(_shown(path)):
                    own_rules.check_document(document, TABLES, self.fragments, self.tables)
            self._read_words(path, document)
        for path, document in documents:
            for name in document.get("fragments", ()) if _is_own(path) else ():
                self.expand(f"(?&{name})", f"{_shown(path)}: fragment {name}")
        for path, document in documents:
            self._read_entries(path, document)

    @cached_property
    def digest(self) -> str:
        """The first 12 hex digits of the SHA-256 of all rule texts, word lists and weights; the latter are read when it is asked for."""
        digest = hashlib.sha256(self._read)
        digest_of_data(digest)
        return digest.hexdigest()[:12]

    def of(self, kind: type[T]) -> list[T]:
        """The entries of one table, in the order of the files' names and of the lines in each."""
        return [entry for entry in self.entries.values() if isinstance(entry, kind)]

    @property
    def line_rules(self) -> list[LineRule]:
        return self.of(LineRule)

    @property
    def cues(self) -> list[Cue]:
        return self.of(Cue)

    def anchored(self, pattern: str, owner: str) -> regex.Pattern[str] | re.Pattern[str]:
        """``Patterns.anchored``; a user's is compiled by the engine it was tried with, which knows more ways out."""
        return self.patterns.compile(pattern, owner) if owner in self._own else self.patterns.anchored(pattern, owner)

    def compile(self, pattern: str, owner: str) -> regex.Pattern[str]:
        """``Patterns.compile``."""
        return self.patterns.compile(pattern, owner)

    def deferred(self, pattern: str, owner: str) -> regex.Pattern[str]:
        """``Patterns.deferred``; a user's is compiled at once, so that what is wrong with it is told before anything is read."""
        return self.compile(pattern, owner) if owner in self._own else self.patterns.deferred(pattern, owner)

    def expand(self, pattern: str, owner: str) -> str:
        """``Patterns.expand``."""
        return self.patterns.expand(pattern, owner)

    def where(self, owner: str) -> str:
        return f"{self.files[owner]}: {owner}" if owner in self.files else owner

    def _read_words(self, path: Path, document: dict[str, Any]) -> None:
        for name, words in document.get("fragments", {}).items():
            self.words[name] = () if isinstance(words, str) else tuple(words)
            self.fragments[name] = words if isinstance(words, str) else alternatives(words)
        self.tables.update(document.get("tables", {}))

    def _read_entries(self, path: Path, document: dict[str, Any]) -> None:
        for table, rows in document.items():
            if table in ("fragments", "tables"):
                continue
            if table not in TABLES:
                raise RuleError(
                    f"{_shown(path)}: unknown table [[{table}]]; one of {', '.join(TABLES)}, fragments, tables"
                )
            for row in rows:
                self._read_entry(path, TABLES[table], row)

    def _read_entry(self, path: Path, kind: type[Entry], row: dict[str, Any]) -> None:
        name = row.get("id", "(no id)") if isinstance(row.get("id", ""), str) else "(no id)"
        try:
            entry = msgspec.convert(row, kind)
        except msgspec.ValidationError as error:
            raise RuleError(f"{_shown(path)}: {name}: {_readable(str(error), kind)}") from None
        if name in self.entries:
            raise RuleError(f"{_shown(path)}: {name}: the id stands in {self.files[name]} already; choose another")
        self.files[name] = _shown(path)
        for key in ("finds", "ignores"):
            if len(getattr(entry, key)) < MIN_EXAMPLES:
                raise RuleError(f"{_shown(path)}: {name}: {key} needs at least {MIN_EXAMPLES} sentences")
        if _is_own(path):
            self._own.add(name)
            self._check_own(name, entry)
        self.entries[name] = entry

    def _check_own(self, name: str, entry: Entry) -> None:
        with _refusing(self.where(name)):
            own_rules.check_entry(entry, self._cue_values())
            if not isinstance(entry, DateRule):
                expanded = self.expand(_own_part(entry.pattern), name)
                own_rules.check_turns(expanded)
                self._refuse_empty(name, entry.pattern)
                compiled = self.compile(_unit_filled(entry), name)
                own_rules.check_speed(compiled, entry.pattern, expanded, getattr(entry, "longest", own_rules.LONG))

    def _cue_values(self) -> dict[str, set[str]]:
        """The values that the project's cues give, by field; cues of one field of the record share theirs."""
        given: dict[str, set[str]] = {}
        for cue in self.cues:
            given.setdefault(cue.field.partition(".")[0], set()).add(cue.value)
        return {cue.field: given[cue.field.partition(".")[0]] for cue in self.cues}

    def verify(self) -> None:
        """Compiles every pattern and refuses those that match the empty text.

        A user's rules are verified when they are read; the project's own by its tests, because compiling all of them
        takes longer than reading an article. Raises RuleError.
        """
        for name, entry in self.entries.items():
            if not isinstance(entry, DateRule):
                self._refuse_empty(name, entry.pattern)

    def _refuse_empty(self, name: str, pattern: str) -> None:
        try:
            compiled = self.compile(pattern.replace("(?&unit)", "unit"), name)
        except RecursionError:
            raise RuleError(
                f"{self.where(name)}: bad pattern: too deep; mend it and run 'jobextract rules check'"
            ) from None
        if backtracking.endless(self.expand(pattern.replace("(?&unit)", "unit"), name)):
            raise RuleError(
                f"{self.where(name)}: a repetition inside a repetition can take for ever; make the inner one possessive"
                " (++ or *+)"
            )
        if compiled.fullmatch(""):
            raise RuleError(f"{self.where(name)}: the pattern matches the empty text; ask for at least one character")


def _unit_filled(entry: MentionRule | NameRule | LineRule | Cue | FrameRule) -> str:
    units = entry.units if isinstance(entry, MentionRule) else {}
    return entry.pattern.replace("(?&unit)", f"(?P<unit>{alternatives(units)})" if units else "unit")


def _own_part(pattern: str) -> str:
    """What a user wrote of a pattern: numerals, which are the project's, as a sign."""
    return regex.sub(r"\(\?&(?:number|digits|native|unit)\)", "0", pattern)


def _held(path: Path) -> bytes:
    with _refusing(_shown(path)):
        return own_rules.file_bytes(path)


def _parse(path: Path, data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"{_shown(path)}: {error}; mend the file") from None
    except RecursionError:
        raise RuleError(f"{_shown(path)}: is nested too deeply; mend the file") from None


def _is_own(path: Path) -> bool:
    """Whether the file is a user's, not the project's."""
    return path.parent != folder()


@contextmanager
def _refusing(where: str) -> Iterator[None]:
    try:
        yield
    except own_rules.Refused as error:
        raise RuleError(f"{where}: {error}") from None


def _shown(path: Path) -> str:
    return f"rules/{path.name}" if path.parent == folder() else str(path)


def _readable(message: str, kind: type[Entry]) -> str:
    """msgspec's words, with the key first named as the reader of the file knows it."""
    unknown = regex.match(r"Object contains unknown field `(.+?)`", message)
    if unknown:
        return f'unknown key "{unknown[1]}"'
    value = regex.match(r"Invalid enum value '(.+?)' - at `\$\.(\w+)", message)
    allowed = [one for one in _closed(kind, value[2]) if isinstance(one, str)] if value else []
    return (
        f'{value[2]} = "{value[1]}" is none of {", ".join(allowed)}; write one of them'
        if value and allowed
        else message
    )


def _closed(kind: type[Entry], key: str) -> tuple[object, ...]:
    """The words that a key of an entry may have, none where it has no list of them."""
    hint = get_type_hints(kind).get(key)
    return tuple(one for side in (hint, *get_args(hint)) if get_origin(side) is Literal for one in get_args(side))


def load(extra: tuple[str, ...] = (), table: str | None = None) -> Rulebook:
    """The rule book: the project's files in the order of their names, then those of each folder in ``extra``.

    With a ``table`` it is read no further than who asks for nothing else needs: lines are a sixth of it. Own rules are held
    against all others, so with these it is always whole. Raises RuleError for a folder without rules and for a rule that is
    not right.
    """
    return _load(tuple(extra), None if extra else table)


@lru_cache(maxsize=8)
def _load(extra: tuple[str, ...], table: str | None) -> Rulebook:
    paths = sorted(folder().glob("*.toml"))
    for place in extra:
        try:
            own = sorted(Path(place).glob("*.toml")) if place else []
        except (OSError, ValueError) as error:
            raise RuleError(f"{place!r}: cannot be read ({error}); give a folder that holds rule files") from None
        if not own:
            raise RuleError(f"{place or repr(place)}: no *.toml there; give a folder that holds rule files")
        paths += own
    return Rulebook(paths, table)
