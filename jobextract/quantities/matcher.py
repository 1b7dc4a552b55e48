"""Numeral × rule → what a quantity could be: every reading of every numeral, before any is chosen.

A rule's pattern is split at its numeral. What stands behind the numeral is tried at the numeral's end, and only for the
rules that can begin with the character found there; what stands before it is tried backwards. So the cost is that of the
numerals in the text and not of the rules in the book.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal, DivisionByZero, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

import regex

from ..korean.numerals import Numeral, Ordinary, Style, parse
from ..korean.positional import LOOSE
from ..korean.word_lists import pattern as word_pattern
from ..korean.word_lists import regex_pattern, words
from ..model import Bound, Kind
from ..rulebook.loader import Rulebook
from ..rulebook.patterns import alternatives
from ..rulebook.schema import MentionRule, NameRule
from . import signs

#: characters around a numeral whose rules are kept
_KEPT = 20_000
HEAD = "(?&number)"
_ABOUT = word_pattern("numerals.about")
# one or two letters glued before digits make a name of what follows: G7, A4; CCTV 20대 may be written CCTV20대
_MODEL = regex.compile(r"(?<=(?<![A-Za-z])[A-Za-z]{1,2})(?=[0-9])")
_BELOW_ZERO, _ENDS_BELOW_ZERO = regex_pattern("signs.below_zero"), words("signs.ends_below_zero")


_FREE_ENDS = frozenset(words("hangul_numerals.free_ends"))


class Reading(NamedTuple):
    """One reading of a piece of text: a quantity by a rule, or a name that rules one out (``kind`` None)."""

    start: int
    end: int
    rule: str
    order: int
    kind: Kind | None
    numeral: Numeral | None = None
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    unit_start: int = 0
    bound: Bound | None = None
    approx: bool = False
    verdict: bool = False
    width: int | None = None


class _Form(NamedTuple):
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
        self.anchored: list[_Form] = []
        self.free: list[_Form] = []
        self.ordinary = Ordinary(book.words["word"])
        rules: list[MentionRule | NameRule] = [*book.of(MentionRule), *book.of(NameRule)]
        rules.sort(key=lambda rule: (isinstance(rule, MentionRule) and rule.fallback, -rule.priority))
        urgent = sum(rule.priority > 0 for rule in rules)
        for place, rule in enumerate(rules):
            self._add(book, rule, place - urgent if place < urgent else place - urgent + 1)
        self._behind: dict[str, frozenset[int]] = {}
        self._ahead: dict[str, tuple[_Form, ...]] = {}
        self._between: dict[tuple[str, str, Style], tuple[_Form, ...]] = {}

    def _add(self, book: Rulebook, rule: MentionRule | NameRule, order: int) -> None:
        pattern = rule.pattern
        if isinstance(rule, MentionRule) and rule.units:
            units = alternatives(sorted(rule.units, key=len, reverse=True))
            pattern = pattern.replace("(?&unit)", f"(?P<unit>{units})")
        if HEAD not in pattern:
            whole = book.compile(pattern, rule.id)
            self.free.append(_Form(rule, order, None, whole, whole))
            return
        before, after = pattern.split(HEAD, 1)
        looking_back = book.compile(f"(?<={before})", rule.id) if before else None
        expanded = book.expand(after or "(?=)", rule.id)
        opening = book.compile(_without(_LOOKBEHIND, expanded), rule.id)
        closing = (
            book.compile(f"(?r)(?:{_without(_LOOKAROUND, book.expand(before, rule.id))})", rule.id) if before else None
        )
        form = _Form(rule, order, looking_back, book.compile(expanded, rule.id), opening, closing)
        form = form._replace(styles=frozenset(rule.styles), spans=_names(form.before, "span"))
        self.anchored.append(_prepared(form, rule) if isinstance(rule, MentionRule) else form)

    def between(self, previous: str, following: str, style: Style) -> tuple[_Form, ...]:
        """The anchored forms that can hold for a numeral of this style with these characters before and behind it."""
        key = previous, following, style
        if key not in self._between:
            if len(self._between) > _KEPT:
                self._between.clear()
            behind = self._possible_behind(previous)
            ahead = self._possible_ahead(following)
            self._between[key] = tuple(form for form in ahead if form.order in behind and form.takes(style))
        return self._between[key]

    def _possible_behind(self, previous: str) -> frozenset[int]:
        """The orders of the forms that can hold behind these characters."""
        if previous not in self._behind:
            if len(self._behind) > _KEPT:
                self._behind.clear()
            self._behind[previous] = frozenset(form.order for form in self.anchored if form.may_follow(previous))
        return self._behind[previous]

    def _possible_ahead(self, following: str) -> tuple[_Form, ...]:
        """The forms that can hold before these characters."""
        if following not in self._ahead:
            if len(self._ahead) > _KEPT:
                self._ahead.clear()
            self._ahead[following] = tuple(form for form in self.anchored if form.may_precede(following))
        return self._ahead[following]


def _prepared(form: _Form, rule: MentionRule) -> _Form:
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


def readings(text: str, numeral: Numeral, end: int, book: Rulebook) -> list[Reading]:
    """Every reading of one numeral, names included."""
    known, behind = forms(book), numeral.end
    found = _readings_at(text, numeral, behind, end, known)
    if numeral.style != "native" and LOOSE in text[behind : behind + 2] and (about := _ABOUT.match(text, behind, end)):
        loose = _readings_at(text, numeral, about.end(), end, known, bool(found))
        found += [reading._replace(approx=True) for reading in loose]
    return found


def _readings_at(
    text: str, numeral: Numeral, place: int, end: int, known: Forms, anything: bool = False
) -> list[Reading]:
    """The readings whose unit stands at ``place``; a fallback only where there is ``anything`` else to fall back from."""
    previous = text[max(0, numeral.start - 2) : numeral.start]
    is_model = previous[-1:].isalpha() and _MODEL.match(text, numeral.start) is not None
    stands_alone = numeral.style == "native" and text[numeral.end - 1] in _FREE_ENDS
    found: list[Reading] = []
    for form in known.between(previous, text[place : min(place + 2, end)], numeral.style):
        if form.fallback and (anything or found):
            continue
        if stands_alone and form.counts:
            continue
        reading = _read(text, numeral, place, end, form, is_model)
        if reading:
            found.append(reading)
    return found


def bare(text: str, numeral: Numeral) -> Reading:
    """The numeral on its own, as the first end of a range whose second end names the unit: 영하 8 of 영하 8~3도."""
    before = text[numeral.start - 1 : numeral.start]
    below = _BELOW_ZERO.match(text, numeral.start) if before in _ENDS_BELOW_ZERO or before.isspace() else None
    sign = signs.before(text, numeral.start, "measure")
    start, value = (below.start("span"), _negative(numeral.value)) if below else (numeral.start, numeral.value)
    if sign and not below:
        start, value = sign.start, _negative(value) if sign.negative else value
    return Reading(
        start, numeral.end, "", 0, "number", numeral, value, numeral.low, numeral.high, approx=numeral.approx
    )


def free_readings(text: str, start: int, end: int, book: Rulebook) -> Iterator[Reading]:
    """Readings of the rules that stand on no numeral: 절반, 갑절, 첫째."""
    for form in forms(book).free:
        needs = form.rule.needs
        if needs and all(text.find(word, start, end) < 0 for word in needs):
            continue
        for match in form.after.finditer(text, start, end):
            if isinstance(form.rule, NameRule):
                yield Reading(match.start(), match.end(), form.rule.id, form.order, None)
            else:
                yield _free(form.rule, form.order, match)


def _free(rule: MentionRule, order: int, match: regex.Match[str]) -> Reading:
    value = None if rule.value is None else Decimal(str(rule.value))
    start, end = match.span("span") if "span" in match.re.groupindex else match.span()
    unit = match["unit"] if "unit" in match.re.groupindex else None
    return Reading(
        start,
        end,
        rule.id,
        order,
        rule.kind,
        value=value,
        unit=rule.unit or (rule.units.get(unit, unit) if unit else None),
        approx=rule.approx,
        verdict=False,
    )


def _read(text: str, numeral: Numeral, place: int, end: int, form: _Form, is_model: bool) -> Reading | None:
    match = form.after.match(text, place, end)
    if not match:
        return None
    before = form.before.match(text, numeral.start) if form.before else None
    if form.before and not before:
        return None
    if isinstance(form.rule, NameRule):
        return Reading(_start(numeral, form, before), match.end(), form.rule.id, form.order, None)
    if is_model and not before:
        return None
    return _quantity(text, numeral, form, form.rule, before, match)


def _start(numeral: Numeral, form: _Form, before: regex.Match[str] | None) -> int:
    """A prefix that the rule calls ``span`` belongs to the mention: 시속, $, 섭씨."""
    if form.spans and before and before.start("span") >= 0:
        return before.start("span")
    return numeral.start


def _quantity(
    text: str,
    numeral: Numeral,
    form: _Form,
    rule: MentionRule,
    before: regex.Match[str] | None,
    match: regex.Match[str],
) -> Reading | None:
    start = _start(numeral, form, before)
    worth = _worth(rule, form.scale, numeral, match)
    if worth is None:
        return None
    value, low, high = worth
    sign = signs.before(text, start, rule.kind) or signs.before(text, numeral.start, rule.kind)
    if sign:
        start = min(start, sign.start)
        if sign.negative:
            value, low, high = _negative(value), _negative(high), _negative(low)
    unit, unit_start = _unit(form, rule, match, before)
    return Reading(
        start, match.end("end") if form.ends else match.end(), rule.id, form.order, rule.kind, numeral, value, low, high,
        unit, unit_start, None, numeral.approx or rule.approx, rule.verdict, rule.width,
    )  # fmt: skip


def _negative(number: Decimal | None) -> Decimal | None:
    return None if number is None else -number


def _unit(
    form: _Form, rule: MentionRule, match: regex.Match[str], before: regex.Match[str] | None
) -> tuple[str | None, int]:
    if form.unit_before and before:
        match = before
    elif not form.unit_after:
        return rule.unit, -1
    at = match.start("unit")
    if at < 0:
        return rule.unit, -1
    written = match["unit"]
    return rule.unit or rule.units.get(written, written), at


Worth = tuple[Decimal | None, Decimal | None, Decimal | None]


def _worth(rule: MentionRule, scale: Decimal | None, numeral: Numeral, match: regex.Match[str]) -> Worth | None:
    """Value, low and high, or None where the numbers do not make sense in this reading."""
    value, low, high = numeral.value, numeral.low, numeral.high
    if rule.reading == "below":
        return _negative(value), _negative(high), _negative(low)
    if rule.reading == "magnitude":
        factor = _MAGNITUDES[match["magnitude"][0].lower()]
        return None if value is None else (value * factor, None, None)
    if rule.reading != "plain":
        return _worth_of_several(rule, numeral, match)
    if scale is not None:
        value, low, high = (None if n is None else n * scale for n in (value, low, high))
    if rule.width is not None and value is not None:
        return None, value, value + rule.width
    return value, low, high


#: English short hand behind a currency's sign: $1.5bn
_MAGNITUDES = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}


def _worth_of_several(rule: MentionRule, numeral: Numeral, match: regex.Match[str]) -> Worth | None:
    """Readings of two or three numerals: 3분의 1, 3.6대 1, 2달러 23센트, 일과 이분의 일."""
    first, second = numeral.value, _number(match["second"]) if match["second"] else None
    third = _number(match["third"]) if "third" in match.re.groupindex and match["third"] else None
    if first is None or second is None:
        return None
    if rule.reading == "score":
        return None, min(first, second), max(first, second)
    if rule.reading == "range":
        return (None, first, second) if first < second else None
    try:
        return _COMBINED[rule.reading](first, second, third, Decimal(str(rule.scale))), None, None
    except (DivisionByZero, InvalidOperation):
        return None


def _number(written: str) -> Decimal | None:
    """A numeral with or without its sign."""
    bare = _SIGNED.sub("", written)
    number = parse(bare)
    return -number if number is not None and bare != written else number


_SIGNED = regex_pattern("signs.signed")
# a signalling NaN: any arithmetic on it raises InvalidOperation
_NONSENSE = Decimal("sNaN")
_COMBINED: dict[str, Callable[[Decimal, Decimal, Decimal | None, Decimal], Decimal]] = {
    "fraction": lambda first, second, third, scale: second / first,
    "share": lambda first, second, third, scale: second / first if second <= first else _NONSENSE + 0,
    "share_of": lambda first, second, third, scale: second / first if second < first else _NONSENSE + 0,
    "ratio": lambda first, second, third, scale: first / second,
    "slash": lambda first, second, third, scale: first / second if first < second else _NONSENSE + 0,
    "compound": lambda first, second, third, scale: first + second * scale,
    "tenths": lambda first, second, third, scale: first * 10 + second + (third or 0) / Decimal(10),
    "mixed_fraction": lambda first, second, third, scale: first + second / (third or _NONSENSE),
    "whole_and_fraction": lambda first, second, third, scale: first + (third or 0) / second,
}
