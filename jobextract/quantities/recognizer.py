"""Quantities, dates and durations in running text: numerals × rules, and the one policy on what overlaps.

The policy: the longest reading wins; of two as long, the rule of the higher ``priority``, then the rule that stands first
in the rule book (files by name, then by line). A name such as 코로나19 competes like a quantity, and where it wins nothing
inside it is found; of a name and a quantity as long the quantity wins unless the name's rule asks otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ..korean import numerals
from ..korean.syllables import is_hangul
from ..korean.word_lists import words
from ..model import Mention
from ..rulebook.loader import Rulebook, load
from ..temporal import recognizer
from . import bounds, veto
from .forms import forms
from .matcher import Reading, bare, free_readings, readings

#: the farthest that the ends of one range stand apart: 에서 많게는, 보다 크거나 같고
_NEAR = 14


_WRITTEN_OUT = frozenset(words("hangul_numerals.written_out"))
_ONE_WEEK = words("durations.one_week")
_UNITS_OF_TIME = frozenset(words("hangul_numerals.units_of_time"))


class Candidate(NamedTuple):
    """Something that could be found: a reading of a numeral, or a date that ``dates`` read. ``rank`` orders equals."""

    start: int
    end: int
    rank: int
    reading: Reading | None
    mention: Mention | None


class Verdict(NamedTuple):
    """What became of a candidate: ``found``, ``name``, ``overlapped`` or ``vetoed``, and why."""

    candidate: Candidate
    outcome: str
    reason: str


def find(
    text: str,
    start: int = 0,
    end: int | None = None,
    reference: date | None = None,
    year: int | None = None,
    book: Rulebook | None = None,
) -> list[Mention]:
    """The quantities, dates and durations of ``text[start:end]``, in reading order, none overlapping another.

    ``reference`` is the day that 오늘, 올해 and a bare 3월 count from; where only ``year`` is known, 올해 is that year and
    a bare day stays unresolved.
    """
    decided = _decide(text, start, len(text) if end is None else end, reference, year, book or load())
    return [_mention(text, verdict.candidate) for verdict in decided if verdict.outcome == "found"]


def explain(text: str, book: Rulebook | None = None) -> list[Verdict]:
    """Everything that was tried on ``text`` and what became of it, in reading order."""
    return _decide(text, 0, len(text), None, None, book or load())


def _decide(text: str, start: int, end: int, reference: date | None, year: int | None, book: Rulebook) -> list[Verdict]:
    times = recognizer.find(text, start, end, reference, year)
    candidates = list(_candidates(text, start, end, book, times))
    candidates += [Candidate(m.start, m.end, 0, None, m) for m in times]
    return sorted(
        _choose(text, candidates, forms(book).ordinary),
        key=lambda verdict: (verdict.candidate.start, verdict.candidate.end),
    )


def _candidates(text: str, start: int, end: int, book: Rulebook, times: list[Mention]) -> Iterator[Candidate]:
    previous: list[Reading] = []
    inside = _inside(times)
    for numeral in numerals.scan(text, start, end, forms(book).ordinary):
        if inside(numeral):
            continue
        near = [reading for reading in previous if reading.end > numeral.start - _NEAR]
        found = _qualified(text, numeral, end, book)
        for reading in (*found, *_ranges(text, near, found)) if near else found:
            yield Candidate(reading.start, reading.end, reading.order, reading, None)
        previous = _joinable(text, numeral, end, near, found)
    for reading in free_readings(text, start, end, book):
        whole = reading if reading.kind is None else bounds.qualify(text, reading, end)
        yield Candidate(whole.start, whole.end, whole.order, whole, None)


def _inside(times: list[Mention]) -> Callable[[numerals.Numeral], bool]:
    """Whether a numeral in digits stands inside a date: whatever else it could be is shorter, so it is not tried."""
    waiting = iter(times)
    current = next(waiting, None)

    def inside(numeral: numerals.Numeral) -> bool:
        nonlocal current
        while current and current.end <= numeral.start:
            current = next(waiting, None)
        held = current is not None and current.start <= numeral.start and numeral.end < current.end
        if not held or current is None or current.kind != "date" or numeral.style != "digit":
            return False
        return not _WRITTEN_OUT.isdisjoint(current.text)

    return inside


def _qualified(text: str, numeral: numerals.Numeral, end: int, book: Rulebook) -> list[Reading]:
    """The readings of a numeral with their bounds; of digits only the best, because no analyser can veto it."""
    found = readings(text, numeral, end, book)
    if len(found) > 1 and numeral.style in ("digit", "mixed"):
        found = [min(found, key=lambda reading: (reading.start - reading.end, reading.order))]
    return [reading if reading.kind is None else bounds.qualify(text, reading, end) for reading in found]


def _joinable(
    text: str, numeral: numerals.Numeral, end: int, near: list[Reading], found: list[Reading]
) -> list[Reading]:
    """The readings that a later numeral may join: most numerals have nothing behind them that could join anything."""
    whole = [*near, *found]
    if bounds.may_join(text, numeral.end):
        whole.append(bounds.qualify(text, bare(text, numeral), end))
    return [reading for reading in whole if reading.kind and bounds.may_join(text, reading.end)]


def _ranges(text: str, previous: list[Reading], found: list[Reading]) -> Iterator[Reading]:
    for first in previous:
        for second in found:
            joined = bounds.join(text, first, second) if second.kind else None
            if joined:
                yield joined


def _choose(text: str, candidates: Iterable[Candidate], ordinary: numerals.Ordinary) -> Iterator[Verdict]:
    occupied: dict[int, Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, c.rank, c.start)):
        rival = next((occupied[i] for i in range(candidate.start, candidate.end) if i in occupied), None)
        if rival:
            yield Verdict(candidate, "overlapped", f"{text[rival.start : rival.end]} is longer or comes first")
            continue
        reason = _vetoed(text, candidate, ordinary)
        if reason:
            yield Verdict(candidate, "vetoed", reason)
            continue
        occupied.update(dict.fromkeys(range(candidate.start, candidate.end), candidate))
        is_name = candidate.reading is not None and candidate.reading.kind is None
        yield Verdict(candidate, "name" if is_name else "found", candidate.reading.rule if candidate.reading else "")


def _vetoed(text: str, candidate: Candidate, ordinary: numerals.Ordinary) -> str | None:
    reading = candidate.reading or _spoken(text, candidate)
    if reading is None or reading.kind is None or not reading.verdict:
        return None
    if candidate.mention and ordinary.opens(text, candidate.start):
        return "an ordinary word"
    return None if veto.sure(text, reading) else veto.veto(text, reading)


def _spoken(text: str, candidate: Candidate) -> Reading | None:
    """A date or duration that opens with a Sino-Korean numeral and its unit, to be judged: 삼 년, but not 구분."""
    if candidate.mention is None or not is_hangul(text[candidate.start]):
        return None
    numeral = numerals.read(text, candidate.start, candidate.end)
    if numeral is None or numeral.style != "sino":
        return None
    behind = numeral.end + (text[numeral.end : numeral.end + 1] == " ")
    if text[behind : behind + 1] not in _UNITS_OF_TIME or text.startswith(_ONE_WEEK, candidate.start):
        return None
    return bare(text, numeral)._replace(end=candidate.end, unit_start=behind, verdict=True)


def _mention(text: str, candidate: Candidate) -> Mention:
    if candidate.mention:
        return candidate.mention
    reading = candidate.reading
    assert reading is not None and reading.kind is not None
    return Mention(
        start=reading.start, end=reading.end, text=text[reading.start : reading.end], kind=reading.kind,
        value=reading.value, low=reading.low, high=reading.high, unit=reading.unit, bound=reading.bound,
        approx=reading.approx, rule=reading.rule,
    )  # fmt: skip
