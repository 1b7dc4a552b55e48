"""Targets beside what was achieved: a row for each subject, item and period, from records already extracted.

A row is a figure that is aimed at, with the result that is set against it. What is aimed at is weighed by learned facts, of
which the status of its record is one (``rules/weights/targets.json``). Figures of one row are those of one body, one thing
and one unit, whatever more their items say (연간 목표치, 일자리 창출 and 일자리 are one thing; a part is not the whole), and of one
period: a year stays apart from a deadline (``../2026``), and a result part-way (9월 말까지) keeps its own. A target whose record
tells no period has the one that its sentence names or that all other targets of its article have. Other plans are rows only
where they are asked for, and so are targets without a period that nothing is set against. A figure that only repeats another
(``same_as``) is left out, differences and percentage points are too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

import msgspec

from ..korean.word_lists import pattern
from ..learning.ranking import Ranker
from ..model import Record, Target
from ..temporal import periods
from . import aims as aiming
from . import naming, repetition
from .aimed_for import Calendar
from .joining import NEAR, Pair, Results, number
from .rankers import rankers
from .reckoning import Reckoning
from .things import Row, counts, is_programme, is_share, is_vague, item_of, kinship, thing, things
from .wording import Wording

__all__ = ["Target", "targets", "thing"]

#: kinds of figures that count programmes, where their item is one; money is spent on it
_COUNTED = frozenset(("count", "number"))
#: statuses of what is announced, whether or not it is weighed as a target
_AHEAD = frozenset(("plan", "target"))
_OVER_YEARS, _OVER_YEARS_BEHIND = pattern("targets.over_years"), pattern("targets.over_years_behind")
_REST, _OWN_RATE = pattern("targets.rest"), pattern("targets.own_rate")
_MORE, _LESS = pattern("targets.by_how_much_more"), pattern("targets.by_how_much_less")
#: targets with results of an article that have to agree on the time that another of them lacks
AGREE = 2
#: a share of all, and percentage points that a rounded rate may be off
_WHOLE = Decimal(100)
ROUNDED = Decimal("0.6")


class Reading:
    """The records of some documents, read for the table: what each counts, for when, and what stands beside it."""

    def __init__(self, records: Iterable[Record | Row]) -> None:
        self.rows = repetition.told_fully([_row(record) for record in records])
        self.counted = [row for row in self.rows if counts(row)]
        self.named = things(self.counted)
        self.wording = Wording(self.rows)
        self.calendar = Calendar(self.counted, self.wording)
        reckoning = Reckoning(self.rows, self.wording)
        self.aims = aiming.Aims(self.counted, self.named, self.wording, reckoning)
        self.results = Results(self.rows, self.named, self.wording, reckoning, self.calendar)
        self.naming = naming.Naming(self.counted, self.named, self.wording)

    def names(self, aims: list[Row], joined: dict[str, list[Pair]], ranker: Ranker) -> Iterator[str | None]:
        """The thing that each target is of."""
        for row in aims:
            pairs = joined.get(row["id"])
            yield self.naming.name(row, pairs[0].result if pairs else None, ranker)


def targets(records: Iterable[Record | Row], *, plans: bool = False, undated: bool = False) -> list[Target]:
    """One row a subject, item, period, unit and target, in the order of their first figures.

    ``plans`` adds all that is announced, ``undated`` targets whose period is not known.
    """
    return shown(found(records, plans=plans), undated=undated)


def shown(rows: list[Target], *, undated: bool) -> list[Target]:
    """The rows to show of all that were found: without those of no known period and no result, unless these are asked for."""
    return _flagged(_whole([row for row in rows if undated or not is_undated(row)]))


def is_undated(row: Target) -> bool:
    """Whether neither a period nor a result says when the target is for."""
    return row.period is None and row.actual is None


def found(records: Iterable[Record | Row], *, plans: bool = False) -> list[Target]:
    """Every row, those of no known period among them, before rows that disagree are flagged."""
    read = Reading(records)
    ranker = rankers()
    aims = [
        row
        for row in read.counted
        if ((plans and row["status"] in _AHEAD) or read.aims.is_aim(row, ranker.aim))
        and not _REST.search(read.wording.before(row)[-12:])
    ]
    joined: dict[str, list[Pair]] = {}
    for pair in read.results.pairs(aims, ranker.pair):
        joined.setdefault(pair.aim["id"], []).append(pair)
    together: dict[tuple[Any, ...], list[Row]] = {}
    times = _times(aims, {aim: pairs[0].result for aim, pairs in joined.items()}, read.calendar)
    for row, name in zip(aims, read.names(aims, joined, ranker.thing), strict=True):
        programmes = row["kind"] in _COUNTED and (is_programme(name, row["item"]) or is_programme(row["item"], None))
        if name is not None and not programmes:
            key = (row["subject"], name, times[row["id"]], row["unit"], number(row))
            together.setdefault(key, []).append(row)
    return [_target(key, same, joined, read.results) for key, same in together.items()]


def _times(aims: list[Row], results: dict[str, Row], calendar: Calendar) -> dict[str, str | None]:
    """For when each target is; one of whose result no time is told either is for when the others with results are, if these agree."""
    times = {row["id"]: calendar.told_of(row, results.get(row["id"])) for row in aims}
    others: dict[tuple[Any, ...], list[str]] = {}
    for row in aims:
        period = times[row["id"]]
        if period is not None and row["id"] in results:
            others.setdefault((row["source"], row["article"]), []).append(period)
    for row in aims:
        if times[row["id"]] is None:
            result = results.get(row["id"])
            undated = result is not None and result["period"] is None and calendar.named(row) is None
            together = others.get((row["source"], row["article"]), []) if undated else []
            agree = len(together) >= AGREE and len(set(together)) == 1
            times[row["id"]] = together[0] if agree else calendar.common(row)
    return times


def _row(record: Record | Row) -> Row:
    return record if isinstance(record, dict) else msgspec.structs.asdict(record)


def _target(key: tuple[Any, ...], aims: list[Row], joined: dict[str, list[Pair]], results: Results) -> Target:
    subject, item, period, unit, aimed = key
    pairs = sorted((p for aim in aims for p in joined.get(aim["id"], ())), key=lambda p: (-p.weight, p.apart))
    first = pairs[0].aim if pairs else aims[0]
    result = _exact([pair.result for pair in pairs])
    named = item_of(first)
    longer = named is not None and len(item.split()) > 1 and named.startswith(item)
    actual = number(result) if result else None
    alike = result is None or not (_began_before(result["period"], period) or _of_years(results, result, first, period))
    rate = (actual * 100 / aimed).quantize(Decimal("0.1")) if aimed and actual is not None and alike else None
    stated = _stated_rate(results, first, result) if result else None
    if period is None and result is not None:
        period = _whole_year(result["period"])
    own = result["period"] if result is not None and result["period"] != period else None
    return Target(
        subject=subject or (result["subject"] if result else None),
        item=named if longer and named else item,
        year=periods.year_of(period),
        period=period,
        unit=unit,
        target=aimed,
        actual=actual,
        rate=rate,
        target_ids=tuple(row["id"] for row in aims),
        actual_ids=tuple(dict.fromkeys(p.result["id"] for p in pairs if number(p.result) == actual)),
        actual_period=own,
        stated_rate=stated,
        flag="rate" if stated is not None and rate is not None and abs(stated - rate) > ROUNDED else None,
        aimed="plan" if all(row["status"] == "plan" for row in aims) else "target",
        source=first["source"],
        title=first["title"],
        published=first["published"],
        sentence=first["sentence"],
        actual_sentence=result["sentence"] if result else None,
    )


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


def _exact(results: list[Row]) -> Row | None:
    """The result that weighs most, or the one that it only rounds: 128만명 in the headline, 128만3417명 below."""
    if not results:
        return None
    return next((row for row in results[1:] if _rounds(number(results[0]), number(row))), results[0])


def _whole_year(period: str | None) -> str | None:
    """The year of a result part-way: its target is that of the year."""
    year = periods.year_of(period)
    return period if year is None else str(year)


def _whole(rows: list[Target]) -> list[Target]:
    """Without the rows that say less than another: the same target with no period, no result or a vaguer name."""
    told: dict[tuple[Any, ...], list[Target]] = {}
    for row in rows:
        told.setdefault((row.source, row.unit, row.target), []).append(row)
        told.setdefault((row.source, row.subject, row.item, row.period, row.unit), []).append(row)
    return [
        row
        for row in rows
        if not any(_says_less(row, other) for other in told[row.source, row.unit, row.target])
        and not any(_is_rounder(row, o) for o in told[row.source, row.subject, row.item, row.period, row.unit])
    ]


def _says_less(row: Target, other: Target) -> bool:
    """Whether the other row is the same target and says more of it."""
    if other is row or kinship(row.item, other.item) == "other":
        return False
    if (row.subject is not None and row.subject != other.subject) or row.period not in (None, other.period):
        return False
    return _tells(row) < _tells(other)


def _tells(row: Target) -> tuple[bool, bool, bool, bool]:
    return row.actual is not None, row.period is not None, not is_vague(row.item), row.subject is not None


def _is_rounder(row: Target, other: Target) -> bool:
    """Whether the row only rounds the target of another one: 5200 of 5224."""
    if other is row or row.actual is not None or not row.target or not other.target:
        return False
    return _rounds(row.target, other.target)


def _rounds(told: Decimal, whole: Decimal) -> bool:
    """Whether the first number is the other one, rounded or cut: 5200 of 5224."""
    if told == whole or not told or abs(told - whole) * 50 >= abs(whole):
        return False
    last = Decimal(1).scaleb(int(told.normalize().as_tuple().exponent))
    return told in {(whole / last).to_integral_value(how) * last for how in (ROUND_HALF_UP, ROUND_FLOOR)}


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


def _flagged(rows: list[Target]) -> list[Target]:
    """Rows that disagree on the target of one subject, item, period and unit say so."""
    aimed: dict[tuple[Any, ...], set[Decimal | None]] = {}
    for row in rows:
        aimed.setdefault((row.subject, row.item, row.period, row.unit), set()).add(row.target)
    return [
        msgspec.structs.replace(row, flag=row.flag or "differs")
        if len(aimed[row.subject, row.item, row.period, row.unit]) > 1
        else row
        for row in rows
    ]
