"""Patterns that are compiled when they are first used, for what a page seldom asks: compiling takes longer than reading an article.

A deferred pattern stands where the compiled one would and is called in the same way; what it has looked up of that stays with it.
A call of it still costs a hundredth of a microsecond more, so what every text asks for again and again is compiled at once or
``settled``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar
from weakref import WeakSet

import regex


class _Deferred:
    """What a compiled pattern can be asked, each by its own name."""

    def __init__(self, written: Callable[[], str], compiled: Callable[[str], Any]) -> None:
        self._written, self._compiled = written, compiled

    def compile(self) -> None:
        """Does what the first call would do."""
        _ = self.whole

    pattern = cached_property[str](lambda self: self._written())
    whole = cached_property[Any](lambda self: self._compiled(self.pattern))
    groupindex = cached_property[Any](lambda self: self.whole.groupindex)
    search = cached_property[Any](lambda self: self.whole.search)
    match = cached_property[Any](lambda self: self.whole.match)
    fullmatch = cached_property[Any](lambda self: self.whole.fullmatch)
    finditer = cached_property[Any](lambda self: self.whole.finditer)
    findall = cached_property[Any](lambda self: self.whole.findall)
    split = cached_property[Any](lambda self: self.whole.split)
    sub = cached_property[Any](lambda self: self.whole.sub)
    subn = cached_property[Any](lambda self: self.whole.subn)


_known: WeakSet[_Deferred] = WeakSet()


def deferred(written: Callable[[], str], compiled: Callable[[str], re.Pattern[str] | regex.Pattern[str]]) -> Any:
    """A pattern that is put together by ``written`` and then ``compiled`` for its first call."""
    made = _Deferred(written, compiled)
    _known.add(made)
    return made


P = TypeVar("P", re.Pattern[str], regex.Pattern[str])


def settled(pattern: P) -> P:
    """The compiled pattern itself, for what asks it again and again."""
    return pattern.whole if isinstance(pattern, _Deferred) else pattern


def compile_all() -> None:
    """Compiles what there is by now, for processes that are forked from this one and would each do it again."""
    for made in list(_known):
        made.compile()
