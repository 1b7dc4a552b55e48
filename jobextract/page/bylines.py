"""Who wrote an article, as Korean pages say it: datelines, bylines, e-mail lines, sign-offs of broadcasts.

Forms: 【신문 도시=이름 기자】, [신문 이름 기자], [도시=신문] 이름 기자 =, (도시=통신) 이름 기자 =, • 이름 기자, /이름기자,
/도시=이름 기자 a@b, 이름 기자 a@b, 신문 이름 기자, 글·사진 이름, 글=이름, 이름·이름 기자, 수습기자, 특파원, KBC 뉴스 이름입니다.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from ..korean.word_lists import pattern, regex_pattern, seldom, words

#: an address, or what stands in its place where a site hides it from scrapers or cuts its end off
MAIL = r"(?:[\w.+-]{2,40}@(?:[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}|(?![\w.-]))|\[email\sprotected\])"
_NAME = seldom(regex_pattern, "bylines.name")
_SIGNED = seldom(regex_pattern, "bylines.signed")
_DATELINE = seldom(regex_pattern, "bylines.dateline")
_MAILED = seldom(regex_pattern, "bylines.mailed", mail=MAIL)
_MAIL_ONLY = regex.compile(rf"[(<\[]?\s?{MAIL}\s?[)>\]]?")
_BY = seldom(pattern, "bylines.by")
_STAFF = seldom(regex_pattern, "bylines.staff")
_BRACKETS = tuple("[【(<〔")
_SIGNOFF = seldom(regex_pattern, "bylines.signoff", mail=MAIL)
_ANNOUNCED = seldom(pattern, "publishers.announced")
(_TITLE,) = words("bylines.writes")
(_TAKES_LEAVE,) = words("bylines.takes_leave")
_BY_LINE = seldom(pattern, "bylines.by_line", mail=MAIL)
_BETWEEN = regex.compile(r"[·,ㆍ/&]")
#: blanks between whole names, not inside one
_BLANK = regex.compile(r"(?<=\p{Hangul}{2})\s+(?=\p{Hangul}{2})")
_EACH = seldom(pattern, "bylines.each")
#: a word between a paper and a name that is another writer's: of three syllables, a surname first, and no department or place
_ONE_MORE = regex.compile(r"(?<=\S[\s=])(?P<name>\p{Hangul}{3})\s*\Z")
_SURNAMES = words("bylines.surnames")
_NO_WRITER = tuple(seldom(pattern, f"bylines.{name}") for name in ("offices", "regions", "desks"))
#: strokes between a paper and a place: the sign itself, a vowel that looks like it (U+3163), a line of a box
_STROKES = "|\u3163│｜"
_WORDS = regex.compile(rf"[\s/{_STROKES}]+")
_NOT_NAMES = frozenset(words("publishers.not_names"))
_SAID = regex_pattern("bylines.said")
_LONGEST = 140


class Byline(NamedTuple):
    """The writers that a line names, and what stands before the first name (the paper, a place)."""

    names: tuple[str, ...]
    house: str = ""


def byline(line: str) -> Byline | None:
    """What a line of metadata says of the writers, or None where it is no such line."""
    if len(line) > _LONGEST:
        return None
    line = each(line)
    for form in (_BY, _BY_LINE):
        match = form.fullmatch(line)
        if match and (names := people(match["names"])):
            house = match["before"] if "before" in match.groupdict() else ""
            return Byline(names, paper(house or ""))
    mailed = _MAILED.search(line) if "@" in line or "[email" in line else None
    if mailed and not _SAID.search(line, 0, mailed.start()) and (names := people(mailed["names"])) and len(line) <= 70:
        return Byline(names)
    return None


def paper(before: str) -> str:
    """The paper among what stands before a name: 들꽃신문 나무별 기자, (들꽃=들꽃신문) 나무별 기자, /들꽃=나무별 기자."""
    words = [
        word for word in _WORDS.split(before.replace(")", " ").replace("]", " ").replace("=", " ").strip()) if word
    ]
    return next((word for word in reversed(words) if medium(word)), "")


def credits(line: str) -> bool:
    """Whether the line names the staff behind a report (촬영기자: …) and not its writer, or is an e-mail address alone."""
    return len(line) <= _LONGEST and bool(_STAFF.fullmatch(line) or _MAIL_ONLY.fullmatch(line.strip(" ◎•")))


def desk(text: str) -> bool:
    """Whether the text names an office in a writer's place: 편집국, 온라인뉴스팀."""
    return _OFFICE.fullmatch(text) is not None


