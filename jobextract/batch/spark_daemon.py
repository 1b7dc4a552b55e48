"""The process from which Spark forks its Python workers, with rules and model loaded: once a machine, not once a worker.

Spark starts it where ``spark.python.daemon.module`` names it, as it would start ``pyspark.daemon``.
"""

from pyspark.daemon import manager

from . import preload  # noqa: F401 loads rules and model

if __name__ == "__main__":
    manager()
