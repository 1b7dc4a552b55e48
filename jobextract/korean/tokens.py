"""A sentence as words and figures: eojeols with their particle taken off, told apart by their endings.

Endings settle nearly every eojeol beside a figure, so nothing here loads the morphological analyser. A word is a noun
unless its ending says otherwise; the closed lists below hold the nouns that only look as if they bore an ending.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Literal

import msgspec
import regex

from ..model import Mention, Section
from .word_forms import ADVERBS, LIKE_PARTICLES, LIKE_VERBS, MODIFIER, VERB, WHOLE, final_consonant

Role = Literal["noun", "modifier", "verb", "adverb", "mark", "figure", "date"]

PARTICLES = [
    "에서부터",
    "으로부터",
    "에게서는",
    "한테서",
    "에게서",
    "에서는",
    "에서도",
    "에서만",
    "에게는",
    "에게도",
    "에게만",
    "으로는",
    "으로도",
    "으로만",
    "까지는",
    "까지도",
    "부터는",
    "이라는",
    "이라고",
    "로부터",
    "에선",
    "에겐",
    "에는",
    "에도",
    "에만",
    "로는",
    "로도",
    "로만",
    "에게",
    "께서",
    "에서",
    "으로",
    "까지",
    "부터",
    "보다",
    "처럼",
    "만큼",
    "마다",
    "조차",
    "라는",
    "라고",
    "이나",
    "이란",
    "이라",
    "과의",
    "와의",
    "과는",
    "와는",
    "에의",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "로",
    "와",
    "과",
    "도",
    "만",
    "나",
    "란",
]
_IS_PARTICLE = frozenset(PARTICLES)
AFTER_CONSONANT = {
    "은",
    "이",
    "을",
    "과",
    "으로",
    "이나",
    "이란",
    "이라",
    "이라는",
    "이라고",
    "으로는",
    "으로도",
    "으로만",
    "과의",
    "과는",
}
AFTER_VOWEL = {"는", "가", "를", "와", "로", "나", "란", "라는", "라고", "로는", "로도", "로만", "와의", "와는"}
TOPIC = frozenset(["은", "는", "이", "가", "도", "만", "란", "이란", "로는", "으로는", "께서"])
SUBJECT = frozenset(["이", "가", "께서"])
OBJECT = frozenset(["을", "를"])
PLACE = frozenset(
    ["에", "에는", "에도", "에만", "에서", "에서는", "에선", "에서도", "에게", "에게는", "에겐", "에게도"]
)
TOWARDS = frozenset(["로", "으로", "까지"])

_COPULA = re.compile(
    r"(?:이다|다|이며|며|이고|고|이었다|였다|이었고|였고|이었으며|였으며|입니다|이었습니다|였습니다|이라|라|이라고|라고|이라며|이지만|지만|이거나|거나|이면|면|라며|라면서|이라면서|이라지만|이나|이었지만|뿐|뿐이다|이자|이었는데|인데|인데도|으로|로)$"
)
_ADNOMINAL_COPULA = re.compile(r"(?:인|이던|이었던|였던|이라는|라는)$")
_PER = regex.compile(
    r"^(?:[0-9.,]+[십백천만억]*)?(?:[A-Za-z㎡㎏㎞㏊㎥㎾]+|유로|위안|달러|엔|배럴|온스|톤|평|가구|세대|학기|시간|주|건|명|인|회|대|호|좌석|마리|그루|포기|상자|근|끼|판|병|잔|권|팀|곳|개|사람|업체|기업|농가|점포|학교|학급|척|채|동|쌍|경기)당$"
)
_LOOSE = re.compile(r"^(?:씩|꼴|여|가량|정도|안팎|내외|남짓|쯤|선|상당|어치|치|째|이상|이하|미만)+")
_TOKEN = re.compile(
    r"[가-힣]++(?![\w%+&㎡㏊㎏㎞㎥㎾℃·‧∙ㆍ․/~∼–-])|(?:[0-9]++\.(?=[0-9]))?+[\w%+&㎡㏊㎏㎞㎥㎾℃][\w%+&㎡㏊㎏㎞㎥㎾℃·‧∙ㆍ․/~∼]*+(?:[-–]\w++)*+|\S"
)
_OPENING = frozenset("‘“'\"「『")
_CLOSING = frozenset("’”'\"」』")
_HANGUL = re.compile(r"[가-힣]")
OPEN = frozenset("(（[【〈<《「『“‘")
CLOSE = frozenset(")）]】〉>》」』”’")
HOMOGRAPHS = frozenset(("높이는", "배우는", "시가", "연", "물은"))


class Word(msgspec.Struct, frozen=True):
    """One eojeol, figure or mark: ``start``/``end`` in the source, ``stem`` without its ``particle``.

    Of a figure, ``particle`` is what follows its counter: a particle, ``이다`` for a copula that ends or joins a clause,
    ``인`` for one that modifies the next noun, or nothing.
    """

    start: int
    end: int
    text: str
    stem: str
    particle: str
    role: Role
    mention: Mention | None = None


class Sentence:
    """A sentence of an article; ``paragraph`` is the line or segment that it belongs to, ``mentions`` those inside it.

    Its words are read when they are first asked for: many sentences without a figure never are. ``lefts`` keeps
    what stands left of its figures, which every finder of items asks for (``nouns.left_of``).
    """

    __slots__ = ("_text", "end", "lefts", "mentions", "paragraph", "section", "start", "words")

    words: tuple[Word, ...]

    def __init__(
        self, text: str, start: int, end: int, mentions: list[Mention], section: Section, paragraph: int
    ) -> None:
        self._text, self.start, self.end = text, start, end
        self.section, self.paragraph, self.mentions = section, paragraph, mentions
        self.lefts: dict[int, int] = {}

    def __getattr__(self, name: str) -> tuple[Word, ...]:
        """The words, on the first call; they are asked for too often for a property."""
        if name != "words":
            raise AttributeError(name)
        self.words = _words(self._text, self.start, self.end, self.mentions)
        return self.words

    def holds(self, form: str) -> bool:
        """Whether the letters stand anywhere in the sentence."""
        return self._text.find(form, self.start, self.end) >= 0

    def of_words(self, words: tuple[Word, ...]) -> Sentence:
        """The same sentence with other words."""
        other = Sentence(self._text, self.start, self.end, self.mentions, self.section, self.paragraph)
        other.words = words
        return other


def read(text: str, start: int, end: int, mentions: list[Mention], section: Section, paragraph: int) -> Sentence:
    """The sentence ``text[start:end]``; ``mentions`` are those of the article, in reading order."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect_left(mentions, end, key=lambda mention: mention.start)
    return Sentence(text, start, end, mentions[first:last], section, paragraph)


