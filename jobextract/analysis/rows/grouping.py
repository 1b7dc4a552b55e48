"""Which figures are one target: of one body, period, unit and number, under names that are one another's part.

One paper writes 일자리 7,800개, another 도내 일자리 7,800개, a headline 일자리 미달: an analyst counts one target. Within a document two names
stay apart, for there 청년 일자리 100개 may stand beside 일자리 100개, unless one and the same number came of both. The shortest name is the
row's, but for one that a target of twice the size bears, too: 4,210 is 직접일자리 where 일자리 is 12,500.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from ..joining import number
from ..things import Row, is_vague, squeezed

#: how many times larger another target of the same name is, of which this one is a part
TWICE = 2
#: digits of a number that two targets do not share by chance
EXACT = 3


class Told(NamedTuple):
    """A figure that is aimed at, with the thing that it is of and for when."""

    row: Row
    name: str
    period: str | None
    reached: Decimal | None = None


class Group(NamedTuple):
    """The figures of one target, in the order in which they are told; of ``items`` the first names it."""

    subject: str | None
    items: list[str]
    period: str | None
    unit: str | None
    aimed: Decimal
    aims: list[Row]
    reached: set[Decimal]

    @property
    def sources(self) -> set[str]:
        """The documents that tell the target."""
        return {row["source"] for row in self.aims}

    def called(self) -> list[tuple[Any, ...]]:
        """Body, thing, period, unit and number, for each name of the thing."""
        return [(self.subject, item, self.period, self.unit, self.aimed) for item in self.items]


def grouped(told: Sequence[Told]) -> list[Group]:
    """The targets in the order of their first figures."""
    alike: dict[tuple[str | None, str | None, str | None, Decimal], dict[str, list[Told]]] = {}
    largest: dict[tuple[Any, ...], Decimal] = {}
    for one in told:
        whose, aimed = (one.row["subject"], by_when(one.period), one.row["unit"]), number(one.row)
        alike.setdefault((*whose, aimed), {}).setdefault(one.name, []).append(one)
        largest[*whose, one.name] = max(aimed, largest.get((*whose, one.name), aimed))
    places = {id(one.row): place for place, one in enumerate(told)}
    found = []
    for (subject, when, unit, aimed), names in alike.items():
        groups: list[Group] = []
        for period in sorted({one.period for told_so in names.values() for one in told_so}, key=_is_open):
            for name in sorted(names, key=lambda name: (is_vague(name), len(squeezed(name)))):
                same = [one for one in names[name] if one.period == period]
                reached = {one.reached for one in same if one.reached is not None}
                if same:
                    _put(groups, Group(subject, [name], period, unit, aimed, [one.row for one in same], reached))
        for group in groups:
            group.items.sort(key=lambda name: largest[subject, when, unit, name] >= aimed * TWICE)
        found += groups
    for group in found:
        group.aims.sort(key=lambda row: places[id(row)])
    return sorted(found, key=lambda group: places[id(group.aims[0])])


def by_when(period: str | None) -> str | None:
    """The period of a target of some years as its deadline: 민선 8기 and 2026년까지 are one."""
    first, several, last = (period or "").partition("/")
    return f"../{last[:4]}" if several and first[:4] != last[:4] and last[:4].isdigit() else period


def _is_open(period: str | None) -> tuple[bool, str]:
    """Spans that tell their beginning go before deadlines."""
    return (period or "").startswith(".."), period or ""


def _put(groups: list[Group], new: Group) -> None:
    """Add the target to the one that it is another name of, else as one of its own; the shorter names come first."""
    for group in groups:
        one = _is_one(group, new) or _is_one(new, group)
        if one and (not group.sources & new.sources or (new.reached and new.reached == group.reached)):
            group.items.extend(new.items)
            group.aims.extend(new.aims)
            return
    groups.append(new)


def _is_one(group: Group, new: Group) -> bool:
    """Whether the names are one another's part, or begin alike where the number is no round one: 고용서비스 일자리, 고용서비스 5,030건."""
    shorter, longer = group.items[0].split(), squeezed(new.items[0])
    if is_vague(new.items[0]) or all(word in longer for word in shorter):
        return True
    digits = len(str(group.aimed.normalize()).partition("E")[0].replace(".", ""))
    return digits >= EXACT and longer.startswith(shorter[0])
