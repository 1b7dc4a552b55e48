"""Which of the names that a page proposes is its paper's: the likeliest, where it is likely enough.

``rules/weights/publisher.json`` holds what each fact of a name weighs, learned from labelled pages: where it stands, what it
looks like, whether others hold it, how often the page says it, whether its addresses are made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Generic, NamedTuple

import regex

from ...korean.word_lists import pattern
from ...learning import weights
from ...learning.ranking import Ranker
from ...learning.tables import Tables, Worth
from .. import bylines, publisher
from . import headlines, papers, sources
from .extent import SIGHT, Extent
from .extent import words as said
from .romanised import common, romanised, skeleton
from .writers import Writers

#: how likely a name has to be
LEAST = 0.5
_PERIODICAL, _ORGAN = pattern("papers.periodicals"), pattern("papers.organs")
_DOMAIN = regex.compile(r"(?:@|www\.|//)(?:www\.)?([a-z0-9-]{3,24})\.")
_FAMILY, _LATIN = regex.compile(r"[a-z]+"), regex.compile(r"[A-Za-z]")
#: signs that part names and stand in none: 산내=나무별, 나무별·한가람
_NO_SIGN = regex.compile(r"[:=·ㆍ]")
_SHORTEST, _LONGEST, _MOST, _PROPOSED = 2, 24, 80, 400
#: times that a page says a name which it bears out, and how much of an address such a name makes up
_AGAIN, _ADDRESSED = 2, ("2", "3")
#: signs of a line of furniture that are read
_FOOT = 160


class Candidate(NamedTuple, Generic[Worth]):
    """A name and what its facts are worth, one of each family of facts."""

    text: str
    facts: list[Worth]


class Page(NamedTuple):
    """What the names of a page are seen beside; ``foot`` is its furniture behind the article, ``sounds`` holds those that sound alike, and whether each is Latin."""

    text: str
    body: str
    title: str
    foot: str
    domains: tuple[str, ...]
    sounds: dict[str, list[tuple[str, bool]]]


@lru_cache(maxsize=1)
def ranker() -> Ranker:
    """The learned weights."""
    return Ranker(weights.load("publisher"))


@lru_cache(maxsize=1)
def weighing() -> Tables[int]:
    """The facts of keys, weighed."""
    return Tables(ranker().score)


def paper(text: str, extent: Extent, signed: Writers, told: str | None) -> str | None:
    """The paper that the article stands in, or None; ``told`` is what the rules take for it."""
    found = candidates(text, extent, signed, told, weighing())
    if not found:
        return None
    scores = [sum(one.facts) for one in found]
    best = found[scores.index(max(scores))].text
    shares = ranker().shares([*scores, ranker().none])
    same = [share for one, share in zip(found, shares, strict=False) if _alike(squeezed(one.text), squeezed(best))]
    if sum(same) < LEAST:
        return None
    headline = headlines.alone(text, extent)
    return None if headline is not None and squeezed(best) in squeezed(said(text, headline)) else best


def _alike(one: str, other: str) -> bool:
    return one in other or other in one


def candidates(
    text: str, extent: Extent, signed: Writers, told: str | None, tables: Tables[Worth]
) -> list[Candidate[Worth]]:
    """The names that the page proposes, each once, in the order in which they stand."""
    proposed = [*sources.proposals(text, extent), *islice(papers.proposals(text, extent, signed), _PROPOSED)]
    proposed += papers.twins(proposed, extent.whole(text))
    if told:
        proposed.append(papers.Proposal(told, "rules", 0))
    grouped: dict[str, list[papers.Proposal]] = {}
    for one in proposed:
        name = " ".join(one.name.split()).strip(papers.EDGES)
        known = len(grouped) < _MOST or squeezed(name) in grouped
        if _SHORTEST <= len(name) <= _LONGEST and known and not _is_none(name):
            grouped.setdefault(squeezed(name), []).append(one._replace(name=name))
    page = _page(text, extent, grouped)
    menu = sources.menu(text, extent)
    rules = {line.number: (line.rule or "").split(".")[0] for line in extent.lines}
    kinds = {match[0] for same in grouped.values() for one in same if (match := _FAMILY.match(one.place))}
    found = []
    for key, same in grouped.items():
        name = _spelt(same, page)
        listed = bool(menu) and all(one.line in menu for one in same)
        if listed and _is_entry(name, key, page):
            continue
        found.append(Candidate(name, list(_facts(name, key, grouped, page, kinds, tables))))
        of = dict.fromkeys(rules[one.line] for one in same if one.line)
        found[-1].facts.extend(tables("line {0}")[(rule,)] for rule in of)
        if listed:
            opens = tables("menu {0:d} {1}", "menu {0:d} {2:d} {3}")
            found[-1].facts.append(
                opens[same[0].line == menu[0], form(name), name in page.foot, _domain(key, page.domains)]
            )
    return found


def _page(text: str, extent: Extent, names: Iterable[str]) -> Page:
    body = "\n".join(said(text, line) for line in extent.lines if line.rule == "body.prose")
    title = " ".join(said(text, line) for line in extent.lines if line.role == "title")
    near = " ".join(said(text, line)[:400] for line in extent.lines if line.number <= extent.last + SIGHT)
    foot = "\n" + "\n".join(
        said(text, line)[:_FOOT] for line in extent.lines[extent.last - extent.lines[0].number + 1 :]
    )
    domains = tuple(dict.fromkeys(_DOMAIN.findall(near)))[:3]
    sounds: dict[str, list[tuple[str, bool]]] = {}
    for name in names:
        sounds.setdefault(skeleton(name), []).append((name, name.isascii()))
    return Page(extent.whole(text), body, title, foot, domains, sounds)


def _spelt(same: list[papers.Proposal], page: Page) -> str:
    """The name as the page mostly writes it."""
    written = [one for one in same if not one.place.startswith("signoff")] or same  # a sign-off's are made up
    spellings = list(dict.fromkeys(one.name for one in written))
    spellings = [name for name in spellings if max(map(len, name.split())) > 1] or [spellings[0].replace(" ", "")]
    return max(spellings, key=lambda name: (page.text.count(name), len(name)))


# --- facts -----------------------------------------------------------------------------------------------------------


def _facts(
    name: str, key: str, others: dict[str, list[papers.Proposal]], page: Page, known: set[str], tables: Tables[Worth]
) -> Iterator[Worth]:
    same = others[key]
    shape, places = form(name), list(dict.fromkeys(one.place for one in same))
    families = list(dict.fromkeys(match[0] for place in places if (match := _FAMILY.match(place))))
    own = min(sum(family != "rules" for family in families), 4)
    placed, of = tables("at {0}", "at {0} {1}"), tables("in {0} {1}", "in {0} {2}")
    yield from (placed[place, shape] for place in places)
    yield from (of[family, shape, min(own, 3)] for family in families)
    within, digits = name in page.body, "digits" if any(sign.isdigit() for sign in name) else None
    shaped = tables("first {0}", "families {1}", "form {2}", "size {3} {4} {5:d}", "lines {6}", "{7}")
    size, lines = min(len(key), 12) // 2, min(len({one.line for one in same if one.line}), 4)
    yield shaped[families[0], own, shape, size, min(name.count(" "), 3), name.isascii(), lines, digits]
    yield tables("ends {0}")[(name[-2:],)]
    said = tables("said {0} {1:d}", "told {1:d} {2}", "titled {3:d} {2}", "domain {4}")
    yield said[min(page.text.count(name), 5), within, shape, name in page.title, _domain(key, page.domains)]
    footed = tables("foot {0} {1}", "foot opens {2:d} {1}")
    yield footed[min(page.foot.count(name), 3), shape, f"\n{name}" in page.foot]
    yield from _beside(key, families, others, known, tables)
    sounds = skeleton(key)
    if len(sounds) > 2 and any(key.isascii() != latin for other, latin in page.sounds.get(sounds, ()) if other != key):
        yield tables("alike {0:d}")[(key.isascii(),)]


def _beside(
    key: str, families: list[str], others: dict[str, list[papers.Proposal]], known: set[str], tables: Tables[Worth]
) -> Iterator[Worth]:
    """What other names of the page say: those that hold this one, those that it holds; ``known`` are the kinds of all places."""
    near = dict.fromkeys(
        ("within" if key in other else "holds", match[0], " too" if match[0] in families else "")
        for other, same in others.items()
        if (key in other or other in key) and other != key
        for one in same
        if (match := _FAMILY.match(one.place))
    )
    yield from (tables("{0} {1}{2}")[one] for one in near)
    for kind in ("notice", "house", "signoff", "rules"):
        if kind not in families and kind in known:
            yield tables("beside {0}")[(kind,)]
        if kind not in known:
            yield tables("without {0} {1}")[kind, families[0]]


def _is_entry(name: str, key: str, page: Page) -> bool:
    """Whether a word of a menu is no paper: it is not called as one, stands once on its page and in none of its addresses."""
    called = form(name).split()[-1] in ("medium", "periodical", "office")
    return not called and page.text.count(name) < _AGAIN and _domain(key, page.domains) not in _ADDRESSED


def form(name: str) -> str:
    """The script of a name, and what it is called as: a paper, a periodical, an office, a body."""
    if publisher.office(name):
        return "office"
    latin = name.isascii()
    script = "latin" if latin else "mixed" if _LATIN.search(name) else "hangul"
    if _PERIODICAL.search(name):
        return f"{script} periodical"
    if bylines.medium(name.split()[-1]):
        return f"{script} medium"
    return f"{script} organ" if _ORGAN.search(name) else f"{script} other"


def _domain(key: str, domains: tuple[str, ...]) -> str:
    """How much of an address the name's Latin letters make up, in quarters."""
    if not domains:
        return "none"
    letters = romanised(key)
    sounds = skeleton(key)
    share = max(
        max(common(letters, domain) / len(domain), common(sounds, skeleton(domain)) / max(len(skeleton(domain)), 4))
        for domain in domains
    )
    return f"{min(int(share * 4), 3)}"


def _is_none(name: str) -> bool:
    """Whether it is no name: a number, words of menus, one name in two scripts, a place and a writer, two writers."""
    words = name.split()
    latin = {skeleton(word) for word in words if word.isascii()} - {""}
    doubled = bool(latin) and any(skeleton(word) in latin for word in words if not word.isascii())
    return name.isdigit() or bool(_NO_SIGN.search(name)) or papers.generic(name) or doubled


def squeezed(name: str) -> str:
    """A name without blanks and capitals, by which two of it are known to be the same."""
    return "".join(name.split()).casefold()