def _words(text: str, start: int, end: int, mentions: list[Mention]) -> tuple[Word, ...]:
    """The words of ``text[start:end]``, figures among them."""
    words: list[Word] = []
    position = start
    for mention in mentions:
        words += _plain(text, position, mention.start)
        figure = _figure(text, mention, end)
        words.append(figure)
        position = figure.end
    words += _plain(text, position, end)
    words = _through_brackets(words)
    ambiguous = any(text.find(form, start, end) >= 0 for form in HOMOGRAPHS)
    return tuple(_settle_homographs(words) if ambiguous else words)


def _settle_homographs(words: list[Word]) -> list[Word]:
    """Forms that the word behind them decides: 높이는 260m is a noun, 성과를 높이는 a verb; 시가 3억원 a price, 시가 세운 a city; 문을 연 and
    시민에게 물은 결과 verbs."""
    for index, word in enumerate(words):
        if word.text not in HOMOGRAPHS:
            continue
        if word.text in ("연", "물은"):
            asked = word.text == "물은" and (
                words[index - 1].particle == "에게" or [w.text for w in words[index + 1 : index + 2]] == ["결과"]
            )
            opened = index > 0 and (words[index - 1].particle in OBJECT or asked)
            words[index] = msgspec.structs.replace(word, role="modifier") if opened else word
            continue
        following = next((w for w in words[index + 1 :] if w.role not in ("adverb", "date")), None)
        counted = following is not None and following.role == "figure"
        if word.text == "시가" and not counted:
            words[index] = msgspec.structs.replace(word, stem="시", particle="가", role="noun")
        elif word.text != "시가" and counted:
            words[index] = msgspec.structs.replace(word, stem=word.text[:-1], particle="는", role="noun")
    return words


def _through_brackets(words: list[Word]) -> list[Word]:
    """A particle behind a closing bracket belongs to the word before the bracket: 행복일터(241명)는, 거래가(15억원)를."""
    for index in range(2, len(words)):
        word, close = words[index], words[index - 1]
        if close.text not in CLOSE or close.end != word.start or word.text not in _IS_PARTICLE:
            continue
        words[index] = Word(word.start, word.end, word.text, word.text, "", "mark")
        opened = next((i for i in range(index - 2, -1, -1) if words[i].text in OPEN), 0)
        inner = words[opened - 1] if opened else None
        if inner is None or inner.role not in ("noun", "figure", "date"):
            continue
        if not inner.particle:
            words[opened - 1] = msgspec.structs.replace(inner, particle=word.text)
        elif inner.particle in SUBJECT and inner.role == "noun":
            words[opened - 1] = msgspec.structs.replace(inner, stem=inner.text, particle=word.text)
    return words


