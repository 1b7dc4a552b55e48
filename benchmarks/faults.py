"""What a batch survives: kills of the parent, its workers and their server, full disks, vanished files, Ctrl-C, two runs at once.

``python benchmarks/faults.py [KILLS] [TRIAL…]`` with 60 kills where nothing is said (a third of it for the server, a twentieth for
Spark, which reads 25 articles for each: ``faults.py 800 spark`` reads 20,000). Every trial
compares, after ``--resume``, the bytes of output and errors with those of a run that nobody disturbed. A row a trial: how often
it was tried, how often all was well, what the faults met. Exit code 1 where anything was lost, doubled or ended in a traceback.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from corpus import DENSE, article, body
from scale import _children as children
from scale import _descendants as workers
from scale import _spent as spent

from jobextract.batch import jobs, journal
from jobextract.batch.jobs import Task
from jobextract.io.columns import Document

#: a document that three workers were killed over is named, and the run goes on
GIVEN_UP = re.compile(r"^jobextract: (.+): the process that read it died, and so did two more", re.MULTILINE)
ARTICLES = 60
MANY = 400  # more of them where workers are killed: a run is to outlast many kills
AT_WORK = 1.0  # seconds of the processor after which a worker has read something, be the first thing large
PATIENT = 3600.0  # seconds that Spark and the table before it may take to begin, on a machine that has other work
EACH, PARTS = 25, 20  # articles of a table for Spark for each kill that is asked for, its partitions
APART = (2.0, 10.0)  # seconds between its kills: a part is to be read to its end now and then
HEAVY = 6  # articles of which each gives an answer of several times what a pipe holds: a worker is long in sending it
LARGE, SENT = 20_000_000, 0.06  # bytes of an answer, and seconds in which it is sent, about

RULE = """[[rule]]
id = "own.pack"
kind = "count"
pattern = "(?&number)(?P<unit>개)"
priority = 50
why = "to be read otherwise than by the project's own rules"
finds = [["{{3개}}를 샀다", "3 개"], ["{{4개}}를 샀다", "4 개"]]
ignores = ["개를 샀다", "개가 왔다"]
"""


class Trials:
    """The inputs, what an undisturbed run makes of them, and the counts so far."""

    def __init__(self, place: Path, kills: int) -> None:
        self.place, self.kills, self.dice = place, kills, Random(kills)
        self.folder, self.rows = place / "articles", place / "earlier.jsonl"
        self.folder.mkdir()
        for number in range(ARTICLES):
            (self.folder / f"a{number:04}.txt").write_text(article(number), encoding="utf-8")
        for number in range(HEAVY):
            heavy = "\n\n".join(article(seed, share=DENSE) for seed in range(number * 3, number * 3 + 3))
            (self.folder / f"a{number * 10:04}h.txt").write_text(heavy, encoding="utf-8")
        (self.folder / "a0040x.txt").write_bytes(b"%PDF-1.7 \0")
        (self.folder / "a0061 \n.txt").write_text(article(7), encoding="utf-8")
        (self.folder / os.fsdecode(b"a0062\xff.txt")).write_text(article(8), encoding="utf-8")
        (self.folder / "a0043.txt").unlink()
        (self.folder / "a0043.txt").symlink_to("a0043.txt")
        self.rows.write_text(json.dumps({"id": "earlier", "text": article(9)}) + "\n", encoding="utf-8")
        self.number = 0

    def out(self, name: str = "out.jsonl") -> Path:
        """A place of its own for an output."""
        self.number += 1
        folder = self.place / f"run{self.number}"
        folder.mkdir()
        return folder / name

    def many(self) -> None:
        """More articles behind the others."""
        for number in range(MANY):
            (self.folder / f"b{number:04}.txt").write_text(article(1000 + number), encoding="utf-8")

    def started(self, out: Path, *options: str, **more: object) -> subprocess.Popen[str]:
        command = [
            sys.executable,
            "-m",
            "jobextract",
            "batch",
            str(self.folder),
            "-o",
            str(out),
            "--jobs",
            "2",
            *options,
        ]
        return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **more)

    def ended(self, out: Path, *options: str, **more: object) -> tuple[int, str]:
        run = self.started(out, *options, **more)
        words = run.communicate(timeout=PATIENT)[1]
        return run.returncode, words

    def appendable(self, out: Path) -> None:
        """Rows of an earlier run in the output."""
        command = [sys.executable, "-m", "jobextract", "batch", str(self.rows), "-o", str(out), "--jobs", "1"]
        subprocess.run(command, check=True, capture_output=True)


def content(out: Path) -> tuple[bytes, bytes]:
    errors = Path(f"{out}.errors.jsonl")
    return out.read_bytes(), errors.read_bytes() if errors.exists() else b""


def left(out: Path) -> list[str]:
    """What lies beside an output and its errors."""
    return [path.name for path in out.parent.iterdir() if path.name not in (out.name, f"{out.name}.errors.jsonl")]


def until(run: subprocess.Popen[str], ready: Callable[[], object], seconds: float = 60.0) -> bool:
    """Wait until something is so, or the run has ended."""
    end = time.monotonic() + seconds
    while run.poll() is None and time.monotonic() < end:
        if ready():
            return True
        time.sleep(0.005)
    return False


def begun(out: Path) -> Callable[[], bool]:
    return lambda: Path(f"{out}.journal-wal").exists()


def kill(pid: int, how: int = signal.SIGKILL) -> bool:
    try:
        os.kill(pid, how)
    except ProcessLookupError:
        return False
    return True


def parent(trials: Trials, *options: str) -> tuple[int, int, str]:
    """Chains of runs, each killed at a random moment and gone on with; where rows are appended to, earlier ones stand there."""
    out = trials.out()
    if options:
        trials.appendable(out)
    start = time.monotonic()
    trials.ended(out, *options)
    whole, seconds = content(out), time.monotonic() - start
    met = well = chains = 0
    while met < trials.kills // 2:
        out, more, chains = trials.out(), options, chains + 1
        if options:
            trials.appendable(out)
        for _ in range(4):
            run = trials.started(out, *more)
            if until(run, begun(out)):
                until(run, lambda: False, trials.dice.uniform(0, seconds * 0.7))
            met += run.poll() is None and kill(run.pid)
            run.communicate()
            more = ("--resume",)
        code, words = trials.ended(out, *more)
        good = code in (0, 1) and "Traceback" not in words and content(out) == whole and not left(out)
        well += good
        if not good:
            print(f"  parent {options}: exit {code}, left {left(out)}: {words[-300:]}")
    return chains, well, f"{met} kills"


def crew(trials: Trials, server: bool) -> tuple[int, int, str]:
    """Long runs whose workers, or whose fork server with one of them, are killed again and again while they are at work."""
    trials.many()
    whole = undisturbed(trials)
    aim, met, tried, well, lost = trials.kills // (3 if server else 1), 0, 0, 0, 0
    while met < aim:
        out, tried = trials.out(), tried + 1
        run = trials.started(out)
        while run.poll() is None and met < aim:
            until(run, partial(at_work, run.pid))
            time.sleep(trials.dice.uniform(0, 0.5))
            victims = at_work(run.pid)
            if victims and server:  # which is needed, and started anew, when a worker is to be replaced
                met += any(kill(pid) for pid in children(run.pid) if b"forkserver" in called(pid))
            if victims:
                met += kill(trials.dice.choice(victims)) and not server
        code, words = finished(trials, run, out)
        given_up = sorted(GIVEN_UP.findall(words))
        good = code == 1 and "Traceback" not in words and without(content(out), given_up) == without(whole, given_up)
        well += good
        if not good:
            print(f"  {'server' if server else 'workers'}: exit {code}: {words[-400:]}")
        lost += len(given_up)
    return tried, well, f"{met} kills, {lost} documents named as given up after three"


def finished(trials: Trials, run: subprocess.Popen[str], out: Path) -> tuple[int, str]:
    """The exit code and words of a run, gone on with where it ended because its server was killed each time it was started."""
    words = run.communicate(timeout=PATIENT)[1]
    code, resumed = run.returncode, 0
    while code == 2 and "go on with --resume" in words and resumed < 3:
        code, more = trials.ended(out, "--resume")
        words, resumed = words + more, resumed + 1
    return code, words


def at_work(pid: int) -> list[int]:
    """The workers of a run that have read something since they were forked."""
    return [worker for worker in workers(pid) if spent(worker) >= AT_WORK]


def called(pid: int) -> bytes:
    """The command line of a process, empty where it has gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def without(found: tuple[bytes, bytes], given_up: list[str]) -> list[bytes]:
    """The rows and errors of all other documents."""
    lines = [line for part in found for line in part.splitlines()]
    return [line for line in lines if json.loads(line)["source"] not in given_up]


