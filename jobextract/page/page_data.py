"""Text that is only in the data of a page: JSON in a script, what a script assigns or streams, its long strings.

A page that its script draws (Next.js, Nuxt) holds the article there, as text or as markup.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import regex

from ..korean.word_lists import regex_pattern
from .lines import closed

# a tag ends before the next one opens: so that a thousand tags left open are read once, not each to the end of the page
_SCRIPT = regex.compile(r"<script\b([^<>]*+)>", regex.I)
_SCRIPT_END = regex.compile(r"</script\s*+>", regex.I)
_TAG = regex.compile(r"<[^<>]{1,2000}+>")
_BREAK = regex.compile(r"<(?:br|/p|/div|/li|/h\d|/tr)\b[^<>]*+>", regex.I)
_HANGUL = regex_pattern("word_forms.hangul")
_PUSHED = regex.compile(r"\s*self\.__next_f\.push\(\s*(\[.*\])\s*\)\s*;?\s*\Z", regex.S)
_ASSIGNED = regex.compile(r"=\s*(?=\{)|JSON\.parse\(\s*(?=\")")
#: a row of text in what is streamed: its number, and how many bytes it has
_ROW = regex.compile(r"(?<![0-9A-Za-z])[0-9a-f]{1,4}:T([0-9a-f]{1,6}),")
_STRING = regex.compile(r'"(?:[^"\\]++|\\.)*+"', regex.S)
_BODY_KEYS = (
    "articleBody",
    "articleContent",
    "contentHtml",
    "bodyHtml",
    "newsContent",
    "article_body",
    "content",
    "contents",
    "body",
    "text",
)
_QUOTED_BODY = regex.compile(rf'"(?:{"|".join(_BODY_KEYS)})"\s*:\s*("(?:[^"\\]++|\\.)*+")')
_LEAST, _SENTENCE = 80, 30


def scripts(page: str) -> Iterator[tuple[str, str]]:
    """The attributes and the content of every script that is closed."""
    at = 0
    while (opened := _SCRIPT.search(page, at)) and (shut := _SCRIPT_END.search(page, opened.end())):
        yield opened[1], page[opened.end() : shut.start()]
        at = shut.end()


def parsed(text: str) -> Any:
    """The JSON, or None where it is none."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every object inside a JSON value, outer ones first."""
    if depth > 40:
        return
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner, depth + 1)


def embedded(page: str) -> tuple[str, dict[str, Any]]:
    """The longest article body in the page's own data, and the object that it stands in; empty where there is none."""
    bodies: list[tuple[str, dict[str, Any]]] = []
    own = [(tag, body) for tag, body in scripts(page) if "ld+json" not in tag]
    for tag, body in own:
        for item in objects(_data(tag, body)):
            bodies += [(text, item) for key in _BODY_KEYS if (text := prose(item.get(key)))]
            bodies += [(text, item) for value in item.values() if (text := _parts(value))]
    if not bodies:
        bodies = [(text, {}) for text in _streamed(own)]
    return max(bodies, key=lambda body: len(body[0]), default=("", {}))


def _data(tag: str, body: str) -> Any:
    """The JSON of a script: the whole of it, or what it assigns (window.__DATA__ = {…}, JSON.parse("{…}"))."""
    if regex.search(r"json|__NEXT_DATA__", tag):
        return parsed(body)
    assigned = _ASSIGNED.search(body)
    if assigned is None:
        return None
    with suppress(ValueError, RecursionError):
        value = json.JSONDecoder(strict=False).raw_decode(body, assigned.end())[0]
        return parsed(value) if isinstance(value, str) else value
    return None


def _parts(value: Any) -> str | None:
    """The text of a body that is given paragraph by paragraph: [{"content": …}, {"content": …}]."""
    if not isinstance(value, list):
        return None
    told = [
        next((one[key] for key in _BODY_KEYS if isinstance(one.get(key), str)), "")
        for one in value
        if isinstance(one, dict)
    ]
    return prose("\n".join(text for text in told if text)) if sum(map(bool, told)) > 1 else None


def _streamed(own: list[tuple[str, str]]) -> Iterator[str]:
    """The bodies in what a page streams to its script: self.__next_f.push([1, "…"])."""
    pushed = (parsed(found[1]) for _, body in own if (found := _PUSHED.match(body)))
    stream = "".join(part for row in pushed if isinstance(row, list) for part in row if isinstance(part, str))
    for match in _QUOTED_BODY.finditer(stream):
        if text := prose(parsed(match[1])):
            yield text
    at = 0
    while row := _ROW.search(stream, at):
        size = int(row[1], 16)
        told = stream[row.end() : row.end() + size].encode("utf-8", "replace")[:size].decode("utf-8", "ignore")
        if text := prose(told):
            yield text
        at = row.end() + len(told)


def longest_string(page: str) -> str:
    """The longest string of a script that is running text: for a page that shows none, since it may be anything else."""
    own = (body for tag, body in scripts(page) if "ld+json" not in tag)
    found = (prose(parsed(match[0])) for body in own for match in _STRING.finditer(body) if len(match[0]) > _LEAST)
    told = (text for text in found if text and any(map(closed, text.split("\n"))))
    return max(told, key=len, default="")


def prose(value: Any) -> str | None:
    """The text of a body given as text or as markup; None where it is too short to be one, or holds no sentence."""
    if not isinstance(value, str) or len(value) < _SENTENCE:
        return None
    text = html.unescape(_TAG.sub("", _BREAK.sub("\n", value)))
    lines = (line.strip() for line in text.split("\n"))
    joined = "\n".join(line for line in lines if line)
    told = len(joined) >= _LEAST or any(map(closed, joined.split("\n")))
    return joined if told and len(joined) >= _SENTENCE and _HANGUL.search(joined) else None
