"""Which year 올해 is in an article that bears no date: only where words of its text fix it, else none.

What fixes it: a year in apposition (지난해(2023년), 2024년 올해, 올해인 2024년), a day told as today (이날(2024년 3월 5일)), 올해 in a list of years
that follow one another (올해 18곳, 2025년 20곳), a row of years with figures of one measure that ends in 올해 or 지난해 (2019년 3명, 2020년 4명이었고 작년
5명), so many years that end up to the present one (2019년, 2020년 2년간 … 올해에도, 올해부터 2028년까지 4년간, 2012년 1월 이후 9년 9개월 만에, 3년 전인 2022년), this year and
the next sharing out what is done until a year, a report on a part of this year, one figure told both of a year and of 올해, a budget bill
(2025년도 예산안), a plan of a year told as news of the day (‘2020년 일자리 대책 세부계획’을 세웠다고 30일 밝혔다). A year that is only mentioned, a coming
or a first one, an anniversary, a past event fix nothing: of the answers that rested on such years three in four were wrong.
"""

from __future__ import annotations

import msgspec
import regex

from ..korean import sentences
from ..korean.word_lists import regex_pattern, words
from ..model import Article
from .years import lengths, publications, rows
from .years.words import RELATIVE, RELATIVE_WORD, YEAR

_NAMED, _THAT_IS = regex_pattern("reference_year.named"), regex_pattern("reference_year.that_is")
_TODAY, _AT_PRESENT = regex_pattern("reference_year.today"), regex_pattern("reference_year.at_present")
_MONTH_OF = regex_pattern("reference_year.month_of")
_RELEASED, _PUBLISHED = regex_pattern("reference_year.released"), regex_pattern("reference_year.published")
_LIST_AFTER, _LIST_NEXT = regex_pattern("reference_year.list_after"), regex_pattern("reference_year.list_next")
_UNTIL, _YEARS_SINCE = regex_pattern("reference_year.until"), regex_pattern("reference_year.years_since")
_TOLD_ON, _REPORT_OF = regex_pattern("reference_year.told_on"), regex_pattern("reference_year.report_of")
#: what a figure starts from, which is no list: 올해 84%에서 2027년 90%로
(_FROM,) = words("reference_year.from")


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
    found = _told(texts) | lengths.since(texts) | lengths.told_ago(texts) | _at_present(texts)
    if any(RELATIVE_WORD.search(sentence) for sentence in texts):
        found |= lengths.shared_out(texts) | lengths.lasting(texts) | rows.rows(texts)
        found = found or publications.prized(texts) or publications.planned(texts) or publications.as_of(texts)
        found = found or publications.reported_on(texts) or rows.told_twice(texts) or publications.brought_in(texts)
    found = found or lengths.first_since(texts) or lengths.set_against(texts)
    return found.pop() if len(found) == 1 else None


def _told(texts: list[str]) -> set[int]:
    """The years that single sentences give 올해."""
    found: set[int] = set()
    for sentence in texts:
        for match in _NAMED.finditer(sentence):
            word = next(group for group in match.groups() if group in RELATIVE)
            year = next(group for group in match.groups() if group and group not in RELATIVE)
            found.add(int(year) - RELATIVE[word])
        found |= {int(match[2]) - RELATIVE[match[1]] for match in _THAT_IS.finditer(sentence)}
        found |= {int(next(filter(None, match.groups()))) for match in _TODAY.finditer(sentence)}
        found |= {int(match[1]) for match in (*_RELEASED.finditer(sentence), *_PUBLISHED.finditer(sentence))}
        found |= {int(match[1]) - 1 for match in _LIST_AFTER.finditer(sentence) if _goes_by_years(sentence, match)}
        found |= {int(match[1]) - 2 for match in _LIST_NEXT.finditer(sentence)}
        found |= {int(match[1]) - int(match[2]) + 1 for match in _UNTIL.finditer(sentence)}
        found |= {int(match[1]) + int(match[2]) for match in _YEARS_SINCE.finditer(sentence)}
        found |= {int(match[1]) for match in _TOLD_ON.finditer(sentence)}
        found |= {int(match[1]) + 1 for match in _REPORT_OF.finditer(sentence)}
    return found


def _at_present(texts: list[str]) -> set[int]:
    """The year as of a month of which the article tells of the present, where it names no month of a later one."""
    found = {match[1] for sentence in texts for match in _AT_PRESENT.finditer(sentence)}
    latest = max((year for sentence in texts for year in _MONTH_OF.findall(sentence)), default="") if found else ""
    return {int(year) for year in found if year == latest}


def _goes_by_years(sentence: str, match: regex.Match[str]) -> bool:
    """Whether the list goes on with the next year, if with any: 올해 14곳, 2028년 20곳, 2030년 9곳 leaves some out."""
    following = YEAR.search(sentence, match.end())
    return _FROM not in match[0] and (following is None or int(following[1]) == int(match[1]) + 1)
