"""What a whole clause says that its figure counts: the topic, the object, what it is raised to or part of.

Each finder looks for one construction and returns the noun phrase, or None where the clause is built otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...korean.particles import (
    ALSO,
    COPULA,
    DIRECTION,
    FROM,
    GENITIVE,
    OBJECT,
    SUBJECT,
    TOPIC,
    TOPIC_OR_SUBJECT,
    TOWARDS,
)
from ...korean.word_lists import regex_pattern, words
from ..context import TURNS, Surroundings, is_generic, left_of, phrase
from . import breakdowns, empty_heads

(_TITLE,) = words("items.title")
(_BY,) = words("items.by")
_AGES = words("items.ages")
_ALIKE = words("items.alike")

_THEN = frozenset(words("items.then"))
_REACHES = regex_pattern("items.reaches")
_STATE = regex_pattern("items.state")
_ENDED = regex_pattern("items.ended")
_MEANS = frozenset(words("items.circumstances"))
_QUOTED = frozenset(words("items.quoted"))
_STOPS = frozenset((".", "?", "!"))
_RAISES = regex_pattern("items.raises")
_ACTORS = words("items.actors")
_CHANGED = regex_pattern("items.changed")


def raised(near: Surroundings) -> str | None:
    """The object that is brought to the figure: 지원금을 1천만 원으로, 쿼터를 2천 명에서 5천 명으로."""
    bare = not near.figure.particle and near.figure.said.kind in ("percent", "multiple")
    if near.figure.particle not in (TOWARDS | {FROM}) and not bare:
        return None
    left = left_of(near)
    if (
        near.figure.particle in TOWARDS
        and left >= 0
        and near.words[left].role == "figure"
        and near.words[left].particle in OBJECT
    ):
        return near.item_at(left)
    index = _clause_noun(near, OBJECT)
    return None if index is None else phrase(near, index)


def raised_after(near: Surroundings) -> str | None:
    """The same with the object behind: 25명에서 50명으로 목표를 상향했다."""
    words = near.words
    if near.figure.particle not in (*DIRECTION, FROM):
        return None
    for index in range(near.at + 1, len(words)):
        word = words[index]
        if word.role == "noun" and word.particle in OBJECT:
            return _raised_object(near, index)
        if word.role in ("verb", "mark", "date", "figure") and index > near.at + 3:
            return None
        if word.role in ("verb", "mark"):
            return None
    return None


def _raised_object(near: Surroundings, index: int) -> str | None:
    """The object, if a verb of raising follows; a bare 목표 gives way to the topic that it is a target of."""
    rest = " ".join(word.text for word in near.words[index + 1 : index + 4])
    if not _RAISES.search(rest):
        return None
    item = phrase(near, index, near.at)
    return topic(near) or item if is_generic(item, near.lexicon) else item


def turns(near: Surroundings) -> str | None:
    """What was done so many times: 특강을 열어 16회 운영했다."""
    return object_before(near) if near.figure.said.unit in TURNS else None


def topic(near: Surroundings) -> str | None:
    """The nearest topic or subject on the left that is not a body: 취업률은 90%, 인구 규모는 46만8988명."""
    embedded = passed = False
    for index in _leftwards(near):
        word = near.words[index]
        if (word.role == "verb" and _ENDED.search(word.text)) or (
            word.role == "modifier" and not _modifies_figure(near, index)
        ):
            embedded = True
        if word.role != "noun" or word.particle not in TOPIC:
            continue
        if embedded and word.particle in SUBJECT:
            embedded = False
            continue
        if near.is_body(word.stem):
            passed = True
        elif passed and breakdowns.is_group(near, word.stem):
            return None
        acts = (
            _acts(word.stem, near)
            and near.figure.said.kind in ("count", "money", "measure", "duration")
            and not _is_told(near)
        )
        if acts or word.stem in _THEN or word.stem.endswith(_BY) or (word.particle in SUBJECT and _is_agent(near)):
            continue
        if near.figure.said.kind == "money" and near.figure.particle in OBJECT and breakdowns.is_people(word.stem):
            continue
        item = empty_heads.told_by_clause(near, index) or phrase(near, index)
        if item is not None and word.particle != ALSO:
            return item
    return None


def _leftwards(near: Surroundings) -> Iterator[int]:
    """The words before the figure, nearest first; those of a quotation are no matter of its speaker, nor the other way."""
    inside, marks = False, {}
    said = _said(near)
    for index, word in enumerate(near.words[: near.at]):
        if word.text in ("“", "”", '"'):
            inside = word.text == "“" or (word.text == '"' and not inside)
            marks[index] = inside
    quoted = inside
    for index in range(near.at - 1, -1, -1):
        if index in said:
            continue
        if index not in marks:
            if near.words[index].text in _STOPS:
                return
            if not inside or quoted:
                yield index
        elif quoted:
            return
        else:
            inside = not marks[index]


def _said(near: Surroundings) -> set[int]:
    """The words of what somebody answers between single marks before the figure: ‘가격이 비싸다’고 했고 23%는."""
    if not near.sentence.holds("‘"):
        return set()
    found: set[int] = set()
    opened = None
    for index, word in enumerate(near.words[: near.at]):
        if word.text == "‘":
            opened = index
        elif word.text == "’" and opened is not None:
            if near.words[index + 1].text in _QUOTED:
                found.update(range(opened, index + 1))
            opened = None
    return found


def mean_age(near: Surroundings) -> str | None:
    """평균 나이는 41.2세: an age that is measured."""
    item = topic(near)
    return item if item and item.endswith(_AGES) else None


def balance(near: Surroundings) -> str | None:
    """What is so much in the black, or bought so much more than sold: 여행수지는 9억달러 적자다, 외국인은 주식을 812억원 순매수."""
    following = (
        near.words[near.at + 1].text if near.at + 1 < len(near.words) and near.figure.particle in ("", GENITIVE) else ""
    )
    state = _STATE.match(following)
    if state is None:
        return None
    thing = object_beside(near) or topic(near)
    return f"{thing} {state[0]}" if thing and state[0] not in thing else state[0]


def _acts(stem: str, near: Surroundings) -> bool:
    return stem in near.lexicon.agents or stem.endswith(_TITLE) or (len(stem) > 2 and stem.endswith(_ACTORS))


def _modifies_figure(near: Surroundings, index: int) -> bool:
    """Whether the modifier holds no clause of its own: 같은, or a verb of change before the figure (15% 증가한 6394억원)."""
    text = near.words[index].text
    return text in _ALIKE or (index == near.at - 1 and bool(_CHANGED.match(text)))


def _is_told(near: Surroundings) -> bool:
    """Whether the sentence says how many there are: 배우는 모두 열다섯 명."""
    following = near.words[near.at + 1].role if near.at + 1 < len(near.words) else "mark"
    return near.figure.particle == COPULA or (not near.figure.particle and following == "mark")


def object_beside(near: Surroundings) -> str | None:
    """The object right before a bare figure: 오리는 알을 하루 여덟 개 낳는다."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    fits = word is not None and word.role == "noun" and word.particle in OBJECT
    return phrase(near, index) if fits and not near.figure.particle else None


