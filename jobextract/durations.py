"""Lengths of time as Korean writes them, in the smallest unit that they name.

Forms handled:

* ``3년``, ``1.5시간``, ``1만2천 시간``, ``3~6개월``, ``1시간에서 2시간``, ``10여 년``, ``수십 년``, ``몇 달``;
* compounds ``1시간 30분`` (90 minute), ``1년6개월`` (18 month), ``징역 1년 6월`` (18 month), ``8분12초`` (492 second),
  ``9초58`` (9.58 second), ``2박 3일`` (3 day), ``1년 반`` (1.5 year);
* native words ``사흘``, ``보름``, ``하루``, ``반년``, ``며칠``, and numerals: ``두 달``, ``네댓 달``, ``세 분기``,
  ``사십 분``, ``일주일``;
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

#: what a unit holds of the next smaller one; a year of days and a month of days are rounded, so their sum is
#: approximate
SMALLER = {
    ("year", "month"): 12, ("year", "day"): 365, ("month", "day"): 30, ("week", "day"): 7, ("day", "hour"): 24,
    ("hour", "minute"): 60, ("minute", "second"): 60, ("hour", "second"): 3600,
}  # fmt: skip
DAY_WORDS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "열하루": 11,
    "열이틀": 12, "보름": 15,
}  # fmt: skip
DAY_RANGES = {"하루이틀": (1, 2), "하루 이틀": (1, 2), "이삼일": (2, 3), "사나흘": (3, 4), "삼사일": (3, 4), "사오일": (4, 5)}
BOUNDS: dict[str, Bound] = {"이상": "min", "이하": "max", "이내": "max", "미만": "under", "초과": "over"}
# behind N일: the words that make it a length
_DAY_EVIDENCE = regex.compile(
    r"\s?(?:동안|만에|만(?=[ .,…]|$)|연속|연달아|내내|치(?=[를의 ])|가까이|걸(?:려|린|리|렸)|안에|넘[게은는]|새(?=\s)"
    r"|사이에|평균|최대\s|[0-9]+회|앞당|늦춰|지난\s뒤)"
)
_LENGTH_BEFORE = regex.compile(r"(?:최대|최장|최소|무려|꼬박|향후|앞으로|휴가|연차|정지|구류|주|일주일에|이레에)\s?$")
_UNTIL_CLAUSE_ENDS = regex.compile(r"\s*(?:$|[.,…”’\"'!?)\]]|에(?![가-힣]))")

_N = r"[0-9][0-9,]*+(?:\.[0-9]+)?+(?:\s?[십백천만억](?:\s?[0-9]+(?![0-9]*\s?[년월일시분초주개]))?){0,6}+"
_SMALL_N = r"[0-9]++(?:\.[0-9]+)?+"
_HANGUL = (
    rf"(?:{'|'.join(sorted((*numerals.FEW, *numerals.AROUND), key=len, reverse=True))}|{numerals.NATIVE}"
    rf"|[일이삼사오육칠팔구십백천만]{{1,12}})"
)
# 수주, 수분, 수달 and 수해 are words of their own
_VAGUE = (
    r"(?:수(?=년|개\s?[월분]|시간|[일주](?:간|째|\s?[전후만])|\s(?:년|개\s?월|[주일]간|시간))|수[십백천만]++|몇(?:십"
    r"|백|천)?|[일이삼사오육칠팔구]?십수)"
)
_AND = r"\s?(?:하고|그리고)?\s?"
_DAYS = "|".join(sorted(DAY_WORDS, key=len, reverse=True))

# unit -> what its word looks like behind a numeral, and what must not follow
_YEAR = r"년(?![생제월형]|도(?![가-힣]?\s)|대(?!\s?동안))|해(?=[^가-힣]|$|[에를는동의만]|전|째)"
_MONTH = r"개월|달(?![라려리콤러성력인아음])"
_WEEK = (
    r"주일|주(?=[^가-힣]|$|간|째|일|동안|만에|여|에|를|는|은|의|이[상하내]|후|뒤|전|정도|가량|내|연속|씩|치|까지|부터"
    r"|남짓)(?!년)"
)
_DAY = (
    r"일(?=[^가-힣]|$|간|째|동안|만|여|이[상하내]|정도|가량|치|연속|내내|씩|후|뒤|전|안|을|이|의|은|걸|미만|남짓)"
    r"(?!간지)"
)
_HOUR = r"시간(?![대제표급외강당])"
_MINUTE = r"분(?!의\s?[0-9일이삼사오]|기|과|위|야|량|할|당|쟁|류|포|배|산|석|단|원|양|납|임|열|교|식|리|명|들|께)"
_SECOND = r"초(?![반등과기선보중급대고순청미봄가겨여])(?:(?P<hundredths>[0-9]{2})(?![0-9]))?+(?![0-9])"
_QUARTER = r"개\s?분기(?!점)|(?<=[세두한네]\s?)분기(?!점)|분기(?=\s?(?:연속|째|만에))"

_AND_DAY = rf"(?:{_AND}(?:(?P<day>{_SMALL_N})\s?(?:{_DAY})|(?P<day_word>{_DAYS})))?"
_AND_SECOND = rf"(?:{_AND}(?P<second>{_SMALL_N})\s?(?:{_SECOND}))?"
_UNIT = (
    rf"(?:(?P<u_year>{_YEAR})(?:{_AND}(?P<month>{_SMALL_N})\s?개월)?{_AND_DAY}|(?P<u_month>{_MONTH}){_AND_DAY}|"
    rf"(?P<u_week>{_WEEK}){_AND_DAY}"
    rf"|(?P<u_day>{_DAY})(?:{_AND}(?P<hour>{_SMALL_N})\s?{_HOUR})?"
    rf"|(?P<u_hour>{_HOUR})(?:{_AND}(?P<minute>{_SMALL_N})\s?{_MINUTE})?{_AND_SECOND}|"
    rf"(?P<u_minute>{_MINUTE}){_AND_SECOND}|(?P<u_second>{_SECOND})"
    rf"|(?P<u_quarter>{_QUARTER}))"
)
# 징역 1년 6월: in a sentence 월 counts months
_SENTENCE = (
    r"(?P<years>[0-9]{1,2})\s?년\s?(?P<months>1[01]|[1-9])\s?월(?!드)(?<=(?:징역|금고|유예|형)\s?[0-9년월\s]{4,9})"
)
_CLOSED_WORD = (
    r"(?=[^가-힣]|$|간|째|동안|만|여|이(?![네나])|을|은|의|에|도|전|후(?!드)|뒤|치|밤|씩|쯤|내내|까지|남짓|가량|정도"
    r"|안팎|넘|걸|새|연속|마다|된|로|뿐|가|를|나(?!무|물|라|리))"
)
_WORD = (
    rf"(?P<day_range>{'|'.join(DAY_RANGES)})|(?P<alone>{_DAYS}){_CLOSED_WORD}|(?P<half_year>반년)|(?P<few_days>며칠"
    rf"|몇\s?일)"
)
_TAIL = (
    r"(?P<and_half>\s?반(?![가-힣&&[^의을은도가이에만간께쯤]]))?(?P<after>\s?여(?![가-힣&&[^간의 만]]))?"
    r"(?:간(?![격담호판선첩주행부사접]))?(?:째(?!로))?(?:\s?(?P<bound>이상|이하|이내|미만|초과)|\s?(?P<loose>안팎"
    r"|가량|남짓|정도|내외)(?![가-힣&&[^의은는이가을를에로만]]))?"
)
DURATION = regex.compile(
    rf"(?:{_SENTENCE}|(?:(?:[0-9]{{1,2}}박\s?)?(?P<number>{_N})(?:\s?[~∼～〜\-–—]\s?(?P<high>{_N}))?|"
    rf"(?P<vague>{_VAGUE})|(?P<hangul>{_HANGUL}))"
    rf"(?P<about>\s?여(?=\s?[년개달주일시분초]))?+\s?{_UNIT}|{_WORD}){_TAIL}",
    regex.VERSION1,
)
_GROUPS = sorted(DURATION.groupindex, key=DURATION.groupindex.__getitem__)
# 전 and 후 open many words and titles (3일 전국, 27일 전 장관), so only where nothing of the sort can follow
AGO = regex.compile(
    r"\s?(?:(?P<before>전)(?![가-힣&&[^에까보의인과만부이]]|\s(?:세계|국민|직원|임직원|세대|과정|구간|지역|부처"
    r"|대통령|장관|의원|총리|시장|회장|대표|위원|청장|감독|이사))"
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
    found = {name: value for name, value in zip(_GROUPS, match.groups(), strict=True) if value is not None}
    amount = _amount(found)
    if amount is None or not _is_length(text, match, found, amount, stop):
        return None
    unit, value, low, high, approx, named = amount
    if "and_half" in found and value is not None:
        value += Decimal("0.5")
    before = text[max(0, position - 5) : position]
    bound = BOUNDS.get(found.get("bound", "")) or _bound_before(before)
    approx = approx or not found.keys().isdisjoint(("loose", "after", "about")) or _ABOUT_BEFORE.search(before) is not None
    if bound and value is not None:
        low, high = (value, None) if bound in ("min", "over") else (None, value)
    return Length(position, match.end(), unit, value, low, high, bound, approx, named, not _has_tail(match, found))


def may_be(text: str, start: int, end: int, stop: int, is_day: bool) -> bool:
    """Whether the date at ``start:end`` could be a length after all: 30일간, 3분기 연속, 2000년 역사, 징역 12년 6월."""
    if _LIKE_LENGTH.match(text, end, stop):
        return True
    before = text[max(0, start - 6) : start].rstrip()
    return before.endswith(_SENTENCED) or (is_day and _LENGTH_BEFORE.search(before) is not None)


_SENTENCED = ("징역", "금고", "유예", "형")
_LIKE_LENGTH = regex.compile(
    r"\s?(?:간|째|여|동안|만|이[상하내]|정도|가량|남짓|안팎|미만|초과|내외|연속|연달아|내내|치|가까이|걸|안에|넘|새"
    r"|사이|앞당|늦춰|전|후|뒤|지나|평균|최대|[0-9]+회"
    r"|전통|고도|고찰|사직|세월|역사|하고|반)"
)


def clause_ends(text: str, position: int, stop: int) -> bool:
    """Whether nothing that the length could measure follows: 지난 2주. 다음 3년에"""
    return _UNTIL_CLAUSE_ENDS.match(text, position, stop) is not None


def _has_tail(match: regex.Match[str], found: dict[str, str]) -> bool:
    """Whether 여, 간, 째, 이상 and the like close the length."""
    closed = match[0].endswith(("간", "째")) and not match[0].endswith("시간")
    return closed or not found.keys().isdisjoint(("and_half", "after", "bound", "loose"))


def _bound_before(before: str) -> Bound | None:
    match = _BOUND_BEFORE.search(before)
    return (("max" if match["max"] else "min") if match else None)


Amount = tuple[str, Decimal | None, Decimal | None, Decimal | None, bool, tuple[tuple[str, int], ...]]
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second", "quarter")


def _unit(found: dict[str, str]) -> str | None:
    return next((unit for unit in _UNITS if f"u_{unit}" in found), None)


def _amount(found: dict[str, str]) -> Amount | None:
    """unit, value, low, high, approximate, units as named; None where the numeral is none."""
    if "alone" in found:
        days = DAY_WORDS[found["alone"]]
        return "day", Decimal(days), None, None, False, (("day", days),)
    if "day_range" in found:
        low, high = DAY_RANGES[found["day_range"]]
        return "day", None, Decimal(low), Decimal(high), True, ()
    if "half_year" in found:
        return "month", Decimal(6), None, None, False, (("month", 6),)
    if "few_days" in found or "vague" in found:
        return _unit(found) or "day", None, None, None, True, ()
    if "high" in found:
        return _range(found)
    return _compound(found)


def _range(found: dict[str, str]) -> Amount | None:
    high = numerals.read(found["high"], 0)
    low = numerals.parse(found["number"])
    unit = _unit(found)
    if low is None or high is None or high.value is None or unit is None:
        return None
    low = low * high.scale if low < high.scale else low
    return (unit, None, low, high.value, False, ()) if low < high.value else None


def _compound(found: dict[str, str]) -> Amount | None:
    """The pieces from the largest to the smallest, summed in the smallest."""
    pieces = _pieces(found)
    if pieces is None:
        return None
    first, smallest = pieces[0], pieces[-1][0]
    if first[1] is None:
        numeral = numerals.read(found["hangul"], 0)
        return (smallest, None, numeral.low, numeral.high, True, ()) if numeral and len(pieces) == 1 else None
    total = Decimal(int(found.get("hundredths", 0))) / 100 if "hundredths" in found else Decimal(0)
    approx = smallest == "day" and first[0] in ("year", "month")
    for unit, value in pieces:
        total += (value or 0) * SMALLER.get((unit, smallest), 1)
    named = tuple((unit, int(value or 0)) for unit, value in pieces if value == int(value or 0))
    return smallest, total, None, None, approx, named


def _pieces(found: dict[str, str]) -> list[tuple[str, Decimal | None]] | None:
    """unit and value of each piece; a value of None is a numeral without one, such as 서너."""
    if "years" in found:
        return [("year", Decimal(found["years"])), ("month", Decimal(found["months"]))]
    written = found.get("hangul") or found["number"]
    value = Decimal(written) if written.isdecimal() else _value(written)
    unit = _unit(found)
    if value is _NO_NUMERAL or unit is None:
        return None
    pieces: list[tuple[str, Decimal | None]] = [(unit, value)]
    pieces += [(unit, Decimal(found[unit])) for unit in _UNITS if unit in found]
    if "day_word" in found:
        pieces.append(("day", Decimal(DAY_WORDS[found["day_word"]])))
    return pieces


_NO_NUMERAL = Decimal(-1)


def _value(written: str) -> Decimal | None:
    numeral = numerals.read(written, 0)
    return numeral.value if numeral and numeral.end == len(written) else _NO_NUMERAL


def _is_length(text: str, match: regex.Match[str], found: dict[str, str], amount: Amount, stop: int) -> bool:
    """Whether the words mean a length of time and not a date, people or part of a word."""
    if "vague" in found and _unit(found) == "minute":
        return bool(_has_tail(match, found) or _DAY_EVIDENCE.match(text, match.end(), stop) or AGO.match(text, match.end(), stop))
    if "hangul" in found:
        return _hangul_is_length(text, match, found, stop)
    if "u_day" in found and "hour" not in found and "박" not in match[0]:
        return _days_are_length(text, match, found, amount, stop)
    if "u_year" in found and _REIGN.search(text[max(0, match.start() - 5) : match.start()]):
        return False
    if "u_year" in found and amount[0] == "year" and amount[1] is not None:
        return _years_are_length(text, match, amount[1], stop)
    return not ("u_week" in found and amount[1] is not None and amount[1] > _WEEKS_OF_TWO_YEARS)


_WEEKS_OF_TWO_YEARS = 104


def _days_are_length(text: str, match: regex.Match[str], found: dict[str, str], amount: Amount, stop: int) -> bool:
    value = amount[1] if amount[1] is not None else amount[3]
    if value is None or value > 31 or value != int(value) or "about" in found or _has_tail(match, found):
        return True
    return bool(
        _DAY_EVIDENCE.match(text, match.end(), stop)
        or AGO.match(text, match.end(), stop)
        or _LENGTH_BEFORE.search(text[max(0, match.start() - 6) : match.start()])
    )


# 정조 19년: the year of a reign
_REIGN = regex.compile(
    r"(?<![가-힣])(?:태조|정종|태종|세종|문종|단종|세조|예종|성종|중종|인종|명종|선조|인조|효종|현종|숙종|경종|영조"
    r"|정조|순조|헌종|철종|고종|순종"
    r"|광해군|연산군|단기|서기|불기)\s?$"
)
_OF_HISTORY = regex.compile(r"\s?(?:동안|만에|전통|고도|고찰|사직|세월|역사|넘[게은는])")


def _years_are_length(text: str, match: regex.Match[str], value: Decimal, stop: int) -> bool:
    if value < 1000 or value >= 2200 or "," in match[0]:
        return True
    return value % 100 == 0 and _OF_HISTORY.match(text, match.end(), stop) is not None


_SINO = frozenset("일이삼사오육칠팔구십백천만")
_SAFE_SINO = regex.compile(r"[이삼사오육칠팔구]?십[일이삼사오육칠팔구]?|.*[백천만].*|일(?=년|주)")
_CLOSED = regex.compile(r"[^가-힣]|$|[에의을이은만]")


def _hangul_is_length(text: str, match: regex.Match[str], found: dict[str, str], stop: int) -> bool:
    """A native numeral before 달 or 시간 is safe; 이년, 삼일, 오분 are ordinary words unless something follows."""
    unit, word = _unit(found), found["hangul"]
    if not _SINO.issuperset(word):
        return unit in ("year", "month", "week", "hour", "quarter")
    if unit in ("month", "hour") or (unit == "week" and match[0].startswith("일주일")):
        return True
    told = "about" in found or "day_word" in found or _has_tail(match, found)
    evidence = told or _DAY_EVIDENCE.match(text, match.end(), stop) or AGO.match(text, match.end(), stop)
    if evidence:
        return True
    safe = unit in ("minute", "year") and word != "십" and _SAFE_SINO.match(text, match.start(), match.start() + len(word) + 1)
    return bool(safe and _CLOSED.match(text, match.end(), stop))
