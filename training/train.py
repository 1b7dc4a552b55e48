"""``python -m training.train NAME``: learns ``rules/weights/NAME.json`` anew from the labelled pages of the repository.

A trainer is a module of ``training.trainers`` with ``train(pages) -> Weights``; where it has ``report(pages) -> str``, that is
printed first: what is right on pages that were not learned from. ``--check`` trains and compares, and writes nothing.
"""

from __future__ import annotations

import argparse
import pkgutil
import sys
from importlib import import_module
from pathlib import Path

from jobextract.learning.weights import Weights

from . import trainers
from .pages import labelled_pages
from .writing import written

FOLDER = Path(__file__).parent.parent / "rules" / "weights"


def trained(name: str) -> Weights:
    """The weights of the trainer of that name, learned from all pages."""
    return import_module(f"training.trainers.{name}").train(labelled_pages())


def main() -> int:
    """The command."""
    names = sorted(module.name for module in pkgutil.iter_modules(trainers.__path__))
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("name", choices=names)
    parser.add_argument("--check", action="store_true", help="compare with the weights that are there")
    parser.add_argument("--report", action="store_true", help="cross-validate first, which takes longer than training")
    options = parser.parse_args()
    if options.report:
        print(import_module(f"training.trainers.{options.name}").report(labelled_pages()))
    data = written(trained(options.name))
    path = FOLDER / f"{options.name}.json"
    if options.check:
        same = path.read_bytes() == data
        print(f"{path.name}: {'the same' if same else 'not what training gives'}", file=sys.stderr)
        return 0 if same else 1
    path.write_bytes(data)
    print(f"{path.name}: {len(data):,} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
