"""Which year 올해 is in an article that bears no date: only where words of its text fix it, else none.

What fixes it: a year in apposition (지난해(2023년), 2024년 올해, 올해인 2024년), a day told as today (이날(2024년 3월 5일)), 올해 in a list of years
that follow one another (올해 18곳, 2025년 20곳), two years and then 지난해 or 올해 (2019년 3명, 2020년 4명이었고 작년 5명), so many years that end
up to the present one (2019년, 2020년 2년간 … 올해에도, 올해부터 2028년까지 4년간), this year and the next sharing out what is done until a
year. A year that is only mentioned, a coming or a first one, an anniversary, a past event fix nothing: of the answers that rested
on such years three in four were wrong.
"""

from __future__ import annotations

import msgspec
import regex

from ..korean import sentences
from ..model import Article

_Y = r"((?:19|20)[0-9]{2})"
_YEAR = regex.compile(rf"(?<![0-9]){_Y}(?![0-9])")
#: headlines and sentences that an article opens with
LEAD = 6
_NOW = r"(?:올해|올|금년)"
_RELATIVE = {"올해": 0, "올": 0, "금년": 0, "지난해": -1, "작년": -1, "전년": -1, "내년": 1, "내년도": 1, "재작년": -2}
_WORD = r"(올해|금년|지난해|작년|내년|재작년)"
_NAMED = regex.compile(
    rf"{_WORD}\s?\(\s?{_Y}년?\s?\)|{_Y}년\s?\({_WORD}\)|{_WORD}인\s{_Y}년|{_Y}년(?:인\s|\s){_WORD}(?=[는은에도의\s])"
)
#: a day with its year that is told as today
_TODAY = regex.compile(
    rf"(?:오늘|이날|금일)\s?\(\s?{_Y}[년.]\s?[0-9]{{1,2}}[월.]|{_Y}년\s[0-9]{{1,2}}월\s[0-9]{{1,2}}일\s(?:오늘|이날|금일)|{_Y}년\s[0-9]{{1,2}}월\s(?:[0-9]{{1,2}}일\s)?현재"
)
_COUNTED = r"(?:[가-힣]{1,6}\s){0,3}?(?:총|약)?\s?[0-9][0-9.,]*+\s?[천만억]?[^,.\n]{1,14}?"
_ITEM = r"(?:(?!(?:19|20)[0-9]{2}|지난해|작년|내년)[^.\n]){2,40}?"
_LIST_AFTER = regex.compile(rf"(?<!에서\s){_NOW}(?:에|에는|는)?\s{_COUNTED},\s?{_Y}년?\s{_COUNTED}[,.이다]")
_LIST_NEXT = regex.compile(
    rf"{_NOW}(?:에|에는|는)?\s{_COUNTED},\s?내년(?:도)?\s{_COUNTED},\s?{_Y}년?\s{_COUNTED}[,.이다]"
)
#: years that are counted up to the one before the present
_LASTING = regex.compile(rf"{_Y}년,\s?{_Y}년\s([0-9])년(?:간|\s동안)[^.\n]{{2,80}}?올해")
#: a prize by its year, told as news of the day: ‘2020 전국 일자리대상’에서 최우수상을 받았다고 5일 밝혔다
_PRIZE = regex.compile(
    rf"[‘'\"“]{_Y}년?\s[^’'\"”\n]{{2,40}}[’'\"”][^.\n]{{2,80}}?(?:상|위|기관|우수)[을를에으로]*\s[^.\n]{{0,30}}?[다고]\s?[0-9]{{1,2}}일\s(?:밝혔|알렸|전했)"
)
#: what is done until a year, shared out between this year and the next
_WHOLE = regex.compile(rf"{_Y}년까지\s[^.\n]{{0,40}}?([0-9,]+)(?=[가-힣])")
_SHARED_OUT = regex.compile(
    r"올해(?:는|에|에는)?\s[^.\n0-9]{0,10}([0-9,]+)[가-힣]{1,4},?\s내년(?:은|에|에는|엔)?\s[^.\n0-9]{0,10}([0-9,]+)(?=[가-힣])"
)
#: two years that follow one another, then the next one as 작년 or 올해
_RUN = regex.compile(
    rf"{_Y}년(?![0-9])[^.\n]{{2,40}}?{_Y}년(?:에는|에|은|엔)?\s{_ITEM}(?:,|고|며|데|다가|에서|에 이어)\s(지난해|작년|올해)(?!\s?(?:대비|보다|말|초))"
)
_UNTIL = regex.compile(rf"올해부터\s{_Y}년까지\s([0-9]+)(?:개)?년(?:간|\s동안)")
_RELATIVE_WORD = regex.compile(r"올해|지난해|작년|내년|금년|올\s(?:[0-9]{1,2}월|상반기|하반기)")


