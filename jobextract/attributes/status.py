"""Whether a figure is aimed at, announced or so.

The words are data, ``[[cue]]`` of rules/status.toml; this module says where they count. First what the figure is called
(목표치인 300명), then the first telling word behind it (창출할 계획, 늘었다; quotations left out), then what stands before. A period
that is over makes a plan actual, one that is yet to come makes a plain 300개다 a plan.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import regex

from ..korean.particles import (
    COPULA,
    DIRECTION,
    FROM,
    GENITIVE,
    MODIFIES,
    NOMINATIVE,
    OBJECT,
    THAN,
    TOPIC,
    TOPIC_MARKS,
    UNTIL,
)
from ..korean.tokens import Sentence, Word
from ..korean.word_lists import regex_pattern, words
from ..model import Status
from . import relative_clauses
from .goals import achievement
from .goals.cue_book import UNDECIDED, Book, Verdict, earliest, first, told

_LEVELS = words("status.levels")
_FINITE, _MOVED = words("status.finite"), frozenset(words("status.moved"))
_AMONG = words("status.among")

_QUOTED = regex_pattern("status.quoted")
_TOPICS = frozenset(words("status.topics"))
_COPULAS = words("status.copulas")
_NOUN_COPULA = regex_pattern("status.noun_copula")
_NAMED_COPULA = regex_pattern("status.named_copula")
_WAS = regex_pattern("status.was")
_JOINS = regex_pattern("status.joins")
_SAYS = words("status.says")
#: cues that tell a state as well as what is to come
_UNTENSED = frozenset(("status.lasts", "status.present", "status.announced"))
_QUOTES = words("status.quotes")
_PARTS = ("percent", "ratio")
_PAST = regex_pattern("status.past")
_HEADLINE_PART = regex.compile(r"…|\.\.\.?|·{3}")


STATED = Verdict("actual", "copula")
BASELINE = Verdict("actual", "baseline")
STATE = Verdict("actual", "present")
WAS = Verdict("actual", "was")
DONE = Verdict("actual", "done")
#: verdicts that no period changes
_SETTLED = achievement.CUES | {"baseline"}


def status(text: str, sentence: Sentence, at: int, cues: Book, is_body: Callable[[str], bool]) -> Verdict:
    """What the words of the sentence say of the figure at word ``at``; ``is_body`` knows who may announce."""
    figure = sentence.words[at]
    before = text[sentence.start : figure.said.start]
    achieved = achievement.achieved(text, sentence, at, before, cues)
    if achieved:
        return achieved
    if figure.particle == THAN and is_baseline(sentence, at):
        return BASELINE
    named = first(before, cues.cues("status.at")) or _topic(sentence, at, cues)
    if named:
        was = named.cue == "status.plan-topic" and _WAS.match(text, figure.said.end, sentence.end)
        return WAS if was else named
    group = _named_group(sentence.words, at, cues)
    if group:
        return group
    if heading(sentence):
        return _of_headline(text, sentence, at, cues)
    return _of_relation(text, sentence, at, cues, is_body) or _of_verb(text, sentence, at, cues, is_body)


def _of_relation(text: str, sentence: Sentence, at: int, cues: Book, is_body: Callable[[str], bool]) -> Verdict | None:
    """What a figure is by another one, by the clause that it stands in, or by a word right behind it."""
    figure = sentence.words[at]
    after = text[figure.said.end : sentence.end]
    had = first(after, cues.cues("status.had"))
    if had:
        return had
    whole = _whole_of(sentence.words, at)
    if whole is not None:
        told = status(text, sentence, whole, cues, is_body)
        counts = sentence.words[whole].particle == COPULA or told.value == "actual"
        return told if counts else _stock(text[sentence.start : figure.said.start], cues)
    result = relative_clauses.result_of(sentence.words, at)
    if result is not None:
        return status(text, sentence, result, cues, is_body)
    if relative_clauses.is_done(sentence.words, at):
        return DONE
    brought = relative_clauses.is_brought_to(sentence.words, at) and first(after, cues.cues("status.brought"))
    return brought or first(after, cues.cues("status.right"))


def _of_verb(text: str, sentence: Sentence, at: int, cues: Book, is_body: Callable[[str], bool]) -> Verdict:
    """What the first telling word behind the figure says of it, else what stands before it."""
    figure = sentence.words[at]
    before = text[sentence.start : figure.said.start]
    copula = figure.particle == COPULA or _JOINS.match(text, figure.said.end, sentence.end) is not None
    found = None if copula else _behind(text, sentence, figure.said.end, cues)
    if found is None or found.cue in _UNTENSED:
        once = first(before, cues.cues("status.once"))
        if once:
            return once
    if found and found.value == "none":
        return Verdict(None, found.cue)
    if found and found.value != "actual" and is_baseline(sentence, at) and found.cue != "status.raised":
        return BASELINE
    if found and not _is_mere_present(found, sentence, at, is_body):
        return found
    wanted = first(before, cues.cues("status.before"))
    if wanted or found:
        return wanted or STATE
    if figure.particle == COPULA and _WAS.match(text, figure.said.end, sentence.end):
        return WAS
    return STATED if copula or _states(sentence) or _is_quoted(sentence) else UNDECIDED


def _is_mere_present(found: Verdict, sentence: Sentence, at: int, is_body: Callable[[str], bool]) -> bool:
    """Whether a verb in the present tense tells how things are: 버스 3대가 돌며 검진한다, 사람들은 4천원을 부른다."""
    if found.cue == "status.announced":
        return _is_subject(sentence.words, at)
    agents = (word.stem for word in sentence.words if word.role == "noun" and word.particle in TOPIC)
    return found.cue == "status.present" and (_is_subject(sentence.words, at) or not any(map(is_body, agents)))


def is_baseline(sentence: Sentence, at: int) -> bool:
    """Whether the figure is what something is raised or cut from: 2천 명에서 5천 명으로, 1천500명을 4천명까지, 지난해 66.5%보다."""
    words = sentence.words
    if words[at].particle == THAN and at and _PAST.match(words[at - 1].text) and words[at - 1].role == "date":
        return True
    if words[at].particle not in (FROM, *OBJECT) or at + 1 >= len(words):
        return False
    one = words[at].said
    goals = (
        w for w in words[at + 1 : at + 8] if w.role == "figure" and (w.said.kind, w.said.unit) == (one.kind, one.unit)
    )
    goal = next(goals, None)
    if goal is None or not (goal.particle in (*DIRECTION, UNTIL) or _is_below(words, words.index(goal))):
        return False
    return words[at].particle == FROM or not any(word.role == "verb" for word in words[at : words.index(goal)])


def _is_below(words: tuple[Word, ...], at: int) -> bool:
    """2천 명 아래로, 10% 수준으로."""
    behind = words[at + 1] if at + 1 < len(words) else None
    return behind is not None and not words[at].particle and behind.text in _LEVELS


def heading(sentence: Sentence) -> bool:
    """Whether the sentence is a headline or breaks off like one: no verb ends it."""
    if sentence.section == "title":
        return True
    last = next((word for word in reversed(sentence.words) if word.role != "mark"), None)
    if last is None:
        return False
    if last.role == "figure":
        return last.particle in DIRECTION and last is sentence.words[-1]
    return last.role == "noun" and not last.particle and last.text[-1] not in _FINITE


def _of_headline(text: str, sentence: Sentence, at: int, cues: Book) -> Verdict:
    """What a line without a verb says; a share in a headline (소아가 92%) is so, unless something is still to come."""
    figure = sentence.words[at]
    found = _headline(text[figure.said.end : sentence.end], cues)
    found = found or first(text[figure.said.end : sentence.end], cues.cues("status.right"))
    found = found or first(text[sentence.start : figure.said.start], cues.cues("status.title-before"))
    if found:
        return found
    told = sentence.section == "body" and _has_topic(sentence, at)
    share = figure.said.unit in ("%", "%p") or (at > 1 and sentence.words[at - 1].text in _AMONG)
    return STATED if told or share else UNDECIDED


def _named_group(words: tuple[Word, ...], at: int, cues: Book) -> Verdict | None:
    """The ones of whom something is told, where a clause in the past tense says which they are: 90점을 받은 11곳은."""
    if at == 0 or words[at].particle not in TOPIC_MARKS or words[at - 1].role not in ("modifier", "figure"):
        return None
    word = words[at - 1]
    if word.role == "figure":
        return BASELINE if word.particle == MODIFIES else None
    return first(word.text, cues.cues("status.group"))


def _whole_of(words: tuple[Word, ...], at: int) -> int | None:
    """The part behind a whole: 74명 가운데 … 셋 중 하나다; 74명의 10%인 7명."""
    if at + 1 >= len(words):
        return None
    if words[at].particle == GENITIVE and words[at + 1].role == "figure" and words[at + 1].said.kind in _PARTS:
        return at + 1 if words[at].said.kind in ("count", "money") else None
    if words[at + 1].text not in _AMONG:
        return None
    figures = (i for i in range(at + 2, len(words)) if words[i].role == "figure")
    return next((i for i in figures if words[i].said.kind not in ("duration", "age")), None)


def _stock(before: str, cues: Book) -> Verdict:
    """What a part of which is planned: there already (비축분 90만 명분 가운데 30만 명분을 푼다), unless it is a budget or a quota."""
    return first(before, cues.cues("status.whole")) or BASELINE


def _headline(after: str, cues: Book) -> Verdict | None:
    """The first telling word of the figure's own part of a headline, else of the rest."""
    for part in (_HEADLINE_PART.split(after, maxsplit=1)[0], after):
        found = earliest(part, cues.cues("status.title"))
        if found:
            return found
    return None


