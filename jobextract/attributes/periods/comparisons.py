"""Times that govern nothing further: of what a figure is compared with, of a bracket, of what is told for that time alone.

지난해보다, 2024년 매출(25조원)의 6%, 1년 전 조사와 비교하면, 지난해에만 17건: the next figure is not of that time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...korean.particles import MODIFIES, OBJECT, THAN, TOPIC, WITH
from ...korean.tokens import CLOSE, OPEN, Sentence, Word, once_a_word
from ...korean.word_lists import pattern, regex_pattern, words

(_AIM,) = words("periods.aim")
(_WAS,) = words("periods.was")
_WITH = words("periods.compares")
(_AGAINST,) = words("periods.against")
(_ONLY,) = words("periods.only")
_FROM = words("derived.from")
_LEGEND = words("periods.legend")
#: letters that tell the time of a legend apart
_WORD = 3
_ARROW, _WHAT_WAS = pattern("clause_facts.arrow"), pattern("derived.what_was")

_COMPARED, _RANKED = pattern("periods.compared"), pattern("periods.ranked")
_COMPARED_THING = regex_pattern("periods.compared_thing")
_MULTIPLIED = regex_pattern("periods.multiplied")
_REASON = regex_pattern("periods.reason")
_EXCEEDS = regex_pattern("periods.exceeds")
_SURPASSES = regex_pattern("periods.surpasses")


@once_a_word
def compares(text: str, sentence: Sentence, index: int) -> bool:
    """Whether another figure is compared with that of the time."""
    end = sentence.words[index].said.end
    behind = any(one.match(text, end, sentence.end) for one in (_COMPARED, _COMPARED_THING, _MULTIPLIED, _RANKED))
    return behind or is_legend(sentence.words, index)


def is_legend(words: Sequence[Word], index: int) -> bool:
    """Whether the time is that of all figures in brackets: 괄호 안은 지난해, 괄호는 작년."""
    topic = index > 0 and words[index - 1].particle in TOPIC
    return topic and any(word.text.startswith(_LEGEND) for word in words[max(0, index - 2) : index])


def legend(words: Sequence[Word], index: int) -> str | None:
    """The word of the time that a bracket is said to hold (괄호 안은 작년), or that the first of a list names: (전년 동기 72건), …(61건)."""
    word = words[index]
    opened = index > 0 and words[index - 1].text in OPEN
    figure = next((i for i in range(index + 1, min(index + 3, len(words) - 1)) if words[i].role == "figure"), None)
    closed = figure is not None and words[figure + 1].text in CLOSE
    return word.stem[:_WORD] if is_legend(words, index) or (opened and closed) else None


def has_compared(text: str, words: tuple[Word, ...], index: int, at: int) -> bool:
    """Whether the time belongs to a figure of comparison before this one: 지난해 1만3천 톤보다 1천400톤 많다.

    지난해에는 목표 300명보다 많은 340명을 뽑았다 compares within the year.
    """
    if any(word.text.startswith(_AIM) for word in words[index + 1 : at]) and _is_own_target(words, index):
        return False
    following = next((i for i in range(index + 1, at) if words[i].role == "date"), at)
    figures = (i for i in range(index + 1, following) if words[i].role == "figure" and words[i].said.kind != "duration")
    return any(_is_compared(words, i) or _had_been(text, words[i]) for i in figures) or _surpassed(words, index, at)


def _had_been(text: str, word: Word) -> bool:
    """지난해 40명이던 정원을 60명으로: the time is that of the first."""
    return word.particle == MODIFIES and text[word.end - 1] == _WAS


def _is_own_target(words: tuple[Word, ...], index: int) -> bool:
    """Whether the target is of the time that the sentence is about, and not another's that this one is set beside."""
    alone = all(word.role != "date" for word in words[:index])
    return bool(words[index].particle) or (alone and any(_EXCEEDS.match(word.text) for word in words[index:]))


def _is_compared(words: tuple[Word, ...], at: int) -> bool:
    """1만3천 톤보다, 3.8%와 견주면."""
    if words[at].particle in WITH:
        return at + 1 < len(words) and words[at + 1].text.startswith(_WITH)
    behind = words[at + 1].text if at + 1 < len(words) else ""
    return words[at].particle == THAN or (not words[at].particle and behind == _AGAINST)