def undisturbed(trials: Trials, *options: str, **more: object) -> tuple[bytes, bytes]:
    out = trials.out()
    trials.ended(out, *options, **more)
    return content(out)


def full(trials: Trials) -> tuple[int, int, str]:
    """No file may grow beyond 64 kB: nothing stands under the final name, and with space the run goes on."""

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))

    well, forms = 0, ("jsonl", "csv", "parquet", "xlsx", "duckdb", "sqlite")
    for form in forms:
        out = trials.out(f"out.{form}")
        code, words = trials.ended(out, preexec_fn=limited)
        good = code == 1 and "free some space" in words and "Traceback" not in words and not out.exists()
        good = good and trials.ended(out, "--resume")[0] == 1 and out.exists() and not left(out)
        well += good
        if not good:
            print(f"  full {form}: exit {code}, left {left(out)}: {words[-300:]}")
    return len(forms), well, ", ".join(forms)


def gone(trials: Trials) -> tuple[int, int, str]:
    """The folder of the output is removed while a run writes."""
    out = trials.out()
    run = trials.started(out)
    until(run, begun(out))
    shutil.rmtree(out.parent)
    words = run.communicate(timeout=PATIENT)[1]
    good = run.returncode == 1 and "Traceback" not in words and "make it again" in words
    if not good:
        print(f"  gone: exit {run.returncode}: {words[-300:]}")
    return 1, int(good), "told, and nothing left"


