"""What a figure counts that its own sentence leaves out, because the sentences before it speak of nothing else.

반면 새벽금융은 26.6% 줄었다, 8월에 0.32%를 찍은 뒤 0.28%로 꺾였다: rates and changes go on with the last thing measured in the paragraph,
amounts with the last one in the same unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import members

if TYPE_CHECKING:
    from .sharing import Draft

#: how many figures back the thing may stand
NEAR = 8
_RATES = frozenset(("percent", "multiple", "ratio"))
_AMOUNTS = frozenset(("count", "money", "measure"))
_COMMON = frozenset(("명", "개", "건", "곳", "회", "번", "차례", "가지", "분", "인", "위", "점", "대", "m", "km", "m2", "kg", "ha", "Cel", None))
_CHANGES = ("늘", "줄", "오른", "올랐", "올라", "내렸", "내려", "내린", "뛰", "뛴", "증가", "감소", "상승", "하락", "급증", "급감", "성장", "확대", "축소", "떨어", "뒷걸음")


def carry(own: list[Draft], drafts: list[Draft]) -> None:
    """Give figures that name nothing the item of the figure whose thing they go on with."""
    for number, draft in enumerate(own):
        if draft.item is not None or draft.mention.kind not in _RATES | _AMOUNTS:
            continue
        before = [*drafts[-NEAR:], *own[:number]]
        draft.item = next((other.lent for other in reversed(before) if _may_lend(other, draft)), None)


def _may_lend(other: Draft, draft: Draft) -> bool:
    """Whether the earlier figure measures the same thing: of the same paragraph, of the same kind and unit, or one that
    the rate says the change of."""
    if other.lent is None or other.sentence.section != draft.sentence.section or is_aside(other):
        return False
    if other.sentence.paragraph != draft.sentence.paragraph and not _reaches_back(draft):
        return False
    if _quoted(draft) and other.sentence is not draft.sentence:
        return False
    if draft.mention.kind in _RATES and changes(draft):
        return other.mention.kind in _RATES | _AMOUNTS
    return (other.mention.kind, other.mention.unit) == (draft.mention.kind, draft.mention.unit)


def _reaches_back(draft: Draft) -> bool:
    """Whether the figure may go on with another paragraph: 시도별로는 breaks down what the one before measures, and a counter
    of few things (90호, 3척) counts the same all through an article."""
    if members.framed(draft.sentence.words, draft.at):
        return True
    return draft.mention.kind in ("count", "measure") and draft.mention.unit not in _COMMON


def _quoted(draft: Draft) -> bool:
    """Whether somebody's words stand before the figure in its sentence: they begin a matter of their own."""
    return any(word.text in ("“", '"') for word in draft.sentence.words[: draft.at])


def is_aside(draft: Draft) -> bool:
    """Whether the figure is only compared with: 기준 9명의 6배, 지난해 40건보다."""
    return draft.word.particle in ("의", "보다")


def changes(draft: Draft) -> bool:
    """Whether the word behind the figure says that something grew or shrank."""
    words = draft.sentence.words
    return draft.at + 1 < len(words) and words[draft.at + 1].text.startswith(_CHANGES)
