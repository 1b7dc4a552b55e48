"""Where on the page the article is: one pass over the lines, in order, with what was accepted so far.

A marker never settles what follows it. After the head of a list, running text resumes the article where it shares its
words; after the copyright notice only another article, or two paragraphs that clearly go on, are accepted.
"""

from __future__ import annotations

from typing import Literal

from . import bylines, issued
from .draft import Draft
from .shapes import closed, ended, row, shared, stems, tabular

Zone = Literal["head", "body", "doubt", "list", "summary", "comments", "box", "after"]

_NEED = {"doubt": 0.03, "list": 0.12, "comments": 0.35, "box": 0.25, "after": 0.3}
_EACH, _MOST = 0.03, 0.09
_AHEAD = 60
_PARAGRAPHS = 5
_LEAD = 25
_STUB = 30
_PARAGRAPH = 40
_NEAR = 6
_SUMMARY_LINES = 6
_ITEMS = "△▲○□◇"
_FURNITURE = {"head": "head.unrelated", "list": "list.item", "summary": "summary.item", "comments": "comments.item", "box": "box.item"}


class Walk:
    """The state of the pass: the zone, the words of the article so far, and the lines whose verdict is still open."""

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
    elif draft.reads[index] and _accepts(state, index):
        _accept(state, index)
    else:
        _leave(state, index)


def _metadata(state: Walk, index: int) -> None:
    draft = state.draft
    if state.zone in ("comments", "after") and bylines.bare_name(issued.rest(draft.shapes[index].core)):
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


def _turn(state: Walk, index: int, rule) -> None:
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
    if rule.role == "boilerplate":
        draft.drop(index, rule.id)
    else:
        draft.set(index, rule.role, rule.id)
    _turn(state, index, rule)


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


# --- is this running text of the article? ----------------------------------------------------------------------------


def _accepts(state: Walk, index: int) -> bool:
    if state.zone == "head":
        return not _carries_furniture(state.draft, index)
    if state.zone == "body":
        return True
    if state.zone == "summary":
        return _past_summary(state, index)
    if _begins_article(state, index) is not None:
        return True
    return _resumes(state, index) or state.zone == "list" and _breaks_list(state, index)


def _carries_furniture(draft: Draft, index: int) -> bool:
    """Whether a short line goes on with a sentence of the site in the line directly above."""
    above = draft.soft[index - 1] if index else None
    return above is not None and len(draft.shapes[index].text) <= _STUB and not ended(draft.shapes[index - 1].text)


def _past_summary(state: Walk, index: int) -> bool:
    """A summary is over at the first line in another form than its first, at a blank line, or after a few lines."""
    draft = state.draft
    if state.bulleted is None:
        return False
    since = sum(1 for i in range(state.opened + 1, index) if draft.shapes[i].text)
    over = state.blank_since or since >= _SUMMARY_LINES or state.bulleted and not draft.shapes[index].bulleted
    if over:
        state.zone = state.before
    return bool(over)


def _run(state: Walk, index: int) -> list[str]:
    """Paragraphs from ``index`` on, up to the next line that opens or ends something; short lines may stand between."""
    draft, found, gaps = state.draft, [], 0
    for i in range(index, min(index + _AHEAD, len(draft.shapes))):
        rule, text = draft.sure[i] or draft.soft[i], draft.shapes[i].text
        if rule and (rule.ends or rule.opens):
            break
        if draft.reads[i] and not rule:
            joins = i in draft.wrapped and i - 1 in draft.wrapped and i > index
            found[-1:] = [f"{found[-1]} {text}"] if joins else [*found[-1:], text]
            gaps = 0
        elif text and draft.free(i):
            gaps += 1
            if gaps > 1:
                break
        if len(found) > _PARAGRAPHS:
            break
    return found


def _resumes(state: Walk, index: int) -> bool:
    """Whether the text at ``index`` goes on with the article: whole sentences about the same things.

    Half of an article's paragraphs share more than 0.17 of their words with what stands above, nine in ten of another's
    share less than 0.20 (measured on 45 articles); so what else is known of the place moves the threshold.
    """
    run = _run(state, index)
    if not run or not closed(run[0]) or len(run[0]) < _LEAD:
        return False
    whole = [text for text in run if closed(text)]
    close = sum(shared(text, state.words) for text in whole) / len(whole)
    return close >= _threshold(state, index, len(whole))


def _threshold(state: Walk, index: int, paragraphs: int) -> float:
    """The share of common words that is asked for: little in a gap of the body, much under another headline."""
    need = _NEED[state.zone]
    if state.signed:
        need += 0.1
    if _under_headline(state, index):
        need += 0.2
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
    whole = [text for text in _run(state, index) if closed(text) and len(text) >= _PARAGRAPH]
    return bool(state.bulleted) and not state.draft.shapes[index].bulleted and len(whole) >= 2 and not state.signed


def _begins_article(state: Walk, index: int) -> int | None:
    """The line of the headline where a further article begins at ``index``, or None."""
    draft = state.draft
    lead = draft.shapes[index].text
    if state.accepted is None or not closed(lead) or lead in state.said:
        return None
    title, dated = _headline_above(state, index)
    if title is None:
        return None
    whole = sum(closed(text) for text in _run(state, index))
    signed = bylines.dateline(lead) is not None
    if (signed or dated) and (whole >= 2 or whole and _ended(draft, index)):
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
    """A roundup's next item: the headline opens with a name that the lead introduces (구청장 …) and nothing above knows."""
    draft = state.draft
    name = draft.shapes[title].core.split()[0].strip("‘’'\"“”,·…")
    return len(name) >= 2 and lead.startswith(f"{name}(") and name[:2] not in state.words


# --- accepting and closing -------------------------------------------------------------------------------------------


def _accept(state: Walk, index: int) -> None:
    draft = state.draft
    title = _begins_article(state, index) if draft.reads[index] else None
    if title is not None:
        _next_article(state, title, index)
    for i in state.open:
        draft.set(i, "body", "body.between")
    state.open = []
    sure = draft.sure[index]
    draft.set(index, "body", sure.id if sure else "body.prose")
    state.words |= draft.stems(index)
    state.said.add(draft.shapes[index].text)
    state.accepted = index
    state.zone, state.signed = "body", False


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
        listed = text[0] in _ITEMS or tabular(text) or (row(text) and (table or _tabular(draft, below)))
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
