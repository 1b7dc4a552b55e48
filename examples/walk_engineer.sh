#!/usr/bin/env bash
# An engineer: articles in Parquet to records in Parquet, a folder for each year, with a log; a run that was stopped goes on
# with --resume: examples/walk_engineer.sh articles.parquet records.parquet
set -euo pipefail

articles=$1
records=$2
jobextract batch "$articles" -o "$records" --partition-by year --log "${records%.parquet}.log" --resume
