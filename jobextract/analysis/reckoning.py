"""Whether the text reckons one figure by another: a rate or a difference told near the two that is just theirs.

달성률 95.5% beside 7350개 and 7018개; 목표보다 149명 적은. Only what stands near is looked at, and no more of it than a few figures.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, Literal, NamedTuple

from ..korean.word_lists import pattern
from .things import Row
from .wording import Wording

#: code points on either side in which a rate counts, figures on either side, and the share under which a target is no target
REACH, MOST, LEAST, MOST_TIMES = 150, 10, 0.05, 4.0
_OF_TARGET = pattern("targets.of_target")
_MOVED_BY = pattern("targets.moved_by")

#: how the text reckons a result by its target: by a share of a target, a share told in its sentence, any share, a difference
Reckoned = Literal["target", "beside", "near", "apart"]


class _Told(NamedTuple):
    """A share or a difference that is told: its record, where, of what unit, how much, and by how much it may be off."""

    id: str
    start: int
    unit: str | None
    value: float
    off: float
    sentence: str
    shares: bool
    differs: bool
    times: bool


class Reckoning:
    """The rates and differences of a set of records by their articles."""

    def __init__(self, rows: list[Row], wording: Wording) -> None:
        self._told: dict[tuple[Any, ...], list[_Told]] = {}
        for row in rows:
            if row["value"] is None or row["kind"] in ("date", "time", "age", "duration"):
                continue
            moved = row["change"] is not None or _MOVED_BY.match(wording.behind(row)) is not None
            shares = row["kind"] == "percent" and row["unit"] == "%"
            if row["value"] and (shares or moved or row["kind"] == "multiple"):
                self._told.setdefault((row["source"], row["article"]), []).append(_told(row, shares, moved))
        for told in self._told.values():
            told.sort(key=lambda one: one.start)

    def of(self, aim: Row, row: Row) -> Reckoned | None:
        """How the text reckons the second by the first, the surest way first."""
        target, actual = float(aim["value"]), float(row["value"])
        if not target or target == actual or not 0 < actual / target <= MOST_TIMES:
            return None
        if actual / target < LEAST:
            return "beside" if any(_is_multiple(told, target / actual) for told in self._near(aim, row)) else None
        found: Reckoned | None = None
        for told in self._near(aim, row):
            if told.shares and aim["unit"] != "%" and abs(actual * 100 / target - told.value) <= told.off:
                if _OF_TARGET.search(told.sentence):
                    return "target"
                found = "beside" if told.sentence == row["sentence"] else found or "near"
            same = told.unit == aim["unit"] or (aim["unit"] == "%" and told.unit == "%p")
            if told.differs and same and abs(abs(actual - target) - told.value) < 1e-9 * max(target, 1):
                found = found or "apart"
        return found

    def shares(self, aim: Row, row: Row) -> set[str]:
        """The percentages told in the result's sentence that are its share of the target, by their ids: 67.4% of 목표 4600개의 67.4%."""
        if self.of(aim, row) not in ("target", "beside"):
            return set()
        share = float(row["value"]) * 100 / float(aim["value"])
        near = self._near(aim, row)
        return {
            told.id
            for told in near
            if told.shares and told.sentence == row["sentence"] and abs(share - told.value) <= told.off
        }

    def _near(self, aim: Row, row: Row) -> list[_Told]:
        told = self._told.get((aim["source"], aim["article"]), [])
        first, last = sorted((int(aim["start"]), int(row["start"])))
        at = bisect_left(told, row["start"], key=lambda one: one.start)
        near = told[max(0, at - MOST) : at + MOST]
        inside = (one for one in near if one.start not in (aim["start"], row["start"]))
        return [one for one in inside if first - REACH <= one.start <= last + REACH]


def _told(row: Row, shares: bool, moved: bool) -> _Told:
    """The figure with half its last digit, and a little for rates that were cut."""
    value = float(row["value"])
    digits = len(str(row["value"]).partition(".")[2].rstrip("0")) if "." in str(row["value"]) else 0
    return _Told(
        row["id"],
        row["start"],
        row["unit"],
        value,
        0.6 * 10**-digits,
        row["sentence"] or "",
        shares,
        moved,
        row["kind"] == "multiple",
    )


def _is_multiple(told: _Told, times: float) -> bool:
    """Whether the figure says how many times what there is is aimed at: 124.5MW, 14.3GW를 채우려면 115배로 늘려야 한다."""
    return told.times and abs(times - told.value) <= told.off
