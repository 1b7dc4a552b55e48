"""What stands right beside a figure and says what it counts: the noun before it or behind it, brackets, a table's headings.

Each finder looks for one construction and returns the noun phrase, or None where the sentence is built otherwise.
"""

from __future__ import annotations

import msgspec

from ...korean.particles import AT, DIRECTION, GENITIVE, MODIFIES, NOMINATIVE, OBJECT, PLACE, SUBJECT
from ...korean.tokens import CLOSE, OPEN, Sentence, Word
from ...korean.word_lists import regex_pattern, words
from ..context import PERSONS, QUOTES, REGIONS, Surroundings, clean, ends_list, left_of, phrase, phrase_after
from . import breakdowns

(_SIZED,) = words("items.sized")
(_ORDINAL,) = words("items.ordinal")
(_ITEMS,) = words("items.items")
(_ETC,) = words("items.etc")
(_POEM,) = words("items.poem")
_POEMS = words("items.poems")
(_TITLE,) = words("items.title")
_COPULAS = words("items.copulas")
_ALL = frozenset(words("items.all"))
(_WHOLE,) = words("items.whole")

_TIMES = frozenset(words("items.times"))
_MEANS = frozenset(words("items.means"))
#: marks behind which another thing is told of: 3명 사망·12명 부상
_JOINS = frozenset("·‧∙ㆍ/,")
_PACKS = frozenset(words("items.packs"))
_AMOUNTS = frozenset(words("items.amounts"))
_COPULAR = regex_pattern("items.copular")


def in_table(sentence: Sentence, at: int) -> bool:
    """Whether the figure stands in a row of figures with nothing between them."""
    row = _row(sentence.words, at)
    return row[1] - row[0] > 1


def _row(words: tuple[Word, ...], at: int) -> tuple[int, int]:
    """The run of figures around ``at`` with nothing between them, as a half-open range of words."""
    first = last = at
    while first > 0 and words[first - 1].role == "figure" and not words[first - 1].particle:
        first -= 1
    while last + 1 < len(words) and words[last + 1].role == "figure" and not words[last].particle:
        last += 1
    return first, last + 1


def cell(near: Surroundings) -> str | None:
    """Row heading and column heading, where figures stand in a row under a row of headings."""
    words = near.words
    first, end = _row(words, near.at)
    width = end - first
    if width < 2 or first == 0 or len({words[i].said.kind for i in range(first, end)}) > 2:
        return None
    start = first
    while start > 0 and words[start - 1].role == "noun" and not words[start - 1].particle:
        start -= 1
    bare = [word for word in words if word.role not in ("figure", "noun")]
    if start == first or bare or (end < len(words) and words[end].role != "noun"):
        return None
    return _headed(near, start, first, width)


def _headed(near: Surroundings, start: int, first: int, width: int) -> str | None:
    """The row's heading with the column's, taken from the line before or, in a table run together, from the first row."""
    words = near.words
    top: tuple[Word, ...] | None = near.headings.words if near.headings is not None else ()
    if start == 0 and first > width + 1:
        top, start = words[: width + 1], width + 1
    row = clean(near, start, first - 1)
    if row is None or not top or len(top) != width + 1 or any(word.role == "figure" for word in top):
        top = _first_row(words, width)
    if row is None or top is None:
        return row
    return f"{row} {top[1 + near.at - first].text}"


def _first_row(words: tuple[Word, ...], width: int) -> tuple[Word, ...] | None:
    """The headings that a table run together begins with: one more than a row has figures, then the first row's own."""
    lead = next((i for i, word in enumerate(words) if word.role == "figure"), 0)
    return words[: width + 1] if lead > width + 1 else None


def glued_after(near: Surroundings) -> str | None:
    """The noun behind the counter: 102개 사업, 6천27개의 일자리, 30~50㎜의 강한 비, 1천명 미만이던 재방문자."""
    figure, words = near.figure, near.words
    if figure.particle not in ("", GENITIVE, MODIFIES) or near.at + 1 >= len(words):
        return None
    first = near.at + 1
    while first + 1 < len(words) and words[first].text in QUOTES:
        first += 1
    if (
        figure.particle
        and first < len(words)
        and words[first].role == "modifier"
        and words[first].text in near.lexicon.degrees
    ):
        first += 1
    if figure.particle == MODIFIES and first < len(words) and words[first].role == "figure":
        return None
    if first < len(words) and words[first].text == _SIZED:
        first += 1
        while first + 1 < len(words) and words[first].role == "date":
            first += 1
    elif first >= len(words) or (words[first].stem in near.lexicon.events and not _is_given(figure, words[first])):
        return None
    while first + 1 < len(words) and _is_edition(words, first):
        first += 1
    return phrase_after(near, first)


