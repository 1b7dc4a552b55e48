"""Who wrote an article: the lines of its page that say so, the plain ones before those that need signs beside them.

Plain: 나무별 기자, 에디터 나무별, 글 나무별 / 사진 한가람, 작성자 나무별, By Na Mu-byeol, a dateline, a sign-off. Only where the
page bears it out: a name alone between date and headline, one with an office in a column, a blogger's nickname.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from ...korean.word_lists import pattern, words
from ...model import Line
from .. import bylines, timestamps
from ..bylines import Byline
from . import own_names
from .extent import Extent
from .extent import words as said


class Writers(NamedTuple):
    """The writers, the paper that their byline names, and the place that the dateline gives."""

    names: tuple[str, ...] = ()
    house: str = ""
    place: str = ""


_PARTS = {part: pattern(f"bylines.{part}").pattern for part in ("who", "names", "title")}
_TITLED, _ENTITLED, _LABELLED, _OPENED, _CONTRIBUTOR, _FOLLOWED, _HOUSED = (
    pattern(f"bylines.{name}", **_PARTS)
    for name in ("titled", "entitled", "labelled", "opened", "contributor", "followed", "housed")
)
_REGION = pattern("bylines.regions")
_ANYONE = pattern("bylines.anyone")
_ENGLISH, _COLUMN, _BLOG = pattern("bylines.english"), pattern("bylines.column"), pattern("bylines.blog")
_NICKNAME, _OFFICE = pattern("bylines.nickname"), pattern("bylines.offices")
_LOOSE_DATE = pattern("bylines.loose_dates")
_DESK = pattern("bylines.desks")
_NO_WRITERS = frozenset(words("bylines.not_writers"))
_NO_PAPERS = frozenset(words("bylines.no_papers"))
_NO_HOUSE = pattern("bylines.no_houses")
_SURNAMES = words("bylines.surnames")
_MAIL = regex.compile(r"[\w.+-]{2,40}+@[\w.-]*|\[email\sprotected\]")
_BETWEEN = regex.compile(r"\s*[|ㅣ│∙•]\s*|\s{2,}|\t|\s[·・ㆍ/―lI]\s")
_BRACKETED, _UNTITLED = pattern("bylines.bracketed"), pattern("bylines.untitled")
_CAPTIONED = pattern("bylines.captioned")
_AGENCY = pattern("bylines.agencies")
_EDGES = " \t\xa0•·・ㆍ*-–◎▶■□◆/:：[]()<>【】="
_LONGEST, _SENTENCE, _FEW = 140, 90, 3
#: writers of one article, lines over its text that may name one without saying so
_MOST, _NEAR = 20, 80
#: lines right behind a text that may name its writer without being taken for metadata, and how long they are
_RIGHT_BEHIND, _SHORT = 2, 40
#: a longer word before = is a paper and no place
_PLACE = 3


def writers(text: str, extent: Extent) -> Writers:
    """The writers: those that a byline, a dateline or a sign-off names, else those that the page's other signs tell."""
    names: list[str] = []
    house = place = ""
    top, own = extent.top, own_names.names(text, extent)
    for line in extent.near():
        opened = _opened(said(text, line), own) if line.role in ("body", "title") and not place else None
        if opened and (line.role == "body" or (opened.names and said(text, line)[:1] in "[【(")):
            place, house = opened.place, house or opened.house
            names += opened.names
        signed = list(_signed(text, line, top, extent.last))
        if not (names and line.number > extent.last + 2):
            names += next((found.names for found in signed if found.names), ())
            house = house or next((found.house for found in signed if found.house), "")
    names = [
        name for name in list(dict.fromkeys(names))[:_MOST] if _is_name(name) and not _is_house(name, text, extent)
    ]
    names = names or _borne_out(text, extent)
    return Writers(tuple(names), house, place)


def _is_house(name: str, text: str, extent: Extent) -> bool:
    """Whether what stands as a name before an address is the paper's, as a notice has it."""
    whole = extent.whole(text)
    return len(name) == 4 and regex.search(rf"[ⓒ©]\s?{regex.escape(name)}", whole) is not None


