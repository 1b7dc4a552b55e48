"""Seconds that Duckling takes for texts: run by ``run.py`` with the Python in whose environment it is installed.

Texts come as a JSON array on standard input, the seconds go to standard output.
"""

import json
import sys
from time import perf_counter

from duckling import (
    Context,
    default_locale_lang,
    init,
    load_time_zones,
    parse_dimensions,
    parse_lang,
    parse_locale,
    parse_ref_time,
    parse_text,
)

DIMENSIONS = [
    "amount-of-money",
    "distance",
    "duration",
    "numeral",
    "ordinal",
    "quantity",
    "temperature",
    "time",
    "volume",
]
NOON = 1_707_188_400  # 6 February 2024 in Korea

init()
day = parse_ref_time(load_time_zones("/usr/share/zoneinfo"), "Asia/Seoul", NOON)
context = Context(day, parse_locale("KO_KR", default_locale_lang(parse_lang("KO"))))
dimensions = parse_dimensions(DIMENSIONS)
parse_text("올해 3개", context, dimensions, False)
texts = json.load(sys.stdin)
start = perf_counter()
for text in texts:
    parse_text(text, context, dimensions, False)
print(perf_counter() - start)
