"""How the cost of each step grows on texts made to be slow: the ratio of n to 4n characters, about 4 where it is linear.

python benchmarks/linear.py
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable
from time import process_time

from jobextract.korean import sentences
from jobextract.page import tagger
from jobextract.quantities import recognizer as recognition
from jobextract.rulebook import loader
from jobextract.temporal import recognizer

SIZE = 20_000
ROUNDS = 5
SYLLABLES = "일이삼사오육칠팔구십백천만억조"
UNITS = {
    "recognition": ["0", SYLLABLES, "한두세네 명 ", "1,234.5~-년월일 ", "a@", "(1", "제3조 ", "3·", "이사 만 1"],
    "dates": ["12일 ", "3월과 ", "1~2~", "2024.1.", "1:23:", "지난 ", "일부터 1", "이 삼 "],
    "sentences": ["다.", "“", '"', "(다. ", "1. ", "시는 길을 넓혔다. "],
    "boilerplate": ["가\n", "1 2\n", "• 장터 소식 전해요\n", "시는 길을 넓혔다.\n제목 하나\n", "“", "#가 "],
}


def seconds(work: Callable[[str], object], text: str) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = process_time()
        work(text)
        times.append(process_time() - begun)
    return statistics.median(times)


def growth(work: Callable[[str], object], unit: str) -> float:
    """The cost of four times the text, in times of the text."""
    text = unit * (SIZE // len(unit))
    return seconds(work, text * 4) / max(seconds(work, text), 1e-4)


def shuffled(size: int) -> str:
    dice = random.Random(7)
    return "".join(dice.choice(SYLLABLES + "명개원 12") for _ in range(size))


def main() -> None:
    book = loader.load()
    works: dict[str, Callable[[str], object]] = {
        "recognition": recognition.find,
        "dates": recognizer.find,
        "sentences": lambda text: sentences.split(text, 0, len(text)),
        "boilerplate": lambda text: tagger.judge(text, book),
    }
    for step, units in UNITS.items():
        for unit in units:
            print(f"{step:12} {growth(works[step], unit):5.1f}  {unit!r}")
    for size in (1_000, 10_000, 100_000):
        cost = seconds(recognition.find, shuffled(size)) / seconds(recognition.find, shuffled(1_000))
        print(f"recognition  {cost:5.1f}  {size:,} random numeral syllables, against 1,000")


if __name__ == "__main__":
    main()
