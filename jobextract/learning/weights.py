"""Learned weights as data: ``rules/weights/NAME.json``, written by ``python -m training.train NAME``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import msgspec

from ..rulebook.loader import folder


class Weights(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What one training left: ``weights`` by fact, an integer for each of ``labels``.

    ``pages`` is the digest of the labelled pages learned from; ``data`` whatever else the scorer of that name asks for.
    """

    name: str
    pages: str
    labels: list[str]
    weights: dict[str, tuple[int, ...]]
    data: dict[str, Any] = {}


#: what stands for the weights of a name while ``instead`` is in force
_INSTEAD: dict[str, Weights] = {}


def load(name: str) -> Weights:
    """The weights of that name. Raises FileNotFoundError where nothing has been trained yet."""
    return _INSTEAD.get(name) or _load(name)


@contextmanager
def instead(others: dict[str, Weights]) -> Iterator[None]:
    """Training reads a page with weights that have never seen it; not for threads."""
    _INSTEAD.update(others)
    try:
        yield
    finally:
        _INSTEAD.clear()


@lru_cache(maxsize=16)
def _load(name: str) -> Weights:
    return read((folder() / "weights" / f"{name}.json").read_bytes())


def read(data: bytes) -> Weights:
    """The weights of a file's bytes."""
    return msgspec.json.decode(data, type=Weights)
