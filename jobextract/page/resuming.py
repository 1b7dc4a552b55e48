"""Whether running text goes on with the article, begins another, or is somebody else's.

A marker never settles what follows it: the words that a paragraph shares with the article, whether it is whole, what
stands right above it and how many go together decide.
"""

from __future__ import annotations

from typing import Literal

from . import bylines
from .facts import Draft
from .lines import carries_on, closed

Zone = Literal["head", "body", "doubt", "list", "summary", "comments", "box", "after"]

# shares of common words that running text needs to resume the article, and characters of its first paragraph
_NEED = {"doubt": 0.03, "list": 0.12, "comments": 0.35, "box": 0.25, "after": 0.3}
_LEAST = {"doubt": 10, "list": 20, "comments": 40, "box": 30, "after": 25}
_SIGNED, _HEADED = 0.1, 0.2
_EACH, _MOST = 0.03, 0.09
_AHEAD = 60
_PARAGRAPHS = 5
_PARAGRAPH = 40
_STUB = 30
_NEAR = 6
_SUMMARY_LINES = 6


class Walk:
    """The state of the pass over the lines.

    ``words`` and ``said`` are the words and lines of the article so far, ``accepted`` its last line of running text,
    ``open`` the lines after it without a verdict, ``signed`` whether a byline or notice followed it. ``before`` is the
    zone to go back to after a summary, ``opened`` the line of the summary's head, ``bulleted`` the form of a list's first
    item.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.zone: Zone = "head"
        self.before: Zone = "head"
        self.words: set[str] = set()
        self.open: list[int] = []
        self.accepted: int | None = None
        self.opened: int = 0
        self.bulleted: bool | None = None
        self.blank_since = False
        self.signed = False
        self.said: set[str] = set()


def accepts(state: Walk, index: int) -> bool:
    if state.zone == "head":
        return not _carries_furniture(state.draft, index)
    if state.zone == "body":
        return True
    if state.zone == "summary":
        return past_summary(state, index)
    if begins_article(state, index) is not None:
        return True
    return _resumes(state, index) or (state.zone == "list" and _breaks_list(state, index))


def _carries_furniture(draft: Draft, index: int) -> bool:
    """Whether a short line goes on with a sentence of the site in the line directly above."""
    above = draft.soft[index - 1] if index else None
    return above is not None and len(draft.shapes[index].text) <= _STUB and carries_on(draft.shapes[index - 1].text)


def past_summary(state: Walk, index: int) -> bool:
    """A summary is over at the first line in another form than its first, at a blank line, or after a few lines."""
    draft = state.draft
    if state.bulleted is None:
        return False
    since = sum(1 for i in range(state.opened + 1, index) if draft.shapes[i].text)
    over = state.blank_since or since >= _SUMMARY_LINES or (state.bulleted and not draft.shapes[index].bulleted)
    if over:
        state.zone = state.before
    return bool(over)


def _run(state: Walk, index: int) -> list[list[int]]:
    """Paragraphs (their lines) from ``index`` on, up to one that opens or ends something; a short line may part two."""
    draft, found, gaps = state.draft, [], 0
    for i in range(index, min(index + _AHEAD, len(draft.shapes))):
        rule = draft.sure[i] or draft.soft[i]
        if rule and (rule.ends or rule.opens):
            break
        if draft.reads[i] and not rule:
            if found and i in draft.wrapped and i - 1 in draft.wrapped:
                found[-1].append(i)
            else:
                found.append([i])
            gaps = 0
        elif draft.free(i):
            gaps += 1
        if gaps > 1 or len(found) > _PARAGRAPHS:
            break
    return found


def _whole(draft: Draft, paragraph: list[int]) -> bool:
    return closed(draft.shapes[paragraph[-1]].text)


def _length(draft: Draft, paragraph: list[int]) -> int:
    return sum(len(draft.shapes[i].text) for i in paragraph)


def _resumes(state: Walk, index: int) -> bool:
    """Whether the text at ``index`` goes on with the article: whole sentences about the same things.

    Half of an article's paragraphs share more than 0.17 of their words with what stands above, nine in ten of another's
    share less than 0.20 (measured on 45 articles); so what else is known of the place moves the threshold.
    """
    draft, run = state.draft, _run(state, index)
    if not run or not _whole(draft, run[0]) or _length(draft, run[0]) < _LEAST[state.zone]:
        return False
    whole = [paragraph for paragraph in run if _whole(draft, paragraph)]
    close = sum(_shared(state, paragraph) for paragraph in whole) / len(whole)
    return close >= _threshold(state, index, len(whole))


def _shared(state: Walk, paragraph: list[int]) -> float:
    """The share of the paragraph's words that the article above has."""
    own = set().union(*map(state.draft.stems, paragraph))
    return len(own & state.words) / len(own) if own else 0.0


