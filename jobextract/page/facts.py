"""The page while it is being judged: what each line is alone, and the verdicts as they come in."""

from __future__ import annotations

import re
from functools import lru_cache

import regex

from ..model import Role
from ..rulebook.loader import LineRule, Rulebook
from . import bylines, line_rules, timestamps
from .lines import Shape, closed, prose, shapes, stems, wrapped

_SOURCE = regex.compile(
    r"[<\[(【]?\s?(?:자료|기사|뉴스|보도자료|제공)?\s?(?:출처|제공|자료)\s?[:：=]\s?[^\s<>].{0,40}|[<\[(【]\s?[가-힣 ]{2,16}\s제공\s?[>\])】]"
)


_HINT = re.compile(
    r"기자|특파원|[@:：=ⓒ/<\[(]|\d[-./년\s]|위원|리스트|캐스터|앵커|리포터|통신원|에디터|PD|피디|작가|글|사진|취재|작성|기고"
    r"|[Bb]y|BY|입력|등록|승인|수정|송고|업데이트|[A-Z][a-z]{2}|게시|발행|게재|제공"
)
_TELLING = "▶▷►■□◆◇☞☛※○●"


Alone = tuple[LineRule | None, str | None, LineRule | None]
_SHORT, _LONGEST = 60, 400


class Draft:
    """Lists with one place a line; ``roles`` and ``rules`` are filled step by step.

    ``sure`` is the rule that holds wherever the line stands, ``soft`` the one that holds only outside the article,
    ``meta`` the id of what it says of the publication, ``reads`` whether it is running text, and ``wrapped`` holds the
    lines of it that a fixed width has cut.
    """

    def __init__(self, lines: list[Shape], rulebook: Rulebook) -> None:
        size = len(lines)
        self.shapes = lines
        self.rulebook = rulebook
        self.roles: list[Role] = ["blank"] * size
        self.rules: list[str] = ["blank"] * size
        self.sure: list[LineRule | None] = [None] * size
        self.soft: list[LineRule | None] = [None] * size
        self.meta: list[str | None] = [None] * size
        self.reads: list[bool] = [False] * size
        self.writers: set[str] = set()
        self.wrapped: set[int] = set()
        self._stems: dict[int, set[str]] = {}

    def stems(self, index: int) -> set[str]:
        """The words of the line, worked out once."""
        found = self._stems.get(index)
        if found is None:
            found = self._stems[index] = stems(self.shapes[index].text)
        return found

    def shared(self, index: int, words: set[str]) -> float:
        """The share of the line's words that are among ``words``; 0 for a line of none."""
        own = self.stems(index)
        return len(own & words) / len(own) if own else 0.0

    def set(self, index: int, role: Role, rule: str) -> None:
        self.roles[index], self.rules[index] = role, rule

    def drop(self, index: int, fallback: str) -> None:
        """Judges the line boilerplate, by its own family where it has one."""
        rule = self.sure[index] or self.soft[index]
        self.set(index, "boilerplate", rule.id if rule and rule.role == "boilerplate" else fallback)

    def free(self, index: int) -> bool:
        """Whether the line has words and nothing claims it for certain."""
        return bool(self.shapes[index].text) and self.sure[index] is None and self.meta[index] is None


def drafted(text: str, rulebook: Rulebook) -> Draft:
    """The page with every line seen alone."""
    draft = Draft(shapes(text), rulebook)
    for index, shape in enumerate(draft.shapes):
        if not shape.text:
            continue
        alone = _known if len(shape.text) <= _SHORT else _alone
        draft.sure[index], draft.meta[index], draft.soft[index] = alone(shape.text, shape.core, rulebook)
    _spread(draft)
    _read(draft)
    return draft


def _alone(text: str, line: str, rulebook: Rulebook) -> Alone:
    """The family of a line, its metadata, its family outside the article; ``line`` is the text without its bullet."""
    if len(text) > _LONGEST:
        return None, None, None
    meta = None if len(line) > 60 and closed(line) else _metadata(line)
    rule = _family(text, line, rulebook)
    sure = rule if rule and rule.where == "any" else None
    if sure and (not meta or sure.role != "caption" or meta == "meta.byline"):
        return sure, None, None
    if meta:
        return None, "meta.byline" if meta == "meta.credits" else meta, None
    return None, None, rule


# the pages of a site, and its weather, say the same short lines again and again
_known = lru_cache(maxsize=8192)(_alone)


def _family(text: str, line: str, rulebook: Rulebook) -> LineRule | None:
    """The family of the line without its bullet, or with one that says something."""
    rule = line_rules.family(line, rulebook)
    return line_rules.family(text, rulebook) if rule is None and text[0] in _TELLING else rule


def _metadata(line: str) -> str | None:
    if len(line) > 160:
        return None
    if not _HINT.search(line):
        return None
    if bylines.credits(line):
        return "meta.credits"
    if timestamps.only_label(line) or _dated(line):
        return "meta.date"
    if bylines.byline(line):
        return "meta.byline"
    return "meta.source" if _SOURCE.fullmatch(line) else None


def _dated(line: str) -> bool:
    """Whether the line is a date of publication: labelled, alone, or with the writer's name."""
    found = timestamps.stamps(line)
    if not found:
        return False
    rest = timestamps.rest(line)
    if any(stamp.role != "bare" for stamp in found):
        return len(rest) <= 40
    return not rest or bylines.byline(rest) is not None or bylines.bare_name(rest) or bylines.desk(rest)


def _spread(draft: Draft) -> None:
    """Lines that belong to a family only beside one of it: a city between its sky and its temperature."""
    order = [i for i, shape in enumerate(draft.shapes) if shape.text]
    for steps in (order, order[::-1]):
        last: LineRule | None = None
        for index in steps:
            claimed = draft.sure[index] or draft.soft[index]
            if last and not draft.sure[index]:
                rule = line_rules.family(draft.shapes[index].core, draft.rulebook, beside=True)
                if rule and last.id.startswith(f"{rule.beside}."):
                    draft.sure[index] = claimed = rule
            last = claimed


def _read(draft: Draft) -> None:
    """Which lines are running text, whole or cut by a fixed width."""
    free = [draft.free(i) and draft.soft[i] is None for i in range(len(draft.shapes))]
    draft.wrapped = wrapped(draft.shapes, free)
    for index in draft.wrapped:
        draft.reads[index] = True
    for index, shape in enumerate(draft.shapes):
        if free[index] and not draft.reads[index]:
            draft.reads[index] = prose(shape.text)
