"""Numeral × rule → what a quantity could be: every reading of every numeral, before any is chosen.

Rules are tried at the numeral's end, and only those that can begin with the character found there (``forms``); what the
numbers are worth together says ``worth``. So the cost is that of the numerals in the text and not of the rules in the book.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import regex

from ..korean.numerals import TENS, Numeral
from ..korean.positional import LOOSE
from ..korean.word_lists import pattern, regex_pattern, words
from ..model import Bound, Kind
from ..rulebook.loader import Rulebook
from ..rulebook.schema import MentionRule, NameRule
from . import signs
from .forms import Form, Forms, forms
from .worth import negative, worth_of

_ABOUT = pattern("numerals.about")
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


def readings(text: str, numeral: Numeral, end: int, book: Rulebook) -> list[Reading]:
    """Every reading of one numeral, names included."""
    known, behind = forms(book), numeral.end
    found = _readings_at(text, numeral, behind, end, known)
    loosened = LOOSE in text[behind : behind + 2] if numeral.style != "native" else _around_tens(text, numeral)
    if loosened and (about := _ABOUT.match(text, behind, end)):
        loose = _readings_at(text, numeral, about.end(), end, known, bool(found))
        found += [reading._replace(approx=True) for reading in loose]
    return found


def _around_tens(text: str, numeral: Numeral) -> bool:
    """서른여 명: 여 glued to native tens; behind other native numerals it opens 여섯, 여덟."""
    return text.startswith(LOOSE, numeral.end) and text[numeral.start : numeral.end] in TENS


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
    """The numeral on its own, as the first end of a range whose second end names the unit: 영하 8~3도, 초속 10~16m."""
    before = text[numeral.start - 1 : numeral.start]
    below = _BELOW_ZERO.match(text, numeral.start) if before in _ENDS_BELOW_ZERO or before.isspace() else None
    sign = signs.before(text, numeral.start, "measure")
    start, value = numeral.start, numeral.value
    if below:
        start = below.start("span")
        value = negative(value) if below["below"] else value
    elif sign:
        start, value = sign.start, negative(value) if sign.negative else value
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
                found = Reading(match.start(), match.end(), form.rule.id, form.order, None)
            else:
                found = _free(form.rule, form.order, match)
            if found.end > found.start:  # a rule of one's own may look around and take nothing
                yield found


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


def _read(text: str, numeral: Numeral, place: int, end: int, form: Form, is_model: bool) -> Reading | None:
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


def _start(numeral: Numeral, form: Form, before: regex.Match[str] | None) -> int:
    """A prefix that the rule calls ``span`` belongs to the mention: 시속, $, 섭씨."""
    if form.spans and before and before.start("span") >= 0:
        return before.start("span")
    return numeral.start


def _quantity(
    text: str,
    numeral: Numeral,
    form: Form,
    rule: MentionRule,
    before: regex.Match[str] | None,
    match: regex.Match[str],
) -> Reading | None:
    start = _start(numeral, form, before)
    worth = worth_of(rule, form.scale, numeral, match)
    if worth is None:
        return None
    value, low, high = worth
    sign = signs.before(text, start, rule.kind) or signs.before(text, numeral.start, rule.kind)
    if sign:
        start = min(start, sign.start)
        if sign.negative:
            value, low, high = negative(value), negative(high), negative(low)
    unit, unit_start = _unit(form, rule, match, before)
    return Reading(
        start, match.end("end") if form.ends else match.end(), rule.id, form.order, rule.kind, numeral, value, low, high,
        unit, unit_start, None, numeral.approx or rule.approx, rule.verdict, rule.width,
    )  # fmt: skip


def _unit(
    form: Form, rule: MentionRule, match: regex.Match[str], before: regex.Match[str] | None
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
