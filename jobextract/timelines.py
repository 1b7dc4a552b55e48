"""Which time a figure is for: the time expression that governs it, carried along lists and from sentence to sentence.

A comparison (지난해보다), the day on which something is announced (12일 밝혔다) and the time of a clause that only modifies a
noun (작년 3월 개원한 교육원은) govern nothing. A sentence without a time takes that of the article's lead.
"""

from __future__ import annotations

import regex

from .phrases import CLOSE, OBJECT, OPEN, Sentence, Word
from .times import Time, is_year

_COMPARED = regex.compile(
    r"\s?(?:\([^)]{1,20}\)\s?)?(?:의\s)?(?:같은\s(?:기간|달|분기|해|시기)|동기|동월|동일\s기간|이맘때|말|초|평균|연말)?(?:\s?\([^)]{1,30}\)\s?)?"
    r"(?:보다|\s?대비|\s?比|에\s(?:비|견)|(?:와|과)\s?(?:비교|견|달리|같은)|(?:(?<=\))|\s)이후|\s이래)"
)
_ANNOUNCED = regex.compile(
    r"(?:\([^)]*\)\s?)?\s?(?:[\p{L}\p{N}·]{1,14}(?:이|가|은|는|에서|을|를|에|로|으로)?\s){0,3}?(?:밝혔|말했|발표|공시했|공개|전했|예보했|설명했|보도|집계했|강조했|공고|덧붙)"
)
_SAME_SPAN = regex.compile(r"\s?(?:같은\s?(?:기간|달|분기|시기)|동기|동월)")
_EVENT = regex.compile(r"[‘“'\"「『]((?:19|20)[0-9]{2})\s")
_ADJECTIVES = frozenset(("빈", "큰", "긴", "먼", "작은", "많은", "높은", "낮은", "적은", "좋은", "새로운", "어려운", "다른", "같은", "가까운"))
_OPEN = regex.compile(r"올|내년|이달|다음|오는|향후|하반기|연내|연말")
_SINCE = frozenset(("이후", "이래", "뒤로", "이래로", "개장", "개점", "설립"))


def own(text: str, sentence: Sentence, at: int, item: str | None, frame: Time | None = None) -> Time | None:
    """The time that the figure's own sentence gives it, or None; ``frame`` says which month or quarter 같은 달 means."""
    words = sentence.words
    shared = _respectively(words, at)
    if shared is not None:
        return _time(words[shared])
    for index in range(at - 1, -1, -1):
        if words[index].role != "date":
            continue
        known = _same_span(text, sentence, index, frame) or _time(words[index])
        if known is not None and _in_bracket(words, index, at):
            return known
        if known is None or _compared_figure(words, index, at) or not _governs(text, sentence, index, at, item):
            continue
        if _taken(words, index, at):
            return None
        return _joined(words, index) or known
    return _behind(text, sentence, at)


def _compared_figure(words: tuple[Word, ...], index: int, at: int) -> bool:
    """Whether the time belongs to a figure of comparison before this one: 지난해 1만3천 톤보다 1천400톤 많다."""
    between = words[index + 1 : at]
    if any(word.text.startswith("목표") for word in between):
        return False
    return any(word.particle == "보다" and word.role == "figure" and word.mention.kind != "duration" for word in between)


def _in_bracket(words: tuple[Word, ...], index: int, at: int) -> bool:
    """Whether the figure stands in the bracket behind the time: 작년 같은 달(2천901만5천명)."""
    opened = next((i for i in range(index + 1, min(index + 4, at)) if words[i].text in OPEN), None)
    if opened is None:
        return False
    return not any(word.text in CLOSE or word.role == "figure" for word in words[opened:at])


def is_aside(sentence: Sentence, at: int) -> bool:
    """Whether the figure is only compared with, in a bracket or before 보다: its time goes no further."""
    words = sentence.words
    if words[at].particle == "보다":
        return True
    dates = (i for i in range(at - 1, max(at - 5, -1), -1) if words[i].role == "date")
    return any(_in_bracket(words, index, at) for index in dates)


def _same_span(text: str, sentence: Sentence, index: int, frame: Time | None) -> Time | None:
    """작년 같은 달: the month or quarter of the frame in that year."""
    mention = sentence.words[index].mention
    same = _SAME_SPAN.match(text, mention.end, sentence.end) or "같은" in mention.text or "동기" in mention.text
    if not same or frame is None or not mention.period or not is_year(mention.period) or len(frame.period) != 7:
        return None
    return Time(mention.period + frame.period[4:], mention.basis)


def of_event(text: str, sentence: Sentence, at: int, year: int | None) -> Time | None:
    """The year in the name of an event that the sentence speaks of before the figure: ‘2020 지자체 평가’에서 1위."""
    found = _EVENT.findall(text, sentence.start, sentence.words[at].start)
    if not found or year is None or int(found[-1]) > year:
        return None
    return Time(found[-1], "stated")


def mentioned(text: str, sentence: Sentence) -> list[Time]:
    """The times that the sentence is about: no comparisons, days of announcement, or times of a clause about a noun."""
    words = sentence.words
    dates = [i for i, word in enumerate(words) if word.role == "date"]
    kept = [i for i in dates if not _compares(text, sentence, i) and not _announces(text, sentence, i)]
    kept = [i for i in kept if not _spent(words, i, min(i + 5, len(words) - 1), None)]
    return [time for time in (_time(words[i]) for i in kept) if time is not None]


