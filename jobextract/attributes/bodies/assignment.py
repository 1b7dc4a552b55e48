"""Whose the figures of a sentence are: the likeliest owner of each, and the member of a list where that is a body."""

from __future__ import annotations

from ...korean.particles import WITH
from ...korean.tokens import Word
from ...korean.word_lists import pattern
from ...korean.word_lists import words as listed
from ...learning.ranking import Ranker
from ..figure import TIMELESS, Figure, measure
from ..subject import Bodies
from . import owner_choice

#: endings of what is measured, which owns nothing however often a text speaks of it
_MEASURED = pattern("bodies.measures")
_EACH = frozenset(listed("candidates.each"))


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
            if draft.subject is not None and _MEASURED.search(draft.subject) and not bodies.is_body(draft.subject):
                draft.subject = None
        before = draft
    _of_each(own, bodies)


def _of_each(own: list[Figure], bodies: Bodies) -> None:
    """달빛군과 별빛군은 각각 300곳, 200곳: as many figures of one measure as bodies are, in their order, those of the bodies."""
    words = own[0].sentence.words if own else ()
    each = next((index for index, word in enumerate(words) if word.text in _EACH), None)
    if each is None:
        return
    names = _coordinated(words[:each], bodies)
    behind = [draft for draft in own if draft.at > each and draft.mention.kind not in TIMELESS]
    alike = [draft for draft in behind if measure(draft) == measure(behind[0])]
    if len(names) > 1 and len(names) == len(alike):
        for draft, name in zip(alike, names, strict=True):
            draft.subject = name


def _coordinated(words: tuple[Word, ...], bodies: Bodies) -> list[str]:
    """The bodies of the last list of them: 달빛군, 별빛군과 햇빛군은."""
    names: list[str] = []
    goes_on = False
    for index, word in enumerate(words):
        name = bodies.body_at(words, index)
        if name is not None:
            names = [*names, name] if goes_on else [name]
            goes_on = word.particle in WITH
        elif word.role == "mark":
            goes_on = index > 0 and bodies.body_at(words, index - 1) is not None and not words[index - 1].particle
    return names


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
