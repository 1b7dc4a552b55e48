"""The head of a list, and how far it reaches: 분야별 목표와 실적은 다음과 같다, □ 향후 계획, 올해 목표는 구마다 달랐다.

A sentence or line without figures speaks for the rest of its paragraph, and for the items, rows and bullets behind it until running
text begins again.
"""

from __future__ import annotations

from ...korean.tokens import Sentence
from ...korean.word_lists import pattern, words
from ...rulebook.loader import Rulebook
from .. import frame

_BULLET = pattern("frame.bullet")
_RUNS = pattern("frame.runs")
(_AIM,) = words("aims.target")
_LABEL = pattern("frame.label")


class Heads:
    """The head in force while the sentences of an article are heard in their order."""

    def __init__(self, text: str, rulebook: Rulebook) -> None:
        self.text, self.rulebook = text, rulebook
        self.kind: str | None = None
        self.paragraph = -1

    def hear(self, sentence: Sentence) -> str | None:
        """What the head says of the figures of this sentence: contrast, target, plan, actual or nothing."""
        said = self.text[sentence.start : sentence.end]
        if all(mention.kind in ("date", "time") for mention in sentence.mentions):
            self._open(said, sentence.paragraph)
            return None
        if _AIM in said and frame.head(said, self.rulebook) == "contrast":
            return "contrast"
        if sentence.paragraph == self.paragraph:
            return self.kind
        if self.kind is not None and is_item(said):
            return self.kind
        self.kind = None
        return None

    def _open(self, said: str, paragraph: int) -> None:
        kind = frame.head(said, self.rulebook)
        if kind is not None or _RUNS.search(said) or paragraph != self.paragraph:
            self.kind, self.paragraph = kind, paragraph


def is_item(said: str) -> bool:
    """Whether the line is an item of a list or a row of a table rather than running text."""
    return is_bullet(said) or not _RUNS.search(said)


def label(said: str) -> str | None:
    """What an item of a list is told of, by what stands before its colon or its gap: ○ 직접일자리: 목표 4150개."""
    match = _LABEL.match(said)
    return " ".join(match[1].split()) if match else None


def is_bullet(said: str) -> bool:
    return _BULLET.match(said) is not None
