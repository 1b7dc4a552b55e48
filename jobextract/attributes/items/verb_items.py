"""What a figure counts by what is done: the goal of the money, what the people did, what the sum goes into.

Each finder looks for one construction and returns the noun phrase, or None where the clause is built otherwise.
"""

from __future__ import annotations

import msgspec

from ...korean.particles import (
    ALSO_AT,
    AT,
    DIRECTION,
    DIRECTION_TOPIC,
    FROM,
    GENITIVE,
    LOCATIVE,
    MODIFIES,
    NOMINATIVE,
    OBJECT,
    RECEIVER,
    TOPIC,
    TOPIC_MARKS,
)
from ...korean.word_lists import regex_pattern, texts, words
from ..context import DEED, PERSONS, TURNS, Surroundings, left_of, phrase, phrase_after

_FOR = words("items.for")
(_DURING,) = words("items.during")
_LASTLY = frozenset(words("items.lastly"))
_GOES = words("items.goes")
_ANYONE = words("items.anyone")
_COMERS = words("items.comers")

_CHANGES = frozenset(words("items.changes"))
#: what befalls people, told by a verb of its own
_HARM = texts("items.harm")
_GIVING = regex_pattern("items.giving")
_SITE = regex_pattern("items.site")
_SPENDS = regex_pattern("items.spends")


def goal(near: Surroundings) -> str | None:
    """The noun that money goes to or comes from: 사업에 547억 원을, 인테리어비로 500만원을."""
    index = _before_share(near, left_of(near))
    word = near.words[index] if index >= 0 else None
    if word is None or word.role != "noun" or near.is_body(word.stem) or (_SITE.search(word.stem) and spent(near)):
        return None
    put = near.figure.said.kind == "measure" and near.figure.particle in OBJECT and word.particle in LOCATIVE
    posted = (
        near.figure.particle in OBJECT
        and near.figure.said.unit in PERSONS
        and word.particle in (*DIRECTION, *DIRECTION_TOPIC)
    )
    if put or (posted and word.stem not in near.lexicon.generic):
        return phrase(near, index)
    if (
        word.particle not in (*LOCATIVE, ALSO_AT, *DIRECTION, *DIRECTION_TOPIC, FROM)
        or near.figure.said.kind != "money"
    ):
        return None
    return phrase(near, index)


def goal_of_share(near: Surroundings) -> str | None:
    """연구개발에는 매출의 12%인 381억원을: the goal in front of the share that the sum is."""
    index = left_of(near)
    return goal(near) if _before_share(near, index) < index else None


def _before_share(near: Surroundings, index: int) -> int:
    """농업에 전체의 21.6%인 1천702억 원을: the word in front of how large a part it is."""
    if index < 1 or near.words[index].role != "figure" or near.words[index].particle != MODIFIES:
        return index
    return index - 2 if near.words[index - 1].particle == GENITIVE else index - 1


def served(near: Surroundings) -> str | None:
    """The people whom the sentence is for, or what they are given: 어르신을 위해 3천200여 명에게, 2천515명에게 훈련을."""
    words = near.words
    if near.figure.particle not in RECEIVER:
        return None
    for index in range(near.at - 1, 0, -1):
        if words[index].text in _FOR and words[index - 1].particle in OBJECT:
            return phrase(near, index - 1)
    served_as_topic = msgspec.structs.replace(near.figure, particle=TOPIC_MARKS[0])
    return deed(near.with_words((*words[: near.at], served_as_topic, *words[near.at + 1 :])))


def lasting(near: Surroundings) -> str | None:
    """What went on so long: 닷새 동안 잔치를 열었다."""
    words = near.words
    if near.at + 1 >= len(words) or words[near.at + 1].text != _DURING:
        return None
    end = next(
        (i for i in range(near.at + 2, len(words)) if words[i].role == "noun" and words[i].particle in OBJECT), None
    )
    return phrase(near, end, near.at + 1) if end is not None and end <= near.at + 6 else None


