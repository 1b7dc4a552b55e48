"""The headline of an article among its title lines, whole and without what is none of it.

Of several before the text a board's title gives way to the piece's own, and one that says little or nothing of the text to one
that does. A headline that breaks off goes on in the line below; the site's name behind it is cut off.
"""

from __future__ import annotations

from bisect import bisect
from functools import lru_cache

import regex

from ...korean.word_lists import pattern
from ...model import Line
from .. import bylines, timestamps
from ..lines import prose, stems
from .extent import Extent, words

_OPENED = regex.compile(r"\A(?:\[\d{1,2}\]|[■□◆◇▶▷►○●◎※☞•·∙*▣▲△◈])\s*+(?=\S)")
_SITE = regex.compile(r"\s+(?:[-–|:<ㅣ│]|::)\s+(?P<site>[^-–|<>ㅣ│]{2,20})\Z")
_BOARD, _LABELLED = pattern("headlines.boards"), pattern("headlines.labelled")
_SUBTITLED = ("-", "–", "—", "└")
_BROKEN_OFF = regex.compile(r"(?:…|\.\.\.|,|·)\s*\Z")
_OPEN = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("(", ")"), ("[", "]"))
#: a headline that breaks off is no longer than that; words shared with the text, of so many lines of it, that speak for one, and
#: how many times as many as of the one above
_HALF, _SHARED, _LINES, _FEWER = 30, 2, 20, 3
#: what a headline is taken for where it is missed, how long it is, how much of it the text says
_UNRULED, _SHORTEST, _LONGEST, _FAMILIAR = ("head.unrelated", "amid.unrelated"), 12, 90, 0.4
#: what is judged to tell of the article, and yet is no date, byline or paper that a rule knows
_NO_BYLINE = "meta.other"
_MENU = pattern("headlines.menus")
_BADGE = pattern("headlines.badges")
_HEADLINE = regex.compile(r"[…“”‘’'\"%!?,]|\d")
#: lines right over a text that may be its headline
_OVER = 3
#: what no name of a site or a board has, and a headline that says it in other words than the text does
_FIGURATIVE = regex.compile(r"…|[“‘'\"].{2,}[”’'\"]|[!?]\Z")


def headlines(text: str, extent: Extent) -> list[str]:
    """The headline first, then the subtitles and subheads."""
    titles = [line for line in extent.lines if line.role == "title"]
    if not titles:
        missed = _untitled(text, extent)
        return [_without_site(_plain(text, missed), text, extent)] if missed else []
    main = _main(text, extent)
    whole = _without_site(_plain(text, main), text, extent)
    after = next((line for line in titles if main.number < line.number <= main.number + 2), None)
    rest = [line for line in titles if line is not main]
    if after and main.number < extent.top and _goes_on(whole, words(text, after)):
        whole, rest = f"{whole} {_plain(text, after)}", [line for line in rest if line is not after]
    return [whole, *(_plain(text, line) for line in rest)]


def main_line(text: str, extent: Extent) -> int:
    """The number of the headline's line; that of the article's first where it has none."""
    return _main(text, extent).number if any(line.role == "title" for line in extent.lines) else extent.first


@lru_cache(maxsize=1)
def _main(text: str, extent: Extent) -> Line:
    """The title line that heads the article, which has some."""
    top, titles = extent.top, [line for line in extent.lines if line.role == "title"]
    over = [line for line in titles if line.number < top]
    heads = [line for line in over if line.rule != "title.subtitle"] or [
        line for line in titles if line.rule != "title.subtitle"
    ]
    told = _told(text, extent)
    shared = {line.number: len(stems(words(text, line)) & told) for line in titles}
    main = heads[0] if heads else titles[0]
    apart = [line.number for line in extent.lines if line.role not in ("title", "blank")]
    for line in heads[1:]:
        board = _BOARD.match(words(text, main)) and not _BOARD.match(words(text, line))
        if _parted(main, line, apart) and (board or _FEWER * shared[main.number] <= shared[line.number]):
            main = line
    if (not shared[main.number] and not _FIGURATIVE.search(words(text, main))) or _MENU.search(words(text, main)):
        main = _fitter(text, main, over, shared)
    if words(text, main)[:1] in _SUBTITLED:
        above = (line for line in over if words(text, line)[:1] not in _SUBTITLED and shared[line.number] >= _SHARED)
        main = next(above, main)
    return _missed(text, extent, main, told) or _first(text, extent, main) or main


def _first(text: str, extent: Extent, main: Line) -> Line | None:
    """The first line of the text where all title lines stand below it: a headline that was taken for the text's beginning."""
    first, *rest = [line for line in extent.lines if line.role == "body"][: _LINES + 1] or [main]
    if main.number <= first.number:
        return None
    told = frozenset(stem for line in rest for stem in stems(words(text, line)))
    return first if _common(words(text, first), told) else None


