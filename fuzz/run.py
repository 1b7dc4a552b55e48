"""Feeds made-up inputs to every step and checks what is promised of each: ``python fuzz/run.py [MINUTES] [SEED] [TARGET…]``.

Targets: decode, html, mentions, dates, extract, rules, corpora. Each input has a seed of its own, which is printed with
what went wrong; ``python fuzz/run.py 0 SEED TARGET`` runs that input alone. Exit code 1 where anything went wrong.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time

import invariants
import texts

import jobextract
from jobextract.io.columns import Columns, Document
from jobextract.io.corpora.blocks import Past
from jobextract.io.sources import documents, found, stream
from jobextract.page.markup import html
from jobextract.time_limit import limited

LIMIT = 30.0  # seconds an input


def decode(dice: Random) -> None:
    """Bytes of any kind: a source, or the one documented error."""
    data = texts.text(dice).encode(
        dice.choice(("utf-8", "cp949", "utf-16", "utf-16-le", "utf-8-sig", "euc-jp")), "ignore"
    )
    data = bytearray(dice.choice((data, dice.randbytes(dice.randint(0, 400)))))
    for _ in range(dice.randint(0, 4)):
        if data:
            data[dice.randrange(len(data))] = dice.randrange(256)
    name = dice.choice(("a.txt", "a.html", "-", "\udcff", ""))
    try:
        source = jobextract.read_bytes(bytes(data), name)
    except jobextract.ReadingError:
        return
    source.text.encode()
    invariants.check_extraction(jobextract.extract(source, dice.choice(texts.DAYS), timeout=LIMIT * 4))


TAGS = [
    "html",
    "head",
    "body",
    "title",
    "meta",
    "script",
    "style",
    "p",
    "div",
    "span",
    "table",
    "tr",
    "td",
    "th",
    "li",
    "ul",
    "ol",
    "br",
    "a",
    "img",
    "h1",
    "article",
    "section",
    "time",
    "figure",
    "noscript",
    "iframe",
    "svg",
]
DATA = (
    '{"@type":"NewsArticle","headline":"%s","datePublished":"%s"}',
    '{"@graph":[%s,{"articleBody":"%s"}]}',
    "[%s",
    '{"@type":[{"%s":1}],"author":[%s]}',
)


def html_page(dice: Random) -> str:
    pieces = []
    for _ in range(dice.randint(1, 60)):
        kind = dice.random()
        if kind < 0.6:
            close, attributes = (
                dice.choice(("", "/")),
                dice.choice(
                    ("", ' class="x"', " content='2024-01-12'", ' property="og:title"', " a=1 " * 20, "<", '"')
                ),
            )
            pieces.append(f"<{close}{dice.choice(TAGS)}{attributes}{dice.choice(('>', '>', '>', '', ' />'))}")
        elif kind < 0.7:
            data = dice.choice(DATA).replace("%s", texts.made_up(dice, 5))
            pieces.append(f'<script type="application/{dice.choice(("ld+json", "json"))}">{data}</script>')
        else:
            pieces.append(
                dice.choice((texts.made_up(dice, 20), "&amp;", "&#1;", "&#xd83d;", "<!--", "-->", "<![CDATA[", "]]>"))
            )
    return "".join(pieces)


def page(dice: Random) -> None:
    """Tags in any order: a page, then an extraction of it."""
    text = html_page(dice)
    html.read(text)
    try:
        source = jobextract.read_bytes(text.encode("utf-8", "replace"), "a.html")
    except jobextract.ReadingError:
        return
    invariants.check_extraction(jobextract.extract(source, timeout=LIMIT * 4))


def mentions(dice: Random) -> None:
    text = texts.text(dice)
    found_now = jobextract.mentions(text, dice.choice(texts.DAYS))
    invariants.check_mentions(text, found_now)


def dates(dice: Random) -> None:
    for _ in range(20):
        text = texts.dated(dice)
        invariants.check_mentions(text, jobextract.mentions(text, dice.choice(texts.DAYS)))


def extract(dice: Random) -> None:
    invariants.check_text(texts.text(dice), dice.choice(texts.DAYS))


PATTERNS = (
    "(?&number)",
    "(?P<unit>꾸)",
    "(?P<second>[0-9]+)",
    "(?&unit)",
    "(?&nix)",
    "(",
    ")",
    "[",
    "]",
    "+",
    "*",
    "?",
    "{2,}",
    "|",
    "꾸",
    r"\d",
    r"\b",
    "(?<=",
    "(?R)",
    "^",
    "$",
    "[^가",
    "\\\\",
    "(?i)",
    "(?>",
    "++",
)
VALUES = (
    "3",
    "-1",
    "nan",
    "inf",
    '"x"',
    '"count"',
    '""',
    "[]",
    '["a", "b"]',
    "true",
    "{}",
    "1979-05-27",
    '[["{{3꾸}}", "3"], ["{{4꾸}}", "4"]]',
    '["{{3꾸}}", "{{4꾸}}"]',
    "99999999999999999999",
)
KEYS = [
    "id",
    "kind",
    "pattern",
    "why",
    "finds",
    "ignores",
    "unit",
    "units",
    "value",
    "scale",
    "width",
    "styles",
    "verdict",
    "approx",
    "priority",
    "fallback",
    "reading",
    "needs",
    "role",
    "where",
    "beside",
    "opens",
    "ends",
    "longest",
    "field",
    "nix",
]


def rules(dice: Random) -> None:
    """Rule files: taken, or refused with the one documented error."""
    right = {
        "id": '"own.x"',
        "kind": '"count"',
        "why": '"w"',
        "finds": '[["{{3꾸}}", "3"], ["{{4꾸}}", "4"]]',
        "ignores": '["a", "b"]',
    }
    right["pattern"] = (
        '"' + "".join(dice.choice(PATTERNS).replace("\\", "\\\\") for _ in range(dice.randint(1, 6))) + '"'
    )
    for _ in range(dice.randint(0, 3)):
        right[dice.choice(KEYS)] = dice.choice(VALUES)
    if dice.random() < 0.3:
        del right[dice.choice(list(right))]
    head = dice.choice(
        (
            "[[rule]]",
            "[[rule]]",
            "[[rule]]",
            "[[name]]",
            "[[line]]",
            "[[cue]]",
            "[rule]",
            "[fragments]",
            "[tables.x]",
            "[[nix]]",
            "",
        )
    )
    content = "\n".join([head, *(f"{key} = {value}" for key, value in right.items())])
    if dice.random() < 0.1:
        content = "".join(dice.choice(("[", "]", "=", '"', "\n", "a", "rule", "'''", "{", "#")) for _ in range(40))
    with tempfile.TemporaryDirectory() as place:
        Path(place, "own.toml").write_text(content, encoding="utf-8", errors="replace")
        try:
            made = jobextract.extract(
                "한들시는 3꾸, 4꾸를 사고 일자리 3개를 만들었다고 밝혔다.", rules=place, timeout=LIMIT
            )
        except jobextract.RuleError:
            return
        invariants.check_extraction(made)


CELLS = (
    None,
    3,
    3.5,
    1e300,
    True,
    [],
    {},
    "",
    "20240206",
    "9999-12-31T23:59:59-12:00",
    "0001-01-01T00:00:00+23:59",
    "\ud800",
    "x" * 2000,
)
COLUMNS = ("text", "TEXT", "본문", "id", "url", "date", "일자", "title", "제목", "언론사", "기고자", "nix", "")


def corpora(dice: Random) -> None:
    """Rows of every kind, packed or not, cut off or not: documents or failures, never an exception, none without a name."""
    rows = [
        {dice.choice(COLUMNS): dice.choice((*CELLS, texts.dated(dice))) for _ in range(dice.randint(0, 5))}
        for _ in range(dice.randint(0, 4))
    ]
    if dice.random() < 0.5:
        data = "\n".join(
            dice.choice(("", "{", "[]", json.dumps(row), json.dumps(row, ensure_ascii=False))) for row in rows
        )
        name = "c.jsonl"
    else:
        data = "\n".join(
            ",".join(dice.choice(('"', "", "a", "본문", "text", str(value))) for value in (*row, *row.values()))
            for row in rows
        )
        name = dice.choice(("c.csv", "c.tsv"))
    raw = bytearray(data.encode("utf-8", "surrogatepass"))
    packed = dice.choice(("", "", ".gz", ".zst"))
    if packed == ".gz":
        raw = bytearray(gzip.compress(bytes(raw)))
    if raw and dice.random() < 0.3:
        raw[dice.randrange(len(raw))] = dice.randrange(256)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, name + packed)
        path.write_bytes(bytes(raw[: dice.randint(0, len(raw))] if dice.random() < 0.2 else raw))
        made = list(documents(found([str(path)]), Columns(), 1 << 20))
        parted = stream(found([str(path)]), Columns(), 1 << 20, Past(b"", lambda _: ()))
        invariants.holds(made == [one for one in parted if isinstance(one, Document)], "blocks give other documents")
        for one in made:
            one.name.encode()
            invariants.holds(one.name or one.failure is None, "a document without a name")
            invariants.holds("please report" not in (one.failure or ""), one.failure or "")


TARGETS: dict[str, Callable[[Random], None]] = {
    "decode": decode, "html": page, "mentions": mentions, "dates": dates, "extract": extract, "rules": rules, "corpora": corpora,
}  # fmt: skip


def tried(target: str, seed: int) -> bool:
    """Whether all holds for this input; what does not is printed."""
    begun = process_time()
    try:
        with limited(LIMIT * 4):
            TARGETS[target](Random(f"{target} {seed}"))
    except Exception as error:
        if isinstance(error, TimeoutError) and process_time() - begun < LIMIT:
            return True  # the machine was at something else
        line = next(
            (
                f"{f.name} {Path(f.filename).name}:{f.lineno}"
                for f in reversed(traceback.extract_tb(error.__traceback__))
                if "jobextract" in f.filename
            ),
            "",
        )
        print(f"{target} {seed}: {type(error).__name__}: {str(error)[:300]} [{line}]", flush=True)
        return False
    return True


def main(minutes: float = 1.0, seed: int = 0, *targets: str) -> int:
    names = list(targets or TARGETS)
    if not minutes:
        return int(not all(tried(name, seed) for name in names))
    end, done, wrong = process_time() + minutes * 60, Counter[str](), Counter[str]()
    while process_time() < end:
        for name in names:
            done[name] += 1
            wrong[name] += not tried(name, seed)
        seed += 1
    for name in names:
        print(f"{name:10} {done[name]:8,} inputs, {wrong[name]} wrong")
    print(f"{process_time() / 60:.1f} minutes of CPU, up to seed {seed - 1}")
    return int(bool(wrong.total()))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(main(*map(float, arguments[:1]), *map(int, arguments[1:2]), *arguments[2:]))
