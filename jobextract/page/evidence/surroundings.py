"""What stands about a line: how dense running text is there, the nearest lines, and whether the page says it again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from ...learning.tables import Tables, Worth
from ..layout import Layout

_PARTS = (0.001, 0.05, 0.2, 0.5, 0.8, 0.95, 0.999)
_SIZES = (9, 22, 45, 100)
#: lines about each, and the signs that a line counts as at least
_NEAR, _LINE = 3, 40
#: signs of a line that may be a headline, and what stands between it and the name of its site
_LEAST, _MOST = 9, 120
_SITE = re.compile(r"\s[-–|:<>·»]{1,2}\s")


# --- running text about the line -------------------------------------------------------------------------------------


def told(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """How much of the running text has been told, how dense it is about the line, and in which manner it ends."""
    facts = tables("told:{0}", "text above 3:{1}", "text below 3:{2}", "manner:{3}")
    lines, size = layout.lines, len(layout.lines)
    sums = [0, *accumulate(len(line.shape.text) if line.tells else 0 for line in lines)]
    sizes = [0, *accumulate(max(_LINE, len(line.shape.text)) for line in lines)]
    before, manner = sums[layout.first], _manner(layout)
    core = sums[layout.last + 1] - before

    def dense(first: int, after: int) -> int:
        signs = sizes[after] - sizes[first]
        return bisect_right(_PARTS, (sums[after] - sums[first]) / signs if signs else 0.0)

    for at, line in enumerate(lines):
        part = bisect_right(_PARTS, min(max(sums[at] - before, 0), core) / core) if core else "nothing"
        above, below = dense(max(0, at - _NEAR), at), dense(at + 1, min(size, at + 1 + _NEAR))
        yield [facts[part, above, below, line.end.partition(",")[0] == manner if line.tells else None]]


def _manner(layout: Layout) -> str:
    ends = Counter(line.end.partition(",")[0] for line in layout.lines[layout.first : layout.last + 1] if line.tells)
    return min(ends, key=lambda name: (-ends[name], name)) if ends else ""


# --- neighbours ------------------------------------------------------------------------------------------------------


def beside(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """What stands in the line above and the line below."""
    around = tables("{0:+} reads:{1}", "{0:+} size:{2}", "{0:+} family:{3}")
    alone = tables("blank below:{1}", "alone:{0},{1}")
    edge = ("edge", None, None)
    shown = [(line.kind, bisect_right(_SIZES, len(line.shape.text)), line.family or None) for line in layout.lines]
    blanks = [*(line.blanks > 0 for line in layout.lines), True]
    for at, (above, below) in enumerate(zip([edge, *shown], [*shown[1:], edge], strict=False)):
        yield [around[(-1, *above)], around[(1, *below)], alone[blanks[at], blanks[at + 1]]]


# --- what is said again -----------------------------------------------------------------------------------------------


def again(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """Whether the line is said above or below too, alone or with the name of the site."""
    told, none = tables("said above:{0}", "said below:{1}"), tables()[()]
    keys = [_key(line.shape.text) for line in layout.lines]
    below, above = Counter(keys), Counter[str]()
    for key in keys:
        below[key] -= 1
        yield [told[above[key] > 0 or None, below[key] > 0 or None] if key else none]
        above[key] += 1


def _key(text: str) -> str:
    """The headline that the line may be, without its blanks; nothing where it can be none."""
    if not _LEAST <= len(text) <= _MOST:
        return ""
    key = "".join(_SITE.split(text)[0].split())
    return key if len(key) >= _LEAST else "".join(text.split())
