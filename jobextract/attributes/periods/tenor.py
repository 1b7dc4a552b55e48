"""The tenor of an article: what says of its times as a whole which of them it is about.

An article whose lead says at what hour something happened is about that day; one whose lead says on what day something was made known is
not about that day. What is told in January of a year that is over is told of all that year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from ...korean.tokens import Sentence
from ...korean.word_forms import is_past
from ...korean.word_lists import pattern
from ...temporal import edtf, periods
from ..figure import TIMELESS, Figure
from . import carryover
from .expressions import Expression

#: sentences of the body that set the tenor
OPENS = 3
_WILL = pattern("tenor.will")
_STATE = pattern("tenor.state")
#: days and months that are told apart; the most days that are about a week, and about a month
NEAR, WEEK, MONTH = 3, 8, 40
#: code points at the end of a sentence that tell how it is told
TAIL = 24


def tenor(
    text: str, spoken: Sequence[Sentence], drafts: Sequence[Figure], now: str | None, named: Sequence[Expression]
) -> list[str]:
    """What is known of the article as a whole, a fact each."""
    opening = [number for number, s in enumerate(spoken) if s.section == "body"][:OPENS]
    first = spoken[opening[0]] if opening else None
    found = [f"tense={tense(text, first)}"] if first is not None else []
    announced = any(one.part == "announced" and one.sentence in opening for one in named)
    hour = any(_is_hour(mention.kind, mention.period) for number in opening for mention in spoken[number].mentions)
    found += [f"hour={hour}|announced={announced}"]
    if now is not None and len(now) >= len("2024-09"):
        found.append(f"month={now[5:7]}" if now[5:7] in ("01", "02", "03", "12") else "month=other")
    told = [d for d in drafts if d.mention.kind not in TIMELESS]
    units = Counter((d.mention.kind, d.mention.unit) for d in told).most_common(1)
    found += [f"unit={kind}:{unit}" for (kind, unit), _ in units]
    forms = Counter(form(one.time.period) for one in named if one.tells).most_common(1)
    found += [f"forms={name}" for name, _ in forms]
    return found


def _is_hour(kind: str, period: str | None) -> bool:
    return kind == "time" or (kind == "date" and "T" in (period or ""))


def tense(text: str, sentence: Sentence) -> str:
    """How a sentence is told: ``will`` of what is intended, ``past`` or ``state``."""
    tail = text[max(sentence.start, sentence.end - TAIL) : sentence.end]
    if _WILL.search(tail):
        return "will"
    last = next((word.text for word in reversed(sentence.words) if word.role != "mark"), "")
    if is_past(last.rstrip('.”"')):
        return "past"
    return "state" if _STATE.search(tail) else "other"


@lru_cache(maxsize=4096)
def form(period: str) -> str:
    """What kind of time a period is."""
    if period.startswith("../"):
        return "deadline"
    if period.endswith("/.."):
        return "since"
    if "/" in period:
        return "days" if carryover.is_days(period) else "span"
    if "~" in period:
        return "about"
    return {4: "year", 7: "month" if periods.is_month(period) else "part", 10: "day"}.get(len(period), "other")


def distance(period: str, now: str | None) -> str | None:
    """How far before the day of the article a day or month, or the last of some, lies; None of other times and without a day."""
    if now is None or len(now) < len("2024-09-01"):
        return None
    first, last = edtf.start(period), edtf.end(period)
    plural = "" if first == last else "s"
    if periods.is_day(last):
        return f"day{plural}={_days_back(_days(now[:10]) - _days(last))}"
    if periods.is_month(last):
        gap = (int(now[:4]) - int(last[:4])) * 12 + int(now[5:7]) - int(last[5:7])
        return f"month{plural}={gap if -1 <= gap <= NEAR else 'past' if gap > 0 else 'ahead'}"
    return None


def _days_back(gap: int) -> str:
    if -2 <= gap <= NEAR:
        return str(gap)
    if gap < 0:
        return "ahead"
    return "week" if gap <= WEEK else "month" if gap <= MONTH else "past"


def _days(day: str) -> int:
    year, month, number = map(int, day.split("-"))
    return (year * 12 + month) * 31 + number
