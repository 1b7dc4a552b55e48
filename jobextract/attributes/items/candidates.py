"""What a figure may count or measure: the noun phrases about it, what its neighbours count, the headline.

Each candidate bears its facts as short strings (``LNT|percent``: a topic with one bare noun between it and the share on its
right); ``item`` weighs them. One phrase found on several ways is one candidate with the facts of all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

import msgspec

from ...korean import noun_check
from ...korean.tokens import Sentence
from ...korean.word_classes import of_noun
from ...korean.word_lists import pattern, texts, words
from ..context import Lexicon, Surroundings
from ..figure import Figure
from . import at_hand, breakdowns, linked, phrases, respectively
from .magnitude import NO_KIN, Counted, counted, kin
from .nouns import Nouns
from .placement import Chunk, Told, earlier, listed, steps

#: how often an article says a noun that it speaks of
SPOKEN_OF = 3
#: kinds that sums of money are told in
_PAID = frozenset(("money", "percent", "multiple", "ratio"))
#: groups of figures whose counter may be all that says what is counted: 세 병원, but no % and no 원
_COUNTED = frozenset(("people", "count"))
#: topics that the members of a list follow
_HEADS = ("LTN", "LT*")
#: ways on which nothing is found that the members of a list are measured in
_UNPAIRED = ("R", "unit", "body", "headline")
_UNITS, _BARE = texts("items.units"), frozenset(words("items.bare_counters"))
_AGES = frozenset(words("candidates.ages"))
_ASKED = "?"
_SUMS = pattern("candidates.sums")
NEVER, _RATES = words("candidates.never"), texts("candidates.rates")


class Candidate(msgspec.Struct, gc=False):
    """What a figure may count, and the facts that speak for or against it; ``own`` are those of the phrase itself.

    ``front`` marks the member of a list that stands in front of its figure, and of bodies what the rules say.
    """

    text: str
    facts: list[str]
    own: tuple[str, ...] = ()
    score: int = 0
    measure: str | None = None
    front: bool = False


class Reader:
    """The candidates of one article: its phrases are cut once a sentence, its words counted once."""

    def __init__(
        self,
        title: str | None,
        sentences: list[Sentence],
        lexicon: Lexicon,
        is_body: Callable[[str], bool],
        person: Callable[[str], Iterable[str]] = lambda _: (),
    ) -> None:
        self.lexicon, self._person = lexicon, person
        self.nouns = Nouns(title, sentences, lexicon, is_body)
        self._cut: dict[int, phrases.Cut] = {}
        self._never: dict[str, bool] = {}
        self._titled: dict[str, list[tuple[str, list[str]]]] = {}
        self._spoken_of: tuple[Sentence | None, list[tuple[str, str]]] = (None, [])
        self._counted: dict[int, Counted] = {}
        self.headline: list[tuple[Chunk, str]] | None = None

    def read_headline(self, near: Surroundings | None) -> None:
        """The first phrase of the headline that names no body, which says what the article measures."""
        self.headline = []
        if near is not None:
            cut = self.cut(near)
            named = (chunk for chunk in cut.among(range(len(cut.path))) if not chunk.body)
            self.headline = [(chunk, phrases.before_figure(near.words, cut.path, chunk)) for chunk in islice(named, 1)]

    def before(self, near: Surroundings | None) -> list[tuple[str, str]]:
        """What the sentence before speaks of: its topics, or the last noun of a heading."""
        if near is None:
            return []
        if self._spoken_of[0] is not near.sentence:
            self._spoken_of = near.sentence, self._topics(near)
        return self._spoken_of[1]

    def _topics(self, near: Surroundings) -> list[tuple[str, str]]:
        cut = self.cut(near)
        path = cut.path
        bare = "F" not in path and "f" not in path
        asked = near.text[near.sentence.end - 1 : near.sentence.end] == _ASKED
        signs = "TSO" if bare or asked else "TS"
        told = (chunk for chunk in cut.among(at for at, sign in enumerate(path) if sign in signs) if not chunk.body)
        found = [(chunk.text, f"before{path[chunk.last]}{bare:d}") for chunk in islice(told, 2)]
        last = next((word for word in reversed(near.words) if word.role != "mark"), None)
        noun = noun_check.told_by_copula(last.text) if bare and last is not None and last.role == "verb" else None
        if noun:
            found.append((noun, "beforeis"))
        if bare and "V" not in path[-2:]:
            aside = path.find("(") + 1 or len(path)
            named = next(cut.among((*range(aside - 1, -1, -1), *range(len(path) - 1, aside - 1, -1))), None)
            if named is not None and not named.body:
                found.append((named.text, "heading"))
        return found

    def cut(self, near: Surroundings) -> phrases.Cut:
        """The noun phrases of the sentence, cut once."""
        found = self._cut.get(near.sentence.start)
        if found is None:
            found = self._cut[near.sentence.start] = phrases.Cut(near)
        return found

    def sort(self, text: str) -> str:
        """What a member is: a body or town, an age, anything else."""
        first = text.partition("·")[0]
        return "age" if text[:1].isdigit() else self.nouns.sort(Chunk(0, 0, first, "", self.nouns.is_body(text)))

    def is_place_or_body(self, text: str) -> bool:
        """Whether the phrase is the name of a place or body alone: 횡성, not 예산, which is a budget more often than a town."""
        if " " in text or breakdowns.is_measure(text):
            return False
        return self.nouns.sort(Chunk(0, 0, text, "", self.nouns.is_body(text))) == "body"

    def is_person(self, text: str) -> bool:
        """Whether the phrase is the name of a person alone."""
        return " " not in text and any(True for _ in self._person(text))

    def told(self, near: Surroundings, draft: Figure, before: list[Figure], behind: Sentence | None) -> Told:
        """What is asked about the figure again and again, with the phrase in front of it."""
        path, cut = self.cut(near).path, self.cut(near).all()
        told = Told(draft, path)
        lead = next((chunk for chunk in reversed(cut) if chunk.last < draft.at), None)
        if lead is not None and not lead.text.endswith(NEVER) and not steps(path, lead.last + 1, draft.at).strip("A(D"):
            told.front = lead
        told.lead = self.nouns.sort(told.front)
        told.listed = listed(draft, before, behind)
        told.framed_at = breakdowns.framed(near.words, draft.at)
        told.framed = bool(told.framed_at)
        left = [chunk for chunk in cut if chunk.last < draft.at]
        named = any(path[chunk.last] in "TS" for chunk in left)
        told.nouns = f"{min(sum(not chunk.body for chunk in left), 3)}{named:d}"
        told.beside = phrases.beside(cut, told)
        told.kin = kin([self._counts(other) for other in before], draft.mention)
        return told

    def _counts(self, figure: Figure) -> Counted:
        """What a figure before counts, which stays as it was found."""
        kept = self._counted.get(figure.mention.start)
        if kept is None:
            kept = self._counted[figure.mention.start] = counted(figure)
        return kept

    def candidates(
        self, near: Surroundings, draft: Figure, before: list[Figure], last: Surroundings | None, told: Told
    ) -> list[Candidate]:
        """Every candidate of the figure, in the order in which they are found; ``before`` are the figures before it."""
        found: dict[str, Candidate] = {}
        each = respectively.Each(told, self.cut(near).all(), before)
        for text, facts in chain(self._proposed(near, draft, before, last, told), each.told()):
            never = self._never.get(text)
            if never is None:
                never = self._never[text] = self._is_never(text)
            if not never:
                add(found, text, facts)
        front = told.front if told.lead in ("other", "group") and (told.framed or "1" in told.listed) else None
        if front is not None and not front.body:
            for candidate in list(found.values()):
                self._pair(found, front, candidate, told)
        if front is not None and front.text in found:
            found[front.text].front = True
        several, hand = list(found.values()), at_hand.Hand(told, self.cut(near).all())
        link = linked.Linked(told, self.cut(near).all(), self.nouns)
        for candidate, own in zip(several, self.nouns.own(found, told.unit, told.group), strict=True):
            candidate.own = own
            head = candidate.text.rsplit(" ", 1)[-1]
            same, _, far = told.kin.get(head, NO_KIN)
            side, alike = candidate.facts[0][:2], of_noun(head)
            candidate.facts += (f"kin{same}{far}{side}", f"2{head[-2:]}{told.sized}")
            candidate.facts.append(f"class{alike}/{side}")
            candidate.facts += (*hand.facts(candidate.text, candidate.facts), *each.facts(candidate.text))
            candidate.facts += link.facts(candidate.text, candidate.facts)
            candidate.facts += [f"person {sign}" for sign in self._person(head)]
        return several

    def _is_done(self, chunk: Chunk) -> bool:
        """Whether the phrase tells what is done, or nothing by itself: 창출, 목표."""
        return self.nouns.sort(chunk) in ("event", "generic")

    def _is_never(self, text: str) -> bool:
        """Whether the phrase ends with what counts nothing: a comparison (전년동기대비), an adverb (세부적)."""
        if text[0].isdigit() and " " not in text and text[-1] not in _AGES:
            return True
        return text.endswith(NEVER) or text.rsplit(" ", 1)[-1] in self.lexicon.never

    def _proposed(
        self, near: Surroundings, draft: Figure, before: list[Figure], last: Surroundings | None, told: Told
    ) -> Iterator[tuple[str, list[str]]]:
        """Phrases and where they come from: beside the figure, of earlier ones, verbs, the sentence before, title."""
        path, cut = self.cut(near).path, self.cut(near).all()
        for chunk, placed_so in told.beside:
            if told.is_dimension(chunk):
                continue
            facts = [f"{placed_so[0][:2]}{self.nouns.sort(chunk)}|{told.group}"]
            if chunk is told.front:
                facts.append(f"lead{told.lead}{told.listed}|{told.group}")
            yield chunk.text, [f"body{placed_so[0]}", "body", *facts] if chunk.body else [*placed_so, *facts]
        yield from phrases.around_figures(cut, told, self._is_done)
        yield from earlier(before, told)
        yield from phrases.deeds(near.words, told)
        yield from phrases.is_so(near.words, told)
        for text, way in self.before(last):
            yield text, [way, f"{way}nouns{told.nouns}"]
        measured = _UNITS.get(told.unit)
        if measured is not None:
            yield measured, ["measures"]
        if draft.mention.unit and told.group in _COUNTED and told.unit not in _BARE:
            yield told.unit, [f"unit{told.unit}", f"unit|{told.group}"]
        if draft.mention.kind == "percent":
            yield from self._rates(draft, path)
        if draft.sentence.section == "body":
            if told.unit not in self._titled:
                self._titled[told.unit] = list(self._of_headline(told.unit))
            yield from self._titled[told.unit]

    def _of_headline(self, unit: str) -> Iterator[tuple[str, list[str]]]:
        """The phrase of the headline, as it fits a figure of that unit."""
        for chunk, named in self.headline or ():
            fits = "same" if named == unit else "other" if named else "none"
            yield chunk.text, [f"headline|{fits}"]

    def _rates(self, draft: Figure, path: str) -> Iterator[tuple[str, list[str]]]:
        """What a share is where a target and what was reached stand beside it, though nothing says so: 목표 50개, 실적 40개(80%)."""
        left = path[: draft.at]
        for aim, rate in _RATES.items():
            if draft.sentence.holds(aim) and left.count("F") + left.count("f") > 0:
                yield rate, [f"rate{left[-1:]}"]

    def _pair(self, found: dict[str, Candidate], front: Chunk, measure: Candidate, told: Told) -> None:
        """A member of a list and what is measured of all of them: 반도체 수출, 해상케이블카 관광객."""
        measured, fact = phrases.head_of(measure.text), measure.facts[0].partition("|")[0]
        if measured in front.text or front.text in measure.text or fact.startswith(_UNPAIRED):
            return
        is_measure, last = breakdowns.is_measure(measured), measured.rsplit(" ", 1)[-1]
        if told.draft.mention.kind not in _PAID and _SUMS.search(last):
            return
        if not (is_measure or fact.startswith(("prev", *_HEADS)) or self.nouns.heads[last] >= SPOKEN_OF):
            return
        text = f"{front.text} {measured}"
        add(
            found,
            text,
            [
                f"pair{fact}|{told.group}",
                f"pair{fact}",
                f"pair{told.path[front.last]}",
                f"pairfront{front.text[-2:]}|{told.unit}",
                "pairkin{0.same}{0.others}{0.apart}".format(told.kin.get(last, NO_KIN)),
                f"pairfront{told.lead}{told.path[front.last]}v{told.verb}|{told.group}",
                f"pairmates{min(self.nouns.mates[front.text.rsplit(' ', 1)[-1], told.unit], 3)}"
                f"{min(self.nouns.mates[last, told.unit], 3)}",
                *(f"pair{one}" for one in measure.facts if one.startswith("prev") and "from" in one),
            ],
        )
        found[text].measure = measured


def add(found: dict[str, Candidate], text: str, facts: list[str]) -> None:
    """One more way on which the phrase is found."""
    candidate = found.get(text)
    if candidate is None:
        found[text] = Candidate(text, list(facts))
    else:
        known = set(candidate.facts)
        candidate.facts += [fact for fact in facts if fact not in known]
