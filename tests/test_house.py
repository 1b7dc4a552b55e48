"""The house: who may import whom, how large a room may be, that every room is packaged."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "jobextract"
ROOMS = sorted(path.parent for path in PACKAGE.rglob("__init__.py"))


def test_imports_go_down_only(monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


def test_types_hold() -> None:
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("command", [("check",), ("format", "--check")], ids="-".join)
def test_ruff_is_clean(command: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-m", "ruff", *command, "."], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_a_room_holds_fifteen_modules_at_most() -> None:
    sizes = {room.name: len([path for path in room.glob("*.py") if path.stem != "__init__"]) for room in ROOMS}
    assert not {name: size for name, size in sizes.items() if size > 15}


def test_every_room_is_packaged() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    rooms = {".".join(room.relative_to(ROOT).parts) for room in ROOMS}
    assert rooms == {name for name in listed if not name.startswith(("jobextract.rules", "jobextract.seeds"))}


#: string literals with Korean words in the code, outside docstrings and messages to the user: words are data, so that this
#: only falls
KOREAN_LITERALS = 12
MESSAGES = (PACKAGE / "wording", PACKAGE / "cli")


def test_korean_words_are_data() -> None:
    counts = Counter(
        {
            str(path.relative_to(PACKAGE)): len(list(_korean_literals(path)))
            for path in PACKAGE.rglob("*.py")
            if not any(path.is_relative_to(place) for place in MESSAGES)
        }
    )
    assert sum(counts.values()) <= KOREAN_LITERALS, counts.most_common(20)


def _korean_literals(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        word = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
        if word and re.search("[가-힣]", node.value):
            yield node.value


def test_every_cache_is_full_within_a_thousand_articles() -> None:
    """A cache that no run fills is memory that grows for days: 8,192 keys are what a few hundred articles ask for."""
    sizes = re.compile(r"lru_cache\(maxsize=([\w ]+)|@(?:functools\.)?(cache)\b|@(lru_cache)\s*$", re.MULTILINE)
    found = {path: sizes.findall(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}
    kept = {
        (path.name, size) for path, several in found.items() for size, *bare in several if any(bare) or size == "None"
    }
    large = {
        (path.name, size)
        for path, several in found.items()
        for size, *_ in several
        if size.isdigit() and int(size) > 8192
    }
    assert not kept | large


def test_the_steps_that_the_benchmark_charges_exist(monkeypatch) -> None:
    """A step that is renamed or goes would end the profile of the next run, which no other test makes."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    steps = importlib.import_module("steps")
    assert [(step, name) for step, place, name in steps.STEPS if not hasattr(place, name)] == []
