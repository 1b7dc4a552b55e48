"""What a page prints twice is read once: copies of paragraphs, captions and headlines, and the cut beginnings of either."""

from __future__ import annotations

from ..korean.word_lists import regex_pattern
from ..model import Role
from .lines import Shape

#: the roles of the lines and the rule that decided, a place a line; changed in place
Verdicts = tuple[list[str], list[str]]

_CUT = regex_pattern("lines.cut")
_LEAST, _KEY = 15, 20


def settle(shapes: list[Shape], roles: list[Role], rules: list[str]) -> None:
    """Judges copies boilerplate; the short lines among copied paragraphs go with them."""
    _headlines(shapes, roles, rules)
    _teasers(shapes, roles, rules)
    seen: set[str] = set()
    copying = False
    for index, shape in enumerate(shapes):
        role = roles[index]
        if role not in ("body", "caption"):
            continue
        key = _squeezed(shape.text)
        again = key in seen and (copying or len(key) >= _LEAST)
        seen.add(key)
        if again:
            roles[index], rules[index] = "boilerplate", "caption.repeat" if role == "caption" else "repeat.body"
        if role == "body" and len(key) >= _LEAST:
            copying = again
    _labels(roles, rules)


def _headlines(shapes: list[Shape], roles: list[Role], rules: list[str]) -> None:
    """Of the same headline or subtitle twice the first is kept."""
    seen: set[str] = set()
    for index, shape in enumerate(shapes):
        if roles[index] != "title":
            continue
        key = _squeezed(shape.text)
        if key in seen:
            roles[index], rules[index] = "boilerplate", "title.repeat"
        seen.add(key)


def _teasers(shapes: list[Shape], roles: list[Role], rules: list[str]) -> None:
    """A paragraph that is the beginning of a later, longer one, cut off with its sign."""
    own = [i for i, role in enumerate(roles) if role == "body" and len(shapes[i].text) >= _KEY]
    whole: dict[str, list[int]] = {}
    for index in own:
        whole.setdefault(_squeezed(shapes[index].text[: 3 * _KEY])[:_KEY], []).append(index)
    for index in own:
        cut = _CUT.search(shapes[index].text)
        if cut is None:
            continue
        begun = _squeezed(shapes[index].text[: cut.start()])
        alike = whole.get(begun[:_KEY], ())[:8]
        if any(i != index and _squeezed(shapes[i].text).startswith(begun) for i in alike):
            roles[index], rules[index] = "boilerplate", "repeat.teaser"


def _labels(roles: list[Role], rules: list[str]) -> None:
    """A speaker's label or a heading right above a dropped copy goes with it."""
    below = ""
    for index in range(len(roles) - 1, -1, -1):
        if roles[index] == "blank":
            continue
        if below == "repeat.body" and (rules[index].startswith("script.") or rules[index] == "body.between"):
            roles[index], rules[index] = "boilerplate", "repeat.body"
        below = rules[index]


def _squeezed(line: str) -> str:
    return "".join(line.split())
