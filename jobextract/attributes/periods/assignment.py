"""When the figures of one article are for: each by its own sentence, else by what is carried from the paragraph or the lead.

A time is carried only where it governs: not from a bracket, a comparison or a list of years, and not against the status.
"""

from __future__ import annotations

from ...korean.tokens import OPEN, Sentence
from ...korean.word_lists import words
from ...model import Article
from ...temporal import comparison_base, periods
from .. import status as statuses
from ..figure import FAR, TIMELESS, Figure, measure
from ..frame import NOTHING, Frame
from . import carryover, comparisons, governing_time, report_period, time_clauses

(_SURVEY,) = words("periods.survey")
(_BY,) = words("periods.by")
(_SPAN,) = words("periods.span")
(_THE,) = words("periods.the")

#: sentences of the page, headline and all, that the article is about
LEAD = 4


class Clock:
    """The times of one article: ``now`` is its date or year, ``frame`` the time of its lead, ``ahead`` the year to come that
    its lead plans for, ``bill`` that of its budget bill, ``scene`` what the paragraph's last sentence without figures set."""

    def __init__(
        self,
        text: str,
        article: Article,
        spoken: list[Sentence],
        now: str | None,
        bill: bool = False,
        told: Frame = NOTHING,
    ) -> None:
        self.text, self.spoken, self.now, self.told = text, spoken, now, told
        self.year, self.basis = article.year, article.year_basis
        self.lead = report_period.Lead(text, spoken, now, article.year, article.year_basis)
        self.asked = report_period.surveyed(text, spoken) if told.does("poll") else None
        self.frame = self.asked or report_period.trading_day(text, spoken, told) or self.lead.time()
        self.scene: tuple[int, periods.Time] | None = None
        self.ahead: periods.Time | None = None
        self.survey: tuple[Sentence, periods.Time] | None = None
        self.bill = self.lead.bill() if bill else None

    def hear(self, sentence: Sentence) -> None:
        """Keep the time that a sentence without figures opens with for the rest of its paragraph: 올해는 더 속도를 낸다."""
        if (
            sentence.section != "body"
            or not sentence.mentions
            or any(m.kind not in ("date", "time") for m in sentence.mentions)
        ):
            return
        opened = next((word for word in sentence.words if word.role not in ("mark", "adverb")), None)
        if opened is not None and opened.role == "date":
            time = next(iter(governing_time.mentioned(self.text, sentence)), None)
            if time is not None and (periods.is_span(time.period) or self._is_past_day(time.period)):
                self.scene = (sentence.paragraph, time)

    def tell(self, own: list[Figure], drafts: list[Figure], headings: Sentence | None = None) -> None:
        """Give each figure its time and, in its light, its status; ``headings`` is the row that a table begins with."""
        for draft in own:
            if draft.mention.kind in ("date", "time"):
                self._place(draft, drafts)
                continue
            draft.time = governing_time.of_column(headings, draft.sentence, draft.at) if headings is not None else None
            draft.time = draft.time or self._own_time(draft, drafts)
            if draft.mention.kind not in TIMELESS:
                period = draft.time.period if draft.time else None
                over, coming = periods.is_over(period, self.now), self._comes(draft, period)
                coming = coming or (draft.verdict is statuses.STATE and self._looks_ahead(draft))
                draft.status = statuses.settled(draft.verdict, over, coming)
            if draft.time and draft.status in ("plan", "target") and self._is_past_day(draft.time.period):
                draft.time = None
            counted = (
                draft.mention.kind in ("count", "percent") and self.asked is None and draft.sentence.holds(_SURVEY)
            )
            if counted and draft.time is not None and carryover.is_days(draft.time.period):
                self.survey = (draft.sentence, draft.time)
        if self.frame is None and own:
            self.frame = self._lead_time(own)
        if self.ahead is None and own and own[0].sentence in self.lead.sentences:
            self.ahead = self._planned(own)

    def _lead_time(self, own: list[Figure]) -> periods.Time | None:
        """The time of the lead's first figure, where the lead names it only in passing: 올해 시험을 보는 학생이 늘었다."""
        words = own[0].sentence.words
        opens = (
            words[0].role == "date"
            and not comparisons.is_base(words, 0)
            and not comparisons.compares(self.text, own[0].sentence, 0)
        )
        if own[0].sentence not in self.lead.sentences or not opens:
            return None
        own = [d for d in own if d.status == "actual" and d.mention.kind not in TIMELESS]
        told = (d.time for d in own if d.time is not None and not (d.at and d.sentence.words[d.at - 1].text in OPEN))
        return next((t for t in told if periods.is_span(t.period) and self.lead.is_recent(t)), None)

    def _place(self, draft: Figure, drafts: list[Figure]) -> None:
        """A quarter or month of a breakdown is of the year that is broken down."""
        sentence = draft.sentence
        if (
            draft.time is not None
            and sentence.holds(_BY)
            and comparison_base.breaks_down(self.text, sentence.start, sentence.end)
        ):
            draft.time = comparison_base.in_year(draft.time, self._around(draft, drafts))

    def go_on(self, own: list[Figure], drafts: list[Figure]) -> None:
        """Carry a time to the figures that have none of their own."""
        for draft in own:
            if draft.time is None and draft.mention.kind not in ("date", "time") and draft.sentence.section != "title":
                draft.time = self._time_around(draft, drafts)
                draft.carried = draft.time is not None

    def settle(self, drafts: list[Figure]) -> None:
        """Headlines that learnt no time from the body take that of the lead."""
        for draft in drafts:
            if draft.sentence.section == "title" and draft.time is None and draft.mention.kind not in ("date", "time"):
                draft.time = self._time_around(draft, drafts)
                draft.carried = draft.time is not None

    def _planned(self, own: list[Figure]) -> periods.Time | None:
        """The one year to come that all the plans of the lead are for; the present year where they are not."""
        told = {draft.time for draft in own if draft.status in ("plan", "target") and draft.time is not None}
        if len(told) != 1:
            return None
        time = told.pop()
        return time if periods.is_year(time.period) and periods.is_to_come(time.period, self.now) else None

    def _comes(self, draft: Figure, period: str | None) -> bool:
        """Whether the period is still to come; a day of the week in a state is any such day: 토요일은 스무 명도 넘는다."""
        habitual = draft.verdict.cue == "status.lasts" and period is not None and periods.is_day(period)
        return periods.is_to_come(period, self.now) and not habitual

    def _looks_ahead(self, draft: Figure) -> bool:
        """Whether the sentence names a time to come: 6만㎡ 터에 2027년 3월 첫 삽을 뜬다."""
        if draft.sentence.holds(time_clauses.BEFORE):
            return False
        return any(
            periods.is_to_come(mention.period, self.now)
            for mention in draft.sentence.mentions
            if mention.kind == "date"
        )

    def _own_time(self, draft: Figure, drafts: list[Figure]) -> periods.Time | None:
        """The time that the sentence gives; what is raised by a deadline is so now, and 연간 makes a year of it."""
        if self.year and governing_time.this_year(draft.sentence, draft.at):
            return periods.Time(str(self.year), self.basis)
        time = governing_time.own(self.text, draft.sentence, draft.at, draft.item, lambda: self._around(draft, drafts))
        if time is None:
            time = governing_time.of_event(self.text, draft.sentence, draft.at, self.year)
        if time is not None and draft.verdict is statuses.BASELINE:
            return self._raised_from(draft, time)
        return self._whole_year(time) if governing_time.yearly(draft.sentence, draft.at) else time

    def _raised_from(self, draft: Figure, time: periods.Time) -> periods.Time | None:
        """내년에 30명에서 50명으로 늘린다: the first is of the year before, but for 올해 30명에서 50명으로; of a deadline nothing."""
        before = draft.sentence.words[draft.at - 1]
        if before.role == "date" or not (periods.is_year(time.period) or time.period.startswith("../")):
            return time
        return periods.years_before(time, 1)

    def _time_around(self, draft: Figure, drafts: list[Figure]) -> periods.Time | None:
        """The time that is carried in, where the sentence has none before the figure."""
        if carryover.carries_time(draft) and not governing_time.dated(self.text, draft.sentence, draft.at):
            found = (self._fitting(time, draft.status) for time in self._candidates(draft, drafts))
            return next((time for time in found if time is not None), None)
        if draft.status in ("target", "plan") and self._raised_from_past(draft):
            return self.frame
        return None

    def _is_past_day(self, period: str) -> bool:
        """A single day, not to come: the day on which a plan was decided is not the time that it is for."""
        return periods.is_day(period) and not periods.is_to_come(period, self.now)

    def _raised_from_past(self, draft: Figure) -> bool:
        """지난해 71.2%에서 71.8%로: what something is brought to counts for the year of the article, not for the one before."""
        dates = [word.said.period for word in draft.sentence.words[: draft.at] if word.role == "date"]
        year = periods.year_of(dates[-1]) if dates else None
        return self.frame is not None and year is not None and (periods.year_of(self.frame.period) or 0) > year

    def _fitting(self, time: periods.Time | None, status: str | None) -> periods.Time | None:
        """The time that is carried in, unless the status contradicts it: nothing is so in a year to come."""
        if time is None or (status == "actual" and periods.is_to_come(time.period, self.now)):
            return None
        past = periods.is_over(time.period, self.now) or self._is_past_month(time.period)
        return None if status in ("plan", "target") and past else time

    def _is_past_month(self, period: str) -> bool:
        return (
            periods.is_month(period) and self.now is not None and len(self.now) >= len(period) and period < self.now[:7]
        )

    def _whole_year(self, time: periods.Time | None) -> periods.Time | None:
        """연간 takes the year of the time around it: of a quarter its year, of nothing that of the article."""
        around = time or self.frame
        year = periods.year_of(around.period) if around and periods.is_span(around.period) else None
        if around and year is not None:
            return periods.Time(str(year), around.basis)
        return periods.Time(str(self.year), self.basis) if self.year and not around else time

    def _candidates(self, draft: Figure, drafts: list[Figure]) -> list[periods.Time | None]:
        """The times that may be carried in, nearest first: of the paragraph, of the year planned for, of the lead."""
        if governing_time.recurs(draft.sentence, draft.at) or governing_time.over_years(draft.sentence, draft.at):
            return []
        if any(word.text == _SPAN for word in draft.sentence.words[1:2]):
            return [] if draft.sentence.words[0].text == _THE else [*carryover.last_days(drafts)]
        aimed = (self.bill or self.ahead) if draft.status in ("plan", "target") else None
        if draft.sentence.section == "title":
            return [aimed, self.frame]
        if draft.sentence.section != "body":
            return []
        near, open_ended = self._of_paragraph(draft, drafts)
        if not near and carryover.goes_back(self.text, draft.sentence):
            near = carryover.last_day(drafts)
        if (
            self.survey is not None
            and draft.mention.kind == "percent"
            and draft.status == "actual"
            and self._is_surveyed(draft)
        ):
            near = [*near, self.survey[1]]
        return [*near, aimed, *([self.frame] if open_ended else [])]

    def _around(self, draft: Figure, drafts: list[Figure]) -> periods.Time | None:
        """What 1년 전 is counted from: the time of the paragraph, else that of the lead."""
        if draft.sentence.section != "body":
            return self.frame
        return next(iter(self._of_paragraph(draft, drafts)[0]), None) or self.frame

    def _of_paragraph(self, draft: Figure, drafts: list[Figure]) -> tuple[list[periods.Time], bool]:
        """The time of the paragraph's last dated figure and of its scene, and whether that of the lead may stand in."""
        scene = [self.scene[1]] if self.scene and self._is_scene_of(draft) else []
        for earlier in reversed(drafts[-FAR:]):
            if earlier.sentence.paragraph != draft.sentence.paragraph:
                break
            if earlier.mention.kind in ("date", "time") or comparisons.is_aside(earlier.sentence, earlier.at):
                continue
            if earlier.time is not None and earlier.time.period.startswith("../"):
                if carryover.serves(draft.sentence) and draft.status in ("plan", "target"):
                    return [earlier.time], False
                continue
            if earlier.time is not None and self._is_long_ago(earlier.time) and carryover.parts_tense(draft, earlier):
                return scene, True
            if carryover.lists_times(earlier):
                return scene, self._is_older(earlier.sentence)
            if earlier.time is not None:
                goes_on = (
                    report_period.may_frame(earlier.time.period)
                    or earlier.time == self.frame
                    or self._same_day(draft, earlier)
                    or carryover.compares_on(draft)
                )
                return [earlier.time, *scene] if goes_on else scene, goes_on
        return scene, True

    def _is_long_ago(self, time: periods.Time) -> bool:
        return periods.is_over(time.period, self.now) and not self.lead.is_recent(time)

    def _is_surveyed(self, draft: Figure) -> bool:
        """Whether the survey is told in the same paragraph, or the article begins with it."""
        if self.survey is None:
            return False
        told = self.survey[0]
        return told.paragraph == draft.sentence.paragraph or told in self.lead.sentences or told in self.spoken[:LEAD]

    def _is_older(self, sentence: Sentence) -> bool:
        """Whether the years that the sentence lists all lie before the time of the lead."""
        years = [periods.year_of(m.period) or 0 for m in sentence.mentions if m.kind == "date" and m.period]
        return self.frame is not None and max(years, default=0) < int(self.frame.period[:4])

    def _is_scene_of(self, draft: Figure) -> bool:
        """Whether the scene is that of its paragraph; that of a day only for what happened."""
        if self.scene is None:
            return False
        paragraph, time = self.scene
        return paragraph == draft.sentence.paragraph and (
            periods.is_span(time.period) or draft.verdict.cue == "status.happened"
        )

    def _same_day(self, draft: Figure, earlier: Figure) -> bool:
        """Whether a day goes on: for figures of the same measure (서울 -12도, 춘천 -15도) and for what happened like it."""
        if earlier.time is None or not periods.is_day(earlier.time.period):
            return False
        return measure(draft) == measure(earlier) or draft.verdict.cue == earlier.verdict.cue == "status.happened"
