"""Which result is set against which target: each pair is weighed by what speaks for it, and each result serves one target.

For a pair speak one thing, one body, one time, one sentence, words that set the two against each other (목표 500개에 520개), and most of all
the arithmetic of the text: a rate (달성률 104%) or a difference (목표보다 20개 많은) that is just theirs. Two bodies, or two times of which
none holds the other, are never a pair.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from ..korean.word_lists import pattern
from ..temporal import periods
from .things import Row, is_share, kinship
from .wording import Wording

#: code points between a target and a result that stand near, right beside each other, and between them and the figures told of both
NEAR, BESIDE = 300, 12
#: results of one thing that are weighed for a target
MOST = 40
#: what a pair has to weigh
ENOUGH = 7
_THING = {"same": 4, "akin": 1, "other": -2}
#: the share of a target under which a figure is of something else, and over which the other way round
LEAST = Decimal("0.1")
MOST_TIMES = 4
_AGAINST = pattern("targets.against")
_COMPARED = pattern("targets.compared")
_CALLED_RESULT = pattern("targets.called_result")
_RAISED_FROM = pattern("targets.raised_from")
_OF_TARGET = pattern("targets.of_target")
_MOVED_BY = pattern("targets.moved_by")
_HUNDRED = Decimal(100)


class Pair(NamedTuple):
    """A target, a result and what speaks for setting them against each other."""

    weight: int
    apart: int
    aim: Row
    result: Row


class Results:
    """The results of a set of records, and the shares and differences told beside them."""

    def __init__(self, rows: list[Row], things: dict[str, str | None]) -> None:
        self.things = things
        self.named: dict[tuple[Any, ...], list[Row]] = {}
        self.placed: dict[tuple[Any, ...], list[Row]] = {}
        self.figures: dict[tuple[Any, ...], list[Row]] = {}
        self.counted: dict[tuple[Any, ...], list[Row]] = {}
        self.wording = Wording(rows)
        for row in rows:
            place = (row["source"], row["article"])
            if row["value"] is not None:
                self.figures.setdefault(place, []).append(row)
            if row["id"] in things:
                self.counted.setdefault((*place, row["unit"]), []).append(row)
            if row["id"] in things and row["status"] == "actual" and row["change"] is None:
                self.named.setdefault((row["subject"], things[row["id"]], row["unit"]), []).append(row)
                self.placed.setdefault((*place, row["unit"]), []).append(row)
        for found in (*self.placed.values(), *self.figures.values(), *self.counted.values()):
            found.sort(key=lambda row: row["start"])

    def pairs(self, aims: Iterable[Row]) -> list[Pair]:
        """The pairs that hold, the weightiest first; no result twice within a document but for one and the same target."""
        found = [pair for aim in aims for pair in self._of(aim)]
        found.sort(key=lambda pair: (-pair.weight, pair.apart, pair.aim["start"], pair.result["start"]))
        served: dict[str, Any] = {}
        kept = []
        for pair in found:
            for_whom = (pair.aim["value"], pair.aim["unit"]) if pair.aim["source"] == pair.result["source"] else None
            if for_whom is None or served.setdefault(pair.result["id"], for_whom) == for_whom:
                kept.append(pair)
        return kept

    def _of(self, aim: Row) -> Iterator[Pair]:
        for row in self._candidates(aim):
            weight = self._weight(aim, row)
            if weight is not None and weight >= ENOUGH:
                yield Pair(weight, _apart(aim, row), aim, row)

    def _candidates(self, aim: Row) -> Iterator[Row]:
        """Results of the same thing, and whatever of the unit stands near."""
        thing, unit = self.things[aim["id"]], aim["unit"]
        told = self.named.get((aim["subject"], thing, unit), [])
        around = bisect_left(told, aim["start"], key=lambda row: row["start"]) if len(told) > MOST else 0
        seen = set()
        for row in told[max(0, around - MOST // 2) :][:MOST]:
            seen.add(row["id"])
            yield row
        placed = self.placed.get((aim["source"], aim["article"], unit), [])
        first = bisect_left(placed, aim["start"], key=lambda row: row["start"])
        for row in placed[max(0, first - MOST) : first + MOST]:
            akin = is_near(aim, row) or kinship(thing, self.things[row["id"]]) != "other"
            if row["id"] not in seen and akin:
                yield row

    def _weight(self, aim: Row, row: Row) -> int | None:
        target, actual = number(aim), number(row)
        if row["id"] == aim["id"] or (target and not LEAST <= actual / target <= MOST_TIMES):
            return None
        if self._is_difference(aim, row) or self._is_start(aim, row):
            return None
        reckoned = self._is_reckoned(aim, row)
        shared = reckoned and self._is_shared(aim, row)
        of_time, of_body = _of_time(aim, row, shared), _of_body(aim, row, shared)
        if of_time is None or of_body is None:
            return None
        kin = kinship(self.things[aim["id"]], self.things[row["id"]])
        if aim["source"] != row["source"] and (kin != "same" or of_time < 3):
            return None
        if not is_near(aim, row) and not reckoned and (kin != "same" or of_time < 2):
            return None
        return _THING[kin] + of_time + of_body + self._of_place(aim, row) + (4 if reckoned else 0)

    def _is_start(self, aim: Row, row: Row) -> bool:
        """Whether the figure is what another is compared with, or the target is brought up from it or a part of it."""
        if _COMPARED.match(self.wording.behind(row)) and _CALLED_RESULT.search(self.wording.before(row)) is None:
            return True
        if not is_near(aim, row) or aim["sentence"] != row["sentence"] or aim["start"] < row["start"]:
            return False
        return _RAISED_FROM.match(self.wording.between(row, aim)) is not None

    def _is_reckoned(self, aim: Row, row: Row) -> bool:
        """Whether a rate or a difference told near the two is just theirs."""
        target, actual = number(aim), number(row)
        apart = abs(actual - target)
        if aim["source"] != row["source"] or not target:
            return False
        for other in self._beside(aim, row):
            told = number(other)
            if aim["unit"] == other["unit"] or (aim["unit"] == "%" and other["unit"] == "%p"):
                differs = other["change"] is not None or _MOVED_BY.match(self.wording.behind(other)) is not None
                if told == apart and told not in (target, actual) and told and differs:
                    return True
            elif other["kind"] == "percent" and other["unit"] == "%" and told:
                shown = (actual * _HUNDRED / target, abs(actual - target) * _HUNDRED / target)
                if any(abs(rate - told) <= _rounding(told) for rate in shown[: 2 if told < 50 else 1]):
                    return True
        return False

    def _is_shared(self, aim: Row, row: Row) -> bool:
        """Whether a sentence that speaks of a target tells the share of it that the result is: 목표의 78.6%."""
        target, actual = number(aim), number(row)
        return any(
            other["kind"] == "percent"
            and other["unit"] == "%"
            and abs(actual * _HUNDRED / target - number(other)) <= _rounding(number(other))
            and _OF_TARGET.search(other["sentence"]) is not None
            for other in self._beside(aim, row)
        )

    def _is_difference(self, aim: Row, row: Row) -> bool:
        """Whether the figure is by how much another one misses or passes the target: 목표 3천명에 160명 모자란 2840명."""
        gap = number(row)
        if aim["source"] != row["source"] or gap * 2 > number(aim):
            return False
        if _MOVED_BY.match(self.wording.behind(row)):
            return True
        return any(
            other["unit"] == row["unit"]
            and other is not row
            and other is not aim
            and abs(number(other) - number(aim)) == gap
            for other in self._beside(aim, row)
        )

    def _beside(self, aim: Row, row: Row) -> list[Row]:
        """The figures near a target and a result that stand near each other."""
        if (aim["source"], aim["article"]) != (row["source"], row["article"]):
            return []
        figures = self.figures[row["source"], row["article"]]
        around = {
            other["id"]: other
            for one in (row, aim)
            for other in _around(figures, one["start"], one["end"], NEAR // 2)
            if other["id"] not in (aim["id"], row["id"])
        }
        return list(around.values())

    def _is_next(self, aim: Row, row: Row) -> bool:
        """Whether nothing of the unit is told between the two."""
        told = self.counted[aim["source"], aim["article"], aim["unit"]]
        first, second = sorted((int(aim["start"]), int(row["start"])))
        at = bisect_right(told, first, key=lambda figure: figure["start"])
        return at < len(told) and told[at]["start"] == second

    def _of_place(self, aim: Row, row: Row) -> int:
        """One sentence, near, right beside, and the words between that set the two against each other."""
        if not is_near(aim, row):
            return 0
        if aim["sentence"] != row["sentence"]:
            return 1 + (aim["kind"] != "percent" and self._is_next(aim, row))
        first, second = sorted((aim, row), key=lambda figure: figure["start"])
        gap = int(second["start"]) - int(first["end"])
        set_against = first is aim and _AGAINST.search(self.wording.between(first, second)) is not None
        return 3 + (gap <= BESIDE) + 2 * set_against


def stated_rate(results: Results, aim: Row, row: Row) -> Decimal | None:
    """The share that the text gives right behind the two, or calls 달성률."""
    if aim["kind"] == "percent" or aim["source"] != row["source"]:
        return None
    behind = max(aim["end"], row["end"])
    for other in _around(results.figures[row["source"], row["article"]], behind, behind):
        if other["kind"] != "percent" or other["unit"] != "%" or other["status"] != "actual" or other["change"]:
            continue
        reach = NEAR if is_share(other) else 40
        if other["sentence"] == row["sentence"] and 0 <= other["start"] - behind <= reach:
            return number(other)
    return None


def number(row: Row) -> Decimal:
    """The value of a record, exactly."""
    return Decimal(str(row["value"]))


def is_near(one: Row, other: Row) -> bool:
    """Whether two figures stand near each other in one article."""
    alike = (one["source"], one["article"]) == (other["source"], other["article"])
    return alike and abs(one["start"] - other["start"]) <= NEAR


def _around(rows: list[Row], start: int, end: int, reach: int = NEAR) -> list[Row]:
    """The rows, sorted by place, that start no farther than that from it."""
    first = bisect_left(rows, start - reach, key=lambda row: row["start"])
    return rows[first : bisect_right(rows, end + reach, key=lambda row: row["start"])]


def _apart(aim: Row, row: Row) -> int:
    return abs(int(aim["start"]) - int(row["start"])) if aim["source"] == row["source"] else NEAR * 1000


def _rounding(told: Decimal) -> Decimal:
    """By how much a rate may be off as it is written: half its last digit, and a little for cut ones."""
    return Decimal(1).scaleb(int(min(told.as_tuple().exponent, 0))) * Decimal("0.6")


def _of_body(aim: Row, row: Row, reckoned: bool) -> int | None:
    """One body, one not told; two bodies only where the text reckons one figure by the other: 정부 목표의 38.8%."""
    if aim["subject"] == row["subject"]:
        return 1 if aim["subject"] is not None else 0
    if None in (aim["subject"], row["subject"]):
        return 0
    return -1 if reckoned else None


def _of_time(aim: Row, row: Row, reckoned: bool) -> int | None:
    """How far the two times agree: the same, the result's within the target's, one not told; None where they exclude each other.

    What was reached so far may be reckoned by what is aimed at later: 지난해 말까지 157억 달러로 2030년 목표의 78.6%.
    """
    aimed, reached = aim["period"], row["period"]
    if aimed is None or reached is None:
        return 1
    if aimed == reached:
        return 3
    if is_within(reached, aimed):
        return 2
    return 0 if (reckoned or aim["kind"] == "percent") and _leads_up(reached, aimed) else None


def is_within(part: str, whole: str) -> bool:
    """Whether the period is a part of the target's year or span, or what was reached until some day in it.

    By a deadline counts what was reached over years; what one of the years brought does not.
    """
    first, last = periods.first_day(part), periods.last_day(part)
    if whole.startswith("../"):
        return first[:4] != last[:4] and last <= periods.last_day(whole)
    if part.startswith("../"):
        return periods.first_day(whole) <= last <= periods.last_day(whole)
    return periods.first_day(whole) <= first and last <= periods.last_day(whole)


def _leads_up(part: str, whole: str) -> bool:
    """Whether the year or month lies in the span at whose end a level is aimed at."""
    return periods.last_day(part.removeprefix("../"))[:4] <= periods.last_day(whole.removeprefix("../"))[:4]
