"""Whose the figures of a sentence are: the likeliest owner of each, and the member of a list where that is a body."""

from __future__ import annotations

from ...learning.ranking import Ranker
from ..figure import TIMELESS, Figure
from ..subject import Bodies
from . import owner_choice


def tell(own: list[Figure], before: Figure | None, bodies: Bodies, ranker: Ranker | None) -> None:
    """Give each figure of a sentence its subject; ``before`` is the figure in front of the sentence's first."""
    for draft in own:
        if draft.mention.kind in ("date", "time"):
            continue
        draft.owners = bodies.owners(draft, before)
        if ranker is not None:
            told, (draft.subject, draft.owned) = draft.subject, owner_choice.choose(draft.owners, ranker)
            if told is not None and draft.member is not None and bodies.of_member(draft.member) == told:
                draft.subject = told
        before = draft


def of_members(own: list[Figure], bodies: Bodies) -> None:
    """A member that is a body is the subject too; among bodies in a list an unknown name is one as well."""
    listed: tuple[str, str | None] | None = None
    for draft in own:
        if draft.member is None or draft.mention.kind in TIMELESS:
            continue
        body = bodies.of_member(draft.member)
        measured = (draft.mention.kind, draft.mention.unit)
        if body is None and measured == listed:
            body = draft.member
        draft.subject = body or draft.subject
        listed = measured if body else None
