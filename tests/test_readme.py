"""The README's commands, run: what it shows is what comes out.

``python tests/test_readme.py`` writes the outputs into the README anew.
"""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer

from jobextract.cli import application
from jobextract.io.schema import MEANING
from jobextract.model import Record

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COLUMNS = "100"


# older jq colours a terminal whatever NO_COLOR says
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def blocks(language: str) -> list[str]:
    return [body for name, body in BLOCK.findall(README.read_text(encoding="utf-8")) if name == language]


def shown(command: str) -> str:
    """What the command prints on a terminal of 100 columns without colours."""
    environment = {**os.environ, "COLUMNS": COLUMNS, "NO_COLOR": "1", "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    ours, theirs = pty.openpty()
    try:
        process = subprocess.Popen(["bash", "-c", command], stdout=theirs, stderr=theirs, cwd=ROOT, env=environment)
        os.close(theirs)
        return COLOUR.sub("", b"".join(_chunks(ours)).decode().replace("\r\n", "\n"))
    finally:
        process.wait(timeout=900)
        os.close(ours)


def _chunks(terminal: int):
    """What arrives until the last writer has closed the terminal, which Linux reports as an error."""
    try:
        while data := os.read(terminal, 65536):
            yield data
    except OSError:
        return


def consoles() -> list[tuple[str, str]]:
    """Commands and the outputs that the README shows for them."""
    pairs = (body.partition("\n")[::2] for body in blocks("console"))
    return [(first.removeprefix("$ "), rest) for first, rest in pairs]


@pytest.mark.parametrize(("command", "output"), consoles(), ids=[command[:40] for command, _ in consoles()])
def test_a_command_prints_what_the_readme_shows(command: str, output: str) -> None:
    if "jq " in command and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    assert shown(command) == output


def test_python_in_the_readme_runs() -> None:
    for body in blocks("python"):
        run = subprocess.run([sys.executable, "-c", body], cwd=ROOT, capture_output=True, text=True, timeout=900)
        assert run.returncode == 0, run.stderr
        assert "군포시" in run.stdout and "250명 이상 count 250 명 min" in run.stdout


def test_the_rule_of_the_readme_passes_its_own_examples(tmp_path, program) -> None:
    [rule] = blocks("toml")
    (tmp_path / "own.toml").write_text(rule, encoding="utf-8")
    assert tomllib.loads(rule)["rule"][0]["id"] == "own.mileage"
    run = program("rules", "check", "own", "--rules", tmp_path)
    assert run.returncode == 0, run.stdout.decode()
    assert b"1 rule, 4 examples, 0 failed" in run.stderr


def test_the_table_of_the_record_names_every_field_in_order() -> None:
    section = README.read_text(encoding="utf-8").partition("## The record")[2]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", section, re.MULTILINE)
    assert [name for name, _ in rows] == list(Record.__struct_fields__)
    assert dict(rows) == MEANING


def test_every_command_is_named() -> None:
    table = README.read_text(encoding="utf-8").partition("## Commands")[2].partition("\n\n`jobextract COMMAND")[0]
    named = set(re.findall(r"^\| `jobextract (\w+)", table, re.MULTILINE))
    assert named == set(typer.main.get_command(application()).commands)


def test_ci_runs_the_test_command_of_the_readme() -> None:
    test = next(body.strip() for body in blocks("sh") if "pytest" in body)
    assert test in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("script", ["figures.py seeds/plan-2024.txt", "quantities.py"])
def test_an_example_script_runs(script: str) -> None:
    name, *arguments = script.split()
    command = [sys.executable, f"examples/{name}", *arguments]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900)
    assert run.returncode == 0, run.stderr
    assert {"figures.py": "직접 일자리 · 3,485 · 개", "quantities.py": "3500000000000 KRW"}[name] in run.stdout


def test_the_folder_example_runs(tmp_path) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = ["bash", "examples/folder.sh", "seeds", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment, timeout=900)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "records.csv").read_text(encoding="utf-8-sig").startswith("id,source,")
    assert "군포시" in (tmp_path / "targets.csv").read_text(encoding="utf-8")


def _renew() -> None:
    """Write the outputs of all commands into the README."""
    text = README.read_text(encoding="utf-8")
    for command, output in consoles():
        text = text.replace(f"```console\n$ {command}\n{output}```", f"```console\n$ {command}\n{shown(command)}```")
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    _renew()
