"""How a time stands in its sentence: a clause takes it to itself, or it is told together with others.

A time is that of another noun (작년 3월 개원한 교육원은), of an announcement (12일 밝혔다), of a beginning (개장 뒤로); years follow one another, a year
lasts, and times and figures are told respectively.
"""

from __future__ import annotations

from ...korean.particles import OBJECT, PLACE, TOPIC
from ...korean.tokens import Sentence, Word, once_a_word
from ...korean.word_lists import pattern, regex_pattern, words
from ...model import Mention
from ...temporal.periods import Time, is_year

(_STARTING,) = words("periods.starting")
(_EACH,) = words("periods.each")
(_LATER,) = words("periods.later")
(_SINCE_THEN,) = words("periods.since_then")
(_A_YEAR,) = words("periods.a_year")
_ANNOUNCED = regex_pattern("periods.announced")
_HELD = pattern("periods.held")
_FORETOLD = pattern("periods.foretold")
_DETERMINERS = frozenset(words("periods.determiners"))
_QUOTES = frozenset("‘“'\"「『")
_ADJECTIVES = frozenset(words("clauses.adjectives"))
_SINCE = frozenset(words("periods.since"))
#: what is told while something is still to come: 내년 3월 선거를 앞두고
(BEFORE,) = words("periods.ahead_of")


@once_a_word
def announces(text: str, sentence: Sentence, index: int) -> bool:
    """A day before a verb of saying: 12일 밝혔다, 통계청이 11일 발표한."""
    mention = sentence.words[index].said
    by_day = mention.period is None or len(mention.period) == 10
    return by_day and bool(_ANNOUNCED.match(text, mention.end, sentence.end))


def is_spent(words: tuple[Word, ...], index: int, at: int, item: str | None = None) -> bool:
    """Whether a clause that modifies another noun than the figure's, whose ``item`` is given, takes the time to itself before ``at``."""
    if index and words[index - 1].text in _QUOTES:
        return False
    for between in range(index + 1, at):
        word = words[between]
        if word.role == "figure" and word.said.kind != "duration":
            return False
        if (
            word.text.startswith(BEFORE)
            or word.text in _SINCE
            or (word.text == _LATER and between == index + 1)
            or _counts_since(words, between)
            or _FORETOLD.match(word.text)
        ):
            return True
        opened = word.text == _A_YEAR and words[between - 1].particle in OBJECT
        if opened or (word.role == "modifier" and word.text not in _ADJECTIVES):
            return _modifies_other(words, between, at, item)
        if word.role == "verb":
            return False
    return False


def _counts_since(words: tuple[Word, ...], index: int) -> bool:
    """2008년 첫 배를 띄운 지 15년 만이다: only the time since then is told."""
    following = words[index + 1] if index + 1 < len(words) else None
    return (
        words[index].text == _SINCE_THEN
        and following is not None
        and following.role == "figure"
        and following.said.kind == "duration"
    )


def _modifies_other(words: tuple[Word, ...], between: int, at: int, item: str | None) -> bool:
    """Whether what the modifier at ``between`` goes with is another noun than the figure's."""
    behind = [word for word in words[between + 1 : at + 1] if word.role != "mark"]
    if len(behind) > 1 and behind[0].text in _DETERMINERS:
        return True
    following = behind[0] if behind else words[at]
    if _HELD.match(words[between].text) and any(word.particle in PLACE | TOPIC for word in behind[:4]):
        return False
    own = following is words[at] or following.role in ("adverb", "modifier", "figure") or following.stem in (item or "")
    return not own and between + 1 != at


def joined(words: tuple[Word, ...], index: int) -> Time | None:
    """2019년, 2020년 2년간: years that follow one another are one period."""
    ends = (
        [words[index - 1].said.period or "", words[index].said.period or ""]
        if index and words[index - 1].role == "date"
        else []
    )
    if all(ends) and ends and ends[0].endswith("/..") and ends[1].startswith("../"):
        return Time(ends[0].removesuffix("..") + ends[1].removeprefix("../"), words[index].said.basis)
    lasts = words[index + 1].mention if index + 1 < len(words) else None
    if (
        lasts is not None
        and lasts.kind == "duration"
        and lasts.unit == "year"
        and words[index].text.endswith(_STARTING)
    ):
        return _lasting(words[index], lasts)
    first = index
    while first >= 2 and words[first - 1].text == "," and words[first - 2].role == "date":
        first -= 2
    ends = [words[first].said.period or "", words[index].said.period or ""]
    if (
        first == index
        or not all(end and is_year(end) for end in ends)
        or int(ends[1]) - int(ends[0]) != (index - first) // 2
    ):
        return None
    return Time("/".join(ends), words[index].said.basis)


def _lasting(word: Word, length: Mention) -> Time | None:
    """2023년부터 3년 동안: the last year too."""
    year = (word.said.period or "").removesuffix("/..")
    if not is_year(year) or length.value is None or length.value != int(length.value):
        return None
    return Time(f"{year}/{int(year) + int(length.value) - 1:04d}", word.said.basis)


def respectively(words: tuple[Word, ...], at: int) -> int | None:
    """The time of the same place in a list of times: 2019년과 2020년 각각 30명과 40명."""
    marks = [i for i, word in enumerate(words[:at]) if word.text == _EACH]
    if not marks:
        return None
    dates = [i for i, word in enumerate(words[: marks[-1]]) if word.role == "date"]
    figures = [i for i in range(marks[-1], len(words)) if words[i].role == "figure"]
    if len(dates) < 2 or len(dates) != len(figures) or at not in figures:
        return None
    return dates[figures.index(at)]
