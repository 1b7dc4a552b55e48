"""Nothing is fetched and nothing is sent: no command opens a socket, and no path or link that an input names is opened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GUARD = r"""
import sys
def hook(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        address = arguments[1] if event == "socket.connect" else arguments[0]
        if isinstance(address, (bytes, str)) and event == "socket.connect":
            return  # a path of this machine: the server of the workers
        sys.stderr.write(f"SOCKET {event} {arguments}\\\n")
        sys.stderr.flush()
        raise OSError("no network")
    if event == "open" and isinstance(arguments[0], str) and "forbidden" in arguments[0]:
        sys.stderr.write(f"OPENED {arguments[0]}\\\n")
        raise OSError("forbidden")
sys.addaudithook(hook)
"""
PROSE = "한들시는 올해 공공 일자리 300개를 만들고 15억 원을 들인다고 6일 밝혔다. 시민회관에서 설명회도 열었다."


@pytest.fixture
def guarded(tmp_path):
    """Runs a command in a process that, with all its workers, ends with a message where it would leave the machine."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(GUARD.replace("\\\\\\\n", "\\\n"), encoding="utf-8")
    place = os.pathsep.join(
        [str(site), *filter(None, [os.environ.get("PYTHONPATH"), str(Path(__file__).parent.parent)])]
    )

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "jobextract", *map(str, arguments)]
        made = subprocess.run(
            command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": place}, timeout=900
        )
        assert "SOCKET" not in made.stderr and "OPENED" not in made.stderr, made.stderr
        assert made.returncode == 0, made.stderr
        return made

    return run


@pytest.fixture
def inputs(tmp_path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    secret = tmp_path / "forbidden.txt"
    secret.write_text("비밀 7777개를 숨겼다고 밝혔다.", encoding="utf-8")
    (folder / "a.txt").write_text(
        f"한들시, 일자리 300개\n\n{PROSE}\n{secret}\nhttp://localhost:1/x\n", encoding="utf-8"
    )
    (folder / "b.html").write_text(
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><head><base href="http://localhost:1/">'
        f'<link rel="stylesheet" href="http://localhost:1/a.css"><meta http-equiv="refresh" content="0;url=file://{secret}">'
        f'</head><body><article><p>{PROSE}</p><p>{PROSE} &x;</p><img src="file://{secret}"><iframe src="{secret}"></iframe>'
        f'<script src="http://localhost:1/a.js"></script></article></body></html>',
        encoding="utf-8",
    )
    rows = [
        {"id": str(secret), "url": f"file://{secret}", "text": PROSE},
        {"id": "http://localhost:1/x", "text": f"@{secret}"},
    ]
    (folder / "c.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def test_no_command_leaves_the_machine(inputs, guarded, tmp_path) -> None:
    out = tmp_path / "out.jsonl"
    guarded("batch", inputs, inputs / "c.jsonl", "-o", out, "--jobs", "2")
    assert "7777" not in out.read_text(encoding="utf-8")
    files = [inputs / "a.txt", inputs / "b.html"]
    for command in (["parse", *files], ["strip", files[1]], ["report", *files, "-o", tmp_path / "r.html"], ["targets", out],
                    ["rules", "explain", "3개"], ["rules", "list", "money"], ["schema"], ["--version"]):  # fmt: skip
        assert "7777" not in guarded(*command).stdout


def test_the_guard_sees_what_it_is_for(guarded, tmp_path) -> None:
    code = "import socket\ntry: socket.create_connection(('localhost', 1))\nexcept OSError: pass"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=900)
    assert "SOCKET" in made.stderr
