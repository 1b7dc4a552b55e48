"""Digits and multipliers read from left to right: 1만4천101, 3조 4642억, 이천칠백삼십오만.

The place-value half of the Korean numeral; what it leaves, native numerals and approximate ones, is in ``numerals``.
"""

from __future__ import annotations

import re
from decimal import Decimal

from .syllables import is_hangul
from .word_lists import numbers, pattern, regex_pattern, words

SMALL = numbers("numerals.small")
BIG = numbers("numerals.big")
SINO = numbers("numerals.sino")
MULTIPLIERS = frozenset((*SMALL, *BIG))
DIGITS = r"(?>[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})++(?![0-9０-９])|[0-9０-９]++)(?:[.．][0-9０-９]++)?+"
#: digits of the longest figure read; anything longer is an identifier
LONGEST = 30
(LOOSE,), (POINT,) = words("numerals.loose"), words("numerals.point")
(_THIS,) = words("hangul_numerals.this")
_OF_DATES = frozenset(words("hangul_numerals.written_out"))
_LOOSENED, _SHORTENED, _FULL = words("numerals.loosened"), words("numerals.shortened"), words("numerals.full")

FULL_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_DIGITS = re.compile(DIGITS)
_NOT_CONTINUED = pattern("numerals.not_continued")
_SPACED_MULTIPLIER = regex_pattern("numerals.spaced_multiplier")
_SHORT = regex_pattern("numerals.short")
_CONTINUED = pattern("numerals.continued")
_COUNTED = regex_pattern("numerals.counted")
_NTH = regex_pattern("numerals.nth")
_NOT_BIG = pattern("numerals.not_big")
#: digits of a number behind 만 that numbers no thing: 20만 334호
_THOUSANDS = 3


def multiplies(text: str, position: int, end: int) -> bool:
    """Whether the multiplier at ``position`` is one, by what stands behind it: 3 억 원, but not 5 천안."""
    return _SPACED_MULTIPLIER.match(text, position, end) is not None


