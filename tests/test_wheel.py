"""The commands of the Dockerfile, run without Docker: the wheel is built, installed in an environment of its own, and used
outside the checkout.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SKIPPED = shutil.ignore_patterns(".git", ".venv", "tests", "*.egg-info", "build", "dist", ".*_cache")


def commands() -> list[str]:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    return re.findall(r"^RUN (.+)$", text, re.MULTILINE)


def test_the_dockerfile_says_what_it_runs() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert len(commands()) == 3 and 'ENTRYPOINT ["jobextract"]' in text
    assert (ROOT / "constraints.txt").exists()


@pytest.mark.slow
def test_the_steps_of_the_dockerfile_give_a_program_that_works_anywhere(tmp_path) -> None:
    shutil.copytree(ROOT, tmp_path / "src", ignore=SKIPPED)
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    environment = {**os.environ, "PATH": f"{tmp_path / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    environment.pop("PYTHONPATH", None)

    def run(command: str, folder: Path) -> str:
        done = subprocess.run(
            ["bash", "-ec", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=900
        )
        assert done.returncode == 0, f"{command}\n{done.stderr[-2000:]}"
        return done.stdout

    for command in commands():
        run(command, tmp_path / "src")
    shutil.rmtree(tmp_path / "src")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.txt").write_text("한들시는 올해 일자리 300개를 목표로 잡았다.\n", encoding="utf-8")
    for name in ("jobs.xlsx", "jobs.parquet", "jobs.duckdb", "jobs.sqlite"):
        run(f"jobextract batch a.txt -o {name} --lang ko", tmp_path / "data")
        assert (tmp_path / "data" / name).stat().st_size > 500
    assert "300" in run("jobextract parse a.txt", tmp_path / "data")
