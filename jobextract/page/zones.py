"""Where on the page the article is: one pass over the lines, in order, with what was accepted so far.

A marker never settles what follows it. After the head of a list, running text resumes the article where it shares its
words; after the copyright notice only another article, or two paragraphs that clearly go on, are accepted.
"""

from __future__ import annotations

from ..rulebook.loader import LineRule
from . import bylines, resuming, timestamps
from .facts import Draft
from .lines import carries_on, closed, row, tabular
from .resuming import Walk

_ITEMS = "△▲○□◇◆■●▶▷※①②③④⑤⑥⑦⑧⑨⑩"
_SIGNS = "…“”‘’\"'[?!·"
_NEAR = 6
_CROWD, _STRANGE, _HEADLINE = 3, 0.12, 12
_FURNITURE = {
    "head": "head.unrelated",
    "list": "list.item",
    "summary": "summary.item",
    "comments": "comments.item",
    "box": "box.item",
}


def walk(draft: Draft) -> None:
    """Judges every line that is not blank; lines before the first sentence stay open for ``headlines``."""
    state = Walk(draft)
    order = [i for i, shape in enumerate(draft.shapes) if shape.text]
    if not any(draft.reads):
        _plain(draft, order)
        return
    last = -1
    for index in order:
        state.blank_since = index - last > 1
        last = index
        _step(state, index)
    _close(state)


def _plain(draft: Draft, order: list[int]) -> None:
    """A text without running text: a bare line or two typed by hand is its own body, a page of furniture is not."""
    claimed = any(not draft.free(i) or draft.soft[i] for i in order)
    for index in order:
        if claimed or len(order) > 5:
            _furnish(draft, index, "head.unrelated")
        else:
            draft.set(index, "body", "body.plain")


def _furnish(draft: Draft, index: int, fallback: str) -> None:
    sure, meta = draft.sure[index], draft.meta[index]
    if meta:
        draft.set(index, "meta", meta)
    elif sure and sure.role != "boilerplate":
        draft.set(index, sure.role, sure.id)
    else:
        draft.drop(index, fallback)


def _step(state: Walk, index: int) -> None:
    draft = state.draft
    if draft.rules[index] == "repeat.teaser":
        return
    sure, soft = draft.sure[index], draft.soft[index]
    if draft.meta[index]:
        _metadata(state, index)
    elif sure:
        _certain(state, index)
    elif soft and state.zone != "summary":
        _outside(state, index)
    elif draft.reads[index] and resuming.accepts(state, index):
        _accept(state, index)
    else:
        _leave(state, index)


def _metadata(state: Walk, index: int) -> None:
    draft = state.draft
    if state.zone not in ("head", "body", "summary") and bylines.bare_name(timestamps.rest(draft.shapes[index].core)):
        draft.set(index, "boilerplate", "comments.stamp")
        state.zone = "comments"
        return
    draft.set(index, "meta", draft.meta[index])
    state.signed = state.signed or state.accepted is not None
    line = bylines.byline(draft.shapes[index].core)
    if line and state.zone in ("head", "body"):
        draft.writers.update(line.names)
    if state.zone == "summary":
        state.zone = state.before


def _certain(state: Walk, index: int) -> None:
    """A line of a family that is the same wherever it stands."""
    draft, rule = state.draft, state.draft.sure[index]
    if rule.role == "body":
        if state.zone in ("head", "body", "doubt"):
            _accept(state, index)
        else:
            draft.set(index, "boilerplate", _fallback(state))
        return
    if rule.role == "caption":
        kept = state.zone in ("head", "body", "doubt", "list")
        draft.set(index, "caption" if kept else "boilerplate", rule.id if kept else _fallback(state))
        return
    draft.set(index, rule.role, rule.id)
    _turn(state, index, rule)


def _turn(state: Walk, index: int, rule: LineRule) -> None:
    """What a line of furniture does to the zone."""
    if rule.opens == "summary":
        state.before = state.zone if state.zone != "summary" else state.before
        state.zone, state.opened, state.bulleted = "summary", index, None
    elif state.zone in ("head", "after"):
        return
    elif state.zone == "summary":
        state.zone = state.before
    elif rule.ends:
        state.zone = "after"
    elif rule.opens:
        state.signed = state.signed or rule.opens == "doubt"
        if rule.opens != "list" or state.zone not in ("comments", "box"):
            state.zone = rule.opens
        state.bulleted = None
    elif state.zone == "body":
        state.zone = "doubt"


def _outside(state: Walk, index: int) -> None:
    """A line that would be furniture outside the article; inside it, it may be a heading or a sentence."""
    draft, rule = state.draft, state.draft.soft[index]
    if state.zone in ("body", "doubt") and not rule.opens and not rule.ends:
        state.open.append(index)
        if state.zone == "body" and not closed(draft.shapes[index].text):
            state.zone = "doubt"
        return
    if rule.opens == "doubt" and _credits_picture(state, index):
        draft.set(index, "caption", rule.id)
        return
    if rule.role == "boilerplate":
        draft.drop(index, rule.id)
    else:
        draft.set(index, rule.role, rule.id)
    _turn(state, index, rule)


