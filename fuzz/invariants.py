"""What holds of every result, whatever the input: checked by the fuzzer and by the tests that make inputs up."""

from __future__ import annotations

import json
import re
from datetime import date, time
from functools import lru_cache
from itertools import pairwise

import msgspec
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from jsonschema import Draft202012Validator

import jobextract
from jobextract.io import records
from jobextract.io.schema import record_schema
from jobextract.model import Extraction, Mention

_CLOCK = re.compile(r"T(\d\d:\d\d(?::\d\d)?)")
_STAMP = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?")
SCHEMA = Draft202012Validator(record_schema())


class BrokenError(AssertionError):
    """An invariant that does not hold, and where."""


def holds(condition: object, what: str) -> None:
    if not condition:
        raise BrokenError(what)


@lru_cache(maxsize=1 << 14)
def is_period(period: str) -> bool:
    """Whether the period is valid: EDTF with real days and years from 1, or ISO 8601 where it tells a time of day."""
    for side in period.split("/"):
        day, clock, moment = side.partition("T")
        if clock and moment != "24:00":  # which ISO 8601 knows as the end of a day
            try:
                time.fromisoformat(moment)
            except ValueError:
                return False
        bare = day.rstrip("~?%")
        if re.fullmatch(r"\d{4}-\d\d-\d\d", bare):
            try:
                date.fromisoformat(bare)
            except ValueError:
                return False
        if bare.startswith("0000"):
            return False
    if "T" in period:
        return all(side == ".." or side.startswith("T") or _STAMP.fullmatch(side) for side in period.split("/"))
    try:
        parse_edtf(period)
    except EDTFParseException:
        return False
    first, slash, last = period.partition("/")
    if slash and ".." not in (first, last):
        size = min(len(first.rstrip("~")), len(last.rstrip("~")))
        return first[:size] <= last[:size]
    return True


def _no_number(word: str) -> None:
    raise BrokenError(f"{word} is no number of JSON")


def check_mentions(text: str, found: list[Mention]) -> None:
    """In reading order, none over another, each as written, its ends in order and its period valid."""
    for one in found:
        holds(0 <= one.start < one.end <= len(text) and text[one.start : one.end] == one.text, f"place of {one}")
        holds(one.low is None or one.high is None or one.low <= one.high, f"ends of {one}")
        holds(all(n is None or n.is_finite() for n in (one.value, one.low, one.high)), f"value of {one}")
        holds(one.period is None or is_period(one.period), f"period of {one}")
    holds(all(a.end <= b.start for a, b in pairwise(found)), f"order of {[one.text for one in found]}")


def check_extraction(made: Extraction) -> bytes:
    """Everything that is promised of an extraction; its records as JSON Lines."""
    text, source = made.source.text, made.source
    lines = records.jsonl(made.records)
    for line, record in zip(lines.splitlines(), made.records, strict=True):
        row = json.loads(line, parse_constant=_no_number)
        SCHEMA.validate(row)
        place = f"{record.text!r} at {record.start} of {source.name}"
        holds(text[record.start : record.end] == record.text and record.text, f"place of {place}")
        holds(record.text in record.sentence, f"the sentence of {place} does not hold it: {record.sentence!r}")
        holds(record.id == f"{source.digest}:{record.start}-{record.end}", f"id of {place}")
        holds(record.period is None or is_period(record.period), f"period {record.period!r} of {place}")
        holds(record.year is None or 1 <= record.year <= 9999, f"year {record.year} of {place}")
        holds(record.low is None or record.high is None or record.low <= record.high, f"ends of {place}")
        holds(record.published is None or _STAMP.fullmatch(record.published), f"published {record.published!r}")
    holds(all(a.start < b.start for a, b in pairwise(made.records)), f"order of records of {source.name}")
    ids = {record.id for record in made.records}
    holds(len(ids) == len(made.records), "ids are not unique")
    holds(all(record.same_as is None or record.same_as in ids for record in made.records), "same_as names no record")
    check_lines(made)
    whole = json.loads(records.document(made, made.records))
    holds(len(whole["records"]) == len(made.records), "document")
    for row in (*made.articles, *made.checks):
        msgspec.json.encode(row)
    records.csv_rows(made.records)
    return lines


def check_lines(made: Extraction) -> None:
    """The lines are those of the text, each once and in order."""
    spans = [(line.start, line.end) for line in made.lines]
    holds(all(a < b for (_, a), (b, _) in pairwise(spans)), "lines overlap")
    texts = [made.source.text[start:end] for start, end in spans]
    holds("\n".join(texts).rstrip("\n") == made.source.text.rstrip("\n"), "lines are not those of the text")


def check_text(text: str, published: str | None = None) -> None:
    """An extraction and the plain mentions of a text, made twice: the same bytes."""
    made = jobextract.extract(text, published, timeout=120)
    lines = check_extraction(made)
    holds(lines == records.jsonl(jobextract.extract(text, published).records), "another time gives other bytes")
    check_mentions(text, jobextract.mentions(text, published))
