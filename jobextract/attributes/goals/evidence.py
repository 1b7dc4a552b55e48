"""What speaks for a figure being aimed at, announced or so: facts for the learned opinion, none of which knows its digits.

The verdict of the cues and what the figure took from others, the words around it, the head of its list,
the acts of its article, what the figures beside it are, and whether its time is over or still to come.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...korean.particles import TOPIC_OR_SUBJECT
from ...korean.tokens import Word
from ...korean.word_lists import pattern
from ...temporal import periods
from .. import status as statuses
from ..figure import Figure, measure, nearness
from ..frame import Frame
from . import clause_facts, governing, outcome_facts

_FORMS = pattern("frame.forms")
#: words on either side that are read
REACH = 3
#: figures of a paragraph that are asked what they are
ASKED = 60


def facts(draft: Figure, near: Neighbours, head: str | None, frame: Frame, now: str | None, text: str) -> list[str]:
    """The facts of one figure, each once, in a fixed order."""
    return list(dict.fromkeys(_facts(draft, near, head, frame, now, text)))


class Neighbours:
    """The figures of an article by paragraph, with the status that the rules gave them."""

    def __init__(self, drafts: list[Figure]) -> None:
        self.drafts = drafts
        #: the first figures with a status of each paragraph
        self.paragraphs: dict[int, list[Figure]] = {}
        self.whole: dict[str | None, int] = {}
        for draft in drafts:
            asked = self.paragraphs.setdefault(draft.sentence.paragraph, [])
            if draft.status is not None and len(asked) <= ASKED:
                asked.append(draft)
            self.whole[draft.status] = self.whole.get(draft.status, 0) + 1
        ahead = sum(self.whole.get(status, 0) for status in ("plan", "target"))
        told = ahead + self.whole.get("actual", 0)
        #: in fifths, how much of what has a status lies ahead
        self.ahead = ahead * 5 // told if told else -1
        self.number = {id(draft): number for number, draft in enumerate(drafts)}

    def before(self, draft: Figure) -> Figure | None:
        """The figure of the same measure nearest before it, not farther than eight."""
        at, own = self.number[id(draft)], measure(draft)
        return next((d for d in reversed(self.drafts[max(0, at - 8) : at]) if measure(d) == own), None)

    def behind(self, draft: Figure) -> Figure | None:
        at, own = self.number[id(draft)], measure(draft)
        return next((d for d in self.drafts[at + 1 : at + 6] if measure(d) == own), None)

    def most(self, figures: list[Figure], but: Figure) -> str:
        """The status that most of the others have, and whether all do: of the first, for a paragraph may be megabytes."""
        told = [d.status for d in figures if d is not but and d.status is not None][:ASKED]
        if not told:
            return "none"
        counts = {status: told.count(status) for status in ("actual", "plan", "target")}
        best = max(counts, key=lambda status: counts[status])
        return f"{best}{'!' if counts[best] == len(told) else ''}"


def _facts(
    draft: Figure, near: Neighbours, head: str | None, frame: Frame, now: str | None, text: str
) -> Iterator[str]:
    rule, cue = draft.status or "none", draft.verdict.cue or "none"
    yield "bias"
    yield f"rule={rule}"
    yield f"cue={cue}"
    yield f"rule={rule}|cue={cue}"
    when = periods.lies(draft.time.period if draft.time else None, now)
    yield f"when={when}"
    yield f"when={when}|cue={cue}"
    kind = draft.mention.kind
    yield f"unit={_unit(draft)}"
    place = "title" if draft.sentence.section == "title" else "heading" if statuses.heading(draft.sentence) else "run"
    yield f"place={place}|rule={rule}"
    yield f"head={head}|rule={rule}"
    yield f"head={head}|cue={cue}"
    if draft.change:
        yield f"change|{rule}"
    for act in frame.title:
        yield f"title:{act}"
        yield f"title:{act}|rule={rule}|{kind}"
        yield f"title:{act}|when={when}"
        yield f"title:{act}|cue={cue}"
    for act in frame.lead:
        yield f"lead:{act}"
        yield f"lead:{act}|rule={rule}"
    before, behind = near.before(draft), near.behind(draft)
    yield from _beside(draft, before, behind, cue)
    yield f"paragraph={near.most(near.paragraphs[draft.sentence.paragraph], draft)}|{rule}"
    yield from (f"article={near.ahead}|{rule}", f"article={near.ahead}|{cue}")
    yield from _words(draft, rule)
    yield from _forms(draft, text, rule)
    yield from clause_facts.facts(draft, text, rule)
    yield from governing.facts(draft, _unit(draft), text, rule)
    yield from outcome_facts.facts(draft, before, behind, text, rule)


def _beside(draft: Figure, before: Figure | None, behind: Figure | None, cue: str) -> Iterator[str]:
    for name, other in (("before", before), ("behind", behind)):
        if other is None:
            yield f"{name}=none"
            continue
        place = nearness(other, draft)
        yield f"{name}={other.status}|{place}"
        yield f"{name}={other.status}|{place}|cue={cue}"


def _words(draft: Figure, rule: str) -> Iterator[str]:
    words = draft.sentence.words
    yield f"particle={draft.word.particle}|{rule}"
    yield f"particle={draft.word.particle}"
    end = next((word for word in reversed(words) if word.role != "mark"), None)
    if end is not None:
        yield f"endrole={end.role}|{rule}"
    verb = next((w for w in words[draft.at + 1 :] if w.role in ("verb", "modifier")), None)
    if verb is not None:
        yield f"verb={verb.text[-2:]}|{verb.role}"
        yield f"verb={verb.text[:2]}"
        yield f"verb={verb.text}"
        yield f"verb={verb.text[-1:]}|{verb.role}|{rule}"
    else:
        yield f"verb=none|{rule}"
    for step in range(1, REACH + 1):
        if draft.at + step < len(words):
            yield f"right{min(step, 2)}={_said(words[draft.at + step])}"
        if draft.at - step >= 0:
            yield f"left{min(step, 2)}={_said(words[draft.at - step])}"
    topic = next((w for w in reversed(words[: draft.at]) if w.role == "noun" and w.particle in TOPIC_OR_SUBJECT), None)
    if topic is not None:
        yield f"topic={topic.stem[-2:]}"
        yield f"topic={topic.stem}"
    modifier = next((w for w in reversed(words[: draft.at]) if w.role in ("modifier", "verb")), None)
    if modifier is not None:
        yield f"led={modifier.text[-2:]}|{modifier.role}"


def _forms(draft: Figure, text: str, rule: str) -> Iterator[str]:
    """Telling words before and behind the figure, near or far."""
    start, end = draft.sentence.start, draft.sentence.end
    at, behind = draft.mention.start, draft.mention.end
    for match in _FORMS.finditer(text, max(start, at - 80), at):
        yield f"before:{match[0]}{'+' if at - match.end() > 15 else ''}"
        yield f"before:{match[0]}|{rule}"
    for match in _FORMS.finditer(text, behind, min(end, behind + 80)):
        yield f"behind:{match[0]}{'+' if match.start() - behind > 15 else ''}"
        yield f"behind:{match[0]}|{rule}"


def _said(word: Word) -> str:
    """What a word says, figures and times by their kind."""
    if word.mention is not None:
        return f"<{word.mention.kind}>"
    return word.stem if word.role == "noun" else word.text


def _unit(draft: Figure) -> str:
    kind, unit = draft.mention.kind, draft.mention.unit or ""
    if kind in ("count", "percent"):
        return unit
    return kind
