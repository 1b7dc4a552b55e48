"""HTML pages: main text by trafilatura, facts of publication from JSON-LD and meta tags.

A page whose text is only in its data (``__NEXT_DATA__``, a JSON ``articleBody``) is read from that data.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any

import msgspec
import regex

from . import timestamps

# a tag ends before the next one opens: so that a thousand tags left open are read once, not each to the end of the page
_SCRIPT = regex.compile(r"<script\b([^<>]*+)>", regex.I)
_SCRIPT_END = regex.compile(r"</script\s*+>", regex.I)
_META = regex.compile(r"<meta\b[^>]{0,2000}>", regex.I)
_ATTRIBUTE = regex.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TITLE = regex.compile(r"<title\b[^<>]*+>([^<]{0,1000}+)", regex.I)
_TAG = regex.compile(r"<[^<>]{1,2000}+>")
_BREAK = regex.compile(r"<(?:br|/p|/div|/li|/h\d|/tr)\b[^<>]*+>", regex.I)
#: a tag with more than that of attributes is read without them: libxml2 compares each with all others
_CROWDED = regex.compile(r"<([A-Za-z][\w:-]{0,40}+)\s[^<>]{10000,}+>")
_ARTICLES = {"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle"}
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
_LEAST = 80
_KEYS = {
    "title": ("og:title", "twitter:title", "headline", "title"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "pubdate",
        "date",
        "dc.date",
        "dc.date.issued",
    ),
    "reporter": ("article:author", "dable:author", "author", "og:article:author", "twitter:creator", "byl"),
    "publisher": ("og:site_name", "article:publisher_name", "publisher", "twitter:site", "copyright"),
}
#: the same facts in the data of a page that is drawn by its script
_DATA_KEYS = {
    "title": ("headline", "title", "articleTitle", "newsTitle", "subject"),
    "published": ("datePublished", "publishedAt", "published_at", "pubDate", "publishDate", "regDate", "createdAt"),
    "reporter": ("author", "reporter", "reporterName", "writer", "byline"),
    "publisher": ("publisher", "pressName", "mediaName", "source"),
}


class Page(msgspec.Struct, frozen=True):
    """A page's article: its text, and what the page says of it elsewhere."""

    text: str = ""
    title: str | None = None
    published: str | None = None
    reporter: str | None = None
    publisher: str | None = None


def read(page: str) -> Page:
    """The article of an HTML page. Raises ImportError where the extra ``html`` is not installed."""
    facts = _facts(page)
    text = _text(page)
    if len(text) < _LEAST or len(facts.text) > 2 * len(text):
        text = facts.text or text
    if facts.title and facts.title not in text:
        text = f"{facts.title}\n\n{text}" if text else facts.title
    return msgspec.structs.replace(facts, text=text)


def _text(page: str) -> str:
    import trafilatura

    page = _CROWDED.sub(r"<\1>", page)
    try:
        return trafilatura.extract(page, favor_recall=True, include_comments=False, include_tables=True) or ""
    except Exception:  # it lets through whatever lxml and its own clean-up raise on a page made to be odd
        return _prose(page) or ""


# --- facts -----------------------------------------------------------------------------------------------------------


def _facts(page: str) -> Page:
    linked = next(_linked(page), {})
    tags = _meta_tags(page)
    data, beside = _embedded(page)
    found = {key: _first(tags, names) for key, names in _KEYS.items()}
    said = {key: next((beside[name] for name in names if beside.get(name)), None) for key, names in _DATA_KEYS.items()}
    stamp = _plain(linked.get("datePublished")) or found["published"] or _plain(said["published"])
    return Page(
        text=_prose(linked.get("articleBody")) or data,
        title=_plain(linked.get("headline")) or found["title"] or _plain(said["title"]) or _site_title(page),
        published=_when(stamp),
        reporter=_person(linked.get("author")) or _name(found["reporter"]) or _person(said["reporter"]),
        publisher=_plain(_named(linked.get("publisher"))) or found["publisher"] or _plain(_named(said["publisher"])),
    )


def _linked(page: str) -> Iterator[dict[str, Any]]:
    """The articles among the JSON-LD objects of the page."""
    for tag, body in _scripts(page):
        if "ld+json" not in tag:
            continue
        for item in _objects(_parsed(body)):
            kinds = item.get("@type")
            if any(
                isinstance(kind, str) and kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                yield item


def _scripts(page: str) -> Iterator[tuple[str, str]]:
    """The attributes and the content of every script that is closed."""
    at = 0
    while (opened := _SCRIPT.search(page, at)) and (closed := _SCRIPT_END.search(page, opened.end())):
        yield opened[1], page[opened.end() : closed.start()]
        at = closed.end()


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every object inside a JSON value, outer ones first."""
    if depth > 40:
        return
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(inner, depth + 1)


def _meta_tags(page: str) -> dict[str, str]:
    tags: dict[str, str] = {}
    for match in _META.finditer(page):
        pairs = {key.lower(): html.unescape(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(match[0])}
        key = pairs.get("property") or pairs.get("name") or pairs.get("itemprop")
        if key and pairs.get("content", "").strip():
            tags.setdefault(key.lower(), pairs["content"].strip())
    return tags


def _first(tags: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((tags[name] for name in names if name in tags), None)


def _site_title(page: str) -> str | None:
    match = _TITLE.search(page)
    return regex.split(r"\s[-|:<]{1,2}\s", html.unescape(match[1]).strip())[0] if match else None


def _plain(value: Any) -> str | None:
    return html.unescape(value).strip() or None if isinstance(value, str) else None


def _named(value: Any) -> Any:
    value = value[0] if isinstance(value, list) and value else value
    return value.get("name") if isinstance(value, dict) else value


def _person(value: Any) -> str | None:
    return _name(_plain(_named(value)))


def _name(value: str | None) -> str | None:
    """A person's name without 기자 and address; None for what is no name (a URL, a handle)."""
    match = regex.match(r"\s*(?:by\s)?([가-힣]{2,4})(?![가-힣])", regex.sub(r"\s?(?:기자|특파원).*", "", value or ""))
    return match[1] if match else None


def _when(value: str | None) -> str | None:
    """ISO 8601 of a stamp, without its offset: pages of one country give their own time."""
    found = timestamps.stamps(value) if value else []
    return found[0].value if found else None


# --- text that is only in the page's data ----------------------------------------------------------------------------


def _embedded(page: str) -> tuple[str, dict[str, Any]]:
    """The longest article body in the page's own data, and the object that it stands in; empty where there is none."""
    bodies: list[tuple[str, dict[str, Any]]] = []
    for tag, body in _scripts(page):
        if "ld+json" in tag or not regex.search(r"json|__NEXT_DATA__", tag):
            continue
        for item in _objects(_parsed(body)):
            bodies += [(prose, item) for key in _BODY_KEYS if (prose := _prose(item.get(key)))]
    return max(bodies, key=lambda body: len(body[0]), default=("", {}))


def _prose(value: Any) -> str | None:
    """The text of a body given as text or as markup; None where it is too short to be one."""
    if not isinstance(value, str) or len(value) < _LEAST:
        return None
    text = html.unescape(_TAG.sub("", _BREAK.sub("\n", value)))
    lines = (line.strip() for line in text.split("\n"))
    joined = "\n".join(line for line in lines if line)
    return joined if len(joined) >= _LEAST and regex.search(r"[가-힣]", joined) else None
