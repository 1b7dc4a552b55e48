"""Articles for the benchmarks, made of the project's labelled pages: the same seed gives the same text everywhere.

A page keeps its lines of furniture; its article is told anew in sentences drawn from all the pages, with other digits in their
figures and other nouns in every fifth place, half of them words that nobody has written before. So no sentence comes twice and no
cache answers for what a page of tomorrow would ask. ``USUAL`` is the share of sentences with figures that makes a record for every
60 characters, as in 300 news bodies of one day; ``DENSE`` makes one for every 30, as in an article that is all statistics.

``python benchmarks/corpus.py FOLDER 20000`` writes so many of them as files, a thousand a folder.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import NamedTuple

PAGES = Path(__file__).parent.parent / "tests" / "fixtures" / "articles"
#: the share of sentences that hold figures
USUAL, DENSE = 1 / 4, 1 / 2
#: how many of a hundred nouns are replaced
REPLACED = 20
_END = re.compile(r"(?<=[다요음함됨][.!?]) +")
_FIGURE = re.compile(r"(?<![\d.,:/-])\d[\d,]*(?:\.\d+)?(?!\.?\d|[:/-]|\s?[년월일시분])")
_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(r"\d|[한두세네첫둘셋넷] |다섯|여섯|일곱|여덟|아홉|열 |스무|올해|지난|내년|작년|[반백천만억]")
_NOUN = re.compile(r"(?<![가-힣])([가-힣]{2,4})(은|는|이|가|을|를|의|에서|에는|에|으로|로|와|과|도)(?![가-힣])")


class Stock(NamedTuple):
    """What articles are made of: pages as labelled lines, sentences with and without figures, nouns by their last sound."""

    pages: tuple[tuple[tuple[str, str], ...], ...]
    told: tuple[str, ...]
    plain: tuple[str, ...]
    nouns: dict[tuple[int, int], tuple[str, ...]]


@lru_cache(maxsize=1)
def stock() -> Stock:
    """The labelled pages, read once."""
    pages = []
    sentences: dict[str, None] = {}
    for path in sorted(PAGES.glob("*.txt")):
        labels = path.with_suffix(".lines").read_text(encoding="utf-8").split()
        lines = path.read_text(encoding="utf-8").split("\n")
        pages.append(tuple(zip(labels, lines, strict=False)))
        for label, line in pages[-1]:
            if label == "B" and len(line) > 30:
                sentences.update(dict.fromkeys(s.strip() for s in _END.split(line) if 15 < len(s) < 300))
    nouns: dict[tuple[int, int], dict[str, None]] = {}
    for sentence in sentences:
        for match in _NOUN.finditer(sentence):
            nouns.setdefault(_sound(match[1]), {})[match[1]] = None
    told = tuple(sentence for sentence in sentences if _DIGIT.search(sentence))
    plain = tuple(sentence for sentence in sentences if not _COUNTED.search(sentence))
    return Stock(tuple(pages), told, plain, {sound: tuple(words) for sound, words in nouns.items()})


def _sound(noun: str) -> tuple[int, int]:
    """What decides the particles of a noun, its length and its last consonant."""
    final = (ord(noun[-1]) - ord("가")) % 28
    return len(noun), final if final in (0, 8) else 1


def article(seed: int, sentences: int = 24, share: float = USUAL) -> str:
    """A page as scraped: the furniture of a labelled page about an article that is told anew."""
    dice = Random(seed)
    lines, told = [], False
    for label, line in dice.choice(stock().pages):
        if label != "B":
            lines.append(_varied(line, dice))
        elif not told:
            lines.append(body(seed, sentences, share))
            told = True
    return "\n".join(lines if told else [*lines, body(seed, sentences, share)])


def body(seed: int, sentences: int = 24, share: float = USUAL) -> str:
    """The running text of the article alone."""
    dice = Random(-seed - 1)
    known = stock()
    drawn = [_varied(dice.choice(known.told if dice.random() < share else known.plain), dice) for _ in range(sentences)]
    return "\n\n".join(" ".join(drawn[at : at + 2]) for at in range(0, sentences, 2))


def _varied(text: str, dice: Random) -> str:
    """The text with other digits in its figures and some other nouns."""
    text = _FIGURE.sub(lambda match: match[0][:1].replace("0", "1") + _rolled(match[0][1:], dice), text)
    return _NOUN.sub(lambda match: _other(match[1], dice) + match[2], text)


def _rolled(digits: str, dice: Random) -> str:
    return _DIGIT.sub(lambda _: str(dice.randrange(10)), digits)


def _other(noun: str, dice: Random) -> str:
    """The noun, or now and then another that takes the same particle; every second one is made up of two."""
    chance = dice.randrange(100)
    if chance >= REPLACED:
        return noun
    others = stock().nouns[_sound(noun)]
    return dice.choice(others) if chance % 2 else dice.choice(others)[:1] + dice.choice(others)[1:]


def write(folder: Path, count: int) -> None:
    """So many articles as files below the folder."""
    for seed in range(count):
        place = folder / f"{seed // 1000:04}"
        if seed % 1000 == 0:
            place.mkdir(parents=True, exist_ok=True)
        (place / f"{seed:07}.txt").write_text(article(seed), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
