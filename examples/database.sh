#!/usr/bin/env bash
# A folder of articles into a DuckDB database, and a question to it: examples/database.sh seeds out/
set -euo pipefail

articles=$1
out=$2
mkdir -p "$out"
jobextract batch "$articles" -o "$out/records.duckdb" --force
python - "$out/records.duckdb" <<'SQL'
import sys, duckdb
query = "SELECT subject, count(*) FILTER (status = 'target') AS targets FROM records GROUP BY subject ORDER BY ALL"
print(duckdb.connect(sys.argv[1], read_only=True).sql(query))
SQL
