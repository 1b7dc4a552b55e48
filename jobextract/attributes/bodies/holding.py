"""How many of an article's figures each name would hold if every figure were that of the name spoken of last.

Said over the whole text, it tells the body whose figures an article gives from one that only speaks, pays or stands by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ...korean.particles import ALSO, GENITIVE, TOPIC_OR_SUBJECT
from ...korean.tokens import Sentence, Word
from .entities import Names

_LEADS = (*TOPIC_OR_SUBJECT, ALSO, GENITIVE)
#: steps in which a share is told
_STEPS = 5


class Holding:
    """The figures of the sentences ``body``, by the last words of the names; ``known`` and ``tails`` say how a body is called again."""

    def __init__(self, body: Iterable[Sentence], lasts: Iterable[str], known: Names, tails: Mapping[str, str]) -> None:
        self.lasts, self.again, self.tails = list(dict.fromkeys(lasts)), known.again, tails
        self.held, self.strict, self.whole = Counter[str](), Counter[str](), 0
        current: str | None = None
        for sentence in body:
            figures = sum(mention.kind not in ("date", "time") for mention in sentence.mentions)
            led = self._led(sentence.words, current)
            current = led or current
            self.whole += figures
            if current is not None:
                self.held[current] += figures
            if led is not None:
                self.strict[led] += figures

    def _led(self, words: tuple[Word, ...], current: str | None) -> str | None:
        """The first name that the sentence speaks of, by itself or by what the article calls it again."""
        for word in words:
            if word.role != "noun" or word.particle not in _LEADS:
                continue
            named = self.tails.get(word.stem, word.stem)
            if named in self.lasts or word.stem in self.lasts:
                return named if named in self.lasts else word.stem
            if word.stem in self.again:
                return self._meant(word.stem, current)
        return None

    def _meant(self, stem: str, current: str | None) -> str | None:
        ending = self.again[stem]
        if current is not None and current.endswith(ending):
            return current
        return next((last for last in self.lasts if ending and last.endswith(ending)), current)

    def facts(self, last: str, kind: str) -> Iterator[str]:
        """The share that the name holds, and how it stands beside the greatest."""
        for way, counts in (("held", self.held), ("strict", self.strict)):
            most = max(counts.values(), default=0)
            share = counts[last] * _STEPS // max(self.whole, 1)
            place = "none" if not counts[last] else "most" if counts[last] == most else "less"
            yield f"{way}{share}"
            yield f"{way}{share}|{kind}"
            yield f"{way} {place}|{kind}"
            yield f"{way} {place}{share}of{min(len(counts), 3)}"
