"""A ZIP archive of brat's files, ``NAME.txt`` and ``NAME.ann``, with the ``annotation.conf`` that names the kinds."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path
from typing import get_args

import msgspec

from ...model import Kind, Status
from .formats import Job, writer

MADE = (1980, 1, 1, 0, 0, 0)  # the same texts give the same bytes whatever the day
CONF = f"""[entities]
{chr(10).join(get_args(Kind))}
[attributes]
Status\tArg:<ENTITY>, Value:{"|".join(get_args(Status))}
[relations]
[events]
"""


@writer(".brat", form="brat", media="application/zip")
class Archive:
    """One pair of files a text, named by its source; a name that is taken gets a number."""

    def __init__(self, job: Job) -> None:
        if job.earlier is not None:
            shutil.copyfile(job.earlier, job.draft)
        self._archive = zipfile.ZipFile(job.draft, "a", zipfile.ZIP_DEFLATED)
        self._names = {Path(name).stem for name in self._archive.namelist()}
        if "annotation" not in self._names:
            self._write("annotation.conf", CONF)

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None:
        for line in records.splitlines():
            row = msgspec.json.decode(line)
            name = self._named(row["source"])
            self._write(f"{name}.txt", row["text"])
            self._write(f"{name}.ann", row["ann"])

    def _named(self, source: str) -> str:
        stem = re.sub(r"[^\w.-]+", "_", Path(source).stem).strip("_.") or "text"
        name, number = stem, 1
        while name in self._names:
            number += 1
            name = f"{stem}-{number}"
        self._names.add(name)
        return name

    def _write(self, name: str, words: str) -> None:
        file = zipfile.ZipInfo(name, MADE)
        file.compress_type = zipfile.ZIP_DEFLATED
        self._archive.writestr(file, words.encode())

    def close(self) -> None:
        self._archive.close()
