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
#: lines on top of a page that may say the site's name, and words of each
_TOP, _NAMES = 4, 4
_NAME = re.compile(f"[{chr(0xAC00)}-{chr(0xD7A3)}A-Za-z]{{3,}}")
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


# --- what is about something else, and what names the site ------------------------------------------------------------


def strange(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """Running texts in a row that say no word of the core, which are leads of other articles; and names of the site.

    One paragraph of an article may say nothing of what the others do; three of them are no part of it. A name that the page's
    top says and its text never does is the site's where the foot says it again.
    """
    own = tables("says of the core:{0},{1},{2}", "strangers in a row:{3},{1}")
    below = tables("strangers below:{0},{1}")
    named = tables("names of the site:{0},{1}", "names, reads:{2},{0}")
    runs, holders = _runs(layout), _holders(layout)
    following, rows = 0, list[list[Worth]]()
    for at in range(len(layout.lines) - 1, -1, -1):
        line, side = layout.lines[at], layout.sides[at]
        text = line.shape.text
        if at in runs:
            said, following = runs[at]
            row = [own[said, side, bisect_right(_SIZES, len(text)), following]]
        else:
            row = [below[following, side]]
        names = [name for name in holders if name in text] if holders else None
        if names:
            row.append(named["first" if any(holders[name] == at for name in names) else "again", side, line.kind])
        rows.append(row)
    yield from reversed(rows)


def _runs(layout: Layout) -> dict[int, tuple[int, int]]:
    """For each running text how many words of the core it says, and how many in a row, up to four, say none."""
    found: dict[int, tuple[int, int]] = {}
    run: list[int] = []
    topic = layout.topic
    for at, line in enumerate(layout.lines):
        if not line.tells:
            continue
        said = len(line.words & topic)
        if said:
            found.update((one, (0, min(len(run), 4))) for one in run)
            found[at], run = (min(said, 3), 0), []
        else:
            run.append(at)
    found.update((one, (0, min(len(run), 4))) for one in run)
    return found


def _holders(layout: Layout) -> dict[str, int]:
    """The names by the line that says each first; only those that a line below says too, and no running text of the core."""
    lines = layout.lines
    told = "\n".join([line.shape.text for line in lines[layout.first : layout.last + 1] if line.tells])
    page = "\n".join([line.shape.text for line in lines])
    found: dict[str, int] = {}
    end = 0
    for at, line in enumerate(lines[:_TOP]):
        end += len(line.shape.text) + 1
        for name in [] if line.tells else _NAME.findall(line.shape.text[:_MOST])[:_NAMES]:
            if name not in found and page.find(name, end) >= 0 and name not in told:
                found[name] = at
    return found
