"""Speed of one core: against Kiwi, against Duckling, against the length of the text, and of a cold start."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time

from corpus import article, body
from kiwipiepy import Kiwi

import jobextract
from jobextract.io import records

ROUNDS = 5
ARTICLES = 60
FEW = 3  # texts that Duckling is given: it takes about a second for each
DUCKLING = "pyduckling-native-phihos"
BARE_KIWI = "from kiwipiepy import Kiwi; Kiwi().tokenize('한들시는 올해 일자리 1만2천개를 만든다.')"
#: a municipality that is listed; a body that no list knows is looked up by the analyser, which then has to be loaded
SHORT = "군포시, 일자리 1만2천개 만든다\n\n군포시는 올해 일자리 1만2천개를 만들고 547억 원을 쓴다고 밝혔다.\n"
NUMERALS = "일이삼사오육칠팔구십백천만억조영 "


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """How long the processor works on all texts."""
    start = process_time()
    for text in texts:
        work(text)
    return process_time() - start


def kiwi_cost(texts: list[str]) -> float:
    """Microseconds that Kiwi takes for a character of the texts."""
    kiwi = Kiwi(num_workers=1)
    kiwi.tokenize("일자리")
    return seconds(lambda text: list(kiwi.tokenize(text)), texts) / sum(map(len, texts)) * 1e6


def against_kiwi(
    work: Callable[[str], object], make: Callable[[int], str], read: Callable[[int], str] | None = None
) -> float:
    """How many times as fast as tokenizing the same texts (``read``: those that Kiwi is given, where they are others)."""
    kiwi = Kiwi(num_workers=1)
    kiwi.tokenize("일자리")
    ratios = []
    for number in range(ROUNDS):
        seeds = range(number * ARTICLES, (number + 1) * ARTICLES)
        texts, shown = [make(seed) for seed in seeds], [(read or make)(seed) for seed in seeds]
        tokenizing = seconds(lambda text: list(kiwi.tokenize(text)), shown)
        ratios.append(tokenizing / seconds(work, texts))
    return median(ratios)


def against_duckling() -> float | str:
    """How many times as fast ``mentions`` is as Duckling, in an environment of its own; a reason where it is not to be had."""
    with tempfile.TemporaryDirectory() as place:
        venv.create(place, with_pip=True)
        python = Path(place, "bin", "python")
        installing = subprocess.run([python, "-m", "pip", "install", "-q", DUCKLING], capture_output=True, text=True)
        if installing.returncode:
            return f"not to be had ({installing.stderr.strip().splitlines()[-1]})"
        ratios = []
        for number in range(ROUNDS):
            texts = [body(5000 + number * FEW + n) for n in range(FEW)]
            command = [python, Path(__file__).with_name("duckling_speed.py")]
            run = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
            ratios.append(float(run.stdout) / seconds(jobextract.mentions, texts))
    return median(ratios)


def growth(make: Callable[[int, int], str], work: Callable[[str], object]) -> float:
    """What a text of four times the length costs; 4 is linear."""
    ratios = []
    for number in range(ROUNDS):
        short, long = make(10_000 + number, 100), make(20_000 + number, 400)
        ratios.append(seconds(work, [long]) / len(long) * len(short) / seconds(work, [short]) * 4)
    return median(ratios)


def syllables(length: int, seed: int) -> str:
    """Random numeral syllables: what a pattern that tries again and again would never come to an end with."""
    return "".join(Random(seed).choices(NUMERALS, k=length))


def linearity() -> Iterator[tuple[str, float]]:
    """Cost of ten times the numeral syllables; 10 is linear."""
    jobextract.mentions(syllables(1000, 0))
    times = {
        length: median(seconds(jobextract.mentions, [syllables(length, seed)]) for seed in range(1, ROUNDS + 1))
        for length in (1_000, 10_000, 100_000)
    }
    yield "1k to 10k", times[10_000] / times[1_000]
    yield "10k to 100k", times[100_000] / times[10_000]


def serialisation() -> float:
    """The share of writing JSON Lines in the time of an extraction, in percent."""
    shares = []
    for number in range(ROUNDS):
        texts = [article(30_000 + number * ARTICLES + n) for n in range(ARTICLES)]
        start = perf_counter()
        results = [jobextract.extract(text) for text in texts]
        middle = perf_counter()
        for result in results:
            records.jsonl(result.records)
        shares.append((perf_counter() - middle) / (perf_counter() - start) * 100)
    return median(shares)


def cold_start(command: str) -> float:
    """A cold ``jobextract COMMAND`` of a short article against a bare script that tags one sentence with default Kiwi."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "short.txt")
        page.write_text(SHORT, encoding="utf-8")
        ours, theirs = [sys.executable, "-m", "jobextract", command, str(page)], [sys.executable, "-c", BARE_KIWI]
        started(ours), started(theirs)  # writes the byte code and warms the cache of the disk
        return median(started(ours) / started(theirs) for _ in range(ROUNDS))


def started(command: list[str]) -> float:
    """How long the processor works on a program that starts with its byte code written, as after the first run of an installation."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
