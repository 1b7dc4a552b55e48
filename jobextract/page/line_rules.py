"""Which family of page furniture a line belongs to by its words: the ``[[line]]`` rules of the rule book, applied."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import lru_cache
from operator import add
from typing import NamedTuple

from ..rulebook.loader import Rulebook
from ..rulebook.schema import LineRule

_TIERS = (40, 80, 160, 400)


class Candidate:
    """A rule and whether its pattern is a whole line; its place among them is its bit in the masks of ``Index``.

    The pattern is compiled for the first line that it is tried on: a page has lines for a tenth of the rules.
    """

    __slots__ = ("_rulebook", "longest", "rule", "whole")

    def __init__(self, rule: LineRule, rulebook: Rulebook) -> None:
        self.rule, self.longest, self._rulebook = rule, rule.longest, rulebook
        self.whole: Callable[[str], object] = self._first

    def _first(self, line: str) -> object:
        self.whole = self._rulebook.anchored(self.rule.pattern, self.rule.id).fullmatch
        return self.whole(line)


class Index(NamedTuple):
    """The rules of one place, found by the words that they need, which are kept by their first two signs.

    Asking ``in`` for the few words whose first two signs stand in the line costs a twentieth of searching it for all.
    """

    candidates: tuple[Candidate, ...]
    always: int
    starts: frozenset[str]
    words: dict[str, tuple[tuple[str, int], ...]]


def family(line: str, rulebook: Rulebook) -> LineRule | None:
    """The first rule whose pattern is the whole line; those that hold anywhere go before those that hold outside."""
    size = len(line)
    index = next((index for limit, index in _indices(rulebook) if size <= limit), None)
    if index is None:
        return None
    able = index.always
    starts = index.starts
    for start in (*starts.intersection(line), *starts.intersection(map(add, line, line[1:]))):
        for word, mask in index.words[start]:
            if word in line:
                able |= mask
    while able:
        lowest = able & -able
        candidate = index.candidates[lowest.bit_length() - 1]
        if size <= candidate.longest and candidate.whole(line):
            return candidate.rule
        able ^= lowest
    return None


@lru_cache(maxsize=8)
def _indices(rulebook: Rulebook) -> list[tuple[int, Index]]:
    """For lines of up to so many characters, the rules that can hold."""
    rules = sorted(rulebook.line_rules, key=lambda rule: rule.where != "any")
    candidates = [Candidate(rule, rulebook) for rule in rules]
    return [
        (limit, _index(tuple(one for one in candidates if one.longest > floor)))
        for floor, limit in itertools.pairwise((0, *_TIERS))
    ]


def _index(candidates: tuple[Candidate, ...]) -> Index:
    always = sum(1 << at for at, found in enumerate(candidates) if not found.rule.needs)
    masks: dict[str, int] = {}
    for at, found in enumerate(candidates):
        for word in found.rule.needs:
            masks[word] = masks.get(word, 0) | 1 << at
    words: dict[str, tuple[tuple[str, int], ...]] = {}
    for word, mask in masks.items():
        words[word[:2]] = (*words.get(word[:2], ()), (word, mask))
    return Index(candidates, always, frozenset(words), words)
