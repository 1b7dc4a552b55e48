"""A row of the table: a target and one of the results that came of it, with the rate, where both are told and how sure they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from ...korean.word_lists import pattern
from ...model import Target
from ...temporal import periods
from ..joining import NEAR, Results, is_home, number
from ..things import Row, is_share, is_vague, item_of
from .grouping import Group
from .outcomes import Outcome

_OVER_YEARS, _OVER_YEARS_BEHIND = pattern("targets.over_years"), pattern("targets.over_years_behind")
_OWN_RATE, _AIM_BEHIND = pattern("targets.own_rate"), pattern("targets.aim_behind")
_MORE, _LESS = pattern("targets.by_how_much_more"), pattern("targets.by_how_much_less")
#: a share of all, percentage points that a rounded rate may be off, and the last digit of a rate
_WHOLE, ROUNDED, _TENTH = Decimal(100), Decimal("0.6"), Decimal("0.1")


def built(group: Group, outcome: Outcome | None, results: Results) -> Target:
    """The row of a target and what came of it; the document that tells both names it, else the first that tells the target."""
    first = _first(group, outcome)
    result = outcome.result if outcome else None
    item, period = group.items[0], group.period
    actual = number(result) if result else None
    alike = result is None or not (_began_before(result["period"], period) or _of_years(results, result, first, period))
    rate = _rate(actual, group.aimed) if actual is not None and alike else None
    stated = _stated_rate(results, first, result) if result else None
    if period is None and result is not None:
        period = _whole_year(result["period"])
    reached = _reached(outcome)
    return Target(
        subject=group.subject or (result["subject"] if result else None),
        item=_whole_name(first, item),
        year=periods.year_of(period),
        period=period,
        unit=group.unit,
        target=group.aimed,
        actual=actual,
        rate=rate,
        target_ids=_ids([first, *group.aims]),
        actual_ids=_ids(reached),
        actual_period=result["period"] if result is not None and result["period"] != period else None,
        stated_rate=stated,
        flag="rate" if stated is not None and rate is not None and abs(stated - rate) > ROUNDED else None,
        aimed="plan" if all(row["status"] == "plan" for row in group.aims) else "target",
        source=first["source"],
        title=first["title"],
        published=first["published"],
        sentence=first["sentence"],
        actual_sentence=result["sentence"] if result else None,
        actual_source=result["source"] if result else None,
        actual_title=result["title"] if result else None,
        actual_published=result["published"] if result else None,
        confidence=_surest(group.aims, reached),
    )


def _first(group: Group, outcome: Outcome | None) -> Row:
    """The figure of the target that the row shows."""
    if outcome is None:
        return group.aims[0]
    return outcome.pairs[0].aim if is_home(outcome.pairs[0]) else group.aims[0]


def _reached(outcome: Outcome | None) -> list[Row]:
    """The figures that tell the result, that of the row first."""
    if outcome is None:
        return []
    told = (pair.result for pair in outcome.pairs)
    return [outcome.result, *(row for row in told if number(row) == number(outcome.result))]


def _ids(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row["id"] for row in rows))


def _surest(aims: list[Row], reached: list[Row]) -> Decimal | None:
    """How sure the less sure side of the row is; of several figures that tell one side the surest counts."""
    sides = []
    for rows in (aims, reached):
        told = [Decimal(str(sure)) for row in rows if (sure := row.get("confidence")) is not None]
        if rows and not told:
            return None
        sides += [max(told)] if told else []
    return min(sides)


def _rate(actual: Decimal, aimed: Decimal) -> Decimal | None:
    """The share of the target in percent, rounded as articles round."""
    return (actual * _WHOLE / aimed).quantize(_TENTH, ROUND_HALF_UP) if aimed else None


def _whole_name(first: Row, item: str) -> str:
    """The item with all words of the record that follow the thing, but for those that say that it is aimed at."""
    named = item_of(first)
    if named is None or len(item.split()) < 2 or not named.startswith(item):
        return item
    said = _AIM_BEHIND.sub("", named).strip()
    return named if is_vague(said) else said


def _began_before(told: str | None, aimed: str | None) -> bool:
    """Whether a result is the sum of more years than the target is for: of three years, beside a target of one."""
    first, several, _ = (told or "").partition("/")
    start = (aimed or "").partition("/")[0]
    return bool(several) and first[:4].isdigit() and start[:4].isdigit() and first[:4] < start[:4]


def _of_years(results: Results, row: Row, aim: Row, period: str | None) -> bool:
    """Whether the words about the result call it the sum of some years, beside a target of one."""
    said = results.wording
    told = _OVER_YEARS.search(said.before(row)) or _OVER_YEARS_BEHIND.match(said.behind(row))
    return bool(told and period and periods.is_year(period)) and not _OVER_YEARS.search(said.before(aim))


def _whole_year(period: str | None) -> str | None:
    """The year of a result part-way: its target is that of the year."""
    year = periods.year_of(period)
    return period if year is None else str(year)


def _stated_rate(results: Results, aim: Row, row: Row) -> Decimal | None:
    """The share that the text gives right behind the two, or calls 달성률; 105 where it is told by how much more: 5% 초과했다."""
    if aim["kind"] == "percent" or aim["source"] != row["source"]:
        return None
    behind = max(aim["end"], row["end"])
    figures = results.figures[row["source"], row["article"]]
    first = bisect_left(figures, behind, key=lambda figure: figure["start"])
    last = bisect_right(figures, behind + NEAR, key=lambda figure: figure["start"])
    for other in figures[first:last]:
        if other["kind"] != "percent" or other["unit"] != "%" or other["status"] != "actual" or other["change"]:
            continue
        if not is_share(other) and _OWN_RATE.search(other["item"] or ""):
            continue
        reach = NEAR if is_share(other) else 40
        if other["sentence"] == row["sentence"] and other["start"] - behind <= reach:
            return _of_whole(number(other), results.wording.behind(other))
    return None


def _of_whole(share: Decimal, behind: str) -> Decimal:
    """The share of the target that a share stands for, by the words behind it; one of 100 and more is of the whole already."""
    if share >= _WHOLE:
        return share
    return _WHOLE + share if _MORE.match(behind) else _WHOLE - share if _LESS.match(behind) else share
