"""Classes of words that are used alike: 수출 and 수입, 부산 and 대구, 늘었다 and 줄었다.

``rules/words/classes.txt`` holds them, made from the analyser's language model by ``python -m training.word_classes``. A class
is named after its commonest word.
"""

from __future__ import annotations

from functools import lru_cache

from .syllables import L, N, final_consonant
from .word_lists import folder, regex_pattern, texts

#: what begins the line of a class of nouns, and of verbs
NOUN, VERB = "noun", "verb"
#: vowels of a stem and its ending that became one syllable, by their number in Unicode's order, and the stem's own: 졌 is 지,
#: 왔 is 오, 줬 is 주, 됐 is 되, 했 is 하
_OWN = {6: 20, 9: 8, 14: 13, 10: 11, 1: 0}
_FIRST, _FINALS, _VOWELS = 0xAC00, 28, 21
_DOUBLED = texts("word_forms.doubled")
_OF_NOUN = regex_pattern("phrases.deed")
#: syllables that no listed word has more of
_LONGEST = 12


@lru_cache(maxsize=1)
def _classes() -> dict[str, dict[str, str]]:
    """The name of the class of each word, by sort."""
    found: dict[str, dict[str, str]] = {NOUN: {}, VERB: {}}
    for line in (folder() / "words" / "classes.txt").read_text(encoding="utf-8").splitlines():
        sort, *words = line.split()
        if sort in found:
            found[sort].update(dict.fromkeys(words, words[0]))
    return found


def is_noun(word: str) -> bool:
    """Whether the word is itself one of the nouns that have a class."""
    return word in _classes()[NOUN]


@lru_cache(maxsize=8192)
def of_noun(word: str) -> str | None:
    """The class of a noun: its own, or that of the longest known word of two syllables at least that it ends in."""
    nouns = _classes()[NOUN]
    if word in nouns:
        return nouns[word]
    return next(
        (nouns[word[at:]] for at in range(max(1, len(word) - _LONGEST), len(word) - 1) if word[at:] in nouns), None
    )


@lru_cache(maxsize=8192)
def of_verb(form: str) -> str | None:
    """The class of a verb as it is written: of its noun (지급했다), or of the longest known stem it begins with (늘었다, 숨졌다)."""
    made = _OF_NOUN.match(form)
    name = of_noun(made[1]) if made else None
    if name is not None:
        return name
    verbs = _classes()[VERB]
    for stop in range(min(len(form), _LONGEST), 0, -1):
        name = next((verbs[stem] for stem in _stems(form[:stop]) if stem in verbs), None)
        if name is not None:
            return name
    return None


def _stems(written: str) -> list[str]:
    """Stems that may be written so: without a final consonant or vowel that is the ending's, with the ㄹ that fell out."""
    front, last = written[:-1], written[-1]
    final = final_consonant(last)
    if final is None:
        return []
    initial, vowel = divmod((ord(last) - _FIRST) // _FINALS, _VOWELS)
    open_ones = [chr(_FIRST + (initial * _VOWELS + one) * _FINALS) for one in (vowel, _OWN.get(vowel, vowel))]
    fallen = [chr(ord(open_ones[0]) + L)] if final in (0, N) else []
    own = _DOUBLED.get(open_ones[0]) if front and final_consonant(front[-1]) == L else None
    doubled = [f"{front[:-1]}{chr(ord(front[-1]) - L)}{own}"] if own else []
    return [*(front + syllable for syllable in (last, *open_ones, *fallen)), *doubled]
