"""For when something is aimed at, where its record does not say: by the words of its sentence, else by the other targets of its article.

연말까지 300동, 올해 목표는 210만㎥, 민선 8기 4년간 5만4천 개. A record without a period is one for which nothing was sure enough; a target is
set for the year that its sentence names or, where the article's dated targets are all of one period, for that.
"""

from __future__ import annotations

from typing import Any

import regex

from ..korean.word_lists import regex_pattern, values
from ..temporal import periods
from .things import Row
from .wording import Wording

_WHEN = regex_pattern("aimed_for.when")
_YEARS = values("aimed_for.years")
#: the years that elected mayors and governors take office: every four, in July
_FIRST_TERM, _TERM = 1991, 4
#: code points on either side that are read
BEFORE, BEHIND = 60, 30


class Calendar:
    """For when the targets of a set of records are."""

    def __init__(self, rows: list[Row], wording: Wording) -> None:
        self.wording = wording
        self.told: dict[tuple[Any, ...], list[str]] = {}
        for row in rows:
            if row["status"] == "target" and row["period"] is not None and row["kind"] not in ("date", "time"):
                self.told.setdefault((row["source"], row["article"]), []).append(row["period"])

    def period(self, row: Row) -> str | None:
        """The period of the record, else what its sentence says, else that of all the other targets of the article."""
        if row["period"] is not None:
            return str(row["period"])
        return self._said(row) or self._common(row)

    def _said(self, row: Row) -> str | None:
        before, behind = self.wording.before(row)[-BEFORE:], self.wording.behind(row)[:BEHIND]
        named = [match for match in _WHEN.finditer(before) if not _is_past(match)]
        match = named[-1] if named else next((m for m in _WHEN.finditer(behind) if not _is_past(m)), None)
        return _meant(match, row) if match else None

    def _common(self, row: Row) -> str | None:
        told = set(self.told.get((row["source"], row["article"]), ())) if row["unit"] is not None else set()
        only = told.pop() if len(told) == 1 else None
        return only if only is not None and (periods.is_year(only) or only.startswith("../")) else None


def _is_past(match: regex.Match[str]) -> bool:
    return bool(match["word"]) and _years(match["word"]) < 0


def _years(word: str) -> int:
    return int(next((number for name, number in _YEARS.items() if word.startswith(name)), 0))


def _meant(match: regex.Match[str], row: Row) -> str | None:
    """The period that an expression of time names."""
    published = row["published"]
    if match["term"]:
        first = _FIRST_TERM + (int(match["term"]) - 1) * _TERM + (3 if int(match["term"]) > 1 else 0)
        return f"{first}-07/{first + _TERM}-06"
    if match["year"]:
        year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
        return f"../{year}" if match["by"] else year
    return str(int(published[:4]) + _years(match["word"])) if published else None
