"""Which body an article is about: every name of its title and lead, and those it repeats, weighed by how they are used.

``rules/weights/subject.json`` holds what each fact weighs. What the rules of ``entities`` answer is one candidate among others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from ...korean.particles import DIRECTION_TOPIC, FROM, TOPIC, split_particle
from ...korean.tokens import Sentence, Word
from ...korean.word_lists import pattern, words
from ...learning import weights
from ...learning.ranking import Ranker
from ...model import Article
from .. import gazetteer
from ..items.candidates import Candidate
from . import entities, usage
from .entities import Names

#: names that are weighed, sentences of the lead, and code points before and behind the article that name the page's owner
MOST, LEAD, AROUND = 16, 4, 1500
#: how likely the body has to be
LEAST = 0.25
#: the same for a name that no list knows
UNKNOWN = 0.45
#: and how likely what the rules say has to be where none is as likely
TOLD = 0.15
#: offices of a municipality
_OFFICES = words("candidates.offices")
#: parts of a body that speak for it: a council, a committee, a ward of a court
_PARTS = words("candidates.parts")
_MUNICIPALITY, _SOURCE = words("candidates.municipality"), pattern("candidates.source")
#: particles of what a clause speaks of, but for what it goes towards
_SPOKEN_OF = TOPIC - frozenset(DIRECTION_TOPIC)
_TIME, _DESK = pattern("candidates.bare_time"), pattern("candidates.desk")


@lru_cache(maxsize=1)
def ranker() -> Ranker:
    """The weights that the rules hold."""
    return Ranker(weights.load("subject"))


def choose(several: list[Candidate], ranker: Ranker) -> tuple[str | None, float]:
    """The likeliest body, or None where it is not likely enough; and how likely it is."""
    ranked = ranker.rank([one.text for one in several], [one.facts for one in several], [one.own for one in several])
    best = several[ranked.best] if ranked.best is not None else None
    if best is not None and ranked.chance >= (UNKNOWN if "kindname" in best.facts and not best.front else LEAST):
        return best.text, ranked.chance
    told = next((at for at, one in enumerate(several) if one.front), None)
    chance = ranker.share(ranked.scores, told) if told is not None else 0.0
    return (several[told].text, chance) if told is not None and chance >= TOLD else (None, ranked.chance)


def candidates(
    article: Article, sentences: list[Sentence], text: str, known: Names, told: str | None
) -> list[Candidate]:
    """The names that may be the article's body; ``told`` is what the rules say."""
    seen = _Seen(article, [s for s in sentences if s.section == "body"], known, text)
    told = seen.full(told) if told else None
    named = (told, *seen.around, *seen.named(sentences))
    names = Counter({name: 0 for name in named if name and may_be_body(name) and not seen.is_scrap(name, told)})
    for name in names:
        names[name] = seen.count(name)
    chosen = sorted(names, key=lambda name: (name != told and name not in seen.around, -names[name]))[:MOST]
    ranks = sorted(set(names.values()), reverse=True)
    seen.others = frozenset(chosen)
    return [
        Candidate(name, seen.facts(name, told, names[name], ranks.index(names[name])), front=name == told)
        for name in chosen
    ]


def may_be_body(name: str) -> bool:
    """Whether the name is no time, number or scrap: 3월, 작년, 48억."""
    return len(name) > 1 and not name[0].isdigit() and not _TIME.match(name)


def outside(article: Article, text: str, known: Names) -> Iterator[str]:
    """What the page itself bears the name of: its publisher, or a municipality whose offices stand about the article."""
    publisher = article.publisher or ""
    for word in reversed(publisher.split()):
        office = entities.OFFICE.match(word)
        if office or entities.is_body_like(word, known):
            yield office[1] if office else word
    first = article.segments[0].start if article.segments else 0
    last = article.segments[-1].end if article.segments else 0
    spans = ((max(0, first - AROUND), first), (last, min(len(text), last + AROUND)))
    for start, end in spans:
        for match in _DESK.finditer(text, start, end):
            if gazetteer.is_name(match[1], known.places) and len(match[1]) > 2:
                yield match[1]


