"""Why a figure of an article has its status and its period: what the rules said, what was learned, how much each weighs, the runner-up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..attributes import assemble
from ..attributes.assemble import Desk
from ..attributes.figure import Figure
from ..attributes.goals import opinion
from ..attributes.goals.couples import choice as couples
from ..attributes.periods import candidates, choice
from ..learning import linear, weights
from ..model import Source
from ..page import articles, tagger
from ..quantities.recognizer import find
from ..rulebook.loader import Rulebook
from ..temporal import reference_year

HEADINGS = ("figure", "field", "answer", "weight", "because")
#: facts that are named for each answer
MOST = 5
Reason = tuple[str, str, str, str, str]


def reasons(source: Source, figure: str, book: Rulebook) -> list[Reason]:
    """A row a reason for each figure of the article that is written so, in reading order."""
    found: list[Reason] = []
    for desk in _desks(source, book):
        told = [draft for draft in desk.drafts if draft.mention.text == figure]
        rows = [[*_of_status(desk, draft, book), *_of_period(desk, draft)] for draft in told]
        desk.settle()
        for draft, several in zip(told, rows, strict=True):
            found += [*several, *_given(draft)]
    return found


def _given(draft: Figure) -> Iterator[Reason]:
    """What the record says in the end, after pairs, tables and headlines have been heard."""
    yield draft.mention.text, "status", draft.status or "none", "", "given"
    yield draft.mention.text, "period", draft.time.period if draft.time else "none", "", "given"


def _desks(source: Source, book: Rulebook) -> Iterator[Desk]:
    lines = tagger.judge(source.text, book)
    for article in reference_year.infer_years(source.text, articles.segment(source, lines, book)):
        day = date.fromisoformat(article.published[:10]) if article.published else None
        spans = ((segment.start, segment.end) for segment in article.segments)
        found = [m for start, end in spans for m in find(source.text, start, end, day, article.year, book)]
        yield Desk(source, article, assemble.spoken(source.text, article, found), book)


def _of_status(desk: Desk, draft: Figure, book: Rulebook) -> Iterator[Reason]:
    cue = draft.verdict.cue or "nothing"
    why = book.entries[cue].why if cue in book.entries else ""
    yield draft.mention.text, "status", draft.status or "none", "", f"by rule {cue}: {why}".rstrip(": ")
    if not desk.is_judged(draft):
        return
    learned, facts = weights.load("status"), desk.evidence(draft)
    found = linear.choose(learned, facts)
    yield draft.mention.text, "status", found.label, str(found.lead), f"as learned; behind it {found.second}"
    for fact, weight in linear.reasons(learned, facts, found.label, found.second)[:MOST]:
        yield draft.mention.text, "status", found.label, f"{weight:+}", fact
    yield from _of_others(desk, draft)


def _of_others(desk: Desk, draft: Figure) -> Iterator[Reason]:
    """What the list of the figure says of its status, and the figure that it is set against."""
    scores = desk.scores()
    members = next(several for several in desk.lists() if any(one is draft for one in several))
    if len(members) > 1:
        given, lead = opinion.settled([scores[id(one)] for one in members])
        yield (
            draft.mention.text,
            "status",
            given or "none",
            str(lead),
            f"with the {len(members) - 1} others of its list",
        )
    for target, result, lead in couples.found(desk.drafts, desk.text, scores):
        if draft is target:
            yield draft.mention.text, "status", "target", str(lead), f"beside {result.mention.text}, which came of it"
        elif draft is result:
            yield draft.mention.text, "status", "actual", str(lead), f"came of {target.mention.text}"


def _of_period(desk: Desk, draft: Figure) -> Iterator[Reason]:
    time = draft.time
    how = (
        "nothing gives it one" if time is None else "carried in from around it" if draft.carried else "its own sentence"
    )
    yield draft.mention.text, "period", time.period if time else "none", "", f"by rule: {how}"
    if draft.mention.kind in ("date", "time"):
        return
    line = desk.timeline()
    several = candidates.candidates(draft, line)
    learned = weights.load("period")
    odds = choice.shares(learned, [one.facts for one in several])
    given = choice.all_settled(desk.drafts, line)[desk.drafts.index(draft)]
    sure = "given" if given is not None else "none is given: too unsure, or none is likeliest"
    yield draft.mention.text, "period", given.period if given else "none", f"{draft.dated:.2f}", f"as learned: {sure}"
    best = sorted(range(len(several)), key=lambda each: (-odds[each], each))[:2]
    for number in best:
        one, others = several[number], {fact for other in best if other != number for fact in several[other].facts}
        told = ((fact, linear.scores(learned, [fact])[0]) for fact in one.facts if fact not in others)
        most = sorted((pair for pair in told if pair[1]), key=lambda pair: (-abs(pair[1]), pair[0]))[:MOST]
        named = ", ".join(f"{fact} {weight:+}" for fact, weight in most)
        yield draft.mention.text, "period", one.time.period if one.time else "none", f"{odds[number]:.2f}", named
