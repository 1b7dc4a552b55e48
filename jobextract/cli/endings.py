"""Endings of output files: a command refuses the one of a format that it does not write, before it reads anything."""

from __future__ import annotations

import os
from collections.abc import Collection

from ..io.annotations import FORMS
from ..io.atomic import OutputError
from ..io.writers import formats, registry
from ..io.writers.csv import BOM

PAGE = ("html", "htm")
#: what parse writes by the name of the file
RECORDS = ("jsonl", "json", "csv", *FORMS)
#: say nothing of a format: lines of text go under any of them
_PLAIN = ("", "txt", "ndjson")


def ending(output: str) -> str:
    """The ending of the name, without its dot."""
    return os.path.splitext(output)[1].lstrip(".").lower()


def check(command: str, output: str, own: Collection[str]) -> None:
    """Raises OutputError for a name that says another format than the command writes, with the command that writes it."""
    found = ending(output)
    if registry.is_stream(output) or found in own or found in _PLAIN:
        return
    cause = f"{command} writes {', '.join(f'.{one}' for one in own)}, not .{found}"
    raise OutputError(output, cause, _remedy(found))


def opening(output: str | None) -> bytes:
    """What stands before the header of a .csv: the mark in a file, nothing in a pipe, whose reader wants none."""
    return BOM if output and not registry.is_stream(output) else b""


def _remedy(found: str) -> str:
    if found in PAGE:
        return f"'jobextract report' writes .{found}"
    if found in RECORDS:
        return f"'jobextract parse' writes .{found}"
    return f"'jobextract batch' writes .{found}" if f".{found}" in formats.known() else "choose one of these endings"
