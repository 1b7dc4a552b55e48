"""Hand-made results that export and render are tested with, and the program run as a user runs it."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from jobextract import cli
from jobextract.model import Article, Check, Extraction, Line, Part, Record, Source
from jobextract.wording.words import choose

ROOT = Path(__file__).parent.parent
SENTENCE = "한들시는 올해 일자리 1만2천개를 만들 계획이다."
PAGE = f"맑음 춘천 3.1℃\n한들시, 일자리 1만2천개 만든다\n\n{SENTENCE} 강민서 기자"


@pytest.fixture(autouse=True)
def english(monkeypatch) -> None:
    """Headings and pages are in English, whatever the locale of the machine, where a test does not say otherwise."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    choose(None)


@pytest.fixture
def record() -> Callable[..., Record]:
    """Makes a record; every field that a test does not name is that of the sample page's body."""
    start = PAGE.index(SENTENCE) + SENTENCE.index("1만")
    sample = Record(
        id=f"0123456789ab:{start}-{start + 5}",
        source="page.txt",
        article=1,
        title="한들시, 일자리 1만2천개 만든다",
        published="2024-02-06",
        publisher="한들신문",
        reporter="강민서",
        section="body",
        subject="한들시",
        region=None,
        item="일자리",
        category=None,
        kind="count",
        text="1만2천개",
        start=start,
        end=start + 5,
        value=Decimal(12000),
        low=None,
        high=None,
        unit="개",
        bound=None,
        approx=False,
        change=None,
        status="plan",
        year=2024,
        period="2024",
        period_basis="published",
        same_as=None,
        sentence=SENTENCE,
        rule="count.counter",
        member=None,
        confidence=None,
        carried=None,
    )
    return lambda **changes: msgspec.structs.replace(sample, **changes)


@pytest.fixture
def page() -> Source:
    return Source(name="page.txt", text=PAGE, digest="0123456789ab")


@pytest.fixture
def lines() -> tuple[Line, ...]:
    """The sample page judged: a weather line, the title, a blank line, and body and byline glued together."""
    marks = (("boilerplate", "line.weather"), ("title", "line.title"), ("blank", "line.blank"), ("body", "line.body"))
    judged, start = [], 0
    for number, (words, (role, rule)) in enumerate(zip(PAGE.split("\n"), marks, strict=True), 1):
        end = start + len(words)
        parts = (Part(start, end, role, rule),) if words else ()
        if role == "body":
            cut = start + len(SENTENCE)
            parts = (Part(start, cut, "body", rule), Part(cut + 1, end, "meta", "line.byline"))
        keep = role in ("title", "body")
        judged.append(Line(number=number, start=start, end=end, keep=keep, role=role, rule=rule, parts=parts))
        start = end + 1
    return tuple(judged)


@pytest.fixture
def extraction(page: Source, lines: tuple[Line, ...], record: Callable[..., Record]) -> Extraction:
    """The sample page with one record and one check."""
    article = Article(
        number=1,
        first_line=2,
        last_line=4,
        title="한들시, 일자리 1만2천개 만든다",
        published="2024-02-06",
        publisher="한들신문",
        reporter="강민서",
        subject="한들시",
    )
    whole = Decimal("1.2E+4")
    check = Check(kind="sum", article=1, holds=True, total=record().id, parts=(), stated=whole, expected=whole)
    return Extraction(source=page, lines=lines, articles=(article,), records=(record(),), checks=(check,))


@pytest.fixture
def program(monkeypatch, capfdbinary) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs ``jobextract`` with the arguments in this process, its output caught as bytes."""

    def run(*arguments: str | Path, input: bytes = b"", env: dict[str, str] | None = None):
        command = ["jobextract", *map(str, arguments)]
        monkeypatch.setattr(sys, "argv", command)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(input)))
        for name, value in (env or {}).items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit) as end:
            cli.run()
        return subprocess.CompletedProcess(command, end.value.code, *capfdbinary.readouterr())

    return run


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs ``jobextract`` in a process of its own."""

    def run(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "jobextract", *map(str, arguments)]
        return subprocess.run(command, stderr=subprocess.PIPE, timeout=900, **options)

    return run
