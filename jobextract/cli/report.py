"""The commands for people who check: the evidence page, and records scored against annotation."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import typer

from ..analysis.calibration import Tenth, judged, tenths
from ..analysis.evaluate import Score, score, total
from ..display.console import say
from ..display.evidence import View, view, views
from ..io.atomic import opened
from ..io.recorded import is_recorded
from ..io.sources import others
from ..io.writers import registry
from ..model import Record
from ..page.decode import ReadingError
from ..rulebook.loader import load
from ..wording.terminal import counted
from ..wording.words import language
from . import endings
from .inputs import Reading, extractions, note, paths_of, read_records
from .inspect import put, put_rows
from .options import MAX_SIZE, TIMEOUT, Force, Lang, MaxSize, Published, Publisher, Rules, Timeout

Pages = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE", help="Articles, folders of them, or what parse or batch wrote; - reads standard input."
    ),
]
PageFile = Annotated[str, typer.Option("--output", "-o", metavar="OUT", help="OUT.html; - for a pipe.")]


def report(
    files: Pages,
    output: PageFile,
    lang: Lang = None,
    published: Published = None,
    publisher: Publisher = None,
    timeout: Timeout = TIMEOUT,
    max_size: MaxSize = MAX_SIZE,
    rules: Rules = (),
    force: Force = False,
) -> None:
    """One page to check figures on: the articles marked, the records beside them, the targets drawn."""
    from ..analysis.targets import targets
    from ..display.html import page

    endings.check("report", output, endings.PAGE)
    load(tuple(rules))
    failures: list[str] = []
    paths = list(paths_of(files, failures))
    for _ in others(paths, output):
        pass
    asked = Reading(published, publisher, tuple(rules), timeout, int(max_size))
    shown: list[View] = []
    for path in paths:
        try:
            shown += _views(path, asked, failures)
        except ReadingError as error:
            note(error, failures)
    if shown:
        goals = targets(record for one in shown for record in one.records)
        with opened(output, force) as out:
            out.write(page(shown, language(lang), goals))
        if not registry.is_stream(output):
            articles = counted(sum(len(one.articles) for one in shown), "articles")
            say(f"{output}: {articles} with figures marked")
    if failures:
        raise typer.Exit(1)


def _views(path: str, asked: Reading, failures: list[str]) -> list[View]:
    if is_recorded(path):
        return _recorded(read_records(path))
    return [view(found) for found in extractions(path, asked, failures)]


def _recorded(records: Sequence[Record]) -> list[View]:
    """Records without their pages; what adds up is worked out anew, for each source alone."""
    from ..analysis.checks import check

    verdicts = [found for one in views(records) for found in check(list(one.records))[0]]
    return views(records, verdicts)


Gold = Annotated[
    list[str],
    typer.Argument(
        metavar="GOLD", help="Annotation as .jsonl (its fields are told in docs/record.md), or folders of it."
    ),
]


def evaluate(
    records: Annotated[
        str, typer.Argument(metavar="RECORDS", help="What parse or batch wrote; - reads JSON Lines from a pipe.")
    ],
    gold: Gold,
    form: Annotated[Literal["table", "json"], typer.Option("--format", help="json: with every miss.")] = "table",
    show: Annotated[bool, typer.Option("--show", help="List every miss below the table.")] = False,
    lang: Lang = None,
) -> None:
    """Precision, recall and right fields of records against annotation, as the page exports it."""
    found = _by_source(read_records(records))
    scores, sure = {}, []
    for name, rows in _annotations(gold):
        source = _match(name, found)
        _warn_of_other_text(name, rows, found.get(source, ()))
        scores[name] = score(found.get(source, ()), rows)
        sure += judged(found.get(source, ()), rows)
    scores["all"] = total(scores.values())
    if form == "json":
        numbers = {name: _numbers(each) for name, each in scores.items()}
        numbers["all"]["calibration"] = tenths(sure)
        put(msgspec.json.encode(numbers) + b"\n")
        return
    _put_calibration(tenths(sure))
    _put_scores(scores)
    if show:
        put("".join(f"{name}: {complaint}\n" for name, each in scores.items() for complaint in each.complaints))


def _by_source(records: Iterable[Record]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        found[record.source].append(msgspec.structs.asdict(record))
    return dict(found)


def _annotations(places: Iterable[str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The rows of each annotated text: named by the ``source`` of the rows, else by their file's name."""
    for place in places:
        path = Path(place)
        files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        if not files:
            raise ReadingError(place, "no .jsonl file in it", "name annotation, or a folder that holds some")
        for file in files:
            yield from _annotation(file).items()