def _opened(content: str, own: frozenset[str] = frozenset()) -> Writers | None:
    """Who the first words of a first sentence name: [들꽃신문 나무별 기자], 들꽃신문 나무별 기자 |.

    Without a title only where the first is one of the names that the page has for itself (``own``): [생활경제 이사철] is a series.
    """
    opened = bylines.dateline(content)
    if opened:
        place, named, _ = opened
        names = _known(named.names)
        if not names and _surnamed(named.house) and not _AGENCY.search(named.house):  # [들꽃마당=나무별]
            return Writers((named.house,), place if len(place) > _PLACE else "", "" if len(place) > _PLACE else place)
        if len(names) > 1 and "," in content[: opened[2]]:  # a place before the name
            names = tuple(name for name in names if name.startswith(_SURNAMES)) or names
        return Writers(names, "" if named.house in _NO_PAPERS else named.house, place)
    match = _OPENED.match(content[:_LONGEST])
    titled = match is not None and match["before"]
    untitled = _UNTITLED.match(content) if match is None else None
    match = match or (untitled if untitled and own_names.is_own(untitled["before"], own) else None)
    if match is None or not (titled or _surnamed(match["names"])):
        return None
    return Writers(_people(match["names"]), match["before"] or "")


# --- plain words -----------------------------------------------------------------------------------------------------


def _signed(text: str, line: Line, top: int, last: int) -> Iterator[Byline]:
    """What the stretches of a line say plainly of the writers."""
    content = said(text, line)
    if line.role == "meta":
        if (opened := _opened(content)) and opened.names:
            yield Byline(opened.names, opened.house if bylines.medium(opened.house) else "")
        yield from _told(content.strip(" \t\xa0•·*-◎▶"))
    elif line.role in ("boilerplate", "title") and line.rule != "title.main" and line.number < top:
        yield from _plainly(content)
    elif line.role == "caption" and line.number < top and (match := _LABELLED.fullmatch(content)):
        yield Byline(_people(match["names"]))
    elif line.role == "boilerplate" and line.number > last and "@" in content:
        yield from _mailed(content)
    elif line.role == "boilerplate" and last < line.number <= last + _RIGHT_BEHIND and len(content) <= _SHORT:
        match = _TITLED.fullmatch(content) or _LABELLED.fullmatch(content)
        if match and (names := _people(match["names"])) and not _ANYONE.match(content):
            yield Byline(names)
    elif line.rule == "body.prose" and line.end - line.start < _SENTENCE and (off := bylines.signoff(content)):
        yield off
    elif line.rule == "body.between" and line.number > top and (found := bylines.byline(content)):
        yield found
    for part in line.parts:
        if part.rule == "glued.byline":
            yield from _told(text[part.start : part.end].strip())


def _told(content: str) -> Iterator[Byline]:
    """What a line of metadata says, whole and then piece by piece; who is named behind a caption's sentence took the picture."""
    if len(content) > _LONGEST or _CAPTIONED.match(content):
        return
    content = bylines.each(content)
    for found in (bylines.byline(content), bylines.signoff(content), _english(content)):
        if found:
            names = tuple(name for name in _known(found.names) if not _cut(name, content))
            yield Byline(names, found.house)
    dated = bool(timestamps.stamps(content))
    for piece in finer(pieces(content)):
        for form in (_TITLED, _FOLLOWED, _ENTITLED, _LABELLED):
            match = form.fullmatch(piece)
            if form is _LABELLED and match and _ANYONE.match(piece) and not _surnamed(match["names"]):
                continue
            if match and (names := _people(match["names"])):
                beside = next((match[name] for name in ("before", "after") if match.groupdict().get(name)), "")
                yield Byline(names, bylines.paper(beside))
        if dated and _is_paper(piece):
            yield Byline((), piece)
        if dated and _surnamed(piece):
            yield Byline((piece,))
        yield from _housed(piece, dated)


def _housed(piece: str, dated: bool) -> Iterator[Byline]:
    """A paper and a name without a title, beside the date or where the first is called as papers are: 들꽃신문 나무별."""
    match = _HOUSED.fullmatch(piece)
    if match is None or not _surnamed(match["names"]) or _REGION.search(match["names"]) or _NO_HOUSE.match(piece):
        return
    paper = match["before"] if bylines.medium(match["before"]) else ""
    if paper or (dated and not (_OFFICE.search(match["before"]) or _REGION.search(match["before"]))):
        yield Byline((match["names"],), paper)


def finer(parted: list[str]) -> list[str]:
    """The pieces, and what brackets part in them."""
    parts = (part.strip(_EDGES + ",") for piece in parted for part in (piece, *_BRACKETED.split(piece)))
    return list(dict.fromkeys(part for part in parts if part))


def _plainly(content: str) -> Iterator[Byline]:
    """What a line over the text says that was not taken for metadata: only with a journalist's title, or in English."""
    if len(content) <= _SENTENCE and (english := _english(content)):
        yield english
    for piece in pieces(content) if len(content) <= _SENTENCE else ():
        match = _TITLED.fullmatch(piece) or _ENTITLED.fullmatch(piece)
        if match is None and ("(" in piece or timestamps.stamps(content)) and not _ANYONE.match(piece):
            match = _LABELLED.fullmatch(piece)
        if match and (names := _people(match["names"])):
            yield Byline(names)


