"""Judges the lines of a page: which are the article, which are what the page put around it, and why.

Every line shows facts (``facts``); a linear-chain model weighs those of the whole page at once (``rules/weights/lines.json``)
and labels each line: headline, subtitle, body, metadata, caption, or furniture before, amid and behind the article. What a
model does not replace follows: a text without furniture is its own article, a page without an article has none, and what is
printed twice is read once.
"""

from __future__ import annotations

from functools import lru_cache

from ..learning.sequence import Labelling, SequenceModel
from ..learning.weights import load
from ..model import Line, Part
from ..rulebook.loader import Rulebook
from . import bylines, copies, damage, glued
from .facts import facts
from .layout import Layout, lay_out
from .layout import Line as Placed
from .lines import Shape, shapes

REASONS = {
    "blank": "nothing stands in the line",
    "title.main": "the headline",
    "title.subtitle": "a second headline, or one inside the article",
    "title.next": "the headline of a further article in the file",
    "title.repeat": "says a headline again",
    "caption.text": "a picture's text",
    "caption.repeat": "says a caption again",
    "repeat.body": "says a paragraph of the article again",
    "repeat.teaser": "the beginning of a paragraph that stands in full elsewhere",
    "body.prose": "running text",
    "body.between": "stands between paragraphs of the article: a heading, a row of a table, an item",
    "body.plain": "the text is no page: nothing in it is furniture",
    "meta.date": "when the article came out or was changed",
    "meta.byline": "who wrote it",
    "meta.source": "where it came from",
    "meta.credits": "who took part in it",
    "meta.other": "about the article, not of it",
    "head.unrelated": "stands before the article",
    "amid.unrelated": "stands amid the article and is none of it",
    "tail.after": "stands after the end of the article",
    "page.empty": "the page holds no article",
    "glued.caption": "a caption glued to the front of the first sentence",
    "glued.date": "the date of publication glued to the front of the first sentence",
    "glued.byline": "the writer glued to the end of the last sentence",
    "glued.notice": "a notice glued to the end of the last sentence",
    "glued.spam": "a phrase that stands alone elsewhere on the page as spam",
}
_MARKS = "‘’'\"“”,·…"
_LEAD, _STRANGE = 3, 0.15
_FURNITURE = {"F": "head.unrelated", "G": "amid.unrelated", "Z": "tail.after"}


def judge(text: str, rulebook: Rulebook) -> list[Line]:
    """Every line of ``text.split("\\n")``, numbered from 1, with its verdict."""
    lines = shapes(text)
    layout = lay_out(lines, rulebook)
    roles, rules = ["blank"] * len(lines), ["blank"] * len(lines)
    for line, label in zip(layout.lines, _guarded(layout, label_lines(layout).labels), strict=True):
        roles[line.index], rules[line.index] = _verdict(line, label)
    copies.settle(lines, roles, rules)
    _part_articles(layout, roles, rules)
    spam = glued.phrases(lines, rules)
    return [
        _line(index, shape, roles[index], rules[index], glued.parts(lines, roles, rules, index, text, spam, rulebook))
        for index, shape in enumerate(lines)
    ]


def label_lines(layout: Layout) -> Labelling:
    """The labels that the facts of the whole page make the likeliest, and the scores of the others."""
    return model().label(facts(layout))


@lru_cache(maxsize=1)
def model() -> SequenceModel:
    """The learned weights of the lines."""
    return SequenceModel(load("lines"))


def _guarded(layout: Layout, labels: list[str]) -> list[str]:
    """The labels, but where the page is none, or holds no article."""
    furnished = any(line.rule is not None and line.rule.role == "boilerplate" for line in layout.lines)
    bare = not furnished and not any(line.meta or glued.noticed(line.shape.text) for line in layout.lines)
    if bare:
        labels = [label if label in "BHTC" else "B" for label in labels]
    if not furnished and "B" not in labels and (bare or "C" not in labels):
        return ["B" if line.meta is None else "M" for line in layout.lines]
    if "B" not in labels and not ("C" in labels and "H" in labels):
        return [label if label == "M" else "-" for label in labels]
    return labels


def _verdict(line: Placed, label: str) -> tuple[str, str]:
    """The role of a line and the reason for it."""
    rule = line.rule
    if label == "B":
        told = "body.prose" if line.tells or line.wrapped else "body.between"
        return "body", rule.id if rule is not None and rule.role == "body" else told
    if label in "HT":
        return "title", "title.main" if label == "H" else "title.subtitle"
    if label == "C":
        return "caption", rule.id if rule is not None and rule.role == "caption" else "caption.text"
    if label == "M" and (rule is None or not rule.id.startswith("page.")):
        return "meta", line.meta or (rule.id if rule is not None else "meta.other")
    reason = _FURNITURE.get(label, "page.empty")
    return "boilerplate", rule.id if rule is not None and rule.role == "boilerplate" else reason


def _part_articles(layout: Layout, roles: list[str], rules: list[str]) -> None:
    """A headline with body above it and body below it, before the next headline, begins a further article.

    Where nothing else parts it from the body above, it is a subhead.
    """
    told = last = -1
    start: int | None = None
    for at, line in enumerate(layout.lines):
        index = line.index
        if roles[index] == "title" and told >= 0 and (start is None or rules[index] == "title.main"):
            start = at if start is None or rules[layout.lines[start].index] != "title.main" else start
        if roles[index] == "body":
            if start is not None:
                main = rules[layout.lines[start].index] == "title.main"
                apart = _introduces(layout, told, start, at, "" if main else "(")
                apart = apart or (main and _apart(layout, roles, told, last, start, at))
                rules[layout.lines[start].index] = "title.next" if apart else "title.subtitle"
                told = at if apart else told
                start = None
            told, last = (at if told < 0 else told), at


def _apart(layout: Layout, roles: list[str], told: int, last: int, start: int, first: int) -> bool:
    """Whether furniture, a date or a byline stands between two bodies, or they have hardly a word in common."""
    lines = layout.lines
    between = [roles[line.index] for line in (*lines[last + 1 : start], *lines[start + 1 : first])]
    if "boilerplate" in between or "meta" in between or bylines.dateline(lines[first].shape.text) is not None:
        return True
    above = {word for line in lines[told : last + 1] if line.tells for word in line.words}
    below = {word for line in lines[first : first + _LEAD] if line.tells for word in line.words}
    return len(above & below) < _STRANGE * len(below)


def _introduces(layout: Layout, told: int, start: int, first: int, sign: str) -> bool:
    """Whether the headline opens with a name that its first sentence opens with too, and nothing above has said.

    ``sign`` has to follow the name: 나루구(구청장 …).
    """
    lines = layout.lines
    words = lines[start].shape.core.split()
    name = words[0].strip(_MARKS) if words else ""
    if len(name) < 2 or not lines[first].shape.core.startswith(name + sign):
        return False
    return not any(name[:2] in line.words for line in lines[told:start] if line.tells)


def _line(index: int, shape: Shape, role: str, rule: str, parts: tuple[Part, ...]) -> Line:
    keep = role in ("title", "body", "caption")
    return Line(
        number=index + 1,
        start=shape.start,
        end=shape.end,
        keep=keep,
        role=role,
        rule=rule,
        parts=parts,
        flags=damage.flags(shape.text) if keep else (),
    )
