"""Periods in words: ``2024-35`` as 2024년 3분기 or Q3 2024, ``../2026`` as 2026년까지 or by 2026.

What is no period of the record is given back as it stands.
"""

from __future__ import annotations

import re

from .words import Language

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_POINT = re.compile(r"(\d{2}XX|\d{3}X|\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2})(?::\d{2})?)?([~?%]?)", re.ASCII)
_CLOCK = re.compile(r"T?(\d{2}:\d{2})(?::\d{2})?(?:/T?(\d{2}:\d{2})(?::\d{2})?)?", re.ASCII)
_PARTS = {"33": "1", "34": "2", "35": "3", "36": "4", "40": "1", "41": "2"}
_HALVES = ("40", "41")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
#: year, decade, century, month, day, quarter, first and second half, about, by, since, from one to another
_SAID = {
    "ko": {
        "year": "{y}년", "decade": "{y}년대", "century": "{y}세기", "month": "{y}년 {m}월", "day": "{y}년 {m}월 {d}일",
        "quarter": "{y}년 {q}분기", "half1": "{y}년 상반기", "half2": "{y}년 하반기", "about": "{p}쯤",
        "until": "{p}까지", "since": "{p}부터", "span": "{a} ~ {b}",
        "years": "{y}~{z}년", "months": "{y}년 {m}~{n}월", "days": "{y}년 {m}월 {d}~{e}일",
    },
    "en": {
        "year": "{y}", "decade": "{y}s", "century": "{o} century", "month": "{M} {y}", "day": "{d} {M} {y}",
        "quarter": "Q{q} {y}", "half1": "first half of {y}", "half2": "second half of {y}", "about": "about {p}",
        "until": "by {p}", "since": "since {p}", "span": "{a} – {b}",
        "years": "{y}–{z}", "months": "{M}–{N} {y}", "days": "{d}–{e} {M} {y}",
    },
}  # fmt: skip


def in_words(period: str | None, language: Language) -> str:
    """The period as people say it, nothing where there is none."""
    if not period:
        return ""
    said = _SAID[language]
    if clock := _CLOCK.fullmatch(period):
        return "–".join(filter(None, clock.groups()))
    first, slash, last = period.partition("/")
    if not slash:
        return _point(first, said) or period
    if first in ("..", "") or last in ("..", ""):
        known = _point(last if first in ("..", "") else first, said)
        return said["until" if first in ("..", "") else "since"].format(p=known) if known else period
    return _span(first, last, said) or period


def _point(words: str, said: dict[str, str]) -> str | None:
    found = _POINT.fullmatch(words)
    if not found:
        return None
    year, month, day, clock, about = found.groups()
    name, facts = _named(year, month, day)
    if name is None:
        return None
    told = said[name].format(**facts)
    if clock:
        told = f"{told} {clock}"
    return said["about"].format(p=told) if about else told


def _named(year: str, month: str | None, day: str | None) -> tuple[str | None, dict[str, object]]:
    """Which words tell of it, and what is filled in."""
    if year.endswith("XX"):
        number = int(year[:2]) + 1
        return "century", {
            "y": number,
            "o": f"{number}{_ENDINGS.get(number % 10 * (number not in (11, 12, 13)), 'th')}",
        }
    if year.endswith("X"):
        return "decade", {"y": f"{int(year[:3])}0"}
    facts: dict[str, object] = {"y": int(year)}
    if month is None:
        return "year", facts
    if month in _PARTS and day is None:
        part = _PARTS[month]
        return (f"half{part}" if month in _HALVES else "quarter"), facts | {"q": part}
    if not 1 <= int(month) <= 12:
        return None, facts
    facts |= {"m": int(month), "M": MONTHS[int(month) - 1]}
    return ("month", facts) if day is None else ("day", facts | {"d": int(day)})


def _span(first: str, last: str, said: dict[str, str]) -> str | None:
    """An interval, with what its two ends share said once."""
    low, high = _POINT.fullmatch(first), _POINT.fullmatch(last)
    if not low or not high:
        return None
    one, other = _named(*low.groups()[:3]), _named(*high.groups()[:3])
    shared = {"year": "years", "month": "months", "day": "days"}.get(one[0] or "")
    a, b = one[1], other[1]
    plain = not any((low[4], low[5], high[4], high[5]))
    same = shared == "years" or (a.get("y") == b.get("y") and (shared == "months" or a.get("m") == b.get("m")))
    if shared and one[0] == other[0] and plain and same:
        return said[shared].format(**a, z=b["y"], n=b.get("m"), N=b.get("M"), e=b.get("d"))
    points = _point(first, said), _point(last, said)
    return said["span"].format(a=points[0], b=points[1]) if all(points) else None
