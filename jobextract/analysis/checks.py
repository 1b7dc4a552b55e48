"""Whether the figures of an article add up: parts to a total, a share to its base, a change to before and after.

Only what the text presents as parts, share or change is checked. A list that is left open (… 등) can hold but not fail, and
so can a total that stands in another sentence unless the list is called a breakdown and comes near it: one that is far from it
names some of its parts, or those of something else. What is said roughly (열 명 중 네 명, 500만원대) can hold but not fail.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import Literal

import regex

from ..korean.word_lists import regex_pattern, words
from ..model import Check, Record
from .sentence_groups import Group, Placed, groups_of

MOST_SENTENCES = 6
#: parts that are further from the total than this share of it are not all of its parts, or parts of something else
SLIP = Decimal("0.1")
#: of so few people a share is said roughly
FEW = 10
#: what stands between the parts of a list
_MARKS = frozenset(",△▲Δ∆(")
_SUMMED = frozenset(("count", "money"))
_SAME_THING = frozenset((*words("checks.same_thing"), None))
_BREAKDOWN = regex_pattern("checks.breakdown")
_OPEN = regex_pattern("checks.open")
_TOTAL = regex_pattern("checks.total")
_FROM = regex_pattern("checks.from")
_TO = regex_pattern("checks.to")
_JOIN = regex.compile(r"^[^.]{0,12}$")
_ALL_NAMED, _TOLD = regex_pattern("checks.all_named"), regex_pattern("checks.told")
_OF, _AMONG = words("checks.of"), regex_pattern("checks.among")
_LINK = regex_pattern("checks.link")


def _value(record: Record) -> Decimal:
    """The value of a record that is known to have one."""
    if record.value is None:
        raise ValueError(f"{record.id} has no value")
    return record.value


def check(records: list[Record]) -> tuple[tuple[Check, ...], list[Record]]:
    """The checks of all articles, and the records as they are."""
    found: list[Check] = []
    for _, of_article in groupby(records, key=lambda record: record.article):
        groups = groups_of(list(of_article))
        for number, group in enumerate(groups):
            found += _changes(group)
            found += _shares(group, groups[max(0, number - MOST_SENTENCES) : number])
            found += _sums(group, groups[max(0, number - MOST_SENTENCES) : number])
    return tuple(found), records


# ---------------------------------------------------------------- sums


def _sums(group: Group, before: list[Group]) -> Iterator[Check]:
    parts = _list(group)
    if len(parts) < 2:
        return
    if _TOTAL.search(group.sentence[: parts[-1].start]) and len(parts) > 2:
        yield from _sum(parts[-1].record, parts[:-1], _is_open(group, parts[:-1]))
        return
    total = _total(parts, before, group)
    if total is not None:
        strict = bool(_BREAKDOWN.search(group.sentence)) and _one_unit(parts) and total.unit == parts[0].record.unit
        strict = strict and (_is_timeline(parts) or _is_slip(total, parts, before))
        yield from _sum(total, parts, _is_open(group, parts) or not strict)


def _is_slip(total: Record, parts: list[Placed], before: list[Group]) -> bool:
    """Whether a sum that does not come out is an article's slip: near the total, of its year, and the total in no list itself."""
    added = sum((_value(part.record) for part in parts), Decimal(0))
    years = {total.year, parts[0].record.year} - {None}
    listed = any(total is placed.record for group in before for placed in _members(group))
    return abs(added - _value(total)) <= _value(total) * SLIP and len(years) < 2 and not listed


def _members(group: Group) -> list[Placed]:
    found = _list(group)
    return found if len(found) > 2 else []


def _sum(total: Record, parts: list[Placed], may_only_hold: bool) -> Iterator[Check]:
    added = sum((_value(part.record) for part in parts), Decimal(0))
    holds = added == total.value or (_is_approximate(total, parts) and _near(added, _value(total)))
    if not holds and may_only_hold:
        return
    yield Check(
        kind="sum",
        article=total.article,
        holds=holds,
        total=total.id,
        parts=tuple(part.record.id for part in parts),
        stated=_value(total),
        expected=added,
    )


def _list(group: Group) -> list[Placed]:
    """The longest run of counted or paid figures that are joined by commas and names alone."""
    best: list[Placed] = []
    run: list[Placed] = []
    for placed in group.figures:
        record = placed.record
        if record.kind in ("date", "age", "duration", "time"):
            continue
        if record.kind not in _SUMMED or record.value is None or record.change is not None:
            run = []
            continue
        fits = bool(run) and _joins(group, run[-1], placed)
        run = [*run, placed] if fits else [placed]
        best = max(best, run, key=len)
    return best


def _joins(group: Group, one: Placed, other: Placed) -> bool:
    between = group.sentence[one.end : other.start]
    kinds = one.record.kind == other.record.kind
    units = one.record.unit == other.record.unit or {one.record.unit, other.record.unit} <= _SAME_THING
    listed = not _MARKS.isdisjoint(between) or _ALL_NAMED.search(between) is not None
    return kinds and units and listed and bool(_LINK.match(between)) and not _TOLD.search(between)


def _is_open(group: Group, parts: list[Placed]) -> bool:
    return bool(_OPEN.search(group.sentence[parts[-1].end : parts[-1].end + 12]))


def _one_unit(parts: list[Placed]) -> bool:
    return len({part.record.unit for part in parts}) == 1


