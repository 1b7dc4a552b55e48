"""Where results go: nothing half-written, and every refusal told in the program's own words."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from jobextract.io import atomic


def test_a_folder_that_takes_no_file_is_told_though_the_draft_cannot_be_cleared_away(tmp_path, monkeypatch) -> None:
    def read_only(*_, **__):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(atomic, "open", read_only, raising=False)
    monkeypatch.setattr(Path, "unlink", read_only)
    with pytest.raises(atomic.OutputError, match="Read-only file system"), atomic.opened(str(tmp_path / "x.jsonl")):
        pass
