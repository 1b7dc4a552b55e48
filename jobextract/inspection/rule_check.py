"""Every rule's own sentences, run against the whole rule book: what ``rules check`` prints.

Quantities, names and dates are judged by ``examples``. A line is found where its rule's pattern is the whole line and
some rule of the book drops it; a cue where a text of that one sentence gives a marked figure the cue's value, and leaves
alone what does not give it to all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from .. import pipeline
from ..attributes import frame
from ..page import line_rules
from ..rulebook.loader import Rulebook, load
from ..rulebook.schema import Cue, FrameRule, LineRule
from .examples import examples, judge, unmarked


class Outcome(NamedTuple):
    """One example by its name, and what is wrong with it, None where nothing is."""

    example: str
    rule: str
    complaint: str | None


def outcomes(rules: Collection[str], folders: tuple[str, ...] = ()) -> Iterator[Outcome]:
    """The examples of the named rules, run against the rule book with the own rules in ``folders``.

    An example that is known to miss has to go on missing.
    """
    book = load(folders)
    for example in examples(book):
        if example.rule in rules:
            complaint = judge(example, book)
            yield Outcome(example.name, example.rule, _turned(complaint) if example.known_miss else complaint)
    for entry in book.entries.values():
        if entry.id in rules and isinstance(entry, LineRule | Cue | FrameRule):
            yield from _of_entry(entry, book, folders)


def _turned(complaint: str | None) -> str | None:
    return "passes now; move it from known_misses to finds" if complaint is None else None


def _of_entry(entry: LineRule | Cue | FrameRule, book: Rulebook, folders: tuple[str, ...]) -> Iterator[Outcome]:
    for key in ("finds", "ignores", "known_misses"):
        for number, sentence in enumerate(getattr(entry, key)):
            wanted = key != "ignores"
            if isinstance(entry, LineRule):
                complaint = _wrong_line(entry, sentence, wanted, book)
            elif isinstance(entry, FrameRule):
                complaint = _wrong_head(entry, sentence, wanted, book)
            else:
                complaint = _wrong_cue(entry, sentence, wanted, folders)
            known_miss = key == "known_misses"
            yield Outcome(f"{entry.id}-{key}-{number}", entry.id, _turned(complaint) if known_miss else complaint)


def _wrong_line(rule: LineRule, line: str, wanted: bool, book: Rulebook) -> str | None:
    own = len(line) <= rule.longest and book.compile(rule.pattern, rule.id).fullmatch(line) is not None
    if own != wanted:
        return f"{line}: expected {'a line' if wanted else 'no line'} of {rule.id}, got {'one' if own else 'none'}"
    first = line_rules.family(line, book)
    if wanted and first is None:
        return f"{line}: no rule of the book takes it; expected {rule.id}"
    return None


def _wrong_head(rule: FrameRule, line: str, wanted: bool, book: Rulebook) -> str | None:
    said = rule.value in (frame.acts(line, book) if rule.field == "act" else (frame.head(line, book),))
    if said == wanted:
        return None
    return f"{line}: expected {'' if wanted else 'anything but '}{rule.value} by {rule.id}"


def _wrong_cue(cue: Cue, sentence: str, wanted: bool, folders: tuple[str, ...]) -> str | None:
    text, spans = unmarked(sentence)
    if not spans:
        return f"{sentence}: mark the figure with {{{{…}}}}"
    field = cue.field.partition(".")[0]
    marked = [
        r
        for r in pipeline.extract(text, rules=folders).records
        if any(r.start < end and r.end > at for at, end in spans)
    ]
    got = {getattr(record, field) or "none" for record in marked}
    if cue.value in got if wanted else got != {cue.value}:
        return None
    shown, figures = ", ".join(sorted(got)) or "no figure", ", ".join(text[slice(*span)] for span in spans)
    return f"{text}: {figures}: expected {field} {'' if wanted else 'other than '}{cue.value}, got {shown}"
