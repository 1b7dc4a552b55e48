"""The times that a figure may be for, each with the facts that speak for it.

Candidates are what the rules chose, the times of its own sentence, those of its paragraph and of the head over it, the times that
headline and lead are about, the days of a survey and the year of publication. Which of them it is, or none, is learned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from ...korean.tokens import OPEN, Sentence, Word
from ...temporal import periods
from ...temporal.periods import Time
from ..figure import Figure, measure
from ..frame import Frame
from . import carryover, comparisons, governing_time, main_period

#: figures back whose time may go on, and sentences that an article opens with
BACK, LEAD = 12, 4


class Candidate(msgspec.Struct):
    """A time, None for none at all, and the facts for it."""

    time: Time | None
    facts: list[str]


class Timeline:
    """What one article says of times: the figures before each, the lead, the times it comes back to."""

    def __init__(
        self,
        text: str,
        spoken: list[Sentence],
        drafts: list[Figure],
        frame: Frame,
        now: str | None,
        year: Time | None,
        main: Sequence[tuple[Time, float]] = (),
    ) -> None:
        self.main = main
        self.text, self.spoken, self.drafts, self.frame, self.now, self.year = text, spoken, drafts, frame, now, year
        self.number = {id(draft): at for at, draft in enumerate(drafts)}
        self.lead = self._lead()
        self.days = self._surveyed()
        self.openings = self._openings()
        self.used: dict[str, int] = {}
        for draft in drafts:
            if draft.time is not None and draft.mention.kind not in ("date", "time"):
                self.used[draft.time.period] = self.used.get(draft.time.period, 0) + 1
        self.most = sorted(self.used, key=lambda period: (-self.used[period], period))[:3]

    def _openings(self) -> dict[int, tuple[Sentence, Time]]:
        """The first time that each paragraph is about, with the sentence that names it."""
        found: dict[int, tuple[Sentence, Time]] = {}
        for sentence in self.spoken:
            if sentence.paragraph not in found and sentence.mentions:
                times = governing_time.mentioned(self.text, sentence)
                if times:
                    found[sentence.paragraph] = sentence, times[0]
        return found

    def _lead(self) -> list[tuple[str, Time]]:
        """The times of headline and first sentences, each with where it stands."""
        found: dict[str, tuple[str, Time]] = {}
        titles = [s for s in self.spoken if s.section == "title"][:3]
        body = [s for s in self.spoken if s.section == "body"][:LEAD]
        for name, sentences in (("title", titles), ("first", body[:1]), ("lead", body[1:])):
            for sentence in sentences:
                for time in governing_time.mentioned(self.text, sentence):
                    found.setdefault(time.period, (name, time))
                for word in sentence.words if sentence.holds("일") else ():
                    time = _day(word)
                    if time is not None:
                        found.setdefault(time.period, (f"{name}day", time))
        return list(found.values())

    def _surveyed(self) -> list[Time]:
        """The days on which people were asked, wherever the article names them."""
        found: list[Time] = []
        for sentence in self.spoken:
            if sentence.holds("조사") or sentence.holds("설문"):
                days = (word.mention.period for word in sentence.words if word.role == "date" and word.mention.period)
                found += [Time(p, "stated") for p in days if "/" in p and ".." not in p and carryover.is_days(p)]
        return found[:2]


def _day(word: Word) -> Time | None:
    if word.role != "date" or not word.mention.period:
        return None
    time = periods.day_of(Time(word.mention.period, word.mention.basis))
    return time if periods.is_day(time.period) or "/" in time.period else None


def candidates(draft: Figure, line: Timeline) -> list[Candidate]:
    """The candidates for a figure in a fixed order, none of them twice; the last is no time."""
    found: dict[str | None, Candidate] = {}
    shared = list(_about(draft, line))
    for time, facts in _all(draft, line):
        one = found.setdefault(time.period if time else None, Candidate(time, []))
        one.facts += facts
    for one in found.values():
        shape = _shape(one.time, line)
        one.facts = list(
            dict.fromkeys(
                [
                    *one.facts,
                    *(f"{fact}|{about}" for fact in one.facts for about in shared[:3]),
                    *shape,
                    *(f"{s}|{about}" for s in shape for about in shared[:5]),
                ]
            )
        )
    return list(found.values())


def _about(draft: Figure, line: Timeline) -> Iterator[str]:
    """What is known of the figure itself."""
    yield f"status={draft.status}"
    dated = any(word.role == "date" and word.mention.period for word in draft.sentence.words[: draft.at])
    yield f"dated={dated}"
    yield f"change={draft.change is not None}"
    yield f"kind={draft.mention.kind}"
    yield f"place={draft.sentence.section}"
    yield f"cue={draft.verdict.cue}"
    for act in line.frame.title[:3]:
        yield f"act={act}"


def _all(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    yield None, ["none", f"none|carries={carryover.carries_time(draft)}"]
    how = "carried" if draft.carried else "own"
    if draft.time is not None:
        yield draft.time, ["rule", f"rule={how}"]
    else:
        yield None, ["rule", "rule=none"]
    yield from _of_sentence(draft, line)
    yield from _before(draft, line)
    for rank, (name, time) in enumerate(line.lead):
        yield time, [f"in={name}", f"in={name}|{min(rank, 3)}", *(f"in={name}|{act}" for act in line.frame.title[:3])]
    opened = line.openings.get(draft.sentence.paragraph)
    if opened is not None and opened[0].start <= draft.sentence.start:
        same = opened[0] is draft.sentence
        yield (
            opened[1],
            [f"opening|{same}", f"opening|{same}|{line.lead and line.lead[0][1].period == opened[1].period}"],
        )
    for rank, period in enumerate(line.most):
        yield (
            Time(period, _basis(period, line)),
            [f"most={rank}", f"most={rank}|{line.used[period] * 4 // max(1, sum(line.used.values()))}"],
        )
    for rank, (time, share) in enumerate(line.main):
        sure = int(share * 5)
        yield (
            time,
            [
                f"main={rank}",
                f"main={rank}|{sure}",
                f"main={rank}|{sure}|rule={(draft.time is None and 'none') or how}",
            ],
        )
    for time in line.days:
        yield time, ["survey", f"survey|{draft.mention.kind}", f"survey|poll={line.frame.does('poll')}"]
    if line.year is not None:
        yield line.year, ["thisyear"]


def _basis(period: str, line: Timeline):
    return next((d.time.basis for d in line.drafts if d.time is not None and d.time.period == period), None)


def _of_sentence(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    words = draft.sentence.words
    around = line.lead[0][1] if line.lead else None
    dates = [i for i, word in enumerate(words) if word.role == "date"]
    before = [i for i in dates if i < draft.at]
    for index in dates:
        time = governing_time.known(line.text, draft.sentence, index, lambda: around)
        if time is None:
            continue
        facts = list(_relation(draft, line, index, before))
        yield time, facts
        span = main_period.since_new_year(time, line.year)
        if span is not None:
            kind = "until" if time.period.startswith("../") else "at"
            behind = _behind(words, index)
            yield span, [f"newyear|{kind}", f"newyear|{kind}|{behind}", *(f"{fact}+" for fact in facts[:4])]


def _relation(draft: Figure, line: Timeline, index: int, before: list[int]) -> Iterator[str]:
    """How a time of the sentence stands to the figure."""
    words, at = draft.sentence.words, draft.at
    word = words[index]
    side = (
        f"before{before[::-1].index(index)}"
        if index in before and len(before) - before.index(index) <= 3
        else "before3"
        if index < at
        else "behind"
    )
    between = words[min(index, at) + 1 : max(index, at)]
    figures = sum(w.role == "figure" for w in between)
    verbs = sum(w.role in ("verb", "modifier") for w in between)
    yield f"own={side}"
    yield f"own={side}|figures={min(figures, 3)}"
    yield f"own={side}|verbs={min(verbs, 2)}"
    yield f"own={side}|figures={min(figures, 3)}|verbs={min(verbs, 2)}"
    yield f"own|particle={word.particle or _behind(words, index)}|{side[:6]}"
    if comparisons.compares(line.text, draft.sentence, index):
        yield f"own|compared|{side[:6]}"
    if governing_time.announces(line.text, draft.sentence, index):
        yield "own|announced"
    if comparisons.in_bracket(words, index, at):
        yield "own|bracket"
    if comparisons.has_compared(line.text, words, index, at):
        yield "own|hascompared"
    opened = index + 1 < len(words) and words[index + 1].text in OPEN
    if opened:
        yield f"own|opens|{figures}"
    yield f"own|word={_named(word)}|{side[:6]}"
    if index == 0:
        yield "own|first"
    if any(w.text == "," for w in between):
        yield f"own|comma|{side}"
    yield f"own|gap={min(len(between) // 3, 4)}|{side[:6]}"


def _behind(words: tuple[Word, ...], index: int) -> str:
    return words[index + 1].text[:3] if index + 1 < len(words) and words[index + 1].role != "figure" else "-"


def _named(word: Word) -> str:
    """A time by what it is called, its digits left out."""
    return "".join("0" if c.isdigit() else c for c in word.mention.text)[:8]


def _before(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    """The times of the figures before, the nearest first."""
    at = line.number[id(draft)]
    seen: set[str] = set()
    for step, other in enumerate(reversed(line.drafts[max(0, at - BACK) : at])):
        if other.time is None or other.time.period in seen:
            continue
        seen.add(other.time.period)
        place = (
            "same"
            if other.sentence is draft.sentence
            else "near"
            if other.sentence.paragraph == draft.sentence.paragraph
            else "far"
        )
        date = other.mention.kind in ("date", "time")
        alike = measure(other) == measure(draft)
        aside = not date and comparisons.is_aside(other.sentence, other.at)
        yield (
            other.time,
            [
                f"back={len(seen)}|{place}",
                f"back|{place}|date={date}|alike={alike}|aside={aside}",
                f"back|{place}|{other.status == draft.status}|{other.carried}",
                f"back={len(seen)}|step={min(step, 3)}",
            ],
        )
        if len(seen) == 3:
            return


def _shape(time: Time | None, line: Timeline) -> list[str]:
    if time is None:
        return ["shape=none"]
    period = time.period
    if period.startswith("../"):
        shape = "deadline"
    elif period.endswith("/.."):
        shape = "since"
    elif "/" in period:
        shape = "days" if carryover.is_days(period) else "span"
    elif "~" in period:
        shape = "about"
    else:
        shape = {4: "year", 7: "month" if periods.is_month(period) else "part", 10: "day"}.get(len(period), "other")
    when = "coming" if periods.is_to_come(period, line.now) else "over" if periods.is_over(period, line.now) else "now"
    long = "long" if line.now and periods.year_of(period) and periods.year_of(period) < int(line.now[:4]) - 2 else ""
    return [f"shape={shape}", f"when={when}{long}", f"shape={shape}|when={when}{long}"]
