"""A data journalist: a folder into DuckDB, SQLite and pandas, and the same question to each.

``python examples/walk_databases.py seeds out`` prints how many jobs Dobong aims at in the four years from 2023: the yearly
targets alone, for the sum by 2026 is a target of its own and would count them twice.
"""

import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas

articles, out = sys.argv[1], Path(sys.argv[2])
out.mkdir(exist_ok=True)
for name in ("jobs.duckdb", "jobs.sqlite", "jobs.parquet"):
    command = [sys.executable, "-m", "jobextract", "batch", articles, "-o", str(out / name), "--force"]
    subprocess.run(command, check=True, capture_output=True)

#: a yearly target has its year for a period; one by 2026 has ../2026
QUERY = """
SELECT sum(value) FROM records
WHERE subject = '도봉구' AND item LIKE '%일자리%' AND unit = '개' AND status = 'target'
  AND period = CAST(year AS VARCHAR) AND year BETWEEN 2023 AND 2026 AND same_as IS NULL
"""
[(in_duckdb,)] = duckdb.connect(str(out / "jobs.duckdb"), read_only=True).execute(QUERY).fetchall()
[(in_sqlite,)] = sqlite3.connect(out / "jobs.sqlite").execute(QUERY).fetchall()

figures = pandas.read_parquet(out / "jobs.parquet")
yearly = figures[
    (figures["subject"] == "도봉구")
    & figures["item"].str.contains("일자리", na=False)
    & (figures["unit"] == "개")
    & (figures["status"] == "target")
    & (figures["period"] == figures["year"].astype("Int64").astype("string"))
    & figures["year"].between(2023, 2026)
    & figures["same_as"].isna()
]
for name, number in (("DuckDB", in_duckdb), ("SQLite", in_sqlite), ("pandas", yearly["value"].sum())):
    print(f"{name}: {int(number):,}")
