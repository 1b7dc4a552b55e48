"""A figure while it is being told what it is: the mention in its sentence and what is known of it so far."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from ..korean.tokens import Sentence, Word
from ..korean.word_lists import words
from ..model import Change, Mention, Status
from ..temporal import periods
from .goals.cue_book import UNDECIDED, Verdict

#: kinds without a status
TIMELESS = frozenset(("date", "time", "age", "duration"))
#: how many mentions back a total may stand, and a figure that lends its item
REACH = 40
FAR = 200
#: how many mentions back an announcement may stand whose terms a sentence gives
NEAR = 8
(_DEGREE,), (_REST,) = words("items.degree"), words("items.rest")
_PROGRAMMES, _PROGRAMME_UNITS = frozenset(words("targets.programmes")), words("targets.programme_units")


class Figure(msgspec.Struct):
    """A record in the making: the mention in its sentence and what is known of it so far."""

    mention: Mention
    sentence: Sentence
    at: int
    item: str | None = None
    label: str | None = None
    measure: str | None = None
    subject: str | None = None
    time: periods.Time | None = None
    verdict: Verdict = UNDECIDED
    status: Status | None = None
    change: Change | None = None
    head: str | None = None
    carried: bool = False
    whole: Figure | None = None
    same_as: Figure | None = None
    member: str | None = None
    #: the candidates of item and member, how likely the item is
    candidates: list[Any] = []
    members: list[Any] = []
    owners: list[Any] = []
    owned: float = 0.0
    sure: float = 0.0
    #: how what it counts stands to it, as the first fact of the candidate tells
    way: str = ""
    #: how likely the time is, how far the status leads the next
    dated: float = 0.0
    led: int = 0

    @property
    def word(self) -> Word:
        return self.sentence.words[self.at]

    @property
    def lent(self) -> str | None:
        """What other figures may count too: of a member of a group, only what is measured."""
        return self.measure if self.label else self.item and self.item.removeprefix(f"{_REST} ")


def same_unit(one: Figure, other: Figure) -> bool:
    """Whether both are of one kind and unit."""
    return (one.mention.kind, one.mention.unit) == (other.mention.kind, other.mention.unit)


def same_measure(one: Word, other: Word) -> bool:
    """Whether two figures of a sentence are of one kind and unit."""
    return (one.said.kind, one.said.unit) == (other.said.kind, other.said.unit)


def nearness(one: Figure, other: Figure) -> Literal["same", "near", "far"]:
    """Whether both stand in the same sentence, in one paragraph, or farther apart."""
    if one.sentence is other.sentence:
        return "same"
    return "near" if one.sentence.paragraph == other.sentence.paragraph else "far"


def measure(draft: Figure) -> tuple[str, str | None]:
    """What the figure is measured in; a degree is one of heat whether its sign is printed or 도 is written."""
    unit = draft.mention.unit
    return draft.mention.kind, _DEGREE if unit == "°C" else unit


def is_programme(draft: Figure, named: str | None) -> bool:
    """Whether the name is one of programmes and the figure's unit counts those: 98개 사업, 4대 핵심전략."""
    return draft.mention.unit in _PROGRAMME_UNITS and not _PROGRAMMES.isdisjoint((named or "").split()[-1:])
