"""Tables that only lay out a page, as pages of old have them: their cells are read as the blocks that they are."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

#: what holds no tags, whatever it looks like: comments, scripts, styles
NO_MARKUP = r"<!--(?:[^-]++|-(?!->))*+|<(?P<raw>script|style)\b(?:[^<]++|<(?!/(?P=raw)\b))*+"
_TAG = regex.compile(
    rf"{NO_MARKUP}|<(?P<end>/?)(?P<name>table|tbody|thead|tfoot|tr|td|th)\b[^<>]*+>",
    regex.I,
)
_ANY, _BLANKS = regex.compile(r"<[^<>]*+>"), regex.compile(r"\s++")
_CELLS = frozenset(("td", "th"))


@dataclass
class _Table:
    """A table as far as it is read: its own tags, the longest text of its cells, the cells of a row, whether it holds another."""

    tags: list[tuple[int, int, str, bool]] = field(default_factory=list)
    longest: int = 0
    cell: int = 0
    row: int = 0
    wide: int = 0
    holds: bool = False

    def add(self, start: int, end: int, name: str, ends: bool) -> None:
        """One more of its tags."""
        if not ends:
            self.row = 0 if name == "tr" else self.row + (name in _CELLS)
        self.wide = max(self.wide, self.row)
        self.tags.append((start, end, name, ends))
        if name != "table":
            self.longest, self.cell = max(self.longest, self.cell), 0

    def lays_out(self, longest: int) -> bool:
        """Whether it holds another table or long text, or is one column."""
        return self.holds or self.longest > longest or self.wide == 1


def opened(page: str, longest: int) -> str:
    """The page without the tables that lay it out, as those with more code points in a cell than ``longest``."""
    found: list[tuple[int, int, str]] = []
    tables: list[_Table] = []
    at = 0
    for tag in _TAG.finditer(page):
        name = (tag["name"] or "").lower()
        if not name:
            continue
        if tables:
            tables[-1].cell += len(_BLANKS.sub("", _ANY.sub("", page[at : tag.start()])))
        at, ends = tag.end(), bool(tag["end"])
        if name == "table" and not ends:
            for outer in tables[-1:]:
                outer.holds = True
            tables.append(_Table())
        if not tables:
            continue
        tables[-1].add(tag.start(), tag.end(), name, ends)
        if name == "table" and ends and tables[-1].lays_out(longest):
            found += _blocks(tables[-1])
        if name == "table" and ends:
            tables.pop()
    return _replaced(page, sorted(found))


def _blocks(table: _Table) -> list[tuple[int, int, str]]:
    """What stands for each tag: a block for a cell, or a new line where some cells have no end tag."""
    cells = [ends for _, _, name, ends in table.tags if name in _CELLS]
    even = 2 * sum(cells) == len(cells)
    found = []
    for start, end, name, ends in table.tags:
        block = "</div>" if ends else "<div>"
        if name in _CELLS:
            block = block if even else "" if ends else "<br>"
        found.append((start, end, block if name in _CELLS or name == "table" else ""))
    return found


def _replaced(page: str, found: list[tuple[int, int, str]]) -> str:
    kept: list[str] = []
    at = 0
    for start, end, block in found:
        kept += [page[at:start], block]
        at = end
    return "".join((*kept, page[at:])) if kept else page
