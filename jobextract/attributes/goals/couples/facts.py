"""Whether of two figures of one measure one is aimed at and the other what came of it: facts of a choice learned from known pairs.

A text often calls neither by name: 배정 인원 45명을 넘겨 52명을 보냈다, 100곳을 찾으려 했는데 131곳이 손을 들었다. What tells is how the two
stand to each other: particles, the verbs and acts between and behind, signs, what the first words before them are, their sizes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from ....korean import word_classes
from ....korean.acts import acts
from ....korean.tokens import Word
from ....korean.word_lists import pattern
from ...figure import Figure
from ..clause_facts import tense
from ..outcome_facts import told_beside

_AIM = pattern("clause_facts.aim")
_TURNS = pattern("goals.turns")
#: code points before the figures and behind the second that are read
BEFORE, BEHIND = 60, 70
#: sizes of the second to the first between which nothing is told apart
SIZES = (0.1, 0.3, 0.6, 0.9, 1.0, 1.1, 1.5, 3.0, 10.0)


class _Gap(NamedTuple):
    """What stands between the two: the text, its words and its acts."""

    said: str
    words: list[Word]
    acts: list[str]


def facts(first: Figure, second: Figure, text: str) -> list[str]:
    """The facts of two figures, each once, in a fixed order."""
    return list(dict.fromkeys(_facts(first, second, text)))


def _facts(first: Figure, second: Figure, text: str) -> Iterator[str]:
    together = first.sentence is second.sentence
    lines = text.count("\n", first.mention.end, second.mention.start)
    where = "s" if together else "n" if not lines else "l" if lines == 1 else "f"
    rules = f"{first.status or 'none'}|{second.status or 'none'}"
    yield from ("bias", f"where={where}", f"rules={rules}", f"rules={rules}|{where}")
    yield f"cues={first.verdict.cue}|{second.verdict.cue}"
    yield from (f"cue1={first.verdict.cue}|{where}", f"cue2={second.verdict.cue}|{where}")
    kind = first.mention.kind
    yield f"kind={kind}|{where}"
    yield f"unit={first.mention.unit}"
    size = _size(first, second)
    yield from (f"size={size}", f"size={size}|{where}", f"size={size}|{kind}", f"size={size}|{rules}")
    items = "one" if first.item == second.item else "none" if None in (first.item, second.item) else "two"
    yield from (f"items={items}|{where}", f"items={items}|{rules}")
    times = "one" if _when(first) == _when(second) else "none" if None in (_when(first), _when(second)) else "two"
    yield from (f"times={times}|{where}", f"times={times}|{rules}")
    yield f"section={first.sentence.section}"
    yield f"head={first.head}|{where}"
    said = text[first.mention.end : second.mention.start]
    gap = _Gap(said, _words_between(first, second), acts(said))
    yield from _between(first, second, gap, where, size)
    yield from _led(first, text, "1")
    yield from _led(second, text, "2")
    yield from _then(first, second, text, gap, where, size)


def _size(first: Figure, second: Figure) -> int:
    one, other = float(first.mention.value or 0), float(second.mention.value or 0)
    if one == other:
        return -1
    return bisect_left(SIZES, other / one) if one else len(SIZES)


def _when(draft: Figure) -> str | None:
    return draft.time.period if draft.time else None


def _between(first: Figure, second: Figure, gap: _Gap, where: str, size: int) -> Iterator[str]:
    """Particles, words, verbs, acts and signs from the first to the second."""
    said, words, told = gap
    verbs = [word for word in words if word.role in ("verb", "modifier")]
    figures = sum(word.mention is not None for word in words)
    yield from (f"p1={first.word.particle}|{where}", f"p={first.word.particle}|{second.word.particle}|{where}")
    yield f"gap={min(len(words), 7)}|{where}"
    yield f"figures={min(figures, 3)}|{where}"
    yield f"verbs={min(len(verbs), 3)}|{first.word.particle}|{size}"
    if len(words) < 7:
        yield f"chain={'-'.join(_role(word) for word in words)}|{first.word.particle}"
    for word in words[:3]:
        yield f"then1={_said(word)}|{where}"
    if words:
        yield f"next={_said(words[0])}|{first.word.particle}"
    for place, verb in (("v", verbs[:1]), ("w", verbs[-1:])):
        for word in verb:
            kind = word_classes.of_verb(word.text)
            yield from (
                f"{place}={word.text[-2:]}|{where}",
                f"{place}={tense(word)}|{word.role}|{where}",
                f"{place}={word.text}",
                f"{place}={kind}|{tense(word)}",
                f"{place}={kind}|{word.text[-2:]}|{where}",
            )
            yield f"{place}={word.text[-1:]}|{first.word.particle}|{where}"
    yield f"acts={'-'.join(told[:4])}|{where}"
    for act in dict.fromkeys(told):
        yield from (f"act={act}|{where}", f"act={act}|{first.word.particle}", f"act={act}|{size}")
    for match in _AIM.finditer(said):
        yield from (f"aim={match[0]}|{where}", f"aim={match[1]}|{where}|{figures}")
    if _TURNS.search(said):
        yield from (f"turns|{where}", f"turns|{where}|{len(verbs)}")
    yield f"signs={''.join(c for c in said if not c.isalnum() and c != ' ')[:3]}|{min(len(words), 3)}"


def _led(draft: Figure, text: str, name: str) -> Iterator[str]:
    """What stands right before a figure: a modifier (약속한, 찾으려던), a topic, words of aim."""
    spoken, at = draft.sentence.words, draft.at
    for step in (1, 2):
        word = spoken[at - step] if at >= step else None
        if word is None:
            yield f"L{name}{step}=start"
            break
        yield f"L{name}{step}={_said(word)}"
        yield f"L{name}{step}={word.role}|{word.particle}"
        if word.role == "modifier":
            kind = word_classes.of_verb(word.text)
            yield from (
                f"mod{name}={word.text[-2:]}",
                f"mod{name}={tense(word)}|{step}",
                f"mod{name}={kind}|{tense(word)}",
            )
        if word.role == "noun" and (noun := word_classes.of_noun(word.stem)):
            yield f"noun{name}={noun}"
    start = max(draft.sentence.start, draft.mention.start - BEFORE)
    said = text[start : draft.mention.start]
    aims = _AIM.findall(said)
    if aims:
        yield f"aim{name}={aims[-1][0]}"
    told = acts(said)
    yield f"acts{name}={'-'.join(told[-2:])}"
    near, then = told_beside(text, draft.sentence, draft.at)
    yield f"near{name}={near}|{then}|{draft.word.particle}"


def _then(first: Figure, second: Figure, text: str, gap: _Gap, where: str, size: int) -> Iterator[str]:
    """What is told behind the second: passed, missed, apart, nothing; by what size."""
    spoken, at = second.sentence.words, second.at
    behind = text[second.mention.end : min(second.sentence.end, second.mention.end + BEHIND)]
    told = acts(behind)
    yield f"p2={second.word.particle}|{where}"
    for act in told[:1]:
        yield from (f"then={act}|{size}|{where}", f"then={act}|{second.word.particle}|{where}")
        yield f"then={act}|{'-'.join(gap.acts[:2])}"
    words = list(spoken[at + 1 :])
    for word in words[:3]:
        yield f"then2={_said(word)}|{second.word.particle}"
    verbs = [word for word in words if word.role in ("verb", "modifier")]
    for word in verbs[:1]:
        kind = word_classes.of_verb(word.text)
        yield from (
            f"b={word.text[-2:]}",
            f"b={word.text}",
            f"b={kind}|{tense(word)}",
            f"b={kind}|{second.word.particle}|{size > 4}",
        )
        yield f"b={tense(word)}|{first.word.particle}|{second.word.particle}|{where}"
    if not verbs:
        yield f"b=none|{where}|{size}"
    end = next((word for word in reversed(words) if word.role != "mark"), None)
    yield f"end={end.text[-3:] if end and end.mention is None else None}|{where}"
    values = float(first.mention.value or 0), float(second.mention.value or 0)
    differ = abs(values[0] - values[1])
    near = [w.said for w in (*gap.words, *spoken[at + 1 : at + 8]) if w.role == "figure" and w.mention]
    if any(one.value is not None and abs(float(one.value) - differ) < 1e-6 * max(1, differ) for one in near if differ):
        yield from ("differs", f"differs|{where}")
    share = [one for one in near if one.unit == "%" and one.value is not None]
    for one in share:
        for name, part, whole in (("tr", values[1], values[0]), ("rt", values[0], values[1])):
            if whole and abs(part * 100 / whole - float(one.value or 0)) < 0.6:
                yield from (f"share={name}", f"share={name}|{where}")


def _words_between(first: Figure, second: Figure) -> list[Word]:
    if first.sentence is second.sentence:
        return list(first.sentence.words[first.at + 1 : second.at])
    return [*first.sentence.words[first.at + 1 :], *second.sentence.words[: second.at]]


def _role(word: Word) -> str:
    return word.text if word.role == "mark" else word.role[:2] + (word.particle or "")


def _said(word: Word) -> str:
    if word.mention is not None:
        return f"<{word.mention.kind}>"
    return word.stem if word.role == "noun" else word.text
