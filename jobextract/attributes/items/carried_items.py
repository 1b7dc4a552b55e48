"""What a figure counts that its own sentence leaves out, because the sentences before it speak of nothing else.

반면 새벽금융은 26.6% 줄었다, 8월에 0.32%를 찍은 뒤 0.28%로 꺾였다: rates and changes go on with the last thing measured in the paragraph,
amounts with the last one in the same unit.
"""

from __future__ import annotations

from collections.abc import Callable

from ...korean.particles import ALSO, GENITIVE, OBJECT, THAN, TOPIC_MARKS, TOPIC_OR_SUBJECT
from ...korean.tokens import Word
from ...korean.word_lists import regex_pattern, words
from ..context import Lexicon, Surroundings, phrase
from ..figure import Figure
from . import breakdowns

#: how many figures back the thing may stand
NEAR = 8
_FEW = 20
_RATES = frozenset(("percent", "multiple", "ratio"))
_AMOUNTS = frozenset(("count", "money", "measure", "number"))
_COMMON = frozenset((*words("items.common"), None))
_MOVES = regex_pattern("items.moves")
#: words between a figure and the verb of the list that it stands in
_LIST = 10
#: words of a sentence that only names its topic
_SHORT = 5
_ENDINGS = words("items.endings")
_CHANGES = words("items.changing")
_DIFFERS = words("items.differs")


def carry(own: list[Figure], drafts: list[Figure], lexicon: Lexicon, lead: Callable[[], str | None]) -> None:
    """Give figures that name nothing, or only what is done with them (배정, 집행), the item of the figure whose thing they go
    on with; ``lead`` gives the topic of the sentence before where that holds no figure."""
    for number, draft in enumerate(own):
        if not _is_open(draft, lexicon) or draft.mention.kind not in _RATES | _AMOUNTS:
            continue
        explained = number and draft.sentence.words[draft.at - 1].text == "(" and own[number - 1].at == draft.at - 2
        lenders = (other.lent for other in reversed(own[:number]) if _may_lend(other, draft))
        beside = (own[number - 1].item if explained else None) or next(lenders, None)
        opens = bool(drafts) and drafts[-1].sentence.paragraph != draft.sentence.paragraph
        near = drafts[-NEAR:] if opens else drafts[: -NEAR - 1 : -1]
        before = (other.lent for other in near if _may_lend(other, draft))
        draft.item = beside or lead() or next(before, None) or draft.item


def _is_open(draft: Figure, lexicon: Lexicon) -> bool:
    """Whether the figure's own sentence says nothing of what it counts but what is done with it: 9억원을 배정했다."""
    item = draft.item
    if item == draft.mention.unit:
        return True
    if item is None or item not in lexicon.events or item in lexicon.generic or breakdowns.is_measure(item):
        return item is None
    return any(
        word.role in ("verb", "modifier") and word.text.startswith(item)
        for word in draft.sentence.words[draft.at + 1 : draft.at + 5]
    )


def topic_of(near: Surroundings) -> str | None:
    """What a sentence without figures says that it grew, shrank or differed: 거래는 줄었다, 목표는 방향이 달랐다."""
    words = near.words
    moves = bool(_MOVES.search(near.text, near.sentence.start, near.sentence.end))
    if not moves and not _only_names_its_topic(words):
        return None
    nouns = [
        i
        for i, w in enumerate(words)
        if w.role == "noun" and w.particle in (*TOPIC_OR_SUBJECT, ALSO) and not near.is_body(w.stem)
    ]
    nouns = [i for i in nouns if (moves and words[i].particle != ALSO) or (not moves and _may_be_topic(near, words[i]))]
    topics = [i for i in nouns if words[i].particle in TOPIC_MARKS]
    return phrase(near, (topics or nouns)[-1]) if nouns else None


def _may_be_topic(near: Surroundings, word: Word) -> bool:
    """Another thing of the kind (수수료도), or one that is measured (기온은), but nobody who acts."""
    return (word.particle == ALSO or breakdowns.is_measure(word.stem)) and word.stem not in near.lexicon.agents


def _only_names_its_topic(words: tuple[Word, ...]) -> bool:
    """수수료도 문제였다, 기온도 낮았다: a sentence of a few words and without an object says what the next ones speak of."""
    said = [word for word in words if word.role != "mark"]
    return len(said) <= _SHORT and not any(word.role == "noun" and word.particle in OBJECT for word in said)


def _may_lend(other: Figure, draft: Figure) -> bool:
    """Whether the earlier figure measures the same thing: of the same paragraph, of the same kind and unit, or one that
    the rate says the change of."""
    if other.lent is None or other.sentence.section != draft.sentence.section or is_aside(other):
        return False
    if other.sentence.paragraph != draft.sentence.paragraph and not _reaches_back(draft):
        return False
    if is_parted(other, draft):
        return False
    if _quoted(draft) and other.sentence is not draft.sentence:
        return False
    if draft.mention.kind in _RATES and changes(draft):
        return other.mention.kind in _RATES | _AMOUNTS and not _lists(other)
    return (other.mention.kind, other.mention.unit) == (draft.mention.kind, draft.mention.unit)


def _reaches_back(draft: Figure) -> bool:
    """Whether the figure may go on with another paragraph: 시도별로는 breaks down what the one before measures, and a counter
    of few things (90호, 3척) counts the same all through an article."""
    if breakdowns.framed(draft.sentence.words, draft.at):
        return True
    return draft.mention.kind in ("count", "measure") and draft.mention.unit not in _COMMON


def _quoted(draft: Figure) -> bool:
    """Whether somebody's words stand before the figure in its sentence: they begin a matter of their own."""
    return any(word.text in ("“", '"') for word in draft.sentence.words[: draft.at])


def _lists(draft: Figure) -> bool:
    """Whether the figure only says of how many is told: 4대 은행이, 3개 도시의."""
    few = draft.mention.kind == "count" and draft.mention.value is not None and draft.mention.value <= _FEW
    return few and not draft.word.particle


def is_parted(other: Figure, draft: Figure) -> bool:
    """Whether a clause ends between two figures of a sentence that only sets the scene: 충당금을 2조원 쌓으면서 8% 줄었다."""
    if other.sentence is not draft.sentence or draft.mention.kind not in _RATES:
        return False
    return any(w.role == "verb" and w.text.endswith(_ENDINGS) for w in draft.sentence.words[other.at + 1 : draft.at])


def is_aside(draft: Figure) -> bool:
    """Whether the figure is only compared with: 기준 9명의 6배, 지난해 40건보다."""
    words = draft.sentence.words
    times = draft.word.particle == GENITIVE and draft.at + 1 < len(words) and words[draft.at + 1].role == "figure"
    return times or draft.word.particle == THAN or breakdowns.is_foreseen(draft.item)


def changes(draft: Figure) -> bool:
    """Whether the verb behind the figure, or behind the list that it stands in, says that something grew or shrank."""
    words = draft.sentence.words
    for number, word in enumerate(words[draft.at + 1 : draft.at + 1 + _LIST]):
        if word.text.startswith(_CHANGES) or (not number and word.text.startswith(_DIFFERS)):
            return True
        if word.role in ("verb", "modifier"):
            return False
    return False
