"""How Korean writes a length of time: the words and the pattern. ``durations`` reads what they match."""

from __future__ import annotations

import regex

from ..korean import numerals
from ..model import Bound
from .calendar_words import pairs, table

#: what a unit holds of the next smaller one; a year of days and a month of days are rounded, so their sum is
#: approximate
SMALLER = {
    ("year", "month"): 12, ("year", "day"): 365, ("month", "day"): 30, ("week", "day"): 7, ("day", "hour"): 24,
    ("hour", "minute"): 60, ("minute", "second"): 60, ("hour", "second"): 3600,
}  # fmt: skip
DAY_WORDS = table("lengths_in_days")
DAY_RANGES = pairs("lengths_between")
BOUNDS: dict[str, Bound] = {"이상": "min", "이하": "max", "이내": "max", "미만": "under", "초과": "over"}
# behind N일: the words that make it a length
DAY_EVIDENCE = regex.compile(
    r"\s?(?:동안|이나\s|만에|만(?=[ .,…]|$)|연속|연달아|내내|치(?=[를의 ])|가까이|걸(?:려|린|리|렸)|안에|넘[게은는]|새(?=\s)"
    r"|사이에|평균|최대\s|[0-9]+회|앞당|늦춰|지난\s뒤|로\s(?:늘|줄|단축|길어)|\s앞[두둔]|\s(?:늘었|줄었|늘어|줄어|늘고|줄고)|에서\s[0-9]{1,2}일로(?![가-힣])|\s(?:빨라|빠르|빨랐|빠른|늦어|늦었|늦은|늦춰|이르|길어|길었|짧|앞서)|에서\s(?:최장\s|최대\s)?[0-9]{1,3}일로\s(?:늘|줄|단축|확대|길))"
)
LENGTH_BEFORE = regex.compile(
    r"(?:최대|최장|최소|무려|꼬박|향후|앞으로|휴가|연차|정지|구류|주|일주일에|이레에|일수\s?\(|(?:하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름|(?:^|[^0-9월])[0-9]{1,2}일)에서|(?:(?<!(?:접수|신청|등록|모집|운영|행사|전시|공고|예약|판매|개최|축제|시험|투표|교육|열람|대회|관람)\s?)기간|일수|방학|휴가|연휴|잠복기|주기|시한|기한|열대야|폭염|한파|결석|출석|격리)(?:[은는이]|\s평균)?)\s?$"
)
# 방학은 20일까지: the last day, not the length
ENDS_A_SPAN = regex.compile(r"\s?(?:까지|부터|[~∼～-]|에[는도]?(?![서가-힣]))")
UNTIL_CLAUSE_ENDS = regex.compile(r"\s*(?:$|[.,…”’\"'!?)\]]|에(?![가-힣]))")

_N = r"[0-9][0-9,]*+(?:\.[0-9]+)?+(?:\s?[십백천만억](?:[0-9]++|\s[0-9]+(?![0-9]*\s?[년월일시분초주개]))?){0,6}+"
_SMALL_N = r"[0-9]++(?:\.[0-9]+)?+"
_HANGUL = (
    rf"(?:{'|'.join(sorted((*numerals.FEW, *numerals.AROUND), key=len, reverse=True))}|{numerals.NATIVE}"
    rf"|[일이삼사오육칠팔구십백천만](?:[일이삼사오육칠팔구십백천만]|(?<=[십백천]) (?=[일이삼사오육칠팔구][\s년개주일시분초])){{0,12}})"
)
# 수주, 수분, 수달 and 수해 are words of their own
_VAGUE = (
    r"(?:수(?=년|개\s?[월분]|시간|[일주](?:간|째|\s?[전후만])|\s(?:년|개\s?월|[주일]간|시간))|수[십백천만]++|몇(?:십"
    r"|백|천)?|[일이삼사오육칠팔구]?십수)"
)
_AND = r"\s?(?:하고|그리고)?\s?"
_DAYS = "|".join(sorted(DAY_WORDS, key=len, reverse=True))