def changing(trials: Trials) -> tuple[int, int, str]:
    """Files that vanish, change and cannot be read any more while a run reads: each is named, all others are read."""
    trials.many()
    inputs, damaged = len(os.listdir(trials.folder)), {"a0040x.txt", "a0043.txt"}  # a PDF and a link to itself
    out = trials.out()
    run = trials.started(out)
    until(run, partial(at_work, run.pid), PATIENT)  # by now the folder has been listed
    for how, number in enumerate(range(MANY - 3 * len(DAMAGE), MANY)):
        path = trials.folder / f"b{number:04}.txt"
        path.unlink()
        DAMAGE[how % len(DAMAGE)](path)
        damaged.add(path.name)
    words = run.communicate(timeout=PATIENT)[1]
    failed = {Path(json.loads(line)["source"]).name for line in content(out)[1].splitlines()}
    told = re.search(r"(\d+) documents, ", words)
    good = run.returncode == 1 and "Traceback" not in words and failed == damaged and bool(told)
    good = good and told is not None and int(told[1]) == inputs
    if not good:
        print(f"  changing: exit {run.returncode}, {inputs} inputs, {failed ^ damaged} differ: {words[-300:]}")
    return 1, int(good), f"{inputs} inputs accounted for, {len(damaged)} of them by name and cause"


#: what becomes of a file that is gone: nothing, a PDF, a link to itself, one that gives an error when it is read, a folder, a pipe
DAMAGE: tuple[Callable[[Path], object], ...] = (
    lambda path: None,
    lambda path: path.write_bytes(b"%PDF-1.7 \0"),
    lambda path: path.symlink_to(path.name),
    lambda path: path.symlink_to("/proc/self/mem"),
    Path.mkdir,
    os.mkfifo,
)


def interrupted(trials: Trials, times: int) -> tuple[int, int, str]:
    """Ctrl-C, as a terminal sends it to every process, once or twice."""
    whole, well = undisturbed(trials), 0
    for _ in range(3):
        out = trials.out()
        run = trials.started(out, start_new_session=True)
        until(run, begun(out))
        time.sleep(trials.dice.uniform(0, 2))
        for _ in range(times):
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGINT)
                time.sleep(0.05)
        words = run.communicate(timeout=PATIENT)[1]
        good = run.returncode in (130, 1) and "Traceback" not in words
        trials.ended(out, "--resume")
        good = good and content(out) == whole and not left(out)
        well += good
        if not good:
            print(f"  interrupted {times}: exit {run.returncode}, left {left(out)}: {words[-300:]}")
    return 3, well, "exit 130"


