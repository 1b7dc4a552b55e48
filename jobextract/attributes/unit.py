"""The unit of a record: UCUM's code where a mention carries the sign that is printed.

A mention says what stands in the text, ``°C`` for ℃ and 도 for 도; a record says Cel (https://ucum.org). 도 is a degree of
temperature only where the sentence speaks of one, because angles and latitudes are written 도 too.
"""

from __future__ import annotations

from ..korean.word_lists import words
from ..rulebook.loader import Rulebook

(_DEGREE,) = words("items.degree")


def recorded(unit: str | None, sentence: str, book: Rulebook) -> str | None:
    """The unit that the record of a mention with ``unit`` in ``sentence`` carries."""
    if unit == _DEGREE and any(word in sentence for word in book.tables["heat"]["words"]):
        return "Cel"
    return book.tables["record_units"].get(unit, unit)
