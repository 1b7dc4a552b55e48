"""The evidence page: articles with every figure marked, the records beside them, targets drawn; one file, no network.

The page's data stands in it as JSON in which no character can end or open a tag, and the page's scripts write it as text
nodes only. A Content-Security-Policy names the hashes of the page's own script and style: nothing else runs, and nothing
is loaded or sent.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable, Sequence
from decimal import Decimal
from importlib.resources import files
from string import Template
from typing import Any

import msgspec

from ..analysis.rows.outcomes import is_part
from ..io.records import KEPT_ROLES, plain
from ..model import Article, Check, Line, Record
from ..wording.checks import in_words as check_in_words
from ..wording.checks import verdict
from ..wording.periods import in_words
from ..wording.values import abbreviated, called, short, value
from ..wording.words import Language, words
from .evidence import Piece, View, pieces_by_line

SCRIPTS = (
    "dom", "state", "articles", "documents", "records", "filters", "share", "download", "review", "details", "missed",
    "checks", "charts", "start",
)  # fmt: skip
#: fields of a record that the page takes from its article or works out itself
_ELSEWHERE = frozenset({"source", "article", "title", "published", "publisher", "reporter", "sentence", "carried"})
_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def page(shown: Sequence[View], language: Language, goals: Iterable[msgspec.Struct] = ()) -> bytes:
    """One HTML page of these views; ``goals`` are the rows of ``targets`` that its charts draw."""
    style, script = asset("kinds.css") + asset("report.css"), _script()
    said = words(language)
    filled = Template(asset("report.html")).substitute(
        {f"word_{key}": html.escape(word) for key, word in said.items()},
        language=language,
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        data=_embedded(_data(shown, said, goals, language)),
    )
    return filled.encode()


def asset(name: str) -> str:
    """The text of one of the files that pages are made of."""
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


def _script() -> str:
    body = "\n".join(asset(f"{name}.js") for name in SCRIPTS)
    return f"(() => {{\n'use strict';\n{body}\n}})();\n"


def _hash(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


def _embedded(data: Any) -> str:
    """JSON that is safe inside a script element: no ``<``, ``>`` or ``&`` stands in it as such."""
    return msgspec.json.encode(data).decode().translate(_UNSAFE)


def _data(shown: Sequence[View], said: Any, goals: Iterable[msgspec.Struct], language: Language) -> dict[str, Any]:
    """Everything that the page shows; records, articles and checks are numbered through all views."""
    sources: list[dict[str, Any]] = []
    articles: list[dict[str, Any]] = []
    records: list[dict[str, Any]] = []
    checks: list[dict[str, Any]] = []
    everywhere: dict[str, int] = {}
    for view in shown:
        first_article, first_record = len(articles), len(records)
        articles += [_article(article, len(sources)) for article in view.articles]
        sources.append(_source(view, first_article, first_record))
        places = {article.number: first_article + index for index, article in enumerate(view.articles)}
        numbers = {record.id: first_record + index for index, record in enumerate(view.records)}
        records += [
            _record(record, places.get(record.article), len(sources) - 1, numbers.get(record.same_as or ""), language)
            for record in view.records
        ]
        by_id = {record.id: record for record in view.records}
        checks += [
            _check(check, numbers) | {"verdict": verdict(check), "says": check_in_words(check, by_id, language)}
            for check in view.checks
        ]
        everywhere = numbers | everywhere
    return {
        "words": said,
        "sources": sources,
        "articles": articles,
        "records": records,
        "checks": checks,
        "goals": [_goal(goal, everywhere, language, said) for goal in goals],
    }


def _numbers_as_text(value: msgspec.Struct) -> dict[str, Any]:
    """A struct's fields, exact numbers in digits: a JavaScript number would round them."""
    fields = msgspec.structs.asdict(value)
    return {name: plain(field) if isinstance(field, Decimal) else field for name, field in fields.items()}


def _article(article: Article, source: int) -> dict[str, Any]:
    names = ("number", "first_line", "title", "published", "publisher", "reporter", "subject", "region")
    return {name: getattr(article, name) for name in names} | {
        "source": source,
        "inferred_year": article.year if article.year_basis == "inferred" else None,
    }


