"""One status for the members of a list, that of a total for its parts, of an announcement for its terms, of the sentence before for an elliptic one."""

from __future__ import annotations

from collections.abc import Sequence

from ...korean.particles import SUBJECT, TOPIC
from ...korean.tokens import Sentence, Word
from ...korean.word_lists import words
from ..figure import FAR, NEAR, REACH, TIMELESS, Figure, same_unit
from ..periods import governing_time
from . import cue_book

(_BY,) = words("items.by")
_YEARS = words("items.years")
(_THESE,) = words("items.these")
_AMONG = words("items.among")

#: what the name of a list's member is made of, and what parts it from the one before
_NAMING = frozenset(("noun", "mark", "modifier"))
_MARKS = frozenset(words("goals.list_marks"))
#: verdicts that give way to what the sentence leans on
_LOOSE = frozenset((None, "copula", "present", "status.wanted"))


def _is_elliptic(sentence: Sentence) -> bool:
    """Whether the sentence holds nothing but figures, times and particles: 올해 18곳, 2025년 20곳이다."""
    return all(
        word.role in ("figure", "date", "mark", "adverb") or word.stem.endswith(_BY) or word.stem in _YEARS
        for word in sentence.words
    )


def share_status(own: list[Figure], drafts: list[Figure], cues: cue_book.Book) -> None:
    """An elliptic sentence has the status of the one before, the parts of a total that of the total, the terms of what
    is announced that of the announcement."""
    loose = [d for d in own if d.mention.kind not in TIMELESS and d.verdict.cue in _LOOSE]
    if not loose:
        return
    _follow_terms(loose, drafts, cues)
    if _begins_with_them(own[0].sentence.words) and loose[0] is own[0]:
        loose[0].status = next((d.status for d in reversed(drafts[-NEAR:]) if d.item == own[0].item), loose[0].status)
    if _is_elliptic(own[0].sentence):
        whole = next((d for d in reversed(drafts[-FAR:]) if d.status and any(same_unit(d, f) for f in loose)), None)
    else:
        whole = _whole(loose, drafts)
    loose = [d for d in loose if d.verdict.cue != "status.wanted" or (whole and whole.status == "target")]
    if whole is not None and whole.status in ("target", "plan"):
        for draft in loose:
            draft.status = whole.status


def _follow_terms(loose: list[Figure], drafts: list[Figure], cues: cue_book.Book) -> None:
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
        if cue_book.first(said, cues.cues("status.terms")):
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
    before = [d for d in before if same_unit(d, parts[0])]
    return before[-1] if before and len({d.status for d in before}) == 1 else None


def _begins_with_them(words: tuple[Word, ...]) -> bool:
    """이 중, 이 가운데: some of those told of before."""
    return len(words) > 2 and words[0].text == _THESE and words[1].text in _AMONG


def lists(drafts: Sequence[Figure]) -> list[list[int]]:
    """The numbers of the figures of each list that a sentence tells (직접 일자리 3천485개, 창업 지원 214건), in order; a figure of none is a list of its own."""
    found: list[list[int]] = []
    for number, draft in enumerate(drafts):
        if found and _goes_on(drafts[found[-1][-1]], draft):
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _goes_on(first: Figure, second: Figure) -> bool:
    """Whether nothing but a name parts two figures that the rules take for alike, with what modifies it: no topic, time or verb."""
    if first.sentence is not second.sentence or first.status != second.status or first.change or second.change:
        return False
    words = first.sentence.words
    between = words[first.at + 1 : second.at]
    if not between or words[first.at].particle or between[0].text not in _MARKS or between[-1].particle:
        return False
    return all(word.role in _NAMING and word.particle not in TOPIC | SUBJECT for word in between)
