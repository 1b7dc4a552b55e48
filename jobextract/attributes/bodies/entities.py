"""The names that the lists know, and what makes a word the name of a body: municipalities, national offices, institutions."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise

import msgspec
import regex

from ...korean import morphology
from ...korean.particles import TOPIC
from ...korean.tokens import Sentence, Word
from ...korean.word_lists import pattern, regex_pattern, words
from ...rulebook.loader import Rulebook
from .. import gazetteer

#: sentences of the body that count as its lead
LEAD = 5
OFFICE = pattern("bodies.office")
_TAG = regex.compile(r"^\s*(?:[\[【(<][^\]】)>]{1,15}[\]】)>]\s*)*")
_COMMON, _OCCASION = regex_pattern("bodies.common"), regex_pattern("bodies.occasion")
_SEATS, _NAMED_SHORT = frozenset(words("bodies.seats")), frozenset(words("bodies.named_short"))
_MATCHES, _PROVINCE_MEANT = pattern("bodies.matches"), pattern("bodies.match_province")
_PROVINCE = words("bodies.province")
_MATCH, _SPEAKERS = frozenset(words("bodies.match")), frozenset(words("bodies.speakers"))
_FOUNDED = pattern("bodies.founded")
_CALLED, _OFFICES = pattern("bodies.called"), words("bodies.desks")


class Names(msgspec.Struct, frozen=True):
    """The word lists of ``[tables.subjects]`` and the places."""

    national: frozenset[str]
    institutions: tuple[str, ...]
    again: dict[str, str]
    offices: dict[str, str]
    false_names: frozenset[str]
    announces: regex.Pattern[str]
    kinds: frozenset[str]
    abroad: frozenset[str]
    markets: frozenset[str]
    places: gazetteer.Gazetteer
    aliases: dict[str, str]
    ministries: dict[str, str]
    towns: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()

    def full(self, name: str) -> str:
        """The full name of what the papers cut short: 한국은행 of 한은."""
        return self.aliases.get(name, name)


@lru_cache(maxsize=8)
def names(rulebook: Rulebook) -> Names:
    table = rulebook.tables["subjects"]
    return Names(
        frozenset(table["national"].split()),
        tuple(table["institutions"].split()),
        table["again"],
        table["offices"],
        frozenset(table["false_names"].split()),
        regex.compile("|".join(table["announces"].split())),
        frozenset(table["kinds"].split()),
        frozenset(table["abroad"].split()),
        frozenset(table["markets"].split()),
        gazetteer.gazetteer(rulebook),
        table["aliases"],
        table["ministries"],
    )


def with_towns(sentences: list[Sentence], known: Names, spoken: str = "") -> Names:
    """The names with the municipalities that no list knows, but that the article calls again by their ending (시는 of 바람시),
    or whose head or staff it names: 바람군수, 바람군 관계자. ``spoken`` is the text that they may be called again in."""
    words = [word for sentence in sentences for word in sentence.words if word.role == "noun"]
    called = {word.stem for word in words if word.stem in _SEATS and word.particle in TOPIC}
    called |= set(_CALLED.findall(spoken))
    headed = {match[1] for word in words if (match := OFFICE.fullmatch(word.stem)) and match[1][-1] in _SEATS}
    headed |= {word.stem for word, behind in pairwise(words) if word.stem[-1] in _SEATS and _is_staff(behind.stem)}
    if not called and not headed:
        return known
    stems = {word.stem for word in words if word.stem[-1] in called} | headed
    stems = {stem for stem in stems if len(stem) > 2 and (stem[-1] in called or _is_own_name(stem))}
    stems -= known.false_names
    listed = {stem for stem in stems if gazetteer.is_name(stem, known.places)}
    towns = frozenset(stem for stem in stems - listed if _is_town(stem))
    listed = {stem for stem in listed if stem[-1] in called}
    alone = {stem for stem in listed if sum(other[-1] == stem[-1] for other in listed | towns) == 1}
    return msgspec.structs.replace(known, national=known.national | towns, towns=towns, called=towns | alone)


def _is_staff(stem: str) -> bool:
    """Whether the word behind a municipality is one who works there: 관계자, 홍보팀, 교통행정과."""
    return stem in _SPEAKERS or (len(stem) > 2 and stem.endswith(_OFFICES))


def without_matches(text: str, known: Names) -> Names:
    """The names of an article of matches, where 경기 is no province unless the text says so."""
    if not _MATCHES.search(text) or _PROVINCE_MEANT.search(text):
        return known
    return msgspec.structs.replace(known, false_names=known.false_names | _MATCH)


def with_forms(sentences: list[Sentence], known: Names) -> Names:
    """The names with each shorter form of a place that the sentences name standing for the longest of them."""
    said = Counter(word.stem for sentence in sentences for word in sentence.words if word.role == "noun")
    for name in known.false_names & said.keys():
        del said[name]
    forms = gazetteer.in_full(said, known.places)
    return msgspec.structs.replace(known, aliases=known.aliases | forms) if forms else known


def start_of(title: str) -> int:
    """Where the title begins behind its tags: [속보], (종합)."""
    match = _TAG.match(title)
    return match.end() if match else 0


def _is_town(stem: str) -> bool:
    """Whether the analyser sees a name of its own before 시, 군 or 구, or knows nothing of the word: 바람시, but neither 위성도시 nor 행사시."""
    tokens = morphology.tokens(stem)
    if len(tokens) == 1:
        return not tokens[0].known
    return len(tokens) == 2 and len(tokens[1].form) == 1 and not _OCCASION.search(tokens[0].form)


def _is_own_name(stem: str) -> bool:
    """Whether the analyser sees no common noun in front of 시, 군, 구: 바람시 it does not know, but 금융시장 is a market."""
    first = morphology.tokens(stem)[0]
    return not first.known or first.tag == "NNP"


@lru_cache(maxsize=512)
def is_common(name: str) -> bool:
    """Whether the analyser knows the whole name as common nouns: 백일해 and 프로농구 are no bodies, 달빛군 may be one."""
    if name[-1] in _NAMED_SHORT:
        return False
    tokens = morphology.tokens(name)
    return all(token.tag == "NNG" for token in tokens)


@lru_cache(maxsize=512)
def is_plain(name: str) -> bool:
    """Whether the dictionary lists the name as one common noun: 예산, 어르신."""
    tokens = morphology.tokens(name)
    return len(tokens) == 1 and tokens[0].tag == "NNG" and tokens[0].known


def settle_topics(sentences: list[Sentence]) -> None:
    """Names with 는 that look like a verb before a noun (해오름누리는) are topics where the article has the name elsewhere."""
    nouns = {word.stem for sentence in sentences for word in sentence.words if word.role == "noun"}
    for sentence in sentences:
        if any(word.role == "modifier" and word.text[:-1] in nouns for word in sentence.words):
            sentence.words = tuple(_settled(word, nouns) for word in sentence.words)


def _settled(word: Word, nouns: set[str]) -> Word:
    stem, particle = word.text[:-1], word.text[-1:]
    topic = word.role == "modifier" and particle in TOPIC and len(stem) > 2 and stem in nouns
    return msgspec.structs.replace(word, role="noun", stem=stem, particle=particle) if topic else word


def telling(sentences: list[Sentence]) -> list[Sentence]:
    """The sentences that names are looked for in: the lead and those with figures."""
    return [s for number, s in enumerate(sentences) if number < LEAD or s.mentions]


def with_province(name: str, known: Names) -> str:
    """The name without the word before it, but for the province of a name that several places share: 인천 서구."""
    *outer, last = name.split()
    shared = gazetteer.is_shared(last, known.places)
    return name if outer and shared and outer[-1] in known.places.places else last


def is_body_like(stem: str, known: Names) -> bool:
    if stem in known.false_names:
        return False
    return (
        stem in known.national
        or gazetteer.is_name(stem, known.places)
        or (len(stem) > 3 and stem.endswith(known.institutions))
        or is_founded(stem)
    )


def is_founded(stem: str) -> bool:
    """국립해달유물관: an institution by how its name begins, with an ending that no list need know."""
    return _FOUNDED.fullmatch(stem) is not None


def is_name_like(stem: str) -> bool:
    """A word that may be the name of a body unknown to the lists: of three syllables or more, and not of the endings of
    what is measured or done."""
    return len(stem) > 2 and stem.isalnum() and not _COMMON.search(stem)


def is_form_of(name: str, own: str, known: Names) -> bool:
    """Whether the name is another form of ``own``: 전남 of 전남도, 도교육청 of 경북도교육청, 대전교육청 of 대전광역시교육청."""
    if len(name) > 3 and own.endswith(name) and name.endswith(known.institutions):
        return True
    if name == own[:-1] and own[-1] in _PROVINCE:
        return True
    places = known.places.places
    if name in places and own in places:
        codes = {place.code for place in places[own]}
        return any(place.code in codes for place in places[name] if len(place.code) == 2)
    short, long = sorted((name, own), key=len)
    if len(short) < 4 or len(short) == len(long) or short[:2] != long[:2] or short[-3:] != long[-3:]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)
