"""Which family of page furniture a line belongs to by its words: the ``[[line]]`` rules of the rule book, applied."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from functools import lru_cache
from operator import add
from typing import NamedTuple

import regex

from ..rulebook.loader import Rulebook
from ..rulebook.schema import LineRule

_TIERS = (40, 80, 160, 400)


class Candidate(NamedTuple):
    """A rule with its compiled pattern; its place among them is its bit in the masks of ``Index``."""

    rule: LineRule
    pattern: regex.Pattern[str] | re.Pattern[str]


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
        rule, pattern = index.candidates[lowest.bit_length() - 1]
        if size <= rule.longest and pattern.fullmatch(line):
            return rule
        able ^= lowest
    return None


@lru_cache(maxsize=8)
def _indices(rulebook: Rulebook) -> list[tuple[int, Index]]:
    """For lines of up to so many characters, the rules that can hold."""
    rules = sorted(rulebook.line_rules, key=lambda rule: rule.where != "any")
    return [
        (limit, _index([rule for rule in rules if rule.longest > floor], rulebook))
        for floor, limit in itertools.pairwise((0, *_TIERS))
    ]


def _index(rules: Iterable[LineRule], rulebook: Rulebook) -> Index:
    candidates = tuple(Candidate(rule, rulebook.anchored(rule.pattern, rule.id)) for rule in rules)
    always = sum(1 << at for at, found in enumerate(candidates) if not found.rule.needs)
    masks: dict[str, int] = {}
    for at, found in enumerate(candidates):
        for word in found.rule.needs:
            masks[word] = masks.get(word, 0) | 1 << at
    words = {start: tuple((w, m) for w, m in masks.items() if w[:2] == start) for start in {word[:2] for word in masks}}
    return Index(candidates, always, frozenset(words), words)
