"""The names that may own a figure: of bodies that the lists know, and of what the article makes one by its use of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Protocol

from ...korean.particles import ALSO, AT, FROM, GENITIVE, TOPIC_MARKS, TOPIC_OR_SUBJECT
from ...korean.tokens import Sentence, Word
from ...korean.word_lists import values
from ...korean.word_lists import words as listed
from ..figure import Figure
from ..items.candidates import Candidate
from . import claims, entities, kinds, owner_choice, standing, topics_before, usage

#: marks behind a name that its figures follow: 서구: 9300개, 서구(1137개)
_BEFORE = frozenset("(:：|—–-")
#: how often a common noun has to be said to be weighed as a name
_OFTEN, _GENERIC = 4, frozenset(listed("bodies.generic"))
#: what the analyser sees in words that may be names without more
_NAMES, _COMMON = ("unknown", "proper", "mixed"), ("plain", "compound", "verbal")
#: ends of the names of a body's parts, and ends of names that the papers cut
_DESKS, _LONG_ENDS = listed("bodies.desks"), {end: str(full) for end, full in values("bodies.long_ends").items()}
#: particles of a name that may own figures: of what is spoken of or has something, and of where it is
_OWNING = (*TOPIC_OR_SUBJECT, ALSO, GENITIVE, *(f"{place}{mark}" for place in (AT, FROM) for mark in TOPIC_MARKS))
#: sorts of bodies that stand side by side, each with figures of its own
_TOWNS = frozenset(listed("bodies.towns"))
#: how often a word that no list knows has to be said to count among the bodies that an article tells of
_TOLD = 3
#: last letters of a short name that may be the end of its long one: 관광공사 of 한국관광공사
_TAIL = 4


class Known(Protocol):
    """What is asked of the article's bodies: ``subject.Bodies``."""

    known: entities.Names
    standing: standing.Standing
    own: str | None
    sure: float
    firms: frozenset[str]

    def named(self, stem: str) -> str | None: ...

    def body_at(self, words: tuple[Word, ...], index: int) -> str | None: ...


