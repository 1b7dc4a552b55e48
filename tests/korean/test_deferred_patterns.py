"""Patterns that are compiled when they are first used: once, and every one that a module names can be."""

from __future__ import annotations

import gc
import re
from importlib import import_module
from pkgutil import walk_packages

import jobextract
from jobextract.korean import deferred_patterns
from jobextract.korean.deferred_patterns import compile_all, deferred

#: modules that need what is not installed everywhere
_OPTIONAL = ("batch.spacy_component", "batch.spark_daemon", "__main__")


def test_a_pattern_is_compiled_by_its_first_call_and_no_other() -> None:
    compiled: list[str] = []

    def compiling(written: str) -> re.Pattern[str]:
        compiled.append(written)
        return re.compile(written)

    made = deferred(lambda: "(?P<n>[0-9]+)개", compiling)
    assert made.pattern == "(?P<n>[0-9]+)개" and not compiled
    assert made.search("일자리 30개").span("n") == (4, 6)
    assert made.fullmatch("30개") and made.sub("", "30개 남짓") == " 남짓" and "n" in made.groupindex
    assert compiled == ["(?P<n>[0-9]+)개"]


def test_every_pattern_that_a_module_names_can_be_compiled() -> None:
    """None of the seldom ones is compiled before it is used, so a name that no list has, or a bad pattern, would be met by a reader only."""
    for module in walk_packages(jobextract.__path__, "jobextract."):
        if not module.name.endswith(_OPTIONAL):
            import_module(module.name)
    compile_all()


def test_a_pattern_that_nobody_holds_is_not_kept() -> None:
    before = len(deferred_patterns._known)
    held = deferred(lambda: "가", re.compile)
    assert len(deferred_patterns._known) == before + 1
    del held
    gc.collect()
    assert len(deferred_patterns._known) <= before
