"""The Korean numeral: where one starts, where it ends, and what it is worth, exactly.

Forms handled:

* digits ``1976``, ``1,234.5``, ``.25``, full width ``１２``;
* digits with multipliers, blanks or none between: ``1만4천101``, ``2천 738만 3천``, ``3조 4642억``, ``12억957만1180``, ``만5천``,
  ``만 천``, ``25.5억``;
* loosened inside, ``2천여억``;
* Sino-Korean ``이천칠백삼십오만``, with a decimal part ``삼점일사``;
* native ``스물다섯``, ``쉰두``, also behind a Sino-Korean hundred, ``백스무``;
* approximate: ``서너`` (3 to 4), ``이삼십`` (20 to 30), ``여남은`` (about 10), ``수십``, ``몇`` (no value at all).

Not handled here, because they are more than a numeral: signs, fractions, ranges, units (see ``mentions``).
The number system is that of the National Institute of Korean Language's orthography, article 44 (units of 만).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

import regex

from .positional import BIG, DIGITS, FULL_WIDTH, LONGEST, MULTIPLIERS, SINO, SMALL, Positional, multiplies
from .syllables import is_hangul
from .word_lists import any_of, fragment, numbers, pairs, pattern, regex_pattern, words

Style = Literal["digit", "mixed", "sino", "native"]

ONES = numbers("numerals.ones")
TENS = numbers("numerals.tens")
#: forms that stand only before certain counters: 석 달, 넉 장, 닷 말, 엿 되
BOUND_ONES = numbers("numerals.bound_ones")
SCANT_ONES = numbers("numerals.scant_ones")
FEW = pairs("numerals.few")
AROUND = numbers("numerals.around")
SUCCESSIVE = pairs("numerals.successive")
#: twenty before a counter
SCORE = numbers("numerals.score")
_TENS, _ONES, _ALONE = any_of(TENS), any_of(ONES), any_of([*TENS, *ONES, *BOUND_ONES, *SCORE])

NATIVE = fragment("numerals.native", tens=_TENS, ones=_ONES, alone=_ALONE)
_SYLLABLES = "".join((*SINO, *SMALL, *BIG))
NUMBER = fragment("numerals.number", digits=DIGITS, syllables=_SYLLABLES, tens=_TENS, ones=_ONES, alone=_ALONE)

_PLAIN = pattern("numerals.plain", digits=DIGITS)
_POINT_FIRST = regex.compile(r"\.[0-9]++(?!\.)")
_NATIVE = pattern("numerals.native_read", tens=_TENS, ones=_ONES, alone=_ALONE)
_FEW = pattern("numerals.few_read", tens=_TENS, few=any_of(FEW), around=any_of(AROUND))
_VAGUE = pattern("numerals.vague")
_OPEN_VAGUE, _ASKS = frozenset(words("numerals.open_vague")), frozenset(words("numerals.asks"))
_SUCCESSIVE = pattern("numerals.successive_read", successive=any_of(SUCCESSIVE))
_WHOLE_TENS = {*TENS, *SCORE}
_NATIVE_TENS = tuple(word for word in TENS if len(word) > 1)
_NATIVE_FIRST = {word[0] for word in (*TENS, *ONES, *BOUND_ONES, *SCANT_ONES, *FEW, *AROUND, *SCORE)}
_WORDS = (*TENS, *ONES, *BOUND_ONES, *FEW, *AROUND, *SCORE)
# the sign of a fraction -> its numerator and denominator
FRACTION_SIGNS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_VULGAR = "".join(FRACTION_SIGNS)
_WITH_FRACTION = re.compile(rf"(?P<whole>[0-9]{{1,3}} ?)?(?P<part>[{_VULGAR}])")
(_TWO_OR_PARTICLE,) = words("hangul_numerals.this")
_PARTICLE_THEN = pattern("numerals.particle_then")
_GROWS = pattern("numerals.grows")
_TWO_DIGITS = pattern("numerals.two_digits")
_SINGLE = "".join(sorted({*SINO, *SMALL, *words("numerals.open"), *(word for word in _WORDS if len(word) == 1)}))
_LONGER: dict[str, list[str]] = {}
for _word in _WORDS:
    if len(_word) > 1:
        _LONGER.setdefault(_word[0], []).append(_word[1:])
START = pattern(
    "numerals.start",
    vulgar=_VULGAR,
    single=_SINGLE,
    firsts="".join(_LONGER),
    rests="|".join((f"(?<={first})(?:{any_of(rest)})" for first, rest in _LONGER.items())),
)


class Numeral(NamedTuple):
    """A numeral in a text: its span, its value (None where only ``low``/``high`` or nothing is known) and how it is written.

    ``scale`` is the multiplier at its end (10^8 for 300억, 1 for 300): a range such as 200~300억 shares it.
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    approx: bool = False
    style: Style = "digit"
    scale: int = 1


