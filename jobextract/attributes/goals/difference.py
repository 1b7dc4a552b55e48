"""Whether a figure is a difference, and which way it goes."""

from __future__ import annotations

from ...korean.tokens import Sentence, Word
from ...korean.word_lists import pattern
from .cue_book import UNDECIDED, Book, Verdict, first

#: units of length, in which things are also apart
_LENGTHS = frozenset(("m", "km", "cm", "mm"))
_APART = pattern("goals.apart")


def change(text: str, sentence: Sentence, at: int, cues: Book) -> Verdict:
    """Whether the figure is a difference: 2만5천명 늘었다; in a list the verb of its last figure counts for all.

    A figure in brackets right behind another goes the same way: 3만 명(4.1%) 늘었다.
    """
    words = sentence.words
    if at > 1 and words[at - 1].text == "(" and words[at - 2].role == "figure":
        at -= 2
    while True:
        after = text[words[at].said.end : sentence.end]
        if words[at].said.unit in _LENGTHS and _APART.match(after):
            return UNDECIDED
        found = first(after, cues.cues("change.after"))
        following = _next_in_list(words, at)
        if found or following is None:
            return found or UNDECIDED
        at = following


def _next_in_list(words: tuple[Word, ...], at: int) -> int | None:
    """The next figure of the same kind and unit, where only nouns and commas lie between: 가 3명, 나에서 4명 늘었다."""
    mention = words[at].said
    if words[at].particle:
        return None
    for index in range(at + 1, len(words)):
        word = words[index]
        if word.role == "figure" and word.said.kind != "age":
            alike = (word.said.kind, word.said.unit) == (mention.kind, mention.unit)
            return index if alike and words[at + 1].text == "," else None
        if word.role in ("verb", "modifier"):
            return None
    return None
