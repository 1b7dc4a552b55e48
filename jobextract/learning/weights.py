"""Learned weights as data: ``rules/weights/NAME.json``, written by ``python -m training.train NAME``."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec

from ..rulebook.loader import folder


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What one training left: ``weights`` by fact, an integer for each of ``labels``.

    ``pages`` is the digest of the labelled pages learned from; ``data`` whatever else the scorer of that name asks for.
    """

    name: str
    pages: str
    labels: list[str]
    weights: dict[str, list[int]]
    data: dict[str, Any] = {}


@lru_cache(maxsize=16)
def load(name: str) -> Weights:
    """The weights of that name. Raises FileNotFoundError where nothing has been trained yet."""
    return read((folder() / "weights" / f"{name}.json").read_bytes())


def read(data: bytes) -> Weights:
    """The weights of a file's bytes."""
    return msgspec.json.decode(data, type=Weights)
