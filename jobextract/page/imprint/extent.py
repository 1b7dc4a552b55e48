"""The lines of one article on its page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ...model import Line

#: lines behind an article's end that may still speak of it
SIGHT = 12


@dataclass(frozen=True, eq=False)
class Extent:
    """From the headline to the last line before the next one's; ``first`` and ``last`` are the lines of its own text.

    It is the same as itself only, so that what several readers ask of it is found once.
    """

    lines: list[Line]
    first: int
    last: int

    @cached_property
    def top(self) -> int:
        """The line that its running text begins on; behind its last line where it has none."""
        prose = next((line.number for line in self.lines if line.rule == "body.prose"), None)
        return prose or next((line.number for line in self.lines if line.role == "body"), self.last + 1)

    def over(self) -> list[Line]:
        """The lines over its running text, without blank ones."""
        top = self.top
        return [line for line in self.lines if line.number < top and line.role != "blank"]

    def headline(self) -> int:
        """The line of its headline; its first line where it has none."""
        return next((line.number for line in self.lines if line.rule in ("title.main", "title.next")), self.first)

    def whole(self, text: str) -> str:
        """All that its part of the page says."""
        return text[self.lines[0].start : self.lines[-1].end]

    def near(self) -> list[Line]:
        """The lines that may speak of its publication: to so many behind its end."""
        return [line for line in self.lines if line.number <= self.last + SIGHT]


def words(text: str, line: Line) -> str:
    """What stands in the line."""
    return text[line.start : line.end].strip()
