"""The only reader of ``rules/*.toml``: validates, expands fragments, compiles.

A rule file holds any of these tables; ``id`` is unique over all files, and unknown keys fail at load:

* ``[[rule]]`` a quantity: what it looks like and what it is worth (``MentionRule``)
* ``[[name]]`` text with a numeral in it that is no quantity: 코로나19, 3D (``NameRule``)
* ``[[date]]`` an id of the date grammar, with its reason and examples (``DateRule``)
* ``[[line]]`` a family of lines that a page wraps around the article (``LineRule``)
* ``[[cue]]`` words that decide a field of the record, such as status (``Cue``)
* ``[[frame]]`` words by which a headline says what its article does, and the head of a list what stands under it (``FrameRule``)
* ``[fragments]`` word lists and patterns, for use as ``(?&name)`` in any pattern
* ``[tables.NAME]`` other data
"""

from __future__ import annotations

import hashlib
import re
import tomllib
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
import regex

from ..korean import numerals
from ..korean.word_lists import digest_of_data, folder
from ..model import Kind, Role
from . import backtracking, own_rules

MIN_EXAMPLES = 2
#: what several numerals of one pattern are worth together; ``quantities`` computes it
Reading = Literal[
    "plain",
    "fraction",
    "share",
    "range",
    "ratio",
    "compound",
    "score",
    "tenths",
    "below",
    "slash",
    "mixed_fraction",
    "whole_and_fraction",
    "magnitude",
    "share_of",
]
Finds = list[tuple[str, str]]
_FRAGMENT = regex.compile(r"\(\?&(\w+)\)")


class RuleError(Exception):
    """A rule file that cannot be used: the message names file, rule, key and what to do."""


class MentionRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One form of quantity.

    ``pattern`` is either anchored at a numeral, ``(?&number)…``, or free. Its group ``unit`` names the unit where ``unit``
    does not; ``units`` maps what is written to the unit's code. ``value`` is the worth of a word such as 절반; ``scale``
    multiplies the numeral (할 is 10 percent); ``width`` makes it a range (30대 is 30 to 30 + 9). ``styles`` are the ways of
    writing a numeral that the rule accepts. ``verdict`` false spares it the analyser's opinion on numerals in Hangul.
    ``reading`` says what a second numeral, the group ``second``, does. Of two readings of the same length the higher
    ``priority`` wins, then the rule that stands first. A ``fallback`` is tried only where no other rule reads the numeral.
    A free pattern is tried only where one of ``needs`` stands in the text.
    """

    id: str
    kind: Kind
    pattern: str
    why: str
    finds: Finds
    ignores: list[str]
    known_misses: Finds = []
    unit: str | None = None
    units: dict[str, str] = {}
    value: float | None = None
    scale: float = 1
    width: int | None = None
    styles: list[numerals.Style] = msgspec.field(default_factory=lambda: ["digit", "mixed", "sino", "native"])
    verdict: bool = True
    approx: bool = False
    priority: int = 0
    fallback: bool = False
    reading: Reading = "plain"
    needs: list[str] = []


class NameRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Text that holds a numeral and is a name, a label or an address: nothing inside it is a quantity.

    ``finds`` gives sentences with the name marked, ``ignores`` sentences in which the same words are a quantity. A free
    pattern is tried only where one of ``needs`` stands in the text. ``styles`` are as in a ``MentionRule``.
    """

    id: str
    pattern: str
    why: str
    finds: list[str]
    ignores: list[str]
    known_misses: list[str] = []
    priority: int = -1
    styles: list[numerals.Style] = msgspec.field(default_factory=lambda: ["digit", "mixed", "sino", "native"])
    needs: list[str] = []


class DateRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A form of date, duration or time that ``dates`` reads; ``reference`` is the date that its examples are read on."""

    id: str
    why: str
    finds: Finds
    ignores: list[str]
    known_misses: Finds = []
    reference: str | None = None


class LineRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line that is not of the article, or not of its body: ``role`` is what it is instead.

    ``pattern`` has to match the whole line, without its outer blanks and its bullet, of at most ``longest`` characters.
    ``where`` limits it: ``outside`` to lines before the first and after the last sentence of the article. ``beside`` limits
    it to lines next to one of a family of rules (``weather``). Of ``needs`` one has to stand in the line: most lines are told
    apart by that alone, which costs a fiftieth of the pattern. ``opens`` names what follows the line and belongs to it: the
    items of a list, a thread of comments, the lines of a summary, or (``doubt``) perhaps other articles. ``ends`` marks the line that closes an article.
    """

    id: str
    role: Role
    pattern: str
    why: str
    finds: list[str]
    ignores: list[str]
    known_misses: list[str] = []
    where: Literal["any", "outside"] = "any"
    beside: str | None = None
    opens: Literal["list", "comments", "summary", "box", "doubt"] | None = None
    ends: bool = False
    longest: int = 80
    needs: list[str] = []


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that decide ``field`` of a record to be ``value``."""

    id: str
    field: str
    value: str
    pattern: str
    why: str
    finds: list[str]
    ignores: list[str]
    known_misses: list[str] = []


class FrameRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words by which a headline says what its article does (``field`` act), or the head of a list what stands under it (head).

    ``finds`` and ``ignores`` are whole headlines or heads.
    """

    id: str
    field: Literal["act", "head"]
    value: str
    pattern: str
    why: str
    finds: list[str]
    ignores: list[str]
    known_misses: list[str] = []


TABLES: dict[str, type] = {
    "rule": MentionRule,
    "name": NameRule,
    "date": DateRule,
    "line": LineRule,
    "cue": Cue,
    "frame": FrameRule,
}
Entry = MentionRule | NameRule | DateRule | LineRule | Cue | FrameRule
T = TypeVar("T")


