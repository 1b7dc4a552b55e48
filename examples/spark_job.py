"""The figures of a table of articles on a Spark cluster: spark-submit examples/spark_job.py ARTICLES.parquet RECORDS.parquet"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

import jobextract
from jobextract.batch.arrow import SCHEMA

articles, records = sys.argv[1:]
session = SparkSession.builder.appName("jobextract").getOrCreate()
session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 256)  # articles are long
table = session.read.parquet(articles)
made = table.mapInArrow(jobextract.extract_batches, from_arrow_schema(SCHEMA)).persist()
made.where("error IS NOT NULL").select("source", "error").write.parquet(
    records.removesuffix(".parquet") + ".errors.parquet"
)
made.where("error IS NULL").drop("error").write.parquet(records)
session.stop()
