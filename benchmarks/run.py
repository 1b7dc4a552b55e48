"""How fast jobextract is against the morphological analyser it rests on: ``python benchmarks/run.py``.

Prints ratios, each the median of ROUNDS rounds; every round has texts of its own, so that no cache helps. Both sides of
a ratio are measured in turn, in one process, on one core.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from corpus import article, body
from kiwipiepy import Kiwi

import jobextract

ROUNDS = 5
ARTICLES = 60
BARE_KIWI = "from kiwipiepy import Kiwi; Kiwi().tokenize('한들시는 올해 일자리 1만2천개를 만든다.')"
SHORT = "한들시, 일자리 1만2천개 만든다\n\n한들시는 올해 일자리 1만2천개를 만들고 547억 원을 쓴다고 밝혔다.\n"


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """How long the work takes on all texts."""
    start = perf_counter()
    for text in texts:
        work(text)
    return perf_counter() - start


def against_kiwi(work: Callable[[str], object], make: Callable[[int], str], kiwi: Kiwi) -> float:
    """How many times as fast as tokenizing the same texts with Kiwi."""
    ratios = []
    for number in range(ROUNDS):
        texts = [make(number * ARTICLES + n) for n in range(ARTICLES)]
        tokenizing = seconds(lambda text: list(kiwi.tokenize(text)), texts)
        ratios.append(tokenizing / seconds(work, texts))
    return median(ratios)


def growth(make: Callable[[int, int], str], work: Callable[[str], object]) -> float:
    """What a text of four times the length costs; 4 is linear."""
    ratios = []
    for number in range(ROUNDS):
        short, long = make(10_000 + number, 100), make(20_000 + number, 400)
        ratios.append(seconds(work, [long]) / len(long) * len(short) / seconds(work, [short]) * 4)
    return median(ratios)


def cold_start() -> float:
    """A cold ``jobextract parse`` of a short article against a bare script that tags one sentence with default Kiwi."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "short.txt")
        page.write_text(SHORT, encoding="utf-8")
        parse = [sys.executable, "-m", "jobextract", "parse", str(page)]
        return median(started(parse) / started([sys.executable, "-c", BARE_KIWI]) for _ in range(ROUNDS))


def started(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - start


def main() -> None:
    kiwi = Kiwi(num_workers=1)
    jobextract.extract(article(0))
    results = {
        "mentions: times as fast as Kiwi.tokenize of the same text": against_kiwi(jobextract.mentions, body, kiwi),
        "extract: times as fast as Kiwi.tokenize of the same page": against_kiwi(jobextract.extract, article, kiwi),
        "mentions: cost of a text of 4 times the length": growth(body, jobextract.mentions),
        "extract: cost of a page of 4 times the length": growth(article, jobextract.extract),
        "cold parse of a short article, of a bare Kiwi start": cold_start(),
    }
    for name, ratio in results.items():
        print(f"{name:60} {ratio:6.2f}")


if __name__ == "__main__":
    main()
