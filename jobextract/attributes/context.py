"""Noun phrases around a figure: what counts as one, where it begins and ends, and the word lists that decide it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import msgspec

from ..korean import noun_check
from ..korean.particles import PER
from ..korean.tokens import Sentence, Word
from ..korean.word_lists import pattern, regex_pattern, words
from ..model import Mention
from ..rulebook.loader import Rulebook
from . import gazetteer

_SAME = words("phrases.same")
_ENDS = words("phrases.ends")
_DROPPED = words("phrases.dropped")
_AND = words("phrases.and")
(_LATELY,) = words("phrases.lately")
(_ETC,) = words("phrases.etc")
_AMONG, _DISTRICTS = frozenset(words("items.among")), frozenset(words("phrases.districts"))
(_BY,) = words("phrases.by")

#: words of a noun phrase
LONGEST = 5
REGIONS = words("phrases.regions")
QUOTES = frozenset("'\"‘’“”「」『』《》〈〉<>")
DEED = regex_pattern("phrases.deed")
_NUMERAL = frozenset(words("phrases.numeral"))
_SCRAPS = frozenset(words("phrases.scraps"))
_OPENERS, _CLOSERS = frozenset("‘“「『《〈"), frozenset("’”」』》〉")
#: words of a title between quotation marks
_TITLE = 8
#: brackets over which a phrase goes on, and the words that one may hold
_OPENED, _CLOSED, _INSIDE = "(", ")", 6
_SPANS = frozenset(words("phrases.spans"))
_NATIVE = frozenset(words("phrases.native"))
_BARE = pattern("phrases.bare")
_ASIDE = re.compile(r"\s?\([^()]*\)(?=\s)")
_BLANK = re.compile(r"\s+")
_SCRAP = pattern("phrases.scrap")
_VERBAL = pattern("phrases.verbal")
_OF_SO_MANY = frozenset(words("phrases.of_so_many"))
_LAST = pattern("phrases.last")
_SPANNED, (_HEADS,), _BOUNDS = frozenset(("duration", "measure")), words("phrases.heads"), words("phrases.bounds")
_BOUNDED = pattern("phrases.bounded")
_BEFORE_NOUNS = frozenset(words("phrases.before_nouns"))


class Lexicon(msgspec.Struct, frozen=True):
    """The word lists of ``[tables.items]`` and the names of bodies (municipalities, companies), which are never items."""

    events: frozenset[str]
    generic: frozenset[str]
    places: frozenset[str]
    degrees: frozenset[str]
    agents: frozenset[str]
    short: frozenset[str]
    things: frozenset[str]
    never: frozenset[str]
    groups: frozenset[str]
    towns: frozenset[str]


@lru_cache(maxsize=8)
def lexicon(rulebook: Rulebook) -> Lexicon:
    table = rulebook.tables["items"]
    names = ("events", "generic", "places", "degrees", "agents", "short", "things", "never", "groups")
    return Lexicon(**{name: frozenset(table[name].split()) for name in names}, towns=_towns(rulebook))


def _towns(rulebook: Rulebook) -> frozenset[str]:
    """Short names of municipalities: common nouns many of them (양산, 고령), so they count as places only in a list."""
    return frozenset(name for name in gazetteer.gazetteer(rulebook).places if len(name) > 1)


class Surroundings(msgspec.Struct, frozen=True):
    """What a figure stands in: the text, the sentence, its place there, word lists, and names of bodies."""

    text: str
    sentence: Sentence
    at: int
    lexicon: Lexicon
    is_body: Callable[[str], bool]

    @property
    def words(self) -> tuple[Word, ...]:
        return self.sentence.words

    @property
    def figure(self) -> Word:
        return self.sentence.words[self.at]


def is_generic(item: str | None, lexicon: Lexicon) -> bool:
    """Whether the phrase names nothing countable by itself: 목표, 실적, 연도별 목표."""
    return item is not None and all(word in lexicon.generic or word.endswith(_BY) for word in item.split())


def phrase(near: Surroundings, last: int, stop: int = -1) -> str | None:
    """The noun phrase that ends with the word at ``last``, without the particle of that word."""
    words = near.words
    first = max(_title_of(words, last), stop + 1)
    while first - 1 > stop and last - first < LONGEST - 1:
        before = _over_aside(words, first - 1)
        if before <= stop or not _continues(near, before):
            break
        first = before
    whole = words[last].stem in near.lexicon.places or words[last].stem.endswith(REGIONS)
    while first < last and (
        words[first].role == "mark"
        or (_droppable(near, words[first]) and not whole)
        or noun_check.is_adnominal(words[first])
    ):
        first += 1
    if first < last and words[first].text in _SPANS and first and words[first - 1].text in _SAME:
        first += 1
    if first == last and last > 1 and words[last].stem in _OF_SO_MANY and _is_counted(words[last - 1]):
        thing = clean(near, last - 2, last - 2) if words[last - 2].role == "noun" else None
        return f"{thing} {words[last].stem}" if thing else words[last].stem
    return clean(near, first, last)


def _over_aside(words: tuple[Word, ...], index: int) -> int:
    """The word before a bracket that is glued to it and tells no figure, where one closes here: 외국인직접투자(FDI) 유치."""
    if words[index].text != _CLOSED:
        return index
    opened = next((at for at in range(index - 1, max(index - _INSIDE, 0), -1) if words[at].text == _OPENED), 0)
    inside = words[opened + 1 : index]
    glued = opened > 0 and words[opened - 1].end == words[opened].start
    return opened - 1 if glued and all(word.role != "figure" for word in inside) else index


def first_of(words: tuple[Word, ...], last: int, text: str) -> int:
    """The word that the phrase begins with which ends with the word at ``last``."""
    first = last
    for _ in range(text.count(" ")):
        first = _over_aside(words, max(0, first - 1))
    return first


def _is_counted(word: Word) -> bool:
    """마른김 열 장 값: so many, of which the price or the weight is told."""
    return word.role == "figure" and not word.particle and word.said.kind in ("count", "measure")


def _title_of(words: tuple[Word, ...], last: int) -> int:
    """Where a title in quotation marks begins that ends with the word: 특별전 ‘바다를 건넌 배’에는."""
    if last + 1 >= len(words) or words[last + 1].text not in _CLOSERS:
        return last
    opened = next((i for i in range(last - 1, max(last - _TITLE, -1), -1) if words[i].text in _OPENERS), last)
    verbal = any(word.role in ("verb", "modifier") or word.particle for word in words[opened + 1 : last])
    return opened if opened < last and verbal else last


def _continues(near: Surroundings, index: int) -> bool:
    """Whether the word belongs to the noun phrase on its right."""
    word = near.words[index]
    per = (
        word.text.endswith(PER)
        and word.text[:-1].isalpha()
        and not (index and near.words[index - 1].text[-1] in _NUMERAL)
    )
    if word.role == "noun" or word.text in _BEFORE_NOUNS or per:
        return not word.particle and not ends_list(near.words, index) and noun_check.is_part(word)
    if word.text in _AND or word.text in QUOTES:
        return index > 0 and near.words[index - 1].role == "noun" and not near.words[index - 1].particle
    return word.role == "figure" and not word.particle and _says_which(word.said)


def _says_which(mention: Mention) -> bool:
    """Whether a figure says which ones are counted: 20대 인구, 36시간 미만 취업자, 85㎡ 이하 아파트, 5인 미만 사업장."""
    if mention.kind == "age":
        return True
    return (mention.kind in _SPANNED or mention.unit == _HEADS) and mention.text.endswith(_BOUNDS)


def without_bound(item: str, near: Surroundings) -> str:
    """What the figure counts without a bound that is another's (85㎡ 이하 아파트, 40㎡ 이하는 2만채) or is the figure itself."""
    bounds = (word.said for word in reversed(near.words[: near.at + 1]) if word.role == "figure")
    own = next((said for said in bounds if said.kind != "age" and _says_which(said)), None)
    match = _BOUNDED.match(item) if own is not None else None
    kept = f" {' '.join(own.text.split())} " if own is not None and own is not near.figure.said else None
    while match is not None and not (kept and kept in f" {item} "):
        item = match["rest"]
        match = _BOUNDED.match(item)
    return item


