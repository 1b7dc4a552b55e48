"""How a sentence uses the name of a body: as what it speaks of, as a mere scene, as who only gave the papers; and an article.

Each function looks at the word of one number among the words of its sentence, ``Course`` at all sentences of a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...korean.particles import AT, FROM, GENITIVE, TOPIC, TOPIC_OR_SUBJECT, UNTIL
from ...korean.tokens import Sentence, Word
from ...korean.word_lists import pattern
from ...korean.word_lists import words as listed

_OF_STAFF = frozenset(listed("candidates.of_staff"))
#: what was done with papers that tell of others
_GIVEN, _PAPERS = frozenset(listed("candidates.given")), frozenset(listed("candidates.papers"))
_SOME, _GIVES = listed("bodies.some"), listed("bodies.gives")
(_TOO,) = listed("bodies.too")
_SOURCE = pattern("candidates.source")
#: what opens a quotation, ends of the words for what a firm does that stand before its name, units of ranks
_MARKS, _TRADES, _RANKS = frozenset("‘“'\""), listed("bodies.trades"), listed("bodies.ranks")
#: steps in which a share is told, parts of an article, sentences that are its beginning and its end
_STEPS, _PARTS, _ENDS = 4, 3, 2
#: uses up to which they are counted, by themselves and beside a share
_MOST, _FEW = 6, 3
#: sorts of particles; any other and none at all are sorts of their own
_SORTS: dict[str, frozenset[str]] = {
    "topic": frozenset(TOPIC_OR_SUBJECT),
    "genitive": frozenset((GENITIVE,)),
    "scene": frozenset((AT, FROM)),
    "bare": frozenset(("",)),
}


class Named(NamedTuple):
    """A body that a sentence names: the number of its word, its name, how it is used there, and, of a bare one, how the
    nouns that it begins are: 에서 of 달빛구 강당에서, 은 of 달빛군 안 출생아 수는."""

    at: int
    name: str
    use: str
    source: bool
    chain: str = ""


def begins(words: tuple[Word, ...], index: int) -> bool:
    """Whether only times, adverbs, marks or one bare word (정작, 앞서) stand before the word."""
    before = [word for word in words[:index] if word.role not in ("date", "adverb", "mark")]
    return not before or (len(before) == 1 and before[0].role == "noun" and not before[0].particle)


def too(words: tuple[Word, ...], index: int) -> bool:
    """새벽항공 역시: a topic without a particle."""
    return not words[index].particle and index + 1 < len(words) and words[index + 1].text == _TOO


def is_scene(words: tuple[Word, ...], index: int, at: int) -> bool:
    """Whether the name only says where: 유성구의 한 도로에서, 서울에서 강릉까지."""
    following = words[index + 1].text if index + 1 < len(words) else ""
    if words[index].particle == GENITIVE:
        return following in _SOME
    return words[index].particle == FROM and any(word.particle == UNTIL for word in words[index + 1 : at])


def is_giver(words: tuple[Word, ...], index: int) -> bool:
    """Whether the body only gave what somebody else looked at: 문화체육관광부에서 받은 자료를 보면."""
    if index + 1 < len(words) and words[index + 1].text in _OF_STAFF and not words[index].particle:
        return True
    given = words[index].particle in _GIVES and index + 2 < len(words)
    return given and words[index + 1].text in _GIVEN and words[index + 2].stem in _PAPERS


def quotation(words: tuple[Word, ...], at: int) -> tuple[int, int] | None:
    """The word numbers of the double quotation marks around the figure."""
    inside = None
    for index, word in enumerate(words):
        if word.text not in ("“", "”", '"'):
            continue
        if inside is None and word.text != "”":
            inside = index
        elif inside is not None:
            if inside < at < index:
                return inside, index
            inside = None
    return None


def named(sentence: Sentence, bodies: list[tuple[int, str]]) -> list[Named]:
    """The bodies of a sentence with their use: topic, owner, the source that only told the figures."""
    words = sentence.words
    found = []
    for index, name in bodies:
        particle = words[index].particle
        use = "topic" if particle in TOPIC else particle or "bare"
        near = " ".join(word.text for word in words[index : index + 5])
        chain = "" if particle else _chain(words, index)
        found.append(Named(index, name, use, bool(_SOURCE.search(near)), chain))
    return found


def is_introduced(words: tuple[Word, ...], index: int) -> bool:
    """Whether the trade or the rank of a body stands right before its name: 소재업체 달빛밥상은, 2위 달빛커피는."""
    before = words[index - 1] if index else None
    if before is None or before.particle or words[index].role != "noun":
        return False
    ranked = before.mention is not None and before.mention.unit in _RANKS
    return ranked or (before.role == "noun" and before.stem.endswith(_TRADES))


def _chain(words: tuple[Word, ...], index: int) -> str:
    """What stands behind the nouns that a bare name begins: their particle, the figure, or what else ends them."""
    for word in words[index + 1 : index + 6]:
        if word.role != "noun" or word.particle:
            return "topic" if word.particle in TOPIC and word.role == "noun" else word.particle or word.role
    return "end"


def opens(words: tuple[Word, ...], at: int) -> bool:
    """Whether only marks, numbers and dates stand before the word: ▲서구: 9300개, the name at the head of a table's row."""
    return all(word.role in ("mark", "date", "figure") for word in words[:at])


