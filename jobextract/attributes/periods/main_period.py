"""The period that most figures of an article are for: chosen once, from the times of headline, lead and all figures with a time.

Half of all wrong periods are the main period of their article: what a sentence without a time is for hangs on this one choice. It is
learned from the main periods of labelled articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...korean.tokens import OPEN, Sentence, Word
from ...temporal import edtf, periods
from ...temporal.periods import Time
from ..figure import Figure
from ..frame import Frame
from . import carryover, comparisons, governing_time, report_period

#: sentences of the body, and headlines, that are read for it
LEAD, HEADLINES, MOST = 5, 3, 6


class Option(NamedTuple):
    """A time that the article may be about, and the facts for it."""

    time: Time
    facts: list[str]


def options(
    text: str, spoken: Sequence[Sentence], drafts: Sequence[Figure], told: Frame, now: str | None, year: Time | None
) -> list[Option]:
    """The times that the article may be about, in the order in which they are found."""
    found: dict[str, Option] = {}
    for time, facts in _all(text, spoken, drafts, year):
        found.setdefault(time.period, Option(time, [])).facts.extend(facts)
    acts = told.title[:3] or tuple(f"lead-{act}" for act in told.lead[:2])
    for one in found.values():
        shape = form(one.time.period)
        when = _when(one.time.period, now)
        own = list(dict.fromkeys(one.facts))
        crossed = [f"{fact}|{shape}" for fact in own] + [f"{fact}|{when}" for fact in own]
        about = [f"shape={shape}", f"when={when}", f"shape={shape}|when={when}"]
        one.facts[:] = [*own, *crossed, *about, *(f"{fact}|{act}" for act in acts for fact in about)]
    return list(found.values())


def _all(
    text: str, spoken: Sequence[Sentence], drafts: Sequence[Figure], year: Time | None
) -> Iterator[tuple[Time, list[str]]]:
    titles = [s for s in spoken if s.section == "title"][:HEADLINES]
    body = [s for s in spoken if s.section == "body"][:LEAD]
    for name, sentences in (("title", titles), ("body", body)):
        for number, sentence in enumerate(sentences):
            place = f"{name}{min(number, 2)}"
            for index, word in enumerate(sentence.words):
                if word.role == "date":
                    yield from _named(text, sentence, index, word, place, year)
    yield from _given(drafts)
    days = report_period.surveyed(text, list(spoken))
    if days is not None:
        yield days, ["surveyed"]
    if year is not None:
        yield year, ["thisyear"]
        yield Time(str(int(year.period) - 1), year.basis), ["lastyear"]


def _named(
    text: str, sentence: Sentence, index: int, word: Word, place: str, year: Time | None
) -> Iterator[tuple[Time, list[str]]]:
    if not word.mention.period or word.mention.period.startswith("T"):
        return
    time = periods.day_of(Time(word.mention.period, word.mention.basis))
    words = sentence.words
    said = "".join("0" if c.isdigit() else c for c in word.mention.text)[:7]
    facts = [place, f"{place}|{said}", f"said={said}"]
    behind = words[index + 1].text[:3] if index + 1 < len(words) else "-"
    facts.append(f"behind={behind}|{place[:-1]}")
    if comparisons.compares(text, sentence, index):
        facts.append(f"compared|{place}")
    if governing_time.announces(text, sentence, index):
        facts.append(f"announced|{place}")
    if index and words[index - 1].text in OPEN:
        facts.append("bracketed")
    if index == 0:
        facts.append(f"opens|{place}")
    figures = sum(w.role == "figure" for w in words[index:])
    facts.append(f"{place}|figures={min(figures, 2)}")
    yield time, facts
    span = since_new_year(time, year)
    if span is not None:
        yield span, [f"newyear|{fact}" for fact in facts[:4]]


def since_new_year(time: Time, year: Time | None) -> Time | None:
    """9월까지 of what is counted over the year: 2024-01/2024-09."""
    end = time.period.removeprefix("../")
    if year is None or len(end) < len("2024-09") or end[:4] != year.period[:4] or "/" in end or end.endswith("~"):
        return None
    if end[5:7] in ("01", *edtf.PARTS):
        return None
    first = f"{end[:4]}-01" if len(end) == len("2024-09") else f"{end[:4]}-01-01"
    return Time(f"{first}/{end}", time.basis)


def _given(drafts: Sequence[Figure]) -> Iterator[tuple[Time, list[str]]]:
    """The times that the rules gave to figures, by how many they gave them to and where."""
    counts: dict[str, list[Figure]] = {}
    told = [d for d in drafts if d.mention.kind not in ("date", "time", "age", "duration")]
    for draft in told:
        if draft.time is not None:
            counts.setdefault(draft.time.period, []).append(draft)
    ranked = sorted(counts.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:MOST]
    for rank, (_, figures) in enumerate(ranked):
        share = len(figures) * 5 // max(1, len(told))
        own = sum(not d.carried for d in figures)
        actual = sum(d.status == "actual" for d in figures) * 3 // len(figures)
        facts = [f"given={rank}", f"given|share={share}", f"given|own={min(own, 4)}", f"given|actual={actual}"]
        if figures[0] is told[0]:
            facts.append("given|first")
        yield figures[0].time, facts


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


def _when(period: str, now: str | None) -> str:
    """Where a period lies, seen from the day of the article."""
    if now is None:
        return "unknown"
    if periods.is_to_come(period, now):
        return "coming"
    year, this = periods.year_of(period), int(now[:4])
    if year is None:
        return "open"
    if year < this:
        early = len(now) >= len("2024-03") and now[5:7] in ("01", "02", "03", "04")
        return "long" if year < this - 1 else f"lastyear{'early' if early else ''}"
    if len(now) >= len("2024-03") and periods.is_span(period) and len(period) == len("2024-03"):
        return f"months={min(int(now[5:7]) - int(edtf.end(period)[5:7]), 3)}"
    return "thisyear"