def _figure(text: str, mention: Mention, end: int) -> Word:
    """The mention with the particle or copula glued to it; a noun glued to it stays a word of its own."""
    tail = ""
    after = mention.end + 1 if text[mention.end : mention.end + 1] in _CLOSING else mention.end
    match = _TOKEN.match(text, after, end) if after < end else None
    if match and _HANGUL.match(match[0]):
        tail = match[0]
    role: Role = "date" if mention.kind in ("date", "time") else "figure"
    loose = _LOOSE.match(tail)
    bare = tail[loose.end() :] if loose else tail
    cut = after + len(tail) if bare else mention.end
    if not bare:
        cut = mention.end + len(tail) if after == mention.end else mention.end
        return Word(mention.start, cut, mention.text, mention.text, "", role, mention)
    if _ADNOMINAL_COPULA.fullmatch(bare):
        return Word(mention.start, cut, mention.text, mention.text, "인", role, mention)
    if bare == "당":
        return Word(mention.start, cut, mention.text, mention.text, "당", role, mention)
    if bare in _IS_PARTICLE:
        return Word(mention.start, cut, mention.text, mention.text, bare, role, mention)
    if _COPULA.fullmatch(bare):
        return Word(mention.start, cut, mention.text, mention.text, "이다", role, mention)
    return Word(mention.start, mention.end, mention.text, mention.text, "", role, mention)


def _plain(text: str, start: int, end: int) -> list[Word]:
    """The words between figures; a particle behind a closing quotation mark is that of the word inside: ‘쉬었음’은."""
    words: list[Word] = []
    for match in _TOKEN.finditer(text, start, end):
        form = match[0]
        if form in _IS_PARTICLE and len(words) > 1 and words[-1].text in _CLOSING and words[-1].end == match.start():
            inner = words[-2]
            if inner.role != "mark":
                words[-2] = Word(inner.start, inner.end, inner.text, inner.text, form, "noun")
                continue
        if form in _CLOSING and len(words) > 1 and words[-2].text in _OPENING and _is_quoted_verb(words[-1]):
            words[-1] = msgspec.structs.replace(words[-1], role="noun")
        stem, particle, role = classify(form)
        words.append(Word(match.start(), match.end(), form, stem, particle, role))
    return words


def _is_quoted_verb(word: Word) -> bool:
    """Whether a verb form alone between quotation marks is a name; not the 이라며 between two quotations."""
    return word.role == "verb" and not word.text.startswith(("이라", "라", "이며", "이고", "며", "고"))


@lru_cache(maxsize=65536)
def classify(word: str) -> tuple[str, str, Role]:
    """``(stem, particle, role)`` of an eojeol by its ending."""
    if len(word) == 1 and not word.isalnum():
        return word, "", "mark"
    if word in ADVERBS or _PER.match(word):
        return word, "", "adverb"
    if word in WHOLE or not _HANGUL.match(word[-1]):
        return word, "", "noun"
    if word.endswith("보다") and len(word) > 3:
        return word[:-2], "보다", "noun"
    if LIKE_VERBS.search(word) or LIKE_PARTICLES.search(word):
        return word, "", "noun"
    if MODIFIER.search(word):
        return word, "", "modifier"
    if VERB.search(word):
        return word, "", "verb"
    stem, particle = split_particle(word)
    return stem, particle, "noun"


def split_particle(word: str) -> tuple[str, str]:
    """``(noun, particle)``; the particle is empty where the last syllables belong to the noun."""
    if word[:-1] in WHOLE and word[-1] in _IS_PARTICLE and _allows(word[:-1], word[-1]):
        return word[:-1], word[-1]
    for particle in PARTICLES:
        stem = word[: -len(particle)]
        if stem and word.endswith(particle) and _allows(stem, particle):
            return stem, particle
    return word, ""


def _allows(stem: str, particle: str) -> bool:
    """Whether the sound before it lets the particle stand: 은 after a consonant, 는 after a vowel, 로 after a vowel or ㄹ."""
    final = final_consonant(stem[-1])
    if final is None:
        return True
    if particle in AFTER_CONSONANT:
        return bool(final) and not (particle.startswith("으로") and final == 8)
    if particle in AFTER_VOWEL:
        return not final or (particle.startswith("로") and final == 8)
    return True
