"""Writes ``docs/python.md``, the reference of what can be imported, from the docstrings: ``python docs/reference.py``."""

from __future__ import annotations

import inspect
import typing
from pathlib import Path

import msgspec

import jobextract

PAGE = Path(__file__).parent / "python.md"
HEAD = """# Python

Made from the docstrings by `python docs/reference.py`. Everything here is imported from `jobextract`.

```python
from jobextract import extract, iter_extract, read_path, targets

result = extract(read_path("seeds/plan-2024.txt"))
print(result)
print([(row.subject, row.item, row.year, int(row.target)) for row in targets(result.records)][:2])
print(sum(len(each.records) for each in iter_extract(["seeds"])))
```

Offsets are code points of the text that was read, half-open; numbers are exact decimals; periods are EDTF.
`result.to_pandas()`, `to_polars()` and `to_arrow()` give the records as tables (extras `pandas`, `polars`, `arrow`): in pandas
`value`, `low`, `high` and `confidence` are `Float64`, whole numbers `Int64`, `approx` is `boolean`, the rest `string`.
"""


def written() -> str:
    """The whole page."""
    parts = [HEAD]
    for name in sorted(jobextract.__all__, key=lambda name: (name[0].isupper(), name)):
        thing = getattr(jobextract, name)
        if not callable(thing):
            continue
        parts.append(f"## `{name}`\n\n{_signature(name, thing)}{inspect.cleandoc(thing.__doc__ or '')}\n")
        if isinstance(thing, type) and issubclass(thing, msgspec.Struct):
            parts.append(_fields(thing))
    return "\n".join(parts)


def _signature(name: str, thing: object) -> str:
    if isinstance(thing, type):
        return ""
    return f"```text\n{name}{inspect.signature(thing)}\n```\n\n"


def _fields(thing: type[msgspec.Struct]) -> str:
    """The fields with their types, as the code writes them."""
    rows = [f"- `{name}`: `{_type(thing, name)}`" for name in thing.__struct_fields__]
    return "\n".join(rows) + "\n"


def _type(thing: type[msgspec.Struct], name: str) -> str:
    hint = typing.get_type_hints(thing)[name]
    words = hint.__name__ if isinstance(hint, type) and not typing.get_args(hint) else str(hint)
    return (
        words.replace("typing.", "")
        .replace("jobextract.model.", "")
        .replace("decimal.", "")
        .replace("NoneType", "None")
    )


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
