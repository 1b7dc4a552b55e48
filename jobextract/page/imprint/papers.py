"""What may be the name of the paper that a page stands in: every name that a line of it proposes, with where it was found.

Over the article the site's name stands, whole or before a slogan; behind it a notice, an address, a registration; in its lines a
dateline, a byline, a station's sign-off. None of them decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from ...korean.word_lists import pattern, words
from .. import bylines, publisher
from ..lines import prose
from .extent import SIGHT, Extent
from .extent import words as said
from .headlines import main_line
from .romanised import skeleton
from .writers import Writers, finer, pieces

_TOP = 10
#: lines of buttons and menus are not counted among those over an article
_CONTROLS = ("ui", "nav", "weather", "page")
_PARTED = regex.compile(r"\s*[|ㅣ│›»>/〉]\s*|\s{2,}|\t|\s[-–—·・ㆍ@:]{1,2}\s|\s(?=[〈<「『(\[])|(?<=[\])」』〉])\s?")
EDGES = "Ⓒ@&|~ \t\xa0•·・ㆍ*-–─◎▶▷■□◆◇●○★☆▒▣♣♠≡☰※/:：[]()<>【】「」『』〈〉《》=,.\u200b\ufeff"
SITE_LINE = regex.compile(r"(?P<name>\S.{1,18}?)\s@[A-Za-z][\w.]{2,30}")
_NOTICE = pattern("papers.notice")
_FOOTER, _SHOP = pattern("papers.footers"), pattern("papers.shops")
_NO_NAME = pattern("papers.no_names")
_OFFICE = pattern("publishers.office")
_SIGNS = regex.compile(r"[,.()|<>\[\]/&]|\s{2,}|\s[-–—─]\s|\d{4}")
_LONGEST, _WORDS, _LINE = 24, 5, 160
_WORD = regex.compile(r"(?<!\p{Hangul})\p{Hangul}{2,12}")
#: consonants that two names have to share, and how much of a page is searched for them
_SOUNDS, _PAGE = 4, 20_000
_WRITES = pattern("papers.writes")
_OPENING = regex.compile(r"[\[(【<](?P<inside>[^\[\]()【】<>]{3,30})[\])】>]")
_BRACKETS = "[(【<"
_INSIDE = regex.compile(r"[\s=|/]+")
_CLAIMS, _CLAIMANT = pattern("papers.claims"), pattern("papers.claimants")
_ORGAN = pattern("papers.organs")
_CHIEF, _RELEASE = pattern("papers.chiefs"), pattern("papers.releases")
#: words of a line of claims that are read, lines of the text that introduce whose release it is
_CLAIMED, _INTRODUCED = 6, 4
#: whose picture, chart or table it is
_CREDIT = pattern("papers.credits")
_GENERIC = frozenset(words("papers.generic"))


class Proposal(NamedTuple):
    """A name, the kind of place that proposes it, and the line; a place is the same again on every page."""

    name: str
    place: str
    line: int


def proposals(text: str, extent: Extent, signed: Writers) -> Iterator[Proposal]:
    """Every name that a line of the article's part of the page proposes; an advertisement proposes none."""
    if signed.house:
        yield Proposal(signed.house, "house", 0)
    top, seen, whole = main_line(text, extent), 0, extent.whole(text)
    head = next(said(text, line) for line in extent.lines if line.number == top)
    yield from _released(text, extent, signed)
    for line in extent.lines:
        content = said(text, line)
        if line.role == "blank" or not content or (line.rule or "").startswith("ad.") or _CREDIT.match(content):
            continue
        seen += (line.rule or "").split(".")[0] not in _CONTROLS
        told = len(content) > _LINE
        if (
            line.number < top
            and content != head
            and line.role != "caption"
            and seen <= _TOP
            and not told
            and not prose(content)
        ):
            yield from _heads(content, min(seen, 5), line.number)
        elif line.role == "meta" and not told:
            yield from _metadata(content, line.number)
            yield from _left(content, signed.names, line.number)
            if (off := bylines.signoff(content)) and off.house:
                yield from _station(off.house, line.number)
        elif line.role == "body" and not told and (off := bylines.signoff(content)) and off.house:
            yield from _station(off.house, line.number)
        behind = line.number > extent.last
        opens = _OPENING.match(content) if content[0] in _BRACKETS and top < line.number and not behind else None
        if opens and line.role != "boilerplate":
            yield from _opening(opens["inside"], line.number)
        if line.role != "body" or behind:
            yield from _notices(content[:_LINE], line.number, behind)
            if not told and (behind or line.number < top):
                yield from _feet(content, line.number, behind and line.number <= extent.last + SIGHT)
            if behind and not told:
                yield from _claimed(content, line.number, whole)
        for part in line.parts:
            if part.rule == "glued.notice":
                yield from _notices(text[part.start : part.end], line.number, True)