def others(trials: Trials) -> tuple[int, int, str]:
    """What the killed run did not have, options, rules or version: the bytes of a run that had it from the start."""
    well, tried = (
        0,
        (
            ("--kind", "money"),
            ("--publisher", "한들신문"),
            ("--published", "2023-05-05"),
            ("--rules", own_rules(trials)),
            (),
        ),
    )
    for options in tried:
        more = {} if options else {"env": os.environ | {"PYTHONPATH": newer(trials)}}
        whole, out = undisturbed(trials, *options, **more), trials.out()
        run = trials.started(out)
        until(run, partial(at_work, run.pid), PATIENT)
        time.sleep(1)
        kill(run.pid)
        run.communicate()
        code, words = trials.ended(out, "--resume", *options, **more)
        good = code == 1 and content(out) == whole and "done before" not in words
        well += good
        if not good:
            print(f"  options {options}: exit {code}: {words[-300:]}")
    return len(tried), well, "kind, publisher, published, rules, version; nothing was taken over"


def own_rules(trials: Trials) -> str:
    """A folder with a rule for something that stands in the articles."""
    place = trials.place / "own"
    place.mkdir()
    (place / "own.toml").write_text(RULE, encoding="utf-8")
    return str(place)


def newer(trials: Trials) -> str:
    """A search path on which the program has another version."""
    about = trials.place / "newer" / "jobextract-99.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: jobextract\nVersion: 99.0\n", encoding="utf-8")
    return os.pathsep.join((str(about.parent), str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH", "")))


def together(trials: Trials) -> tuple[int, int, str]:
    """A second run of the same output, while the first writes it."""
    whole, out = undisturbed(trials), trials.out()
    first = trials.started(out)
    until(first, begun(out))
    code, words = trials.ended(out, "--force")
    first.communicate(timeout=PATIENT)
    good = code == 2 and "another run is writing it" in words and content(out) == whole
    return 1, int(good), "the second is refused"


def spark(trials: Trials) -> tuple[int, int, str]:
    """Python workers of Spark are killed while it reads Parquet in partitions: their tasks are tried again, nothing is twice.

    The articles are short, for it is their number that counts. Their table is compared with that of a local run, row by row.
    """
    import pyarrow as pa
    from pyarrow import parquet

    table, out, plain = trials.place / "table.parquet", trials.out("out.parquet"), trials.out("local.parquet")
    count = EACH * trials.kills
    rows = {"id": [f"n{number:07}" for number in range(count)], "text": [body(number, 2) for number in range(count)]}
    days = pa.array([f"2024-02-{number * PARTS // count + 1:02}" for number in range(count)])
    parquet.write_to_dataset(pa.table(rows).append_column("part", days), table, partition_cols=["part"])
    command = [sys.executable, "-m", "jobextract", "batch", str(table), "-o"]
    subprocess.run([*command, str(plain)], check=True, capture_output=True)
    code, killed, words = struck(trials, [*command, str(out), "--engine", "spark", "--master", "local[2,24]"])
    if not (out / "_SUCCESS").exists():
        print(f"  spark: exit {code}: {words[-300:]}")
        return 1, 0, f"{killed} kills, {count} articles"
    local, made = (in_order(parquet.read_table(place)) for place in (plain, out))
    met = f"{killed} kills, {count} articles in {PARTS} partitions, {made.num_rows} rows of {made.nbytes >> 20} MB"
    return 1, int(made.equals(local)), f"{met}, of the local run {local.num_rows}"


def struck(trials: Trials, command: list[str]) -> tuple[int, int, str]:
    """Exit code, kills and words of a run whose Python workers are killed; its log is long, and no pipe to be left unread."""
    log = trials.place / "spark.log"
    with open(log, "wb") as file, subprocess.Popen(command, stderr=file) as run:
        killed = 0
        while killed < max(1, trials.kills // 20) and until(run, partial(of_spark, run.pid), PATIENT):
            time.sleep(trials.dice.uniform(*APART))
            victims = of_spark(run.pid)
            killed += bool(victims) and kill(trials.dice.choice(victims))
        code = run.wait()
    return code, killed, log.read_text(encoding="utf-8", errors="replace")


def in_order(table: Any) -> Any:
    """The rows of a table by article and place, in one piece, without what only says how a file was written."""
    by = [("source", "ascending"), ("start", "ascending"), ("id", "ascending")]
    return table.sort_by(by).replace_schema_metadata(None).combine_chunks()


def of_spark(pid: int) -> list[int]:
    """The Python workers of Spark that have read something."""
    java = [child for child in children(pid) if b"java" in called(child)]
    return [w for one in java for daemon in children(one) for w in children(daemon) if spent(w) >= AT_WORK]


def sending(trials: Trials) -> tuple[int, int, str]:
    """Workers that are killed while they send an answer of 20 MB, at random moments of that: twice for each at most."""
    told, names = trials.place / "told", [f"d{number}" for number in range(trials.kills)]
    for place in (told, trials.place / "at"):
        place.mkdir()
    documents = [Document(name, "x") for name in names]
    killer = Killer(told, trials.dice)
    with journal.opened(str(trials.out())) as book:
        killer.start()
        made = list(jobs.outcomes(documents, Task("jsonl"), 2, memory=book, work=partial(answer, told)))
        killer.over.set()
        killer.join()
    again = sum(len((told / name).read_bytes().splitlines()) - 1 for name in names)
    well = sum(one.failure is None and one.records == filling(one.name) for one in made)
    good = well == len(names) and [one.name for one in made] == names
    if not good:
        print(
            f"  sending: {len(made)} of {len(names)} answers, {well} whole, {[one.failure for one in made if one.failure]}"
        )
    return 1, int(good), f"{killer.kills} kills, {again} of them before the answer was whole, {len(names)} documents"


def filling(name: str) -> bytes:
    """Large records that tell which document they are of."""
    return f"{name} ".encode() * (LARGE // (len(name) + 1))


def answer(told: Path, job: jobs.Job) -> jobs.Outcome:
    """Stands in for the extraction: writes down, just before it is sent, which process sends."""
    name = job.document.name
    (told.parent / "at" / str(os.getpid())).write_text(name)
    made = jobs.Outcome(name, filling(name), count=1, key=name.encode().ljust(16))
    with open(told / name, "a") as file:
        file.write(f"{os.getpid()}\n")
    return made


class Killer(threading.Thread):
    """Kills whoever has said that it is about to send, a moment later; a document's first two senders only."""

    def __init__(self, told: Path, dice: Random) -> None:
        super().__init__(daemon=True)
        self.told, self.dice, self.kills, self.over = told, dice, 0, threading.Event()

    def run(self) -> None:
        heard: dict[str, int] = {}
        while not self.over.wait(0.001):
            for path in self.told.iterdir():
                pids = path.read_text().split()
                if heard.get(path.name, 0) < len(pids) <= 2:
                    heard[path.name] = len(pids)
                    time.sleep(self.dice.uniform(0, SENT))
                    self.kills += self.hit(int(pids[-1]), path.name)

    def hit(self, pid: int, name: str) -> bool:
        """Kill a process where it is still at this document; it stands still while that is looked up."""
        if not kill(pid, signal.SIGSTOP):
            return False
        until_stopped(pid)
        still = (self.told.parent / "at" / str(pid)).read_text() == name
        return kill(pid, signal.SIGKILL if still else signal.SIGCONT) and still


def until_stopped(pid: int) -> None:
    """Wait until a process stands still, or has gone."""
    with suppress(OSError):
        while Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "TZX":
            time.sleep(0.0005)


TRIALS: dict[str, Callable[[Trials], tuple[int, int, str]]] = {
    "parent": parent, "append": lambda trials: parent(trials, "--append"),
    "workers": lambda trials: crew(trials, False), "sending": sending, "server": lambda trials: crew(trials, True),
    "full": full, "gone": gone, "changing": changing, "options": others, "together": together,
    "ctrl-c": lambda trials: interrupted(trials, 1), "ctrl-c-twice": lambda trials: interrupted(trials, 2), "spark": spark,
}  # fmt: skip


def main(kills: int = 60, names: Iterable[str] = ()) -> int:
    os.nice(3)
    lost = 0
    for name in names or TRIALS:
        with tempfile.TemporaryDirectory() as place:
            start = time.monotonic()
            tried, well, met = TRIALS[name](Trials(Path(place), kills))
        lost += tried - well
        print(f"{name:13} {well:3} of {tried:3} well, {met}, {time.monotonic() - start:.0f} s", flush=True)
    return int(bool(lost))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2]), sys.argv[2:]))