def _fitter(text: str, main: Line, over: list[Line], shared: dict[int, int]) -> Line:
    """The title line that heads the text where the first is none: it shares words with it, or speaks as headlines do."""
    fit = [line for line in over if shared[line.number] and not _MENU.search(words(text, line))]
    menu = _MENU.search(words(text, main)) is not None
    best = (line for line in fit if shared[line.number] >= _SHARED)
    return next(best, next((line for line in fit if menu or _FIGURATIVE.search(words(text, line))), main))


def _told(text: str, extent: Extent) -> frozenset[str]:
    """The words of the first lines of the text."""
    top = extent.top
    body = [line for line in extent.lines if line.role == "body" and line.number >= top][:_LINES]
    return frozenset(stem for line in body for stem in stems(words(text, line)))


def _untitled(text: str, extent: Extent) -> Line | None:
    """The line over a text without title lines that shares most words with it, if any can be its headline."""
    told = _told(text, extent)
    shared = {line.number: _common(words(text, line), told) for line in extent.over() if line.role != "meta"}
    best = max(shared, key=lambda number: shared[number], default=0)
    sharing = next((line for line in extent.lines if line.number == best and shared[best]), None)
    return sharing or _put_otherwise(text, extent) or alone(text, extent)


def alone(text: str, extent: Extent) -> Line | None:
    """The only line over a text without title lines, but for date and byline: a headline of a word or two (고용동향).

    A paper's name ends as those do, or stands on its page again.
    """
    over = [line for line in extent.over() if line.role != "meta" or line.rule == _NO_BYLINE]
    if (
        len(over) != 1
        or over[0].rule not in (*_UNRULED, _NO_BYLINE)
        or any(line.role == "title" for line in extent.lines)
    ):
        return None
    content = words(text, over[0])
    named = bylines.medium(content) or extent.whole(text).count(content) > 1 or content.isascii()
    return None if named or len(content) > _LONGEST or _MENU.search(content) or prose(content) else over[0]


def _put_otherwise(text: str, extent: Extent) -> Line | None:
    """The line right over the text, or the first of it, that says as headlines do what the text says in other words."""
    over = [line for line in extent.over() if line.rule in _UNRULED][: -_OVER - 1 : -1]
    first = next((line for line in extent.lines if line.role == "body"), None)
    above = [line for line in over if line.number + _OVER + 2 >= extent.top]
    for line in [*above, *([first] if first is not None and first.rule == "body.between" else [])]:
        content = words(text, line)
        fit = _SHORTEST <= len(content) <= _LONGEST and not prose(content) and content == _plain(text, line)
        if fit and _FIGURATIVE.search(content) and not _MENU.search(content) and not timestamps.stamps(content):
            return line
    return None


def _missed(text: str, extent: Extent, main: Line, told: frozenset[str]) -> Line | None:
    """The headline that was taken for furniture: right above a line that was taken for it, or over a text that has none."""
    over, most = extent.over(), len(stems(words(text, main)) & told)
    nowhere = main.number > extent.top or not most or _MENU.search(words(text, main)) is not None
    under = words(text, main)[:1] in _SUBTITLED
    found, most = None, 0 if nowhere or under else most - 1
    for line in reversed([line for line in over if nowhere or line.number < main.number]):
        common = _common(words(text, line), told) if line.rule in _UNRULED else 0
        if common > most:
            found, most = line, common if nowhere else most
        elif not nowhere:
            break
    return found


def _common(content: str, told: frozenset[str]) -> int:
    """How many words a line that may be a headline shares with the text; none where it is a menu or says other things."""
    spoken = prose(content) and content[-1:] not in "!?"
    if not _SHORTEST <= len(content) <= _LONGEST or spoken or _MENU.search(content) or not _HEADLINE.search(content):
        return 0
    own = stems(content)
    common = len(own & told)
    return common if common >= _SHARED and common > _FAMILIAR * len(own) and not timestamps.stamps(content) else 0


def _parted(upper: Line, lower: Line, apart: list[int]) -> bool:
    """Whether anything but titles stands between two of them."""
    at = bisect(apart, upper.number)
    return at < len(apart) and apart[at] < lower.number


def _plain(text: str, line: Line) -> str:
    """The words of a title without its bullet, number, badge or label, and without the paper and writer that are glued before it."""
    title = _LABELLED.sub("", _BADGE.sub("", _OPENED.sub("", words(text, line))))
    signed = bylines.dateline(title)
    return title[signed[2] :].strip() if signed and signed[1].names and len(title) > signed[2] else title


def _without_site(title: str, text: str, extent: Extent) -> str:
    """The title without the name of the site, which is a paper's or stands on the page again."""
    match = _SITE.search(title)
    if match is None or match.start() < len(match["site"]):
        return title
    site = match["site"].strip()
    whole = extent.whole(text)
    named = bylines.medium(site) or title[: match.start()] + "\n" in whole
    return title[: match.start()] if named else title


def _goes_on(title: str, below: str) -> bool:
    """Whether a headline breaks off, so that the title below is the rest of it."""
    if len(title) > _HALF or _OPENED.match(below) or below[:1] in "-–└":
        return False
    unclosed = any(title.count(left) > title.count(right) for left, right in _OPEN)
    return unclosed or _BROKEN_OFF.search(title) is not None