def _is_given(figure: Word, word: Word) -> bool:
    """58조 원의 투자를, 30억 원의 지원을: a deed as a thing."""
    return figure.particle == GENITIVE and word.particle in OBJECT


def _is_edition(words: tuple[Word, ...], index: int) -> bool:
    """제1회 in front of a noun: the mark, or the figure behind it."""
    word = words[index]
    if word.text == _ORDINAL:
        return True
    return word.role == "figure" and (words[index - 1].text == _ORDINAL or word.said.text.startswith(_ORDINAL))


def counted_after(near: Surroundings) -> str | None:
    """The noun behind 개, which splits the counted noun from its number wherever a noun follows: 공공부문 3개 분야."""
    splits = near.figure.said.unit in (_ITEMS, None) and near.figure.said.kind in ("count", "number")
    beside = near.words[near.at - 1] if near.at else None
    had = beside is not None and beside.role == "noun" and not beside.particle and breakdowns.is_measure(beside.stem)
    return glued_after(near) if splits or (near.figure.particle == MODIFIES and not had) else None


def before(near: Surroundings) -> str | None:
    """The bare noun before the figure: 참여자 50명, 직접 일자리 6천27개, 경쟁률 지난해 3.1대 1."""
    index = left_of(near)
    while index >= 0 and near.words[index].text in CLOSE | {"'", '"'}:
        index = _opened(near.words, index) - 1
    if index < 0:
        return None
    word = near.words[index]
    if word.role == "figure" and word.particle == MODIFIES:
        return near.item_at(index)
    if _counts_alike(word, near.figure) and near.words[index + 1] is near.figure:
        return near.item_at(index)
    if word.text == _ETC and index and near.figure.said.unit in PERSONS:
        return _named_among(near, index - 1)
    if (
        word.role != "noun"
        or word.particle
        or word.stem in _TIMES
        or word.text == _ORDINAL
        or near.text[word.end - 1] in _JOINS
    ):
        return None
    if _is_counted_before(near.words, index):
        return _bare(near, index - 2)
    if word.stem == _POEM and near.figure.said.unit in _POEMS:
        return word.stem
    if (
        word.stem in near.lexicon.places
        or word.stem.endswith(REGIONS)
        or near.is_body(word.stem)
        or ends_list(near.words, index)
    ):
        return None
    return _told_of(near, index, phrase(near, index))


def _bare(near: Surroundings, index: int) -> str | None:
    """여객선 9개 항로 13척: the noun in front of them all."""
    word = near.words[index] if index >= 0 else None
    return phrase(near, index) if word is not None and word.role == "noun" and not word.particle else None


def _named_among(near: Surroundings, index: int) -> str | None:
    """임대업자 A씨 등 4명, 운전자 김모(54)씨 등 3명: what the one is who is named for all."""
    if near.words[index].text != _TITLE and not near.words[index].stem.endswith(_TITLE):
        return None
    if near.words[index].text == _TITLE and near.words[index - 1].text in CLOSE:
        index = _opened(near.words, index - 1) - 1
    return _bare(near, index - 1)


def _is_counted_before(words: tuple[Word, ...], index: int) -> bool:
    """71개 항로 93척: the noun is what the figure before it counts."""
    before = words[index - 1] if index else None
    return before is not None and before.role == "figure" and not before.particle and before.said.unit == _ITEMS


def _told_of(near: Surroundings, index: int, group: str | None) -> str | None:
    """입장료는 어른 8천 원: which one of those measured, and what is measured."""
    first = index - len(group.split()) + 1 if group else index
    measured = breakdowns.of_topic(near, first, group) if group else None
    return f"{group} {measured}" if measured else group


def _counts_alike(word: Word, figure: Word) -> bool:
    """달걀 30구 한 판: what is packed so many at a time."""
    packed = word.role == "figure" and not word.particle and word.said.kind == "count"
    return packed and figure.said.kind == "count" and figure.said.unit in _PACKS


def _opened(words: tuple[Word, ...], index: int) -> int:
    """Where the round bracket that closes at ``index`` opens; ``index`` itself for a quotation mark."""
    if words[index].text not in (")", "）", "]"):
        return index
    return next((i for i in range(index - 1, -1, -1) if words[i].text in OPEN), index)


