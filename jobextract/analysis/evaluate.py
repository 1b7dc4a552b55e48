"""How good records are against hand-made annotation: which figures are found, and which of their fields are right.

An annotation is JSON Lines, a row a place in the text: ``expect`` is ``must`` (has to be found), ``may`` (either answer is
right) or ``not`` (finding it is a mistake). A row's other keys say what the figure is; a key that it leaves out is not
scored. A row ``{"meta": …}`` tells of the articles, and may name the ``source`` of the rows after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec

Row = dict[str, Any]
#: one kind may stand for another where the line between them is a matter of taste
_NEAR = ({"count", "number"}, {"ordinal", "count"}, {"multiple", "ratio"}, {"duration", "count"}, {"age", "count"})
_CLOSE = Decimal("1e-9")


class Share(msgspec.Struct, frozen=True):
    """So many right of those that were asked; ``wrong`` are those answered wrongly, the rest was not answered."""

    right: int = 0
    asked: int = 0
    wrong: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.asked + other.asked, self.wrong + other.wrong)

    @property
    def value(self) -> float | None:
        """Between 0 and 1; None where nothing was asked."""
        return self.right / self.asked if self.asked else None


class Match(NamedTuple):
    """What became of the rows of one text: rows with their records, rows lost, records found for nothing."""

    pairs: list[tuple[Row, Row]]
    lost: list[Row]
    extra: list[Row]


class Score(msgspec.Struct, frozen=True):
    """What became of the rows: ``precision`` of the records, ``recall`` of the rows, the share of right ``fields``.

    ``complaints`` are the misses in words, one each.
    """

    precision: Share
    recall: Share
    fields: dict[str, Share]
    complaints: tuple[str, ...] = ()

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        p, r = self.precision.value, self.recall.value
        if p is None or r is None:
            return None
        return 2 * p * r / (p + r) if p + r else 0.0


def matched(records: Sequence[Row], rows: Iterable[Row]) -> Match:
    """Each row that must be found with the record that overlaps it most; a record serves one row.

    Both are dictionaries as their JSON Lines give them.
    """
    rows = [row for row in rows if "expect" in row]
    required = [row for row in rows if row["expect"] == "must"]
    indices = _paired(records, required)
    found = {index for index in indices if index is not None}
    return Match(
        [(row, records[index]) for row, index in zip(required, indices, strict=True) if index is not None],
        [row for row, index in zip(required, indices, strict=True) if index is None],
        [record for index, record in enumerate(records) if index not in found and _is_extra(record, rows)],
    )


def score(records: Sequence[Row], rows: Iterable[Row]) -> Score:
    """The records of one text against its rows; both are dictionaries as their JSON Lines give them."""
    pairs, lost, extra = matched(records, rows)
    complaints = [f"lost   {_place(row)}" for row in lost]
    fields: dict[str, Share] = {}
    for row, record in pairs:
        for name, judge in FIELDS.items():
            verdict = judge(record, row)
            if verdict is None:
                continue
            wrong = not verdict and _answered(name, record)
            fields[name] = fields.get(name, Share()) + Share(int(verdict), 1, int(wrong))
            if not verdict:
                complaints.append(f"{name:6} {_place(row)}: {_said(name, record, row)}")
    complaints += [f"extra  {record['start']}: {record['text']} ({record['kind']})" for record in extra]
    ordered = {name: fields[name] for name in FIELDS if name in fields}
    found = len(pairs)
    return Score(Share(found, found + len(extra)), Share(found, found + len(lost)), ordered, tuple(complaints))


def total(scores: Iterable[Score]) -> Score:
    """All scores as one: every row and every record counts the same."""
    precision = recall = Share()
    fields: dict[str, Share] = {}
    for each in scores:
        precision, recall = precision + each.precision, recall + each.recall
        for name, share in each.fields.items():
            fields[name] = fields.get(name, Share()) + share
    return Score(precision, recall, {name: fields[name] for name in FIELDS if name in fields})


def _paired(records: Sequence[Row], required: Iterable[Row]) -> list[int | None]:
    """For each row the record that overlaps it most, the first of equals; a record serves one row."""
    free = set(range(len(records)))
    pairs: list[int | None] = []
    for row in required:
        fitting = [index for index in free if _shared(records[index], row) and _alike(records[index], row)]
        best = max(fitting, key=lambda index: (_shared(records[index], row), -index), default=None)
        free.discard(best)
        pairs.append(best)
    return pairs


def _shared(record: Row, row: Row) -> int:
    return max(0, int(min(record["end"], row["end"]) - max(record["start"], row["start"])))


def _alike(record: Row, row: Row) -> bool:
    return record["kind"] == row["kind"] or {record["kind"], row["kind"]} in _NEAR


def _is_extra(record: Row, rows: Iterable[Row]) -> bool:
    return not any(row["expect"] != "not" and _shared(record, row) for row in rows)


def _place(row: Row) -> str:
    line = row.get("line")
    return f"{f'line {line}' if line else row['start']}: {row['text']} ({row['kind']})"


def _said(name: str, record: Row, row: Row) -> str:
    if name == "value":
        return f"got {_ends(record)}, want {_ends(row)}"
    wanted = {"span": row["text"], "status": row.get("status_in")}.get(name, row.get(name))
    return f"got {record['text'] if name == 'span' else record.get(name)!r}, want {wanted!r}"


def _answered(name: str, record: Row) -> bool:
    keys = {"value": ("value", "low", "high"), "span": ("text",)}.get(name, (name,))
    return any(record.get(key) is not None for key in keys)


def _ends(row: Row) -> str:
    return "/".join(f"{key} {row[key]}" for key in ("value", "low", "high") if row.get(key) is not None) or "none"


def _number(record: Row, row: Row) -> bool | None:
    asked = [key for key in ("value", "low", "high") if row.get(key) is not None]
    return all(_close(record.get(key), row[key]) for key in asked) if asked else None


def _close(got: Any, want: Any) -> bool:
    if got is None:
        return False
    found, right = Decimal(str(got)), Decimal(str(want))
    return abs(found - right) <= _CLOSE * max(Decimal(1), abs(right))


def _item(record: Row, row: Row) -> bool | None:
    if row.get("item") is None:
        return None
    said = _squeezed(record.get("item"))
    return any(_squeezed(word) in said for word in row["item"])


def _squeezed(words: str | None) -> str:
    return "".join((words or "").split())


def _subject(record: Row, row: Row) -> bool | None:
    """서구 and 인천 서구 are one: the last word decides."""
    if row.get("subject") is None:
        return None
    said, right = str(record.get("subject") or ""), str(row["subject"])
    return said.split()[-1:] == right.split()[-1:]


def _status(record: Row, row: Row) -> bool | None:
    return record.get("status") in row["status_in"] if "status_in" in row else None


def _span(record: Row, row: Row) -> bool:
    return (record["start"], record["end"]) == (row["start"], row["end"])


def _period(record: Row, row: Row) -> bool | None:
    """``period_in`` lists all that is right: a quarter as months, or as ``2025-34``."""
    right = [*row.get("period_in", []), row.get("period")]
    return record.get("period") in right if any(right) else None


def _same(field: str) -> Callable[[Row, Row], bool | None]:
    return lambda record, row: None if row.get(field) is None else record.get(field) == row[field]


#: whether a record's field is what the row says; None where the row is silent
FIELDS: dict[str, Callable[[Row, Row], bool | None]] = {
    "value": _number,
    "unit": _same("unit"),
    "span": _span,
    "item": _item,
    "subject": _subject,
    "status": _status,
    "period": _period,
    "bound": _same("bound"),
    "approx": _same("approx"),
}


#: letters of a labelled line that is kept
KEPT_LETTERS = frozenset("BT")


def line_errors(lines: Sequence[tuple[str, bool]], letters: Sequence[str]) -> tuple[int, list[int]]:
    """How many lines had to be kept, and the 1-based numbers of those that were kept or dropped wrongly.

    ``lines`` are the words of each line and whether it was kept, ``letters`` their labels: B body and T title are to be
    kept and X is not; others, and a title that is repeated, are not scored.
    """
    seen: set[str] = set()
    wanted, errors = 0, []
    for number, ((words, kept), letter) in enumerate(zip(lines, letters, strict=False), 1):
        words = words.strip()
        repeated = letter == "T" and words in seen
        seen.add(words)
        if letter not in ("B", "T", "X") or repeated:
            continue
        wanted += letter in KEPT_LETTERS
        if kept != (letter in KEPT_LETTERS):
            errors.append(number)
    return wanted, errors
