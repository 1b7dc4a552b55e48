"""What sort of body a name is of: a ministry, a municipality by its ending, an institution, a part of one."""

from __future__ import annotations

from ...korean.word_lists import words
from .. import gazetteer
from .entities import Names, is_founded

#: parts of a body that speak for it: a council, a committee, a ward of a court
_PARTS = words("candidates.parts")
#: endings of institutions that are told of though a municipality runs many of them; of municipalities
HOUSES, MUNICIPALITY = words("bodies.houses"), words("candidates.municipality")


def kind_of(last: str, known: Names) -> str:
    """What sort of body the name is of: a part of one, a ministry, a country, a municipality by its ending, an institution."""
    if last in known.national:
        return "national"
    if last in known.abroad:
        return "abroad"
    for ending in _PARTS:
        if last.endswith(ending) and len(last) > len(ending):
            return ending
    if gazetteer.is_name(last, known.places) or last in known.places.places:
        return last[-1] if last[-1] in MUNICIPALITY and len(last) > 2 else "place"
    if last in known.towns:
        return last[-1]
    ends = last.endswith(known.institutions) or is_founded(last) or (len(last) > 3 and last.endswith(HOUSES))
    return "institution" if ends and last not in known.institutions else "name"
