"""Mentions to records: what each figure counts, whose it is, for when, aimed at or achieved.

Every mention becomes a record, dates too; a bare number only where the text uses it as a figure. A figure is first read by
itself (``_read``), then in the light of the others: a list shares its item, an elliptic sentence takes that of the one
before, a headline the status and period of the same figure in the body.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import msgspec

from ..korean import sentences
from ..korean.particles import ALSO, OBJECT, TOPIC
from ..korean.tokens import Sentence, read
from ..korean.word_lists import pattern, words
from ..learning.weights import Weights
from ..model import Article, Change, Line, Mention, Record, Source
from ..rulebook.loader import Rulebook
from ..temporal import periods
from . import (
    context,
    coreference,
    frame,
    gazetteer,
    recording,
    status,
    status_inheritance,
    subject,
)
from .bodies import assignment, entities
from .figure import TIMELESS, Figure
from .goals import aims, cue_book, difference, evidence, opinion
from .goals.bills import Bills
from .goals.couples import choice as couples
from .goals.heads import Heads
from .goals.pairs import Pairing
from .goals.sharing import lists, share_status
from .items import choice as weighing
from .items import rows
from .items.candidates import Reader
from .periods import candidates, choice, expressions, forms, governing_time, main_period, report_period
from .periods.assignment import Clock
from .tabular import reading, settling

#: sentences with figures or times from which a text is an article, though no paper or writer signs it: of less, the sentence alone decides
ARTICLE = 6
_NUMBERED = frozenset(words("items.numbered"))
(_AIM,) = words("aims.target")
_USED = frozenset(words("items.used"))
_SPEAKS = TOPIC | OBJECT | {ALSO}
_RELATIVE, _INDEX = pattern("periods.relative"), pattern("items.index")
_ROUND, _CLOSING = pattern("items.round"), pattern("items.closing")


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
        yield Desk(source, article, spoken(source.text, article, found), rulebook)


def spoken(text: str, article: Article, mentions: list[Mention]) -> list[Sentence]:
    """The sentences of the article, each with those of its mentions."""
    return [
        read(text, *piece, mentions, segment.section, number)
        for number, segment in enumerate(article.segments)
        for start, end in sentences.split(text, segment.start, segment.end)
        for piece in sentences.pieces(text, start, end)
    ]


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
        self.cues = cue_book.book(rulebook)
        entities.settle_topics(spoken)
        self.bodies = subject.Bodies(article, spoken, self.text, entities.names(rulebook), self.scorers.body)
        self.now = article.published or (str(article.year) if article.year else None)
        self.regions = recording.Regions(self.text, article, self.now, gazetteer.gazetteer(rulebook))
        region = self.regions.code(self.bodies.own)
        self.article = msgspec.structs.replace(article, subject=self.bodies.own, region=region)
        self.bills = Bills(self.text, article.title, spoken, self.cues)
        self.frame = frame.of(self.text, article, spoken, rulebook)
        self.clock = Clock(self.text, article, spoken, self.now, self.bills.bill is not None, self.frame)
        self.heads, self.pairing = Heads(self.text, rulebook), Pairing(self.text, self.bodies.is_body)
        self.reader = Reader(article.title, spoken, self.lexicon, self.bodies.is_proper, self.bodies.standing.person)
        self.named: list[expressions.Expression] | None = None
        self.reported = report_period.reported(self.text, spoken, self.frame, self.now)
        self.cells = reading.read(self.text, spoken, self.now)
        self.drafts = self._read()
        self.beside = evidence.Neighbours(self.drafts)

    def records(self) -> list[Record]:
        recorder = recording.Recorder(self.source, self.article, self.regions, self.bodies, self.rulebook)
        return [recorder.record(draft) for draft in self.drafts]

    # ------------------------------------------------------------ reading

    def _read(self) -> list[Figure]:
        drafts: list[Figure] = []
        headings, aimed = None, None
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
            if all(mention.kind in ("date", "time") for mention in sentence.mentions):
                headings = sentence
            elif not any(rows.in_table(sentence, draft.at) for draft in own):
                headings = None
        coreference.link(drafts)
        status_inheritance.settle_headlines(drafts)
        self.clock.settle(drafts)
        aims.promote(drafts, self.frame, self.text, self.now)
        settling.settle(drafts, self.cells, self.bodies)
        return drafts

    def settle(self) -> None:
        """What was learned of labelled pages has the last word on time and status, where there is an article to weigh; a
        figure that others are ranked since is of its own time, which goes no further."""
        signed = self.article.publisher or self.article.reporter
        if signed or sum(bool(sentence.mentions) for sentence in self.spoken) >= ARTICLE:
            self._weigh_times()
        for draft in self.drafts:
            draft.time = governing_time.ranked_since(draft.sentence, draft.at) or draft.time

    def _weigh_times(self) -> None:
        line = self.timeline()
        times = choice.all_settled(self.drafts, line)
        members, scores = self.lists(), self.scores()
        told = [opinion.settled([scores[id(draft)] for draft in several]) for several in members]
        paired = couples.found(self.drafts, self.text, scores)
        for draft, time in zip(self.drafts, times, strict=True):
            draft.time, draft.led = time, 0
        for several, (status_told, led) in zip(members, told, strict=True):
            for draft in several:
                draft.status, draft.led = status_told, led
        self.pairing.reconcile(paired)
        aims.promote(self.drafts, self.frame, self.text, self.now)
        settling.settle(self.drafts, self.cells, self.bodies)
        coreference.part(self.drafts)

    def lists(self) -> list[list[Figure]]:
        """The figures that have a status, those of one list together: they are judged at once."""
        judged = [draft for draft in self.drafts if self.is_judged(draft)]
        return [[judged[number] for number in numbers] for numbers in lists(judged)]

    def scores(self) -> dict[int, list[int]]:
        """What speaks for each status of every figure that has one, by the figure's identity."""
        return {id(draft): opinion.scores(self.evidence(draft)) for draft in self.drafts if self.is_judged(draft)}

    def is_judged(self, draft: Figure) -> bool:
        """Whether the figure has a status at all: no date, age, length of time, edition or term of office."""
        kind, unit = draft.mention.kind, draft.mention.unit
        return kind not in TIMELESS and not (kind == "ordinal" and unit in _NUMBERED)

    def main_options(self) -> list[main_period.Option]:
        """The times that the article may be about."""
        return main_period.options(*self._article(), self._named_times(), self.reported)

    def _named_times(self) -> list[expressions.Expression]:
        if self.named is None:
            self.named = expressions.expressions(self.text, self.spoken)
        return self.named

    def _article(self) -> tuple[str, list[Sentence], list[Figure], frame.Frame, str | None, periods.Time | None]:
        """What times are read from: text, sentences and figures, what the article does, its day and its year."""
        year = periods.Time(str(self.article.year), self.article.year_basis) if self.article.year else None
        return self.text, self.spoken, self.drafts, self.frame, self.now, year

    def timeline(self, weights: Weights | None = None) -> candidates.Timeline:
        """What the article says of times; ``weights`` are those that choose its main period."""
        mains = choice.mains(self.main_options(), weights)
        return candidates.Timeline(*self._article(), mains, self._named_times(), self.reported)

    def _judge(self, draft: Figure) -> None:
        """What the cues say of the figure by itself: its change, and its status in the light of a bill or an offer."""
        draft.change = self._change(draft)
        draft.verdict = status.status(self.text, draft.sentence, draft.at, self.cues, self.bodies.is_body)
        draft.verdict = self.bills.verdict(draft)

    def _change(self, draft: Figure) -> Change | None:
        return cast("Change | None", difference.change(self.text, draft.sentence, draft.at, self.cues).value)

    def _aimed(self, sentence: Sentence, own: list[Figure], aimed: int | None) -> int | None:
        """The paragraph that speaks of targets since its last sentence without figures."""
        if any(draft.mention.kind not in ("date", "time") for draft in own) or not sentence.holds(_AIM):
            return aimed
        return sentence.paragraph if status_inheritance.sets_target(sentence, self.cues) else aimed

    def evidence(self, draft: Figure) -> list[str]:
        """What speaks for the status of the figure."""
        return evidence.facts(draft, self.beside, draft.head, self.frame, self.now, self.text)

    def _told(self, number: int, drafts: list[Figure], headings: Sentence | None) -> list[Figure]:
        """The figures of a sentence, each read by itself and in the light of those before it."""
        sentence = self.spoken[number]
        own = [self._draft(sentence, at) for at, word in enumerate(sentence.words) if word.mention]
        own = [draft for draft in own if draft.mention.start in self.cells or _is_figure(draft, self.text)]
        self._weigh(number, own, drafts)
        assignment.tell(own, drafts[-1] if drafts else None, self.bodies, self.scorers.owner)
        for draft in own:
            if self.is_judged(draft):
                self._judge(draft)
            elif draft.mention.kind == "duration":
                draft.change = self._change(draft)
        self.clock.hear(sentence)
        self.clock.tell(own, drafts, headings)
        share_status(own, drafts, self.cues)
        return own

    def _weigh(self, number: int, own: list[Figure], drafts: list[Figure]) -> None:
        """The items and members of a sentence's figures: each phrase about a figure is one candidate among others."""
        if self.reader.headline is None:
            first = next((s for s in self.spoken if s.section == "title" and s.words), None)
            self.reader.read_headline(self._near(first) if first is not None else None)
        before = self.spoken[number - 1] if number else None
        around = weighing.Around(
            self._near(before) if before is not None and before.words else None,
            self.spoken[number + 1] if number + 1 < len(self.spoken) else None,
        )
        figures = [(draft, self._near(draft.sentence, draft.at)) for draft in own]
        weighing.settle(figures, drafts, around, self.reader, self.scorers)
        assignment.of_members(own, self.bodies)

    def _near(self, sentence: Sentence, at: int = 0) -> context.Surroundings:
        return context.Surroundings(self.text, sentence, at, self.lexicon, self.bodies.is_body)

    def _draft(self, sentence: Sentence, at: int) -> Figure:
        draft = Figure(sentence.words[at].said, sentence, at)
        if draft.mention.kind in ("date", "time"):
            draft.time = forms.stated(draft.mention)
        draft.subject = self.bodies.of(sentence, at)
        return draft


