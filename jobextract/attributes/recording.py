"""Figures as the records that go out: every field of the contract, from the figure, its mention and its article."""

from __future__ import annotations

import re

from ..model import Article, Mention, Record, Source
from ..rulebook.loader import Rulebook
from ..temporal import edtf, periods
from . import category, confidence, gazetteer, subject, unit
from .figure import Figure

_BLANKS = re.compile(r"\s+")


class Regions:
    """The codes of the municipalities that an article names, each looked up once.

    ``now`` is the day or year of the article: which municipality bears a name changes over the years.
    """

    def __init__(self, text: str, article: Article, now: str | None, places: gazetteer.Gazetteer) -> None:
        self._near = " ".join(text[s.start : s.end] for s in article.segments) + f" {article.place or ''}"
        self._day = now if now is None or len(now) > 4 else f"{now}-06-30"
        self._places = places
        self._codes: dict[str, str | None] = {}

    def code(self, name: str | None) -> str | None:
        """The code of the municipality, None where the name is of none or of several."""
        if name is None:
            return None
        if name not in self._codes:
            self._codes[name] = gazetteer.resolve(name, self._near, self._day, self._places).code
        return self._codes[name]


class Recorder:
    """Makes the records of one article."""

    def __init__(
        self, source: Source, article: Article, regions: Regions, bodies: subject.Bodies, rulebook: Rulebook
    ) -> None:
        self._source, self._article, self._regions = source, article, regions
        self._bodies, self._rulebook = bodies, rulebook

    def record(self, draft: Figure) -> Record:
        """The record of a figure whose fields are settled."""
        mention, article, text = draft.mention, self._article, self._source.text
        period = edtf.in_months(draft.time.period) if draft.time and edtf.valid(draft.time.period) else None
        return Record(
            id=self._id(mention),
            source=self._source.name,
            article=article.number,
            title=article.title,
            published=article.published,
            publisher=article.publisher,
            reporter=article.reporter,
            section=draft.sentence.section,
            subject=draft.subject,
            region=self._regions.code(draft.subject),
            item=draft.item,
            category=category.category(draft.item, self._rulebook),
            kind=mention.kind,
            text=mention.text,
            start=mention.start,
            end=mention.end,
            value=mention.value,
            low=mention.low,
            high=mention.high,
            unit=unit.recorded(mention.unit, text[draft.sentence.start : draft.sentence.end], self._rulebook),
            bound=mention.bound,
            approx=mention.approx,
            change=draft.change,
            status=draft.status,
            year=periods.year_of(period),
            period=period,
            period_basis=draft.time.basis if draft.time and period else None,
            same_as=self._id(draft.same_as.mention) if draft.same_as else None,
            sentence=_quoted(text, draft),
            rule=mention.rule,
            member=draft.member,
            confidence=confidence.confidence(draft, self._bodies.own, self._bodies.sure),
        )

    def _id(self, mention: Mention) -> str:
        return f"{self._source.digest}:{mention.start}-{mention.end}"


def _quoted(text: str, draft: Figure) -> str:
    """The sentence in one line, but for the figure, which stands in it as it is written, be it over two lines."""
    sentence, mention = draft.sentence, draft.mention
    before = _BLANKS.sub(" ", text[min(sentence.start, mention.start) : mention.start]).lstrip()
    after = _BLANKS.sub(" ", text[mention.end : max(sentence.end, mention.end)]).rstrip()
    return f"{before}{mention.text}{after}"
