#!/usr/bin/env bash
# A page to check a folder of annotated articles on, and how good its records are: examples/review.sh seeds out/
set -euo pipefail

articles=$1
out=$2
mkdir -p "$out"
jobextract report "$articles" -o "$out/report.html" --force
jobextract batch "$articles" -o "$out/records.jsonl" --force
jobextract eval "$out/records.jsonl" "$articles"
