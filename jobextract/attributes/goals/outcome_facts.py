"""How the text goes on from a figure to the next of its measure, also across a full stop: facts for the learned opinion.

It is resolved (400명을 들이기로 했었다), vowed, expected or set down, measured by a bar, then the telling turns (그러나, 정작) and it is
reached or missed (263명에 그쳤다). Words of one kind are as one: 공언, 장담 and 다짐 are vows, so that what one page says helps another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ...korean.acts import acts, beside
from ...korean.tokens import Sentence, once_a_word
from ..figure import Figure

#: code points before and behind a figure that are read, and from figure to figure across a full stop
BEFORE, BEHIND, APART = 60, 70, 160
#: how one figure stands to another: in one sentence, near, far, there is none
Where = Literal["s", "n", "f", "none"]


def facts(draft: Figure, before: Figure | None, behind: Figure | None, text: str, rule: str) -> Iterator[str]:
    """The facts of one figure; ``before`` and ``behind`` are the nearest of its measure."""
    sentence, start, end = draft.sentence, draft.mention.start, draft.mention.end
    then, led = _where(draft, behind), _where(draft, before)
    stop = behind.mention.start if behind is not None and then == "s" else min(sentence.end, end + BEHIND)
    begin = before.mention.end if before is not None and led == "s" else sentence.start
    said, told = acts(text, end, stop), acts(text, max(begin, start - BEFORE), start)[::-1]
    yield f"acts>{'-'.join(said[:3])}|{then}"
    yield f"acts<{'-'.join(told[:2])}|{led}"
    for act in said[:2]:
        yield from (f"acts>{act}|{rule}", f"acts>{act}|{draft.word.particle}")
    if said:
        yield f"act>{said[0]}|{then}"
    if told:
        yield f"act<{told[0]}|{rule}|{''.join(said[:1])}"
    yield from _beside(draft, text, rule)


def _beside(draft: Figure, text: str, rule: str) -> Iterator[str]:
    """What is told right before the figure and right behind it, with the figure's particle: 바라던 30%에 닿지 못했다."""
    particle = draft.word.particle
    led, then = told_beside(text, draft.sentence, draft.at)
    if led:
        yield from (f"near<{led}|{particle}", f"near<{led}|{rule}", f"near<{led}|{then}")
    if then:
        yield from (f"near>{then}|{particle}", f"near>{then}|{rule}")


@once_a_word
def told_beside(text: str, sentence: Sentence, at: int) -> tuple[str | None, str | None]:
    """The kinds of the acts that its sentence tells right before the figure and right behind it."""
    start, mention = sentence.start, sentence.words[at].said
    return beside(text[start : sentence.end], mention.start - start, mention.end - start)


def _where(draft: Figure, other: Figure | None) -> Where:
    if other is None:
        return "none"
    if other.sentence is draft.sentence:
        return "s"
    return "n" if abs(other.mention.start - draft.mention.start) < APART else "f"
