"""The present year by figures told of years: rows of years that end in it, one figure told of a year by its number and by a word."""

from __future__ import annotations

from itertools import pairwise

import regex

from ...korean.word_lists import regex_pattern
from .words import RELATIVE, RELATIVE_WORD, YEAR

_ENTRY, _SINCE_THEN = regex_pattern("reference_year.entry"), regex_pattern("reference_year.since_then")
_GOES_ON, _PLANNED = regex_pattern("reference_year.goes_on"), regex_pattern("reference_year.planned")
_FIGURE_OF = regex_pattern("reference_year.figure_of")
_FIGURE_OF_RELATIVE = regex_pattern("reference_year.figure_of_relative")
#: characters between two entries of a row
_NEAR = 30
#: years of a row that may leave out those with nothing to tell
_SHORT = 3
#: digits from which a figure, or one with a fraction, is hardly told twice by chance
_LONG, _LONG_FRACTION = 4, 3


def rows(texts: list[str]) -> set[int]:
    """2021년 4.2%, 2022년 5.8%로 올랐지만 올해 10.6%: the year behind a row of years, which may end in the next sentence."""
    found: set[int] = set()
    for sentence, following in zip(texts, [*texts[1:], ""], strict=True):
        entries = list(_ENTRY.finditer(sentence))
        for at, entry in enumerate(entries[2:], 2):
            if entry["word"] and entry.start() - entries[at - 1].end() <= _NEAR:
                found |= _behind(entries[:at], entry)
        last = _ENTRY.match(following) if len(entries) > 1 and _GOES_ON.match(following) else None
        if last and last["word"] and _closes(sentence, entries[-1]):
            found |= _behind(entries, last)
    return found


def _closes(sentence: str, last: regex.Match[str]) -> bool:
    """Whether the sentence ends with the last entry of its row, so that the next one may go on with it."""
    other = _PLANNED.search(sentence) or RELATIVE_WORD.search(sentence) or _SINCE_THEN.search(sentence, last.end())
    return other is None and last[1] == max(YEAR.findall(sentence))


def _behind(row: list[regex.Match[str]], last: regex.Match[str]) -> set[int]:
    """The present year by a row that ends in it or in the one before: years that follow one another, of one measure.

    A row that leaves years out may leave out the last too, and so may a short one of single digits, in which none is left out.
    """
    years = [int(entry[1]) for entry in row if entry[1]]
    run = [entry for entry in row[-2:] if entry["counter"] == last["counter"]]
    gap = any(later.start() - entry.end() > _NEAR for entry, later in pairwise(row[-2:]))
    if len(run) < 2 or gap or len(years) < len(row) or any(b != a + 1 for a, b in pairwise(years)):
        return set()
    few = len(years) <= _SHORT and max(len(entry["figure"]) for entry in (*run, last)) == 1
    return set() if few else {years[-1] + 1 - RELATIVE[last["word"]]}


def told_twice(texts: list[str]) -> set[int]:
    """2026년 일자리 4,350개 in the headline, 올해 일자리 4,350개 in the text: one figure, told of a year and of a year from this one."""
    years: dict[str, set[int]] = {}
    for sentence in texts:
        for match in _FIGURE_OF.finditer(sentence):
            if _peculiar(match[2]):
                years.setdefault(match[2].replace(",", ""), set()).add(int(match[1]))
    found: dict[str, set[int]] = {}
    for sentence in texts:
        for match in _FIGURE_OF_RELATIVE.finditer(sentence):
            figure = match[2].replace(",", "")
            for year in years.get(figure, ()):
                found.setdefault(figure, set()).add(year - RELATIVE[match[1]])
    return {year for several in found.values() if len(several) == 1 for year in several}


def _peculiar(figure: str) -> bool:
    """Whether two years hardly share the figure: 4,350 or 83.1, and neither 150 nor 3,000."""
    digits = "".join(filter(str.isdigit, figure))
    return len(digits.rstrip("0")) >= _LONG_FRACTION and (len(digits) >= _LONG or "." in figure)
