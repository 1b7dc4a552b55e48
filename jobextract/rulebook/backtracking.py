"""Patterns that can take forever: a repetition whose parts can be parted in many ways, such as ``(?:a+|b)*`` or ``(?:\\s*x\\s*)*``.

Each sign more then doubles the time in which such a pattern fails. What is possessive (``++``, ``*+``) or atomic gives nothing
back, so it is never refused. A pattern that only ``regex`` can read is not looked into.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]
_codes: Any = re._constants  # type: ignore[attr-defined]
_GREEDY = (_codes.MAX_REPEAT, _codes.MIN_REPEAT)
#: the signs of the numerals, which sets hold among others, stand behind the first and the last syllable
_SAMPLE = " \t09aZ_.,:;-+*/|()[]%#\u00b7" + "".join(map(chr, (0xAC00, 0xD7A3, 0xC2ED, 0xBC31, 0xCC9C, 0xB9CC, 0xC5B5)))
#: from so many turns on a repetition counts as one without end
_MANY = 5
Item = tuple[Any, Any]
Items = Sequence[Item]


def endless(pattern: str) -> bool:
    """Whether a failing match of the pattern can take time that doubles with every sign."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = _parser.parse(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return _any_endless(tree)


def _any_endless(items: Items) -> bool:
    for code, value in items:
        if code in _GREEDY and value[1] >= _MANY and (_lone(value[2]) or _meeting(value[2]) or _beside(value[2])):
            return True
        if any(_any_endless(inner) for inner in _inside(code, value)):
            return True
    return False


def _inside(code: Any, value: Any) -> list[Items]:
    """The sequences inside an item."""
    if code in (*_GREEDY, _codes.POSSESSIVE_REPEAT):
        return [value[2]]
    if code is _codes.BRANCH:
        return list(value[1])
    if code is _codes.SUBPATTERN:
        return [value[3]]
    if code is _codes.ATOMIC_GROUP:
        return [value]
    return [value[1]] if code in (_codes.ASSERT, _codes.ASSERT_NOT) else []


def _lone(items: Items) -> bool:
    """Whether the whole sequence can be one repetition of a varying number of turns."""
    for at, (code, value) in enumerate(items):
        if not all(_empty(other) for place, other in enumerate(items) if place != at):
            continue
        if code in _GREEDY and value[1] > max(value[0], 1) and not _only_empty(value[2]):
            return True
        if code in (_codes.SUBPATTERN, _codes.BRANCH) and any(_lone(inner) for inner in _inside(code, value)):
            return True
        if code in _GREEDY and value[1] == 1 and _lone(value[2]):
            return True
    return False


def _meeting(items: Items) -> bool:
    """Whether the sequence can end in a repetition of what it can begin with a repetition of."""
    return bool(_edge(items) & _edge(items[::-1], backwards=True))


def _beside(items: Items) -> bool:
    """Whether two repetitions of the same sign stand beside one another in the sequence: ``a+a+b``."""
    before: set[str] = set()
    for item in items:
        signs = _signs(item[1][2][0]) if _varies(item) else set()
        if signs & before:
            return True
        before = before | signs if _empty(item) else signs
    return False


def _varies(item: Item) -> bool:
    """Whether the item is one sign a varying number of times, be it once or not at all."""
    code, value = item
    return code in _GREEDY and value[1] > value[0] and len(value[2]) == 1


def _edge(items: Items, backwards: bool = False) -> set[str]:
    """The signs that a repetition of varying length, or what may be left out, at the edge of the sequence takes."""
    found: set[str] = set()
    for code, value in items:
        if _varies((code, value)):
            found |= _signs(value[2][0])
        elif code in (_codes.SUBPATTERN, _codes.BRANCH):
            for inner in _inside(code, value):
                found |= _edge(list(inner)[::-1] if backwards else list(inner), backwards)
        if not _empty((code, value)):
            break
    return found


def _signs(item: Item) -> set[str]:
    code, value = item
    if code is _codes.ANY:
        return set(_SAMPLE)
    if code is _codes.LITERAL:
        return {chr(value)}
    if code is _codes.NOT_LITERAL:
        return set(_SAMPLE) - {chr(value)}
    if code is not _codes.IN:
        return set()
    negated = value[0][0] is _codes.NEGATE
    taken = {sign for sign in _SAMPLE if any(_takes(part, sign) for part in value)}
    return set(_SAMPLE) - taken if negated else taken


def _takes(part: Item, sign: str) -> bool:
    code, value = part
    if code is _codes.LITERAL:
        return chr(value) == sign
    if code is _codes.RANGE:
        return value[0] <= ord(sign) <= value[1]
    if code is _codes.CATEGORY:
        kinds = {"SPACE": str.isspace, "DIGIT": str.isdigit, "WORD": lambda one: one.isalnum() or one == "_"}
        name = str(value).removeprefix("CATEGORY_").removeprefix("UNI_")
        holds = kinds.get(name.removeprefix("NOT_"), lambda one: False)(sign)
        return holds is not name.startswith("NOT_")
    return False


def _empty(item: Item) -> bool:
    """Whether the item can match nothing."""
    code, value = item
    if code in (*_GREEDY, _codes.POSSESSIVE_REPEAT):
        return value[0] == 0 or _only_empty(value[2])
    if code is _codes.BRANCH:
        return any(all(_empty(one) for one in branch) for branch in value[1])
    if code is _codes.SUBPATTERN:
        return all(_empty(one) for one in value[3])
    return code in (_codes.AT, _codes.ASSERT, _codes.ASSERT_NOT)


def _only_empty(items: Items) -> bool:
    return all(code in (_codes.AT, _codes.ASSERT, _codes.ASSERT_NOT) for code, _ in items)
