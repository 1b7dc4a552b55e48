"""A target and its result that the text sets against each other.

목표 500개에 520개, 500개 목표 중 430개(86%), 520개로 목표(500개)를 넘겼다, 500명을 돕기로 했지만 430명이 참여, and where the list's head
speaks of targets and results 500개 중 430개. The two count the same thing of the same body; the one that is told first names it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...korean import noun_check
from ...korean.particles import AT, FROM, THAN
from ...korean.word_lists import pattern, regex_pattern, words
from ...temporal import periods
from ..figure import Figure, is_programme, measure
from . import achievement
from .couples.choice import Couple
from .heads import label

_KINDS = frozenset(("count", "money", "percent", "measure", "number"))
#: how many code points may lie between the two
FAR = 70
_CALLED = pattern("goals.called")
_CALLED_BEHIND = pattern("goals.called_behind")
_MEANT = pattern("goals.meant")
_TURNS = pattern("goals.turns")
_SET, _SHARE_TOLD = pattern("goals.set"), pattern("goals.share_told")
_PART = pattern("goals.part")
_OUTCOME = pattern("goals.outcome")
_BEYOND = pattern("goals.beyond")
_AIMED_THING = pattern("goals.aimed_thing")
_DIFFERS = pattern("goals.differs")
#: what a target is moved to, or set at, is another target
_MOVED_ON, _SET_TO = pattern("goals.moved_on"), pattern("aims.changed_to")
_BRACKETED = pattern("goals.bracketed")
(_AIM,) = words("aims.target")
_SO_FAR, _REACHED = regex_pattern("goals.so_far"), regex_pattern("goals.reached_behind")
_CALLED_ALONE = words("goals.called_alone")
_SHARES = frozenset(("percent", "ratio", "multiple"))
_ANOTHER, _EACH, _LISTED = pattern("goals.another"), pattern("goals.each"), pattern("goals.listed")
#: cues of what is yet to be done: no result of a target told beside it
_TO_COME = frozenset(("status.planned", "status.announced"))


class Pairing:
    """The pairs of one article, found sentence by sentence; ``contrasted`` says that the list's head sets targets against
    results."""

    def __init__(self, text: str, is_body: Callable[[str], bool]) -> None:
        self.text, self.is_body = text, is_body
        self.found: list[tuple[Figure, Figure]] = []

    def hear(self, own: list[Figure], drafts: list[Figure], contrasted: bool) -> None:
        """Find the pairs among the figures of a sentence, and settle what each tells of the other."""
        # programmes are no result of an aim told beside them: 1만개를 목표로 98개 사업에 …
        valued = (d for d in own if d.mention.kind in _KINDS and d.mention.value is not None)
        told = [d for d in valued if not is_programme(d, d.item)]
        self._name(told)
        taken = self._by_each(told)
        for number, draft in enumerate(told):
            if number in taken or not self._may_be_target(draft, told, number, contrasted):
                continue
            result = self._result_before(draft, told, number, drafts) if _SHARE_TOLD.match(self._after(draft)) else None
            result = result or self._result(told, number, contrasted, taken)
            result = result or self._result_before(draft, told, number, drafts)
            if result is None:
                continue
            taken |= {number, *(i for i, d in enumerate(told) if d is result)}
            self._settle(draft, result)
        self._shares(own)

    def _by_each(self, told: list[Figure]) -> set[int]:
        """Settle two lists told one after the other: 목표는 60곳과 40곳인데 각각 66곳과 31곳; 66곳과 31곳으로 각각 목표 60곳, 40곳에 닿았다.

        The numbers of their figures among those of the sentence.
        """
        sentence = told[0].sentence if told else None
        parted = _EACH.finditer(self.text, sentence.start, sentence.end) if sentence else ()
        led, alike = next(filter(None, (self._two_lists(told, match.end()) for match in parted)), ([], []))
        if not led:
            return set()
        first, second = self._is_called_list(told[led[0]]), self._is_called(told[alike[0]])
        if first == second:
            return set()
        for one, other in zip(led, alike, strict=True):
            self._settle(*((told[one], told[other]) if first else (told[other], told[one])))
        return {*led, *alike}

    def _two_lists(self, told: list[Figure], place: int) -> tuple[list[int], list[int]] | None:
        """The numbers of the figures of two lists that are parted there; none of a target and its result, both of which change: 목표 100개와 실적 90개를 각각 …."""
        behind = [n for n, draft in enumerate(told) if draft.mention.start >= place]
        alike = [n for n in behind if _alike(told[n], told[behind[0]])]
        led = [n for n in range(len(told) - len(behind)) if alike and _alike(told[n], told[alike[0]])]
        if len(led) != len(alike) or len(led) < 2 or any(told[n].change is not None for n in (*led, *alike)):
            return None
        return None if any(_OUTCOME.search(self._before(told[n])) for n in led[1:]) else (led, alike)

    def _is_called_list(self, draft: Figure) -> bool:
        """Whether a list that opens with the figure is one of targets: 목표는 서구 80%, 동구 70%인데."""
        return self._is_called(draft) or _AIM in self.text[draft.sentence.start : draft.mention.start]

    def _name(self, told: list[Figure]) -> None:
        """The items of a list are named by their labels: ○ 직접일자리: 목표 4150개, 실적 4602개; ▲서구: 목표 9300개에 …."""
        if not told or not any(_AIM in self._before(d) + self._after(d)[:8] or d.status == "target" for d in told):
            return
        sentence = told[0].sentence
        named = label(self.text[sentence.start : sentence.end])
        if named is None:
            return
        body = self.is_body(named)
        for draft in told:
            if body:
                draft.subject = named
            elif not is_named(draft.item) or (draft.item or "").split()[-1] in BARE:
                draft.item = named

    def reconcile(self, couples: Sequence[Couple]) -> None:
        """A pair stays one: target and result, of one time, whatever was thought of each by itself; so do the learned ``couples``."""
        for couple in couples:
            couple.target.status, couple.result.status = "target", "actual"
            couple.target.led = couple.result.led = couple.lead
        for target, result in self.found:
            target.status, result.status = "target", "actual"
            _share_time(target, result)

    def _before(self, draft: Figure) -> str:
        return self.text[max(draft.sentence.start, draft.mention.start - 40) : draft.mention.start]

    def _after(self, draft: Figure) -> str:
        return self.text[draft.mention.end : min(draft.sentence.end, draft.mention.end + FAR)]

    def _is_called(self, draft: Figure) -> bool:
        if achievement.is_achieved(draft.verdict):
            return False
        return bool(_CALLED.search(self._before(draft)) or _CALLED_BEHIND.match(self._after(draft)))

    def _may_be_target(self, draft: Figure, told: list[Figure], number: int, contrasted: bool) -> bool:
        if achievement.is_achieved(draft.verdict) or draft.change is not None:
            return False
        if self._is_called(draft):
            return True
        after = self._after(draft)
        following = self._next(told, number)
        if following is None:
            return False
        if _SET.match(after):
            return following.change is None
        if _MEANT.match(after):
            rest = self.text[draft.mention.end : draft.sentence.end]
            return bool(_TURNS.search(rest)) and following.change is None
        part = _PART.match(after) or draft.word.particle == AT
        return bool(part) and (contrasted or self._filled(following))

    def _filled(self, draft: Figure) -> bool:
        """Whether a part is told as so much of a target: 100대 가운데 67대를 보급했다, 80%를 달성했다, after a pair in the sentence."""
        return any(target.sentence is draft.sentence for target, _ in self.found) or bool(
            _REACHED.search(self._after(draft))
        )

    def _next(self, told: list[Figure], number: int) -> Figure | None:
        """The next figure in the same measure, nothing but shares and differences between."""
        draft = told[number]
        for other in told[number + 1 : number + 4]:
            if other.mention.start - draft.mention.end > FAR:
                return None
            differs = _DIFFERS.match(self._after(other)) is not None
            if _alike(draft, other) and not differs and not achievement.is_achieved(other.verdict):
                return other
        return None

    def _result(self, told: list[Figure], number: int, contrasted: bool, taken: set[int]) -> Figure | None:
        draft, other = told[number], self._next(told, number)
        if other is None or self._is_called(other) or other.change is not None or draft.word.particle == FROM:
            return None
        between = self.text[draft.mention.end : other.mention.start]
        if _MOVED_ON.match(between) and _SET_TO.match(self._after(other)):
            return None
        if _LISTED.match(between) and _EACH.search(self.text, draft.sentence.start, draft.mention.start):
            return None
        if other.status == "plan" and other.verdict.cue in _TO_COME:
            return None
        if _ANOTHER.search(between) and not _OUTCOME.search(between) and _SO_FAR.search(between) is None:
            return None
        led = contrasted or self._is_called(draft) or _SET.match(between) is not None
        led = led or any(t.sentence is draft.sentence for t, _ in self.found)
        if other.status in ("target", "plan") and not led and not _OUTCOME.search(between):
            return None
        return other

    def _result_before(self, draft: Figure, told: list[Figure], number: int, drafts: list[Figure]) -> Figure | None:
        """520개로 목표(500개)를 넘겼다; 보급한 물량은 520대. 연간 목표 700대의 74% 수준이다."""
        after = self._after(draft)
        bracketed = number > 0 and _BRACKETED.search(self._before(draft)) is not None
        if bracketed and _alike(told[number - 1], draft):
            return told[number - 1]
        if not self._is_called(draft) or not (_BEYOND.match(after) or draft.word.particle == THAN):
            return None
        earlier = [d for d in told[:number] if _alike(d, draft) and d.change is None]
        if not earlier and number == 0:
            earlier = [
                d
                for d in drafts[-6:]
                if d.sentence.paragraph == draft.sentence.paragraph and _alike(d, draft) and d.change is None
            ]
        near = [d for d in earlier if not self._is_aimed(d, draft) and not any(d in pair for pair in self.found[-6:])]
        if not near:
            return None
        result = near[-1]
        return None if result.status == "plan" and result.verdict.cue not in (None, "copula", "present") else result

    def _settle(self, target: Figure, result: Figure) -> None:
        target.status, result.status = "target", "actual"
        if not is_named(target.item):
            target.item = self._aimed_thing(target) or target.item
        first, second = (target, result) if target.mention.start < result.mention.start else (result, target)
        second.item = _named(first.item, second.item)
        first.item = first.item if is_named(first.item) else second.item
        if first.subject is None or second.subject is None or first.sentence is second.sentence:
            first.subject = second.subject = first.subject or second.subject
        _share_time(target, result)
        self.found.append((target, result))

    def _is_aimed(self, draft: Figure, target: Figure) -> bool:
        """Whether the figure is aimed at itself; in the sentence of a target only what is called so: 65.4%로 시가 내건 66.0%보다 낮다."""
        if draft.sentence is target.sentence and draft.verdict.cue == "status.aimed":
            return self._is_called(draft)
        return draft.status == "target"

    def _aimed_thing(self, target: Figure) -> str | None:
        """What the text right before 목표 names: 고용률(15~64세) 목표 70.5%."""
        match = _AIMED_THING.search(
            self.text[max(target.sentence.start, target.mention.start - 60) : target.mention.start]
        )
        named = " ".join(word for word in match[1].split() if word not in BARE) if match else ""
        return named if named and noun_check.is_item(named.rsplit(" ", 1)[-1]) else None

    def _shares(self, own: list[Figure]) -> None:
        """달성률 86%, (86%): the share of a pair has come about, and counts for when the result does."""
        for target, result in self.found[-4:]:
            for draft in own:
                if (
                    draft.mention.kind in _SHARES
                    and achievement.is_achieved(draft.verdict)
                    and draft.sentence is result.sentence
                ):
                    draft.time = draft.time or result.time
                elif (
                    draft.mention.kind in _SHARES
                    and target.mention.kind not in _SHARES
                    and draft.sentence is result.sentence
                    and 0 <= draft.mention.start - max(result.mention.end, target.mention.end) <= 3
                ):
                    draft.status, draft.time = "actual", draft.time or result.time


def _alike(one: Figure, other: Figure) -> bool:
    return measure(one) == measure(other)


def is_named(item: str | None) -> bool:
    """Whether the item names a thing, and does not only say that it is aimed at or achieved."""
    return item is not None and not all(word in BARE or word.endswith(_CALLED_ALONE) for word in item.split())


#: nouns that only say that something is aimed at or achieved
BARE = frozenset(words("goals.bare"))


def _named(first: str | None, second: str | None) -> str | None:
    return first if is_named(first) else second


def _share_time(target: Figure, result: Figure) -> None:
    """The target of what is reached in a part of a year is that of the year; what has no time has that of the other."""
    if target.carried and result.time is not None and target.time is not None:
        target.time = target.time if _agree(target.time.period, result.time.period) else None
    elif result.carried and target.time is not None and result.time is not None:
        result.time = result.time if _agree(target.time.period, result.time.period) else None
    if target.time is None and result.time is not None:
        year = periods.year_of(result.time.period)
        whole = periods.Time(str(year), result.time.basis) if year else None
        target.time = result.time if "/" not in result.time.period and periods.is_year(result.time.period) else whole
    elif result.time is None and target.time is not None and not target.time.period.startswith("../"):
        result.time = target.time


def _agree(aimed: str, reached: str) -> bool:
    """Whether what is reached at one time may be set against what is aimed at for the other."""
    return aimed.startswith("../") or periods.year_of(aimed) == periods.year_of(reached)
