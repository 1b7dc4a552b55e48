"""The figures of a table of articles on a Spark cluster: spark-submit examples/spark_job.py ARTICLES.parquet RECORDS.parquet

Records and failures come out of one job: RECORDS.parquet, and RECORDS.errors.parquet with ``source`` and ``error``.
"""

import sys

from jobextract.batch import spark

articles, records = sys.argv[1:]
done = spark.run([articles], records)
print(f"{done.records} records, {done.failed} failed", file=sys.stderr)
