"""Judges the lines of a page: which are the article, which are what the page put around it, and why.

Every line shows facts (``facts``); a linear-chain model weighs those of the whole page at once (``rules/weights/lines.json``)
and labels each line: headline, subtitle, body, metadata, caption, or furniture before, amid and behind the article. What a
model does not replace follows: a text without furniture is its own article, a page without an article has none, and what is
printed twice is read once.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

import regex

from ..korean.word_lists import pattern
from ..learning.sequence import SequenceModel
from ..learning.weights import load
from ..model import Line, Part, Role
from ..rulebook.loader import Rulebook
from . import copies, glued
from .facts import weighed
from .layout import Layout, lay_out
from .layout import Line as Placed
from .lines import Shape, shapes, tabular
from .timestamps import stamps

#: lines below a headline, and what share of their words a further article has at most from the one above
_LEAD, _STRANGE = 4, 0.15
#: a row of a table as it is written out, three cells or more; an entry of a chronicle
_ROW = regex.compile(r"[^\t]++(?:\t[^\t]++){2,}+\Z")
_ENTRY = regex.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d\s+\S")
#: marks that headlines of a round-up open with, and how such a headline reads
_OPENING_MARKS = frozenset("■□◆◇▶▷▲△●○★☆▣")
_HEADLINE = pattern("headlines.reads_so")
_MARKS = "‘’'\"“”,·…"
_TITLES = {"H": "title.main", "N": "title.next", "T": "title.subtitle"}
#: a line that is shorter can be the name of a site
_NAMED = 12
_FURNITURE = {"F": "head.unrelated", "G": "amid.unrelated", "Z": "tail.after"}


def judge(text: str, rulebook: Rulebook, title: str | None = None, is_article: bool = False) -> list[Line]:
    """Every line of ``text.split("\\n")``, numbered from 1, with its verdict.

    ``title`` is the headline where it is known, ``is_article`` says that the text is known to be an article.
    """
    lines = shapes(text)
    layout = lay_out(lines, rulebook)
    roles: list[Role] = ["blank"] * len(lines)
    rules = ["blank"] * len(lines)
    labels = _guarded(layout, _titled(layout, label_lines(layout), title), title)
    labels = _going_on(layout, _marked_alike(layout, _known(layout, labels) if is_article else labels))
    for line, label in zip(layout.lines, _parted(layout, labels), strict=True):
        roles[line.index], rules[line.index] = _verdict(line, label)
    copies.settle(lines, roles, rules)
    spam = glued.phrases(lines, rules)
    return [
        _line(index, shape, roles[index], rules[index], glued.parts(lines, roles, rules, index, text, spam, rulebook))
        for index, shape in enumerate(lines)
    ]


def _titled(layout: Layout, labels: list[str], title: str | None) -> list[str]:
    """The labels, with the line above the body that is the known headline labelled so."""
    body = labels.index("B") if "B" in labels else len(labels)
    same = [at for at, line in enumerate(layout.lines[: body + 1]) if _heads(line, title)]
    if not same or labels[same[0]] == "H":
        return labels
    return ["H" if at == same[0] else "T" if label == "H" and at < body else label for at, label in enumerate(labels)]


def _heads(line: Placed, title: str | None) -> bool:
    """Whether the line is the headline that is known."""
    return title is not None and line.shape.text == title.strip()


def _known(layout: Layout, labels: list[str]) -> list[str]:
    """The labels of a text that is known to be an article: where nothing else is left of it, all that no rule drops is its body."""
    if "B" in labels or all(label == "H" for label in labels):
        return labels
    free = [
        label != "H" and label != "M" and not _dropped(line) for line, label in zip(layout.lines, labels, strict=True)
    ]
    free = free if any(free) else [label != "H" for label in labels]
    return ["B" if own else label for label, own in zip(labels, free, strict=True)]


def _dropped(line: Placed) -> bool:
    return line.rule is not None and line.rule.role == "boilerplate"


def label_lines(layout: Layout) -> list[str]:
    """The labels that the facts of the whole page make the likeliest."""
    known = model()
    states = (known.read(sum(worths)) for worths in weighed(layout, known.tables))
    # small letters stand between a headline and its text
    return [label.upper() for label in known.decode(states, scored=False).labels]


@lru_cache(maxsize=1)
def model() -> SequenceModel:
    """The learned weights of the lines."""
    return SequenceModel(load("lines"))


def _guarded(layout: Layout, labels: list[str], title: str | None) -> list[str]:
    """The labels, but where the page is none or holds no article. A headline that is known is no furniture, whatever it says."""
    furnished = any(_dropped(line) and not _heads(line, title) for line in layout.lines)
    bare = not furnished and not any(line.meta or glued.noticed(line.shape.text) for line in layout.lines)
    if bare:
        labels = _bare(layout, labels)
    if not furnished and "B" not in labels and (bare or "C" not in labels):
        return ["B" if line.meta is None else "M" for line in layout.lines]
    if "B" not in labels and not ("C" in labels and "H" in labels):
        return [label if label == "M" else "-" for label in labels]
    spoken = [line.rule is not None and line.rule.role == "body" for line in layout.lines]
    return ["B" if label == "G" and own else label for label, own in zip(labels, spoken, strict=True)]


def _marked_alike(layout: Layout, labels: list[str]) -> list[str]:
    """The labels, with a line between two sentences of the article kept where it bears the mark of a subhead that is kept.

    A text is parted by one mark all through: where ◇ heads one part of it, it heads the others.
    """
    told = [label == "B" and line.tells for line, label in zip(layout.lines, labels, strict=True)]
    signs = [line.shape.text[0] for line in layout.lines]
    between = {at for at in range(1, len(labels) - 1) if told[at - 1] and told[at + 1] and signs[at] in _OPENING_MARKS}
    kept = {signs[at] for at in between if labels[at] in "TB" and not told[at]}
    return [
        "T" if at in between and label in _FURNITURE and signs[at] in kept else label for at, label in enumerate(labels)
    ]


def _going_on(layout: Layout, labels: list[str]) -> list[str]:
    """The labels, with the rows of a table right under a sentence of the article kept, and the entries beside a kept one.

    A site's own tables, of shares and weather, have rules that know them; an entry is a line that a time of day opens.
    """
    found = list(labels)
    for form in (_ROW, _ENTRY):
        alike = [form.match(line.shape.text) is not None and not _dropped(line) for line in layout.lines]
        for own in (list(run) for same, run in groupby(range(len(found)), alike.__getitem__) if same):
            above = own[0] - 1
            under = above >= 0 and found[above] == "B" and layout.lines[above].tells
            figured = 2 * sum(tabular(layout.lines[at].shape.text) for at in own) >= len(own)
            if len(own) > 1 and (under and figured if form is _ROW else any(found[at] == "B" for at in own)):
                for at in own:
                    found[at] = "B" if found[at] in "GZ" else found[at]
    return found


def _bare(layout: Layout, labels: list[str]) -> list[str]:
    """The labels of a text without furniture: all of it is the article, and what stands over its first sentence heads it.

    Where the model has found its headline, a short line over that is a site's name or the day, and who wrote it is no title.
    """
    head = labels.index("H") if "H" in labels and "B" in labels else 0
    first = next((at for at, line in enumerate(layout.lines) if line.tells), 0)
    found: list[str] = []
    for at, (line, label) in enumerate(zip(layout.lines, labels, strict=True)):
        text = line.shape.text
        apart = (at < head and (len(text) < _NAMED or stamps(text))) or (head and label == "M")
        over = "T" if "H" in found else "H"
        found.append(label if label in "BHTC" or apart else "B" if at >= first else over)
    return found


def _parted(layout: Layout, labels: list[str]) -> list[str]:
    """The labels, with ``N`` for a headline between two bodies, where a further article begins; behind the last it is a subhead.

    So it is with a line that no sentence is, where the sentence below introduces whom it names: 나루구(구청장 …), and in a
    round-up, whose first headline has the mark that the others have.
    """
    found, said, told = list(labels), set[str](), False
    last = max((at for at, label in enumerate(labels) if label == "B"), default=0)
    mark = _mark_of_headlines(layout, labels)
    parts = _marks_of_parts(layout) - {mark}
    for at, (line, label) in enumerate(zip(layout.lines, labels, strict=True)):
        names = told and at < last and label in "HTB" and not line.tells and _introduced(layout, at, said)
        alike = label in "TB" and line.shape.text[0] == mark and _is_new(layout, at, said)
        if told and (label == "H" or names or alike):
            apart = at < last and (names or _apart(layout, labels, at, said, line.shape.text[0] in parts))
            found[at] = "N" if apart else label if alike else "T"
            told, said = (False, set()) if apart else (told, said)
        told = told or label == "B"
        said |= line.words if line.tells else set()
    return found


def _mark_of_headlines(layout: Layout, labels: list[str]) -> str:
    """The mark that every headline of a round-up opens with; none where it also stands before a heading: □ 신청 방법."""
    mark = next((line.shape.text[0] for line, label in zip(layout.lines, labels, strict=True) if label == "H"), "")
    marked = (
        line
        for line, label in zip(layout.lines, labels, strict=True)
        if label in "HTB" and line.shape.text[0] == mark and not line.tells
    )
    alike = mark in _OPENING_MARKS and all(_HEADLINE.match(line.shape.core) for line in marked)
    return mark if alike else ""


def _is_new(layout: Layout, at: int, said: set[str]) -> bool:
    """Whether the line heads a text that opens with what nothing above has said."""
    below = next((line for line in layout.lines[at + 1 : at + 1 + _LEAD] if line.tells), None)
    if layout.lines[at].tells or below is None:
        return False
    return below.shape.core.split(" ")[0].strip(_MARKS)[:2] not in said


def _marks_of_parts(layout: Layout) -> set[str]:
    """The marks that several lines open with which are no sentences: where ◇ heads the parts of a text, none of them begins another."""
    signs = [line.shape.text[0] for line in layout.lines if not line.tells]
    return {sign for sign in _OPENING_MARKS if signs.count(sign) > 1}


def _apart(layout: Layout, labels: list[str], at: int, said: set[str], of_parts: bool) -> bool:
    """Whether furniture, a date or a byline stands beside a headline amid bodies, or what is below says other things.

    ``of_parts``: the headline has the mark of the parts of a text, which may each say other things.
    """
    beside = labels[at - 1] + "".join(labels[at + 1 : at + 1 + _LEAD]).partition("B")[0]
    below = {word for line in layout.lines[at + 1 : at + 1 + _LEAD] if line.tells for word in line.words}
    strange = not of_parts and len(below & said) < _STRANGE * len(below)
    return strange or not set("FGZM").isdisjoint(beside)


def _introduced(layout: Layout, at: int, said: set[str]) -> bool:
    """Whether the line below says first what the name is that this one opens with, which nothing above has said."""
    name = layout.lines[at].shape.core.split(" ")[0].strip(_MARKS)
    return len(name) > 1 and layout.lines[at + 1].shape.core.startswith(name + "(") and name[:2] not in said


def _verdict(line: Placed, label: str) -> tuple[Role, str]:
    """The role of a line and the reason for it."""
    rule = line.rule
    if label == "B":
        told = "body.prose" if line.tells or line.wrapped else "body.between"
        return "body", rule.id if rule is not None and rule.role == "body" else told
    if label in _TITLES:
        return "title", _TITLES[label]
    if label == "C":
        return "caption", rule.id if rule is not None and rule.role == "caption" else "caption.text"
    if label == "M" and (rule is None or rule.id != "page.updated"):
        if rule is not None and rule.id == "page.clock":
            return "meta", rule.id
        return "meta", line.meta or (rule.id if rule is not None else "meta.other")
    reason = _FURNITURE.get(label, "page.empty")
    return "boilerplate", rule.id if rule is not None and rule.role == "boilerplate" else reason


def _line(index: int, shape: Shape, role: Role, rule: str, parts: tuple[Part, ...]) -> Line:
    keep = role in ("title", "body", "caption")
    return Line(
        number=index + 1,
        start=shape.start,
        end=shape.end,
        keep=keep,
        role=role,
        rule=rule,
        parts=parts,
        flags=glued.flags(shape.text) if keep else (),
    )
