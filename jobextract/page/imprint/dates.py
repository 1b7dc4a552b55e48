"""When an article came out and when it was changed, by the lines of its page.

A label decides; a bare date counts only between headline and text. Where no such line has one: a labelled date among what
stands over the headline, the head of the paper's page (제742호 2025년 8월 14일), the day of a sitting in its minutes, a day with
two digits of the year, a labelled date at the foot or a day alone there, the one day over the headline, the page's clock right over
it, the day of the last change, a clock further up whose day the article opens with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from itertools import takewhile
from typing import NamedTuple

import regex

from ...korean.word_lists import pattern
from ...korean.word_lists import words as words_of
from ...model import Line
from .. import bylines, timestamps
from .extent import Extent, words

_EDITION, _SESSION = pattern("issues.edition"), pattern("issues.session")
_SHOWN, _SHORT = pattern("issues.shown"), pattern("issues.short")
_FULL_YEAR, _RECENT = pattern("issues.full_year"), pattern("issues.recent")
_OTHER, _CLOCK = pattern("issues.other_days"), pattern("issues.clock")
_ADDRESS, _RELATED = pattern("issues.address"), pattern("issues.related")
_SENT, _TOLD_DAY = pattern("issues.sent"), pattern("issues.told_day")
(_WEEKDAY,) = words_of("issues.weekday")
_PIECES = regex.compile(r"\s*[|ㅣ│]\s*|\s{2,}|\t|\s[·・ㆍ/]\s|(?<=\))\s")
_LONGEST, _FEW, _BEHIND = 90, 24, 3
#: lines between headline and a clock that dates it: further up it stands among a site's menus and tells when the page was looked at
_RIGHT_OVER = 2
#: lines that an article opens with, in which a day of the month fixes whose day a clock tells
_OPENING = 3
_PLACES = ("meta", "boilerplate", "title")
#: how far a year of two digits may lie before and behind the whole years that a page names
_BEFORE, _AFTER = 5, 3


class Times(NamedTuple):
    """ISO 8601; ``shared`` where the date stands over the headline, and so holds for all articles below it."""

    published: str | None = None
    updated: str | None = None
    shared: bool = False


def times(text: str, extent: Extent) -> Times:
    """What the page says of the article's dates."""
    found = _told(text, extent)
    published, line = found.get("published", (None, 0))
    if published is None:
        published, line = next(_beside(text, extent), (None, 0))
    return Times(published, found.get("updated", (None, 0))[0], 0 < line < extent.first)


def inherited(several: list[Times]) -> list[Times]:
    """The dates of a page's articles, those without one with the date that stands over the articles above them."""
    found, over = [], None
    for one in several:
        over = one.published if one.shared else over
        found.append(one if one.published else one._replace(published=over))
    return found


def _told(text: str, extent: Extent) -> dict[str, tuple[str, int]]:
    """The dates of the metadata, each with the number of its line."""
    found: dict[str, tuple[str, int]] = {}
    over: dict[str, tuple[str, int]] = {}  # bare dates over the headline, which give way to a labelled one below
    label: str | None = None
    for line in extent.near():
        if line.role == "blank" or (line.rule == "page.clock" and line.number < extent.first):
            continue
        content = words(text, line)
        trailing = line.number > extent.last
        if line.role == "meta" or (trailing and line.role == "boilerplate" and _SENT.search(content)):
            for stamp in timestamps.stamps(content):
                role = stamp.role if stamp.role != "bare" else label or ("published" if not trailing else "")
                bare = stamp.role == "bare" and label is None and line.number < extent.headline()
                if role:
                    (over if bare else found).setdefault(role, (stamp.value, line.number))
            label = timestamps.only_label(content)
        elif line.parts and line.parts[0].rule == "glued.date":
            for stamp in timestamps.stamps(text[line.parts[0].start : line.parts[0].end]):
                found.setdefault("published" if stamp.role == "bare" else stamp.role, (stamp.value, line.number))
    return over | found


