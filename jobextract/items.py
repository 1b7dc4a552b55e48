"""What a figure counts or measures: the head noun phrase around it, without particles and verbs.

Tried in this order: the cell's headings in a table; the noun glued behind a counter (102개 사업); the bare noun before it
(참여자 50명); brackets; the noun that it modifies or is part of (이용자의 71.5%); the object or the goal of the verb
(지원금을 1천만 원으로, 사업에 547억 원을); the deed (704명이 참가해); the topic (취업률은 90%); the object anywhere before. What a
list, a change or an elliptic sentence leaves out is shared in ``sharing``.
"""

from __future__ import annotations

from . import clauses, neighbours
from .nouns import Surroundings

FINDERS = (
    neighbours.cell,
    neighbours.counted_after,
    neighbours.predicated,
    neighbours.before,
    neighbours.bracketed,
    neighbours.amounting,
    neighbours.priced,
    neighbours.glued_after,
    neighbours.part_of,
    neighbours.modified,
    neighbours.change_of,
    neighbours.made_into,
    clauses.goal,
    clauses.object_beside,
    clauses.too_beside,
    clauses.raised,
    clauses.raised_after,
    clauses.served,
    clauses.turns,
    clauses.deed,
    clauses.among,
    clauses.topic,
    clauses.work_before,
    clauses.spent,
    clauses.work_after,
    clauses.object_before,
    clauses.attended,
    clauses.topic_too,
    neighbours.place_before,
    neighbours.counter,
)
_SHARES = (
    neighbours.cell,
    neighbours.predicated,
    neighbours.share,
    neighbours.bracketed,
    neighbours.amounting,
    neighbours.owned_share,
    neighbours.part_of,
    neighbours.change_of,
    clauses.too_beside,
    clauses.raised,
    clauses.raised_after,
    clauses.topic,
)
_RATIOS = (
    neighbours.cell,
    neighbours.counted_after,
    neighbours.before,
    neighbours.glued_after,
    neighbours.part_of,
    clauses.raised,
    clauses.topic,
)
_BY_KIND = {
    "percent": _SHARES,
    "multiple": _SHARES,
    "ratio": _RATIOS,
    "duration": (neighbours.before, clauses.topic, clauses.lasting),
    "ordinal": (neighbours.before, clauses.topic),
    "age": (neighbours.glued_after,),
    "date": (),
    "time": (),
}


def find(near: Surroundings) -> str | None:
    """The item that the sentence itself names for the figure, or None; dates and times of day have none."""
    for finder in _BY_KIND.get(near.figure.mention.kind, FINDERS):
        item = finder(near)
        if item:
            return item
    return None
