"""Which year 올해 is in an article that bears no date: only where words of its text fix it, else none.

What fixes it: a year in apposition (지난해(2023년), 2024년 올해, 올해인 2024년), a day told as today (이날(2024년 3월 5일)), 올해 in a list of years
that follow one another (올해 18곳, 2025년 20곳), two years and then 지난해 or 올해 (2019년 3명, 2020년 4명이었고 작년 5명), so many years that end
up to the present one (2019년, 2020년 2년간 … 올해에도, 올해부터 2028년까지 4년간, 2019년 문을 연 지 4년 만인 올해), this year and the next sharing
out what is done until a year, a report on a part of this year, one figure told both of a year and of 올해, a budget bill (2025년도 예산안),
two years and then a sentence on 올해. A year that is only mentioned, a coming or a first one, an anniversary, a past event fix nothing: of
the answers that rested on such years three in four were wrong.
"""

from __future__ import annotations

from itertools import pairwise

import msgspec
import regex

from ..korean import sentences
from ..korean.word_lists import numbers, regex_pattern, words
from ..model import Article

_YEAR = regex_pattern("reference_year.year")
#: headlines and sentences that an article opens with
LEAD = 6
_RELATIVE = numbers("reference_year.relative")
_NAMED = regex_pattern("reference_year.named")
_TODAY = regex_pattern("reference_year.today")
_LIST_AFTER = regex_pattern("reference_year.list_after")
_LIST_NEXT = regex_pattern("reference_year.list_next")
_LASTING = regex_pattern("reference_year.lasting")
_PRIZE = regex_pattern("reference_year.prize")
_WHOLE = regex_pattern("reference_year.whole")
_SHARED_OUT = regex_pattern("reference_year.shared_out")
_RUN = regex_pattern("reference_year.run")
_UNTIL = regex_pattern("reference_year.until")
_RELATIVE_WORD = regex_pattern("reference_year.relative_word")
#: told in an apposition, as given out today, as made public in spring, as of the middle of the year, as the first since a year
_THAT_IS = regex_pattern("reference_year.that_is")
_RELEASED = regex_pattern("reference_year.released")
_PUBLISHED = regex_pattern("reference_year.published")
_AS_OF = regex_pattern("reference_year.as_of")
_OF_THIS_YEAR = regex_pattern("reference_year.of_this_year")
_FIRST_SINCE = regex_pattern("reference_year.first_since")
_LAST_YEAR = regex_pattern("reference_year.last_year")
_CHANGES = regex_pattern("reference_year.changes")
_YEARS_SINCE = regex_pattern("reference_year.years_since")
_TOLD_ON = regex_pattern("reference_year.told_on")
_REPORT_OF = regex_pattern("reference_year.report_of")
_PART, _REPORT_ON = regex_pattern("reference_year.part"), regex_pattern("reference_year.report_on")
_BILL = regex_pattern("reference_year.bill")
_PLANNED = regex_pattern("reference_year.planned")
_BILL_BEFORE = regex_pattern("reference_year.bill_before")
_FIGURE_OF = regex_pattern("reference_year.figure_of")
_FIGURE_OF_RELATIVE = regex_pattern("reference_year.figure_of_relative")
_GOES_ON = regex_pattern("reference_year.goes_on")
#: what a figure starts from, which is no list: 올해 84%에서 2027년 90%로
(_FROM,) = words("reference_year.from")
#: digits from which a figure is hardly told twice by chance
_LONG = 3


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
        found = found or _prized(texts) or _as_of(texts)
        found = found or _reported_on(texts) or _told_twice(texts) or _brought_in(texts) or _series(texts)
    found = found or _first_since(texts)
    return found.pop() if len(found) == 1 else None


def _told(texts: list[str]) -> set[int]:
    """The years that single sentences give 올해."""
    found: set[int] = set()
    for sentence in texts:
        for match in _NAMED.finditer(sentence):
            word = next(group for group in match.groups() if group in _RELATIVE)
            year = next(group for group in match.groups() if group and group not in _RELATIVE)
            found.add(int(year) - _RELATIVE[word])
        found |= {int(match[2]) - _RELATIVE[match[1]] for match in _THAT_IS.finditer(sentence)}
        found |= {int(next(filter(None, match.groups()))) for match in _TODAY.finditer(sentence)}
        found |= {int(match[1]) for match in (*_RELEASED.finditer(sentence), *_PUBLISHED.finditer(sentence))}
        found |= {int(match[1]) - 1 for match in _LIST_AFTER.finditer(sentence) if _goes_by_years(sentence, match)}
        found |= {int(match[1]) - 2 for match in _LIST_NEXT.finditer(sentence)}
        found |= {int(match[1]) - int(match[2]) + 1 for match in _UNTIL.finditer(sentence)}
        found |= {int(match[1]) + int(match[2]) for match in _YEARS_SINCE.finditer(sentence)}
        found |= {int(match[1]) for match in _TOLD_ON.finditer(sentence)}
        found |= {int(match[1]) + 1 for match in _REPORT_OF.finditer(sentence)}
        runs = (match for match in _RUN.finditer(sentence) if int(match[2]) == int(match[1]) + 1)
        found |= {int(match[2]) + 1 - _RELATIVE[match[3]] for match in runs}
    return found