def _is_figure(draft: Figure, text: str) -> bool:
    """Whether the mention is worth a record of its own.

    A bare number is, where the text uses it as a figure: with a round unit (1900만), in a table, as what something is or
    reached (평균 3.2를 기록), or as a decimal that ends its clause or stands in brackets beside what it is compared with (0.36으로
    작년(0.40)에 못 미쳤다), or in brackets behind the name of an index (업황전망(72)). A time that names no day,
    month or year by number (올해, 지난달) is not: it stands in the period of the figures that it governs.
    """
    mention = draft.mention
    if mention.kind == "number":
        if _ROUND.search(mention.text):
            return True
        bracketed = text[mention.start - 1 : mention.start] == "(" and text[mention.end : mention.end + 1] == ")"
        index = bracketed and _INDEX.search(text, max(0, mention.start - 9), mention.start - 1) is not None
        bracketed = index or (bracketed and "." in mention.text)
        if rows.in_table(draft.sentence, draft.at):
            return any(word.role == "noun" for word in draft.sentence.words[: draft.at])
        if "." in mention.text and (draft.word.particle or _CLOSING.match(text, mention.end)):
            return True
        return bracketed or (draft.word.particle in _USED and _is_named(draft))
    return mention.kind != "date" or not _RELATIVE.fullmatch(mention.text)


def _is_named(draft: Figure) -> bool:
    """Whether the sentence speaks of anything that the number may be of: a noun right before it, a topic, an object."""
    spoken = draft.sentence.words
    beside = draft.at > 0 and spoken[draft.at - 1].role == "noun"
    return beside or any(word.role == "noun" and word.particle in _SPEAKS for word in spoken[: draft.at])