def verbs(words: tuple[Word, ...], index: int, at: int) -> int:
    """How many clauses end between the body and the figure, up to two."""
    return min(sum(word.role == "verb" for word in words[min(index, at) + 1 : max(index, at)]), 2)


def clause(words: tuple[Word, ...], index: int, at: int, kind: str) -> Iterator[str]:
    """Whether the body is spoken of or only does what a clause says that ends before the figure (감사원이 적정하다고 본 860명),
    and whether its name stands in quotation marks as those of goods and programmes do."""
    between = words[min(index, at) + 1 : max(index, at)]
    spoken = words[index].particle or "bare"
    ended = min(sum(word.role == "modifier" for word in between), 2)
    marked = index > 0 and words[index - 1].text in _MARKS
    yield f"{spoken}ended{ended}"
    yield f"{spoken}ended{ended}verbs{verbs(words, index, at)}"
    yield f"{spoken}|{kind}"
    yield f"marked{marked:d}"
    yield f"marked{marked:d}|{kind}"


class Course:
    """Through how much of an article each name of ``forms`` goes, in any form, and by which particles.

    A body that only gives a statement stands in one paragraph, a place of an event behind 에서; the body that the article is
    about is a topic again and again, in its beginning, its midst and its end.
    """

    def __init__(self, body: Sequence[Sentence], forms: Mapping[str, Iterable[str]]) -> None:
        meant: dict[str, list[str]] = {}
        for last, several in forms.items():
            for form in dict.fromkeys(several):
                meant.setdefault(form, []).append(last)
        self.size, self.paragraphs = len(body), [sentence.paragraph for sentence in body]
        self.whole = max(len(set(self.paragraphs)), 1)
        self.particles: dict[str, list[str]] = {last: [] for last in forms}
        self.places: dict[str, set[int]] = {last: set() for last in forms}
        for number, sentence in enumerate(body):
            for word in sentence.words:
                for last in meant.get(word.stem, ()) if word.role == "noun" else ():
                    self.particles[last].append(word.particle)
                    self.places[last].add(number)
        self.most = max(map(len, self.places.values()), default=0)

    def facts(self, last: str, kind: str) -> Iterator[str]:
        """How often the name is said and how, for a name of that kind, and where."""
        yield from self._uses(self.particles[last], kind)
        yield from self._where(self.places[last], kind)

    def _uses(self, particles: list[str], kind: str) -> Iterator[str]:
        uses = len(particles)
        yield f"uses{min(uses, _MOST)}"
        yield f"uses{min(uses, _MOST)}|{kind}"
        counts = {sort: sum(particle in several for particle in particles) for sort, several in _SORTS.items()}
        counts["other"] = uses - sum(counts.values())
        for sort, count in counts.items():
            share = count * _STEPS // uses if uses else -1
            yield f"as {sort}{share}|{min(uses, _FEW)}"
            yield f"as {sort}{share}|{kind}"

    def _where(self, places: set[int], kind: str) -> Iterator[str]:
        parts = len({number * _PARTS // self.size for number in places})
        paragraphs = len({self.paragraphs[number] for number in places}) * (_STEPS + 1) // self.whole
        begins, ends = any(n < _ENDS for n in places), any(n >= self.size - _ENDS for n in places)
        sentences = len(places) * (_STEPS + 1) // max(self.most, 1)
        for told in (
            f"parts{parts}",
            f"paragraphs{min(paragraphs, _STEPS)}",
            f"begins{begins:d}ends{ends:d}",
        ):
            yield told
            yield f"{told}|{kind}"
        yield f"sentences{min(sentences, _STEPS)}|{kind}"
