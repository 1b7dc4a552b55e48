"""Where an output comes from: program, rules, weights and options. No clock time, so that the same input gives the same bytes."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

import msgspec


class Provenance(msgspec.Struct, frozen=True):
    """What the outcome depends on beside the articles; ``weights`` and ``rules`` are the first 12 hex digits of digests."""

    program: str
    analyser: str
    rules: str
    weights: str
    options: dict[str, str] = {}

    def rows(self) -> list[tuple[str, str]]:
        """Each fact by its name, the options at the end."""
        facts = {name: getattr(self, name) for name in ("program", "analyser", "rules", "weights")}
        return [*facts.items(), *((f"option {name}", told) for name, told in self.options.items())]


def provenance(rules: str, folder: Path, options: dict[str, str] | None = None) -> Provenance:
    """That of a run with rules of this digest; ``folder`` holds the learned weights as ``weights/*.json``."""
    digest = hashlib.sha256()
    for path in sorted((folder / "weights").glob("*.json")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    names = ("kiwipiepy", "kiwipiepy_model")
    return Provenance(
        program=f"jobextract {version('jobextract')}",
        analyser=", ".join(f"{name} {version(name)}" for name in names),
        rules=rules,
        weights=digest.hexdigest()[:12],
        options=options or {},
    )
