"""When an article came out and when it was changed, in the layouts of Korean news pages, as ISO 8601.

Labels: 입력, 기사입력, 등록, 승인, 작성, 송고, 게시, 발행, 게재 (published); 수정, 최종수정, 업데이트 (updated), before or after the date.
Dates: 2024.01.12, 2024-1-12, 2024/01/12, 2024. 1. 12., 2024년 1월 12일, 24.01.12 after a label, Oct 21. 2024, 21 Oct 2024.
Times: 09:10, 09:10:01, 오후 4:05, (19:02), 19시 02분, T09:10:01+09:00.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

import regex

from ..korean.word_lists import pattern, regex_pattern, words

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}

_WHEN = regex_pattern("timestamps.when")
_LABEL = pattern("timestamps.label")
_LABELLED = pattern("timestamps.labelled")
_LETTER = regex_pattern("timestamps.letter")
_FILLER = regex.compile(r"[\s:：|·ㆍ/,()\[\]<>•\-–~.]*+")
_LABELS_ONLY = pattern("timestamps.label_only")
_COUNTS = regex_pattern("timestamps.counts")
_EDGES = regex.compile(r"\A[\s:：|·ㆍ/,()\[\]<>•\-–~.]+|[\s:：|·ㆍ/,(\[\]<>•\-–~.]+\Z")
_YEAR = pattern("timestamps.year")
_AFTERNOON = words("timestamps.afternoon")
_LONGEST = 160
#: full-width figures and signs of dates, at the same offsets
_TO_ASCII = str.maketrans("０１２３４５６７８９．－／：（）", "0123456789.-/:()")
KOREA = timezone(timedelta(hours=9))


class Stamp(NamedTuple):
    """A date with its part in the article: ``published``, ``updated`` or, without a label, ``bare``."""

    role: str
    value: str
    start: int
    end: int


def stamps(line: str) -> tuple[Stamp, ...]:
    """The dates of a line of metadata, each with the label before it, or after it where the line ends so."""
    if len(line) > _LONGEST:
        return ()
    plain = line if line.isascii() else line.translate(_TO_ASCII)
    return _stamps(plain) if _YEAR.search(plain) else ()


# several readers ask for the dates of one line
@lru_cache(maxsize=1024)
def _stamps(line: str) -> tuple[Stamp, ...]:
    found: list[Stamp] = []
    for match in _WHEN.finditer(line):
        value = _iso(match)
        if value:
            floor = found[-1].end if found else 0
            found.append(Stamp(_role(line, floor, match), value, match.start(), match.end()))
    return tuple(found)


def korean_time(value: datetime) -> datetime:
    """The moment as clocks in Korea show it, without a time zone; one that has none is taken to be so."""
    if value.tzinfo is None:
        return value
    try:
        return value.astimezone(KOREA).replace(tzinfo=None)
    except OverflowError:  # past the first or the last day that a calendar holds
        return value.replace(tzinfo=None)


def moment(value: str | date, what: str) -> str:
    """A date that a caller gives, as ISO 8601 in Korean time. Raises ValueError that says ``what`` it was given for."""
    try:
        given = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        given = None
    if isinstance(given, datetime):
        timed = not isinstance(value, str) or "T" in value or ":" in value
        moment = korean_time(given).replace(microsecond=0)
        return (
            moment.isoformat(timespec="seconds" if moment.second else "minutes") if timed else given.date().isoformat()
        )
    if isinstance(given, date):
        return given.isoformat()
    raise ValueError(f"{what} is {value!r}, no date; write it as 2024-01-12 or 2024-01-12T09:10")


def only_label(line: str) -> str | None:
    """``published`` or ``updated`` where the line is such a label and nothing else (its date stands below), or None."""
    if not _LABELS_ONLY.fullmatch(line):
        return None
    label = _LABEL.match(line)
    return "updated" if label and label["updated"] else "published"


def rest(line: str) -> str:
    """What the line says beside its dates, their labels and counts of readers; the empty text where it has no date."""
    found = stamps(line)
    if not found:
        return ""
    kept, at = [], 0
    for stamp in found:
        kept.append(line[at : stamp.start])
        at = stamp.end
    kept.append(line[at:])
    return _EDGES.sub("", _COUNTS.sub(" ", _LABEL.sub(" ", " ".join(kept))))


def cut(line: str, filler: str) -> str:
    """The line with ``filler`` in place of its dates, of their labels and of counts of readers."""
    found, kept, at = stamps(line), [], 0
    for stamp in found:
        kept.append(line[at : stamp.start])
        at = stamp.end
    kept.append(line[at:])
    return _COUNTS.sub(filler, _LABELLED.sub(filler, filler.join(kept)))


def _filled(line: str, at: int) -> int:
    """Where the blanks and signs at a place end."""
    filler = _FILLER.match(line, at)
    return filler.end() if filler else at


def _role(line: str, floor: int, match: regex.Match[str]) -> str:
    before = line[max(floor, match.start() - 14) : match.start()]
    labels = list(_LABEL.finditer(before))
    if labels and not _LETTER.search(before, labels[-1].end()):
        return "updated" if labels[-1]["updated"] else "published"
    after = _LABEL.match(line, _filled(line, match.end()))
    if after and not _WHEN.match(line, _filled(line, after.end())):
        return "updated" if after["updated"] else "published"
    return "bare"


def _iso(match: regex.Match[str]) -> str | None:
    year = int(match["year"] or match["year2"] or match["year3"])
    name = (match["name"] or match["name3"] or "").lower()
    month = int(match["month"]) if match["month"] else _MONTHS.get(name, 0)
    day = int(match["day"] or match["day2"] or match["day3"])
    try:
        value = date(year + 2000 if year < 100 else year, month, day).isoformat()
        return value if match["hour"] is None else f"{value}T{_clock(match)}"
    except ValueError:
        return None


def _clock(match: regex.Match[str]) -> str:
    hour, half = int(match["hour"]), (match["half"] or match["late"] or "").lower()
    if half in _AFTERNOON or half.startswith("p"):
        hour += 12 if hour < 12 else 0
    elif half and hour == 12:
        hour = 0
    clock = time(hour % 24, int(match["minute"]), int(match["second"] or 0))
    return clock.isoformat("seconds" if match["second"] else "minutes")
