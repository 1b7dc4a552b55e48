"""How the text goes on from a figure to the next of its measure, also across a full stop: facts for the learned opinion.

It is resolved (400명을 들이기로 했었다), vowed, expected or set down, measured by a bar, then the telling turns (그러나, 정작) and it is
reached or missed (263명에 그쳤다). Words of one kind are as one: 공언, 장담 and 다짐 are vows, so that what one page says helps another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ...korean.acts import acts, beside
from ..figure import Figure

#: code points before and behind a figure that are read, behind the next one, and from figure to figure across a full stop
BEFORE, BEHIND, NEXT, APART = 60, 70, 50, 160
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
    for act in told[:2]:
        yield f"acts<{act}|{rule}"
    if said:
        yield f"act>{said[0]}|{then}"
    if told:
        yield f"act<{told[0]}|{rule}|{''.join(said[:1])}"
    yield from (f"any>{act}" for act in dict.fromkeys(said))
    yield from (f"any<{act}" for act in dict.fromkeys(told))
    yield from _beside(draft, text, rule)
    if behind is not None and then in ("s", "n"):
        yield from _to(draft, behind, text, rule, said, then)
    if before is not None and led in ("s", "n"):
        yield from _from(draft, before, text, rule, said, told, led)


def _beside(draft: Figure, text: str, rule: str) -> Iterator[str]:
    """What is told right before the figure and right behind it, with the figure's particle: 바라던 30%에 닿지 못했다."""
    sentence, particle = draft.sentence, draft.word.particle
    said = text[sentence.start : sentence.end]
    led, then = beside(said, draft.mention.start - sentence.start, draft.mention.end - sentence.start)
    if led:
        yield from (f"near<{led}|{particle}", f"near<{led}|{rule}", f"near<{led}|{then}")
    if then:
        yield from (f"near>{then}|{particle}", f"near>{then}|{rule}")


def _where(draft: Figure, other: Figure | None) -> Where:
    if other is None:
        return "none"
    if other.sentence is draft.sentence:
        return "s"
    return "n" if abs(other.mention.start - draft.mention.start) < APART else "f"


def _to(draft: Figure, behind: Figure, text: str, rule: str, said: list[str], then: Where) -> Iterator[str]:
    """What the figure's own stretch and that of the next one tell together."""
    first, place = "".join(said[:1]), behind.mention
    came = acts(text, place.end, min(behind.sentence.end, place.end + NEXT))
    start = max(behind.sentence.start, place.start - NEXT) if then == "n" else draft.mention.end
    lead = acts(text, start, place.start)
    yield f"to:{first}|{''.join(came[:1])}|{then}"
    yield f"to:{first}|{''.join(lead[-1:])}<|{then}"
    yield f"to:{'turns' in said or 'turns' in lead}|{then}|{behind.status}|{rule}"
    yield f"to:{'misses' in came or 'reaches' in came}|{first}|{then}"
    yield f"to:{behind.verdict.cue}|{draft.verdict.cue}|{then}"


def _from(
    draft: Figure, before: Figure, text: str, rule: str, said: list[str], told: list[str], led: Where
) -> Iterator[str]:
    """What the stretch of the figure before and the figure's own tell together."""
    end = before.mention.end
    meant = acts(text, end, min(before.sentence.end, end + BEHIND) if led == "n" else draft.mention.start)
    first = "".join(meant[:1])
    yield f"from:{first}|{''.join(said[:1])}|{led}"
    yield f"from:{first}|{''.join(told[:1])}<|{led}"
    yield f"from:{'turns' in meant or 'turns' in told}|{led}|{before.status}|{rule}"
    yield f"from:{before.verdict.cue}|{draft.verdict.cue}|{led}"
