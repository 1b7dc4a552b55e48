"""The acts that a text tells of, by their kinds: resolved, vowed, expected or set down, then reached or missed."""

from __future__ import annotations

from .word_lists import pattern

_ACTS = pattern("outcome_facts.acts")
#: code points that may lie between a figure and an act told right beside it
NEAR = 6


def acts(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The kinds of the acts of a stretch, in their order, none twice in a row; none where it ends before it begins."""
    found: list[str] = []
    for match in _ACTS.finditer(text, start, len(text) if end is None else max(start, end)):
        kind = match.lastgroup or ""
        if not found or found[-1] != kind:
            found.append(kind)
    return found


def beside(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """The kinds of the acts told right before a figure that stands there and right behind it: 바라던 30%, 14억 달러를 노려."""
    led = [match for match in _ACTS.finditer(text, max(0, start - NEAR * 2), start) if start - match.end() <= NEAR]
    then = _ACTS.search(text, end, min(len(text), end + NEAR))
    return (led[-1].lastgroup if led else None), (then.lastgroup if then else None)
