"""The same records on Apache Spark: one machine or a cluster, Parquet out with Spark's own commit.

Parquet is read by Spark itself, wherever it can read (``s3a://``, ``hdfs://`` …); articles and other corpora are read by the
workers, by path, a corpus in one piece. Records go to ``NAME.parquet``, failures to ``NAME.errors.parquet``; each is
complete when its ``_SUCCESS`` stands in it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from ..io import readers, sources
from ..io.atomic import OutputError, WriteError
from ..io.columns import Columns
from ..page.decode import ReadingError
from .jobs import Task

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

HERE = "local[*,4]"  # all processors; a task whose Python worker has died is tried again, as on a cluster
TOGETHER = 64  # articles that a task reads, at least
MOST = 4096
ROWS = 256  # of a batch between Spark and Python: articles are long


class Done(NamedTuple):
    """What came of a run: numbers of records and of failures, and the table that names the failures."""

    records: int
    failed: int
    errors: str


def run(
    places: list[str],
    columns: Columns,
    task: Task,
    output: str,
    master: str | None,
    limit: float | None,
    append: bool,
    force: bool,
) -> Done:
    """``limit`` is that of a document, in seconds.

    Raises OutputError where Spark cannot run or the output may not be written, WriteError where the job fails.
    """
    _check(places, output)
    errors = f"{output.removesuffix('.parquet')}.errors.parquet"
    for target in (output, errors):
        if os.path.exists(target):
            _refuse(target, append, force)
    session = _session(master, output)
    try:
        for target in (output, errors):
            _refuse_existing(session, target, append, force)
        results = _results(session, places, columns, task, limit)
        return _written(results, output, errors, "append" if append else "overwrite" if force else "errorifexists")
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
    try:
        return builder.getOrCreate()
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


def _results(session: SparkSession, places: list[str], columns: Columns, task: Task, limit: float | None) -> DataFrame:
    """Records and failures of all places, as rows of ``arrow.SCHEMA``, not yet computed."""
    remote = [place for place in places if "://" in place]
    named = [place for place in places if "://" not in place]
    found = list(sources.found(named)) if named else []
    tables = [path for path in found if isinstance(path, str) and readers.suffix(path) == ".parquet"]
    others = [path for path in found if path not in set(tables)]
    parts = [_of_table(session, path, columns, task, limit) for path in (*remote, *tables)]
    parts += [_of_paths(session, others, columns, task, limit)] if others else []
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.unionAll(part)
    return whole


def _of_table(session: SparkSession, path: str, columns: Columns, task: Task, limit: float | None) -> DataFrame:
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
    needed = table.select(*dict.fromkeys(chosen.values()))
    return needed.mapInArrow(_of_rows(columns, task, limit), _schema())


def _of_paths(session: SparkSession, paths: list, columns: Columns, task: Task, limit: float | None) -> DataFrame:
    context = session.sparkContext
    groups = [list(map(os.fsencode, group)) for group in _groups(paths, context.defaultParallelism)]
    # as bytes: a name need not be UTF-8
    rows = context.parallelize([(group,) for group in groups], len(groups))
    frame = session.createDataFrame(rows, "paths array<binary>")
    return frame.mapInArrow(_of_files(columns, task, limit), _schema())


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

    from .arrow import SCHEMA

    return from_arrow_schema(SCHEMA)


def _of_rows(columns: Columns, task: Task, limit: float | None):
    """The function that makes records of batches of articles, on a worker."""

    def extracted(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from jobextract.batch import arrow

        for batch in batches:
            yield from _wanted(arrow.extract_documents(arrow.documents(batch, columns), *_overrides(task), limit), task)

    return extracted


def _of_files(columns: Columns, task: Task, limit: float | None):
    """The function that makes records of batches of paths, on a worker."""

    def extracted(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from jobextract.batch import arrow
        from jobextract.io import sources

        for batch in batches:
            for paths in batch.column("paths").to_pylist():
                found = (one for path in paths for one in sources.found([os.fsdecode(path)]))
                documents = sources.documents(found, columns)
                yield from _wanted(arrow.extract_documents(documents, *_overrides(task), limit), task)

    return extracted


def _overrides(task: Task) -> tuple[str | None, str | None, tuple[str, ...]]:
    return task.published, task.publisher, task.rules


def _wanted(batches: Iterable[pa.RecordBatch], task: Task) -> Iterator[pa.RecordBatch]:
    """The rows of the kinds and statuses asked for, and all failures."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for batch in batches:
        wanted = pc.is_null(batch["error"])
        if task.kinds:
            wanted = pc.and_(wanted, pc.is_in(batch["kind"], pa.array(sorted(task.kinds))))
        if task.statuses:
            wanted = pc.and_(wanted, pc.is_in(pc.fill_null(batch["status"], "none"), pa.array(sorted(task.statuses))))
        if task.least:
            sure = pc.greater_equal(pc.cast(batch["confidence"], pa.float64()), task.least)
            wanted = pc.and_(wanted, pc.fill_null(sure, False))
        yield batch.filter(pc.or_(wanted, pc.is_valid(batch["error"])))


def _written(results: DataFrame, output: str, errors: str, mode: str) -> Done:
    """Computed once and kept on disk by Spark, for both tables; records last, so that their ``_SUCCESS`` means all."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException
    from pyspark.storagelevel import StorageLevel

    kept = results.persist(StorageLevel.DISK_ONLY)
    try:
        failed = kept.where("error IS NOT NULL").select("source", "error")
        records = kept.where("error IS NULL").drop("error")
        lost = _written_and_counted(failed, errors, mode)
        return Done(_written_and_counted(records, output, mode), lost, errors)
    except (PySparkException, Py4JError) as error:
        raise WriteError(
            output, f"the Spark job failed ({_first(error)})", "see Spark's log; nothing was committed"
        ) from None


def _written_and_counted(table: DataFrame, place: str, mode: str) -> int:
    """The rows of the table, counted while they are written."""
    from pyspark.sql import Observation
    from pyspark.sql.functions import count, lit

    counted = Observation()
    observed = table.observe(counted, count(lit(1)).alias("rows"))
    observed.write.mode(mode).option("compression", "zstd").parquet(place)
    return counted.get["rows"]
