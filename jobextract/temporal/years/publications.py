"""The present year by what is given out in it: a prize, a plan, a budget bill, a report on a part of it, figures as of its middle."""

from __future__ import annotations

from ...korean.word_lists import regex_pattern
from .words import LEAD, YEAR

_PRIZE = regex_pattern("reference_year.prize")
_AS_OF, _CHANGES = regex_pattern("reference_year.as_of"), regex_pattern("reference_year.changes")
_OF_THIS_YEAR = regex_pattern("reference_year.of_this_year")
_PART, _REPORT_ON = regex_pattern("reference_year.part"), regex_pattern("reference_year.report_on")
_BILL, _BILL_BEFORE = regex_pattern("reference_year.bill"), regex_pattern("reference_year.bill_before")
_PLAN_TOLD = regex_pattern("reference_year.plan_told")
_THIS_YEAR, _NEXT_YEAR = regex_pattern("reference_year.this_year"), regex_pattern("reference_year.next_year")


def prized(texts: list[str]) -> set[int]:
    """The year of the prize that the article opens with as the news of a day, where it speaks of 올해 and of no later year than the next."""
    years = {int(year) for sentence in texts for year in YEAR.findall(sentence)}
    opened = {int(match[1]) for sentence in texts[:LEAD] for match in _PRIZE.finditer(sentence)}
    return {year for year in opened if max(years) <= year + 1}


def as_of(texts: list[str]) -> set[int]:
    """The year as of whose spring or summer the lead is told, where the article looks on to the end of it; or whose changes it lists."""
    found = {int(match[1]) for sentence in texts[:LEAD] for match in _AS_OF.finditer(sentence)}
    if not any(_OF_THIS_YEAR.search(sentence) for sentence in texts):
        found = set()
    return found | {int(match[1]) for sentence in texts[:2] for match in _CHANGES.finditer(sentence)}


def reported_on(texts: list[str]) -> set[int]:
    """올해 1분기 … ‘2025년 1분기 가계동향조사 결과’: the part of this year on which a report is told by its year."""
    parts = {match[1] for sentence in texts for match in _PART.finditer(sentence)}
    return {int(match[1]) for sentence in texts for match in _REPORT_ON.finditer(sentence) if match[2] in parts}


def brought_in(texts: list[str]) -> set[int]:
    """The year before that of the one budget bill that an article opens with, unless it tells of what became of it before."""
    told = [sentence for sentence in texts[:LEAD] if _BILL.search(sentence)]
    if any(_BILL_BEFORE.search(sentence) for sentence in told):
        return set()
    years = {int(match[1]) for sentence in told for match in _BILL.finditer(sentence)}
    return {year - 1 for year in years} if len(years) == 1 else set()


def planned(texts: list[str]) -> set[int]:
    """‘2020년 일자리 대책 세부계획’을 세웠다고 30일 밝혔다: the year of what is told as news, in an article of 올해 that looks to no next year."""
    if not any(_THIS_YEAR.search(sentence) for sentence in texts) or any(_NEXT_YEAR.search(s) for s in texts):
        return set()
    return {int(match[1] or match[2]) for sentence in texts[:LEAD] for match in _PLAN_TOLD.finditer(sentence)}
