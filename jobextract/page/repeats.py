"""Lines that say again what the page says elsewhere: teasers, printed copies, captions twice."""

from __future__ import annotations

import regex

from .facts import Draft

_CUT = regex.compile(r"(?:…|\.{2,}|\[…\]|더보기)\s*\Z")
_KEY = 20
_LEAST = 15
_MOST = 8


def _squeezed(line: str) -> str:
    return "".join(line.split())


def _key(line: str) -> str:
    return _squeezed(line[: 3 * _KEY])[:_KEY]


def teasers(draft: Draft) -> None:
    """Marks beginnings of paragraphs, cut off, that stand in full elsewhere: they are no running text of their own."""
    alike: dict[str, list[int]] = {}
    for index, shape in enumerate(draft.shapes):
        if len(shape.text) >= _KEY:
            alike.setdefault(_key(shape.text), []).append(index)
    for group in alike.values():
        full = [index for index in group if draft.reads[index]][:_MOST] if len(group) > 1 else ()
        for index in group if full else ():
            line = draft.shapes[index].text
            if draft.free(index) and any(_begins(line, draft.shapes[i].text) for i in full if i != index):
                draft.reads[index] = False
                draft.set(index, "boilerplate", "repeat.teaser")


def _begins(line: str, other: str) -> bool:
    """Whether the line is the beginning of the other, longer one."""
    cut = _CUT.search(line)
    begun, whole = _squeezed(line[: cut.start()] if cut else line), _squeezed(other)
    return len(begun) < len(whole) and whole.startswith(begun)


def settle(draft: Draft) -> None:
    """Drops paragraphs and captions that an earlier kept line has said, with the short lines repeated among them."""
    seen: set[str] = set()
    copying = False
    for index, shape in enumerate(draft.shapes):
        role = draft.roles[index]
        if role not in ("body", "caption"):
            continue
        key = _squeezed(shape.text)
        again = key in seen and (copying or (len(key) >= _LEAST and (role == "caption" or draft.reads[index])))
        seen.add(key)
        if again:
            draft.set(index, "boilerplate", "caption.repeat" if role == "caption" else "repeat.body")
        if role == "body" and len(key) >= _LEAST:
            copying = again
    _labels(draft)


def _labels(draft: Draft) -> None:
    """A speaker's label or a heading right above a dropped copy goes with it."""
    below = ""
    for index in range(len(draft.shapes) - 1, -1, -1):
        if draft.roles[index] == "blank":
            continue
        if below == "repeat.body" and (
            draft.rules[index].startswith("script.") or draft.rules[index] == "body.between"
        ):
            draft.set(index, "boilerplate", "repeat.body")
        below = draft.rules[index]
