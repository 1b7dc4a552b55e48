"""The noun phrases of a sentence, and how they stand to one of its figures."""

from __future__ import annotations

from ...korean import noun_check
from ...korean.tokens import Word
from ...korean.word_lists import words as listed
from ..context import Surroundings, phrase
from .placement import Chunk, Told, placed

#: noun phrases to the left and right of a figure that are weighed
LEFT, RIGHT = 7, 4
_DOUBTFUL, _GOES_ON = frozenset(listed("candidates.doubtful")), frozenset(listed("candidates.goes_on"))


def cut(near: Surroundings) -> tuple[list[Chunk], dict[str, str]]:
    """The noun phrases of a sentence, and those whose last syllable only looks like a particle: 일반도, 일반도로."""
    words, found, whole = near.words, [], {}
    for last, word in enumerate(words):
        aged = word.role == "figure" and word.said.kind == "age"
        if (word.role != "noun" and not aged) or (word.role == "noun" and not _ends(words, last)):
            continue
        body = near.is_body(word.stem)
        text = word.stem if body else phrase(near, last)
        if text and word.particle[:1] in _DOUBTFUL and not body:
            sort = noun_check.really(f"{word.stem}{word.particle[:1]}")
            if sort == "verb":
                continue
            if sort == "noun":
                whole[text] = f"{text}{word.particle[:1]}"
                text = whole[text]
        if text:
            found.append(Chunk(max(0, last - text.count(" ")), last, text, word.particle, body))
    return found, whole


def _ends(words: tuple[Word, ...], last: int) -> bool:
    """Whether no noun goes on with the phrase that ends here."""
    if words[last].particle or last + 1 == len(words):
        return True
    return words[last + 1].role != "noun" or words[last + 1].text in _GOES_ON


def beside(chunks: list[Chunk], figure: Told) -> list[tuple[Chunk, list[str]]]:
    """The phrases of the figure's own sentence, nearest first, with how they stand to it."""
    at, path = figure.at, figure.path
    left = [chunk for chunk in chunks if chunk.last < at]
    right = [chunk for chunk in chunks if chunk.first > at]
    topics = [chunk for chunk in left[:-LEFT] if path[chunk.last] in "TS"][-2:]
    found = []
    for rank, chunk in enumerate([*left[: -LEFT - 1 : -1], *topics]):
        between = path[chunk.last + 1 : at]
        found.append((chunk, placed("L", path[chunk.last], between, rank, figure)))
    for rank, chunk in enumerate(right[:RIGHT]):
        between = path[at + 1 : chunk.first]
        found.append((chunk, placed("R", path[chunk.last], between, rank, figure)))
    return found


def before_figure(words: tuple[Word, ...], path: str, chunk: Chunk) -> str:
    """The unit of the figure that the headline's phrase stands right in front of, if it does."""
    at = next((i for i in range(chunk.last + 1, min(chunk.last + 4, len(path))) if path[i] in "Ff"), None)
    mention = words[at].mention if at is not None else None
    return (mention.unit or mention.kind) if mention is not None else ""


def head_of(text: str) -> str:
    """The last noun of a phrase, with the one before it where it is of one syllable: 학생 수."""
    last = text.rsplit(" ", 1)[-1]
    return " ".join(text.split()[-2:]) if len(last) == 1 else last
