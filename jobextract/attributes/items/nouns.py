"""What an article's nouns tell of a phrase: how often it says them, beside which units, and which lists they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import regex

from ...korean.tokens import Sentence
from ...korean.word_classes import of_noun
from ..context import Lexicon, is_generic
from . import breakdowns
from .placement import Chunk, symbol

_LISTS = ("events", "places", "agents", "groups", "things", "degrees")
_WORD = regex.compile(r"\p{L}{2,}")


class Nouns:
    """The nouns of one article, counted once."""

    def __init__(
        self, title: str | None, sentences: list[Sentence], lexicon: Lexicon, is_body: Callable[[str], bool]
    ) -> None:
        self.lexicon, self.is_body = lexicon, is_body
        self.title = frozenset(_WORD.findall(title or ""))
        self.heads = Counter(word.stem for sentence in sentences for word in sentence.words if word.role == "noun")
        self.mates = _mates(sentences)
        self._owned: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
        self._known: dict[str, tuple[bool, int, tuple[str, ...], tuple[str, ...]]] = {}
        self._sorts: dict[tuple[str, bool], str] = {}

    def sort(self, chunk: Chunk | None) -> str:
        """What the phrase in front of the figure is: generic, a body or town, an age, a measure, an event."""
        if chunk is None:
            return "none"
        key = (chunk.text, chunk.body)
        if key not in self._sorts:
            self._sorts[key] = self._sort(chunk)
        return self._sorts[key]

    def _sort(self, chunk: Chunk) -> str:
        head = chunk.text.rsplit(" ", 1)[-1]
        if is_generic(chunk.text, self.lexicon):
            return "generic"
        if chunk.body or head in self.lexicon.towns or head in self.lexicon.places or self.is_body(head):
            return "body"
        if head[0].isdigit():
            return "age"
        if head in self.lexicon.groups:
            return "group"
        if breakdowns.is_measure(head):
            return "measure"
        return "event" if head in self.lexicon.events else "other"

    def own(self, texts: Iterable[str], unit: str, group: str) -> Iterator[tuple[str, ...]]:
        """The facts of each phrase itself: its head and the class of it beside the unit, its place in the lexicon, how often the article says it."""
        owned = self._owned.setdefault((unit, group), {})
        for text in texts:
            if text not in owned:
                owned[text] = self._own(text, unit, group)
            yield owned[text]

    def _own(self, text: str, unit: str, group: str) -> tuple[str, ...]:
        head = text.rsplit(" ", 1)[-1]
        if text not in self._known:
            self._known[text] = self._traits(text, head)
        titled, often, sorts, always = self._known[text]
        mates = min(self.mates.get((head, unit), 0), 4)
        facts = [
            *always,
            f"1{head[-1]}|{unit}",
            f"1{head[-1]}~{group}",
            f"2{head[-2:]}~{group}",
            f"head{head}~{group}",
            f"mates{mates}often{often}titled{titled:d}",
        ]
        facts += [f"{sort}|{group}" for sort in sorts]
        if breakdowns.is_people(head):
            facts.append(f"people|{unit}")
        return tuple(facts)

    def _traits(self, text: str, head: str) -> tuple[bool, int, tuple[str, ...], tuple[str, ...]]:
        """Whether the headline has the phrase, how often the article says its head, the lists that it stands in, and its facts
        beside any unit."""
        lexicon = self.lexicon
        titled = head in self.title or any(head in word or word in text for word in self.title)
        sorts = ["generic"] if is_generic(text, lexicon) else []
        sorts += [name for name in _LISTS if head in getattr(lexicon, name)]
        sorts += ["town"] if head in lexicon.towns else []
        sorts += ["measure"] if breakdowns.is_measure(head) else []
        always = (f"head{head}", f"class{of_noun(head)}")
        return titled, min(self.heads.get(head, 0), 4), tuple(sorts), always


def _mates(sentences: list[Sentence]) -> Counter[tuple[str, str]]:
    """In how many sentences each noun stands right in front of a figure of that unit, or is spoken of before it."""
    told: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        pairs = dict[tuple[str, str], None]()
        topics: list[str] = []
        for index, word in enumerate(sentence.words):
            if word.role == "noun" and symbol(word) in "TS":
                topics = [*topics[-1:], word.stem]
            elif word.role == "figure":
                unit = word.said.unit or word.said.kind
                beside = sentence.words[index - 1] if index else word
                nouns = topics + ([beside.stem] if beside.role == "noun" else [])
                pairs.update(dict.fromkeys((noun, unit) for noun in nouns))
        told.update(pairs.keys())
    return told
