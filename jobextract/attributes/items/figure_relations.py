"""What a figure counts by the figure beside it: the whole it is part of, what was sold for so much, by how much it grew.

Each finder looks for one construction and returns the other figure's item, or None where the sentence is built otherwise.
"""

from __future__ import annotations

from ...korean.particles import AT, DIRECTION, FROM, GENITIVE, MODIFIES, OBJECT, TOPIC, TOPIC_OR_SUBJECT
from ...korean.tokens import CLOSE, OPEN, Word
from ...korean.word_lists import words
from ..context import Surroundings, left_of

_OF_WHOLE = words("items.of_whole")

_TO = frozenset(words("items.receivers"))
_SIZES = frozenset(("count", "measure"))
_GREW = words("items.grew")


def among(near: Surroundings) -> str | None:
    """The whole of which so many are a part: 점포 36곳 가운데 19곳이, 화선 80㎞ 가운데 70㎞의 불길을."""
    whole = _whole(near)
    return near.item_at(whole) if whole is not None else None


def part(near: Surroundings) -> str | None:
    """The same, where the whole is counted in the same unit, whatever stands behind the part."""
    whole = _whole(near)
    acts = near.figure.particle in TOPIC
    if whole is None or acts or near.words[whole].said.unit != near.figure.said.unit:
        return None
    return near.item_at(whole)


def _whole(near: Surroundings) -> int | None:
    index = left_of(near)
    if index < 1 or near.words[index].text not in _OF_WHOLE:
        return None
    return next((i for i in range(index - 1, max(index - 4, -1), -1) if near.words[i].role == "figure"), None)


def share_of(near: Surroundings) -> str | None:
    """Of a percentage, the figure that it is a share of: 전체 수요 58GW의 45%, 매출(25조원)의 5.9%."""
    index = left_of(near)
    behind = index > 1 and near.words[index].text == GENITIVE and near.words[index - 1].text in CLOSE
    if behind:
        index = next((i for i in range(index - 2, -1, -1) if near.words[i].text in OPEN), 0) + 1
    word = near.words[index] if index >= 0 else None
    owned = (
        word is not None
        and word.role == "figure"
        and (behind or word.particle == GENITIVE)
        and word.said.kind != "percent"
    )
    return near.item_at(index) if owned and near.figure.said.kind == "percent" else None


def sized(near: Surroundings) -> str | None:
    """The same thing in another unit: 택지 7곳 310만㎡."""
    before = near.words[near.at - 1] if near.at else None
    if before is None or before.role != "figure" or before.particle or before.said.kind not in _SIZES:
        return None
    other = before.said.unit != near.figure.said.unit and near.figure.said.kind == "measure"
    return near.item_at(near.at - 1) if other else None


def sold_for(near: Surroundings) -> str | None:
    """What costs, gets or is so much of: 유조선 2척을 3천억원에, 창업팀 25팀에는 2천만원을, 행사 31건에서 22억 원을."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    if near.figure.said.kind != "money" or word is None or word.role != "figure" or word.said.kind not in _SIZES:
        return None
    sold = word.particle in OBJECT and near.figure.particle == AT
    sold = sold or (word.particle in _TO and near.figure.particle in ("", *OBJECT))
    return near.item_at(index) if sold or (word.particle == FROM and near.figure.particle in OBJECT) else None


def change_of(near: Surroundings) -> str | None:
    """What the next figure counts, where this one says by how much: 4865억원 늘어난 13조 1207억원."""
    words, at = near.words, near.at
    if at + 2 < len(words) and words[at + 1].role == "modifier" and words[at + 2].role == "figure":
        return near.item_at(at + 2)
    return None


def priced(near: Surroundings) -> str | None:
    """What so much of costs so much: 배추 한 포기는 4천640원, 귤값 3㎏ 2만4천원."""
    index = left_of(near)
    if index > 1 and near.words[index].role == "mark" and near.words[index - 1].text in CLOSE:
        index = next((i for i in range(index - 2, -1, -1) if near.words[i].text in OPEN), index - 1) - 1
    word = near.words[index] if index >= 0 else None
    if near.figure.said.kind != "money" or near.figure.particle in (GENITIVE, *OBJECT):
        return None
    if word is None or word.role != "figure" or word.said.kind not in ("count", "measure"):
        return None
    fits = word.particle in ("", *TOPIC_OR_SUBJECT, AT)
    return near.item_at(index) if fits else None


def grown(near: Surroundings) -> str | None:
    """By how much what was just told grew: 예산을 986억 원으로 올해보다 112억 원 늘려."""
    following = near.words[near.at + 1].text if near.at + 1 < len(near.words) else ""
    if near.figure.particle or not following.startswith(_GREW):
        return None
    for index in range(near.at - 1, max(near.at - 7, -1), -1):
        word = near.words[index]
        if word.role == "figure" and word.said.kind == near.figure.said.kind:
            return near.item_at(index) if word.particle in DIRECTION else None
        if word.role in ("verb", "figure") or (word.role == "noun" and word.particle in (*TOPIC_OR_SUBJECT, *OBJECT)):
            return None
    return None


def from_to(near: Surroundings) -> str | None:
    """고용률도 58.4%에서 60.1%로: what was so much before."""
    before = near.words[left_of(near)] if left_of(near) >= 0 else None
    came = before is not None and before.role == "figure" and before.particle == FROM and _alike(before, near.figure)
    return near.item_at(left_of(near)) if came else None


def equated(near: Surroundings) -> str | None:
    """전체의 21.6%인 1천702억 원: the share is that of the sum behind it."""
    following = near.words[near.at + 1] if near.at + 1 < len(near.words) else None
    equal = near.figure.particle == MODIFIES and following is not None and following.role == "figure"
    return near.item_at(near.at + 1) if equal else None


def _alike(one: Word, other: Word) -> bool:
    return (one.said.kind, one.said.unit) == (other.said.kind, other.said.unit)