class _Seen:
    """Title and lead of an article, asked for each name."""

    def __init__(self, article: Article, body: list[Sentence], known: Names, text: str) -> None:
        self.title, self.body, self.known, self.text = article.title or "", body, known, text
        title = self.title
        self.publisher, self.place = article.publisher or "", article.place or ""
        self.around = tuple(dict.fromkeys(outside(article, text, known)))
        self.others: frozenset[str] = frozenset()
        self.start = entities.start_of(title)
        self.stems = Counter(word.stem for sentence in body for word in sentence.words if word.role == "noun")
        topics = {word.stem for sentence in body for word in sentence.words if word.particle in TOPIC}
        self.again = {known.again[stem] for stem in topics & known.again.keys()}
        self.topics = Counter(
            word.stem for sentence in body for word in sentence.words if word.role == "noun" and word.particle in TOPIC
        )

    def named(self, sentences: list[Sentence]) -> Iterator[str]:
        """Bodies by name, topics of the lead, and what the title names."""
        known = self.known
        for number, sentence in enumerate(sentences):
            for index, word in enumerate(sentence.words):
                if word.role != "noun" or len(word.stem) < 2 or usage.is_giver(sentence.words, index):
                    continue
                place = sentence.section == "title" and word.stem in known.places.places
                if place or word.stem.endswith(_OFFICES):
                    yield from self._municipality(word.stem)
                if place or entities.is_body_like(word.stem, known):
                    before = sentence.words[index - 1].stem if index else ""
                    yield self.full(entities.with_province(f"{before} {word.stem}".strip(), known))
                elif (number < LEAD and word.particle in _SPOKEN_OF and entities.is_name_like(word.stem)) or (
                    sentence.section == "title" and self._is_titled(sentence.words, index)
                ):
                    yield word.stem
        first = self.title[self.start :].split(",")[0].split("…")[0].split()
        if first:
            yield split_particle(first[0])[0].strip("‘’“”\"'·")

    def _is_titled(self, words: tuple[Word, ...], index: int) -> bool:
        """Whether the title's noun may be a name: the body says it again, or the title begins with it (현도산업, 다온생명 꺾고)."""
        stem = words[index].stem
        opens = index + 1 < len(words) and words[index + 1].text == "," and not words[index].particle
        return (self.stems[stem] > 1 and entities.is_name_like(stem)) or (opens and len(stem) > 3)

    def _municipality(self, stem: str) -> Iterator[str]:
        """안동시 of 안동 in a headline, 김천시 of 김천시의회 and 김천시장: of a place that is known, only where one is called so."""
        stem = next((stem[: -len(office) + 1] for office in _OFFICES if stem.endswith(office)), stem)
        places = self.known.places.places.get(stem, ())
        names = {place.name for place in places if len(place.code) > 2}
        name = names.pop() if len(names) == 1 else None
        if name is not None and (name in self.stems or not entities.is_plain(stem)):
            yield name
        elif not places and len(stem) > 2 and self.stems[stem] and stem not in self.known.false_names:
            yield stem

    def is_scrap(self, name: str, told: str | None) -> bool:
        """Whether the name is the tail of another (교육청 of 전라남도교육청) or a common noun (예산안, of which 예산 is no town)."""
        last = name.split()[-1]
        if last in self.known.again or last in self.known.institutions:
            return any(stem.endswith(last) and len(stem) > len(last) + 1 for stem in self.stems)
        if name == told or entities.is_body_like(last, self.known) or not entities.is_plain(last):
            return False
        town = self.known.places.places.get(last, ())
        return not any(place.name in self.stems for place in town)

    def full(self, name: str) -> str:
        name = self.known.full(name)
        full = self.known.ministries.get(name, name)
        return full if full in self.stems else name

    def count(self, name: str) -> int:
        return self.stems[name.split()[-1]] or self.stems[name[:-1]]

    def facts(self, name: str, told: str | None, count: int, rank: int) -> list[str]:
        last = name.split()[-1]
        kind, titled = kind_of(last, self.known), self._titled(name, last)
        public = self._published(last)
        found = [
            f"told{name == told:d}{kind}",
            f"told{name == told:d}{titled}",
            f"kind{kind}",
            f"title{titled}{kind}",
            f"title{titled}",
            f"count{min(count, 6)}{kind}",
            f"rank{min(rank, 3)}{titled}",
            f"rank{min(rank, 3)}{kind}",
            f"topics{min(self.topics[last], 4)}{kind}",
            f"again{any(last.endswith(end) for end in self.again if end):d}{kind}",
            f"ending{last[-2:]}",
            f"untold{told is None:d}{kind}{titled}",
            f"page{public}",
            f"around{name in self.around:d}",
            f"dateline{bool(self.place) and last.startswith(self.place):d}{kind}",
            f"common{entities.is_common(last):d}{kind}{titled}",
            f"first{self._first(last)}{kind}",
            f"first{self._first(last)}rank{min(rank, 3)}",
            f"twin{self._twin(last)}{kind}{titled}",
        ]
        for number, sentence in enumerate(self.body[:LEAD]):
            found += self._led(last, number, sentence, kind)
        return found

    def _first(self, last: str) -> int:
        """The number of the sentence that names it first."""
        found = (n for n, s in enumerate(self.body[:8]) if s.holds(last))
        return min(next(found, 8), 8)

    def _published(self, last: str) -> str:
        if self.publisher.endswith(last):
            return "own"
        return "in" if last in self.publisher else "other" if self.publisher else "none"

    def _twin(self, last: str) -> str:
        """Whether another form of the name is weighed too: 대구 beside 대구시, 경북 beside 경북도."""
        if any(other != last and other[:-1] == last for other in self.others):
            return "longer"
        return "shorter" if last[:-1] in self.others else "none"

    def _led(self, last: str, number: int, sentence: Sentence, kind: str) -> Iterator[str]:
        words = sentence.words
        at = next((i for i, word in enumerate(words) if word.stem == last), None)
        if at is None:
            return
        use = "topic" if words[at].particle in TOPIC else words[at].particle or "bare"
        announces = bool(self.known.announces.search(self.text, max(sentence.start, sentence.end - 12), sentence.end))
        first = not any(word.role == "noun" and word.particle in TOPIC for word in words[:at])
        yield f"lead{number}{use}{kind}"
        if any(word.particle.startswith(FROM) for word in words[at + 1 : at + 3]) and not words[at].particle:
            yield f"scene{kind}"
        yield f"lead{number}first{first:d}{use}"
        yield f"lead{min(number, 1)}announces{announces:d}{first:d}{use}"
        if _is_source(words, at):
            yield f"source{min(number, 1)}{kind}"

    def _titled(self, name: str, last: str) -> str:
        short = last[:-1] if len(last) > 2 and last[-1] in _MUNICIPALITY else last
        if self.title.startswith((name, last), self.start):
            return "starts"
        if self.title.startswith(short, self.start):
            return "begins"
        return "in" if last in self.title else "short" if short in self.title else "no"


def kind_of(last: str, known: Names) -> str:
    """What sort of body the name is of: a part of one, a ministry, a municipality by its ending, an institution."""
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


def _is_source(words: tuple[Word, ...], at: int) -> bool:
    """통계청에 따르면, 통계청이 발표한: only who told it."""
    near = " ".join(word.text for word in words[at : at + 6])
    return bool(_SOURCE.search(near))
