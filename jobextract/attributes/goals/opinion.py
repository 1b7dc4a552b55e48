"""The second opinion on a status: learned from labelled pages, it has the last word where it is sure, and says nothing where it is not.

The verdict of the cues is one of its facts, so that it mostly agrees; what it knows beside is the article, the list and the neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from ...learning import linear, weights
from ...model import Status

LABELS = ("actual", "plan", "target")
#: how far the best has to lead, in hundredths of a logit
LEAD = 40


def scores(facts: Sequence[str]) -> list[int]:
    """What the facts of a figure speak for, a number for each status."""
    return linear.scores(weights.load("status"), facts)


def settled(members: Sequence[Sequence[int]]) -> tuple[Status | None, int]:
    """The status that the scores of a figure, or of all members of a list, speak for, None where the margin is small; and that margin."""
    together = [sum(told) // len(members) for told in zip(*members, strict=True)]
    choice = linear.chosen(weights.load("status"), together)
    return (cast(Status, choice.label) if choice.lead >= LEAD else None), choice.lead