def parse(text: str) -> Decimal | None:
    """The exact value of a numeral that is the whole of ``text``, or None where it is not one or has no single value.

    >>> parse("1만4천101")
    Decimal('14101')
    """
    stripped = text.strip()
    found = read(stripped, 0, len(stripped))
    return found.value if found and found.end == len(stripped) else None


class Ordinary:
    """Words that begin with a numeral's syllables and are none: 이번, 사업, 만큼. Looked up by their first syllables."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._by_length: dict[int, set[str]] = {}
        for word in words:
            self._by_length.setdefault(len(word), set()).add(word)

    def opens(self, text: str, position: int) -> bool:
        """Whether such a word stands at ``position``; 천사 in 천사백 does not, nor 오만 in 오만팔천,
        nor 백서 in 백서른."""
        for length, known in self._by_length.items():
            end = position + length
            if text[position:end] in known and not self._goes_on(text[end - 1 : end], text[end : end + 2]):
                return not (text[position] in MULTIPLIERS and text.startswith(_NATIVE_TENS, position + 1))
        return False

    def _goes_on(self, last: str, behind: str) -> bool:
        """Whether the word is the head of a numeral: 천사백, but in 한쪽만 the 만 is a particle."""
        if last not in SINO and last not in MULTIPLIERS:
            return False
        return behind[:1] in MULTIPLIERS or (behind[:1] in SINO and behind[1:] in MULTIPLIERS)


NOTHING_ORDINARY = Ordinary()


def scan(text: str, start: int = 0, end: int | None = None, ordinary: Ordinary = NOTHING_ORDINARY) -> Iterator[Numeral]:
    """Every place in ``text[start:end]`` that can be read as a numeral, left to right, without overlap.

    Hangul readings are candidates only: 이 in 이 사업 is one, and it is for the unit behind it to say. Where an
    ``ordinary`` word stands, nothing is read.
    """
    stop = len(text) if end is None else end
    position = start
    for match in START.finditer(text, start, stop):
        at = match.start()
        if at < position or (is_hangul(text[at]) and ordinary.opens(text, at)):
            continue
        found = read(text, at, stop)
        if found and _ends_in_particle(text, found):
            found = read(text, at, found.end - 1)
        if found:
            yield found
            position = found.end


def _ends_in_particle(text: str, found: Numeral) -> bool:
    """천백억이 든다, 사십이 되다: behind a multiplier and before no counter 이 is the particle, hardly ever two."""
    if found.style != "sino" or found.end - found.start < 3 or text[found.end - 1] != _TWO_OR_PARTICLE:
        return False
    before = text[found.end - 2]
    then = _PARTICLE_THEN if before in BIG else _GROWS if before in SMALL else None
    return then is not None and then.match(text, found.end) is not None


def read(text: str, position: int, stop: int | None = None) -> Numeral | None:
    """The longest numeral that starts at ``position``, or None."""
    end = len(text) if stop is None else stop
    first = text[position] if position < end else ""
    if first.isdigit() or first in FRACTION_SIGNS:
        found = _read_fraction_sign(text, position, end) or _read_two_digits(text, position, end)
        return found or _read_plain(text, position, end) or _read_positional(text, position, end)
    if first in _OPEN_VAGUE:
        found = _read_vague(text, position, end)
        if found:
            return found
    if first in _NATIVE_FIRST:
        found = _read_few(text, position, end) or _read_native(text, position, end)
        if found:
            return found
    return _read_successive(text, position, end) or _read_positional(text, position, end)


def _read_fraction_sign(text: str, position: int, end: int) -> Numeral | None:
    """½, 1½."""
    match = _WITH_FRACTION.match(text, position, end)
    if not match:
        return None
    upper, lower = FRACTION_SIGNS[match["part"]]
    return Numeral(position, match.end(), int(match["whole"] or 0) + Decimal(upper) / lower)


def _read_two_digits(text: str, position: int, end: int) -> Numeral | None:
    """2, 3만 명; 5,6천 원: 20,000 to 30,000; 17,8세, 5,6명: 17 to 18, 5 to 6."""
    match = _TWO_DIGITS.match(text, position, end) if "," in text[position + 1 : position + 3] else None
    if not match or int(match["low"]) % 10 + 1 != int(match["high"]):
        return None
    multipliers = match["scale"] or ""
    if multipliers and not multiplies(text, match.start("scale"), end):
        return None
    scale = math.prod((SMALL | BIG)[syllable] for syllable in multipliers)
    low = Decimal(match["low"])
    style: Style = "mixed" if multipliers else "digit"
    return Numeral(position, match.end(), None, low * scale, (low + 1) * scale, True, style, scale)


def _read_plain(text: str, position: int, end: int) -> Numeral | None:
    """Digits without a multiplier behind them, the most frequent form by far."""
    match = _PLAIN.match(text, position, end)
    if not match or match.end() - position > LONGEST:
        return None
    written = match[0] if match[0].isascii() else match[0].translate(FULL_WIDTH)
    return Numeral(position, match.end(), Decimal(written.replace(",", "")))


def _read_vague(text: str, position: int, end: int) -> Numeral | None:
    """수십, 수백만, 몇 천, 십수: more than one and no telling how many; 몇 alone asks how many."""
    match = _VAGUE.match(text, position, end)
    if not match or (match[0] in _ASKS):
        return None
    return Numeral(position, match.end(), None, approx=True, style="sino")


def _read_successive(text: str, position: int, end: int) -> Numeral | None:
    """이삼십, 삼사백, 오륙 (명): two successive digits are a range."""
    match = _SUCCESSIVE.match(text, position, end) if text[position : position + 2] in SUCCESSIVE else None
    if not match or text[match.end() : match.end() + 1] in SINO:
        return None
    scale = math.prod((SMALL | BIG)[syllable] for syllable in match["scale"])
    low, high = SUCCESSIVE[match["pair"]]
    return Numeral(position, match.end(), None, Decimal(low * scale), Decimal(high * scale), True, "sino", scale)


def _read_few(text: str, position: int, end: int) -> Numeral | None:
    match = _FEW.match(text, position, end)
    if not match:
        return None
    if match["around"]:
        return Numeral(position, match.end(), Decimal(AROUND[match["around"]]), approx=True, style="native")
    low, high = FEW[match["few"]]
    tens = TENS.get(match["tens"], 0)
    first, last = Decimal(tens + low), Decimal(tens + high)
    if low == high:
        return Numeral(position, match.end(), first, approx=True, style="native")
    return Numeral(position, match.end(), None, first, last, True, "native")


def _read_native(text: str, position: int, end: int) -> Numeral | None:
    match = _NATIVE.match(text, position, end)
    return Numeral(position, match.end(), Decimal(_native_value(match)), style="native") if match else None


def _native_value(match: regex.Match[str] | re.Match[str]) -> int:
    if match["tens"]:
        return TENS[match["tens"]] + ONES[match["ones"]]
    word = match["alone"]
    return (TENS | ONES | BOUND_ONES | SCANT_ONES | SCORE)[word]


def _native_behind(text: str, reader: Positional, end: int) -> regex.Match[str] | re.Match[str] | None:
    """The native numeral that ends a Sino-Korean one: 백스무, 백 스물한; behind a blank with its tens only."""
    apart = text.startswith(" ", reader.position) and text[reader.position - 1] in SMALL
    match = _NATIVE.match(text, reader.position + apart, end)
    return match if match and (not apart or match["tens"] or match["alone"] in _WHOLE_TENS) else None


def _goes_on(text: str, reader: Positional, native: regex.Match[str] | re.Match[str]) -> bool:
    """Whether native tens or ones end a Sino-Korean numeral: 백스무, 이백다섯 명, 이만오천백두 그루, but not 만두 or 백두."""
    if native["tens"] or native["alone"] in _WHOLE_TENS:
        return reader.small > 10
    length = reader.position - reader.start
    long_enough = length > 2 or (length == 2 and text[reader.position - 1] in SMALL and text[reader.start] in SINO)
    behind = _COUNTER_NEAR if long_enough else _NTH  # 백한 번째, but not 백두
    return native["alone"] in ONES and behind.match(text, native.end()) is not None


_NTH = regex_pattern("numerals.nth")
_COUNTER_NEAR = pattern("numerals.counter_near")


def _read_positional(text: str, position: int, end: int) -> Numeral | None:
    if text[position : position + 1] == ".":
        match = _POINT_FIRST.match(text, position, end)
        return Numeral(position, match.end(), Decimal("0" + match[0])) if match else None
    reader = Positional(text, position, end)
    if not reader.run():
        return None
    if reader.overshot:
        return _read_positional(text, position, reader.blank or position)
    style: Style = "mixed" if reader.digits and reader.hangul else "digit" if reader.digits else "sino"
    native = _native_behind(text, reader, end) if reader.takes_native else None
    if native and _goes_on(text, reader, native):
        return Numeral(position, native.end(), reader.value + _native_value(native), style="native")
    scale = 1 if reader.pending is not None else reader.scale
    return Numeral(position, reader.position, reader.value, approx=reader.approx, style=style, scale=scale)
