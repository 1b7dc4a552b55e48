"""Whose figure it is: within the article 시는, 구는, 회사는 mean the body that it is about (``claims``).

What the rules say is one answer among those that ``owner_choice`` weighs: the nearest body that is the topic of the sentence,
of a quoted figure the body that the speaker speaks for.
"""

from __future__ import annotations

from ..korean.particles import ALSO, TOPIC, TOPIC_OR_SUBJECT
from ..korean.tokens import CLOSE, Sentence, Word
from ..korean.word_lists import words
from ..learning.ranking import Ranker
from ..model import Article
from . import gazetteer
from .bodies import claims, company_names, entities, kinds, main_body, owner_names, standing, usage
from .bodies.entities import OFFICE, Names, with_province
from .figure import Figure
from .items.candidates import Candidate

_SPEAKS = frozenset(words("bodies.speakers"))
_TOWNS = frozenset(words("bodies.seats"))
_OWNS, _IN, _KINDS = words("bodies.owns"), words("bodies.speaking_in"), words("bodies.named_by_kind")
(_COUNCIL,) = words("bodies.council")


class Bodies:
    """The bodies of one article: its subject, and every name that its sentences use for a body."""

    def __init__(
        self, article: Article, sentences: list[Sentence], text: str, known: Names, ranker: Ranker | None = None
    ) -> None:
        told = entities.telling(sentences)
        spoken = text[sentences[0].start : sentences[-1].end] if sentences else ""
        known = entities.without_matches(spoken, entities.with_towns(told, known, spoken))
        self.known = known = entities.with_forms(sentences, known)
        title = (article.title or "")[entities.start_of(article.title or "") :]
        body, titles = (
            [s for s in sentences if s.section == "body"],
            [s for s in sentences if s.section == "title"],
        )
        self.standing = standing.Standing(title, body, text, titles)
        told_of = claims.article_subject(article.title, sentences, text, known)
        told_of = known.full(told_of) if told_of is not None else None
        self.candidates = main_body.candidates(article, sentences, text, known, told_of, self.standing)
        ranked = main_body.rank(self.candidates, ranker) if ranker is not None else None
        self.own, self.sure = main_body.choose(self.candidates, ranked, known) if ranked else (told_of, 0.0)
        likely = main_body.likely(self.candidates, ranked) if ranked else {}
        self.stems = stems = {word.stem for sentence in told for word in sentence.words if word.role == "noun"}
        self._named: dict[str, str | None] = {}
        self._again: dict[str, str | None] = {}
        self.tells_business = self.own is None or not self._is_public(self.own)
        self.firms = company_names.find(sentences if self.tells_business else (), text, known)
        self._last: tuple[Sentence | None, list[int]] = (None, [])
        full = sorted(stem for stem in stems - known.false_names if gazetteer.is_name(stem, known.places))
        self.short = {name[:-1]: name for name in full if len(name) > 2 and name[-1] in _TOWNS}
        self.weighed = owner_names.Owners(self, sentences, told, likely)

    def is_body(self, stem: str) -> bool:
        """Whether the word names a body rather than something that is counted."""
        if self.named(stem) is not None or (stem in self.known.again and stem not in _COUNTABLE):
            return True
        return len(stem) > 4 and stem.endswith(_SEATS) and stem not in self.known.false_names

    def is_proper(self, stem: str) -> bool:
        """Whether the word is the name of a body: one that is known, or an institution by its ending."""
        return self.named(stem) is not None or entities.is_body_like(stem, self.known)

    def of_member(self, member: str) -> str | None:
        """The body that a list tells of: 한빛은행(22%), 남구 1,108대; None where the member is none."""
        *_, last = member.split()
        named = self.named(last)
        if named is None:
            return last if entities.is_body_like(last, self.known) else None
        return with_province(member, self.known) if named == last else named

    def named(self, stem: str) -> str | None:
        """The body that the word names by itself, in full: 광명시, 고용노동부, the article's own."""
        if stem not in self._named:
            self._named[stem] = self._looked_up(stem)
        return self._named[stem]

    def _looked_up(self, stem: str) -> str | None:
        stem = self._in_full(self.known.full(stem.lstrip(_NUMBERS)))
        stem = self._called(stem)
        if self.own is not None and (stem in (self.own, self.own.split()[-1]) or self._is_own(stem)):
            return self.own
        if stem in self.known.national or stem in self.firms:
            return stem
        if gazetteer.is_name(stem, self.known.places) and stem not in self.known.false_names:
            return stem
        return self.short.get(stem)

    def _called(self, stem: str) -> str:
        """The name whose end the word is, where that is a body's: 의료원은 of 군산의료원."""
        full = self.standing.tails.get(stem)
        own = (self.own or "").split()[-1:]
        return full if full is not None and ([full] == own or entities.is_body_like(full, self.known)) else stem

    def _is_own(self, stem: str) -> bool:
        """Whether the name is another form of the article's own body, or what a firm's name begins with."""
        own = (self.own or "").split()[-1]
        begins = own.startswith(stem) and len(stem) > 1 and kinds.kind_of(own, self.known) in _FIRMS
        short = begins and kinds.kind_of(stem, self.known) == "name" and standing.nature(stem) in _NAMES
        return short or entities.is_form_of(stem, own, self.known)

    def owners(self, draft: Figure, before: Figure | None) -> list[Candidate]:
        """What may own the figure, of its sentence and those before; of a member, the body that it is."""
        member = self.of_member(draft.member) if draft.member else None
        return self.weighed.owners(draft, before, member)

    def _in_full(self, stem: str) -> str:
        """The ministry's full name, where the article gives it somewhere: 해수부 of 해양수산부."""
        full = self.known.ministries.get(stem)
        return full if full in self.stems else stem

    def _is_public(self, name: str) -> bool:
        """Whether a municipality, a ministry or the like, as against a company."""
        last = name.split()[-1]
        return last in self.known.national or gazetteer.is_name(last, self.known.places)

    def of(self, sentence: Sentence, at: int) -> str | None:
        """Whose figure the word at ``at`` is: the nearest body before it that the sentence speaks of, else the article's."""
        spoken = self._speaker(sentence, at)
        if spoken != _NOBODY:
            return spoken
        for index in reversed(self._bodies(sentence)):
            body = self._spoken_of(sentence.words, index, at) if index < at else None
            if body is not None:
                return None if body == _UNRESOLVED else body
        return self._ahead(sentence.words, at) or self._holder(sentence, at) or self.own

    def _holder(self, sentence: Sentence, at: int) -> str | None:
        """정부 비축분 900만 개: the body that the sentence begins with, before the nouns that are counted."""
        first = next((i for i in self._bodies(sentence) if i < at), None)
        if first is None or not usage.begins(sentence.words, first) or sentence.words[first].particle:
            return None
        nouns = all(word.role == "noun" and not word.particle for word in sentence.words[first:at])
        return self.named(sentence.words[first].stem) if nouns and 1 < at - first < 4 else None

    def _ahead(self, words: tuple[Word, ...], at: int) -> str | None:
        """The body that the figure's own clause modifies: 614억원의 손실을 낸 새벽항공은, 3만 명이 사는 태백시는."""
        for index in range(at + 1, min(at + 6, len(words) - 1)):
            word, following = words[index], words[index + 1]
            if word.role in ("verb", "figure", "date") or word.text in CLOSE:
                return None
            if word.role == "modifier" and following.role == "noun":
                body = self.body_at(words, index + 1) if following.stem not in self.known.again else None
                spoken = following.particle in TOPIC or usage.too(words, index + 1)
                return body if spoken else None
        return None

    def _bodies(self, sentence: Sentence) -> list[int]:
        """The words of the sentence that may stand for a body; asked for by each of its figures in turn."""
        if self._last[0] is not sentence:
            nouns = [i for i, word in enumerate(sentence.words) if word.role == "noun"]
            self._last = sentence, [i for i in nouns if self.body_at(sentence.words, i) is not None]
        return self._last[1]

    def _spoken_of(self, words: tuple[Word, ...], index: int, at: int) -> str | None:
        """The body at ``index`` if it is a topic, an owner (나주시의 고용률), or begins the topic (나주시 인구는)."""
        word = words[index]
        if word.role != "noun":
            return None
        if usage.is_scene(words, index, at) or usage.is_giver(words, index):
            return None
        if not word.particle and index + 1 < at and words[index + 1].text in _WITHIN and self.named(word.stem):
            return self.body_at(words, index)
        if word.particle in TOPIC or word.particle in _OWNS:
            return self.body_at(words, index)
        if usage.too(words, index):
            return self.body_at(words, index)
        if index + 2 == at and words[index + 1].text == "(":
            return self.body_at(words, index)
        if word.particle or self.named(word.stem) is None:
            return None
        if index + 1 == at:
            return self.body_at(words, index)
        following = next((i for i in range(index + 1, at) if words[i].role != "date"), at)
        while following < at and words[following].role == "noun" and not words[following].particle:
            following += 1
        begins = following < at and words[following].role == "noun" and words[following].particle in TOPIC
        inner = begins and self.named(words[following].stem) is not None
        return self.body_at(words, index) if begins and not inner else None

    def body_at(self, words: tuple[Word, ...], index: int) -> str | None:
        """The body that the word stands for: by its name, by 시는, or an institution that the sentence is about."""
        word = words[index]
        body = self.named(word.stem)
        if body is not None:
            outer = words[index - 1].stem if index else ""
            return with_province(f"{outer} {body}", self.known) if outer and " " not in body else body
        if word.stem in self.known.again and word.particle:
            return self.again(word.stem) if not index or words[index - 1].text not in _SEVERAL else None
        if word.stem in _UNIONS and index and words[index - 1].role == "noun" and not words[index - 1].particle:
            firm = words[index - 1].stem
            return f"{firm} {word.stem}" if self.is_proper(firm) or entities.is_name_like(firm) else None
        proper = (
            len(word.stem) > 3
            and not (standing.is_goods(word.stem) and not self.standing.is_told_of(word.stem))
            and word.stem.endswith(self.known.institutions)
            and word.stem not in self.known.false_names
        )
        if not proper or word.particle not in TOPIC_OR_SUBJECT:
            return None
        return word.stem

    def again(self, stem: str) -> str | None:
        """The article's own body where 시, 구 or 회사 means it."""
        if stem not in self._again:
            self._again[stem] = self._meant(stem)
        return self._again[stem]

    def _meant(self, stem: str) -> str | None:
        ending = self.known.again[stem]
        if len(ending) > 1 and ending not in _KINDS and not (self.own or "").endswith(ending):
            full = {name for name in self.stems if name.endswith(stem) and len(name) > len(stem) + 1}
            full -= {name for name in full if any(name[at:] in full for at in range(1, len(name)))}
            return full.pop() if len(full) == 1 else _UNRESOLVED
        if self.own is not None and self.own.endswith(ending):
            return self.own
        if self.own is not None and self.own.endswith(ending + _COUNCIL):
            return self.own.removesuffix(_COUNCIL)
        places = (
            {name for name in self.stems if name.endswith(stem) and self._is_place(name)} if len(ending) == 1 else ()
        )
        return places.pop() if len(places) == 1 else None

    def _is_place(self, name: str) -> bool:
        listed = gazetteer.is_name(name, self.known.places) or name in self.known.towns
        return len(name) > 2 and name not in self.known.false_names and listed

    def _speaker(self, sentence: Sentence, at: int) -> str | None:
        """The body that a quoted figure's speaker speaks for; ``_NOBODY`` where the figure is in no quotation."""
        quotation = usage.quotation(sentence.words, at)
        if quotation is None:
            return _NOBODY
        words = sentence.words
        for index in (*range(quotation[0] - 1, -1, -1), *range(quotation[1] + 1, len(words))):
            word = words[index]
            if word.role != "noun" or word.particle not in (*TOPIC_OR_SUBJECT, ALSO, *_IN, ""):
                continue
            if word.stem in _SPEAKS and index:
                return self.body_at(words, index - 1) or self.again_or_none(words[index - 1].stem)
            office = self._office(word.stem)
            if office != _NOBODY:
                return office
            body = self.body_at(words, index)
            if body is not None:
                return body
        return _NOBODY

    def again_or_none(self, stem: str) -> str | None:
        return self.again(stem) if stem in self.known.again else None

    def _office(self, stem: str) -> str | None:
        """광명시장 speaks for 광명시, 구청장 for the article's 구."""
        for office, ending in sorted(self.known.offices.items(), key=lambda pair: -len(pair[0])):
            if stem == office:
                return self.own if self.own is not None and self.own.endswith(ending) else _NOBODY
        match = OFFICE.fullmatch(stem)
        return self.named(match[1]) or _NOBODY if match else _NOBODY


_SEATS = words("bodies.public")
#: sorts of bodies that are called by the beginning of their name, and what the analyser sees in that
_FIRMS, _NAMES = ("name", "institution"), ("unknown", "proper")
#: numbers of a list, glued to the name behind
_NUMBERS = "".join(words("bodies.numbers"))
_NOBODY = "\0"
#: unions, which are called by the body that they are of; what is done with papers that tell of others
_UNIONS, _WITHIN = frozenset(words("candidates.unions")), frozenset(words("candidates.within"))
#: an institution of another body than the article's, which is named nowhere in full
_UNRESOLVED = ""
_SEVERAL = frozenset(words("bodies.several"))
_COUNTABLE = frozenset(words("bodies.countable"))