def _mailed(content: str) -> Iterator[Byline]:
    """The writer named with his address behind the text."""
    parted = pieces(content)
    for piece in parted:
        match = _TITLED.fullmatch(piece)
        if match and (names := _people(match["names"])):
            yield Byline(names)
    if len(parted) == 1 and len(parted[0]) < 4 and _surnamed(parted[0]):
        yield Byline((parted[0],))


def _english(content: str) -> Byline | None:
    match = _ENGLISH.match(content) if len(content) <= _LONGEST else None
    return Byline((match["names"],)) if match else None


def pieces(content: str) -> list[str]:
    """A line of metadata in pieces, without its dates, their labels, addresses and counts of readers."""
    bare = _LOOSE_DATE.sub(" | ", timestamps.cut(_MAIL.sub(" | ", content), " | "))
    return [piece for part in _BETWEEN.split(bare) if (piece := part.strip(_EDGES))]


def _cut(name: str, content: str) -> bool:
    """Whether what stands before an address is the end of a longer word and no name."""
    at = content.find(name)
    return "@" in content and at > 0 and content[at - 1].isalpha() and not content[at - 1].isascii()


def _is_paper(piece: str) -> bool:
    """Whether a piece of the date's line is the name of a paper and no more."""
    plain = not any(sign.isdigit() or sign in ":()[]" for sign in piece) and len(piece.split()) < 3
    return plain and bylines.medium(piece) and piece not in _NO_PAPERS


# --- what other signs bear out ---------------------------------------------------------------------------------------


def _borne_out(text: str, extent: Extent) -> list[str]:
    """The writer that a line between headline and text names without saying that it is one, or none."""
    over, headline = extent.over()[-_NEAR:], extent.headline()
    whole = extent.whole(text)
    heads = " ".join(said(text, line) for line in over if line.role in ("title", "boilerplate"))
    column, blog = _COLUMN.search(heads) is not None, _BLOG.search(whole) is not None
    for at, line in enumerate(over):
        content = said(text, line)
        if line.rule in ("title.main", "title.next") or len(content) > _SENTENCE or _NO_HOUSE.match(content):
            continue
        placed = column and (line.number >= headline - 2 or line.role == "meta")
        for piece in (content, *pieces(content)) if placed else ():
            match = _CONTRIBUTOR.fullmatch(piece)
            if match and _surnamed(match["names"]):
                return [match["names"]]
        dated = any(timestamps.stamps(said(text, one)) for one in over[max(0, at - 1) : at + 2])
        parted = pieces(content)
        if (line.role == "meta" and len(parted) <= _FEW) or (
            dated and len(parted) == 1 and (blog or line.role != "boilerplate" or timestamps.stamps(content))
        ):
            found = next((name for piece in parted if (name := _alone(piece, whole))), None)
            if found is None and blog and parted:
                found = next((name for piece in parted[:2] if (name := _nickname(piece, whole))), None)
            if found:
                return [found]
    return []


def _alone(piece: str, whole: str) -> str | None:
    """A name that stands alone, or behind the paper's name, which stands elsewhere on the page too."""
    *before, name = piece.split(" ")
    if len(name) > 3 or not _surnamed(name) or len(before) > 1:
        return None
    if regex.search(rf"[ⓒ©]\s?{name}", whole):  # who took its pictures
        return None
    housed = before and whole.count(before[0]) > 1 and not _NO_HOUSE.search(before[0])
    return name if housed or not before else None


def _nickname(piece: str, whole: str) -> str | None:
    """The nickname of a blogger whom the page calls writer, or who introduces himself by it."""
    match = _NICKNAME.fullmatch(piece)
    if match is None or _OFFICE.search(match["names"]) or match["names"] in _NO_WRITERS:
        return None
    called = match["called"] or pattern("bylines.introduced", nick=regex.escape(match["names"])).search(whole)
    return match["names"] if called else None


# --- names -----------------------------------------------------------------------------------------------------------


def _people(names: str) -> tuple[str, ...]:
    return _known(bylines.people(names))


def _known(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if _is_name(name))


def _is_name(name: str) -> bool:
    return name not in _NO_WRITERS and not bylines.desk(name) and not _DESK.fullmatch(name)


def _surnamed(name: str) -> bool:
    """Whether a bare word can be a person's name by its looks."""
    return (
        bylines.bare_name(name)
        and len(name) > 2
        and name.startswith(_SURNAMES)
        and _is_name(name)
        and not _OFFICE.search(name)
        and not bylines.medium(name)
    )
