"""Which lines of a page are said again elsewhere on it, as headlines are on top of a page and among the most read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...learning.tables import Tables, Worth
from ..layout import Layout

#: signs of a line that may be a headline
_LEAST, _MOST = 9, 120
#: what stands between a headline and the name of its site
_SITE = re.compile(r"\s[-–|:<>·»]{1,2}\s")


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
