"""What a user's rule file has to keep to, beyond what the project's own files show by their tests.

Every function raises ``Refused`` with what is wrong and what to do; the loader adds the file and the rule.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

import regex

LARGEST = 1 << 20  # bytes of a rule file
LONGEST, DEEPEST = 20_000, 40  # characters of a pattern and parentheses within one another
#: times that counted repetitions, one in another, may ask for together: each is laid out when it is compiled
TURNS = 10_000
#: different groups that a pattern may repeat: each is tried alone
MOST_LOOPS = 500
PATIENCE = 0.5  # seconds that a pattern may take over one of the texts made to try it
#: characters of the longest of these: repeats beside one another that take the same, as in ``\\s*,?\\s*``, need their cube, over a
#: second; the project's own patterns need 0.12 at most
LONG = 1500
#: what several numerals are worth together needs the groups that hold the others
_GROUPS = {
    "plain": (),
    "below": (),
    "and_half": (),
    "mixed_fraction": ("second", "third"),
    "whole_and_fraction": ("second", "third"),
}
_NAME = regex.compile(r"[^\W\s][\w.-]*")
_CALL = regex.compile(r"(?<!\\)(?:\\\\)*\(\?(?:R|[+-]?[0-9]+|&|P>)")
_TOKEN = regex.compile(
    r"(?P<escape>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*+\])|(?P<open>\((?:\?(?:P?<\w+>|<?[=!]|[>:|]|[\w-]*:))?+)|(?P<close>\))"
    r"|(?P<times>[*+]|\{\d*,\d*\}|\{\d+\}|\?)(?P<way>[+?]?)|(?P<other>.)",
    regex.S,
)
_END = "\u0001"
_LETTERS = regex.compile(r"(?<!\\)[\w ,.~-]")


class Refused(Exception):  # noqa: N818 - it becomes a RuleError
    """What is wrong with a rule file, and what to do."""


def file_bytes(path: Path) -> bytes:
    """The content of a rule file. A folder, a pipe, a broken link and a file of more than a megabyte are refused."""
    if not path.is_file():
        kind = "a broken link" if path.is_symlink() and not path.exists() else "no file"
        raise Refused(f"is {kind}; give files in TOML")
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Refused(f"cannot be read ({error.strerror}); check the permissions") from None
    if len(data) > LARGEST:
        raise Refused("is larger than 1 MB; split it")
    return data


def check_document(
    document: Mapping[str, Any], tables: Collection[str], fragments: Collection[str], data: Collection[str]
) -> None:
    """The types of a file's tables; no name of a fragment or of other data that the project uses may be taken again."""
    for table, held in document.items():
        if table in tables:
            if not isinstance(held, list) or not all(isinstance(row, dict) for row in held):
                raise Refused(f"{table} holds no rules; write each under a line [[{table}]]")
        elif table in ("fragments", "tables") and not isinstance(held, dict):
            raise Refused(f"{table} is no table; write [{table}] above its lines")
    for name, held in document.get("fragments", {}).items():
        _check_fragment(name, held, fragments)
    for name in document.get("tables", {}):
        if name in data:
            raise Refused(f"[tables.{name}]: the project's own data have that name; choose another")


def _check_fragment(name: str, held: object, taken: Collection[str]) -> None:
    if name in taken:
        raise Refused(f"fragment {name}: the project's own fragment has that name; choose another")
    if not regex.fullmatch(r"\w+", name):
        raise Refused(f"fragment {name!r}: a name holds letters, digits and _ alone")
    if isinstance(held, str):
        check_pattern(held)
    elif not (isinstance(held, list) and held and all(isinstance(word, str) and word for word in held)):
        raise Refused(f"fragment {name}: is neither a pattern nor a list of words")


def check_entry(entry: Any, cues: Mapping[str, Collection[str]]) -> None:
    """What the types of a rule do not say: numbers that are numbers, names that are known, patterns that end.

    ``cues`` are the values that each field of the project's cues can have.
    """
    if not _NAME.fullmatch(entry.id):
        raise Refused("id: a name holds letters, digits and . _ - alone")
    if not hasattr(entry, "pattern"):
        raise Refused("the forms of dates are code; a rule for one is a [[rule]] or a [[name]]")
    check_pattern(entry.pattern)
    if hasattr(entry, "scale"):
        _check_quantity(entry)
    if hasattr(entry, "longest") and entry.longest < 1:
        raise Refused("longest: no line has fewer than 1 characters")
    if hasattr(entry, "field"):
        if entry.field not in cues:
            raise Refused(f"field: {entry.field!r} is none of {', '.join(sorted(cues))}")
        if entry.value not in cues[entry.field]:
            raise Refused(f"value: {entry.value!r} is none of {', '.join(sorted(cues[entry.field]))}")


def _check_quantity(entry: Any) -> None:
    if not (0 < entry.scale <= 1e30):
        raise Refused(f"scale: {entry.scale} is no number above 0")
    if entry.value is not None and not (math.isfinite(entry.value) and abs(entry.value) <= 1e30):
        raise Refused(f"value: {entry.value} is no number")
    if entry.width is not None and not 1 <= entry.width <= 10**12:
        raise Refused(f"width: {entry.width} makes no range; give 1 or more")
    if not entry.styles:
        raise Refused("styles: without one no numeral is read; leave it out for all")
    if entry.unit == "" or "" in entry.units or "" in entry.units.values():
        raise Refused("unit: is empty; leave it out")
    for group in _GROUPS.get(entry.reading, ("second",)):
        if f"(?P<{group}>" not in entry.pattern and f"(?<{group}>" not in entry.pattern:
            raise Refused(f'reading "{entry.reading}": the pattern has no group (?P<{group}>…)')


