#!/usr/bin/env bash
# An analyst: a folder of articles and an export of BigKinds into one workbook, targets beside what was reached, and the
# page to check it on: examples/walk_analyst.sh articles/ NewsResult.xlsx out/
set -euo pipefail

articles=$1
news=$2
out=$3
mkdir -p "$out"
# 1 says that some inputs could not be read, such as a row without a text: they are named, the others are in the workbook
jobextract batch "$articles" "$news" -o "$out/jobs.xlsx" --lang ko --force || [ $? -eq 1 ]
jobextract report "$articles" -o "$out/check.html" --lang ko --force || [ $? -eq 1 ]
