"""Rules split at their numeral: what has to stand before it and behind it, and which rules two characters leave possible.

What stands behind the numeral is tried at the numeral's end, and only for the rules that can begin with the character found there;
what stands before it is tried backwards.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import regex

from ..korean.numerals import Ordinary, Style
from ..rulebook.loader import Rulebook
from ..rulebook.patterns import alternatives
from ..rulebook.schema import MentionRule, NameRule

#: characters around a numeral whose rules are kept
_KEPT = 4096
HEAD = "(?&number)"


class Form(NamedTuple):
    """A rule split at its numeral, with what reading it asks of the rule and its patterns looked up beforehand.

    ``opening`` is ``after`` without what looks back, and says what can follow the numeral; ``closing`` is ``before`` read
    from right to left without what looks around, and says what can stand before it.
    """

    rule: MentionRule | NameRule
    order: int
    before: regex.Pattern[str] | None
    after: regex.Pattern[str]
    opening: regex.Pattern[str]
    closing: regex.Pattern[str] | None = None
    styles: frozenset[Style] | None = None
    scale: Decimal | None = None
    fallback: bool = False
    counts: bool = False
    spans: bool = False
    ends: bool = False
    unit_before: bool = False
    unit_after: bool = False

    def may_follow(self, previous: str) -> bool:
        """Whether the rule can hold behind these characters."""
        return self.closing is None or self.closing.match(previous, partial=True) is not None

    def may_precede(self, following: str) -> bool:
        """Whether the rule can hold before these characters."""
        return self.opening.match(following, partial=True) is not None

    def takes(self, style: Style) -> bool:
        """Whether the rule reads numerals written so."""
        return self.styles is None or style in self.styles


class Forms:
    """The mention and name rules of a rule book, split at their numerals and compiled once.

    A rule's order is negative where its priority is above 0 and positive elsewhere: dates stand at 0, between the two.
    """

    def __init__(self, book: Rulebook) -> None:
        self.anchored: list[Form] = []
        self.free: list[Form] = []
        self.ordinary = Ordinary(book.words["word"])
        rules: list[MentionRule | NameRule] = [*book.of(MentionRule), *book.of(NameRule)]
        rules.sort(key=lambda rule: (isinstance(rule, MentionRule) and rule.fallback, -rule.priority))
        urgent = sum(rule.priority > 0 for rule in rules)
        for place, rule in enumerate(rules):
            self._add(book, rule, place - urgent if place < urgent else place - urgent + 1)
        # most characters leave the same few rules: such a set is held once, and known by its number
        self._sets: dict[tuple[int, ...], int] = {}
        self._members: list[tuple[Form, ...]] = []
        self._behind = lru_cache(maxsize=_KEPT)(self._possible_behind)
        self._ahead = lru_cache(maxsize=2 * _KEPT)(self._possible_ahead)
        self._both = lru_cache(maxsize=_KEPT)(self._possible_between)

    def _add(self, book: Rulebook, rule: MentionRule | NameRule, order: int) -> None:
        pattern = rule.pattern
        if isinstance(rule, MentionRule) and rule.units:
            units = alternatives(sorted(rule.units, key=len, reverse=True))
            pattern = pattern.replace("(?&unit)", f"(?P<unit>{units})")
        if HEAD not in pattern:
            whole = book.compile(pattern, rule.id)
            self.free.append(Form(rule, order, None, whole, whole))
            return
        before, after = pattern.split(HEAD, 1)
        looking_back = book.compile(f"(?<={before})", rule.id) if before else None
        expanded = book.expand(after or "(?=)", rule.id)
        opening = book.compile(_without(_LOOKBEHIND, expanded), rule.id)
        closing = (
            book.compile(f"(?r)(?:{_without(_LOOKAROUND, book.expand(before, rule.id))})", rule.id) if before else None
        )
        form = Form(rule, order, looking_back, book.compile(expanded, rule.id), opening, closing)
        form = form._replace(styles=frozenset(rule.styles), spans=_names(form.before, "span"))
        self.anchored.append(_prepared(form, rule) if isinstance(rule, MentionRule) else form)

    def between(self, previous: str, following: str, style: Style) -> tuple[Form, ...]:
        """The anchored forms that can hold for a numeral of this style with these characters before and behind it."""
        return self._both(self._behind(previous), self._ahead(following), style)

    def _possible_between(self, behind: int, ahead: int, style: Style) -> tuple[Form, ...]:
        able = {form.order for form in self._members[behind]}
        return tuple([form for form in self._members[ahead] if form.order in able and form.takes(style)])

    def _possible_behind(self, previous: str) -> int:
        """The forms that can hold behind these characters: all that look at none, and of the others some."""
        near = self._members[self._behind(previous[-1:])] if len(previous) > 1 else self.anchored
        return self._number([form for form in near if form.may_follow(previous)])

    def _possible_ahead(self, following: str) -> int:
        """The forms that can hold before these characters: among those that can before the first of them."""
        near = self._members[self._ahead(following[:1])] if len(following) > 1 else self.anchored
        return self._number([form for form in near if form.may_precede(following)])

    def _number(self, forms: list[Form]) -> int:
        orders = tuple([form.order for form in forms])
        if orders not in self._sets:
            self._sets[orders] = len(self._members)
            self._members.append(tuple(forms))
        return self._sets[orders]


def _prepared(form: Form, rule: MentionRule) -> Form:
    return form._replace(
        scale=None if rule.scale == 1 else Decimal(str(rule.scale)), fallback=rule.fallback,
        counts=rule.kind not in ("number", "ratio", "ordinal"), ends=_names(form.after, "end"),
        unit_before=_names(form.before, "unit"), unit_after=_names(form.after, "unit"),
    )  # fmt: skip


def _names(pattern: regex.Pattern[str] | None, group: str) -> bool:
    return pattern is not None and group in pattern.groupindex


def _without(group: regex.Pattern[str], pattern: str) -> str:
    """The pattern without such groups: what is left can be tried on two characters alone."""
    kept, position = [], 0
    while match := group.search(pattern, position):
        kept.append(pattern[position : match.start()])
        position = _closing(pattern, match.start()) + 1
    return "".join(kept) + pattern[position:]


_LOOKBEHIND = regex.compile(r"(?<!\\)\(\?<[=!]")
_LOOKAROUND = regex.compile(r"(?<!\\)\(\?<?[=!]")
_BRACKET = regex.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*+\]|[()]", regex.DOTALL)


def _closing(pattern: str, opening: int) -> int:
    """Where the parenthesis at ``opening`` is closed."""
    depth = 0
    for match in _BRACKET.finditer(pattern, opening):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if depth == 0:
            return match.start()
    raise ValueError(f"unbalanced parenthesis in {pattern}")


@lru_cache(maxsize=8)
def forms(book: Rulebook) -> Forms:
    return Forms(book)
