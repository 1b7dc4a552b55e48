"""What sort of news an article is: of what was counted, of markets, polls, trials, matches, or of what a body does and plans.

An article of the first sorts has no body of its own often, and who counted is no more than its source. The same is said to all
names that are weighed, so that it makes it likelier, or less likely, that there is any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...korean.tokens import Sentence
from ...korean.word_lists import pattern

#: sorts of news that a title tells
_SORTS = {
    name: pattern(f"bodies.news_{name}")
    for name in ("counted", "market", "poll", "trial", "accident", "weather", "match")
}
_PLANS, _COUNTED, _SOURCE = pattern("bodies.plans"), pattern("bodies.found"), pattern("bodies.source")
_COMPARES, _SHARE = pattern("bodies.compares"), re.compile("%")
#: sentences that are the lead here, code points that hold a verb, and code points behind a name that say that it is the source
LEAD, VERB, BEHIND = 3, 14, 40


class Tenor:
    """Title and text of one article; ``facts`` are of its sort, ``of_source`` of a name as the source of its figures."""

    def __init__(self, title: str, body: list[Sentence], text: str) -> None:
        self.start, self.end = (body[0].start, body[-1].end) if body else (0, 0)
        self.text = text
        lead = text[self.start : body[:LEAD][-1].end] if body else ""
        self.sorts = [name for name, words in _SORTS.items() if words.search(title)]
        self.size = max(len(body), 1)
        ends = [text[max(s.start, s.end - VERB) : s.end] for s in body]
        self.found = min(sum(bool(_COUNTED.search(end)) for end in ends) * 6 // self.size, 3)
        self.plans, self.compares = self._often(_PLANS, 4), self._often(_COMPARES, 3)
        self.shares = self._often(_SHARE, 2)
        self.sourced = bool(_SOURCE.search(lead))

    def _often(self, words: re.Pattern[str], times: int) -> int:
        """How often the words stand in the text, in so many parts of its sentences."""
        return min(sum(1 for _ in words.finditer(self.text, self.start, self.end)) * times // self.size, 4)

    def facts(self, kind: str) -> Iterator[str]:
        """What sort of news it is, for a name of that kind."""
        for sort in self.sorts or ("none",):
            yield f"news {sort}"
            yield f"news {sort}|{kind}"
            yield f"news {sort}|plans{self.plans}"
        yield f"found{self.found}"
        yield f"found{self.found}|{kind}"
        yield f"plans{self.plans}"
        yield f"plans{self.plans}|{kind}"
        yield f"found{self.found}plans{self.plans}"
        yield f"compares{self.compares}|{kind}"
        yield f"compares{self.compares}plans{self.plans}"
        yield f"shares{self.shares}|{kind}"
        yield f"shares{self.shares}plans{self.plans}"
        yield f"sourced{self.sourced:d}|{kind}"

    def of_source(self, last: str, kind: str, said: int) -> Iterator[str]:
        """How often the name is only the source of what is told, of how often it is said."""
        source, at = 0, self.text.find(last, self.start, self.end)
        while at >= 0:
            source += bool(_SOURCE.match(self.text, at + len(last), min(at + len(last) + BEHIND, self.end)))
            at = self.text.find(last, at + len(last), self.end)
        yield f"source{min(source, 2)}of{min(said, 4)}"
        yield f"source{min(source, 2)}of{min(said, 4)}|{kind}"
        if source:
            only = "only" if source >= said else "also"
            for sort in self.sorts or ("none",):
                yield f"source {only}|{sort}"
            yield f"source {only}|plans{self.plans}"
            yield f"source {only}|found{self.found}"
