"""Which figures are aimed at, so that they open a row of the table: facts of the record and of the article around it, weighed.

The status of a record says how its own sentence calls it; whether the table holds it says the article, too: a pledge (하겠다), a list
under a target, a number of which a result is reckoned. What each fact weighs is learned from pages whose rows are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from ..korean.acts import acts, beside
from ..korean.word_lists import pattern, words
from ..learning.ranking import Ranker
from ..temporal import periods
from .reckoning import Reckoning
from .things import Row, is_bare, is_cell, is_programme, is_vague, kinship, unit_of
from .wording import REACH, Wording, bare, numberless

_AIM, _FORMS = pattern("clause_facts.aim"), pattern("frame.forms")
_TURNS, _AGAINST = pattern("goals.turns"), pattern("targets.against")
_MOVED_FROM, _MOVED_TO = pattern("clause_facts.moved_from"), pattern("clause_facts.moved_to")
_COUNTED, _PROGRAMME_UNITS = pattern("targets.programme_counted"), words("targets.programme_units")
_LISTED = pattern("targets.listed")
_GOALS, _GOALS_BY = pattern("targets.numbered_goals"), words("targets.numbered_by")
_NUMBERED, _ONE = pattern("targets.numbered_things"), pattern("targets.one")
_BASE, _COMPARED = pattern("targets.base"), pattern("targets.compared")
#: code points on either side whose words are read, words of aim on either side, figures beside that may be reckoned by
SIDE, MOST, BESIDE = 80, 2, 8
#: what a figure may lack to being likelier a target than not, in hundredths: a row missed costs as much as one too many
READY = 40
#: code points between two figures of a unit across a full stop
APART = 160
#: words behind whose endings are read, wherever they stand: 줄이겠다, 뽑기로, 지으려던
SPOKEN = 7


class Aims:
    """The figures of a set of records, each with what stands beside it."""

    def __init__(
        self, counted: list[Row], named: dict[str, str | None], wording: Wording, reckoning: Reckoning
    ) -> None:
        self.named, self.wording, self.reckoning = named, wording, reckoning
        self.units: dict[tuple[Any, ...], list[Row]] = {}
        self.articles: dict[tuple[Any, ...], list[Row]] = {}
        self.sentences: dict[tuple[Any, ...], list[Row]] = {}
        for row in sorted(counted, key=lambda row: row["start"]):
            place = (row["source"], row["article"])
            self.units.setdefault((*place, row["unit"]), []).append(row)
            self.articles.setdefault(place, []).append(row)
            self.sentences.setdefault((*place, row["sentence"]), []).append(row)
        self.place = {(row["source"], row["id"]): at for told in self.units.values() for at, row in enumerate(told)}
        self.ahead = {place: sum(row["status"] == "target" for row in told) for place, told in self.articles.items()}
        self._statuses: dict[tuple[Any, ...], dict[Any, int]] = {}
        for row in counted:
            statuses = self._statuses.setdefault(self._thing(row), {})
            statuses[row["status"]] = statuses.get(row["status"], 0) + 1

    def is_aim(self, row: Row, ranker: Ranker) -> bool:
        """Whether the figure opens a row of the table; the status alone says so of a cell and of a record without wording."""
        called = bool(row["status"] == "target")
        if row["id"] not in self.wording.places or is_cell(row) or self._is_beside_cell(row):
            return called
        if self._is_numbered(row) or self._is_base(row) or _ONE.match(row.get("text") or ""):
            return False
        if row["status"] is None and _LISTED.search(self.wording.before(row)[-SIDE:]):
            return True
        return ranker.score(self.facts(row)) > ranker.none - READY

    def following(self, row: Row) -> Row | None:
        """The next figure of its unit in the article."""
        told, at = self.units[unit_of(row)], self.place[row["source"], row["id"]]
        return told[at + 1] if at + 1 < len(told) else None

    def _is_numbered(self, row: Row) -> bool:
        """Whether programmes, great goals or great things are numbered: 38개 사업, 5대 구정 목표, 8대 핵심기술."""
        behind = self.wording.behind(row)
        if row["unit"] in _PROGRAMME_UNITS and _COUNTED.match(behind):
            return True
        if row["unit"] not in _GOALS_BY:
            return False
        goals = _GOALS.match(behind)
        return _NUMBERED.match(behind) is not None or (
            goals is not None and (row["item"] or "-").split()[-1] in goals[0]
        )

    def _is_base(self, row: Row) -> bool:
        """Whether the figure is of the time before, and the target is compared with it: 지난해 1천144만 명보다 31% 많은 1천500만 명."""
        behind, before = self.wording.behind(row), self.wording.before(row)
        return _COMPARED.match(behind) is not None and _BASE.search(before[-SIDE:]) is not None

    def _is_beside_cell(self, row: Row) -> bool:
        """Whether nothing but blanks parts the figure from another of its unit, as the cells of a table's row: 이용자 300명 320명."""
        told, at = self.units[unit_of(row)], self.place[row["source"], row["id"]]
        pairs = [(told[n], told[n + 1]) for n in (at - 1, at) if 0 <= n < len(told) - 1]
        within = [
            (a, b)
            for a, b in pairs
            if a["sentence"] == b["sentence"] and {a["id"], b["id"]} <= self.wording.places.keys()
        ]
        return any(not self.wording.between(a, b).strip() for a, b in within)

    def facts(self, row: Row) -> list[str]:
        """What speaks for and against it, each fact once, in a fixed order."""
        status = row["status"] or "none"
        return list(dict.fromkeys(self._facts(row, status)))

    def _facts(self, row: Row, status: str) -> Iterator[str]:
        kind, unit = row["kind"], row["unit"]
        yield from ("any", f"status={status}", f"status={status}|{kind}", f"unit={unit}|{status}")
        yield f"section={row.get('section')}|{status}"
        if row["change"]:
            yield f"change={row['change']}|{status}"
        yield f"when={periods.lies(row['period'], row['published'])}|{status}"
        yield f"shape={shape(row['period'])}|{status}"
        yield f"basis={row.get('period_basis')}|{status}"
        sure = row.get("confidence")
        yield f"sure={int(float(sure) * 5) if sure is not None else None}|{status}"
        yield f"subject={row['subject'] is None}|{status}"
        yield from self._item(row, status)
        yield from self._words(row, status)
        yield from self._aimed(row, status)
        yield from self._acts(row, status)
        yield from self._beside(row, status)
        yield from self._article(row, status)

    def _item(self, row: Row, status: str) -> Iterator[str]:
        named, item = self.named[row["id"]], row["item"]
        if item is None:
            yield f"item=None|{status}"
        else:
            words = item.split()
            yield from (f"item={words[-1]}", f"item={words[-1][-2:]}|{status}", f"item={words[-1][-1:]}|{row['kind']}")
            yield from (f"words={min(len(words), 4)}", f"first={words[0]}")
            if is_bare(item):
                yield f"bare|{status}"
            if is_vague(named):
                yield f"vague|{status}"
            if is_programme(named, item):
                yield from ("programme", f"programme|{status}")
        if named:
            yield f"thing={named.split()[-1]}|{status}"

    def _words(self, row: Row, status: str) -> Iterator[str]:
        """The words right before and behind, and at the end of the sentence."""
        before, behind = self.wording.before(row), self.wording.behind(row)
        left = [word for word in map(bare, before[-60:].split(" ")[-4:]) if word]
        for number, word in enumerate(reversed(left[-3:])):
            yield from (f"L{number}={word[-4:]}", f"L{number}={word[-2:]}|{status}")
        glued, *right = [numberless(word) for word in behind[:60].split(" ")[:4]]
        yield from (f"R0={glued[:3]}", f"R0={glued[:3]}|{status}")
        for number, word in enumerate(map(bare, right)):
            near = min(number, 1)
            yield from (f"R{near + 1}={word[:4]}", f"R{near + 1}={word[-3:]}|{status}")
        for word in behind[:SIDE].split(" ")[:SPOKEN]:
            said = bare(word)
            yield from (f"S={said[-3:]}", f"S={said[-2:]}|{status}")
        end = numberless((row["sentence"] or "").rstrip(" .!?\"”’'")[-3:])
        yield from (f"end={end}", f"end={end[-2:]}|{status}")
        for side, said in (("b", before[-SIDE:]), ("a", behind[:SIDE])):
            for match in _FORMS.finditer(said):
                yield f"{side}:{match[0]}|{status}"

    def _aimed(self, row: Row, status: str) -> Iterator[str]:
        """The words of aim nearest on either side, with how far they stand and how many figures of the unit lie between."""
        mates = [one for one in self._mates(row) if one["unit"] == row["unit"]]
        at = next((number for number, one in enumerate(mates) if one["id"] == row["id"]), 0)
        yield f"place={min(at, 3)}of{min(len(mates), 4)}|{status}"
        places = [self.wording.places.get(one["id"], (0, 0))[0] for one in mates]
        before, behind = self.wording.before(row), self.wording.behind(row)
        own = len(before)
        led = [*_AIM.finditer(before[-200:])]
        for number, match in enumerate(reversed(led[-MOST:])):
            end = own - len(before[-200:]) + match.end()
            yield from _aim("<", number, match, own - end, sum(end < place < own for place in places), status)
        for number, match in enumerate(islice(_AIM.finditer(behind), MOST)):
            between = sum(own < place < own + len(row.get("text") or "") + match.start() for place in places)
            yield from _aim(">", number, match, match.start(), between, status)

    def _beside(self, row: Row, status: str) -> Iterator[str]:
        """The figures of the unit before and behind, those that it may be reckoned by, and those of the same thing."""
        told, at, named = self.units[unit_of(row)], self.place[row["source"], row["id"]], self.named[row["id"]]
        for name, step in (("before", -1), ("behind", 1)):
            if not 0 <= at + step < len(told):
                yield f"{name}=none|{status}"
                continue
            other = told[at + step]
            where = "sentence" if other["sentence"] == row["sentence"] else "elsewhere"
            yield f"{name}={other['status']}|{where}|{status}"
            if where == "sentence":
                first, second = sorted((row, other), key=lambda one: int(one["start"]))
                yield from self._turned(name, first, second)
                yield from self._moved(name, first, second, status)
            yield f"{name}={kinship(named, self.named[other['id']])}|{other['status']}|{where}|{status}"
        near = [one for one in told[max(0, at - BESIDE) : at + BESIDE + 1] if one is not row]
        results = [(how, one) for one in near if (how := self.reckoning.of(row, one))]
        yield f"reckoned={'+'.join(dict.fromkeys(how for how, _ in results[:2]))}|{status}"
        for how, one in results[:3]:
            yield from (
                f"result={how}|{one['status']}|{status}",
                f"result={how}|{kinship(named, self.named[one['id']])}",
            )
        aims = list(dict.fromkeys(how for one in near if (how := self.reckoning.of(one, row))))
        yield f"reckons={'+'.join(aims[:2])}|{status}"
        others = dict(self._statuses[self._thing(row)])
        others[row["status"]] -= 1
        same = sorted(str(name) for name, count in others.items() if count)
        yield f"same={'+'.join(same)}|{status}"

    def _acts(self, row: Row, status: str) -> Iterator[str]:
        """What is told from the figure to the next of its unit and from the last one to it: 들이기로 했었다. 정착한 사람은 263명에 그쳤다."""
        told, at = self.units[unit_of(row)], self.place[row["source"], row["id"]]
        then = self._goes_on(row, told[at + 1]) if at + 1 < len(told) else None
        led = self._goes_on(told[at - 1], row) if at else None
        said = then[0] if then else self.wording.acts_behind(row)
        place = self.wording.places.get(row["id"])
        near = beside(row["sentence"], *place) if place else (None, None)
        glued = self.wording.behind(row)[:2].partition(" ")[0]
        yield from (f"near<{near[0]}|{glued}", f"near<{near[0]}|{status}", f"near<{near[0]}|{near[1]}")
        yield from (f"near>{near[1]}|{glued}", f"near>{near[1]}|{status}")
        before = led[1] if led else self.wording.acts_before(row)
        yield from (f"acts>{'-'.join(said[:3])}|{then is not None}", f"acts<{'-'.join(before[-2:])}|{led is not None}")
        yield from (f"act>{act}|{status}" for act in said[:2])
        yield from (f"act<{act}|{status}" for act in before[-2:])
        if then:
            came = self.wording.acts_behind(told[at + 1])
            yield f"comes={''.join(said[:1])}|{''.join(came[:1])}"
            yield f"turns={'turns' in said or 'turns' in then[1]}|{told[at + 1]['status']}|{status}"
        if led:
            yield f"came={''.join(led[0][:1])}|{''.join(said[:1])}"
            yield f"turned={'turns' in led[0] or 'turns' in led[1]}|{told[at - 1]['status']}|{status}"

    def _goes_on(self, first: Row, second: Row) -> tuple[list[str], list[str]] | None:
        """The acts behind a figure and before the next one, where the text goes on from one to the other."""
        if first["sentence"] == second["sentence"]:
            said = acts(self.wording.between(first, second)[:REACH])
            return said, said
        if second["start"] - first["start"] > APART:
            return None
        return self.wording.acts_behind(first), self.wording.acts_before(second)

    def _turned(self, name: str, first: Row, second: Row) -> Iterator[str]:
        """How the words between two figures of a unit turn from what was meant to what came of it: 700만 명 노렸지만 614만 명."""
        said = self.wording.between(first, second)
        words = [word for word in map(bare, said.split(" ")) if word]
        yield from (f"{name}:{word[-2:]}" for word in words[:4])
        for form in (_TURNS, _AGAINST):
            if form.search(said):
                yield f"{name}:{'turns' if form is _TURNS else 'against'}|{len(words) > 4}"

    def _moved(self, name: str, first: Row, second: Row, status: str) -> Iterator[str]:
        """Whether the first is what there is or was and is brought to the second: 27%에서 50%로, 4180대인 CCTV를 5000대로."""
        behind = self.wording.behind(second)
        if not _MOVED_FROM.match(self.wording.between(first, second)) or not _MOVED_TO.match(behind):
            return
        aim = _AIM.search(behind[: APART // 4])
        yield from (f"moved:{name}", f"moved:{name}|{status}", f"moved:{name}|{aim[0] if aim else ''}")

    def _article(self, row: Row, status: str) -> Iterator[str]:
        place = (row["source"], row["article"])
        ahead, told = self.ahead[place], len(self.articles[place])
        yield f"targets={0 if not ahead else 1 if ahead == 1 else 2 if ahead < 5 else 3}|{status}"
        yield f"share={ahead * 5 // told}|{status}"
        for match in _FORMS.finditer(row["title"] or ""):
            yield f"title:{match[0]}|{status}"
        for match in _AIM.finditer(self.wording.said(row)):
            yield f"said:{match[1]}|{status}"

    def _mates(self, row: Row) -> list[Row]:
        return self.sentences[row["source"], row["article"], row["sentence"]][:60]

    def _thing(self, row: Row) -> tuple[Any, ...]:
        return *unit_of(row), self.named[row["id"]]


def shape(period: str | None) -> str:
    """Whether a period is a year, a month, a day, a span or a deadline."""
    if period is None:
        return "none"
    if period.startswith("../"):
        return "by"
    return "span" if "/" in period else {4: "year", 7: "month", 10: "day"}.get(len(period), "other")


def _aim(side: str, number: int, match: Any, gap: int, between: int, status: str) -> Iterator[str]:
    far = 0 if gap < 3 else 1 if gap < 12 else 2 if gap < 30 else 3
    yield f"A{side}{number}{match[1]}|{min(between, 2)}"
    yield f"A{side}{number}{match[0]}|{far}"
    yield f"A{side}{number}{match[1]}|{status}|{min(between, 2)}"
