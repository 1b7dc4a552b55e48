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
from ..model import Line, Part, Role
from ..rulebook.loader import Rulebook
from . import bylines, copies, glued
from .facts import weighed
from .layout import Layout, lay_out
from .layout import Line as Placed
from .lines import Shape, shapes
from .timestamps import stamps

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
#: what can be a headline that the model has not seen: so long, with so many of its words in the article
_LEAST, _LONGEST, _FAMILIAR = 8, 90, 0.4
#: words of a subhead that the sentence below it says
_SAID, _BRACKETS = 2, "[(<"
#: a line that is shorter can be the name of a site
_NAMED = 12
#: lines of running text in the core, and how far behind (in hundredths of log odds) a body there may be to be taken for one
_TOLD, _DOUBT = 3, 1000
_FURNITURE = {"F": "head.unrelated", "G": "amid.unrelated", "Z": "tail.after"}


def judge(text: str, rulebook: Rulebook, title: str | None = None) -> list[Line]:
    """Every line of ``text.split("\\n")``, numbered from 1, with its verdict; ``title`` is the headline where it is known."""
    lines = shapes(text)
    layout = lay_out(lines, rulebook)
    roles: list[Role] = ["blank"] * len(lines)
    rules = ["blank"] * len(lines)
    labels = _guarded(layout, _titled(layout, label_lines(layout).labels, title))
    for line, label in zip(layout.lines, labels, strict=True):
        roles[line.index], rules[line.index] = _verdict(line, label)
    copies.settle(lines, roles, rules)
    _part_articles(layout, roles, rules)
    spam = glued.phrases(lines, rules)
    return [
        _line(index, shape, roles[index], rules[index], glued.parts(lines, roles, rules, index, text, spam, rulebook))
        for index, shape in enumerate(lines)
    ]


def _titled(layout: Layout, labels: list[str], title: str | None) -> list[str]:
    """The labels, with the line above the body that is the known headline labelled so."""
    body = labels.index("B") if "B" in labels else len(labels)
    same = [at for at, line in enumerate(layout.lines[: body + 1]) if title and line.shape.text == title.strip()]
    if not same or labels[same[0]] == "H":
        return labels
    return ["H" if at == same[0] else "T" if label == "H" and at < body else label for at, label in enumerate(labels)]


def label_lines(layout: Layout) -> Labelling:
    """The labels that the facts of the whole page make the likeliest.

    Where they find a headline and no body, though several lines of running text stand together on the page, the likeliest
    labels with a body are as good, if they are not far behind: an article lost whole costs more than a lead kept.
    """
    known = model()
    states = [known.read(sum(worths)) for worths in weighed(layout, known.tables)]
    found = known.decode(states, scored=False)
    told = sum(line.tells for line in layout.lines[layout.first : layout.last + 1])
    if "B" in found.labels or "H" not in found.labels or told < _TOLD:
        return found
    other, behind = known.with_label(states, "B")
    return other if behind <= _DOUBT else found


@lru_cache(maxsize=1)
def model() -> SequenceModel:
    """The learned weights of the lines."""
    return SequenceModel(load("lines"))


def _guarded(layout: Layout, labels: list[str]) -> list[str]:
    """The labels, but where the page is none, holds no article, or has an article without its headline."""
    furnished = any(line.rule is not None and line.rule.role == "boilerplate" for line in layout.lines)
    bare = not furnished and not any(line.meta or glued.noticed(line.shape.text) for line in layout.lines)
    if bare:
        labels = _bare(layout, labels)
    if not furnished and "B" not in labels and (bare or "C" not in labels):
        return ["B" if line.meta is None else "M" for line in layout.lines]
    if "B" not in labels and not ("C" in labels and "H" in labels):
        return [label if label == "M" else "-" for label in labels]
    return _headed(layout, _subheads(layout, _opening(layout, labels)))


def _opening(layout: Layout, labels: list[str]) -> list[str]:
    """The labels, with an article for what begins the page as one: a headline, and sentences that say its words again."""
    after = labels.index("H") if "H" in labels else 0
    head, text = layout.lines[0], layout.lines[1:after]
    plain = not head.tells and head.rule is None and head.meta is None and len(head.shape.text) >= _NAMED
    if len(text) < 2 or not plain or set(labels[:after]) != {"F"} or not all(line.tells for line in text):
        return labels
    return ["H", *"B" * len(text), *labels[after:]] if len(head.words & text[0].words) >= _SAID else labels


def _subheads(layout: Layout, labels: list[str]) -> list[str]:
    """The labels, with a lone line amid the body for a subhead: one that the sentence right below it says again, or
    that begins with the sign of another subhead.
    """
    found = list(labels)
    signs = {line.shape.text[0] for line, label in zip(layout.lines, labels, strict=True) if label in "HT"}
    signs = {sign for sign in signs if not sign.isalnum() and sign not in _BRACKETS}
    for at in range(1, len(labels) - 1):
        line, below = layout.lines[at], layout.lines[at + 1]
        lone = labels[at - 1 : at + 2] == ["B", "G", "B"] and line.rule is None and line.meta is None
        alike = len(line.words & below.words) >= _SAID or line.shape.text[0] in signs
        if lone and below.tells and not line.tells and alike:
            found[at] = "T"
    return found


