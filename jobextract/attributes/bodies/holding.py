"""Which words of an article mean each of the names that are weighed, and how many of its figures each would hold.

한결저축은행 is 은행 later, 선거관리위원회 is 선관위: what speaks for a body is told of any of its forms. Every figure being that
of the name spoken of last, the body whose figures an article gives is told from one that only speaks, pays or stands by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...korean.particles import ALSO, GENITIVE, TOPIC_OR_SUBJECT
from ...korean.tokens import Sentence, Word
from ...korean.word_lists import values
from ...korean.word_lists import words as listed
from . import standing
from .entities import Names, is_form_of

_LEADS = (*TOPIC_OR_SUBJECT, ALSO, GENITIVE)
#: steps in which a share is told
_STEPS = 5
#: who speaks for the body named right before
_STAFF = frozenset((*listed("bodies.staff"), *listed("bodies.heads")))
#: ends of names that the papers cut, each with the end in full; a university, cut and in full
_LONG_ENDS = {end: str(full) for end, full in values("bodies.long_ends").items()}
_COLLEGE, _UNIVERSITY = listed("bodies.universities")
#: letters that a tail has and leaves out, and those of a name that is cut in the middle
_TAIL, _CUT = 2, 3
#: what the analyser sees in the beginning of a firm's name that stands for it
_NAMES = ("unknown", "proper")
#: beginnings of many names that are no form of any
_NO_FORMS = frozenset(listed("bodies.no_forms"))
#: what is of a body and yet another one: its council, its union, its hospital
_OTHERS = tuple(
    word
    for words in ("candidates.parts", "candidates.unions", "candidates.union_parts", "bodies.houses")
    for word in listed(words)
)


def is_called(last: str, ending: str) -> bool:
    """Whether a body of that name is called again by the ending: 대 of 달빛대 and 달빛대학교."""
    return last.endswith(ending) or (ending == _COLLEGE and last.endswith(_UNIVERSITY))


def forms(lasts: Sequence[str], stems: Iterable[str], known: Names) -> dict[str, tuple[str, ...]]:
    """Each name with the nouns that mean it: a noun that two bodies share (저축은행) means neither."""
    near: dict[str, list[str]] = {}
    for stem in stems:
        if len(stem) > 1 and stem not in known.false_names:
            near.setdefault(stem[-1], []).append(stem)
            near.setdefault(stem[:2], []).append(stem)
    found = {
        last: [
            stem
            for stem in dict.fromkeys((*near.get(last[-1:], ()), *near.get(last[:2], ())))
            if stem != last and _is_form(stem, last, known)
        ]
        for last in lasts
    }

    def is_own(last: str, stem: str) -> bool:
        others = [other for other, several in found.items() if other != last and stem in several]
        return all(last in found[other] or other in found[last] for other in others)

    return {last: (last, *(stem for stem in several if is_own(last, stem))) for last, several in found.items()}


def _is_form(stem: str, last: str, known: Names) -> bool:
    short, full = sorted((stem, last), key=len)
    if full in (known.full(short), known.ministries.get(short)):
        return True
    if short.endswith(_COLLEGE) and full == short.removesuffix(_COLLEGE) + _UNIVERSITY:
        return True
    listed = short in known.places.places or short in known.national
    if full.endswith(short):
        return len(full) - len(short) >= _TAIL and stem == short and not listed
    if full.startswith(short):
        return (
            stem == short
            and not listed
            and short not in _NO_FORMS
            and standing.nature(short) in _NAMES
            and not full.endswith(_OTHERS)
        )
    if any(short.endswith(end) and short[: -len(end)] + long == full for end, long in _LONG_ENDS.items()):
        return True
    return (len(short) >= _CUT and standing.is_cut_of(short, full)) or is_form_of(short, full, known)


class Holding:
    """The figures of the sentences ``body``, by the names in ``forms``; ``tails`` are other words that mean one."""

    def __init__(
        self, body: Iterable[Sentence], forms: Mapping[str, tuple[str, ...]], known: Names, tails: Mapping[str, str]
    ) -> None:
        self.forms, self.again = forms, known.again
        meant = {stem: last for last, several in reversed(list(forms.items())) for stem in several}
        self.tails = {**tails, **meant, **{last: last for last in forms}}
        self.held, self.strict, self.whole = Counter[str](), Counter[str](), 0
        current: str | None = None
        for sentence in body:
            figures = sum(mention.kind not in ("date", "time") for mention in sentence.mentions)
            led = self._led(sentence.words, current)
            current = led or current
            self.whole += figures
            if current is not None:
                self.held[current] += figures
            if led is not None:
                self.strict[led] += figures

    def _led(self, words: tuple[Word, ...], current: str | None) -> str | None:
        """The first name that the sentence speaks of, by itself, by who speaks for it, or by what the article calls it again."""
        for index, word in enumerate(words):
            if word.role != "noun" or word.particle not in _LEADS:
                continue
            named = self._whose(words, index) or self._named(word)
            if named is not None:
                return named
            if word.stem in self.again:
                return self._meant(word.stem, current)
        return None

    def _named(self, word: Word) -> str | None:
        named = self.tails.get(word.stem)
        return named if named in self.forms else None

    def _whose(self, words: tuple[Word, ...], index: int) -> str | None:
        """The name that one who works there is told with: 달빛모금회 사무처장이, 달빛모금회 나무별 회장은."""
        for before in words[max(index - 2, 0) : index][::-1] if words[index].stem in _STAFF else ():
            if before.role != "noun" or before.particle:
                return None
            named = self._named(before)
            if named is not None:
                return named
        return None

    def _meant(self, stem: str, current: str | None) -> str | None:
        ending = self.again[stem]
        if current is not None and is_called(current, ending):
            return current
        return next((last for last in self.forms if ending and is_called(last, ending)), current)

    def facts(self, last: str, kind: str) -> Iterator[str]:
        """The share that the name holds, and how it stands beside the greatest."""
        for way, counts in (("held", self.held), ("strict", self.strict)):
            most = max(counts.values(), default=0)
            own = sum(counts[form] for form in self.forms[last] if form in counts)
            share = own * _STEPS // max(self.whole, 1)
            place = "none" if not own else "most" if own >= most else "less"
            yield f"{way}{share}"
            yield f"{way}{share}|{kind}"
            yield f"{way} {place}|{kind}"
            yield f"{way} {place}{share}of{min(len(counts), 3)}"