def _surpassed(words: tuple[Word, ...], index: int, at: int) -> bool:
    """Whether the next figure behind the time is what another passes: 지난해 46차례를 앞질렀다."""
    for number in range(index + 1, min(index + 6, at)):
        if words[number].role == "figure":
            behind = words[number + 1 : number + 4]
            return words[number].particle in OBJECT and any(_SURPASSES.match(word.text) for word in behind)
    return False


def leads_to_compared(words: tuple[Word, ...], index: int) -> bool:
    """Whether the next figure behind the time is what another is compared with: 2015년 1분기 210만원보다."""
    following = next(
        (i for i in range(index + 1, min(index + 6, len(words))) if words[i].role in ("figure", "date")), None
    )
    return following is not None and words[following].role == "figure" and _is_compared(words, following)


def is_base(words: tuple[Word, ...], index: int) -> bool:
    """Whether the time is that of what another figure is measured by: 지난해 46차례를 앞질렀다, 2024년 매출(25조원)의 6%."""
    opened = next(
        (i for i in range(index + 1, min(index + 4, len(words) - 1)) if words[i].role not in ("noun", "date")), None
    )
    bracketed = opened is not None and words[opened].text in OPEN and words[opened + 1].role == "figure"
    return bracketed or _surpassed(words, index, len(words))


def in_bracket(words: tuple[Word, ...], index: int, at: int) -> bool:
    """Whether the figure stands in the bracket behind the time: 작년 같은 달(2천901만5천명), 전년(704건·769kg)."""
    opened = next((i for i in range(index + 1, min(index + 4, at)) if words[i].text in OPEN), None)
    if opened is None:
        return False
    if any(word.role == "figure" for word in words[index + 1 : opened]):
        return False
    return not any(word.text in CLOSE or word.role == "date" for word in words[opened + 1 : at])


@lru_cache(maxsize=256)  # asked anew for every pair of figures of a paragraph
def is_aside(sentence: Sentence, at: int) -> bool:
    """Whether the figure is only compared with, in a bracket or before 보다: its time goes no further."""
    words = sentence.words
    if _is_compared(words, at) or _only(words, at) or _gives_reason(words):
        return True
    dates = (i for i in range(at - 1, max(at - 5, -1), -1) if words[i].role == "date")
    return any(in_bracket(words, index, at) for index in dates)


def _gives_reason(words: tuple[Word, ...]) -> bool:
    """6월 대책으로 한도가 6억원으로 묶인 영향이다: the time of what brought about the figures before."""
    last = next((word for word in reversed(words) if word.role != "mark"), None)
    return last is not None and _REASON.match(last.text) is not None


def _only(words: tuple[Word, ...], at: int) -> bool:
    """지난해에만 17건, 올해 들어서만 9대: named for that time alone."""
    date = next((i for i in range(at - 1, -1, -1) if words[i].role == "date"), None)
    return date is not None and any(
        w.text.endswith(_ONLY) and w.role != "figure" for w in words[date : min(date + 4, at)]
    )


def is_from(words: Sequence[Word], at: int) -> bool:
    """49.9%에서 53.6%로: whether the figure is what another starts from."""
    return words[at].particle in _FROM and _goes_on(words, at)


def counterpart(words: Sequence[Word], at: int) -> str | None:
    """How another figure is set against this one: it ``starts`` there (872억 원에서, 872억 원→, 872억 원이던 것이), or its
    ``bracket`` holds this one: 4.9%(4.4%).
    """
    kind = words[at].said.kind
    if at > 1 and words[at - 1].text in OPEN and words[at - 2].role == "figure" and words[at - 2].said.kind == kind:
        return "bracket"
    if not _goes_on(words, at):
        return None
    behind = words[at + 1].text
    was = words[at].particle in MODIFIES and _WHAT_WAS.match(behind)
    return "starts" if was or words[at].particle in _FROM or _ARROW.match(behind) else None


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether another figure of the kind stands soon behind."""
    following = next((word for word in words[at + 1 : at + 5] if word.role == "figure"), None)
    return following is not None and following.said.kind == words[at].said.kind
