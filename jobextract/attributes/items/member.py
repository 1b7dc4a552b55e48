"""Of a list or breakdown, the member that a figure is told of: 서울 3.2%, 인천 1.8%; 한빛은행(22%), 나래상사(18%).

Candidates are the phrases in front of the figure; ``rules/weights/member.json`` holds what each of their facts weighs.
"""

from __future__ import annotations

from ...korean.tokens import encloses
from ..context import Surroundings
from ..figure import Figure
from . import respectively
from .candidates import NEVER, Candidate, Reader, add
from .placement import Chunk, Told

#: phrases in front of a figure that may be its member
LEFT = 4
#: sorts of members whose item is what is measured alone, so that items can be compared over them
APART = frozenset(("body", "age"))


def candidates(near: Surroundings, draft: Figure, reader: Reader, told: Told) -> list[Candidate]:
    """What the figure may be the member's of, nearest first."""
    path = reader.cut(near).path
    found: dict[str, Candidate] = {}
    left = [(chunk, facts) for chunk, facts in told.beside if chunk.last < draft.at]
    for rank, (chunk, facts) in enumerate(left[:LEFT]):
        if chunk.text.endswith(NEVER):  # a comparison is of nobody: 전년동월대비 3만 명
            continue
        add(found, chunk.text, [*facts, *_facts(chunk, rank, path, draft, reader, told)])
    for chunk, own in respectively.members(told, reader.cut(near).all()):
        add(found, chunk.text, [f"each{own:d}", f"each{own:d}{reader.nouns.sort(chunk)}"])
    return list(found.values())


def _facts(chunk: Chunk, rank: int, path: str, draft: Figure, reader: Reader, told: Told) -> list[str]:
    sort = reader.nouns.sort(chunk)
    item = draft.item or ""
    inside = (
        "same"
        if item == chunk.text
        else "part"
        if item.startswith(chunk.text)
        else "in"
        if chunk.text in item
        else "no"
    )
    head = chunk.text.rsplit(" ", 1)[-1]
    return [
        f"L{path[chunk.last]}next{told.next}#{min(rank, 2)}",
        f"{sort}#{rank}framed{told.framed:d}{path[chunk.last]}",
        f"item{inside}#{rank}{sort}",
        f"item{inside}listed{told.listed}#{rank}",
        f"head{head[-1]}",
        f"head{head}",
        *([f"encloses#{rank}", f"encloses{sort}"] if encloses(draft.sentence.words, chunk.last, draft.at) else ()),
    ]


def apart(item: str | None, member: str | None, sort: str) -> str | None:
    """The item without its member where that is a place, a body or an age, so that it is the same for all of them."""
    if item is None or member is None or sort not in APART or not item.startswith(f"{member} "):
        return item
    return item[len(member) + 1 :]
