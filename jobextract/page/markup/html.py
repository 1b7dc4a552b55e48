"""HTML pages: main text by trafilatura, facts of publication from JSON-LD and meta tags.

A page whose text is only in its data (``__NEXT_DATA__``, a JSON ``articleBody``) is read from that data.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import regex

from ...korean.word_lists import regex_pattern
from .. import bylines
from ..imprint import site_titles
from ..layout import metadata
from . import beside, blocks, moments, tables
from .nesting import levelled
from .page_data import embedded, longest_string, objects, parsed, prose, scripts
from .several import parts as articles_of
from .signed import parted, signed

_META = regex.compile(r"<meta\b[^>]{0,2000}>", regex.I)
_ATTRIBUTE = regex.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TITLE = regex.compile(r"<title\b[^<>]*+>([^<]{0,1000}+)", regex.I)
#: a tag with more than that of attributes, which may hold tags in quotes, is read without them: libxml2 compares each
#: with all others
_CROWDED = regex.compile(
    r"""<([A-Za-z][\w:-]{0,40}+)\s(?:[^<>]{10000,}+|(?:[^<>"']{1,20}+|"[^"]*+"|'[^']*+'){500,}+)>"""
)
_AUTHOR, _AUTHOR_TITLE = regex_pattern("bylines.author"), regex_pattern("bylines.author_title")
_PORTAL = regex_pattern("publishers.portal")
_ARTICLES = {"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle"}
_LEAST = 80
#: code points from which on a short page's text is its main one, and how much of it has to be left on lines of its own
_SHORTEST, _WHOLE = 20, 0.75
#: lines of a text that may show when it came out, at its head and at its foot
_HEAD, _FOOT = 12, 3
_NOSCRIPT, _NOSCRIPT_END = (regex.compile(p, regex.I) for p in (r"<noscript\b[^<>]*+>", r"</noscript\s*+>"))
_KEYS = {
    "title": ("og:title", "twitter:title", "headline", "title"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "article:published",
        "article:published_date",
        "og:regdate",
        "regdate",
        "og:pubdate",
        "og:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "parsely-pub-date",
        "sailthru.date",
        "date",
        "dc.date",
        "dc.date.issued",
        "dc.date.created",
        "dcterms.date",
        "dcterms.issued",
        "dcterms.created",
    ),
    "reporter": ("article:author", "dable:author", "author", "og:article:author", "twitter:creator", "byl"),
    "publisher": ("og:site_name", "article:publisher_name", "publisher", "twitter:site", "copyright"),
}
#: the same facts in the data of a page that is drawn by its script
_DATA_KEYS = {
    "title": ("headline", "title", "articleTitle", "newsTitle", "subject"),
    "published": (
        "datePublished",
        "publishedAt",
        "published_at",
        "pubDate",
        "publishDate",
        "regDate",
        "regdate",
        "createdAt",
        "created_at",
        "date",
    ),
    "reporter": ("author", "reporter", "reporterName", "writer", "byline"),
    "publisher": ("publisher", "pressName", "mediaName", "press", "media", "source"),
}


class Page(msgspec.Struct, frozen=True):
    """A page's article: its text, and what the page says of it elsewhere; ``drawn`` where a script would draw the text."""

    text: str = ""
    title: str | None = None
    published: str | None = None
    reporter: str | None = None
    publisher: str | None = None
    drawn: bool = False


def read(page: str) -> Page:
    """The article of an HTML page. Raises ImportError where the extra ``html`` is not installed."""
    facts = _facts(page)
    text, first = _text(page, facts.title)
    facts = msgspec.structs.replace(facts, title=first) if first else facts
    if len(text) < _LEAST or len(facts.text) > 2 * len(text):
        text = facts.text or text
    if not text or text == facts.title:
        text = longest_string(page) or text
    title, paper = site_titles.headline(facts.title, facts.publisher, text), facts.publisher
    if title and (named := site_titles.paper_alone(title)):
        title, paper = None, paper or named
    drawn = not text or text == title
    lines = text.split("\n")
    dated = [line for line in (*lines[:_HEAD], *lines[-_FOOT:]) if metadata(line) == "meta.date"]
    published = moments.published(facts.published, page, dated)
    if title and title not in text:
        text = f"{title}\n\n{text}" if text else title
    drawn = drawn and any(True for _ in scripts(page))
    return Page(text, title, published, facts.reporter, paper, drawn)


def _text(page: str, title: str | None) -> tuple[str, str | None]:
    """The text of the page, and its headline where the page's title is another, or where it holds several articles that of the first."""
    import trafilatura  # noqa: F401  where it is missing, that is no page made to be odd

    page = tables.written_out(levelled(_CROWDED.sub(r"<\1>", _scripted(page))))
    root = blocks.tree(page)
    if root is None:
        return tables.in_text(_main(page)), None
    beside.cleared(root)
    told = blocks.blocks(root)
    several = [(part, blocks.blocks(part)) for part in articles_of(told)]
    if not several:
        text, headline = signed(_main(blocks.written(root), told), told, title)
        return tables.in_text(text), headline
    heads = [next(block.text for block in own if block.heads) for _, own in several]
    texts = (
        _headed(signed(_main(f"<html><body>{blocks.written(part)}</body></html>", own), own, head).text, head)
        for (part, own), head in zip(several, heads, strict=True)
    )
    return tables.in_text("\n\n".join(texts)), heads[0]


def _headed(text: str, headline: str) -> str:
    return text if headline in text.split("\n") else f"{headline}\n{text}"


def _main(page: str, told: Sequence[blocks.Block] = ()) -> str:
    """The main text of a page with these blocks."""
    try:
        text = parted(_extracted(page), told)
        if "\n" not in text.strip():  # what is short is given as one line, its headline glued to it
            lined = _extracted(page, shortest=_SHORTEST)
            text = lined if "\n" in lined.strip() and len(lined) >= _WHOLE * len(text) else text
    except Exception:  # it lets through whatever lxml and its own clean-up raise on a page made to be odd
        text = prose(page) or ""
    return text


def _extracted(page: str, shortest: int | None = None) -> str:
    """The main text; ``shortest`` is from how many code points on it is taken for that, other than as usual."""
    import trafilatura
    from trafilatura import settings

    config = settings.use_config()
    if shortest is not None:
        config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(shortest)
    return (
        trafilatura.extract(page, favor_recall=True, include_comments=False, include_tables=True, config=config) or ""
    )


def _scripted(page: str) -> str:
    """The page without what it says to a reader who runs no scripts."""
    kept, at = [], 0
    while (opened := _NOSCRIPT.search(page, at)) and (shut := _NOSCRIPT_END.search(page, opened.end())):
        kept.append(page[at : opened.start()])
        at = shut.end()
    return "".join((*kept, page[at:]))


# --- facts -----------------------------------------------------------------------------------------------------------


def _facts(page: str) -> Page:
    linked = next(_linked(page), {})
    tags = _meta_tags(page)
    data, beside = embedded(page)
    found = {key: _first(tags, names) for key, names in _KEYS.items()}
    said = {key: next((beside[name] for name in names if beside.get(name)), None) for key, names in _DATA_KEYS.items()}
    stamp = _plain(linked.get("datePublished")) or found["published"] or _plain(said["published"])
    sites = (_plain(_named(beside.get(name))) for name in _DATA_KEYS["publisher"])
    site = _plain(_named(linked.get("publisher"))) or found["publisher"] or next(filter(None, sites), None)
    return Page(
        text=prose(linked.get("articleBody")) or data,
        title=_plain(linked.get("headline")) or found["title"] or _plain(said["title"]) or _site_title(page),
        published=stamp,
        reporter=_person(linked.get("author")) or _name(found["reporter"]) or _person(said["reporter"]),
        publisher=site_titles.paper(site, _whole_title(page), found["reporter"]),
    )


def _linked(page: str) -> Iterator[dict[str, Any]]:
    """The articles among the JSON-LD objects of the page."""
    for tag, body in scripts(page):
        if "ld+json" not in tag:
            continue
        for item in objects(parsed(body)):
            kinds = item.get("@type")
            if any(
                isinstance(kind, str) and kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                yield item


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
    title = _whole_title(page)
    return regex.split(r"\s[-|:<]{1,2}\s", title)[0] if title else None


def _whole_title(page: str) -> str | None:
    match = _TITLE.search(page)
    return html.unescape(match[1]).strip() if match else None


def _plain(value: Any) -> str | None:
    return html.unescape(value).strip() or None if isinstance(value, str) else None


def _named(value: Any) -> Any:
    value = value[0] if isinstance(value, list) and value else value
    return value.get("name") if isinstance(value, dict) else value


def _person(value: Any) -> str | None:
    return _name(_plain(_named(value)))


def _name(value: str | None) -> str | None:
    """A person's name without 기자 and address; None for what is no name (a URL, a handle)."""
    if value is None or _PORTAL.search(value):
        return None
    match = _AUTHOR.match(_AUTHOR_TITLE.sub("", value))
    return match[1] if match and not bylines.medium(match[1]) else None