def _credits_picture(state: Walk, index: int) -> bool:
    """Whether the sign of copyright stands under a picture's text inside the article; that text is a caption too."""
    draft, above = state.draft, index - 1
    goes_on = any(draft.reads[index + 1 : index + _NEAR])
    if state.zone != "body" or not goes_on or not draft.shapes[above].text or draft.reads[above]:
        return False
    if state.open and state.open[-1] == above:
        draft.set(state.open.pop(), "caption", "caption.above-credit")
    return draft.roles[above] == "caption"


def _leave(state: Walk, index: int) -> None:
    """A line that nothing claims and that is no accepted running text."""
    draft = state.draft
    if state.zone == "head":
        return
    if state.zone in ("body", "doubt"):
        if draft.shapes[index].core in draft.writers:
            state.zone = "box"
            draft.set(index, "boilerplate", "box.item")
        else:
            state.open.append(index)
        return
    if state.zone == "summary":
        if resuming.past_summary(state, index):
            _leave(state, index)
        else:
            _summarised(state, index)
        return
    if state.bulleted is None and state.zone == "list":
        state.bulleted = draft.shapes[index].bulleted
    if state.zone == "after":
        draft.drop(index, "tail.unrelated" if draft.reads[index] else "tail.after")
    else:
        draft.drop(index, _FURNITURE[state.zone])


def _summarised(state: Walk, index: int) -> None:
    if state.bulleted is None:
        state.bulleted = state.draft.shapes[index].bulleted
    state.draft.drop(index, "summary.item")


def _fallback(state: Walk) -> str:
    return "tail.after" if state.zone == "after" else _FURNITURE.get(state.zone, "tail.after")


# --- accepting and closing -------------------------------------------------------------------------------------------


def _accept(state: Walk, index: int) -> None:
    draft = state.draft
    title = resuming.begins_article(state, index) if draft.reads[index] else None
    if title is not None:
        _next_article(state, title, index)
    for group in _groups(draft, state.open):
        strange = _strangers(state, group)
        for i in group:
            draft.set(i, "boilerplate" if strange else "body", "list.unheaded" if strange else "body.between")
    state.open = []
    sure = draft.sure[index]
    draft.set(index, "body", sure.id if sure else "body.prose")
    state.words |= draft.stems(index)
    state.said.add(draft.shapes[index].text)
    state.accepted = index
    state.zone, state.signed = "body", False


def _groups(draft: Draft, lines: list[int]) -> list[list[int]]:
    """The open lines, each with its neighbours of the same make: rows and marked items apart from plain lines."""
    found: list[list[int]] = []
    for i in lines:
        plain = _headline(draft.shapes[i].text)
        if found and plain and _headline(draft.shapes[found[-1][-1]].text):
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _headline(text: str) -> bool:
    return text[0] not in _ITEMS and not tabular(text) and not carries_on(text) and len(text) >= _HEADLINE


def _strangers(state: Walk, group: list[int]) -> bool:
    """Whether three lines or more in a row, with the signs of headlines, have nothing of the article."""
    if len(group) < _CROWD:
        return False
    texts = [state.draft.shapes[i].text for i in group]
    signs = sum(any(sign in text for sign in _SIGNS) for text in texts)
    words = set().union(*map(state.draft.stems, group))
    return 2 * signs >= len(group) and len(words & state.words) < _STRANGE * len(words)


def _next_article(state: Walk, title: int, index: int) -> None:
    """Closes the article above the headline ``title`` and begins another."""
    draft = state.draft
    state.open = [i for i in state.open if i < title]
    _trail(state)
    draft.set(title, "title", "title.next")
    for i in range(title + 1, index):
        if draft.free(i) and not draft.reads[i] and draft.shapes[i].text:
            draft.set(i, "title", "title.subtitle")
    state.open, state.words = [], set(draft.stems(title))


def _trail(state: Walk) -> None:
    """Lines after the last sentence: rows and marked items that follow it at once are the article's, others are not."""
    draft, near, table, last = state.draft, True, False, state.accepted
    for i, below in zip(state.open, [*state.open[1:], None], strict=False):
        text = draft.shapes[i].text
        listed = text[0] in _ITEMS[:5] or tabular(text) or (row(text) and (table or _tabular(draft, below)))
        apart = any(draft.roles[k] not in ("blank", "body") for k in range(last + 1, i))
        near, last = near and not apart and draft.soft[i] is None and listed, i
        table = tabular(text) or table
        if near:
            draft.set(i, "body", "body.trailing")
        else:
            draft.drop(i, "tail.after")


def _tabular(draft: Draft, index: int | None) -> bool:
    return index is not None and tabular(draft.shapes[index].text)


def _close(state: Walk) -> None:
    if state.accepted is not None:
        _trail(state)
