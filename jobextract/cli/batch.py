"""The command ``batch``: any number of documents, from files or corpora, into one data set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from importlib.metadata import version as installed
from typing import Annotated

import msgspec
import typer

from ..batch import failures, journal, plans
from ..batch import jobs as batches
from ..batch.jobs import Outcome, Task
from ..batch.workers import WorkerError
from ..display.console import log_to, progress_wanted, say
from ..io import datapackage, sources
from ..io.atomic import OutputError, WriteError, opened
from ..io.columns import Columns
from ..io.corpora.blocks import Past
from ..io.passed_over import PassedOver
from ..io.provenance import provenance
from ..io.writers import registry
from ..io.writers.formats import Sink, known, listed
from ..rulebook.loader import folder, load
from ..wording.terminal import counted
from .options import (
    MAX_SIZE,
    PROCESSORS,
    TIMEOUT,
    Annotations,
    Append,
    DateColumn,
    Described,
    Engine,
    FilesFrom,
    Force,
    IdColumn,
    Jobs,
    Keep,
    Kinds,
    Lang,
    LogFile,
    Master,
    MaxSize,
    MinConfidence,
    Partition,
    Places,
    Published,
    Publisher,
    RawCsv,
    Resume,
    Rules,
    Statuses,
    TextColumn,
    Timeout,
    TitleColumn,
    one_interrupt,
)

OutputFile = Annotated[str, typer.Option("--output", "-o", metavar="OUT", help=f"A {listed()}; - for a pipe.")]


def batch(
    output: OutputFile,
    places: Places = (),
    files_from: FilesFrom = None,
    text_column: TextColumn = None,
    id_column: IdColumn = None,
    date_column: DateColumn = None,
    title_column: TitleColumn = None,
    keep: Keep = None,
    form: Annotations = None,
    partition: Partition = None,
    log: LogFile = None,
    jobs: Jobs = PROCESSORS,
    timeout: Timeout = TIMEOUT,
    max_size: MaxSize = MAX_SIZE,
    resume: Resume = False,
    append: Append = False,
    described: Described = False,
    raw_csv: RawCsv = False,
    engine: Engine = "local",
    master: Master = None,
    kind: Kinds = (),
    status: Statuses = (),
    min_confidence: MinConfidence = 0.0,
    published: Published = None,
    publisher: Publisher = None,
    rules: Rules = (),
    force: Force = False,
    lang: Lang = None,
) -> None:
    """The figures of files, folders and corpora, in one data set."""
    log_to(log)
    task = Task("jsonl", frozenset(kind), frozenset(status), published, publisher, tuple(rules), min_confidence)
    digest = load(task.rules).digest
    columns = Columns(text_column, id_column, date_column, title_column, _kept(keep))
    named = _named(places, files_from)
    if engine == "spark":
        _on_spark(named, columns, task, output, master, timeout or None, append, force)
        return
    if _finished(output, resume):
        way = "leave --resume out to append to it" if append else "add --force to begin anew"
        say(f"{output}: finished already, nothing to resume; {way}")
        return
    for _ in sources.others([*named, *([files_from] if files_from else [])], output):
        pass  # told before the work where it can be; a folder is looked through as it is read
    run = _Run(output, form, partition, task, jobs, timeout, digest, raw_csv)
    _refuse_nothing(named, output)
    with one_interrupt(), run.prepared(resume, append, force, described) as (sink, failed):
        if sink is None:
            say(f"{output}: all was appended before the run was interrupted; nothing is left to do")
            return
        passed = PassedOver()
        found = sources.others(sources.found(named, passed), output)
        run.go(sources.stream(found, columns, int(max_size), run.past()), named, sink, failed)
    if described:
        _describe(output, run.kind, digest)
    passed.tell(say)
    _sum_up(run, failed.count)


def _kept(names: str | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(name.strip() for name in names.split(",") if name.strip())


def _named(places: Iterable[str], files_from: str | None) -> list[str]:
    """The places of the command line and of the list. Raises ReadingError for a list that cannot be read."""
    named = [*places, *(sources.listed(files_from) if files_from else ())]
    if not named and not files_from:
        wanted = "name files, folders or corpora, or a list of them with --files-from"
        raise typer.BadParameter(wanted, param_hint="PATH")
    return named


def _refuse_nothing(named: list[str], output: str) -> None:
    """Names what is not there and ends where no place gives a file: an output without rows would look like a result."""
    missing = []
    for place in sources.found(named):
        if isinstance(place, str):
            return
        missing.append(place)
    for error in missing:
        say(str(error))
    if missing:
        say(f"nothing to read; {output} is not written")
        raise typer.Exit(1)


def _finished(output: str, resume: bool) -> bool:
    if not resume:
        return False
    if registry.is_stream(output):
        why = "what went into a stream cannot be resumed; name a file with -o"
        raise typer.BadParameter(why, param_hint="--resume")
    return registry.path_of(output).exists() and not journal.place(output).exists()


class _Run:
    """One run of the command: what it writes and how far it is."""

    def __init__(
        self,
        output: str,
        form: str | None,
        partition: str | None,
        task: Task,
        jobs: int,
        timeout: float,
        digest: str,
        raw: bool,
    ) -> None:
        self.kind, self.by = registry.suffix(output, form), partition
        if partition and (self.kind != ".parquet" or registry.is_stream(output)):
            raise typer.BadParameter("goes with a .parquet only", param_hint="--partition-by")
        form = known()[self.kind].form
        self.output, self.jobs, self.limit = output, jobs, timeout or None
        self.task = msgspec.structs.replace(task, form="raw-csv" if raw and form == "csv" else form)
        self.base = batches.fingerprint(self.task, f"{installed('jobextract')} {installed('kiwipiepy_model')}", digest)
        self.origin = provenance(digest, folder(), _named_options(task))
        self.done = self.records = self.empty = 0
        self.journal: journal.Journal | None = None

    @contextmanager
    def prepared(self, resume: bool, append: bool, force: bool, described: bool) -> Iterator[tuple]:
        """Sink and failures, with the journal behind them; each appears under its name only when all has gone well."""
        with ExitStack() as stack:
            stream = registry.is_stream(self.output)
            if described:
                _refuse_described(self.output, stream, force or append or resume)
            if stream:
                yield (
                    stack.enter_context(registry.opened(self.output, kind=self.kind)),
                    stack.enter_context(failures.opened(None)),
                )
                return
            registry.check(self.output, force or append or resume, bool(self.by))
            self.journal = stack.enter_context(journal.opened(self.output))
            plan = plans.planned(self.output, self.journal, resume, append, force)
            if plan is None:
                yield None, None
                return
            sink = stack.enter_context(
                registry.opened(self.output, plan.append, self.journal.seal, self.origin, self.kind, self.by)
            )
            self.journal.begin(plan)
            yield sink, stack.enter_context(failures.opened(self.output, plan.failures))

    def past(self) -> Past | None:
        """What an earlier run has done, where this one can go on with it."""
        return Past(self.base, self.journal.block) if self.journal else None

    def go(self, documents: Iterable, named: list[str], sink: Sink, failed: failures.Failures) -> None:
        """Every document through the workers into the sink."""
        with _progress(named) as step:
            try:
                for outcome in self._outcomes(documents):
                    self._put(outcome, sink, failed)
                    step(failed.count, self.records)
            except KeyboardInterrupt:
                if self.journal is not None:
                    say(f"{self.output}: interrupted after {counted(self.done, 'documents')}; go on with --resume")
                raise
            except WriteError as error:
                if self.journal is None or not journal.place(self.output).exists():
                    raise
                raise WriteError(error.name, error.cause, f"{error.remedy} and go on with --resume") from error
            except WorkerError as error:
                cause, remedy = str(error).split("; ")
                on = " and go on with --resume" if self.journal is not None else ""
                raise OutputError(self.output, cause, remedy + on) from None

    def _outcomes(self, documents: Iterable) -> Iterator[Outcome]:
        return batches.outcomes(documents, self.task, self.jobs, self.limit, self.base, self.journal)

    def _put(self, outcome: Outcome, sink: Sink, failed: failures.Failures) -> None:
        self.done += 1
        self.records += outcome.count
        for said in (outcome.failure or outcome.empty, outcome.note):
            if said:
                say(f"{outcome.name}: {said}")
        if outcome.failure:
            failed.add(outcome.name, outcome.failure)
        else:
            self.empty += outcome.empty is not None
            sink.add(outcome.records, outcome.articles, outcome.checks)


def _named_options(task: Task) -> dict[str, str]:
    """The options that change what comes out, as they are called on the command line."""
    given = {
        "--kind": ",".join(sorted(task.kinds)),
        "--status": ",".join(sorted(task.statuses)),
        "--min-confidence": f"{task.least:g}" if task.least else "",
        "--published": task.published or "",
        "--publisher": task.publisher or "",
        "--rules": ",".join(task.rules),
    }
    return {name: value for name, value in given.items() if value}


def _refuse_described(output: str, stream: bool, force: bool) -> None:
    if stream:
        raise typer.BadParameter("a stream has no file to describe; name one with -o", param_hint="--datapackage")
    if datapackage.place(output).exists() and not force:
        raise OutputError(str(datapackage.place(output)), "exists already", "add --force to overwrite it")


def _describe(output: str, kind: str, digest: str) -> None:
    with opened(str(datapackage.place(output)), force=True) as out:
        out.write(datapackage.describe(output, kind, installed("jobextract"), digest))


def _sum_up(run: _Run, failed: int) -> None:
    taken = f", {run.journal.taken} of them done before" if run.journal and run.journal.taken else ""
    where = f", named in {failures.beside(run.output)}" if failed and run.journal else ""
    empty = f"; {run.empty} without an article" if run.empty else ""
    done = f"{counted(run.done, 'documents')}{taken}, {counted(run.records, 'records')}"
    say(f"{done}, {failed} failed{where}{empty}")
    if failed:
        raise typer.Exit(1)


def _on_spark(
    named: list[str], columns: Columns, task: Task, output: str, master: str | None, limit: float | None, *modes: bool
) -> None:
    from ..batch import spark

    done = spark.run(named, output, columns, task, master, limit, *modes)
    say(
        f"{counted(done.records, 'records')}, {done.failed} failed"
        + (f", named in {done.errors}" if done.failed else "")
    )
    if done.failed:
        raise typer.Exit(1)


def _progress(named: list[str]) -> AbstractContextManager[Callable[[int, int], None]]:
    """A bar on a terminal; its end is known where the rows of all corpora can be counted beforehand."""
    if not progress_wanted():
        return nullcontext(lambda failed, records: None)
    from ..display import terminal

    return terminal.progress(sources.total(named))
