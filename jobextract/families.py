"""Which family of page furniture a line belongs to by its words: the ``[[line]]`` rules of the rule book, applied."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

from .rulebook import LineRule, Rulebook

_TIERS = (80, 160, 400)


class Union(NamedTuple):
    """Rules tried as one pattern; the group that matched says which."""

    rules: tuple[LineRule, ...]
    pattern: regex.Pattern[str] | None


def family(line: str, rulebook: Rulebook, where: str = "any") -> LineRule | None:
    """The first rule of those that hold ``where`` (any, outside, beside) whose pattern is the whole line, or None."""
    return next((_matched(line, union, rulebook) for limit, union in _unions(rulebook)[where] if len(line) <= limit), None)


def beside(line: str, rulebook: Rulebook) -> LineRule | None:
    """The rule that would hold for the line if it stood next to a line of that rule's family, or None."""
    return family(line, rulebook, "beside")


def _matched(line: str, union: Union, rulebook: Rulebook) -> LineRule | None:
    if union.pattern is None:
        return None
    match = union.pattern.fullmatch(line)
    if match is None:
        return None
    rule = union.rules[int(match.lastgroup[1:])]
    if len(line) <= rule.longest:
        return rule
    later = (r for r in union.rules[union.rules.index(rule) + 1 :] if len(line) <= r.longest)
    return next((r for r in later if rulebook.compile(r.pattern, r.id).fullmatch(line)), None)


@lru_cache(maxsize=8)
def _unions(rulebook: Rulebook) -> dict[str, list[tuple[int, Union]]]:
    """For each place, the rules that can hold for a line of up to so many characters."""
    rules = [rule for rule in rulebook.line_rules if rule.part is None]
    places = {
        "any": [rule for rule in rules if rule.where == "any" and rule.beside is None],
        "outside": [rule for rule in rules if rule.where == "outside" and rule.beside is None],
        "beside": [rule for rule in rules if rule.beside],
    }
    return {place: list(_tiers(own, rulebook)) for place, own in places.items()}


def _tiers(rules: list[LineRule], rulebook: Rulebook):
    floor = 0
    for limit in _TIERS:
        own = tuple(rule for rule in rules if rule.longest > floor)
        text = "|".join(f"(?P<g{i}>{rulebook.expand(rule.pattern, rule.id)})" for i, rule in enumerate(own))
        yield limit, Union(own, regex.compile(text) if own else None)
        floor = limit
