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


def settled(members: Sequence[Sequence[str]]) -> tuple[Status | None, int]:
    """The status that the facts of a figure, or of all members of a list, speak for, None where the margin is small; and that margin."""
    learned = weights.load("status")
    several = [linear.scores(learned, facts) for facts in members]
    choice = linear.chosen(learned, [sum(scores) // len(several) for scores in zip(*several, strict=True)])
    return (cast(Status, choice.label) if choice.lead >= LEAD else None), choice.lead
