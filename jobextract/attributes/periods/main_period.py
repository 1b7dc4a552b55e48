"""The period that the figures of an article are for which name none: chosen once for what has happened and once for what is to come.

Half of all wrong periods are the main period of their article: what a sentence without a time is for hangs on this one choice. Its
candidates are the times of headline and lead with the part that each plays there, the times of all figures that have one, and what the
day of publication suggests; which of them it is, is learned from the figures of labelled articles that have no time of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Literal, NamedTuple

from ...korean.tokens import Sentence, Word
from ...korean.word_lists import pattern, words
from ...temporal import edtf, periods
from ...temporal.periods import Time
from ..figure import Figure
from ..frame import Frame
from . import comparisons, derived, expressions, forms, report_period, shifted
from .expressions import Expression

#: sentences of the body, and headlines, that are read for it; times of figures
LEAD, HEADLINES, MOST = 7, 3, 6
#: quarters that end a span from the new year on: 3분기까지
QUARTERS = ("34", "35")
#: what single words fix
REPORTED = frozenset(("surveyed", "traded", "bill", "today"))
#: what has happened, what is to come
Group = Literal["actual", "ahead"]
_DOCUMENT, _AS_OF = pattern("periods.document"), words("periods.as_of")
#: kinds that have no period of their own
UNCOUNTED = frozenset(("date", "time", "age", "duration"))


class Option(NamedTuple):
    """A time that the article may be about, the facts for it, and how many of them are to be told apart by the group."""

    time: Time
    facts: list[str]
    own: int

    def of(self, group: Group) -> list[str]:
        """The facts for it as the time of what has happened, or of what is to come."""
        return [*self.facts, *(f"{fact}|{group}" for fact in self.facts[: self.own])]


def group(draft: Figure) -> Group:
    """Whether the figure has happened or is to come."""
    return "ahead" if draft.status in ("plan", "target") else "actual"


def options(
    text: str,
    spoken: Sequence[Sentence],
    drafts: Sequence[Figure],
    told: Frame,
    now: str | None,
    year: Time | None,
    named: Sequence[Expression],
    fixed: Mapping[str, Time],
) -> list[Option]:
    """The times that the article may be about, in the order in which they are found; ``fixed`` is what single words fix."""
    found: dict[str, tuple[Time, list[str]]] = {}
    several = chain(_all(text, spoken, drafts, now, year, named), ((time, [name]) for name, time in fixed.items()))
    for time, facts in several:
        time = report_period.surveyed_in(time, fixed)
        if edtf.valid(time.period):
            found.setdefault(edtf.in_months(time.period), (time, []))[1].extend(facts)
    acts = told.title[:3] or tuple(f"lead-{act}" for act in told.lead[:2])
    headline = _headline(spoken, named)
    acts = (*acts, *_topics(spoken, drafts))
    return [
        _option(
            time,
            [*facts, f"headline={forms.against(period, headline)}", *report_period.of_report(period, fixed)],
            acts,
            now,
        )
        for period, (time, facts) in found.items()
    ]


def _option(time: Time, facts: list[str], acts: Sequence[str], now: str | None) -> Option:
    shape, when = forms.form(edtf.in_months(time.period)), _when(time.period, now)
    own = list(dict.fromkeys(facts))
    core = [fact for fact in own if not fact.startswith(("said=", "behind="))]
    fine = forms.finer(edtf.in_months(time.period))
    about = [f"shape={shape}", f"when={when}", f"{shape}|{when}", f"fine={fine}", f"{fine}|{when}"]
    crossed = [f"{fact}|{shape}" for fact in core]
    acting = [f"{what}|{act}" for what in (shape, fine) for act in acts]
    acting += [f"{fact}|{act}" for fact in core if fact.partition("=")[0] in REPORTED for act in acts]
    core += about
    return Option(time, [*core, *crossed, *acting, *(fact for fact in own if fact not in core)], len(core))


def _all(
    text: str,
    spoken: Sequence[Sentence],
    drafts: Sequence[Figure],
    now: str | None,
    year: Time | None,
    named: Sequence[Expression],
) -> Iterator[tuple[Time, list[str]]]:
    yield from _named(text, spoken, year, named)
    yield from _worked_out(text, spoken, now)
    yield from _given(drafts)
    if year is not None:
        yield year, ["thisyear"]
        yield Time(f"{int(year.period) - 1:04d}", year.basis), ["lastyear"]
        yield Time(f"{int(year.period) + 1:04d}", year.basis), ["nextyear"]
    else:
        yield from ((time, ["titleyear"]) for time in derived.year_in_title(text, spoken))
    if now is not None and len(now) >= len("2024-03-05"):
        yield Time(now[:10], "published"), ["today"]
        yield Time(now[:7], "published"), ["thismonth"]


def _places(spoken: Sequence[Sentence]) -> dict[int, str]:
    """The sentences that open the article by their number: title0, title1, body0 …"""
    places: dict[int, str] = {}
    counts = {"title": 0, "body": 0}
    for number, sentence in enumerate(spoken):
        if sentence.section == "body" and not sentence.mentions:
            continue
        most = {"title": HEADLINES, "body": LEAD}.get(sentence.section, 0)
        if most and counts[sentence.section] < most:
            places[number] = (
                f"{sentence.section}{min(counts[sentence.section], 3 if sentence.section == 'body' else 1)}"
            )
            counts[sentence.section] += 1
    return places


def _named(
    text: str, spoken: Sequence[Sentence], year: Time | None, named: Sequence[Expression]
) -> Iterator[tuple[Time, list[str]]]:
    """The times that headline and lead name, with their part, their rank among those that tell, and what stands behind."""
    places, ranks, deep = _places(spoken), Counter[str](), Counter[str]()
    for time, number, index, part in named:
        place = places.get(number)
        if place is None:
            if part in ("tells", "exact"):
                deep[edtf.in_months(time.period)] += 1
                yield time, [f"deep={min(deep[edtf.in_months(time.period)], 4)}"]
                span = since_new_year(time, year)
                if span is not None:
                    yield span, ["newyear|deep", f"newyear|deep|{part}|{time.period.startswith('../')}"]
            continue
        sentence, section = spoken[number], place[:-1]
        words = sentence.words
        rank = ""
        if part in ("tells", "exact"):
            rank = f"#{min(ranks[section], 2)}"
            ranks[section] += 1
        figures = sum(w.role == "figure" and w.said.kind not in UNCOUNTED for w in words[index:])
        said = "".join("0" if c.isdigit() else c for c in words[index].said.text)[:7]
        behind = words[index + 1].text[:2] if index + 1 < len(words) and words[index + 1].role != "figure" else "-"
        facts = [
            f"{place}|{part}",
            f"{section}{rank}|{part}",
            f"{section}|{part}|figures={min(figures, 2)}",
            f"{section}|{part}|opens={index == 0}",
            f"{section}|{part}|particle={words[index].particle}",
        ]
        following = [word.text for word in words[index + 1 : index + 4]]
        if _names_document(words, index):
            facts.append(f"{section}|document")
        if any(word.startswith(_AS_OF) for word in following[:2]):
            facts.append(f"{section}|asof")
            if time.period[5:] in ("01-01", "12-31", "12"):
                yield (
                    Time(time.period[:4], time.basis),
                    [f"{section}|asofyear", f"{section}|asofyear|{time.period[5:]}"],
                )
        facts += [f"{name}={word}" for name, word in expressions.predicates(text, sentence, index)]
        spoken_as = [f"said={said}", f"behind={behind}", f"behind={behind}|{section}|{part}"]
        yield time, [*facts, *spoken_as]
        span = since_new_year(time, year)
        if span is not None:
            yield span, [f"newyear|said={said}"]


def _names_document(words: Sequence[Word], index: int) -> bool:
    """‘9월 인구동향’에서: a time that only names the report which is told of."""
    for word in words[index + 1 : index + 4]:
        if word.role not in ("noun", "mark"):
            return False
        if _DOCUMENT.search(word.text):
            return True
    return False


def _worked_out(text: str, spoken: Sequence[Sentence], now: str | None) -> Iterator[tuple[Time, list[str]]]:
    term = shifted.term(text, spoken)
    for number, place in _places(spoken).items():
        for time, _, way in derived.times(text, spoken[number], (), now, term):
            if way != "joined":
                yield time, [f"by={way}", f"by={way}|{place[:-1]}"]


def since_new_year(time: Time, year: Time | None) -> Time | None:
    """9월까지 of what is counted over the year: 2024-01/2024-09."""
    end = time.period.removeprefix("../")
    if year is None or len(end) < len("2024-09") or end[:4] != year.period[:4] or "/" in end or end.endswith("~"):
        return None
    if end[5:7] in QUARTERS:
        end = edtf.end(end)
    elif end[5:7] in ("01", *edtf.PARTS):
        return None
    first = f"{end[:4]}-01" if len(end) == len("2024-09") else f"{end[:4]}-01-01"
    return Time(f"{first}/{end}", time.basis)


def _given(drafts: Sequence[Figure]) -> Iterator[tuple[Time, list[str]]]:
    """The times that the rules gave to figures: how many have each of their own, how many at all, and which come first."""
    told = [d for d in drafts if d.mention.kind not in UNCOUNTED]
    timed = [(d, d.time) for d in told if d.time is not None]
    own = [(d, time) for d, time in timed if not d.carried and not comparisons.is_aside(d.sentence, d.at)]
    for name, figures in (("own", own), ("given", timed)):
        counts = Counter(time.period for _, time in figures)
        first = {time.period: time for _, time in reversed(figures)}
        for rank, period in enumerate(sorted(counts, key=lambda p: (-counts[p], p))[:MOST]):
            share = counts[period] * 5 // max(1, len(figures))
            yield (
                first[period],
                [f"{name}={min(rank, 3)}", f"{name}|share={share}", f"{name}|count={min(counts[period], 4)}"],
            )
    body = [(d, time) for d, time in own if d.sentence.section == "body"]
    places = list(dict.fromkeys(d.sentence.start for d in told if d.sentence.section == "body"))
    for rank, (draft, time) in enumerate(body[:2]):
        after = min(places.index(draft.sentence.start), 4)
        yield time, [f"first={rank}", f"first={rank}|{draft.status}", f"first={rank}|after={after}"]
    headline = {d.mention.text for d in told if d.sentence.section == "title"}
    for draft, time in body:
        if draft.mention.text in headline:
            yield time, ["headline's"]


def _when(period: str, now: str | None) -> str:
    """Where a period lies, seen from the day of the article."""
    if now is None:
        return "unknown"
    if periods.is_to_come(period, now):
        return "coming"
    if len(now) >= len("2024-03-05") and periods.is_day(period) and edtf.valid(period):
        back = (date.fromisoformat(now[:10]) - date.fromisoformat(period)).days
        return f"days={0 if back == 0 else 1 if back == 1 else 4 if back < 5 else 31 if back < 31 else 99}"
    year, this = periods.year_of(period), int(now[:4])
    if year is None:
        return "open"
    if year < this:
        early = len(now) >= len("2024-03") and now[5:7] in ("01", "02", "03", "04")
        return "long" if year < this - 1 else f"lastyear{'early' if early else ''}"
    if len(now) >= len("2024-03") and periods.is_span(period) and len(period) == len("2024-03"):
        return f"months={min(int(now[5:7]) - int(edtf.end(period)[5:7]), 3)}"
    return "thisyear"


def _topics(spoken: Sequence[Sentence], drafts: Sequence[Figure]) -> Iterator[str]:
    """What the headline speaks of and most figures count, by their nouns."""
    title = next((s for s in spoken if s.section == "title"), None)
    if title is not None:
        nouns = [w.stem for w in title.words if w.role == "noun" and len(w.stem) > 1]
        yield from dict.fromkeys(f"t={noun[-size:]}" for noun in nouns for size in (2, 3) if len(noun) >= size)
    counts = Counter(d.item.split()[-1] for d in drafts if d.item)
    for item, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:3]:
        yield f"i={item[-3:]}"


def _headline(spoken: Sequence[Sentence], named: Sequence[Expression]) -> list[str]:
    """The times that the headlines tell of."""
    told = (one for one in named if one.tells and spoken[one.sentence].section == "title")
    return list(dict.fromkeys(edtf.in_months(one.time.period) for one in told))
