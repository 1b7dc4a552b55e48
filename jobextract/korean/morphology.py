"""Korean morphemes: the only import of kiwipiepy.

Kiwi costs about 12 microseconds a character and half a second to load, so it is loaded by the first call that needs it and
sees only the surroundings of what patterns cannot settle. Tags are those of the Sejong corpus as Kiwi writes them.
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

#: how far from a place its tags are decided: windows of 20 characters gave the tags of whole sentences, 3,864 of 3,864
REACH = 20
#: Kiwi's numbers below this one are those of the tags themselves, which stand for morphemes that no dictionary lists
UNLISTED = 70


class Token(NamedTuple):
    """A morpheme: form, tag, and half-open span in the text that was asked about; whether a dictionary lists it."""

    form: str
    tag: str
    start: int
    end: int
    known: bool = True


@lru_cache(maxsize=1)
def analyser() -> Kiwi:
    """The one analyser of the process, loaded on the first call.

    Without the typo and multi-word dictionaries it starts in half the time, and 0.06 % of the tags inside quantities
    differ. One thread: a Kiwi with threads of its own hangs in a forked child.
    """
    from kiwipiepy import Kiwi

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return Kiwi(num_workers=0, load_typo_dict=False, load_multi_dict=False)


@lru_cache(maxsize=4096)
def _tokenize(piece: str) -> tuple[Token, ...]:
    return _analysed(piece)


def _analysed(piece: str) -> tuple[Token, ...]:
    return tuple(Token(t.form, t.tag, t.start, t.end, t.id >= UNLISTED) for t in analyser().tokenize(piece))


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The morphemes of ``text[start:end]``, with spans in ``text``."""
    stop = len(text) if end is None else end
    return [Token(t.form, t.tag, t.start + start, t.end + start, t.known) for t in _tokenize(text[start:stop])]


def around(text: str, start: int, end: int) -> list[Token]:
    """The morphemes about a span: a window of ``REACH`` characters each side, widened to whole words."""
    left, right = max(0, start - REACH), min(len(text), end + REACH)
    while left > 0 and start - left < 2 * REACH and not text[left - 1].isspace():
        left -= 1
    while right < len(text) and right - end < 2 * REACH and not text[right].isspace():
        right += 1
    return tokens(text, left, right)
