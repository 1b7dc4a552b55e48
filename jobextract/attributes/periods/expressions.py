"""The time expressions of an article in their order, each with the part it plays: it says what is told of now, or it does not.

What is told without a time of its own is of the last time that the text was about, be it named in a question, a heading or another
paragraph: ― 지난해 성적을 매긴다면. □ 2023년 주요사업. A comparison, a day of announcement or a clause about another noun leaves that time
in force.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ...korean.tokens import CLOSE, OPEN, Sentence, once_a_word
from ...korean.word_lists import pattern
from ...temporal import edtf, periods
from ...temporal.periods import Time
from . import comparisons, derived, time_clauses

#: what a time is for its sentence: ``tells`` what the sentence is about, ``exact`` the bracket behind such a one, ``vague`` the one before
#: such a bracket, ``end`` of a span that another begins
Part = Literal["tells", "exact", "vague", "compared", "base", "announced", "spent", "bracket", "end"]
#: words behind a time in which a clause may take it to itself
REACH = 5
#: letters of a heading at most
HEADING = 40
_RUNS, _BULLET = pattern("frame.runs"), pattern("frame.bullet")


class Expression(NamedTuple):
    """A time, the number of its sentence and of its word, and its part."""

    time: Time
    sentence: int
    word: int
    part: Part

    @property
    def tells(self) -> bool:
        """Whether the text is about this time from here on."""
        return self.part in ("tells", "exact")


class Heading(NamedTuple):
    """A line that opens a part of the article: the number of its sentence, and the time that it names."""

    sentence: int
    time: Time | None


def expressions(text: str, spoken: Sequence[Sentence]) -> list[Expression]:
    """All that name a time on the calendar, in reading order."""
    found: list[Expression] = []
    for number, sentence in enumerate(spoken):
        if all(mention.kind not in ("date", "time") for mention in sentence.mentions):
            continue
        for index, word in enumerate(sentence.words):
            period = word.mention.period if word.role == "date" and word.mention is not None else None
            if not period or period.startswith("T") or word.mention is None:
                continue
            span = derived.joined(sentence.words, index)
            time = Time(span, word.mention.basis) if span else periods.day_of(Time(period, word.mention.basis))
            if edtf.valid(time.period):
                found.append(Expression(time, number, index, part(text, sentence, index)))
    return found


def headings(text: str, spoken: Sequence[Sentence], named: Sequence[Expression]) -> list[Heading]:
    """The headings between the parts of an article, in reading order: 2014년, [2026년에 하는 일], 앞으로의 계획.

    What stands under one that names a time is of that time, until the next heading.
    """
    times = {one.sentence: one.time for one in reversed(named) if one.tells}
    body = next((number for number, sentence in enumerate(spoken) if sentence.section == "body"), len(spoken))
    paragraphs = Counter(sentence.paragraph for sentence in spoken)
    return [
        Heading(number, times.get(number))
        for number, sentence in enumerate(spoken)
        if number > body and paragraphs[sentence.paragraph] == 1 and _is_heading(text, sentence)
    ]


def _is_heading(text: str, sentence: Sentence) -> bool:
    if sentence.section != "body":
        return sentence.section == "title"
    if sentence.end - sentence.start > HEADING or any(m.kind not in ("date", "time") for m in sentence.mentions):
        return False
    said = text[sentence.start : sentence.end]
    return not _RUNS.search(said) and not (_BULLET.match(said) and not sentence.mentions)


def legends(spoken: Sequence[Sentence]) -> Iterator[tuple[int, int, str]]:
    """What says of which time the figures in brackets are: the number of its sentence and of its word there, and the word."""
    for place, sentence in enumerate(spoken):
        for index, word in enumerate(sentence.words):
            told = comparisons.legend(sentence.words, index) if word.role == "date" else None
            if told is not None:
                yield place, index, told


def part(text: str, sentence: Sentence, index: int) -> Part:
    """What the time at this word is for its sentence."""
    words = sentence.words
    if comparisons.compares(text, sentence, index):
        return "compared"
    if time_clauses.announces(text, sentence, index):
        return "announced"
    if derived.ends_another(words, index):
        return "end"
    if comparisons.is_base(words, index) and not derived.refined(words, index):
        return "base"
    if comparisons.leads_to_compared(words, index):
        return "base"
    if derived.refined(words, index):
        return "vague"
    if index and words[index - 1].text in OPEN:
        if index == 1 and words[-1].text in CLOSE:
            return "tells"  # [2025년 계획]: the line is a bracket, not a bracket in a line
        return "exact" if index > 1 and derived.refined(words, _date_before(sentence, index)) else "bracket"
    if time_clauses.is_spent(words, index, min(index + REACH, len(words) - 1)):
        return "spent"
    return "tells"


def _date_before(sentence: Sentence, index: int) -> int:
    return next((i for i in range(index - 1, -1, -1) if sentence.words[i].role == "date"), 0)


@once_a_word
def predicates(text: str, sentence: Sentence, index: int) -> list[tuple[str, str]]:
    """The first predicate behind a time, and the last of its sentence, by their first syllables: 11일 공사가 보고한, 12일 … 공시했다."""
    words = sentence.words
    first = next((word.text[:2] for word in words[index + 1 :] if word.role in ("verb", "modifier")), None)
    if first is None:
        return []
    last = next((word.text[:2] for word in reversed(words) if word.role == "verb"), None)
    return [("does", first), ("ends", last)] if last is not None else [("does", first)]
