"""What figures take from one another: the item of a list, the status of a total, the noun that an elliptic sentence leaves out."""

from __future__ import annotations

from collections.abc import Callable

from ..korean.particles import THAN
from ..korean.tokens import Sentence
from ..korean.word_lists import words
from . import status as statuses
from .context import Lexicon, is_generic
from .figure import FAR, NEAR, REACH, TIMELESS, Figure
from .items import breakdowns, carried_items, elliptic_items
from .periods import governing_time

(_BY,) = words("items.by")
_AIMS = words("items.aims")
(_REST,) = words("items.rest")
(_RATE,) = words("items.rate")
_YEARS = words("items.years")

_SUMS = frozenset(words("items.sums"))
#: verdicts that give way to what the sentence leans on
_LOOSE = frozenset((None, "copula", "present", "status.wanted"))


def _alike(one: Figure, other: Figure) -> bool:
    return one.mention.kind == other.mention.kind and one.mention.unit == other.mention.unit


def share_items(
    own: list[Figure],
    drafts: list[Figure],
    lexicon: Lexicon,
    is_body: Callable[[str], bool],
    lead: Callable[[], str | None],
) -> None:
    """Give figures without an item of their own that of the figure they lean on."""
    for number, draft in enumerate(own):
        if draft.mention.kind not in ("count", "money", "percent", "measure", "multiple", "ratio", "number"):
            continue
        if draft.item is None and draft.label is None:
            draft.item = _leaned_on(draft, own[:number])
        if draft.label is not None and (
            draft.item in (None, draft.label, draft.label.split()[-1]) or is_generic(draft.item, lexicon)
        ):
            draft.item = _grouped(draft, draft.label, own[:number], drafts, lexicon)
        elif draft.item is None or is_generic(draft.item, lexicon):
            draft.borrowed = draft.item is None
            draft.item = _completed(draft, [*drafts, *own[:number]], lexicon)
    for number, draft in enumerate(own):
        if draft.item is None and draft.mention.kind in ("count", "money", "measure"):
            draft.item = _compared(draft, own[number + 1 :], drafts)
    elliptic_items.look_ahead(own)
    elliptic_items.go_on(own, drafts, is_body)
    elliptic_items.deal_out(own, drafts)
    carried_items.carry(own, drafts, lexicon, lead)


def _grouped(draft: Figure, label: str, before: list[Figure], drafts: list[Figure], lexicon: Lexicon) -> str:
    """A group of a breakdown and what the figures before it count: 제조업 취업자, 유럽 매출."""
    if label.split()[-1] in lexicon.generic:
        return label
    if draft.measure is None:
        lenders = (*reversed(before), *(_behind(draft, drafts) if _goes_on(draft) else ()))
        given = [(d.sentence, measure) for d in lenders[:REACH] if (measure := _measured(d, draft, lexicon))]
        alike = {measure for sentence, measure in given if sentence is given[0][0] and sentence is not draft.sentence}
        opens = drafts and drafts[-1].sentence.paragraph != draft.sentence.paragraph
        draft.measure = given[0][1] if given and (len(alike) < 2 or opens) else None
    return label if draft.measure is None or draft.measure in label else f"{label} {draft.measure}"


def _behind(draft: Figure, drafts: list[Figure]) -> list[Figure]:
    """The figures of the sentences before, nearest first; of a breakdown that begins a paragraph, first those that the
    paragraph before begins with."""
    last = drafts[-1].sentence.paragraph if drafts else draft.sentence.paragraph
    opens = last != draft.sentence.paragraph and breakdowns.framed(draft.sentence.words, draft.at)
    lead = [d for d in drafts[-REACH:] if d.sentence.paragraph == last] if opens else []
    return [*lead, *reversed(drafts[-FAR:])]


def _goes_on(draft: Figure) -> bool:
    """Whether the figure may measure what the sentences before do: a bare share (여성이 64%로) is one of its own whole."""
    bare = draft.mention.kind == "percent" and not breakdowns.framed(draft.sentence.words, draft.at)
    return not bare or carried_items.changes(draft)


def _measured(other: Figure, draft: Figure, lexicon: Lexicon) -> str | None:
    """The last noun of what the earlier figure measures, where it may be what this one does."""
    alike = _alike(other, draft) or other.mention.kind == draft.mention.kind == "money"
    if not alike or not other.lent or carried_items.is_aside(other):
        return None
    nouns = [word for word in other.lent.split() if word not in lexicon.generic]
    if any(word in lexicon.events for word in nouns):
        return None
    return nouns[-1] if nouns and breakdowns.is_measure(nouns[-1]) else None


def _leaned_on(draft: Figure, before: list[Figure]) -> str | None:
    """The item of the figure before it in the sentence: the same thing at another time, or by how much it changed."""
    for other in reversed(before):
        shared = _alike(draft, other) or draft.mention.kind in ("percent", "multiple", "ratio")
        if other.item is not None and shared and not carried_items.is_parted(other, draft):
            return other.item if other.subject == draft.subject else other.lent
    return None


