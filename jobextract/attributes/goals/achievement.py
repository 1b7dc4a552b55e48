"""Shares of a target, and by how much one is passed: come about, though the word 목표 stands beside them."""

from __future__ import annotations

from ...korean.tokens import Sentence
from ...korean.word_lists import regex_pattern, words
from .cue_book import Book, Verdict, first

ACHIEVED = Verdict("actual", "achieved")
#: cues of what has been achieved: nothing that could be aimed at
CUES = frozenset(("achieved", "status.share-before", "status.share-after", "status.beyond"))
_SHARES = frozenset(("percent", "ratio", "multiple"))
_TARGET = regex_pattern("status.target")
_CALLED = regex_pattern("status.called")
_RATED = regex_pattern("status.rated")
_RATE_AIMED = regex_pattern("status.rate_aimed")
_OF_TARGET = regex_pattern("status.of_target")
_AMOUNT_OPENS = words("status.amount_opens")


def is_achieved(verdict: Verdict) -> bool:
    """Whether the figure is a share of a target or what it is passed by, so nothing that could be aimed at."""
    return verdict.cue in CUES


def achieved(text: str, sentence: Sentence, at: int, before: str, cues: Book) -> Verdict | None:
    """A share of a target (목표의 80%, 목표 72%를 채웠다), and by how much one is passed (목표를 40개 웃돌았다), have come about."""
    mention = sentence.words[at].said
    after = text[mention.end : sentence.end]
    if _TARGET.search(before):
        beyond = first(after, cues.cues("status.beyond"))
        if beyond:
            return beyond
    if mention.kind not in _SHARES or mention.unit == "%p":
        return None
    if is_share_of_target(text, sentence, at):
        return ACHIEVED
    if _RATE_AIMED.search(before):
        return None
    led, told = first(before, cues.cues("status.share-before")), first(after, cues.cues("status.share-after"))
    if led is None:
        return told if told and _RATED.match(after) else None
    return told if _CALLED.search(before) else led


def is_share_of_target(text: str, sentence: Sentence, at: int) -> bool:
    """목표(1만개)의 67.3%, 연간 목표 5천대의 절반, 목표로 한 3만개의 80%."""
    whole = sentence.words[at - 1] if at else None
    if whole is not None and whole.text in _AMOUNT_OPENS and at > 1:
        whole = sentence.words[at - 2]
    if whole is None:
        return False
    led = text[sentence.start : sentence.words[at].said.start]
    return _OF_TARGET.search(led) is not None
