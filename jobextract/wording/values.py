"""Exact values as people take them in: in full, and short as they are written."""

from __future__ import annotations

from decimal import Decimal

from ..model import Record
from .words import Language

BOUND_SIGN = {"min": "≥ ", "over": "> ", "max": "≤ ", "under": "< ", "upto": "→ "}
CHANGE_SIGN = {"increase": "↑ ", "decrease": "↓ "}
#: the steps by which Korean and English count large numbers
_STEPS = {
    "ko": ((12, "조"), (8, "억"), (4, "만")),
    "en": ((12, " trn"), (9, " bn"), (6, " m")),
}
#: numbers from here on are short; a sum of money is at 만 already
_LONG = {"ko": 8, "en": 7}
#: how a unit is called in Korean; what is not named here is written as it stands
_CALLED = {
    "KRW": " 원", "USD": " 달러", "JPY": " 엔", "EUR": " 유로", "CNY": " 위안", "GBP": " 파운드",
    "year": "년", "month": "개월", "week": "주", "day": "일", "quarter": "분기", "hour": "시간", "minute": "분", "second": "초",
    "m2": "㎡", "m3": "㎥", "km2": "㎢", "Cel": "℃", "%p": "%p", "%": "%",
}  # fmt: skip

#: years of a decade of ages behind its first, which is what it is called by: 30대 is 30 to 39
_REST_OF_DECADE = 9
_TIMES = frozenset(("year", "quarter", "month", "week", "day", "hour", "minute", "second"))
#: kinds whose units are codes, not the words of the text
_CODED = frozenset(("money", "duration", "time", "measure", "percent", "age"))


def plain(number: Decimal) -> str:
    """The number in digits, without an exponent and without zeros that say nothing: ``1E+4`` as ``10000``."""
    digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def value(record: Record, language: Language = "en") -> str:
    """The exact value as a reader takes it in: ``14,101 개``, ``28–29 %``, ``≥ 2 배``, ``≈ 3,200 명``, ``10,420 KRW``.

    In Korean units that are codes have their names: ``10,420 원``; in English those of time are many: ``18 years``.
    """
    number = _range(record, grouped)
    unit = unit_said(record.unit, language) or ""
    several = "s" if language == "en" and unit in _TIMES and number != "1" else ""
    return f"{_signs(record)}{number} {unit}{several}".rstrip() if number else ""


def short(record: Record, language: Language) -> str:
    """The value as people write it: ``412억 원``, ``14,101개``, ``≥ 2배``; in English ``KRW 41.2 bn``."""
    number = _range(record, lambda each: abbreviated(each, record.unit, language))
    return f"{_signs(record)}{called(number, record.unit, language)}" if number else ""


def _signs(record: Record) -> str:
    return CHANGE_SIGN.get(record.change or "", "") + ("≈ " if record.approx else "")


def _range(record: Record, written) -> str:
    bound = BOUND_SIGN.get(record.bound or "", "")
    if record.value is not None:
        return bound + written(record.value)
    if record.low is not None and record.high is not None:
        decades = record.kind == "age" and record.unit not in _TIMES
        last = record.high - _REST_OF_DECADE if decades else record.high
        return bound + (written(last) if last == record.low else f"{written(record.low)}–{written(last)}")
    end = record.low if record.low is not None else record.high
    return bound + written(end) if end is not None else ""


def grouped(number: Decimal) -> str:
    """The number in digits, by thousands: ``54,700,000,000``."""
    whole, point, rest = plain(number).partition(".")
    return f"{int(whole):,}{point}{rest}" if int(whole) else whole + point + rest


def abbreviated(number: Decimal, unit: str | None, language: Language) -> str:
    """Two steps at most: ``3조 5,000억``, ``1,200만``, in English ``3.5 trn``; what would be lost by it stays in the value.

    Numbers that are read at one glance (14,101) stay as they are.
    """
    digits = len(plain(abs(number)).partition(".")[0])
    if language == "ko" and digits > 5 and not number % 10_000:
        return _by_myriads(number)
    if digits <= (4 if language == "ko" and unit in _CALLED and unit.isupper() else _LONG[language] - 1):
        return grouped(number)
    return _by_myriads(number) if language == "ko" else _by_thousands(number)


def _by_myriads(number: Decimal) -> str:
    rest, said = abs(number), []
    for power, name in _STEPS["ko"]:
        step = Decimal(10) ** power
        count, rest = rest // step, rest % step
        if count:
            said.append(f"{int(count):,}{name}")
    sign = "-" if number < 0 else ""
    if len(said) < 2 and rest:
        said.append(grouped(rest))
    return sign + " ".join(said[:2])


def _by_thousands(number: Decimal) -> str:
    for power, name in _STEPS["en"]:
        if abs(number) >= Decimal(10) ** power:
            scaled = (number / Decimal(10) ** power).quantize(Decimal("0.01"))
            return f"{grouped(scaled)}{name}"
    return grouped(number)


def called(number: str, unit: str | None, language: Language) -> str:
    """The number with its unit as the language writes it: ``60%``, ``412억 원``, ``KRW 41.2 bn``."""
    if not unit or not number:
        return number
    if language == "en":
        return _in_english(number, unit)
    if unit in _CALLED:
        return number + (_CALLED[unit].strip() if number[-1].isdigit() else _CALLED[unit])
    return f"{number} {unit}" if unit.isascii() else f"{number}{unit}"


def _in_english(number: str, unit: str) -> str:
    if len(unit) == 3 and unit.isascii() and unit.isupper():
        return f"{unit} {number}"
    if unit == "%":
        return f"{number}%"
    return f"{number} {unit}s" if unit in _TIMES and number != "1" else f"{number} {unit}"


def unit_said(unit: str | None, language: Language) -> str | None:
    """A unit as a column of a table names it: ``KRW`` and ``month`` are 원 and 개월 in Korean."""
    return _CALLED[unit].strip() if unit in _CALLED and language == "ko" else unit


def unit_meant(said: str | None, kind: str | None) -> str | None:
    """The way back from ``unit_said``; a counter stays what it is (세 분, 주식 열 주)."""
    codes = {called.strip(): unit for unit, called in _CALLED.items()}
    return codes.get(said, said) if said and kind in _CODED else said
