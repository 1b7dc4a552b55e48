"""The companies of an article that no list knows: names that its sentences tell business figures of.

오리온은 …, 아시아나항공 역시 …, 한국타이어의 영업이익: the first noun of a sentence, bearing a topic's particle, is a company where
the analyser knows a proper name in it and the sentence speaks of sales, profits or the like. Read only in articles about
companies, which are few: it needs the analyser.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from . import claims, morphs
from .phrases import Sentence, Word

_BUSINESS = regex.compile(r"매출|영업(?:이)?익|영업손실|순이익|순손실|실적|수주|공시|판매량|출하량|점유율|시가총액|시총|흑자|적자|성적")
_LEADS = frozenset(("은", "는", "이", "가", "도", "의"))
_KINDS = ("업체인", "기업인", "회사인", "업체", "기업", "회사", "경쟁사인", "자회사인", "계열사인")
_MEASURED = regex.compile(r"(?:이익|손실|영업익|매출|순익|자산|부채|주가|실적|수주|환율|비용|원가|수요|공급|시장|법인|본부|부문|업종|사업부|제품|분기|당국|지수|증시|할증료)$")


def find(sentences: Iterable[Sentence], text: str, known: claims.Names) -> frozenset[str]:
    """The names that sentences about business speak of, by their stems."""
    found: set[str] = set()
    for sentence in sentences:
        if not _BUSINESS.search(text, sentence.start, sentence.end):
            continue
        words = sentence.words
        for index, word in enumerate(words):
            if _may_be(words, index, known) and (_introduced(words, index) or _is_institution(word.stem, known) or _is_proper(word.stem)):
                found.add(word.stem)
    return frozenset(found)


def _may_be(words: tuple[Word, ...], index: int, known: claims.Names) -> bool:
    word = words[index]
    if word.role != "noun" or len(word.stem) < 2 or _MEASURED.search(word.stem):
        return False
    if word.stem in known.again or word.stem in known.false_names or word.stem in known.places.places or word.stem in known.abroad:
        return False
    too = index + 1 < len(words) and words[index + 1].text == "역시"
    return _introduced(words, index) or too or (word.particle in _LEADS and _begins(words, index))


def _introduced(words: tuple[Word, ...], index: int) -> bool:
    """1위 업체인 새벽제과: called a company right before its name."""
    return index > 0 and words[index - 1].text in _KINDS


def _is_institution(stem: str, known: claims.Names) -> bool:
    return len(stem) > 3 and stem.endswith(known.institutions)


def _begins(words: tuple[Word, ...], index: int) -> bool:
    """Whether only times, adverbs and marks stand before the word."""
    return all(word.role in ("date", "adverb", "mark") or word.text.endswith("면") for word in words[:index])


def _is_proper(stem: str) -> bool:
    return any(token.tag in ("NNP", "SL") for token in morphs.tokens(stem))
