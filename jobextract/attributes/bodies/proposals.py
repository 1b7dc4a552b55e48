"""Which names an article may be about: every name of its title and lead, those it repeats, and what the text makes a body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...korean.particles import DIRECTION_TOPIC, TOPIC, split_particle
from ...korean.tokens import Sentence, Word, classify
from ...korean.word_lists import pattern, words
from ...model import Article
from .. import gazetteer
from . import company_names, entities, standing, usage
from .entities import Names
from .kinds import HOUSES, MUNICIPALITY, kind_of

#: sentences of the lead, and code points before and behind the article that name the page's owner
LEAD, AROUND = 4, 1500
#: what the analyser sees in words that may be counted
_COMMON = ("plain", "compound", "verbal")
#: how often a name that no list knows has to be said to be weighed
OFTEN = 3
#: nouns for anybody, endings of names that the dictionary does not know, what only looks like a name in front of a head
_GENERIC, _SHORT_ENDS = frozenset(words("bodies.generic")), words("bodies.named_short")
_NO_NAMES, _UNIONS = frozenset(words("bodies.no_names")), frozenset(words("candidates.unions"))
#: what the ministries are together; offices of a municipality
(GOVERNMENT,), _OFFICES = words("bodies.government"), words("candidates.offices")
#: particles of what a clause speaks of, but for what it goes towards
_SPOKEN_OF = TOPIC - frozenset(DIRECTION_TOPIC)
(_COUNCIL,) = words("bodies.council")
_LEAGUES = frozenset(words("bodies.leagues"))
_TIME, _DESK = pattern("candidates.bare_time"), pattern("candidates.desk")
_QUOTES = "‘’“”\"'·"


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
            if len(match[1]) > 2 and (gazetteer.is_name(match[1], known.places) or match[1] in known.towns):
                yield match[1]


class Proposals:
    """The names of one article; ``stems`` counts its nouns, ``around`` is what the page itself bears the name of."""

    def __init__(
        self, article: Article, body: list[Sentence], known: Names, text: str, use: standing.Standing | None = None
    ) -> None:
        self.title, self.body, self.known, self.text = article.title or "", body, known, text
        self.around = tuple(dict.fromkeys(outside(article, text, known)))
        self.start = entities.start_of(self.title)
        self.standing = use or standing.Standing(self.title[self.start :], body, text)
        self.stems = self.standing.said
        self._full: dict[str, str] = {}
        self._introduced: set[str] = set()

    def named(self, sentences: list[Sentence]) -> Iterator[str]:
        """Bodies by name, topics of the lead, and what the title names."""
        known = self.known
        for number, sentence in enumerate(sentences):
            for index, word in enumerate(sentence.words):
                if word.role != "noun" or len(word.stem) < 2 or usage.is_giver(sentence.words, index):
                    continue
                place = sentence.section == "title" and word.stem in known.places.places
                place = place and word.stem not in known.false_names
                if place or word.stem.endswith(_OFFICES):
                    yield from self._municipality(word.stem)
                before = sentence.words[index - 1].stem if index else ""
                if before in known.kinds and not sentence.words[index - 1].particle:
                    self._introduced.add(word.stem)
                    yield word.stem
                club = self._club(sentence.words, index)
                if club:
                    yield club
                if word.stem in _UNIONS and entities.is_name_like(before):
                    yield from (f"{before} {word.stem}", before)
                elif place or entities.is_body_like(word.stem, known):
                    yield self.full(entities.with_province(f"{before} {word.stem}".strip(), known))
                elif (
                    (number < LEAD and word.particle in _SPOKEN_OF and entities.is_name_like(word.stem))
                    or (sentence.section == "title" and self._is_titled(sentence.words, index))
                    or (number < 2 * LEAD and company_names.is_university(word.stem))
                ):
                    yield word.stem
        first = self.title[self.start :].split(",")[0].split("…")[0].split()
        if first:
            yield classify(first[0])[0].strip(_QUOTES)
            yield first[0].strip(_QUOTES)
        yield from self._by_use()
        yield from self._called_again()
        if self.standing.state_budget:
            yield GOVERNMENT

    def _club(self, words: tuple[Word, ...], index: int) -> str | None:
        """해오름 돌핀스 of 프로야구 해오름 돌핀스가, 해오름FC of K리그2 해오름FC의: the club that its league stands before."""
        before = words[max(index - 2, 0) : index]
        if any(one.role != "noun" or one.particle for one in before) or (
            index + 1 < len(words) and self._goes_on(words, index)
        ):
            return None
        at = next((i for i, one in enumerate(reversed(before)) if one.stem in _LEAGUES), None)
        if at is None or words[index].stem in self.known.again or len(words[index].stem) < 2:
            return None
        self._introduced.add(words[index].stem)
        return " ".join(word.stem for word in words[index - at : index + 1])

    @staticmethod
    def _goes_on(words: tuple[Word, ...], index: int) -> bool:
        following = words[index + 1]
        return not words[index].particle and following.role == "noun" and following.start == words[index].end + 1

    def _called_again(self) -> Iterator[str]:
        """청주시 of a title that names 청주 alone, where the article calls its body 시."""
        called = {word for word in self.stems if word in MUNICIPALITY and self.standing.topics[word]}
        if not called:
            return
        for place in self.title.replace(",", " ").split():
            for full in self.known.places.places.get(split_particle(place)[0].strip(_QUOTES), ()):
                if full.name[-1] in called and not full.until:
                    yield full.name

    def _by_use(self) -> Iterator[str]:
        """Names that no list knows, by what the article does with them, and several bodies told of as one."""
        use = self.standing
        yield from (name for name in use.introduced if self.stems[name] and name not in _NO_NAMES)
        yield from (name for name in use.said if len(name) > 3 and name.endswith(HOUSES))
        yield from (name for name in use.tails.values() if name not in self.known.false_names)
        spoken = Counter(
            {name: n for counts in (use.says, use.staff, use.heads, use.quoted) for name, n in counts.items() if n}
        )
        for name in (*spoken, *(name for name, n in use.said.items() if n >= OFTEN)):
            if len(name) < 2 or not self.stems[name] or name in self.known.false_names:
                continue
            if kind_of(name, self.known) not in ("name", "institution", "place"):
                continue  # a listed one is proposed wherever it stands
            short = len(name) == 2 and name in self.title and use.topics[name] > 1
            named = (short or entities.is_name_like(name)) and standing.nature(name) in ("unknown", "proper", "mixed")
            if named or (name in use.quoted and name in self.title):
                yield name

    def _is_titled(self, words: tuple[Word, ...], index: int) -> bool:
        """Whether the title's noun may be a name: the body says it again, or the title begins with it (현도산업, 다온생명 꺾고)."""
        stem = words[index].stem
        opens = index + 1 < len(words) and words[index + 1].text == "," and not words[index].particle
        return (self.stems[stem] > 1 and entities.is_name_like(stem)) or (opens and len(stem) > 2)

    def _municipality(self, stem: str) -> Iterator[str]:
        """안동시 of 안동 in a headline, 김천시 of 김천시의회 and 김천시장: of a place that is known, only where one is called so."""
        council = stem.endswith(_COUNCIL)
        stem = next((stem[: -len(office) + 1] for office in _OFFICES if stem.endswith(office)), stem)
        places = self.known.places.places.get(stem, ())
        names = {place.name for place in places if len(place.code) > 2}
        names = {stem} if names and stem in self.known.places.names else names
        name = names.pop() if len(names) == 1 else None
        if name is not None and (name in self.stems or not entities.is_plain(stem)):
            yield name
        elif not places and len(stem) > 2 and stem not in self.known.false_names:
            yield from (stem,) if self.stems[stem] or (council and standing.nature(stem) not in _COMMON[:2]) else ()

    def is_scrap(self, name: str, told: str | None) -> bool:
        """Whether the name is the tail of another (교육청 of 전라남도교육청) or a common noun (예산안, of which 예산 is no town)."""
        last = name.split()[-1]
        kind = kind_of(last, self.known)
        if last in _GENERIC:
            return True
        if " " in name and last in _UNIONS:
            return False
        often = self.standing.counted[last] and kind in ("name", "institution", "place")
        if often and standing.nature(last) in _COMMON and not self.standing.speaks(last):
            return True
        form = standing.nature(last) if kind == "name" else ""
        common = kind == "name" and form not in ("unknown", "proper")
        common = common and (form in ("plain", "compound") or not last.endswith(_SHORT_ENDS))
        if (common or standing.is_goods(last)) and not self._is_told_of(last):
            return True
        if last in self.known.again or last in self.known.institutions:
            return any(stem.endswith(last) and len(stem) > len(last) + 1 for stem in self.stems)
        if name == told or entities.is_body_like(last, self.known) or not entities.is_plain(last):
            return False
        if self._is_told_of(last):
            return False
        town = self.known.places.places.get(last, ())
        return not any(place.name in self.stems for place in town)

    def _is_told_of(self, last: str) -> bool:
        return last in self._introduced or self.standing.is_told_of(last)

    def full(self, name: str) -> str:
        """The name that the article gives in full: 국토교통부 of 국토부, 한국관광공사 of 관광공사."""
        name = self.known.full(name)
        full = self.known.ministries.get(name, name)
        if full in self.stems:
            return full
        if name not in self._full:
            self._full[name] = self._in_full(name)
        return self._full[name]

    def _in_full(self, name: str) -> str:
        if kind_of(name, self.known) not in ("national", "institution") or name in self.known.institutions:
            return name
        longer = (
            stem for stem in self.stems if standing.is_cut_of(name, stem) and entities.is_body_like(stem, self.known)
        )
        return next(longer, name)

    def ministry(self, told: str) -> str:
        """Of the government the one ministry that speaks in the article, but for the budget of the whole state."""
        if told != GOVERNMENT or self.standing.state_budget:
            return told
        use, known = self.standing, self.known
        speaking = dict.fromkeys(
            self.full(stem)
            for stem in use.said
            if (use.says[stem] or use.heads[stem]) and stem[-1] in GOVERNMENT and kind_of(stem, known) == "national"
        )
        others = [name for name in speaking if name != GOVERNMENT]
        return others[0] if len(others) == 1 else told

    def count(self, name: str) -> int:
        if name in self.standing.groups:
            return self.standing.letters(name)
        return self.stems[name.split()[-1]] or self.stems[name[:-1]]