class Owners:
    """The names of one article; ``rivals`` may be its body too, each with how likely it is."""

    def __init__(
        self, bodies: Known, sentences: list[Sentence], told: list[Sentence], likely: Mapping[str, float]
    ) -> None:
        self.bodies, self.known, self.standing = bodies, bodies.known, bodies.standing
        self.earlier = topics_before.Topics(sentences, self._first, self.known.offices | self.known.again)
        self._around: tuple[Sentence, list[usage.Named], owner_choice.Article] | None = None
        self._last: tuple[Figure, str | None] | None = None
        self._kinds: dict[str, str] = {}
        self._titled: dict[str, bool] = {}
        self.told = told
        self._leading: int | None = None
        self._leads = Counter[str]()
        self._long: dict[str, str | None] = {}
        self._bodies: dict[str, list[tuple[int, str]]] | None = None
        self._often = Counter(word.stem for sentence in told for word in sentence.words if word.role == "noun")
        self._shorts = {stem for one in sentences for stem in _shorts(one.words, self.known)}
        named = {name: bodies.named(name.split()[-1]) for name in likely if name not in self._shorts}
        self.rivals = {name: likely[name] for name in named if named[name] in (None, name, name.split()[-1])}

    def owners(self, draft: Figure, before: Figure | None, member: str | None) -> list[Candidate]:
        """What may own the figure, each with its facts.

        Of the figure before it counts what the rules say, not what was chosen: one mistake is not to draw others after it.
        """
        if self._around is None or self._around[0] is not draft.sentence:
            self._around = draft.sentence, self._named(draft.sentence), self._about(draft.sentence)
        _, named, about = self._around
        if draft.subject is not None and draft.subject == self.bodies.own:
            draft.subject = self._spoken_of(draft, named) or draft.subject
        last = None
        if before is not None:
            last = before, self._last[1] if self._last is not None and self._last[0] is before else before.subject
        self._last = draft, draft.subject
        return owner_choice.candidates(draft, named, member, last, about)

    def _named(self, sentence: Sentence) -> list[usage.Named]:
        """The names of the sentence and how it uses them."""
        words = sentence.words
        called = self._called(sentence)
        found = [(i, called.get(i) or self._name(words, i)) for i in range(len(words)) if not usage.is_giver(words, i)]
        return usage.named(sentence, [(i, name) for i, name in found if name])

    def _called(self, sentence: Sentence) -> dict[int, str]:
        """Whom 시는 and the like of the sentence mean, where the text is on another body of that sort than the article's."""
        one = self.earlier.thread(sentence)
        if one is None or one.sentences or one.how not in topics_before.AGAIN or one.name == self.bodies.own:
            return {}
        again = self.known.again
        words = enumerate(sentence.words)
        return {i: one.name for i, w in words if w.particle and one.name.endswith(again.get(w.stem, "\0"))}

    def _spoken_of(self, draft: Figure, named: list[usage.Named]) -> str | None:
        """Another body of the own one's sort that the figure's sentence means by 시는, or that its paragraph is on and nobody else
        is ``named``: 별빛구는 2천 개를 만들었다. 예산은 30억 원이다."""
        called = self._called(draft.sentence)
        if any(index < draft.at for index in called):
            return next(iter(called.values()))
        one = self.earlier.thread(draft.sentence)
        if one is None or one.name == self.bodies.own or one.paragraphs or one.lead != one.name:
            return None
        kind = self._sort(one.name.split()[-1])
        alone = kind in _TOWNS and kind == self._sort((self.bodies.own or "").split()[-1])
        return one.name if alone and not named else None

    def _about(self, sentence: Sentence) -> owner_choice.Article:
        """What is known of the article at the sentence."""
        return owner_choice.Article(
            self.bodies.own,
            self.bodies.sure,
            self.rivals,
            self.earlier.before(sentence),
            self._sort,
            self._count,
            self._several(),
            self.earlier.thread(sentence),
            self._led,
            self.full,
            self._is_titled,
        )

    def _is_titled(self, name: str) -> bool:
        if name not in self._titled:
            self._titled[name] = self.standing.is_titled(name.split()[-1])
        return self._titled[name]

    def _first(self, words: tuple[Word, ...], index: int) -> str | None:
        """The name at the word, or the first of several that it is named with: 달빛부 of 달빛부와 별빛청, 햇빛청은."""
        return claims.first_named(words, index, self.known) or self._name(words, index)

    def _name(self, words: tuple[Word, ...], index: int) -> str | None:
        """The body that the word stands for, or the word itself where it may be a name that no list knows."""
        word = words[index]
        if word.role != "noun" or word.stem in self._shorts:
            return None
        following = words[index + 1] if index + 1 < len(words) else None
        tells = following is not None and (following.role == "figure" or following.text in _BEFORE)
        bare = not word.particle and (tells or usage.opens(words, index))
        name = self.bodies.body_at(words, index) or self._rival(word.stem)
        return name or self._whole(words, index) or self._unlisted(word, bare, usage.is_introduced(words, index))

    def _whole(self, words: tuple[Word, ...], index: int) -> str | None:
        """The body that a part of it stands for, named right behind: 달빛청 수사부는."""
        part = index > 0 and len(words[index].stem) > 2 and words[index].stem.endswith(_DESKS)
        part = part and words[index].particle in TOPIC_OR_SUBJECT
        whole = part and words[index - 1].role == "noun" and not words[index - 1].particle
        return self.bodies.body_at(words, index - 1) if whole else None

    def _rival(self, stem: str) -> str | None:
        """One of the names that may be the article's body."""
        return next((name for name in self.rivals if name.split()[-1] == stem), None)

    def _unlisted(self, word: Word, bare: bool, introduced: bool) -> str | None:
        """A word that may be a name which no list knows: spoken of, and no common noun of the dictionary unless its trade
        stands before it, as in 소재업체 달빛밥상은."""
        stem = word.stem
        if len(stem) < 2 or stem in self.known.false_names or stem in self.known.again:
            return None
        if introduced and entities.is_name_like(stem):
            return stem
        if not bare and word.particle not in _OWNING:
            return None
        named = entities.is_name_like(stem) or self.standing.speaks(stem)
        if not named and len(stem) > 2:
            return None
        if len(stem) == 2 and not self.standing.speaks(stem) and self.standing.said[stem] < 2:
            return None
        form = standing.nature(stem)
        if not named and form != "proper":
            return None
        told = self.standing.said[stem] >= _OFTEN and self.standing.topics[stem] and stem not in _GENERIC
        told = told or self.standing.is_told_of(stem)
        return stem if form in _NAMES or (form in _COMMON and told) else None

    def full(self, last: str) -> str | None:
        """The longer name of a body that the name is short for: the one that the article says most of those that begin so."""
        if last not in self._long:
            if self._bodies is None:
                self._bodies = self._by_letters()
            spelled = (last[: -len(end)] + full for end, full in _LONG_ENDS.items() if last.endswith(end))
            alike = sorted({one for key in _letters(last) for one in self._bodies.get(key, ())})
            full = [one for _, one in alike if one.startswith(last) or standing.is_cut_of(last, one)]
            known = (found for one in spelled for found in self._bodies.get(f"^{one[:2]}", ()) if found[1] == one)
            full = [one for one in full if len(one) > len(last)] or [one for _, one in sorted(known)]
            self._long[last] = max(full, key=lambda one: self._often[one], default=None)
        return self._long[last]

    def _by_letters(self) -> dict[str, list[tuple[int, str]]]:
        """The bodies of the article in their order, by the letters that a short name shares with its long one."""
        found: dict[str, list[tuple[int, str]]] = {}
        stems = dict.fromkeys((*(name.split()[-1] for name in self.rivals), *self._often))
        for number, stem in enumerate(stem for stem in stems if len(stem) > 3 and self._is_body(stem)):
            for key in (*_letters(stem), f"^{stem[0]}"):
                found.setdefault(key, []).append((number, stem))
        return found

    def _is_body(self, stem: str) -> bool:
        """Whether the word is a body by its ending or by what the article does with it."""
        if entities.is_body_like(stem, self.known) or stem in self.bodies.firms or self.standing.is_told_of(stem):
            return True
        return not stem[-1].isalpha() or stem[-1].isascii()

    def _several(self) -> int:
        """How many bodies lead sentences with figures: of one that lists four, each leads its own."""
        if self._leading is None:
            self._leads = self.earlier.leading(self.told)
            names = (name for name in self._leads if not self._sort(name.split()[-1]).startswith("name"))
            self._leading = len({*names, *(name for name in self._leads if self._count(name) >= _TOLD)})
        return self._leading

    def _led(self, name: str) -> int:
        """How many sentences with figures the name leads."""
        self._several()
        return self._leads[name]

    def _sort(self, last: str) -> str:
        if last not in self._kinds:
            kind = "firm" if last in self.bodies.firms else kinds.kind_of(last, self.known)
            if kind == "name" and self.standing.people[last]:
                kind = "person"
            elif kind in ("name", "institution"):
                kind = f"{kind} {standing.nature(last)}{self.standing.is_told_of(last):d}"
            self._kinds[last] = kind
        return self._kinds[last]

    def _count(self, name: str) -> int:
        return self._often[name.split()[-1]]


def _letters(name: str) -> tuple[str, str, str]:
    """Its beginning, its ends, its last letters: one of them is that of any longer name that it is short for."""
    return f"^{name[:2]}", f"{name[0]}…{name[-1]}", f"{name[-_TAIL:]}$"


def _shorts(words: tuple[Word, ...], known: entities.Names) -> Iterator[str]:
    """외국인직접투자(FDI): Latin letters in the bracket of common nouns that name no body are short for those."""
    for (noun, opened), (short, closed) in zip(pairwise(words), pairwise(words[2:]), strict=False):
        glued = opened.text == "(" and closed.text == ")" and noun.end == opened.start and short.stem.isascii()
        nouns = glued and noun.role == short.role == "noun"
        if nouns and standing.nature(noun.stem) in _COMMON and not entities.is_body_like(noun.stem, known):
            yield short.stem
