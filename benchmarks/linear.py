"""How the cost of each step grows on texts made to be slow: the ratio of n to 4n characters, 4 where it is linear.

``python benchmarks/linear.py [STEP…]`` prints a row a family of texts, with the seconds of the larger one, and exits with 1 where
one grows more than ``LIMIT`` times and takes more than a moment.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

import jobextract
from jobextract.io.columns import Columns
from jobextract.io.sources import documents, found
from jobextract.korean import sentences
from jobextract.page import decode, tagger
from jobextract.quantities import recognizer as recognition
from jobextract.rulebook import loader
from jobextract.temporal import recognizer

SIZE = 16_000
ROUNDS = 3
LIMIT = 5.0
MOMENT = 0.05  # seconds below which a ratio is noise
SYLLABLES = "일이삼사오육칠팔구십백천만억조"
PROSE = "한들시는 올해 공공 일자리 1만2천개를 만들고 15억 원을 들일 계획이라고 밝혔다. "
HOSTILE = [
    "0", "1,", "만", "1~2~3~", "(", ")", "“", '"', "'", "3개 ", "3개, ", "가", "가\n", "1\n", "• 장터 소식 전해요\n", "○ 목표 3개\n",
    "2024년 3월 ", "지난해 3만 명, ", "12일 ", "a@", "제3조 ", "3·", "한두 ", "보다 3% ", "에서 ", "와 ", "시는 ", "의 ", "\n", " ", "\t", "…", "ㅋ", "한들시 ",
    "|3|4|\n", "1 2\n", "-3", "3대 1 ", "3분의 1 ", "올해 목표 3개는 지난해 4개보다 5% 늘었다 ", "서울 3.2%, 인천 1.8%, ",
]  # fmt: skip
UNITS = {
    "recognition": ["0", SYLLABLES, "한두세네 명 ", "1,234.5~-년월일 ", "a@", "(1", "제3조 ", "3·", "이사 만 1", "1,", "만", "1~2~3~", "2.", "３"],
    "dates": ["12일 ", "3월과 ", "1~2~", "2024.1.", "1:23:", "지난 ", "일부터 1", "이 삼 ", "올해 ", "3월부터 ", "'24~", "오전 "],
    "sentences": ["다.", "“", '"', "(다. ", "1. ", "시는 길을 넓혔다. ", "…", "?", ") "],
    "page": ["가\n", "1 2\n", "• 장터 소식 전해요\n", "시는 길을 넓혔다.\n제목 하나\n", "“", "#가 ", "2024.01.12 09:10\n", "강민서 기자\n", "댓글 0\n", " ", "0", "가나다라 "],
    "extract": HOSTILE,
}  # fmt: skip
TAGS = [
    "<script ", "<script>", "<title>", "<title ", "<meta ", "<!--", "<!---->", "<div>", "<p>", "<br>", "</p>", "<table><tr><td>", "<a href=x>", "<b>", "<",
    "&lt;", "<ul><li>", "<script type=application/ld+json>{}</script>", "<p>한들시는 일자리 3개를 만들었다.</p>",
]  # fmt: skip


def seconds(work: Callable[[], object]) -> float:
    """The quickest of some rounds: a neighbour on the machine only ever adds."""
    times = []
    for _ in range(ROUNDS):
        begun = process_time()
        work()
        times.append(process_time() - begun)
        if times[0] > 2:
            break
    return min(times)


class Table:
    """Rows as they are measured; ``wrong`` of them grow too fast."""

    def __init__(self) -> None:
        self.wrong = 0

    def add(self, step: str, family: str, small: Callable[[], object], large: Callable[[], object]) -> None:
        """A row: what ``large``, which has four times the input of ``small``, costs in times of that."""
        small()  # what is compiled and cached by its first use is not measured
        less, more = seconds(small), seconds(large)
        ratio = more / max(less, 1e-5)
        bad = ratio > LIMIT and more > MOMENT
        self.wrong += bad
        print(f"{step:12} {ratio:6.1f} {more:8.3f} s  {family!r}{'  TOO MUCH' if bad else ''}", flush=True)


def texts(table: Table, step: str) -> None:
    book = loader.load()
    work: Callable[[str], object] = {
        "recognition": recognition.find,
        "dates": recognizer.find,
        "sentences": lambda text: sentences.split(text, 0, len(text)),
        "page": lambda text: tagger.judge(text, book),
        "extract": jobextract.extract,
    }[step]
    before = f"한들시, 일자리 만든다\n\n{PROSE * 3}\n\n" if step == "extract" else ""
    for unit in UNITS[step]:
        small, large = (before + unit * (size // len(unit)) for size in (SIZE // 4, SIZE))
        table.add(step, unit, lambda text=small: work(text), lambda text=large: work(text))
    if step == "recognition":
        small, large = (shuffled(size) for size in (SIZE, SIZE * 4))
        table.add(step, "random numeral syllables", lambda: work(small), lambda: work(large))


def shuffled(size: int) -> str:
    dice = random.Random(7)
    return "".join(dice.choice(SYLLABLES + "명개원 12") for _ in range(size))


def pages(table: Table) -> None:
    """HTML: tags, attributes, scripts, JSON-LD."""
    for unit in TAGS:
        small, large = (
            f"<html><body><p>{PROSE * 3}</p>{unit * (size // len(unit))}</body></html>" for size in (SIZE, SIZE * 4)
        )
        table.add(
            "html", unit, *(lambda text=text: decode.read_bytes(text.encode(), "a.html") for text in (small, large))
        )
    for name, unit in (("attributes", " a{}=1"), ("objects", '{{"a{}":1}},'), ("brackets", "[")):
        bodies = ("".join(unit.format(n) for n in range(size)) for size in (2_500, 10_000))
        made = [
            f"<html><body><p>{PROSE * 3}</p><div{body}>x</div></body></html>"
            if name == "attributes"
            else f'<html><script type="application/ld+json">[{body}{{}}]</script><p>{PROSE * 3}</p></html>'
            for body in bodies
        ]
        table.add("html", name, *(lambda text=text: decode.read_bytes(text.encode(), "a.html") for text in made))


def large(table: Table) -> None:
    """One line of megabytes, and lines of one character: a document that is judged, and one that is read to its end."""
    book = loader.load()
    works: dict[str, Callable[[str], object]] = {
        "judge": lambda text: tagger.judge(text, book),
        "extract": jobextract.extract,
    }
    lines = {f"one line of {size} MB": PROSE * ((size << 20) // len(PROSE.encode())) for size in (1, 4, 10)}
    lines |= {f"100,000 lines of {unit!r}": f"{unit}\n" * 100_000 for unit in ("가", "1")}
    for step, work in works.items():
        for name, text in lines.items():
            small = text[: len(text) // 4]
            table.add(step, name, lambda work=work, small=small: work(small), lambda work=work, text=text: work(text))


def bombs(table: Table) -> None:
    """Rows of a corpus of megabytes, and what is packed to burst."""
    with tempfile.TemporaryDirectory() as place:
        for name, head, tail in (
            ("c.jsonl", '{"text":"', '"}\n'),
            ("a.txt.gz", "", ""),
            ("c.jsonl.gz", '{"text":"', '"}\n'),
            ("c.csv.gz", "text\n", "\n"),
        ):
            paths = []
            for megabytes in (100, 400):
                path = Path(place, f"{megabytes}{name}")
                with gzip.open(path, "wb", compresslevel=1) if name.endswith(".gz") else open(path, "wb") as file:
                    file.write(head.encode())
                    for _ in range(megabytes):
                        file.write(b"0" * (1 << 20))
                    file.write(tail.encode())
                paths.append(path)
            small, more = paths
            table.add(
                "bombs",
                f"{name} of 400 MB",
                *(
                    lambda path=path: [json.dumps(one.failure) for one in documents(found([str(path)]), Columns())]
                    for path in (small, more)
                ),
            )


def main(steps: list[str]) -> int:
    table = Table()
    for step in steps or [*UNITS, "html", "large", "bombs"]:
        if step == "html":
            pages(table)
        elif step in ("large", "bombs"):
            {"large": large, "bombs": bombs}[step](table)
        else:
            texts(table, step)
    print(f"{table.wrong} families grow more than {LIMIT:g} times")
    return int(bool(table.wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
