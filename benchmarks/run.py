"""How fast jobextract is and how much memory it takes: ``python benchmarks/run.py [speed] [peers] [scale] [memory]``.

Prints ratios, each the median of five rounds; both sides of a ratio are measured in turn in the same run, in the processor's time
where it can be. Every round has texts of its own (``corpus.py``), so that no cache helps. Without arguments everything is
measured; ``scale`` and ``memory`` want the machine for themselves.
"""

from __future__ import annotations

import shutil
import sys
from functools import partial
from importlib.util import find_spec

import scale
import speed
import steps
from corpus import DENSE, article, body

import jobextract
from jobextract.korean import sentences
from jobextract.page import tagger
from jobextract.rulebook import loader

ARTICLES = 300  # of a timed batch: the start is taken off, so that more only takes longer
FEW, MANY = 1000, 20_000  # of the batches whose memory is compared


def main(parts: list[str]) -> None:
    for name, measure in (("speed", of_one_core), ("peers", of_peers), ("scale", of_workers), ("memory", of_memory)):
        if not parts or name in parts:
            measure()


def show(name: str, value: float | str, wanted: str = "") -> None:
    number = value if isinstance(value, str) else f"{value:8.2f}"
    print(f"{name:72} {number}  {wanted}", flush=True)


def of_one_core() -> None:
    jobextract.extract(article(0))
    show(
        "mentions: times as fast as Kiwi.tokenize of the same text",
        speed.against_kiwi(jobextract.mentions, body),
        "(11)",
    )
    show(
        "extract: times as fast as Kiwi.tokenize of the same page",
        speed.against_kiwi(jobextract.extract, article),
        "(0.9, aim 1.2)",
    )
    extract = speed.against_kiwi(jobextract.extract, article, body)
    show("extract of the page: times as fast as Kiwi.tokenize of its article alone", extract)
    tight, tight_page = partial(body, share=DENSE), partial(article, share=DENSE)
    show("mentions, dense text: times as fast as Kiwi", speed.against_kiwi(jobextract.mentions, tight))
    show("extract, dense page: times as fast as Kiwi", speed.against_kiwi(jobextract.extract, tight_page))
    show("cold parse of a short article, of a bare Kiwi start", speed.cold_start("parse"), "(0.9)")
    show("cold strip of a short article, of a bare Kiwi start", speed.cold_start("strip"), "(0.12)")
    show("JSON Lines, percent of the time of extract", speed.serialisation(), "(below 3)")
    show("mentions: cost of a text of 4 times the length", speed.growth(body, jobextract.mentions), "(4)")
    show("extract: cost of a page of 4 times the length", speed.growth(article, jobextract.extract), "(4)")
    for lengths, ratio in speed.linearity():
        show(f"mentions: cost of 10 times the random numeral syllables, {lengths}", ratio, "(10)")

    judging = 1 / speed.against_kiwi(judged, article)
    show("judging the lines and splitting them into sentences, of Kiwi.tokenize of the page", judging, "(0.33)")
    of_steps()


def judged(text: str) -> None:
    """The lines of a page judged, and what is kept in sentences."""
    for line in tagger.judge(text, loader.load()):
        if line.keep:
            sentences.split(text, line.start, line.end)


def of_steps() -> None:
    """What each step of an extraction costs, the dearest first, beside Kiwi on the same pages."""
    seeds = range(40_000, 40_000 + speed.ARTICLES)
    texts = [article(seed) for seed in seeds]
    told = steps.costs(texts)
    whole = speed.kiwi_cost(texts)
    for name, cost in sorted(told.items(), key=lambda pair: -pair[1]):
        show(f"  {name}: microseconds a character, of Kiwi", f"{cost:8.2f} {cost / whole:8.2f}")
    show(
        "  all steps: microseconds a character, of Kiwi", f"{sum(told.values()):8.2f} {sum(told.values()) / whole:8.2f}"
    )


def of_peers() -> None:
    show("mentions: times as fast as Duckling on the same text", speed.against_duckling(), "(20)")


def of_workers() -> None:
    spark = find_spec("pyspark") is not None and shutil.which("java") is not None
    found = scale.ratios(ARTICLES, spark)
    show("2 workers, times as fast as one", found["pool"], "(1.85)")
    show("files, of the rate of rows of Parquet", found["files"], "(0.8)")
    show("what the parent has of the cost of 2 workers and itself, percent", found["parent"] * 100)
    show("documents a second and core, 2 workers", found["rate"] / 2)
    show("Spark local[2], of the rate of 2 workers", found.get("spark", "pyspark or Java is missing"), "(0.8)")


def of_memory() -> None:
    few, many = scale.memory(FEW), scale.memory(MANY)
    for who, before in few.items():
        show(f"{who}: memory at {FEW:,} articles, MB", before)
        show(f"{who}: memory at {MANY:,} articles, of that", many[who] / before, "(1.05 at most)")


if __name__ == "__main__":
    main(sys.argv[1:])