def too_beside(near: Surroundings) -> str | None:
    """The noun with 도 right before the figure: 목표 취업자 수도 6만8천명으로 높였다."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role != "noun" or word.particle != ALSO:
        return None
    acts = near.is_body(word.text) or word.stem in near.lexicon.agents | _THEN
    return None if acts else phrase(near, index)


def topic_too(near: Surroundings) -> str | None:
    """A topic with 도, where nothing else names the thing: 강연도 22회 열었다."""
    for index in _leftwards(near):
        word = near.words[index]
        if word.role == "noun" and word.particle == ALSO and not near.is_body(word.text):
            return phrase(near, index)
    return None


def _is_agent(near: Surroundings) -> bool:
    """Whether the subject does something to the figure (족제비가 네댓 마리를 물어) rather than reaching it (관객이 500만을 넘었다)."""
    if near.figure.particle not in OBJECT or near.figure.said.kind not in ("count", "money"):
        return False
    if any(word.role == "figure" and word.said.kind == near.figure.said.kind for word in near.words[: near.at]):
        return False
    rest = " ".join(word.text for word in near.words[near.at + 1 : near.at + 4])
    return not any(_REACHES.match(part) for part in (rest, rest.split(" ", 1)[-1]))


def object_before(near: Surroundings) -> str | None:
    """The last object before the figure: 특강을 열어 16회 운영해."""
    if near.figure.particle in SUBJECT:
        return None
    words = near.words
    for index in _leftwards(near):
        word = words[index]
        if word.role == "noun" and word.particle in TOPIC_OR_SUBJECT and words[index + 1].role != "modifier":
            return None
        modified = words[index + 1].role == "modifier"
        if word.role == "noun" and word.particle in OBJECT and not modified:
            return phrase(near, index)
    return None


def _clause_noun(near: Surroundings, particles: Iterable[str]) -> int | None:
    """The nearest noun on the left with one of the particles, with no finished verb in between."""
    for index in range(near.at - 1, -1, -1):
        word = near.words[index]
        if word.role == "verb" and word.text not in near.lexicon.degrees:
            return None
        if word.role != "noun":
            continue
        if word.particle in particles:
            if near.words[index + 1].text in _MEANS:
                continue
            return index
        if word.particle in TOPIC_OR_SUBJECT and not near.is_body(word.stem):
            return None
    return None