class Rulebook:
    """All rules of the project and of the user's own folders, validated.

    ``files`` maps an id to the file it stands in, ``digest`` is the first 12 hex digits of the SHA-256 of all rule
    texts, word lists and weights.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self.entries: dict[str, Entry] = {}
        self.files: dict[str, str] = {}
        self.tables: dict[str, Any] = {}
        self.fragments: dict[str, str] = {
            "number": numerals.NUMBER,
            "digits": numerals.DIGITS,
            "native": numerals.NATIVE,
        }
        self.words: dict[str, tuple[str, ...]] = {}
        self._compiled: dict[str, regex.Pattern[str]] = {}
        digest = hashlib.sha256()
        documents = [(path, _parse(path, digest)) for path in paths]
        digest_of_data(digest)
        for path, document in documents:
            if _is_own(path):
                with _refusing(_shown(path)):
                    own_rules.check_document(document, TABLES, self.fragments, self.tables)
            self._read_words(path, document)
        for path, document in documents:
            self._read_entries(path, document)
        self.digest = digest.hexdigest()[:12]

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
        """A pattern that is tried at one place only, as one of a line or one that opens with ``^``.

        There ``re`` takes half the time of ``regex``, so it is used where it knows all that the pattern asks for.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with suppress(re.error, Warning):
                return re.compile(self.expand(pattern, owner))
        return self.compile(pattern, owner)

    def compile(self, pattern: str, owner: str) -> regex.Pattern[str]:
        """``pattern`` with its fragments filled in; ``owner`` is named where it is not a pattern."""
        if pattern not in self._compiled:
            try:
                self._compiled[pattern] = regex.compile(self.expand(pattern, owner))
            except regex.error as error:
                raise RuleError(
                    f"{self.where(owner)}: bad pattern: {error}; mend it and run 'jobextract rules check'"
                ) from None
        return self._compiled[pattern]

    def expand(self, pattern: str, owner: str) -> str:
        """``pattern`` with every ``(?&name)`` replaced by the fragment: a call costs six times as much as the text itself."""

        def filled(pattern: str, within: tuple[str, ...]) -> str:
            def fill(match: regex.Match[str]) -> str:
                name = match[1]
                if name not in self.fragments:
                    raise RuleError(f"{self.where(owner)}: unknown fragment (?&{name}); define it under [fragments]")
                if name in within:
                    raise RuleError(f"{self.where(owner)}: fragment {name} calls itself; write it out")
                return f"(?:{filled(self.fragments[name], (*within, name))})"

            return _FRAGMENT.sub(fill, pattern)

        return filled(pattern, ())

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
            raise RuleError(f"{_shown(path)}: {name}: {_readable(str(error))}") from None
        if name in self.entries:
            raise RuleError(f"{_shown(path)}: {name}: the id stands in {self.files[name]} already; choose another")
        self.files[name] = _shown(path)
        for key in ("finds", "ignores"):
            if len(getattr(entry, key)) < MIN_EXAMPLES:
                raise RuleError(f"{_shown(path)}: {name}: {key} needs at least {MIN_EXAMPLES} sentences")
        if _is_own(path):
            self._check_own(name, entry)
        self.entries[name] = entry

    def _check_own(self, name: str, entry: Entry) -> None:
        with _refusing(self.where(name)):
            own_rules.check_entry(entry, self._cue_values(), self._families())
            if not isinstance(entry, DateRule):
                self._refuse_empty(name, entry.pattern)
                own_rules.check_speed(self.compile(_unit_filled(entry), name), entry.pattern)

    def _cue_values(self) -> dict[str, set[str]]:
        """The values that the project's cues give, by field; cues of one field of the record share theirs."""
        given: dict[str, set[str]] = {}
        for cue in self.cues:
            given.setdefault(cue.field.partition(".")[0], set()).add(cue.value)
        return {cue.field: given[cue.field.partition(".")[0]] for cue in self.cues}

    def _families(self) -> set[str]:
        return {rule.id.partition(".")[0] for rule in self.line_rules}

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


def _parse(path: Path, digest: Any) -> dict[str, Any]:
    with _refusing(_shown(path)):
        data = own_rules.file_bytes(path)
    digest.update(data)
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


def _readable(message: str) -> str:
    """msgspec's words, with the key first named as the reader of the file knows it."""
    unknown = regex.match(r"Object contains unknown field `(.+?)`", message)
    return f'unknown key "{unknown[1]}"' if unknown else message


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, as a tree of their letters.

    A plain alternation of 700 words takes 8 microseconds to fail at a place, the tree 2.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(node: dict[str, Any]) -> str:
    letters: dict[str, list[str]] = {}
    for letter, below in node.items():
        if letter:
            letters.setdefault(_branches(below), []).append(regex.escape(letter))
    if not letters:
        return ""
    heads = [(f"[{''.join(heads)}]" if len(heads) > 1 else heads[0]) + rest for rest, heads in letters.items()]
    return f"(?:{'|'.join(heads)})" + ("?" if "" in node else "")


def load(extra: tuple[str, ...] = ()) -> Rulebook:
    """The rule book: the project's files in the order of their names, then those of each folder in ``extra``.

    Raises RuleError for a folder without rules and for a rule that is not right.
    """
    return _load(tuple(extra))


@lru_cache(maxsize=8)
def _load(extra: tuple[str, ...]) -> Rulebook:
    paths = sorted(folder().glob("*.toml"))
    for place in extra:
        try:
            own = sorted(Path(place).glob("*.toml")) if place else []
        except (OSError, ValueError) as error:
            raise RuleError(f"{place!r}: cannot be read ({error}); give a folder that holds rule files") from None
        if not own:
            raise RuleError(f"{place}: no *.toml there; give a folder that holds rule files")
        paths += own
    return Rulebook(paths)
