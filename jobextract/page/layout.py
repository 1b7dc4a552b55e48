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
from .lines import Shape, closed, noted, prose, stems, wrapped

_SOURCE = regex_pattern("bylines.source")
_HINT = pattern("bylines.hint")
_TELLING = "▶▷►■□◆◇☞☛※○●"
_SHORT, _LONGEST = 60, 400
#: what a line adds to the stretch of running text that it stands in
_PARAGRAPH, _SENTENCE, _FURNITURE, _FREE, _STRANGER = 160, 20, -45, -18, -30
_TOPIC, _RELATED = 2, 0.12
#: shares and steps are told in so many grades; of a long line so many signs are compared
SHARES = (0.001, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8)
STEPS = (1, 2, 3, 4, 6, 9, 14, 25)
REPORT = 400


class Line(NamedTuple):
    """A line with words: where it stands, what it says of itself, and the lines above it that are blank."""

    index: int  # type: ignore[assignment]  # a place, and no method of tuple
    shape: Shape
    rule: LineRule | None
    meta: str | None
    reads: bool
    wrapped: bool
    words: frozenset[str]
    blanks: int
    notes: bool = False

    @property
    def family(self) -> str:
        """The family of furniture that the line would be of by its words, or nothing."""
        return self.rule.id.partition(".")[0] if self.rule else ""

    @property
    def tells(self) -> bool:
        """Whether the line is running text, and no sentence of the site."""
        return self.reads and (self.rule is None or self.rule.role == "body") and self.meta is None

    @property
    def kind(self) -> str:
        """In one word what the line is taken for by itself."""
        if self.tells:
            return "prose"
        if self.meta is not None:
            return "meta"
        if self.notes:
            return "note"
        if self.rule is not None:
            return self.rule.role if self.rule.where == "any" else f"{self.rule.role}?"
        return "free"

    def share(self, words: frozenset[str]) -> float:
        """The share of the line's words that are among them."""
        return len(self.words & words) / len(self.words) if self.words else 0.0


class Layout(NamedTuple):
    """The lines with words, and between which of them (inclusive) the densest running text stands.

    ``topic`` holds the words that it uses again and again, ``vocabulary`` all of its words.
    """

    lines: list[Line]
    first: int
    last: int
    topic: frozenset[str]
    vocabulary: frozenset[str]

    def side(self, at: int) -> str:
        """Where a line stands, seen from the densest running text."""
        if self.last < self.first:
            return "none"
        return "before" if at < self.first else "after" if at > self.last else "inside"


def lay_out(shapes: list[Shape], rulebook: Rulebook) -> Layout:
    """The page as it lies there."""
    lines = _lines(shapes, rulebook)
    first, last = _densest(lines, [_weight(line) for line in lines])
    topic = _topic(lines[first : last + 1])
    if topic:
        first, last = _densest(lines, [_weight(line, topic) for line in lines])
        topic = _topic(lines[first : last + 1])
    words = frozenset(word for line in lines[first : last + 1] if line.tells or line.notes for word in line.words)
    return Layout(lines, first, last, topic, words)


def _lines(shapes: list[Shape], rulebook: Rulebook) -> list[Line]:
    seen = [_seen(shape, rulebook) for shape in shapes]
    free = [
        bool(shape.text) and rule is None and meta is None for shape, (rule, meta) in zip(shapes, seen, strict=True)
    ]
    cut = wrapped(shapes, free)
    found, blanks = [], 0
    for index, (shape, (rule, meta)) in enumerate(zip(shapes, seen, strict=True)):
        if not shape.text:
            blanks += 1
            continue
        reads = index in cut or prose(shape.text)
        words = frozenset(stems(shape.text))
        notes = not reads and rule is None and meta is None and noted(shape.text)
        found.append(Line(index, shape, rule, meta, reads, index in cut, words, blanks, notes))
        blanks = 0
    return _beside(found, rulebook)


def _seen(shape: Shape, rulebook: Rulebook) -> tuple[LineRule | None, str | None]:
    if not shape.text or len(shape.text) > _LONGEST:
        return None, None
    return (_known if len(shape.text) <= _SHORT else _alone)(shape.text, shape.core, rulebook)


def _alone(text: str, line: str, rulebook: Rulebook) -> tuple[LineRule | None, str | None]:
    """The family of a line and what it says of publication; ``line`` is the text without its bullet."""
    rule = line_rules.family(line, rulebook)
    if rule is None and text[0] in _TELLING:
        rule = line_rules.family(text, rulebook)
    return rule, None if len(line) > 60 and closed(line) else _metadata(line)


# the pages of a site, and its weather, say the same short lines again and again
_known = lru_cache(maxsize=8192)(_alone)


def _metadata(line: str) -> str | None:
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


def _beside(lines: list[Line], rulebook: Rulebook) -> list[Line]:
    """Lines that belong to a family only beside one of it: a city between its sky and its temperature."""
    neighbours = line_rules.neighbours(rulebook)
    for steps in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        last: LineRule | None = None
        for at in steps:
            if last is not None and last.id.partition(".")[0] in neighbours:
                rule = line_rules.family(lines[at].shape.core, rulebook, beside=True)
                if rule and last.id.startswith(f"{rule.beside}."):
                    lines[at] = lines[at]._replace(rule=rule)
            last = lines[at].rule
    return lines


# --- the densest running text ----------------------------------------------------------------------------------------


def _weight(line: Line, topic: frozenset[str] = frozenset()) -> int:
    if line.notes:
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
    counts = Counter(word for line in lines if line.tells or line.notes for word in line.words)
    return frozenset(word for word, count in counts.items() if count >= _TOPIC)
