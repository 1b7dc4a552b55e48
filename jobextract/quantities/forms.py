"""Rules split at their numeral: what has to stand before it and behind it, and which rules two characters leave possible.

What stands behind the numeral is tried at the numeral's end, and only for the rules that can begin with the character found there;
what stands before it is tried backwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple, get_args

import regex

from ..korean.deferred_patterns import settled
from ..korean.numerals import Ordinary, Style
from ..korean.syllables import is_hangul
from ..rulebook.loader import Rulebook
from ..rulebook.patterns import alternatives
from ..rulebook.schema import MentionRule, NameRule

#: characters around a numeral whose rules are kept
_KEPT = 4096
HEAD = "(?&number)"
_FIRST = 0xAC00  # of the Hangul syllables
_RANGE = regex.compile(r"(.)-(?=(.))", regex.DOTALL)
#: what tells syllables apart without naming them: properties, numbers, references to what has been read before
_UNNAMED = regex.compile(r"\\[pPNxuUgL0-9]|\(\?P=")


class Form(NamedTuple):
    """A rule split at its numeral, with what reading it asks of the rule and its patterns looked up beforehand.

    ``opening`` is ``after`` without what looks back and what must not follow, and says what can follow the numeral: long
    lists of words that must not would have it asked of every syllable that they name. ``closing`` is ``before`` read
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

    def takes(self, style: Style) -> bool:
        """Whether the rule reads numerals written so."""
        return self.styles is None or style in self.styles


class Forms:
    """The mention and name rules of a rule book, split at their numerals.

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
        self._behind = Able([form.closing for form in self.anchored], backwards=True)
        self._ahead = Able([form.opening for form in self.anchored])
        self._reading = {style: _mask(form.takes(style) for form in self.anchored) for style in get_args(Style)}
        self._anywhere = _mask(form.closing is None for form in self.anchored)
        self._following: dict[str, int] = {}
        self._between: dict[tuple[int, str, Style], tuple[Form, ...]] = {}

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
        looking_back = book.deferred(f"(?<={before})", rule.id) if before else None
        expanded = book.expand(after or "(?=)", rule.id)
        opening = book.deferred(_without(_LOOKBEHIND, expanded), rule.id)
        closing = (
            book.deferred(f"(?r)(?:{_without(_LOOKAROUND, book.expand(before, rule.id))})", rule.id) if before else None
        )
        form = Form(rule, order, looking_back, book.deferred(expanded, rule.id), opening, closing)
        form = form._replace(styles=frozenset(rule.styles), spans=_names(form.before, "span"))
        self.anchored.append(_prepared(form, rule) if isinstance(rule, MentionRule) else form)

    def between(self, previous: str, following: str, style: Style) -> tuple[Form, ...]:
        """The anchored forms that can hold for a numeral of this style with these characters before and behind it."""
        behind = self._following.get(previous)
        if behind is None:
            behind = self._anywhere | self._behind.among(~self._anywhere, previous)
            _keep(self._following, previous, behind)
        found = self._between.get((behind, following, style))
        if found is None:
            able = self._ahead.among(behind & self._reading[style], following)
            found = tuple([self._settled(at) for at in _places(able)])
            _keep(self._between, (behind, following, style), found)
        return found

    def _settled(self, at: int) -> Form:
        """The form with its patterns compiled, from the first numeral on that it can hold for: a page asks for a third of them."""
        form = self.anchored[at]
        self.anchored[at] = form._replace(before=form.before and settled(form.before), after=settled(form.after))
        return self.anchored[at]


class Able:
    """Which forms can hold beside these characters, as the bits of a number: each form is asked when it first matters.

    To a form all syllables are one that its pattern does not name (but for ranges as [가-힣]), so it is asked of one of them for
    all: a text is full of new pairs of characters, and few of them are news to a form. One that tells characters apart in
    another way is asked of each.
    """

    def __init__(self, patterns: Sequence[regex.Pattern[str] | None], backwards: bool = False) -> None:
        self._patterns, self._backwards = patterns, backwards
        written = [found.pattern if found else "" for found in patterns]
        self._all = (1 << len(patterns)) - 1
        self._exact = _mask(_UNNAMED.search(pattern) for pattern in written)
        self._naming: dict[str, int] = {}
        for at, pattern in enumerate(written):
            for sign in set(pattern):
                self._naming[sign] = self._naming.get(sign, 0) | 1 << at
        ends = {(ord(low), ord(high) + 1) for pattern in written for low, high in _RANGE.findall(pattern)}
        self._edges = sorted({_FIRST, *(edge for pair in ends for edge in pair)})
        self._asked: dict[str, tuple[int, int]] = {}

    def among(self, able: int, written: str) -> int:
        """Of these forms the ones that can hold, by the character that is nearest and then by both."""
        able &= self._all
        nearest = written[-1:] if self._backwards else written[:1]
        for asked in (nearest, written) if len(written) > 1 else (written,):
            able = sum([self._held(some, sign) for sign, some in self._kinds(able, asked)])
        return able

    def _kinds(self, able: int, written: str) -> list[tuple[str, int]]:
        """The forms by what each is asked of: the syllables that it names, and one for all that it does not."""
        kinds = [("", able)]
        for sign in written:
            naming = self._naming.get(sign, 0) | self._exact if is_hangul(sign) else -1
            named = [(asked + sign, some & naming) for asked, some in kinds if some & naming]
            kinds = named + [(asked + self._any(sign), some & ~naming) for asked, some in kinds if some & ~naming]
        return kinds

    def _held(self, able: int, written: str) -> int:
        asked, held = self._asked.get(written, (0, 0))
        if new := able & ~asked:
            for at in _places(new):
                pattern = self._patterns[at]
                if pattern is None or pattern.match(written, partial=True):
                    held |= 1 << at
            _keep(self._asked, written, (asked | new, held))
        return able & held

    def _any(self, sign: str) -> str:
        """The first syllable in the same ranges that no form names."""
        found = self._edges[bisect_right(self._edges, ord(sign)) - 1]
        while chr(found) in self._naming and found < ord(sign):
            found += 1
        return chr(found)


def _places(able: int) -> Iterator[int]:
    """The places of the bits that are set, in order."""
    while able:
        lowest = able & -able
        yield lowest.bit_length() - 1
        able ^= lowest


def _keep(known: dict[Any, Any], key: Any, value: Any) -> None:
    if len(known) >= _KEPT:
        known.clear()
    known[key] = value


def _mask(holds: Iterable[object]) -> int:
    return sum(1 << at for at, held in enumerate(holds) if held)


def _prepared(form: Form, rule: MentionRule) -> Form:
    return form._replace(
        scale=None if rule.scale == 1 else Decimal(str(rule.scale)), fallback=rule.fallback,
        counts=rule.kind not in ("number", "ratio", "ordinal"), ends=_names(form.after, "end"),
        unit_before=_names(form.before, "unit"), unit_after=_names(form.after, "unit"),
    )  # fmt: skip


def _names(pattern: regex.Pattern[str] | None, group: str) -> bool:
    return pattern is not None and f"<{group}>" in pattern.pattern


def _without(group: regex.Pattern[str], pattern: str) -> str:
    """The pattern without such groups: what is left can be tried on two characters alone."""
    kept, position = [], 0
    while match := group.search(pattern, position):
        kept.append(pattern[position : match.start()])
        position = _closing(pattern, match.start()) + 1
    return "".join(kept) + pattern[position:]


_LOOKBEHIND = regex.compile(r"(?<!\\)\(\?(?:<[=!]|!)")
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