_OFFICE = regex_pattern("bylines.office")


def bare_name(text: str) -> bool:
    """Whether the text is nothing but what can be a name."""
    return _NAME.fullmatch(text) is not None and text not in _NOT_NAMES


def signoff(line: str) -> Byline | None:
    """KBC 뉴스 나무별입니다, 나무별 기자가 다녀왔습니다: the writer and the station, or None."""
    if len(line) > 90 or _TAKES_LEAVE not in line:
        return None
    match = _SIGNOFF.fullmatch(line)
    if match and match["names"] not in _NOT_NAMES:
        return Byline((match["names"],), match["house"])
    named = _ANNOUNCED.search(line)
    return Byline((named["names"],)) if named and named["names"] not in _NOT_NAMES else None


def dateline(line: str) -> tuple[str, Byline, int] | None:
    """(place, writers and paper, length) of the bracket that opens an article's first sentence, or None."""
    match = _DATELINE.match(line) if line[:1] in _BRACKETS else None
    if not match:
        return None
    head = each(match["head"])
    place, house, names = _bracket(head.replace(f"({match['bureau']})", " ") if match["bureau"] else head)
    names = people(apart(match["names"])) if match["names"] else names
    place = match["bureau"] or place
    if not (names or (place and house) or (house and _MEDIUM.search(house))):
        return None
    return place, Byline(names, house), match.end()


_MEDIUM = regex_pattern("bylines.medium")


def medium(name: str) -> bool:
    """Whether the name ends as those of newspapers and stations do."""
    return _MEDIUM.search(name) is not None


def _bracket(head: str) -> tuple[str, str, tuple[str, ...]]:
    """Place, paper and writers of what a dateline's bracket holds: 도시=신문, 신문 도시=이름 기자, 신문|도시=이름 기자."""
    names: tuple[str, ...] = ()
    signed = list(_SIGNED.finditer(head))
    if signed and signed[-1].end() >= len(head.rstrip()) - 1:
        head, more = _row(head[: signed[-1].start()])
        names = (*more, *people(signed[-1]["names"]))
    left, sign, right = head.partition("=")
    around = f" ·/{_STROKES}"
    left, right = left.strip(around), right.strip(around)
    if not sign:
        return "", left, names
    if right:
        return left, right, names
    words = _WORDS.split(left)
    return words[-1] if len(words) > 1 else "", " ".join(words[:-1]) if len(words) > 1 else left, names


def apart(names: str) -> str:
    """Names that only blanks part, with signs between them."""
    return _BLANK.sub(",", names)


def each(line: str) -> str:
    """The line with one title behind all names that have it: 나무별, 한가람 기자 for 나무별 기자, 한가람 기자."""
    return _EACH.sub(",", line) if line.count(_TITLE) > 1 else line


def _row(before: str) -> tuple[str, tuple[str, ...]]:
    """What stands before a name, and the names at its end that only blanks part from it: 들꽃신문 나무별 (한가람 기자)."""
    names: list[str] = []
    while (match := _ONE_MORE.search(before)) and match["name"].startswith(_SURNAMES):
        name = match["name"]
        if name in _NOT_NAMES or medium(name) or any(form.search(name) for form in _NO_WRITER):
            break
        names.insert(0, name)
        before = before[: match.start()]
    return before, tuple(names)


def people(text: str) -> tuple[str, ...]:
    """The names in a list of them, without what is none."""
    names = ("".join(name.split()) for name in _BETWEEN.split(text))
    return tuple(
        dict.fromkeys(name for name in names if 2 <= len(name) <= 4 and name not in _NOT_NAMES and not medium(name))
    )
