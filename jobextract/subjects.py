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

from . import morphs, regions
from .phrases import PLACE, TOPIC, Sentence, Word, split_particle
from .rulebook import Rulebook

ENOUGH = 3
SURE = 6
LEAD = 5
_HEAD = regex.compile(
    r"((?:\p{L}{2,7}[ ])?[\p{L}\p{N}&·]{2,20})\s?[(\[]\s?(?:시장|군수|구청장|도지사|지사|청장|장관|이사장|원장|대표|사장|회장|총장|위원장|관장|센터장|본부장|[0-9]{6}[)\]])"
)
_OFFICE = regex.compile(r"([가-힣]{1,6}(?:시|구|군|도|부|처|청))(청?장|수|지사|관)(?=[가-힣]{0,2}(?![가-힣]))")
_TAG = regex.compile(r"^\s*(?:[\[【(<][^\]】)>]{1,15}[\]】)>]\s*)*")
_FIRST = regex.compile(r"[\p{L}\p{N}&·]+")
_COMMON = regex.compile(
    r"(?:[률율자수액량업인비금값층별들적성형식품물]|인구|가격|사업|일자리|매출|수출|수입|물가|대책|계획|정책|교육|훈련|지원|조사|결과|경제|시장|산업|제도|영화|작품|행사|축제|센터|기간|시간|이후|관계자|대표|주민|시민|구민|군민|도민|학생|청년|여성)$"
)
_SPEAKS = frozenset("관계자 대변인 측 담당자 과장 국장 실장 팀장".split())


class Names(msgspec.Struct, frozen=True):
    """The word lists of ``[tables.subjects]`` and the places."""

    national: frozenset[str]
    institutions: tuple[str, ...]
    again: dict[str, str]
    offices: dict[str, str]
    false_names: frozenset[str]
    announces: regex.Pattern[str]
    kinds: frozenset[str]
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
        frozenset(table["kinds"].split()),
        regions.gazetteer(rulebook),
    )


class Bodies:
    """The bodies of one article: its subject, and every name that its sentences use for a body."""

    def __init__(self, title: str | None, sentences: list[Sentence], text: str, known: Names) -> None:
        self.known = known
        self.own = _article_subject(title, sentences, text, known)
        self.topic: tuple[int, str] | None = None
        stems = {word.stem for sentence in sentences for word in sentence.words if word.role == "noun"}
        full = {stem for stem in stems if regions.is_name(stem, known.places) and stem not in known.false_names}
        self.short = {name[:-1]: name for name in full if len(name) > 2 and name[-1] in "시군구"}

    def is_body(self, stem: str) -> bool:
        """Whether the word names a body rather than something that is counted."""
        return self.named(stem) is not None or stem in self.known.again and stem not in _COUNTABLE

    def named(self, stem: str) -> str | None:
        """The body that the word names by itself, in full: 광명시, 고용노동부, the article's own."""
        if self.own is not None and stem in (self.own, self.own.split()[-1]):
            return self.own
        if stem in self.known.national or (regions.is_name(stem, self.known.places) and stem not in self.known.false_names):
            return stem
        return self.short.get(stem)

    def of(self, sentence: Sentence, at: int) -> str | None:
        """Whose figure the word at ``at`` is: the nearest body before it that the sentence speaks of, else the body that
        the paragraph speaks of, else the article's."""
        spoken = self._speaker(sentence, at)
        if spoken is not _NOBODY:
            return spoken
        for index in range(at - 1, -1, -1):
            body = self._spoken_of(sentence.words, index, at)
            if body is not None:
                if sentence.words[index].particle in TOPIC:
                    self.topic = sentence.paragraph, body
                return body
        return self.topic[1] if self.topic and self.topic[0] == sentence.paragraph else self.own

    def _spoken_of(self, words: tuple[Word, ...], index: int, at: int) -> str | None:
        """The body at ``index`` if it is a topic, an owner (나주시의 고용률), or begins the topic (나주시 인구는)."""
        word = words[index]
        if word.role != "noun":
            return None
        if word.particle in TOPIC or word.particle in ("의", "에서는", "에선", "에서", "에는"):
            return self._body(words, index)
        if word.particle or self.named(word.stem) is None:
            return None
        if index + 2 == at and words[index + 1].text == "(":
            return self._body(words, index)
        following = next((i for i in range(index + 1, at) if words[i].role != "date"), at)
        while following < at and words[following].role == "noun" and not words[following].particle:
            following += 1
        begins = following < at and words[following].role == "noun" and words[following].particle in TOPIC
        inner = begins and self.named(words[following].stem) is not None
        return self._body(words, index) if begins and not inner else None

    def _body(self, words: tuple[Word, ...], index: int) -> str | None:
        """The body that the word stands for: by its name, by 시는, or an institution that the sentence is about."""
        word = words[index]
        body = self.named(word.stem)
        if body is not None:
            outer = words[index - 1].stem if index else ""
            return _with_province(f"{outer} {body}", self.known) if outer else body
        if word.stem in self.known.again and word.particle:
            return self.again(word.stem)
        if word.particle in ("은", "는", "이", "가") and len(word.stem) > 4 and word.stem.endswith(self.known.institutions):
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
_COUNTABLE = frozenset("마을 업체 기관 동 면 읍 병원 대학 은행 협회 회사".split())


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
    for head in (title or "", *(text[s.start : s.end] for s in body[:LEAD])):
        _claim_head(head, claims, known)
    for number, sentence in enumerate(body):
        _claim_topics(sentence, number, text, claims, known)
    start = _TAG.match(title).end() if title else 0
    _claim_place(title or "", start, sentences, claims, known)
    for name in claims:
        claims[name] += _title_claim(name, title or "", start) + _again_claim(name, body, known)
    if not claims:
        return None
    for name, score in claims.most_common(3):
        if score >= SURE or score >= ENOUGH and (_is_body_like(name.split()[-1], known) or not _is_common(name)):
            return name
    return None


