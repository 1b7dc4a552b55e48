"""For when something is aimed at, where its record does not say: by the words of its sentence, else by the other targets of its article.

연말까지 300동, 올해 목표는 210만㎥, 민선 8기 4년간 5만4천 개. A record without a period is one for which nothing was sure enough; a target is
set for the year that its sentence names or, where the article's dated targets are all for the year of publication, for that.
"""

from __future__ import annotations

from typing import Any

import regex

from ..korean.word_lists import pattern, regex_pattern, values
from ..temporal import periods
from .things import Row
from .wording import Wording

_WHEN = regex_pattern("aimed_for.when")
_YEARS = values("aimed_for.years")
_TERM, _IN_OFFICE = pattern("derived.term"), pattern("aimed_for.in_office")
#: code points on either side that are read
BEFORE, BEHIND = 60, 30


class Calendar:
    """For when the targets of a set of records are."""

    def __init__(self, rows: list[Row], wording: Wording) -> None:
        self.wording = wording
        self.told: dict[tuple[Any, ...], list[str]] = {}
        self.terms: dict[tuple[Any, ...], str] = {}
        for row in rows:
            place = (row["source"], row["article"])
            if row["status"] == "target" and row["period"] is not None:
                self.told.setdefault(place, []).append(row["period"])
            if place not in self.terms and (term := _TERM.search(f"{row['title']} {row['sentence']}")):
                self.terms[place] = _span(term[1])

    def period(self, row: Row, result: Row | None = None) -> str | None:
        """The period that is told of the target, or that of all the other targets of the article."""
        return self.told_of(row, result) or self.common(row)

    def told_of(self, row: Row, result: Row | None = None) -> str | None:
        """The period of the record, else what its sentence says, or the year of its result.

        What is aimed at in a term of office is so over its years: 임기 목표 60조 원. A month in which something was promised (1월
        업무계획에서 5만 가구를 짓겠다고 했다) is not that by which the year's result is measured, and of one sentence a target and its
        result are for one year: 지난해 매출은 74억 원으로 연초 목표 100억 원에 못 미쳤다.
        """
        own = None if row["period"] is None else str(row["period"])
        term = self.terms.get((row["source"], row["article"]))
        in_office = term is not None and _IN_OFFICE.search(self.wording.before(row)[-BEHIND:]) is not None
        if in_office and (own is None or periods.is_year(own)):
            return term
        if own is not None:
            return str(result["period"]) if result is not None and _is_of_result(own, row, result) else own
        match = self.named(row)
        if match:
            return _meant(match, row)
        if result is not None and result["sentence"] == row["sentence"] and result["period"] is not None:
            year = periods.year_of(result["period"])
            return str(result["period"]) if year is None else str(year)
        return None

    def named(self, row: Row) -> regex.Match[str] | None:
        """The expression of time beside the target; a word such as 올해 in an article without a date is one of no known year."""
        reach = BEFORE if row["published"] else 2 * BEFORE
        before, behind = self.wording.before(row)[-reach:], self.wording.behind(row)[:BEHIND]
        named = [match for match in _WHEN.finditer(before) if not _is_past(match)]
        return named[-1] if named else next((m for m in _WHEN.finditer(behind) if not _is_past(m)), None)

    def _is_of_the_past(self, row: Row) -> bool:
        """Whether the words before the target name a time that is over: 지난해 250기를 목표로 잡았지만."""
        return any(_is_past(match) for match in _WHEN.finditer(self.wording.before(row)[-BEFORE:]))

    def common(self, row: Row) -> str | None:
        """The year of publication, where all targets of the article with a period are for it; not of one that names a time.

        A deadline that they share is not lent: what a page aims at without saying by when is as often a standing target.
        """
        if self.named(row) is not None or self._is_of_the_past(row):
            return None
        told = set(self.told.get((row["source"], row["article"]), ())) if row["unit"] is not None else set()
        only = told.pop() if len(told) == 1 else ""
        return only if periods.is_year(only) and _is_now(only, row) else None


def _is_now(year: str, row: Row) -> bool:
    """Whether the year is that of publication: another is rarely that of a target which names none."""
    return row["published"] is not None and str(row["published"]).startswith(year)


def _is_of_result(own: str, row: Row, result: Row) -> bool:
    """Whether the target is for when its result is, and not for what its record says."""
    told = result["period"]
    together = result["sentence"] == row["sentence"] and told is not None and periods.is_year(told)
    return _is_month_of(own, told) or (together and periods.is_year(own))


def _is_month_of(month: str, year: str | None) -> bool:
    """Whether the one is a month or a day of the other, a year."""
    is_within = periods.is_month(month) or periods.is_day(month)
    return is_within and year is not None and periods.is_year(year) and month.startswith(f"{year}-")


def _is_past(match: regex.Match[str]) -> bool:
    return bool(match["word"]) and _years(match["word"]) < 0


def _years(word: str) -> int:
    return int(next((number for name, number in _YEARS.items() if word.startswith(name)), 0))


def _meant(match: regex.Match[str], row: Row) -> str | None:
    """The period that an expression of time names."""
    published = row["published"]
    if match["term"]:
        return _span(match["term"])
    if match["year"]:
        year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
        return (f"../{year}-06" if match["half"] else f"../{year}") if match["by"] else year
    return str(int(published[:4]) + _years(match["word"])) if published else None


def _span(term: str) -> str:
    """The years of a term of office, by its number: 민선 8기."""
    return "/".join(periods.term_of_office(int(term)))
