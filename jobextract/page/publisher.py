"""Which paper a copyright notice or a source line names."""

from __future__ import annotations

import regex

from ..korean.word_lists import pattern, regex_pattern
from .bylines import medium

_SIGN = regex_pattern("publishers.sign")
_YEARS = regex.compile(r"\A(?:by\s|BY\s)?(?:(?:19|20)\d\d(?:\s?[-~]\s?(?:(?:19|20)\d\d)?)?[\s,.]*)?(?:by\s|By\s)?")
_STOP = regex_pattern("publishers.stop")
_FORBIDDEN = pattern("publishers.forbidding")
_MAILED = pattern("publishers.mailed")
_URL = regex.compile(r"\(\s?(?:https?://|www\.|[\w-]+\.[a-z]{2,})")
_ADDRESSED = pattern("publishers.addressed")
_TRAILING = pattern("publishers.trailing")
_OFFICE = pattern("publishers.office")
_BODY = pattern("publishers.body")
_TAGLINE = pattern("publishers.tagline")
_GENERIC = regex_pattern("publishers.generic")
_BARE = regex_pattern("publishers.bare")
_QUOTED = regex.compile(r"[\"“'‘][^\"”'’]{2,40}[\"”'’]")
_SOURCE = regex_pattern("publishers.source")


def noticed(line: str) -> str | None:
    """The paper that a copyright notice names, without slogan, years and address, or None."""
    match = _SIGN.search(line)
    if not match:
        return _forbidding(line)
    before = line[: match.start()].strip(" <[(-|")
    if before and medium(before.split()[-1]):
        return before.split()[-1]
    rest = _YEARS.sub("", _QUOTED.sub("", line[match.end() :]).strip())
    address = _URL.search(rest)
    if address:
        return _last(rest[: address.start()].split(",")[-1].strip())
    stop = _STOP.search(rest)
    name = rest[: stop.start()].strip(" '\"<>-") if stop else rest.strip(" '\"<>-")
    return _last(name or (before if " " not in before else ""))


def signed(line: str) -> str | None:
    """The paper behind a sign of copyright that opens a line: ⓒ 들꽃신문 | 나무별 기자."""
    return noticed(line) if _SIGN.match(line) else None


def mailed(line: str) -> str | None:
    """The paper that opens a line with its address: 들꽃신문 webmaster@…."""
    match = _MAILED.match(line) if "@" in line else None
    return match["name"] if match and medium(match["name"]) else None


def _forbidding(line: str) -> str | None:
    """The paper of a notice without the sign: [들꽃신문 무단전재 금지]."""
    match = _ADDRESSED.match(line) or _FORBIDDEN.match(line)
    return match["name"] if match else None


def _last(name: str) -> str | None:
    """The name at the end of a slogan: 마을과 함께 들꽃신문; its year, address or department is none of it."""
    name = _TRAILING.sub("", name)
    words = name.split()
    if not words or len(name) > 40:
        return None
    if len(words) > 1 and medium(words[-1]) and not all(word.isascii() for word in words):
        return words[-1]
    return name if len(name) >= 2 and not name.isdigit() else None


def sourced(line: str) -> str | None:
    """The paper that a line such as 출처: 들꽃신문 names, or None where what it names is no paper."""
    match = _SOURCE.fullmatch(line)
    return match["name"] if match and medium(match["name"]) else None


def masthead(line: str) -> str | None:
    """The name of the site that a line on top of its page says: of a paper, a station, an office; without what follows."""
    line = _TAGLINE.sub("", regex.sub(r"\t|\s{2,}", " | ", line)).strip(" |·-[]<>〈〉《》")
    words = line.split()
    if not words or len(line) > 24 or len(words) > 4:
        return None
    office = _OFFICE.fullmatch(words[0])
    if office:
        return office["body"]
    if _BODY.fullmatch(words[0]):
        return words[0]
    words = [word for word in words if not word.isascii()]
    named = [word for word in words if medium(word) and len(word) > 2]
    if not named:
        return None
    return named[0] if named[0] == words[0] else " ".join(words[: words.index(named[0]) + 1])


def office(name: str) -> bool:
    """Whether the name is that of a municipality's office: 들꽃시청."""
    return _OFFICE.fullmatch(name.split()[-1]) is not None


def bare_masthead(line: str) -> str | None:
    """A name of Korean letters alone, as a blog or a newsletter has it on the first line of its page."""
    line = _TAGLINE.sub("", line).strip(" |·-")
    return line if _BARE.fullmatch(line) and _GENERIC.search(line) is None else None


def best(noticed: str | None, mast: str | None) -> str | None:
    """Of the name in a notice and that of the masthead the one in Korean, and of two the longer that holds the other."""
    if noticed is None or mast is None:
        return noticed or mast
    if noticed.isascii() or noticed in mast:
        return mast
    return noticed