def _beside(text: str, extent: Extent) -> Iterator[tuple[str, int]]:
    """The dates that stand elsewhere, the plainest kind first."""
    near = [line for line in extent.near() if line.role != "blank" and line.end - line.start <= _LONGEST]
    top, headline = extent.top, extent.headline()
    over = [line for line in near if line.number < top]
    under = [line for line in near if headline < line.number <= top]
    behind = [line for line in near if extent.last < line.number][:_BEHIND]
    signed = len(list(takewhile(lambda line: line.role == "meta", behind)))
    foot = [*(line for line in near if line.number == extent.last > top), *behind[: signed + 1]]
    years = _years(text, extent)
    for lines, reads in (
        (over, partial(_shortened, years=years)),
        (over, _labelled),
        (under, _placed),
        (over, _numbered),
        (over, _sat),
        (near, _closing),
        (behind, _signed_off),
        (foot, partial(_alone, years=years)),
    ):
        for at, line in enumerate(lines):
            above = words(text, lines[at - 1]) if at else ""
            value = reads(words(text, line), above, line)
            if value is not None and not (line.rule or "").startswith("list."):
                yield value, line.number
    heads = [(day, line.number) for line in over if line.number < headline and (day := _heading(text, line))]
    if len(heads) == 1:
        yield heads[0]
    else:
        yield from ((day, line.number) for line in _right_over(near, headline) if (day := _clocked(text, line)))
    yield from _addressed(text, extent)
    if not heads:
        yield from ((stamp.value, line.number) for line in (*over, *behind) for stamp in _changed(text, line))
    told = _told_days(text, extent)
    yield from ((day, line.number) for line in over for day in _agreeing(text, line, told))


def _heading(text: str, line: Line) -> str | None:
    """The day at the head of a letter or a paper, alone or with a number; a page's clock tells when it was looked at."""
    content = words(text, line)
    clock = line.rule == "page.updated" or (line.rule == "page.clock" and line.role != "meta")
    if (
        clock
        or _CLOCK.search(content)
        or line.role not in _PLACES
        or _OTHER.search(content)
        or len(timestamps.rest(content)) > _FEW
    ):
        return None
    stamps = timestamps.stamps(content)
    return stamps[0].value if len(stamps) == 1 and stamps[0].role == "bare" else None


def _right_over(near: list[Line], headline: int) -> list[Line]:
    """The last lines over the headline, the nearest first."""
    return [line for line in near if line.number < headline][: -_RIGHT_OVER - 2 : -1]


def _clocked(text: str, line: Line) -> str | None:
    """The day of a line that is nothing but a day with its weekday: at the head of a letter or a paper it is that of publication.

    So it is where the weekday is written out; a short one, 2024.03.05 (화), tells when the page was looked at.
    """
    content = words(text, line)
    stamps = timestamps.stamps(content) if line.rule == "page.clock" and _WEEKDAY in content else ()
    return stamps[0].value[: len("2024-03-05")] if len(stamps) == 1 else None


def _told_days(text: str, extent: Extent) -> frozenset[int]:
    """The days of a month, named without it, that the article opens with: 시는 9일 밝혔다."""
    opening = [words(text, line) for line in extent.near() if line.number >= extent.top][:_OPENING]
    return frozenset(int(match["day"]) for content in opening for match in _TOLD_DAY.finditer(content))


def _agreeing(text: str, line: Line, told: frozenset[int]) -> Iterator[str]:
    """The day of a clock, which may tell when the page was looked at, where the article tells of that day or the one before."""
    content = words(text, line)
    stamps = timestamps.stamps(content) if line.rule == "page.clock" or _CLOCK.search(content) else ()
    for stamp in stamps if len(stamps) == 1 else ():
        day = date.fromisoformat(stamp.value[: len("2024-03-05")])
        if not told.isdisjoint((day.day, (day - timedelta(days=1)).day)):
            yield day.isoformat()


def _addressed(text: str, extent: Extent) -> Iterator[tuple[str, int]]:
    """The day in the address of the page, which stands alone beside the headline or behind the text; none where several disagree."""
    near = [line for line in extent.near() if line.role != "blank"]
    headline = extent.headline()
    over = [line for line in near if line.number < headline][-_RIGHT_OVER - 1 :]
    under = [line for line in near if headline < line.number < extent.top][: _RIGHT_OVER + 1]
    behind = [line for line in near if line.number >= max(extent.last, extent.top)][: _BEHIND + 1]
    own = takewhile(lambda line: not _RELATED.search(words(text, line)), behind)
    found = [(day, line.number) for line in (*over, *under, *own) if (day := _day_of_address(words(text, line)))]
    if len({day for day, _ in found}) == 1:
        yield found[0]


def _day_of_address(content: str) -> str | None:
    match = _ADDRESS.fullmatch(content)
    return _moment(f"{match['year']}-{match['month']}-{match['day']}", "") if match else None


def _changed(text: str, line: Line) -> tuple[timestamps.Stamp, ...]:
    """When the article was last changed, where the page does not say when it came out."""
    return timestamps.stamps(words(text, line)) if line.role == "meta" and line.rule != "page.clock" else ()


