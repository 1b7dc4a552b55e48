"""The cues of a status, ``[[cue]]`` of rules/status.toml, compiled, and what the first that matches in a stretch of text says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec
import regex

from ...rulebook.loader import Rulebook
from ...rulebook.schema import Cue


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """A status or change and the id of the cue that decided it; both None where nothing does."""

    value: str | None = None
    cue: str | None = None


UNDECIDED = Verdict()
#: a cue and its pattern, compiled
Sought = tuple[Cue, regex.Pattern[str] | re.Pattern[str]]


class Book(msgspec.Struct, frozen=True, eq=False):
    """The cues by the field that they look at, compiled."""

    by_field: dict[str, tuple[Sought, ...]]

    def cues(self, field: str) -> tuple[Sought, ...]:
        return self.by_field.get(field, ())


@lru_cache(maxsize=8)
def book(rulebook: Rulebook) -> Book:
    fields: dict[str, list[Sought]] = {}
    for cue in rulebook.cues:
        compiled = rulebook.anchored if cue.pattern.startswith("^") else rulebook.compile
        fields.setdefault(cue.field, []).append((cue, compiled(cue.pattern, cue.id)))
    return Book({field: tuple(cues) for field, cues in fields.items()})


@lru_cache(maxsize=8)
def told(said: str, cues: Book) -> tuple[tuple[int, Verdict], ...]:
    """Every telling word of a sentence with its place: its figures share one scan."""
    found = [
        (match.start(), order, Verdict(cue.value, cue.id))
        for order, (cue, pattern) in enumerate(cues.cues("status.after"))
        for match in pattern.finditer(said)
    ]
    return tuple((start, verdict) for start, _, verdict in sorted(found, key=lambda hit: hit[:2]))


def first(text: str, cues: Iterable[Sought]) -> Verdict | None:
    return next((Verdict(cue.value, cue.id) for cue, pattern in cues if pattern.search(text)), None)


def earliest(text: str, cues: Iterable[Sought]) -> Verdict | None:
    """The cue that matches first in the text; the order of the file decides between two at one place."""
    best: tuple[int, Verdict] | None = None
    for cue, pattern in cues:
        match = pattern.search(text)
        if match and (best is None or match.start() < best[0]):
            best = match.start(), Verdict(cue.value, cue.id)
    return best[1] if best else None
