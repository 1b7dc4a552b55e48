"""What an article does, read once from its headline and its first sentences, and what the head of a list says.

The acts are data, ``[[frame]]`` of rules/frames.toml: it announces targets, a plan or a budget, reports results, releases statistics,
forecasts, tells of an event, a poll, a day of trading or a company's results.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec
import regex

from ..korean.tokens import Sentence
from ..model import Article
from ..rulebook.loader import Rulebook
from ..rulebook.schema import FrameRule

#: sentences of the body that say what the article is about
LEAD = 2


class Frame(msgspec.Struct, frozen=True):
    """The acts that the headline and the lead tell of, in the order of the rules."""

    title: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()

    def does(self, act: str) -> bool:
        return act in self.title or (act in self.lead and not self.title)


#: the frame of an article of which nothing is known
NOTHING = Frame()


def of(text: str, article: Article, spoken: list[Sentence], rulebook: Rulebook) -> Frame:
    """The frame of an article whose sentences are ``spoken``."""
    titles = [article.title or "", *(text[s.start : s.end] for s in spoken if s.section == "title")]
    lead = [text[s.start : s.end] for s in spoken if s.section == "body"][:LEAD]
    return Frame(_acts(titles, rulebook), _acts(lead, rulebook))


def _acts(texts: Iterable[str], rulebook: Rulebook) -> tuple[str, ...]:
    found = [act for said in texts for act in acts(said, rulebook)]
    return tuple(dict.fromkeys(found))


def acts(said: str, rulebook: Rulebook) -> tuple[str, ...]:
    """What a headline says that its article does, in the order of the rules."""
    return tuple(dict.fromkeys(rule.value for rule, pattern in _rules(rulebook, "act") if pattern.search(said)))


def head(said: str, rulebook: Rulebook) -> str | None:
    """What a head says of what stands under it: the first rule that matches."""
    return next((rule.value for rule, pattern in _rules(rulebook, "head") if pattern.search(said)), None)


@lru_cache(maxsize=8)
def _rules(rulebook: Rulebook, field: str) -> tuple[tuple[FrameRule, regex.Pattern[str]], ...]:
    return tuple((r, rulebook.compile(r.pattern, r.id)) for r in rulebook.of(FrameRule) if r.field == field)
