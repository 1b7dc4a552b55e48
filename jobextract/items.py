"""What a figure counts or measures: the head noun phrase around it, without particles and verbs.

Tried in this order: the cell's headings in a table; the noun glued behind a counter (102개 사업); the bare noun before it
(참여자 50명); brackets; the noun that it modifies or is part of (이용자의 71.5%); the object or the goal of the verb
(지원금을 1천만 원으로, 사업에 547억 원을); the deed (704명이 참가해); the topic (취업률은 90%); the object anywhere before. What a
list, a change or an elliptic sentence leaves out is shared in ``sharing``.
"""

from __future__ import annotations

from . import clauses, deeds, linked, members, neighbours, outlays
from .nouns import Surroundings

FINDERS = (
    neighbours.cell,
    members.numbered,
    linked.part,
    outlays.doing,
    deeds.goal_of_share,
    neighbours.counted_after,
    neighbours.predicated,
    neighbours.before,
    neighbours.bracketed,
    neighbours.amounting,
    linked.priced,
    linked.sold_for,
    linked.sized,
    clauses.balance,
    neighbours.glued_after,
    neighbours.part_of,
    neighbours.modified,
    linked.change_of,
    neighbours.made_into,
    outlays.got_for,
    deeds.given_for,
    deeds.goal,
    clauses.object_beside,
    clauses.too_beside,
    clauses.raised,
    clauses.raised_after,
    deeds.served,
    clauses.turns,
    deeds.deed,
    linked.among,
    linked.from_to,
    linked.grown,
    deeds.going_to,
    outlays.running,
    deeds.goal_of_several,
    deeds.spent,
    clauses.topic,
    deeds.common_deed,
    deeds.work_before,
    deeds.work_after,
    clauses.object_before,
    deeds.attended,
    clauses.topic_too,
    deeds.given_to,
    neighbours.place_before,
    neighbours.counter,
)
_SHARES = (
    neighbours.cell,
    members.numbered,
    linked.share_of,
    neighbours.predicated,
    neighbours.share,
    neighbours.bracketed,
    neighbours.amounting,
    neighbours.owned_share,
    neighbours.part_of,
    linked.change_of,
    clauses.too_beside,
    clauses.raised,
    clauses.raised_after,
    linked.among,
    linked.from_to,
    linked.grown,
    linked.equated,
    clauses.topic,
    neighbours.of_whole,
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
    "duration": (neighbours.before, linked.from_to, clauses.topic, clauses.too_beside, deeds.lasting),
    "ordinal": (neighbours.before, clauses.topic),
    "age": (neighbours.glued_after, linked.from_to, clauses.mean_age),
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
