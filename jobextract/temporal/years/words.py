"""The words that the readers of years share."""

from __future__ import annotations

from ...korean.word_lists import numbers, regex_pattern

YEAR = regex_pattern("reference_year.year")
RELATIVE = numbers("reference_year.relative")
RELATIVE_WORD = regex_pattern("reference_year.relative_word")
#: headlines and sentences that an article opens with
LEAD = 6
