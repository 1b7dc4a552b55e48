"""The blocks of text of an HTML page in their order: what stands on lines of its own where a browser shows the page."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, NamedTuple

import regex

#: what is no text of the page
_UNSHOWN = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "iframe", "button", "select", "textarea", "nav"}
)
_INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "nobr", "q", "ruby", "s", "small", "span", "strike", "strong", "sub", "sup"),
        *("time", "tt", "u", "var", "wbr", "img"),
    }
)
#: tags that part what stands beside them, where nothing else does: <span>나무별</span><span>입력 2024.03.12</span>
_APART = frozenset({"a", "em", "span", "strong", "time"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
#: the part of a block that is a link where all of it is
_LINKED = 0.9
_BLANKS = regex.compile(r"[\s\u200b\ufeff]++")


class Block(NamedTuple):
    """Text on lines of its own, the element that it stands in, and how many of its signs are links."""

    text: str
    element: Any
    linked: int = 0

    @property
    def heads(self) -> bool:
        """Whether the page calls it a heading."""
        return self.element.tag in HEADINGS or any(outer.tag in HEADINGS for outer in self.element.iterancestors())


def tree(page: str) -> Any:
    """The page as lxml reads it; None where it reads nothing."""
    from lxml import etree, html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False, encoding="utf-8")
    with suppress(etree.LxmlError, ValueError, AssertionError):
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    return None


def written(element: Any) -> str:
    """The element as markup."""
    from lxml import html

    return str(html.tostring(element, encoding="unicode", with_tail=False))


def squeezed(text: str) -> str:
    """The text without its blanks and its bullet, as two readers of a page have it alike."""
    return _BLANKS.sub("", text).lstrip("-·•")


def linked(block: Block) -> bool:
    """Whether all of it leads to another page."""
    return block.linked >= _LINKED * len(block.text)


def blocks(root: Any) -> list[Block]:
    """The blocks of a page or of a part of it, in reading order."""
    reader = _Reader()
    reader.read(root, root, False)
    return reader.found


class _Reader:
    """Reads text until a tag ends the line that it stands on."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._told: list[str] = []
        self._linked = 0

    def read(self, element: Any, outer: Any, links: bool) -> None:
        """What the element says; ``outer`` is the one whose line it goes on where it begins none, ``links`` whether in a link."""
        inline = element.tag in _INLINE
        own = outer if inline else element
        if not inline:
            self._end(outer)
        self._say(element.text, links)
        before = None
        for inner in element:
            if isinstance(inner.tag, str) and inner.tag not in _UNSHOWN:
                if inner.tag in _APART and before is not None and before.tag in _APART and not before.tail:
                    self._told.append(" ")
                self.read(inner, own, links or inner.tag == "a")
            self._say(inner.tail, links)
            before = inner
        if not inline:
            self._end(own)

    def _say(self, text: str | None, links: bool) -> None:
        if text:
            self._told.append(text)
            self._linked += len(text) if links else 0

    def _end(self, element: Any) -> None:
        text = _BLANKS.sub(" ", "".join(self._told)).strip()
        if text:
            self.found.append(Block(text, element, self._linked))
        self._told, self._linked = [], 0
