"""Weights to bytes: integers under sorted keys, a fact a line, so that a change can be read as a difference."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from jobextract.learning.weights import Weights

from .pages import LabelledPage


def digest(pages: Iterable[LabelledPage]) -> str:
    """12 hex digits that change with any text, label or annotation of the pages."""
    whole = hashlib.sha256()
    for page in sorted(pages, key=lambda page: page.name):
        for part in (page.name, page.text, "\n".join(page.labels), json.dumps([page.articles, page.rows])):
            whole.update(part.encode("utf-8", "replace") + b"\0")
    return whole.hexdigest()[:12]


def written(weights: Weights) -> bytes:
    """The file of the weights."""
    head = {"name": weights.name, "pages": weights.pages, "labels": weights.labels, "data": weights.data}
    lines = [f"{_text(key)}: {_text(value)}" for key, value in head.items()]
    rows = ",\n".join(f"{_text(fact)}: {_text(weights.weights[fact])}" for fact in sorted(weights.weights))
    return ("{\n" + ",\n".join([*lines, '"weights": {\n' + rows + "\n}"]) + "\n}\n").encode()


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
