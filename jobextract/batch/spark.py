"""The same records on Apache Spark: one machine or a cluster, Parquet out with Spark's own commit.

Parquet is read by Spark itself, wherever it can read (``s3a://``, ``hdfs://`` …); articles and other corpora are read by the
workers, by path, a corpus in one piece. Records go to ``NAME.parquet``, failures to ``NAME.errors.parquet``, in one job; all
is there when ``_SUCCESS`` stands among the records.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from ..io import sources
from ..io.atomic import OutputError, WriteError
from ..io.columns import Columns
from ..io.corpora import readers
from ..page.decode import ReadingError
from ..time_limit import USUAL as USUAL_LIMIT
from .jobs import Task

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark import Accumulator
    from pyspark.sql import DataFrame, DataFrameWriter, SparkSession

    from .side_channel import Spool

HERE = "local[*,4]"  # all processors; a task whose Python worker has died is tried again, as on a cluster
TOGETHER = 64  # articles that a task reads, at least
MOST = 4096
PARTS = (
    8  # tasks for each processor, at least: none waits long for the last, and little is done again for a dead worker
)
READ = 1 << 24  # bytes of Parquet that a task reads, at most: some 20,000 articles, ten minutes
ROWS = 256  # of a batch between Spark and Python: articles are long
USUAL, ALL = Columns(), Task("jsonl")


class Aside(NamedTuple):
    """What the workers say beside the records: accumulators of failures and of the number of records."""

    failures: Accumulator
    records: Accumulator


class Done(NamedTuple):
    """What came of a run: numbers of records and of failures, and the table that names the failures."""

    records: int
    failed: int
    errors: str


def run(
    places: list[str],
    output: str,
    columns: Columns = USUAL,
    task: Task = ALL,
    master: str | None = None,
    limit: float | None = USUAL_LIMIT,
    append: bool = False,
    force: bool = False,
) -> Done:
    """The records of the places as a table of Parquet, and what failed beside it; ``limit`` is that of a document, in seconds.

    Raises OutputError where Spark cannot run or the output may not be written, WriteError where the job fails.
    """
    _check(places, output)
    errors = f"{output.removesuffix('.parquet')}.errors.parquet"
    for target in (output, errors):
        if os.path.exists(target):
            _refuse(target, append, force)
    session = _session(master, output)
    from .side_channel import Gathering, Spool

    try:
        for target in (output, errors):
            _refuse_existing(session, target, append, force)
        context: Any = session.sparkContext
        aside = Aside(context.accumulator(Spool(), Gathering()), context.accumulator(0))
        results = _results(session, places, columns, task, limit, aside)
        mode = "append" if append else "overwrite" if force else "errorifexists"
        return _written(session, results, aside, output, errors, mode)
    finally:
        session.stop()


def _check(places: list[str], output: str) -> None:
    if not output.endswith(".parquet"):
        raise OutputError(output, "Spark writes a folder of Parquet files", "name it NAME.parquet")
    if sources.STANDARD in places:
        raise OutputError(sources.STANDARD, "Spark does not read standard input", "name files or corpora")
    if find_spec("pyspark") is None or find_spec("pyarrow") is None:
        raise OutputError(output, "pyspark is not installed", "pip install 'jobextract[spark]'")
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise OutputError(output, "no Java is found", "install Java 17 or later, or set JAVA_HOME")


def _session(master: str | None, output: str) -> SparkSession:
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("jobextract").config("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS)
    if master or "PYSPARK_GATEWAY_PORT" not in os.environ:  # spark-submit has named the master already
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = builder.master(master or HERE).config("spark.ui.showConsoleProgress", sys.stderr.isatty())
        builder = builder.config("spark.ui.enabled", False).config("spark.log.level", "ERROR")
        builder = builder.config("spark.python.daemon.module", "jobextract.batch.spark_daemon")
        builder = builder.config("spark.sql.files.maxPartitionBytes", READ).config("spark.sql.files.openCostInBytes", 0)
    try:
        session = builder.getOrCreate()
        processors = session.sparkContext.defaultParallelism
        session.conf.set("spark.sql.files.minPartitionNum", processors * PARTS)
        return session
    except (PySparkException, OSError) as error:
        raise OutputError(output, f"Spark does not start ({_first(error)})", "check Java and --master") from None


def _first(error: Exception) -> str:
    return next((line for line in str(error).splitlines() if line.strip()), type(error).__name__)[:200]


def _refuse_existing(session: Any, target: str, append: bool, force: bool) -> None:
    path = session._jvm.org.apache.hadoop.fs.Path(target)
    if path.getFileSystem(session._jsc.hadoopConfiguration()).exists(path):
        _refuse(target, append, force)


def _refuse(target: str, append: bool, force: bool) -> None:
    if not (append or force):
        remedy = "add --force to overwrite it, --append to add to it, or choose another name"
        raise OutputError(target, "exists already", remedy)


def _results(
    session: SparkSession, places: list[str], columns: Columns, task: Task, limit: float | None, aside: Aside
) -> DataFrame:
    """The records of all places, not yet computed; what failed goes aside."""
    remote = [place for place in places if "://" in place or sources.is_table(place)]
    named = [place for place in places if place not in set(remote)]
    found = list(sources.found(named)) if named else []
    tables = [path for path in found if isinstance(path, str) and readers.suffix(path) == ".parquet"]
    others = [path for path in found if path not in set(tables)]
    parts = [_of_table(session, path, columns, task, limit, aside) for path in (*remote, *tables)]
    parts += [_of_paths(session, others, columns, task, limit, aside)] if others else []
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.unionAll(part)
    return whole


def _of_table(
    session: SparkSession, path: str, columns: Columns, task: Task, limit: float | None, aside: Aside
) -> DataFrame:
    from pyspark.errors import PySparkException
    from pyspark.sql.types import StringType

    from ..io.columns import choose

    try:
        table = session.read.parquet(path if "://" in path else os.path.abspath(path))
    except PySparkException as error:
        raise ReadingError(path, f"is no Parquet that can be read ({_first(error)})", "check the file") from None
    chosen = choose(table.columns, columns, path)
    held = table.schema[chosen["text"]].dataType
    if not isinstance(held, StringType):
        cause = f"column {chosen['text']!r} holds {held.simpleString()}, no text"
        raise ReadingError(path, cause, "name the text with --text-column")
    needed = _spread(session, table.select(*dict.fromkeys(chosen.values())))
    return needed.mapInArrow(_of_rows(columns, task, limit, aside), _schema())


def _spread(session: SparkSession, table: DataFrame) -> DataFrame:
    """The table in parts enough for all processors: a file or few, which few tasks would read, are dealt out."""
    processors = session.sparkContext.defaultParallelism
    return table.repartition(processors * PARTS) if len(table.inputFiles()) < processors else table


def _of_paths(
    session: SparkSession, paths: list, columns: Columns, task: Task, limit: float | None, aside: Aside
) -> DataFrame:
    context = session.sparkContext
    groups = [list(map(os.fsencode, group)) for group in _groups(paths, context.defaultParallelism)]
    # as bytes: a name need not be UTF-8
    rows = context.parallelize([(group,) for group in groups], len(groups))
    frame = session.createDataFrame(rows, "paths array<binary>")
    return frame.mapInArrow(_of_files(columns, task, limit, aside), _schema())


def _groups(paths: list[str | ReadingError], processors: int) -> Iterator[list[str]]:
    """Paths that one task reads, in their order; a corpus alone. A place that gave no file is read, and named, anew."""
    size = min(MOST, max(TOGETHER, len(paths) // (processors * 16)))
    names = [path.name if isinstance(path, ReadingError) else path for path in paths]
    for name in names:
        if readers.is_corpus(name):
            yield [name]
    articles = (name for name in names if not readers.is_corpus(name))
    while group := list(islice(articles, size)):
        yield group


def _schema():
    from pyspark.sql.pandas.types import from_arrow_schema

    from ..io.tables import RECORDS

    return from_arrow_schema(RECORDS)


def _of_rows(columns: Columns, task: Task, limit: float | None, aside: Aside):
    """The function that makes records of batches of articles, on a worker."""

    def extracted(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from jobextract.batch import arrow

        for batch in batches:
            made = arrow.extract_documents(arrow.documents(batch, columns), *_overrides(task), limit)
            yield from _wanted(made, task, aside)

    return extracted


def _of_files(columns: Columns, task: Task, limit: float | None, aside: Aside):
    """The function that makes records of batches of paths, on a worker."""

    def extracted(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from jobextract.batch import arrow
        from jobextract.io import sources

        for batch in batches:
            for paths in batch.column("paths").to_pylist():
                found = (one for path in paths for one in sources.found([os.fsdecode(path)]))
                documents = sources.documents(found, columns)
                made = arrow.extract_documents(documents, *_overrides(task), limit)
                yield from _wanted(made, task, aside)

    return extracted


def _overrides(task: Task) -> tuple[str | None, str | None, tuple[str, ...]]:
    return task.published, task.publisher, task.rules


def _wanted(batches: Iterable[pa.RecordBatch], task: Task, aside: Aside) -> Iterator[pa.RecordBatch]:
    """The rows of the kinds and statuses asked for; all failures go aside."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for batch in batches:
        failed = batch.filter(pc.is_valid(batch["error"]))
        aside.failures.add(list(zip(failed["source"].to_pylist(), failed["error"].to_pylist(), strict=True)))
        wanted = pc.is_null(batch["error"])
        if task.kinds:
            wanted = pc.and_(wanted, pc.is_in(batch["kind"], pa.array(sorted(task.kinds))))
        if task.statuses:
            wanted = pc.and_(wanted, pc.is_in(pc.fill_null(batch["status"], "none"), pa.array(sorted(task.statuses))))
        if task.least:
            sure = pc.greater_equal(pc.cast(batch["confidence"], pa.float64()), task.least)
            wanted = pc.and_(wanted, pc.fill_null(sure, False))
        records = batch.filter(wanted).drop_columns(["error"])
        aside.records.add(records.num_rows)
        yield records


def _written(session: Any, results: DataFrame, aside: Aside, output: str, errors: str, mode: str) -> Done:
    """One job makes the records; then the failures are written, then the ``_SUCCESS`` of the records, which means all."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        _writer(results, mode).option("mapreduce.fileoutputcommitter.marksuccessfuljobs", False).parquet(output)
        failed: Spool = aside.failures.value
        for table in failed.tables():
            _writer(session.createDataFrame(table).coalesce(1), mode).parquet(errors)
            mode = "append"
        marked = session._jvm.org.apache.hadoop.fs.Path(output, "_SUCCESS")
        marked.getFileSystem(session._jsc.hadoopConfiguration()).create(marked, True).close()
        return Done(aside.records.value, failed.count, errors)
    except (PySparkException, Py4JError) as error:
        cause = f"the Spark job failed ({_first(error)})"
        raise WriteError(output, cause, "see Spark's log; without _SUCCESS in it it is not whole") from None


def _writer(table: DataFrame, mode: str) -> DataFrameWriter:
    return table.write.mode(mode).option("compression", "zstd")
