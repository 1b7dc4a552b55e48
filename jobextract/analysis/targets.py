"""Targets beside what was achieved: a row for each subject, item and period, from records already extracted.

A row is a figure that is aimed at, with the result that is set against it. What is aimed at is weighed by learned facts, of
which the status of its record is one (``rules/weights/targets.json``). Figures of one row are those of one body, one thing
and one unit, whatever more their items say (연간 목표치, 일자리 창출 and 일자리 are one thing; a part is not the whole), and of one
period: a year stays apart from a deadline (``../2026``), and a result part-way (9월 말까지) keeps its own and gives way to that of the
whole. Documents that disagree about the result give a row each, and a target that was raised or cut stands beside what it was. A target whose record
tells no period has the one that its sentence names or that all other targets of its article have. Other plans are rows only
where they are asked for, and so are targets without a period that nothing is set against. A figure that only repeats another
(``same_as``) is left out, differences and percentage points are too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ..korean.word_lists import pattern
from ..learning.ranking import Ranker
from ..model import Record, Target
from . import aims as aiming
from . import naming, repetition
from .aimed_for import Calendar
from .joining import Pair, Results, is_home, number
from .rankers import Rankers, rankers
from .reckoning import Reckoning
from .rows import misread
from .rows.building import built
from .rows.choosing import is_sure, is_undated, shown
from .rows.done import is_done
from .rows.grouping import Group, Told, grouped
from .rows.outcomes import Outcome, outcomes
from .rows.revisions import is_replaced, replaced, revisions
from .things import Row, counts, is_programme, thing, things
from .wording import Wording

__all__ = ["Target", "found", "is_sure", "is_undated", "shown", "targets", "thing"]

Place = tuple[str, str]
#: kinds of figures that count programmes, where their item is one; money is spent on it
_COUNTED = frozenset(("count", "number"))
#: statuses of what is announced, whether or not it is weighed as a target
_AHEAD = frozenset(("plan", "target"))
_REST = pattern("targets.rest")
#: targets with results of an article that have to agree on the time that another of them lacks
AGREE = 2


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

    def names(self, aims: list[Row], results: dict[Place, Row], ranker: Ranker) -> Iterator[str | None]:
        """The thing that each target is of."""
        for row in aims:
            yield self.naming.name(row, results.get(_place(row)), ranker)


def targets(records: Iterable[Record | Row], *, plans: bool = False, undated: bool = False) -> list[Target]:
    """One row a subject, item, period, unit and target, in the order of their first figures.

    Of several results the final one goes before one part-way; documents that disagree give a row each, flagged ``results``.
    ``plans`` adds all that is announced, ``undated`` targets whose period is not known.
    """
    return shown(found(records, plans=plans), undated=undated)


def found(records: Iterable[Record | Row], *, plans: bool = False) -> list[Target]:
    """Every row, those of no known period among them, before rows that disagree are flagged."""
    read = Reading(records)
    ranker = rankers()
    aims = _aims(read, ranker, plans)
    joined: dict[Place, list[Pair]] = {}
    for pair in read.results.pairs(aims, ranker.pair):
        joined.setdefault(_place(pair.aim), []).append(pair)
    results = {aim: pairs[0].result for aim, pairs in joined.items() if is_home(pairs[0])}
    moves = revisions(aims, read.wording)
    times = _times(aims, results, read.calendar, moves)
    told = [
        Told(row, name, times[_place(row)], number(results[_place(row)]) if _place(row) in results else None)
        for row, name in zip(aims, read.names(aims, results, ranker.thing), strict=True)
        if name is not None and not _are_programmes(row, name)
    ]
    told = misread.without_results(told, joined)
    given_up = replaced(told, moves)
    return [row for group in grouped(told) for row in _rows(group, joined, read.results, given_up)]


def _aims(read: Reading, ranker: Rankers, plans: bool) -> list[Row]:
    """The figures that open rows: what is aimed at, and what holds instead of a target that the sentence gives up."""
    found, held = [], set()
    for row in read.counted:
        following = read.aims.following(row)
        is_aim = (plans and row["status"] in _AHEAD) or read.aims.is_aim(row, ranker.aim)
        left = _REST.search(read.wording.before(row)[-12:]) or is_done(row, following, read.wording)
        if (is_aim and not left) or _place(row) in held:
            found.append(row)
            if following is not None and is_replaced(row, following, read.wording):
                held.add(_place(following))
    return found


def _are_programmes(row: Row, name: str) -> bool:
    return row["kind"] in _COUNTED and (is_programme(name, row["item"]) or is_programme(row["item"], None))


def _rows(
    group: Group, joined: dict[Place, list[Pair]], results: Results, given_up: set[tuple[Any, ...]]
) -> Iterator[Target]:
    """A row for each result of the target that documents tell, one without where none is told; what was given up is lent none."""
    revised = any(key in given_up for key in group.called())
    pairs = [pair for row in group.aims for pair in joined.get(_place(row), ()) if is_home(pair) or not revised]
    said = outcomes(pairs, group.period)
    none: list[Outcome | None] = [None]
    for outcome in said or none:
        row = built(group, outcome, results)
        flag = "revised" if revised else row.flag or ("results" if len(said) > 1 else None)
        yield msgspec.structs.replace(row, flag=flag)


def _place(row: Row) -> Place:
    return row["source"], row["id"]


def _times(
    aims: list[Row], results: dict[Place, Row], calendar: Calendar, moves: list[tuple[Row, Row]]
) -> dict[Place, str | None]:
    """For when each target is; one of whose result no time is told either is for when the others with results are, if these agree.

    What a target was before it was raised or cut is for the time of that.
    """
    times = {_place(row): calendar.told_of(row, results.get(_place(row))) for row in aims}
    others: dict[tuple[Any, ...], list[str]] = {}
    for row in aims:
        period = times[_place(row)]
        if period is not None and _place(row) in results:
            others.setdefault((row["source"], row["article"]), []).append(period)
    for row in aims:
        if times[_place(row)] is None:
            result = results.get(_place(row))
            undated = result is not None and result["period"] is None and calendar.named(row) is None
            together = others.get((row["source"], row["article"]), []) if undated else []
            agree = len(together) >= AGREE and len(set(together)) == 1
            times[_place(row)] = together[0] if agree else calendar.common(row)
    for old, new in moves:
        times[_place(old)] = times[_place(old)] or times[_place(new)]
    return times


def _row(record: Record | Row) -> Row:
    return record if isinstance(record, dict) else msgspec.structs.asdict(record)
