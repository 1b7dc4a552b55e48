"""Whose a figure is: the article's own body, one that the sentence names, the member of a list, or that of the figure before.

What the rules of ``subject`` answer is one candidate among others; ``rules/weights/owner.json`` holds what each fact weighs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ...learning import weights
from ...learning.ranking import Ranker
from ..figure import Figure, same_unit
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
        same = last.sentence is draft.sentence
        ways.add(told, f"prev{same:d}", f"prev{same:d}{same_unit(last, draft):d}")
    _of_article(ways, draft, bodies, article)
    _of_thread(ways, bodies, article)
    _of_sentence(ways, draft, bodies, article)
    _of_forms(ways, article)
    # a name alone is not looked up: the analyser would start for the shortest of texts
    alone = len(ways.flags) == 1
    of_list, quoted = draft.member is not None, usage.quotation(draft.sentence.words, draft.at) is not None
    return [
        Candidate(
            name,
            [
                *_facts(name, flags, ways.facts[name], len(bodies), of_list, quoted, article),
                *_counted(name, flags, draft, article, alone),
                *_beside_own(name, flags, article),
            ],
        )
        for name, flags in ways.flags.items()
    ]


def _of_article(ways: _Ways, draft: Figure, bodies: list[Named], article: Article) -> None:
    """What the article may be about besides, and whom the sentences before speak of."""
    for rank, (name, chance) in enumerate(list(article.rivals.items())[:RIVALS]):
        ways.add(name, "rival", f"rival{rank}", f"rival{rank}{int(chance * 5)}")
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
    parts = f"{told}par{min(one.paragraphs, 2)}"
    own = f"own{one.name == article.own:d}"
    ways.add(one.name, "thread", told, parts, f"{parts}|{own}", f"{told}|several{min(article.several, 5)}")
    ways.add(one.name, "thread", f"{parts}|bodies{min(len(bodies), 2)}", f"{parts}|sure{int(article.sure * 5)}")
    if one.lead is not None:
        same = f"lead{one.lead == one.name:d}point{one.point:d}"
        ways.add(
            one.lead,
            "lead",
            f"{same}|{told}",
            f"{same}|bodies{min(len(bodies), 2)}",
            f"{same}|{own}",
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
                f"{side}{one.use}source{one.source:d}",
                f"{side}{one.use}first{one is bodies[0]:d}of{min(len(bodies), 3)}",
                f"{side}{one.use}{one.chain}",
                f"{side}{one.use}{one.chain}|{kind}",
                f"{side}{one.use}{one.chain}verbs{verbs}",
                f"{side}{one.use}introduced{one.introduced:d}",
                f"{side}{one.use}introduced{one.introduced:d}verbs{verbs}",
                *(f"{side}{told}" for told in usage.clause(words, one.at, draft.at, kind)),
            )
            ways.add(one.name, f"{side}{one.use}" if not one.source else f"{side}source", *facts)


def _of_forms(ways: _Ways, article: Article) -> None:
    """What a name is short for in this article: 달빛FC of 달빛, 달빛지방검찰청 of 달빛지검."""
    for name, flags in list(ways.flags.items()):
        long = article.long(name.split()[-1])
        if long is None or long == name:
            continue
        sort = f"{article.kind(name.split()[-1])}>{article.kind(long)}"
        often = f"{min(article.count(name), 4)}>{min(article.count(long), 4)}"
        known = f"known{long in ways.flags:d}"
        ways.add(name, "short", f"short of|{sort}", f"short of|{often}", f"short of|{known}")
        ways.add(long, "long", f"long of|{sort}", f"long of|{often}", *(f"long of {flag}" for flag in flags))


def _facts(
    name: str, flags: list[str], more: list[str], bodies: int, listed: bool, quoted: bool, article: Article
) -> list[str]:
    short = "+".join(
        flag for flag in ("own", "told", "member", "unknown member", "thread", "prev0", "prev1") if flag in flags
    )
    kind = article.kind(name.split()[-1])
    chance = int(article.rivals.get(name, 0.0) * 5)
    sides = _sides(flags)
    titled, count = f"titled{article.titled(name):d}", f"count{min(article.count(name), 4)}"
    thread, lead = f"thread{'thread' in flags:d}", f"lead{'lead' in flags:d}"
    return [
        *dict.fromkeys(flags),
        *dict.fromkeys(more),
        f"short {short}|listed{listed:d}",
        f"{count}|{short}",
        f"quoted{quoted:d}|{short}",
        f"quoted{quoted:d}|{sides}",
        f"chance{chance}|own{int(article.sure * 5)}",
        f"chance{chance}|{short}",
        f"chance{chance}|{sides}",
        f"sides{sides}|{short}",
        f"{thread}|{sides}|bodies{min(bodies, 2)}",
        f"{lead}|{short}",
        f"{lead}|{thread}|{sides}",
        f"long{'long' in flags:d}{'short' in flags:d}|{short}",
        f"{titled}|{short}",
        f"{titled}|{sides}",
        f"{titled}|{kind}",
        f"{count}|{sides}",
        f"kind{kind}|{sides}",
        *_ends(name.split()[-1], name == article.own, sides),
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
    kind, sides = article.kind(last), _sides(flags)
    yield f"counts{how}"
    yield f"counts{how}|{kind}"
    yield f"counts{how}|{sides}"
    yield f"unit{draft.mention.kind}{draft.mention.unit}|{kind}"
    if alone:
        return
    form = nature(last)
    yield f"form{form}|{kind}"
    yield f"form{form}|{sides}"
    yield f"form{form}|{kind}|counts{how}"
    yield f"form{form}|{kind}|count{min(article.count(name), 4)}"


def _beside_own(name: str, flags: list[str], article: Article) -> Iterator[str]:
    """What sort of body the name is beside the article's own: another town or firm has figures of its own sooner than a part."""
    if article.own is None:
        return
    kind, own = article.kind(name.split()[-1]), article.kind(article.own.split()[-1])
    pair = f"self{kind}" if name == article.own else f"{kind}>{own}"
    titled = f"titled{article.titled(name):d}"
    thread = article.thread.name if article.thread is not None else None
    on = "self" if thread == name else "own" if thread == article.own else "other" if thread else "none"
    yield f"pair{pair}"
    yield f"pair{pair}|{titled}"
    yield f"pair{pair}|{_sides(flags)}"
    yield f"pair{pair}|on{on}"
    yield f"alike{kind == own:d}{name == article.own:d}|{titled}|on{on}"


def _sides(flags: list[str]) -> str:
    return "+".join(dict.fromkeys(flag for flag in flags if flag[0] in "LR"))


def _ends(last: str, own: bool, sides: str) -> Iterator[str]:
    """The last letters of the name, which tell what sort of body it is, or that it is none."""
    yield f"ends{last[-2:]}"
    yield f"ends{last[-1]}"
    yield f"ends{last[-2:]}|own{own:d}"
    yield f"ends{last[-1]}|{sides}"


def choose(several: list[Candidate], ranker: Ranker) -> tuple[str | None, float]:
    """The likeliest owner, or None where it is not likely enough; and how likely it is."""
    ranked = ranker.rank([one.text for one in several], [one.facts for one in several], [one.own for one in several])
    if ranked.best is None or ranked.chance < LEAST:
        return None, ranked.chance
    return several[ranked.best].text, ranked.chance
