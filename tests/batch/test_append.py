"""What is appended by a run that was stopped stands in the output once: not lost, not doubled."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import corpus_rows as corpus
import pytest

from jobextract.batch import journal

command = import_module("jobextract.cli.batch")  # as an attribute of its package that name is the command itself


@pytest.fixture
def earlier(tmp_path, program) -> Path:
    """An output that holds the first two articles; the others stand in ``more.jsonl``."""
    articles = corpus.rows(tmp_path)
    corpus.as_jsonl(tmp_path / "first.jsonl", articles[:2])
    corpus.as_jsonl(tmp_path / "more.jsonl", [*articles[2:], {"id": "bad", "text": None, "date": ""}])
    assert program("batch", tmp_path / "first.jsonl", "-o", tmp_path / "out.jsonl", "--jobs", "1").returncode == 0
    return tmp_path


def run(program, folder: Path, *options: str):
    return program("batch", folder / "more.jsonl", "-o", folder / "out.jsonl", "--jobs", "1", *options)


def sources(folder: Path) -> list[str]:
    lines = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    return list(dict.fromkeys(json.loads(line)["source"] for line in lines))


def rows(folder: Path) -> tuple[bytes, bytes]:
    return (folder / "out.jsonl").read_bytes(), (folder / "out.jsonl.errors.jsonl").read_bytes()


@pytest.fixture
def appended(earlier, program) -> tuple[bytes, bytes]:
    """What a run that nobody stops makes of it; the output is then put back."""
    before = (earlier / "out.jsonl").read_bytes()
    assert run(program, earlier, "--append").returncode == 1
    whole = rows(earlier)
    (earlier / "out.jsonl").write_bytes(before)
    (earlier / "out.jsonl.errors.jsonl").unlink()
    return whole


def stopped_after(monkeypatch, documents: int) -> None:
    put = command._Run._put

    def stopping(self, *rest) -> None:
        if self.done == documents:
            raise KeyboardInterrupt
        put(self, *rest)

    monkeypatch.setattr(command._Run, "_put", stopping)


@pytest.mark.parametrize(
    ("documents", "options"), [(0, ["--resume"]), (2, ["--resume"]), (2, ["--append", "--resume"])]
)
def test_a_stopped_append_is_gone_on_with(documents, options, earlier, appended, program, monkeypatch) -> None:
    before = (earlier / "out.jsonl").read_bytes()
    with monkeypatch.context() as patched:
        stopped_after(patched, documents)
        assert run(program, earlier, "--append").returncode == 130
    assert (earlier / "out.jsonl").read_bytes() == before
    assert run(program, earlier, *options).returncode == 1
    assert rows(earlier) == appended
    assert not (earlier / "out.jsonl.journal").exists()


def test_an_append_that_had_got_its_name_is_not_done_again(earlier, appended, program, monkeypatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(journal, "_remove", lambda target: None)  # killed between the rename and the end of the journal
        assert run(program, earlier, "--append").returncode == 1
    assert run(program, earlier, "--append").returncode == 2
    resumed = run(program, earlier, "--append", "--resume")
    assert resumed.returncode == 0 and "nothing is left to do" in resumed.stderr.decode()
    assert rows(earlier) == appended
    assert not (earlier / "out.jsonl.journal").exists()


def test_errors_that_had_got_their_name_are_not_doubled(earlier, appended, program, monkeypatch) -> None:
    from jobextract.io.writers import registry

    def dying(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(registry, "named", dying)  # killed between the rename of the errors and that of the output
        assert run(program, earlier, "--append").returncode == 130
    assert (earlier / "out.jsonl.errors.jsonl").exists()
    assert run(program, earlier, "--append", "--resume").returncode == 1
    assert rows(earlier) == appended


def test_a_finished_append_is_not_resumed(earlier, appended, program) -> None:
    run(program, earlier, "--append")
    resumed = run(program, earlier, "--append", "--resume")
    assert resumed.returncode == 0 and "leave --resume out to append" in resumed.stderr.decode()
    assert rows(earlier) == appended


def test_what_somebody_else_has_changed_is_not_appended_to(earlier, program, monkeypatch) -> None:
    with monkeypatch.context() as patched:
        stopped_after(patched, 2)
        run(program, earlier, "--append")
    mine = (earlier / "out.jsonl").read_bytes() * 2
    (earlier / "out.jsonl").write_bytes(mine)
    resumed = run(program, earlier, "--append", "--resume")
    assert resumed.returncode == 2 and "was changed after the run" in resumed.stderr.decode()
    assert (earlier / "out.jsonl").read_bytes() == mine
    assert run(program, earlier, "--append", "--force").returncode == 1
    assert (earlier / "out.jsonl").read_bytes().startswith(mine) and len(sources(earlier)) == 5


def test_a_run_that_was_to_replace_is_not_gone_on_with_as_an_append(earlier, program, monkeypatch) -> None:
    with monkeypatch.context() as patched:
        stopped_after(patched, 2)
        run(program, earlier, "--force")
    resumed = run(program, earlier, "--append", "--resume")
    assert resumed.returncode == 2 and "to replace it, not to append" in resumed.stderr.decode()


def test_articles_are_not_appended_to(earlier, program) -> None:
    mine = (earlier / "first.jsonl").read_bytes()
    added = program("batch", earlier / "more.jsonl", "-o", earlier / "first.jsonl", "--append")
    assert added.returncode == 2 and "its columns are not those of records" in added.stderr.decode()
    assert (earlier / "first.jsonl").read_bytes() == mine


@pytest.mark.parametrize("link", [False, True])
def test_an_output_that_is_an_input_is_refused(link, earlier, program) -> None:
    mine = (earlier / "more.jsonl").read_bytes()
    output = earlier / ("other.jsonl" if link else "more.jsonl")
    if link:
        output.hardlink_to(earlier / "more.jsonl")
    for options in (["--force"], ["--append"]):
        refused = program("batch", earlier / "more.jsonl", "-o", output, *options)
        assert refused.returncode == 2 and "is among the inputs" in refused.stderr.decode()
    assert (earlier / "more.jsonl").read_bytes() == mine


def test_no_command_writes_over_its_input(tmp_path, program) -> None:
    article = tmp_path / "a.txt"
    article.write_text("한들시는 일자리 300개를 만들었다.\n", encoding="utf-8")
    for name in ("parse", "report"):
        refused = program(name, article, "-o", article, "--force")
        assert refused.returncode == 2 and "is among the inputs" in refused.stderr.decode()
    assert article.read_text(encoding="utf-8") == "한들시는 일자리 300개를 만들었다.\n"
