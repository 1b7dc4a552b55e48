"""Whether memory stays flat: parent and workers of one long batch, sampled from its beginning to its end.

``python benchmarks/memory.py [ARTICLES]``: 100,000 articles of ``corpus.py``, each another, as rows on standard input. Prints
after each tenth of the run the memory that each process holds for itself, then how much more the last fifth holds than the
second, for by then everything that is kept for good is there; exit code 1 where that is more than 2 percent. Interrupted with
Ctrl-C it compares the last fifth of what there is with the second and says how far it came.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

from corpus import article
from scale import _children as children
from scale import _descendants as workers
from scale import _held as held

GROWTH = 0.02
SLICES = 10


def fed(run: subprocess.Popen[bytes], articles: int, given: list[int]) -> None:
    """Rows for the run, as fast as it takes them."""
    assert run.stdin
    with suppress(OSError):  # the run was interrupted
        for number in range(articles):
            run.stdin.write(json.dumps({"id": f"n{number}", "text": article(number)}).encode() + b"\n")
            given[0] = number + 1
        run.stdin.close()


class Samples:
    """By process, how many articles had been given when a sample was taken, and the megabytes of its own."""

    def __init__(self, articles: int) -> None:
        self.articles, self.given, self.told = articles, [0], 0
        self.found: dict[str, list[tuple[int, float]]] = {"parent": [], "server": [], "worker": []}

    def take(self, pid: int) -> None:
        """The largest of each kind; a line where a tenth of the articles is over."""
        crew = workers(pid)
        pids = {"parent": [pid], "worker": crew, "server": [p for p in children(pid) if children(p)]}
        for who, several in pids.items():
            if crew and several:
                self.found[who].append((self.given[0], max(held(each, "Private_") for each in several)))
        tenth = self.given[0] * SLICES // self.articles
        if tenth > self.told:
            low, high = self.told * self.articles // SLICES, self.given[0]
            peaks = ", ".join(f"{who} {self.peak(who, low, high):.1f}" for who in self.found)
            print(f"{high:7} articles: {peaks} MB", flush=True)
            self.told = tenth

    def peak(self, who: str, low: float, high: float) -> float:
        return max((megabytes for given, megabytes in self.found[who] if low <= given <= high), default=0.0)

    def growth(self, who: str) -> float:
        """How much more is held in the last fifth of what was given than in the second, as a share."""
        end = self.given[0]
        early, late = self.peak(who, 0.2 * end, 0.4 * end), self.peak(who, 0.8 * end, end)
        return late / early - 1 if early else 0.0


def sampled(articles: int) -> Samples:
    """The samples of a run to its end, or to Ctrl-C."""
    samples = Samples(articles)
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "jobextract", "batch", "-", "-o", str(Path(place, "out.jsonl")), "--jobs", "2"]
        run = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
        threading.Thread(target=fed, args=(run, articles, samples.given), daemon=True).start()
        try:
            while run.poll() is None:
                time.sleep(0.5)
                samples.take(run.pid)
        except KeyboardInterrupt:
            print(f"interrupted after {samples.given[0]} of {articles} articles")
        finally:
            run.kill()
            run.wait()
    return samples


def main(articles: int = 100_000) -> int:
    os.nice(3)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    samples = sampled(articles)
    growths = {who: samples.growth(who) for who in samples.found}
    print(", ".join(f"{who} {growth:+.1%}" for who, growth in growths.items()), "from the second fifth to the last")
    return int(max(growths.values()) > GROWTH)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
