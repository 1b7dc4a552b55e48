"""What stands around a quantity and bounds or loosens it, and the ranges that two quantities make.

* in the span, behind: 이상 이하 이내 미만 초과 안팎 가량 남짓 정도 내외, and the 대 of 16만원대
* outside the span, before: 약 최대 최소 적어도 많게는; behind: 까지 넘는 육박 웃도는 밑도는 쯤 수준
* ranges: 20~30개, 10만∼15만 원, 200~300억원 (both ends times 억), 3천에서 5천 명, 8세부터 80세까지

초과 is not 이상: bound ``over`` leaves the value out, ``min`` takes it in.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import get_args

import regex

from ..model import Bound
from .matcher import Reading

_SUFFIX = re.compile(
    r"\s?(?:(?P<min>이상(?![하향한할형]|기[후온]|적|현상|스레|스럽|반응|징후))|(?P<max>이하(?!늬)|이내)|(?P<under>미만)"
    r"|(?P<over>초과(?!근무|수당|이익|달성|세수|공급|수요|[하했한할]|\s?(?:달성|근무|수당|세수)))"
    r"|(?P<approx>안팎|가량|남짓|정도(?!경영|전[이은의,])|내외(?!국|신|적|부|하|빈|과)|여(?=\s?만에)))"
)
# 16만원대, 2%대: somewhere from there on; 대 alone counts vehicles and opens 대출, 대상
_BAND = re.compile(
    r"대(?:(?![가-힣])|(?=[의로에를가는은](?![가-힣]{2})|까지|였|이[다며었지고라]|지만|라|나(?![가-힣])))"
)
_BANDED = ("money", "percent", "count")
_LOOSE = re.compile(r"\s?(?:쯤|수준(?!급|별|이 (?:높|낮)))")
# 13승째, 9거래일째: the suffix belongs to the figure
_NTH_TIME = re.compile(r"째(?![가-힣]{3})")
_UPTO = re.compile(r"\s?까지")
_VERB = regex.compile(
    r"(?:에도|에는|[을를이가도은는에]|보다)?\s?(?:훌쩍|훨씬|크게|조금|약간|살짝|가뿐히|처음으로|처음)?\s?"
    r"(?:(?P<over>돌파[했한하]|넘(?!어서|나|버|치|기지|지 (?:못|않))|웃도|웃돌|상회|초과[하했한할])|(?P<under>(?:아래|밑)로(?!\s?내려다)|못\s?채[웠우운]|밑도|밑돌|못\s?미[치쳤친칠쳐]|미치지\s?못|미달|하회)"
    r"|(?P<upto>육박|가까[이운웠]|다가))"
)
_LOOSENING = ("약", "대략", "어림잡아", "거의", "얼추", "줄잡아")
_AT_LEAST = ("최소", "최소한", "적어도", "못해도", "적게는", "최저")
_AT_MOST = ("최대", "최장", "최고", "최다", "많게는", "길게는", "많아야", "기껏해야")
_BEFORE = regex.compile(
    rf"(?<=(?<![가-힣])(?:(?P<approx>{'|'.join(_LOOSENING)})|(?P<min>{'|'.join(_AT_LEAST)})|(?P<max>{'|'.join(_AT_MOST)}))"
    r"\s?(?:약\s?)?)"
)
# a look at one letter spares most quantities the pattern
_LAST_BEFORE = {word[-1] for word in (*_LOOSENING, *_AT_LEAST, *_AT_MOST)}
_COMPARED = regex.compile(
    r"\s?보다\s?(?:(?P<min>(?:크|높|많)거나\s?같)|(?P<max>(?:작|낮|적)거나\s?같)|(?P<over>크|큰|높|많|길)|(?P<under>작|낮|적|짧))"
    r"(?:고|지만|거나|다|은)?+|\s?[과와]\s같거나\s(?:(?P<max>작|낮|적)|(?P<min>크|높|많))은?"
    r"|(?:\s?이거나|\s?거나|,?\s(?:또는|혹은))\s그(?:\s?(?:(?P<min>이상)|(?P<max>이하|이내)|(?P<under>미만)|(?P<over>초과))"
    r"|보다\s(?:(?P<min>[크큰]|[많높길]은?|[긴늦])|(?P<max>작은?|적은?|낮은?|짧은?|이른)))(?:\s?수(?![가-힣]))?+"
    r"|\s?(?P<under>아래|밑)(?=[이에의인])|\s?(?:(?P<min>>=|≥)|(?P<max><=|≤))"
)
_SYMBOL_BEFORE = regex.compile(r"(?<=(?<![<>=])(?P<bound>>=|<=|[<>≥≤])\s?-?)")
_SYMBOLS: dict[str, Bound] = {">": "over", "<": "under", ">=": "min", "≥": "min", "<=": "max", "≤": "max"}
_LAST_OF_SYMBOLS = frozenset("<>=≥≤")
_BOTH = regex.compile(r",?\s?")
# what _SUFFIX, _BAND, _LOOSE, _UPTO and _VERB begin with: a look at it spares most quantities all five
_ANY_BEHIND = re.compile(
    r"\s?(?:이[상하내]|미만|초과|안팎|가량|남짓|정도|내외|여\s?만|쯤|수준|까지)|대"
    r"|(?:에도|에는|[을를이가도은는에]|보다)?\s?(?:훌쩍|훨씬|크게|조금|약간|살짝|가뿐|처음|넘|웃[도돌]|상회|초과|돌파|아래로|밑로|밑[도돌로]|못\s?[미채]|미치지|미달|하회|육박|가까|다가)"
)
# a number alone may also be compared: 20보다 크고 35 이하
_ANY_COMPARED = re.compile(r",?\s?(?:보다|[과와]\s같|이?거나\s그|또는\s그|혹은\s그|아래|밑|[><≥≤])")
# a figure with a unit is compared with itself only: 500개 또는 그 이상
_ITSELF = re.compile(r"\s?이거나\s그|\s?거나\s그|,?\s(?:또는|혹은)\s그")
_AIM_BEFORE = re.compile(r"목표|전망|예상|기준|평균|한도|정원|기록")
_SEPARATOR = re.compile(
    r"\s?[~∼～〜–—-]\s?|에서\s(?:최대\s|많게는\s|많으면\s|최고\s|최소\s|적게는\s)?|부터\s|[과와]\s|\s?내지\s|[·ㆍ]"
)
_BETWEEN = regex.compile(r"\s?사이")
_CHANGED = regex.compile(r"\s?선?(?:으로|로)(?!써)|[이가]\s(?:된|될|됐|되[었고며는면])|[을를]\s?(?:넘|웃도|웃돌|돌파)")
_UNTIL = regex.compile(r"\s?(?:까지|사이)")
_UNTIL_END = regex.compile(r"까지")
_DIFFERENCE = regex.compile(r"(?:이나|[이가])?\s?(?:줄|늘|감소|증가|빠졌|빠진|깎|더 |올[라랐]|내[려렸]|떨어|뛰|추가)")
_JOINS = set("~∼～〜–—- 에부과와보이초미,또혹내·ㆍ")


def may_join(text: str, end: int) -> bool:
    """Whether what stands at ``end`` can lead on to the other end of a range."""
    return text[end : end + 1] in _JOINS


def qualify(text: str, reading: Reading, end: int) -> Reading:
    """The reading with its bound and looseness, and its end behind a suffix such as 이상."""
    if (
        reading.kind == "count"
        and reading.unit != "번"
        and text.startswith("째", reading.end)
        and _NTH_TIME.match(text, reading.end, end)
    ):
        reading = reading._replace(end=reading.end + 1)
    stop, bound, approx = _behind(text, reading, end)
    near = text[max(0, reading.start - 2) : reading.start].rstrip()
    before = _BEFORE.match(text, reading.start) if near[-1:] in _LAST_BEFORE else None
    if before:
        approx = approx or before["approx"] is not None
        marked: Bound | None = "min" if before["min"] else "max" if before["max"] else None
        bound = marked if marked and bound in (None, "upto") else bound
    if stop == reading.end and bound is None and not approx:
        return reading
    return _bounded(reading._replace(end=stop, approx=reading.approx or approx), bound)


def _behind(text: str, reading: Reading, end: int) -> tuple[int, Bound | None, bool]:
    qualified = _ANY_BEHIND.match(text, reading.end, end) is not None
    if qualified and (match := _SUFFIX.match(text, reading.end, end)):
        return match.end(), _bound(match), match["approx"] is not None
    alone = reading.kind == "number" or reading.rule == "rates.share"
    compared = _compared(text, reading, end) if alone or _ITSELF.match(text, reading.end, end) else None
    if compared or not qualified:
        return compared or (reading.end, None, False)
    band = _BAND.match(text, reading.end, end) if reading.kind in _BANDED else None
    if band:
        return band.end(), None, True
    approx = _LOOSE.match(text, reading.end, end) is not None
    if _UPTO.match(text, reading.end, end):
        return reading.end, "upto", approx
    verb = _VERB.match(text, reading.end, end)
    if verb and (not verb["over"] or not _AIM_BEFORE.search(text, max(0, reading.start - 12), reading.start)):
        return reading.end, _bound(verb), approx
    return reading.end, None, approx


def _compared(text: str, reading: Reading, end: int) -> tuple[int, Bound | None, bool] | None:
    if _ANY_COMPARED.match(text, reading.end, end) and (match := _COMPARED.match(text, reading.end, end)):
        return match.end(), _bound(match), False
    before = text[max(0, reading.start - 3) : reading.start].rstrip("-").rstrip()
    symbol = _SYMBOL_BEFORE.match(text, reading.start) if before[-1:] in _LAST_OF_SYMBOLS else None
    return (reading.end, _SYMBOLS[symbol["bound"]], False) if symbol else None


def _bound(match: regex.Match[str] | re.Match[str]) -> Bound | None:
    names, bounds = match.groupdict(), get_args(Bound)
    return next((name for name in bounds if names.get(name)), None)


def _bounded(reading: Reading, bound: Bound | None) -> Reading:
    """``low`` and ``high`` follow from the bound: 15세 이상 has a low of 15, 20대 이하 a high of 29."""
    if bound is None:
        return reading
    value, low, high = reading.value, reading.low, reading.high
    if bound in ("min", "over"):
        low, high = (value if value is not None else low), None
    else:
        high, low = (value if value is not None else high), None
    return reading._replace(bound=bound, low=low, high=high)


def join(text: str, first: Reading, second: Reading) -> Reading | None:
    """The range that two neighbouring quantities make, or None where they are two figures."""
    if first.kind == second.kind == "number" and first.bound and second.bound:
        return _two_sided(text, first, second)
    between = _SEPARATOR.fullmatch(text, first.end, second.start)
    if not between or not _alike(first, second) or first.bound == "upto":
        return None
    separator = between[0]
    if separator in "·ㆍ" and not _two_decades(first, second):
        return None
    if separator[0] in "에부" and not _is_range(text, first, second, separator):
        return None
    if separator[0] in "과와" and not _BETWEEN.match(text, second.end):
        return None
    low, high = _ends(first, second)
    if low is None or high is None or low == high:
        return None
    if low > high:
        low, high = high, low
        bounded = first.bound is not None and second.bound is not None  # 최대 30개에서 최소 20개
        if separator.strip() in "~∼～〜–—-" or (separator[0] == "에" and not bounded):
            return None
    approx = first.approx or second.approx
    until = _UNTIL_END.match(text, second.end) if separator[0] == "부" else None
    stop = until.end() if until else second.end
    return second._replace(start=first.start, end=stop, value=None, low=low, high=high, approx=approx, bound=None)


def _two_decades(first: Reading, second: Reading) -> bool:
    """20·30대: two decades of age that follow each other are one span of years."""
    return second.width is not None and first.value is not None and first.value + second.width + 1 == second.low


def _two_sided(text: str, first: Reading, second: Reading) -> Reading | None:
    """20보다 크고 35보다 작은, 50 이하, 20 이상: a lower and an upper bound on one number."""
    low, high = (first, second) if first.low is not None else (second, first)
    if low.low is None or high.high is None or low.high is not None:
        return None
    if not _BOTH.fullmatch(text, first.end, second.start):
        return None
    if low.low >= high.high:
        return None
    return second._replace(start=first.start, value=None, low=low.low, high=high.high, bound=None)


def _alike(first: Reading, second: Reading) -> bool:
    return (first.kind == "number" and first.unit is None) or (first.kind, first.unit) == (second.kind, second.unit)


def _is_range(text: str, first: Reading, second: Reading, separator: str) -> bool:
    """From 20 to 30: a range, but in 20명에서 30명으로 늘었다 a change, two figures, as in 20명에서 30명까지."""
    if _CHANGED.match(text, second.end):
        return False
    if separator == "에서 " and second.kind != "number" and _UNTIL_END.match(text, second.end):
        return False
    if separator[0] == "부":
        return _UNTIL.match(text, second.end) is not None
    return len(separator.split()) > 1 or not _DIFFERENCE.match(text, second.end)


def _ends(first: Reading, second: Reading) -> tuple[Decimal | None, Decimal | None]:
    low = first.value if first.value is not None else first.low
    high = second.high if second.width is not None else second.value if second.value is not None else second.high
    return _share_scale(first, second, low), high


def _share_scale(first: Reading, second: Reading, low: Decimal | None) -> Decimal | None:
    """200~300억: the multiplier at the end serves both, where the first end has none and would be the smaller one."""
    one, other = first.numeral, second.numeral
    if low is None or one is None or other is None or first.unit is not None or other.value is None:
        return low
    if one.style in ("digit", "mixed") and other.scale > 1 and low < other.value / other.scale:
        return low * other.scale
    return low
