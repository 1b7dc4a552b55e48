"""Figures told of one member of a group after another: 나라별로는 라오스 520명, 제조업은 2만명, 투자액은 반도체 3조원.

The noun beside such a figure says which member it is; what is measured stands in the topic of the list (``of_topic``), or
in the sentences before (``told``, which ``sharing`` completes).
"""

from __future__ import annotations

from functools import lru_cache

from ...korean.particles import FROM, FROM_TOPIC, OBJECT, TOPIC, TOPIC_MARKS, TOPIC_OR_SUBJECT
from ...korean.tokens import Word
from ...korean.word_lists import pattern, regex_pattern, words
from ..context import REGIONS, Surroundings, is_generic, left_of, phrase

(_BY,) = words("items.by")
_FRAME = regex_pattern("items.broken_down_by")
_LISTING = frozenset(",·△▲▶()（）'‘’")
_PERSONS = pattern("items.people")
_SECTOR = regex_pattern("items.sector")
_MEASURE = pattern("items.measure")
_NO_MEASURE = pattern("items.no_measure")

_FORESEEN = regex_pattern("items.foreseen")


_NTH = regex_pattern("items.nth")


@lru_cache(maxsize=65536)
def is_measure(stem: str) -> bool:
    """Whether the noun names something measured or counted of many: 투자액, 경쟁률, 취업자."""
    return bool(_MEASURE.search(stem)) and not _NO_MEASURE.search(stem)


def is_foreseen(item: str | None) -> bool:
    """Whether somebody only expected so much: 시장 예상, 증권가 전망치."""
    return item is not None and bool(_FORESEEN.search(item))


@lru_cache(maxsize=65536)
def is_people(stem: str) -> bool:
    """Whether the noun counts people: 수급자, 가입자, 학생."""
    return is_measure(stem) and bool(_PERSONS.search(stem))


def of_topic(near: Surroundings, first: int, group: str) -> str | None:
    """What the list measures that a bare noun before its figure is a member of: 투자액은 전지 21조 원, 반도체 17조 원."""
    if _FORESEEN.search(group) or (is_measure(group) and not _PERSONS.search(group)):
        return None
    for index in range(first - 1, -1, -1):
        word = near.words[index]
        if _breaks_list(near, index):
            return None
        if word.role == "noun" and word.particle in TOPIC_MARKS:
            return word.stem if _may_be_measured(near, word.stem) and word.stem not in group else None
    return None


def _breaks_list(near: Surroundings, index: int) -> bool:
    """Whether the word is no part of a list of bare nouns and figures of one kind."""
    word = near.words[index]
    if word.role == "figure" and word.said.kind != "age":
        return bool(word.particle) or (word.said.kind, word.said.unit) != (
            near.figure.said.kind,
            near.figure.said.unit,
        )
    if word.role == "mark":
        return word.text not in _LISTING
    return word.role == "verb" or (word.role == "modifier" and near.words[index + 1].role != "figure")


def _may_be_measured(near: Surroundings, stem: str) -> bool:
    """People are counted, and shares of them; they have prices and heights rather than being so much."""
    counted = near.figure.said.kind in ("count", "percent", "ratio") or not _PERSONS.search(stem)
    return is_measure(stem) and counted and stem not in near.lexicon.agents


