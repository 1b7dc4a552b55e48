"""Items that a figure leans on another sentence or clause for: 각각 deals them out, a bare comparison goes on with the last one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from ...korean.particles import ALSO, OBJECT, THAN, TOPIC, TOPIC_OR_SUBJECT, WITH
from ...korean.tokens import Word
from ...korean.word_lists import regex_pattern, words
from ..figure import Figure
from . import breakdowns

(_EACH,) = words("items.each")
(_THESE,) = words("items.these")
_AMONG = words("items.among")

#: how many figures back the thing may stand that a sentence without a noun of its own goes on with
NEAR = 6
_SHARES = frozenset(("percent", "multiple", "ratio"))
_MEASURED = frozenset(("count", "money", "measure", "percent", "multiple"))
_COMPARES = regex_pattern("items.compares")
_TIMELY = frozenset(words("items.timely"))
_EMPTY = frozenset(words("items.empty_amounts"))


def deal_out(own: list[Figure], drafts: list[Figure]) -> None:
    """각각 3%와 1%: to each the noun or the figure's item in the same place before it, in this sentence or the last."""
    if not own or not own[0].sentence.holds(_EACH):
        return
    words = own[0].sentence.words
    mark = next((i for i, word in enumerate(words) if word.text == _EACH), None)
    takers = _run([d for d in own if mark is not None and d.at > mark])
    if mark is None or len(takers) < 2:
        return
    given = _pair(words, mark) if len(takers) == 2 else None
    given = given or _given([d for d in own if d.at < mark] or drafts[-NEAR:], len(takers))
    if given:
        for draft, item in zip(takers, given, strict=True):
            draft.item = item


def _run(drafts: list[Figure]) -> list[Figure]:
    """The figures of one kind that the rest of the sentence begins with."""
    taken: list[Figure] = []
    for draft in drafts:
        if draft.mention.kind in ("date", "time"):
            continue
        first = taken[0].mention if taken else draft.mention
        if (draft.mention.kind, draft.mention.unit) != (first.kind, first.unit) or (
            taken and draft.at - taken[-1].at > 2
        ):
            break
        taken.append(draft)
    return taken


def _pair(words: tuple[Word, ...], mark: int) -> list[str] | None:
    """몬델레즈와 왕왕은 각각: the two nouns."""
    if mark < 2 or words[mark - 1].role != "noun" or words[mark - 1].particle not in (*TOPIC_OR_SUBJECT, ALSO):
        return None
    first = words[mark - 2]
    paired = first.role == "noun" and first.particle in WITH
    return [first.stem, words[mark - 1].stem] if paired else None


def _given(before: list[Figure], wanted: int) -> list[str] | None:
    """The last ``wanted`` items of one kind, all different."""
    named = [d for d in before if d.item is not None and d.mention.kind in ("money", "count", "measure", "percent")]
    named = [d for d in named if d.mention.kind == named[-1].mention.kind and d.sentence is named[-1].sentence][
        -wanted:
    ]
    if named and named[-1].mention.kind == "count":
        return None
    items = [d.item for d in named if d.item]
    return items if len(items) == wanted == len(set(items)) else None


def go_on(own: list[Figure], drafts: list[Figure], is_body: Callable[[str], bool]) -> None:
    """지난해보다 142억 원 많다: a comparison that names nothing goes on with what the sentence before counts."""
    if own and drafts and begins_with_them(own[0].sentence.words) and own[0].item in (None, own[0].mention.unit):
        own[0].item = next((d.item for d in reversed(drafts[-NEAR:]) if _may_lend(d, own[0]) and d.item), own[0].item)
    loose = [d for d in own if d.item is None and d.mention.kind in _MEASURED]
    if (
        not loose
        or not drafts
        or own[0].sentence.section != "body"
        or not _names_nothing(own[0].sentence.words, is_body)
    ):
        return
    last = drafts[-1].sentence
    near = [
        d
        for d in drafts[-NEAR:]
        if d.item is not None
        and not breakdowns.is_foreseen(d.item)
        and d.sentence.section == "body"
        and d.sentence is last
    ]
    for draft in loose:
        draft.item = next((d.item for d in reversed(near) if _may_lend(d, draft)), None)


def begins_with_them(words: tuple[Word, ...]) -> bool:
    """이 중, 이 가운데: some of those told of before."""
    return len(words) > 2 and words[0].text == _THESE and words[1].text in _AMONG


def _may_lend(lender: Figure, draft: Figure) -> bool:
    mine, its = draft.mention, lender.mention
    if mine.kind in _SHARES:
        return its.kind in _MEASURED
    return (mine.kind, mine.unit) == (its.kind, its.unit)


def _names_nothing(words: tuple[Word, ...], is_body: Callable[[str], bool]) -> bool:
    """Whether a sentence compares and no noun of it is spoken of, but times, bodies and 수치, 액수."""
    if not any(word.particle == THAN or _COMPARES.search(word.text) for word in words):
        return False
    for word in words:
        if word.role != "noun" or word.stem in _TIMELY or word.stem in _EMPTY or word.text in _EMPTY:
            continue
        if word.particle in TOPIC | OBJECT and not is_body(word.stem):
            return False
    return True


def look_ahead(own: list[Figure]) -> None:
    """달러로는 12%, 원화로는 24% 매출이 늘었다: the noun that stands only before the last figure of a list."""
    for draft, following in pairwise(own):
        alike = (draft.mention.kind, draft.mention.unit) == (following.mention.kind, following.mention.unit)
        words = draft.sentence.words
        listed = not draft.word.particle and draft.at + 1 < len(words) and words[draft.at + 1].text == ","
        if draft.item is not None or not alike or not listed:
            continue
        behind = draft.mention.kind == "measure" and any(word.stem == following.item for word in words[following.at :])
        if behind or draft.mention.kind in _SHARES:
            draft.item = following.item