# unit -> what its word looks like behind a numeral, and what must not follow
_YEAR = r"년(?![생제월]|형(?<!(?:징역|금고|형기|실형|구형|유기)[^.\n]{0,6}[0-9]\s?년형)|도(?![가-힣]?\s)|대(?!\s?동안))|(?<!에\s한)해(?=[^가-힣]|$|[에를는동의만로]|[가도](?![가-힣])|다(?![가-힣])|이[다며]|전|째)"
_MONTH = r"개월|달(?![라려리콤러성력인아음])"
_WEEK = (
    r"주일|주(?=[^가-힣]|$|간|째|일|동안|만에|여|에|를|는|은|의|이[상하내]|후|뒤|전|정도|가량|내|연속|씩|치|까지|부터|마다"
    r"|남짓|밖에|뿐|만(?![가-힣])|[로과와도라](?![가-힣])|이[나면다며었라]|였|입니다|짜리|쯤|안팎|가\s(?:지나|걸|넘|더|흘|남|됐|되))(?!년)"
)
_DAY = (
    r"일(?=[^가-힣]|$|간|째|동안|만|여|이[상하내]|정도|가량|치|연속|내내|씩|후|뒤|전|안|을|이|의|은|걸|미만|남짓|에서|로|까지|보다|짜리|마다|였|임|쯤|밖에|뿐)"
    r"(?!간지)"
)
_HOUR = r"시간(?![대제표급외강당])"
_MINUTE = r"분(?!의\s?[0-9일이삼사오]|기|과|위|야|량|할|당|쟁|류|포|배|산|석|단|원|양|납|임|열|교|식|리|명|들|께)"
_SECOND = r"초(?:(?![반등과기선보중급대고순청미봄가겨여])|(?=가량|미만|[가과여](?![가-힣])|기록))(?:(?P<hundredths>[0-9]{2})(?![0-9]))?+(?![0-9])"
_QUARTER = r"개\s?분기(?!점)|(?<=[세두한네]\s?)분기(?!점)|분기(?=\s?(?:연속|째|만에))"

# 한 달 22일 is 22 days a month; 한 달 이틀 is one length
_AND_DAY = rf"(?:{_AND}(?:(?<!한\s?[달해]\s?)(?P<day>{_SMALL_N})\s?(?:{_DAY})|(?P<day_word>{_DAYS})))?"
_AND_SECOND = rf"(?:{_AND}(?P<second>{_SMALL_N})\s?(?:{_SECOND}))?"
_UNIT = (
    rf"(?:(?P<u_year>{_YEAR})(?:{_AND}(?P<month>{_SMALL_N}|[일이삼사오육칠팔구십]{{1,3}})\s?개월)?{_AND_DAY}|(?P<u_month>{_MONTH}){_AND_DAY}|"
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
    r"(?P<and_half>\s?반(?![가-힣&&[^의을은도가이에만간께쯤씩째]]))?(?P<after>\s?여(?![가-힣&&[^간의에를가로도동 만]]))?"
    r"(?:간(?![격담호판선첩주행부사접]))?(?:째(?!로))?(?:\s?(?P<bound>이상|이하|이내|미만|초과)|\s?(?P<loose>안팎"
    r"|가량|남짓|정도|내외)(?![가-힣&&[^의은는이가을를에로만]]))?"
)
DURATION = regex.compile(
    rf"(?:{_SENTENCE}|(?:(?:[0-9]{{1,2}}박\s?)?(?P<number>{_N})(?:\s?[~∼～〜\-–—]\s?(?P<high>{_N}))?|"
    rf"(?P<vague>{_VAGUE})|(?P<hangul>{_HANGUL}))"
    rf"(?P<about>\s?여(?=\s?[년개달주일시분초]))?+\s?{_UNIT}|{_WORD}){_TAIL}",
    regex.VERSION1,
)
GROUPS = sorted(DURATION.groupindex, key=DURATION.groupindex.__getitem__)
# 전 and 후 open many words and titles (3일 전국, 27일 전 장관), so only where nothing of the sort can follow
AGO = regex.compile(
    r"\s?(?:(?P<before>전)(?![가-힣&&[^에까보의인과만부이]]|\s(?:세계|국민|직원|임직원|세대|과정|구간|지역|부처"
    r"|대통령|장관|의원|총리|시장|회장|대표|위원|청장|감독|이사))"
    r"|(?P<later>[후뒤](?![가-힣&&[^에의부인까로면엔쯤]])|지나서))",
    regex.VERSION1,
)
ABOUT_BEFORE = regex.compile(r"(?:약|대략|거의|줄잡아|어림잡아)\s?$")
BOUND_BEFORE = regex.compile(r"(?:(?P<max>최대|최장|길게는|늦어도)|(?P<min>최소|적어도|짧게는))\s?$")
