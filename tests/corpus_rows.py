"""A small corpus of our own, and every form in which it can come to the program."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

CITIES = ("한들시", "새벌군", "가람구", "너울시", "미르군")
TEXT = (
    "{city}, 올해 일자리 {n}개 만든다\n강민서 기자\n2024-03-0{n} 09:10\n\n"
    "{city}는 올해 공공 일자리 {n}천{n}백개를 만들고 {n}5억 원을 들일 계획이라고 밝혔다.\n\n"
    "지난해에는 목표 2만{n}천개의 9{n}.5%를 채웠고, 새 가게 {n}곳이 문을 열었다.\n"
)


def rows(folder: Path) -> list[dict[str, str]]:
    """Articles with the paths that they have as files of the folder."""
    articles = [(str(folder / f"a{n}.txt"), TEXT.format(city=city, n=n)) for n, city in enumerate(CITIES, 1)]
    return [{"id": path, "text": text, "date": f"2024-03-0{n} 09:10"} for n, (path, text) in enumerate(articles, 1)]


def as_files(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for row in rows(folder):
        Path(row["id"]).write_text(row["text"], encoding="utf-8")
    return folder


def as_jsonl(path: Path, articles: list[dict[str, str]]) -> Path:
    data = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in articles).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else _zstd(data) if path.suffix == ".zst" else data)
    return path


def _zstd(data: bytes) -> bytes:
    import zstandard

    return zstandard.ZstdCompressor().compress(data)


def as_csv(path: Path, articles: list[dict[str, str]], encoding: str = "utf-8-sig", delimiter: str = ",") -> Path:
    with open(path, "w", encoding=encoding, newline="") as file:
        sheet = csv.DictWriter(file, list(articles[0]), delimiter=delimiter)
        sheet.writeheader()
        sheet.writerows(articles)
    return path


def as_parquet(path: Path, articles: list[dict[str, str]]) -> Path:
    import pyarrow as pa
    from pyarrow import parquet

    parquet.write_table(pa.Table.from_pylist(articles), path)
    return path


def as_xlsx(path: Path, articles: list[dict[str, str]]) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (list(articles[0]), *(list(row.values()) for row in articles)):
        book.active.append(row)
    book.save(path)
    return path
