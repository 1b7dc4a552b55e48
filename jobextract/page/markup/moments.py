"""When an HTML page says that its article came out, as its tags and data write that: with an offset, as digits, for machines."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime

import regex

from .. import timestamps

#: day and time in digits, and seconds or milliseconds since 1970
_DIGITS = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
_SECONDS, _MILLISECONDS = 10, 13
_NAMED_DAY = regex.compile(r"[A-Z][a-z]{2},? \d{1,2} [A-Z][a-z]{2,8} \d{4} ")
_SHOWN = regex.compile(
    r"""<(?:span|time|em|p)\b[^<>]{0,300}?\b(?:data-date-time|datetime)=["']([^"'<>]{8,40})["']""", regex.I
)
_MINUTE, _DAY = len("2024-03-12T09:30"), len("2024-03-12")


def published(told: str | None, page: str, lines: Iterable[str]) -> str | None:
    """ISO 8601 of what the page's data tell, else of the first moment that one of its tags carries for its script.

    ``lines`` are those of its text that show its date: a tag that tells of another day is of something else.
    """
    shown = [stamp.value for line in lines for stamp in timestamps.stamps(line)]
    if told and (value := moment(told, shown)):
        return value
    match = _SHOWN.search(page)
    value = moment(match[1], shown) if match else None
    return value if value and (not shown or any(one[:_DAY] == value[:_DAY] for one in shown)) else None


def moment(told: str, shown: Iterable[str] = ()) -> str | None:
    """ISO 8601 in Korean time of a stamp; a page that calls its own time that of Greenwich shows it as it stands there."""
    told = told.strip()
    given = _of_machines(told)
    if given is None or given.tzinfo is None:
        found = timestamps.stamps(told) if given is None else ()
        return _iso(given) if given else found[0].value if found else None
    own = given.replace(tzinfo=None)
    plain = any(one == own.isoformat()[: len(one)] for one in shown if len(one) >= _MINUTE)
    return _iso(own if plain else timestamps.korean_time(given), timed=True)


def _of_machines(told: str) -> datetime | None:
    """The moment that digits, a stamp of letters or an ISO one of another zone tells; None where it is written otherwise."""
    with suppress(ValueError, OverflowError, OSError):
        if told.isascii() and told.isdigit():
            if len(told) in _DIGITS:
                return datetime.strptime(told, _DIGITS[len(told)])
            since = {_SECONDS: int(told), _MILLISECONDS: int(told) / 1000}.get(len(told))
            return None if since is None else datetime.fromtimestamp(since, timestamps.KOREA)
        if _NAMED_DAY.match(told):
            return parsedate_to_datetime(told)
        given = datetime.fromisoformat(told)
        return given if given.tzinfo and given.utcoffset() != timestamps.KOREA.utcoffset(None) else None
    return None


def _iso(value: datetime, timed: bool = False) -> str:
    if not (timed or value.hour or value.minute or value.second):
        return value.date().isoformat()
    return value.replace(microsecond=0, tzinfo=None).isoformat(timespec="seconds" if value.second else "minutes")
