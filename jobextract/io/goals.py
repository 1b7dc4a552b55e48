"""Targets beside achievements over a whole output, gathered while its records pass by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from ..model import Record, Target

_read = msgspec.json.Decoder(Record)


class Goals:
    """Holds all records: what ``targets`` makes of a figure hangs on those around it, and some that are set against one have no status."""

    def __init__(self) -> None:
        self._records: list[Record] = []

    def add(self, lines: bytes) -> None:
        """Records as JSON Lines."""
        self.keep(_read.decode_lines(lines))

    def add_rows(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Records as the rows of a table."""
        self.keep(msgspec.convert(row, Record) for row in rows)

    def keep(self, records: Iterable[Record]) -> None:
        """Records as they are."""
        self._records += records

    def rows(self) -> list[Target]:
        """One row a subject, item, period and unit of which a target is known."""
        from ..analysis.targets import targets  # its patterns are half of what the formats of outputs take to load

        return targets(self._records)

    def evidence(self) -> dict[str, Record]:
        """The records by their ids; of several with one id the first."""
        return {record.id: record for record in reversed(self._records)}
