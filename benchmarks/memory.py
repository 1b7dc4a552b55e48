"""Whether memory stays flat: parent and workers of one long batch, sampled from its beginning to its end.

``python benchmarks/memory.py [ARTICLES]``: 100,000 articles of ``corpus.py``, each another, as rows on standard input. Prints
the memory that each process holds for itself by tenths of the run; exit code 1 where the last fifth holds more than 2 percent
above the second, for by then everything that is kept for good is there.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from corpus import article
from scale import _children as children
from scale import _descendants as workers
from scale import _held as held

GROWTH = 1.02
SLICES = 10


def fed(run: subprocess.Popen[bytes], articles: int, given: list[int]) -> None:
    """Rows for the run, as fast as it takes them."""
    assert run.stdin
    for number in range(articles):
        run.stdin.write(json.dumps({"id": f"n{number}", "text": article(number)}).encode() + b"\n")
        given[0] = number + 1
    run.stdin.close()


def sampled(articles: int) -> dict[str, list[tuple[float, float]]]:
    """By process, the share of the articles that was given when a sample was taken, and the megabytes of its own."""
    found: dict[str, list[tuple[float, float]]] = {"parent": [], "server": [], "worker": []}
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "jobextract", "batch", "-", "-o", str(Path(place, "out.jsonl")), "--jobs", "2"]
        run, given = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL), [0]
        feeder = threading.Thread(target=fed, args=(run, articles, given), daemon=True)
        feeder.start()
        while run.poll() is None:
            time.sleep(0.5)
            crew = workers(run.pid)
            pids = {"parent": [run.pid], "worker": crew, "server": [p for p in children(run.pid) if children(p)]}
            for who, several in pids.items():
                if crew and several:
                    found[who].append((given[0] / articles, max(held(pid, "Private_") for pid in several)))
    return found


def peak(samples: list[tuple[float, float]], low: float, high: float) -> float:
    return max((megabytes for share, megabytes in samples if low <= share <= high), default=0.0)


def main(articles: int = 100_000) -> int:
    os.nice(3)
    grown = False
    for who, samples in sampled(articles).items():
        tenths = [peak(samples, n / SLICES, (n + 1) / SLICES) for n in range(SLICES)]
        early, late = peak(samples, 0.2, 0.4), peak(samples, 0.8, 1.0)
        grown |= late > early * GROWTH
        share = (late / early - 1) * 100 if early else 0.0
        print(f"{who:7} {' '.join(f'{megabytes:6.1f}' for megabytes in tenths)} MB, {share:+.1f} %")
    return int(grown)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
