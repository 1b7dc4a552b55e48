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

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

import regex

from .positional import BIG, DIGITS, FULL_WIDTH, LONGEST, MULTIPLIERS, SINO, SMALL, Positional

Style = Literal["digit", "mixed", "sino", "native"]

ONES = {
    "하나": 1,
    "한": 1,
    "둘": 2,
    "두": 2,
    "셋": 3,
    "세": 3,
    "넷": 4,
    "네": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
}
TENS = {"열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
# forms that stand only before certain counters: 석 달, 넉 장, 서 말, 너 되, 닷 말, 엿 되
BOUND_ONES = {"석": 3, "넉": 4, "닷": 5, "엿": 6}
FEW = {
    "한두": (1, 2), "한둘": (1, 2), "두세": (2, 3), "두셋": (2, 3), "두서너": (2, 4), "두어": (2, 3), "서너": (3, 4),
    "서넛": (3, 4), "너댓": (4, 5), "네댓": (4, 5), "네다섯": (4, 5), "너덧": (4, 5), "댓": (5, 5), "대여섯": (5, 6),
    "대엿": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8), "일여덟": (7, 8), "엳아홉": (8, 9), "여덟아홉": (8, 9),
}  # fmt: skip
AROUND = {"여남은": 10, "열댓": 15, "스무남은": 20}
# 일이 is left out: before a multiplier it is an ordinary word more often than "one or two"
SUCCESSIVE = {
    "이삼": (2, 3),
    "삼사": (3, 4),
    "사오": (4, 5),
    "오륙": (5, 6),
    "육칠": (6, 7),
    "칠팔": (7, 8),
    "팔구": (8, 9),
}