def _total(parts: list[Placed], before: list[Group], group: Group) -> Record | None:
    """The figure that the parts are parts of: the nearest one before the list that is larger than each and of their kind."""
    if not (_BREAKDOWN.search(group.sentence) or _is_timeline(parts)) or len(parts) < 3:
        return None
    largest = max(_value(part.record) for part in parts)
    earlier = [placed.record for other in reversed(before) for placed in reversed(other.figures)]
    candidates = [record for record in earlier if _may_total(record, parts) and _value(record) > largest]
    added = sum((_value(part.record) for part in parts), Decimal(0))
    exact = next((record for record in candidates if record.value == added), None)
    return exact or next(iter(candidates), None)


def _may_total(record: Record, parts: list[Placed]) -> bool:
    first = parts[0].record
    units = record.unit == first.unit or {record.unit, *(part.record.unit for part in parts)} <= _SAME_THING
    statuses = {record.status, first.status} - {None}
    agree = len(statuses) < 2 or statuses <= {"target", "plan"}
    timed = not _is_timeline(parts) or record.period is None or "/" in record.period
    return (
        record.kind == first.kind
        and record.value is not None
        and units
        and agree
        and timed
        and record.section == "body"
    )


def _is_timeline(parts: list[Placed]) -> bool:
    """Whether each part is for a year of its own: 올해 9천개, 2027년 1만개, …"""
    years = [part.record.year for part in parts]
    return None not in years and len(set(years)) == len(years)


def _is_approximate(total: Record, parts: list[Placed]) -> bool:
    return total.approx or any(part.record.approx for part in parts)


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= abs(other) / 100


# ---------------------------------------------------------------- shares


def _shares(group: Group, before: list[Group]) -> Iterator[Check]:
    """이용자의 71.5%인 8,878명, 합격자 106명 중 31명(29.2%)."""
    figures = group.figures
    for number, placed in enumerate(figures):
        if placed.record.unit != "%" or placed.record.value is None:
            continue
        part, base = _part_and_base(group, number, before)
        if part is None or base is None or not base.value or part.value is None or base.value <= part.value:
            continue
        expected = part.value * 100 / base.value
        holds = _agrees(placed.record, expected)
        if holds or (base.value > FEW and any(base is other.record for other in figures)):
            yield _checked("share", placed.record, (part, base), holds, expected)


def _part_and_base(group: Group, number: int, before: list[Group]) -> tuple[Record | None, Record | None]:
    figures, sentence = group.figures, group.sentence
    placed = figures[number]
    if number + 1 < len(figures) and sentence[placed.end : figures[number + 1].start].strip() in _OF:
        part = figures[number + 1].record
        return part, _base(part, placed.record.item, before)
    if number < 2 or sentence[figures[number - 1].end : placed.start].strip() != "(":
        return None, None
    some, all_ = figures[number - 1], figures[number - 2]
    between = sentence[all_.end : some.start]
    of = _AMONG.match(between)
    alike = some.record.kind == all_.record.kind and some.record.unit == all_.record.unit
    return (some.record, all_.record) if of and alike and some.record.value is not None else (None, None)


def _base(part: Record, item: str | None, before: list[Group]) -> Record | None:
    for group in reversed(before):
        for placed in reversed(group.figures):
            record = placed.record
            named = item is not None and record.item is not None and (item in record.item or record.item in item)
            if named and record.kind == part.kind and record.unit == part.unit and record.value is not None:
                return record
    return None


# ---------------------------------------------------------------- changes


def _changes(group: Group) -> Iterator[Check]:
    """지난해 66.1%에서 69.0%로 2.9%포인트, 25억에서 19억으로 24% 줄었다."""
    for one, other, change in zip(group.figures, group.figures[1:], group.figures[2:], strict=False):
        if any(p.record.value is None or p.record.kind == "date" for p in (one, other, change)):
            continue
        yield from _change(group, one, other, change)


def _change(group: Group, one: Placed, other: Placed, change: Placed) -> Iterator[Check]:
    sentence = group.sentence
    alike = one.record.kind == other.record.kind and one.record.unit == other.record.unit
    paired = _FROM.match(sentence[one.end :]) and _TO.match(sentence[other.end :])
    near = _JOIN.match(sentence[other.end : change.start])
    if not (alike and paired and near) or _TO.match(sentence[change.end :]) or not one.record.value:
        return
    before, after = _value(one.record), _value(other.record)
    unit = change.record.unit
    if unit == "%" and one.record.unit != "%":
        expected = abs(after - before) * 100 / abs(before)
    elif change.record.kind == "multiple":
        expected = after / before
    elif unit == one.record.unit or (unit == "%p" and one.record.unit == "%"):
        expected = abs(after - before)
    else:
        return
    holds = _agrees(change.record, expected)
    difference = unit != one.record.unit or change.record.change is not None  # 주당 500원 is none, but something else's
    if holds or (difference and not (_is_rough(one.record) or _is_rough(other.record))):
        yield _checked("change", change.record, (one.record, other.record), holds, expected)


def _is_rough(record: Record) -> bool:
    return record.approx or record.bound is not None or record.low is not None or record.high is not None


def _agrees(stated: Record, expected: Decimal) -> bool:
    """Whether the expected figure, rounded or cut to the digits of the stated one, is the stated one."""
    value = _value(stated)
    digits = value.as_tuple().exponent
    grain = Decimal(1).scaleb(min(0, digits) if isinstance(digits, int) else 0)
    slack = grain if not (stated.approx or stated.bound) else max(grain, abs(value) / 20)
    return abs(abs(value) - expected) < slack


def _checked(
    kind: Literal["share", "change"], stated: Record, parts: Iterable[Record], holds: bool, expected: Decimal
) -> Check:
    return Check(
        kind=kind,
        article=stated.article,
        holds=holds,
        total=stated.id,
        parts=tuple(part.id for part in parts),
        stated=_value(stated),
        expected=expected.quantize(Decimal("0.01"))
        if expected != expected.to_integral_value()
        else expected.normalize() + 0,
    )
