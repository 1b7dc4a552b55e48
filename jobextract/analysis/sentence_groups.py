"""The records of an article by the sentence that they stand in, each with its place there."""

from __future__ import annotations

from itertools import groupby

import msgspec

from ..model import Record


class Placed(msgspec.Struct, frozen=True, gc=False):
    """A record with its place in the sentence that it stands in."""

    record: Record
    start: int
    end: int


class Group(msgspec.Struct, frozen=True):
    """The figures of one sentence, in order."""

    sentence: str
    figures: tuple[Placed, ...]


def groups_of(records: list[Record]) -> list[Group]:
    """The sentences in their order; a figure that its sentence does not hold is left out."""
    groups = []
    for sentence, members in groupby(records, key=lambda record: record.sentence):
        position, figures = 0, []
        for record in members:
            text = " ".join(record.text.split())
            at = sentence.find(text, position)
            if at < 0:
                continue
            position = at + len(text)
            figures.append(Placed(record, at, position))
        groups.append(Group(sentence, tuple(figures)))
    return groups