def _topic(sentence: Sentence, at: int, cues: Book) -> Verdict | None:
    """목표는 …: what the nearest topic before the figure says of all that follows it; 목표를 30명에서 50명으로, 20명 늘려 50명으로 too."""
    raised = relative_clauses.is_raised(sentence.words, at)
    for index in range(at - 1, -1, -1):
        word = sentence.words[index]
        if word.role == "noun" and (word.particle in _TOPICS or (raised and word.particle in OBJECT)):
            led = sentence.words[index - 1].text if index else ""
            return first(f"{led} {word.text}", cues.cues("status.topic"))
        told = word.role == "figure" and word.particle == COPULA
        moved = raised and word.text in _MOVED
        if (word.role == "verb" and not moved) or (told and word.said.unit != sentence.words[at].said.unit):
            return None
    return None


def _has_topic(sentence: Sentence, at: int) -> bool:
    return any(word.role == "noun" and word.particle in _TOPICS for word in sentence.words[:at])


def _states(sentence: Sentence) -> bool:
    """Whether the sentence ends by saying what is: 시가총액은 15조원이다, 어르신이 아홉 명."""
    last = next((word for word in reversed(sentence.words) if word.role != "mark"), None)
    if last is None:
        return False
    if last.role == "figure" or last.text.endswith(_COPULAS) or _NOUN_COPULA.search(last.text):
        return True
    return bool(_NAMED_COPULA.search(last.text))