def _heads(content: str, place: int, line: int) -> Iterator[Proposal]:
    """The names that a line over the article may begin with or be."""
    handle = SITE_LINE.fullmatch(content)
    if handle:
        yield Proposal(handle["name"], "handle", line)
    parted = [piece for part in _PARTED.split(content) if (piece := part.strip(EDGES)).split()]
    for at, piece in enumerate(parted[:3]):
        where = f"head{place}{'' if at == 0 else 'b'}"
        split = piece.split()
        if len(split) <= _WORDS and len(piece) <= _LONGEST:
            yield Proposal(piece, f"{where}{'only' if len(parted) == 1 else 'whole'}", line)
        for size in (1, 2, 3):
            if size < len(split):
                yield Proposal(" ".join(split[:size]), f"{where}first{size}", line)
        if len(split) > 1:
            yield Proposal(split[-1], f"{where}last", line)
            if split[0].isascii():
                yield Proposal(split[1], f"{where}second", line)
        short = _SHOP.sub("", piece)
        if short and short != piece:
            yield Proposal(short, f"{where}short", line)
        office = _OFFICE.fullmatch(split[-1]) or _OFFICE.fullmatch(split[0])
        if office:
            yield Proposal(office["body"], f"{where}office", line)


def _metadata(content: str, line: int) -> Iterator[Proposal]:
    """The names in a line of metadata: 들꽃신문 | 2024-03-02, 들꽃신문 편집부, 작성자 들꽃시."""
    for piece in pieces(content)[:4]:
        split = piece.split()
        if len(split) <= 3 and len(piece) <= _LONGEST:
            yield Proposal(piece, "metawhole", line)
            if len(split) > 1:
                yield Proposal(split[0], "metafirst", line)
                yield Proposal(split[-1], "metalast", line)
    source = publisher.sourced(content)
    if source:
        yield Proposal(source, "metasource", line)


def _opening(inside: str, line: int) -> Iterator[Proposal]:
    """The words of a bracket that opens a line of the text: [들꽃마당 나무별], [들꽃마당=산내], [산내=들꽃마당]."""
    parted = [word for word in _INSIDE.split(inside) if word]
    if 1 < len(parted) < 5:
        sign = "equals" if "=" in inside else "plain"
        for at, word in enumerate(parted[:3]):
            yield Proposal(word, f"bracket{sign}{at}of{len(parted)}", line)


def _left(content: str, names: tuple[str, ...], line: int) -> Iterator[Proposal]:
    """What a line of metadata says beside the day and the writers: 나무별 기자 | 들꽃마당 | 2024.03.02."""
    parted = pieces(content)
    dated = "dated" if parted != [content.strip(EDGES)] else "plain"
    said = _WRITES.sub(lambda match: " | " if match["name"] in names else match[0], " | ".join(parted))
    left = finer([piece.strip(EDGES) for piece in said.split(" | ")])
    for at, part in enumerate(left[:3]):
        alone = "only" if len(left) == 1 else str(at)
        if len(part) <= _LONGEST and len(part.split()) < 4:
            yield Proposal(part, f"rest{dated}{bool(names):d}{alone}", line)


def _station(house: str, line: int) -> Iterator[Proposal]:
    """KBC 뉴스 나무별입니다: the station, or its news."""
    yield Proposal(house, "signoff", line)
    for ending in words("papers.news"):
        yield Proposal(house + ending, f"signoff{len(ending)}", line)
        yield Proposal(f"{house} {ending}", f"signoff{len(ending)}b", line)


