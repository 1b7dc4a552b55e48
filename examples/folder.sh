#!/usr/bin/env bash
# A folder of articles into a spreadsheet, and the targets in it by subject and year: examples/folder.sh seeds out/
set -euo pipefail

articles=$1
out=$2
mkdir -p "$out"
jobextract batch "$articles" -o "$out/records.csv" --force
jobextract batch "$articles" -o "$out/records.jsonl" --force
jobextract targets "$out/records.jsonl" --format csv >"$out/targets.csv"
