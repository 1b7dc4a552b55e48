"""The companies, universities and teams of an article that no list knows: names that its sentences tell figures of.

오리온은 …, 아시아나항공 역시 …, 한국타이어의 영업이익, 연체율은 새벽금융 0.25%: a noun that begins a clause, bearing a topic's particle, is one
where the analyser knows a proper name in it or does not know the word at all; a member of a list, where its name ends
like an institution's. Read only in articles about business, universities or sport, which are few: it needs the analyser.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...korean import morphology
from ...korean.particles import GENITIVE
from ...korean.tokens import Sentence, Word
from ...korean.word_lists import regex_pattern, words
from . import entities

(_TOO,) = words("bodies.too")
(_CONDITION,) = words("bodies.condition")
(_UNIVERSITY,) = words("bodies.university")

_BUSINESS = regex_pattern("bodies.business")
_GROUPS = regex_pattern("bodies.groups")
_SPORT = regex_pattern("bodies.sport")
_SCHOOLS = regex_pattern("bodies.schools")
_TOPICS = frozenset(words("bodies.topics"))
_LEADS = frozenset(words("bodies.leads"))
_KINDS = words("bodies.kinds")
_MEASURED = regex_pattern("bodies.measured")
_OPENS = regex_pattern("bodies.opens")


def find(sentences: Sequence[Sentence], text: str, known: entities.Names) -> frozenset[str]:
    """The names that an article's sentences speak of, by their stems."""
    if not sentences:
        return frozenset()
    first, last = sentences[0].start, sentences[-1].end
    sport, schools = _SPORT.search(text, first, last), _SCHOOLS.search(text, first, last)
    if not (sport or schools or _BUSINESS.search(text, first, last)):
        return frozenset()
    found: set[str] = set()
    for sentence in sentences:
        business = _BUSINESS.search(text, sentence.start, sentence.end)
        if not (business or sport or schools or sentence.mentions):
            continue
        for index, word in enumerate(sentence.words):
            if not _may_be_name(word, known) or word.stem in found:
                continue
            if (
                _is_one(sentence.words, index, known, bool(business or sport))
                or (sport and _is_team(sentence.words, index, known))
                or (schools and word.particle in (*_LEADS, "") and is_university(word.stem))
            ):
                found.add(word.stem)
    return frozenset(found)


def _may_be_name(word: Word, known: entities.Names) -> bool:
    if word.role != "noun" or len(word.stem) < 2 or _MEASURED.search(word.stem):
        return False
    stem = word.stem
    return not (
        stem in known.again
        or stem in known.false_names
        or stem in known.places.places
        or stem in known.abroad
        or stem in known.markets
    )


def _is_one(words: tuple[Word, ...], index: int, known: entities.Names, told: bool) -> bool:
    """Whether the place of the word and its form make it a name; ``told``: the sentence speaks of business or of a game."""
    if _introduced(words, index):
        return True
    word = words[index]
    listed = _is_listed(words, index)
    if (word.particle in _LEADS or listed) and _is_institution(word.stem, known):
        return True
    if (word.particle in _TOPICS or listed) and _is_told_by_turns(words, index):
        return True
    too = index + 1 < len(words) and words[index + 1].text == _TOO
    if not too and word.particle not in _LEADS:
        return False
    begins = _begins(words, index)
    return ((begins or too) and told and _is_proper(word.stem)) or (
        (begins or _opens(words, index, known)) and _is_unlisted(word.stem)
    )


def _introduced(words: tuple[Word, ...], index: int) -> bool:
    """1위 업체인 새벽제과: called a company right before its name."""
    return index > 0 and words[index - 1].text in _KINDS


def _is_institution(stem: str, known: entities.Names) -> bool:
    return len(stem) > 3 and stem.endswith(known.institutions)


def _is_told_by_turns(words: tuple[Word, ...], index: int) -> bool:
    """회사별 매출은 누리마트 3조원, 통신사별로는 새벽텔이: a noun of its own where a sentence tells of one company after another."""
    alone = index > 0 and (words[index - 1].role != "noun" or bool(words[index - 1].particle))
    return alone and any(_GROUPS.match(before.text) for before in words[: min(index, 2)])


def _is_listed(words: tuple[Word, ...], index: int) -> bool:
    """새벽금융 0.25%: the bare noun before a figure."""
    return not words[index].particle and index + 1 < len(words) and words[index + 1].role == "figure"


def _begins(words: tuple[Word, ...], index: int) -> bool:
    """Whether only times, adverbs and marks stand before the word."""
    return all(word.role in ("date", "adverb", "mark") or word.text.endswith(_CONDITION) for word in words[:index])


def _opens(words: tuple[Word, ...], index: int, known: entities.Names) -> bool:
    """Whether the word begins a clause: behind a mark, a connective verb, 별로는, or a team's town that does."""
    before = words[index - 1]
    if _in_town(words, index, known):
        if index == 1:
            return True
        before = words[index - 2]
    return before.role in ("mark", "date") or before.particle == GENITIVE or bool(_OPENS.search(before.text))


def _in_town(words: tuple[Word, ...], index: int, known: entities.Names) -> bool:
    return index > 0 and words[index - 1].stem in known.places.places and not words[index - 1].particle


def _is_team(words: tuple[Word, ...], index: int, known: entities.Names) -> bool:
    """부산 너울즈(31만명), 대구 푸른사자가: a proper name behind the name of its town."""
    word, following = words[index], words[index + 1].text if index + 1 < len(words) else ""
    fits = word.particle in _LEADS or following == "(" or _is_listed(words, index)
    if not fits or not _in_town(words, index, known):
        return False
    return any(token.tag not in ("NNG", "XSN", "XPN") or not token.known for token in morphology.tokens(word.stem))


def _is_proper(stem: str) -> bool:
    return any(token.tag in ("NNP", "SL") for token in morphology.tokens(stem))


def _is_unlisted(stem: str) -> bool:
    """A word of three syllables or more that no dictionary lists, whole or as a compound: 도담셀."""
    tokens = morphology.tokens(stem)
    return len(stem) > 2 and len(tokens) == 1 and not tokens[0].known and tokens[0].tag in ("NNG", "NNP")


def is_university(stem: str) -> bool:
    """가온대: neither 확대 nor 공공임대, which the analyser knows whole or as a compound."""
    if len(stem) < 3 or stem[-1] != _UNIVERSITY:
        return False
    last = morphology.tokens(stem)[-1]
    return last.form == _UNIVERSITY or last.tag in ("NNP", "EC", "EF") or not last.known
