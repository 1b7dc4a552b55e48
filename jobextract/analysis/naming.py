"""What a row of the table is of: the thing that its figure names itself, or one that the article names elsewhere, weighed.

A bare 목표, a scrap of a clause or the label of a list says less than what the sentence before, the headline or the result does: every
thing that figures of the unit count in the article may be meant. What each fact weighs is learned from pages whose rows are known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from math import inf, log
from typing import Any

import regex

from ..korean.word_lists import pattern
from ..learning.ranking import Ranker
from .things import Row, is_bare, is_programme, is_vague, item_of, kinship, of_title, squeezed, thing, unit_of
from .wording import Wording

#: figures of the unit on either side whose things are weighed, things at most, and figures of any unit on either side
MOST, THINGS, BESIDE = 20, 24, 3
#: how much further from the number the sizes of a part are than those of the whole, as the logarithm of how many times
SIZES_APART = log(2.5)
_ENUMERATED = pattern("targets.enumerated")
_BLANK = regex.compile(r"\s+")
_WORD_END = regex.compile(r"(?<!\w)\p{Hangul}{2,8}$")
#: code points before a figure in which the word that it counts is looked for
REACH = 40


class Naming:
    """The things that the figures of a set of records count, by article and unit."""

    def __init__(self, counted: list[Row], named: dict[str, str | None], wording: Wording) -> None:
        self.carried, self.wording = named, wording
        self.units: dict[tuple[Any, ...], list[Row]] = {}
        self.often: dict[tuple[Any, ...], int] = {}
        self.articles: dict[tuple[Any, ...], list[Row]] = {}
        for row in sorted(counted, key=lambda row: row["start"]):
            place = (row["source"], row["article"])
            self.units.setdefault((*place, row["unit"]), []).append(row)
            self.articles.setdefault(place, []).append(row)
            for name in _names(row):
                self.often[*place, row["unit"], name] = self.often.get((*place, row["unit"], name), 0) + 1
        self.place = {(row["source"], row["id"]): at for told in self.units.values() for at, row in enumerate(told)}
        self.sizes, self.spelled = self._sizes(counted)
        self.at = {row["id"]: at for told in self.articles.values() for at, row in enumerate(told)}

    def _sizes(self, counted: list[Row]) -> tuple[dict[tuple[Any, ...], dict[str, list[float]]], dict[str, str]]:
        """Of each thing of a unit the values that are told with its name, in order; and how the names are spelled."""
        sizes: dict[tuple[Any, ...], dict[str, list[float]]] = {}
        spelled: dict[str, str] = {}
        for row in counted:
            value = abs(float(row["value"]))
            for name in _names(row) if value and row["kind"] != "percent" else ():
                if self.wording.names(row, name):
                    spelled.setdefault(squeezed(name), name)
                    sizes.setdefault(unit_of(row), {}).setdefault(squeezed(name), []).append(value)
        for told in sizes.values():
            for values in told.values():
                values.sort()
        return sizes, spelled

    def name(self, row: Row, result: Row | None, ranker: Ranker) -> str | None:
        """The likeliest thing, None where it is likelier that none of them is meant; what its item names where no wording is held."""
        if row["id"] not in self.wording.places:
            return self.carried[row["id"]]
        names = self.candidates(row, result)
        most = self.most(row, names)
        scores = [ranker.score(self.facts(row, result, name, most)) for name in names]
        best = max(range(len(names)), key=lambda at: (scores[at], -at), default=None)
        if best is None or scores[best] <= ranker.none:
            return None
        return self._whole_word(row, self._sized(row, names[best]))

    def _whole_word(self, row: Row, name: str) -> str:
        """The thing as the sentence last writes it before the figure, where it is the end of a longer word: 직접일자리 for 일자리."""
        said, _, _ = self.wording.before(row)[-REACH:].rpartition(name)
        glued = _WORD_END.search(said)
        if glued is None or " " in name or is_vague(name) or len(name) < 2:
            return name
        return thing(glued[0] + name)

    def _sized(self, row: Row, name: str) -> str:
        """The thing, or what it is a part of where it is told elsewhere and the number is of the size of the whole.

        창업지원 일자리는 211개에 그쳤다. 올해는 1만3천500개가 목표다: a year before, 일자리 were 13,024.
        """
        value = abs(float(row["value"]))
        if row["kind"] == "percent" or not value or self.wording.names(row, name):
            return name
        told, whole = self.sizes.get(unit_of(row), {}), squeezed(name)
        ends = [whole[at:] for at in range(1, len(whole)) if whole[at:] in told and not is_vague(whole[at:])]
        apart = {one: _apart(value, told[one]) for one in (whole, *ends) if one in told}
        nearest = min(ends, key=lambda one: apart[one], default=whole)
        return self.spelled[nearest] if apart.get(nearest, inf) + SIZES_APART < apart.get(whole, 0.0) else name

    def candidates(self, row: Row, result: Row | None) -> list[str]:
        """The things that may be meant, its own first."""
        told, at = self.units[unit_of(row)], self.place[row["source"], row["id"]]
        near = sorted(
            told[max(0, at - MOST) : at + MOST + 1], key=lambda one: abs(self.place[one["source"], one["id"]] - at)
        )
        names = [*_names(row), *(_names(result) if result is not None else ())]
        names += [name for one in near for name in _names(one)]
        own = self.at[row["id"]]
        beside = self.articles[row["source"], row["article"]][max(0, own - BESIDE) : own + BESIDE + 1]
        names += [name for one in beside for name in _names(one)]
        carried = [name for name in (self.carried[row["id"]], of_title(row)) if name]
        return [*dict.fromkeys([*names[:1], *carried, *names])][:THINGS]

    def most(self, row: Row, names: list[str]) -> int:
        """How often the article counts the one of the things in the row's unit that it counts most."""
        return max((self.often.get((*unit_of(row), name), 0) for name in names), default=0)

    def facts(self, row: Row, result: Row | None, name: str, most: int) -> list[str]:
        """What speaks for and against the thing, each fact once, in a fixed order; ``most`` is told of all candidates."""
        return list(dict.fromkeys(self._facts(row, result, name, most)))

    def _facts(self, row: Row, result: Row | None, name: str, most: int) -> Iterator[str]:
        own, unit, words = _names(row), row["unit"], name.split()
        is_own = "own" if own and name == own[0] else "part" if name in own else "other"
        if name == self.carried[row["id"]]:
            yield from ("carried", f"carried|{is_own}")
        vague = "bare" if is_bare(name) else "vague" if is_vague(name) else "named"
        yield from (is_own, f"{is_own}|{vague}", vague, f"{is_own}|{row['kind']}")
        if not own or is_bare(own[0]):
            yield f"{is_own}|nothing told"
        sure = row.get("confidence")
        yield f"{is_own}|sure={int(float(sure) * 5) if sure is not None else None}"
        of_result = result is not None and name in _names(result)
        yield from (f"of result={of_result}|{result is not None}", f"of result={of_result}|{is_own}")
        yield from (f"head={words[-1]}", f"head={words[-1][-2:]}|{unit}", f"head={words[-1][-1:]}|{row['kind']}")
        yield from (f"first={words[0]}", f"first={words[0][-1:]}|{len(words) > 1}", f"words={min(len(words), 4)}")
        if is_programme(name, name):
            yield "programme"
        often = self.often.get((*unit_of(row), name), 0)
        yield from (f"often={bisect_left((1, 2, 4, 8), often)}|{is_own}", f"most={often == most}|{is_own}")
        yield f"kin={kinship(own[0] if own else None, name)}|{is_own}"
        yield from self._where(row, name, is_own)

    def _where(self, row: Row, name: str, is_own: str) -> Iterator[str]:
        """Where the thing is told: in the headline, the sentence, the one before, and with the nearest figure of the unit."""
        head = name.split()[-1]
        for place, said in (
            ("title", row["title"] or ""),
            ("own", row["sentence"] or ""),
            ("said", self.wording.said(row)),
        ):
            whole = name in said
            yield f"{place}={whole}{head in said}|{is_own}"
        told, at = self.units[unit_of(row)], self.place[row["source"], row["id"]]
        steps = [
            self.place[one["source"], one["id"]] - at
            for one in told[max(0, at - MOST) : at + MOST + 1]
            if name in _names(one)
        ]
        if steps:
            step = min(steps, key=abs)
            near = told[at + step]
            where = "same" if near["sentence"] == row["sentence"] else "elsewhere"
            yield from (
                f"step={max(-4, min(4, step))}|{where}",
                f"with={near['status']}|{where}|{max(-1, min(1, step))}",
            )
            yield f"period={near['period'] == row['period']}|{is_own}"


def _apart(value: float, sizes: list[float]) -> float:
    """How far the value is from the nearest of some in order, as the logarithm of how many times."""
    at = bisect_left(sizes, value)
    return min(abs(log(value / size)) for size in sizes[max(0, at - 1) : at + 1])


def _names(row: Row) -> list[str]:
    """What the record says that it counts, without the words of aiming: with its part, without, and the part alone."""
    told = [item_of(row), row["item"], row.get("member")]
    bare = (_BLANK.sub(" ", _ENUMERATED.sub("", name)).strip() for name in told if name)
    return list(dict.fromkeys(thing(name) for name in bare if name))
