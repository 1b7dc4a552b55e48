"""Exact values as people take them in."""

from __future__ import annotations

from decimal import Decimal

from ..io.records import plain
from ..model import Record

BOUND_SIGN = {"min": "≥ ", "over": "> ", "max": "≤ ", "under": "< ", "upto": "→ "}
CHANGE_SIGN = {"increase": "↑ ", "decrease": "↓ "}


def value(record: Record) -> str:
    """The exact value as a reader takes it in: ``14,101 개``, ``28–29 %``, ``≥ 2 배``, ``≈ 3,200 명``, ``↑ 2.2 %p``."""
    number = _range(record)
    if not number:
        return ""
    sign = CHANGE_SIGN.get(record.change or "", "") + ("≈ " if record.approx else "")
    return f"{sign}{number} {record.unit or ''}".rstrip()


def _range(record: Record) -> str:
    bound = BOUND_SIGN.get(record.bound or "", "")
    if record.value is not None:
        return bound + grouped(record.value)
    if record.low is not None and record.high is not None:
        return f"{bound}{grouped(record.low)}–{grouped(record.high)}"
    end = record.low if record.low is not None else record.high
    return bound + grouped(end) if end is not None else ""


def grouped(number: Decimal) -> str:
    """The number in digits, by thousands: ``54,700,000,000``."""
    whole, point, rest = plain(number).partition(".")
    return f"{int(whole):,}{point}{rest}" if int(whole) else whole + point + rest
