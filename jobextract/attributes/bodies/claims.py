"""Which body the rules take an article to be about: the names of its title and lead, weighed by how they are used.

A name gains most with its head in brackets (광진구(구청장 …)가) or a stock code behind it, then as the first topic of the lead, as
the subject of an announcement, by standing at the start of the title, and where the article calls it again (시는, 회사는).
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from ...korean.particles import GENITIVE, TOPIC, TOPIC_OR_SUBJECT, WITH
from ...korean.tokens import Sentence, Word, classify
from ...korean.word_lists import pattern, regex_pattern, words
from .. import gazetteer
from .entities import (
    LEAD,
    OFFICE,
    Names,
    is_body_like,
    is_common,
    is_name_like,
    start_of,
    telling,
    with_province,
)

#: claims that make a name the subject, and those that do so for a name that no list knows
ENOUGH = 3
SURE = 6
_HEAD, _RELEASE = pattern("bodies.head"), pattern("bodies.release")
_FIRST = re.compile(r"[\w&·]+")
_GROUP = regex_pattern("bodies.group")
_TRADE, _TOWNS = words("bodies.trade"), frozenset(words("bodies.towns"))


def article_subject(title: str | None, sentences: list[Sentence], text: str, known: Names) -> str | None:
    """The body with the best claims in title and lead, or None where none has enough."""
    claims: Counter[str] = Counter()
    body = [s for s in sentences if s.section == "body"]
    for head in (title or "", *(text[s.start : s.end] for s in body[:LEAD])):
        _claim_head(head, claims, known)
    told = telling(body)
    for number, sentence in enumerate(told):
        _claim_topics(sentence, number, text, claims, known)
    _claim_release(body, text, claims, known)
    claims.update(known.called)
    start = start_of(title or "")
    _claim_place(title or "", start, told, claims, known)
    for name in claims:
        claims[name] += _title_claim(name, title or "", start) + _again_claim(name, told, known)
    if not claims:
        return None
    group = _tells_of_group(title or "", body, text)
    for name, score in claims.most_common(3):
        if score < ENOUGH or (group and _is_member(name, title or "", start, known)):
            continue
        sure = score >= SURE and _acts(name, body[:LEAD], text, known)
        if sure or is_body_like(name.split()[-1], known) or not is_common(name):
            return name
    return None


def _acts(name: str, lead: list[Sentence], text: str, known: Names) -> bool:
    """Whether the lead introduces the name (배급사 가람솔은, 늘솔(대표 …)) or lets it announce: then common nouns are a name."""
    for sentence in lead:
        for before, word in pairwise((None, *sentence.words)):
            if word is None or word.stem != name:
                continue
            if before is not None and before.stem in known.kinds:
                return True
            if word.particle in TOPIC and known.announces.search(text, sentence.end - 12, sentence.end):
                return True
    return any(match[1].endswith(name) for s in lead for match in _HEAD.finditer(text, s.start, s.end))


def _tells_of_group(title: str, body: list[Sentence], text: str) -> bool:
    """Whether title or lead count the companies that the article compares: 항공 3사, 5대 은행, 대학 9곳."""
    return any(_GROUP.search(head) for head in (title, *(text[s.start : s.end] for s in body[:1])))


def _is_member(name: str, title: str, start: int, known: Names) -> bool:
    """Whether the name is one of those compared: no public body, and not what the title begins with."""
    last = name.split()[-1]
    public = last in known.national or gazetteer.is_name(last, known.places)
    return not public and not last.endswith(_TRADE) and not title.startswith(last, start)


def _claim_head(head: str, claims: Counter[str], known: Names) -> None:
    """The head of the body in brackets, a stock code behind a company, the office of a person."""
    match = _HEAD.search(head)
    if match:
        claims[with_province(match[1], known)] += 5
    for match in OFFICE.finditer(head):
        if match[1] in known.places.places or match[1] in known.national:
            claims[match[1]] += 2


def _claim_release(body: list[Sentence], text: str, claims: Counter[str], known: Names) -> None:
    """The office whose statistics the lead is about: 통계청이 17일 발표한 자료를 보면."""
    for sentence in body[:LEAD]:
        match = _RELEASE.search(text, sentence.start, sentence.end)
        name = known.full(match[1] or match[2]) if match else None
        if name in known.national:
            claims[name] += ENOUGH
            return


def _claim_topics(sentence: Sentence, number: int, text: str, claims: Counter[str], known: Names) -> None:
    """A named body gains by being a topic anywhere, most as the first of the lead; another name by announcing there."""
    first = True
    for index, word in enumerate(sentence.words):
        if word.role != "noun" or word.particle not in (*TOPIC_OR_SUBJECT, GENITIVE):
            continue
        if word.stem in known.again:
            first = first and word.particle == GENITIVE
            continue
        before = sentence.words[index - 1].stem if index else ""
        body = is_body_like(word.stem, known)
        if body:
            name = first_named(sentence.words, index, known) or with_province(f"{before} {word.stem}", known)
            leads, tells = first and number < 2, _tells_at_once(sentence.words, index, known)
            announces = leads and known.announces.search(text, max(sentence.start, sentence.end - 12), sentence.end)
            claims[name] += 1 + (2 if leads else 0) + (1 if tells else 0) + (1 if announces else 0)
        elif (
            number < LEAD
            and first
            and word.particle != GENITIVE
            and word.stem not in known.false_names
            and is_name_like(word.stem)
        ):
            name = with_province(f"{before} {word.stem}", known)
            announcing = known.announces.search(text, max(sentence.start, sentence.end - 12), sentence.end)
            claims[name] += (
                (2 if announcing else 0)
                + (SURE if before in known.kinds and number < 2 else 0)
                + (1 if number < 2 else 0)
            )
        first = first and word.particle == GENITIVE and not body


def first_named(words: tuple[Word, ...], index: int, known: Names) -> str | None:
    """고래시 of 고래시와 물개시, 해달시가: of several bodies told of at once the first."""
    first = None
    while index > 0:
        index -= 2 if words[index - 1].text == "," else 1
        word = words[index] if index >= 0 else None
        if word is None or not is_body_like(word.stem, known):
            return first
        if word.particle not in WITH and (word.particle or words[index + 1].text != ","):
            return first
        first = with_province(f"{words[index - 1].stem if index else ''} {word.stem}", known)
    return first


def _tells_at_once(words: tuple[Word, ...], index: int, known: Names) -> bool:
    """통계청이 12일 발표한: the verb of saying stands by the name."""
    near = " ".join(word.text for word in words[index + 1 : index + 4])
    return bool(known.announces.search(near))


def _claim_place(title: str, start: int, sentences: list[Sentence], claims: Counter[str], known: Names) -> None:
    """A village or institution that the title begins with and the body speaks of."""
    match = _FIRST.match(title, start)
    if not match:
        return
    stem = classify(match[0])[0]
    if title.startswith(",", match.end()) and is_body_like(stem, known):
        claims[stem] += ENOUGH
    if len(stem) > 3 and stem.endswith(known.institutions) and stem not in claims:
        spoken = sum(word.stem == stem for s in sentences if s.section == "body" for word in s.words)
        claims[stem] += min(spoken, 2)


def _title_claim(name: str, title: str, start: int) -> int:
    """What a name gains by standing in the title: most where the title begins with it, in full or short (의성 for 의성군)."""
    last = name.split()[-1]
    short = last[:-1] if len(last) > 2 and last[-1] in _TOWNS else last
    if title.startswith((name, last, short), start):
        return 3
    return 1 if last in title or short in title else 0


def _again_claim(name: str, body: list[Sentence], known: Names) -> int:
    """What a name gains where the article calls its body again by the end of that name: 공사는, 시는."""
    topics = {word.stem for sentence in body for word in sentence.words if word.particle in TOPIC}
    endings = {known.again[stem] for stem in topics & known.again.keys()}
    place = gazetteer.is_name(name, known.places) or name in known.national
    if "" in endings and not place:
        return 2
    return 1 if any(ending and name.endswith(ending) for ending in endings) else 0
