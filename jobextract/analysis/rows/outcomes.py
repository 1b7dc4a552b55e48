"""What came of a target where several results are told, in one document or in many.

Each document has one say: the result that it sets against the target, else one of the same thing, body and time. What the whole of the
target's time brought goes before what was reached part-way, and of parts the latest; what a document itself sets against the target goes
before what is only told elsewhere. Results that still differ are all kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from ...temporal import periods
from ..joining import Pair, is_home, number
from ..things import Row
from .times import is_within


class Outcome(NamedTuple):
    """A result with the pairs that tell it, the weightiest first."""

    result: Row
    pairs: list[Pair]

    @property
    def is_home(self) -> bool:
        """Whether a document itself sets the result against the target."""
        return is_home(self.pairs[0])


def outcomes(pairs: Iterable[Pair], period: str | None) -> list[Outcome]:
    """The results to set against a target, none, one, or several that disagree; the earliest published first."""
    documents: dict[tuple[Any, ...], list[Pair]] = {}
    for pair in pairs:
        documents.setdefault((pair.result["source"], pair.result["article"]), []).append(pair)
    said = [_of_document(told) for told in documents.values()]
    parts = [one for one in said if is_part(one.result["period"], period)]
    wholes = [one for one in said if one not in parts]
    at_home = [one for one in wholes if one.is_home]
    wholes = at_home or [one for one in wholes if not _is_outdone(one, parts)]
    if wholes:
        return _differing(wholes, said)
    last = max((_end(one) for one in parts), default="")
    return _differing([one for one in parts if _end(one) == last], said)


def is_part(told: str | None, aimed: str | None) -> bool:
    """Whether a result was reached before the target's time was over."""
    if told is None or aimed is None or told == aimed:
        return False
    within = is_within(told, aimed) or aimed.startswith("../")
    return within and periods.last_day(told) < periods.last_day(aimed)


def rounds(told: Decimal, whole: Decimal) -> bool:
    """Whether the first number is the other one, rounded or cut: 5200 of 5224."""
    if told == whole or not told or abs(told - whole) * 50 >= abs(whole):
        return False
    last = Decimal(1).scaleb(int(told.normalize().as_tuple().exponent))
    return told in {(whole / last).to_integral_value(how) * last for how in (ROUND_HALF_UP, ROUND_FLOOR)}


def _of_document(pairs: list[Pair]) -> Outcome:
    """What a document says: of results that it does not set against the target itself the largest sum, for parts are told, too."""
    home = sorted((pair for pair in pairs if is_home(pair)), key=lambda pair: (-pair.weight, pair.apart))
    told = home or sorted(pairs, key=lambda pair: (-_summed(pair.result), pair.result["start"]))
    result = _exact([pair.result for pair in told])
    return Outcome(result, [pair for pair in told if pair.result["value"] == result["value"]] or told)


def _summed(row: Row) -> Decimal:
    return Decimal(0) if row["kind"] == "percent" else number(row)


def _exact(results: list[Row]) -> Row:
    """The result that weighs most, or the one that it only rounds: 128만명 in the headline, 128만3417명 below."""
    return next((row for row in results[1:] if rounds(number(results[0]), number(row))), results[0])


def _is_outdone(whole: Outcome, parts: list[Outcome]) -> bool:
    """Whether less is told for the whole time than was reached before it was over, so that it is of something else."""
    return any(_summed(whole.result) < _summed(part.result) for part in parts if part.is_home)


def _end(one: Outcome) -> str:
    return periods.last_day(one.result["period"])


def _differing(kept: list[Outcome], said: list[Outcome]) -> list[Outcome]:
    """One outcome for each result, with all pairs that tell it; a rounded one gives way to the exact one."""
    kept = sorted(kept, key=lambda one: one.result["published"] or "")
    values = list(dict.fromkeys(number(one.result) for one in kept))
    exact = [value for value in values if not any(rounds(value, other) for other in values)]
    found = []
    for value in exact:
        same = [one for one in kept if number(one.result) == value]
        first = max(same, key=lambda one: one.pairs[0].weight)
        others = [one for one in said if one is not first and number(one.result) == value]
        found.append(Outcome(first.result, [*first.pairs, *(pair for one in others for pair in one.pairs)]))
    return found
