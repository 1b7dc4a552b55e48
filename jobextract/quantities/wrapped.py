"""Figures that the end of a line breaks within one wrapped sentence: 12⏎억원, 3천⏎  2백개.

The sentence is read with one blank in place of the break and the indent behind it; the spans are those of the text as it is.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

import msgspec

from ..korean.word_lists import pattern
from ..model import Mention
from ..rulebook.loader import Rulebook
from .recognizer import find

_BREAK = pattern("numerals.broken")
#: code points around the sentence that its figures are read beside
_BESIDE = 80


def find_wrapped(
    text: str, start: int, end: int, reference: date | None, year: int | None, book: Rulebook | None = None
) -> list[Mention]:
    """The mentions of ``text[start:end]``, whose lines are one wrapped sentence or several."""
    breaks = list(_BREAK.finditer(text, start, end))
    if not breaks:
        return find(text, start, end, reference, year, book)
    first = max(0, start - _BESIDE)
    pieces, at, places, moved = [], first, [0], [first]
    for gap in breaks:
        pieces += [text[at : gap.start()], " "]
        at = gap.end()
        places.append(sum(map(len, pieces)))
        moved.append(at - places[-1])
    joined = "".join((*pieces, text[at : end + _BESIDE]))
    found = find(joined, start - first, end - moved[-1], reference, year, book)
    return [_placed(text, mention, places, moved) for mention in found]


def _placed(text: str, mention: Mention, places: list[int], moved: list[int]) -> Mention:
    """The mention where it stands in the text as it is, and as it is written there."""
    start = mention.start + moved[bisect_right(places, mention.start) - 1]
    end = mention.end - 1 + moved[bisect_right(places, mention.end - 1) - 1] + 1
    return msgspec.structs.replace(mention, start=start, end=end, text=text[start:end])
