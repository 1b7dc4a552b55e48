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

from ...korean.word_lists import regex_pattern
from ..lines import closed

# a tag ends before the next one opens: so that a thousand tags left open are read once, not each to the end of the page
_SCRIPT = regex.compile(r"<script\b([^<>]*+)>", regex.I)
_SCRIPT_END = regex.compile(r"</script\s*+>", regex.I)
_TAG = regex.compile(r"<[^<>]{1,2000}+>")
_BREAK = regex.compile(r"<(?:br|/p|/div|/li|/h\d|/tr)\b[^<>]*+>", regex.I)
_HANGUL = regex_pattern("word_forms.hangul")
_PUSHED = regex.compile(r"\s*self\.__next_f\.push\(\s*(\[.*\])\s*\)\s*;?\s*\Z", regex.S)
_ASSIGNED = regex.compile(r"=\s*(?=\{)|JSON\.parse\(\s*(?=\")")
#: a row of text in what is streamed: its number, and how many bytes it has
_ROW = regex.compile(r"(?<![0-9A-Za-z])([0-9a-f]{1,4}):T([0-9a-f]{1,6}),")
_VALUE = regex.compile(r"(?<![0-9A-Za-z\"])[0-9a-f]{1,4}:(?=[\[{])")
#: tags whose text is an article's; how deep elements lie, and how many rows may be broken
_TELLING, _DEEPEST, _BROKEN = ("p", "h1", "h2", "h3", "li", "blockquote"), 40, 40
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
    if depth > _DEEPEST:
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
        bodies = list(_streamed(own))
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


def _streamed(own: list[tuple[str, str]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The bodies in what a page streams to its script, self.__next_f.push([1, "…"]), and the object that each stands in."""
    pushed = (parsed(found[1]) for _, body in own if (found := _PUSHED.match(body)))
    stream = "".join(part for row in pushed if isinstance(row, list) for part in row if isinstance(part, str))
    texts, rest, at = dict[str, str](), [], 0
    while row := _ROW.search(stream, at):
        size = int(row[2], 16)
        told = stream[row.end() : row.end() + size].encode("utf-8", "replace")[:size].decode("utf-8", "ignore")
        texts[f"${row[1]}"] = told
        rest.append(stream[at : row.start()])
        at = row.end() + len(told)
    values = list(_values("\n".join((*rest, stream[at:]))))
    for item in objects(values):
        said = (item.get(key) for key in _BODY_KEYS)
        bodies = [prose(texts.get(value, value)) for value in said if isinstance(value, str)]
        yield from ((text, item) for text in bodies if text)
    shown = [element for value in values for element in _elements(value)]
    if text := prose("\n".join(told for tag, told in shown if tag != "h1")):
        yield text, {"title": next((told for tag, told in shown if tag == "h1"), None)}
    for body in (*(parsed(match[1]) for match in _QUOTED_BODY.finditer(stream)), *texts.values()):
        if text := prose(body):
            yield text, {}


def _values(stream: str) -> Iterator[Any]:
    """The JSON of the rows of what is streamed; where too many are broken, the rest is not read."""
    at, broken = 0, 0
    while broken < _BROKEN and (row := _VALUE.search(stream, at)):
        try:
            value, at = json.JSONDecoder(strict=False).raw_decode(stream, row.end())
            yield value
        except (ValueError, RecursionError):
            at, broken = row.end(), broken + 1


def _elements(value: Any, depth: int = 0) -> Iterator[tuple[str, str]]:
    """The paragraphs and headlines of what is streamed as elements, ["$", "p", null, {"children": "…"}], each with its tag."""
    if depth > _DEEPEST or not isinstance(value, list | dict):
        return
    props = value[3] if isinstance(value, list) and len(value) > 3 and value[0] == "$" else None
    if isinstance(props, dict) and value[1] in _TELLING:
        yield value[1], "".join(_strings(props.get("children"))).strip()
        return
    for inner in value.values() if isinstance(value, dict) else value:
        yield from _elements(inner, depth + 1)


def _strings(value: Any, depth: int = 0) -> Iterator[str]:
    """The text that an element shows; a reference to another row is none."""
    if isinstance(value, str) and not value.startswith("$"):
        yield value
    elif isinstance(value, list) and depth < _DEEPEST:
        element = len(value) > 3 and value[0] == "$"
        for inner in [value[3]["children"]] if element and _holds(value[3]) else () if element else value:
            yield from _strings(inner, depth + 1)


def _holds(props: Any) -> bool:
    return isinstance(props, dict) and "children" in props


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
