"""What a rule file may hold: one class a table, every key typed, unknown keys refused.

* ``[[rule]]`` a quantity: what it looks like and what it is worth (``MentionRule``)
* ``[[name]]`` text with a numeral in it that is no quantity: 코로나19, 3D (``NameRule``)
* ``[[date]]`` an id of the date grammar, with its reason and examples (``DateRule``)
* ``[[line]]`` a family of lines that a page wraps around the article (``LineRule``)
* ``[[cue]]`` words that decide a field of the record, such as status (``Cue``)
* ``[[frame]]`` words by which a headline says what its article does, and the head of a list what stands under it (``FrameRule``)
"""

from __future__ import annotations

from typing import Literal

import msgspec

from ..model import Kind, Role

#: how a numeral is written, as ``korean.numerals`` says, which takes a while to load
Style = Literal["digit", "mixed", "sino", "native"]
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
    "and_half",
]
Finds = list[tuple[str, str]]


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
    styles: list[Style] = msgspec.field(default_factory=lambda: ["digit", "mixed", "sino", "native"])
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
    styles: list[Style] = msgspec.field(default_factory=lambda: ["digit", "mixed", "sino", "native"])
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
    ``where`` limits it: ``outside`` to lines before the first and after the last sentence of the article. Of ``needs`` one has to stand in the line: most lines are told
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
