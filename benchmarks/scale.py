"""Batch: workers against one, Spark against the pool, and the memory of parent and workers against the number of articles.

Times are those after the start: that of a batch of many articles less that of a batch of one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from corpus import write

ROUNDS = 5
MEGABYTE = 1 << 20


def command(folder: Path, out: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "jobextract", "batch", str(folder), "-o", str(out), "--force", *options]


def took(folder: Path, out: Path, *options: str) -> float:
    start = time.monotonic()
    subprocess.run(command(folder, out, *options), check=True, capture_output=True)
    return time.monotonic() - start


def ratios(articles: int, spark: bool) -> dict[str, float]:
    """Medians of rounds, in each of which all are measured in turn."""
    rounds: dict[str, list[float]] = {"pool": [], "spark": [], "rate": []}
    with tempfile.TemporaryDirectory() as place:
        many, one, out = Path(place, "many"), Path(place, "one"), Path(place, "out.parquet")
        write(many, articles)
        write(one, 1)
        for _ in range(ROUNDS):
            start = took(one, out)
            single = took(many, out, "--jobs", "1") - start
            double = took(many, out, "--jobs", "2") - start
            rounds["pool"].append(single / double)
            rounds["rate"].append(articles / double)
            if spark:
                table = Path(place, "spark.parquet")
                options = ("--engine", "spark", "--master", "local[2]")
                rounds["spark"].append(double / (took(many, table, *options) - took(one, table, *options)))
    return {name: median(values) for name, values in rounds.items() if values}


def memory(articles: int) -> dict[str, float]:
    """Peaks in MB of a batch of so many articles: all that a process holds, and what no other shares with it."""
    peaks = dict.fromkeys(("parent", "parent, its own", "worker", "worker, its own"), 0.0)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "many")
        write(folder, articles)
        run = subprocess.Popen(command(folder, Path(place, "out.jsonl"), "--jobs", "2"), stderr=subprocess.DEVNULL)
        while run.poll() is None:
            for who, pids in (("parent", [run.pid]), ("worker", _descendants(run.pid))):
                for pid in pids:
                    peaks[who] = max(peaks[who], _held(pid, "Rss:"))
                    peaks[f"{who}, its own"] = max(peaks[f"{who}, its own"], _held(pid, "Private_"))
            time.sleep(0.2)
    return peaks


def _held(pid: int, kind: str) -> float:
    """Memory of a process in MB, as the kernel counts it; 0 where the process has gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith(kind)) * 1024 / MEGABYTE


def _descendants(pid: int) -> list[int]:
    """Workers: the children of the fork server, which is a child of the parent."""
    return [child for server in _children(pid) for child in _children(server)]


def _children(pid: int) -> list[int]:
    found = []
    for entry in os.scandir("/proc"):
        try:
            if entry.name.isdigit() and Path(entry.path, "stat").read_text().rpartition(")")[2].split()[1] == str(pid):
                found.append(int(entry.name))
        except OSError:
            continue
    return found