class Positional:
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
        self.digits = self.hangul = self.spoken = self.closed = self.approx = False
        self.blank: int | None = None

    def run(self) -> bool:
        """Reads as far as the numeral goes; false where there is none."""
        while self._token(self.position, spaced=False) or self._after_blank():
            pass
        self._lengthen()
        return self.position > self.start

    def _lengthen(self) -> None:
        """13억2천 says 13억 2천만, 1조2천 is 1조 2천억: so it is spoken where no unit follows."""
        short = self.digits and self.pending is None and self.section and 10**8 <= self.big <= 10**12
        if short and self.text[self.position - 1] in _SHORTENED and _SHORT.match(self.text, self.position, self.end):
            self.total += (self.section or 0) * (self.big // 10**4)
            self.section, self.scale = None, self.scale * (self.big // 10**4)

    @property
    def overshot(self) -> bool:
        """Whether what was joined after a blank is a numeral of its own: 7천525억 7천213억, two cells of a table."""
        following = self.text[self.position : self.position + 1]
        if self.blank is None or following not in BIG or _NOT_BIG.match(self.text, self.position, self.end):
            return False
        return BIG[following] >= self.big

    @property
    def value(self) -> Decimal:
        return Decimal(self.total + (self.section or 0) + (self.pending or 0))

    @property
    def takes_native(self) -> bool:
        """Whether native tens and ones can follow: behind a hundred in words, 백스무."""
        return not self.digits and self.pending is None and self.position > self.start

    def _token(self, position: int, spaced: bool) -> bool:
        if position >= self.end or self.closed:
            return False
        syllable = self.text[position]
        if syllable == LOOSE and self._loose(position):
            self.approx, position = True, position + 1 + (self.text[position + 1] == " ")
            syllable = self.text[position]
        if syllable in BIG:
            return self._take_big(syllable, position)
        if syllable in SMALL:
            return self._take_small(syllable, position)
        if syllable in SINO:
            return self._take_sino(syllable, position, spaced)
        return self._take_digits(position, spaced)

    def _loose(self, position: int) -> bool:
        """2천여억, 300여만, 800여 억: 여 before the multiplier loosens what stands before it."""
        behind = self.text[position + 1 : position + 3]
        return position > self.start and (behind[:1] in BIG or (behind[:1] == " " and behind[1:] in _LOOSENED))

    def _after_blank(self) -> bool:
        """A numeral goes on after a blank behind a multiplier (3조 4642억, 만 천, 오십 이), and behind digits with one: 3 억 원."""
        at = self.position
        if at == self.start or at >= self.end or self.text[at] not in " \u00a0":
            return False
        after = at + 2 if self.text[at + 1 : at + 2] == " " else at + 1
        if self.pending is not None and not self._multiplied(after):
            return False
        taken = self._token(after, spaced=True)
        self.blank = at if taken else self.blank
        return taken

    def _multiplied(self, position: int) -> bool:
        """Whether what stands before a blank is multiplied by what stands behind it: 오 만 명, 십오 만 원; 이 may be "this"."""
        is_number = self.position - self.start > 1 or self.text[self.start] != _THIS
        return (self.pending_is_digits or is_number) and multiplies(self.text, position, self.end)

    def _take_digits(self, position: int, spaced: bool) -> bool:
        match = _DIGITS.match(self.text, position, self.end)
        if not match or self.pending is not None:
            return False
        number = match[0].translate(FULL_WIDTH).replace(",", "")
        started = self.position != self.start
        if len(number) > LONGEST:
            return False
        if started and Decimal(number) >= self._room():
            return False
        if started and "." in number and spaced:
            return False
        if not self._may_follow(position, match.end(), started, spaced):
            return False
        self.pending = Decimal(number) if "." in number else int(number)
        self.pending_is_digits = self.digits = True
        self.position = match.end()
        return True

    def _may_follow(self, position: int, after: int, started: bool, spaced: bool) -> bool:
        followed = self.text[after : after + 1]
        if started and self.text[self.start : self.position] in _FULL and followed not in SMALL:
            # 만 34세, 만5세, 만 3년: the 만 of ages and of full years, not ten thousand
            return after - position > spaced and _COUNTED.match(self.text, after, self.end) is not None
        if spaced and followed not in SMALL and followed not in BIG:
            if self.blank is not None and self.text[self.position - 1] in SMALL:
                return followed not in _OF_DATES  # 2천 7백 84호: one figure, its parts apart
            thousands = after - position >= _THOUSANDS and _CONTINUED.match(self.text, after, self.end) is not None
            return thousands or not _NOT_CONTINUED.match(self.text, after, self.end)
        return True

    def _room(self) -> int:
        """What the next part has to stay below: 10,000 behind 만, 1,000 behind 천."""
        return self.small if self.section is not None else 10**4

    def _take_sino(self, syllable: str, position: int, spaced: bool) -> bool:
        if self.pending is not None or (SINO[syllable] == 0 and self.position != self.start):
            return False
        after = self.text[position + 1 : position + 2]
        if spaced and after not in SMALL and after not in BIG and is_hangul(after):
            return False
        if self.digits and not self.spoken and after not in SMALL and after not in BIG:
            return False  # 3백일 is three hundred days, not 301, but 2천사십일 is 2041
        self.pending, self.pending_is_digits, self.hangul, self.spoken = SINO[syllable], False, True, True
        self.position = position + 1
        if after == POINT:
            # 삼점일사; with a blank also 영점 이, 육십사점 오, but 이십삼점 이 may be "this"
            this = SINO[syllable] != 0 and self.text[position + 3 : position + 4] == _THIS
            apart = self.text[position + 2 : position + 3] == " " and not this
            decimals = position + 2 + apart
            self._take_sino_decimals(decimals, decimals > position + 2)
        return True

    def _take_sino_decimals(self, position: int, spaced: bool) -> None:
        digits = ""
        while position < self.end and self.text[position] in SINO:
            digits += str(SINO[self.text[position]])
            position += 1
        if digits and not (spaced and is_hangul(self.text[position : position + 1])):
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
