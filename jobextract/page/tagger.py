"""Judges the lines of a page: which are the article, which are what the page put around it, and by which rule.

Lines are first seen alone (families of furniture from the rule book, metadata, running text), then in order with what
surrounds them: a list is over where running text about the same thing resumes, an article is over after its copyright
notice, and what stands before the first sentence is a headline only where it says what the article says.
"""

from __future__ import annotations

from ..model import Line, Part
from ..rulebook.loader import Rulebook
from . import damage, dialogs, glued, headlines, repeats, zones
from .facts import Draft, drafted

REASONS = {
    "blank": "nothing stands in the line",
    "title.main": "the headline: it shares its words with the article",
    "title.subtitle": "a second headline",
    "title.next": "the headline of a further article in the file",
    "title.repeat": "says a headline again",
    "caption.above-credit": "a picture's text: its credit stands in the next line",
    "caption.repeat": "says a caption again",
    "repeat.body": "says a paragraph of the article again",
    "repeat.teaser": "the beginning of a paragraph that stands in full elsewhere",
    "body.prose": "running text",
    "body.between": "stands between paragraphs of the article: a heading, a row of a table, an item",
    "body.trailing": "rows or items that end the article",
    "body.plain": "the text is no page: nothing in it is furniture",
    "meta.date": "when the article came out or was changed",
    "meta.byline": "who wrote it",
    "meta.source": "where it came from",
    "head.unrelated": "stands before the article and shares nothing with it",
    "list.unheaded": "one of several headlines in a row that share nothing with the article around them",
    "list.item": "an item of the list above",
    "comments.item": "in the thread of comments",
    "summary.item": "in the summary above the article",
    "box.item": "in the box that the line above opened",
    "glued.caption": "a caption glued to the front of the first sentence",
    "glued.date": "the date of publication glued to the front of the first sentence",
    "glued.byline": "the writer glued to the end of the last sentence",
    "glued.notice": "a notice glued to the end of the last sentence",
    "glued.spam": "a phrase that stands alone elsewhere on the page as spam",
    "tail.after": "stands after the end of the article",
    "tail.unrelated": "running text after the article that does not continue it",
}


def judge(text: str, rulebook: Rulebook) -> list[Line]:
    """Every line of ``text.split("\\n")``, numbered from 1, with its verdict."""
    draft = drafted(text, rulebook)
    repeats.teasers(draft)
    zones.walk(draft)
    headlines.settle(draft)
    repeats.settle(draft)
    dialogs.settle(draft)
    spam = glued.phrases(draft)
    return [_line(draft, index, glued.parts(draft, index, text, spam)) for index in range(len(draft.shapes))]


def _line(draft: Draft, index: int, parts: tuple[Part, ...]) -> Line:
    shape, role = draft.shapes[index], draft.roles[index]
    keep = role in ("title", "body", "caption")
    return Line(
        number=index + 1,
        start=shape.start,
        end=shape.end,
        keep=keep,
        role=role,
        rule=draft.rules[index],
        parts=parts,
        flags=damage.flags(shape.text) if keep else (),
    )
