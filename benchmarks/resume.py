"""Kills a batch of many articles again and again and compares its bytes with those of an undisturbed run.

``python benchmarks/resume.py [ARTICLES] [KILLS]``: 20,000 articles of ``corpus.py`` and five kills with SIGKILL at random
moments where nothing is said. Prints how long each run took and how much of it was there already; exit code 1 where the
bytes differ.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from time import monotonic

from corpus import write


def started(folder: Path, out: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "jobextract", "batch", str(folder), "-o", str(out), *options]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def finished(folder: Path, out: Path, *options: str) -> float:
    """Seconds that a run took to its end."""
    start = monotonic()
    run = started(folder, out, *options)
    print(run.communicate()[1].strip())
    if run.returncode:
        sys.exit(f"the run ended with {run.returncode}")
    return monotonic() - start


def killed(folder: Path, out: Path, after: float) -> None:
    run = started(folder, out, "--resume")
    try:
        run.wait(after)
    except subprocess.TimeoutExpired:
        run.kill()
        run.wait()
    print(f"killed after {after:.1f} s, output there: {out.exists()}")


def main(articles: int = 20_000, kills: int = 5) -> None:
    dice = Random(articles)
    with tempfile.TemporaryDirectory() as place:
        folder, whole, resumed = (Path(place, name) for name in ("articles", "whole.jsonl", "resumed.jsonl"))
        write(folder, articles)
        seconds = finished(folder, whole)
        print(f"undisturbed: {seconds:.1f} s, {articles / seconds:.0f} documents a second")
        for _ in range(kills):
            killed(folder, resumed, dice.uniform(0.02, 0.98) * seconds / kills + 2)
        print(f"resumed: {finished(folder, resumed, '--resume'):.1f} s")
        same = whole.read_bytes() == resumed.read_bytes()
    print("the same bytes" if same else "OTHER BYTES")
    sys.exit(not same)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
