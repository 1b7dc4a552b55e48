"""What the clause of a figure and the figures beside it say of its status: facts for the learned opinion.

Of what kind the words are that it hangs on, with the tense of the verbs behind it, but for the last of what is reported (그칠 것으로
내다봤다); the words of aim with the particle that they bear (목표는, 목표를, 목표에) and how many verbs and figures lie between; by what words
the figure is joined to the next of its measure (8만가구를 계획했으나 2만가구); signs beside it; what it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...korean import word_classes
from ...korean.particles import TOPIC_OR_SUBJECT
from ...korean.syllables import L, N, final_consonant
from ...korean.tokens import Word
from ...korean.word_forms import is_past
from ...korean.word_lists import pattern, words
from ..figure import Figure

_AIM = pattern("clause_facts.aim")
_SAYS = words("clause_facts.says")
_TO_COME = words("clause_facts.to_come")
_JOINT = pattern("clause_facts.joint")
_MOVED_FROM, _MOVED_TO = pattern("clause_facts.moved_from"), pattern("clause_facts.moved_to")
_QUOTE = pattern("clause_facts.quote")
#: words of aim that are read on either side
MOST = 3


def facts(draft: Figure, text: str, rule: str) -> Iterator[str]:
    """The facts of one figure."""
    yield from _kinds(draft, chain(draft))
    yield from _aims(draft, text)
    yield from _joined(draft, text, rule)
    yield from _row(draft, text, rule)
    item = (draft.item or "").split()
    if item and not any(map(str.isdecimal, item[-1])):
        yield f"item={item[-1]}"
        yield f"item={item[-1][-2:]}|{rule}"


def chain(draft: Figure) -> list[Word]:
    """The verbs and modifiers behind the figure, without those that only say who told it."""
    told = [w for w in draft.sentence.words[draft.at + 1 :] if w.role in ("verb", "modifier")]
    while len(told) > 1 and told[-1].text.startswith(_SAYS):
        told.pop()
    return told


def tense(word: Word) -> str:
    """The tense that the ending of a verb or modifier shows."""
    return _tense(word.text, word.role)


@lru_cache(maxsize=4096)
def _tense(form: str, role: str) -> str:
    if any(sign in form for sign in _TO_COME):
        return "will"
    if is_past(form):
        return "past"
    final = final_consonant(form[-1])
    if role == "modifier":
        return "shall" if final == L else "did" if final == N else "mod"
    return form[-1:]


def _kinds(draft: Figure, verbs: Sequence[Word]) -> Iterator[str]:
    """Of what kind the words are that the figure hangs on, for a word that was never seen is used as others of its class are."""
    spoken = draft.sentence.words
    topic = next((w for w in reversed(spoken[: draft.at]) if w.role == "noun" and w.particle in TOPIC_OR_SUBJECT), None)
    led = next((w for w in reversed(spoken[: draft.at]) if w.role in ("modifier", "verb")), None)
    behind = spoken[draft.at + 1] if draft.at + 1 < len(spoken) else None
    if verbs and (kind := word_classes.of_verb(verbs[0].text)):
        yield f"class:does={kind}"
        yield f"class:does={kind}|{tense(verbs[0])}"
    if verbs and (kind := word_classes.of_verb(verbs[-1].text)):
        yield f"class:ends={kind}|{tense(verbs[-1])}"
    if led is not None and (kind := word_classes.of_verb(led.text)):
        yield f"class:led={kind}|{tense(led)}"
    if topic is not None and (kind := word_classes.of_noun(topic.stem)):
        yield f"class:of={kind}"
    if behind is not None and behind.role == "noun" and (kind := word_classes.of_noun(behind.stem)):
        yield f"class:then={kind}"


def _aims(draft: Figure, text: str) -> Iterator[str]:
    """Words of aim in the sentence, nearest first, with what lies between them and the figure."""
    start, end = draft.sentence.start, draft.sentence.end
    led = [*_AIM.finditer(text, start, draft.mention.start)][::-1]
    for name, found in (("<", led), (">", [*_AIM.finditer(text, draft.mention.end, end)])):
        for number, match in enumerate(found[:MOST]):
            verbs, figures = _between(draft, match.start())
            yield f"aim{name}{match[0]}|{verbs}"
            if not number:
                yield f"aim{name}{match[0]}|{draft.word.particle}|{figures}"
                yield f"aim{name}{match[1]}|{draft.verdict.cue}"


def _between(draft: Figure, place: int) -> tuple[int, int]:
    """How many verbs, and how many figures in its measure, stand between the figure and a place of its sentence."""
    low, high = min(place, draft.mention.start), max(place, draft.mention.start)
    verbs = figures = 0
    for word in draft.sentence.words:
        if not low <= word.start < high or word is draft.word:
            continue
        verbs += word.role in ("verb", "modifier")
        figures += word.role == "figure" and (word.said.kind, word.said.unit) == (
            draft.mention.kind,
            draft.mention.unit,
        )
    return min(verbs, 2), min(figures, 2)


def _joined(draft: Figure, text: str, rule: str) -> Iterator[str]:
    """By what the figure is joined to the one of its measure before and behind it in the sentence."""
    sentence = draft.sentence
    alike = [
        at
        for at, word in enumerate(sentence.words)
        if word.role == "figure" and (word.said.kind, word.said.unit) == (draft.mention.kind, draft.mention.unit)
    ]
    here = alike.index(draft.at) if draft.at in alike else -1
    for name, place in (("to", here + 1), ("from", here - 1)):
        if here < 0 or not 0 <= place < len(alike):
            yield f"{name}=none|{rule}"
            continue
        one, other = sorted((draft.at, alike[place]))
        left, right = sentence.words[one], sentence.words[other]
        between = sentence.words[one + 1 : other]
        verb = next((w for w in reversed(between) if w.role in ("verb", "modifier")), None)
        joint = _JOINT.search(text, left.said.end, right.start)
        told = f"{verb.text[-2:]}" if verb else "none"
        yield f"{name}={left.particle}|{told}"
        yield f"{name}={left.particle}|{right.particle}|{rule}"
        yield f"{name}={left.particle}|{joint[0].strip() if joint else ''}"
        yield f"{name}={joint[0].strip() if joint else ''}|{rule}"
        if _MOVED_FROM.match(text[left.said.end : right.start]) and _MOVED_TO.match(
            text[right.said.end : sentence.end]
        ):
            yield from (f"moved:{name}", f"moved:{name}|{rule}", f"moved:{name}|{draft.verdict.cue}")


def _row(draft: Figure, text: str, rule: str) -> Iterator[str]:
    """Signs beside the figure, and whether somebody is quoted."""
    start, end = draft.sentence.start, draft.sentence.end
    left = text[max(start, draft.mention.start - 4) : draft.mention.start]
    right = text[draft.mention.end : min(end, draft.mention.end + 4)]
    yield f"signs={left.strip()[-1:] if not left.strip()[-1:].isalnum() else ''}|{right.strip()[:1] if not right.strip()[:1].isalnum() else ''}|{rule}"
    if _QUOTE.search(text[start : draft.mention.start]) and _QUOTE.search(text[draft.mention.end : end]):
        yield f"quoted|{rule}"
