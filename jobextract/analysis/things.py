"""What the rows of the table count: the thing that an item names, and how far two items name the same.

연간 목표치, 일자리 창출 and 일자리 are one thing, a part (청년 일자리) is not the whole; a bare 목표 or 실적 is of what was counted before it in
that unit, or, where it is told of another time, of what the article counts first.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

import regex

from ..korean.word_lists import numbers, pattern, words

Row = dict[str, Any]
Kinship = Literal["same", "akin", "other"]
#: of each unit what it measures, and how many of the least unit of that it holds
_MEASURES = {
    unit: (measure, size)
    for measure in ("power", "energy", "heat", "mass", "length", "area", "volume")
    for unit, size in numbers(f"units.{measure}").items()
}
_KINDS = frozenset(("count", "money", "percent", "measure", "number"))
#: code points before a figure in which a target that it moves is named
BESIDE = 24
_BLANK = regex.compile(r"\s+")
_NOT_THE_THING = pattern("targets.not_the_thing")
_VAGUE = frozenset(words("targets.vague"))
_SHARE, _TITLE = pattern("targets.share"), pattern("targets.title")
_ACHIEVED = pattern("targets.achieved")
_DIFFERENCE = pattern("targets.difference")
_AIM_MOVED, _MOVED_BY = pattern("targets.aim_moved"), pattern("targets.moved_by")
PROGRAMMES = frozenset(words("targets.programmes"))
FIELDS = frozenset(words("targets.fields"))
JOB_UNITS, NOT_AIMED = frozenset(words("targets.job_units")), frozenset(words("targets.not_aimed"))


def counts(row: Row) -> bool:
    """Whether the figure may stand in the table, as a target or as a result: no difference, share of a target or repetition."""
    return (
        row["kind"] in _KINDS
        and row["value"] is not None
        and (row["change"] is None or _is_aimed_cut(row))
        and row["same_as"] is None
        and row["unit"] not in NOT_AIMED
        and not (row["kind"] == "percent" and _ACHIEVED.search(row["item"] or ""))
        and not _moves_aim(row)
    )


def _moves_aim(row: Row) -> bool:
    """Whether the figure is by how much a target is raised, lowered or passed: 이번 목표를 6천만 원 낮췄다."""
    before, _, behind = (row["sentence"] or "").partition(row.get("text") or "\0")
    return _AIM_MOVED.search(before[-BESIDE:]) is not None and _MOVED_BY.match(behind) is not None


def _is_aimed_cut(row: Row) -> bool:
    """Whether a cut itself is aimed at, as 비용 1조원 절감 목표 is, and not how much more or less than before a target is."""
    before = (row["sentence"] or "").partition(row.get("text") or "\0")[0]
    return row["status"] == "target" and row["change"] == "decrease" and _DIFFERENCE.search(before) is None


def unit_of(row: Row) -> tuple[Any, ...]:
    """The article and the unit of the row: figures that can be told of one thing share both."""
    return row["source"], row["article"], row["unit"]


def in_unit(row: Row, unit: str | None) -> Row | None:
    """The figure in another unit of the same measure (124.5 MW as 0.1245 GW), None where the unit is none of it."""
    own, other = _MEASURES.get(row["unit"]), _MEASURES.get(unit or "")
    if own is None or other is None or own[0] != other[0]:
        return None
    return {**row, "unit": unit, "value": Decimal(str(row["value"])) * own[1] / other[1]}


def is_cell(row: Row) -> bool:
    """Whether the figure stands on a line of its own, as the cell of a table does."""
    return (row["sentence"] or "").strip() == row.get("text")


def is_share(row: Row) -> bool:
    """Whether the figure is a share of a target: 달성률 105%."""
    return row["kind"] == "percent" and _SHARE.search(row["item"] or "") is not None


def things(rows: list[Row]) -> dict[str, str | None]:
    """The thing that each row counts, by the row's id."""
    last: dict[tuple[Any, ...], Row] = {}
    first: dict[tuple[Any, ...], str] = {}
    found: dict[str, str | None] = {}
    for row in rows:
        place = (row["source"], row["article"], row["unit"])
        if _part(row) is not None:
            found[row["id"]] = thing(item_of(row) or "")
        elif row["item"] is not None and not is_bare(row["item"]):
            found[row["id"]] = named = thing(row["item"])
            if not is_programme(named, row["item"]) and not is_vague(named):
                last[place] = row
                first.setdefault(place, named)
        elif row["item"] is None:
            found[row["id"]] = of_title(row) if row["status"] == "target" else None
        else:
            found[row["id"]] = _carried(row, last.get(place), first.get(place)) or row["item"]
    return found


def item_of(row: Row) -> str | None:
    """What the figure counts, with the part of it that it is told of: 고용서비스 일자리 of a list of 일자리 by field."""
    part = _part(row)
    item: str | None = row["item"]
    if part is None:
        return item
    return part if item is None or is_bare(item) else f"{part} {item}"


def _part(row: Row) -> str | None:
    """The member of a list that the figure is told of, where it is no body and the item does not name it already."""
    member: str | None = row.get("member")
    subject = row["subject"] or ""
    if not member or "".join(member.split()) in "".join((row["item"] or "").split()):
        return None
    return None if member in subject or (subject in member and subject) else member


def _carried(row: Row, last: Row | None, first: str | None) -> str | None:
    """What a bare 목표 is of: what stood before it, in another time or far from it what the article counts first."""
    if last is None:
        return of_title(row)
    other = last["period"] != row["period"] and None not in (last["period"], row["period"])
    return first if other and last["sentence"] != row["sentence"] else thing(last["item"])


def thing(item: str) -> str:
    """What is counted, without the words that only say that it is aimed at or achieved: 일자리 for 일자리 창출 목표."""
    bare = _BLANK.sub(" ", _NOT_THE_THING.sub(" ", item)).strip()
    return bare or item


def is_bare(item: str) -> bool:
    """Whether the item only says that something is aimed at or achieved."""
    return not _BLANK.sub(" ", _NOT_THE_THING.sub(" ", item)).strip()


def is_programme(named: str | None, item: str | None) -> bool:
    """Whether programmes, tasks or strategies are counted: what is done for an aim, and no aim itself.

    What a field aims at is no count of fields: 민간 분야 목표 700개.
    """
    if named is None or named.split()[-1] not in PROGRAMMES:
        return False
    return " " not in named or item is None or item.split()[-1] in PROGRAMMES or named.split()[-1] not in FIELDS


def is_vague(named: str | None) -> bool:
    """Whether the name says little of what is counted: 약속, 비율, 건수."""
    return named is None or named.split()[-1] in _VAGUE or is_bare(named)


def of_title(row: Row) -> str | None:
    """What the headline says that is aimed at, for a bare 목표 that nothing names before."""
    match = _TITLE.search(row["title"] or "")
    return thing(match[1]) if match and row["unit"] in JOB_UNITS else None


def squeezed(name: str) -> str:
    """The name without its blanks."""
    return "".join(name.split())


def kinship(one: str | None, other: str | None) -> Kinship:
    """How far two things are one: the same, one within the other (청년 고용률 and 고용률) or of one beginning, or others."""
    if one is None or other is None:
        return "akin"
    left, right = squeezed(one), squeezed(other)
    if left == right:
        return "same"
    alike = left in right or right in left or left[:2] == right[:2] or one.split()[-1] == other.split()[-1]
    return "akin" if alike or is_vague(one) or is_vague(other) else "other"
