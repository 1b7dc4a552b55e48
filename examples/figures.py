"""The targets of an article and the sentences that state them: ``python examples/figures.py seeds/plan-2024.txt``."""

import sys

from jobextract import extract, read_path

result = extract(read_path(sys.argv[1]))
for record in result.records:
    if record.status == "target" and record.value is not None:
        print(record.subject, record.item, f"{record.value:,}", record.unit, record.period, sep=" · ")
        print("   ", record.sentence)
