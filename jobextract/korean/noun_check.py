"""Whether the word that a phrase ends with is a noun at all: a verb's stem, an adverb or a modifier counts nothing.

Endings settle nearly every word; the forms that a noun and a verb share are shown to the analyser, once each.
"""

from __future__ import annotations

from functools import lru_cache

from . import morphology
from .syllables import L, N, ending_in, final_consonant
from .tokens import HOMOGRAPHS, Word
from .word_forms import WHOLE
from .word_lists import pattern, regex_pattern, texts, words

_BARE = regex_pattern("word_forms.bare")
#: stems in front of what is a particle behind a noun and an ending behind a verb: 떠안은, 굴리는, 살아도, 일어나
_STEMS = texts("word_forms.stems")
_TOPICS, _CONDITIONS = words("word_forms.topics"), words("word_forms.conditions")
_ADNOMINAL = frozenset(ending_in(N))
#: the particle of an object behind a consonant and behind a vowel
_OBJECTS = tuple(words("particles.object"))
#: tags of nouns, and of what a noun of several parts ends in when it is taken for a verb or an adverb (배분안, 원부자재사)
_NOUNS, _LIKE_VERBS = frozenset(("NNG", "NNB", "XSN", "ETN")), frozenset(("EF", "EC", "MAG"))
_TOLD = pattern("word_forms.told")
_BOUND = pattern("word_forms.bound", n=ending_in(N), l=ending_in(L))


def is_head(word: Word) -> bool:
    """Whether a phrase may end with the word; figures and marks are judged elsewhere."""
    if word.role != "noun" or word.text in HOMOGRAPHS or word.stem in WHOLE or not _leaves_doubt(word):
        return True
    return _is_nominal(word.text, len(word.stem))


def is_topic(word: Word) -> bool:
    """Whether a word of one syllable is a noun that its clause speaks of: 몫은, 날이."""
    return word.role == "noun" and word.particle in _TOPICS and _is_common(word.text)


@lru_cache(maxsize=512)
def _is_common(form: str) -> bool:
    tokens = morphology.tokens(form)
    return len(tokens) == 2 and tokens[0].tag == "NNG" and tokens[1].tag[0] == "J"


def is_part(word: Word) -> bool:
    """Whether a phrase may hold the word in front of its head; 푸른 and 높아진 may stand there, 주말이면 may not."""
    if word.stem[-1] in _ADNOMINAL and not word.text.endswith(_CONDITIONS):
        return True
    return is_head(word)


def is_adnominal(word: Word) -> bool:
    """Whether what looks like a bare noun is a verb that modifies the next: 합친 수입액; 젊은 says which ones are counted."""
    if word.particle or word.stem[-1] not in _ADNOMINAL or not _BARE.search(word.stem):
        return False
    return _is_verb(word.text)


@lru_cache(maxsize=512)
def _is_verb(form: str) -> bool:
    tokens = morphology.tokens(form)
    return tokens[0].tag == "VV" and tokens[-1].tag == "ETM"


@lru_cache(maxsize=2048)
def really(form: str) -> str:
    """What looks like a noun and its particle is: a ``noun`` as a whole (일반도로, 인허가), a ``verb`` (모자란), or ``both`` parts."""
    tokens = morphology.tokens(form)
    if all(token.tag in ("NNG", "NNP", "XPN", "XSN", "XR") for token in tokens):
        return "noun"
    return "verb" if tokens[0].tag[:2] in ("VV", "VA") and tokens[-1].tag[0] == "E" else "both"


@lru_cache(maxsize=2048)
def is_item(head: str) -> bool:
    """Whether a phrase that ends with the word may be counted: no verb (따내, 빼고), adverb (역시) or particle (이는).

    Alone, many a noun looks like something else to the analyser (아이, 판가, 귀어인); as an object it does not.
    """
    alone = morphology.tokens(head)
    last = alone[-1].tag
    if last[0] in "NXSW" or last in ("ETN", "JKG", "JKS"):
        return last not in ("NP", "XSV", "XSA")
    *before, as_object = morphology.tokens(head + _OBJECTS[not final_consonant(head[-1])])
    if not before or as_object.tag != "JKO" or not before[-1].known:
        return False
    return before[-1].tag in _NOUNS and (len(before) == 1 or (len(alone) > 1 and last in _LIKE_VERBS))


@lru_cache(maxsize=512)
def is_copula(form: str) -> bool:
    """Whether the word is a noun and the copula that joins it to the next: 목표치인, but 노인."""
    return [token.tag for token in morphology.tokens(form)][-2:] == ["VCP", "ETM"]


@lru_cache(maxsize=512)
def told_by_copula(form: str) -> str | None:
    """The noun in front of a copula: 초등학생이었다, 도비였고; None where the word is a verb."""
    tokens = morphology.tokens(form) if _TOLD.search(form) else []
    copula = next((number for number, token in enumerate(tokens) if token.tag == "VCP"), 0)
    nominal = all(token.tag[:2] in ("NN", "XP", "XS", "SL") for token in tokens[:copula])
    stem = form[: tokens[copula].start] if copula and nominal else ""
    return stem if len(stem) > 1 else None


def is_clause(phrase: str) -> bool:
    """Whether the phrase is what is left of a clause: 낮출 수, 줄어들 것, 문을 연 지."""
    match = _BOUND.search(phrase)
    return match is not None and _modifies(match[0])


@lru_cache(maxsize=512)
def _modifies(form: str) -> bool:
    """Whether the word in front of the bound noun is a verb: 낮출 수, but 마을 수."""
    return any(token.tag == "ETM" for token in morphology.tokens(form)[-2:-1])


def _leaves_doubt(word: Word) -> bool:
    if not word.particle:
        return bool(_BARE.search(word.stem))
    return word.stem[-1] in _STEMS.get(word.particle, "")


@lru_cache(maxsize=512)
def _is_nominal(form: str, length: int) -> bool:
    """Whether the morpheme that the stem of this length ends in is no verb's, ending's or adverb's."""
    tokens = morphology.tokens(form)
    last = next((number for number, token in enumerate(tokens) if token.start < length <= token.end), 0)
    copula = last > 0 and tokens[last].tag == "ETM" and tokens[last - 1].tag == "VCP"
    if tokens[last].tag == "ETN" or copula:
        return True
    return tokens[last].tag[0] not in "VE" and tokens[last].tag not in ("MAG", "JKB") and tokens[0].tag != "MAG"
