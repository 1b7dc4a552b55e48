"""Splits a stretch of an article into sentences by pattern alone: one pass, no morphological analysis.

A sentence ends at a full stop, question or exclamation mark (with the quotes and brackets that close after it) where
the next one begins; not inside quotes or brackets, not in a decimal (65.3), a date (2024. 1. 12.), initials (J.K.), a
numbered heading (1. 개요) or an address (a.co.kr). A closing quote that 라고, 고, 며 carries on stays with its frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from .word_lists import pattern, regex_pattern

_STOP = regex.compile(r"[.!?。…]++|[\"“”‘’'「」『』()（）\[\]【】<>〈〉《》]")
_OPEN = dict(zip("“‘「『(（[【〈《", "”’」』)）]】〉》", strict=True))
_BLANKS = " \t\r\n\xa0\u3000"
_QUOTES = '"”’」』'
_CLOSE = frozenset(_OPEN.values())
_TRAIL = re.compile(r"[\"”’'」』)）\]】〉》]*+")
_ENDING = pattern("sentences.ending")
_VERB = pattern("sentences.verb")
_GAP = re.compile(r"[ \t\r\n\xa0\u3000]*+")
_CARRIED = pattern("sentences.carried")
_NEXT_NUMBER = regex_pattern("sentences.next_number")
_DATED = regex.compile(r"(?:^|[^\d])\d{1,2}\Z|(?:19|20)\d\d\Z")
_INITIAL = regex.compile(r"(?:^|[\s.])[A-Z]\Z")
_LONGEST_ASIDE = 400
#: code points of a sentence that are read as one
LONGEST = 1200


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of ``text[start:end]``, without the blanks between; a newline is a blank."""
    spans: list[tuple[int, int]] = []
    closers: list[tuple[str, int]] = []
    begin = _past(_GAP, text, start, end)
    at = begin
    while match := _STOP.search(text, at, end):
        at = match.end()
        mark = match[0]
        _forget(closers, match.start())
        if mark[0] in ".!?。…":
            stop = _sentence_end(text, match.start(), at, begin, end, closers)
        else:
            stop = _quoted_end(text, match.start(), at, end) if _nest(mark, match.start(), closers) else None
        if stop is None:
            continue
        spans.append((begin, stop))
        begin = at = _past(_GAP, text, stop, end)
        closers = []
    if begin < end:
        last = begin + len(text[begin:end].rstrip())
        if last > begin:
            spans.append((begin, last))
    return spans


def _past(pattern: regex.Pattern[str] | re.Pattern[str], text: str, at: int, end: int) -> int:
    """Where what the pattern matches at ``at`` ends, ``at`` where it matches nothing."""
    match = pattern.match(text, at, end)
    return match.end() if match else at


def _nest(mark: str, place: int, closers: list[tuple[str, int]]) -> bool:
    """Keeps the quotes and brackets that are open (a straight quote closes itself); true where the last closes."""
    if closers and closers[-1][0] == mark:
        closers.pop()
        return not closers
    if mark in _OPEN:
        closers.append((_OPEN[mark], place))
    elif mark == '"':
        closers.append((mark, place))
    elif mark in _CLOSE:
        known = any(mark == closer for closer, _ in closers)
        while known and closers.pop()[0] != mark:
            pass
        return known and not closers
    return False


def _quoted_end(text: str, place: int, at: int, end: int) -> int | None:
    """The end of a sentence that is all quotation, or None where a frame carries it on: "…다."라고 말했다."""
    if text[place] not in _QUOTES or text[place - 1] not in ".!?" or at >= end or text[at] not in _BLANKS:
        return None
    return None if _CARRIED.match(text, _past(_GAP, text, at, end), end) else at


def _forget(closers: list[tuple[str, int]], place: int) -> None:
    """An aside that was opened long ago was never closed: the scrape has lost its end."""
    while closers and place - closers[0][1] > _LONGEST_ASIDE:
        del closers[0]


def _sentence_end(text: str, dot: int, at: int, begin: int, end: int, closers: list[tuple[str, int]]) -> int | None:
    """Where the sentence that the mark at ``dot`` ends is over, or None where it goes on."""
    if closers:
        return None
    stop = _past(_TRAIL, text, at, end) if not _opens_next(text, at, end) else at
    if stop >= end:
        return None
    spaced = text[stop] in _BLANKS
    before = text[max(begin, dot - 8) : dot]
    if text[dot] == "…" or text[dot:at].startswith(".."):
        return stop if spaced and _VERB.search(before) and not _carried(text, stop, end) else None
    if not _ENDING.search(before):
        return (
            stop
            if spaced and text[dot] in "!?" and not _carried(text, stop, end)
            else _after_figure(text, dot, stop, spaced, before)
        )
    if not spaced and not _VERB.search(before.rstrip("\"”’'」』)]")):
        return None
    return None if _carried(text, stop, end) and (stop > at or text[dot] != ".") else stop


def _opens_next(text: str, at: int, end: int) -> bool:
    """A straight quote right after the mark opens the next sentence where a syllable follows and none is open."""
    return at + 1 < end and text[at] in "\"'" and text[at + 1] not in " \t\n.,"


def _after_figure(text: str, dot: int, stop: int, spaced: bool, before: str) -> int | None:
    """A full stop after a figure, a Latin word or a bracket ends a sentence before a blank, but not in a date."""
    if not spaced or not before or before[-1] == " ":
        return None
    if _DATED.search(before) and (_NEXT_NUMBER.match(text, stop) or len(before.split()[-1]) <= 4):
        return None
    if _INITIAL.search(before):
        return None
    return stop


def _carried(text: str, stop: int, end: int) -> bool:
    """Whether what follows a closing quote carries the sentence on: 라고 말했다, 며, 는 뜻이다."""
    return _CARRIED.match(
        text, _past(_GAP, text, stop, end) if text[stop : stop + 1] == " " else stop, end
    ) is not None and not (text[stop : stop + 1] == " " and text[stop - 1] in ".!?")


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence in pieces that end at blanks: what governs a figure is near it, and no line costs more than its length."""
    while end - start > LONGEST:
        cut = max(
            text.rfind(" ", start + LONGEST // 2, start + LONGEST),
            text.rfind("\n", start + LONGEST // 2, start + LONGEST),
        )
        cut = cut + 1 if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end