def _goes_by_years(sentence: str, match: regex.Match[str]) -> bool:
    """Whether the list goes on with the next year, if with any: 올해 14곳, 2028년 20곳, 2030년 9곳 leaves some out."""
    following = _YEAR.search(sentence, match.end())
    return _FROM not in match[0] and (following is None or int(following[1]) == int(match[1]) + 1)


def _lasting(texts: list[str]) -> set[int]:
    """2019년, 2020년 2년간 … 올해에도: the year behind the last of those that are counted."""
    found = (match for sentence in texts for match in _LASTING.finditer(sentence))
    return {int(m[2]) + 1 for m in found if int(m[2]) - int(m[1]) + 1 == int(m[3])}


def _prized(texts: list[str]) -> set[int]:
    """The year of the prize that the article opens with as the news of a day, where it speaks of 올해 and of no later year than the next."""
    years = {int(year) for sentence in texts for year in _YEAR.findall(sentence)}
    opened = {int(match[1]) for sentence in texts[:LEAD] for match in _PRIZE.finditer(sentence)}
    return {year for year in opened if max(years) <= year + 1}


def _as_of(texts: list[str]) -> set[int]:
    """The year as of whose spring or summer the lead is told, where the article looks on to the end of it; or whose changes it lists."""
    found = {int(match[1]) for sentence in texts[:LEAD] for match in _AS_OF.finditer(sentence)}
    if not any(_OF_THIS_YEAR.search(sentence) for sentence in texts):
        found = set()
    return found | {int(match[1]) for sentence in texts[:2] for match in _CHANGES.finditer(sentence)}


def _first_since(texts: list[str]) -> set[int]:
    """2021년 이후 4년 만이다: told in a lead that names no other year and does not tell of the last."""
    if any(_LAST_YEAR.search(sentence) for sentence in texts[:LEAD]):
        return set()
    return {
        int(match[1]) + int(match[2])
        for sentence in texts[:LEAD]
        if len(_YEAR.findall(sentence)) == 1 and not _RELATIVE_WORD.search(sentence)
        for match in _FIRST_SINCE.finditer(sentence)
    }


def _shared_out(texts: list[str]) -> set[int]:
    """2027년까지 40곳을 짓는다. 올해 10곳, 내년 30곳이다: the next year is the last, for the two make up the whole."""
    found: set[int] = set()
    for number, sentence in enumerate(texts):
        parts = _SHARED_OUT.search(sentence)
        if parts is None:
            continue
        for whole in _WHOLE.finditer(" ".join(texts[max(0, number - 1) : number + 1])):
            if _number(whole[2]) == _number(parts[1]) + _number(parts[2]):
                found.add(int(whole[1]) - 1)
    return found


def _reported_on(texts: list[str]) -> set[int]:
    """올해 1분기 … ‘2025년 1분기 가계동향조사 결과’: the part of this year on which a report is told by its year."""
    parts = {match[1] for sentence in texts for match in _PART.finditer(sentence)}
    return {int(match[1]) for sentence in texts for match in _REPORT_ON.finditer(sentence) if match[2] in parts}


def _told_twice(texts: list[str]) -> set[int]:
    """2026년 일자리 4,350개 in the headline, 올해 일자리 4,350개 in the text: one figure, told of a year and of a year from this one."""
    years: dict[str, set[int]] = {}
    for sentence in texts:
        for match in _FIGURE_OF.finditer(sentence):
            if sum(character.isdigit() for character in match[2]) >= _LONG:
                years.setdefault(match[2].replace(",", ""), set()).add(int(match[1]))
    found: dict[str, set[int]] = {}
    for sentence in texts:
        for match in _FIGURE_OF_RELATIVE.finditer(sentence):
            figure = match[2].replace(",", "")
            for year in years.get(figure, ()):
                found.setdefault(figure, set()).add(year - _RELATIVE[match[1]])
    return {year for several in found.values() if len(several) == 1 for year in several}


def _brought_in(texts: list[str]) -> set[int]:
    """The year before that of the one budget bill that an article opens with, unless it tells of what became of it before."""
    told = [sentence for sentence in texts[:LEAD] if _BILL.search(sentence)]
    if any(_BILL_BEFORE.search(sentence) for sentence in told):
        return set()
    years = {int(match[1]) for sentence in told for match in _BILL.finditer(sentence)}
    return {year - 1 for year in years} if len(years) == 1 else set()


def _series(texts: list[str]) -> set[int]:
    """2023년 118대, 2024년 271대를 들였다. 올해는 750대다: the year behind two that follow one another."""
    found: set[int] = set()
    for sentence, following in pairwise(texts):
        goes_on = _GOES_ON.match(following) and not _PLANNED.search(sentence)
        years = [int(year) for year in _YEAR.findall(sentence)] if goes_on else []
        plain = len(years) > 1 and years[-1] == max(years) == years[-2] + 1 and not _RELATIVE_WORD.search(sentence)
        found |= {years[-1] + 1} if plain else set()
    return found


def _number(digits: str) -> int:
    return int(digits.replace(",", "") or 0)