def _any(words: object) -> str:
    return "|".join(sorted(map(regex.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


NATIVE = rf"(?>(?:{_any(TENS)}) ?(?:{_any(ONES)})|{_any([*TENS, *ONES, *BOUND_ONES, '스무'])})"
_SYLLABLES = "".join((*SINO, *SMALL, *BIG))
#: a numeral as one pattern, for rules; what it matches, ``read`` reads
NUMBER = (
    rf"(?>(?>{DIGITS}|\.[0-9]++)(?>[ ]?[십백천만억조경]++(?>[ ]?{DIGITS})?)*+"
    rf"|[{_SYLLABLES}](?>[ ]?[{_SYLLABLES}])*+|{NATIVE})"
)

_PLAIN = re.compile(rf"{DIGITS}(?!\s{{0,2}}[십백천만억조경]|여[만억조])")
_POINT_FIRST = regex.compile(r"\.[0-9]++(?!\.)")
_NATIVE = re.compile(
    rf"(?:(?P<tens>{_any(TENS)}) ?(?P<ones>{_any(ONES)})|(?P<alone>{_any([*TENS, *ONES, *BOUND_ONES, '스무'])}))"
)
_FEW = re.compile(rf"(?P<tens>{_any(TENS)})?(?P<few>{_any(FEW)})|(?P<around>{_any(AROUND)})")
_VAGUE = re.compile(r"(?:수|몇|십수|수십|몇십)(?P<scale>[십백천만억조]*+)|[일이삼사오육칠팔구]?십수")
_SUCCESSIVE = re.compile(rf"(?P<pair>{_any(SUCCESSIVE)})(?P<scale>[십백천]?[만억조]?)")
_WHOLE_TENS = {*TENS, "스무"}
_NATIVE_FIRST = {word[0] for word in (*TENS, *ONES, *BOUND_ONES, *FEW, *AROUND, "스무")}
_WORDS = (*TENS, *ONES, *BOUND_ONES, *FEW, *AROUND, "스무")
_SINGLE = "".join(sorted({*SINO, *SMALL, *"만억조수몇", *(word for word in _WORDS if len(word) == 1)}))
_LONGER: dict[str, list[str]] = {}
for _word in _WORDS:
    if len(_word) > 1:
        _LONGER.setdefault(_word[0], []).append(_word[1:])
_AT_WORD = r"(?:(?<![가-힣0-9].)|(?<=마이[너나]스.))"
#: where a numeral can begin; a Hangul one only at the start of a word, because its syllables stand in half of all words.
#: Each alternative opens with its character, by which the engine passes over the text twice as fast
START = re.compile(
    rf"[0-9０-９](?<![0-9０-９].)(?<![0-9０-９][.．].)|\.(?<![\w.]\.)(?=[0-9])|[{_SINGLE}]{_AT_WORD}"
    rf"|[{''.join(_LONGER)}]{_AT_WORD}(?:{'|'.join(f'(?<={first})(?:{_any(rest)})' for first, rest in _LONGER.items())})"
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
        """Whether such a word stands at ``position``; 천사 in 천사백 does not, nor 오만 in 오만팔천."""
        for length, words in self._by_length.items():
            end = position + length
            if text[position:end] in words and not self._goes_on(text[end : end + 2]):
                return True
        return False

    def _goes_on(self, behind: str) -> bool:
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
        if at < position or ("가" <= text[at] <= "힣" and ordinary.opens(text, at)):
            continue
        found = read(text, at, stop)
        if found:
            yield found
            position = found.end


def read(text: str, position: int, stop: int | None = None) -> Numeral | None:
    """The longest numeral that starts at ``position``, or None."""
    end = len(text) if stop is None else stop
    first = text[position] if position < end else ""
    if first.isdigit():
        return _read_plain(text, position, end) or _read_positional(text, position, end)
    if first in "수몇" or first == "십":
        found = _read_vague(text, position, end)
        if found:
            return found
    if first in _NATIVE_FIRST:
        found = _read_few(text, position, end) or _read_native(text, position, end)
        if found:
            return found
    return _read_successive(text, position, end) or _read_positional(text, position, end)


def _read_plain(text: str, position: int, end: int) -> Numeral | None:
    """Digits without a multiplier behind them, the most frequent form by far."""
    match = _PLAIN.match(text, position, end)
    if not match or match.end() - position > LONGEST:
        return None
    written = match[0] if match[0].isascii() else match[0].translate(FULL_WIDTH)
    return Numeral(position, match.end(), Decimal(written.replace(",", "")))


def _read_vague(text: str, position: int, end: int) -> Numeral | None:
    """수십, 몇, 수백만, 십수: more than one and no telling how many."""
    match = _VAGUE.match(text, position, end)
    if not match or (match[0] == "수"):
        return None
    return Numeral(position, match.end(), None, approx=True, style="native" if match[0] == "몇" else "sino")


def _read_successive(text: str, position: int, end: int) -> Numeral | None:
    """이삼십, 삼사백, 오륙 (명): two successive digits are a range."""
    match = _SUCCESSIVE.match(text, position, end) if text[position : position + 2] in SUCCESSIVE else None
    if not match or text[match.end() : match.end() + 1] in SINO:
        return None
    scale = 1
    for syllable in match["scale"]:
        scale *= (SMALL | BIG)[syllable]
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
    if low == high:
        return Numeral(position, match.end(), Decimal(tens + low), approx=True, style="native")
    return Numeral(position, match.end(), None, Decimal(tens + low), Decimal(tens + high), True, "native")


def _read_native(text: str, position: int, end: int) -> Numeral | None:
    match = _NATIVE.match(text, position, end)
    if not match:
        return None
    return Numeral(position, match.end(), Decimal(_native_value(match)), style="native")


def _native_value(match: regex.Match[str] | re.Match[str]) -> int:
    if match["tens"]:
        return TENS[match["tens"]] + ONES[match["ones"]]
    word = match["alone"]
    return 20 if word == "스무" else (TENS | ONES | BOUND_ONES)[word]


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
    native = _NATIVE.match(text, reader.position, end) if reader.takes_native else None
    if native and (native["tens"] or native["alone"] in _WHOLE_TENS):
        return Numeral(position, native.end(), reader.value + _native_value(native), style=style)
    scale = 1 if reader.pending is not None else reader.scale
    return Numeral(position, reader.position, reader.value, approx=reader.approx, style=style, scale=scale)
