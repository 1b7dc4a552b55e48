"""Targets that were given up for others: 목표를 3천100개에서 2천800개로 낮췄다, 1만3천500개→1만4천200개 상향."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from ...korean.word_lists import pattern
from ..joining import number
from ..things import Row, kinship
from ..wording import Wording
from .grouping import Told

_FROM, _TO = pattern("targets.revised_from"), pattern("targets.revised_to")
_ARROW, _HEADLINE = pattern("targets.revised_arrow"), pattern("targets.revised_headline")
#: code points behind the new target in which it is told to be raised or cut
BEHIND = 40


def revisions(aims: Iterable[Row], wording: Wording) -> list[tuple[Row, Row]]:
    """Each target that its sentence replaces, with the one that holds instead."""
    sentences: dict[tuple[Any, ...], list[Row]] = {}
    for row in aims:
        key = (row["source"], row["article"], row["unit"], row["sentence"])
        sentences.setdefault(key, []).append(row)
    return [
        (old, new)
        for told in sentences.values()
        for old, new in pairwise(sorted(told, key=lambda row: int(row["start"])))
        if is_replaced(old, new, wording)
    ]


def is_replaced(old: Row, new: Row, wording: Wording) -> bool:
    """Whether the sentence puts the second figure in the place of the first, a target."""
    between = wording.between(old, new)
    if not between or old["subject"] != new["subject"] or old["value"] == new["value"]:
        return False
    behind = wording.behind(new)[:BEHIND]
    return bool((_FROM.match(between) and _TO.match(behind)) or (_ARROW.match(between) and _HEADLINE.match(behind)))


def replaced(told: Iterable[Told], moves: Iterable[tuple[Row, Row]]) -> set[tuple[Any, ...]]:
    """The targets, by body, thing, period, unit and number, that no longer hold after all moves, the last published last."""
    by_row = {(one.row["source"], one.row["id"]): one for one in told}
    given_up: dict[tuple[Any, ...], bool] = {}
    for old, new in sorted(moves, key=lambda move: move[1]["published"] or ""):
        one, other = (by_row.get((row["source"], row["id"])) for row in (old, new))
        if one and other and one.period == other.period and kinship(one.name, other.name) != "other":
            given_up |= {_key(one): True, _key(other): False}
    return {key for key, gone in given_up.items() if gone}


def _key(one: Told) -> tuple[Any, ...]:
    return one.row["subject"], one.name, one.period, one.row["unit"], number(one.row)
