"""Which candidate a figure counts, and of which member of a list it is told: the likeliest, where it is likely enough.

``rules/weights/item.json`` and ``member.json`` hold what each fact weighs, learned from labelled pages.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from ...korean import noun_check, word_classes
from ...korean.tokens import Sentence
from ...korean.word_lists import pattern, words
from ...learning import weights
from ...learning.ranking import Ranker
from ..bodies import main_body, owner_choice
from ..context import Surroundings, without_bound
from ..figure import Figure, is_programme
from . import breakdowns, member
from .candidates import Candidate, Reader

#: kinds that count something
COUNTING = frozenset(
    ("count", "money", "percent", "measure", "multiple", "ratio", "number", "duration", "ordinal", "age")
)
#: how likely a measure has to be to take the place of the member that it is told of
MEASURE = 0.5
#: how what a figure is told of stands to it where hardly anything else was ever right: (점유율 48%), 95억 원 규모의 사업
LINKED = frozenset(("linkedinNmeasureown", "linkedsizeothingown", "linkedsizeomeasureown"))
#: groups of figures that are measured of places and firms and never count them, and how likely the measure has to be
MEASURED, OF_BODIES = frozenset(("money", "people")), 0.4
#: how likely the candidates that begin with a list's member have to be together for it to stand alone
MEMBER = 0.45
#: the part of that which one measure has to have for it not to be open
OPEN = 0.4
#: what part of the likeliest one's likelihood a candidate has to have, and how much that of the phrases which hold it counts for it
CONTENDER, LONGER = 0.05, 0.4
#: facts of candidates that may name what is aimed at, and how far behind the word that says so
THINGS, NAMED = ("prev", "headline"), 400
_NAMED = frozenset(("other", "group"))
#: figures before one that may lend it anything, and whose members are no part of its measure
BEFORE, MATES = 60, 8
(_BY,) = words("items.by")
_EMPTY = frozenset(words("items.empty_heads"))
_SAID_OF, _RATE = frozenset(words("items.said_of")), pattern("items.rate")


class Scorers(NamedTuple):
    """The learned rankers of items and members, and the likelihood under which a figure gets none.

    Where items are still to be learned, ``known`` says what a figure counts, so that it can lend that to others. Then the
    likeliest phrase is chosen ``alone``, not the one that holds most: what is learned of longer ones holds elsewhere less.
    """

    item: Ranker | None
    member: Ranker | None = None
    body: Ranker | None = None
    owner: Ranker | None = None
    least_item: float = 0.4
    least_member: float = 0.5
    known: Callable[[Figure], str | None] | None = None
    alone: bool = False


class Around(NamedTuple):
    """Where a sentence stands: the one before it, read for its topics, and the one behind."""

    before: Surroundings | None
    behind: Sentence | None


class Weighed(NamedTuple):
    """A candidate with its score, how likely it is, and what spoke for and against it."""

    text: str
    score: int
    reasons: list[tuple[str, int]]


@lru_cache(maxsize=1)
def scorers() -> Scorers:
    """The scorers that the rules hold."""
    return Scorers(
        Ranker(weights.load("item")), Ranker(weights.load("member")), main_body.ranker(), owner_choice.ranker()
    )


def settle(
    figures: list[tuple[Figure, Surroundings]], drafts: list[Figure], around: Around, reader: Reader, by: Scorers
) -> None:
    """Weigh the candidates of the figures of a sentence, one after the other: each may lend to the next."""
    before = drafts[-BEFORE:]
    for draft, near in figures:
        if draft.mention.kind in COUNTING:
            _settle(draft, near, before, around, reader, by)
            draft.item = without_bound(draft.item, near) if draft.item else None
        before.append(draft)


def _settle(
    draft: Figure, near: Surroundings, before: list[Figure], around: Around, reader: Reader, by: Scorers
) -> None:
    told, alone = reader.told(near, draft, before, around.behind), None
    draft.candidates = reader.candidates(near, draft, before, around.before, told)
    if by.item is not None:
        linked = _linked(draft)
        counted = _programmes(draft) or linked or draft.candidates
        chosen, draft.sure = _chosen(counted, by.item, 0.0 if counted is linked else by.least_item, by.alone)
        if chosen is not None and not _ends_in_noun(chosen, by.item):
            nouns = [one for one in draft.candidates if _ends_in_noun(one, by.item)]
            chosen, draft.sure = _chosen(nouns, by.item, by.least_item, by.alone)
        alone, shared = _member_alone(draft.candidates, chosen, by.item) if told.lead in _NAMED else (None, 0.0)
        chosen, draft.sure = (alone, shared) if alone is not None else (chosen, draft.sure)
        draft.item = _thing(chosen, draft, by.alone) if chosen else None
        draft.measure = chosen.measure if chosen else None
        draft.way = chosen.facts[0] if chosen else ""
    elif by.known is not None:
        draft.item = by.known(draft)
        draft.way = next((one.facts[0] for one in draft.candidates if one.text == draft.item), "")
    draft.members = member.candidates(near, draft, reader, told)
    if by.member is not None:
        chosen, _ = _chosen(draft.members, by.member, by.least_member)
        draft.member = chosen.text if chosen else None
        if by.item is not None and alone is None:
            if draft.member == draft.item is not None and told.lead in member.APART:
                _measure(draft, by.item, before)
            else:
                _measured_of(draft, by.item, reader, told.group)
        _part(draft, told.lead)
        if draft.member and reader.sort(draft.member) not in member.APART:
            _join(draft, before)


def _programmes(draft: Figure) -> list[Candidate]:
    """Programmes right behind the figure that counts them, whatever they are for: 4대 핵심전략, 38개 사업."""
    behind = (one for one in draft.candidates if one.facts and one.facts[0][0] == "R" and len(one.facts[0]) == 2)
    return [one for one in behind if is_programme(draft, one.text)]


def _linked(draft: Figure) -> list[Candidate]:
    """What the figure is told of beyond doubt: the rate in front of it in its bracket, what it is the size of."""
    return [one for one in draft.candidates if not LINKED.isdisjoint(one.facts)]


def _thing(chosen: Candidate, draft: Figure, alone: bool) -> str:
    """What is aimed at or achieved with the word that says so, where that alone was likeliest: 일자리 목표, not 목표.

    A rate beside a count is not what it counts: of 목표 500개를 달성률 104%로 넘겼다 the thing is told elsewhere.
    """
    said = chosen.text.split()
    if alone or not _SAID_OF.issuperset(said):
        return chosen.text
    named = [one for one in draft.candidates if _names(one) and not any(word in one.text for word in said)]
    if draft.mention.kind != "percent":
        named = [one for one in named if not _RATE.search(one.text)]
    best = max(named, key=lambda one: one.score, default=None)
    if best is None or best.score < chosen.score - NAMED:
        return chosen.text
    return f"{best.text} {chosen.text}"


def _names(candidate: Candidate) -> bool:
    """Whether the phrase names something counted: figures before do, the headline, or it is a measure."""
    head = candidate.text.rsplit(" ", 1)[-1]
    return candidate.facts[0].startswith(THINGS) or breakdowns.is_measure(head)


def _ends_in_noun(candidate: Candidate, ranker: Ranker) -> bool:
    """Whether the phrase ends in a noun: one that annotation counted, or a common one; of others the analyser is asked."""
    head = candidate.text.rsplit(" ", 1)[-1]
    clause = head != candidate.text and head in _EMPTY
    counted = ranker.facts.get(f"head{head}", 0) > 0 or word_classes.is_noun(head)
    return clause or counted or noun_check.is_item(head)


def _member_alone(
    candidates: list[Candidate], chosen: Candidate | None, ranker: Ranker
) -> tuple[Candidate | None, float]:
    """The member of a list where what is measured of it is open: 직업훈련 사업, 직업훈련 일자리, 직업훈련 목표."""
    front = next((one for one in candidates if one.front), None)
    if front is None or (chosen is not None and not chosen.text.startswith(f"{front.text} ")):
        return None, 0.0
    scores = [*(one.score for one in candidates), ranker.none]
    own = [at for at, one in enumerate(candidates) if f"{one.text} ".startswith(f"{front.text} ")]
    every = ranker.shares(scores)
    shares = [every[at] for at in own]
    is_open = chosen is None or max(shares) < OPEN * sum(shares)
    return (front, sum(shares)) if is_open and sum(shares) >= MEMBER else (None, 0.0)


def _measure(draft: Figure, ranker: Ranker, before: list[Figure]) -> None:
    """What is measured of a body, place or age, where that alone was the likeliest item: 한빛은행(22.3%) is a profit."""
    named = [draft.member or "", *(other.member for other in before[-MATES:] if other.member)]
    others = [
        one
        for one in draft.candidates
        if one.text not in named[0] and not any(own in one.text for own in named) and one.text not in _SAID_OF
    ]
    chosen, sure = _chosen(others, ranker, MEASURE)
    if chosen is not None:
        draft.item, draft.measure, draft.sure = chosen.text, chosen.measure or chosen.text, sure / 2


def _measured_of(draft: Figure, ranker: Ranker, reader: Reader, group: str) -> None:
    """What is measured of a place, firm or person, where that was the likeliest item: of 횡성은 0.80명에서 0.70명으로 the rate told before."""
    likeliest = max(draft.candidates, key=lambda one: one.score, default=None)
    own = draft.item or (likeliest.text if likeliest is not None else "")
    named = (group in MEASURED and reader.is_place_or_body(own)) or (group != "measure" and reader.is_person(own))
    if not own or not named:
        return
    others = [
        one
        for one in draft.candidates
        if own not in one.text and one.text not in own and not reader.is_place_or_body(one.text)
    ]
    chosen, sure = _chosen(others, ranker, OF_BODIES)
    if chosen is not None:
        draft.item, draft.measure, draft.sure = chosen.text, chosen.measure or chosen.text, sure / 2
        draft.member = draft.member or own


def _part(draft: Figure, lead: str) -> None:
    """What the figure lends to others is what is measured, without the member that it is told of."""
    whole, own = draft.item, draft.member
    draft.label = own if own and whole and whole.startswith(own) else None
    if whole is None or own is None:
        return
    if draft.label is None:
        draft.label, draft.measure = own, whole
    elif whole.startswith(f"{own} "):
        draft.measure = whole[len(own) + 1 :]
        draft.item = member.apart(whole, own, lead)


def _join(draft: Figure, before: list[Figure]) -> None:
    """A member that is no body, place or age is named with what is measured of it, alone where that is another member's name."""
    own, whole = draft.member, draft.item
    if own is None or (whole is not None and own in whole):
        return
    mates = [other.label for other in reversed(before[-MATES:]) if other.label and other.label != own]
    if whole is None or whole in mates or _is_sum(own):
        draft.item = own
        return
    kept = next((whole.removeprefix(f"{mate} ") for mate in mates if whole.startswith(f"{mate} ")), whole)
    first, _, rest = kept.partition(" ")
    draft.measure = rest if rest and first.endswith(_BY) else kept
    draft.item = f"{own} {draft.measure}"


