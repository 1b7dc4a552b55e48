"""How a phrase or an earlier figure stands to a figure, as facts: short strings that are weighed.

A symbol a word says what it is (``N`` a noun, ``T`` one with 은 or 는, ``F`` a figure, ``V`` a verb): ``LTN|percent`` is a phrase
with 은 on the left, one bare noun between it and the share.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec
import regex

from ...korean.particles import IS_PARTICLE
from ...korean.tokens import Sentence, Word
from ...korean.word_lists import pattern, values, words
from ...model import Mention
from ..context import QUOTES
from ..figure import TIMELESS, Figure, nearness, same_unit
from . import magnitude

#: figures before one whose items are weighed, and how far back the last one in the same unit may stand
BACK, FAR = 5, 40
#: symbols of the path between a phrase and its figure that are told apart
_PATH = 4
_PARTICLES = {name: str(letter) for name, letter in values("candidates.particles").items()} | {"": "N"}
_ROLES = {"date": "D", "modifier": "M", "verb": "V", "adverb": "A"}
_MARKS = {",": ",", "·": ",", "(": "(", ")": ")", ":": ":", "…": ","}
#: quotation marks, and particles that were taken to the word before a bracket: nothing stands between what they part
_NOTHING, _ASIDE = "q", regex.compile(r"\([^()]*\)")
_PERSONS = frozenset(words("candidates.persons"))
#: members of a list with their figures, up to the one whose figure it is
_MEMBERS, _LISTED = regex.compile(r"(?:([NST])[Ff],?)(?:\1[Ff],?)*\1"), "*"
#: adverbs and dates, which tell nothing of what the figure counts
_BESIDE_THE_WAY = str.maketrans("", "", "AD")
_GROWS, _TELLS = pattern("candidates.grows"), pattern("candidates.tells")
#: how near a figure before stands, as the facts of items write it
_SAME = {"same": "s", "near": "p", "far": "o"}
_TIMES, _END = frozenset(words("candidates.times")), frozenset(words("candidates.end"))
(_ORDINAL,) = words("candidates.ordinal")
_AMONG = frozenset(words("items.among"))
_NAMED_BY = frozenset(("", *words("candidates.named_by")))


class Chunk(msgspec.Struct, frozen=True, gc=False):
    """A noun phrase of a sentence: its words, its text without the last particle, whether it names a body."""

    first: int
    last: int
    text: str
    particle: str
    body: bool = False


class Told:
    """What is asked about a figure again and again: kind, unit, the symbols around it."""

    def __init__(self, draft: Figure, path: str) -> None:
        mention = draft.mention
        self.draft, self.path, self.at = draft, path, draft.at
        self.unit = mention.unit or mention.kind
        self.group = group(draft)
        self.particle = draft.word.particle
        self.next = steps(path, draft.at + 1, draft.at + 3)[:1]
        self.verb = _verb(draft.sentence.words, draft.at)
        self.left = steps(path, max(0, draft.at - 8), draft.at)[-2:]
        self.front: Chunk | None = None
        self.lead, self.listed, self.framed, self.framed_at = "none", "00", False, 0
        self.beside: list[tuple[Chunk, list[str]]] = []
        self.nouns = "0"
        self.sized = f"|{self.unit}#{magnitude.scale(mention)}"
        self.kin: dict[str, magnitude.Kin] = {}

    def is_dimension(self, chunk: Chunk) -> bool:
        """Whether the phrase only says what the list is broken down by, of one of whose members the figure is: 나이는 20대 3명.

        매수자 나이는 says whose, too, and may be what is counted.
        """
        framing = chunk.last + 1 == self.framed_at and " " not in chunk.text and self.draft.mention.kind != "age"
        return framing and self.front is not None and self.front.last > chunk.last


def group(draft: Figure) -> str:
    """The kind of the figure, counts of people told from others, differences from levels."""
    mention = draft.mention
    if mention.kind == "count":
        return "people" if mention.unit in _PERSONS else "count"
    return mention.kind


def listed(draft: Figure, before: list[Figure], following: Sentence | None) -> str:
    """Whether the figures of the same unit before and after it have a noun of their own each: 서울 3.2%, 인천 1.8%."""
    mention, sentence = draft.mention, draft.sentence
    own = _named(sentence, draft.at)
    if own is None:
        return "--"
    last = next((f for f in reversed(before[-4:]) if same_unit(f, draft)), None)
    behind = [(sentence, i) for i in range(draft.at + 1, min(draft.at + 12, len(sentence.words)))]
    behind += [(following, i) for i in range(min(8, len(following.words)))] if following is not None else []
    after = next(((s, i) for s, i in behind if _is_alike(s.words[i], mention)), None)
    flags = (_differs(own, last.sentence, last.at) if last else 0, _differs(own, *after) if after else 0)
    return f"{flags[0]}{flags[1]}"


def _is_alike(word: Word, mention: Mention) -> bool:
    return word.role == "figure" and (word.said.kind, word.said.unit) == (mention.kind, mention.unit)


def _named(sentence: Sentence, at: int) -> Word | None:
    """The noun right in front of a figure, also over an opening bracket."""
    spoken = sentence.words
    index = at - 1
    while index >= 0 and (
        spoken[index].text == "(" or spoken[index].text in QUOTES or spoken[index].role in ("adverb", "date")
    ):
        index -= 1
    word = spoken[index] if index >= 0 else None
    if word is None or word.particle not in _NAMED_BY:
        return None
    return word if word.role == "noun" or (word.role == "figure" and word.said.kind == "age") else None


def _differs(own: Word, sentence: Sentence, at: int) -> int:
    other = _named(sentence, at)
    return int(other is not None and other.stem != own.stem)


def symbols(words: tuple[Word, ...]) -> str:
    """One letter a word; what goes on with a date is part of it (9월 말), and no noun what begins a number (제19대)."""
    path = [symbol(word) for word in words]
    for at, word in enumerate(words):
        if at and word.stem in _END and path[at - 1] == "D":
            path[at] = "D"
        elif word.text == _ORDINAL and path[at + 1 : at + 2] in (["F"], ["f"]):
            path[at] = "A"
    return "".join(path)


def symbol(word: Word) -> str:
    """One letter a word: what it is, and of a noun its particle; K of whom a part is told (시·도 중에서는)."""
    if word.role == "noun":
        if word.particle and word.stem in _AMONG:
            return "K"
        return "D" if word.stem in _TIMES else _PARTICLES.get(word.particle, "J")
    if word.role == "figure":
        return "F" if not word.particle else "f"
    if word.text in QUOTES or word.text in IS_PARTICLE:
        return _NOTHING
    return _ROLES.get(word.role) or _MARKS.get(word.text, ".")


def steps(path: str, first: int, stop: int) -> str:
    """The symbols from ``first`` to ``stop`` without quotation marks and without what stands in brackets of its own."""
    between = path[first:stop].replace(_NOTHING, "")
    return _ASIDE.sub("", between) if ")" in between else between


def _verb(words: tuple[Word, ...], at: int) -> str:
    """What is told of the figure: that something grew, is a share, or anything else."""
    for word in words[at + 1 : at + 5]:
        told = _tells(word.text)
        if told is not None:
            return told
        if word.role in ("verb", "modifier"):
            return "other"
    return "none"


@lru_cache(maxsize=4096)
def _tells(form: str) -> str | None:
    if _GROWS.match(form):
        return "grows"
    return "share" if _TELLS.match(form) else None


def placed(side: str, particle: str, between: str, figure: Told) -> list[str]:
    """How a phrase stands to the figure."""
    group = figure.group
    crossed = "".join(mark for mark in "TSOVMF" if mark in between)
    figures = min(between.count("F") + between.count("f"), 2)
    clauses = min(between.count("V"), 2)
    way = between.translate(_BESIDE_THE_WAY)
    if _MEMBERS.fullmatch(way):
        way = _LISTED
    elif len(way) > _PATH:
        way = f"~{way[-2:]}"
    own = f"{side}{particle}"
    return [
        *_on_the_way(own, way, figures, clauses),
        f"{own}p{figure.particle}|{group}",
        f"{own}over{crossed}p{figure.particle}v{figure.verb}",
        f"{own}{way}|{figure.unit}",
        f"{own}{way}p{figure.particle}next{figure.next}",
    ]


@lru_cache(maxsize=8192)
def _on_the_way(own: str, way: str, figures: int, clauses: int) -> tuple[str, ...]:
    """What lies between phrase and figure."""
    return (
        f"{own}{way}",
        f"{own}figures{figures}clauses{clauses}",
    )


def _support(before: list[Figure], draft: Figure) -> dict[str, int]:
    """How often the figures before, of the same unit, were found to count what ends in each noun."""
    kind, unit = draft.mention.kind, draft.mention.unit
    found: dict[str, int] = {}
    for other in before:
        if other.item and other.mention.kind == kind and other.mention.unit == unit:
            head = other.item.rsplit(" ", 1)[-1]
            found[head] = found.get(head, 0) + 1
    return found


def origin(way: str) -> str:
    """Where what a figure counts comes from: right in front of it, a phrase of its sentence, a figure before, the headline."""
    if way.startswith("pair"):
        return f"p{way[4:6]}"
    return way if len(way) == 2 else f"{way[:2]}+"


def earlier(before: list[Figure], figure: Told) -> list[tuple[str, list[str]]]:
    """What the figures before count, nearest first, and how like this one they are.

    Of other units only the nearest lends, and those of the same sentence; of the same unit one from afar, too, where it is the last.
    """
    draft, near = figure.draft, before[-FAR:]
    found = []
    alike_seen = False
    support = _support(near, draft)
    commonest = max(support.values(), default=0)
    others = (
        one for one in reversed(near) if one.mention.kind not in TIMELESS or one.mention.kind == draft.mention.kind
    )
    for rank, other in enumerate(others):
        if rank >= BACK and alike_seen:
            break
        alike = same_unit(other, draft)
        if not alike and rank and (rank >= BACK or other.sentence is not draft.sentence):
            continue
        alike_seen = alike_seen or alike
        told = f"{alike:d}{_SAME[nearness(other, draft)]}"
        items = [item for item in dict.fromkeys((other.lent, other.item)) if item]
        for item in items:
            whole = "whole" if item != items[0] else ""
            often = support.get(item.rsplit(" ", 1)[-1], 0)
            facts = [
                f"prev{min(rank, BACK)}{told}{whole}|{figure.group}",
                f"prev{told}often{min(often, 4)}most{often == commonest:d}",
                f"prev{told}from{origin(other.way)}|{figure.lead}",
            ]
            found.append((item, facts))
    return found
