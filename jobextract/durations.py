"""Lengths of time as Korean writes them, in the smallest unit that they name.

Forms handled:

* ``3년``, ``1.5시간``, ``1만2천 시간``, ``3~6개월``, ``1시간에서 2시간``, ``10여 년``, ``수십 년``, ``몇 달``;
* compounds ``1시간 30분`` (90 minute), ``1년6개월`` (18 month), ``징역 1년 6월`` (18 month), ``8분12초`` (492 second), ``9초58`` (9.58
  second), ``2박 3일`` (3 day), ``1년 반`` (1.5 year);
* native words ``사흘``, ``보름``, ``하루``, ``반년``, ``며칠``, and numerals: ``두 달``, ``네댓 달``, ``세 분기``, ``사십 분``, ``일주일``;
* what follows and belongs to the length: 여 간 째, 이상 이하 이내 미만 초과 안팎 가량 남짓 정도 내외;
* a distance from a day: ``2년 전``, ``3주 뒤``, ``5일 후`` (``ago``).

``N일`` is a day of the month unless something about it says that it is a length.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import regex

from . import numerals
from .model import Bound

#: what a unit holds of the next smaller one; a year of days and a month of days are rounded, so their sum is approximate
SMALLER = {
    ("year", "month"): 12, ("year", "day"): 365, ("month", "day"): 30, ("week", "day"): 7, ("day", "hour"): 24,
    ("hour", "minute"): 60, ("minute", "second"): 60, ("hour", "second"): 3600,
}  # fmt: skip
DAY_WORDS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "열하루": 11,
    "열이틀": 12, "보름": 15,
}  # fmt: skip
DAY_RANGES = {"하루이틀": (1, 2), "하루 이틀": (1, 2), "이삼일": (2, 3), "사나흘": (3, 4), "삼사일": (3, 4), "사오일": (4, 5)}
BOUNDS: dict[str, Bound] = {"이상": "min", "이하": "max", "이내": "max", "미만": "under", "초과": "over"}
# behind N일: the words that make it a length
_DAY_EVIDENCE = regex.compile(
    r"\s?(?:동안|만에|만(?=[ .,…]|$)|연속|연달아|내내|치(?=[를의 ])|가까이|걸(?:려|린|리|렸)|안에|넘[게은는]|새(?=\s)|사이에|평균|최대\s|[0-9]+회|앞당|늦춰|지난\s뒤)"
)
_LENGTH_BEFORE = regex.compile(r"(?:최대|최장|최소|무려|꼬박|향후|앞으로|휴가|연차|정지|구류|주|일주일에|이레에)\s?$")
_UNTIL_CLAUSE_ENDS = regex.compile(r"\s*(?:$|[.,…”’\"'!?)\]]|에(?![가-힣]))")

_N = r"[0-9][0-9,]*+(?:\.[0-9]+)?(?:\s?[십백천만억](?:\s?[0-9]+(?![0-9]*\s?[년월일시분초주개]))?)*+"
_HANGUL = rf"(?:{'|'.join(sorted((*numerals.FEW, *numerals.AROUND), key=len, reverse=True))}|{numerals.NATIVE}|[일이삼사오육칠팔구십백천만]{{1,12}})"
_VAGUE = r"(?:수(?=[십백천만개년주일]|\s[년달개])[십백천만]*+|몇(?:십|백|천)?|[일이삼사오육칠팔구]?십수)"
_RANGE = r"\s?[~∼～〜\-–—]\s?"
_AND = r"\s?(?:하고|그리고)?\s?"

# unit -> what its word looks like behind a numeral, and what must not follow
_YEAR = r"년(?![생제월]|도(?![가-힣]?\s)|대(?!\s?동안)|형)|해(?=[^가-힣]|$|[에를는동의만]|전|째)"
_MONTH = r"개월|달(?![라려리콤러성력인아])"
_WEEK = r"주일|주(?=[^가-힣]|$|간|째|일|동안|만에|여|에|를|는|은|의|이[상하내]|후|뒤|전|정도|가량|내|연속|씩|치|까지|부터|남짓)(?!년)"
_DAY = r"일(?=[^가-힣]|$|간|째|동안|만|여|이[상하내]|정도|가량|치|연속|내내|씩|후|뒤|전|안|을|이|의|은|걸|미만|남짓)(?!간지)"
_HOUR = r"시간(?![대제표급외강당])"
_MINUTE = r"분(?!의\s?[0-9일이삼사오]|기|과|위|야|량|할|당|쟁|류|포|배|산|석|단|원|양|납|임|열|교|식|리|명|들|께|이\s)"
_SECOND = r"초(?![반등과기선보중급대고순청미봄가겨여])(?:(?P<hundredths>[0-9]{2})(?![0-9]))?+(?![0-9])"
_QUARTER = r"(?:개\s?)?분기(?!점)"


def _piece(unit: str, word: str) -> str:
    return rf"(?P<{unit}>{_N})\s?(?:{word})"


_TO_DAY = rf"(?:{_AND}(?:{_piece('day', _DAY)}|(?P<day_word>{'|'.join(DAY_WORDS)})))?"
_DIGIT = (
    rf"(?<=(?:징역|금고|유예|형)\s?)(?P<year>[0-9]{{1,2}})\s?년\s?(?P<month>1[01]|[1-9])\s?월(?!드)|{_piece('year', _YEAR)}(?:{_AND}{_piece('month', '개월')})?{_TO_DAY}|{_piece('month', _MONTH)}{_TO_DAY}"
    rf"|{_piece('week', _WEEK)}(?:{_AND}{_piece('day', _DAY)})?|(?:[0-9]{{1,2}}박\s?)?{_piece('day', _DAY)}(?:{_AND}{_piece('hour', _HOUR)})?"
    rf"|{_piece('hour', _HOUR)}(?:{_AND}{_piece('minute', _MINUTE)})?(?:{_AND}{_piece('second', _SECOND)})?"
    rf"|{_piece('minute', _MINUTE)}(?:{_AND}{_piece('second', _SECOND)})?|{_piece('second', _SECOND)}|(?P<quarter>{_N})\s?(?:개\s?분기|분기(?=\s?(?:연속|째|만에)))"
)
_ABOUT = r"(?P<about>\s?여\s?)?"
_ANY_UNIT = (
    rf"(?:(?P<u_year>{_YEAR})|(?P<u_month>{_MONTH})|(?P<u_week>{_WEEK})|(?P<u_day>{_DAY})|(?P<u_hour>{_HOUR})|(?P<u_minute>{_MINUTE})"
    rf"|(?P<u_second>{_SECOND})|(?P<u_quarter>개\s?분기))"
)
# the units that a Hangul numeral may stand before without being an ordinary word: 두 분 are people, 이 일 is this matter
_NATIVE_UNIT = rf"(?:(?P<u_year>{_YEAR})|(?P<u_month>{_MONTH})|(?P<u_week>{_WEEK})|(?P<u_hour>{_HOUR})|(?P<u_quarter>{_QUARTER}))"
_HANGUL_FORM = (
    rf"(?P<hangul>{_HANGUL}){_ABOUT}\s?(?:{_NATIVE_UNIT}|(?P<u_minute>분)|(?P<u_day>일)|(?P<u_second>초))"
    rf"(?:{_AND}(?P<day_word>{'|'.join(DAY_WORDS)}))?"
)
_WORD = (
    rf"(?P<day_range>{'|'.join(DAY_RANGES)})|(?P<alone>{'|'.join(sorted(DAY_WORDS, key=len, reverse=True))})(?!빨리|아침|살이|속히|키|달|나라|강)"
    r"|(?P<half_year>반년)|(?P<few_days>며칠|몇\s?일)|(?P<vague>" + _VAGUE + rf")\s?{_ABOUT}{_ANY_UNIT}"
)
_TAIL = (
    r"(?P<and_half>\s?반(?![가-힣&&[^의을은도가이에만간께쯤]]))?(?P<after>\s?여(?![가-힣&&[^간의 만]]))?"
    r"(?:간(?![격담호판선첩주행부사접]))?(?:째(?!로))?(?:\s?(?P<bound>이상|이하|이내|미만|초과)|\s?(?P<loose>안팎|가량|남짓|정도|내외)(?![가-힣&&[^의은는이가을를에로만]]))?"
)
DURATION = regex.compile(
    rf"(?:(?P<low>{_N}){_RANGE}(?P<high>{_N}){_ABOUT}\s?{_ANY_UNIT}|(?P<number>{_N})(?P<about>\s?여\s?){_ANY_UNIT}|{_DIGIT}|{_WORD}|{_HANGUL_FORM}){_TAIL}",
    regex.VERSION1,
)
_TO_SECOND = regex.compile(rf"(?:에서|부터)\s?(?=[0-9])")
# 전 and 후 open many words and titles (3일 전국, 27일 전 장관), so only where nothing of the sort can follow
AGO = regex.compile(
    r"\s?(?:(?P<before>전)(?![가-힣&&[^에까보의인과만부이]]|\s(?:세계|국민|직원|임직원|세대|과정|구간|지역|부처|대통령|장관|의원|총리|시장|회장|대표|위원|청장|감독|이사))"
    r"|(?P<later>[후뒤](?![가-힣&&[^에의부인까로면엔쯤]])|지나서))",
    regex.VERSION1,
)
_ABOUT_BEFORE = regex.compile(r"(?:약|대략|거의|줄잡아|어림잡아)\s?$")
_BOUND_BEFORE = regex.compile(r"(?:(?P<max>최대|최장|길게는|늦어도)|(?P<min>최소|적어도|짧게는))\s?$")


class Length(NamedTuple):
    """A duration in a text; ``named`` are the units as written, for counting from a day."""

    start: int
    end: int
    unit: str
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: Bound | None = None
    approx: bool = False
    named: tuple[tuple[str, int], ...] = ()
    bare: bool = True


def read(text: str, position: int, stop: int) -> Length | None:
    """The duration that begins at ``position``, or None."""
    match = DURATION.match(text, position, stop)
    if not match:
        return None
    amount = _amount(match)
    if amount is None or not _is_length(text, match, amount, stop):
        return None
    unit, value, low, high, approx, named = amount
    if match["and_half"] and value is not None:
        value += Decimal("0.5")
    before = text[max(0, position - 5) : position]
    bound = BOUNDS.get(match["bound"] or "") or _bound_before(before)
    approx = approx or bool(match["loose"] or match["after"] or match["about"]) or _ABOUT_BEFORE.search(before) is not None
    if bound and value is not None:
        low, high = (value, None) if bound in ("min", "over") else (None, value)
    bare = match.end() == _end_of_unit(match)
    return Length(position, match.end(), unit, value, low, high, bound, approx, named, bare)


def clause_ends(text: str, position: int, stop: int) -> bool:
    """Whether nothing that the length could measure follows: 지난 2주. 다음 3년에"""
    return _UNTIL_CLAUSE_ENDS.match(text, position, stop) is not None


def _end_of_unit(match: regex.Match[str]) -> int:
    tails = [match.start(name) for name in ("and_half", "after", "bound", "loose") if match[name]]
    return min(tails, default=match.end()) if not match[0].endswith(("간", "째")) or match[0].endswith("시간") else -1


def _bound_before(before: str) -> Bound | None:
    match = _BOUND_BEFORE.search(before)
    return (("max" if match["max"] else "min") if match else None)


Amount = tuple[str, Decimal | None, Decimal | None, Decimal | None, bool, tuple[tuple[str, int], ...]]
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second", "quarter")


def _unit(match: regex.Match[str]) -> str | None:
    return next((unit for unit in _UNITS if match[f"u_{unit}"]), None)


def _amount(match: regex.Match[str]) -> Amount | None:
    """unit, value, low, high, approximate, units as named; None where the numeral is none."""
    if match["low"]:
        return _range(match)
    if match["alone"]:
        days = Decimal(DAY_WORDS[match["alone"]])
        return "day", days, None, None, False, (("day", int(days)),)
    if match["day_range"]:
        low, high = DAY_RANGES[match["day_range"]]
        return "day", None, Decimal(low), Decimal(high), True, ()
    if match["half_year"]:
        return "month", Decimal(6), None, None, False, (("month", 6),)
    if match["few_days"] or match["vague"]:
        return _unit(match) or "day", None, None, None, True, ()
    if match["hangul"]:
        return _hangul(match)
    if match["number"]:
        value = numerals.parse(match["number"])
        return (_unit(match) or "", value, None, None, True, ()) if value is not None else None
    return _compound(match)


def _range(match: regex.Match[str]) -> Amount | None:
    high = numerals.read(match["high"], 0)
    low = numerals.parse(match["low"])
    unit = _unit(match)
    if low is None or high is None or high.value is None or unit is None:
        return None
    low = low * high.scale if low < high.scale else low
    return (unit, None, low, high.value, False, ()) if low < high.value else None


def _hangul(match: regex.Match[str]) -> Amount | None:
    numeral = numerals.read(match["hangul"], 0)
    unit = _unit(match)
    if numeral is None or numeral.end != len(match["hangul"]) or unit is None:
        return None
    if numeral.value is None:
        return unit, None, numeral.low, numeral.high, numeral.approx, ()
    named = ((unit, int(numeral.value)),)
    if match["day_word"] and (unit, "day") in SMALLER:
        days = DAY_WORDS[match["day_word"]]
        return "day", numeral.value * SMALLER[unit, "day"] + days, None, None, unit != "week", (*named, ("day", days))
    return unit, numeral.value, None, None, numeral.approx, named


def _compound(match: regex.Match[str]) -> Amount | None:
    """The pieces from the largest to the smallest, summed in the smallest."""
    pieces = [(unit, numerals.parse(match[unit])) for unit in _UNITS if match[unit]]
    if match["day_word"]:
        pieces.append(("day", Decimal(DAY_WORDS[match["day_word"]])))
    if not pieces or any(value is None for _, value in pieces):
        return None
    smallest = pieces[-1][0]
    total, approx = Decimal(int(match["hundredths"] or 0)) / 100, False
    for unit, value in pieces:
        total += (value or 0) * SMALLER.get((unit, smallest), 1)
        approx = approx or (smallest == "day" and unit in ("year", "month"))
    named = tuple((unit, int(value or 0)) for unit, value in pieces if value == int(value or 0))
    return smallest, total, None, None, approx, named


def _is_length(text: str, match: regex.Match[str], amount: Amount, stop: int) -> bool:
    """Whether the words mean a length of time and not a date, people or part of a word."""
    if match["hangul"]:
        return _hangul_is_length(text, match, amount, stop)
    single = match["day"] and not any(match[unit] for unit in ("year", "month", "week", "hour")) and "박" not in match[0]
    if single or match["u_day"]:
        return _days_are_length(text, match, amount, stop)
    if match["year"] and _REIGN.search(text[max(0, match.start() - 5) : match.start()]):
        return False
    if match["year"] and amount[1] is not None and not match["month"] and not match["day"]:
        return _years_are_length(text, match, amount[1], stop)
    if match["week"] and amount[1] is not None and amount[1] > 104:
        return False
    return True


def _days_are_length(text: str, match: regex.Match[str], amount: Amount, stop: int) -> bool:
    value = amount[1] if amount[1] is not None else amount[3]
    if match["vague"] or value is None or value > 31 or value != int(value) or match["about"]:
        return True
    if match.end() > match.start() + len(match[0].rstrip("간째")) or match["bound"] or match["loose"] or match["after"]:
        return True
    return bool(
        _DAY_EVIDENCE.match(text, match.end(), stop)
        or AGO.match(text, match.end(), stop)
        or _LENGTH_BEFORE.search(text[max(0, match.start() - 6) : match.start()])
    )


# 정조 19년: the year of a reign
_REIGN = regex.compile(
    r"(?<![가-힣])(?:태조|정종|태종|세종|문종|단종|세조|예종|성종|중종|인종|명종|선조|인조|효종|현종|숙종|경종|영조|정조|순조|헌종|철종|고종|순종"
    r"|광해군|연산군|단기|서기|불기)\s?$"
)
_OF_HISTORY = regex.compile(r"\s?(?:동안|만에|전통|고도|고찰|사직|세월|역사|넘[게은는])")


def _years_are_length(text: str, match: regex.Match[str], value: Decimal, stop: int) -> bool:
    if value < 1000 or value >= 2200 or "," in match["year"]:
        return True
    return value % 100 == 0 and _OF_HISTORY.match(text, match.end(), stop) is not None


_SAFE_SINO = regex.compile(r"[이삼사오육칠팔구]?십[일이삼사오육칠팔구]?|.*[백천만].*|일(?=년|주)")


def _hangul_is_length(text: str, match: regex.Match[str], amount: Amount, stop: int) -> bool:
    """A native numeral before 달 or 시간 is safe; 이년, 삼일, 오분 are ordinary words unless something follows."""
    unit, word = amount[0], match["hangul"]
    sino = all(syllable in "일이삼사오육칠팔구십백천만" for syllable in word)
    followed = match.end() > _end_of_unit(match) or match["about"] or match["day_word"]
    evidence = bool(followed or _DAY_EVIDENCE.match(text, match.end(), stop) or AGO.match(text, match.end(), stop))
    if not sino:
        return _unit(match) in ("year", "month", "week", "hour", "quarter")
    if unit in ("month", "hour") or (unit == "week" and match[0].startswith("일주일")):
        return True
    closed = regex.match(r"[^가-힣]|$|[에의을이은만]", text, pos=match.end(), endpos=stop) is not None
    if unit in ("minute", "year") and _SAFE_SINO.match(word + text[match.start() + len(word) : match.start() + len(word) + 1]):
        return (closed or evidence) and word != "십" or evidence
    return evidence
