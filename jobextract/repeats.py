"""Lines that say again what the page says elsewhere: teasers, printed copies, captions twice."""

from __future__ import annotations

import regex

from .draft import Draft

_CUT = regex.compile(r"(?:…|\.{2,}|\[…\]|더보기)\s*\Z")
_KEY = 20
_LEAST = 15


def _squeezed(line: str) -> str:
    return "".join(line.split())


def teasers(draft: Draft) -> None:
    """Marks the beginnings of paragraphs, cut off, that stand in full elsewhere: they are no running text of their own."""
    full: dict[str, list[int]] = {}
    texts: dict[int, str] = {}
    for index, shape in enumerate(draft.shapes):
        if draft.reads[index] and len(shape.text) >= _KEY:
            texts[index] = _squeezed(shape.text)
            full.setdefault(texts[index][:_KEY], []).append(index)
    for index, shape in enumerate(draft.shapes):
        if not draft.free(index) or len(shape.text) < _KEY:
            continue
        cut = _CUT.search(shape.text)
        begun = _squeezed(shape.text[: cut.start()] if cut else shape.text)
        others = [i for i in full.get(begun[:_KEY], ())[:8] if i != index]
        if any(len(texts[i]) > len(begun) and texts[i].startswith(begun) for i in others):
            draft.reads[index] = False
            draft.set(index, "boilerplate", "repeat.teaser")


def settle(draft: Draft) -> None:
    """Drops paragraphs and captions that an earlier kept line has said already, with the short lines repeated among them."""
    seen: set[str] = set()
    copying = False
    for index, shape in enumerate(draft.shapes):
        role = draft.roles[index]
        if role not in ("body", "caption"):
            continue
        key = _squeezed(shape.text)
        again = key in seen and (copying or len(key) >= _LEAST and (role == "caption" or draft.reads[index]))
        seen.add(key)
        if again:
            draft.set(index, "boilerplate", "caption.repeat" if role == "caption" else "repeat.body")
        if role == "body" and len(key) >= _LEAST:
            copying = again
    _labels(draft)


def _labels(draft: Draft) -> None:
    """A speaker's label right above a dropped copy goes with it."""
    below = ""
    for index in range(len(draft.shapes) - 1, -1, -1):
        if draft.roles[index] == "blank":
            continue
        if below == "repeat.body" and draft.rules[index].startswith("script."):
            draft.set(index, "boilerplate", "repeat.body")
        below = draft.rules[index]
