"""What a figure counts or measures: the head noun phrase around it, without particles and verbs.

Tried in this order: the cell's headings in a table; the noun glued behind a counter (102개 사업); the bare noun before it
(참여자 50명); brackets; the noun that it modifies or is part of (이용자의 71.5%); the object or the goal of the verb
(지원금을 1천만 원으로, 사업에 547억 원을); the deed (704명이 참가해); the topic (취업률은 90%); the object anywhere before. What a
list, a change or an elliptic sentence leaves out is shared in ``sharing``.
"""

from __future__ import annotations

from ..context import Surroundings
from . import adjacent_items, breakdowns, clause_items, figure_relations, spending_items, verb_items

FINDERS = (
    adjacent_items.cell,
    breakdowns.numbered,
    figure_relations.part,
    spending_items.doing,
    verb_items.goal_of_share,
    adjacent_items.counted_after,
    adjacent_items.predicated,
    adjacent_items.before,
    adjacent_items.bracketed,
    adjacent_items.amounting,
    figure_relations.priced,
    figure_relations.sold_for,
    figure_relations.sized,
    clause_items.balance,
    adjacent_items.glued_after,
    adjacent_items.part_of,
    adjacent_items.modified,
    figure_relations.change_of,
    adjacent_items.made_into,
    spending_items.got_for,
    verb_items.given_for,
    verb_items.goal,
    clause_items.object_beside,
    clause_items.too_beside,
    clause_items.raised,
    clause_items.raised_after,
    verb_items.served,
    clause_items.turns,
    verb_items.deed,
    figure_relations.among,
    figure_relations.from_to,
    figure_relations.grown,
    verb_items.going_to,
    spending_items.running,
    verb_items.goal_of_several,
    verb_items.spent,
    clause_items.topic,
    verb_items.common_deed,
    verb_items.work_before,
    verb_items.work_after,
    clause_items.object_before,
    verb_items.attended,
    clause_items.topic_too,
    verb_items.given_to,
    adjacent_items.place_before,
    adjacent_items.counter,
)
_SHARES = (
    adjacent_items.cell,
    breakdowns.numbered,
    figure_relations.share_of,
    adjacent_items.predicated,
    adjacent_items.share,
    adjacent_items.bracketed,
    adjacent_items.amounting,
    adjacent_items.owned_share,
    adjacent_items.part_of,
    figure_relations.change_of,
    clause_items.too_beside,
    clause_items.raised,
    clause_items.raised_after,
    figure_relations.among,
    figure_relations.from_to,
    figure_relations.grown,
    figure_relations.equated,
    clause_items.topic,
    adjacent_items.of_whole,
)
_RATIOS = (
    adjacent_items.cell,
    adjacent_items.counted_after,
    adjacent_items.before,
    adjacent_items.glued_after,
    adjacent_items.part_of,
    clause_items.raised,
    clause_items.topic,
)
_BY_KIND = {
    "percent": _SHARES,
    "multiple": _SHARES,
    "ratio": _RATIOS,
    "duration": (
        adjacent_items.before,
        figure_relations.from_to,
        clause_items.topic,
        clause_items.too_beside,
        verb_items.lasting,
    ),
    "ordinal": (adjacent_items.before, clause_items.topic),
    "age": (adjacent_items.glued_after, figure_relations.from_to, clause_items.mean_age),
    "date": (),
    "time": (),
}


def find(near: Surroundings) -> str | None:
    """The item that the sentence itself names for the figure, or None; dates and times of day have none."""
    return found(near)[1]


def found(near: Surroundings) -> tuple[str | None, str | None]:
    """The name of the finder that answered first, and its answer."""
    for finder in _BY_KIND.get(near.figure.said.kind, FINDERS):
        item = finder(near)
        if item:
            return finder.__name__, item
    return None, None
