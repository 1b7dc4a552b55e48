"""Figures that are the same one: a headline's rounded figure and the exact one in the body, a figure said again."""

from __future__ import annotations

from decimal import Decimal

from .status import heading

#: a figure that is so is not the same one as a figure still to come
_APART = ({"actual", "plan"}, {"actual", "target"})
#: how many statements of one value are compared
MOST = 20
#: a rounded figure differs from the exact one by no more than this part of it: 1천만 is no rounding of 500만
FARTHEST = 5
_KINDS = frozenset(("count", "money", "percent", "measure"))


def link(drafts: list) -> None:
    """Point each figure to the one that gives it more exactly or first in full, and let headlines learn from the body.

    The body's first statement of a figure stands for all; a headline points to it, and so does a later repetition.
    """
    body = [d for d in drafts if d.sentence.section == "body" and not heading(d.sentence) and _counts(d)]
    stated: dict[tuple, list] = {}
    for draft in body:
        stated.setdefault((draft.mention.kind, draft.mention.value), []).append(draft)
    for draft in drafts:
        if not _counts(draft):
            continue
        alike = stated.get((draft.mention.kind, draft.mention.value), ())[:MOST]
        twin = next((d for d in alike if _stands_for(d, draft) and _same(draft, d)), None)
        if twin is None and draft.sentence.section == "title":
            twin = next((d for d in body if _rounded(draft, d)), None)
        if twin is not None:
            draft.same_as = twin.same_as or twin
            _learn(draft, twin)


def part(drafts: list) -> None:
    """Take back that a figure repeats another where the two have turned out to be of different times."""
    for draft in drafts:
        twin = draft.same_as
        if (
            twin is not None
            and draft.sentence.section == "body"
            and None not in (draft.time, twin.time)
            and draft.time.period != twin.time.period
        ):
            draft.same_as = None


def _stands_for(one, draft) -> bool:
    """Whether ``one`` may stand for the figure: any of the body for a headline, else an earlier one."""
    return one is not draft and (heading(draft.sentence) or one.mention.start < draft.mention.start)


def _counts(draft) -> bool:
    return draft.mention.kind in _KINDS and draft.mention.value is not None


def _same(draft, other) -> bool:
    return (
        draft.mention.value == other.mention.value
        and _comparable(draft, other)
        and (heading(draft.sentence) or {draft.status, other.status} not in _APART)
        and (_share_word(draft.item, other.item) or _is_bare(draft, other))
    )


def _is_bare(draft, other) -> bool:
    """Whether a figure without an item is the other all the same: by its many digits, or by its time."""
    if draft.item is not None and other.item is not None:
        return False
    timed = draft.time is not None and other.time is not None and draft.mention.value > 1
    return _is_telling(draft.mention.value) or timed


def _rounded(draft, exact) -> bool:
    """Whether the headline's figure is the exact one cut or rounded to its own last digit: 5만개 of 5만1200개."""
    value, full = draft.mention.value, exact.mention.value
    if (
        not value
        or not full
        or value == full
        or not _comparable(draft, exact)
        or not _share_word(draft.item, exact.item)
    ):
        return False
    grain = _grain(value)
    return _grain(full) < grain and abs(full - value) < grain and abs(full - value) * FARTHEST <= value


def _comparable(draft, other) -> bool:
    if draft.mention.kind != other.mention.kind or (draft.mention.unit or "") not in ((other.mention.unit or ""), ""):
        return False
    if draft.time is not None and other.time is not None and draft.time.period != other.time.period:
        return False
    return draft.subject == other.subject and draft.change == other.change


def _grain(value: Decimal) -> Decimal:
    """The worth of the last digit that is not nought: 10000 of 50000, 0.1 of 65.3."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def _is_telling(value: Decimal) -> bool:
    """Whether the figure has so many digits that it is hardly there twice by chance."""
    return len(value.normalize().as_tuple().digits) > 2


def _share_word(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return False
    squeezed = ("".join(one.split()), "".join(other.split()))
    if squeezed[0] in squeezed[1] or squeezed[1] in squeezed[0]:
        return True
    return any(word in squeezed[1] for word in one.split() if len(word) > 1)


def _learn(draft, twin) -> None:
    """A headline leaves out what the body says: when, and whether it is a plan."""
    if draft.time is None and twin.time is not None and heading(draft.sentence):
        draft.time = twin.time
    if twin.status is not None and (draft.status is None or (heading(draft.sentence) and draft.status != "target")):
        draft.status = twin.status
    if draft.status == "target" and twin.status == "plan" and heading(draft.sentence):
        twin.status = "target"
    if draft.item is None:
        draft.item = twin.item
