"""The present year as the end of a length that the text tells: since a year or a month, until a year, years counted up to it."""

from __future__ import annotations

from itertools import pairwise

import regex

from ...korean.word_lists import regex_pattern
from ..dates import century_of
from .words import LEAD, RELATIVE_WORD, YEAR

_SINCE, _MONTH = regex_pattern("reference_year.since"), regex_pattern("reference_year.month")
_FIRST_SINCE = regex_pattern("reference_year.first_since")
_TOLD_NOW, _OTHER_TIME = regex_pattern("reference_year.told_now"), regex_pattern("reference_year.other_time")
_LAST_YEAR, _NEXT_YEAR = regex_pattern("reference_year.last_year"), regex_pattern("reference_year.next_year")
_LASTING = regex_pattern("reference_year.lasting")
_WHOLE, _SHARED_OUT = regex_pattern("reference_year.whole"), regex_pattern("reference_year.shared_out")
_COMING = regex_pattern("reference_year.coming")
_AGO, _NOW = regex_pattern("reference_year.years_ago"), regex_pattern("reference_year.now_told")
_AGAINST, _SPANS = regex_pattern("reference_year.against"), regex_pattern("reference_year.spans")
_DECEMBER, _EARLY = 12, 2
#: years up to which a length of them is told exactly
_FEW_YEARS = 9


def since(texts: list[str]) -> set[int]:
    """2012년 1월 이후 9년 9개월 만에: the year in which the length ends, told of no other time than the article's own."""
    found: set[int] = set()
    for before, sentence in pairwise(["", *texts]):
        named = len(YEAR.findall(sentence))
        if named > 1 or _OTHER_TIME.search(sentence):
            continue
        for match in _SINCE.finditer(sentence):
            if named != (match["short"] is None):
                continue
            if match["rough"]:
                year = _reached(texts[0], sentence, match)
            else:
                year = _ends(before, sentence, match) if match["month"] else _ends_in_year(sentence, match)
            found |= {year} if year else set()
    return found


def _reached(headline: str, sentence: str, match: regex.Match[str]) -> int | None:
    """2012년 10월 이후 5년여 만에, told of the one month that the sentence or the headline names: its year within the twelve months that
    such a length may reach."""
    if not match["month"] or not match["years"] or match["about"] or match["months"] or _LAST_YEAR.search(sentence):
        return None
    since = int(match["month"])
    months = _months(sentence) - {since} or _months(headline)
    if len(months) != 1:
        return None
    return _first(match) + int(match["years"]) + (min(months) < since)


def _months(sentence: str) -> set[int]:
    return {int(found[1]) for found in _MONTH.finditer(sentence)}


def _first(match: regex.Match[str]) -> int:
    """The year that a length begins in."""
    return int(match[1]) if match[1] else century_of(int(match["short"]))


def told_ago(texts: list[str]) -> set[int]:
    """3년 전인 2022년, told of 올해 and of no other year."""
    return {
        int(match[1]) + int(match[2])
        for sentence in texts
        if _TOLD_NOW.search(sentence) and not _LAST_YEAR.search(sentence) and len(YEAR.findall(sentence)) == 1
        for match in _AGO.finditer(sentence)
    }


def set_against(texts: list[str]) -> set[int]:
    """올 1분기, set against 2016년 1분기 as the one year of its sentence, in an article that tells in its lead, or more than once, what two
    years have changed and that counts no other number of years."""
    told = [number for text in texts for number in _numbers(text)]
    if len(set(told)) != 1 or max(told) > _FEW_YEARS or not (len(told) > 1 or any(map(_numbers, texts[:LEAD]))):
        return set()
    return {
        int(match[1]) + told[0]
        for sentence in texts
        if len(set(YEAR.findall(sentence))) == 1
        for match in _AGAINST.finditer(sentence)
        if match["part"] in {now["part"] for now in _NOW.finditer(sentence)}
    }


def _numbers(sentence: str) -> list[int]:
    """The numbers of years, more than one, over which a sentence tells of a change."""
    return [int(found["years"]) for found in _SPANS.finditer(sentence) if int(found["years"]) > 1]


def _ends(before: str, sentence: str, match: regex.Match[str]) -> int | None:
    """The year of a length that is told from a month on, or None where the month that it leads to is not the one told.

    Told of 지난해 11월, here or in the sentence before, it leads to the year before this. What it leads to in December may be told in
    January, of the month before; what is about to be done early in a year, late in the last.
    """
    if match["about"] or not (match["years"] or match["months"]):
        return None
    count = 12 * (_first(match) + int(match["years"] or 0)) + int(match["month"]) - 1 + int(match["months"] or 0)
    year, month = count // 12, count % 12 + 1
    last = _LAST_YEAR.search(sentence)
    if last or month in _months_of_last_year(before):
        return year + 1 if last is None or month in _months_of_last_year(sentence) else None
    months = {int(found[1]) for found in _MONTH.finditer(sentence)} - {int(match["month"])}
    if months and month not in months:
        return None
    if _TOLD_NOW.search(sentence):
        return year
    return year if month < _DECEMBER and (month > _EARLY or not _COMING.search(sentence)) else None


def _months_of_last_year(sentence: str) -> set[int]:
    return {int(found["part"].strip()[:-1]) for found in _LAST_YEAR.finditer(sentence) if found["part"]}


def _ends_in_year(sentence: str, match: regex.Match[str]) -> int | None:
    """The year of a length of whole years that is told of 올해, of a month or of 지난해."""
    if match["about"] or match["months"] or not match["years"]:
        return None
    year, last = _first(match) + int(match["years"]), _LAST_YEAR.search(sentence)
    if last:
        plain = last.end() < match.start() and not last["part"] and not last["other"]
        return year + 1 if plain and not _TOLD_NOW.search(sentence) else None
    months = {int(found[1]) for found in _MONTH.finditer(sentence)}
    return year if _TOLD_NOW.search(sentence) or (months and max(months) < _DECEMBER) else None


def first_since(texts: list[str]) -> set[int]:
    """2021년 이후 4년 만이다, of what has happened: told in a lead that names no other year and tells neither of the last nor of the next."""
    if any(_LAST_YEAR.search(sentence) or _NEXT_YEAR.search(sentence) for sentence in texts[:LEAD]):
        return set()
    return {
        int(match[1]) + int(match[2])
        for sentence in texts[:LEAD]
        if len(YEAR.findall(sentence)) == 1 and not RELATIVE_WORD.search(sentence)
        for match in _FIRST_SINCE.finditer(sentence)
    }


def shared_out(texts: list[str]) -> set[int]:
    """2027년까지 40곳을 짓는다. 올해 10곳, 내년 30곳이다: the next year is the last, for the two make up the whole."""
    found: set[int] = set()
    for number, sentence in enumerate(texts):
        parts = _SHARED_OUT.search(sentence)
        if parts is None:
            continue
        for whole in _WHOLE.finditer(" ".join(texts[max(0, number - 1) : number + 1])):
            if _number(whole[2]) == _number(parts[1]) + _number(parts[2]):
                found.add(int(whole[1]) - 1)
    return found


def lasting(texts: list[str]) -> set[int]:
    """2019년, 2020년 2년간 … 올해에도: the year behind the last of those that are counted."""
    found = (match for sentence in texts for match in _LASTING.finditer(sentence))
    return {int(m[2]) + 1 for m in found if int(m[2]) - int(m[1]) + 1 == int(m[3])}


def _number(digits: str) -> int:
    return int(digits.replace(",", "") or 0)