def numbered(near: Surroundings) -> str | None:
    """The one of a row that its number names: 첫째는 2백만원, 3학년 40명, 셋째 이상은 7%, 70대는 4%."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role not in ("noun", "figure") or word.particle not in TOPIC | {""}:
        return None
    aged = word.role == "figure" and word.said.kind == "age" and word.particle in TOPIC_MARKS
    aged = aged and near.figure.said.kind == "percent"
    return word.stem if aged or _NTH.match(word.stem) else None


def told(near: Surroundings) -> tuple[str | None, str | None]:
    """The member of a group that the figure is of, and what is measured where the sentence says it."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.particle not in TOPIC | {""} or word.role not in ("noun", "figure"):
        return None, None
    if _NTH.match(word.stem):
        return word.stem, of_topic(near, index, word.stem)
    frame = framed(near.words, index)
    if word.role == "figure":
        aged = word.said.kind == "age" and (frame or word.particle in TOPIC_MARKS)
        return (phrase(near, index), _of_frame(near.words, frame)) if aged else (None, None)
    if near.is_body(word.stem):
        return None, None
    if word.stem in near.lexicon.towns and not is_measure(word.stem) and _among_towns(near):
        return word.stem, of_topic(near, index, word.stem)
    if not word.particle and not frame:
        group = phrase(near, index)
        if group and word.stem.endswith(REGIONS):
            return group, of_topic(near, index - len(group.split()) + 1, group)
        measured = of_topic(near, index - len(group.split()) + 1, group) if group else None
        return (group, measured) if measured else (None, None)
    group = phrase(near, index)
    owned = word.particle and not _PERSONS.search(word.stem)
    if (
        group is None
        or (owned and is_measure(word.stem))
        or is_generic(group, near.lexicon)
        or (is_measure(word.stem) and not (frame and _is_listed(near.words, index - len(group.split()) + 1)))
    ):
        return None, None
    known = word.particle and is_group(near, word.stem)
    return (group, _of_frame(near.words, frame)) if known or frame else (None, None)


def is_group(near: Surroundings, stem: str) -> bool:
    """Whether the noun is one of several parts of a whole rather than what is measured of them: 수도권, 제조업."""
    return stem in near.lexicon.groups or stem in near.lexicon.places or bool(_SECTOR.match(stem))


def labelled(near: Surroundings) -> str | None:
    """The group that a figure of a breakdown belongs to: 제조업에서 8만명 늘었다, 유럽에서는 6억유로를."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role not in ("noun", "figure") or near.is_body(word.stem):
        return None
    aged = word.role == "figure" and word.said.kind == "age"
    loose = word.particle in FROM_TOPIC or (word.particle == FROM and not near.figure.particle)
    loose = loose or (aged and word.particle in TOPIC)
    if not loose or (word.role == "figure" and not aged):
        return None
    return phrase(near, index)


def _among_towns(near: Surroundings) -> bool:
    """밀양이 6천㏊로 가장 넓고 합천 5천㏊, 진주 4천㏊: more towns than one in front of figures."""
    words = near.words
    towns = {
        words[i - 1].stem
        for i in range(1, len(words))
        if words[i].role == "figure" and words[i - 1].stem in near.lexicon.towns
    }
    return sum(not is_measure(town) for town in towns) > 1


def framed(words: tuple[Word, ...], stop: int) -> int:
    """Where 나라별로는 stands at the beginning of the sentence; 0 where it does not, 1 more than its place where it does."""
    for index, word in enumerate(words[: min(stop, 4)], 1):
        if _opens_breakdown(word.text):
            return index
    return 0


@lru_cache(maxsize=65536)
def _opens_breakdown(form: str) -> bool:
    return _FRAME.match(form) is not None


def _of_frame(words: tuple[Word, ...], frame: int) -> str | None:
    """신청자를 업종별로 보면, 업종별 신청자는: what is broken down."""
    following = words[frame] if frame and words[frame - 1].text.endswith(_BY) and frame < len(words) else None
    if following is not None and following.role == "noun" and following.particle in TOPIC_OR_SUBJECT:
        return following.stem if is_measure(following.stem) else None
    before = words[frame - 2] if frame > 1 else None
    if before is None or before.role != "noun" or before.particle not in (*TOPIC_MARKS, *OBJECT):
        return None
    return before.stem if is_measure(before.stem) else None


def _is_listed(words: tuple[Word, ...], index: int) -> bool:
    """Whether the noun stands by itself in a list, not as what the one before it has: 가전이 매출 3조원."""
    return words[index - 1].role in ("mark", "figure") or bool(_FRAME.match(words[index - 1].text))
