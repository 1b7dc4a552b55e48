"""Names of municipalities and their administrative codes, each with the days between which it holds.

A name that several places share (서구, 고성군, 광주) is decided by what stands with it: the province named beside it, the
provinces and the unmistakable neighbours in the text; else it stays undecided, with its candidates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

import msgspec
import regex

from ..korean.word_lists import regex_pattern, texts, words
from ..rulebook.loader import Rulebook

#: letters of the code of a province
_PROVINCE = 2
_MERGED, _CITY = texts("bodies.merged"), words("bodies.city")


class Place(msgspec.Struct, frozen=True):
    """A 시·도 (2 digits) or 시·군·구 (5 digits) under one name; ``since`` <= day < ``until``, empty where unbounded."""

    code: str
    name: str
    since: str
    until: str
    short: tuple[str, ...] = ()

    def holds(self, day: str) -> bool:
        return (not self.since or self.since <= day) and (not self.until or day < self.until)


class Finding(msgspec.Struct, frozen=True):
    """The code of a name, or None with the candidates between which the text does not decide."""

    code: str | None
    candidates: tuple[Place, ...] = ()


class Gazetteer(msgspec.Struct, frozen=True):
    """All places by their names and short forms, and the pattern of every name for a scan of a text."""

    places: dict[str, tuple[Place, ...]]
    names: frozenset[str]
    mention: regex.Pattern[str]


@lru_cache(maxsize=8)
def gazetteer(rulebook: Rulebook) -> Gazetteer:
    """The places of ``[tables.regions]``."""
    table = rulebook.tables["regions"]
    named: dict[str, list[Place]] = {}
    for code, name, short, since, until in table["provinces"]:
        place = Place(code, name, since, until, tuple(short.split()))
        for form in (name, *place.short):
            named.setdefault(form, []).append(place)
    for code, name, since, until in table["municipalities"]:
        place = Place(code, name, since, until, (name[:-1],) if len(name) > 2 else ())
        for form in (name, *place.short):
            named.setdefault(form, []).append(place)
    named |= {form: named[name] for form, name in table["styled"].items()}
    names = sorted((form for form in named if len(form) > 1), key=len, reverse=True)
    mention = regex_pattern("bodies.place", names="|".join(map(regex.escape, names)))
    full = {form for form, places in named.items() for p in places if p.name == form or len(p.code) == 2}
    full |= set(table["styled"])
    return Gazetteer({form: tuple(places) for form, places in named.items()}, frozenset(full), mention)


def is_name(name: str, book: Gazetteer) -> bool:
    """Whether ``name`` is the full name of a municipality or any name of a province, or ends in one (인천 서구)."""
    return name.rpartition(" ")[2] in book.names


def in_full(said: Counter[str], book: Gazetteer) -> dict[str, str]:
    """What a text calls its places by more briefly than elsewhere in it, each with the longest form: 경상남도 of 경남도.

    The bare name (경남) is one of these where it is not said more often than the others together: else it is of the region.
    What a town of another province that the text names is called, too (광주시 beside 경기도), may be the town.
    """
    told = {place.code for form in said for place in book.places.get(form, ()) if len(place.code) == _PROVINCE}
    several: dict[str, list[str]] = {}
    for form in sorted(said):
        place = _place(form, book)
        if place is not None:
            several.setdefault(place, []).append(form)
    found: dict[str, str] = {}
    for place, forms in several.items():
        full = max(forms, key=len)
        others = sum(said[form] for form in forms if form != place)
        brief = (form for form in forms if form != full and (form != place or said[form] <= others))
        found |= {form: full for form in brief if not _is_elsewhere(form, told, book)}
    return found


def as_body(name: str, others: Iterable[str], book: Gazetteer) -> str:
    """A province as the body that it is, where one of the other names is that: 전남도 of the bare 전남; else the name itself."""
    if _place(name, book) != name:
        return name
    return max((other for other in others if _place(other, book) == name), key=len, default=name)


def _is_elsewhere(form: str, told: set[str], book: Gazetteer) -> bool:
    """Whether what a province is called is the name of a town of another, too, that is told of."""
    places = book.places.get(form, ())
    own = {place.code for place in places if len(place.code) == _PROVINCE}
    return bool(own) and any(place.name == form and place.code[:_PROVINCE] in told - own for place in places)


def _place(form: str, book: Gazetteer) -> str | None:
    """What the name is a form of: a province by its shortest name, whatever it is called since when, or a code."""
    places = book.places.get(form, ())
    provinces = {place.short[0] for place in places if len(place.code) == _PROVINCE}
    if provinces:
        return provinces.pop() if len(provinces) == 1 else None
    codes = {place.code for place in places} if form in book.names else set()
    return codes.pop() if len(codes) == 1 else None


def is_shared(name: str, book: Gazetteer) -> bool:
    """Whether several places bear the name at one time: 서구, 고성군."""
    places = [place for place in book.places.get(name, ()) if place.name == name]
    return any(
        one.code != other.code
        and (not one.until or other.since < one.until)
        and (not other.until or one.since < other.until)
        for one in places
        for other in places
    )


def resolve(name: str, text: str, day: str | None, book: Gazetteer) -> Finding:
    """The code of ``name`` as it is meant in ``text`` on ``day`` (ISO 8601; None: as things stand now).

    ``name`` may have its province before it (경기 광명시). A name that is none of a place has neither code nor candidates.
    """
    *outer, last = name.split() or [""]
    found = _current(book.places.get(last, ()), day)
    if outer:
        found = [place for place in found if _inside(place, outer[-1], book)] or _city(outer[-1], day, book)
    if not outer and len(found) > 1:
        found = _outermost(_exact(last, found))
    if len(found) > 1:
        found = _decided(found, last, text, day, book)
    return Finding(found[0].code, tuple(found)) if len(found) == 1 else Finding(None, tuple(found))


def _exact(name: str, found: list[Place]) -> list[Place]:
    """Those whose full name it is before those whose short form it is: 고성군 before a 고성 of another kind."""
    full = [place for place in found if place.name == name]
    return full if full and all(len(place.code) == 5 for place in found) else found


def _outermost(found: list[Place]) -> list[Place]:
    """제주 is the province rather than the city in it that goes by the same short name."""
    provinces = [place for place in found if len(place.code) == 2]
    inside = len(provinces) == 1 and all(place.code.startswith(provinces[0].code) for place in found)
    return provinces if inside else found


def _current(places: tuple[Place, ...], day: str | None) -> list[Place]:
    """The places that hold on the day; without a day, those of the present, else the last that bore the name.

    A text without a day may mean the province that once bore the name of a town: 광주시 was 광주광역시, too.
    """
    if day is not None:
        return [place for place in places if place.holds(day[:10])] or _latest(places)
    standing = [place for place in places if not place.until]
    if standing and all(len(place.code) > _PROVINCE for place in standing):
        standing += [place for place in _latest(tuple(p for p in places if p.until)) if len(place.code) == _PROVINCE]
    return standing or _latest(places)


def _latest(places: tuple[Place, ...]) -> list[Place]:
    last = max((place.until for place in places), default="")
    return [place for place in places if place.until == last]


def _inside(place: Place, outer: str, book: Gazetteer) -> bool:
    """Whether ``place`` lies in the province called ``outer``; a name of the time before a merger counts too."""
    provinces = [p for p in book.places.get(outer, ()) if len(p.code) == 2]
    if any(place.code.startswith(province.code) for province in provinces):
        return len(place.code) == 5
    return len(place.code) == 5 and place.code[:2] == _MERGED.get(outer)


def _city(outer: str, day: str | None, book: Gazetteer) -> list[Place]:
    """포항시 북구, 수원시 장안구: the 구 of a city that is no municipality of its own counts as its city."""
    return [p for p in _current(book.places.get(outer, ()), day) if len(p.code) == 5 and p.name.endswith(_CITY)]


def _decided(found: list[Place], name: str, text: str, day: str | None, book: Gazetteer) -> list[Place]:
    """The candidates whose province the text speaks of most; all of them where two are spoken of alike."""
    votes = dict.fromkeys(found, 0)
    for match in book.mention.finditer(text):
        for place in found:
            if match[0] != name and _speaks_for(match[0], place, day, book):
                votes[place] += 1
    best = max(votes.values())
    leaders = [place for place in found if votes[place] == best]
    return leaders if best else found


def _speaks_for(form: str, place: Place, day: str | None, book: Gazetteer) -> bool:
    """Whether a name elsewhere in the text lies in the province of ``place`` and nowhere else; the name of another
    province speaks for a province: 부산, 대구, 광주."""
    meant = _current(book.places[form], day)
    if len(place.code) == 2 and meant and all(len(other.code) == 2 for other in meant):
        return True
    return bool(meant) and all(other.code[:2] == place.code[:2] for other in meant)