def _annotation(file: Path) -> dict[str, list[dict[str, Any]]]:
    texts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    source = file.stem
    for number, row in _rows(file):
        source = row.get("meta", row).get("source", source)
        if "meta" not in row and not {"start", "end", "kind", "expect"} <= row.keys():
            cause = f"line {number} has no start, end, kind or expect"
            raise ReadingError(str(file), cause, "give annotation such as the page's export")
        texts[source].append(row)
    return texts


def _rows(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise ReadingError(str(file), "no such file", "check the path") from None
    except OSError as error:
        raise ReadingError(str(file), error.strerror or "cannot be read", "check the path") from None
    except UnicodeDecodeError:
        raise ReadingError(str(file), "is no text in UTF-8", "give annotation as JSON Lines") from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _row(file, number, line)


def _row(file: Path, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line, parse_float=str)
    except ValueError as error:
        raise ReadingError(str(file), f"line {number} is no JSON ({error})", "give annotation as JSON Lines") from None
    if not isinstance(row, dict):
        raise ReadingError(str(file), f"line {number} is no JSON object", "give annotation as JSON Lines")
    return row


def _match(name: str, found: dict[str, Any]) -> str:
    """The source of the records that the annotation is of: the same name, the same file name, or the only one."""
    if name in found:
        return name
    alike = [source for source in found if Path(source).stem == Path(name).stem]
    if len(alike) == 1:
        return alike[0]
    cause = "the records are of several texts of this name" if alike else "no record is of this text"
    say(f"{name}: {cause}; all its figures count as lost")
    return name


def _warn_of_other_text(name: str, rows: Iterable[dict[str, Any]], records: Sequence[dict[str, Any]]) -> None:
    digest = next((row["meta"].get("digest") for row in rows if "meta" in row), None)
    if digest and records and not records[0]["id"].startswith(digest):
        say(f"{name}: the records are of another text than the annotation; places will not agree")


def _put_scores(scores: dict[str, Score]) -> None:
    fields = list(scores["all"].fields)
    rows = []
    for name, each in scores.items():
        shares = [each.fields[field].value if field in each.fields else None for field in fields]
        rows.append((name, *map(_share, (each.precision.value, each.recall.value, each.f1, *shares))))
    put_rows(("text", "precision", "recall", "F1", *fields), rows)


def _put_calibration(rows: list[Tenth]) -> None:
    """Of each tenth of confidence, how many records have item, subject, status and period all right."""
    if rows:
        named = [(f"{row.least:.1f}", str(row.records), _share(row.said), _share(row.right)) for row in rows]
        put_rows(("confidence from", "records", "mean", "all right"), named)


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _numbers(score: Score) -> dict[str, Any]:
    """A score as JSON: its shares, and what they are shares of."""
    return {
        "precision": score.precision.value,
        "recall": score.recall.value,
        "f1": score.f1,
        "found": score.recall.right,
        "required": score.recall.asked,
        "extra": score.precision.asked - score.precision.right,
        "fields": {
            name: {"right": each.right, "wrong": each.wrong, "asked": each.asked} for name, each in score.fields.items()
        },
        "misses": score.complaints,
    }
