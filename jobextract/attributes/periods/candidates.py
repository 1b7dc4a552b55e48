"""The times that a figure may be for, each with the facts that speak for it.

Candidates are what the rules chose, the times of its own sentence, those of its paragraph and of the head over it, the times that
headline and lead are about, the days of a survey and the year of publication. Which of them it is, or none, is learned.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

import msgspec

from ...learning.crossing import Crossed
from ...temporal import edtf, periods
from ...temporal.periods import Time
from ..figure import Figure
from . import comparisons, main_period, nearby_times, report_period, shifted
from .timeline import Timeline

#: what is known of the figure that its own facts are told beside, and its shape
OWN, SHAPED = 3, 5
#: a time with the facts for it
Told = tuple[Time | None, list[str]]


class Candidate(msgspec.Struct, gc=False):
    """A time, None for none at all, and the facts for it: its own and those of its shape.

    Each of them counts by itself and beside what is known of the figure (``about``, its shape once more beside ``what`` is
    counted): hundreds of facts, which ``facts`` spells out and the scorer never does.
    """

    time: Time | None
    own: list[str]
    shape: tuple[str, ...]
    #: the shape, as it is told beside ``what``
    whats: tuple[str, ...]
    about: tuple[str, ...]
    what: tuple[str, ...]

    @property
    def facts(self) -> list[str]:
        """Every fact, each once."""
        return list(
            dict.fromkeys(
                [
                    *self.own,
                    *(f"{fact}|{about}" for fact in self.own for about in self.about[:OWN]),
                    *self.shape,
                    *(f"{s}|{about}" for s in self.shape for about in self.about[:SHAPED]),
                    *self.whats,
                    *(f"{s}|{what}" for s in self.whats for what in self.what),
                ]
            )
        )


def candidates(draft: Figure, line: Timeline) -> list[Candidate]:
    """The candidates for a figure in a fixed order, none of them twice; the last is no time."""
    found: dict[str | None, Candidate] = {}
    about = tuple(_about(draft, line))
    what = (f"item={draft.item.split()[-1][-3:] if draft.item else None}", f"unit={draft.mention.unit}")
    days = line.reported.get("surveyed")
    for time, facts in _all(draft, line):
        if time is not None and days is not None:
            time = report_period.surveyed_in(time, line.reported)
        # a half or quarter that is told as such and the same as an interval of months are one candidate
        period = edtf.in_parts(time.period) if time else None
        one = found.get(period)
        if one is None:
            found[period] = Candidate(time, list(facts), *line.shape(period), about, what)
        else:
            one.own += facts
    for period, one in found.items():
        if period is not None and line.reported:
            one.own += report_period.of_report(edtf.in_months(period), line.reported)
        one.own = list(dict.fromkeys(one.own))
    return list(found.values())


def score(several: Sequence[Candidate], scorer: Crossed) -> list[int]:
    """What speaks for each candidate of a figure; all facts but its own come again and again, so their sums are kept."""
    if not several:
        return []
    about, what = several[0].about, several[0].what
    own, beside = scorer.table(about[:OWN]), scorer.table(about[OWN:SHAPED], alone=False)
    counted = scorer.table(what)
    return [
        sum(map(own.__getitem__, one.own), own[one.shape] + beside[one.shape] + counted[one.whats]) for one in several
    ]


def ruled(draft: Figure, line: Timeline) -> Time | None:
    """What the rules chose, as it stands among the candidates."""
    return report_period.surveyed_in(draft.time, line.reported) if draft.time is not None else None


def _about(draft: Figure, line: Timeline) -> Iterator[str]:
    """What is known of the figure itself."""
    yield f"status={draft.status}"
    dated = any(word.role == "date" and word.said.period for word in draft.sentence.words[: draft.at])
    yield f"dated={'from' if comparisons.is_from(draft.sentence.words, draft.at) else dated}"
    yield f"change={draft.change is not None}"
    yield f"kind={draft.mention.kind}"
    yield f"scope={line.scope(draft)}"


def _all(draft: Figure, line: Timeline) -> Iterator[Told]:
    yield None, ["none"]
    how = "carried" if draft.carried else "own"
    if draft.time is not None:
        yield draft.time, nearby_times.chosen(draft)
    else:
        yield None, ["rule", "rule=none"]
    yield from nearby_times.of_sentence(draft, line)
    yield from nearby_times.worked_out(draft, line)
    yield from _of_counterpart(draft, line)
    yield from nearby_times.figures_before(draft, line)
    yield from nearby_times.told_of(draft, line)
    yield from nearby_times.of_heading(draft, line)
    yield from _once(line, ("lead",), _of_lead)
    opened = line.openings.get(draft.sentence.paragraph)
    if opened is not None and opened[0].start <= draft.sentence.start:
        same = opened[0] is draft.sentence
        yield (
            opened[1],
            [f"opening|{same}", f"opening|{same}|{line.lead and line.lead[0][1].period == opened[1].period}"],
        )
    group, kind = main_period.group(draft), draft.mention.kind
    ruled = (draft.time is None and "none") or how
    yield from _once(line, ("mains", group, ruled), _of_mains)
    yield from _once(line, ("reported",), _of_report)
    for time, told in line.twins(draft):
        yield time, ["twin", f"twin|{told}"]
    yield from _once(line, ("survey", kind), _of_survey)


def _of_counterpart(draft: Figure, line: Timeline) -> Iterator[Told]:
    """The same part of the year before, or the month or quarter before, for what has become another figure: 872억 원에서 690억 원으로, 4.9%(4.4%)."""
    how = comparisons.counterpart(draft.sentence.words, draft.at)
    if how is None:
        return
    ways = {one.way.partition("|")[0] for one in line.derived(draft)}
    said = next((way for way in ("ago", "counted", "moved") if way in ways), "none")
    beside = line.beside(draft)
    bases = line.bases(draft)
    legend = line.legend(draft) if how == "bracket" else None
    if how == "bracket" and beside is not None and beside.time is not None:
        bases = [("beside", beside.time), *bases]
    for name, base in bases:
        for step, time in (
            ("year", shifted.years_back(base, 1)),
            ("last", periods.months_before(base, 1) or periods.quarters_before(base, 1)),
        ):
            if time is not None and edtf.valid(time.period):
                named = f"counterpart={how}|{step}"
                yield time, [f"{named}|{name}", f"{named}|{said}", f"{named}|{name}|legend={legend}"]


def _once(line: Timeline, key: tuple[str, ...], tell: Callable[..., Iterator[Told]]) -> list[Told]:
    """What is told of an article, worked out once for all figures with the same ``key``."""
    found = line.kept.get(key)
    if found is None:
        found = line.kept[key] = list(tell(line, *key[1:]))
    return found


def _of_lead(line: Timeline) -> Iterator[Told]:
    yield from ((time, [f"in={name}"]) for name, time in line.lead)


def _of_mains(line: Timeline, group: main_period.Group, ruled: str) -> Iterator[Told]:
    """The main periods of the article."""
    mains = line.mains.get(group, ())
    ahead = int(min(2 * math.log(max(mains[0][1], 1e-6) / max(mains[1][1], 1e-6)), 9)) if len(mains) > 1 else 9
    for rank, (time, share) in enumerate(mains):
        sure = int(share * 5)
        yield (
            time,
            [
                f"main={rank}",
                f"main={rank}|{sure}",
                f"main={rank}|{sure}|rule={ruled}",
                f"main={rank}|ahead={ahead}",
                f"main={rank}|share={int(share * 20)}",
            ],
        )


def _of_report(line: Timeline) -> Iterator[Told]:
    for name, time in line.reported.items():
        yield time, [name]


def _of_survey(line: Timeline, kind: str) -> Iterator[Told]:
    """The days of a survey, and the year of the article."""
    for time in line.days:
        yield time, ["survey", f"survey|{kind}", f"survey|poll={line.frame.does('poll')}"]
    if line.year is not None:
        yield line.year, ["thisyear"]
