"""What a budget bill allots and an offer of flats puts on sale: planned, though it is told in the past tense or as a state."""

from __future__ import annotations

from itertools import islice

from ...korean.tokens import Sentence
from .. import relative_clauses, status
from ..figure import Figure
from ..periods import comparisons, governing_time
from . import cue_book

#: verdicts that give way to a budget bill: what it allots is told in the past tense, as a state, or in a bare headline
_TOLD_OF_A_BILL = frozenset(("status.happened", "status.changed", "status.lasts", "copula", "present", None))
_CHANGED = frozenset(("status.happened", "status.changed"))


class Bills:
    """The verdicts for what a bill before the council and an offer of flats say, each None where title and lead put none."""

    def __init__(self, text: str, title: str | None, spoken: list[Sentence], cues: cue_book.Book) -> None:
        self.bill = _put(text, title, spoken, cues, "status.bill", 2)
        self.offer = _put(text, title, spoken, cues, "status.offer", 1)

    def verdict(self, draft: Figure) -> cue_book.Verdict:
        """The verdict of the figure in the light of the bill or the offer."""
        if self.offer and _is_term(draft):
            return self.offer
        return self.bill if self.bill and _is_allotted(draft) else draft.verdict


def _put(
    text: str, title: str | None, spoken: list[Sentence], cues: cue_book.Book, field: str, sentences: int
) -> cue_book.Verdict | None:
    lead = islice((s for s in spoken if s.section == "body"), sentences)
    return cue_book.first("\n".join((title or "", *(text[s.start : s.end] for s in lead))), cues.cues(field))


def _is_allotted(draft: Figure) -> bool:
    """Whether a budget bill allots the sum or share: told in the past tense or as a state, and not of another time."""
    words, at = draft.sentence.words, draft.at
    aside = comparisons.is_aside(draft.sentence, at) or status.is_baseline(draft.sentence, at)
    if aside or governing_time.dated_before(draft.sentence, at):
        return False
    of_money = relative_clauses.of_money(words, at)
    told = draft.verdict.cue in (_TOLD_OF_A_BILL if of_money else _CHANGED)
    return told and (of_money or draft.change is not None)


def _is_term(draft: Figure) -> bool:
    """Whether the figure may be one of an offer's terms: told as a state, of no other time than that to come."""
    told = draft.verdict.cue in ("copula", "present", None) and draft.mention.kind in ("count", "money", "percent")
    return told and draft.sentence.section == "body" and not governing_time.dated_before(draft.sentence, draft.at)
