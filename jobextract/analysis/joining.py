"""Which result is set against which target: each result near a target is weighed, and that none is, and each serves one target.

For a pair speak one thing, one body, one time, one sentence, words that set the two against each other (목표 500개에 520개), and most of all
the arithmetic of the text (``reckoning``). What each fact weighs is learned from pages whose rows are known. Across documents only
a result of the same thing, body and time counts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any, NamedTuple

from ..korean.word_lists import pattern
from ..learning.ranking import Ranker
from .aimed_for import Calendar
from .reckoning import LEAST, MOST_TIMES, Reckoning
from .rows import times
from .things import Row, in_unit, is_bare, is_cell, kinship, unit_of
from .unworded import is_pair
from .wording import Lists, Wording, bare, numberless

#: code points between a target and a result that stand near, and figures of the unit on either side that are weighed
NEAR, MOST = 300, 40
#: what a result in another document weighs
ABROAD = 100
_AGAINST = pattern("targets.against")
_COMPARED = pattern("targets.compared")
_CALLED_RESULT = pattern("targets.called_result")
_RAISED_FROM = pattern("targets.raised_from")
_MOVED_BY = pattern("targets.moved_by")
_AIM, _FORMS = pattern("clause_facts.aim"), pattern("frame.forms")
_TURNS = pattern("goals.turns")


class Pair(NamedTuple):
    """A target, a result and by how much it weighs more than that there is none."""

    weight: int
    apart: int
    aim: Row
    result: Row


class Results:
    """The figures of a set of records that may have come of a target, and the shares told beside them."""

    def __init__(
        self, rows: list[Row], named: dict[str, str | None], wording: Wording, reckoning: Reckoning, calendar: Calendar
    ) -> None:
        self.things, self.wording, self.reckoning, self.calendar = named, wording, reckoning, calendar
        self.abroad: dict[tuple[Any, ...], list[Row]] = {}
        self.units: dict[tuple[Any, ...], list[Row]] = {}
        self.figures: dict[tuple[Any, ...], list[Row]] = {}
        articles: dict[tuple[Any, ...], dict[str | None, list[Row]]] = {}
        for row in sorted(rows, key=lambda row: row["start"]):
            place = (row["source"], row["article"])
            if row["value"] is not None:
                self.figures.setdefault(place, []).append(row)
            if row["id"] in named:
                units = articles.setdefault(place, {})
                units.setdefault(row["unit"], []).append(row)
            if row["id"] in named and row["status"] == "actual" and row["change"] is None and row["period"]:
                key = (row["subject"], named[row["id"]], row["unit"], row["period"])
                self.abroad.setdefault(key, []).append(row)
        for place, units in articles.items():
            self.units |= {(*place, unit): told for unit, told in _in_all_units(units).items()}
        self.lists = Lists(wording, self.units)
        self.shares: set[tuple[Any, ...]] = set()
        self.place = {(row["id"], row["unit"]): at for told in self.units.values() for at, row in enumerate(told)}

    def pairs(self, aims: Iterable[Row], ranker: Ranker) -> list[Pair]:
        """The pairs that hold, the weightiest first; no result twice but for one and the same target.

        A result that its own document sets against a target is not lent to another one.
        """
        wanted = list(aims)
        taken = {row["id"] for row in wanted}
        self.shares = self._shares(wanted)
        found = [pair for aim in wanted for pair in self._of(aim, taken, ranker)]
        found.sort(key=lambda pair: (-pair.weight, pair.apart, pair.aim["start"], pair.result["start"]))
        served: dict[tuple[Any, ...], Any] = {}
        kept = []
        for pair in sorted(found, key=lambda pair: not is_home(pair)):
            for_whom, result = (number(pair.aim), pair.aim["unit"]), (pair.result["source"], pair.result["id"])
            own = served.setdefault(result, for_whom) if is_home(pair) else served.get(result, for_whom)
            if own == for_whom:
                kept.append(pair)
        return kept

    def _shares(self, aims: list[Row]) -> set[tuple[Any, ...]]:
        """The percentages that are shares of targets, and so no results of rates that are aimed at in their articles."""
        of_rates = {(aim["source"], aim["article"]) for aim in aims if aim["unit"] == "%"}
        return {
            (aim["source"], share)
            for aim in aims
            if (aim["source"], aim["article"]) in of_rates and aim["unit"] != "%" and float(aim["value"])
            for row in self.candidates(aim)
            for share in self.reckoning.shares(aim, row)
        }

    def _of(self, aim: Row, taken: set[str], ranker: Ranker) -> Iterator[Pair]:
        for row in self.candidates(aim):
            weight = self._weight(aim, row, ranker)
            if weight > 0 and row["id"] not in taken:
                yield Pair(weight, _apart(aim, row), aim, row)
        key = (aim["subject"], self.things[aim["id"]], aim["unit"], self.calendar.period(aim))
        others = (row for row in self.abroad.get(key, ()) if row["source"] != aim["source"] and row["id"] not in taken)
        for row in islice(others, MOST) if None not in key else ():
            if _is_in_reach(aim, row):
                yield Pair(ABROAD, _apart(aim, row), aim, row)

    def _weight(self, aim: Row, row: Row, ranker: Ranker) -> int:
        apart = times.are_parts(aim["period"], row["period"]) or self._is_share(aim, row)
        if apart or _is_start(self.wording, aim, row) or self.lists.sets_apart(aim, row):
            return 0
        if {aim["id"], row["id"]} <= self.wording.places.keys():
            return ranker.score(self.facts(aim, row)) - ranker.none
        kin = kinship(self.things[aim["id"]], self.things[row["id"]])
        when = times.agreement(self.calendar.period(aim), row["period"])
        reckoned = self.reckoning.of(aim, row) is not None
        plain = is_pair(aim, row, kin, when, reckoned=reckoned, near=is_near(aim, row))
        return ABROAD * (1 + (kin == "same") + reckoned) if plain else 0

    def _is_share(self, aim: Row, row: Row) -> bool:
        """Whether the percentage is the share of another target, and its own words do not name what this one is of."""
        is_named = row["item"] is not None and not is_bare(row["item"])
        named = is_named and self.things[aim["id"]] == self.things[row["id"]]
        return not named and (row["source"], row["id"]) in self.shares

    def candidates(self, aim: Row) -> list[Row]:
        """Figures of the unit in the article that stand near or are of a like thing, whatever their status."""
        told, at, named = self.units[unit_of(aim)], self.place[aim["id"], aim["unit"]], self.things[aim["id"]]
        return [
            row
            for row in told[max(0, at - MOST) : at + MOST + 1]
            if row["id"] != aim["id"]
            and (_is_in_reach(aim, row) or self.reckoning.of(aim, row) is not None)
            and not self._is_difference(aim, row)
            and (is_near(aim, row) or kinship(named, self.things[row["id"]]) != "other")
        ]

    def _is_difference(self, aim: Row, row: Row) -> bool:
        """Whether the figure is by how much the target is raised or missed: 목표를 3000개로 500개 올렸다."""
        return float(row["value"]) * 2 <= float(aim["value"]) and _MOVED_BY.match(self.wording.behind(row)) is not None

    def facts(self, aim: Row, row: Row) -> list[str]:
        """What speaks for and against setting the figure against the target, each fact once, in a fixed order."""
        return list(dict.fromkeys(self._facts(aim, row)))

    def _facts(self, aim: Row, row: Row) -> Iterator[str]:
        together = aim["sentence"] == row["sentence"]
        where = "sentence" if together else "near" if is_near(aim, row) else "far"
        order = "a" if aim["start"] < row["start"] else "r"
        kin = kinship(self.things[aim["id"]], self.things[row["id"]])
        when = times.agreement(self.calendar.period(aim), row["period"])
        how = self.reckoning.of(aim, row) if where != "far" else None
        status = row["status"] or "none"
        body = (
            "one" if aim["subject"] == row["subject"] else "null" if None in (aim["subject"], row["subject"]) else "two"
        )
        yield from (
            f"kin={kin}|{where}",
            f"kin={kin}|{when}",
            f"kin={kin}|{how}",
            f"when={when}",
            f"when={when}|{where}",
        )
        yield from (f"body={body}", f"body={body}|{kin}", f"how={how}", f"how={how}|{when}", f"how={how}|{status}")
        yield from (f"is={status}", f"is={status}|{where}", f"is={status}|{aim['status']}", f"change={row['change']}")
        yield from (f"where={where}{order}", f"where={where}{order}|{status}", f"kind={aim['kind']}|{when}|{where}")
        yield f"exact={aim['item'] == row['item']}|{kin}"
        yield f"bare={row['item'] is None or is_bare(row['item'])}"
        yield f"member={row.get('member') is not None}{row.get('member') == aim.get('member')}|{kin}"
        first, second = (aim, row) if order == "a" else (row, aim)
        gap = int(second["start"]) - int(first["end"])
        yield f"gap={min(max(gap, 0).bit_length(), 9)}|{where}{order}"
        between = abs(self.place[aim["id"], aim["unit"]] - self.place[row["id"], row["unit"]]) - 1
        yield f"between={min(between, 3)}|{where}{order}"
        share = float(row["value"]) / float(aim["value"]) if float(aim["value"] or 0) else 0.0
        yield f"share={bisect_left((0.3, 0.6, 0.9, 1.1, 1.5), share)}|{kin}"
        if _is_start(self.wording, aim, row):
            yield from ("start", f"start|{where}")
        if is_cell(aim) and is_cell(row):
            yield f"cells={aim['item'] == row['item']}|{status}|{order}"
        yield from self._around(row)
        yield from self._acts(aim, row, where + order)
        if together:
            yield from self._between(first, second, order)

    def _around(self, row: Row) -> Iterator[str]:
        """The words on either side of the result."""
        before, behind = self.wording.before(row), self.wording.behind(row)
        yield f"L={bare(before[-30:].split(' ')[-1])[-3:]}"
        glued, *right = behind[:40].split(" ")[:3]
        yield f"R={numberless(glued)[:3]}"
        for word in right:
            yield f"RR={bare(word)[:3]}"
        for side, said in (("b", before[-40:]), ("a", behind[:40])):
            for match in _FORMS.finditer(said):
                yield f"{side}:{match[0]}"

    def _acts(self, aim: Row, row: Row, where: str) -> Iterator[str]:
        """What is told behind the target, before the result and behind it: resolved, turned, missed."""
        meant, lead = self.wording.acts_behind(aim)[:1], self.wording.acts_before(row)[-1:]
        came = self.wording.acts_behind(row)[:1]
        yield from (f"meant={''.join(meant)}|{where}", f"lead={''.join(lead)}|{where}", f"came={''.join(came)}|{where}")
        yield f"meant={''.join(meant)}|came={''.join(came)}"

    def _between(self, first: Row, second: Row, order: str) -> Iterator[str]:
        """The words between a target and a result of one sentence."""
        said = self.wording.between(first, second)
        words = [bare(word) for word in said.split(" ") if word]
        if len(said) < NEAR // 5:
            yield f"between:{said[:2]}{order}"
            for word in (*words[:1], *words[-2:]):
                yield f"between:{word[-3:]}{order}"
        for match in _AIM.finditer(said):
            yield f"aim:{match[1]}{order}"
        if _AGAINST.search(said):
            yield f"against{order}"
        if _TURNS.search(said):
            yield f"turns{order}"
        yield f"long={len(words) > 4}{order}"


def _in_all_units(units: dict[str | None, list[Row]]) -> dict[str | None, list[Row]]:
    """The figures of an article by their units, those of another unit of the same measure among them: 14.3 GW beside 124.5 MW."""
    found = {}
    for unit, told in units.items():
        others = (in_unit(row, unit) for other, rows in units.items() if other != unit for row in rows)
        more = [row for row in others if row is not None]
        found[unit] = sorted([*told, *more], key=lambda row: row["start"]) if more else told
    return found


def number(row: Row) -> Decimal:
    """The value of a record, exactly."""
    return Decimal(str(row["value"]))


def is_home(pair: Pair) -> bool:
    """Whether target and result stand in one document."""
    return bool(pair.aim["source"] == pair.result["source"])


def is_near(one: Row, other: Row) -> bool:
    """Whether two figures stand near each other in one article."""
    alike = (one["source"], one["article"]) == (other["source"], other["article"])
    return alike and abs(one["start"] - other["start"]) <= NEAR


def _is_in_reach(aim: Row, row: Row) -> bool:
    """Whether the figure may have come of the target by its size."""
    return not float(aim["value"] or 0) or LEAST <= float(row["value"]) / float(aim["value"]) <= MOST_TIMES


def _is_start(wording: Wording, aim: Row, row: Row) -> bool:
    """Whether the figure is what another is compared with, or the target is brought up from it or a part of it."""
    if _COMPARED.match(wording.behind(row)) and _CALLED_RESULT.search(wording.before(row)) is None:
        return True
    if not is_near(aim, row) or aim["sentence"] != row["sentence"] or aim["start"] < row["start"]:
        return False
    return _RAISED_FROM.match(wording.between(row, aim)) is not None


def _apart(aim: Row, row: Row) -> int:
    return abs(int(aim["start"]) - int(row["start"])) if aim["source"] == row["source"] else NEAR * 1000
