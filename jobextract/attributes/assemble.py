"""Mentions to records: what each figure counts, whose it is, for when, aimed at or achieved.

Every mention becomes a record, dates too; a bare number only where the text uses it as a figure. A figure is first read by
itself (``_read``), then in the light of the others: a list shares its item, an elliptic sentence takes that of the one
before, a headline the status and period of the same figure in the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import cast

import msgspec

from ..korean import sentences
from ..korean.tokens import Sentence, read
from ..korean.word_lists import pattern, words
from ..learning.weights import Weights
from ..model import Article, Change, Line, Mention, Record, Source
from ..rulebook.loader import Rulebook
from ..temporal import edtf, periods
from . import (
    category,
    confidence,
    context,
    coreference,
    frame,
    gazetteer,
    relative_clauses,
    status,
    status_inheritance,
    subject,
    unit,
)
from .bodies import entities, owner
from .figure import TIMELESS, Figure
from .goals import aims, evidence, opinion
from .goals.heads import Heads
from .goals.pairs import Pairing
from .item_inheritance import share_items, share_status
from .items import adjacent_items, breakdowns, carried_items, empty_heads, finders
from .items import choice as weighing
from .items.candidates import Reader
from .periods import candidates, choice, comparisons, expressions, governing_time, main_period
from .periods.assignment import Clock

_OPEN_SINCE = words("periods.open_since")

#: sentences with figures or times from which a text is an article: of less, the sentence alone decides
ARTICLE = 6
#: code points of a sentence that are read as one
LONGEST = 1200
_NUMBERED = frozenset(words("items.numbered"))
#: verdicts that give way to a budget bill: what it allots is told in the past tense, as a state, or in a bare headline
_TOLD_OF_A_BILL = frozenset(("status.happened", "status.changed", "status.lasts", "copula", "present", None))
(_AIM,) = words("aims.target")
_USED = frozenset(words("items.used"))
_BLANKS = re.compile(r"\s+")
_RELATIVE = pattern("periods.relative")


def resolve(
    source: Source, articles: list[Article], lines: list[Line], mentions: list[list[Mention]], rulebook: Rulebook
) -> tuple[list[Article], list[Record]]:
    """The articles with subject and region, and one record a figure, in reading order.

    ``mentions`` holds those of each article in reading order, ``lines`` the judged lines of the page.
    """
    told, records = [], []
    for desk in desks(source, articles, mentions, rulebook):
        desk.settle()
        told.append(desk.article)
        records += desk.records()
    return told, records


def desks(source: Source, articles: list[Article], mentions: list[list[Mention]], rulebook: Rulebook) -> Iterator[Desk]:
    """The articles one after the other, each with its figures read."""
    for article, found in zip(articles, mentions, strict=True):
        spoken = [
            read(source.text, *piece, found, segment.section, number)
            for number, segment in enumerate(article.segments)
            for start, end in sentences.split(source.text, segment.start, segment.end)
            for piece in pieces(source.text, start, end)
        ]
        yield Desk(source, article, spoken, rulebook)


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence in pieces that end at blanks: what governs a figure is near it, and no line costs more than its length."""
    while end - start > LONGEST:
        cut = max(
            text.rfind(" ", start + LONGEST // 2, start + LONGEST),
            text.rfind("\n", start + LONGEST // 2, start + LONGEST),
        )
        cut = cut + 1 if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


class Desk:
    """One article on the desk: its sentences, bodies and drafts."""

    def __init__(
        self,
        source: Source,
        article: Article,
        spoken: list[Sentence],
        rulebook: Rulebook,
        scorers: weighing.Scorers | None = None,
    ) -> None:
        self.source, self.text, self.rulebook, self.spoken = source, source.text, rulebook, spoken
        self.lexicon = context.lexicon(rulebook)
        self.scorers = scorers or weighing.scorers()
        self.cues = status.book(rulebook)
        self.places = gazetteer.gazetteer(rulebook)
        self.bodies = subject.Bodies(article, spoken, self.text, entities.names(rulebook), self.scorers.body)
        self.now = article.published or (str(article.year) if article.year else None)
        self.near = " ".join(self.text[s.start : s.end] for s in article.segments) + f" {article.place or ''}"
        self.region_of: dict[str, str | None] = {}
        self.article = msgspec.structs.replace(article, subject=self.bodies.own, region=self._region(self.bodies.own))
        self.bill, self.offer = self._framed("status.bill"), self._framed("status.offer")
        self.frame = frame.of(self.text, article, spoken, rulebook)
        self.clock = Clock(self.text, article, spoken, self.now, self.bill is not None, self.frame)
        self.heads, self.pairing = Heads(self.text, rulebook), Pairing(self.text, self.bodies.is_body)
        self.reader = Reader(article.title, spoken, self.lexicon, self.bodies.is_proper)
        self.named: list[expressions.Expression] | None = None
        self.drafts = self._read()
        self.beside = evidence.Neighbours(self.drafts)

    def records(self) -> list[Record]:
        return [self._record(draft) for draft in self.drafts]

    # ------------------------------------------------------------ reading

    def _read(self) -> list[Figure]:
        drafts: list[Figure] = []
        headings, aimed, followed = None, None, _followed(self.spoken)
        for number, sentence in enumerate(self.spoken):
            head = self.heads.hear(sentence)
            own = self._told(number, drafts, headings) if sentence.mentions else []
            for draft in own:
                draft.head = head
            aimed = self._aimed(sentence, own, aimed)
            status_inheritance.take(own, drafts, aimed)
            self.clock.go_on(own, drafts)
            self.pairing.hear(own, drafts, head == "contrast")
            aims.go_on(own, drafts, self.text, head)
            drafts += own
            if sentence.mentions or number in followed or self.bodies.firms:
                self.bodies.heard(sentence)
            if all(mention.kind in ("date", "time") for mention in sentence.mentions):
                headings = sentence
            elif not any(adjacent_items.in_table(sentence, draft.at) for draft in own):
                headings = None
        coreference.link(drafts)
        if self.scorers.item is None:
            for draft in drafts:
                draft.item = draft.item or draft.headline
        status_inheritance.settle_headlines(drafts)
        self.clock.settle(drafts)
        aims.promote(drafts, self.frame, self.text, self.now)
        return drafts

    def settle(self) -> None:
        """What was learned of labelled pages has the last word on time and status, where there is an article to weigh."""
        if sum(bool(sentence.mentions) for sentence in self.spoken) < ARTICLE:
            return
        line = self.timeline()
        times = [
            draft.time if draft.mention.kind in ("date", "time") else choice.settled(draft, line)
            for draft in self.drafts
        ]
        told = [
            opinion.settled(self.evidence(draft)) if self.is_judged(draft) else draft.status for draft in self.drafts
        ]
        for draft, time, status_told in zip(self.drafts, times, told, strict=True):
            draft.time, draft.status = time, status_told
        self.pairing.reconcile()
        aims.promote(self.drafts, self.frame, self.text, self.now)

    def is_judged(self, draft: Figure) -> bool:
        """Whether the figure has a status at all: no date, age, length of time, edition or term of office."""
        kind, unit = draft.mention.kind, draft.mention.unit
        return kind not in TIMELESS and not (kind == "ordinal" and unit in _NUMBERED)

    def main_options(self) -> list[main_period.Option]:
        """The times that the article may be about."""
        return main_period.options(
            self.text, self.spoken, self.drafts, self.frame, self.now, self._year(), self._named_times()
        )

    def _named_times(self) -> list[expressions.Expression]:
        if self.named is None:
            self.named = expressions.expressions(self.text, self.spoken)
        return self.named

    def _year(self) -> periods.Time | None:
        return periods.Time(str(self.article.year), self.article.year_basis) if self.article.year else None

    def timeline(self, weights: Weights | None = None) -> candidates.Timeline:
        """What the article says of times; ``weights`` are those that choose its main period."""
        mains = choice.mains(self.main_options(), weights)
        return candidates.Timeline(
            self.text, self.spoken, self.drafts, self.frame, self.now, self._year(), mains, self._named_times()
        )

    def evidence(self, draft: Figure) -> list[str]:
        """What speaks for the status of the figure."""
        return evidence.facts(draft, self.beside, draft.head, self.frame, self.now, self.text)

    def _lead(self, number: int) -> str | None:
        """The topic of the sentence in front of the one with this number, where it holds no figure."""
        before = self.spoken[number - 1] if number else None
        if (
            before is None
            or before.section != self.spoken[number].section
            or any(m.kind not in ("date", "time") for m in before.mentions)
        ):
            return None
        return carried_items.topic_of(
            context.Surroundings(self.text, before, 0, self.lexicon, self.bodies.is_body, finders.find)
        )

    def _told(self, number: int, drafts: list[Figure], headings: Sentence | None) -> list[Figure]:
        """The figures of a sentence, each read by itself and in the light of those before it."""
        sentence = self.spoken[number]
        own = [self._draft(sentence, at, headings) for at, word in enumerate(sentence.words) if word.mention]
        own = [draft for draft in own if _is_figure(draft, self.text)]
        share_items(own, drafts, self.lexicon, self.bodies.is_body, partial(self._lead, number))
        self._weigh(number, own, drafts, headings)
        self._own(own, drafts)
        self._judge(own)
        self.clock.hear(sentence)
        self.clock.tell(own, drafts, headings)
        share_status(own, drafts, self.cues)
        return own

    def _weigh(self, number: int, own: list[Figure], drafts: list[Figure], headings: Sentence | None) -> None:
        """The items and members of a sentence's figures: what the finders say is one candidate among others."""
        if self.reader.headline is None:
            first = next((s for s in self.spoken if s.section == "title" and s.words), None)
            self.reader.read_headline(self._near(first, 0, None) if first is not None else None)
        before = self.spoken[number - 1] if number else None
        around = weighing.Around(
            self._near(before, 0, None) if before is not None and before.words else None,
            self.spoken[number + 1] if number + 1 < len(self.spoken) else None,
        )
        figures = [(draft, self._near(draft.sentence, draft.at, headings)) for draft in own]
        weighing.settle(figures, drafts, around, self.reader, self.scorers)
        self._own_members(own)

    def _own(self, own: list[Figure], drafts: list[Figure]) -> None:
        """Whose each figure of a sentence is."""
        before = drafts[-1] if drafts else None
        for draft in own:
            if draft.mention.kind in ("date", "time"):
                continue
            draft.owners = self.bodies.owners(draft, before)
            if self.scorers.owner is not None:
                draft.subject, draft.owned = owner.choose(draft.owners, self.scorers.owner)
            before = draft

    def _own_members(self, own: list[Figure]) -> None:
        """A member that is a body is the subject too; among bodies in a list an unknown name is one as well."""
        listed: tuple[str, str | None] | None = None
        for draft in own:
            if draft.member is None or draft.mention.kind in TIMELESS:
                continue
            body = self.bodies.of_member(draft.member)
            measured = (draft.mention.kind, draft.mention.unit)
            if body is None and measured == listed:
                body = draft.member
            draft.subject = body or draft.subject
            listed = measured if body else None

    def _near(self, sentence: Sentence, at: int, headings: Sentence | None) -> context.Surroundings:
        return context.Surroundings(self.text, sentence, at, self.lexicon, self.bodies.is_body, finders.find, headings)

    def _draft(self, sentence: Sentence, at: int, headings: Sentence | None) -> Figure:
        draft = Figure(sentence.words[at].said, sentence, at)
        if draft.mention.kind in ("date", "time"):
            draft.time = _stated(draft.mention)
        else:
            near = self._near(sentence, at, headings)
            draft.way, draft.item = finders.found(near)
            draft.label, draft.measure = breakdowns.told(near)
            draft.label = draft.label or breakdowns.labelled(near)
            draft.headline = empty_heads.of_headline(near) if draft.item is None else None
        draft.subject = self.bodies.of(sentence, at)
        return draft

    # ------------------------------------------------------------ status

    def _judge(self, own: list[Figure]) -> None:
        for draft in own:
            if not self.is_judged(draft):
                continue
            draft.change = cast(Change | None, status.change(self.text, draft.sentence, draft.at, self.cues).value)
            draft.verdict = status.status(self.text, draft.sentence, draft.at, self.cues, self.bodies.is_body)
            if self.bill and self._is_allotted(draft):
                draft.verdict = self.bill
            if self.offer and _is_term(draft):
                draft.verdict = self.offer

    def _is_allotted(self, draft: Figure) -> bool:
        """Whether a budget bill allots the sum or share: told in the past tense or as a state, and not of another time."""
        words, at = draft.sentence.words, draft.at
        aside = comparisons.is_aside(draft.sentence, at) or status.is_baseline(draft.sentence, at)
        if aside or governing_time.dated_before(draft.sentence, at):
            return False
        told = draft.verdict.cue in (
            _TOLD_OF_A_BILL if relative_clauses.of_money(words, at) else ("status.happened", "status.changed")
        )
        return told and (relative_clauses.of_money(words, at) or draft.change is not None)

    def _aimed(self, sentence: Sentence, own: list[Figure], aimed: int | None) -> int | None:
        """The paragraph that speaks of targets since its last sentence without figures."""
        if any(draft.mention.kind not in ("date", "time") for draft in own) or not sentence.holds(_AIM):
            return aimed
        return sentence.paragraph if status_inheritance.sets_target(sentence, self.cues) else aimed

    def _framed(self, field: str) -> status.Verdict | None:
        """Where title and lead put a budget bill before the council or flats on sale, what is told of it is planned."""
        lead = islice((s for s in self.spoken if s.section == "body"), 2 if field == "status.bill" else 1)
        head = "\n".join((self.article.title or "", *(self.text[s.start : s.end] for s in lead)))
        return status.first(head, self.cues.cues(field))

    # ------------------------------------------------------------ record

    def _region(self, name: str | None) -> str | None:
        if name is None:
            return None
        if name not in self.region_of:
            day = self.article_day()
            self.region_of[name] = gazetteer.resolve(name, self.near, day, self.places).code
        return self.region_of[name]

    def article_day(self) -> str | None:
        if self.now is None:
            return None
        return self.now if len(self.now) > 4 else f"{self.now}-06-30"

    def _record(self, draft: Figure) -> Record:
        mention, article = draft.mention, self.article
        period = edtf.in_months(draft.time.period) if draft.time and edtf.valid(draft.time.period) else None
        return Record(
            id=self._id(mention),
            source=self.source.name,
            article=article.number,
            title=article.title,
            published=article.published,
            publisher=article.publisher,
            reporter=article.reporter,
            section=draft.sentence.section,
            subject=draft.subject,
            region=self._region(draft.subject),
            item=draft.item,
            category=category.category(draft.item, self.rulebook),
            kind=mention.kind,
            text=mention.text,
            start=mention.start,
            end=mention.end,
            value=mention.value,
            low=mention.low,
            high=mention.high,
            unit=unit.recorded(mention.unit, self.text[draft.sentence.start : draft.sentence.end], self.rulebook),
            bound=mention.bound,
            approx=mention.approx,
            change=draft.change,
            status=draft.status,
            year=periods.year_of(period),
            period=period,
            period_basis=draft.time.basis if draft.time and period else None,
            same_as=self._id(draft.same_as.mention) if draft.same_as else None,
            sentence=_quoted(self.text, draft.sentence, mention),
            rule=mention.rule,
            member=draft.member,
            confidence=confidence.confidence(draft, self.bodies.own, self.bodies.sure),
        )

    def _id(self, mention: Mention) -> str:
        return f"{self.source.digest}:{mention.start}-{mention.end}"


def _quoted(text: str, sentence: Sentence, mention: Mention) -> str:
    """The sentence in one line, but for the figure, which stands in it as it is written, be it over two lines."""
    before = _BLANKS.sub(" ", text[min(sentence.start, mention.start) : mention.start]).lstrip()
    after = _BLANKS.sub(" ", text[mention.end : max(sentence.end, mention.end)]).rstrip()
    return f"{before}{mention.text}{after}"


def _stated(mention: Mention) -> periods.Time | None:
    """The time that a date names; the day or year before 이후 is a point, and what is so since then an open span."""
    if not mention.period:
        return None
    since = mention.period.endswith("/..") and not mention.text.endswith(_OPEN_SINCE)
    return periods.Time(mention.period.removesuffix("/..") if since else mention.period, mention.basis)


def _followed(spoken: list[Sentence]) -> set[int]:
    """The sentences behind which their paragraph holds figures, for which they may name the body."""
    found: set[int] = set()
    paragraph = None
    for number in range(len(spoken) - 1, -1, -1):
        if spoken[number].paragraph == paragraph:
            found.add(number)
        if spoken[number].mentions:
            paragraph = spoken[number].paragraph
    return found


def _is_figure(draft: Figure, text: str) -> bool:
    """Whether the mention is worth a record of its own.

    A bare number is, where the text uses it as a figure: in a table, as what something is or reached (평균 3.2를 기록), or
    as a decimal in brackets beside what it is compared with (0.36으로 작년(0.40)에 못 미쳤다). A time that names no day,
    month or year by number (올해, 지난달) is not: it stands in the period of the figures that it governs.
    """
    mention = draft.mention
    if mention.kind == "number":
        bracketed = (
            "." in mention.text and text[mention.start - 1] == "(" and text[mention.end : mention.end + 1] == ")"
        )
        used = draft.word.particle in _USED or adjacent_items.in_table(draft.sentence, draft.at)
        return bracketed or (draft.item is not None and used)
    return mention.kind != "date" or not _RELATIVE.fullmatch(mention.text)


def _is_term(draft: Figure) -> bool:
    """Whether the figure may be one of an offer's terms: told as a state, of no other time than that to come."""
    told = draft.verdict.cue in ("copula", "present", None) and draft.mention.kind in ("count", "money", "percent")
    return told and draft.sentence.section == "body" and not governing_time.dated_before(draft.sentence, draft.at)