def _is_quoted(sentence: Sentence) -> bool:
    """Whether somebody says what is: 남자가 30명(60%), 여자가 20명(40%)이라고 2일 밝혔다."""
    said = [word for word in sentence.words if word.role not in ("mark", "date") or word.text in _QUOTES][-2:]
    return (
        len(said) == 2
        and said[1].text.startswith(_SAYS)
        and (said[0].text.endswith(_QUOTES) or said[0].particle in _QUOTES)
    )


def _is_subject(words: tuple[Word, ...], at: int) -> bool:
    return words[at].particle in NOMINATIVE


def _behind(text: str, sentence: Sentence, end: int, cues: Book) -> Verdict | None:
    """The first telling word behind the figure that ends at ``end``; what is quoted tells nothing, but to a figure in it."""
    said = text[sentence.start : sentence.end]
    quoted = [m for m in _QUOTED.finditer(said) if not m.start() < end - sentence.start <= m.end()]
    for match in quoted:
        said = said[: match.start()] + "○" * (match.end() - match.start()) + said[match.end() :]
    return next((verdict for start, verdict in told(said, cues) if start >= end - sentence.start), None)


def settled(verdict: Verdict, over: bool, to_come: bool) -> Status | None:
    """The status with the period taken into account: what is over is no plan, what is yet to come is not actual."""
    if verdict.value in ("plan", None) and over:
        return "actual"
    if verdict.value in ("actual", None) and to_come and verdict.cue not in _SETTLED:
        return "plan"
    return cast("Status | None", verdict.value)