def _threshold(state: Walk, index: int, paragraphs: int) -> float:
    """The share of common words that is asked for: little in a gap of the body, much under another headline."""
    need = _NEED[state.zone]
    if state.signed:
        need += _SIGNED
    if _under_headline(state, index):
        need += _HEADED
    else:
        need -= min(_EACH * (paragraphs - 1), _MOST)
    return need


def _under_headline(state: Walk, index: int) -> bool:
    """Whether the nearest line above is a headline of this very text, as in a list of articles with their leads."""
    draft = state.draft
    for i in range(index - 1, max(index - _NEAR, state.accepted or 0), -1):
        text = draft.shapes[i].text
        if not text:
            continue
        return not draft.reads[i] and draft.free(i) and len(draft.stems(i) & draft.stems(index)) >= 2
    return False


def _breaks_list(state: Walk, index: int) -> bool:
    """A list of bulleted items is over at two unbulleted paragraphs."""
    draft = state.draft
    whole = [p for p in _run(state, index) if _whole(draft, p) and _length(draft, p) >= _PARAGRAPH]
    return bool(state.bulleted) and not draft.shapes[index].bulleted and len(whole) >= 2 and not state.signed


def begins_article(state: Walk, index: int) -> int | None:
    """The line of the headline where a further article begins at ``index``, or None."""
    draft = state.draft
    lead = draft.shapes[index].text
    if state.accepted is None or not closed(lead) or lead in state.said:
        return None
    title, dated = _headline_above(state, index)
    if title is None:
        return None
    whole = sum(_whole(draft, paragraph) for paragraph in _run(state, index))
    signed = bylines.dateline(lead) is not None
    if (signed or dated) and (whole >= 2 or (whole and _ended(draft, index))):
        return title
    return title if whole and _introduces(state, title, lead) else None


def _headline_above(state: Walk, index: int) -> tuple[int | None, bool]:
    """The nearest free line above, and whether a date or byline stands between."""
    draft, dated = state.draft, False
    for i in range(index - 1, max(index - 2 * _NEAR, state.accepted), -1):
        shape = draft.shapes[i]
        if not shape.text:
            continue
        if draft.meta[i]:
            dated = True
        elif draft.free(i) and not draft.reads[i] and len(shape.text) >= 10 and not draft.soft[i]:
            return i, dated
    return None, dated


def _ended(draft: Draft, index: int) -> bool:
    """Whether a copyright notice follows within a few lines."""
    for i in range(index + 1, min(index + _NEAR, len(draft.shapes))):
        rule = draft.sure[i] or draft.soft[i]
        if rule and (rule.ends or rule.opens == "doubt"):
            return True
    return False


def _introduces(state: Walk, title: int, lead: str) -> bool:
    """A roundup's next item: its headline opens with a name that its lead introduces (구청장 …) and nothing above has."""
    draft = state.draft
    name = draft.shapes[title].core.split()[0].strip("‘’'\"“”,·…")
    return len(name) >= 2 and lead.startswith(f"{name}(") and name[:2] not in state.words
