"""Whose figure it is: the body that an article is about, and the bodies that single sentences speak of.

The body of an article is the one that its title and lead name, weighed by how they name it: with its head in brackets
(광진구(구청장 …)가), as the subject of an announcement, as the office of a person (광명시장). Within the article 시는, 구는,
회사는 mean that body; a figure belongs to the nearest body that is the topic of its sentence, a quoted one to the speaker's.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import msgspec
import regex

from . import regions
from .phrases import PLACE, TOPIC, Sentence, Word
from .rulebook import Rulebook

ENOUGH = 3
LEAD = 5
_HEAD = regex.compile(
    r"((?:\p{L}{2,7}[ ])?[\p{L}\p{N}&·]{2,20})\s?[(\[]\s?(?:시장|군수|구청장|도지사|지사|청장|장관|이사장|원장|대표|사장|회장|총장|위원장|관장|센터장|본부장|[0-9]{6}\])"
)
_OFFICE = regex.compile(r"([가-힣]{1,6}(?:시|구|군|도|부|처|청))(청?장|수|지사|관)(?=[가-힣]{0,2}(?![가-힣]))")
_TAG = regex.compile(r"^\s*(?:[\[【(<][^\]】)>]{1,15}[\]】)>]\s*)*")
_FIRST = regex.compile(r"[\p{L}\p{N}&·]+")
_SPEAKS = frozenset("관계자 대변인 측 담당자 과장 국장 실장 팀장".split())


class Names(msgspec.Struct, frozen=True):
    """The word lists of ``[tables.subjects]`` and the places."""

    national: frozenset[str]
    institutions: tuple[str, ...]
    again: dict[str, str]
    offices: dict[str, str]
    false_names: frozenset[str]
    announces: regex.Pattern[str]
    places: regions.Gazetteer


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
        regions.gazetteer(rulebook),
    )


class Bodies:
    """The bodies of one article: its subject, and every name that its sentences use for a body."""

    def __init__(self, title: str | None, sentences: list[Sentence], text: str, known: Names) -> None:
        self.known = known
        self.text = text
        self.own = _article_subject(title, sentences, text, known)

    def is_body(self, stem: str) -> bool:
        """Whether the word names a body rather than something that is counted."""
        return self.named(stem) is not None or stem in self.known.again and stem not in ("마을", "업체", "기관", "동", "면", "읍")

    def named(self, stem: str) -> str | None:
        """The body that the word names by itself, in full: 광명시, 고용노동부, the article's own."""
        if self.own is not None and stem in (self.own, self.own.split()[-1]):
            return self.own
        if stem in self.known.national or (regions.is_name(stem, self.known.places) and stem not in self.known.false_names):
            return stem
        return None

    def of(self, sentence: Sentence, at: int) -> str | None:
        """Whose figure the word at ``at`` is: the nearest body before it that the sentence speaks of, else the article's."""
        spoken = self._speaker(sentence, at)
        if spoken is not _NOBODY:
            return spoken
        for index in range(at - 1, -1, -1):
            body = self._topic(sentence.words, index)
            if body is not None:
                return body
        return self.own

    def _topic(self, words: tuple[Word, ...], index: int) -> str | None:
        word = words[index]
        if word.role != "noun":
            return None
        follows = index + 1 < len(words) and words[index + 1].role in ("noun", "date")
        if word.particle not in TOPIC and word.particle not in PLACE and word.particle != "의" and not (not word.particle and follows):
            return None
        if word.particle in ("에", "에게", "에도"):
            return None
        return self._body(words, index)

    def _body(self, words: tuple[Word, ...], index: int) -> str | None:
        """The body that the word stands for: by its name, by 시는, or an institution that the sentence is about."""
        word = words[index]
        body = self.named(word.stem)
        if body is not None:
            outer = words[index - 1].stem if index else ""
            shared = len(self.known.places.places.get(body, ())) > 1
            return f"{outer} {body}" if shared and outer in self.known.places.places else body
        if word.stem in self.known.again and word.particle in TOPIC | {"의"} | PLACE:
            return self.again(word.stem)
        if word.particle in ("은", "는") and len(word.stem) > 4 and word.stem.endswith(self.known.institutions):
            return word.stem
        return None

    def again(self, stem: str) -> str | None:
        """The article's own body where 시, 구 or 회사 means it."""
        ending = self.known.again[stem]
        return self.own if self.own is not None and self.own.endswith(ending) else None

    def _speaker(self, sentence: Sentence, at: int) -> str | None | object:
        """The body that a quoted figure's speaker speaks for; ``_NOBODY`` where the figure is in no quotation."""
        quotation = _quotation(sentence.words, at)
        if quotation is None:
            return _NOBODY
        words = sentence.words
        for index in (*range(quotation[0] - 1, -1, -1), *range(quotation[1] + 1, len(words))):
            word = words[index]
            if word.role != "noun" or word.particle not in ("은", "는", "이", "가", "도", "에서는", ""):
                continue
            if word.stem in _SPEAKS and index:
                return self._body(words, index - 1) or self.again_or_none(words[index - 1].stem)
            office = self._office(word.stem)
            if office is not _NOBODY:
                return office
            body = self._body(words, index)
            if body is not None:
                return body
        return _NOBODY

    def again_or_none(self, stem: str) -> str | None:
        return self.again(stem) if stem in self.known.again else None

    def _office(self, stem: str) -> str | None | object:
        """광명시장 speaks for 광명시, 구청장 for the article's 구."""
        for office, ending in sorted(self.known.offices.items(), key=lambda pair: -len(pair[0])):
            if stem == office:
                return self.own if self.own is not None and self.own.endswith(ending) else _NOBODY
        match = _OFFICE.fullmatch(stem)
        return self.named(match[1]) or _NOBODY if match else _NOBODY


