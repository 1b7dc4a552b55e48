"""Whether confidence can be believed: of the records so sure, how many are all right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from .evaluate import FIELDS, Row, matched

#: the fields whose rightness the confidence foretells
TOLD = ("item", "subject", "status", "period")


class Tenth(msgspec.Struct, frozen=True):
    """The records with a confidence from ``least`` to a tenth more: how many, how sure on average, what share is right."""

    least: float
    records: int
    said: float
    right: float


def judged(records: Sequence[Row], rows: Iterable[Row]) -> list[tuple[float, bool]]:
    """The confidence of each record that answers a row, and whether all that the row says of it is right."""
    found = []
    for row, record in matched(records, rows).pairs:
        verdicts = [verdict for name in TOLD if (verdict := FIELDS[name](record, row)) is not None]
        if verdicts and record.get("confidence") is not None:
            found.append((float(record["confidence"]), all(verdicts)))
    return found


def tenths(pairs: Iterable[tuple[float, bool]]) -> list[Tenth]:
    """The pairs by tenths of confidence, the least sure first; tenths without a record are left out."""
    by: dict[int, list[tuple[float, bool]]] = {}
    for sure, right in pairs:
        by.setdefault(min(int(sure * 10), 9), []).append((sure, right))
    return [
        Tenth(tenth / 10, len(several), _mean(sure for sure, _ in several), _mean(right for _, right in several))
        for tenth, several in sorted(by.items())
    ]


def _mean(numbers: Iterable[float]) -> float:
    several = list(numbers)
    return round(sum(several) / len(several), 3)
