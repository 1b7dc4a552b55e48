"""Which body an article is about: every name of its title and lead, and those it repeats, weighed by how they are used.

``rules/weights/subject.json`` holds what each fact weighs. What the rules of ``entities`` answer is one candidate among others.
"""

from __future__ import annotations

from functools import lru_cache

from ...korean.tokens import Sentence
from ...learning import weights
from ...learning.ranking import Ranked, Ranker
from ...model import Article
from ..gazetteer import as_body
from ..items.candidates import Candidate
from .body_facts import BodyFacts
from .entities import Names, is_form_of
from .kinds import kind_of
from .proposals import Proposals, may_be_body, outside
from .standing import Standing, is_cut_of

__all__ = ["candidates", "choose", "kind_of", "likely", "outside", "rank", "ranker"]

#: names that are weighed
MOST = 16
#: how likely the body has to be: one that is mistaken takes the figures of a whole article
LEAST = 0.5
#: how likely a name has to be to be weighed beside the likeliest for each figure
RIVAL = 0.03


@lru_cache(maxsize=1)
def ranker() -> Ranker:
    """The weights that the rules hold."""
    return Ranker(weights.load("subject"))


def rank(several: list[Candidate], ranker: Ranker) -> Ranked:
    """How likely each of them is the article's body."""
    return ranker.rank([one.text for one in several], [one.facts for one in several], [one.own for one in several])


def choose(several: list[Candidate], ranked: Ranked, known: Names) -> tuple[str | None, float]:
    """The likeliest body, or None where it is not likely enough; and how likely it is, under any form of its name."""
    texts = [one.text for one in several]
    if ranked.best is None:
        return None, ranked.chance
    best, chance = texts[ranked.best], ranked.chance
    for other, share in zip(texts, ranked.shares, strict=False):
        if other not in best and best not in other and _is_form(other, best, known):
            chance += share
    return (as_body(best, texts, known.places) if chance >= LEAST else None), chance


def _is_form(one: str, other: str, known: Names) -> bool:
    """경상남도 and 경남도, 국토부 and 국토교통부."""
    short, full = sorted((one.split()[-1], other.split()[-1]), key=len)
    return is_cut_of(short, full) or is_form_of(short, full, known)


def likely(several: list[Candidate], ranked: Ranked) -> dict[str, float]:
    """The names that may be the article's body, the likeliest first, with how likely each is."""
    shares = dict(zip((one.text for one in several), ranked.shares, strict=False))
    return {name: shares[name] for name in sorted(shares, key=lambda name: -shares[name]) if shares[name] >= RIVAL}


def candidates(
    article: Article,
    sentences: list[Sentence],
    text: str,
    known: Names,
    told: str | None,
    use: Standing | None = None,
) -> list[Candidate]:
    """The names that may be the article's body; ``told`` is what the rules say."""
    seen = Proposals(article, [s for s in sentences if s.section == "body"], known, text, use)
    told = seen.ministry(seen.full(told)) if told else None
    named = (told, *seen.around, *seen.named(sentences))
    kept = (seen.full(name) for name in named if name and may_be_body(name) and not seen.is_scrap(name, told))
    names = {name: seen.count(name) for name in (*kept, *seen.standing.groups)}
    longer = {name.split()[-1] for name in names if " " in name}
    names = {name: often for name, often in names.items() if name not in longer}
    chosen = sorted(names, key=lambda name: (name != told and name not in seen.around, -names[name]))[:MOST]
    facts = BodyFacts(article, seen, chosen)
    steps, places = sorted(set(names.values()), reverse=True), seen.standing.ranks(chosen)
    return [
        Candidate(
            name,
            [*facts.facts(name, told, steps.index(names[name])), *facts.ranked(name, places[name])],
            front=name == told,
        )
        for name in chosen
    ]
