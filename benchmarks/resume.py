"""Kills a batch of many articles again and again and compares its bytes with those of an undisturbed run.

``python benchmarks/resume.py [ARTICLES] [KILLS]``: 20,000 articles of ``corpus.py`` and five kills with SIGKILL at random
moments where nothing is said. Prints how long each run took and how much of it was there already; exit code 1 where the
bytes differ.

``python benchmarks/resume.py journal [DONE] [jsonl|jsonl.gz|csv|parquet|files] [alone]``: what a journal of a million articles that are done costs, in seconds of the
processor for each: to keep one, and to take one over (read its row, reckon its key, find it, write its records); and after
how many seconds of a run that goes on a worker is given the first article that is not done.
"""

from __future__ import annotations

import csv
import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from time import monotonic, process_time

from corpus import article, write

from jobextract.batch import jobs, journal
from jobextract.batch.done_blocks import DoneBlocks
from jobextract.io import sources
from jobextract.io.columns import Columns, Document
from jobextract.io.corpora.blocks import Block, Past

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


def written(place: Path, form: str, count: int) -> Path:
    """So many articles, each another by its number, as a corpus or a folder of files."""
    texts = (f"{number} {article(1)}" for number in range(count))
    corpus = place / f"corpus.{form}"
    if form == "files":
        for number, text in enumerate(texts):
            folder = corpus / f"{number // 1000:04}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{number:07}.txt").write_text(text, encoding="utf-8")
        time.sleep(sources.YOUNG + 1)
    elif form == "parquet":
        from pyarrow import parquet, table

        parquet.write_table(table({"id": [f"n{number}" for number in range(count)], "text": list(texts)}), corpus)
    else:
        with (
            gzip.open(corpus, "wt", 1, "utf-8") if form.endswith("gz") else open(corpus, "w", encoding="utf-8") as file
        ):
            sheet = csv.writer(file)
            if form == "csv":
                sheet.writerow(("id", "text"))
            for number, text in enumerate(texts):
                row = {"id": f"n{number}", "text": text}
                sheet.writerow(row.values()) if form == "csv" else file.write(
                    json.dumps(row, ensure_ascii=False) + "\n"
                )
    return corpus


def drawn(corpus: Path, book: journal.Journal) -> Iterator[Document | Block]:
    return sources.stream(sources.found([str(corpus)]), Columns(), past=Past(b"", book.block))


def filled(corpus: Path, book: journal.Journal, done: int) -> float:
    """What a run would have kept of all articles but the last; seconds of one."""
    made = jobs.extract_document(jobs.Task("jsonl"), jobs.Job(Document("n0", article(1)), b""))
    held: list[jobs.Outcome] = []
    blocks, spent = DoneBlocks(book), 0.0
    for number, one in enumerate(blocks.drawn(drawn(corpus, book), partial(jobs.keyed, base=b""))):
        assert isinstance(one, tuple)
        if number < done:
            held.append(jobs.Outcome(one[0].name, made.records, count=made.count, key=one[1]))
        if len(held) == TOGETHER or number >= done:
            start = process_time()
            book.keep(held)
            for _ in held or [None]:
                blocks.passed(number >= done)
            spent += process_time() - start
            held.clear()
    return spent / done


def taken_over(done: int = 1_000_000, form: str = "jsonl", alone: bool = False) -> None:
    with tempfile.TemporaryDirectory() as place:
        out = Path(place, "out.jsonl")
        corpus = written(Path(place), form, done + NEW)
        with journal.opened(str(out)) as book:
            cost = filled(corpus, book, done)
            size = sum(part.stat().st_size for part in Path(place).glob("out.jsonl.journal*"))
            print(
                f"kept: {cost * 1e6:.0f} microseconds of the processor each, {size / done:.0f} bytes each", flush=True
            )
            book.held = done
            if alone:
                book.block = lambda digest: ()  # type: ignore[method-assign]
            first: list[tuple[float, float]] = []
            start, spent = monotonic(), process_time()
            known = book.known

            def watched(key: bytes) -> int | None:
                found = known(key)
                if found is None:
                    first.append((monotonic() - start, process_time() - spent))
                return found

            book.known = watched  # type: ignore[method-assign]
            with open(out, "wb") as file:
                for outcome in jobs.outcomes(drawn(corpus, book), jobs.Task("jsonl"), 2, memory=book):
                    file.write(outcome.records)
            each = (process_time() - spent) / done
        print(f"taken over: {each * 1e6:.0f} microseconds of the processor each")
        waited, busy = first[0]
        print(
            f"the first article behind {done:,} done ones was reached after {waited:.1f} s ({busy:.1f} of the processor), "
            f"all after {monotonic() - start:.1f} s"
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
        taken_over(*map(int, sys.argv[2:3]), *sys.argv[3:4], *(word == "alone" for word in sys.argv[4:5]))
    else:
        main(*map(int, sys.argv[1:]))
