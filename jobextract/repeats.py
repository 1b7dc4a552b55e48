"""Lines that say again what the page says elsewhere: teasers, printed copies, captions twice."""

from __future__ import annotations

import regex

from .draft import Draft

_BLANKS = regex.compile(r"\s++")
_CUT = regex.compile(r"(?:…|\.{2,}|\[…\]|더보기)\s*\Z")
_KEY = 20
_LEAST = 15


def _squeezed(line: str) -> str:
    return _BLANKS.sub("", line)


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
    """Drops paragraphs and captions that an earlier kept line has said already."""
    seen: dict[str, int] = {}
    for index, shape in enumerate(draft.shapes):
        role = draft.roles[index]
        if role not in ("body", "caption") or len(shape.text) < _LEAST:
            continue
        key = _squeezed(shape.text)
        if key not in seen:
            seen[key] = index
        elif role == "caption":
            draft.set(index, "boilerplate", "caption.repeat")
        elif draft.reads[index] and len(key) >= _KEY:
            draft.set(index, "boilerplate", "repeat.body")