_NOBODY = object()


def _quotation(words: tuple[Word, ...], at: int) -> tuple[int, int] | None:
    """The word numbers of the double quotation marks around the figure."""
    inside = None
    for index, word in enumerate(words):
        if word.text not in ("“", "”", '"'):
            continue
        if inside is None and word.text != "”":
            inside = index
        elif inside is not None:
            if inside < at < index:
                return inside, index
            inside = None
    return None


def _article_subject(title: str | None, sentences: list[Sentence], text: str, known: Names) -> str | None:
    """The body with the best claims in title and lead, or None where none has enough."""
    claims: Counter[str] = Counter()
    body = [s for s in sentences if s.section == "body"]
    heads = [title or "", *(text[s.start : s.end] for s in body[:LEAD])]
    for head in heads:
        _claim_head(head, claims, known)
    for number, sentence in enumerate(body):
        _claim_topics(sentence, number, text, claims, known)
    _claim_title(title or "", claims)
    if not claims:
        return None
    name, score = max(claims.items(), key=lambda pair: pair[1])
    return name if score >= ENOUGH else None


def _claim_head(head: str, claims: Counter[str], known: Names) -> None:
    match = _HEAD.search(head)
    if match:
        claims[_with_province(match[1], known)] += 5
    for match in _OFFICE.finditer(head):
        if match[1] in known.places.places or match[1] in known.national:
            claims[match[1]] += 2


def _with_province(name: str, known: Names) -> str:
    """The name without the word before it, but for the province of a name that several places share: 인천 서구."""
    *outer, last = name.split()
    shared = len({place.code[:2] for place in known.places.places.get(last, ())}) > 1
    return name if outer and shared and outer[-1] in known.places.places else last


def _claim_topics(sentence: Sentence, number: int, text: str, claims: Counter[str], known: Names) -> None:
    """A subject of the lead gains by announcing, any named body by being a topic anywhere."""
    announcing = number < LEAD and known.announces.search(text, sentence.start, sentence.end)
    first = True
    for index, word in enumerate(sentence.words):
        if word.role != "noun" or word.particle not in ("은", "는", "이", "가") or word.stem in known.again:
            continue
        body = _is_body_like(word.stem, known)
        name = _with_province(f"{sentence.words[index - 1].stem} {word.stem}" if index else word.stem, known)
        if body:
            claims[name] += 1
        if number < LEAD and first and (body or _is_name_like(word.stem)):
            claims[name] += (2 if announcing else 0) + (1 if body and number < 2 else 0)
        first = first and not body
    return None


def _is_body_like(stem: str, known: Names) -> bool:
    if stem in known.false_names:
        return False
    return stem in known.national or regions.is_name(stem, known.places) or len(stem) > 3 and stem.endswith(known.institutions)


def _is_name_like(stem: str) -> bool:
    """A word that may be the name of a body unknown to the lists: of three syllables or more, or a 시, 구, 군, 도."""
    return len(stem) > 2 and stem.isalnum()


def _claim_title(title: str, claims: Counter[str]) -> None:
    """A claimed name that the title begins with gains, one that it holds gains a little."""
    start = _TAG.match(title).end() if title else 0
    for name in claims:
        last = name.split()[-1]
        if title.startswith((name, last), start):
            claims[name] += 2
        elif name in title:
            claims[name] += 1
