"""What speaks for a name being the body that an article is about: where it stands in title and lead, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from ...korean.particles import TOPIC
from ...korean.tokens import Sentence, Word
from ...korean.word_lists import pattern
from ...model import Article
from .holding import Holding, forms, is_called
from .kinds import MUNICIPALITY, kind_of
from .proposals import LEAD, Proposals
from .tenor import Tenor
from .usage import Course

_SOURCE, _OURS = pattern("candidates.source"), pattern("bodies.ours")


class BodyFacts:
    """Title and lead of an article, asked for each of the names that are weighed (``names``)."""

    def __init__(self, article: Article, seen: Proposals, names: list[str]) -> None:
        self.title, self.start, self.body, self.text = seen.title, seen.start, seen.body, seen.text
        self.known, self.standing, self.around, self.others = seen.known, seen.standing, seen.around, names
        lasts = [name.split()[-1] for name in names]
        self.forms = self.standing.forms = forms(lasts, seen.stems, seen.known)
        self.tenor = Tenor(seen.title[seen.start :], seen.body, seen.text)
        self.holding = Holding(seen.body, self.forms, seen.known, seen.standing.tails)
        self.course = Course(seen.body, self.forms)
        self.publisher, self.place = article.publisher or "", article.place or ""
        topics = [w.stem for s in seen.body for w in s.words if w.particle in TOPIC]
        spans = [(part.start, part.end) for part in article.segments] or [(s.start, s.end) for s in seen.body]
        ours = {match[1] for start, end in spans for match in _OURS.finditer(seen.text, start, end)}
        self.ours = {self.known.again[word] for word in ours & self.known.again.keys()}
        self.again = {self.known.again[stem] for stem in set(topics) & self.known.again.keys()}

    def facts(self, name: str, told: str | None, rank: int) -> list[str]:
        last = name.split()[-1]
        kind, titled = self.kind(name), self._titled(name, last)
        public = self._published(last)
        found = [
            f"told{name == told:d}{kind}",
            f"told{name == told:d}{titled}",
            f"kind{kind}",
            f"title{titled}{kind}",
            f"title{titled}",
            f"again{any(is_called(last, end) for end in self.again if end):d}{kind}",
            f"ours{any(is_called(last, end) for end in self.ours if end):d}{bool(self.ours):d}|{kind}",
            f"company{'' in self.again:d}{kind}{titled}",
            f"ending{last[-2:]}",
            f"untold{told is None:d}{kind}{titled}",
            f"page{public}",
            f"around{name in self.around:d}",
            f"dateline{bool(self.place) and last.startswith(self.place):d}{kind}",
            f"first{self._first(last)}{kind}",
            f"first{self._first(last)}rank{min(rank, 3)}",
        ]
        found += self.standing.facts(name, kind)
        found += self.holding.facts(last, kind)
        found += self.course.facts(last, kind)
        found += self._form(name, last)
        found += self.tenor.facts(kind)
        found += self.tenor.of_source(last, kind, self.standing.said[last])
        for number, sentence in enumerate(self.body[:LEAD]):
            found += self._led(last, number, sentence, kind)
        return found

    def _form(self, name: str, last: str) -> Iterator[str]:
        """How the name of a place stands beside its other forms (경남, 경남도, 경상남도), and whether an office from outside speaks."""
        codes, others = self._codes(last), [other for other in self.others if other != name]
        alike = [one.split()[-1] for one in others if codes and codes & self._codes(one.split()[-1])]
        if not alike:
            return
        said, use = self.standing.said, self.standing
        most = max(said[one] for one in alike)
        more = "most" if said[last] > most else "tie" if said[last] == most else "less"
        size = f"{sum(len(one) < len(last) for one in alike)}of{len(alike)}"
        outside = any(self.kind(one) == "national" and use.speaks(one.split()[-1]) for one in others)
        yield f"form{more}{size}"
        yield f"form{size}outside{outside:d}"
        yield f"form{size}says{min(use.says[last], 1)}{more}"
        yield f"form{size}{last[-1] if last[-1] in MUNICIPALITY else 'place'}said{min(said[last], 2)}"

    def _codes(self, last: str) -> set[str]:
        return {place.code for place in self.known.places.places.get(last, ()) if not place.until}

    def kind(self, name: str) -> str:
        return "group" if name in self.standing.groups else kind_of(name.split()[-1], self.known)

    def ranked(self, name: str, places: list[str]) -> Iterator[str]:
        """How the name stands beside the others in each measure."""
        kind, opens = self.kind(name), self.standing.opens(name.split()[-1])
        for place in places:
            yield f"{place}{kind}"
            yield f"{place}{opens}"

    def _first(self, last: str) -> int:
        """The number of the sentence that names it first."""
        forms = self.forms[last]
        found = (n for n, s in enumerate(self.body[:8]) if any(s.holds(form) for form in forms))
        return min(next(found, 8), 8)

    def _published(self, last: str) -> str:
        if self.publisher.endswith(last):
            return "own"
        return "in" if last in self.publisher else "other" if self.publisher else "none"

    def _led(self, last: str, number: int, sentence: Sentence, kind: str) -> Iterator[str]:
        words, forms = sentence.words, self.forms[last]
        at = next((i for i, word in enumerate(words) if word.stem in forms), None)
        if at is None:
            return
        use = "topic" if words[at].particle in TOPIC else words[at].particle or "bare"
        announces = bool(self.known.announces.search(self.text, max(sentence.start, sentence.end - 12), sentence.end))
        first = not any(word.role == "noun" and word.particle in TOPIC for word in words[:at])
        yield f"lead{number}{use}{kind}"
        yield f"lead{number}first{first:d}{use}"
        yield f"lead{min(number, 1)}announces{announces:d}{first:d}{use}"
        if _is_source(words, at):
            yield f"source{min(number, 1)}{kind}"

    def _titled(self, name: str, last: str) -> str:
        short = last[:-1] if len(last) > 2 and last[-1] in MUNICIPALITY else last
        if self.title.startswith((name, last), self.start):
            return "starts"
        if self.title.startswith((short, *self.forms[last]), self.start):
            return "begins"
        if last in self.title:
            return "in"
        return "short" if any(form in self.title for form in (short, *self.forms[last])) else "no"


def _is_source(words: tuple[Word, ...], at: int) -> bool:
    """통계청에 따르면, 통계청이 발표한: only who told it."""
    near = " ".join(word.text for word in words[at : at + 6])
    return bool(_SOURCE.search(near))
