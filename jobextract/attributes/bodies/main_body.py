"""Which body an article is about: every name of its title and lead, and those it repeats, weighed by how they are used.

``rules/weights/subject.json`` holds what each fact weighs. What the rules of ``entities`` answer is one candidate among others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from ...korean.particles import TOPIC, split_particle
from ...korean.tokens import Sentence, Word
from ...korean.word_lists import pattern, words
from ...learning import weights
from ...learning.ranking import Ranker
from .. import gazetteer
from ..items.candidates import Candidate
from . import entities
from .entities import Names

#: names that are weighed, and sentences of the lead
MOST, LEAD = 14, 4
#: how likely the body has to be
LEAST = 0.45
#: and how likely what the rules say has to be where none is as likely
TOLD = 0.25
#: offices of a municipality
_OFFICES = words("candidates.offices")
#: parts of a body that speak for it: a council, a committee, a ward of a court
_PARTS = words("candidates.parts")
_MUNICIPALITY, _SOURCE = words("candidates.municipality"), pattern("candidates.source")


@lru_cache(maxsize=1)
def ranker() -> Ranker:
    """The weights that the rules hold."""
    return Ranker(weights.load("subject"))


def choose(several: list[Candidate], ranker: Ranker) -> tuple[str | None, float]:
    """The likeliest body, or None where it is not likely enough; and how likely it is."""
    ranked = ranker.rank([one.text for one in several], [one.facts for one in several], [one.own for one in several])
    if ranked.best is not None and ranked.chance >= LEAST:
        return several[ranked.best].text, ranked.chance
    told = next((at for at, one in enumerate(several) if one.front), None)
    chance = ranker.share(ranked.scores, told) if told is not None else 0.0
    return (several[told].text, chance) if told is not None and chance >= TOLD else (None, ranked.chance)


def candidates(
    title: str | None, sentences: list[Sentence], text: str, known: Names, told: str | None
) -> list[Candidate]:
    """The names that may be the article's body; ``told`` is what the rules say."""
    body = [s for s in sentences if s.section == "body"]
    head = title or ""
    seen = _Seen(head, body, known)
    told = seen.full(told) if told else None
    names = Counter({name: 0 for name in (told, *seen.named(sentences)) if name})
    for name in names:
        names[name] = seen.count(name)
    chosen = sorted(names, key=lambda name: (name != told, -names[name]))[:MOST]
    ranks = sorted(set(names.values()), reverse=True)
    return [
        Candidate(name, seen.facts(name, told, names[name], ranks.index(names[name]), text), front=name == told)
        for name in chosen
    ]


class _Seen:
    """Title and lead of an article, asked for each name."""

    def __init__(self, title: str, body: list[Sentence], known: Names) -> None:
        self.title, self.body, self.known = title, body, known
        self.start = entities.start_of(title)
        self.stems = Counter(word.stem for sentence in body for word in sentence.words if word.role == "noun")
        topics = {word.stem for sentence in body for word in sentence.words if word.particle in TOPIC}
        self.again = {known.again[stem] for stem in topics & known.again.keys()}
        self.topics = Counter(
            word.stem for sentence in body for word in sentence.words if word.role == "noun" and word.particle in TOPIC
        )

    def named(self, sentences: list[Sentence]) -> Iterator[str]:
        """Bodies by name, topics of the lead, and what the title begins with."""
        known = self.known
        for number, sentence in enumerate(sentences):
            for index, word in enumerate(sentence.words):
                if word.role != "noun" or len(word.stem) < 2:
                    continue
                place = sentence.section == "title" and word.stem in known.places.places
                if place or word.stem.endswith(_OFFICES):
                    yield from self._municipality(word.stem)
                if place or entities.is_body_like(word.stem, known):
                    before = sentence.words[index - 1].stem if index else ""
                    yield self.full(entities.with_province(f"{before} {word.stem}".strip(), known))
                elif number < LEAD and word.particle in TOPIC and entities.is_name_like(word.stem):
                    yield word.stem
        first = self.title[self.start :].split(",")[0].split("…")[0].split()
        if first:
            yield split_particle(first[0])[0].strip("‘’“”\"'·")

    def _municipality(self, stem: str) -> Iterator[str]:
        """안동시 of 안동 in a headline, 김천시 of 김천시의회: where only one place is called so."""
        stem = next((stem[: -len(office) + 1] for office in _OFFICES if stem.endswith(office)), stem)
        places = self.known.places.places.get(stem, ())
        names = {place.name for place in places if len(place.code) > 2}
        if len(names) == 1:
            yield names.pop()

    def full(self, name: str) -> str:
        name = self.known.full(name)
        full = self.known.ministries.get(name)
        return full if full in self.stems else name

    def count(self, name: str) -> int:
        return self.stems[name.split()[-1]] or self.stems[name[:-1]]

    def facts(self, name: str, told: str | None, count: int, rank: int, text: str) -> list[str]:
        last = name.split()[-1]
        kind, titled = self._kind(last), self._titled(name, last)
        found = [
            f"told{name == told:d}{kind}",
            f"told{name == told:d}{titled}",
            f"kind{kind}",
            f"title{titled}{kind}",
            f"title{titled}",
            f"count{min(count, 6)}{kind}",
            f"rank{min(rank, 3)}{titled}",
            f"topics{min(self.topics[last], 4)}{kind}",
            f"again{any(last.endswith(end) for end in self.again if end):d}{kind}",
            f"ending{last[-2:]}",
            f"untold{told is None:d}{kind}{titled}",
        ]
        for number, sentence in enumerate(self.body[:LEAD]):
            found += self._led(last, number, sentence, kind, text)
        return found

    def _led(self, last: str, number: int, sentence: Sentence, kind: str, text: str) -> Iterator[str]:
        words = sentence.words
        at = next((i for i, word in enumerate(words) if word.stem == last), None)
        if at is None:
            return
        use = "topic" if words[at].particle in TOPIC else words[at].particle or "bare"
        announces = bool(self.known.announces.search(text, max(sentence.start, sentence.end - 12), sentence.end))
        first = not any(word.role == "noun" and word.particle in TOPIC for word in words[:at])
        yield f"lead{number}{use}{kind}"
        if any(word.particle.startswith("에서") for word in words[at + 1 : at + 3]) and not words[at].particle:
            yield f"scene{kind}"
        yield f"lead{number}first{first:d}{use}"
        yield f"lead{min(number, 1)}announces{announces:d}{first:d}{use}"
        if _is_source(words, at):
            yield f"source{min(number, 1)}{kind}"

    def _kind(self, last: str) -> str:
        known = self.known
        for ending in _PARTS:
            if last.endswith(ending) and len(last) > len(ending):
                return ending
        if last in known.national:
            return "national"
        if gazetteer.is_name(last, known.places) or last in known.places.places:
            return last[-1] if last[-1] in _MUNICIPALITY and len(last) > 2 else "place"
        if last in known.towns:
            return last[-1]
        return "institution" if last.endswith(known.institutions) else "name"

    def _titled(self, name: str, last: str) -> str:
        short = last[:-1] if len(last) > 2 and last[-1] in _MUNICIPALITY else last
        if self.title.startswith((name, last), self.start):
            return "starts"
        if self.title.startswith(short, self.start):
            return "begins"
        return "in" if last in self.title else "short" if short in self.title else "no"


def _is_source(words: tuple[Word, ...], at: int) -> bool:
    """통계청에 따르면, 통계청이 발표한: only who told it."""
    near = " ".join(word.text for word in words[at : at + 6])
    return bool(_SOURCE.search(near))
