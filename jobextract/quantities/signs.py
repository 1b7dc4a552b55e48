"""The sign before a figure: minus, and what △ and ▲ mean.

``-``, ``−``, ``마이너스``, ``(-)`` and ``±`` are signs wherever nothing that they could join stands before them. ``△`` is the minus
of accounts before money, a percentage or a bare number, and of a difference behind a figure of the same counter or in a
list of changes (증감); before anything else it marks a list, and so do two of them in a row with nothing but figures between.
Where ▲ marks the list △ is a minus. ``▲``, ``▼`` and ``▽`` mark lists and say which way a figure went; they are
never part of it.
"""

from __future__ import annotations

from typing import NamedTuple

from ..korean.word_lists import regex_pattern, words
from ..model import Kind

_SIGN = regex_pattern("signs.sign")
_LAST = frozenset(words("signs.last"))
_SIGNED_KINDS = frozenset(("money", "percent", "number", "multiple", "ratio"))
_UNSIGNED_KINDS = frozenset(("age", "ordinal"))
_LINE = 160
#: the triangle, and the letter and the sign that are printed for it
_TRIANGLES = "△Δ∆"
_NAMED_APART = regex_pattern("signs.named_apart")
_BARE_NAME = regex_pattern("signs.bare_name")
_DIFFERENCE = regex_pattern("signs.difference")
_AMONG_CHANGES = regex_pattern("signs.among_changes")
_OPENS_DIFFERENCE = ("(", "（", "\t")


class Sign(NamedTuple):
    """Where a sign begins, and whether it turns the figure negative."""

    start: int
    negative: bool


def before(text: str, start: int, kind: Kind) -> Sign | None:
    """The sign of the figure of this kind that begins at ``start``, or None."""
    if kind in _UNSIGNED_KINDS:
        return None
    near = text[max(0, start - 2) : start].rstrip()
    match = _SIGN.match(text, start) if near[-1:] in _LAST else None
    if not match:
        return None
    sign, at = match["sign"], match.start("sign")
    if sign in _TRIANGLES and not _is_minus(text, at, kind):
        return None
    return Sign(at, sign not in "±+")


def _is_minus(text: str, at: int, kind: Kind) -> bool:
    """Whether the △ at ``at`` is a minus: of accounts, or of a count behind another, 66명(△12명), or among changes."""
    if kind in _SIGNED_KINDS:
        return not _in_list(text, at)
    if text[at - 1 : at] in _OPENS_DIFFERENCE:
        return _DIFFERENCE.search(text, max(0, at - 8), at + _LINE) is not None
    return _AMONG_CHANGES.search(text, max(0, at - _LINE), at) is not None


def _in_list(text: str, at: int) -> bool:
    """Whether the △ at ``at`` marks an item of a list: another stands near and no name of a figure between them."""
    if text[at - 1 : at] in ("(", "（"):
        return False
    low = max(text.rfind("\n", 0, at) + 1, at - _LINE)
    line_end = text.find("\n", at)
    high = min(len(text) if line_end < 0 else line_end, at + _LINE)
    following, previous = text.find(text[at], at + 1, high), text.rfind(text[at], low, at)
    if following < 0 and previous < 0:
        return False
    between = text[at + 1 : following] if following >= 0 else text[previous + 1 : at]
    return not ("▲" in between or _NAMED_APART.search(between) or _BARE_NAME.search(between))
