"""Targets beside what was achieved: a row for each subject, item and period, from records already extracted.

A row is a figure that is said to be aimed at, with the result that is set against it. Figures of one row are those of one body, one
thing and one unit, whatever more their items say (연간 목표치, 일자리 창출 and 일자리 are one thing; a part is not the whole), and of one
period: a year stays apart from a deadline (``../2026``), and a result part-way (9월 말까지) keeps its own. Plans that nobody calls a
target are rows only where they are asked for, and so are targets without a period that nothing is set against. A figure that only
repeats another (``same_as``) is left out, differences and percentage points are too.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Literal

import msgspec
import regex

from ..korean.word_lists import pattern, words
from ..model import Record
from ..temporal import periods

Row = dict[str, Any]
_KINDS = frozenset(("count", "money", "percent", "measure", "number"))
_NOT_THE_THING = pattern("targets.not_the_thing")
_BLANK = regex.compile(r"\s+")
_SHARE = pattern("targets.share")
_TITLE, _RATE = pattern("targets.title"), pattern("targets.rate")
PROGRAMMES = frozenset(words("targets.programmes"))
JOB_UNITS, NOT_AIMED = frozenset(words("targets.job_units")), frozenset(words("targets.not_aimed"))
#: code points between a target and a result without a period that may be its own, and between a pair and the stated rate
NEAR, BESIDE = 300, 40
#: the share of a target under which a figure is of something else, and over which the other way round
LEAST = Decimal("0.02")
#: percentage points that a rounded rate may be off
ROUNDED = Decimal("0.6")


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """What a subject aimed at and reached in one item and period; ``rate`` is actual over target in percent.

    ``period`` tells a year (``2022``) from a deadline (``../2026``); ``actual_period`` is that of the result where it is another, as of
    one part-way. ``target_ids`` and ``actual_ids`` are the evidence, ``sentence`` and ``actual_sentence`` where they stand. ``stated_rate``
    is the rate that the text gives. ``flag`` is ``rate`` where that is another than the computed one, ``differs`` where another row has the
    same subject, item, period and unit and another target. ``aimed`` says whether it is called a target or is a mere plan.
    """

    subject: str | None
    item: str
    year: int | None
    period: str | None
    unit: str | None
    target: Decimal | None
    actual: Decimal | None
    rate: Decimal | None
    target_ids: tuple[str, ...]
    actual_ids: tuple[str, ...]
    actual_period: str | None = None
    stated_rate: Decimal | None = None
    flag: Literal["rate", "differs"] | None = None
    aimed: Literal["target", "plan"] = "target"
    source: str | None = None
    title: str | None = None
    published: str | None = None
    sentence: str | None = None
    actual_sentence: str | None = None


def targets(records: Iterable[Record | Row], *, plans: bool = False, undated: bool = False) -> list[Target]:
    """One row a subject, item, period, unit and target, in the order of their first figures.

    ``plans`` adds what is announced without being called a target, ``undated`` targets whose period is not known.
    """
    rows = [_row(record) for record in records]
    counted = [row for row in rows if _counts(row)]
    things = _things(counted)
    aims: dict[tuple[Any, ...], list[Row]] = {}
    for row in counted:
        aimed = row["status"] == "target" or (plans and row["status"] == "plan")
        named = things[row["id"]]
        if aimed and named is not None and named.split()[-1] not in PROGRAMMES:
            key = (row["subject"], things[row["id"]], row["period"], row["unit"], _number(row))
            aims.setdefault(key, []).append(row)
    reached: dict[tuple[Any, ...], list[Row]] = {}
    for row in counted:
        if row["status"] == "actual":
            reached.setdefault((row["subject"], things[row["id"]], row["unit"]), []).append(row)
    rates = _rates(rows)
    found = [_target(key, same, _reached(key, same[0], reached), rates) for key, same in aims.items()]
    kept = [row for row in found if undated or row.period is not None or row.actual is not None]
    return _flagged(_whole(kept))


def thing(item: str) -> str:
    """What is counted, without the words that only say that it is aimed at or achieved: 일자리 for 일자리 창출 목표."""
    bare = _BLANK.sub(" ", _NOT_THE_THING.sub(" ", item)).strip()
    return bare or item


def _is_bare(item: str) -> bool:
    return not _BLANK.sub(" ", _NOT_THE_THING.sub(" ", item)).strip()


def _row(record: Record | Row) -> Row:
    return record if isinstance(record, dict) else msgspec.structs.asdict(record)


def _number(row: Row) -> Decimal:
    return Decimal(str(row["value"]))


def _counts(row: Row) -> bool:
    return (
        row["kind"] in _KINDS
        and row["status"] in ("target", "plan", "actual")
        and (row["item"] is not None or row["status"] == "target")
        and row["value"] is not None
        and row["change"] is None
        and row["same_as"] is None
        and row["unit"] not in NOT_AIMED
        and not (row["kind"] == "percent" and _SHARE.search(row["item"] or ""))
    )


def _things(rows: list[Row]) -> dict[str, str | None]:
    """The thing that each row counts; a bare 목표 or 실적 is of what the row before it in the article counts in that unit."""
    last: dict[tuple[Any, ...], str] = {}
    found: dict[str, str | None] = {}
    for row in rows:
        place = (row["source"], row["article"], row["unit"])
        if row["item"] is None and row["kind"] == "percent":
            found[row["id"]] = None
        elif row["item"] is None or (_is_bare(row["item"]) and not _is_programme(row)):
            found[row["id"]] = last.get(place) or _of_title(row) or row["item"]
        else:
            found[row["id"]] = last[place] = thing(row["item"])
    return found


def _reached(key: tuple[Any, ...], aim: Row, reached: dict[tuple[Any, ...], list[Row]]) -> list[Row]:
    """What was reached of the thing; of a rate without a period also what stands near under a name of its own: 취업 100%, 취업률 90%."""
    subject, item, period, unit, _ = key
    found = reached.get((subject, item, unit), [])
    if found or period is not None or unit != "%":
        return found
    return [
        row
        for rows in reached.values()
        for row in rows
        if _is_near(row, aim) and row["unit"] == unit and _rate(row) == _rate(aim)
    ]


def _rate(row: Row) -> str:
    """The last word of a rate, without 률: 취업 of 수료생 취업 and of 취업률."""
    return _RATE.sub("", (row["item"] or "").split()[-1]) if row["item"] else row["id"]


def _is_programme(row: Row) -> bool:
    """Whether programmes, tasks or strategies are counted: what is done for an aim, and no aim itself."""
    return row["status"] != "target" and row["item"].split()[-1] in PROGRAMMES


def _of_title(row: Row) -> str | None:
    """What the headline says that is aimed at, for a bare 목표 that nothing names before."""
    match = _TITLE.search(row["title"] or "")
    return thing(match[1]) if match and row["unit"] in JOB_UNITS else None


def _target(
    key: tuple[Any, ...], aims: list[Row], reached: list[Row], rates: dict[tuple[Any, ...], list[Row]]
) -> Target:
    subject, item, period, unit, aimed = key
    first = aims[0]
    results = [row for row in _results(first, reached) if _is_comparable(aimed, row)]
    result = results[0] if results else None
    actual = _number(result) if result else None
    rate = (actual * 100 / aimed).quantize(Decimal("0.1")) if aimed and actual is not None else None
    stated = _stated_rate(first, result, rates) if result else None
    if period is None and result is not None:
        period = _whole_year(result["period"])
    own = result["period"] if result is not None and result["period"] != period else None
    return Target(
        subject=subject,
        item=_shown(aims[0], item),
        year=periods.year_of(period),
        period=period,
        unit=unit,
        target=aimed,
        actual=actual,
        rate=rate,
        target_ids=tuple(row["id"] for row in aims),
        actual_ids=tuple(row["id"] for row in results if _number(row) == actual),
        actual_period=own,
        stated_rate=stated,
        flag="rate" if stated is not None and rate is not None and abs(stated - rate) > ROUNDED else None,
        aimed="target" if any(row["status"] == "target" for row in aims) else "plan",
        source=first["source"],
        title=first["title"],
        published=first["published"],
        sentence=first["sentence"],
        actual_sentence=result["sentence"] if result else None,
    )


def _is_comparable(aimed: Decimal, row: Row) -> bool:
    """Whether the figure may be a result of the target at all: 87 of 8,640 in a sentence is a number of programmes."""
    return not aimed or LEAST <= _number(row) / aimed <= 1 / LEAST


def _results(aim: Row, reached: list[Row]) -> list[Row]:
    """The results set against a target: of its period, else the last of those within it, else one near it without a period."""
    equal = [row for row in reached if row["period"] == aim["period"] and (aim["period"] or _is_near(aim, row))]
    within = [row for row in reached if _is_within(row["period"], aim["period"])]
    within.sort(key=lambda row: periods.last_day(row["period"]), reverse=True)
    equal.sort(key=lambda row: row["source"] != aim["source"])
    beside = sorted(
        (row for row in (*equal, *within) if _is_beside(row, aim)), key=lambda row: abs(row["start"] - aim["start"])
    )
    near = [row for row in (*equal, *within) if _is_near(row, aim)]
    found = beside or near or equal or within
    return found or sorted(
        (row for row in reached if _is_loose(row, aim)), key=lambda row: abs(row["start"] - aim["start"])
    )


def _is_beside(row: Row, aim: Row) -> bool:
    return (row["source"], row["sentence"]) == (aim["source"], aim["sentence"])


def _shown(aim: Row, item: str) -> str:
    """The thing; one of several words as the text names it, for they may be no name of their own: 직업교육 훈련 목표."""
    named = aim["item"]
    return named if named and len(item.split()) > 1 and named.startswith(item) else item


def _is_near(one: Row, other: Row) -> bool:
    alike = (one["source"], one["article"]) == (other["source"], other["article"])
    return alike and abs(one["start"] - other["start"]) <= NEAR


def _is_loose(row: Row, aim: Row) -> bool:
    """Whether one of the two has no period, or the target is a deadline that the result leads up to, and they stand together."""
    open_ended = aim["period"] is None or row["period"] is None
    same = row["sentence"] == aim["sentence"] or row["period"] is None or aim["kind"] == "percent"
    return open_ended and _is_near(row, aim) and same


def _is_within(part: str | None, whole: str | None) -> bool:
    """Whether the period is a part of the target's year or span: what was reached by then."""
    if not part or not whole or whole.startswith("..") or part == whole or part.startswith("../"):
        return bool(part and whole and part.startswith("../") and part[3:7] == whole[:4] and len(whole) == len("2024"))
    return periods.first_day(whole) <= periods.first_day(part) and periods.last_day(part) <= periods.last_day(whole)