def dated(text: str, sentence: Sentence, at: int) -> bool:
    """Whether a time that may govern figures stands before the figure: then no other is carried in."""
    words = sentence.words
    dates = [i for i in range(at) if words[i].role == "date"]
    kept = [i for i in dates if not _compared_figure(words, i, at)]
    return any(not _compares(text, sentence, i) and not _announces(text, sentence, i) for i in kept)


def dated_before(sentence: Sentence, at: int) -> bool:
    """Whether a time stands before the figure for which it is so; this year and what lies ahead leave it open."""
    dates = [word.mention for word in sentence.words[:at] if word.role == "date" and word.mention.period]
    return any(not date.period.startswith("../") and not _OPEN.match(date.text) for date in dates)


def yearly(sentence: Sentence, at: int) -> bool:
    """Whether the figure is a sum for a whole year: 연간 매출 목표는 25조원."""
    near = sentence.words[max(0, at - 5) : at]
    return any(word.text == "연간" for word in near) or (bool(near) and near[-1].text == "연")


def recurs(sentence: Sentence, at: int) -> bool:
    """Whether the figure holds for every year or month rather than for one: 매년 500명."""
    return any(word.text in ("매년", "해마다", "매월", "매달", "매주", "매일") for word in sentence.words[:at])


def _time(word: Word) -> Time | None:
    mention = word.mention
    return Time(mention.period, mention.basis) if mention.period and not mention.period.startswith("T") else None


def _governs(text: str, sentence: Sentence, index: int, at: int, item: str | None) -> bool:
    word = sentence.words[index]
    if _time(word) is None and word.mention.kind == "time":
        return False
    if _compares(text, sentence, index) or _announces(text, sentence, index):
        return False
    return not _spent(sentence.words, index, at, item)


def _compares(text: str, sentence: Sentence, index: int) -> bool:
    return bool(_COMPARED.match(text, sentence.words[index].mention.end, sentence.end))


def _announces(text: str, sentence: Sentence, index: int) -> bool:
    """A day before a verb of saying: 12일 밝혔다, 통계청이 11일 발표한."""
    mention = sentence.words[index].mention
    by_day = mention.period is None or len(mention.period) == 10
    return by_day and bool(_ANNOUNCED.match(text, mention.end, sentence.end))


def _spent(words: tuple[Word, ...], index: int, at: int, item: str | None) -> bool:
    """Whether a clause that modifies another noun than the figure's takes the time to itself."""
    for between in range(index + 1, at):
        word = words[between]
        if word.role == "figure":
            return False
        if word.text in _SINCE:
            return True
        opened = word.text == "연" and words[between - 1].particle in OBJECT
        if opened or (word.role == "modifier" and word.text not in _ADJECTIVES):
            following = next((w for w in words[between + 1 : at + 1] if w.role != "mark"), words[at])
            return not (following is words[at] or following.role == "adverb" or between + 1 == at or following.stem in (item or "") or following.role in ("modifier", "figure"))
        if word.role == "verb":
            return False
    return False


def _taken(words: tuple[Word, ...], index: int, at: int) -> bool:
    """Whether the time belongs to the first figure of a pair and this is the second: 올해 4억원에서 7억원으로."""
    following = next((word for word in words[index + 1 : at] if word.role not in ("mark", "adverb")), None)
    return following is not None and following.role == "figure" and following.particle == "에서"


def _joined(words: tuple[Word, ...], index: int) -> Time | None:
    """2019년, 2020년 2년간: years that follow one another are one period."""
    first = index
    while first >= 2 and words[first - 1].text == "," and words[first - 2].role == "date":
        first -= 2
    ends = [words[first].mention.period, words[index].mention.period]
    if first == index or not all(end and is_year(end) for end in ends) or int(ends[1]) - int(ends[0]) != (index - first) // 2:
        return None
    return Time("/".join(ends), words[index].mention.basis)


def _respectively(words: tuple[Word, ...], at: int) -> int | None:
    """The time of the same place in a list of times: 2019년과 2020년 각각 30명과 40명."""
    marks = [i for i, word in enumerate(words[:at]) if word.text == "각각"]
    if not marks:
        return None
    dates = [i for i, word in enumerate(words[: marks[-1]]) if word.role == "date"]
    figures = [i for i in range(marks[-1], len(words)) if words[i].role == "figure"]
    if len(dates) < 2 or len(dates) != len(figures) or at not in figures:
        return None
    return dates[figures.index(at)]


def _behind(text: str, sentence: Sentence, at: int) -> Time | None:
    """A time behind the figure in its own clause: 3천명을 2027년까지 뽑는다."""
    words = sentence.words
    for index in range(at + 1, len(words)):
        word = words[index]
        if word.role in ("figure", "verb") or word.text in ("…", "."):
            return None
        if word.role == "date":
            fits = not _compares(text, sentence, index) and not _announces(text, sentence, index)
            return _time(word) if fits and (word.mention.period or "").startswith("../") else None
    return None
