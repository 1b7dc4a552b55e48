"""What the sentence says around each figure of a set of records: the words before it, behind it, and between two."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import regex

from ..korean.acts import acts
from ..korean.word_lists import pattern
from .things import Row

#: code points on either side of a figure whose acts are read
REACH = 60
#: code points behind a figure in which what it counts is named: 500개의 일자리
NAMED = 12
#: figures of a sentence that are asked whether they make two lists
MOST = 16
_EACH, _OUTCOME = pattern("goals.each"), pattern("goals.outcome")
_NUMBER, _EDGE = regex.compile(r"[0-9][0-9,.]*"), "\"'“”‘’.,()[]·…!?"


def numberless(text: str) -> str:
    """The text with every number as 0, so that no fact knows a figure's digits."""
    return _NUMBER.sub("0", text)


def bare(word: str) -> str:
    """The word without marks at its ends and without the digits of its numbers."""
    return numberless(word.strip(_EDGE))


class Wording:
    """The place of each figure in its sentence, found once: records tell where a figure stands in its text, not in its sentence."""

    def __init__(self, rows: list[Row]) -> None:
        self.places: dict[str, tuple[int, int]] = {}
        self._earlier: dict[tuple[Any, ...], str] = {}
        sentences: dict[tuple[Any, ...], list[Row]] = {}
        last: dict[tuple[Any, ...], str] = {}
        for row in rows:
            article = (row["source"], row["article"])
            if (*article, row["sentence"]) not in sentences:
                self._earlier[*article, row["sentence"]] = last.get(article, "")
                last[article] = row["sentence"] or ""
            sentences.setdefault((*article, row["sentence"]), []).append(row)
        for told in sentences.values():
            self._place(sorted(told, key=lambda row: row["start"]))

    def _place(self, told: list[Row]) -> None:
        position = 0
        for row in told:
            sentence, text = row["sentence"] or "", " ".join((row.get("text") or "").split())
            at = sentence.find(text, position) if text else -1
            if at < 0 and text:
                at = sentence.find(text)
            if at >= 0:
                position = at + len(text)
                self.places[row["id"]] = at, position

    def said(self, row: Row) -> str:
        """The sentence with figures that the article tells before that of the figure."""
        return self._earlier.get((row["source"], row["article"], row["sentence"]), "")

    def before(self, row: Row) -> str:
        """The sentence up to the figure; nothing where the sentence does not hold it."""
        place = self.places.get(row["id"])
        return row["sentence"][: place[0]] if place else ""

    def behind(self, row: Row) -> str:
        """The sentence behind the figure."""
        place = self.places.get(row["id"])
        return row["sentence"][place[1] :] if place else ""

    def names(self, row: Row, name: str) -> bool:
        """Whether the sentence says the first word of the name before the figure or right behind it."""
        first = name.split()[0]
        return first in self.before(row) or first in self.behind(row)[:NAMED]

    def acts_before(self, row: Row) -> list[str]:
        """The acts that are told right before the figure, in its sentence."""
        return acts(self.before(row)[-REACH:])

    def acts_behind(self, row: Row) -> list[str]:
        """The acts that are told right behind the figure, in its sentence."""
        return acts(self.behind(row)[:REACH])

    def between(self, first: Row, second: Row) -> str:
        """What stands between two figures of one sentence, the first of which is told first."""
        one, other = self.places.get(first["id"]), self.places.get(second["id"])
        return first["sentence"][one[1] : max(one[1], other[0])] if one and other else ""


class Lists:
    """Two lists of one unit that a sentence tells one after the other, each result in the place of its target: 목표는 60곳과 40곳인데 각각 66곳과 31곳."""

    def __init__(self, wording: Wording, units: dict[tuple[Any, ...], list[Row]]) -> None:
        sentences: dict[tuple[Any, ...], list[Row]] = {}
        for key, told in units.items():
            for row in told:
                if row["sentence"] and row["unit"] == key[-1]:
                    sentences.setdefault((*key, row["sentence"]), []).append(row)
        #: how many each list holds and the place of every figure, by figure
        self._places: dict[str, tuple[int, int]] = {}
        for told in sentences.values():
            half = len(told) // 2
            two = 2 <= half <= MOST // 2 and len(told) == half * 2
            if two and _EACH.search(wording.between(told[half - 1], told[half])) and not _is_pair(wording, told[:half]):
                self._places |= {row["id"]: (half, place) for place, row in enumerate(told)}

    def sets_apart(self, one: Row, other: Row) -> bool:
        """Whether the two stand in one sentence's lists, but not in the same place of both."""
        first, second = self._places.get(one["id"]), self._places.get(other["id"])
        if first is None or second is None or one["sentence"] != other["sentence"]:
            return False
        return abs(first[1] - second[1]) != first[0]


def _is_pair(wording: Wording, told: list[Row]) -> bool:
    """Whether the figures are a target and its result, and no list of either: 목표 100개와 실적 90개를 각각 …."""
    return any(_OUTCOME.search(wording.between(one, other)) for one, other in pairwise(told))