def _notices(content: str, line: int, behind: bool) -> Iterator[Proposal]:
    """The names in a notice of copyright."""
    if not _NOTICE.search(content):
        return
    where = "notice" if behind else "mark"
    found = publisher.noticed(content)
    if found:
        found = found.strip(EDGES)
        yield Proposal(found, where, line)
        if " " in found:
            yield Proposal(found.split()[-1], f"{where}last", line)
            yield Proposal(found.split()[0], f"{where}first", line)
    rest = _NOTICE.sub(" ", content).strip(EDGES)
    for size, run in enumerate(_runs(rest)[:2]):
        yield Proposal(run, f"{where}run{size}", line)


def _runs(rest: str) -> list[str]:
    """The names between signs, of at most so many words."""
    found = [piece.strip(EDGES) for piece in _SIGNS.split(rest)]
    return [piece for piece in found if len(piece) > 1 and len(piece) <= _LONGEST and len(piece.split()) < 4]


def _feet(content: str, line: int, near: bool) -> Iterator[Proposal]:
    """The names that the foot of a page or a note about the piece gives."""
    for match in _FOOTER.finditer(content):
        kind, name = next((kind, name) for kind, name in match.groupdict().items() if name)
        yield Proposal(name.strip(EDGES), f"foot{kind}{near:d}", line)
        office = _OFFICE.fullmatch(name.split()[-1])
        if office:
            yield Proposal(office["body"], f"foot{kind}office", line)
    mailed = publisher.mailed(content)
    if mailed:
        yield Proposal(mailed, "mailed", line)


def _claimed(content: str, line: int, whole: str) -> Iterator[Proposal]:
    """The words of a line behind the article in which a site says whose it is: 들꽃마당의 글을 퍼가지 마세요.

    A site's name mostly opens the line, or stands elsewhere on its page too.
    """
    if not _CLAIMS.search(content):
        return
    for at, match in enumerate(_CLAIMANT.finditer(content)):
        if at == _CLAIMED:
            return
        if at == 0 or whole.count(match["name"]) > 1:
            yield Proposal(match["name"], "claim" if at else "claimfirst", line)
        if match["particle"] and whole.count(match["name"] + match["particle"]) > 1:
            yield Proposal(match["name"] + match["particle"], "claimwhole", line)


def _released(text: str, extent: Extent, signed: Writers) -> Iterator[Proposal]:
    """Who the text or its headline begins with, as the release of an office does: 들꽃시(시장 나무별)는, 들꽃시, ….

    Most papers print releases as they come: whether the page is the office's own is told by what stands over it.
    """
    over = " ".join(said(text, line)[:_LINE] for line in extent.over())
    place = f"{'own' if _RELEASE.search(over) else 'printed'}{'signed' if signed.names else ''}"
    told = [line for line in extent.lines if line.rule == "body.prose"][:_INTRODUCED]
    for line in told:
        if match := _CHIEF.search(said(text, line)[:_LINE]):
            yield Proposal(match["name"], f"chief{place}", line.number)
            break
    head = said(text, extent.lines[main_line(text, extent) - extent.lines[0].number]).strip(EDGES).partition(",")[0]
    if " " not in head and len(head) <= _LONGEST and _ORGAN.search(head):
        yield Proposal(head, f"heading{place}", 0)


def twins(proposed: list[Proposal], text: str) -> Iterator[Proposal]:
    """Korean words of the page that sound as a name in Latin letters which it gives: 트래블 beside TRAVEL."""
    latin = {skeleton(one.name): one for one in proposed if one.name.isascii() and len(skeleton(one.name)) >= _SOUNDS}
    if latin:
        known, starts = tuple(latin), {"", *(sounds[0] for sounds in latin)}
        words = dict.fromkeys(_WORD.findall(text[:_PAGE]))
        able = {first for first in {word[0] for word in words} if skeleton(first)[:1] in starts}
        for word in words:
            # most words begin otherwise; a part of a word sounds as the word begins
            if word[0] not in able or not skeleton(word).startswith(known):
                continue
            for cut in range(len(word), 1, -1):
                one = latin.get(skeleton(word[:cut]))
                if one:
                    yield Proposal(word[:cut], "twin", one.line)
                    break


def generic(name: str) -> bool:
    """Whether the name is made of words of menus, or begins or ends as none does."""
    return _NO_NAME.search(name) is not None or all(word in _GENERIC for word in name.split())
