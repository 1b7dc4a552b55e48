"""Particles: what is taken off an eojeol to reach its noun, from ``rules/words/particles.toml``."""

from __future__ import annotations

from .syllables import L, final_consonant
from .word_forms import WHOLE
from .word_lists import texts, words

#: the longest first: the first that fits is taken off
PARTICLES = words("particles.all")
IS_PARTICLE = frozenset(PARTICLES)
_LONGEST = max(map(len, PARTICLES))
TOPIC = frozenset(words("particles.topic"))
SUBJECT = frozenset(words("particles.subject"))
OBJECT = frozenset(words("particles.object"))
PLACE = frozenset(words("particles.place"))
#: 은 는, 이 가, and all four
TOPIC_MARKS, NOMINATIVE = words("particles.topic_marks"), words("particles.nominative")
TOPIC_OR_SUBJECT = (*TOPIC_MARKS, *NOMINATIVE)
DIRECTION, DIRECTION_TOPIC = words("particles.direction"), words("particles.direction_topic")
WITH = words("particles.with")
_ONE = {role: form for form, role in texts("particles.single").items()}
GENITIVE, ACCUSATIVE, THAN = _ONE["genitive"], _ONE["accusative"], _ONE["than"]
#: 보다, alone and marked: 목표보다는
ANY_THAN = (*words("particles.than_marked"), THAN)
ALSO, AT, FROM, UNTIL = _ONE["also"], _ONE["at"], _ONE["from"], _ONE["until"]
#: what a figure's particle is where a copula ends or joins a clause, where one modifies the next noun, or 당 follows
COPULA, MODIFIES, PER = _ONE["copula"], _ONE["modifies"], _ONE["per"]
_AFTER_CONSONANT = frozenset(words("particles.after_consonant"))
_AFTER_VOWEL = frozenset(words("particles.after_vowel"))
_AFTER_L, _NOT_AFTER_L = words("particles.after_l"), words("particles.not_after_l")


def split_particle(word: str) -> tuple[str, str]:
    """``(noun, particle)``; the particle is empty where the last syllables belong to the noun."""
    if word[:-1] in WHOLE and word[-1] in IS_PARTICLE and _allows(word[:-1], word[-1]):
        return word[:-1], word[-1]
    for size in range(min(_LONGEST, len(word) - 1), 0, -1):
        stem, particle = word[:-size], word[-size:]
        if particle in IS_PARTICLE and _allows(stem, particle):
            return stem, particle
    return word, ""


def _allows(stem: str, particle: str) -> bool:
    """Whether the sound before it lets the particle stand: 은 after a consonant, 는 after a vowel, 로 after a vowel or ㄹ."""
    final = final_consonant(stem[-1])
    if final is None:
        return True
    if particle in _AFTER_CONSONANT:
        return bool(final) and not (particle.startswith(_NOT_AFTER_L) and final == L)
    if particle in _AFTER_VOWEL:
        return not final or (particle.startswith(_AFTER_L) and final == L)
    return True
