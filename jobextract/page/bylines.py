"""Who wrote an article, as Korean pages say it: datelines, bylines, e-mail lines, sign-offs of broadcasts.

Forms: 【신문 도시=이름 기자】, [신문 이름 기자], [도시=신문] 이름 기자 =, (도시=통신) 이름 기자 =, • 이름 기자, /이름기자,
/도시=이름 기자 a@b, 이름 기자 a@b, 신문 이름 기자, 글·사진 이름, 글=이름, 이름·이름 기자, 수습기자, 특파원, KBC 뉴스 이름입니다.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from ..korean.word_lists import pattern, words

_DESK = (
    r"(?:(?:[가-힣]{2,3}담당|수습|인턴|선임|전문|객원|시민|명예|대|의학전문|환경전문|사진|영상|취재|교육|지역|편집)\s?)?기자|(?:[가-힣]{2,6}\s)?특파원"
    r"|논설(?:위원|실장|주간)|편집위원|칼럼니스트|기상캐스터|앵커|리포터|통신원|(?:선임)?에디터|PD|피디|작가"
)
_NAME = r"[가-힣]{2,4}"
_NAMES = rf"{_NAME}(?:\s?[·,ㆍ/&]\s?{_NAME})*+"
_MAIL = r"[\w.+-]{2,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}"
_SIGNED = regex.compile(rf"(?<![가-힣])(?P<names>{_NAMES})\s?(?:{_DESK})(?![가-힣])")
_DATELINE = regex.compile(
    r"\s*[\[【(<〔]\s?(?P<head>[^\[\]【】()<>〔〕]{2,40})[\]】)>〕]\s*"
    rf"(?:(?P<names>{_NAMES})\s?(?:{_DESK})?\s?[=＝])?"
)
_MAILED = regex.compile(rf"(?P<names>{_NAME})\s?(?:{_DESK})?\s?[|/(<\[]?\s?{_MAIL}[\s)\]>]*\Z")
_MAIL_ONLY = regex.compile(rf"[(<\[]?\s?{_MAIL}\s?[)>\]]?")
_BY = re.compile(
    rf"(?:기자명|글[·,/&+]\s?사진|사진[·,/&+]\s?글|글쓴이|글|취재|작성자?|기고|By|by|BY)\s?[=:：|]?\s(?:=\s)?(?P<names>{_NAMES})"
    rf"(?:\s?(?:{_DESK}))?(?:\s?[/,·|]?\s?(?:사진|그림|영상)\s?[=:：]?\s?{_NAME}.{{0,12}})?(?:\s(?:입력|승인|등록)\s.{{0,60}})?"
)
_STAFF = regex.compile(
    r"(?:(?:촬영|영상|취재|편집|그래픽|구성|진행|자막|음향|화면|자료|드론|디자인|제작|연출|출연|기획|사진|영상취재|영상편집|촬영기자|영상디자인|CG|VJ|AD|PD)"
    r"\s?(?:기자|취재|편집|제공|디자인|팀)?\s?[:：=]\s?(?:[^:：=]{2,24}[\s/,|·]*|\Z)){1,6}"
)
_BRACKETS = tuple("[【(<〔")
_SIGNOFF = regex.compile(
    rf"(?:.{{0,60}}\s)?(?P<house>[A-Za-z가-힣]{{2,8}}?)(?:\s?뉴스\s?,?|(?<=[A-Z])|(?<=방송)|(?<=일보)|(?<=신문))\s?(?P<names>{_NAME})(?:입니다|이었습니다|였습니다)\.?(?:\s?◀\s?END\s?▶)?"
    rf"(?:\s?[\[(<]?\s?{_MAIL}\s?[\])>]?)?"
)
_ANNOUNCED = pattern("publishers.announced", who=_NAME)
_BY_LINE = re.compile(
    rf"[\[(<【/=•·\-▶◎■\s]*(?P<before>(?:[^\s\d.,\[\]()]{{1,14}}\s?[=|·/\s)\]】]\s?){{0,4}}?)"
    rf"(?P<names>{_NAMES})\s?(?:{_DESK})(?:\s외\s\d{{1,2}}명)?"
    rf"(?:\s?[=|/·,]\s?|\s|(?=[(<\[]))*(?:[(<\[]?{_MAIL}[)>\]]?)?\s?[\])>】]?"
    rf"(?:\s?(?:입력|기사입력|승인|등록|작성|수정|구독|구독하기|다른기사 보기|다른 기사 보기|페이지|프로필).{{0,60}})?\s*"
)
_BETWEEN = regex.compile(r"[·,ㆍ/&]")
_WORDS = regex.compile(r"[\s|/]+")
_NOT_NAMES = frozenset(words("publishers.not_names"))
_SAID = regex.compile(r"[가-힣][.!?]|[다요]\s*/")
_LONGEST = 140


class Byline(NamedTuple):
    """The writers that a line names, and what stands before the first name (the paper, a place)."""

    names: tuple[str, ...]
    house: str = ""


def byline(line: str) -> Byline | None:
    """What a line of metadata says of the writers, or None where it is no such line."""
    if len(line) > _LONGEST:
        return None
    for form in (_BY, _BY_LINE):
        match = form.fullmatch(line)
        if match and (names := people(match["names"])):
            house = match["before"] if "before" in match.groupdict() else ""
            return Byline(names, paper(house or ""))
    mailed = _MAILED.search(line) if "@" in line else None
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


_OFFICE = regex.compile(
    r"(?:[가-힣]{2,8}\s?)?(?:편집국|편집부|보도국|보도부|뉴스팀|뉴스부|취재팀|취재부|온라인팀|디지털팀|디지털뉴스부)"
)


def bare_name(text: str) -> bool:
    """Whether the text is nothing but what can be a name."""
    return regex.fullmatch(_NAME, text) is not None and text not in _NOT_NAMES


def signoff(line: str) -> Byline | None:
    """KBC 뉴스 나무별입니다, 나무별 기자가 다녀왔습니다: the writer and the station, or None."""
    if len(line) > 90:
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
    place, house, names = _bracket(match["head"])
    names = people(match["names"]) if match["names"] else names
    if not (names or (place and house) or (house and _MEDIUM.search(house))):
        return None
    return place, Byline(names, house), match.end()


_MEDIUM = regex.compile(
    r"(?:일보|신문|뉴스\w{0,3}|경제|방송|TV|티브이|저널|타임[스즈]|미디어|통신|투데이|매일|데일리|닷컴|포스트|헤럴드|시스|프레시안|팩트|라이프|매거진|"
    r"넷|저널리즘|이코노미|리포트|광장|시대|연합|news|NEWS|News|press|Press|[A-Z]{2,4})\Z"
)


def medium(name: str) -> bool:
    """Whether the name ends as those of newspapers and stations do."""
    return _MEDIUM.search(name) is not None


def _bracket(head: str) -> tuple[str, str, tuple[str, ...]]:
    """Place, paper and writers of what a dateline's bracket holds: 도시=신문, 신문 도시=이름 기자, 신문|도시=이름 기자."""
    names: tuple[str, ...] = ()
    signed = list(_SIGNED.finditer(head))
    if signed and signed[-1].end() >= len(head.rstrip()) - 1:
        names, head = people(signed[-1]["names"]), head[: signed[-1].start()]
    left, sign, right = head.partition("=")
    left, right = left.strip(" |·/"), right.strip(" |·/")
    if not sign:
        return "", left, names
    if right:
        return left, right, names
    words = _WORDS.split(left)
    return words[-1] if len(words) > 1 else "", " ".join(words[:-1]) if len(words) > 1 else left, names


def people(text: str) -> tuple[str, ...]:
    """The names in a list of them, without what is none."""
    names = ("".join(name.split()) for name in _BETWEEN.split(text))
    return tuple(
        dict.fromkeys(name for name in names if 2 <= len(name) <= 4 and name not in _NOT_NAMES and not medium(name))
    )