def deed(near: Surroundings, common: bool = False) -> str | None:
    """What the counted people did: 704명이 참가해, 18명이 취업에 성공했다, 900명은 진료를 받았다."""
    words = near.words
    unit = near.figure.said.unit
    done = (near.figure.particle in TOPIC and unit in PERSONS) or (not near.figure.particle and unit in TURNS)
    if not done:
        return None
    stop = min(near.at + 6, len(words))
    for index in range(near.at + 1, stop):
        word = words[index]
        if word.role == "noun" and word.particle in (OBJECT | {AT}):
            return phrase(near, index, near.at)
        if word.role in ("verb", "modifier"):
            harm = next((noun for stem, noun in _HARM.items() if word.text.startswith(stem)), None)
            if harm and not common:
                return harm
            match = DEED.match(word.text)
            if word.role == "modifier" and not match:
                continue
            if match is None or match[1] in _CHANGES:
                return None
            return match[1] if (match[1] in near.lexicon.events) is common else None
        if word.role in ("figure", "date"):
            return None
    return None


def common_deed(near: Surroundings) -> str | None:
    """What they did where that is what is done with anything (참가, 선발), and nothing else is named."""
    return deed(near, common=True)


def work_before(near: Surroundings) -> str | None:
    """The noun of the verb that leads to the figure: 63개국에 선판매해 740만 달러를."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role != "verb" or near.figure.said.kind != "money":
        return None
    match = DEED.match(word.text)
    return match[1] if match else None


def spent(near: Surroundings) -> str | None:
    """What the money is spent on: 540억 원을 들여 클러스터를 짓는다."""
    words = near.words
    if near.figure.said.kind != "money" or near.at + 1 >= len(words) or not _SPENDS.match(words[near.at + 1].text):
        return None
    for index in range(near.at + 2, min(near.at + 8, len(words))):
        if words[index].role == "noun" and words[index].particle in OBJECT | {AT}:
            return phrase(near, index, near.at + 1)
        if words[index].role == "figure" and words[index].particle in OBJECT:
            return near.item_at(index)
    return None


def goal_of_several(near: Surroundings) -> str | None:
    """설비투자에는 새벽텔이 4천억원, 한솔텔이 3천억원을 썼다: what several spend on."""
    if near.figure.said.kind != "money":
        return None
    for index in range(near.at - 1, -1, -1):
        word = near.words[index]
        if word.role == "noun" and word.particle in LOCATIVE and not near.is_body(word.stem):
            site = _SITE.search(word.stem) and spent(near)
            return None if site or word.stem in near.lexicon.generic | _LASTLY else phrase(near, index)
        if word.role in ("verb", "modifier") or (word.role == "noun" and not near.is_body(word.stem)):
            return None
    return None


def going_to(near: Surroundings) -> str | None:
    """What the money goes to: 해마다 5조원이 송전망에 들어간다, 3천억원을 복지에 쓴다."""
    words, at = near.words, near.at
    if near.figure.said.kind != "money" or near.figure.particle not in (*NOMINATIVE, *OBJECT) or at + 2 >= len(words):
        return None
    word = words[at + 1]
    goes = word.role == "noun" and word.particle == AT and words[at + 2].text.startswith(_GOES)
    return phrase(near, at + 1, at) if goes else None


def given_for(near: Surroundings) -> str | None:
    """What the clause of giving modifies: 월 20만원씩 10개월간 주는 월세 지원은."""
    words = near.words
    if near.figure.said.kind != "money":
        return None
    for index in range(near.at + 1, min(near.at + 4, len(words) - 1)):
        if words[index].role == "modifier":
            named = words[index + 1].stem not in _ANYONE
            return phrase_after(near, index + 1) if named and _GIVING.match(words[index].text) else None
        if words[index].role not in ("figure", "adverb", "date") or words[index].particle:
            return None
    return None


def given_to(near: Surroundings) -> str | None:
    """Whom so much is given to, where nothing else is named: 청년에게는 월 50만원씩."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    if near.figure.said.kind != "money" or word is None or word.role != "noun" or word.particle not in RECEIVER:
        return None
    return phrase(near, index)


def work_after(near: Surroundings) -> str | None:
    """The noun of the verb that the sum goes into: 5천만 원을 기부하겠다."""
    words = near.words
    if near.figure.particle not in OBJECT:
        return None
    for index in range(near.at + 1, len(words)):
        word = words[index]
        match = DEED.match(word.text) if word.role in ("verb", "modifier") else None
        if match:
            return match[1] if match[1] not in _CHANGES else None
    return None


def attended(near: Surroundings) -> str | None:
    """Where so many came to: 기념주간에 3만8천 명이 다녀갔다."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role != "noun" or word.particle not in LOCATIVE or near.figure.said.unit not in _COMERS:
        return None
    return phrase(near, index)
