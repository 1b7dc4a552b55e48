"""The Korean numeral: where one starts, where it ends, and what it is worth, exactly.

Forms handled:

* digits ``1976``, ``1,234.5``, ``.25``, full width ``１２``;
* digits with multipliers, blanks or none between: ``1만4천101``, ``2천 738만 3천``, ``3조 4642억``, ``12억957만1180``, ``만5천``,
  ``만 천``, ``25.5억``;
* Sino-Korean ``이천칠백삼십오만``, with a decimal part ``삼점일사``;
* native ``스물다섯``, ``쉰두``, also behind a Sino-Korean hundred, ``백스무``;
* approximate: ``서너`` (3 to 4), ``이삼십`` (20 to 30), ``여남은`` (about 10), ``수십``, ``몇`` (no value at all).

Not handled here, because they are more than a numeral: signs, fractions, ranges, units (see ``mentions``).
The number system is that of the National Institute of Korean Language's orthography, article 44 (units of 만).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

import regex

Style = Literal["digit", "mixed", "sino", "native"]

SMALL = {"십": 10, "백": 100, "천": 1000}
BIG = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}
SINO = {c: i for i, c in enumerate("영일이삼사오육칠팔구")} | {"륙": 6, "공": 0}
ONES = {"하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
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
SUCCESSIVE = {"이삼": (2, 3), "삼사": (3, 4), "사오": (4, 5), "오륙": (5, 6), "육칠": (6, 7), "칠팔": (7, 8), "팔구": (8, 9)}


def _any(words: object) -> str:
    return "|".join(sorted(map(regex.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


DIGITS = r"(?>[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})++(?![0-9０-９])|[0-9０-９]++)(?:[.．][0-9０-９]++)?+"
NATIVE = rf"(?>(?:{_any(TENS)}) ?(?:{_any(ONES)})|{_any([*TENS, *ONES, *BOUND_ONES, '스무'])})"
MULTIPLIERS = frozenset((*SMALL, *BIG))
_SYLLABLES = "".join((*SINO, *SMALL, *BIG))
#: a numeral as one pattern, for rules; what it matches, ``read`` reads
NUMBER = (
    rf"(?>(?>{DIGITS}|\.[0-9]++)(?>[ ]?[십백천만억조경]++(?>[ ]?{DIGITS})?)*+"
    rf"|[{_SYLLABLES}](?>[ ]?[{_SYLLABLES}])*+|{NATIVE})"
)

#: digits of the longest figure read; anything longer is an identifier
LONGEST = 30

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_DIGITS = regex.compile(DIGITS)
_PLAIN = regex.compile(rf"{DIGITS}(?!\s{{0,2}}[십백천만억조경])")
_POINT_FIRST = regex.compile(r"\.[0-9]++(?!\.)")
_NATIVE = regex.compile(rf"(?:(?P<tens>{_any(TENS)}) ?(?P<ones>{_any(ONES)})|(?P<alone>{_any([*TENS, *ONES, *BOUND_ONES, '스무'])}))")
_FEW = regex.compile(rf"(?P<tens>{_any(TENS)})?(?P<few>{_any(FEW)})|(?P<around>{_any(AROUND)})")
_VAGUE = regex.compile(r"(?:수|몇|십수|수십|몇십)(?P<scale>[십백천만억조]*+)|[일이삼사오육칠팔구]?십수")
_SUCCESSIVE = regex.compile(rf"(?P<pair>{_any(SUCCESSIVE)})(?P<scale>[십백천]?[만억조]?)")
# after a blank, digits belong to the numeral before only where they are not the start of a date or another figure
_NOT_CONTINUED = regex.compile(r"\s?(?:년|월|일|시|분기|주|차|위|호|번|회|세|대 |%|[~∼〜:/.-][0-9]|-|[A-Za-z])")
_NTH = regex.compile(r"\s?번\s?째")
# 조 and 경 that open a word behind digits: 10경기, 2조각
_NOT_BIG = regex.compile(r"경[기로찰쟁제관사우호력연]|조[각항직교합]")
_NATIVE_FIRST = {word[0] for word in (*TENS, *ONES, *BOUND_ONES, *FEW, *AROUND, "스무")}
#: where a numeral can begin; a Hangul one only at the start of a word, because its syllables stand in half of all words
START = regex.compile(
    rf"(?<![0-9０-９])(?:(?<![0-9０-９][.．])[0-9０-９]|(?<![\w.])\.(?=[0-9]))"
    rf"|(?:(?<![가-힣0-9])|(?<=마이[너나]스))(?:[{''.join(SINO)}{''.join(SMALL)}만억조수몇]|{_any([*TENS, *ONES, *BOUND_ONES, *FEW, *AROUND, '스무'])})"
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
        """Whether such a word stands at ``position``; 천사 in 천사백 does not."""
        for length, words in self._by_length.items():
            end = position + length
            if text[position:end] in words and text[end : end + 1] not in MULTIPLIERS:
                return True
        return False


NOTHING_ORDINARY = Ordinary()


def scan(
    text: str, start: int = 0, end: int | None = None, ordinary: Ordinary = NOTHING_ORDINARY
) -> Iterator[Numeral]:
    """Every place in ``text[start:end]`` that can be read as a numeral, left to right, without overlap.

    Hangul readings are candidates only: 이 in 이 사업 is one, and it is for the unit behind it to say. Where an
    ``ordinary`` word stands, nothing is read.
    """
    stop = len(text) if end is None else end
    position = start
    while match := START.search(text, position, stop):
        position = match.start()
        if "가" <= text[position] <= "힣" and ordinary.opens(text, position):
            position += 1
            continue
        found = read(text, position, stop)
        if found is None:
            position += 1
            continue
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
    readers = (_read_successive, _read_positional)
    if first in _NATIVE_FIRST:
        readers = (_read_few, _read_native, *readers)
    return next((found for reader in readers if (found := reader(text, position, end))), None)


def _read_plain(text: str, position: int, end: int) -> Numeral | None:
    """Digits without a multiplier behind them, the most frequent form by far."""
    match = _PLAIN.match(text, position, end)
    if not match or match.end() - position > LONGEST:
        return None
    written = match[0] if match[0].isascii() else match[0].translate(_FULL_WIDTH)
    return Numeral(position, match.end(), Decimal(written.replace(",", "")))


def _read_vague(text: str, position: int, end: int) -> Numeral | None:
    """수십, 몇, 수백만, 십수: more than one and no telling how many."""
    match = _VAGUE.match(text, position, end)
    if not match or (match[0] == "수"):
        return None
    return Numeral(position, match.end(), None, approx=True, style="native" if match[0] == "몇" else "sino")


def _read_successive(text: str, position: int, end: int) -> Numeral | None:
    """이삼십, 삼사백, 오륙 (명): two successive digits are a range."""
    match = _SUCCESSIVE.match(text, position, end)
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


def _native_value(match: regex.Match[str]) -> int:
    if match["tens"]:
        return TENS[match["tens"]] + ONES[match["ones"]]
    word = match["alone"]
    return 20 if word == "스무" else (TENS | ONES | BOUND_ONES)[word]


class _Reader:
    """Reads digits and multipliers from left to right, each multiplier smaller than the one before.

    ``total`` holds the finished groups of 만, 억, 조; ``section`` what stands before the next of them; ``pending`` a digit
    or digits whose multiplier has not come.
    """

    def __init__(self, text: str, position: int, end: int) -> None:
        self.text, self.start, self.end = text, position, end
        self.position = position
        self.total = 0
        self.section: int | None = None
        self.pending: Decimal | int | None = None
        self.pending_is_digits = False
        self.small, self.big = 10**4, 10**20
        self.scale = 1
        self.digits = self.hangul = self.closed = False

    def run(self) -> Numeral | None:
        while self._token(self.position, spaced=False) or self._after_blank():
            pass
        self._tail_native()
        if self.position == self.start:
            return None
        value = self.total + (self.section or 0) + (self.pending or 0)
        style: Style = "mixed" if self.digits and self.hangul else "digit" if self.digits else "sino"
        scale = 1 if self.pending is not None else self.scale
        return Numeral(self.start, self.position, Decimal(value), style=style, scale=scale)

    def _token(self, position: int, spaced: bool) -> bool:
        if position >= self.end or self.closed:
            return False
        syllable = self.text[position]
        if syllable in BIG:
            return self._take_big(syllable, position)
        if syllable in SMALL:
            return self._take_small(syllable, position)
        if syllable in SINO:
            return self._take_sino(syllable, position, spaced)
        return self._take_digits(position, spaced)

    def _after_blank(self) -> bool:
        """A numeral goes on after a blank only behind a multiplier: 3조 4642억, 만 천, 오십 이."""
        at = self.position
        if at == self.start or self.pending is not None or at >= self.end or self.text[at] not in " \u00a0":
            return False
        after = at + 2 if self.text[at + 1 : at + 2] == " " else at + 1
        return self._token(after, spaced=True)

    def _take_digits(self, position: int, spaced: bool) -> bool:
        match = _DIGITS.match(self.text, position, self.end)
        if not match or self.pending is not None:
            return False
        number = match[0].translate(_FULL_WIDTH).replace(",", "")
        started = self.position != self.start
        if len(number) > LONGEST:
            return False
        if started and ("." in number or Decimal(number) >= self._room()):
            return False
        followed = self.text[match.end() : match.end() + 1]
        if not self._may_follow(match.end(), followed, started, spaced):
            return False
        self.pending = Decimal(number) if "." in number else int(number)
        self.pending_is_digits = self.digits = True
        self.position = match.end()
        return True

    def _may_follow(self, after: int, followed: str, started: bool, spaced: bool) -> bool:
        if started and self.text[self.start : self.position] == "만" and followed not in SMALL:
            return False  # 만 34세, 만5세: the 만 of ages, not ten thousand
        if spaced and followed not in SMALL and followed not in BIG:
            return not _NOT_CONTINUED.match(self.text, after, self.end)
        return True

    def _room(self) -> int:
        """What the next part has to stay below: 10,000 behind 만, 1,000 behind 천."""
        return self.small if self.section is not None else 10**4

    def _take_sino(self, syllable: str, position: int, spaced: bool) -> bool:
        if self.pending is not None or (SINO[syllable] == 0 and self.position != self.start):
            return False
        after = self.text[position + 1 : position + 2]
        if spaced and after not in SMALL and after not in BIG and "가" <= after <= "힣":
            return False
        if self.digits and after not in SMALL and after not in BIG:
            return False  # 3백일 is three hundred days, not 301
        self.pending, self.pending_is_digits, self.hangul = SINO[syllable], False, True
        self.position = position + 1
        if after == "점" and self.text[position + 2 : position + 3] in SINO:
            self._take_sino_decimals(position + 2)
        return True

    def _take_sino_decimals(self, position: int) -> None:
        digits = ""
        while position < self.end and self.text[position] in SINO:
            digits += str(SINO[self.text[position]])
            position += 1
        self.pending = Decimal(f"{self.pending}.{digits}")
        self.position = position

    def _take_small(self, syllable: str, position: int) -> bool:
        unit = SMALL[syllable]
        coefficient = 1 if self.pending is None else self.pending
        if unit >= self.small or coefficient == 0 or coefficient * unit >= 10**8:
            return False
        if not self.pending_is_digits and coefficient >= 10:
            return False
        product = coefficient * unit
        if product != int(product):
            return False
        self.section = (self.section or 0) + int(product)
        self.pending, self.small, self.scale = None, unit, unit
        self.hangul, self.position = True, position + 1
        return True

    def _take_big(self, syllable: str, position: int) -> bool:
        unit = BIG[syllable]
        if unit >= self.big or _NOT_BIG.match(self.text, position, self.end):
            return False
        started = self.position != self.start
        if started and self.section is None and self.pending is None:
            return False  # 억만: a multiplier needs something to multiply
        if not started and unit > 10**4:
            if not _NTH.match(self.text, position + 1, self.end):
                return False  # 억원 heads a table, 조 is a group: neither is a number by itself, but for 조 번째
            self.closed = True
        group = 1 if not started else (self.section or 0) + (self.pending or 0)
        product = group * unit
        if group == 0 or product != int(product):
            return False
        self.total += int(product)
        self.closed = self.closed or isinstance(self.pending, Decimal)
        self.section, self.pending = None, None
        self.small, self.big = 10**4, unit
        self.scale, self.hangul, self.position = unit, True, position + 1
        return True

    def _tail_native(self) -> None:
        """백스무, 삼백스물두: native tens and ones behind a Sino-Korean hundred."""
        if self.digits or self.pending is not None or self.small <= 10 or self.position == self.start:
            return
        match = _NATIVE.match(self.text, self.position, self.end)
        if match and (match["tens"] or match["alone"] == "스무" or match["alone"] in TENS):
            self.pending = _native_value(match)
            self.position = match.end()


def _read_positional(text: str, position: int, end: int) -> Numeral | None:
    if text[position] == ".":
        match = _POINT_FIRST.match(text, position, end)
        return Numeral(position, match.end(), Decimal("0" + match[0])) if match else None
    return _Reader(text, position, end).run()