def _bare(layout: Layout, labels: list[str]) -> list[str]:
    """The labels of a text without furniture: all of it is the article, and what stands over its first sentence heads it.

    Where the model has found its headline, a short line over that is a site's name, and who wrote it is no title.
    """
    headed = "H" in labels and "B" in labels
    head, sure = labels.index("H") if headed else 0, "BHTCM" if headed else "BHTC"
    first = next((at for at, line in enumerate(layout.lines) if line.tells), 0)
    found: list[str] = []
    for at, (line, label) in enumerate(zip(layout.lines, labels, strict=True)):
        spoken = line.rule is not None and line.rule.role == "body"
        if label not in sure and (
            at >= head or spoken or (len(line.shape.text) >= _NAMED and not stamps(line.shape.text))
        ):
            label = "B" if at >= first or spoken else "T" if "H" in found else "H"
        found.append(label)
    return ["H", *found[1:]] if _over_text(layout) and "H" not in found else found


def _over_text(layout: Layout) -> bool:
    """Whether the first line is a headline by its looks: short, no sentence, over longer text."""
    if len(layout.lines) < 2:
        return False
    first, text = layout.lines[0], layout.lines[1]
    size = len(first.shape.text)
    told = text.tells or text.notes or len(text.shape.text) > _LONGEST
    return (
        told
        and not first.tells
        and first.rule is None
        and _LEAST <= size <= _LONGEST
        and 2 * len(text.shape.text) > 3 * size
    )


def _headed(layout: Layout, labels: list[str]) -> list[str]:
    """Where no headline stands over the first sentence, the first subtitle there is one, or what says most of the text."""
    body = labels.index("B") if "B" in labels else len(labels)
    if "H" in labels[:body]:
        return labels
    at = labels.index("T") if "T" in labels[:body] else _likely_headline(layout, labels[:body])
    return [*labels[:at], "H", *labels[at + 1 :]] if at is not None else labels


def _likely_headline(layout: Layout, labels: list[str]) -> int | None:
    """The line of furniture that can be the headline and has most words of the article, or None."""
    found, most = None, _FAMILIAR
    for at in range(len(labels)):
        line = layout.lines[at]
        size = len(line.shape.text)
        if labels[at] not in "FG" or line.rule or line.meta or line.tells or not _LEAST <= size <= _LONGEST:
            continue
        common = len(line.words & layout.vocabulary)
        if common >= 2 and common / len(line.words) > most:
            found, most = at, common / len(line.words)
    return found


def _verdict(line: Placed, label: str) -> tuple[Role, str]:
    """The role of a line and the reason for it."""
    rule = line.rule
    if label == "B":
        told = "body.prose" if line.tells or line.wrapped else "body.between"
        return "body", rule.id if rule is not None and rule.role == "body" else told
    if label in "HT":
        return "title", "title.main" if label == "H" else "title.subtitle"
    if label == "C":
        return "caption", rule.id if rule is not None and rule.role == "caption" else "caption.text"
    if label == "M" and (rule is None or rule.id != "page.updated"):
        if rule is not None and rule.id == "page.clock":
            return "meta", rule.id
        return "meta", line.meta or (rule.id if rule is not None else "meta.other")
    reason = _FURNITURE.get(label, "page.empty")
    return "boilerplate", rule.id if rule is not None and rule.role == "boilerplate" else reason


def _part_articles(layout: Layout, roles: list[Role], rules: list[str]) -> None:
    """A headline with body above it and body below it, before the next headline, begins a further article.

    Where nothing else parts it from the body above, it is a subhead. A line amid the body that names whom the sentence below
    introduces, 나루구(구청장 …), is a headline too.
    """
    told = last = -1
    start: int | None = None
    for at, line in enumerate(layout.lines):
        index = line.index
        if rules[index] == "body.between" and told >= 0 and _heads_another(layout, told, at):
            roles[index], rules[index] = "title", "title.main"
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


def _apart(layout: Layout, roles: list[Role], told: int, last: int, start: int, first: int) -> bool:
    """Whether furniture, a date or a byline stands between two bodies, or they have hardly a word in common."""
    lines = layout.lines
    between = [roles[line.index] for line in (*lines[last + 1 : start], *lines[start + 1 : first])]
    if "boilerplate" in between or "meta" in between or bylines.dateline(lines[first].shape.text) is not None:
        return True
    above = {word for line in lines[told : last + 1] if line.tells for word in line.words}
    below = {word for line in lines[first : first + _LEAD] if line.tells for word in line.words}
    return len(above & below) < _STRANGE * len(below)


def _heads_another(layout: Layout, told: int, at: int) -> bool:
    """Whether the line below, a sentence, introduces the body that this line begins with, and nothing above has named."""
    return at + 1 < len(layout.lines) and layout.lines[at + 1].tells and _introduces(layout, told, at, at + 1, "(")


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
