"""Figures told of one member of a group after another: 나라별로는 라오스 520명, 제조업은 2만명, 투자액은 반도체 3조원.

The noun beside such a figure says which member it is; what is measured stands in the topic of the list (``of_topic``), or
in the sentences before (``told``, which ``sharing`` completes).
"""

from __future__ import annotations

import re

import regex

from ...korean.particles import FROM, FROM_TOPIC, OBJECT, TOPIC, TOPIC_MARKS, TOPIC_OR_SUBJECT
from ...korean.tokens import Word
from ..context import REGIONS, Surroundings, is_generic, left_of, phrase

_FRAME = regex.compile(r"^(?![개특차선구식판이작고송결각]별로)\p{L}+(?:별로[는도]?|별)$|^(?:나이|연령)대로는?$")
_LISTING = frozenset(",·△▲▶()（）'‘’")
_PERSONS = re.compile(r"(?:[자객생원]|인구|관중|인원)$")
_SECTOR = regex.compile(r"^(?!(?:파|개|폐|휴|조|직|동|생|부|학|가|본|협|분)업$)\p{L}{2,}(?<![기사취창실영수작산졸])업$")
_MEASURE = re.compile(
    r"(?:[률율액량값비금료가수]|지수|가격|단가|물가|(?:지지|만족|선호|신뢰|인지|호감|청렴|참여|혼잡)도|판매|생산|수주|출하|소비|대출|예금|고용|거래|계약|수요|공급|재고|발전|매출|이익|손실|순익|수출|수입|투자|예산|인구|마진|소득|임금|보수|비중|면적|기온|온도|습도|풍속|높이|길이|속도|거리"
    r"|점수|성적|일자리|배당|연봉|부채|자산|관중|인원|환자|학생|관객|승객|고객|[가-힣]{2}[자객생])$"
)
_NO_MEASURE = re.compile(
    r"(?:요금|지금|조금|방금|전문가|작가|국가|평가|시가|준비|정비|나비|횟수|교수|선수|우수|다수|재료|자료|음료|무료|치료|종료|의료|동료|완료)$"
)

_FORESEEN = regex.compile(r"(?:전망치?|예상치?|추정치?|목표치?|기준치?|평균치?|전체|총|합계|나머지)$")


_NTH = regex.compile(r"^(?:(?:첫|둘|셋|넷|다섯|여섯)째|\S+(?:학년|등급|분위))(?:\s?(?:이상|이하|아이|자녀))?$")


def is_measure(stem: str) -> bool:
    """Whether the noun names something measured or counted of many: 투자액, 경쟁률, 취업자."""
    return bool(_MEASURE.search(stem)) and not _NO_MEASURE.search(stem)


def is_foreseen(item: str | None) -> bool:
    """Whether somebody only expected so much: 시장 예상, 증권가 전망치."""
    return item is not None and bool(_FORESEEN.search(item))


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
    if word.role == "figure" and word.mention.kind != "age":
        return bool(word.particle) or (word.mention.kind, word.mention.unit) != (
            near.figure.mention.kind,
            near.figure.mention.unit,
        )
    if word.role == "mark":
        return word.text not in _LISTING
    return word.role == "verb" or (word.role == "modifier" and near.words[index + 1].role != "figure")


def _may_be_measured(near: Surroundings, stem: str) -> bool:
    """People are counted, and shares of them; they have prices and heights rather than being so much."""
    counted = near.figure.mention.kind in ("count", "percent", "ratio") or not _PERSONS.search(stem)
    return is_measure(stem) and counted and stem not in near.lexicon.agents


def numbered(near: Surroundings) -> str | None:
    """The one of a row that its number names: 첫째는 2백만원, 3학년 40명, 셋째 이상은 7%, 70대는 4%."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role not in ("noun", "figure") or word.particle not in TOPIC | {""}:
        return None
    aged = word.role == "figure" and word.mention.kind == "age" and word.particle in TOPIC_MARKS
    aged = aged and near.figure.mention.kind == "percent"
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
        aged = word.mention.kind == "age" and (frame or word.particle in TOPIC_MARKS)
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
    aged = word.role == "figure" and word.mention.kind == "age"
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
        if ("별" in word.text or "대로" in word.text) and _FRAME.match(word.text):
            return index
    return 0


def _of_frame(words: tuple[Word, ...], frame: int) -> str | None:
    """신청자를 업종별로 보면, 업종별 신청자는: what is broken down."""
    following = words[frame] if frame and words[frame - 1].text.endswith("별") and frame < len(words) else None
    if following is not None and following.role == "noun" and following.particle in TOPIC_OR_SUBJECT:
        return following.stem if is_measure(following.stem) else None
    before = words[frame - 2] if frame > 1 else None
    fits = before is not None and before.role == "noun" and before.particle in (*TOPIC_MARKS, *OBJECT)
    return before.stem if fits and is_measure(before.stem) else None


def _is_listed(words: tuple[Word, ...], index: int) -> bool:
    """Whether the noun stands by itself in a list, not as what the one before it has: 가전이 매출 3조원."""
    return words[index - 1].role in ("mark", "figure") or bool(_FRAME.match(words[index - 1].text))
