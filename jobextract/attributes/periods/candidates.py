"""The times that a figure may be for, each with the facts that speak for it.

Candidates are what the rules chose, the times of its own sentence, those of its paragraph and of the head over it, the times that
headline and lead are about, the days of a survey and the year of publication. Which of them it is, or none, is learned.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import msgspec

from ...temporal import edtf
from ...temporal.periods import Time
from ..figure import Figure
from . import carryover, forms, main_period, nearby_times, report_period
from .timeline import Timeline

#: what is known of the figure that its shape is told beside
SHAPED = 6


class Candidate(msgspec.Struct):
    """A time, None for none at all, and the facts for it: its own and those of its shape.

    Each of them counts by itself and beside what is known of the figure (``about``, its shape also beside the acts of the
    article, and once more beside ``what`` is counted): hundreds of facts, which ``facts`` spells out and the scorer never does.
    """

    time: Time | None
    own: list[str]
    shape: list[str]
    about: tuple[str, ...]
    acts: tuple[str, ...]
    what: tuple[str, ...]

    @property
    def beside(self) -> tuple[tuple[list[str], tuple[str, ...]], ...]:
        """The facts that are told beside others, and those others."""
        return (
            (self.own, self.about[:3]),
            (self.shape, (*self.about[:SHAPED], *self.acts)),
            ([f"what|{fact}" for fact in self.shape], self.what),
        )

    @property
    def facts(self) -> list[str]:
        """Every fact, each once."""
        return list(
            dict.fromkeys(
                [
                    *self.own,
                    *(f"{fact}|{about}" for fact in self.own for about in self.about[:3]),
                    *self.shape,
                    *(f"{s}|{about}" for s in self.shape for about in self.about[:SHAPED]),
                    *(f"{s}|{act}" for s in self.shape for act in self.acts),
                    *(f"what|{s}" for s in self.shape),
                    *(f"what|{s}|{what}" for s in self.shape for what in self.what),
                ]
            )
        )


def candidates(draft: Figure, line: Timeline) -> list[Candidate]:
    """The candidates for a figure in a fixed order, none of them twice; the last is no time."""
    found: dict[str | None, Candidate] = {}
    about, acts = tuple(_about(draft, line)), tuple(line.acts)
    what = (f"item={draft.item.split()[-1][-3:] if draft.item else None}", f"unit={draft.mention.unit}")
    for time, facts in _all(draft, line):
        if time is not None:
            time = report_period.surveyed_in(time, line.reported)
        period = time.period if time else None
        one = found.get(period)
        if one is None:
            found[period] = Candidate(time, facts, line.shape(period), about, acts, what)
        else:
            one.own += facts
    mains = line.mains.get(main_period.group(draft), ())
    for period, one in found.items():
        if period is not None:
            one.own += _against_article(edtf.in_months(period), line, mains)
        one.own = list(dict.fromkeys(one.own))
    return list(found.values())


def ruled(draft: Figure, line: Timeline) -> Time | None:
    """What the rules chose, as it stands among the candidates."""
    return report_period.surveyed_in(draft.time, line.reported) if draft.time is not None else None


def _against_article(period: str, line: Timeline, mains: Sequence[tuple[Time, float]]) -> Iterator[str]:
    """How a time stands to what the article is about: its main period, and what single words fix."""
    for time, share in mains[:1]:
        how = forms.against(period, [edtf.in_months(time.period)])
        yield f"to={how}"
        yield f"to={how}|{int(share * 5)}"
    yield from report_period.of_report(period, line.reported)


def _about(draft: Figure, line: Timeline) -> Iterator[str]:
    """What is known of the figure itself."""
    yield f"status={draft.status}"
    dated = any(word.role == "date" and word.said.period for word in draft.sentence.words[: draft.at])
    yield f"dated={'from' if nearby_times.is_from(draft.sentence.words, draft.at) else dated}"
    yield f"change={draft.change is not None}"
    yield f"kind={draft.mention.kind}"
    yield f"place={draft.sentence.section}"
    yield f"scope={line.scope(draft)}"


def _all(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    yield None, ["none", f"none|carries={carryover.carries_time(draft)}"]
    how = "carried" if draft.carried else "own"
    if draft.time is not None:
        yield draft.time, ["rule", f"rule={how}"]
    else:
        yield None, ["rule", "rule=none"]
    yield from nearby_times.of_sentence(draft, line)
    yield from nearby_times.worked_out(draft, line)
    if nearby_times.is_from(draft.sentence.words, draft.at):
        yield from nearby_times.before_that(draft, line)
    yield from nearby_times.figures_before(draft, line)
    yield from nearby_times.told_of(draft, line)
    yield from nearby_times.in_line(draft, line)
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
            Time(period, line.basis[period]),
            [f"most={rank}", f"most={rank}|{line.used[period] * 4 // max(1, line.timed)}"],
        )
    group, scope = main_period.group(draft), line.scope(draft)
    mains = line.mains.get(group, ())
    ahead = int(min(2 * math.log(max(mains[0][1], 1e-6) / max(mains[1][1], 1e-6)), 9)) if len(mains) > 1 else 9
    for rank, (time, share) in enumerate(mains):
        sure = int(share * 5)
        yield (
            time,
            [
                f"main={rank}",
                f"main={rank}|{sure}",
                f"main={rank}|{sure}|rule={(draft.time is None and 'none') or how}",
                f"main={rank}|scope={scope}",
                f"main={rank}|{forms.form(time.period)}|{draft.mention.kind}",
                f"main={rank}|ahead={ahead}",
                f"main={rank}|share={int(share * 20)}",
                f"main={rank}|fine={forms.finer(time.period)}",
            ],
        )
    for time, share in line.mains.get("actual" if group == "ahead" else "ahead", ())[:1]:
        yield time, ["other", f"other|{int(share * 5)}", f"other|{group}"]
    for name, time in line.reported.items():
        yield time, [name, f"{name}|{draft.mention.kind}", *(f"{name}|{act}" for act in line.acts)]
    for time, how in line.twins(draft):
        yield time, ["twin", f"twin|{how}", f"twin|{how}|{draft.sentence.section}"]
    for time in line.days:
        yield time, ["survey", f"survey|{draft.mention.kind}", f"survey|poll={line.frame.does('poll')}"]
    if line.year is not None:
        yield line.year, ["thisyear"]