def infer_years(text: str, articles: list[Article]) -> list[Article]:
    """The articles with the year that 올해 means: of the published date, else worked out from the years in the text.

    Articles of one page are of one day, near enough: one that states no year takes that of the others, if they agree.
    """
    dated = [_with_year(text, article) for article in articles]
    inferred = {article.year for article in dated if article.year is not None}
    if len(inferred) != 1:
        return dated
    year = inferred.pop()
    return [a if a.year is not None else msgspec.structs.replace(a, year=year, year_basis="inferred") for a in dated]


def _with_year(text: str, article: Article) -> Article:
    if article.published:
        return msgspec.structs.replace(article, year=int(article.published[:4]), year_basis="published")
    year = infer(_texts(text, article))
    return msgspec.structs.replace(article, year=year, year_basis=None if year is None else "inferred")


def _texts(text: str, article: Article) -> list[str]:
    return [
        " ".join(text[start:end].split())
        for segment in article.segments
        for start, end in sentences.split(text, segment.start, segment.end)
    ]


def infer(texts: list[str]) -> int | None:
    """The year that 올해 means in the sentences of one article; None where no words fix it or they contradict each other."""
    found = _told(texts)
    if any(_RELATIVE_WORD.search(sentence) for sentence in texts):
        found |= _shared_out(texts) | _lasting(texts)
        found = found or _prized(texts)
    return found.pop() if len(found) == 1 else None


def _told(texts: list[str]) -> set[int]:
    """The years that single sentences give 올해."""
    found: set[int] = set()
    for sentence in texts:
        for match in _NAMED.finditer(sentence):
            word = next(group for group in match.groups() if group in _RELATIVE)
            year = next(group for group in match.groups() if group and group not in _RELATIVE)
            found.add(int(year) - _RELATIVE[word])
        found |= {int(next(filter(None, match.groups()))) for match in _TODAY.finditer(sentence)}
        found |= {int(match[1]) - 1 for match in _LIST_AFTER.finditer(sentence)}
        found |= {int(match[1]) - 2 for match in _LIST_NEXT.finditer(sentence)}
        found |= {int(match[1]) - int(match[2]) + 1 for match in _UNTIL.finditer(sentence)}
        runs = (match for match in _RUN.finditer(sentence) if int(match[2]) == int(match[1]) + 1)
        found |= {int(match[2]) + 1 - _RELATIVE[match[3]] for match in runs}
    return found


def _lasting(texts: list[str]) -> set[int]:
    """2019년, 2020년 2년간 … 올해에도: the year behind the last of those that are counted."""
    found = (match for sentence in texts for match in _LASTING.finditer(sentence))
    return {int(m[2]) + 1 for m in found if int(m[2]) - int(m[1]) + 1 == int(m[3])}


def _prized(texts: list[str]) -> set[int]:
    """The year of the prize that the article opens with as the news of a day, where it speaks of 올해 and of no later year than the next."""
    years = {int(year) for sentence in texts for year in _YEAR.findall(sentence)}
    opened = {int(match[1]) for sentence in texts[:LEAD] for match in _PRIZE.finditer(sentence)}
    return {year for year in opened if max(years) <= year + 1}


def _shared_out(texts: list[str]) -> set[int]:
    """2027년까지 40곳을 짓는다. 올해 10곳, 내년 30곳이다: the next year is the last, for the two make up the whole."""
    found: set[int] = set()
    for number, sentence in enumerate(texts):
        parts = _SHARED_OUT.search(sentence) if "내년" in sentence else None
        if parts is None:
            continue
        for whole in _WHOLE.finditer(" ".join(texts[max(0, number - 1) : number + 1])):
            if _number(whole[2]) == _number(parts[1]) + _number(parts[2]):
                found.add(int(whole[1]) - 1)
    return found


def _number(digits: str) -> int:
    return int(digits.replace(",", "") or 0)
