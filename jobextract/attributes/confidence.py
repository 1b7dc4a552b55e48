"""How likely item, subject, status and period of a figure are all right, from 0 to 1.

A logistic model over what each of them rests on: how likely item, owner and time are, each and together, whose the figure is, which
cue decided the status and how far it leads, what the period rests on. ``rules/weights/confidence.json`` is learned from pages
that were read by weights that had never seen them, so that it says what to expect of a new page.
"""

from __future__ import annotations

import math
from decimal import Decimal
from functools import lru_cache

from ..learning import weights
from ..learning.ranking import SCALE, Ranker
from .figure import Figure

#: hundredths of a logit that a status leads by are told in steps of so many; what the likelihood of an item that is not said counts
_LEADS, _SILENT = 60, 0.3
#: confidence is given in hundredths
_STEP = Decimal("0.01")


@lru_cache(maxsize=1)
def ranker() -> Ranker:
    """The weights that the rules hold."""
    return Ranker(weights.load("confidence"))


def confidence(draft: Figure, own: str | None, sure: float) -> Decimal | None:
    """How likely the figure's record is right; None for dates and times, which are not weighed."""
    if draft.mention.kind in ("date", "time"):
        return None
    return _chance(ranker(), facts(draft, own, sure))


def _chance(model: Ranker, told: list[str]) -> Decimal:
    score = model.score(told) - model.none
    return Decimal(1 / (1 + math.exp(-score / SCALE))).quantize(_STEP)


def facts(draft: Figure, own: str | None, sure: float) -> list[str]:
    """What the four fields rest on; ``own`` is the article's body, ``sure`` how likely that is."""
    kind = draft.mention.kind
    likely = _tenth(draft.sure) if draft.item else "null"
    whose = "null" if draft.subject is None else "own" if draft.subject == own else "other"
    basis = draft.time.basis if draft.time else "null"
    dated = _tenth(draft.dated)
    return [
        "any",
        f"item{likely}",
        f"item{likely}|{kind}",
        f"kind{kind}",
        f"member{draft.member is not None:d}",
        f"subject{whose}",
        f"subject{whose}|{_tenth(sure)}",
        f"owned{_tenth(draft.owned)}",
        f"owned{_tenth(draft.owned)}|{whose}",
        f"status{draft.status}",
        f"cue{draft.verdict.cue}",
        f"cue{draft.verdict.cue}|{draft.status}",
        f"period{basis}",
        f"period{basis}|{draft.status}",
        f"dated{dated}",
        f"dated{dated}|{basis}",
        f"led{min(draft.led // _LEADS, 9)}",
        f"all{_tenth((draft.sure if draft.item else _SILENT) * draft.owned * draft.dated)}",
        f"section{draft.sentence.section}",
        f"change{draft.change}",
    ]


def _tenth(likely: float) -> str:
    return str(min(int(likely * 10), 9))