def _whole_year(period: str | None) -> str | None:
    """The year of a result part-way: its target is that of the year."""
    year = periods.year_of(period)
    return period if year is None else str(year)


def _rates(rows: list[Row]) -> dict[tuple[Any, ...], list[Row]]:
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        if row["kind"] == "percent" and row["unit"] == "%" and row["value"] is not None and row["status"] == "actual":
            found.setdefault((row["source"], row["sentence"]), []).append(row)
    return found


def _stated_rate(aim: Row, result: Row, rates: dict[tuple[Any, ...], list[Row]]) -> Decimal | None:
    """The share that the text gives right behind the two, or calls 달성률."""
    if aim["kind"] == "percent" or aim["source"] != result["source"]:
        return None
    behind = max(aim["end"], result["end"])
    for row in rates.get((result["source"], result["sentence"]), []):
        called = row["item"] is not None and _SHARE.search(row["item"]) is not None
        if 0 <= row["start"] - behind <= (NEAR if called else BESIDE) and row["change"] is None:
            return _number(row)
    return None


def _whole(rows: list[Target]) -> list[Target]:
    """Without the rows that say less than another: the same target with no period or result beside one that has them."""
    told: dict[tuple[Any, ...], list[Target]] = {}
    for row in rows:
        told.setdefault((row.subject, row.item, row.unit, row.target), []).append(row)
    return [
        row
        for row in rows
        if not any(_says_less(row, other) for other in told[row.subject, row.item, row.unit, row.target])
    ]


def _says_less(row: Target, other: Target) -> bool:
    if other is row or row.source != other.source:
        return False
    if row.target == other.target:
        return row.period is None and row.actual is None and other.period is not None
    if not row.target or not other.target or row.period != other.period or row.actual is not None:
        return False
    return _is_round(row.target) < _is_round(other.target) and abs(row.target - other.target) * 50 < other.target


def _is_round(number: Decimal) -> int:
    """How many digits tell something: 2 of 5200, 4 of 5224."""
    return len(number.normalize().as_tuple().digits)


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