def _is_common(name: str) -> bool:
    """Whether the analyser knows the whole name as one common noun: 백일해 is no body, 달빛군 may be one."""
    if name[-1] in "시군구도대":
        return False
    tokens = morphs.tokens(name)
    return len(tokens) == 1 and tokens[0].tag == "NNG"


def _claim_head(head: str, claims: Counter[str], known: Names) -> None:
    """The head of the body in brackets, a stock code behind a company, the office of a person."""
    match = _HEAD.search(head)
    if match:
        claims[_with_province(match[1], known)] += 5
    for match in _OFFICE.finditer(head):
        if match[1] in known.places.places or match[1] in known.national:
            claims[match[1]] += 2


def _with_province(name: str, known: Names) -> str:
    """The name without the word before it, but for the province of a name that several places share: 인천 서구."""
    *outer, last = name.split()
    shared = regions.is_shared(last, known.places)
    return name if outer and shared and outer[-1] in known.places.places else last


def _claim_topics(sentence: Sentence, number: int, text: str, claims: Counter[str], known: Names) -> None:
    """A named body gains by being a topic anywhere, most as the first of the lead; another name by announcing there."""
    first = True
    for index, word in enumerate(sentence.words):
        if word.role != "noun" or word.particle not in ("은", "는", "이", "가", "의") or word.stem in known.again:
            continue
        before = sentence.words[index - 1].stem if index else ""
        name = _with_province(f"{before} {word.stem}", known)
        body = _is_body_like(word.stem, known)
        if body:
            claims[name] += 1 + (2 if first and number < 2 else 0) + (1 if _tells_at_once(sentence.words, index, known) else 0)
        elif number < LEAD and first and word.particle != "의" and _is_name_like(word.stem):
            announcing = known.announces.search(text, max(sentence.start, sentence.end - 12), sentence.end)
            claims[name] += (2 if announcing else 0) + (3 if before in known.kinds else 0) + (1 if number < 2 else 0)
        first = first and word.particle == "의" and not body


def _tells_at_once(words: tuple[Word, ...], index: int, known: Names) -> bool:
    """통계청이 12일 발표한: the verb of saying stands by the name."""
    near = " ".join(word.text for word in words[index + 1 : index + 4])
    return bool(known.announces.search(near))


def _is_body_like(stem: str, known: Names) -> bool:
    if stem in known.false_names:
        return False
    return stem in known.national or regions.is_name(stem, known.places) or len(stem) > 3 and stem.endswith(known.institutions)


def _is_name_like(stem: str) -> bool:
    """A word that may be the name of a body unknown to the lists: of three syllables or more, and not of the endings of
    what is measured or done."""
    return len(stem) > 2 and stem.isalnum() and not _COMMON.search(stem)


def _claim_place(title: str, start: int, sentences: list[Sentence], claims: Counter[str], known: Names) -> None:
    """A village or institution that the title begins with and the body speaks of."""
    match = _FIRST.match(title, start)
    if not match:
        return
    stem = split_particle(match[0])[0]
    if len(stem) > 3 and stem.endswith(known.institutions) and stem not in claims:
        spoken = sum(word.stem == stem for s in sentences if s.section == "body" for word in s.words)
        claims[stem] += min(spoken, 2)


def _title_claim(name: str, title: str, start: int) -> int:
    """What a name gains by standing in the title: most where the title begins with it, in full or short (의성 for 의성군)."""
    last = name.split()[-1]
    short = last[:-1] if len(last) > 2 and last[-1] in "시군구도" else last
    if title.startswith((name, last, short), start):
        return 3
    return 1 if last in title or short in title else 0


def _again_claim(name: str, body: list[Sentence], known: Names) -> int:
    """What a name gains where the article calls its body again by the end of that name: 공사는, 시는."""
    endings = {known.again[word.stem] for s in body for word in s.words if word.stem in known.again and word.particle in TOPIC}
    place = regions.is_name(name, known.places) or name in known.national
    if "" in endings and not place:
        return 2
    return 1 if any(ending and name.endswith(ending) for ending in endings) else 0
