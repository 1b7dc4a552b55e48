"""When the figures of one article are for: each by its own sentence, else by what is carried from the paragraph or the lead.

A time is carried only where it governs: not from a bracket, a comparison or a list of years, and not against the status.
"""

from __future__ import annotations

from . import statuses, timelines, times
from .model import Article
from .phrases import Sentence
from .sharing import TIMELESS, Draft


class Clock:
    """The times of one article: ``now`` is its date or year, ``frame`` the time of its lead."""

    def __init__(self, text: str, article: Article, spoken: list[Sentence], now: str | None) -> None:
        self.text, self.spoken, self.now = text, spoken, now
        self.year, self.basis = article.year, article.year_basis
        self.frame = self._frame()

    def _frame(self) -> times.Time | None:
        """The time of the lead, for sentences without one: the first span in the title or in the first two sentences."""
        head = [s for s in self.spoken if s.section == "title"] + [s for s in self.spoken if s.section == "body"][:2]
        for sentence in head:
            for time in timelines.mentioned(self.text, sentence):
                if times.is_span(time.period) and not times.is_to_come(time.period, self.now):
                    return time
        return None

    def tell(self, own: list[Draft], drafts: list[Draft]) -> None:
        """Give each figure its time and, in its light, its status."""
        for draft in own:
            if draft.mention.kind in ("date", "time"):
                continue
            draft.time = self._own_time(draft)
            if draft.mention.kind not in TIMELESS:
                period = draft.time.period if draft.time else None
                over, coming = times.is_over(period, self.now), times.is_to_come(period, self.now)
                coming = coming or (draft.verdict is statuses.STATE and self._looks_ahead(draft))
                draft.status = statuses.settled(draft.verdict, over, coming)
            if draft.time and draft.status in ("plan", "target") and self._is_past_day(draft.time.period):
                draft.time = None
            if draft.time is None:
                draft.time = self._time_around(draft, drafts)

    def _looks_ahead(self, draft: Draft) -> bool:
        """Whether the sentence names a time to come: 6만㎡ 터에 2027년 3월 첫 삽을 뜬다."""
        return any(times.is_to_come(mention.period, self.now) for mention in draft.sentence.mentions if mention.kind == "date")

    def _own_time(self, draft: Draft) -> times.Time | None:
        """The time that the sentence gives; what is raised by a deadline is so now, and 연간 makes a year of it."""
        time = timelines.own(self.text, draft.sentence, draft.at, draft.item, self.frame)
        if time is None:
            time = timelines.of_event(self.text, draft.sentence, draft.at, self.year)
        if time is not None and draft.verdict is statuses.BASELINE and time.period.startswith("../"):
            return None
        return self._whole_year(time) if timelines.yearly(draft.sentence, draft.at) else time

    def _time_around(self, draft: Draft, drafts: list[Draft]) -> times.Time | None:
        """The time that is carried in, where the sentence has none before the figure."""
        if _carries_time(draft) and not timelines.dated(self.text, draft.sentence, draft.at):
            return self._fitting(self._carried(draft, drafts), draft.status)
        if draft.status in ("target", "plan") and self._raised_from_past(draft):
            return self.frame
        return None

    def _is_past_day(self, period: str) -> bool:
        """A single day, not to come: the day on which a plan was decided is not the time that it is for."""
        return times.is_day(period) and not times.is_to_come(period, self.now)

    def _raised_from_past(self, draft: Draft) -> bool:
        """지난해 71.2%에서 71.8%로: what something is brought to counts for the year of the article, not for the one before."""
        dates = [word.mention.period for word in draft.sentence.words[: draft.at] if word.role == "date"]
        year = times.year_of(dates[-1]) if dates else None
        return self.frame is not None and year is not None and (times.year_of(self.frame.period) or 0) > year

    def _fitting(self, time: times.Time | None, status: str | None) -> times.Time | None:
        """The time that is carried in, unless the status contradicts it: nothing is so in a year to come."""
        if time is None or (status == "actual" and times.is_to_come(time.period, self.now)):
            return None
        return None if status in ("plan", "target") and times.is_over(time.period, self.now) else time

    def _whole_year(self, time: times.Time | None) -> times.Time | None:
        """연간 takes the year of the time around it: of a quarter its year, of nothing that of the article."""
        around = time or self.frame
        year = times.year_of(around.period) if around and times.is_span(around.period) else None
        if year is not None:
            return times.Time(str(year), around.basis)
        return times.Time(str(self.year), self.basis) if self.year and not around else time

    def _carried(self, draft: Draft, drafts: list[Draft]) -> times.Time | None:
        """The time of the paragraph's last dated figure, else that of the lead."""
        if draft.sentence.section == "title":
            return self.frame
        if [word.text for word in draft.sentence.words[:2]] == ["이", "기간"]:
            return None
        if draft.sentence.section != "body" or timelines.recurs(draft.sentence, draft.at):
            return None
        for earlier in reversed(drafts):
            if earlier.sentence.paragraph != draft.sentence.paragraph:
                break
            if earlier.mention.kind in ("date", "time") or timelines.is_aside(earlier.sentence, earlier.at):
                continue
            if _lists_times(earlier):
                return None
            if earlier.time is not None:
                return earlier.time if times.is_span(earlier.time.period) else None
        return self.frame


def _lists_times(draft: Draft) -> bool:
    """Whether its sentence gives figures for one year after the other: none of them goes on."""
    years = {times.year_of(mention.period) for mention in draft.sentence.mentions if mention.kind == "date" and mention.period}
    return len(years) > 2


def _carries_time(draft: Draft) -> bool:
    return draft.mention.kind in ("count", "money", "percent", "measure", "multiple", "ratio")
