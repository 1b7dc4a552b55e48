"""How a sentence uses the name of a body: as what it speaks of, as a mere scene, as who only gave the papers.

Each function looks at the word of one number among the words of its sentence.
"""

from __future__ import annotations

from ...korean.particles import FROM, GENITIVE, UNTIL
from ...korean.tokens import Word
from ...korean.word_lists import words as listed

_OF_STAFF = frozenset(listed("candidates.of_staff"))
#: what was done with papers that tell of others
_GIVEN, _PAPERS = frozenset(listed("candidates.given")), frozenset(listed("candidates.papers"))
_SOME, _GIVES = listed("bodies.some"), listed("bodies.gives")
(_TOO,) = listed("bodies.too")


def begins(words: tuple[Word, ...], index: int) -> bool:
    """Whether only times, adverbs, marks or one bare word (정작, 앞서) stand before the word."""
    before = [word for word in words[:index] if word.role not in ("date", "adverb", "mark")]
    return not before or (len(before) == 1 and before[0].role == "noun" and not before[0].particle)


def too(words: tuple[Word, ...], index: int) -> bool:
    """새벽항공 역시: a topic without a particle."""
    return not words[index].particle and index + 1 < len(words) and words[index + 1].text == _TOO


def is_scene(words: tuple[Word, ...], index: int, at: int) -> bool:
    """Whether the name only says where: 유성구의 한 도로에서, 서울에서 강릉까지."""
    following = words[index + 1].text if index + 1 < len(words) else ""
    if words[index].particle == GENITIVE:
        return following in _SOME
    return words[index].particle == FROM and any(word.particle == UNTIL for word in words[index + 1 : at])


def is_giver(words: tuple[Word, ...], index: int) -> bool:
    """Whether the body only gave what somebody else looked at: 문화체육관광부에서 받은 자료를 보면."""
    if index + 1 < len(words) and words[index + 1].text in _OF_STAFF and not words[index].particle:
        return True
    given = words[index].particle in _GIVES and index + 2 < len(words)
    return given and words[index + 1].text in _GIVEN and words[index + 2].stem in _PAPERS


def quotation(words: tuple[Word, ...], at: int) -> tuple[int, int] | None:
    """The word numbers of the double quotation marks around the figure."""
    inside = None
    for index, word in enumerate(words):
        if word.text not in ("“", "”", '"'):
            continue
        if inside is None and word.text != "”":
            inside = index
        elif inside is not None:
            if inside < at < index:
                return inside, index
            inside = None
    return None