def _compared(draft: Figure, after: list[Figure], drafts: list[Figure]) -> str | None:
    """지난해 1만3천 톤보다 …: what is compared is what the next figure counts, else the last one of the paragraph."""
    if draft.word.particle != THAN:
        return None
    behind = next((d.item for d in after if _alike(d, draft) and d.item), None)
    before = (
        d for d in reversed(drafts[-FAR:]) if d.sentence.paragraph == draft.sentence.paragraph and _alike(d, draft)
    )
    return behind or next((d.item for d in before if d.item), None)


def _completed(draft: Figure, drafts: list[Figure], lexicon: Lexicon) -> str | None:
    """연도별 목표는 1만개: the thing itself is named by the last figure of the kind before."""
    by_kind = any(word.stem.endswith(_BY) for word in draft.sentence.words[:3])
    if draft.mention.kind == "percent":
        return _aim_of(draft, drafts)
    if draft.mention.kind not in ("count", "money") or not (draft.item or by_kind or _is_elliptic(draft.sentence)):
        return draft.item
    beside = drafts[-1] if drafts and drafts[-1].sentence is draft.sentence else None
    if draft.mention.kind == "money" and draft.item in _SUMS and beside is not None and beside.lent:
        return f"{beside.lent} {draft.item}"
    for other in reversed(drafts[-FAR:]):
        if _alike(draft, other) and other.lent is not None and not is_generic(other.lent, lexicon):
            own = (draft.item or "").split()
            kept = [word for word in own if word in _AIMS and word not in other.lent.split()]
            return " ".join([_REST, other.lent] if own == [_REST] else [other.lent, *kept])
    return draft.item


def _aim_of(draft: Figure, drafts: list[Figure]) -> str | None:
    """고용률은 지난해 71.6%였고 올해 목표는 72%다: the rate that the target is a target of."""
    aims = [word for word in (draft.item or "").split() if word in _AIMS]
    named = next(
        (d.item for d in reversed(drafts[-FAR:]) if _alike(d, draft) and d.item and _RATE in d.item.split()[-1]), None
    )
    return f"{named} {aims[-1]}" if aims and named else draft.item


def _is_elliptic(sentence: Sentence) -> bool:
    """Whether the sentence holds nothing but figures, times and particles: 올해 18곳, 2025년 20곳이다."""
    return all(
        word.role in ("figure", "date", "mark", "adverb") or word.stem.endswith(_BY) or word.stem in _YEARS
        for word in sentence.words
    )


def share_status(own: list[Figure], drafts: list[Figure], cues: statuses.Book) -> None:
    """An elliptic sentence has the status of the one before, the parts of a total that of the total, the terms of what
    is announced that of the announcement."""
    loose = [d for d in own if d.mention.kind not in TIMELESS and d.verdict.cue in _LOOSE]
    if not loose:
        return
    _follow_terms(loose, drafts, cues)
    if elliptic_items.begins_with_them(own[0].sentence.words) and loose[0] is own[0]:
        loose[0].status = next((d.status for d in reversed(drafts[-NEAR:]) if d.item == own[0].item), loose[0].status)
    if _is_elliptic(own[0].sentence):
        whole = next((d for d in reversed(drafts[-FAR:]) if d.status and any(_alike(d, f) for f in loose)), None)
    else:
        whole = _whole(loose, drafts)
    loose = [d for d in loose if d.verdict.cue != "status.wanted" or (whole and whole.status == "target")]
    for draft in loose:
        if whole is not None and whole.item and draft.borrowed:
            draft.item = whole.item
    if whole is not None and whole.status in ("target", "plan"):
        for draft in loose:
            draft.status = whole.status


def _follow_terms(loose: list[Figure], drafts: list[Figure], cues: statuses.Book) -> None:
    """투자비는 4천억원이다 after an announcement is part of it: what it costs, pays, and how many it takes."""
    last = next((d for d in reversed(drafts[-NEAR:]) if d.status is not None), None)
    if last is None or last.status == "actual":
        return
    for draft in loose:
        if (
            draft.status != "actual"
            or draft.verdict.cue not in ("copula", "present")
            or governing_time.dated_before(draft.sentence, draft.at)
        ):
            continue
        said = " ".join(word.text for word in draft.sentence.words[: draft.at])
        if statuses.first(said, cues.cues("status.terms")):
            draft.status = "plan"


def _whole(parts: list[Figure], drafts: list[Figure]) -> Figure | None:
    """The figure of the same measure that the sentence before tells, where a breakdown (분야별로는 …) or a bare list follows it.

    Nothing hangs on what the parts add up to: a status does not change with the digits.
    """
    parts = [part for part in parts if part.mention.kind == parts[-1].mention.kind and part.change is None]
    if len(parts) < 2 or not drafts:
        return None
    sentence = parts[0].sentence
    breaks_down = any(word.stem.endswith(_BY) for word in sentence.words[:3])
    if not breaks_down and any(word.role in ("date", "verb", "adverb") for word in sentence.words):
        return None
    told = [d for d in drafts[-REACH:] if d.mention.kind not in TIMELESS]
    before = [d for d in told if d.sentence is told[-1].sentence and d.change is None]
    if breaks_down:
        return next((d for d in before if d.mention.kind == parts[0].mention.kind and d.status != "actual"), None)
    before = [d for d in before if _alike(d, parts[0])]
    return before[-1] if before and len({d.status for d in before}) == 1 else None
