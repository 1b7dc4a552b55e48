"""Closed lists of Korean word forms, from ``rules/words/word_forms.toml``: endings of verbs and modifiers, adverbs, and
nouns that only look inflected.

They are grammar rather than rules about figures: ``tokens`` reads them to tell the nouns around a figure from the rest.
"""

from __future__ import annotations

from .syllables import SS, N, closed, ending_in
from .word_lists import pattern, words

#: syllables that end the stem of a past tense: 했, 늘었, 나눴; 있 and 겠 have the same final and are no past
PAST = "".join(syllable for syllable in ending_in(SS) if syllable not in words("word_forms.no_past"))

_PAST_SET = frozenset(PAST)


def is_past(word: str) -> bool:
    """Whether a verb is told in the past tense: ㅆ closes one of its last four syllables (했다, 늘었습니다)."""
    return not _PAST_SET.isdisjoint(word[-4:])


WHOLE = frozenset(words("word_forms.whole"))
ADVERBS = frozenset(words("word_forms.adverbs"))
LIKE_VERBS = pattern("word_forms.like_verbs")
LIKE_PARTICLES = pattern("word_forms.like_particles")
VERB = pattern("word_forms.verb", past=f"[{PAST}]", n=ending_in(N))
MODIFIER = pattern("word_forms.modifier", closed=closed())
