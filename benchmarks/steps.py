"""What each step of an extraction costs, in microseconds a character of the page.

Functions of the steps are wrapped, and each is charged with the time that it does not spend in another step; what is left is
the rest. The wrappers themselves cost about a twentieth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time
from typing import Any
from unittest.mock import patch

import jobextract
from jobextract import pipeline
from jobextract.analysis import checks
from jobextract.attributes import assemble, confidence, recording, status_inheritance, subject
from jobextract.attributes.bodies import assignment, entities
from jobextract.attributes.goals import aims, opinion
from jobextract.attributes.goals.couples import choice as couples
from jobextract.attributes.goals.pairs import Pairing
from jobextract.attributes.items import choice as items
from jobextract.attributes.periods import choice as periods
from jobextract.attributes.periods.assignment import Clock
from jobextract.attributes.tabular import reading, settling
from jobextract.korean import morphology, sentences
from jobextract.page import articles, tagger
from jobextract.temporal import reference_year

#: a step, and where its functions are called
STEPS: tuple[tuple[str, Any, str], ...] = (
    ("decode", pipeline, "_source"),
    ("lines and their labels", tagger, "judge"),
    ("articles and imprint", articles, "segment"),
    ("articles and imprint", reference_year, "infer_years"),
    ("mentions", pipeline, "_figures"),
    ("sentences and words", assemble, "read"),
    ("sentences and words", sentences, "split"),
    ("sentences and words", sentences, "pieces"),
    ("sentences and words", entities, "settle_topics"),
    ("Kiwi", morphology, "_analysed"),
    ("items", items, "settle"),
    ("subject", subject.Bodies, "__init__"),
    ("subject", assignment, "tell"),
    ("subject by rules", subject.Bodies, "of"),
    ("status by rules", assemble.Desk, "_judge"),
    ("status by rules", status_inheritance, "take"),
    ("status by rules", aims, "go_on"),
    ("status by rules", aims, "promote"),
    ("status by rules", Pairing, "hear"),
    ("periods by rules", Clock, "__init__"),
    ("periods by rules", Clock, "hear"),
    ("periods by rules", Clock, "tell"),
    ("periods by rules", Clock, "go_on"),
    ("periods by rules", Clock, "settle"),
    ("main period", assemble.Desk, "timeline"),
    ("periods", periods, "settled"),
    ("status", assemble.Desk, "evidence"),
    ("status", opinion, "scores"),
    ("status", opinion, "settled"),
    ("couples", couples, "found"),
    ("tables", reading, "read"),
    ("tables", settling, "settle"),
    ("confidence", confidence, "confidence"),
    ("records", recording.Recorder, "record"),
    ("checks", checks, "check"),
)


class Clockwork:
    """The time of each step, that of the steps inside it taken off."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys(dict.fromkeys(name for name, _, _ in STEPS), 0.0)
        self.spent["rest"] = 0.0
        self._open = ["rest"]
        self._since = process_time()

    def turn(self) -> None:
        now = process_time()
        self.spent[self._open[-1]] += now - self._since
        self._since = now

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            self.turn()
            self._open.append(name)
            try:
                return work(*given, **named)
            finally:
                self.turn()
                self._open.pop()

        return run


@contextmanager
def clockwork() -> Iterator[Clockwork]:
    """The steps under a clock."""
    clock = Clockwork()
    patches = [patch.object(place, name, clock.timed(step, getattr(place, name))) for step, place, name in STEPS]
    for each in patches:
        each.start()
    try:
        clock.turn()
        clock.spent["rest"] = 0.0
        yield clock
    finally:
        for each in patches:
            each.stop()


def costs(texts: list[str]) -> dict[str, float]:
    """Microseconds a character of each step."""
    for text in texts[:3]:
        jobextract.extract(text)
    with clockwork() as clock:
        for text in texts:
            jobextract.extract(text)
        clock.turn()
    characters = sum(map(len, texts))
    return {name: spent / characters * 1e6 for name, spent in clock.spent.items()}
