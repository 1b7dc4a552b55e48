"""Whose a figure is: the article's own body, one that the sentence names, the member of a list, or that of the figure before.

What the rules of ``subject`` answer is one candidate among others; ``rules/weights/owner.json`` holds what each fact weighs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ...learning import weights
from ...learning.ranking import Ranker
from ..figure import Figure
from ..items.candidates import Candidate
from . import usage
from .standing import nature
from .topics_before import Thread
from .usage import Named

#: how likely a body has to be, and bodies of a sentence on each side that are weighed
LEAST, SIDE = 0.51, 3
#: names that the article may be about which are weighed for each figure
RIVALS = 2


class Article(NamedTuple):
    """What is known of the article: its own body and how likely that is, the others that it may be, whom the sentences
    before speak of, what sort a name is, how often it is said, how many bodies lead sentences with figures, which body the
    text is on, what a name is short for, and whether the title names it."""

    own: str | None
    sure: float
    rivals: dict[str, float]
    earlier: list[str]
    kind: Callable[[str], str]
    count: Callable[[str], int]
    several: int = 0
    thread: Thread | None = None
    led: Callable[[str], int] = lambda _: 0
    long: Callable[[str], str | None] = lambda _: None
    titled: Callable[[str], bool] = lambda _: False


@lru_cache(maxsize=1)
def ranker() -> Ranker:
    """The weights that the rules hold."""
    return Ranker(weights.load("owner"))


class _Ways:
    """By which ways each name came up for a figure, and what is to be said of each way."""

    def __init__(self) -> None:
        self.flags: dict[str, list[str]] = {}
        self.facts: dict[str, list[str]] = {}

    def add(self, name: str | None, way: str, *facts: str) -> None:
        if name:
            self.flags.setdefault(name, []).append(way)
            self.facts.setdefault(name, []).extend(facts)


def candidates(
    draft: Figure,
    bodies: list[Named],
    member: str | None,
    before: tuple[Figure, str | None] | None,
    article: Article,
) -> list[Candidate]:
    """What may own the figure, each with its facts; ``before`` is the figure before it with what the rules say of that."""
    ways = _Ways()
    ways.add(article.own, "own", f"own{int(article.sure * 5)}", f"own{draft.sentence.section}")
    ways.add(draft.subject, "told")
    ways.add(member, "member")
    if draft.member is not None and member is None:
        ways.add(draft.member.split()[-1], "unknown member")
    if before is not None:
        last, told = before
        ways.add(told, f"prev{last.sentence is draft.sentence:d}")
    _of_article(ways, draft, bodies, article)
    _of_thread(ways, bodies, article)
    _of_sentence(ways, draft, bodies, article)
    _of_forms(ways, article)
    # a name alone is not looked up: the analyser would start for the shortest of texts
    alone = len(ways.flags) == 1
    return [
        Candidate(
            name,
            [
                *_facts(name, flags, ways.facts[name], article),
                *_counted(name, flags, draft, article, alone),
                *_beside_own(name, flags, article),
            ],
        )
        for name, flags in ways.flags.items()
    ]


def _of_article(ways: _Ways, draft: Figure, bodies: list[Named], article: Article) -> None:
    """What the article may be about besides, and whom the sentences before speak of."""
    for rank, (name, chance) in enumerate(list(article.rivals.items())[:RIVALS]):
        ways.add(name, "rival", f"rival{rank}{int(chance * 5)}")
    opening = bodies[0] if bodies and usage.opens(draft.sentence.words, bodies[0].at) else None
    if opening is not None and opening.at < draft.at:
        ways.add(opening.name, "opens")
    for rank, name in enumerate(article.earlier):
        ways.add(name, f"earlier{rank}")


def _of_thread(ways: _Ways, bodies: list[Named], article: Article) -> None:
    """What the text is on."""
    one = article.thread
    if one is None:
        return
    told = f"thread{one.how}{min(one.sentences, 4)}"
    ways.add(one.name, "thread", told, f"{told}par{min(one.paragraphs, 2)}|sure{int(article.sure * 5)}")
    if article.own is not None and one.name != article.own:
        on = f"on{one.how}{min(one.sentences, 4)}par{min(one.paragraphs, 2)}"
        pair = f"{article.kind(one.name.split()[-1])}>{article.kind(article.own.split()[-1])}"
        ways.add(one.name, "on", on, f"{on}|several{min(article.several, 5)}", f"{on}|{pair}")
    if one.lead is not None:
        same = f"lead{one.lead == one.name:d}point{one.point:d}"
        ways.add(
            one.lead,
            "lead",
            f"{same}|{told}",
            f"{same}|bodies{min(len(bodies), 2)}",
            f"{same}|own{one.name == article.own:d}",
            f"{same}|several{min(article.several, 5)}",
        )


def _of_sentence(ways: _Ways, draft: Figure, bodies: list[Named], article: Article) -> None:
    """The bodies that the sentence names on both sides of the figure, the nearest first."""
    left = [one for one in bodies if one.at < draft.at][: -SIDE - 1 : -1]
    right = [one for one in bodies if one.at > draft.at][:SIDE]
    for side, several in (("L", left), ("R", right)):
        for rank, one in enumerate(several):
            words, kind = draft.sentence.words, article.kind(one.name.split()[-1])
            verbs = usage.verbs(words, one.at, draft.at)
            facts = (
                f"{side}#{rank}{one.use}",
                f"{side}{one.use}gap{min(abs(one.at - draft.at) - 1, 4)}",
                f"{side}{one.use}{one.chain}",
                f"{side}{one.use}{one.chain}|{kind}",
                f"{side}{one.use}{one.chain}verbs{verbs}",
                *(f"{side}{told}" for told in usage.clause(words, one.at, draft.at, kind)),
            )
            ways.add(one.name, f"{side}{one.use}" if not one.source else f"{side}source", *facts)


def _of_forms(ways: _Ways, article: Article) -> None:
    """What a name is short for in this article: 달빛FC of 달빛, 달빛지방검찰청 of 달빛지검."""
    for name in list(ways.flags):
        long = article.long(name.split()[-1])
        if long is None or long == name:
            continue
        sort = f"{article.kind(name.split()[-1])}>{article.kind(long)}"
        often = f"{min(article.count(name), 4)}>{min(article.count(long), 4)}"
        ways.add(long, "long", f"long of|{sort}", f"long of|{often}")


def _facts(name: str, flags: list[str], more: list[str], article: Article) -> list[str]:
    short = "+".join(
        flag for flag in ("own", "told", "member", "unknown member", "thread", "prev0", "prev1") if flag in flags
    )
    kind = article.kind(name.split()[-1])
    chance = int(article.rivals.get(name, 0.0) * 5)
    sides = _sides(flags)
    titled, count = f"titled{article.titled(name):d}", f"count{min(article.count(name), 4)}"
    led = f"led{min(article.led(name), 5)}"
    thread, lead = f"thread{'thread' in flags:d}", f"lead{'lead' in flags:d}"
    return [
        *dict.fromkeys(flags),
        *dict.fromkeys(more),
        f"{count}|{short}",
        f"chance{chance}|{short}",
        f"chance{chance}|{sides}",
        f"{lead}|{thread}|{sides}",
        f"{led}|several{min(article.several, 5)}",
        f"{led}|{short}",
        f"{titled}|{short}",
        f"{titled}|{sides}",
        f"{titled}|{kind}",
        f"kind{kind}|{sides}",
        *_ends(name.split()[-1], name == article.own),
    ]


def _counted(name: str, flags: list[str], draft: Figure, article: Article, alone: bool) -> Iterator[str]:
    """How the name stands to what the figure counts: of 위탁병원은 916곳으로 the hospitals are counted and own nothing."""
    last, item = name.split()[-1], "".join((draft.item or "").split())
    if not item:
        how = "untold"
    elif item == last:
        how = "whole"
    else:
        how = "end" if item.endswith(last) else "start" if item.startswith(last) else "in" if last in item else "no"
    kind = article.kind(last)
    yield f"counts{how}"
    yield f"unit{draft.mention.kind}{draft.mention.unit}|{kind}"
    if alone:
        return
    form = nature(last)
    yield f"form{form}|{kind}"
    yield f"form{form}|{kind}|counts{how}"


def _beside_own(name: str, flags: list[str], article: Article) -> Iterator[str]:
    """What sort of body the name is beside the article's own: another town or firm has figures of its own sooner than a part."""
    if article.own is None:
        return
    kind, own = article.kind(name.split()[-1]), article.kind(article.own.split()[-1])
    pair = f"self{kind}" if name == article.own else f"{kind}>{own}"
    yield f"pair{pair}"
    yield f"pair{pair}|titled{article.titled(name):d}"
    yield f"pair{pair}|{_sides(flags)}"


def _sides(flags: list[str]) -> str:
    return "+".join(dict.fromkeys(flag for flag in flags if flag[0] in "LR"))


def _ends(last: str, own: bool) -> Iterator[str]:
    """The last letters of the name, which tell what sort of body it is, or that it is none."""
    yield f"ends{last[-2:]}"
    yield f"ends{last[-1]}"
    yield f"ends{last[-2:]}|own{own:d}"


def choose(several: list[Candidate], ranker: Ranker) -> tuple[str | None, float]:
    """The likeliest owner, or None where it is not likely enough; and how likely it is."""
    ranked = ranker.rank([one.text for one in several], [one.facts for one in several], [one.own for one in several])
    chance = ranked.chance
    if ranked.best is None or chance < LEAST:
        return None, chance
    return several[ranked.best].text, chance
