"""The acts that a text tells of, by their kinds: resolved, vowed, expected or set down, then reached or missed."""

from __future__ import annotations

from .word_lists import pattern

_ACTS = pattern("outcome_facts.acts")


def acts(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The kinds of the acts of a stretch, in their order, none twice in a row; none where it ends before it begins."""
    found: list[str] = []
    for match in _ACTS.finditer(text, start, len(text) if end is None else max(start, end)):
        kind = match.lastgroup or ""
        if not found or found[-1] != kind:
            found.append(kind)
    return found
