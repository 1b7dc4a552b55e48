"""What stands right at a figure, so that what stands farther off is less likely counted: the noun behind its counter (13개 읍면),
the one in front of it in its bracket ((점유율 48%)), an enumeration that it sums up (공공 30명, 민간 50명 등 80명)."""

from __future__ import annotations

from collections.abc import Iterator

from ...korean.particles import TOPIC_OR_SUBJECT
from ...korean.tokens import CLOSE, OPEN, Word
from ...korean.word_lists import words as listed
from ..figure import Figure
from .placement import Chunk, Told, origin

(_ETC,) = listed("phrases.etc")
_IN_ALL = frozenset(listed("items.in_all"))
#: words between the last member of an enumeration and its sum, and between two members
_APART, _MEMBER = 3, 12


class Hand:
    """What stands right at the figure: ``setting`` says what, ``own`` is the phrase, ``members`` are the figures summed up."""

    def __init__(self, told: Told, cut: list[Chunk]) -> None:
        self.told, self.setting = told, ""
        self.own: Chunk | None = None
        words, at, path = told.draft.sentence.words, told.at, told.path
        self.members = members(told.draft)
        if self.members:
            self.setting = "sum"
            return
        inside = next((one for one in reversed(cut) if one.last == at - 1), None)
        if inside is not None and inside.first and words[inside.first - 1].text in OPEN and path[inside.last] == "N":
            self.setting, self.own = "aside", inside
            return
        behind = next((one for one in cut if one.first == at + 1), None)
        if behind is not None and path[at] == "F" and told.group in ("count", "people"):
            self.setting, self.own = f"behind{path[behind.last]}", behind

    def facts(self, text: str, ways: list[str]) -> Iterator[str]:
        """How a candidate stands to that, from the ways on which it was found."""
        if not self.setting:
            return
        told, own = self.told, self.own
        if own is not None:
            which = "own" if text == own.text else "part" if own.text.endswith(text) else origin(ways[0])
            yield f"hand{self.setting}{which}"
            yield f"hand{self.setting}{which}|{told.unit}"
            return
        names = [_name_of(told.draft.sentence.words, one) for one in self.members]
        alike = sum(name is not None and name in text for name in names)
        which = "last" if names[-1] is not None and names[-1] in text else "member" if alike else "no"
        way = origin(ways[0])
        yield f"sum{which}{way}"
        yield f"sum{which}often{min(self._often(text), 2)}"

    def _often(self, text: str) -> int:
        """Of how many members' names the phrase ends like: 노인 일자리 and 공공 일자리 make up 일자리."""
        head, words = text.rsplit(" ", 1)[-1], self.told.draft.sentence.words
        return sum((_name_of(words, one) or "").endswith(head) for one in self.members)


def members(draft: Figure) -> list[int]:
    """The words of the figures that this one sums up: of its measure, each with a name, the last with 등 behind it."""
    words, at = draft.sentence.words, draft.at
    index = at - 1
    while index > max(0, at - _APART) and words[index].text in _IN_ALL:
        index -= 1
    if index < 1 or words[index].text != _ETC:
        return []
    found: list[int] = []
    last = index
    for place in range(index - 1, -1, -1):
        word = words[place]
        if last - place > _MEMBER or word.role == "verb":
            break
        if word.role == "figure" and (word.said.kind, word.said.unit) == (draft.mention.kind, draft.mention.unit):
            found.append(place)
            last = place
        elif word.role == "noun" and word.particle in TOPIC_OR_SUBJECT and found and last - place > 2:
            break
    return found[::-1] if found and found[0] >= index - 3 else []


def _name_of(words: tuple[Word, ...], at: int) -> str | None:
    """The noun right in front of a member's figure, also over an opening bracket."""
    place = at - 1
    while place >= 0 and (words[place].text in OPEN or words[place].text in CLOSE or words[place].role == "adverb"):
        place -= 1
    return words[place].stem if place >= 0 and words[place].role == "noun" else None
