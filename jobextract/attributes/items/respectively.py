"""각각: figures that are, in their order, those of the things named before them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...korean.tokens import CLOSE, OPEN, Word
from ...korean.word_lists import words as listed
from ..figure import Figure, same_measure
from . import breakdowns
from .placement import FAR, Chunk, Told

_EACH = frozenset(listed("candidates.each"))
#: the letter of 와, and the symbols that end what 각각 reaches
_WITH, _CLAUSE = "W", frozenset("VMTS")


class Each:
    """What stands before 각각 in the place of this figure behind it: A는 3명, B는 5명으로 각각 10%, 20% 늘었다; A와 B는 각각 3명, 5명.

    ``lists`` holds what is told in that order, each by the way on which it was found: what figures before count, what is named.
    """

    def __init__(self, figure: Told, cut: list[Chunk], before: list[Figure]) -> None:
        self.group, self.lists, self.number, self.aside = figure.group, dict[str, list[str]](), 0, ""
        place = _place(figure)
        if place is None:
            return
        here, reached, self.number = place
        many, self.aside = len(reached), "aside" if figure.at != reached[self.number] else ""
        own, named = _counted_before(figure, before, here, many)
        told = _coordinated([chunk for chunk in cut if chunk.last < here], figure.path, many)
        sort = f"{figure.path[told[0].last]}{_sort(told)}" if told else ""
        for way, texts in ((f"each{own:d}", named), (f"eachname{sort}", [chunk.text for chunk in told])):
            if len(texts) == many:
                self.lists[way] = texts

    def told(self) -> Iterator[tuple[str, list[str]]]:
        """What is listed, that of this figure's place and the others."""
        for fact, texts in self.lists.items():
            for text in filter(None, dict.fromkeys(texts)):
                way = f"{self.aside}{fact}" if text == texts[self.number] else f"{self.aside}{fact}other"
                yield text, [f"{way}#{min(len(texts), 3)}", f"{way}|{self.group}"]

    def facts(self, text: str) -> Iterator[str]:
        """Whether a phrase holds what has this figure's place, or what has another: 배추 가격 or 무 가격."""
        for way, texts in self.lists.items():
            own = texts[self.number]
            if len(set(texts)) < 2:
                continue
            longer = [one for one in texts if one != own and one and own and own in one and one in text]
            mine = bool(own) and own in text and not longer
            others = any(one and one in text and one != own and not (mine and one in own) for one in texts)
            if mine or others:
                kind = f"{self.aside}{'name' if 'name' in way else 'count'}"
                yield from (f"of each{mine:d}{others:d}", f"of each{mine:d}{others:d}{kind}")


def _counted_before(figure: Told, before: list[Figure], here: int, many: int) -> tuple[bool, list[str]]:
    """What the last figures before 각각 count, as many as are asked for, of the sentence itself or of the last one that has any;
    and whether they are its own."""
    sentence = figure.draft.sentence
    others = [
        other for other in before if other.word.role == "figure" and not is_bracketed(other.sentence.words, other.at)
    ]
    mine = [other for other in others if other.sentence is sentence and other.at < here]
    others = [other for other in others if other.sentence is not sentence]
    own = len(mine) >= many or not others
    said = mine if own else [other for other in others if other.sentence is others[-1].sentence]
    alike = [other for other in said if same_measure(other.word, said[-1].word)]
    said = alike if len(alike) >= many else said
    return own, [other.lent or other.item or "" for other in said][-many:]


def members(figure: Told, cut: list[Chunk]) -> Iterator[tuple[Chunk, bool]]:
    """What is listed before 각각, each with whether it has the place of this figure behind it."""
    place = _place(figure)
    if place is not None:
        here, told_each, number = place
        told = _coordinated([chunk for chunk in cut if chunk.last < here], figure.path, len(told_each))
        if len(told) == len(told_each) > 1:
            yield from ((chunk, at == number) for at, chunk in enumerate(told))


def _place(figure: Told) -> tuple[int, list[int], int] | None:
    """Where 각각 stands before the figure, the figures that it reaches, and the place among them that this one has."""
    words, at = figure.draft.sentence.words, figure.at
    here = next((i for i in range(at - 1, max(at - FAR, -1), -1) if words[i].text in _EACH), None)
    reached = told_of_each(words, figure.path, here) if here is not None else []
    number = next((number for number, one in enumerate(reached) if one <= at <= _bracketed(words, one)), None)
    return (here, reached, number) if here is not None and number is not None else None


def told_of_each(words: tuple[Word, ...], path: str, here: int) -> list[int]:
    """The figures that 각각 at ``here`` gives to the things named before it, in their order: up to the end of their clause, and
    over its verb where one of the same measure stands right behind: 각각 14% 늘고 35% 줄었다. Those in brackets are of the one before."""
    found: list[int] = []
    index = here + 1
    while index < len(words):
        word, sign = words[index], path[index]
        if word.text in OPEN:
            index = next((at for at in range(index + 1, len(words)) if words[at].text in CLOSE), len(words)) + 1
            continue
        if sign in "Ff":
            if found and path[index - 1] == "V" and not same_measure(words[found[-1]], word):
                break
            found.append(index)
        elif sign == "V":
            follows = index + 1 < len(words) and path[index + 1] in "Ff"
            if not (found and follows and same_measure(words[found[-1]], words[index + 1])):
                break
        elif sign in _CLAUSE:
            break
        index += 1
    return found


def is_bracketed(words: tuple[Word, ...], at: int) -> bool:
    """Whether a bracket that opens before the word closes behind it."""
    opened = next((words[index] for index in range(at - 1, -1, -1) if words[index].text in OPEN | CLOSE), None)
    return opened is not None and opened.text in OPEN


def _bracketed(words: tuple[Word, ...], at: int) -> int:
    """The last word of the bracket that stands right behind the figure, or the figure itself."""
    if at + 1 >= len(words) or words[at + 1].text not in OPEN:
        return at
    return next((place for place in range(at + 2, len(words)) if words[place].text in CLOSE), at)


def _sort(told: list[Chunk]) -> str:
    """Whether what is listed is bodies, whose figures they only are, or measured, or anything else."""
    if any(chunk.body for chunk in told):
        return "body"
    return "measure" if all(breakdowns.is_measure(chunk.text) for chunk in told) else "thing"


def _coordinated(chunks: list[Chunk], path: str, many: int) -> list[Chunk]:
    """The last phrases of a list, as many as asked for: joined by 와, or each with its figure or comma; none where they are no list."""
    last = next((at for at in range(len(chunks) - 1, -1, -1) if path[chunks[at].last] in "TS"), len(chunks) - 1)
    told = chunks[max(0, last + 1 - many) : last + 1]
    for one, other in pairwise(told):
        letter, between = path[one.last], path[one.last + 1 : other.first]
        alike = letter in (path[other.last], "N") and not set(",Ff").isdisjoint(between)
        if not (letter == _WITH or alike) or "V" in between:
            return []
    return told
