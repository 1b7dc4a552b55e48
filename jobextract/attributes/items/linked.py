"""What a figure says the number or size of, right behind it: 13개 읍면, 95억 원 규모의 사업, 3천 명에 달하는 관객, 8명의 선수."""

from __future__ import annotations

from collections.abc import Iterator

from ...korean.particles import GENITIVE
from ...korean.tokens import CLOSE, OPEN, Word
from ...korean.word_lists import pattern
from ...korean.word_lists import words as listed
from .nouns import Nouns
from .placement import Chunk, Told, origin

_SIZE, _REACHES = frozenset(listed("items.size")), pattern("items.reaches")
#: words of a bracket that stands between a figure and what it is the size of
_ASIDE = 12


class Linked:
    """How the figure is joined to the noun phrase behind it, with the phrases that it leads to: the last is what it tells of.

    ``way`` says how, whether a noun stands right in front of the figure, too, and what the phrase is: a thing, what is done, nothing
    by itself.
    """

    def __init__(self, told: Told, cut: list[Chunk], nouns: Nouns) -> None:
        self.group, self.unit, self.way = told.group, told.unit, ""
        words, at = told.draft.sentence.words, told.at
        kind, start = _joined(words, at)
        inside = next((one for one in reversed(cut) if one.last == at - 1), None)
        if inside is not None and inside.first and words[inside.first - 1].text in OPEN and told.path[at - 1] == "N":
            kind, self.chain = "in", [inside]
        else:
            self.chain = _chain(cut, start, kind) if kind else []
        if self.chain:
            front = told.path[at - 1 : at] if at else "-"
            sort = nouns.sort(self.chain[-1])
            of_thing = sort == "event" and kind == "size" and " " in self.chain[-1].text  # 95억 원 규모의 도로 건설
            done = sort if sort in ("event", "generic", "body", "measure") and not of_thing else "thing"
            self.way = f"{kind}{'N' if front == 'N' else 'S' if front == 'S' else 'o'}{done}"

    def facts(self, text: str, ways: list[str]) -> Iterator[str]:
        """How a candidate stands to that phrase, from the ways on which it was found."""
        if not self.way:
            return
        head = self.chain[-1].text
        if text == head:
            which = "own"
        elif head.endswith(text):
            which = "part"
        elif text.endswith(head):
            which = "more"
        else:
            which = "on" if any(text == one.text for one in self.chain) else origin(ways[0])
        yield f"linked{self.way}{which}"
        yield f"linked{self.way}{which}|{self.group}"
        yield f"linked{self.way[:5]}{which}|{self.unit}"


def _joined(words: tuple[Word, ...], at: int) -> tuple[str, int]:
    """How the figure is joined to what stands behind it, and where that begins; nothing where it is not."""
    figure, behind = words[at], at + 1
    if figure.particle == GENITIVE:
        return "of", behind
    if behind < len(words) and words[behind].text in OPEN:
        closed = range(behind + 1, min(behind + _ASIDE, len(words)))
        behind = next((place for place in closed if words[place].text in CLOSE), behind) + 1
    if behind >= len(words):
        return "", 0
    word = words[behind]
    if word.text in _SIZE:
        return "size", behind + 1
    if word.role == "modifier" and _REACHES.match(word.text):
        return "reach", behind + 1
    return ("next", behind) if behind == at + 1 and not figure.particle and word.role == "noun" else ("", 0)


def _chain(cut: list[Chunk], start: int, kind: str) -> list[Chunk]:
    """The phrase that begins there and, where it only says whose, those that it leads to: 위워크의 기업 가치."""
    found: list[Chunk] = []
    place = start
    while True:
        one = next((chunk for chunk in cut if chunk.first <= place <= chunk.last and chunk.first >= start - 1), None)
        if one is None or (kind != "size" and one.first < place):
            return found
        found.append(one)
        if one.particle != GENITIVE:
            return found
        place = one.last + 1
