"""By what verb a figure is governed, and whether it is quoted: facts for the learned opinion.

What is told in the past tense has happened (500명을 뽑았다, 손잡고 500명을 뽑았다), but for what is set or moved (500명으로 늘렸다, 9억원을
편성했다). The first verb behind the figure that bears a tense governs it, whatever joins others to it; verbs that only say who told
it are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...korean.tokens import Word
from ...korean.word_forms import is_past
from ...korean.word_lists import pattern, words
from ..figure import Figure
from . import clause_facts

_DECIDES, _TO_COME = pattern("governing.decides"), pattern("governing.to_come")
(_DOUBLE,), _OPENS, _CLOSES = words("governing.double"), words("governing.opens"), words("governing.closes")
_TENSES = frozenset(("past", "will"))
#: code points on either side in which quotation marks count, letters of the word behind them that are read
REACH, BEHIND = 400, 3


def facts(draft: Figure, unit: str, text: str, rule: str) -> Iterator[str]:
    """The facts of one figure, counted in ``unit``."""
    chain = clause_facts.chain(draft)
    told = _governed(chain)
    yield from (f"governed={told}", f"governed={told}|{rule}")
    first, last = (clause_facts.tense(chain[at]) if chain else "none" for at in (0, -1))
    yield f"borne={draft.word.particle}|{first}|{last}"
    yield f"unit={unit}|{last}"
    yield from _quoted(draft, text, rule)


def _governed(chain: Sequence[Word]) -> str:
    """The tense of the verb that governs a figure, whether one on the way to it sets a number, and whether it stands right behind."""
    if not chain:
        return "none"
    first = chain[0]
    if first.role == "modifier":
        return f"of:{clause_facts.tense(first)}|{_decides(first)}"
    decides = False
    for word in chain:
        if word.role == "modifier":
            continue
        decides = decides or _decides(word)
        if clause_facts.tense(word) in _TENSES:
            return f"{clause_facts.tense(word)}|{decides}|{word is first}"
    return f"{chain[-1].text[-1:]}|{decides}"


def _decides(word: Word) -> bool:
    return _DECIDES.match(word.text) is not None


def _quoted(draft: Figure, text: str, rule: str) -> Iterator[str]:
    """Of a figure in quotation marks: how what is said ends, and what stands behind it."""
    start, end = draft.mention.start, draft.mention.end
    before = text[max(draft.sentence.start, start - REACH) : start]
    behind = text[end : min(draft.sentence.end, end + REACH)]
    said = before.count(_DOUBLE) % 2 == 1 or before.rfind(_OPENS[0]) > before.rfind(_CLOSES[0])
    if not said and before.rfind(_OPENS[1]) <= before.rfind(_CLOSES[1]):
        return
    mark = "said" if said else "named"
    ends = [place for sign in _CLOSES if (place := behind.find(sign)) >= 0]
    close = min(ends, default=len(behind))
    last = next(iter(behind[:close].split()[-1:]), "")
    tense = "past" if last and is_past(last) else "will" if _TO_COME.search(last) else last[-1:]
    then = next(iter(behind[close + 1 :].split()[:1]), "")
    yield from (f"quoted={mark}|{rule}", f"quoted={mark}|{tense}|{rule}", f"quoted={mark}>{then[:BEHIND]}")
