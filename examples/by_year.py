"""Targets and actuals of a folder as a pandas table, a row a subject and item: ``python examples/by_year.py seeds``.

Needs pandas: ``pip install 'jobextract[pandas]'``.
"""

import sys
from pathlib import Path

import pandas

from jobextract import extract, read_path

articles = [extract(read_path(path)) for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
figures = pandas.concat([article.to_pandas() for article in articles])
wanted = figures[figures["status"].isin(["target", "actual"]) & figures["same_as"].isna() & figures["change"].isna()]
table = wanted.pivot_table(index=["subject", "item", "unit", "status"], columns="year", values="value", aggfunc="first")
print(table.astype("float64").to_string(na_rep="", float_format="{:,.10g}".format))
