"""Figures that one document reads as aimed at and another as what came of a target: 1만3천24개를 만들었다고 했지만 감사 자료에는 …."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..joining import Pair, is_home, number
from ..things import kinship
from .grouping import Told


def without_results(told: list[Told], joined: Mapping[tuple[str, str], list[Pair]]) -> list[Told]:
    """The targets without those whose number another document sets as a result against another target of that body, thing and time."""
    reached: dict[tuple[Any, ...], list[Told]] = {}
    for one in told:
        for pair in joined.get((one.row["source"], one.row["id"]), ())[:1]:
            if is_home(pair) and number(pair.result) != number(one.row):
                reached.setdefault((*_whose(one), number(pair.result)), []).append(one)
    return [
        one
        for one in told
        if not any(_is_of(one, other) for other in reached.get((*_whose(one), number(one.row)), ()))
        or any(is_home(pair) for pair in joined.get((one.row["source"], one.row["id"]), ()))
    ]


def _whose(one: Told) -> tuple[Any, ...]:
    return one.row["subject"], one.period, one.row["unit"]


def _is_of(one: Told, other: Told) -> bool:
    return one.row["source"] != other.row["source"] and kinship(one.name, other.name) != "other"
