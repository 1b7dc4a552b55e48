"""What a comment widget asks its user, in words of its own: 지운 글은 되살릴 수 없어요. 정말 지울까요?

The common wordings are line rules. A page that words them otherwise is known by where the lines stand: short, polite or
without an ending, right above the buttons of the widget, and without a word of the article.
"""

from __future__ import annotations

import regex

from .facts import Draft

_LONGEST = 30
_REACH = 4
_ADDRESSED = regex.compile(r"(?:요|까)\s?[.?!]?\Z|[?]\Z")
_STOPPED = regex.compile(r"[.?!”\"]\Z")


def settle(draft: Draft) -> None:
    """Drops the last lines taken for body that stand in one block with buttons and speak to the reader."""
    last = max((i for i, role in enumerate(draft.roles) if role == "body"), default=-1)
    if not _button(draft, last + 1):
        return
    block = [i for i in range(last, max(-1, last - _REACH), -1) if draft.roles[i] == "body"]
    words = {stem for i, role in enumerate(draft.roles) if role == "body" and i not in block for stem in draft.stems(i)}
    run: list[int] = []
    for index in block:
        text = draft.shapes[index].text
        if (
            len(text) > _LONGEST
            or draft.shared(index, words)
            or not (_ADDRESSED.search(text) or not _STOPPED.search(text))
        ):
            break
        run.append(index)
    if any(_ADDRESSED.search(draft.shapes[i].text) for i in run):
        for index in run:
            draft.set(index, "boilerplate", "tail.unrelated")


def _button(draft: Draft, index: int) -> bool:
    return index < len(draft.rules) and draft.rules[index].startswith(("ui.", "comments."))