def ends_list(words: tuple[Word, ...], index: int) -> bool:
    return words[index].text in _ENDS


def _droppable(near: Surroundings, word: Word) -> bool:
    """A name of a body, a bare 'this' or a scrap in front of the phrase does not belong to what is counted."""
    if word.stem in _SCRAPS:
        return True
    return word.text in _DROPPED or near.is_body(word.stem)


def clean(near: Surroundings, first: int, last: int) -> str | None:
    """The words from ``first`` to ``last`` as a noun phrase, None where they are none; worked out once a sentence."""
    kept, key = near.sentence.kept, (first, last)
    if key not in kept:
        kept[key] = _cleaned(near, first, last)
    found: str | None = kept[key]
    return found


def _cleaned(near: Surroundings, first: int, last: int) -> str | None:
    words = near.words
    for i in range(first, last):
        if words[i].text in _NATIVE and len(words[i + 1].stem) == 1:
            return clean(near, first, i - 1) if i > first else None
    head = words[last]
    if head.role not in ("noun", "figure") or near.is_body(head.stem) or not noun_check.is_head(head):
        return None
    if len(head.stem) == 1 and first == last and head.stem not in near.lexicon.short and not _is_spoken_of(words, last):
        return None
    aged = head.role == "figure" and head.said.kind == "age"
    if (_BARE.fullmatch(head.stem) and not aged) or head.stem == _LATELY:
        return None
    if first < last and (head.stem == _ETC or (head.stem in _AMONG and head.particle)):
        return clean(near, first, last - 1)
    end = head.start + len(head.stem) if head.role == "noun" else head.said.end
    raw = near.text[words[first].start : end]
    kept = _BLANK.sub(" ", "".join(c for c in raw if c not in QUOTES)).strip(" ·‧∙ㆍ․-~∼/")
    return _tidied(kept, near.lexicon)


def _is_spoken_of(words: tuple[Word, ...], index: int) -> bool:
    """Whether a word of one syllable is a noun of its own (몫은, 7개 면에는), not what is left of a counter (84㎡ 형은, 20만원 선이)."""
    before = words[index - 1] if index else None
    if before is not None and before.role == "figure":
        return words[index].stem in _DISTRICTS and before.said.kind == "count" and not before.particle
    return noun_check.is_topic(words[index])


def _tidied(item: str, lexicon: Lexicon) -> str | None:
    """The phrase without a scrap of the word before it (급, 짜리, a connective verb), or None where its head is a scrap."""
    item = _SCRAP.sub("", _ASIDE.sub("", item) if "(" in item else item)
    head = item.rsplit(" ", 1)[-1]
    scrap = not item or head in lexicon.never or _LAST.match(head) or _VERBAL.search(item) or noun_check.is_clause(item)
    return None if scrap else item
