"""Texts that nobody wrote: what is promised of every result holds for them too. ``fuzz/run.py`` tries many more."""

from __future__ import annotations

from random import Random

import invariants
import pytest
import run as fuzz
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import jobextract

PIECES = st.sampled_from([piece for pool in fuzz.texts.POOLS for piece in pool])
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30).map("".join)
DAYS = st.sampled_from(fuzz.texts.DAYS)
EASY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@EASY
@given(TEXTS, DAYS)
@example("내년1분기", "9999-12-31")
@example("24시", "9999-12-31T23:59:59")
@example("지난 4분기 \ud83d", "0001-01-01")
def test_any_text_gives_what_is_promised(text, day) -> None:
    invariants.check_text(text, day)


@EASY
@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.html", "-", "\udcff"]))
def test_any_bytes_are_a_source_or_refused(data, name) -> None:
    try:
        source = jobextract.read_bytes(data, name)
    except jobextract.ReadingError:
        return
    source.text.encode()
    source.name.encode()


@pytest.mark.parametrize("target", fuzz.TARGETS)
def test_the_fuzzer_finds_nothing_in_its_first_inputs(target, capsys) -> None:
    """A short run; a longer one is ``python fuzz/run.py MINUTES``."""
    assert all(fuzz.tried(target, seed) for seed in range(12)), capsys.readouterr().out


def test_the_same_seed_gives_the_same_text() -> None:
    assert fuzz.texts.text(Random("extract 7")) == fuzz.texts.text(Random("extract 7"))


def test_the_order_of_the_bytes_does_not_depend_on_the_workers(tmp_path, program) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for seed in range(30):
        text = fuzz.texts.text(Random(seed))
        (folder / f"{seed:02}.txt").write_text(text, encoding="utf-8", errors="replace")
    made = []
    for jobs in (1, 4):
        out = tmp_path / f"{jobs}.jsonl"
        program("batch", folder, "-o", out, "--jobs", jobs)
        errors = out.with_name(f"{out.name}.errors.jsonl")
        made.append((out.read_bytes(), errors.read_bytes() if errors.exists() else b""))
    assert made[0] == made[1]
