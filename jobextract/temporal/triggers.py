"""Where a date, a duration or a time can begin, and which of their grammars can read it there.

This is the only part of the date reading that sees every character, so it is one search for figures with a unit behind
them and one for word starts, whose first two syllables are looked up.
"""

from __future__ import annotations

import re

import regex

from .calendar_words import (
    DAYS,
    HOLIDAYS,
    MONTHS,
    SAME_DAYS,
    SAME_MONTHS,
    SAME_YEARS,
    WEEKDAYS,
    WEEKS,
    YEARS,
)
from .length_words import DAY_RANGES, DAY_WORDS
from .ranges import DASHES

#: the grammars: a date, a length of time, a clock time
DATE, LENGTH, CLOCK = "d", "l", "c"

_FIGURE = regex.compile(
    r"[0-9](?:(?<![0-9A-Za-z+].)(?<![0-9][.,:/].)|(?<=[A-Za-z].)(?=[0-9]{3}년)|(?<=[0-9]T.)(?=[0-9]:))"
    rf"(?:[0-9,.]*+(?:\s?[십백천만억]\s?[0-9]*+){{0,6}}+\s?여?\s?(?:[·{DASHES}]\s?['’]?[0-9][0-9,.]*+\s?여?\s?)?"
    r"(?:(?P<dl>[년월일]|분기|사\s?분기|/\s?4|학년도|회계연도)|(?P<d>세기)|(?P<l>시간|[분초주달해박]|개\s?(?:월"
    r"|분기))|(?P<c>시|[apAP]\.?[mM]\b))"
    rf"|(?P<d>[0-9]{{0,3}}\s?[./]\s?[0-9]|[0-9]{{3}}\s?[{DASHES}]\s?['’]?[0-9]"
    r"|[0-9]?(?:\s?[,·ㆍ]\s?[0-9]{1,2}){1,8}\s?[월일]|[0-9]{3}(?:\s?[,·ㆍ]\s?[0-9]{4}){1,9}\s?년"
    r"|[0-9]{3}\s(?=[가-힣\s]{0,10}(?:올림픽|패럴림픽|월드컵|아시안게임|아시아경기|유니버시아드|세계선수권|엑스포|예산안)))"
    r"|(?P<c>[0-9]?:[0-9]))"
)
_NUMERAL = regex.compile(
    r"이\s(?P<dl>[달주날])|(?:[한두세석네넉댓열쉰]|다섯|여섯|일곱|여덟|아홉|스[물무]|서른|마흔|예순|일흔|여든|아흔"
    r"|서너|네댓|너댓|대여섯|예닐곱|일고여덟|여남은|두어)"
    r"[가-힣]{0,4}\s?(?:(?P<d>번째)|(?P<cl>시)|(?P<l>[해달주년]|개\s?분기|분기|개월))"
    r"|[일이삼사오육유칠팔구시십백천](?:[일이삼사오육칠팔구십백천]|(?<=[십백천]) (?=[일이삼사오육칠팔구])){0,12}\s?(?:여\s?)?(?:(?P<dl>[년월일]|사?분기)|(?P<l>[분초주]|개월|시간))"
    r"|(?:수|몇|십수)[십백천만]{0,3}\s?여?\s?(?P<l>[년달주일해분초]|개\s?(?:월|분기)|시간|분기)"
    r"|[밤낮](?P<c>\s?[0-9한두세네다여일아열])|['’‘](?P<d>[0-9]{2}(?:\s?년|\.\s?[0-9]|\s?[~∼]))|올\s?"
    r"(?P<d>[0-9해유시상하연봄여가겨1-4])"
)


def _heads() -> dict[str, str]:
    """The first two syllables of every word that begins a date, a length or a time -> its grammar."""
    words = [*YEARS, *MONTHS, *WEEKS, *DAYS, *SAME_YEARS, *SAME_MONTHS, *SAME_DAYS, *HOLIDAYS]
    words += [f"{day}요일" for day in WEEKDAYS]
    words += [
        "서기",
        "단기",
        "불기",
        "기원",
        "상반기",
        "상·하",
        "하반기",
        "연말",
        "연초",
        "첫째",
        "둘째",
        "셋째",
        "넷째",
        "다섯째",
        "마지막",
        "첫 번째",
        "주말",
        "지난",
        "다음",
        "이번",
    ]
    heads = {word[:2]: DATE for word in words if len(word) > 1}
    lengths = [*DAY_WORDS, *DAY_RANGES, "반년", "며칠", "몇일"]
    times = [
        "오전",
        "오후",
        "새벽",
        "아침",
        "점심",
        "저녁",
        "한밤",
        "심야",
        "정오",
        "자정",
        "am",
        "pm",
        "AM",
        "PM",
        "a.",
        "p.",
    ]
    for grammar, more in ((LENGTH, lengths), (CLOCK, times)):
        for word in more:
            heads[word[:2]] = heads.get(word[:2], "") + grammar
    return heads


def _numeral_pairs() -> frozenset[str]:
    """Every two characters that a Hangul numeral before a unit of time can begin with: 한 달, 두달, 사십 분, 수년."""
    sino, units = "일이삼사오육유칠팔구시십백천", " 년월일달주해시분초개여"
    pairs = {first + second for first in sino for second in sino + units}
    pairs |= {first + second for first in "한두세석네넉댓열쉰" for second in units + "번두세네서다여일아한하어대댓너"}
    pairs |= {first + second for first in "수몇십" for second in units + "십백천만수"}
    pairs |= {first + second for first in "밤낮" for second in " 0123456789한두세네다여일아열"}
    pairs |= {quote + digit for quote in "'’‘" for digit in "0123456789"}
    pairs |= {"올" + second for second in " 123456789해유시상하연봄여가겨"}
    words = "다섯 여섯 일곱 여덟 아홉 스물 스무 서른 마흔 예순 일흔 여든 아흔 서너 네댓 너댓 대여 예닐 일고 여남 두어"
    return frozenset(pairs | set(words.split()))


HEADS = _heads()
_NUMERAL_PAIRS = _numeral_pairs()
_WORD = re.compile(f"[{''.join(sorted({pair[0] for pair in (*HEADS, *_NUMERAL_PAIRS)}))}](?<![가-힣A-Za-z].)")


def find(text: str, start: int, stop: int) -> list[tuple[int, str]]:
    """Positions, in order, each with the grammars to try there."""
    found = [(match.start(), match.lastgroup or "") for match in _FIGURE.finditer(text, start, stop)]
    for match in _WORD.finditer(text, start, stop):
        position = match.start()
        pair = text[position : position + 2]
        if pair in HEADS or pair in _NUMERAL_PAIRS:
            grammars = grammars_at(text, position, stop)
            if grammars:
                found.append((position, grammars))
    found.sort()
    return found


def grammars_at(text: str, position: int, stop: int) -> str:
    """The grammars to try at a word; the empty text where none can begin there."""
    pair = text[position : position + 2]
    grammars = HEADS.get(pair, "")
    if pair in _NUMERAL_PAIRS:
        numeral = _NUMERAL.match(text, position, stop)
        if numeral and numeral.lastgroup:
            grammars += numeral.lastgroup
    return grammars
