"""How Korean writes a length of time: the words and the pattern. ``durations`` reads what they match."""

from __future__ import annotations

from typing import cast

from ..korean import numerals
from ..korean.word_lists import any_of, numbers, pairs, regex_pattern, values
from ..model import Bound

#: what a unit holds of the next smaller one; a year of days and a month of days are rounded, so their sum is
#: approximate
SMALLER = {
    ("year", "month"): 12, ("year", "day"): 365, ("month", "day"): 30, ("week", "day"): 7, ("day", "hour"): 24,
    ("hour", "minute"): 60, ("minute", "second"): 60, ("hour", "second"): 3600,
}  # fmt: skip
DAY_WORDS = numbers("calendar.lengths_in_days")
DAY_RANGES = pairs("calendar.lengths_between")
BOUNDS = cast(dict[str, Bound], values("durations.bounds"))
DAY_EVIDENCE = regex_pattern("durations.day_evidence")
LENGTH_BEFORE = regex_pattern("durations.length_before")
ENDS_A_SPAN = regex_pattern("durations.ends_a_span")
UNTIL_CLAUSE_ENDS = regex_pattern("durations.clause_ends")

DURATION = regex_pattern("durations.duration", few=any_of((*numerals.FEW, *numerals.AROUND)), native=numerals.NATIVE)
GROUPS = sorted(DURATION.groupindex, key=DURATION.groupindex.__getitem__)
AGO = regex_pattern("durations.ago")
ABOUT_BEFORE = regex_pattern("durations.about_before")
BOUND_BEFORE = regex_pattern("durations.bound_before")
