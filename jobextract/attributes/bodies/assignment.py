"""Whose the figures of a sentence are: the likeliest owner of each, and the member of a list where that is a body."""

from __future__ import annotations

import re

from ...korean.particles import WITH
from ...korean.tokens import Word
from ...korean.word_lists import pattern
from ...korean.word_lists import words as listed
from ...learning.ranking import Ranker
from ..figure import TIMELESS, Figure, measure
from ..items import respectively
from ..items.placement import symbols
from ..subject import Bodies
from . import owner_choice

#: endings of what is measured, which owns nothing however often a text speaks of it
_MEASURED = pattern("bodies.measures")
_EACH = frozenset(listed("candidates.each"))
_PARTS = re.compile(r"[·‧∙ㆍ]")


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
    """달빛군과 별빛군은 각각 300곳, 200곳: as many figures as bodies are, in their order, those of the bodies, and with each the
    figures of its bracket."""
    words = own[0].sentence.words if own else ()
    each = next((index for index, word in enumerate(words) if word.text in _EACH), None)
    if each is None:
        return
    behind = [draft for draft in own if draft.at > each and draft.mention.kind not in TIMELESS]
    alike = [draft.at for draft in behind if measure(draft) == measure(behind[0])]
    chosen = {draft.subject for draft in behind}
    for places in (respectively.told_of_each(words, symbols(words), each), alike):
        names = _coordinated(words[:each], len(places), bodies, chosen) if len(places) > 1 else []
        for name, first, stop in zip(names, places, [*places[1:], len(words)], strict=False):
            for draft in behind:
                if draft.at == first or (first < draft.at < stop and respectively.is_bracketed(words, draft.at)):
                    draft.subject = name
        if names:
            return


def _coordinated(words: tuple[Word, ...], many: int, bodies: Bodies, chosen: set[str | None]) -> list[str]:
    """So many bodies in the last list of as many: 달빛군, 별빛군과 햇빛군은; beside one that is known, or was chosen for a figure, an
    unknown name is one too."""
    lists: list[list[tuple[str, bool]]] = [[]]
    goes_on = False
    for index, word in enumerate(words):
        if word.role == "noun" and len(word.text) > 1:
            told = _names(words, index, bodies)
            lists = [*lists[:-1], [*lists[-1], *told]] if goes_on else [*lists, told]
            goes_on = word.particle in WITH
        elif word.role == "mark":
            goes_on = index > 0 and words[index - 1].role == "noun" and not words[index - 1].particle
        else:
            goes_on = False
    whole = (several for several in reversed(lists) if len(several) == many)
    owners = (several for several in whole if any(known or name in chosen for name, known in several))
    return [name for name, _ in next(owners, [])]


def _names(words: tuple[Word, ...], index: int, bodies: Bodies) -> list[tuple[str, bool]]:
    """The bodies that the word names, 달빛·별빛 two, each with whether it is known to be one."""
    body = bodies.body_at(words, index)
    if body is not None:
        return [(body, True)]
    named = ((one, bodies.named(one)) for one in _PARTS.split(words[index].stem))
    told = ((one, full or bodies.weighed.full(one)) for one, full in named)
    return [(full or one, full is not None) for one, full in told]


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
