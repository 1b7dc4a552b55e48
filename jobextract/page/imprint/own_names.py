"""What a page calls itself at its head and at its foot, to tell a paper in a bracket from a series: [들꽃신문 나무별], [생활경제 이사철]."""

from __future__ import annotations

import regex

from ...korean.word_lists import pattern
from .extent import Extent, words
from .romanised import romanised

_CLAIMED = pattern("bylines.claimed")
_BETWEEN = regex.compile(r"\s*[|ㅣ│]\s*|\s{2,}|\t")
_LONGEST = 140


def names(text: str, extent: Extent) -> frozenset[str]:
    """The pieces of its first line, and what stands behind the sign of a copyright."""
    first = next((words(text, line) for line in extent.lines if line.role != "blank"), "")
    claimed = (match["name"] for match in _CLAIMED.finditer(extent.whole(text)))
    return frozenset((*_BETWEEN.split(first[:_LONGEST]), *claimed))


def is_own(name: str, own: frozenset[str]) -> bool:
    """Whether a page calls itself so, or ends so in Latin letters: 들꽃나루 on that of Daily Naru."""
    sound = romanised(name[-2:])
    return name in own or any(one.isascii() and romanised(one).endswith(sound) for one in own)
