"""Runs the rules' own sentences: what ``rules check`` and the test suite share.

A ``finds`` line marks its answer in place, ``지원금을 {{1천만 원}}으로 올렸다``, beside the worth it has to have:
``10000000 KRW``, a range ``28..29 %``, a bound ``>=30 명`` (``>`` ``<=`` ``<``), ``~`` before an approximate number, an EDTF
period for a date. In an ``ignores`` line the rule must find nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import regex

from ..model import Mention
from ..quantities import recognizer
from ..quantities.matcher import Reading
from ..rulebook.loader import Rulebook
from ..rulebook.schema import DateRule, MentionRule, NameRule

_MARK = regex.compile(r"\{\{(.*?)\}\}", regex.DOTALL)
_SYMBOLS = {"min": ">=", "over": ">", "max": "<=", "under": "<"}


class Example(NamedTuple):
    """One sentence of a rule: ``name`` is ``money.won-finds-0``; ``span`` and ``worth`` are empty for an ``ignores`` line."""

    name: str
    rule: str
    sentence: str
    span: tuple[int, int] | None
    worth: str | None
    known_miss: bool = False


def examples(book: Rulebook) -> Iterator[Example]:
    """The examples of the rules on mentions, names and dates, in the order of the book."""
    for entry in book.entries.values():
        if not isinstance(entry, MentionRule | NameRule | DateRule):
            continue
        for key in ("finds", "known_misses"):
            for number, line in enumerate(getattr(entry, key)):
                sentence, worth = (line, None) if isinstance(line, str) else line
                bare, span = unmark(sentence)
                yield Example(f"{entry.id}-{key}-{number}", entry.id, bare, span, worth, key == "known_misses")
        for number, sentence in enumerate(entry.ignores):
            yield Example(f"{entry.id}-ignores-{number}", entry.id, sentence, None, None)


def unmark(sentence: str) -> tuple[str, tuple[int, int] | None]:
    """The sentence without its marks, and the first span that they marked."""
    bare, spans = unmarked(sentence)
    return bare, spans[0] if spans else None


def unmarked(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without its marks, and every span that they marked."""
    marks = list(_MARK.finditer(sentence))
    width = len("{{}}")
    spans = [(m.start() - width * at, m.end() - width * (at + 1)) for at, m in enumerate(marks)]
    return _MARK.sub(r"\1", sentence), spans


def judge(example: Example, book: Rulebook) -> str | None:
    """None where the example comes out right, else a line with what was expected and what was got."""
    entry = book.entries[example.rule]
    if isinstance(entry, NameRule):
        return _judge_name(example, book)
    reference = date.fromisoformat(entry.reference) if isinstance(entry, DateRule) and entry.reference else None
    found = recognizer.find(example.sentence, reference=reference, book=book)
    if example.span is None:
        stolen = [m for m in found if m.rule == example.rule]
        return f"{example.sentence}: nothing by {example.rule} expected, got {shown(stolen)}" if stolen else None
    right = [
        m for m in found if (m.start, m.end) == example.span and m.rule == example.rule and worth(m) == example.worth
    ]
    if right:
        return None
    marked = example.sentence[slice(*example.span)]
    return f"{example.sentence}: expected {marked} = {example.worth} by {example.rule}, got {shown(found)}"


def _judge_name(example: Example, book: Rulebook) -> str | None:
    verdicts = recognizer.explain(example.sentence, book)
    names = [v.candidate for v in verdicts if v.outcome == "name" and v.reason == example.rule]
    spans = [(c.start, c.end) for c in names]
    if example.span is None:
        return f"{example.sentence}: no name by {example.rule} expected, got {spans}" if spans else None
    start, end = example.span
    if any((s <= start and end <= e) or (start <= s and e <= end) for s, e in spans):
        return None
    return f"{example.sentence}: expected a name at {example.sentence[start:end]}, got " + "; ".join(
        f"{example.sentence[v.candidate.start : v.candidate.end]} {v.outcome} {v.reason}" for v in verdicts
    )


def shown(found: list[Mention]) -> str:
    return "; ".join(f"{m.text} = {worth(m)} by {m.rule}" for m in found) or "nothing"


def worth(mention: Mention | Reading) -> str:
    """What a mention is worth, in the notation of the rule files."""
    if isinstance(mention, Mention) and mention.kind in ("date", "time"):
        return mention.period or "?"
    unit = f" {mention.unit}" if mention.unit else ""
    return f"{'~' if mention.approx else ''}{_number(mention)}{unit}"


def _number(mention: Mention | Reading) -> str:
    if mention.bound in _SYMBOLS:
        return f"{_SYMBOLS[mention.bound]}{_plain(mention.low if mention.low is not None else mention.high)}"
    if mention.value is not None:
        return _plain(mention.value)
    if mention.low is not None and mention.high is not None:
        return f"{_plain(mention.low)}..{_plain(mention.high)}"
    return "?"


def _plain(number: Decimal | None) -> str:
    return "?" if number is None else f"{number.normalize():f}"