def _is_sum(own: str) -> bool:
    """Whether the phrase is measured itself, so that nothing else is measured of it: 무역수지, 평균 하수도 요금, 이자; not 취업자."""
    head = own.rsplit(" ", 1)[-1]
    return breakdowns.is_measure(head) and not breakdowns.is_people(head)


def _chosen(
    candidates: list[Candidate], ranker: Ranker, least: float, alone: bool = False
) -> tuple[Candidate | None, float]:
    """The candidate that most likely holds what is right: all that it holds speaks for it, what holds it only in part."""
    ranked = ranker.rank(
        [one.text for one in candidates], [one.facts for one in candidates], [one.own for one in candidates]
    )
    for candidate, score in zip(candidates, ranked.scores, strict=False):
        candidate.score = score
    if ranked.best is None or alone:
        chance = ranked.chance
        return (candidates[ranked.best] if ranked.best is not None and chance >= least else None), chance
    texts, shares = ranked.texts, ranked.shares
    best, most = ranked.best, 0.0
    least_share = CONTENDER * max(shares[:-1])
    for at, own in enumerate(texts):
        if shares[at] < least_share:
            continue
        chance = 0.0
        for text, share in zip(texts, shares, strict=False):
            if text in own:
                chance += share
            elif own in text:
                chance += LONGER * share
        best, most = (at, chance) if chance > most else (best, most)
    return (candidates[best], most) if most >= least else (None, most)


def explain(draft: Figure, most: int) -> list[Weighed]:
    """The candidates of the figure's item, the best first, each with the facts that weighed most."""
    return _explained(draft.candidates, scorers().item, most)


def explain_member(draft: Figure, most: int) -> list[Weighed]:
    """The candidates of the member that it is told of, the best first."""
    return _explained(draft.members, scorers().member, most)


def _explained(candidates: list[Candidate], ranker: Ranker | None, most: int) -> list[Weighed]:
    if ranker is None:
        return []
    order = sorted(candidates, key=lambda one: -one.score)
    return [Weighed(one.text, one.score, ranker.reasons((*one.facts, *one.own))[:most]) for one in order]
