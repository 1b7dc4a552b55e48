"""Batch: workers against one, files against rows, Spark against the pool, and the memory of parent and workers.

Costs are seconds of the processor, of a process and all that it starts, after the start: those of a batch of many articles less
those of a batch of one for each worker. So other programs on the machine do not show in a ratio. What they leave out is
waiting; the rate, in time as it passes, has it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import NamedTuple

from corpus import write

ROUNDS = 5
LOOK = 0.1  # seconds between two looks at what the processes have used
FIRST = 40  # articles of the batch that is taken for the start: both workers have read some
PARTS = 4  # files of the table
MEGABYTE = 1 << 20
TICKS = os.sysconf("SC_CLK_TCK")


def command(folder: Path, out: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "jobextract", "batch", str(folder), "-o", str(out), "--force", *options]


class Cost(NamedTuple):
    """Seconds of the processor: of the command's own process, and of all that it started; and seconds that passed."""

    own: float
    others: float
    passed: float

    @property
    def whole(self) -> float:
        return self.own + self.others


def cost(places: Path, out: Path, *options: str) -> Cost:
    """What a batch costs, looked at while it runs: processes that end in the meantime keep what was seen last."""
    start, used = time.monotonic(), dict[int, float]()
    with subprocess.Popen(command(places, out, *options), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as run:
        while run.poll() is None:
            for pid in _family(run.pid):
                used[pid] = max(used.get(pid, 0.0), _spent(pid))
            time.sleep(LOOK)
        passed = time.monotonic() - start
    if run.returncode:
        raise SystemExit(f"the batch ended with {run.returncode}: {run.args}")
    own = used.pop(run.pid, 0.0)
    return Cost(own, sum(used.values()), passed)


def ratios(articles: int, spark: bool) -> dict[str, float]:
    """Medians of rounds, in each of which all are measured in turn.

    ``pool``: two workers against one, as fast as two processors that had nothing else to do would make them; ``files``: the
    cost of rows of Parquet against that of files; ``spark``: the cost of the pool against that of Spark; ``parent``: what the
    parent has of the whole; ``rate``: documents a second as they came.
    """
    rounds: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as place:
        many, few, out = Path(place, "many"), Path(place, "few"), Path(place, "out.parquet")
        for folder, count in ((many, articles), (few, FIRST)):
            write(folder, count)
            as_table(folder)
        for _ in range(ROUNDS):
            for name, value in _round(many, few, out, articles - FIRST, spark).items():
                rounds.setdefault(name, []).append(value)
    return {name: median(values) for name, values in rounds.items()}


def _round(many: Path, few: Path, out: Path, articles: int, spark: bool) -> dict[str, float]:
    def between(*options: str, rows: bool = False) -> Cost:
        places = [folder.with_suffix(".parquet") if rows else folder for folder in (many, few)]
        more, less = (cost(place, out, *options) for place in places)
        return Cost(*(one - other for one, other in zip(more, less, strict=True)))

    single, double, rows = between("--jobs", "1"), between("--jobs", "2"), between("--jobs", "2", rows=True)
    found = {
        "pool": 2 * max(single.own, single.others) / double.whole,
        "files": rows.whole / double.whole,
        "parent": double.own / double.whole,
        "rate": articles / double.passed,
    }
    if spark:
        out = out.with_name("spark.parquet")
        found["spark"] = rows.whole / between("--engine", "spark", "--master", "local[2]", rows=True).whole
    return found


def as_table(folder: Path) -> None:
    """The articles of a folder as rows of a Parquet file beside it, in groups that two workers of Spark can share."""
    import pyarrow as pa
    from pyarrow import parquet

    paths = sorted(folder.rglob("*.txt"))
    rows = {"id": [str(path) for path in paths], "text": [path.read_text(encoding="utf-8") for path in paths]}
    table = folder.with_suffix(".parquet")
    table.mkdir()
    for number in range(PARTS):
        part = pa.table({name: values[number::PARTS] for name, values in rows.items()})
        parquet.write_table(part, table / f"part-{number}.parquet")


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


def _spent(pid: int) -> float:
    """Seconds of the processor that a process has used; 0 where it has gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def _family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    parents: dict[int, list[int]] = {}
    for entry in os.scandir("/proc"):
        with suppress(OSError):
            if entry.name.isdigit():
                parent = int(Path(entry.path, "stat").read_text().rpartition(")")[2].split()[1])
                parents.setdefault(parent, []).append(int(entry.name))
    found = [pid]
    for one in found:
        found += parents.get(one, ())
    return found


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


if __name__ == "__main__":
    ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    for name, value in ratios(int(sys.argv[1]), "spark" in sys.argv[3:]).items():
        print(f"{name:7} {value:.2f}")
