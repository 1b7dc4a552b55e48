"""What a page prints twice is read once: copies of paragraphs, captions and headlines."""

from __future__ import annotations

from ..model import Role
from .lines import Shape

_REPEATED: dict[Role, str] = {"title": "title.repeat", "body": "repeat.body", "caption": "caption.repeat"}
_LEAST = 15


def settle(shapes: list[Shape], roles: list[Role], rules: list[str]) -> None:
    """Judges copies boilerplate: of a headline, of paragraphs, and the short lines among those."""
    titles: set[str] = set()
    seen: set[str] = set()
    copying = False
    for index, shape in enumerate(shapes):
        role = roles[index]
        if role not in _REPEATED:
            copying = copying or (bool(titles) and _squeezed(shape.core) in titles)
            continue
        key = _squeezed(shape.core)
        long = len(key) >= _LEAST
        again = key in titles or (role != "title" and key in seen and (copying or long))
        if again:
            roles[index], rules[index] = "boilerplate", _REPEATED[role]
        if role != "caption" and long:
            copying = again
        (titles if role == "title" else seen).add(key)


def _squeezed(line: str) -> str:
    return "".join(line.split())
