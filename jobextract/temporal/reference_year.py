"""Which year 올해 is in an article that bears no date, from the years that its text states.

Nothing is guessed from a single year. What decides: 올해 in a list of years (올해 18곳, 2025년 20곳), this year and the next
sharing out what is done until a year, two years that 지난해 follows (2019년 3명, 2020년 4명이었고 작년 5명), a span that starts this year
(향후 4년간(2023~2026)) or ends last year (2018년부터 지난해까지 4년간), a year in brackets (지난해(2022년)), an anniversary, so many years
since a stated month, or a run of stated years that ends at what the text tells as done while the next is still to come.
"""

from __future__ import annotations

import msgspec
import regex

from ..korean import sentences
from ..model import Article

_Y = r"((?:19|20)[0-9]{2})"
_NOW = r"(?:올해|올|금년)"
_RELATIVE = {"올해": 0, "올": 0, "금년": 0, "지난해": -1, "작년": -1, "전년": -1, "내년": 1, "내년도": 1, "재작년": -2}
_NAMED = regex.compile(
    rf"(올해|금년|지난해|작년|내년|재작년)\s?\(\s?{_Y}년?\s?\)|{_Y}년\s?\((올해|금년|지난해|작년|내년|재작년)\)"
)
_ITEM = r"(?:(?!(?:19|20)[0-9]{2}|지난해|작년|내년)[^.\n]){2,40}?"
_LIST_AFTER = regex.compile(rf"{_NOW}(?:에|에는|는)?\s{_ITEM},\s?{_Y}년?\s{_ITEM}[,.이다]")
_LIST_NEXT = regex.compile(rf"내년(?:도)?(?:에|에는|엔|은)?\s{_ITEM},\s?{_Y}년?\s{_ITEM}[,.이다]")
#: what is done until a year, shared out between this year and the next
_WHOLE = regex.compile(rf"{_Y}년까지\s[^.\n]{{0,40}}?([0-9,]+)(?=[가-힣])")
_SHARED_OUT = regex.compile(
    r"올해(?:는|에|에는)?\s[^.\n0-9]{0,10}([0-9,]+)[가-힣]{1,4},?\s내년(?:은|에|에는|엔)?\s[^.\n0-9]{0,10}([0-9,]+)(?=[가-힣])"
)
_LIST_BEFORE = regex.compile(rf"{_Y}년(?:에|에는|은)?\s{_ITEM}(?:,|에서|에 이어)\s?(?:올해|금년)\s")
_FOLLOWING = regex.compile(rf"{_Y}년\s{_ITEM}(?:에|데)\s이어\s")
#: two years that follow one another, then the next one as 작년 or 올해
_RUN = regex.compile(
    rf"{_Y}년(?![0-9])[^.\n]{{2,40}}?{_Y}년(?:에는|에|은|엔)?\s{_ITEM}(?:,|고|며|데|다가|에서|에 이어)\s(지난해|작년|올해)(?!\s?(?:대비|보다|말|초))"
)
_THROUGH = regex.compile(rf"{_Y}년부터\s(지난해|작년|올해)까지\s(?:최근\s|총\s|모두\s)?([0-9]+)(?:개)?년(?:간|\s동안)")
_ANNIVERSARY = regex.compile(rf"{_Y}년[^.\n]{{2,50}}?올해(?:로)?\s(?:[가-힣]+\s)?([0-9]+)주년")
_AHEAD = regex.compile(rf"(?:향후|앞으로)\s[0-9]+년(?:간|\s동안)?\s?\({_Y}년?\s?[~∼\-–]\s?{_Y}년?\)")
_UNTIL = regex.compile(rf"올해부터\s{_Y}년까지\s([0-9]+)(?:개)?년(?:간|\s동안)")
_SINCE = regex.compile(
    rf"{_Y}년(?:\s([0-9]{{1,2}})월)?[^.\n]{{0,25}}?(?:한|된|지|이래|이후)\s(?:지\s)?(?:약\s)?([0-9]+)년(여)?\s?만"
)
_STATED = regex.compile(
    rf"(?<![0-9.]){_Y}(?=년(?!\s?(?:이후|이래|만에|부터\s현재|대|생|산|차))|\s전국|\s대한민국|\s한국)"
)
_RELATIVE_WORD = regex.compile(r"올해|지난해|작년|내년|금년|올\s(?:[0-9]{1,2}월|상반기|하반기)")
_DONE = regex.compile(r"[았었였했됐렸졌났갔왔냈섰켰쳤웠줬봤]다|고 있다")
_COMING = regex.compile(r"계획|예정|방침|목표|겠|완공|전망|키로|기로")


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
    """The year that 올해 means in the sentences of one article; None where they do not decide it or contradict each other."""
    if not any(_RELATIVE_WORD.search(sentence) for sentence in texts):
        found = _told(texts)
        return found.pop() if len(found) == 1 else None
    found = _told(texts) | _shared_out(texts)
    if found:
        return found.pop() if len(found) == 1 else None
    return _from_run(texts)


def _told(texts: list[str]) -> set[int]:
    """The years that single sentences give 올해."""
    found: set[int] = set()
    for sentence in texts:
        for match in _NAMED.finditer(sentence):
            word, year = (match[1], match[2]) if match[1] else (match[4], match[3])
            found.add(int(year) - _RELATIVE[word])
        found |= {int(match[1]) - 1 for match in _LIST_AFTER.finditer(sentence)}
        found |= {int(match[1]) - 2 for match in _LIST_NEXT.finditer(sentence)}
        found |= {int(match[1]) + 1 for match in _LIST_BEFORE.finditer(sentence)}
        found |= {int(match[1]) + 1 for match in _FOLLOWING.finditer(sentence)}
        found |= {int(match[1]) for match in _AHEAD.finditer(sentence)}
        found |= {int(match[1]) - int(match[2]) + 1 for match in _UNTIL.finditer(sentence)}
        runs = (match for match in _RUN.finditer(sentence) if int(match[2]) == int(match[1]) + 1)
        found |= {int(match[2]) + 1 - _RELATIVE[match[3]] for match in runs}
        found |= {int(match[1]) + int(match[3]) - 1 - _RELATIVE[match[2]] for match in _THROUGH.finditer(sentence)}
        found |= {int(match[1]) + int(match[2]) for match in _ANNIVERSARY.finditer(sentence)}
        found |= {int(match[1]) + int(match[3]) for match in _SINCE.finditer(sentence) if match[2] and match[4]}
    return found


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


def _from_run(texts: list[str]) -> int | None:
    """The last year told as done or lasting, if the year before it or the year after it is stated too."""
    done: set[int] = set()
    coming: set[int] = set()
    for sentence in texts:
        ahead = bool(_COMING.search(sentence)) and not _DONE.search(sentence)
        for match in _STATED.finditer(sentence):
            until = sentence.startswith("까지", match.end() + 1) and "부터" not in sentence[: match.start()]
            (coming if ahead or until else done).add(int(match[1]))
    last = max(done, default=None)
    if last is None or (coming and min(coming) <= last):
        return None
    return last if last + 1 in coming or last - 1 in done else None