def share(near: Surroundings) -> str | None:
    """Of a percentage, the noun before and the noun behind: 수료생 100% 취업."""
    head, tail = before(near), None
    if not near.figure.particle:
        tail = glued_after(near)
    return " ".join(part for part in (head, tail) if part) or None


def predicated(near: Surroundings) -> str | None:
    """The noun before a copula that modifies the figure: 목표치인 1만2270개."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role not in ("noun", "modifier") or not _COPULAR.search(word.text):
        return None
    copula = next(ending for ending in _COPULAS if word.text.endswith(ending))
    head = msgspec.structs.replace(word, stem=word.text.removesuffix(copula), particle=MODIFIES, role="noun")
    return phrase(near.with_words((*near.words[:index], head, *near.words[index + 1 :])), index)


def bracketed(near: Surroundings) -> str | None:
    """The noun or figure in front of the bracket that the figure stands in: 행복일터(241명)."""
    index = left_of(near)
    if index < 1 or near.words[index].text not in OPEN - QUOTES:
        return None
    index -= 1
    while index > 0 and near.words[index].text in QUOTES:
        index -= 1
    word = near.words[index]
    if index and near.words[index - 1].role == "figure" and near.words[index - 1].end == word.start:
        index, word = index - 1, near.words[index - 1]
    if word.role == "figure":
        return near.item_at(index)
    if word.role != "noun" or near.is_body(word.stem):
        return None
    item = phrase(_whole_word(near, index), index)
    return None if item in _TIMES else item


def _whole_word(near: Surroundings, index: int) -> Surroundings:
    """No particle stands before a bracket: 지킴이(150명)."""
    word = near.words[index]
    whole = msgspec.structs.replace(word, stem=word.text, particle="")
    return near.with_words((*near.words[:index], whole, *near.words[index + 1 :]))


def part_of(near: Surroundings) -> str | None:
    """The whole that the figure is a part of: 이용자의 71.5%, 목표의 절반, 합격자 106명 중 31명."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role != "noun" or word.particle != GENITIVE or word.stem in _TIMES | _ALL:
        return None
    item = phrase(near, index)
    return None if item is None or item.startswith(_WHOLE) else item


def of_whole(near: Surroundings) -> str | None:
    """전체 예산의 45%인: the whole, where nothing else is named."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    item = phrase(near, index) if word is not None and word.role == "noun" and word.particle == GENITIVE else None
    return item.removeprefix(_WHOLE) if item and item.startswith(_WHOLE) else None


def modified(near: Surroundings) -> str | None:
    """The object of the clause that modifies the figure: 의심 판정을 받은 1,543명."""
    index = near.at - 1
    if index < 1 or near.words[index].role != "modifier" or near.words[index].text in near.lexicon.degrees:
        return None
    head = near.words[index - 1]
    if head.role == "noun" and head.particle in (OBJECT | PLACE | SUBJECT):
        return phrase(near, index - 1)
    return None


def amounting(near: Surroundings) -> str | None:
    """The noun that a clause of amount modifies: 1천300억원이 넘는 3분기 영업이익, 40억원에 달하는 빚."""
    words, first = near.words, near.at + 2
    if (
        near.figure.particle not in ("", *NOMINATIVE, *OBJECT, AT)
        or first >= len(words)
        or words[first - 1].text not in _AMOUNTS
    ):
        return None
    while first + 1 < len(words) and words[first].role == "date":
        first += 1
    return phrase_after(near, first)


def owned_share(near: Surroundings) -> str | None:
    """What is so much a year: 연 8~10%의 수익."""
    return glued_after(near) if near.figure.particle == GENITIVE else None


def made_into(near: Surroundings) -> str | None:
    """The noun that the figure serves as: 110명을 정원으로."""
    if near.figure.particle not in OBJECT or near.at + 1 >= len(near.words):
        return None
    word = near.words[near.at + 1]
    fits = word.role == "noun" and word.particle in DIRECTION and word.stem not in near.lexicon.generic | _MEANS
    return word.stem if fits else None


def place_before(near: Surroundings) -> str | None:
    """The place, where nothing else is named: 해외 63개국."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    return word.stem if word is not None and word.role == "noun" and word.stem in near.lexicon.places else None


def counter(near: Surroundings) -> str | None:
    """The counter itself, where it names a thing and nothing else does: 97만 가구가 쓴다."""
    unit = near.figure.said.unit
    return unit if unit in near.lexicon.things else None