def _shortened(content: str, above: str, line: Line, years: frozenset[int]) -> str | None:
    if line.role not in _PLACES:
        return None
    return next((moment for piece in _PIECES.split(content) if (moment := _short(piece, years))), None)


def _short(piece: str, years: frozenset[int]) -> str | None:
    """A day with two digits of the year; 12/10/8 is none, nor is 31.12.24 on a page of 2024."""
    match = _SHORT.fullmatch(piece)
    if match is None:
        return None
    hour, minute = match["hour"], match["minute"]
    plain = bool(match["mark"] or match["weekday"] or hour)
    padded = len(match["month"]) == len(match["day"]) == 2 or match["stop"]
    if not (plain or padded) or not (_timely(match, years, plain) if years else plain or _RECENT.match(match["year"])):
        return None
    clock = f"{int(hour):02d}:{minute}" if hour else ""
    return _moment(f"20{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}", clock)


def _years(text: str, extent: Extent) -> frozenset[int]:
    """The years that its part of the page names whole, or in a day with its time."""
    found = _FULL_YEAR.finditer(extent.whole(text))
    return frozenset(int(match["year"] or match["claimed"] or f"20{match['short']}") for match in found)


def _timely(match: re.Match[str], years: frozenset[int], plain: bool) -> bool:
    """Whether the first two digits are a year of the page's time, and not the last ones: 31.12.24."""
    first, last = 2000 + int(match["year"]), 2000 + int(match["day"])
    if first > max(years) + _AFTER or (first not in years and last in years):
        return False
    return plain or first >= min(years) - _BEFORE


def _labelled(content: str, above: str, line: Line) -> str | None:
    """A date behind such a label, or on a line of its own under one."""
    stamps = timestamps.stamps(content)
    if line.role not in _PLACES or line.rule == "page.updated":
        return None
    told = next((stamp.value for stamp in stamps if stamp.role == "published"), None)
    if told or len(stamps) != 1:
        return told
    before = content[: stamps[0].start].strip()
    named = _SHOWN.search(before) if before else _SHOWN.search(above) and not content[stamps[0].end :].strip()
    return stamps[0].value if named else None


def _placed(content: str, above: str, line: Line) -> str | None:
    """A date between headline and text with hardly a word beside it, whatever the line was taken for; at an end of it, if for text."""
    stamps = timestamps.stamps(content) if line.role not in ("meta", "caption") and not _OTHER.search(content) else ()
    if len(stamps) != 1 or len(timestamps.rest(content)) > _FEW:
        return None
    inside = stamps[0].start > 0 and stamps[0].end < len(content)
    return None if line.role == "body" and inside else stamps[0].value


def _numbered(content: str, above: str, line: Line) -> str | None:
    stamps = timestamps.stamps(content)
    if len(stamps) != 1 or line.role not in _PLACES or line.rule == "title.main":
        return None
    return stamps[0].value if _EDITION.search(content[: stamps[0].start] + " " + content[stamps[0].end :]) else None


def _sat(content: str, above: str, line: Line) -> str | None:
    stamps = timestamps.stamps(content) if _SESSION.search(content) else ()
    return stamps[0].value if stamps else None


def _closing(content: str, above: str, line: Line) -> str | None:
    """A line at the foot that is a label of publication and its date, and nothing else."""
    stamps = timestamps.stamps(content) if line.role in ("meta", "boilerplate") else ()
    alone = len(stamps) == 1 and stamps[0].role == "published" and not timestamps.rest(content)
    return stamps[0].value if alone else None


def _signed_off(content: str, above: str, line: Line) -> str | None:
    """The one date among the first lines behind the text, where it was taken for metadata: after the writer's address."""
    stamps = timestamps.stamps(content) if line.role == "meta" and not _OTHER.search(content) else ()
    return stamps[0].value if len(stamps) == 1 and len(timestamps.rest(content)) <= _LONGEST // 2 else None


def _alone(content: str, above: str, line: Line, years: frozenset[int]) -> str | None:
    """A day that stands alone right behind the text, or with the writer's name: where boards and letters put it."""
    stamps = timestamps.stamps(content) if not _OTHER.search(content) else ()
    if len(stamps) != 1 or stamps[0].role != "bare":
        return _short(content, years)
    rest = timestamps.rest(content).strip("'’\"()[]<>〈〉《》 ")
    return stamps[0].value if not rest or (len(rest) <= _FEW and bylines.byline(rest)) else None


def _moment(day: str, clock: str) -> str | None:
    try:
        value = datetime.fromisoformat(f"{day}T{clock or '00:00'}")
    except ValueError:
        return None
    return value.isoformat(timespec="minutes") if clock else value.date().isoformat()
