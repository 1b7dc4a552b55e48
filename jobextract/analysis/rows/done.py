"""Figures that their own words tell as done, whatever their record says of their status."""

from __future__ import annotations

from ...korean.word_lists import pattern
from ..things import Row
from ..wording import Wording
from .times import are_apart

_TOLD_AS_DONE, _AIM = pattern("goals.told_as_done"), pattern("clause_facts.aim")
#: code points between two figures of a series
SERIES = 14


def is_done(row: Row, following: Row | None, wording: Wording) -> bool:
    """Whether somebody says that it was done (1만3천24개를 만들었다고 했지만), or it opens a series of what was: 2023년 180호, 2024년 432호를 지었다.

    ``following`` is the next figure of its unit.
    """
    if _TOLD_AS_DONE.match(wording.behind(row)):
        return True
    if following is None or following["sentence"] != row["sentence"]:
        return False
    if following["status"] != "actual" and (row["status"], following["status"]) != (None, None):
        return False
    between = wording.between(row, following)
    if not between or len(between) > SERIES or _AIM.search(between) or _AIM.search(wording.before(row)):
        return False
    return are_apart(row["period"], following["period"])
