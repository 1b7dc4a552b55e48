"""What one article says of times: what its headline and lead name, what its figures were given, and what it comes back to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from ...korean.tokens import Sentence, Word
from ...korean.word_lists import pattern
from ...temporal import edtf, periods
from ...temporal.periods import Time
from ..figure import Figure
from ..frame import Frame
from . import (
    carryover,
    comparisons,
    derived,
    expressions,
    forms,
    governing_time,
    main_period,
    report_period,
    shifted,
    time_clauses,
)

#: figures back whose time may go on, and sentences that an article opens with
BACK, LEAD = 12, 4
#: times that a figure may have from others of its kind, and others that are asked for them
TWINS, ALIKE = 3, 64
#: words in front of a figure that may say over what it is counted
WITHIN = 6
_NAMES = ("season", "total", "annual", "recurring", "usual", "rule", "meant", "day", "now")
_SCOPES = [(name, pattern(f"scope.{name}")) for name in _NAMES]


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
        mains: Mapping[main_period.Group, Sequence[tuple[Time, float]]],
        named: list[expressions.Expression],
        reported: Mapping[str, Time],
    ) -> None:
        self.mains, self.named, self.reported = mains, named, reported
        self.text, self.spoken, self.drafts, self.frame, self.now, self.year = text, spoken, drafts, frame, now, year
        self.number = {id(draft): at for at, draft in enumerate(drafts)}
        self.lead = self._lead()
        self.days = self._surveyed()
        self.term = shifted.term(text, spoken)
        self.place = {id(sentence): at for at, sentence in enumerate(spoken)}
        self._derived: dict[tuple[int, main_period.Group], list[derived.Derived]] = {}
        self._readings: dict[tuple[int, main_period.Group], dict[int, list[derived.Derived]]] = {}
        self.openings = self._openings()
        self.headings = expressions.headings(text, spoken, named)
        self.legends = list(expressions.legends(spoken))
        self._told: dict[tuple[str, str], list[Figure]] = {}
        for draft in drafts:
            alike = self._told.setdefault((draft.mention.text.replace(" ", ""), draft.mention.kind), [])
            if len(alike) < ALIKE:
                alike.append(draft)
        self._scopes: dict[int, str] = {}
        self._shapes: dict[str | None, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        #: what is told of times to all figures that share a key
        self.kept: dict[tuple[str, ...], list[tuple[Time | None, list[str]]]] = {}
        self._dates: dict[int, list[int]] = {}
        self._known: dict[tuple[int, int], Time | None] = {}

    def scope(self, draft: Figure) -> str:
        """Over what the figure is counted, by what stands in front of it: 시즌 13승, 누적 480억원, 현재 203동."""
        key = draft.mention.start
        if key not in self._scopes:
            self._scopes[key] = scope(self.text, draft)
        return self._scopes[key]

    def shape(self, period: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What kind of time it is, and where it lies, seen from the day of the article; and as told beside what is counted."""
        if period not in self._shapes:
            told = tuple(_shape(period, self.now))
            self._shapes[period] = told, tuple([f"what|{fact}" for fact in told])
        return self._shapes[period]

    def dates(self, sentence: Sentence) -> list[int]:
        """The words of the sentence that are times."""
        if sentence.start not in self._dates:
            self._dates[sentence.start] = [i for i, word in enumerate(sentence.words) if word.role == "date"]
        return self._dates[sentence.start]

    def known(self, sentence: Sentence, index: int) -> Time | None:
        """The time of the word, counted from that of the headline where it is counted from any."""
        key = sentence.start, index
        if key not in self._known:
            around = self.lead[0][1] if self.lead else None
            self._known[key] = governing_time.known(self.text, sentence, index, lambda: around)
        return self._known[key]

    def derived(self, draft: Figure) -> list[derived.Derived]:
        """The times that are worked out from the words of the figure's sentence, once for all its figures."""
        sentence, group = draft.sentence, main_period.group(draft)
        if (sentence.start, group) not in self._derived:
            self._derived[sentence.start, group] = derived.times(
                self.text, sentence, self.bases(draft), self.now, self.term, self._told_before(sentence)
            )
        return self._derived[sentence.start, group]

    def bases(self, draft: Figure) -> list[tuple[str, Time]]:
        """The times that others are counted from: the first of the sentence, what the article is about, that of the figure before."""
        mains = [(f"main{rank}", time) for rank, (time, _) in enumerate(self.mains.get(main_period.group(draft), ()))]
        own = governing_time.mentioned(self.text, draft.sentence)[:1]
        return [*(("own", time) for time in own), *mains, *(("back", time) for time in self._last(draft))]

    def _told_before(self, sentence: Sentence) -> list[Time]:
        """The last two times that the text was about before the sentence."""
        at = bisect_left(self.named, self.place[id(sentence)], key=lambda one: one.sentence)
        return [one.time for one in reversed(self.named[max(0, at - BACK) : at]) if one.tells][:2]

    def readings(self, draft: Figure) -> dict[int, list[shifted.Derived]]:
        """The times that are worked out from each word of the figure's sentence."""
        key = draft.sentence.start, main_period.group(draft)
        if key not in self._readings:
            table = self._readings[key] = {}
            for one in self.derived(draft):
                table.setdefault(one.at, []).append(one)
        return self._readings[key]

    def ways(self, draft: Figure, index: int, period: str) -> list[str]:
        """How times other than ``period`` are worked out from the word at ``index``."""
        told = (one.way.partition("|")[0] for one in self.readings(draft).get(index, ()) if one.time.period != period)
        return list(dict.fromkeys(told))

    def legend(self, draft: Figure) -> str | None:
        """The word that says of which time figures in brackets are, by the last in front of this one: 지난해 of 괄호 안은 지난해."""
        at = bisect_left(self.legends, (self.place[id(draft.sentence)], draft.at, ""))
        return self.legends[at - 1][2] if at else None

    def _last(self, draft: Figure) -> list[Time]:
        """The time of the last figure in front of the sentence that has one, no date itself and not only compared with."""
        at = self.number[id(draft)]
        for other in reversed(self.drafts[max(0, at - BACK) : at]):
            if (
                other.time is not None
                and other.sentence is not draft.sentence
                and other.mention.kind not in ("date", "time")
                and not comparisons.is_aside(other.sentence, other.at)
            ):
                return [other.time]
        return []

    def beside(self, draft: Figure) -> Figure | None:
        """The figure right before it in its sentence, no date: what is in brackets is compared with it."""
        at = self.number[id(draft)]
        other = self.drafts[at - 1] if at else None
        if other is None or other.sentence is not draft.sentence or other.mention.kind in ("date", "time"):
            return None
        return other

    def before(self, draft: Figure) -> Iterator[Figure]:
        """The figures in front of it, no dates, the nearest first."""
        at = self.number[id(draft)]
        near = reversed(self.drafts[max(0, at - BACK) : at])
        return (one for one in near if one.mention.kind not in ("date", "time"))

    def last_told(self, sentence: Sentence) -> Time | None:
        """The last time that the text names before the sentence."""
        at = bisect_left(self.named, self.place[id(sentence)], key=lambda one: one.sentence)
        return self.named[at - 1].time if at else None

    def twins(self, draft: Figure) -> list[tuple[Time, str]]:
        """The times of the same figure told elsewhere: a headline's stands in the body beside its time."""
        found: list[tuple[Time, str]] = []
        for other in self._told.get((draft.mention.text.replace(" ", ""), draft.mention.kind), ()):
            if other.sentence is draft.sentence:
                continue
            before = [i for i in self.dates(other.sentence) if i < other.at and self._governs(other.sentence, i)]
            own = self.known(other.sentence, before[-1]) if before else None
            if own is not None:
                found.append((own, f"own|{len(before) == 1}"))
            if other.time is not None and (own is None or own.period != other.time.period):
                found.append((other.time, f"rule|{other.carried}"))
            if len(found) >= TWINS:
                break
        return found[:TWINS]

    def _governs(self, sentence: Sentence, index: int) -> bool:
        """Whether a time may be a figure's: no comparison and no day of announcement."""
        compared = comparisons.compares(self.text, sentence, index)
        return not compared and not time_clauses.announces(self.text, sentence, index)

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
                    day = _day(word)
                    if day is not None:
                        found.setdefault(day.period, (f"{name}day", day))
        return list(found.values())

    def _surveyed(self) -> list[Time]:
        """The days on which people were asked, wherever the article names them."""
        found: list[Time] = []
        for sentence in self.spoken:
            if sentence.holds("조사") or sentence.holds("설문"):
                dates = [word.mention for word in sentence.words if word.role == "date" and word.mention]
                days = (date.period for date in dates if date.period and not report_period.is_week(date))
                found += [Time(p, "stated") for p in days if "/" in p and ".." not in p and carryover.is_days(p)]
        return found[:2]


def scope(text: str, draft: Figure) -> str:
    """What the words in front of a figure, back to a verb or another figure, say that it is counted over."""
    start = draft.mention.start
    for word in reversed(draft.sentence.words[max(0, draft.at - WITHIN) : draft.at]):
        if word.role in ("verb", "figure"):
            break
        start = word.start
    said = text[start : draft.mention.start]
    return next((name for name, found in _SCOPES if found.search(said)), "none")


def _day(word: Word) -> Time | None:
    if word.role != "date" or not word.said.period:
        return None
    time = periods.day_of(Time(word.said.period, word.said.basis))
    return time if periods.is_day(time.period) or "/" in time.period else None


def _shape(period: str | None, now: str | None) -> list[str]:
    """What kind of time it is, and where it lies, seen from the day of the article."""
    if period is None:
        return ["shape=none"]
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
    when = "coming" if periods.is_to_come(period, now) else "over" if periods.is_over(period, now) else "now"
    year = periods.year_of(period)
    long = "long" if now and year and year < int(now[:4]) - 2 else ""
    fine = forms.finer(edtf.in_months(period))
    return [f"shape={shape}", f"when={when}{long}", f"shape={shape}|when={when}{long}", f"fine={fine}"]
