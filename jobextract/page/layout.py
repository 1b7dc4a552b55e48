"""The page before it is judged: what each line is alone, and where on the page the running text stands.

``core`` is the densest stretch of running text about one thing: it is where the article is looked for, and never a verdict.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from ..korean.word_lists import pattern, regex_pattern
from ..rulebook.loader import Rulebook
from ..rulebook.schema import LineRule
from . import bylines, line_rules, timestamps
from .lines import Shape, closed, end, noted, prose, stems, wrapped

_SOURCE = regex_pattern("bylines.source")
_HINT = pattern("bylines.hint")
_TELLING = "▶▷►■□◆◇☞☛※○●"
_SHORT, _LONGEST = 60, 400
#: what a line adds to the stretch of running text that it stands in
_PARAGRAPH, _SENTENCE, _FURNITURE, _FREE, _STRANGER = 160, 20, -45, -18, -30
_TOPIC, _RELATED = 2, 0.12
#: shares and steps are told in so many grades
SHARES = (0.001, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8)
STEPS = (1, 2, 3, 4, 6, 9, 14, 25)


class Line(NamedTuple):
    """A line with words: where it stands, what it says of itself, and the lines above it that are blank.

    ``family`` is that of furniture that it would be of by its words, or nothing; ``kind`` what it is taken for by itself, in
    one word; ``tells`` whether that is running text; ``end`` how it ends.
    """

    index: int  # type: ignore[assignment]  # a place, and no method of tuple
    shape: Shape
    rule: LineRule | None
    meta: str | None
    wrapped: bool
    words: frozenset[str]
    blanks: int
    family: str
    kind: str
    tells: bool
    end: str


def _kind(rule: LineRule | None, meta: str | None, reads: bool, notes: bool) -> str:
    """What a line is taken for by itself."""
    if reads and meta is None and (rule is None or rule.role == "body"):
        return "prose"
    if meta is not None:
        return "meta"
    if notes:
        return "note"
    if rule is not None:
        return rule.role if rule.where == "any" else f"{rule.role}?"
    return "free"


class Layout(NamedTuple):
    """The lines with words, and between which of them (inclusive) the densest running text stands.

    ``topic`` holds the words that it uses again and again, ``vocabulary`` all of its words. Of each line ``sides`` tells
    where it stands, seen from there, and ``shares`` which part of its words is of the vocabulary.
    """

    lines: list[Line]
    first: int
    last: int
    topic: frozenset[str]
    vocabulary: frozenset[str]
    sides: list[str]
    shares: list[float]


def lay_out(shapes: list[Shape], rulebook: Rulebook) -> Layout:
    """The page as it lies there."""
    lines = _lines(shapes, rulebook)
    first, last = _densest(lines, [_weight(line) for line in lines])
    topic = _topic(lines[first : last + 1])
    if topic:
        first, last = _densest(lines, [_weight(line, topic) for line in lines])
        topic = _topic(lines[first : last + 1])
    words = frozenset(word for line in lines[first : last + 1] if line.kind in ("prose", "note") for word in line.words)
    inside = last + 1 - first
    sides = ["before"] * first + ["inside"] * inside + ["after"] * (len(lines) - last - 1)
    sides = sides if inside else ["none"] * len(lines)
    return Layout(lines, first, last, topic, words, sides, [share(line.words, words) for line in lines])


def share(words: frozenset[str], others: frozenset[str]) -> float:
    """The share of the words that are among the others."""
    return len(words & others) / len(words) if words else 0.0


def _lines(shapes: list[Shape], rulebook: Rulebook) -> list[Line]:
    seen = [_seen(shape, rulebook) for shape in shapes]
    cut = wrapped(shapes, [bool(shape.text) and one == (None, None) for shape, one in zip(shapes, seen, strict=True)])
    found, blanks = [], 0
    for index, (shape, (rule, meta)) in enumerate(zip(shapes, seen, strict=True)):
        text = shape.text
        if not text:
            blanks += 1
            continue
        reads = index in cut or prose(text)
        kind = _kind(rule, meta, reads, not reads and rule is None and meta is None and noted(text))
        family = rule.id.partition(".")[0] if rule is not None else ""
        words = frozenset(stems(text))
        found.append(
            Line(index, shape, rule, meta, index in cut, words, blanks, family, kind, kind == "prose", end(text))
        )
        blanks = 0
    return found


def _seen(shape: Shape, rulebook: Rulebook) -> tuple[LineRule | None, str | None]:
    if not shape.text or len(shape.text) > _LONGEST:
        return None, None
    return (_known if len(shape.text) <= _SHORT else _alone)(shape.text, shape.core, rulebook)


def _alone(text: str, line: str, rulebook: Rulebook) -> tuple[LineRule | None, str | None]:
    """The family of a line and what it says of publication; ``line`` is the text without its bullet."""
    rule = line_rules.family(line, rulebook)
    if rule is None and text[0] in _TELLING:
        rule = line_rules.family(text, rulebook)
    return rule, None if len(line) > 60 and closed(line) else metadata(line)


# the pages of a site, and its weather, say the same short lines again and again
_known = lru_cache(maxsize=8192)(_alone)


def metadata(line: str) -> str | None:
    """What the line says of its publication: a date, a byline, a source, the staff; None where it is no such line."""
    if len(line) > 160 or not _HINT.search(line):
        return None
    if bylines.credits(line):
        return "meta.credits"
    if timestamps.only_label(line) or _dated(line):
        return "meta.date"
    if bylines.byline(line):
        return "meta.byline"
    return "meta.source" if _SOURCE.fullmatch(line) else None


def _dated(line: str) -> bool:
    """Whether the line is a date of publication: labelled, alone, or with the writer's name."""
    found = timestamps.stamps(line)
    if not found:
        return False
    rest = timestamps.rest(line)
    if any(stamp.role != "bare" for stamp in found):
        return len(rest) <= 40
    return not rest or bylines.byline(rest) is not None or bylines.bare_name(rest) or bylines.desk(rest)


# --- the densest running text ----------------------------------------------------------------------------------------


def _weight(line: Line, topic: frozenset[str] = frozenset()) -> int:
    if line.kind == "note":
        return min(len(line.shape.text), _PARAGRAPH) // 2
    if not line.tells:
        return _FREE if line.rule is None and line.meta is None else _FURNITURE
    if topic and line.words and len(line.words & topic) < _RELATED * len(line.words):
        return _STRANGER
    return _SENTENCE + min(len(line.shape.text), _PARAGRAPH)


def _densest(lines: list[Line], weights: list[int]) -> tuple[int, int]:
    """The first and last line of the stretch of the greatest sum (Kadane); (0, -1) where nothing tells anything."""
    best, found, total, start = 0, (0, -1), 0, 0
    for at, weight in enumerate(weights):
        if total <= 0:
            total, start = 0, at
        total += weight
        if total > best:
            best, found = total, (start, at)
    return found


def _topic(lines: list[Line]) -> frozenset[str]:
    """The words that several lines of running text share."""
    counts = Counter(word for line in lines if line.kind in ("prose", "note") for word in line.words)
    return frozenset(word for word, count in counts.items() if count >= _TOPIC)
