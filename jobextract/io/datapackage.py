"""A description of an output for programs that read data packages (Frictionless Data, Table Schema)."""

from __future__ import annotations

import hashlib
import os
import typing
from decimal import Decimal
from pathlib import Path

import msgspec

from ..model import Record
from ..page.decode import printable
from ..wording.words import language, word
from .schema import MEANING
from .writers.formats import known

NAME = "datapackage.json"
KEY = ("source", "id")  # the same text from two sources has the same ids
_TYPES = ((Decimal, "number"), (bool, "boolean"), (int, "integer"))
_BLOCK = 1 << 20


def place(target: str) -> Path:
    """Where the description of an output stands: in its folder, under the name that the standard fixes."""
    return Path(os.path.realpath(target)).with_name(NAME)


def describe(target: str, kind: str, version: str, rules: str) -> bytes:
    """The description of an output that is whole: its format (``.csv`` …), size, digest, and the meaning of its columns."""
    path = Path(os.path.realpath(target))
    resource = {
        "name": "records",
        "path": _paths(path),
        "format": kind.lstrip("."),
        "mediatype": known()[kind].media,
        "encoding": "utf-8",
        **_size(path),
        **({"dialect": {"sheet": word("sheet_figures", language())}} if kind == ".xlsx" else {}),
        "schema": {
            "fields": [_field(name) for name in Record.__struct_fields__],
            "missingValues": [""],
            "primaryKey": list(KEY),
        },
    }
    package = {
        "name": "jobextract-records",
        "title": "Figures of Korean news articles",
        "description": f"Written by jobextract {version} with rules {rules}",
        "profile": "tabular-data-package" if kind == ".csv" else "data-package",
        "resources": [resource],
    }
    return msgspec.json.format(msgspec.json.encode(package)) + b"\n"


def _paths(path: Path) -> str | list[str]:
    """The name of the file; of a folder of parts those of the parts, as the standard has it."""
    if not path.is_dir():
        return printable(path.name)
    return [printable(part.relative_to(path.parent).as_posix()) for part in _parts(path)]


def _parts(folder: Path) -> list[Path]:
    return sorted(part for part in folder.rglob("*") if part.is_file())


def _size(path: Path) -> dict[str, object]:
    """Bytes and digest; parts have no digest together."""
    if path.is_dir():
        return {"bytes": sum(part.stat().st_size for part in _parts(path))}
    return {"bytes": path.stat().st_size, "hash": f"sha256:{_digest(path)}"}


def _field(name: str) -> dict[str, object]:
    hint = typing.get_type_hints(Record)[name]
    sides = typing.get_args(hint) or (hint,)
    kind = next((word for side, word in _TYPES if side in sides), "string")
    return {"name": name, "type": kind, "description": MEANING[name]}


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