def _record(record: Record, article: int | None, source: int, same: int | None, language: Language) -> dict[str, Any]:
    fields = {name: field for name, field in _numbers_as_text(record).items() if name not in _ELSEWHERE}
    numbers = {"article": article, "source": source, "same": same}
    told = {
        "shown": value(record, language),
        "short": short(record, language),
        "when": in_words(record.period, language),
    }
    return fields | numbers | told | {"sentence": record.sentence}


def _check(check: Check, numbers: dict[str, int]) -> dict[str, Any]:
    """A check with the numbers of its records: two copies of one text have records of the same ids."""
    records = {"total": numbers[check.total], "parts": [numbers[part] for part in check.parts]}
    return _numbers_as_text(check) | records


def _goal(goal: Any, numbers: dict[str, int], language: Language, words_said: Any) -> dict[str, Any]:
    """A row of targets with the places of its evidence, its numbers in short and, in words, what is to be looked at in it."""
    fields = _numbers_as_text(goal)
    evidence = {side: [numbers[name] for name in fields.pop(f"{side[:-1]}_ids")] for side in ("targets", "actuals")}
    said = {
        f"{side}_short": called(abbreviated(number, goal.unit, language), goal.unit, language)
        for side in ("target", "actual")
        if (number := getattr(goal, side)) is not None
    }
    told = {
        "when": in_words(goal.period, language),
        "actual_when": in_words(goal.actual_period, language),
        "part": is_part(goal.actual_period, goal.period),
        "elsewhere": goal.actual_source is not None and goal.actual_source != goal.source,
        "look": words_said[f"flag_{goal.flag}"] if goal.flag else None,
    }
    return fields | evidence | said | told


def _source(view: View, first_article: int, first_record: int) -> dict[str, Any]:
    """The text as blocks in reading order: heads of articles, lines of them, folds of the lines that were dropped."""
    heads = {article.first_line: first_article + index for index, article in enumerate(view.articles)}
    blocks: list[dict[str, Any]] = []
    for line, pieces in pieces_by_line(view):
        if line.number in heads:
            blocks.append({"head": heads[line.number]})
        _add_line(blocks, line, _line(view, line, pieces, first_record))
    return {
        "name": view.source.name,
        "link": _address(view),
        "digest": view.source.digest,
        "whole": view.whole,
        "blocks": blocks,
        "first": first_record,
        "size": len(view.records),
    }


def _address(view: View) -> str | None:
    """Where the article stands on the web, as its name or its corpus says."""
    carried = (view.source.carried or next((record.carried for record in view.records if record.carried), None)) or {}
    words = (view.source.name, *carried.values())
    return next((each for each in words if each.startswith(("http://", "https://"))), None)


def _add_line(blocks: list[dict[str, Any]], line: Line, drawn: dict[str, Any]) -> None:
    """Put the line where it belongs: dropped ones into the fold that is open; blank ones are not drawn."""
    if line.keep:
        blocks.append(drawn)
    elif line.role != "blank":
        if not (blocks and "fold" in blocks[-1]):
            blocks.append({"fold": []})
        blocks[-1]["fold"].append(drawn)


def _line(view: View, line: Line, pieces: Iterable[Piece], first_record: int) -> dict[str, Any]:
    drawn = [_piece(view.source.text, line, piece, first_record) for piece in pieces]
    number = {"line": line.number} if view.whole else {}
    flags = {"flags": line.flags} if line.flags else {}
    return {**number, "role": line.role, "rule": line.rule, "start": line.start, "pieces": drawn, **flags}


def _piece(text: str, line: Line, piece: Piece, first_record: int) -> list[Any]:
    """``[text]``, ``[text, records]`` or, for a dropped part of a line that was kept, ``[text, records, rule]``."""
    words = text[piece.start : piece.end]
    marks = [first_record + mark for mark in piece.marks]
    if line.keep and piece.role not in KEPT_ROLES and piece.role != "blank":
        return [words, marks, f"{piece.role} · {piece.rule}"]
    return [words, marks] if marks else [words]
