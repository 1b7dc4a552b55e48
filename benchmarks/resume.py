"""Kills a batch of many articles again and again and compares its bytes with those of an undisturbed run.

``python benchmarks/resume.py [ARTICLES] [KILLS]``: 20,000 articles of ``corpus.py`` and five kills with SIGKILL at random
moments where nothing is said. Prints how long each run took and how much of it was there already; exit code 1 where the
bytes differ.

``python benchmarks/resume.py journal [DONE]``: what a journal of a million articles that are done costs, in seconds of the
processor for each: to keep one, and to take one over (read its row, reckon its key, find it, write its records); and after
how many seconds of a run that goes on a worker is given the first article that is not done.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from time import monotonic, process_time

from corpus import article, write

from jobextract.batch import jobs, journal
from jobextract.io import sources
from jobextract.io.columns import Columns, Document

TOGETHER = 4  # outcomes that a run writes down at once, about
NEW = 40  # articles behind those that are done


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


def filled(corpus: Path, book: journal.Journal, done: int) -> float:
    """Rows of a corpus, each another by its number, and what a run would have kept of all but the last; seconds of one."""
    text, task = article(1), jobs.Task("jsonl")
    made = jobs.extract_document(task, jobs.Job(Document("n0", text), b""))
    with open(corpus, "w", encoding="utf-8") as file:
        for number in range(done + NEW):
            file.write(json.dumps({"id": f"n{number}", "text": f"{number} {text}"}, ensure_ascii=False) + "\n")
    held: list[jobs.Outcome] = []
    spent = 0.0
    for number, document in enumerate(sources.documents([str(corpus)], Columns())):
        key = jobs.keyed(document, b"")
        if number < done:
            held.append(jobs.Outcome(document.name, made.records, count=made.count, key=key))
        if len(held) == TOGETHER or number == done:
            start = process_time()
            book.keep(held)
            spent += process_time() - start
            held.clear()
    return spent / done


def taken_over(done: int = 1_000_000) -> None:
    with tempfile.TemporaryDirectory() as place:
        corpus, out = Path(place, "corpus.jsonl"), Path(place, "out.jsonl")
        with journal.opened(str(out)) as book, open(out, "wb") as file:
            cost = filled(corpus, book, done)
            size = sum(part.stat().st_size for part in Path(place).glob("out.jsonl.journal*"))
            print(
                f"kept: {cost * 1e6:.0f} microseconds of the processor each, {size / done:.0f} bytes each", flush=True
            )
            book.held = done
            first: list[float] = []
            start, spent = monotonic(), process_time()

            keep = book.keep

            def watched(outcomes: list[jobs.Outcome]) -> None:
                first.append(monotonic() - start)
                keep(outcomes)

            book.keep = watched  # type: ignore[method-assign]
            documents = sources.documents([str(corpus)], Columns())
            for outcome in jobs.outcomes(documents, jobs.Task("jsonl"), 2, memory=book):
                file.write(outcome.records)
            each = (process_time() - spent) / done
        print(f"taken over: {each * 1e6:.0f} microseconds of the processor each")
        print(
            f"the first new article of {done:,} done ones was there after {first[0]:.1f} s, all after {monotonic() - start:.1f} s"
        )


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
    if sys.argv[1:2] == ["journal"]:
        taken_over(*map(int, sys.argv[2:]))
    else:
        main(*map(int, sys.argv[1:]))
