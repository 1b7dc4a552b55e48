"""각각: figures that are, in their order, those of the things named before them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...korean.word_lists import words as listed
from ..figure import Figure
from . import breakdowns
from .placement import FAR, Chunk, Told

_EACH = frozenset(listed("candidates.each"))
#: the letter of 와, and the symbols that end what 각각 reaches
_WITH, _CLAUSE = "W", frozenset("VMTS")


def each(figure: Told, cut: list[Chunk], before: list[Figure]) -> Iterator[tuple[str, list[str]]]:
    """What stands before 각각 in the place of this figure behind it: A는 3명, B는 5명으로 각각 10%, 20% 늘었다; A와 B는 각각 3명, 5명."""
    words, at, path = figure.draft.sentence.words, figure.at, figure.path
    here = next((i for i in range(at - 1, max(at - FAR, -1), -1) if words[i].text in _EACH), None)
    if here is None or not _CLAUSE.isdisjoint(path[here + 1 : at]):
        return
    end = next((i for i in range(at, len(path)) if path[i] in _CLAUSE), len(path))
    place, many = (sum(sign in "Ff" for sign in path[here:stop]) for stop in (at, end))
    mine = [other for other in before if other.sentence is figure.draft.sentence and other.at < here]
    others = [other for other in before if other.sentence is not figure.draft.sentence]
    said = mine or [other for other in others if other.sentence is others[-1].sentence]
    named = [other.lent or other.item for other in said if other.word.role == "figure"][-many:]
    told = _coordinated([chunk for chunk in cut if chunk.last < here], path, many)
    sort = f"{path[told[0].last]}{_sort(told)}" if told else ""
    for fact, texts in ((f"each{bool(mine):d}", named), (f"eachname{sort}", [chunk.text for chunk in told])):
        if len(texts) == many > place:
            own = texts[place]
            for text in filter(None, dict.fromkeys(texts)):
                way = fact if text == own else f"{fact}other"
                yield text, [f"{way}#{min(many, 3)}", f"{way}|{figure.group}"]


def _sort(told: list[Chunk]) -> str:
    """Whether what is listed is bodies, whose figures they only are, or measured, or anything else."""
    if any(chunk.body for chunk in told):
        return "body"
    return "measure" if all(breakdowns.is_measure(chunk.text) for chunk in told) else "thing"


def _coordinated(chunks: list[Chunk], path: str, many: int) -> list[Chunk]:
    """The last phrases of a list, as many as asked for: joined by 와, or each with its figure or comma; none where they are no list."""
    last = next((at for at in range(len(chunks) - 1, -1, -1) if path[chunks[at].last] in "TS"), len(chunks) - 1)
    told = chunks[max(0, last + 1 - many) : last + 1]
    for one, other in pairwise(told):
        letter, between = path[one.last], path[one.last + 1 : other.first]
        alike = letter in (path[other.last], "N") and not set(",Ff").isdisjoint(between)
        if not (letter == _WITH or alike) or "V" in between:
            return []
    return told