def check_pattern(pattern: str) -> None:
    """Refuses a pattern that calls itself, is too deep, or repeats what repeats: that takes for ever on some text."""
    if len(pattern) > LONGEST:
        raise Refused(f"pattern: has more than {LONGEST:,} characters; put words into [fragments]")
    if _CALL.search(regex.sub(r"\(\?&\w+\)", "", pattern)):
        raise Refused("pattern: calls itself; only (?&name) of [fragments] can be called")
    check_turns(pattern)
    open_groups: list[tuple[bool, bool]] = []  # whether each repeats inside, and whether it gives nothing back
    repeats, atom_repeats, atomic = False, False, False
    for token in _TOKEN.finditer(pattern):
        if token["open"]:
            open_groups.append((repeats, atomic))
            if len(open_groups) > DEEPEST:
                raise Refused(
                    f"pattern: more than {DEEPEST} parentheses stand in one another; put parts into [fragments]"
                )
            repeats, atomic = False, token["open"] in ("(?>", "(?=", "(?!", "(?<=", "(?<!")
        elif token["close"]:
            atom_repeats = repeats and not atomic
            repeats, atomic = open_groups.pop() if open_groups else (False, False)
            repeats = repeats or atom_repeats
        elif token["times"]:
            endless = token["times"] in "*+" or token["times"].endswith(",}")
            if endless and token["way"] != "+":
                if atom_repeats:
                    raise Refused(
                        f"pattern: {_around(pattern, token.end())} repeats what repeats already; add a + behind one of them"
                    )
                repeats = True
            atom_repeats = False
        else:
            atom_repeats = False


def check_turns(pattern: str) -> None:
    """Refuses counted repetitions that together are longer than any figure: they take minutes and gigabytes to compile."""
    around: list[int] = []  # of each open group, what its most repeated part before this one is repeated
    within = atom = 1
    for token in _TOKEN.finditer(pattern):
        if token["open"]:
            around.append(within)
            within = atom = 1
        elif token["close"]:
            atom, within = within, around.pop() if around else 1
        elif token["times"]:
            atom *= max((int(count[:9]) for count in regex.findall(r"[0-9]+", token["times"])), default=1) or 1
            if atom > TURNS:
                raise Refused(f"pattern: {_around(pattern, token.end())} asks for more than {TURNS:,} repetitions")
        else:
            atom = 1
        within = max(within, atom)


def loops(pattern: str) -> Iterator[str]:
    """Each group of the pattern that is repeated, with its repetition: what stands before it may hide how slow it is."""
    open_groups: list[int] = []
    start, closed = 0, False
    for token in _TOKEN.finditer(pattern):
        if token["open"]:
            open_groups.append(token.start())
        elif token["close"]:
            start = open_groups.pop() if open_groups else 0
        elif closed and token["times"] not in (None, "?") and token["way"] != "+":
            yield pattern[start : token.end()]
        closed = bool(token["close"])


def _around(pattern: str, end: int) -> str:
    return pattern[max(0, end - 12) : end]


def check_speed(compiled: regex.Pattern[str], pattern: str, expanded: str, longest: int = LONG) -> None:
    """Tries the pattern, and each repetition of it alone, on texts of its own letters; none may take for ever.

    ``longest`` is how many characters a text can have that the pattern is tried on.
    """
    for text in _trials(pattern, min(longest, LONG)):
        _try(compiled.search, text)
    for loop in _different(loops(expanded)):
        with suppress(regex.error):  # what calls a group outside it cannot be tried alone
            alone = regex.compile(loop + _END)
            for text in _mixed(loop):
                _try(alone.match, text)


def _different(found: Iterator[str]) -> list[str]:
    different = list(islice(_once(found), MOST_LOOPS + 1))
    if len(different) > MOST_LOOPS:
        raise Refused(f"pattern: repeats more than {MOST_LOOPS:,} different groups; make several rules of it")
    return different


def _once(found: Iterator[str]) -> Iterator[str]:
    """Each text when it first comes, so that whoever has enough need not hear the rest."""
    heard: set[str] = set()
    for text in found:
        if text not in heard:
            heard.add(text)
            yield text


def _try(search: Callable[..., object], text: str) -> None:
    try:
        search(text, timeout=PATIENCE)
    except TimeoutError:
        raise Refused(
            f"pattern: takes for ever on a text such as {text[:8]}…; make its repeats possessive (*+, ++)"
        ) from None


def _trials(pattern: str, longest: int) -> Iterator[str]:
    letters = _letters(pattern)
    needed = "".join(letters)  # a matcher that misses a letter it needs does not even begin
    alone = list(dict.fromkeys([*letters, "1", "a", chr(0xAC00), " "]))
    yield from (f"{letter * 60}{_END}{needed}" for letter in alone)
    yield f"{needed * 12}{_END}{needed}"
    yield from (f"{letter * longest}{_END}{needed}" for letter in alone)


def _mixed(pattern: str) -> Iterator[str]:
    """Letters of the pattern, alone and two by two, again and again; the mark behind them is needed and not reached."""
    letters = dict.fromkeys([*_letters(pattern), "1", "a", chr(0xAC00), " "])
    for first in letters:
        for second in letters:
            yield f"{(first + second) * 30}\n{_END}"


def _letters(pattern: str) -> list[str]:
    return list(dict.fromkeys(_LETTERS.findall(pattern)))[:12]
