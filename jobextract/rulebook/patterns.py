"""Patterns of rules: the fragments that they call filled in, words as a tree, compiled by the quicker of two engines."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

import regex

from ..korean.deferred_patterns import deferred
from .schema import RuleError

LONGEST = 1 << 22  # characters that the fragments of a pattern may come to
#: fragments that are no rule's: the patterns of numerals, which compile many others when they are loaded, and no line asks for
_NUMERALS = ("number", "digits", "native")
_FRAGMENT = regex.compile(r"\(\?&(\w+)\)")


def _numeral(name: str) -> str:
    from ..korean import numerals, positional

    return {"number": numerals.NUMBER, "digits": positional.DIGITS, "native": numerals.NATIVE}[name]


class Patterns:
    """Compiles patterns that call fragments; ``where`` says in which file a rule stands, for messages."""

    def __init__(self, where: Callable[[str], str]) -> None:
        self.where = where
        self.fragments: dict[str, str] = dict.fromkeys(_NUMERALS, "")
        self._compiled: dict[str, regex.Pattern[str]] = {}

    def anchored(self, pattern: str, owner: str) -> regex.Pattern[str] | re.Pattern[str]:
        """A pattern that is tried at one place only, as one of a line or one that opens with ``^``.

        There ``re`` takes half the time of ``regex``, so it is used where it knows all that the pattern asks for.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with suppress(re.error, Warning):
                return re.compile(self.expand(pattern, owner))
        return self.compile(pattern, owner)

    def compile(self, pattern: str, owner: str) -> regex.Pattern[str]:
        """``pattern`` with its fragments filled in; ``owner`` is named where it is not a pattern."""
        if pattern not in self._compiled:
            try:
                self._compiled[pattern] = regex.compile(self.expand(pattern, owner))
            except regex.error as error:
                raise RuleError(
                    f"{self.where(owner)}: bad pattern: {error}; mend it and run 'jobextract rules check'"
                ) from None
        return self._compiled[pattern]

    def deferred(self, pattern: str, owner: str) -> regex.Pattern[str]:
        """The same, compiled when it is first used."""
        return deferred(lambda: self.expand(pattern, owner), lambda _: self.compile(pattern, owner))

    def expand(self, pattern: str, owner: str) -> str:
        """``pattern`` with every ``(?&name)`` replaced by the fragment: a call costs six times as much as the text itself."""

        size = 0

        def filled(pattern: str, within: tuple[str, ...]) -> str:
            def fill(match: regex.Match[str]) -> str:
                name = match[1]
                if name not in self.fragments:
                    raise RuleError(f"{self.where(owner)}: unknown fragment (?&{name}); define it under [fragments]")
                if name in within:
                    raise RuleError(f"{self.where(owner)}: fragment {name} calls itself; write it out")
                made = f"(?:{filled(_numeral(name) if name in _NUMERALS else self.fragments[name], (*within, name))})"
                nonlocal size
                size += len(made)
                if size > LONGEST:
                    raise RuleError(f"{self.where(owner)}: fragments call one another too often; write out less")
                return made

            return _FRAGMENT.sub(fill, pattern)

        return filled(pattern, ())


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, as a tree of their letters.

    A plain alternation of 700 words takes 8 microseconds to fail at a place, the tree 2.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(node: dict[str, Any]) -> str:
    letters: dict[str, list[str]] = {}
    for letter, below in node.items():
        if letter:
            letters.setdefault(_branches(below), []).append(regex.escape(letter))
    if not letters:
        return ""
    heads = [(f"[{''.join(heads)}]" if len(heads) > 1 else heads[0]) + rest for rest, heads in letters.items()]
    return f"(?:{'|'.join(heads)})" + ("?" if "" in node else "")
